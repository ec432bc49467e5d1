"""Damages the project's samples for some minutes and reads them: nothing may crash, hang or eat the memory.

    python tests/fuzz/run.py [--minutes 20] [--seed 1] [--keep FOLDER] [--only KIND] [--input NUMBER]

Each input follows from the seed and its number, so a finding is told by the two of them; `--input` reads that one again
and shows what it raises. A child process reads; its parent kills it where an input takes too long, and starts another
where one has killed it. An input is a finding where anything but a fault of the source is raised, where an error is not
one line that names the source, where a layout breaks the rules for openers, where a file appears beside the archive,
or where time or memory pass the bound.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from attrs import define, field, frozen
from mutation import archive, damaged

from govdocs import GovdocsError, Host, Source
from govdocs.archive import Archive
from govdocs.archive.outcomes import Failure
from govdocs.codec import encode
from govdocs.errors import PluginError
from govdocs.pipeline import read_source
from govdocs.testing import check_layout

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples/archive", "examples/archive_mixed", "tests/pdf/samples", "tests/word_html/samples", "tests/genre")
KINDS = ("txt", "pdf", "docx", "html")
LARGEST = 300_000
"""Bytes of a sample; larger ones cost time and have the same parts."""
SECONDS = 20
"""Processor time for one input of some hundred kilobytes; wall time is allowed three times as much."""
MEMORY = 1024 * 1024 * 1024
"""Address space of the child."""


@frozen
class Input:
    """One damaged file."""

    number: int
    kind: str
    name: str
    data: bytes


@frozen
class Result:
    """What came of one input."""

    outcome: str
    """`read`, `refused`, or the kind of finding."""
    detail: str
    seconds: float
    memory: int
    """Most memory that was in use, in bytes."""


@define
class Figures:
    """What came of all of them."""

    outcomes: Counter[tuple[str, str]] = field(factory=Counter)
    findings: list[tuple[Input, Result]] = field(factory=list)
    seconds: float = 0
    slowest: Input | None = None
    memory: int = 0
    largest: Input | None = None

    def add(self, given: Input, result: Result) -> None:
        """Count one."""
        self.outcomes[given.kind, result.outcome] += 1
        if result.outcome not in ("read", "refused"):
            self.findings.append((given, result))
        if result.seconds > self.seconds:
            self.seconds, self.slowest = result.seconds, given
        if result.memory > self.memory:
            self.memory, self.largest = result.memory, given


def samples(only: str | None) -> list[tuple[str, str, bytes]]:
    """Return name, kind and content of the project's own samples."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    found = [(path.name, path.suffix[1:], path.read_bytes()) for path in paths if path.suffix[1:] in KINDS]
    return [item for item in found if len(item[2]) <= LARGEST and only in (None, "zip", item[1])]


def made(number: int, seed: int, files: list[tuple[str, str, bytes]], only: str | None) -> Input:
    """Make the input of a number."""
    rng = Random(f"{seed} {number}")
    contents = [data for _, _, data in files]
    if only == "zip" or (only is None and rng.random() < 0.1):
        chosen = [rng.choice(files) for _ in range(rng.randrange(1, 6))]
        inside = [
            (name, damaged(data, kind, contents, rng) if rng.random() < 0.5 else data) for name, kind, data in chosen
        ]
        data = archive(inside, rng)
        if rng.random() < 0.2:
            data = archive([("inni.zip", data)], rng)
        return Input(number, "zip", f"{number}.zip", data)
    kind = rng.choice(sorted({kind for _, kind, _ in files}))
    name, _, data = rng.choice([item for item in files if item[1] == kind])
    return Input(number, kind, f"{number} {name}", damaged(data, kind, contents, rng))


def judged(given: Input, host: Host) -> tuple[str, str]:
    """Read one input; what came of it, and what is wrong where something is."""
    try:
        if given.kind == "zip":
            return _judged_archive(given, host)
        reading = read_source(Source(name=given.name, data=given.data), host=host, strict=True)
    except PluginError:
        return "plugin failed", traceback.format_exc()
    except GovdocsError as error:
        text = str(error)
        if "\n" in text or not text.startswith(given.name):
            return "error not one line with the name", text
        return "refused", text
    except MemoryError:
        return "refused", "out of memory"
    breaches = check_layout(reading.layout)
    if breaches:
        return "layout unsound", "\n".join(map(str, breaches[:5]))
    encode(reading.document)
    return "read", ""


