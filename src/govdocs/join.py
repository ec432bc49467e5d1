"""Makes one document of what the readers gave: ids for the records, plans in their meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from attrs import evolve

from govdocs.model import ActionPlan, Document, Meeting, PlanLink, Record
from govdocs.model.records import fields_of
from govdocs.parts import Part

__all__ = ["identify", "link_plans"]

_NO_NAME = re.compile(r"[^\w.]+")
R = TypeVar("R", bound=Record)
Root = Meeting | ActionPlan | None


def identify(document: Document, roots: Sequence[Root]) -> tuple[Document, list[Root]]:
    """Give every record its id; returns the document and its roots in the order they came in."""
    taken: dict[str, int] = {}
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


def _named(record: R, parent: str, taken: dict[str, int]) -> R:
    stem = f"{parent}/{_own_name(record)}"
    n = taken.get(stem, 0) + 1  # counted on from the last of its name, so that thousands of siblings take linear time
    key = stem if n == 1 else f"{stem}~{n}"
    while key in taken:
        n += 1
        key = f"{stem}~{n}"
    taken[stem] = n
    taken.setdefault(key, 1)
    changes: dict[str, Any] = {"id": key}
    for name in fields_of(type(record), Record):
        value = getattr(record, name)
        if isinstance(value, Record):
            changes[name] = _named(value, key, taken)
        elif value:
            changes[name] = tuple(_named(item, key, taken) for item in value)
    return evolve(record, **changes)


def _own_name(record: Record) -> str:
    """Return what tells a record from its siblings: its kind and its number, date or first word."""
    kind = type(record).__name__.lower()
    number = getattr(record, "number", None) or getattr(record, "date", None) or ""
    tail = _NO_NAME.sub("-", str(number)).strip("-").lower()
    return f"{kind}-{tail}" if tail else kind


def link_plans(document: Document, parts: Sequence[Part], named: Sequence[Root]) -> Document:
    """Tell each meeting the plans that stand inside its document."""
    homes: dict[str, Meeting] = {}
    for part, plan in zip(parts, named, strict=True):
        if not isinstance(plan, ActionPlan):
            continue
        around = [
            (other.claim.last - other.claim.first, meeting)
            for other, meeting in zip(parts, named, strict=True)
            if isinstance(meeting, Meeting)
            and other.claim.first <= part.claim.first
            and part.claim.last <= other.claim.last
        ]
        if around:
            homes[plan.id] = min(around, key=lambda item: item[0])[1]
    return evolve(
        document,
        meetings=tuple(
            evolve(m, plans=tuple(PlanLink(resolved=p) for p, home in homes.items() if home.id == m.id))
            for m in document.meetings
        ),
    )
