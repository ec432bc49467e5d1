from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from govdocs import Meeting, Span
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import FieldSpan, MeetingKind


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    kinds = draw(st.lists(st.sampled_from(["a.title", "a.text", "b.title", "unread", "rule", "blank"]), max_size=30))
    out = []
    for number, kind in enumerate(kinds, 1):
        owner, _, field = kind.partition(".")
        out.append(
            Entry(
                line=number,
                page=1 + (number - 1) // 10,
                owner=owner if field else None,
                field=field or None,
                furniture="rule" if kind == "rule" else None,
                blank=kind == "blank",
                text="x" if kind == "unread" else None,
            )
        )
    return tuple(out)


@given(entries())
def test_every_line_is_owned_furniture_blank_or_unread(lines: tuple[Entry, ...]) -> None:
    """The four kinds cover all lines and exclude one another; coverage is the owned share of owned and unread."""
    ledger = Ledger(entries=lines)
    kinds = [(e.owner is not None) + (e.furniture is not None) + e.blank + e.unread for e in lines]
    assert set(kinds) <= {1}
    assert [e.line for e in ledger.unread] == [e.line for e in lines if e.text]
    owned = sum(e.owner is not None for e in lines)
    assert ledger.coverage == (owned / (owned + len(ledger.unread)) if owned or ledger.unread else 1)


@given(entries())
def test_lines_of_and_owner_tell_the_same(lines: tuple[Entry, ...]) -> None:
    """Asked from the record's side or from the line's, the ledger gives one answer."""
    ledger = Ledger(entries=lines)
    for record in ("a", "b", "nobody"):
        spans = ledger.lines_of(record)
        numbers = [n for span in spans for n in range(span.first, span.last + 1)]
        assert numbers == [e.line for e in lines if e.owner == record]
        assert all(span.page == lines[span.first - 1].page for span in spans)
        assert all(one.last + 1 < other.first for one, other in itertools.pairwise(spans)), "longest runs"
        titles = [n for span in ledger.lines_of(record, "title") for n in range(span.first, span.last + 1)]
        assert titles == [e.line for e in lines if e.owner == record and e.field == "title"]
    for entry in lines:
        assert ledger.owner(entry.page, entry.line) == entry.owner
        assert ledger.owner(entry.page + 1, entry.line) is None, "a line is on one page"
    assert ledger.owner(1, 0) is None
    assert ledger.owner(1, len(lines) + 1) is None


def test_a_record_tells_its_fields_lines_itself() -> None:
    """Several records may be read from one line, which only one of them owns; each still says where it stands."""
    place = Span(page=1, first=1, last=1)
    meeting = Meeting(id="m", kind=MeetingKind.MINUTES, span=place, spans=(FieldSpan(field="body", span=place),))
    ledger = Ledger(entries=(Entry(line=1, page=1, owner="other", field="title"),))
    assert ledger.lines_of(meeting, "body") == (place,)
    assert ledger.lines_of(meeting, "number") == ()
    assert ledger.lines_of(meeting) == ()
    assert ledger.lines_of("other") == (place,)


def test_coverage_of_a_part_counts_its_own_lines() -> None:
    """Lines of a part that lies inside are not counted to the outer one."""
    owned, unread = {"owner": "a", "field": "text"}, {"text": "x"}
    kinds: list[dict[str, str]] = [owned, unread, unread, owned]
    ledger = Ledger(entries=tuple(Entry(line=n, page=1, **kind) for n, kind in enumerate(kinds, 1)))  # type: ignore[arg-type]
    assert ledger.coverage_of(LedgerPart(label="outer", genre="minutes", ranges=((1, 1), (4, 4)))) == 1
    assert ledger.coverage_of(LedgerPart(label="inner", genre="plan", ranges=((2, 3),))) == 0
    assert ledger.coverage_of(LedgerPart(label="empty", genre="other")) == 1
    assert ledger.coverage == 0.5
