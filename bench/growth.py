"""How time and memory grow: with a document's length, with an archive's size, and what a second worker brings.

    python bench/growth.py [--full]

Each figure comes from a process of its own. Long documents are our own samples set one after the other, with the
numbers in them changed so that no line need stand twice. Without `--full` the longest runs are left out.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import pypdfium2

from govdocs import Host, Limits, Source, read_archive
from govdocs.pipeline import open_layout, read_source

EXAMPLES = Path(__file__).parents[1] / "examples"
LENGTHS, LONGEST = (10, 30, 100, 300), 1000
SIZES, LARGEST = (10, 100, 400), 2000
LINES = 45
"""Lines of text that count as a page."""


def long_text(pages: int) -> bytes:
    """Return minutes of so many pages."""
    rng = Random(pages)
    out: list[str] = []
    while len(out) < pages * LINES:
        text = (EXAMPLES / "archive" / "lyngvaer_kommune" / "formannskapet_protokoll_2025-02-13.txt").read_text("utf-8")
        changed = re.sub(r"(?<=PS )\d+(?=/)", lambda match: str(int(match[0]) + len(out)), text)
        changed = re.sub(r"\b[a-zæøå]{9,}\b", lambda match: match[0] + rng.choice("aeiou"), changed)
        out.extend(changed.split("\n"))
    return "\n".join(out[: pages * LINES]).encode()


def long_pdf(pages: int) -> bytes:
    """Return a PDF of so many pages."""
    out = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(path) for path in sorted((EXAMPLES / "archive_mixed").glob("*.pdf"))]
    while room := pages - len(out):
        source = sources.pop(0)
        out.import_pages(source, list(range(min(len(source), room))))
        sources.append(source)
    with tempfile.TemporaryFile() as file:
        out.save(file)
        file.seek(0)
        return file.read()


def document(kind: str, pages: int) -> dict[str, float]:
    """Measure one document."""
    host = Host.installed()
    source = Source(name=f"a.{kind}", data=long_text(pages) if kind == "txt" else long_pdf(pages))
    read_source(Source(name="b.txt", data=long_text(1)), host=host)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    open_layout(source, host, Limits())
    opened = time.process_time() - start
    start = time.process_time()
    read_source(source, host=host)
    whole = time.process_time() - start
    return {"open": opened, "read": whole - opened, "memory": _peak() - before / 1024}


def archive(size: int, jobs: int) -> dict[str, float]:
    """Measure an archive of different documents, read by some workers."""
    with tempfile.TemporaryDirectory() as place:
        texts = sorted((EXAMPLES / "archive").rglob("*.txt"))
        for number in range(size):
            text = texts[number % len(texts)].read_text("utf-8")
            (Path(place) / f"{number:05}.txt").write_text(f"{text}\nLøpenummer {number}\n", "utf-8")
        start = time.monotonic()
        count = sum(1 for _ in read_archive(place, jobs=jobs))
        wall = time.monotonic() - start
        assert count == size
        used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall, "cpu": sum(each.ru_utime + each.ru_stime for each in used), "memory": _peak(),
            "worker": used[1].ru_maxrss / 1024}  # fmt: skip


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(*arguments: object) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, *map(str, arguments)]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return figures


def main() -> None:
    """Print the tables."""
    if sys.argv[1:2] == ["document"]:
        print(json.dumps(document(sys.argv[2], int(sys.argv[3]))))
        return
    if sys.argv[1:2] == ["archive"]:
        print(json.dumps(archive(int(sys.argv[2]), int(sys.argv[3]))))
        return
    full = "--full" in sys.argv
    for kind in ("txt", "pdf"):
        print(f"\none {kind} document   pages   open ms   read ms   read/open   ms a page   MiB more")
        for pages in (*LENGTHS, *([LONGEST] if full else [])):
            got = apart("document", kind, pages)
            each = 1000 * (got["open"] + got["read"]) / pages
            print(f"{pages:>24}{1000 * got['open']:>10.0f}{1000 * got['read']:>10.0f}{got['read'] / got['open']:>12.2f}"
                  f"{each:>12.2f}{got['memory']:>11.0f}")  # fmt: skip
    print("\narchive of text   files   cpu ms a file   MiB here   MiB worker")
    for size in (*SIZES, *([LARGEST] if full else [])):
        got = apart("archive", size, 1)
        print(f"{size:>23}{1000 * got['cpu'] / size:>16.1f}{got['memory']:>11.0f}{got['worker']:>13.0f}")
    walls = {jobs: min(apart("archive", SIZES[-1], jobs)["wall"] for _ in range(2)) for jobs in (1, 2)}
    print(
        f"\ntwo workers against one, wall: {walls[1] / walls[2]:.2f} (bar: 1.7; on a machine with nothing else to do)"
    )


if __name__ == "__main__":
    main()
