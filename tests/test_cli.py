from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from toys import PLUGIN, installed, make_zip, toy, wait_until_written

from govdocs.cli import main

Run = Callable[..., tuple[int, str, str]]

ALONE = [option for name in installed() for option in ("--without", name)]
"""Options that switch off what is installed, so that the toy plugin is alone."""
TOY = ["--plugin", str(PLUGIN), *ALONE]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; status, output and errors."""

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:  # argparse ends the program itself
            status = end.code if isinstance(end.code, int) else 1
        out, errors = capfd.readouterr()
        return status, out, errors

    return command


@pytest.fixture
def convert(run: Run, tmp_path: Path) -> Run:
    """Run `convert` with the toy plugin alone, in this process."""
    return lambda *words: run("convert", *words, "--jobs", 0, *TOY)


def heavy() -> str:
    """Code that prints which slow libraries and which plugins have been imported."""
    slow = ("lxml", "openpyxl", "pypdfium2", "msgspec", "asyncio", "multiprocessing")
    return f"import sys; print([m for m in sys.modules if m in {slow} or m.startswith('govdocs_')])"


@pytest.mark.parametrize("words", [["--help"], ["convert", "--help"], ["plugins"]])
def test_help_and_the_list_of_plugins_load_neither_plugins_nor_slow_libraries(words: list[str]) -> None:
    """Help is there at once, and listing plugins runs none of them."""
    code = (
        f"import sys\nfrom govdocs.cli import main\ntry:\n    main({words!r})\nexcept SystemExit:\n    pass\n{heavy()}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["convert", "read", "explain", "check", "plugins", "samples"])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    """Help ends with a line that can be typed."""
    status, out, _ = run(command, "--help")
    assert status == 0
    assert out.rstrip().splitlines()[-1].startswith(f"Example: govdocs {command}")


def test_the_program_tells_its_version(run: Run) -> None:
    """The version is that of the distribution."""
    assert run("--version")[:2] == (0, "govdocs 0.1.0\n")


def test_the_package_runs_as_a_module() -> None:
    """`python -m govdocs` is the same program, where no script was put on the path."""
    done = subprocess.run([sys.executable, "-m", "govdocs", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "govdocs 0.1.0\n"


def test_plugins_are_listed_with_all_that_is_known_of_them(run: Run) -> None:
    """Name, version, distribution, edition and hooks of each."""
    status, out, _ = run("plugins")
    rows = [line.split() for line in out.splitlines()]
    assert status == 0
    assert rows[0] == ["NAME", "VERSION", "DISTRIBUTION", "API", "HOOKS"]
    assert ["text", "0.1.0", "govdocs", "1", "open"] in rows
    assert [row[0] for row in rows[1:]] == sorted(installed())


def test_converting_writes_the_registers_and_closes_with_an_account(convert: Run, tmp_path: Path) -> None:
    """Counts, registers and outcomes by kind stand on stderr; stdout is empty."""
    root = tmp_path / "arkiv"
    root.mkdir()
    (root / "1.toy").write_bytes(toy(1))
    (root / "2.toy").write_bytes(toy(2))
    (root / "kopi.toy").write_bytes(toy(1))
    (root / "bilde.png").write_bytes(b"\x89PNG\0")
    (root / ".DS_Store").write_bytes(b"x")
    register = tmp_path / "a.reg"
    assert convert(root, "-o", register, "--language", "nn", "--dialect", "excel") == (
        0,
        "",
        "2 dokument: 2 møte, 2 saker, 0 vedtak, 0 framlegg, 0 planar, 0 tiltak, 0 merknader\n"
        f"skrive: {register}\n"
        "like filer, lesne éin gong: 1\n"
        "  arkiv/kopi.toy: har same innhald som arkiv/1.toy\n"
        "i ukjent format: 1\n"
        "  arkiv/bilde.png: er i ukjent format\n"
        "utelate: 1\n"
        "  arkiv/.DS_Store: er skjult eller mellombels\n",
    )
    assert register.read_text().startswith("nn {'dialect': 'excel'}\n")


BAD = {
    "missing.toy": (None, "finnes ikke"),
    "empty.toy": (b"", "er tom"),
    "random.bin": (bytes(range(256)) * 8, "er av ukjent format"),
    "letter.toy": (b"toy\nKjaere deg\n", "inneholder ikke noe kjent (uleste tekstlinjer: 2)"),
    "raises.toy": (toy(8, "raise"), "plugin toy_plugin.govdocs_open: raised ValueError: a fault of the plugin"),
    "spoiled.toy": (
        toy(9, "raise in read"),
        "plugin toy_plugin.govdocs_read: raised ValueError: a fault of the plugin",
    ),
    "cut.zip": (b"PK\x03\x04 and no more", "er et ødelagt zip-arkiv (File is not a zip file)"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_with_name_and_reason_and_the_others_are_whole(
    convert: Run, tmp_path: Path, name: str
) -> None:
    """Whatever is wrong with a file the user named, the status is 1 and what else he named is in the register."""
    data, reason = BAD[name]
    place, good, register = tmp_path / name, tmp_path / "god.toy", tmp_path / "a.reg"
    if data is not None:
        place.write_bytes(data)
    good.write_bytes(toy(1))
    status, out, errors = convert(place, good, "-o", register)
    assert (status, out) == (1, "")
    [line] = [line for line in errors.splitlines() if name in line]
    assert reason in line
    assert "Traceback" not in errors
    assert register.read_text().endswith("\ngod.toy: 1\n")


def test_a_folder_without_documents_is_told(convert: Run, tmp_path: Path) -> None:
    """The folder is named, and an older register is not emptied."""
    (tmp_path / "tom").mkdir()
    (tmp_path / "a.reg").write_text("gammelt")
    status, _, errors = convert(tmp_path / "tom", "-o", tmp_path / "a.reg")
    assert status == 1
    assert f"  {tmp_path / 'tom'}: inneholder ingen dokumenter\n" in errors
    assert (tmp_path / "a.reg").read_text() == "gammelt"


def test_a_place_that_cannot_be_written_is_told_and_the_other_register_is_whole(convert: Run, tmp_path: Path) -> None:
    """Two targets, one of which lies under a file: status 1, one line, and one register."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    status, _, errors = convert(tmp_path / "a.toy", "-o", tmp_path / "a.toy" / "a.reg", "-o", tmp_path / "b.reg")
    assert status == 1
    assert f"  {tmp_path / 'a.toy' / 'a.reg'}: kan ikke skrives: {tmp_path / 'a.toy'} er ikke en mappe\n" in errors
    assert (tmp_path / "b.reg").read_text().endswith("a.toy: 1\n")


