from __future__ import annotations

import csv
import shutil
import subprocess
import time as clock
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from attrs import evolve
from handmade import council
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import HOSTILE, LONG, documents, few
from workbooks import read_workbook

from govdocs import Document, Target, write
from govdocs.escaping import escaped, unescaped
from govdocs.tables import TABLES, Register
from govdocs_excel.cells import LIMIT, lines_in, looks_like_more, pieces
from govdocs_excel.sheets import SHEETS
from govdocs_excel.writing import ExcelWriter

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_body(body: str) -> Document:
    read = council()
    return evolve(read, meetings=(evolve(read.meetings[0], body=body),))


def tall(text: str) -> Document:
    """Return a document whose first decision is long."""
    read = council()
    meeting = read.meetings[0]
    case = meeting.cases[0]
    first = evolve(case.decisions[0], text=text)
    case = evolve(case, decisions=(first, *case.decisions[1:]))
    return evolve(read, meetings=(evolve(meeting, cases=(case, *meeting.cases[1:])),))


def book(path: Path, *documents: Document, language: str = "nb") -> openpyxl.Workbook:
    write(documents, path, language=language)
    return openpyxl.load_workbook(path)


@few(10)
@given(read=st.lists(documents(), max_size=2))
def test_holds_the_rows_of_the_tables(read: list[Document], tmp_path: Path) -> None:
    """Read back with openpyxl, every sheet has the rows of its table, with every column, nothing cut."""
    write(read, tmp_path / "r.xlsx")
    register = Register()
    expected: dict[str, list[dict[str, object]]] = {table.name: [] for table in TABLES if table.sheet}
    for document in read:
        for table, values in register.rows(document):
            if table.sheet:
                expected[table.name].append({name: None if value == "" else value for name, value in values.items()})
    assert read_workbook(tmp_path / "r.xlsx") == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str, tmp_path: Path) -> None:
    """Whatever a text looks like, it is a text in the workbook, and no formula."""
    cell = book(tmp_path / "r.xlsx", with_body(text))["Møter"]["B2"]
    assert cell.data_type == "s"
    assert unescaped(cell.value) == text


@pytest.mark.parametrize(
    ("text", "more"),
    [
        *((text, True) for text in ("=1", "3/2022", "00123", "1. juni 2026", "1E5", "SANN", "'")),
        *((text, False) for text in ("Rådet", "PS 3/26", "2 tiltak er nye", "Sant")),
    ],
)
def test_marks_what_a_spreadsheet_would_take_for_more(text: str, more: bool, tmp_path: Path) -> None:
    """A text that Excel would make a number, date or formula when it is next edited carries the mark of a text."""
    assert looks_like_more(text) is more
    assert book(tmp_path / "r.xlsx", with_body(text))["Møter"]["B2"].quotePrefix is more


def test_dates_are_dates(tmp_path: Path) -> None:
    """Dates, times and numbers are no texts; a day before Excel's calendar is written out."""
    read = council()
    old = evolve(read.meetings[0], date=date(1838, 1, 2))
    sheet = book(tmp_path / "r.xlsx", read, evolve(read, meetings=(old,)))["Møter"]
    head = {cell.value: cell.column_letter for cell in sheet[1]}
    assert sheet[f"{head['Dato']}2"].value == datetime(2026, 4, 23)
    assert sheet[f"{head['Dato']}2"].number_format == "dd.mm.yyyy"
    assert sheet[f"{head['Dato']}3"].value == "1838-01-02"
    assert sheet[f"{head['Fra kl.']}2"].value == time(9)
    assert sheet[f"{head['Saker']}2"].value == 4


def test_rows_link_to_meeting_case_and_source(tmp_path: Path) -> None:
    """A link leads to the row that holds what it says, a page to the row of its source, and that to its file."""
    whole = book(tmp_path / "r.xlsx", council("a.txt", "1"), council("b.txt", "2"))
    followed = 0
    for sheet in whole.worksheets[1:-1]:
        head = {cell.value: n for n, cell in enumerate(sheet[1])}
        for row in sheet.iter_rows(min_row=2):
            for cell in [cell for cell in row if cell.hyperlink and cell.hyperlink.location]:
                title, _, place = cell.hyperlink.location.partition("!")
                there = [other.value for other in whole[title.strip("'")][place[1:]]]
                heading = sheet.cell(1, cell.column).value
                shown = {"Side": "Kilde", "Viser til": "Nummer"}.get(heading, heading)
                assert row[head[shown]].value in there, f"{sheet.title}!{cell.coordinate}"
                followed += 1
    assert followed > 100
    assert whole["Kilder"]["B3"].value == "Åpne"
    assert whole["Kilder"]["B3"].hyperlink.target.endswith("arkiv/b.txt")


