"""Running text told from headings, by what a sentence has and a heading has not."""

from __future__ import annotations

import re

from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.words import words

__all__ = ["has_finite_verb", "looks_like_sentence", "unfinished"]

_FINITE = re.compile(
    r"\b(?:er|var|ble|blei|vart|blir|vert|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør"
    r"|burde|ga|gav|gir|viser|viste|orienterte?|informerte?|"
    r"presenterte|innledet|innleia|tok|tar|tek|ønsker|ønsket|mener|meinte|fikk|fekk|får|foreslår"
    r"|foreslo|vedtok|vedtar|vedtek|ber|bad|godkjenner|"
    r"godkjente|kommer|kom|gjelder|gjeld|sendes|sendte|legger|la(?!(?<=\bde la)(?-i:\s[A-ZÆØÅ]))|står|stod|ligger"
    r"|settes|tas|takes"
    r"|besluttet|påpekte|understreket|drøftet|drøfta|"
    r"pekte|peikte|peika|stilte|spurte|svarte|redegjorde|anbefalte|støttet|støtta|fremhevet|framheva|kommenterte|"
    r"diskuterte|deltar|deltok|deltek|åpnet|opna|orientert)\b",
    re.IGNORECASE,
)

_JOINERS = words("cases", "joiners")


@remembered
def looks_like_sentence(text: str) -> bool:
    """Tell running text from a heading: a finite verb in it, or the end of a sentence."""
    return text.endswith((".", ";")) or (len(text.split()) > 3 and bool(_FINITE.search(text)))


def has_finite_verb(text: str) -> bool:
    """Tell whether one of the verbs stands in a text that sentences of the genre are made with."""
    return _FINITE.search(text) is not None


def unfinished(text: str) -> bool:
    """Tell a line that must go on in the next: it ends in a word that joins, a comma, a hyphen or an open bracket."""
    return text.endswith((",", "-", "–", "/", "(")) or text.rpartition(" ")[2].strip('«»"').lower() in _JOINERS