def _judged_archive(given: Input, host: Host) -> tuple[str, str]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "inn" / given.name
        path.parent.mkdir()
        path.write_bytes(given.data)
        outcomes = list(Archive([path], host=host, jobs=0, strict=True).results())
        here = {str(file.relative_to(place)) for file in Path(place).rglob("*")}
    if here != {"inn", f"inn/{given.name}"}:
        return "wrote files", str(here)
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            if isinstance(outcome.error, PluginError) or "made govdocs fail" in outcome.reason:
                return "failed inside an archive", "".join(traceback.format_exception(outcome.error))
            if "\n" in str(outcome):
                return "error not one line with the name", str(outcome)
    return ("refused" if all(isinstance(outcome, Failure) for outcome in outcomes) else "read"), ""


def child(orders: Connection, seed: int, only: str | None) -> None:
    """Read the inputs whose numbers come, and answer each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    files, host = samples(only), Host.installed()
    while (number := orders.recv()) is not None:
        given = made(number, seed, files, only)
        Path("/proc/self/clear_refs").write_text("5")  # begin to measure the most memory anew
        start = time.process_time()
        try:
            outcome, detail = judged(given, host)
        except Exception:
            outcome, detail = "crash", traceback.format_exc()
        seconds = time.process_time() - start
        if seconds > SECONDS and outcome in ("read", "refused"):
            outcome, detail = "slow", f"{seconds:.1f} s"
        status = Path("/proc/self/status").read_text()
        peak = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024
        orders.send(Result(outcome, detail, seconds, peak))


class Reader:
    """A child process, and another in its place where an input has killed it."""

    def __init__(self, seed: int, only: str | None) -> None:
        self.arguments = (seed, only)
        self.start()

    def start(self) -> None:
        """Start a child."""
        self.here, there = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=child, args=(there, *self.arguments))
        self.process.start()
        there.close()

    def read(self, number: int) -> Result:
        """Have an input read."""
        self.here.send(number)
        try:
            if self.here.poll(3 * SECONDS):
                result: Result = self.here.recv()
                return result
            self.process.kill()
            outcome, detail = "hang", f"more than {3 * SECONDS} s"
        except EOFError:
            outcome, detail = "killed the process", ""
        self.process.join()
        detail = detail or f"exit code {self.process.exitcode}"
        self.start()
        return Result(outcome, detail, 0, 0)


def main() -> None:
    """Run for the minutes that are asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that are findings")
    parser.add_argument("--only", choices=[*KINDS, "zip"])
    parser.add_argument("--input", type=int, help="read this one again, in this process")
    options = parser.parse_args()
    files = samples(options.only)
    if options.input is not None:
        given = made(options.input, options.seed, files, options.only)
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / given.name).write_bytes(given.data)
        print(given.name, *judged(given, Host.installed()))
        return
    figures, reader = Figures(), Reader(options.seed, options.only)
    number, start = 0, time.monotonic()
    while time.monotonic() - start < 60 * options.minutes:
        number += 1
        result = reader.read(number)
        given = made(number, options.seed, files, options.only)
        figures.add(given, result)
        if result.outcome not in ("read", "refused"):
            print(f"input {number} ({given.name}): {result.outcome}\n{result.detail}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / given.name).write_bytes(given.data)
    reader.process.kill()
    print(f"\n{number} inputs in {(time.monotonic() - start) / 60:.1f} minutes, seed {options.seed}")
    outcomes = sorted({outcome for _, outcome in figures.outcomes})
    print(f"{'':<8}" + "".join(f"{outcome:>12}" for outcome in outcomes))
    for kind in (*KINDS, "zip"):
        print(f"{kind:<8}" + "".join(f"{figures.outcomes[kind, outcome]:>12}" for outcome in outcomes))
    print(f"slowest: {figures.seconds:.1f} s (input {figures.slowest.number if figures.slowest else '-'})")
    print(f"most memory: {figures.memory / 2**20:.0f} MiB (input {figures.largest.number if figures.largest else '-'})")
    sys.exit(bool(figures.findings))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
