"""How much memory and time each register takes for an archive, and for one ten times as large.

    python bench/registers.py [ROWS] [FORMAT ...]

Documents are made up on the way, one of a hundred decisions at a time, so that none of the memory is theirs. Memory is
the most a fresh process has held beyond what it held with one document written; a register that streams holds as much
for the large archive as for the small one. ROWS counts decisions (200,000 unless said); each comes with a case.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROWS = 200_000
EACH = 100
FORMATS = {
    "excel": "r.xlsx", "xml": "r.xml", "csv, flat": "r.csv", "csv, tables": "csv:{}/r/", "json": "r.jsonl",
    "sqlite": "r.sqlite", "einnsyn": "einnsyn:{}/r/", "noark": "noark:{}/r/",
}  # fmt: skip
TEXT = "Styret tar saken om tiltak i virksomheten til orientering og ber om en ny vurdering innen {} uker."


def documents(rows: int) -> Iterator[object]:
    """Yield made-up minutes with a hundred cases, each with one decision."""
    from govdocs.join import identify
    from govdocs.layout import Span
    from govdocs.model import Case, Decision, DecisionKind, Document, DocumentSource, Meeting, MeetingKind

    for number in range(rows // EACH):
        cases = []
        for n in range(1, EACH + 1):
            span = Span(page=1 + n // 20, first=2 * n, last=2 * n + 1)
            made = Decision(span=span, kind=DecisionKind.ADOPTED, label="Vedtak", text=TEXT.format(n))
            cases.append(Case(span=span, number=f"{n}/{number}", title=f"Sak om tiltak nr. {n}", decisions=(made,)))
        meeting = Meeting(
            span=Span(page=1, first=1, last=2 * EACH + 1), kind=MeetingKind.MINUTES, body=f"Styret nr. {number % 40}",
            number=str(number), date=date(1990, 1, 1) + timedelta(days=number), cases=tuple(cases),
        )  # fmt: skip
        source = DocumentSource(
            name=f"{number}.txt", sha256=f"{number:08x}" * 8, media_type="text/plain", size=1, opener="text",
            opener_version="1",
        )  # fmt: skip
        yield identify(Document(source=source), [meeting])[0]


def measure(target: str, rows: int) -> None:
    """Write one register in this process; print seconds, MiB at most, and its size in MiB."""
    from govdocs import Target, write

    with tempfile.TemporaryDirectory() as folder:
        place = Target.parse(target.format(folder) if ":" in target else f"{folder}/{target}")
        begun = time.process_time()
        write(documents(rows), place)  # type: ignore[arg-type]
        taken = time.process_time() - begun
        files = [place.path] if place.path.is_file() else list(place.path.iterdir())
        size = sum(path.stat().st_size for path in files)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{taken:.1f} {most:.0f} {size / 2**20:.0f}")


def figures(target: str, rows: int) -> list[float]:
    """Measure in a fresh process."""
    command = [sys.executable, str(Path(__file__)), "--one", target, str(rows)]
    return [float(word) for word in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def main() -> None:
    """Print a table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    wanted = sys.argv[2:] or list(FORMATS)
    print(f"{'':<14}{'rows':>9}{'seconds':>9}{'MiB at most':>13}{'register, MiB':>15}{'growth of memory':>19}")
    for name in wanted:
        base = figures(FORMATS[name], EACH)[1]
        small, large = figures(FORMATS[name], rows // 10), figures(FORMATS[name], rows)
        for count, (seconds, most, size) in ((rows // 10, small), (rows, large)):
            grown = f"{most - base:+.0f} MiB"
            print(f"{name:<14}{count:>9,}{seconds:>9.1f}{most:>13.0f}{size:>15.0f}{grown:>19}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main()