def test_a_writer_that_fails_is_told_and_the_other_register_is_whole(convert: Run, tmp_path: Path) -> None:
    """A fault of a writer names the register and the document."""
    paths = [tmp_path / f"{number}.toy" for number in (1, 2, 3)]
    for number, path in enumerate(paths):
        path.write_bytes(toy(number))
    status, _, errors = convert(*paths, "-o", tmp_path / "a.broken", "-o", tmp_path / "b.reg")
    assert status == 1
    assert f"  {tmp_path / 'a.broken'}: its writer failed: KeyError: 'no such column' (at 2.toy)\n" in errors
    assert (tmp_path / "b.reg").read_text().count(": 1\n") == 3
    assert not (tmp_path / "a.broken").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["-o", "a.ods"], "a.ods: ingen kan skrive til endelsen '.ods'; sett et format foran, som i csv:a.ods"),
        (["-o", "word:a"], "a: ingen kan skrive formatet 'word'; sett et annet foran, som i csv:a"),
        (["-o", "a.reg", "-o", "a.reg"], "a.reg: er også en kilde, eller et annet register"),
        (["-o", "a.toy"], "a.toy: er også en kilde, eller et annet register"),
        (["-o", "a.reg", "--plugin", "finnes-ikke.py"], "finnes-ikke.py: finnes ikke"),
        (["-o", "a.reg", "--plugin", "ødelagt.py"], "ødelagt.py: kan ikke lastes: SyntaxError"),
        (["-o", "a.reg", "--without", "ukjent"], "tillegget ukjent: er ikke installert, så det kan ikke slås av"),
        (["-o", "a.reg", "--limit", "seconds"], "'' is not a number above 0, as seconds must be"),
        (["-o", "a.reg", "--limit", "seconds=nan"], "'nan' is not a number above 0, as seconds must be"),
        (["-o", "a.reg", "--limit", "alder=3"], "'alder=3' is not NAME=VALUE, where NAME is one of source_bytes, "),
        (["-o", "a.reg", "--jobs", "-1"], "'-1' is not a number of workers"),
        (["-o", "a.reg", "--language", "se"], "invalid choice: 'se'"),
        (["-o", "csv:"], "csv:: er ikke noe navn på et register"),
        (["-o", ""], "'': er ikke noe navn på et register"),
        ([], "the following arguments are required: -o/--output"),
    ],
)
def test_a_wrong_command_is_status_2_and_touches_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], reason: str
) -> None:
    """What cannot be is told before anything is read or written."""
    monkeypatch.chdir(tmp_path)
    Path("a.toy").write_bytes(toy(1))
    Path("ødelagt.py").write_text("def (")
    status, out, errors = run("convert", "a.toy", *TOY, *words)
    assert (status, out) == (2, "")
    assert reason in errors
    assert "Traceback" not in errors
    assert sorted(os.listdir()) == ["a.toy", "ødelagt.py"]


