"""Every block of the documentation is run, page by page, as its reader would."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from environments import CLEAN, Environment
from pages import Block, Page, blocks

ROOT = Path(__file__).parents[1]
HERE = Environment(Path(sys.prefix))
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(path for path in (ROOT / "examples").rglob("*.md") if "samples" not in path.parts),
]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def variables(folder: Path, environment: Environment) -> dict[str, str]:
    """A plain terminal of 100 columns."""
    own = {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "HOME": str(folder), "PIP_QUIET": "1", "PIP_NO_COMPILE": "1"}
    # Unbuffered, since on a terminal what goes wrong stands where it happened.
    return {**environment.variables, **own, "PYTHONUNBUFFERED": "1"}


def needs_clean(path: Path) -> bool:
    """Whether a page installs something and makes no environment itself."""
    text = path.read_text(encoding="utf-8")
    return "pip install" in text and "-m venv" not in text


@pytest.mark.parametrize("path", [pytest.param(p, marks=[CLEAN] if needs_clean(p) else []) for p in PAGES], ids=shown)
def test_the_blocks_of_a_page_do_what_it_says(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Commands succeed, print what stands under them, and programs run; `--update` writes what they print now."""
    text = path.read_text(encoding="utf-8")
    folder = tmp_path / "here"
    folder.mkdir()
    place = request.getfixturevalue("clean").copied(tmp_path / "venv") if needs_clean(path) else HERE
    page = Page(root=ROOT, folder=folder, variables=variables(tmp_path, place))
    try:
        for block in blocks(text):
            if block.runs:
                said = page.run(block)
                if said != block.text and request.config.getoption("--update"):
                    text = replaced(text, block, said)
                else:
                    assert said == block.text, (
                        f"{shown(path)}:{block.line}; pytest tests/test_docs.py --update mends it"
                    )
    finally:
        page.close()
    if text != path.read_text(encoding="utf-8"):
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{shown(path)} was brought up to date: read what has changed, and run again")


def replaced(text: str, block: Block, said: str) -> str:
    assert text.count(block.text) == 1, "two blocks with the same text"
    return text.replace(block.text, said)


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_every_block_that_could_be_run_is(path: Path) -> None:
    """Programs and commands are run, or say why not; a block without a language is an oversight."""
    for block in blocks(path.read_text(encoding="utf-8")):
        place = f"{shown(path)}:{block.line}"
        assert block.language, f"{place} says no language"
        assert block.language not in ("bash", "sh", "shell", "py"), f"{place}: write console or python"
        assert block.not_run is None or len(block.not_run) > 8, f"{place} gives no reason for not being run"


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    """A relative link names a file that is there."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert (path.parent / target).exists(), f"{shown(path)} links to {target}"


def test_a_page_that_is_wrong_is_told(tmp_path: Path) -> None:
    """The runner sees a failing command, other output, a failing program and a wrong doctest."""
    page = Page(root=ROOT, folder=tmp_path, variables=variables(tmp_path, HERE))
    try:

        def run(language: str, text: str, status: int = 0) -> str:
            return page.run(Block(line=1, language=language, text=text, status=status))

        assert run("console", "$ echo a; echo b\na\nb\n") == "$ echo a; echo b\na\nb\n"
        assert run("console", "$ echo a; echo b\n…\nb\n") == "$ echo a; echo b\n…\nb\n"
        assert run("console", "$ echo 12 documents\n… documents\n").endswith("… documents\n")
        assert run("console", "$ echo a\nb\n") == "$ echo a\na\n"
        assert run("console", "$ mkdir x\n$ cd x\n$ X=1\n$ pwd; echo $X\n…x\n1\n").endswith("…x\n1\n")
        assert run("console", "$ false\n", status=1) == "$ false\n"
        with pytest.raises(AssertionError, match="ended with 1, not 0"):
            run("console", "$ false\n")
        with pytest.raises(AssertionError, match="ended with 0, not 1"):
            run("console", "$ true\n", status=1)
        with pytest.raises(AssertionError, match="output before the first command"):
            run("console", "true\n")
        run("python", "x = 1\n")
        run("pycon", ">>> x + 1\n2\n")
        assert run("pycon", ">>> x + 1\n3\n") == ">>> x + 1\n2\n"
        shown = ">>> if x:\n...     print(x)\n1\n\n>>> 1 / 0\n"
        told = "Traceback (most recent call last):\nZeroDivisionError: division by zero\n"
        assert run("pycon", f"{shown}?\n") == shown + told
        with pytest.raises(ZeroDivisionError):
            run("python", "1 / 0\n")
    finally:
        page.close()


def test_blocks_are_found_with_what_is_said_of_them() -> None:
    """Comments right before a block belong to it, and to no other."""
    text = "<!-- have: a = b -->\n<!-- status: 1 -->\n```console\n$ x\n```\n\n```toml\nx\n```\n"
    text += "<!-- file: a.py -->\nwords\n```python\nx\n```\n"
    text += "1. item\n   <!-- not run: because -->\n   ```python\n   y\n   ```\n"
    first, second, third, fourth = blocks(text)
    assert (first.have, first.status, first.text, first.line) == ((("a", "b"),), 1, "$ x\n", 4)
    assert (second.language, second.runs, second.status) == ("toml", False, 0)
    assert (third.file, third.runs) == (None, True), "words between comment and block part them"
    assert (fourth.not_run, fourth.runs, fourth.text) == ("because", False, "y\n")
