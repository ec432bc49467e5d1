"""What the head of a case paper holds between a case's number and its title."""

from __future__ import annotations

import re

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.numbers import archive_number
from govdocs.norwegian.words import either
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.heads import names_row
from govdocs.reading.outline import Outline
from govdocs.reading.routing import column_heads

__all__ = ["TITLE_LABEL", "behind_the_head", "is_label", "names_owner"]


TITLE_LABEL = re.compile(
    rf"^(?:{either('cases', 'titles')})\s*:\s*(?:saksprotokoll\s*(?=[-–:]))?(?:[-–:]\s+)?(?=\S)", re.IGNORECASE
)
"""A label before the title, and the kind of document that some set there too: `Tittel: Saksprotokoll - Ny skole`."""
_MOST_FACTS = 6
"""Lines between a case's number and the label of its title at the most."""


def _labelled_title(outline: Outline, at: int, end: int) -> int | None:
    """Return where a label before the title stands, with nothing but labelled facts between: `Resultat: …`."""
    for n in range(at, min(at + _MOST_FACTS, end)):
        text = outline.lines[n].text
        if TITLE_LABEL.match(text):
            return n
        if ":" not in text or decision_label(text, outline.vocabulary, minutes=True) is not None:
            return None
    return None


def behind_the_head(outline: Outline, at: int, end: int, lead: list[Line], *, minutes: bool) -> int:
    """Pass over what the head of a case paper holds between number and title; returns where the title begins."""
    rows = {
        n for place, stops in outline.routes for stop in stops for n in range(stop.index, stop.index + stop.count)
    } | column_heads(outline.routes)
    bodies = {stop.body for _, stops in outline.routes for stop in stops}
    if minutes and (named := _labelled_title(outline, at, end)) is not None:
        lead.extend(outline.lines[at:named])
        return named
    start = at
    while at < end and at - start < 24:
        line = outline.lines[at]
        word = document_word(line.text)
        label = outline.vocabulary.label(line.text, "case", "head", bare=True)
        fact = (
            label is not None
            and (label.colon or bool(label.value))
            and label.kind not in ("case.attachments", "case.background")
        )
        if minutes:  # minutes name no more than the archive's number between a case's number and its title
            archived = archive_number(line.text)
            if not (fact and label is not None and label.kind == "case.archive") and not (archived and archived[0]):
                break
            lead.append(line)
            at += 1
            continue
        after = outline.lines[at + 1] if at + 1 < end else line
        if (
            label is None
            and len(line.text) < 30
            and outline.vocabulary.kind(f"{line.text} {after.text.partition(':')[0]}", "case", "head")
        ):
            lead.extend((line, evolve(after, text=f"{line.text} {after.text}")))
            at += 2
            continue
        if (
            at in rows
            or names_row(line)
            or (word is not None and word[0] == "papers" and len(line.text) < 40)
            or fact
            or names_owner(line.text)
            or line.text in bodies
        ):
            lead.append(line)
            at += 1
            if fact and label is not None and not label.value and at < end and not is_label(outline, at, False):
                lead.append(outline.lines[at])
                at += 1
            continue
        columns = [
            text
            for a, b in zip([0, *line.gaps], [*line.gaps, len(line.text)], strict=True)
            if (text := line.text[a:b].strip())
        ]
        if len(columns) > 1 and all(outline.vocabulary.kind(text, "case", "head") for text in columns):
            lead.extend(outline.lines[at : at + 2])
            at += 2
            continue
        break
    return at if at < end else start


def names_owner(text: str) -> bool:
    """Tell the line that only names whose papers they are."""
    return (
        text[:1].isupper()
        and is_organization(text)
        and len(text) < 60
        and bool(
            re.search(r"(?:kommune|fylkeskommune|HF|RHF|universitet\w*|høgskol\w*|høgskul\w*)$", text, re.IGNORECASE)
        )
    )


def is_label(outline: Outline, at: int, minutes: bool) -> bool:
    """Tell a line that a label begins, of a decision, a fact or a section, from one of a title."""
    text = outline.lines[at].text
    vocabulary = outline.vocabulary
    if decision_label(text, vocabulary, minutes=minutes) is not None:
        return True
    label = vocabulary.label(text, "case", "section", "attendance", "head", "close", bare=True)
    if label is None:
        return False
    return (
        label.colon
        or not label.value
        or label.kind in ("case.type", "case.officer", "case.attachments", "case.archive", "case.background")
        or (label.kind in ("case.to", "case.sender", "case.responsible") and label.value[:1].isupper())
    )