def test_nothing_printed_is_cut(tmp_path: Path) -> None:
    """What is printed wraps; links, which LibreOffice does not wrap, stand only where there are short contents."""
    short = {"meeting_date", "meeting_number", "case_number", "parent_number", "plan_period", "raw", "page", "open"}
    whole = book(tmp_path / "r.xlsx", council())
    for sheet, kind in zip(whole.worksheets[1:-1], SHEETS, strict=True):
        assert not kind.clipped & {column.name for column in kind.columns[: kind.printed]}
        assert kind.links.keys() <= short
        assert all(cell.alignment.wrap_text for cell in sheet[2][: kind.printed])
        assert 0 < sheet.page_margins.footer < sheet.page_margins.bottom - 0.3


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("kort", 10, 1),
        ("to ord og flere ord", 10, 2),
        ("linje\nlinje", 10, 2),
        ("arkiv/helse_nordkyst/handlingsplan_for_mer_2024-2027.txt", 36, 2),
        ("arkiv/helse_nordkyst/handlingsplan_pasientsikkerhet_2024-2027.txt", 38, 3),
        ("x" * 100, 30, 4),
    ],
)
def test_rows_are_as_high_as_their_texts(text: str, width: int, lines: int) -> None:
    """A row has room for every line, those of a path too, which is broken at its strokes only."""
    assert lines_in(text, width) == lines


def test_a_font_tells_in_order_what_it_is(tmp_path: Path) -> None:
    """What a font holds stands in the order that the format's schema asks for, in the styles and in the conditions."""
    order = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]
    write([council()], tmp_path / "r.xlsx")
    with ZipFile(tmp_path / "r.xlsx") as whole:
        styles = etree.fromstring(whole.read("xl/styles.xml"))
    fonts = [[etree.QName(child).localname for child in font] for font in styles.iter("{*}font")]
    assert any({"b", "sz", "color", "name"} <= set(font) for font in fonts)
    assert fonts == [sorted(font, key=order.index) for font in fonts]


def test_links_in_a_row_are_one_link(tmp_path: Path) -> None:
    """Rows of one meeting share one link, since a sheet holds but 65,530 of them."""
    write([council()], tmp_path / "r.xlsx")
    with ZipFile(tmp_path / "r.xlsx") as whole:
        names = etree.fromstring(whole.read("xl/workbook.xml"))
        titles = [sheet.get("name") for sheet in names.iter("{*}sheet")]
        people = etree.fromstring(whole.read(f"xl/worksheets/sheet{titles.index('Deltakere') + 1}.xml"))
    links = [link for link in people.iter("{*}hyperlink") if "Møter" in link.get("location")]
    assert [link.get("ref") for link in links] == ["A2:A7", "B2:B7"]
    assert [link.get("ref") for link in people.iter("{*}hyperlink") if "Kilder" in link.get("location")] == ["N2:N7"]


def test_splits_what_a_cell_cannot_hold(tmp_path: Path) -> None:
    """A long text goes on in marked rows, which repeat the row's other cells."""
    text = LONG[0]
    sheet = book(tmp_path / "r.xlsx", tall(text))["Vedtak"]
    head = {cell.value: n for n, cell in enumerate(sheet[1])}
    first, second, third = list(sheet.iter_rows(min_row=2, max_row=4, values_only=True))
    assert first[head["Tekst"]] + second[head["Tekst"]] == text
    assert (first[head["Del av rad"]], second[head["Del av rad"]], third[head["Del av rad"]]) == (
        "1 av 2",
        "2 av 2",
        None,
    )
    assert first[head["Saksnr."]] == second[head["Saksnr."]] == "14/26"
    assert first[head["Vedtak-ID"]] == second[head["Vedtak-ID"]] != third[head["Vedtak-ID"]]
    assert "Del av rad" not in [cell.value for cell in openpyxl.load_workbook(tmp_path / "r.xlsx")["Møter"][1]]


