"""Builds the sample documents beside this script: Word documents of our own, and what LibreOffice makes of them.

Run it as `python tests/word_html/make_samples.py`; it needs `soffice`. With `--expected` it writes anew only what the
tests expect of each document, which is to be read before it is kept. Bodies, places and people are made up.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from word_making import cell, docx, item, level, lists, opened, p, part, row, style, styles, t, table

from govdocs import Layout

HERE = Path(__file__).parent / "samples"
GRID = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
PAGE = '<w:r><w:br w:type="page"/></w:r>'
SIZE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1400" w:right="1400" w:bottom="1400" w:left="1400"/>'
WIDE = SIZE.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
BOLD, ITALIC = "<w:b/>", "<w:i/>"


def field(code: str, shown: str) -> str:
    """Return a field."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


STYLES = styles(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    *(style(key, f'<w:pPr><w:outlineLvl w:val="{n}"/></w:pPr><w:rPr>{BOLD}<w:sz w:val="{size}"/></w:rPr>', name=name)
      for n, (key, size, name) in enumerate((("Tittel", 36, "heading 1"), ("Overskrift2", 26, "heading 2")))),
    style("Ingress", f"<w:rPr>{ITALIC}</w:rPr>", based="Normal"),
)  # fmt: skip
NUMBERING = lists(level("decimal", "%1."), level("lowerLetter", "%2)", 1)).replace(
    "</w:numbering>",
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num></w:numbering>",
).replace(
    '<w:num w:numId="1">',
    f'<w:abstractNum w:abstractNumId="8">{level("bullet", "•")}</w:abstractNum><w:num w:numId="2">'
    '<w:abstractNumId w:val="8"/></w:num><w:num w:numId="1">',
)  # fmt: skip


