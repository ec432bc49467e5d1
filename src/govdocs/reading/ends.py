"""Where a decision ends though no label says so: a vote told by name, a signature, a pause, the next heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days, is_place_and_day
from govdocs.norwegian.naming import is_first_name, is_name, is_position, is_role
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.words import either
from govdocs.reading.blocks import marked
from govdocs.reading.outline import Outline
from govdocs.reading.votes import tells_votes

__all__ = ["ending", "heads_mail"]

_RESULT = re.compile(r"(?:Dermed|Med dette|Såleis|Slik)\s+(?:ble|blei|vart|er|falt|fall)\b")
_COPIED = re.compile(r"Kopi (?:er )?(?:sendes|sendast|sendt|til)\b", re.IGNORECASE)
_ACTED = re.compile(
    rf"(?:Representanten |Repr\. |Medlem )?(?P<name>[A-ZÆØÅ][\w.-]+(?:\s[\w.-]+){{0,3}}?)(?:\s*\([^()]*\)|,\s\w+,?)?"
    rf"\s(?:{either('accounts', 'verbs')})\b"
)
_NO_MATTER = re.compile(
    r"(?:(?:Det\s)?(?:var|er|kom|ble|blei|vart)\s)?(?:ingen|ingenting|ikke|ikkje)\b.{0,40}\b(?:eventuelt|ymse)\b.{0,20}",
    re.IGNORECASE,
)
"""What minutes say where nothing was raised: `Ingen saker under eventuelt.`"""
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÆØÅ][^.:;!?]{3,80}")
_PAUSE = re.compile(r"\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}\s+(?:Lunsj|Pause|Middag|Kaffe)", re.IGNORECASE)


def ending(outline: Outline, index: int, end: int, kind: str, lines: Sequence[Line], value: str) -> str | None:
    """Return what begins at a line that a decision does not hold, as the kind of its piece; `None` if it goes on.

    `lines` are the decision's lines so far, its label's first, and `value` what stands behind the label.
    """
    line = outline.lines[index]
    under = bool(lines[1:])
    if kind.startswith("decision.") and (under or value) and _is_signature(outline, index, end):
        return "close.end"
    if kind.startswith("decision.") and _COPIED.match(line.text):
        return "close.end"
    if kind == "decision.vote" and tells_votes(line.text) and _RESULT.match(lines[-1].text):
        return kind  # the next round
    if kind not in ("decision.proposed", "decision.adopted") or not (under or value):
        return None
    if under and is_place_and_day(line.text):
        return "close.end"
    if value and _is_beside(lines[0], line):
        return "text"
    last = lines[-1]
    if line.page > last.page + 1:  # another document's pages stand between
        return "text"
    apart = not outline.wrap.goes_on(last, line)
    if tells_votes(line.text) and apart:
        return "decision.vote"
    if apart and (_is_foot(line) or _NO_MATTER.fullmatch(line.text) or _heads_account(outline, index, end, lines)):
        return "text"
    if apart and last.text.endswith((".", "!", "?")) and _tells_of_someone(line.text):
        return "text"
    if _is_next_letter(outline, index, lines):
        return "text"
    if _PAUSE.match(line.text) or (under and _is_day(last, line)):
        return "text"
    return "text" if index == end - 1 < len(outline.lines) - 1 and _heads_the_next(outline, last, line) else None


_MAIL = re.compile(r"(?P<what>Fra|Frå|From|Til|To|Kopi|Cc|Sendt|Sent|Dato|Date|Emne|Subject|Vedlegg):\s*(?P<value>.*)")
_MAIL_FIRST = ("Fra", "Frå", "From")
_MAIL_TOLD = {"Sendt", "Sent", "Emne", "Subject"}


def heads_mail(lines: Sequence[Line], index: int) -> bool:
    """Tell the head of an e-mail that is printed into a file: who sent it, when, to whom, on what."""
    first = _MAIL.match(lines[index].text)
    if first is None or first["what"] not in _MAIL_FIRST:
        return False
    found = {match["what"] for line in lines[index + 1 : index + 6] if (match := _MAIL.match(line.text))}
    return len(found & _MAIL_TOLD) >= 2


def _is_beside(label: Line, line: Line) -> bool:
    """Tell a cell behind the one that holds a label with its value: `Vedtak: …` beside the one who answers for it."""
    own, at = label.cell, line.cell
    return own is not None and at is not None and at[:2] == own[:2] and at[2] > own[2]


def _tells_of_someone(text: str) -> bool:
    """Tell what a person did or said in the meeting, with which an account goes on: `Kari Berg ba om ordet`."""
    match = _ACTED.match(text)
    return match is not None and (is_name(match["name"]) or is_position(match["name"]))


def _is_foot(line: Line) -> bool:
    """Tell the foot of a page that stands on this one only: a day, and the page's number far out."""
    head, last = (line.text[: line.gaps[-1]], line.text[line.gaps[-1] :].strip()) if line.gaps else ("", "")
    return re.fullmatch(r"\d{1,3}", last) is not None and next(find_days(head), None) is not None