@pytest.mark.parametrize("command", ["read", "check", "explain", "convert"])
def test_a_source_without_a_name_is_not_the_folder_one_stands_in(run: Run, command: str) -> None:
    """`govdocs read "$forgotten"` reads nothing, and says so."""
    status, out, errors = run(command, "", *(["-o", "a.reg"] if command == "convert" else []))
    assert (status, out) == (2, "")
    assert errors.endswith("a source needs a name; write . for the folder you are in\n")


def test_every_bound_is_an_option(convert: Run, tmp_path: Path) -> None:
    """A bound set on the command line is the one that is kept, and its name stands in the message."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    place = make_zip(tmp_path / "z.zip", {"a.toy": toy(2), "b.toy": toy(3)})
    status, _, errors = convert(
        tmp_path / "a.toy", place, "-o", tmp_path / "a.reg", "--limit", "source_bytes=5", "--limit", "archive_members=1"
    )
    assert status == 1
    assert f"  {tmp_path / 'a.toy'}: går over grensen source_bytes (5, er {len(toy(1))})\n" in errors
    assert f"  {place}: går over grensen archive_members (1, er 2)\n" in errors


def test_strict_makes_a_spoiled_file_a_failed_one(convert: Run, tmp_path: Path) -> None:
    """With --strict the register does not hold what a plugin's fault has spoiled."""
    (tmp_path / "a.toy").write_bytes(toy(1, "raise in read"))
    (tmp_path / "b.toy").write_bytes(toy(2))
    status, _, errors = convert(tmp_path / "a.toy", tmp_path / "b.toy", "-o", tmp_path / "a.reg", "--strict")
    assert status == 1
    assert "ikke lest: 1\n" in errors
    assert "a.toy" not in (tmp_path / "a.reg").read_text()


def test_many_outcomes_of_a_kind_are_counted_and_named_if_asked_for(convert: Run, tmp_path: Path) -> None:
    """A thousand pictures do not bury the account, and failures are always all named."""
    root = tmp_path / "m"
    root.mkdir()
    (root / "a.toy").write_bytes(toy(1))
    for number in range(30):
        (root / f"{number}.png").write_bytes(b"\x89PNG" + bytes([0, number]))
        (root / f"{number}.toy").write_bytes(toy(number + 2, "raise"))
    _, _, errors = convert(root, "-o", tmp_path / "a.reg")
    assert errors.count("er av ukjent format") == 10
    assert "  … 20 til, som --verbose viser\n" in errors
    assert errors.count("a fault of the plugin") == 30
    assert convert(root, "-o", tmp_path / "a.reg", "-v")[2].count("er av ukjent format") == 30


def govdocs(*words: object, **more: object) -> subprocess.Popen[str]:
    """Start the program as a user does."""
    command = [sys.executable, "-c", "import sys; from govdocs.cli import main; sys.exit(main())", *map(str, words)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, **more)  # type: ignore[call-overload,no-any-return]


