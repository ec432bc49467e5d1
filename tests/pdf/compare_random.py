"""Measures the PDF opener against the Word opener on documents made at random, which LibreOffice writes as both.

    python tests/pdf/compare_random.py FIRST LAST FOLDER

Prints for each seed whose rows differ how many do, and in the end how many rows of the Word documents come out of the
PDF documents cell for cell, hyphens and blanks aside. No test: it takes LibreOffice and about 0.3 s a document.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import make_samples as make

import govdocs_docx
import govdocs_pdf
from govdocs import Layout, Limits, Source

VOCABULARY = (
    "kommunen skal utarbeide plan for helse og omsorg i samarbeid med frivillige lag samt styrke tilbudet "
    "til barn unge eldre innbyggere tiltak ansvar frist møte vedtak forslag behandling saksnummer "
    "budsjett rådet utvalget leder nestleder økonomi kvalitet tjenester skole barnehage næring klima "
    "miljø arealplan veg vann avløp kultur idrett bibliotek "
)
WORDS = VOCABULARY.split()


def sentence(dice: random.Random, count: int) -> str:
    """Return words with a capital and a full stop."""
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize() + "."


def cell_text(dice: random.Random, ruled: bool) -> str:
    """Return what stands in a cell: nothing now and then, a few words, sentences, paragraphs, a list."""
    kind = dice.random()
    if not ruled or kind < 0.25:
        return sentence(dice, dice.randint(1, 5 if not ruled else 3))[:-1]
    if kind < 0.75:
        return sentence(dice, dice.randint(3, 14))
    if kind < 0.9:
        return "\n".join(sentence(dice, dice.randint(2, 9)) for _ in range(dice.randint(2, 4)))
    items = [sentence(dice, dice.randint(2, 8)) for _ in range(dice.randint(2, 5))]
    return make.text(sentence(dice, 4)[:-1] + ":") + make.bullets(items)


def table(dice: random.Random, widths: list[float]) -> str:
    """Return a table, ruled or not, with a repeated head or without, some with merged cells."""
    columns, ruled = len(widths), dice.random() < 0.75
    style = "Box" if ruled else "Bare"
    count, merges = dice.choice([2, 3, 5, 8, 15, 30]), ruled and dice.random() < 0.3
    covered = [0] * columns
    rows = []
    for number in range(count):
        cells: list[str] = []
        while len(cells) < columns:
            column = len(cells)
            if covered[column]:
                covered[column] -= 1
                cells.append(make.COVERED)
            elif merges and dice.random() < 0.12 and number < count - 3:
                high = dice.randint(2, 3)
                covered[column] = high - 1
                cells.append(make.cell(sentence(dice, 2)[:-1], style, high))
            elif merges and dice.random() < 0.12 and column + 1 < columns and not covered[column + 1]:
                cells.extend((make.cell(sentence(dice, 3), style, 1, 2), make.COVERED))
            else:
                empty = column > 0 and dice.random() < 0.05
                cells.append(make.cell("" if empty else cell_text(dice, ruled), style))
        rows.append(make.row(cells, style))
    titles = [sentence(dice, 1)[:-1] + str(number) for number in range(columns)]
    head = make.row(titles, "HeadBox" if ruled else "Bare") if dice.random() < 0.8 else ""
    return make.table(rows, widths, head)


def document(seed: int) -> str:
    """Return a document with a few chapters, each with text and a table, upright or landscape."""
    dice = random.Random(seed)
    body = [make.heading(sentence(dice, 4)[:-1], 1)]
    used: set[float] = set()
    for chapter in range(1, dice.randint(2, 5)):
        title = f"{chapter}. " + sentence(dice, dice.randint(2, 6))[:-1]
        body.append(make.heading(title, 2, dice.choice([None, None, None, "Wide", "Tall"])))
        body.extend(make.text(sentence(dice, dice.randint(5, 50))) for _ in range(dice.randint(0, 5)))
        if dice.random() < 0.3:
            body.append(make.bullets([sentence(dice, dice.randint(3, 25)) for _ in range(dice.randint(2, 5))]))
        parts = [dice.uniform(2.5, 8) for _ in range(dice.randint(2, 4))]
        widths = [round(part * 15.5 / sum(parts), 2) for part in parts]
        used.update(widths)
        body.append(table(dice, widths))
        body.append(make.text(sentence(dice, dice.randint(4, 20))))
    return make.document(body, sentence(dice, 3)[:-1], dice.choice(["", "Utvalget – "]), used)


def rows(layout: Layout | None) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a layout's tables, hyphens, blanks, list marks and empty cells aside."""
    assert layout is not None
    for each in layout.tables:
        for row in each.rows:
            if filled := tuple(text for cell in row if (text := re.sub(r"[\s\-•]", "", cell.text))):
                yield filled


def main() -> int:
    """Make the documents of some seeds, open both of each, and compare."""
    first, last, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    sources = []
    for seed in range(first, last):
        sources.append(folder / f"{seed:05}.fodt")
        sources[-1].write_text(document(seed), encoding="utf-8")
    for kind in ("pdf", "docx"):
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder.resolve()}/profile",
            "--headless",
            "--convert-to",
            kind,
        ]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True, timeout=3600
        )
    found = total = 0
    for source in sources:
        pdf, word = (
            Counter(rows(plugin.govdocs_open(source=Source(name=path.name, data=path.read_bytes()), limits=Limits())))
            for plugin, path in ((govdocs_pdf, source.with_suffix(".pdf")), (govdocs_docx, source.with_suffix(".docx")))
        )
        if missing := sum((word - pdf).values()):
            print(f"seed {source.stem}: {missing} of {sum(word.values())} rows differ")
        found += sum((word & pdf).values())
        total += sum(word.values())
    print(f"{found} of {total} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