def _heads_account(outline: Outline, index: int, end: int, lines: Sequence[Line]) -> bool:
    """Tell the first numbered heading of the account under a proposal: a gap around it, and a sentence below.

    A decision that holds a list of its own goes on with it.
    """
    line, last = outline.lines[index], lines[-1]
    if index + 1 >= end or not _COUNTED.fullmatch(line.text) or not last.text.endswith(".") or line.cell is not None:
        return False
    after = outline.lines[index + 1]
    gap = max(1, outline.wrap.usual_gap(last))
    gaps = line.number - last.number > gap and after.number - line.number > gap
    listed = any(marked(each) is not None for each in lines)
    headed = not looks_like_sentence(line.text) and marked(after) is None and looks_like_sentence(after.text)
    return gaps and headed and not listed


def _is_next_letter(outline: Outline, index: int, lines: Sequence[Line]) -> bool:
    """Tell `b)` of the case's own list, whose `a)` stands over the decision's label and not in the decision."""
    match = re.match(r"([b-h])\)\s+[A-ZÆØÅ]", outline.lines[index].text)
    if match is None or outline.lines[index].number - lines[-1].number < 2:
        return False
    before = f"{chr(ord(match[1]) - 1)}) "
    first = index - len(lines)
    over = outline.lines[max(0, first - 12) : first]
    return any(line.text.startswith(before) for line in over) and not any(before in line.text for line in lines)


def _is_signature(outline: Outline, index: int, end: int) -> bool:
    """Tell a signature: a name alone on a line, and a position alone on the next."""
    line = outline.lines[index]
    after = outline.lines[index + 1].text if index + 1 < end else ""
    return (
        is_name(line.text)
        and is_first_name(line.text.split()[0])
        and (is_position(after) or is_role(after) or (is_name(after) and not after.endswith(".")))
        and len(after.split()) < 7
    )


def _is_day(last: Line, line: Line) -> bool:
    """Tell a day that stands alone, as the head of a meeting's second day, from the decision's end."""
    unfinished = not last.text.endswith((".", ":", "!", "?")) and line.number - last.number == 1
    day = next(find_days(line.text), None)
    alone = day is not None and day.start == 0 and day.end >= len(line.text.rstrip(" .:"))
    return alone and not unfinished


def _heads_the_next(outline: Outline, last: Line, line: Line) -> bool:
    """Tell a heading over the next case from a decision's last line: alone behind a gap, where the text has ended."""
    return (
        last.text.endswith(".")
        and line.cell is None
        and line.number - last.number > max(1, outline.wrap.usual_gap(last) + 1)
        and re.fullmatch(r"[A-ZÆØÅ][^.:;!?\d]{3,40}", line.text) is not None
        and marked(line) is None
        and not is_name(line.text, least=2)
        and not looks_like_sentence(line.text)
    )
