"""Runs that are killed while they write: at each step that touches the disk, and at any time."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from handmade import council

from govdocs import Host, Target, TargetError, write
from govdocs.pipeline import open_writers

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of itself, which this system cannot make")

EVERY = ("r.jsonl", "csv:r/", "r.xlsx", "r.xml", "r.csv", "r.sqlite", "einnsyn:r/", "noark:r/")
TARGETS = (*EVERY[:2], *(pytest.param(target, marks=pytest.mark.long) for target in EVERY[2:]))
"""A file and a folder; the others, which take the same way into their places, in long runs."""
STEPS = ("open", "os.", "shutil.", "tempfile.", "sqlite3.")
"""What of Python's own account of its doings touches the disk."""


def at(place: Path, written: str) -> Target:
    name, _, rest = written.rpartition(":")
    return Target.parse(f"{name}:{place}/{rest}" if name else place / rest)


def state(path: Path) -> str | None:
    """Sum up a register, file or folder; `None` where there is none."""
    if not path.exists():
        return None
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    told = hashlib.sha256()
    for each in files:
        told.update(each.name.encode() + each.read_bytes())
    return told.hexdigest()


def killed(work: Callable[[], None], prepare: Callable[[], None]) -> bool:
    """Do some work in a copy of this process; whether it was killed before it was done."""
    child = os.fork()
    if child == 0:
        prepare()
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0
    return os.WIFSIGNALED(status)


def after(steps: int) -> Callable[[], None]:
    """Have the process kill itself at a step that touches the disk, before the step is taken."""
    left = [steps]

    def count(event: str, _: tuple[object, ...]) -> None:
        if event.startswith(STEPS) and event != "os.kill":
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(count)


def within(seconds: float) -> Callable[[], None]:
    """Have the system kill the process after some time, whatever it does then."""

    def prepare() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    return prepare


def registers(target: Target) -> tuple[str | None, str | None]:
    """Write the new register and then the old one in its place, and sum both up."""
    sums = []
    for documents in ([council("b.txt", "4"), council("c.txt", "5")], [council()]):
        write(documents, target)
        sums.append(state(target.path))
    return sums[1], sums[0]


def renew(target: Target) -> Callable[[], None]:
    def work() -> None:
        write([council("b.txt", "4"), council("c.txt", "5")], target)

    return work


@pytest.mark.parametrize("written", TARGETS)
def test_a_run_killed_at_any_step_leaves_a_whole_register(written: str, tmp_path: Path) -> None:
    """Killed before each of its last steps and many of the earlier ones, a run leaves the old register or the new one
    whole in its place, and the next run is not held up by what it left."""
    target = at(tmp_path, written)
    old, new = registers(target)
    seen, steps, stride = [], 0, 11
    while killed(renew(target), after(steps)):
        seen.append(state(target.path))
        assert seen[-1] in (old, new), f"after {steps} steps"
        if seen[-1] == new:
            stride = 1
        steps += stride
    # Back from the end, a step at a time: there the register is moved into its place.
    for step in range(max(0, steps - 24), steps):
        write([council()], target)
        assert state(target.path) == old
        killed(renew(target), after(step))
        seen.append(state(target.path))
        assert seen[-1] in (old, new), f"after {step} steps"
    assert old in seen
    assert new in seen or target.path.is_file()
    write([council()], target)
    assert [path.name for path in tmp_path.iterdir()] == [target.path.name]


@pytest.mark.parametrize("written", TARGETS)
def test_a_run_killed_at_any_time_leaves_a_whole_register(written: str, tmp_path: Path) -> None:
    """Killed after any time, in the middle of whatever it does, a run leaves the old register or the new one whole."""
    target = at(tmp_path, written)
    old, new = registers(target)
    start = time.perf_counter()
    write([council()], target)
    whole = time.perf_counter() - start
    for part in range(1, 9):
        killed(renew(target), within(whole * part / 4))
        assert state(target.path) in (old, new)
    write([council()], target)
    assert [path.name for path in tmp_path.iterdir()] == [target.path.name]


@pytest.mark.parametrize("written", EVERY)
def test_a_disk_that_is_full_is_told_and_nothing_is_left(written: str, tmp_path: Path) -> None:
    """Where there is no room for the register, that is one error of the target, and the old register stands alone."""
    target = at(tmp_path, written)
    write([council()], target)
    old = state(target.path)

    def crowded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1500, resource.RLIM_INFINITY))
        try:
            write([council("b.txt", "4")] * 3, target)
        except TargetError as error:
            lines = str(error).splitlines()
            os._exit(0 if len(lines) == 1 and "cannot be written" in lines[0] else 3)
        except BaseException as error:
            os.write(2, repr(error).encode())
            os._exit(4)
        os._exit(5)

    assert not killed(crowded, lambda: None)
    assert state(target.path) == old
    assert [path.name for path in tmp_path.iterdir()] == [target.path.name]


def test_the_check_can_fail(tmp_path: Path) -> None:
    """A register that is written in its place is caught half-way."""

    def careless() -> None:
        with (tmp_path / "r").open("w") as file:
            file.write("new")
            file.flush()
            os.listdir(tmp_path)
            file.write(" and whole")

    (tmp_path / "r").write_text("old")
    found = set()
    steps = 0
    while killed(careless, after(steps)):
        found.add((tmp_path / "r").read_text())
        steps += 1
    assert found == {"old", "new"}


def test_a_writer_that_cannot_begin_leaves_nothing(tmp_path: Path) -> None:
    """Where one of several targets is of no known kind, what the others had begun is thrown away."""
    with pytest.raises(TargetError, match="no writer knows"):
        open_writers([tmp_path / "r.xlsx", at(tmp_path, "csv:t/"), tmp_path / "r.none"], Host.installed())
    assert list(tmp_path.iterdir()) == []
