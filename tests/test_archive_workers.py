from __future__ import annotations

import gc
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from toys import PLUGIN, installed, told, toy, toy_host

from govdocs import Host, Limits, PluginError, Source
from govdocs.archive import Archive, read_archive, worker, workers
from govdocs.errors import GovdocsError, LimitError
from govdocs.model import Document

SECONDS = 6
MIB = 1024 * 1024


def archive(*paths: Path, jobs: int = 2, strict: bool = False, **bounds: float) -> Archive:
    limits = Limits(**({"seconds": SECONDS, "memory_bytes": 700 * MIB} | bounds))
    return read_archive(paths, host=toy_host(), limits=limits, jobs=jobs, strict=strict)


def folder(place: Path, *lines: str) -> Path:
    """A folder of toy documents, one for each line, with an innocent one before and after each."""
    place.mkdir()
    for number, line in enumerate(lines):
        (place / f"{number} a.toy").write_bytes(toy(2 * number))
        (place / f"{number} b.toy").write_bytes(toy(2 * number + 1, line))
    (place / f"{len(lines)} a.toy").write_bytes(toy(2 * len(lines)))
    return place


def children() -> set[str]:
    """Processes that this one has started and that still run."""
    return {child for file in Path("/proc/self/task").glob("*/children") for child in file.read_text().split()}


