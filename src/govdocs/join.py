"""Makes one document of what the readers gave: ids, plans in their meetings, the ledger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

import attrs
from attrs import evolve

from govdocs.layout import Layout
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import ActionPlan, Document, Meeting, Record
from govdocs.parts import Part

__all__ = ["draw_ledger", "identify", "link_plans"]

R = TypeVar("R", bound=Record)
Root = Meeting | ActionPlan | None


def identify(document: Document, roots: Sequence[Root]) -> tuple[Document, list[Root]]:
    """Give every record its id; returns the document and its roots in the order they came in."""
    taken: set[str] = set()
    key = document.source.sha256[:8]
    named: list[Root] = []
    for root in roots:
        named.append(_named(root, key, taken) if root is not None else None)
    return (
        evolve(
            document,
            meetings=tuple(r for r in named if isinstance(r, Meeting)),
            plans=tuple(r for r in named if isinstance(r, ActionPlan)),
        ),
        named,
    )


def _named(record: R, parent: str, taken: set[str]) -> R:
    stem = f"{parent}/{_own_name(record)}"
    key, n = stem, 1
    while key in taken:
        n += 1
        key = f"{stem}~{n}"
    taken.add(key)
    changes: dict[str, object] = {"id": key}
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, Record):
            changes[attribute.name] = _named(value, key, taken)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            changes[attribute.name] = tuple(_named(item, key, taken) for item in value)
    return evolve(record, **changes)


def _own_name(record: Record) -> str:
    """Return what tells a record from its siblings: its kind and its number, date or first word."""
    kind = type(record).__name__.lower()
    number = getattr(record, "number", None) or getattr(record, "date", None) or ""
    tail = re.sub(r"[^\w.]+", "-", str(number)).strip("-").lower()
    return f"{kind}-{tail}" if tail else kind


def link_plans(document: Document, parts: Sequence[Part], named: Sequence[Root]) -> Document:
    """Tell each plan the meeting whose document holds it, and each meeting its plans."""
    homes: dict[str, Meeting] = {}
    for part, plan in zip(parts, named, strict=True):
        if not isinstance(plan, ActionPlan):
            continue
        around = [
            (other.claim.last - other.claim.first, meeting)
            for other, meeting in zip(parts, named, strict=True)
            if isinstance(meeting, Meeting) and other.claim.first <= part.claim.first and part.claim.last <= other.claim.last
        ]
        if around:
            homes[plan.id] = min(around, key=lambda item: item[0])[1]
    return evolve(
        document,
        meetings=tuple(
            evolve(m, plans=tuple(p for p, home in homes.items() if home.id == m.id)) for m in document.meetings
        ),
        plans=tuple(evolve(p, meeting=homes[p.id].id if p.id in homes else None) for p in document.plans),
    )


def draw_ledger(document: Document, layout: Layout, parts: Sequence[Part], named: Sequence[Root]) -> Ledger:
    """Give every line its one owner: the deepest record that names the line as one of its fields."""
    owners: dict[int, tuple[str, str | None]] = {}
    roots = {r.id: r for r in (*document.meetings, *document.plans)}
    for part, root in zip(parts, named, strict=True):
        if root is None:
            continue
        mine = {n for first, last in part.ranges for n in range(first, last + 1)}
        _own(roots[root.id], owners, mine)
    entries = []
    for line in layout.lines:
        owner, name = owners.get(line.number, (None, None))
        entries.append(
            Entry(
                line=line.number,
                page=line.page,
                owner=None if line.blank else owner,
                field=None if line.blank or owner is None else name,
                furniture=line.furniture if owner is None and not line.blank else None,
                blank=line.blank,
                text=line.text if owner is None and line.furniture is None and not line.blank else None,
            )
        )
    return Ledger(entries=tuple(entries), parts=tuple(_ledger_parts(layout, parts, named)))


def _own(record: Record, owners: dict[int, tuple[str, str | None]], mine: set[int]) -> None:
    """Let children claim their lines first, then the record's own fields take what is left."""
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        items = value if isinstance(value, tuple) else (value,)
        for item in items:
            if isinstance(item, Record):
                _own(item, owners, mine)
    for named in record.spans:
        for number in range(named.span.first, named.span.last + 1):
            if number in mine:
                owners.setdefault(number, (record.id, named.field))


def _ledger_parts(layout: Layout, parts: Sequence[Part], named: Sequence[Root]) -> list[LedgerPart]:
    out = [
        LedgerPart(
            label=part.claim.label or str(part.claim.genre),
            genre=str(part.claim.genre),
            reader=part.claim.reader,
            confidence=part.claim.confidence,
            ranges=part.ranges,
            record=root.id if root is not None else None,
        )
        for part, root in zip(parts, named, strict=True)
    ]
    covered = {n for part in parts for n in range(part.claim.first, part.claim.last + 1)}
    start = None
    for line in (*layout.lines, None):
        free = line is not None and line.number not in covered
        if free and start is None and line is not None and not line.blank:
            start = last = line.number
        elif free and line is not None and not line.blank:
            last = line.number
        elif not free and start is not None:
            out.append(LedgerPart(label=_label_of(layout, start), genre="other", ranges=((start, last),)))
            start = None
    return sorted(out, key=lambda part: part.ranges[0] if part.ranges else (0, 0))


def _label_of(layout: Layout, start: int) -> str:
    """Name an unread part by its first words."""
    text = layout.lines[start - 1].text
    return text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …"
