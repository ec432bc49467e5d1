"""Writes the sample PDF documents of these tests with LibreOffice, from text of our own.

    python tests/pdf/make_samples.py [NAME...]

Each sample is described in flat OpenDocument XML, exported by `soffice`, tagged or untagged, and packed by `qpdf`. What the samples are
expected to hold stands beside them in `expected.json`, built from the same rows.
"""

# ruff: noqa: E501  (the XML reads better unbroken)

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent / "samples"
Row = Sequence[str]

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Liberation Sans'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
 <style:paragraph-properties fo:margin-bottom="0.15cm" fo:orphans="2" fo:widows="2"/>
 <style:text-properties style:font-name="F" fo:font-size="11pt" fo:language="nb" fo:country="NO" fo:hyphenate="false"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:default-outline-level="2"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="0.4cm"/>
 <style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Mark" text:default-style-name="Footnote"/>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
 <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
 <style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/>
 </style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Sup" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="PB" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="H2B" style:family="paragraph" style:parent-style-name="Heading_20_2">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Wide" style:family="paragraph" style:parent-style-name="Heading_20_2" style:master-page-name="Liggende"/>
<style:style style:name="Tall" style:family="paragraph" style:parent-style-name="Heading_20_2" style:master-page-name="Standard"/>
<style:style style:name="Tabs" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties><style:tab-stops><style:tab-stop style:position="5.5cm"/><style:tab-stop style:position="11.5cm"/>
 </style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Foot" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Just" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:text-align="justify"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties>
 <style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="T" style:family="table"><style:table-properties table:border-model="collapsing"/></style:style>
<style:style style:name="Box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.1cm"/></style:style>
<style:style style:name="HeadBox" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.1cm" fo:background-color="#d9e2f3"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.1cm"/>
</style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>
 <style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.6cm"/></style:header-style>
 <style:footer-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-top="0.6cm"/></style:footer-style>
</style:page-layout>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"
 style:print-orientation="landscape" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm"
 fo:margin-right="2.5cm"/>
 <style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.6cm"/></style:header-style>
 <style:footer-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-top="0.6cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