def test_workers_get_plugins_and_bounds_and_a_harmful_file_costs_itself_alone(tmp_path: Path) -> None:
    """The whole program at once: two workers, a plugin from a file, files that hang and crash among good ones."""
    root = tmp_path / "m"
    root.mkdir()
    for number, line in enumerate(["", "hang in native code", "", "exit", "", "crash", "eat", ""]):
        (root / f"{number}.toy").write_bytes(toy(number, line))
    bounds = ["--limit", "seconds=6", "--limit", f"memory_bytes={700 * 2**20}"]
    with govdocs("convert", root, "-o", tmp_path / "a.reg", "--jobs", 2, *bounds, *TOY) as program:
        _, errors = program.communicate(timeout=100)
    assert program.returncode == 1
    assert errors.splitlines()[2:] == [
        "ikke lest: 4",
        "  m/1.toy: går over grensen seconds (6) i tillegget toy_plugin.govdocs_open",
        "  m/3.toy: tok livet av prosessen som leste den (7), i tillegget toy_plugin.govdocs_open",
        "  m/5.toy: tok livet av prosessen som leste den (SIGSEGV), i tillegget toy_plugin.govdocs_open",
        f"  m/6.toy: går over grensen memory_bytes ({700 * 2**20})",
    ]
    assert (tmp_path / "a.reg").read_text() == "nb {}\nm/0.toy: 1\nm/2.toy: 1\nm/4.toy: 1\nm/7.toy: 1\n"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("jobs", [0, 2])
def test_ctrl_c_ends_at_once_with_one_line_and_the_old_register(tmp_path: Path, jobs: int) -> None:
    """No traceback, no half register, no waiting for what hangs."""
    root = tmp_path / "m"
    root.mkdir()
    (root / "1.toy").write_bytes(toy(1))
    (root / "2.toy").write_bytes(toy(2, "hang"))
    register = tmp_path / "a.reg"
    register.write_text("gammelt")
    with govdocs("convert", root, "-o", register, "--jobs", jobs, *TOY) as program:
        wait_until_written(program, register, "1.toy")
        program.send_signal(2)
        _, errors = program.communicate(timeout=30)
    assert (program.returncode, errors) == (130, "govdocs: avbrutt\n")
    assert register.read_text() == "gammelt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.reg", "m"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_broken_pipe_ends_in_silence(tmp_path: Path) -> None:
    """`govdocs read … | head -1` complains of nothing."""
    root = tmp_path / "m"
    root.mkdir()
    for number in range(200):
        (root / f"{number}.toy").write_bytes(toy(number, *(f"sak {n}/25 En sak med navn" for n in range(50))))
    with govdocs("read", root, "--jobs", 0, *TOY) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "m/0.toy\n"
        program.stdout.close()
        errors = program.stderr.read()
    assert (program.returncode, errors) == (141, "")


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as shells do")
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_a_closed_stream_is_no_reason_to_fail(tmp_path: Path, closed: tuple[int, ...]) -> None:
    """`govdocs … >&-` does the work as usual, and no register is opened in the place of the stream."""
    (tmp_path / "1.toy").write_bytes(toy(1))
    words = ["convert", tmp_path / "1.toy", "-o", tmp_path / "a.reg", "--jobs", "1", *TOY]
    code = "import sys; from govdocs.cli import main; sys.exit(main())"
    shut = " ".join(f"{number}>&-" for number in closed)
    command = shlex.join([sys.executable, "-c", code, *map(str, words)])
    done = subprocess.run(["sh", "-c", f"{command} {shut}"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.reg").read_text() == "nb {}\n1.toy: 1\n"
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["read", "explain"])
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, command: str) -> None:
    """A full disk under `> file` ends the program with its reason, and no traceback."""
    (tmp_path / "1.toy").write_bytes(toy(1))
    with open("/dev/full", "w") as full:
        code = "import sys; from govdocs.cli import main; sys.exit(main())"
        words = [command, str(tmp_path / "1.toy"), "--jobs", "0", *TOY]
        done = subprocess.run([sys.executable, "-c", code, *words], stdout=full, stderr=subprocess.PIPE, text=True)
    last = done.stderr.splitlines()[-1]
    assert (done.returncode, last) == (1, "govdocs: kan ikke skrive ut: No space left on device")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
