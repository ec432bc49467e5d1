"""The first sheet: what the workbook holds, what to look at, and counts by body and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from govdocs.escaping import escaped
from govdocs.tables import Table, Value, table_named
from govdocs_excel.cells import HEIGHT, lines_in, looks_like_more
from govdocs_excel.styles import HEAD_FILL, LINK, head
from govdocs_excel.wording import said

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Counts", "draw"]

COUNTED = ("meetings", "cases", "proposed", "adopted")
MOST = 12
"""Bars in the chart of bodies."""
WIDTHS = (44, 11, 13, 13, 13, 13, 3, 34, 12, 12, 12, 12, 12)
LABEL = 200
"""Characters of a body's name here; the sheets have the whole."""


class Counts:
    """Counts what the overview tells."""

    def __init__(self) -> None:
        self.by_body: Counter[tuple[str | None, int | None, str]] = Counter()
        self.totals: Counter[str] = Counter()
        self._of: tuple[str | None, int | None] = (None, None)

    def add(self, table: Table, values: dict[str, Value]) -> None:
        """Count a row."""
        match table.name:
            case "meetings":
                body, day = values["body"], values["date"]
                self._of = (body if isinstance(body, str) else None, getattr(day, "year", None))
                self.by_body[*self._of, "meetings"] += 1
            case "cases":
                self.by_body[*self._of, "cases"] += 1
            case "decisions":
                self.by_body[*self._of, str(values["kind"])] += 1
            case "findings":
                self.totals[f"finding-{values['severity']}"] += 1
            case "unread_lines":
                self.totals["unread"] += 1

    def per(self, which: int) -> dict[str | int | None, Counter[str]]:
        """Sum up by body (0) or by year (1)."""
        sums: dict[str | int | None, Counter[str]] = {}
        for key, count in self.by_body.items():
            sums.setdefault(key[which], Counter())[key[2]] += count
        return sums


def draw(sheet: Worksheet, counts: Counts, sheets: Iterable[tuple[Table, str, int]], language: str) -> None:
    """Fill the overview."""
    for letter, width in zip("ABCDEFGHIJKLM", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"].value, sheet["A2"].value = said("title", language), said("subtitle", language)
    sheet["A1"].font, sheet["A2"].font = (
        Font(name="Calibri", size=16, bold=True, color=HEAD_FILL),
        Font(name="Calibri", size=10),
    )
    row = _contents(sheet, 4, sheets, language)
    _look(sheet, 4, counts, language)
    row += 2
    _chart(sheet, row, counts, language)
    heads = [said(name, language) for name in ("body", "year", *COUNTED)]
    _heads(sheet, row, 1, heads, heads[1:])
    keys = sorted({key[:2] for key in counts.by_body}, key=lambda key: (key[0] is None, key[0] or "", key[1] or 0))
    for body, year in keys:
        row += 1
        numbers = [counts.by_body[body, year, name] for name in COUNTED]
        name = _body(body, language)
        _put(sheet, row, 1, [name, year or said("noyear", language), *numbers])
        sheet.row_dimensions[row].height = HEIGHT * lines_in(name[:LABEL], WIDTHS[0]) + 1.5
    row += 1
    sums = [sum(counts.by_body[body, year, name] for body, year in keys) for name in COUNTED]
    _put(sheet, row, 1, [said("total", language), None, *sums], bold=True)


def _contents(sheet: Worksheet, row: int, sheets: Iterable[tuple[Table, str, int]], language: str) -> int:
    words = [said(name, language) for name in ("sheet", "rows", "content")]
    _heads(sheet, row, 1, words, [said("rows", language)])
    sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=6)
    for table, title, rows in sheets:
        row += 1
        _put(sheet, row, 1, [title, rows, table.meaning.said(language)])
        cell = sheet.cell(row, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{title}'!A1")
        cell.font = Font(name="Calibri", size=10, color=LINK, underline="single")
        sheet.cell(row, 3).alignment = Alignment(vertical="top", indent=1)
    return row


def _look(sheet: Worksheet, row: int, counts: Counts, language: str) -> None:
    _heads(sheet, row, 8, [said("look", language), said("number", language)], [said("number", language)])
    severity = table_named("findings").column("severity")
    findings = table_named("findings").heading.said(language)
    lines = [
        (f"{findings}: {choice.words.said(language)}", counts.totals[f"finding-{choice.value}"])
        for choice in severity.choices
    ]
    lines.append((said("unread", language), counts.totals["unread"]))
    for number, line in enumerate(lines, 1):
        _put(sheet, row + number, 8, list(line))


def _chart(sheet: Worksheet, row: int, counts: Counts, language: str) -> None:
    """Draw cases and decisions by year; by body where there is but one year; nothing where there is but one bar."""
    years, bodies = counts.per(1), counts.per(0)
    if len(years) > 1:
        title, first = said("per_year", language), said("year", language)
        bars = [
            (year or said("noyear", language), years[year]) for year in sorted(years, key=lambda y: (y is None, y or 0))
        ]
    elif len(bodies) > 1:
        title, first = said("per_body", language), said("body", language)
        most = sorted(bodies, key=lambda body: (-bodies[body]["cases"], body is None, str(body)))[:MOST]
        bars = [(_body(body, language), bodies[body]) for body in most]
    else:
        return
    numbers = [said("cases", language), said("adopted", language)]
    _heads(sheet, row, 8, [first, *numbers], numbers)
    for number, (name, sums) in enumerate(bars, 1):
        _put(sheet, row + number, 8, [str(name), sums["cases"], sums["adopted"]])
    chart = BarChart()
    chart.type, chart.style, chart.title = "bar" if len(years) < 2 else "col", 10, title
    chart.add_data(Reference(sheet, min_col=9, max_col=10, min_row=row, max_row=row + len(bars)), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=8, min_row=row + 1, max_row=row + len(bars)))
    for series, color in zip(chart.series, ("1F4E79", "F4A259"), strict=True):
        series.graphicalProperties.solidFill = color
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.height, chart.width = 8.5, 17
    sheet.add_chart(chart, f"H{row + len(bars) + 2}")


def _heads(sheet: Worksheet, row: int, column: int, words: Sequence[str], numeric: Collection[str] = ()) -> None:
    for number, text in enumerate(words):
        head(sheet.cell(row, column + number, text), middle=text in numeric)


def _put(sheet: Worksheet, row: int, column: int, values: Sequence[object], *, bold: bool = False) -> None:
    for number, value in enumerate(values):
        cell = sheet.cell(row, column + number)
        if isinstance(value, str):
            cell.value = escaped(value if len(value) <= LABEL else value[:LABEL] + " …")
            cell.data_type = "s"  # a body called "=1+1" is a name
            cell.quotePrefix = looks_like_more(value)
        else:
            cell.value = value
        cell.font = Font(name="Calibri", size=10, bold=bold)
        cell.alignment = Alignment(
            vertical="top",
            wrap_text=isinstance(value, str),
            horizontal="left" if isinstance(value, str) else "center",
            indent=1 if isinstance(value, str) else 0,
        )


def _body(body: str | int | None, language: str) -> str:
    return str(body) if body else said("nobody", language)