HARM = {
    "hang": f"passes the bound seconds ({SECONDS}) in plugin toy_plugin.govdocs_open",
    "hang in native code": f"passes the bound seconds ({SECONDS}) in plugin toy_plugin.govdocs_open",
    "exit": "killed the process that read it, which ended with status 7 in plugin toy_plugin.govdocs_open",
    "sys.exit": "plugin toy_plugin.govdocs_open: raised SystemExit: 3",
    "crash": "killed the process that read it, which died of SIGSEGV in plugin toy_plugin.govdocs_open",
    "eat": f"passes the bound memory_bytes ({700 * MIB})",
    "raise": "plugin toy_plugin.govdocs_open: raised ValueError: a fault of the plugin",
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no bound on a process's memory, and other signals")
def test_a_file_that_does_harm_is_one_failed_file_with_its_reason(tmp_path: Path) -> None:
    """A plugin that hangs (in native code too), ends or crashes its process, or eats its memory costs one source."""
    root = folder(tmp_path / "m", *HARM)
    expected = []
    for number, reason in enumerate(HARM.values()):
        expected += [f"m/{number} a.toy", f"Failure m/{number} b.toy: {reason}"]
    assert told(archive(root)) == [*expected, f"m/{len(HARM)} a.toy"]


def test_results_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    """A document that takes long is waited for, though those after it are done."""
    root = tmp_path / "m"
    root.mkdir()
    for number in range(12):
        (root / f"{number}.toy").write_bytes(toy(number, f"sleep {0.4 if number % 4 == 0 else 0}"))
    assert told(archive(root)) == [f"m/{number}.toy" for number in range(12)]


def test_workers_read_what_this_process_reads(tmp_path: Path) -> None:
    """The same documents come from no, one and three workers, outcomes included."""
    root = folder(tmp_path / "m", "raise in read", "raise", "print")
    (root / "x.bin").write_bytes(b"\0")
    (root / "tom").write_bytes(b"")
    found = [[*archive(root, jobs=jobs).results()] for jobs in (0, 1, 3)]
    assert found[0] == found[1] == found[2]
    assert len([d for d in found[0] if isinstance(d, Document)]) == 6


def test_a_source_does_not_pay_for_the_one_before_it(tmp_path: Path) -> None:
    """A worker that dies of what an earlier source left running costs nobody: the next is read again in a fresh one."""
    root = tmp_path / "m"
    root.mkdir()
    (root / "1.toy").write_bytes(toy(1, "exit a little later"))
    (root / "2.toy").write_bytes(toy(2, "sleep 1"))
    (root / "3.toy").write_bytes(toy(3))
    assert told(archive(root, jobs=1)) == ["m/1.toy", "m/2.toy", "m/3.toy"]


def test_what_a_plugin_prints_does_not_reach_the_answers(tmp_path: Path) -> None:
    """Noise on the standard streams goes nowhere, so the answers are whole."""
    (tmp_path / "a.toy").write_bytes(toy(1, "print"))
    assert told(archive(tmp_path / "a.toy", jobs=1)) == ["a.toy"]


def test_a_plugin_that_spoils_a_part_fails_the_file_only_if_asked_to(tmp_path: Path) -> None:
    """A document is delivered with a finding; with `strict` it is a failure that names plugin and hook."""
    (tmp_path / "a.toy").write_bytes(toy(1, "raise in read"))
    [document] = archive(tmp_path / "a.toy", jobs=1)
    assert [finding.code for finding in document.findings] == ["GD901"]
    whole = archive(tmp_path / "a.toy", jobs=1, strict=True)
    assert list(whole) == []
    assert isinstance(whole.failures[0].error, PluginError)
    assert "toy_plugin.govdocs_read" in whole.failures[0].reason


@pytest.mark.parametrize("jobs", [0, 1])
def test_want_of_memory_is_the_sources_fault_and_no_plugins(tmp_path: Path, jobs: int) -> None:
    """A source that there is no memory for passes a bound, in a worker and in this process."""
    (tmp_path / "a.toy").write_bytes(toy(1, "no memory"))
    (tmp_path / "b.toy").write_bytes(toy(2))
    assert told(archive(tmp_path / "a.toy", tmp_path / "b.toy", jobs=jobs)) == [
        f"Failure {tmp_path / 'a.toy'}: passes the bound memory_bytes ({700 * MIB})",
        "b.toy",
    ]


def test_a_defect_of_govdocs_costs_one_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is told as such, and the archive goes on."""
    really = worker.read_source

    def defective(source: Source, **more: object) -> object:
        if source.name == "a.toy":
            raise KeyError("unforeseen")
        return really(source, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(worker, "read_source", defective)
    for number, name in enumerate(("a.toy", "b.toy")):
        (tmp_path / name).write_bytes(toy(number))
    assert told(archive(tmp_path / "a.toy", tmp_path / "b.toy", jobs=0)) == [
        f"Failure {tmp_path / 'a.toy'}: made govdocs fail: KeyError: 'unforeseen'",
        "b.toy",
    ]


def test_the_fault_of_a_source_keeps_its_facts_on_its_way_from_the_worker(tmp_path: Path) -> None:
    """An exception from a worker is the one that was raised there."""
    (tmp_path / "a.toy").write_bytes(toy(1, "hang"))
    whole = archive(tmp_path / "a.toy", jobs=1, seconds=1)
    list(whole)
    error = whole.failures[0].error
    assert isinstance(error, LimitError)
    assert (error.limit, error.allowed, error.name) == ("seconds", 1, "a.toy")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at the processes as Linux shows them")
def test_no_worker_is_left_when_the_reader_goes_away(tmp_path: Path) -> None:
    """Who stops half-way, or is stopped by an exception, leaves no process behind, not even one that hangs."""
    root = folder(tmp_path / "m", "hang", "sleep 1")
    before = children()
    results = archive(root, seconds=600).results()
    next(results)
    assert children() > before
    results.close()
    assert children() == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at the processes as Linux shows them")
def test_a_worker_is_renewed_before_leaks_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many sources a worker is replaced, and no result is lost in between."""
    monkeypatch.setattr(workers, "RENEWED_AFTER", 3)
    root = tmp_path / "m"
    root.mkdir()
    for number in range(10):
        (root / f"{number}.toy").write_bytes(toy(number))
    seen = set()
    for name in (results := archive(root, jobs=1).results()):
        assert isinstance(name, Document)
        seen |= children()
    results.close()
    assert len(seen) >= 3


def test_the_host_reaches_the_workers(tmp_path: Path) -> None:
    """Which plugins are switched off and which files are plugins holds in the workers too."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    without = Host.installed(without=installed())
    [failure] = told(read_archive(tmp_path / "a.toy", host=without, jobs=1))
    assert "is of no known format" in failure
    assert told(read_archive(tmp_path / "a.toy", host=toy_host(), jobs=1)) == ["a.toy"]


def test_a_host_with_plugins_added_by_hand_stays_in_this_process(tmp_path: Path) -> None:
    """Such a host cannot be made again elsewhere; that is said at once, and reading here is the way."""
    host = Host.installed(without=installed())
    host.add(sys.modules.get("toy_plugin") or _imported(), "toy_plugin")
    (tmp_path / "a.toy").write_bytes(toy(1))
    with pytest.raises(ValueError, match="use jobs=0"):
        read_archive(tmp_path / "a.toy", host=host, jobs=1)
    assert told(read_archive(tmp_path / "a.toy", host=host, jobs=0)) == ["a.toy"]


def _imported() -> object:
    import toy_plugin

    return toy_plugin


def test_a_number_of_jobs_below_none_is_refused(tmp_path: Path) -> None:
    """There are no fewer workers than none."""
    with pytest.raises(ValueError, match="jobs"):
        read_archive(tmp_path, host=toy_host(), jobs=-1)


def test_a_plugin_that_fails_to_load_in_the_worker_stops_the_run(tmp_path: Path) -> None:
    """A fault of the installation is not told once for each of a thousand files."""
    plugin = tmp_path / "fickle.py"
    plugin.write_text(PLUGIN.read_text(encoding="utf-8"), encoding="utf-8")
    host = Host.installed(without=installed(), files=[plugin])
    plugin.write_text("raise RuntimeError('gone bad')\n", encoding="utf-8")
    (tmp_path / "a.toy").write_bytes(toy(1))
    with pytest.raises(PluginError, match="gone bad"):
        list(read_archive(tmp_path / "a.toy", host=host, jobs=1))


def test_a_worker_that_cannot_start_stops_the_run(tmp_path: Path) -> None:
    """A plugin that ends the process as it loads is told with what happened."""
    plugin = tmp_path / "fickle.py"
    plugin.write_text(PLUGIN.read_text(encoding="utf-8"), encoding="utf-8")
    host = Host.installed(without=installed(), files=[plugin])
    plugin.write_text("import os\nos._exit(5)\n", encoding="utf-8")
    (tmp_path / "a.toy").write_bytes(toy(1))
    with pytest.raises(GovdocsError, match="no worker process could be started: it ended with status 5"):
        list(read_archive(tmp_path / "a.toy", host=host, jobs=1))


def test_a_bound_too_small_to_start_in_stops_the_run(tmp_path: Path) -> None:
    """Who leaves the workers no memory to load their plugins in is told so."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    with pytest.raises(GovdocsError, match=r"cannot be loaded|could be started"):
        list(archive(tmp_path / "a.toy", jobs=1, memory_bytes=1))


def test_a_worker_that_hangs_as_it_starts_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading has its own deadline."""
    monkeypatch.setattr(workers, "START_SECONDS", 2)
    plugin = tmp_path / "fickle.py"
    plugin.write_text(PLUGIN.read_text(encoding="utf-8"), encoding="utf-8")
    host = Host.installed(without=installed(), files=[plugin])
    plugin.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    (tmp_path / "a.toy").write_bytes(toy(1))
    with pytest.raises(GovdocsError, match="it took longer than 2 seconds"):
        list(read_archive(tmp_path / "a.toy", host=host, jobs=1))


def script(place: Path, text: str) -> Path:
    head = f"""
        from pathlib import Path
        from govdocs import Host
        from govdocs.archive import read_archive
        from govdocs.host import list_plugins
        host = Host.installed(without=[p.name for p in list_plugins()], files=[Path({str(PLUGIN)!r})])
        """
    place.write_text(textwrap.dedent(head) + textwrap.dedent(text), encoding="utf-8")
    return place


def test_a_script_needs_no_guard_against_its_own_workers(tmp_path: Path) -> None:
    """Workers do not run the script that started them, as those of `multiprocessing` would."""
    root = folder(tmp_path / "m", "raise")
    place = script(tmp_path / "les.py", f"print(len(list(read_archive({str(root)!r}, host=host, jobs=2))))\n")
    done = subprocess.run([sys.executable, place], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr, done.returncode) == ("2\n", "", 0)


def test_a_module_in_the_users_folder_is_not_run(tmp_path: Path) -> None:
    """Standing in a stranger's archive with a pickle.py in it is no danger."""
    (tmp_path / "arkiv").mkdir()
    (tmp_path / "arkiv" / "a.toy").write_bytes(toy(1))
    for name in ("pickle.py", "attrs.py"):
        (tmp_path / "arkiv" / name).write_text("open('TATT OVER', 'w').close()\n")
    place = script(tmp_path / "les.py", "print(len(list(read_archive('a.toy', host=host, jobs=1))))\n")
    done = subprocess.run([sys.executable, place], capture_output=True, text=True, timeout=60, cwd=tmp_path / "arkiv")
    assert done.stdout == "1\n"
    assert not (tmp_path / "arkiv" / "TATT OVER").exists()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at the processes as Linux shows them")
def test_a_worker_whose_parent_is_killed_ends(tmp_path: Path) -> None:
    """Nothing is left running when the parent has no time to tidy up."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.toy").write_bytes(toy(1))
    place = script(
        tmp_path / "les.py",
        f"""
        import time
        results = read_archive([{str(tmp_path / "m")!r}] * 3, host=host, jobs=1).results()
        next(results)
        print(*[file.read_text() for file in Path("/proc/self/task").glob("*/children")], flush=True)
        time.sleep(60)
        """,
    )
    with subprocess.Popen([sys.executable, place], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        line = parent.stdout.readline()
        parent.kill()
    [worker] = line.split()
    deadline = time.monotonic() + 30
    while not ended(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ended(process: str) -> bool:
    """Whether a process is gone or only waits to be taken leave of."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads its memory as Linux shows it")
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """Forty documents of a megabyte take no more memory than four: none is kept once it has been handed on."""

    def growth(count: int) -> float:
        root = tmp_path / str(count)
        root.mkdir()
        for number in range(count):
            (root / f"{number}.toy").write_bytes(toy(number) + os.urandom(MIB // 2).hex().encode())
        gc.collect()
        peak, before = 0.0, resident()
        for _ in archive(root, jobs=2):
            peak = max(peak, resident() - before)
        return peak

    growth(4)
    assert growth(40) < 20 * MIB


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