"""


def master(head: str, foot: str) -> str:
    """Return the page styles with their head and foot, upright and landscape."""
    number = '<text:page-number text:select-page="current"/>'
    foot = f'{escape(foot)}Side {number} av <text:page-count style:num-format="1"/>'
    pages = "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">'
        f"<style:header><text:p>{escape(head)}</text:p></style:header>"
        f'<style:footer><text:p text:style-name="Foot">{foot}</text:p></style:footer></style:master-page>'
        for name, layout in (("Standard", "P"), ("Liggende", "PL"))
    )
    return f"<office:master-styles>{pages}</office:master-styles>"


def text(value: str, style: str = "Standard") -> str:
    """Return a paragraph; `**`, `//` and `^^` set off bold, italic and raised text, a tab is a tab."""
    out = escape(value).replace("\t", "<text:tab/>")
    for mark, name in (("**", "B"), ("//", "I"), ("^^", "Sup")):
        parts = out.split(mark)
        out = "".join(
            f'<text:span text:style-name="{name}">{part}</text:span>' if index % 2 else part
            for index, part in enumerate(parts)
        )
    return f'<text:p text:style-name="{style}">{out}</text:p>'


def heading(value: str, level: int = 2, style: str | None = None) -> str:
    """Return a heading."""
    name = style or f"Heading_20_{level}"
    return f'<text:h text:style-name="{name}" text:outline-level="{level}">{escape(value)}</text:h>'


def noted(before: str, note: str, after: str, number: int) -> str:
    """Return a paragraph with a footnote in it."""
    return (
        f'<text:p text:style-name="Standard">{escape(before)}<text:note text:id="n{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{escape(note)}</text:p></text:note-body></text:note>{escape(after)}</text:p>'
    )


def bullets(items: Iterable[str]) -> str:
    """Return a bulleted list."""
    return (
        '<text:list text:style-name="L">'
        + "".join(f"<text:list-item>{text(item)}</text:list-item>" for item in items)
        + "</text:list>"
    )


def cell(content: str, style: str, rowspan: int = 1, colspan: int = 1) -> str:
    """Return a table cell; what does not begin with a tag is one paragraph a line."""
    if not content.startswith("<"):
        content = "".join(text(line) for line in content.split("\n"))
    spans = f' table:number-rows-spanned="{rowspan}" table:number-columns-spanned="{colspan}"'
    return f'<table:table-cell table:style-name="{style}"{spans}>{content}</table:table-cell>'


def table(rows: Iterable[str], widths: Sequence[float], head: str = "") -> str:
    """Return a table of ready rows; `head` rows are repeated on each page."""
    columns = "".join(f'<table:table-column table:style-name="C{width:g}"/>' for width in widths)
    top = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return f'<table:table table:style-name="T">{columns}{top}{"".join(rows)}</table:table>'


def row(cells: Iterable[str], style: str = "Box") -> str:
    """Return a table row; a cell that is given as `None` lies under a merged one."""
    return (
        "<table:table-row>"
        + "".join(value if value.startswith("<table:") else cell(value, style) for value in cells)
        + "</table:table-row>"
    )


COVERED = "<table:covered-table-cell/>"


def document(body: Iterable[str], head: str, foot: str, widths: Iterable[float]) -> str:
    """Return a whole document."""
    columns = "".join(
        f'<style:style style:name="C{width:g}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:g}cm"/></style:style>'
        for width in widths
    )
    styles = HEAD.replace("</office:automatic-styles>", f"{columns}</office:automatic-styles>")
    return f"{styles}{master(head, foot)}<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"


MEMBERS: list[Row] = [
    ("Navn", "Parti", "Funksjon"),
    ("Ingrid Solvang-Nes", "Fjordlista", "ordfører"),
    ("Tor Arne Bjelland", "Bygdelista", "varaordfører"),
    ("Hanne-Marie Kvisle", "Fjordlista", "medlem"),
    ("Åsmund Ødegård", "Uavhengig", "medlem"),
    ("Berit Lunde", "Samarbeidslista for Nordvik og Ytre Skar", "medlem (Teams)"),
    ("Jon Ellingsen", "Bygdelista", "møtende vara"),
]
CASES: list[Row] = [
    ("Sak 01/24", "Godkjenning av innkalling og saksliste"),
    ("Sak 02/24", "Reguleringsplan for Nordvik sentrum, andre gangs behandling"),
    ("Sak 03/24", "Budsjettjustering for helse- og omsorgstjenesten"),
]
ACTIONS: list[Row] = [
    ("Tiltak", "Ansvar", "Frist"),
    ("Kartlegge behovet for universell utforming i alle kommunale bygg", "Nordvik kommune\nEiendomsavdelingen", "2024"),
    ("Etablere et felles kompetansesenter for velferdsteknologi", "Nordvik kommune", "2025"),
    (
        "Utarbeide en plan for frivillig innsats i nærmiljøene. " * 4 + "Planen legges frem for kommunestyret.",
        "Frivilligsentralen\nNordvik kommune\nSkar kommune\nFylkesrådet\nUngdomsrådet",
        "2026",
    ),
    ("Innføre nytt system for elektronisk saksbehandling", "Nordvik kommune", "2026"),
]
PROSE = (
    "Kommunedirektøren orienterte om arbeidet med planen og om de innspillene som er kommet fra innbyggere, lag og foreninger. "
    "Det er holdt tre åpne møter, og det er gjennomført en spørreundersøkelse blant ungdom. "
)
LEFT = (
    "Spalte en forteller om skolen. "
    + "Elevene skal ha kort vei til skolen, og uteområdene skal være trygge og varierte. " * 5
)
RIGHT = (
    "Spalte to forteller om havna. "
    + "Fiskerne trenger kai, is og strøm, og båtene skal kunne ligge trygt hele vinteren. " * 5
)


def minutes() -> str:
    """Minutes: head and foot, a borderless and a tabbed table, footnotes, bullets over a page, columns, landscape."""
    body = [
        heading("Møteprotokoll", 1),
        text("**Dato:** 14. februar 2024"),
        text("**Sted:** Nordvik rådhus, kommunestyresalen"),
        heading("Til stede"),
        table([row(line, "Bare") for line in MEMBERS], (6, 6, 4)),
        heading("Saksliste"),
        *(text("\t".join((number, title)), "Tabs") for number, title in CASES),
        heading("Sak 02/24 Reguleringsplan for Nordvik sentrum"),
        noted(
            "Planen følger kommuneplanens arealdel 2023–2035",
            "Vedtatt av kommunestyret 12. desember 2022.",
            " og gjelder 12 m",
            1,
        ).replace("12 m</text:p>", '12 m<text:span text:style-name="Sup">2</text:span> pr. bolig.</text:p>'),
        text(PROSE * 2, "Just"),
        bullets([f"Punkt {number}: {PROSE}" for number in range(1, 9)]),
        text("**Vedtak:** Reguleringsplanen for Nordvik sentrum vedtas slik den foreligger."),
        heading("Orientering i to spalter"),
        f'<text:section text:style-name="Two" text:name="S">{text(LEFT)}{text(RIGHT)}</text:section>',
        text("Etter spaltene går teksten videre over hele bredden av siden."),
        heading("Liggende side", 2, "Wide"),
        table([row(line) for line in ACTIONS[1:3]], (14, 6, 4), row(ACTIONS[0], "HeadBox")),
        heading("Stående igjen", 2, "Tall"),
        text("Møtet ble hevet kl. 15.30."),
    ]
    return document(body, "Nordvik kommune – kommunestyret", "", (6, 4, 14))


def plan() -> str:
    """An action plan: merged and nested cells, a row that a page break cuts, heads that are repeated."""
    inner = table([row(line) for line in (("Delmål", "År"), ("Rampe", "2024"), ("Heis", "2025"))], (3, 2))
    merged = [
        row([cell("**Budsjett**", "HeadBox", 1, 3), COVERED, COVERED]),
        row([cell("Nordvik", "Box", 3), "Drift", "1\u202f234,5"]),
        row([COVERED, "Investering", "56,7"]),
        row([COVERED, "Sum", "1\u202f291,2"]),
        row([cell("Skar", "Box"), cell("ingen tall ennå", "Box", 1, 2), COVERED]),
    ]
    filler = [text(PROSE) for _ in range(6)]
    body = [
        heading("Handlingsplan for et tilgjengelig samfunn 2024–2027", 1),
        heading("1. Økonomi"),
        table(merged, (5, 5, 5)),
        heading("2. Bygg"),
        table(
            [
                row(["Tilpasse rådhuset", cell(inner + text("Se også punkt 3."), "Box")]),
                row(["Tilpasse skolene", "Frist 2027"]),
            ],
            (7, 8),
        ),
        *filler,
        heading("3. Tiltak"),
        table([row(line) for line in ACTIONS[1:]], (9, 4, 2), row(ACTIONS[0], "HeadBox")),
    ]
    return document(body, "Handlingsplan", "Vedtatt 14. februar 2024 – ", (5, 3, 2, 7, 8, 9, 4))


def long_rows() -> list[Row]:
    """Return the 150 rows of the long table."""
    places = ("Nordvik", "Skar", "Ytre Skar", "Lunde", "Bjelland")
    return [
        (f"{number}", f"Tiltak nummer {number} for {places[number % 5]}", f"Avdeling {number % 7 + 1}")
        for number in range(1, 151)
    ]


def long_table() -> str:
    """A table of 150 rows with a repeated head."""
    head = row(("Nr.", "Tiltak", "Ansvar"), "HeadBox")
    return document(
        [
            heading("Register over tiltak", 1),
            table([row(line) for line in long_rows()], (2, 9, 5), head),
            text("Slutt på registeret."),
        ],
        "Register",
        "",
        (2, 9, 5),
    )


def cut_rows() -> list[Row]:
    """Return rows of which one is cut by the page break in both its cells, between whole sentences."""
    return [
        ("Tiltak", "Ansvar"),
        ("Rydde stranda.", "Skar."),
        (
            "\n".join(f"Setning {number} om tiltaket." for number in range(1, 51)),
            "\n".join(f"Avdeling {n}." for n in range(1, 51)),
        ),
        ("Male kirken.", "Nordvik."),
    ]


def cut_table() -> str:
    """A table of which one row is cut where only the tags of the document can tell."""
    rows = cut_rows()
    return document(
        [heading("Tiltak", 1), table([row(line) for line in rows[1:]], (9, 6), row(rows[0], "HeadBox"))],
        "Tiltak",
        "",
        (9, 6),
    )


def expected() -> dict[str, object]:
    """Return what the tests hold the samples against."""
    flat = [[" ".join(value.split("\n")) for value in line] for line in ACTIONS]
    return {
        "members": [list(line) for line in MEMBERS],
        "cases": [list(line) for line in CASES],
        "actions": flat,
        "budget": [
            ["Budsjett"],
            ["Nordvik", "Drift", "1 234,5"],
            ["Investering", "56,7"],
            ["Sum", "1 291,2"],
            ["Skar", "ingen tall ennå"],
        ],
        "long": [["Nr.", "Tiltak", "Ansvar"], *map(list, long_rows())],
        "cut": [[" ".join(value.split("\n")) for value in line] for line in cut_rows()],
        "columns": [" ".join(LEFT.split()), " ".join(RIGHT.split())],
    }


def export(name: str, xml: str, tagged: bool) -> None:
    """Have LibreOffice write one sample."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.fodt")
        source.write_text(xml, encoding="utf-8")
        options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}})
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run(
            [*command, f"pdf:writer_pdf_Export:{options}", "--outdir", folder, str(source)], check=True, timeout=180
        )
        small = ["qpdf", "--object-streams=generate", "--deterministic-id"]
        subprocess.run([*small, f"{folder}/{name}.pdf", str(HERE / f"{name}.pdf")], check=True, timeout=60)


def lock() -> None:
    """Have qpdf lock a document, once against reading and once only against copying."""
    sys.path.insert(0, str(Path(__file__).parent))
    from pdf_writing import Sheet, pdf

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.pdf")
        plain.write_bytes(pdf(Sheet().text(70, 100, "Sak 1/24 Godkjenning")))
        for name, user in (("laast", "hemmelig"), ("eierlaast", "")):
            command = ["qpdf", "--encrypt", user, "eier", "256", "--", str(plain), str(HERE / f"{name}.pdf")]
            subprocess.run(command, check=True, timeout=60)


def main() -> int:
    """Write the samples that are named, or all of them, and what they hold."""
    HERE.mkdir(exist_ok=True)
    wanted = set(sys.argv[1:])
    for name, xml, tagged in (
        ("protokoll", minutes(), False),
        ("protokoll_merket", minutes(), True),
        ("plan", plan(), False),
        ("register", long_table(), False),
        ("delt_merket", cut_table(), True),
    ):
        if not wanted or name in wanted:
            export(name, xml, tagged)
    if not wanted:
        lock()
    (HERE / "expected.json").write_text(json.dumps(expected(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
