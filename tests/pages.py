"""Runs the blocks of a page of documentation as its reader would, from top to bottom in one folder.

`console` blocks are typed into one shell: lines after `$ ` are commands, what follows is what they print (`…` stands
for any text, and alone on a line for any lines); without it only the exit status counts. `python` blocks are run one
after the other as one program, and `pycon` blocks are doctests in it. A comment right before a block, which readers
do not see, says more:

    <!-- have: arkiv = examples/archive -->   copy something of the project into the folder first (any number of them)
    <!-- run: printf x > broken.pdf -->       type something into the shell first that the reader need not see
    <!-- file: src/plugin.py -->              the block, in whatever language, is this file
    <!-- status: 1 -->                        the last command ends with this status
    <!-- not run: reason -->                  look at the block only
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import define, evolve, field, frozen

__all__ = ["Block", "Page", "blocks"]

_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,})(?P<language>[\w{}-]*).*")
_COMMENT = re.compile(r"<!-- (?P<key>have|run|file|status|not run): (?P<value>.*?) -->")
_RUN = ("console", "python", "pycon")


@frozen(kw_only=True)
class Block:
    """One fenced block."""

    line: int
    """Line of its first line of content, 1-based."""
    language: str
    text: str
    have: tuple[tuple[str, str], ...] = ()
    run: tuple[str, ...] = ()
    file: str | None = None
    status: int = 0
    not_run: str | None = None

    @property
    def runs(self) -> bool:
        return self.not_run is None and (self.file is not None or self.language in _RUN)


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page with what the comments before them say."""
    start: re.Match[str] | None = None
    said = Block(line=0, language="", text="")
    content: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if start is not None:
            if line.strip() == start["fence"]:
                yield evolve(said, language=start["language"], text="\n".join(content) + "\n" if content else "")
                start, said = None, Block(line=0, language="", text="")
            else:
                content.append(line.removeprefix(start["indent"]))
        elif match := _FENCE.fullmatch(line):
            start, content = match, []
            said = evolve(said, line=number + 1)
        elif match := _COMMENT.fullmatch(line.strip()):
            said = _with(said, match["key"], match["value"])
        elif line.strip():
            said = Block(line=0, language="", text="")


def _with(said: Block, key: str, value: str) -> Block:
    if key == "have":
        name, _, source = value.partition(" = ")
        return evolve(said, have=(*said.have, (name, source)))
    if key == "run":
        return evolve(said, run=(*said.run, value))
    if key == "status":
        return evolve(said, status=int(value))
    return evolve(said, **{"file" if key == "file" else "not_run": value})


@define
class Page:
    """A page being run in a folder of its own."""

    root: Path
    """The project."""
    folder: Path
    """Where its reader sits."""
    variables: Mapping[str, str]
    """Environment of the shell."""
    _shell: subprocess.Popen[str] | None = None
    _names: dict[str, object] = field(factory=lambda: {"__name__": "__page__"})

    def run(self, block: Block) -> str:
        """Run a block; returns it as it should stand on the page, which is how it stands if all is well."""
        for name, source in block.have:
            self._copy(name, source)
        for command in block.run:
            status, printed = self._ask(command)
            assert status == 0, printed
        if block.file is not None:
            place = self.folder / block.file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            return self._type(block)
        elif block.language == "python":
            self._execute(block)
        else:
            return self._doctest(block)
        return block.text

    def close(self) -> None:
        """Leave the shell."""
        if self._shell is not None:
            self._shell.kill()
            self._shell.wait()
            assert self._shell.stdin is not None
            assert self._shell.stdout is not None
            self._shell.stdin.close()
            self._shell.stdout.close()

    def _copy(self, name: str, source: str) -> None:
        place, origin = self.folder / name, self.root / source
        place.parent.mkdir(parents=True, exist_ok=True)
        if origin.is_dir():
            ignored = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "site", "out")
            shutil.copytree(origin, place, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy(origin, place)

    def _execute(self, block: Block) -> None:
        # Padded, so that a traceback names the line of the page.
        code = compile("\n" * (block.line - 1) + block.text, "<page>", "exec")
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            exec(code, self._names)
        finally:
            os.chdir(before)

    def _doctest(self, block: Block) -> str:
        pieces = doctest.DocTestParser().parse(block.text)
        checker = doctest.OutputChecker()
        out = []
        before = os.getcwd()
        os.chdir(self.folder)
        try:
            for piece in pieces:
                if isinstance(piece, str):
                    out.append(piece)
                    continue
                printed = self._answer(piece.source)
                wanted = piece.want.replace("…", "...")
                kept = checker.check_output(wanted, printed, doctest.ELLIPSIS)
                first, *more = piece.source.splitlines()
                out += [f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)]
                out.append(piece.want if kept else printed)
        finally:
            os.chdir(before)
        assert len(pieces) > 1, "a pycon block without >>>"
        return "".join(out)

    def _answer(self, source: str) -> str:
        """Run one example as the interactive interpreter would; what it prints, an exception by its last line."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(source, "<page>", "single"), self._names)
            except Exception as error:
                name = f"{type(error).__module__}.".removeprefix("builtins.") + type(error).__qualname__
                print(f"Traceback (most recent call last):\n{name}: {error}")
        return printed.getvalue()

    def _type(self, block: Block) -> str:
        out = []
        commands = list(_commands(block.text))
        assert commands, "a console block without $"
        for command, expected in commands:
            status, printed = self._ask(command)
            wanted = block.status if command is commands[-1][0] else 0
            assert status == wanted, f"$ {command}\nended with {status}, not {wanted}:\n{printed}"
            kept = not expected or _fits(expected, printed)
            out += [f"$ {command}", *(expected if kept else printed.splitlines())]
        return "\n".join(out) + "\n"

    def _ask(self, command: str) -> tuple[int, str]:
        if self._shell is None:
            self._shell = subprocess.Popen(
                ["bash", "--noprofile", "--norc"],
                cwd=self.folder,
                env=dict(self.variables),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
        assert self._shell.stdin is not None
        assert self._shell.stdout is not None
        mark = "-- end of command --"
        self._shell.stdin.write(f"{{ {command}\n}} </dev/null\n_s=$?; echo; echo '{mark}' $_s\n")
        self._shell.stdin.flush()
        lines = []
        for line in self._shell.stdout:
            if line.startswith(mark):
                text = "".join(lines).removesuffix("\n")  # the newline that sets the mark off
                return int(line.removeprefix(mark)), text
            lines.append(line)
        raise AssertionError(f"$ {command}\nended the shell: {''.join(lines)}")


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    command: list[str] = []
    printed: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield "\n".join(command), printed
            command, printed = [line.removeprefix("$ ")], []
        elif command and command[-1].endswith("\\") and not printed:
            command.append(line)
        else:
            assert command, f"output before the first command: {line}"
            printed.append(line)
    if command:
        yield "\n".join(command), printed


def _fits(expected: list[str], printed: str) -> bool:
    """Tell whether what was printed is what the page says, `…` standing for what it leaves out."""
    pattern = ""
    for line in expected:
        if line.strip() == "…":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += ".*?".join(re.escape(piece.rstrip()) for piece in line.rstrip().split("…")) + r"[^\S\n]*\n"
    return re.fullmatch(pattern, printed if printed.endswith("\n") else printed + "\n") is not None
