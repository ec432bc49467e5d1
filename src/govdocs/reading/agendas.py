"""What the agenda says of cases that the document treats: where it names them, their types, their archive numbers."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from attrs import evolve, field, frozen

from govdocs.layout import Span
from govdocs.model import Case, FieldSpan
from govdocs.norwegian.numbers import archive_number, head_number
from govdocs.reading.blocks import spans_of
from govdocs.reading.case_kinds import case_types, is_case_type, type_beside, types_over
from govdocs.reading.extents import paper_top
from govdocs.reading.heads import CaseHead, number_key
from govdocs.reading.outline import Outline
from govdocs.reading.tabled import table_top

__all__ = ["Told", "agenda_lines", "told_by_agenda", "with_agenda"]


@frozen(kw_only=True)
class Told:
    """What columns of the agenda's table say of the cases, by number."""

    types: dict[str, str] = field(factory=dict)
    archives: dict[str, str] = field(factory=dict)


def agenda_lines(
    outline: Outline, entries: Sequence[CaseHead], main: Sequence[CaseHead], agenda: int | None, *, papers: bool
) -> dict[str, list[Span]]:
    """Return the spans of agenda entries by case, and those of the agenda's heading under `""`."""
    begun = (
        (min(table_top(outline.lines, outline.routes, head), paper_top(outline, head) if papers else head.index), None)
        for head in main
    )
    marks = sorted([*((h.index, h.key) for h in entries), *begun], key=itemgetter(0))
    spans: dict[str, list[Span]] = {}
    for n, (index, key) in enumerate(marks):
        if key is None:
            continue
        stop = marks[n + 1][0] if n + 1 < len(marks) else len(outline.lines)
        lines = list(outline.lines[index:stop])
        while len(lines) > 1 and outline.vocabulary.label(lines[-1].text, "agenda") is not None:
            spans.setdefault("", []).extend(spans_of([lines.pop()]))
        spans.setdefault(key, []).extend(spans_of(lines))
    if agenda is not None:
        first = min((m[0] for m in marks), default=agenda + 1)
        spans.setdefault("", []).extend(spans_of(outline.lines[agenda : max(agenda + 1, first)]))
    return spans


def told_by_agenda(outline: Outline, heads: Sequence[CaseHead]) -> Told:
    """Return what the agenda tells of the cases beside their titles.

    Types and numbers in the archive stand in columns of its table; headings name the type of all cases under them.
    """
    told = Told(types=types_over(outline.lines, heads))
    key = ""
    archived: int | None = None
    for head in heads:
        if label := type_beside(outline.lines[head.index]):
            told.types.setdefault(head.key, label)
    for line in outline.lines:
        if line.cell is None:
            key, archived = "", None
        elif outline.vocabulary.kind(line.text, "case") == "case.archive":
            archived = line.cell[2]
        elif line.cell[2] == 0:
            hit = head_number(line.text, bare=True)
            key = number_key(hit.number) if hit is not None else ""
        elif key and is_case_type(line.text):
            told.types[key] = line.text
        elif key and line.cell[2] == archived and archive_number(line.text) is not None:
            told.archives[key] = line.text
    return told


def with_agenda(case: Case, spans: dict[str, list[Span]], told: Told) -> Case:
    """Return a case with what the agenda says of it."""
    key = number_key(case.number or "")
    own = spans.get(key, ()) if key else ()
    label = case.type_label or told.types.get(key)
    if label != case.type_label:
        case = evolve(case, type_label=label, type=case_types(label))
    return evolve(
        case,
        archive_number=case.archive_number or told.archives.get(key),
        spans=(*case.spans, *(FieldSpan(field="agenda", span=s) for s in own)),
        subcases=tuple(with_agenda(sub, spans, told) for sub in case.subcases),
    )
