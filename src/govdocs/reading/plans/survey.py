"""All that looks like a plan in some lines: tables of any make, lists of measures, and what is left as running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, evolve, frozen

from govdocs.layout import Line, Table
from govdocs.norwegian.numbers import head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap, words_of
from govdocs.reading.outline import document_word
from govdocs.reading.plans.aligned import is_aligned, read_aligned, with_edges
from govdocs.reading.plans.columns import Header, Kind, find_headers
from govdocs.reading.plans.flattened import read_flattened
from govdocs.reading.plans.grids import Grid, Row, grids_of
from govdocs.reading.plans.headings import area_label, heading_at
from govdocs.reading.plans.lists import find_lists
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.names import is_plan_title
from govdocs.reading.plans.values import Lexicon, body_like, open_ended

__all__ = ["Survey", "is_foreign", "survey"]

_CLOCK = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?")


@frozen(kw_only=True)
class Survey:
    """What was found."""

    lines: tuple[Line, ...]
    """The text lines, those of tables too."""
    taken: tuple[bool, ...]
    """For each line whether a table or list has it."""
    grids: tuple[Grid, ...]
    """Tables and lists of measures in order."""
    lexicon: Lexicon
    """Texts that come again and again."""
    wrap: Wrap
    """How the lines go on."""
    words: frozenset[str]
    """Words that stand whole in the lines."""

    def index(self, number: int) -> int:
        """Return the place of the first text line with at least a line number."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].number < number:
                low = middle + 1
            else:
                high = middle
        return low


@define
class _Running:
    """The running lines, with headers found in them."""

    lines: list[Line]
    wrap: Wrap
    vocabulary: Vocabulary
    counts: Counter[str]
    """How often each line stands in the text."""


def survey(source: Sequence[Line], tables: Sequence[Table], vocabulary: Vocabulary) -> Survey:
    """Look through lines in reading order for all that a plan is made of."""
    real = [grid for grid in grids_of(tables, vocabulary) if _is_plan(grid)]
    in_grids = {id(line) for grid in real for line in (*grid.heads, *(line for row in grid.rows for line in row.lines))}
    text = [line for line in source if line.text and (line.furniture is None or line.furniture == "running-head")]
    heads = {id(line) for header in find_headers([x for x in text if x.furniture], vocabulary) for line in header.lines}
    lines = [line for line in text if line.furniture is None or id(line) in heads]
    wrap = Wrap(tuple(lines))
    running = [line for line in lines if id(line) not in in_grids]
    found = _in_running(running, wrap, vocabulary)
    lexicon = Lexicon.of(running)
    grids = [grid for grid in found if _is_plan(grid)]
    numbers = {id(line) for grid in grids for line in grid.heads} | _line_numbers(grids)
    left = [line for line in running if id(line) not in numbers and line.number not in numbers]
    for grid in find_lists(left, wrap, vocabulary):
        grids.append(grid)
    every = _joined(sorted([*real, *grids], key=lambda grid: (grid.first, grid.last)), wrap)
    used = {line.number for grid in every for line in (*grid.heads, *(line for row in grid.rows for line in row.lines))}
    return Survey(
        lines=tuple(lines),
        taken=tuple(line.number in used for line in lines),
        grids=tuple(every),
        lexicon=lexicon,
        wrap=wrap,
        words=words_of(lines),
    )


def _line_numbers(grids: Sequence[Grid]) -> set[int]:
    return {line.number for grid in grids for row in grid.rows for line in row.lines}


def _is_plan(grid: Grid) -> bool:
    """Tell a plan's table from a programme of a day, whose times are clock times, and from one without any measure."""
    times = [" ".join(line.text for line in cell) for row in grid.rows if (cell := grid.cell(row, Kind.DEADLINE))]
    if times and sum(bool(_CLOCK.fullmatch(time)) for time in times) * 2 >= len(times):
        return False
    measures = [row for row in grid.rows if grid.cell(row, Kind.MEASURE)]
    words = sum(
        any(c.isalpha() for c in "".join(line.text for line in grid.cell(row, Kind.MEASURE))) for row in measures
    )
    return bool(measures) and words * 2 >= len(measures)


# Tables in running lines


def _in_running(lines: list[Line], wrap: Wrap, vocabulary: Vocabulary) -> list[Grid]:
    headers = [header for header in find_headers(lines, vocabulary) if all(line.cell is None for line in header.lines)]
    lexicon = Lexicon.of(lines)
    groups = _continued(headers, lines)
    running = _Running(lines, wrap, vocabulary, Counter(line.text for line in lines))
    grids: list[Grid] = []
    for n, group in enumerate(groups):
        limit = _zone(running, groups[n + 1][0], group[-1].end, lexicon) if n + 1 < len(groups) else len(lines)
        grids.extend(_read_group(running, group, limit, lexicon))
    return grids


def _continued(headers: Sequence[Header], lines: Sequence[Line]) -> list[list[Header]]:
    """Group a header with its repetitions at the top of the pages that follow."""
    groups: list[list[Header]] = []
    for header in headers:
        start = lines[header.start]
        top = header.start == 0 or lines[header.start - 1].page != start.page
        if groups and top and groups[-1][-1].key == header.key:
            groups[-1].append(header)
        else:
            groups.append([header])
    return groups


