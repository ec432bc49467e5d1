"""Whether what a plugin answers is something the core and the writers can trust: types, line numbers, ids."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from govdocs.layout import Layout, Span
from govdocs.model import ActionPlan, Finding, Meeting, Record
from govdocs.model.records import inner_records
from govdocs.parts import Claim

__all__ = ["claim_fault", "finding_fault", "layout_fault", "record_fault"]

Check = Callable[[object], bool]
_UNIONS = (Union, types.UnionType)


def layout_fault(layout: object) -> str | None:
    """Return what is wrong with a layout's numbers, `None` for a sound one: gaps in lines or pages, cells astray."""
    if not isinstance(layout, Layout):
        return f"answered with {type(layout).__name__}, not Layout"
    return next(_layout_faults(layout), None)


def _layout_faults(layout: Layout) -> Iterator[str]:
    for number, line in enumerate(layout.lines, 1):
        if line.number != number:
            yield f"gave a layout whose line {number} has the number {line.number}"
    last = 0
    for number, page in enumerate(layout.pages, 1):
        if (page.number, page.first) != (number, last + 1) or page.last < page.first - 1:
            place = f"{page.number}, lines {page.first}-{page.last}"
            yield f"gave a layout whose page {number} is {place}, after line {last}"
        last = page.last
        if any(line.page != number for line in layout.lines[page.first - 1 : page.last]):
            yield f"gave a layout with a line of page {number} that says it stands on another"
    if last != len(layout.lines) or not layout.pages:
        yield f"gave a layout of {len(layout.lines)} lines whose pages end with line {last}"
    for number, table in enumerate(layout.tables):
        if table.number != number or not 1 <= table.first <= table.last <= len(layout.lines):
            yield f"gave a layout whose table {number} is {table.number}, lines {table.first}-{table.last}"
        if any(not table.first <= line.number <= table.last for row in table.rows for c in row for line in c.lines):
            yield f"gave a layout whose table {number} has a line outside {table.first}-{table.last}"


def claim_fault(claim: object, layout: Layout) -> str | None:
    """Return what is wrong with a claim, `None` for a sound one."""
    if not isinstance(claim, Claim):
        return f"gave a {type(claim).__name__}, not a Claim"
    if misfit := _misfit(claim):
        return f"gave a claim whose {misfit}"
    if not 1 <= claim.first <= claim.last <= len(layout.lines):
        return f"claims lines {claim.first}-{claim.last} of {len(layout.lines)}"
    if not 0 < claim.confidence <= 1:
        return f"claims with confidence {claim.confidence}, which is not in (0, 1]"
    for item in claim.evidence:
        if not 1 <= item.line <= len(layout.lines):
            return f"claims by line {item.line} of {len(layout.lines)}"
    return None


def finding_fault(finding: object, layout: Layout) -> str | None:
    """Return what is wrong with a finding, `None` for a sound one."""
    if not isinstance(finding, Finding):
        return f"gave a {type(finding).__name__}, not a Finding"
    if misfit := _misfit(finding):
        return f"gave a finding whose {misfit}"
    if finding.span is not None and not _lies_in(finding.span, layout):
        return f"gave the finding {finding.code} {_placed(finding.span, layout)}"
    return None


def record_fault(record: object, layout: Layout) -> str | None:
    """Return what is wrong with a meeting or plan, `None` for a sound one: a wrong type, a span outside, an id."""
    if not isinstance(record, Meeting | ActionPlan):
        return f"answered with {type(record).__name__}, not Meeting or ActionPlan"
    fault = next(_record_faults(record, layout), None)
    return f"gave a record whose {fault}" if fault else None


def _record_faults(record: Record, layout: Layout) -> Iterator[str]:
    kind = type(record).__name__
    if misfit := _misfit(record):
        yield f"{kind}.{misfit}"
        return  # what is of the wrong type cannot be looked into
    if record.id:
        yield f"{kind}.id is {record.id!r}, though ids are given by the core"
    for field, span in (("span", record.span), *((f"spans[{s.field}]", s.span) for s in record.spans)):
        if not _lies_in(span, layout):
            yield f"{kind}.{field} is {_placed(span, layout)}"
    for inner in inner_records(record):
        yield from _record_faults(inner, layout)


def _lies_in(span: Span, layout: Layout) -> bool:
    return 1 <= span.first <= span.last <= len(layout.lines) and layout.lines[span.first - 1].page == span.page


def _placed(span: Span, layout: Layout) -> str:
    place = f"page {span.page}, lines {span.first}-{span.last}"
    return f"{place}, which is no place in a document of {len(layout.lines)} lines"


def _misfit(value: object) -> str | None:
    for name, plain, fits, wanted in _checks(type(value)):
        found = getattr(value, name)
        if type(found) not in plain and not fits(found):
            text = repr(found)
            return f"{name} is {text if len(text) <= 60 else f'a {type(found).__name__}'}, not {wanted}"
    return None


_KNOWN: dict[type, list[tuple[str, frozenset[type], Check, str]]] = {}
"""What was found out of a class; not `functools.cache`, since to type checkers a class is not hashable."""


def _checks(cls: type) -> list[tuple[str, frozenset[type], Check, str]]:
    """Return each field of a class, the types that fit without a closer look, a check, and how its type is written."""
    if cls not in _KNOWN:
        kinds = get_type_hints(cls)
        _KNOWN[cls] = [
            (field.name, _plain(kinds[field.name]), _check(kinds[field.name]), str(field.type))
            for field in attrs.fields(cls)
        ]
    return _KNOWN[cls]


def _plain(kind: Any) -> frozenset[type]:
    """Return the classes a type allows whose objects hold nothing that is looked into here."""
    options = get_args(kind) if get_origin(kind) in _UNIONS else (kind,)
    bare = [option for option in options if get_origin(option) is None]
    return frozenset(option for option in bare if not attrs.has(option) or issubclass(option, Record))


def _check(kind: Any) -> Check:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return reduce(_either, map(_check, parts))
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        item = _check(parts[0])
        return lambda value: isinstance(value, tuple) and all(map(item, value))
    if attrs.has(kind) and not issubclass(kind, Record):  # records are looked into one by one, to be told by name
        return lambda value: isinstance(value, kind) and _misfit(value) is None
    if kind in (int, float):
        numbers = (int, float) if kind is float else int
        return lambda value: isinstance(value, numbers) and not isinstance(value, bool)
    return lambda value: isinstance(value, kind)


def _either(one: Check, other: Check) -> Check:
    return lambda value: one(value) or other(value)