def minutes() -> bytes:
    """Minutes: heads and feet, a list of members set with tabs, cases with numbers, a merged table, a note, a box."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{SIZE}</w:sectPr>'
    )
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    body = [
        p("Møteprotokoll for Rådet for kyst og fjord", style="Tittel"),
        p(t("Tid:", BOLD), t("\ttirsdag 12. mars 2024 kl. 10.00–14.30")),
        p(t("Sted:", BOLD), t("\tSundbrygga, møterom Teisten")),
        p("Til stede", style="Overskrift2"),
        p("Randi Holmvik\tSund kommune\tleder"),
        p("Aslak Nordgård\tFjordane fylkeskommune\tmedlem"),
        p("Tuva Li Brekke\tHavforeningen Vest\tvara (Teams)"),
        p("Saker", style="Overskrift2"),
        table(
            row(*(cell(p(t(word, BOLD))) for word in ("Sak", "Tittel", "Ansvar"))),
            row("1/24", cell(p("Godkjenning av innkalling")), cell(p("Randi Holmvik"), '<w:vMerge w:val="restart"/>')),
            row("2/24", cell(p("Strandryddeuka", note) + p("Rydding i tre fjorder")), cell(p(""), "<w:vMerge/>")),
            row(cell(p("Saker til orientering"), '<w:gridSpan w:val="3"/>')),
            row("3/24", cell(item("Ny kaiplan", 2) + item("Måling av mikroplast", 2)), "Aslak Nordgård"),
            properties=f'<w:tblW w:w="9000" w:type="dxa"/>{GRID}', widths=(75, 250, 125),
        ),
        p("Sak 1/24 Godkjenning av innkalling", style="Overskrift2"),
        p("Innkalling og saksliste ble sendt ut 1. mars. Det var ", t("ingen", BOLD), " merknader."),
        p(t("Vedtak:", BOLD)),
        p("Innkalling og saksliste godkjennes."),
        p(PAGE),
        p("Sak 2/24 Strandryddeuka", style="Overskrift2"),
        p("Uka holdes for tiende gang.", style="Ingress"),
        p(t("Vedtak:", BOLD)),
        item("Rådet støtter Strandryddeuka 2024 med 40\u00a0000 kroner."),
        item("Pengene deles mellom"),
        item("Sund kommune", 1, 1),
        item("Havforeningen Vest", 1, 1),
        item("Leder skriver til kommunene innen 1. april."),
        p("Sak 3/24 Orienteringer", style="Overskrift2"),
        item("Kaiplanen legges ut til ettersyn.", 3),
        item("Målingene gjentas i september.", 3),
        p("Neste møte: 4. juni 2024\nSted: Teams"),
        section,
    ]  # fmt: skip
    notes = part(
        "footnotes",
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Se sak 14/23.")}</w:footnote>',
    )
    return docx(
        *body,
        parts={
            "styles": STYLES, "numbering": NUMBERING, "footnotes": notes,
            "header1": part("hdr", p("Rådet for kyst og fjord\tMøte 1/2024")),
            "footer1": part("ftr", p("Side ", field("PAGE", "1"), " av ", field("NUMPAGES", "2"))),
        },
    )  # fmt: skip


def plan() -> bytes:
    """Build a plan: a landscape section, nested and merged cells, bullets in cells, a table over several pages."""
    wide = f"<w:sectPr>{WIDE}</w:sectPr>"
    head = row(*(cell(p(t(word, BOLD))) for word in ("Nr.", "Tiltak", "Ansvar", "Frist")), properties="<w:tblHeader/>")
    inner = table(
        row("Fase 1", "vår"),
        row("Fase 2", "høst"),
        properties=f'<w:tblW w:w="3000" w:type="dxa"/>{GRID}',
        widths=(75, 75),
    )
    body = [
        p("Handlingsplan for friluftsliv 2024–2026", style="Tittel"),
        p("Innsatsområde 1 Stier og skilt", style="Overskrift2"),
        p("Målbilde: Alle skal kunne gå en merket sti fra der de bor."),
        table(
            head,
            row("1", cell(p("Merke turstier") + item("rundt Teistvatnet", 2) + item("til Holmvikfjellet", 2)),
                cell(p("Sund kommune") + p("Holmvik turlag")), "2025"),
            row("2", cell(p("Bygge gapahuk") + inner + p("med bålplass")),
                cell(p("Holmvik turlag"), '<w:vMerge w:val="restart"/>'), "2026"),
            row("3", cell(p("Rydde benker")), cell(p(""), "<w:vMerge/>"), "hvert år"),
            properties=f'<w:tblW w:w="9000" w:type="dxa"/>{GRID}', widths=(40, 220, 120, 70),
        ),
        p("", properties=f"<w:sectPr>{SIZE}</w:sectPr>"),
        p("Innsatsområde 2 Alle tiltak i rekkefølge", style="Overskrift2"),
        table(
            head,
            *(row(str(n), f"Tiltak nummer {n} gjelder sti {n * 7 % 31}", ("Sund kommune", "Holmvik turlag")[n % 2],
                  f"{2024 + n % 3}") for n in range(1, 31)),
            properties=f'<w:tblW w:w="13000" w:type="dxa"/>{GRID}', widths=(50, 350, 150, 100),
        ),
        p("Vedtatt av kommunestyret i Sund 20. juni 2024"),
        wide,
    ]  # fmt: skip
    return docx(*body, parts={"styles": STYLES, "numbering": NUMBERING})


def told(layout: Layout) -> list[str]:
    """Return what a layout says of its lines, one line each."""
    return [
        " | ".join((
            f"s. {line.page}",
            "" if line.cell is None else "celle {} {} {}".format(*line.cell),
            line.furniture or ("hode" if line.running else f"nivå {line.heading}" if line.heading else ""),
            ("fet " if line.bold else "") + ("kursiv" if line.italic else ""),
            line.text,
        ))
        for line in layout.lines
    ]  # fmt: skip


def main() -> None:
    """Write the documents, and let LibreOffice write them as a Word document and as a web page."""
    HERE.mkdir(exist_ok=True)
    for name, data in (("protokoll", minutes()), ("plan", plan())):
        place = HERE / f"{name}.docx"
        if "--expected" in sys.argv:
            (HERE / f"{name}.expected.txt").write_text("\n".join(told(opened(data))) + "\n", encoding="utf-8")
            continue
        place.write_bytes(data)
        with tempfile.TemporaryDirectory() as folder:
            for kind in ("docx:MS Word 2007 XML", "html:HTML (StarWriter)"):
                command = [
                    "soffice",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    kind,
                ]
                subprocess.run([*command, "--outdir", folder, str(place)], check=True, stdout=sys.stderr)
            (HERE / f"{name}_writer.docx").write_bytes((Path(folder) / f"{name}.docx").read_bytes())
            (HERE / f"{name}.html").write_bytes((Path(folder) / f"{name}.html").read_bytes())


if __name__ == "__main__":
    main()