def _zone(running: _Running, header: Header, floor: int, lexicon: Lexicon) -> int:
    """Return where the headings over a header begin: the table before it ends there at the latest."""
    lines = running.lines
    at = header.start - 1
    best = header.start
    heads: list[str] = []
    while at >= floor and header.start - at <= 45:
        line = lines[at]
        if line.text in lexicon and not line.heading and area_label(line.text, running.vocabulary) is None:
            break
        heading = heading_at(lines, at, running.wrap, running.vocabulary)
        if heading is not None and not _is_row(running, at, heading.style, floor):
            if heads and best - at > 8:
                break
            heads.append(heading.style)
            best = at
        elif at == header.start - 1 or (_top(lines, at) and header.start - at <= 8):
            if _may_head(lines, at, running.wrap):
                best = _paragraph_start(running, at, floor)
                if _top(lines, best) or is_plan_title(lines[best].text, running.vocabulary):
                    break
                at = best
        elif best < header.start and best - at > 6:
            break
        at -= 1
    return best


def _is_row(running: _Running, at: int, style: str, floor: int) -> bool:
    """Tell a numbered row from a numbered heading: it goes on a list, or nothing parts it from the line above."""
    if not style.startswith("number") or at == 0:
        return False
    lines = running.lines
    own = mark_of(lines[at].text)
    for place in range(at - 1, max(floor, at - 7) - 1, -1):
        other = mark_of(lines[place].text)
        if own is not None and other is not None and other.shape == own.shape:
            return other.value != own.value
    a, b = lines[at - 1], lines[at]
    return a.page == b.page and b.number - a.number <= 1 + running.wrap.usual_gap(b) and not a.text[:1].isdigit()


def _top(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at].page != lines[at - 1].page


def _may_head(lines: Sequence[Line], at: int, wrap: Wrap) -> bool:
    """Tell whether a line right over a header may be its heading: parted from the text above, and no rest of it."""
    if at == 0:
        return True
    line, before = lines[at], lines[at - 1]
    if mark_of(line.text) is not None and mark_of(line.text).shape in "•-o":  # type: ignore[union-attr]
        return False
    return line.page != before.page or line.number - before.number > 1 or not line.text[:1].islower()


def _paragraph_start(running: _Running, at: int, floor: int) -> int:
    while (
        at > floor
        and running.wrap.goes_on(running.lines[at - 1], running.lines[at])
        and running.lines[at - 1].page == running.lines[at].page
    ):
        at -= 1
    return at


def _read_group(running: _Running, group: list[Header], limit: int, lexicon: Lexicon) -> list[Grid]:
    """Read a table with one header, or with one on each page."""
    lines, vocabulary = running.lines, running.vocabulary
    first = group[0]
    ends = [header.start for header in group[1:]] + [limit]
    parts = [_until_stop(running, lines[header.end : end], header) for header, end in zip(group, ends, strict=True)]
    whole = [line for part in parts for line in part]
    heads = tuple(line for header in group for line in header.lines)
    if is_aligned(whole, first) or is_aligned(parts[0], first):
        out: list[Grid] = []
        for header, part in zip(group, parts, strict=True):
            header, taken = with_edges(header, part, vocabulary)
            rows = _trimmed(read_aligned(part[taken:], header), header, lexicon)
            if rows:
                used = _span(rows, header.lines)
                out.append(
                    Grid(
                        header=header,
                        heads=header.lines,
                        rows=tuple(rows),
                        first=used[0],
                        last=used[1],
                        joins=bool(out),
                    )
                )
        return out
    rows = _trimmed(read_flattened(whole, first, vocabulary, lexicon), first, lexicon)
    if not rows or not _believable(rows, first, vocabulary, lexicon):
        return []
    used = _span(rows, first.lines)
    return [
        Grid(
            header=first,
            heads=tuple(h for h in heads if h.number <= used[1]),
            rows=tuple(rows),
            first=used[0],
            last=used[1],
        )
    ]


def _believable(rows: Sequence[Row], header: Header, vocabulary: Vocabulary, lexicon: Lexicon) -> bool:
    """Tell whether a table put together from lines holds what its heads say: bodies where bodies should stand."""
    at = header.index(Kind.RESPONSIBLE)
    if at is None:
        return True
    likes = [max(body_like(line.text, vocabulary, lexicon) for line in row.cells[at]) for row in rows if row.cells[at]]
    return sum(likes) >= 0.5 * len(likes)


def _span(rows: Sequence[Row], heads: Sequence[Line]) -> tuple[int, int]:
    numbers = [line.number for row in rows for line in row.lines] + [line.number for line in heads]
    return min(numbers), max(numbers)


