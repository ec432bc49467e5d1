"""Bodies whose name is put together in two ways in one document: `Sør-Øst` and `Sørøst`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govdocs.layout import Span
from govdocs.model import Finding
from govdocs_checks.codes import finding
from govdocs_checks.spelling import letters, one_letter_apart
from govdocs_checks.view import PartText, View

__all__ = ["check"]

_WORD = re.compile(r"[\wÆØÅæøå]+(?:-[\wÆØÅæøå]+)*-?")
_PLAIN = re.compile(r"[\w\s-]+")
_AND = re.compile(r"(?:og|eller|samt)\b")
SHORTEST = 8
"""Letters of a name that is looked at."""
MISSPELT = 12
"""Letters of a name that may be told to be misspelt."""
LONGEST = 7
"""Words of one."""


def check(view: View) -> Iterator[Finding]:
    """Yield one finding for each body whose name differs in hyphens or blanks."""
    known: dict[str, dict[str, tuple[str, Span]]] = {}
    for name, span in _names(view):
        key = letters(name)
        if len(key) >= SHORTEST and len(name.split()) <= LONGEST:
            known.setdefault(key, {}).setdefault(_form(name), (name, span))
    begun = {key[:length] for key in known for length in range(len(key) + 1)}
    for part in view.parts if known else ():
        for word in _WORD.finditer(part.text):
            if not part.text[start := word.start()].isupper() or letters(word.group()) not in begun:
                continue
            key = ""
            for after in islice(_WORD.finditer(part.text, start), LONGEST):
                key += letters(after.group())
                if key not in begun:
                    break
                if key not in known:
                    continue
                written = _rejoined(part, start, after.end())
                if _PLAIN.fullmatch(written):
                    known[key].setdefault(_form(written), (written, part.span(start, after.end())))
    _near(known)
    for forms in known.values():
        if len(forms) > 1:
            (first, _), *others = forms.values()
            spelled = tuple(name for name, _ in others)
            yield finding("GD302", "spelled", {"name": first, "others": spelled}, others[0][1])


def _near(known: dict[str, dict[str, tuple[str, Span]]]) -> None:
    """Put names of the records together that differ by one letter, the later with the earlier."""
    buckets: dict[str, list[str]] = {}
    for key in list(known):
        if len(key) < MISSPELT:
            continue
        bucket = buckets.setdefault(key[:5], [])
        other = next((o for o in bucket if _letter_apart(o, key)), None)
        if other is None:
            bucket.append(key)
        else:
            for form, place in known.pop(key).items():
                known[other].setdefault(form, place)


def _letter_apart(one: str, other: str) -> bool:
    """Tell whether a letter within the names differs; another ending or figure makes another name."""
    if not one_letter_apart(one, other) or one[-1] != other[-1]:
        return False
    return re.sub(r"\D", "", one) == re.sub(r"\D", "", other)


def _rejoined(part: PartText, start: int, end: int) -> str:
    """Return a stretch of the text with hyphens at line ends joined to what follows, unless it is `og` or its like."""
    text = part.text[start:end].rstrip("-")
    for at in range(len(text) - 1, 0, -1):
        if text[at] == " " and text[at - 1] == "-" and part.line_at(start + at + 1) is not part.line_at(start + at):
            text = text if _AND.match(text, at + 1) else text[:at] + text[at + 1 :]
    return text


def _names(view: View) -> Iterator[tuple[str, Span]]:
    for meeting in view.document.meetings:
        if meeting.body:
            yield meeting.body, next((s.span for s in meeting.spans if s.field == "body"), meeting.span)
        for participant in meeting.participants:
            if participant.organization:
                yield participant.organization, participant.span
        for case in meeting.all_cases():
            if case.to:
                yield case.to, next((s.span for s in case.spans if s.field == "to"), case.span)
    for plan in view.document.plans:
        for action in plan.actions:
            for name in action.responsible:
                yield name, action.span


def _form(name: str) -> str:
    """Return a name as two spellings of it are compared: case aside, since that is a matter of taste."""
    return " ".join(name.split()).casefold()
