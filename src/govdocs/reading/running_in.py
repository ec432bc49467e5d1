"""Where a title ends that runs into its text without a break: told by the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.sentences import looks_like_sentence, unfinished

__all__ = ["runs_in", "split_title"]

_SHORT = 60
"""Letters of a title that may be a sentence."""
_VERB = re.compile(
    r"\b(?:er|var|ble|blei|vart|blir|vert|har|hadde|skal|skulle|vil|kan|må|bør|gir|gav|ga|viser"
    r"|viste|orienter(?:te|er|e)|inform(?:erte|erer)|presenter(?:te|er)|tok|tar|tek|ønsker|mener"
    r"|fikk|fekk|får|foreslår|vedtok|ber|bad|godkjenner|godkjente|godkjennes|kommer|kom|gjelder"
    r"|gjeld|innled(?:et|er|a)|innleia|redegjorde|gjorde|la|legger|legges|åpnet|opna|drøftet"
    r"|drøfta|diskuterte|deltok|viste|møtte|står|ligger|settes|tas|meldt|starter|startet|inviterer"
    r"|inviterte|arrangerer|skapte|uttalte|minnet|takket)\b"
)


def runs_in(text: str, taken: Sequence[Line]) -> bool:
    """Tell a title that has swallowed its text: a sentence's end in a cell or a paragraph of its own.

    A short title may be a sentence, but in a table of cases it has no full stop.
    """
    if not taken or not (taken[-1].cell is not None or taken[-1].paragraph):
        return False
    if len(text) <= _SHORT:
        return taken[-1].cell is not None and text.endswith(".") and looks_like_sentence(text)
    return looks_like_sentence(text) or bool(re.search(r"[.!?]\s+[A-ZÆØÅ]", text))


def split_title(text: str) -> tuple[str, str | None, str | None]:
    """Split a title from the text it runs into; the shortest whole title wins.

    A border is a capital after a word that can end a title. The text begins with the first stretch that holds a verb;
    a stretch between is the subtitle.
    """
    tokens = text.split()
    borders = [n for n in range(1, len(tokens)) if _border(tokens, n)]
    if not borders:
        return text, None, None
    stretches = list(zip(borders, [*borders[1:], len(tokens)], strict=True))
    title_end = borders[0]
    for begin, _stop in stretches:
        opening = " ".join(tokens[begin : begin + 25])
        clause = re.split(r"(?<!\d)[.!?:]\s", opening)[0]
        inner = [n for n in borders if begin < n < begin + 25]
        head = " ".join(tokens[begin : inner[0]]) if inner else clause
        if _VERB.search(head) or (_VERB.search(clause) and not inner):
            between = " ".join(tokens[title_end:begin]).strip() or None
            return " ".join(tokens[:title_end]).strip(" :.–-"), between, " ".join(tokens[begin:])
    return text, None, None


def _border(tokens: Sequence[str], n: int) -> bool:
    word, before = tokens[n], tokens[n - 1]
    if not re.match(r"[A-ZÆØÅ«\"“][a-zæøå]|I\b|Å\b", word):
        return False
    if unfinished(before):
        return False
    if before[:1].isupper() and not before.endswith((".", ":", "?", "!")) and n > 1:
        return False
    around = " ".join(tokens[max(0, n - 2) : n + 1])
    return not any(day.end == len(around) for day in find_days(around))