def _until_stop(running: _Running, lines: Sequence[Line], header: Header) -> list[Line]:
    """Return the lines up to the first that can be no row: an area's heading, a mark of minutes, a real table's cell."""
    out: list[Line] = []
    before: Line | None = header.lines[-1]
    for n, line in enumerate(lines):
        label = area_label(line.text, running.vocabulary)
        if (
            line.cell is not None
            or line.heading
            or (label is not None and (not header.has(Kind.AREA) or (label[1] is not None and label[2])))
        ):
            break
        if is_foreign(line, before, running.vocabulary):
            break
        if _is_page_number(line, before, lines[n + 1] if n + 1 < len(lines) else None, header):
            before = line
            continue
        if line.text.isupper() and " " in line.text and running.counts[line.text] > 1:
            continue  # a running head that the opener could not tell
        out.append(line)
        before = line
    return out


def _is_page_number(line: Line, before: Line | None, after: Line | None, header: Header) -> bool:
    """Tell a bare number that stands apart from the text on both sides."""
    if not re.fullmatch(r"[-–]?\s*\d{1,3}\s*[-–]?", line.text) or header.has(Kind.NUMBER):
        return False
    return (before is None or line.number - before.number > 1 or line.page != before.page) and (
        after is None or after.number - line.number > 1 or after.page != line.page
    )


def is_foreign(line: Line, before: Line | None, vocabulary: Vocabulary) -> bool:
    """Tell a line that belongs to minutes or case papers: a case's head, a list of those present, a decision's label."""
    text = line.text
    if len(text) > 200 or line.cell is not None:
        return False
    apart = before is None or line.page != before.page or line.number - before.number > 1
    if (
        apart
        and text[:1].isupper()
        and (hit := head_number(text)) is not None
        and hit.word
        and ("/" in hit.number or "-" in hit.number)
    ):
        return True
    if apart and len(text) < 80 and document_word(text) is not None and not text.endswith((":", ",")):
        return True
    label = vocabulary.label(text, "decision", "attendance", "agenda", "close", alone=False)
    if (
        label is not None
        and not label.misspelt
        and label.kind not in ("attendance.administration", "attendance.chair", "attendance.speakers")
    ):
        return vocabulary.kind(label.written, "plan", "value") is None
    return apart and text.endswith(":") and vocabulary.kind(text, "section") == "section.discussion"


def _trimmed(rows: list[Row], header: Header, lexicon: Lexicon) -> list[Row]:
    """Leave away the rows behind the table's end: text that no other column goes with."""
    others = [
        n for n, column in enumerate(header.columns) if column.kind in (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)
    ]
    measure = header.index(Kind.MEASURE) or 0
    if others and sum(any(row.cells[n] for n in others) for row in rows) * 2 < len(rows):
        rows = [row for row in rows if any(row.cells[n] for n in others)]
    while rows:
        last = evolve(
            rows[-1], cells=tuple(_ended(cell, n == measure, lexicon) for n, cell in enumerate(rows[-1].cells))
        )
        alone = bool(others) and not any(last.cells[n] for n in others)
        if last.cells[measure] and not alone and not (others and _is_prose(last, others, measure)):
            return [*rows[:-1], last]
        rows = rows[:-1]
    return rows


def _is_prose(row: Row, others: Sequence[int], measure: int) -> bool:
    """Tell a row that running text behind the table was taken for: sentences where a body or a day should stand."""
    texts = [" ".join(line.text for line in row.cells[n]) for n in others]
    said = any(len(text) > 50 and text.endswith(".") and looks_like_sentence(text) for text in texts)
    return said or (not any(texts) and looks_like_sentence(" ".join(line.text for line in row.cells[measure])))


def _ended(cell: tuple[Line, ...], measure: bool, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the last cell of a table up to where text that does not belong to it begins."""
    for n in range(1, len(cell)):
        a, b = cell[n - 1], cell[n]
        sentence = looks_like_sentence(b.text) and b.number - a.number > 1
        apart = b.page != a.page or b.number - a.number > 2 or sentence
        if (
            apart
            and mark_of(b.text) is None
            and b.text[:1].isupper()
            and not open_ended(a.text)
            and (measure or b.text not in lexicon)
        ):
            return cell[:n]
    return cell


def _joined(grids: Sequence[Grid], wrap: Wrap) -> list[Grid]:
    """Put a grid that goes on from the one before it together with it; a row that was cut is one row."""
    out: list[Grid] = []
    for grid in grids:
        if not (grid.joins and out):
            out.append(grid)
            continue
        before = out[-1]
        rows, more = list(before.rows), list(grid.rows)
        measure = grid.header.index(Kind.MEASURE) or 0
        if rows and more and _same_row(rows[-1], more[0], measure):
            cells = tuple((*a, *b) for a, b in zip(rows[-1].cells, more[0].cells, strict=True))
            rows[-1], more = Row(cells=cells), more[1:]
        out[-1] = evolve(before, rows=(*rows, *more), heads=(*before.heads, *grid.heads), last=grid.last)
    return out


def _same_row(row: Row, after: Row, measure: int) -> bool:
    if not row.cells or not after.cells or len(row.cells) != len(after.cells):
        return False
    text = after.cells[measure][0].text if after.cells[measure] else ""
    end = row.cells[measure][-1].text if row.cells[measure] else ""
    return not text or text[:1].islower() or open_ended(end)
