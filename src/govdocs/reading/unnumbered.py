"""Case papers that have no number yet: the head of the case is its title, between the facts and the proposal."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, archive_number, head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import marked
from govdocs.reading.bodies import is_body_name
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.heads import CaseHead
from govdocs.reading.routing import heads_column

__all__ = ["untold_head"]

_TOP = 8
"""Lines from a stretch's beginning in which the word that heads a paper stands."""
_REACH = 40
"""Lines from that word to the proposal."""


def untold_head(lines: Sequence[Line], vocabulary: Vocabulary) -> list[CaseHead]:
    """Return the head of the one case of a paper without a number, none where lines are no such paper.

    `Saksframlegg` stands alone on a line at the top, facts that only a case has and a proposal follow, the title
    between them, and no line in between begins with a number of a case.
    """
    word = next((n for n, line in enumerate(lines[:_TOP]) if _heads_paper(line.text)), None)
    if word is None:
        return []
    reach = range(word + 1, min(len(lines), word + _REACH))
    stop = next((n for n in reach if _proposes(lines[n].text, vocabulary)), None)
    if stop is None:
        return []
    between = range(word + 1, stop)
    if any(_begins_case(lines[n].text) for n in between):
        return []
    labels = (vocabulary.label(lines[n].text, "case", bare=True) for n in between)
    facts = {label.kind for label in labels if label is not None and label.value}
    if not facts & {"case.officer", "case.archive"}:
        return []
    title = next((n for n in between if _may_be_title(lines, n, vocabulary)), None)
    if title is None:
        return []
    hit = NumberHit(number="", word=None, rest=lines[title].text, shape="|untold")
    return [CaseHead(index=title, hit=hit)]


def _begins_case(text: str) -> bool:
    """Tell a number of a case; one alone under `Saksnr.` that heads none may be the archive's."""
    hit = head_number(text, bare=True)
    alone = hit is not None and not hit.rest and hit.shape.startswith(("saksnr|", "saksnummer|"))
    return hit is not None and not alone and archive_number(text) is None


def _heads_paper(text: str) -> bool:
    word = document_word(text)
    return word is not None and word[0] == "papers" and text.strip(" :").casefold() == word[1].casefold()


def _proposes(text: str, vocabulary: Vocabulary) -> bool:
    label = decision_label(text, vocabulary, minutes=False)
    return label is not None and label.kind == "decision.proposed"


def _may_be_title(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> bool:
    """Tell the first line that is neither a fact nor a part of the table of bodies."""
    line, over = lines[at], lines[at - 1]
    text = line.text
    if len(text) < 8 or not (text[0].isupper() or text[0].isdigit() or text[0] in '«"') or text.endswith((":", ";")):
        return False
    if vocabulary.label(text, "case", "head", "decision", "agenda", bare=True) is not None or heads_column(line):
        return False
    if archive_number(text) is not None or head_number(text) is not None:
        return False
    if (is_body_name(text) and len(text) < 40) or marked(line) is not None or looks_like_sentence(text):
        return False
    label = vocabulary.label(over.text, "case", "head")
    under = label is not None and not label.value and line.number - over.number == 1
    return not under and document_word(text) is None
