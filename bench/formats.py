"""Pages a second of opening and of reading, next to the PDF library's bare text and to two other extractors.

    python bench/formats.py

Processor time, the least of some rounds; each round is a process of its own that looks at every file once, so that
nothing is remembered of it and no tool collects another's garbage. One kind of round opens the files, one opens and
reads them, one has the other tools take turns. Reading is what the second takes more than the first.
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from govdocs import Host, Limits, Source
from govdocs.pipeline import open_layout, read_source

ROOT = Path(__file__).parents[1]
FILES = ROOT / "examples" / "archive_mixed"
WARM = "brev_svar_paa_soeknad_2025-05-06"
"""A document that is looked at first in each format, so that the modules of all tools are there."""
OTHERS = ROOT / "tests" / "heldout" / "first"
"""Other documents that are read first, so that the patterns and tables of words are there: a letter needs few."""
ROUNDS = 3
Times = dict[str, dict[str, float]]


def bare(path: Path) -> int:
    """Take the text of a PDF as the library gives it; its pages."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        page.get_textpage().get_text_range()
    return len(document)


def others() -> dict[str, Callable[[Path], object]]:
    """Return the other extractors that are installed (`pip install '.[bench]'`)."""
    found: dict[str, Callable[[Path], object]] = {}
    logging.disable(logging.WARNING)
    with contextlib.suppress(ImportError):
        import pdfplumber

        def plumbed(path: Path) -> object:
            with pdfplumber.open(path) as pdf:
                return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]

        found["pdfplumber"] = plumbed
    with contextlib.suppress(ImportError):
        from markitdown import MarkItDown

        converter = MarkItDown()
        found["markitdown"] = lambda path: converter.convert(path).text_content
    return found


def measured(tool: Callable[[Path], object], path: Path) -> float:
    """Return the processor time that a tool takes for a file."""
    start = time.process_time()
    tool(path)
    return time.process_time() - start


def one_round(kind: str) -> Times:
    """Measure every file once: its opening, the opening and the reading together, or the other tools."""
    host, limits = Host.installed(), Limits()
    tools: dict[str, Callable[[Path], object]] = {
        "open": lambda path: open_layout(Source(name=path.name, data=path.read_bytes()), host, limits),
        "whole": lambda path: read_source(Source(name=path.name, data=path.read_bytes()), host=host, limits=limits),
    }
    chosen = {"bare": bare, **others()} if kind == "others" else {kind: tools[kind]}
    out: Times = {}
    for path in sorted(OTHERS.glob("*.txt")):
        tools["whole"](path)
    for path in sorted(FILES.iterdir(), key=lambda path: (path.stem != WARM, path.name)):
        times = {
            name: measured(tool, path)
            for name, tool in chosen.items()
            if path.suffix == ".pdf" or name not in ("bare", "pdfplumber")
        }
        if path.stem != WARM:
            out[path.name] = times
    return out


def least(kind: str) -> Times:
    """Return the least of some rounds of a kind, by file."""
    command = [sys.executable, __file__, kind]
    rounds: list[Times] = [
        json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) for _ in range(ROUNDS)
    ]
    return {name: {what: min(r[name][what] for r in rounds) for what in times} for name, times in rounds[0].items()}


def main() -> None:
    """Print a table for each format."""
    if sys.argv[1:]:
        print(json.dumps(one_round(sys.argv[1])))
        return
    best, whole, rest = least("open"), least("whole"), least("others")
    for name, times in best.items():
        times.update({"read": whole[name]["whole"] - times["open"], **rest[name]})
    pages = {name: bare(FILES / name) for name in best if name.endswith(".pdf")}
    for kind in ("pdf", "docx", "html"):
        names = [name for name in best if name.endswith(kind)]
        count = sum(pages[f"{name.rpartition('.')[0]}.pdf"] for name in names)
        known = [what for what in ("bare", "open", "read", "pdfplumber", "markitdown") if what in best[names[0]]]
        total = {what: sum(best[name][what] for name in names) for what in known}
        print(f"\n{kind}: {len(names)} documents, {count} pages as PDF")
        for what, taken in total.items():
            print(f"  {what:<12}{1000 * taken:>8.0f} ms{count / taken:>10.0f} pages a second")
        if "bare" in total:
            print(f"  opening / bare text: {total['open'] / total['bare']:.2f} (bar: 2)")
        print(f"  reading / opening: {total['read'] / total['open']:.2f} (bar: 0.5)")


if __name__ == "__main__":
    main()
