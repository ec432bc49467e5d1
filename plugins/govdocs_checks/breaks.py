"""Texts that a page break tore: other text lies between their halves, or their end is missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from govdocs.layout import Span
from govdocs.model import Case, FieldSpan, Finding, Meeting, Record
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View
from govdocs_checks.words import words

__all__ = ["check"]

_APART = frozenset({"agenda", "cases", "participants", "closing", "references"})
"""Fields that gather lines from several places, so that other text between them is no accident."""

_HEADS = frozenset({"title", "subtitle", "heading", "goal"})
"""Fields that hold nothing of what stands under the record."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each text that goes on elsewhere after a page break, or breaks off at one."""
    for record in view.records.values():
        by_field: dict[str, list[FieldSpan]] = {}
        for said in record.spans:
            by_field.setdefault(said.field, []).append(said)
        for name, spans in by_field.items():
            if name not in _APART and len(spans) > 1 and not isinstance(record, Meeting):
                yield from _torn(view, record, name, [said.span for said in spans])
        if not isinstance(record, Meeting | Case):
            yield from _broken_off(view, record, by_field)


def _torn(view: View, record: Record, name: str, spans: list[Span]) -> Iterator[Finding]:
    for before, after in itertools.pairwise(spans):
        if after.page == before.page or after.first <= before.last + 1:
            continue
        cell = view.layout.lines[before.last - 1].cell
        if cell is not None and cell == view.layout.lines[after.first - 1].cell:  # the row's other cells stand between
            continue
        within = slice(before.last, after.first - 1)
        if any(
            entry.owner not in (None, record.id)
            and not line.running
            and (name in _HEADS or not str(entry.owner).startswith(f"{record.id}/"))
            for entry, line in zip(view.document.ledger.entries[within], view.layout.lines[within], strict=True)
        ):
            text = _first_text(view, record, name)
            yield finding("GD103", "torn", {"text": shown(text)}, before, record)
            return


def _broken_off(view: View, record: Record, by_field: dict[str, list[FieldSpan]]) -> Iterator[Finding]:
    for name in ("text", "paragraphs"):
        spans = by_field.get(name, ())
        if not spans:
            continue
        texts = [each.text for each in view.texts(record) if each.field == name]
        if not texts or not _is_open(texts[-1]):
            continue
        last = spans[-1].span
        page = view.layout.pages[view.layout.lines[last.last - 1].page - 1]
        rest = view.layout.lines[last.last : page.last]
        if page.number < len(view.layout.pages) and not any(line.text and line.furniture is None for line in rest):
            text = f"… {texts[-1][-50:].partition(' ')[2]}"
            yield finding("GD103", "open", {"text": text}, view.layout.span(last.last, last.last), record)


def _is_open(text: str) -> bool:
    """Tell a text that has no end: it stops at a comma, a hyphen, or a word that asks for another."""
    return text.endswith((",", "-", "–")) or text.rsplit(" ", 1)[-1] in words("open")


def _first_text(view: View, record: Record, name: str) -> str:
    texts = (each.text for each in view.texts(record) if each.field == name)
    return next(texts, getattr(record, "title", None) or "")
