"""Sets some of the sample archive's documents as Word, PDF and HTML, with LibreOffice.

    python tests/make_renderings.py [NAME...]

Each file of tests/renderings/ is set as a flat OpenDocument text, which LibreOffice turns into a Word document; PDF and
HTML are then made of that document, as a secretariat would. The results are kept in examples/archive_mixed/: two runs
give the same pages, but not the same bytes, since LibreOffice writes the day into its files.

A line is a paragraph, unless it begins with a mark:

    @header TEXT     running head; the foot always holds "Side x av y"
    @page, @gap      a page break; an empty paragraph
    #, ##, ###       headings
    -, --            an item of a list with bullets, and of a list inside that
    1)               an item of a list that is numbered by the word processor
    | a | b |        a row of a table with rules; `|!` a head row, `|~` a row without rules; ` // ` parts the paragraphs
                     of a cell, and a cell that holds `^` belongs to the one above it

Inside a line, `**bold**`, `*italics*`, `[[footnote]]` and `{{https://… link}}`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HERE = Path(__file__).parent
SOURCES = HERE / "renderings"
RESULTS = HERE.parent / "examples" / "archive_mixed"
TEMPLATE = SOURCES / "template.fodt"
INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[\[(?P<note>.+?)\]\]|\{\{(?P<link>\S+) (?P<text>.+?)\}\}"
)

WIDTHS = {2: (4.5, 11.5), 3: (5.5, 6.5, 4.0), 5: (1.2, 5.8, 4.2, 2.5, 2.3)}
WIDE_FIRST = (10.5, 5.5)
"""Columns of a plan, whose measures need more room than the bodies that answer for them."""


def inline(text: str) -> str:
    """Set the marks inside a line."""

    def one(match: re.Match[str]) -> str:
        if match["bold"]:
            return f'<text:span text:style-name="Bold">{escape(match["bold"])}</text:span>'
        if match["italic"]:
            return f'<text:span text:style-name="Italic">{escape(match["italic"])}</text:span>'
        if match["note"]:
            body = f"<text:note-body><text:p>{escape(match['note'])}</text:p></text:note-body>"
            return f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>{body}</text:note>'
        return f"<text:a xlink:href={quoteattr(match['link'])}>{escape(match['text'])}</text:a>"

    pieces, end = [], 0
    for match in INLINE.finditer(text):
        pieces += [escape(text[end : match.start()]), one(match)]
        end = match.end()
    return "".join([*pieces, escape(text[end:])])


def kind(line: str) -> str:
    """Tell what a line is by its mark; rows of one table share a kind, and so do items of one list."""
    if line.startswith("|"):
        return "labels" if line.startswith("|~") else "table"
    for mark in ("- ", "1) ", "@", "#"):
        if line.startswith((mark, "-" + mark)):
            return mark
    return "text"


def blocks(lines: list[str]) -> Iterator[str]:
    """Set a document block by block."""
    broken = False
    for what, group in groupby(filter(None, lines), kind):
        items = list(group)
        if what in ("table", "labels"):
            yield table(items)
        elif what in ("- ", "1) "):
            yield listed(items)
        else:
            for item in items:
                if item == "@page":
                    broken = True
                elif item == "@gap":
                    yield "<text:p/>"
                elif not item.startswith("@"):
                    yield paragraph(item, broken)
                    broken = False


def paragraph(line: str, broken: bool) -> str:
    """Set a heading or a paragraph, on a new page where one is due."""
    level = len(line) - len(line.lstrip("#"))
    style = f"Break{level}" if broken else f"Heading_20_{level}" if level else "Standard"
    if not level:
        return f'<text:p text:style-name="{style}">{inline(line)}</text:p>'
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{inline(line[level + 1 :])}</text:h>'


def listed(items: list[str]) -> str:
    """Set a list."""
    style = "Bullets" if items[0].startswith("-") else "Numbers"
    rows: list[str] = []
    for inner, group in groupby(items, lambda item: item.startswith("--")):
        texts = [f"<text:p>{inline(item.partition(' ')[2])}</text:p>" for item in group]
        if inner:
            nested = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
            rows[-1] += f'<text:list text:style-name="{style}">{nested}</text:list>'
        else:
            rows.extend(texts)
    body = "".join(f"<text:list-item>{row}</text:list-item>" for row in rows)
    return f'<text:list text:style-name="{style}">{body}</text:list>'


def table(items: list[str]) -> str:
    """Set a table; a run of `^` below a cell makes it span rows."""
    rows = [[cell.strip() for cell in re.split(r"\|", item.lstrip("|!~"))[:-1]] for item in items]
    ruled = not items[0].startswith("|~")
    names = [f"C{len(rows[0])}{'W' if rows[0][-1] == 'Ansvar' else ''}{n}" for n in range(len(rows[0]))]
    columns = "".join(f'<table:table-column table:style-name="{name}"/>' for name in names)
    out = []
    for number, row in enumerate(rows):
        head = items[number].startswith("|!")
        cells = "".join(_cell(rows, number, column, ruled, head) for column in range(len(row)))
        line = f"<table:table-row>{cells}</table:table-row>"
        out.append(f"<table:table-header-rows>{line}</table:table-header-rows>" if head else line)
    return f'<table:table table:style-name="Table">{columns}{"".join(out)}</table:table>'


def _cell(rows: list[list[str]], row: int, column: int, ruled: bool, head: bool) -> str:
    text = rows[row][column]
    if text == "^":
        return "<table:covered-table-cell/>"
    below = 1
    while row + below < len(rows) and rows[row + below][column] == "^":
        below += 1
    span = f' table:number-rows-spanned="{below}"' if below > 1 else ""
    parts = [f"**{part}**" if head and part else part for part in text.split(" // ")]
    body = "".join(
        listed(list(group)) if bullet else "".join(f"<text:p>{inline(part)}</text:p>" for part in group)
        for bullet, group in groupby(parts, lambda part: part.startswith("- "))
    )
    return f'<table:table-cell table:style-name="{"Ruled" if ruled else "Plain"}"{span}>{body}</table:table-cell>'


def flat(text: str) -> str:
    """Set a whole document as flat OpenDocument text."""
    lines = text.split("\n")
    header = next((line[8:] for line in lines if line.startswith("@header ")), "")
    sets = {f"C{count}": widths for count, widths in WIDTHS.items()} | {"C2W": WIDE_FIRST}
    columns = "".join(
        f'<style:style style:name="{name}{n}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{width}cm"/></style:style>'
        for name, widths in sets.items()
        for n, width in enumerate(widths)
    )
    page = TEMPLATE.read_text(encoding="utf-8").replace("@columns@", columns).replace("@header@", escape(header))
    return page.replace("@body@", "\n".join(blocks(lines)))


def convert(source: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice turn a file into another form."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{form.partition(':')[0]}"


def main(names: list[str]) -> None:
    """Make the renderings that are asked for, all by default."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for source in sorted(SOURCES.glob("*.txt")):
            if names and source.stem not in names:
                continue
            odt = folder / f"{source.stem}.fodt"
            odt.write_text(flat(source.read_text(encoding="utf-8")), encoding="utf-8")
            word = convert(odt, "docx", folder)
            for made in (word, convert(word, "pdf", folder), convert(word, "html", folder)):
                (RESULTS / made.name).write_bytes(made.read_bytes())
                print(f"{RESULTS.name}/{made.name}: {made.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