@given(st.one_of(st.sampled_from(LONG), st.text(min_size=1, max_size=9).map(lambda text: text * (70_000 // len(text)))))
@settings(max_examples=30, deadline=None)
@example("x" * LIMIT)
@example("😀" * (LIMIT // 2 + 1))
def test_pieces_fit_and_make_the_whole(text: str) -> None:
    """Pieces fit a cell as Excel counts, in UTF-16 units, and read one by one they give the text back."""
    parts = pieces(escaped(text))
    assert all(len(part.encode("utf-16-le")) // 2 <= LIMIT for part in parts)
    assert "".join(map(unescaped, parts)) == text
    assert len(parts) == 1 or len(text) * 7 > LIMIT


def test_goes_on_in_a_further_sheet(tmp_path: Path) -> None:
    """A table of more rows than a sheet has room for goes on in `Deltakere (2)`, and links still lead right."""
    target = Target(path=tmp_path / "r.xlsx")
    writer = ExcelWriter(target, room=9)
    for number in range(3):
        writer.write(council(f"{number}.txt", str(number)))
    writer.close()
    target.place()
    whole = openpyxl.load_workbook(target.path)
    assert [t for t in whole.sheetnames if t.startswith("Deltakere")] == ["Deltakere", "Deltakere (2)", "Deltakere (3)"]
    assert sum(whole[t].max_row - 1 for t in whole.sheetnames if t.startswith("Deltakere")) == 18
    assert len(read_workbook(target.path)["participants"]) == 18
    located = [cell.hyperlink.location for cell in whole["Vedtak"]["D"] if cell.hyperlink]
    assert located[:6] == ["'Saker'!A2", "'Saker'!A2", "'Saker'!A4", "'Saker'!A6", "'Saker'!A6", "'Saker'!A8"]
    assert located[6:] == ["'Saker (2)'!A2", "'Saker (2)'!A2"]
    names = [table for sheet in whole.worksheets for table in sheet.tables]
    assert len(set(names)) == len(names) == len(whole.sheetnames) - 1


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_sheet_is_a_table_to_work_with(language: str, tmp_path: Path) -> None:
    """Sheets have headings of the language, a table with a filter, a frozen head, widths, and print on A4."""
    whole = book(tmp_path / "r.xlsx", council(), language=language)
    assert len(whole.worksheets) == len(SHEETS) + 2
    for sheet, kind in zip(whole.worksheets[1:-1], SHEETS, strict=True):
        assert sheet.title == kind.table.heading.said(language)
        assert [cell.value for cell in sheet[1]] == [column.heading.said(language) for column in kind.columns]
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes == "A2"
        assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1][: kind.printed])
    for sheet in whole.worksheets:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)


def test_an_empty_register_is_a_workbook_too(tmp_path: Path) -> None:
    """With nothing read, every sheet is there with its heads and an empty row, which a table needs."""
    whole = book(tmp_path / "r.xlsx")
    assert whole["Saker"].tables["Saker"].ref.endswith("2")
    assert whole["Oversikt"]["A1"].value.startswith("Register over møter")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_explains_every_column(language: str, tmp_path: Path) -> None:
    """The last sheet has a row for every column of every sheet."""
    sheet = book(tmp_path / "r.xlsx", council(), language=language).worksheets[-1]
    explained = {(row[0], row[1]): row[2] for row in sheet.iter_rows(values_only=True)}
    for kind in SHEETS:
        for column in kind.columns:
            place = (kind.table.heading.said(language), column.heading.said(language))
            assert explained[place] == column.meaning.said(language)


def test_overview_counts_by_body_and_year(tmp_path: Path) -> None:
    """The first sheet counts meetings, cases and decisions by body and year, sums them, and draws a chart."""
    later = council("b.txt", "4")
    later = evolve(later, meetings=(evolve(later.meetings[0], date=date(2027, 1, 5)),))
    sheet = book(tmp_path / "r.xlsx", council(), later)["Oversikt"]
    rows = [row[:6] for row in sheet.iter_rows(values_only=True)]
    start = rows.index(("Organ", "År", "Møter", "Saker", "Forslag", "Vedtak"))
    assert rows[start + 1 : start + 4] == [
        ("Formannskapet i Lauvøy", 2026, 1, 4, 1, 2),
        ("Formannskapet i Lauvøy", 2027, 1, 4, 1, 2),
        ("I alt", None, 2, 8, 2, 4),
    ]
    assert len(sheet._charts) == 1
    assert ("Deltakere", 12) in [row[:2] for row in rows]


def test_findings_can_be_worked_through(tmp_path: Path) -> None:
    """The sheet of findings has columns to write in, a list to choose from, and fills that the words repeat."""
    sheet = book(tmp_path / "r.xlsx", council())["Merknader"]
    head = [cell.value for cell in sheet[1]]
    assert {"Vurdert", "Kommentar"} <= set(head)
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Til orientering", "Advarsel", "Feil"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"I orden,Følges opp,Rettet i kilden"'
    assert sum(len(rules.rules) for rules in sheet.conditional_formatting) == 3


def test_same_input_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has no clock in it: written on another day it is the same, byte for byte."""

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2040, 1, 1)

    write([council()], tmp_path / "a.xlsx")
    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    monkeypatch.setattr(clock, "time", lambda: 2_200_000_000.0)
    monkeypatch.setattr(clock, "localtime", lambda *_: clock.gmtime(2_200_000_000))
    write([council()], tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(tmp_path / "a.xlsx") as whole:
        assert {info.date_time for info in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in whole.read("docProps/core.xml").split(b">", 2)[2]


ORDER = (
    *(
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "mergeCells",
        "conditionalFormatting",
    ),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "ignoredErrors"),
    *("drawing", "tableParts"),
)
"""The children of a worksheet in the order in which the standard wants them; Excel calls a file broken otherwise."""


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_package_is_whole(language: str, tmp_path: Path) -> None:
    """Every part has a content type, every relationship its part, every sheet its elements in the standard's order,
    every table headings that differ, and every cell a style that is there."""
    write([council(), tall(LONG[0])], tmp_path / "r.xlsx", language=language)
    with ZipFile(tmp_path / "r.xlsx") as whole:
        assert whole.testzip() is None
        names = set(whole.namelist())
        styles = int(etree.fromstring(whole.read("xl/styles.xml")).find("{*}cellXfs").get("count"))
        titles = {sheet.get("name") for sheet in etree.fromstring(whole.read("xl/workbook.xml")).iter("{*}sheet")}
        types = etree.fromstring(whole.read("[Content_Types].xml"))
        told = {part.get("PartName", "").lstrip("/") for part in types} | {
            f".{part.get('Extension')}" for part in types
        }
        assert {name for name in names if name not in told and f".{name.rpartition('.')[2]}" not in told} <= {
            "[Content_Types].xml"
        }
        assert whole.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        for name in names:
            root = etree.fromstring(whole.read(name))
            if name.startswith("xl/tables/"):
                headings = [column.get("name").casefold() for column in root.iter("{*}tableColumn")]
                assert len(set(headings)) == len(headings) == int(root.find("{*}tableColumns").get("count"))
                assert root.get("ref") == root.find("{*}autoFilter").get("ref")
            if name.endswith(".rels"):
                home = Path(name).parent.parent
                inside = [each for each in root if each.get("TargetMode") != "External"]
                targets = {each.get("Target").lstrip("/") for each in inside}
                assert all(target in names or str(home / target) in names for target in targets), name
                assert len({each.get("Id") for each in root}) == len(root)
            elif name.startswith("xl/worksheets/"):
                children = [etree.QName(child).localname for child in root]
                assert children == sorted(children, key=ORDER.index)
                rows = [int(row.get("r")) for row in root.iter("{*}row")]
                assert rows == sorted(set(rows))
                assert max(int(cell.get("s", 0)) for cell in root.iter("{*}c")) < styles
                assert not list(root.iter("{*}f"))
                for link in root.iter("{*}hyperlink"):
                    sheet = (link.get("location") or "").rpartition("!")[0].strip("'")
                    assert sheet in titles or link.get(f"{{{RELATIONS}}}id")
                links = {each.get(f"{{{RELATIONS}}}id") for each in root.iter("{*}hyperlink")} - {None}
                beside = name.replace("sheets/", "sheets/_rels/") + ".rels"
                known = etree.fromstring(whole.read(beside)) if beside in names else ()
                assert links <= {each.get("Id") for each in known}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_texts(tmp_path: Path) -> None:
    """LibreOffice opens the workbook and shows each hostile text as it is."""
    texts = [text for text in HOSTILE if not set(text) & set("\n\r\x00\x01\x02\x0b\x1f\ufffe\uffff\ufeff")]
    write([with_body(text) for text in texts], tmp_path / "r.xlsx")
    macro = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        macro,
        "r.xlsx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    (path,) = tmp_path.glob("*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        assert [row[1] for row in csv.reader(file)][1:] == texts
