"""The workbook around the rows: headings, tables, widths, print set-up, overview and explanation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import DataBarRule, FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from govdocs.escaping import escaped
from govdocs.tables import Kind
from govdocs_excel import overview
from govdocs_excel.cells import HEIGHT
from govdocs_excel.spool import Run, Spool
from govdocs_excel.styles import HEAD_FILL, head, take_over
from govdocs_excel.wording import NOTES, said

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["build"]

SEVERITIES = {"error": "F8CBAD", "warning": "FFF2CC", "info": "DDEBF7"}
"""Fills told apart by colour-blind eyes, and by the words in the cell."""
NUMERIC = (Kind.INTEGER, Kind.NUMBER)
STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)


def build(
    book: Workbook, spools: Sequence[Spool], counts: overview.Counts, language: str
) -> list[tuple[Worksheet, Run]]:
    """Add every sheet, with headings and no rows; says which sheet awaits which run of rows."""
    first = book.create_sheet(said("overview", language))
    first.sheet_properties.tabColor = HEAD_FILL
    first.sheet_view.showGridLines = False
    awaiting = []
    for spool in spools:
        for run in spool.runs:
            sheet = book.create_sheet(run.title)
            _table(sheet, spool, run, language)
            awaiting.append((sheet, run))
    contents = [(spool.sheet.table, run.title, run.last - 1) for spool in spools for run in spool.runs]
    overview.draw(first, counts, contents, language)
    _explain(book.create_sheet(said("explanation", language)), spools, language)
    for sheet in book.worksheets:
        _print_setup(sheet, language)
    book.properties.title, book.properties.creator = said("title", language), "govdocs"
    book.properties.language = language
    book.calculation.fullCalcOnLoad = False  # there are no formulas, so Excel need not ask to save on closing
    return awaiting


def _table(sheet: Worksheet, spool: Spool, run: Run, language: str) -> None:
    kind = spool.sheet
    headings = [column.heading.said(language) for column in kind.columns]
    if run.split:
        headings.append(said("continued", language))
    made: dict[tuple[bool, bool], Cell] = {}
    for number, (heading, width) in enumerate(zip(headings, (*kind.widths, 12), strict=False), 1):
        cell = sheet.cell(1, number, heading)
        column = kind.columns[number - 1] if number <= len(kind.columns) else None
        quiet = column is not None and number > len(kind.columns) - kind.technical
        middle = column is not None and column.kind in NUMERIC
        if (quiet, middle) in made:
            take_over(cell, made[quiet, middle])
        else:
            head(cell, quiet=quiet, middle=middle)
            made[quiet, middle] = cell
        sheet.column_dimensions[get_column_letter(number)].width = width
    if kind.technical:
        letters = [get_column_letter(n) for n in (len(kind.columns) - kind.technical + 1, len(kind.columns))]
        sheet.column_dimensions.group(letters[0], letters[1], outline_level=1, hidden=True)
        sheet.sheet_properties.outlinePr.summaryRight = False
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = kind.color
    last = max(run.last, 2)  # a table needs a row, if an empty one
    _add_table(sheet, f"A1:{get_column_letter(len(headings))}{last}", headings)
    _marks(sheet, spool, last, language)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(kind.printed)}{last}"


def _add_table(sheet: Worksheet, ref: str, headings: Sequence[str]) -> None:
    name = re.sub(r"\W+", "_", sheet.title).strip("_")
    table = SheetTable(displayName=name, name=name, ref=ref, tableStyleInfo=STYLE, autoFilter=AutoFilter(ref=ref))
    # Named here, since openpyxl would make every cell of the table to find them.
    table.tableColumns = [TableColumn(id=n, name=heading) for n, heading in enumerate(headings, 1)]
    sheet.add_table(table)


def _marks(sheet: Worksheet, spool: Spool, last: int, language: str) -> None:
    for number, column in enumerate(spool.sheet.columns, 1):
        letter = get_column_letter(number)
        cells = f"{letter}2:{letter}{last}"
        if column.name == "severity":
            for choice in column.choices:
                fill = PatternFill(bgColor=SEVERITIES[choice.value])
                formula = f'${letter}2="{choice.words.said(language)}"'
                sheet.conditional_formatting.add(
                    cells, FormulaRule([formula], fill=fill, font=Font(bold=choice.value == "error"))
                )
        elif column.name == "coverage":
            bar = DataBarRule(start_type="num", start_value=0, end_type="num", end_value=1, color="9DC3E6")
            sheet.conditional_formatting.add(cells, bar)
        elif column.name == "reviewed":
            choices = ",".join(said(name, language) for name in ("fine", "follow", "mended"))
            rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
            rule.add(cells)
            sheet.add_data_validation(rule)


def _explain(sheet: Worksheet, spools: Sequence[Spool], language: str) -> None:
    """Say what every column means, after a few words on the whole."""
    sheet.sheet_properties.tabColor = HEAD_FILL
    sheet["A1"].value, sheet["A1"].font = (
        said("explanation", language),
        Font(name="Calibri", size=16, bold=True, color=HEAD_FILL),
    )
    row = 2
    for note in NOTES:
        cell = sheet.cell(row, 1, escaped(note.said(language)))
        cell.font, cell.alignment = Font(name="Calibri", size=10), Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
        sheet.row_dimensions[row].height = 15
        row += 1
    row += 1
    start, headings = row, [said(name, language) for name in ("sheet", "column", "meaning", "values", "machine")]
    for number, (heading, width) in enumerate(zip(headings, (18, 24, 74, 44, 30), strict=True), 1):
        head(sheet.cell(row, number, heading))
        sheet.column_dimensions[get_column_letter(number)].width = width
    looked: Cell | None = None
    for spool in spools:
        table = spool.sheet.table
        for column in spool.sheet.columns:
            row += 1
            values = ", ".join(choice.words.said(language) for choice in column.choices)
            meaning = column.meaning.said(language)
            words = [
                table.heading.said(language),
                column.heading.said(language),
                meaning,
                values or None,
                f"{table.name}.{column.name}",
            ]
            for number, text in enumerate(words, 1):
                cell = sheet.cell(row, number, text)
                if looked is None:
                    cell.font = Font(name="Calibri", size=10)
                    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
                    looked = cell
                else:
                    take_over(cell, looked)
            lines = max(-(-len(meaning) // 74), -(-len(values) // 44), 1)
            sheet.row_dimensions[row].height = HEIGHT * lines + 1.5
    _add_table(sheet, f"A{start}:E{row}", headings)
    sheet.print_title_rows = f"{start}:{start}"


def _print_setup(sheet: Worksheet, language: str) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = said("page", language)
