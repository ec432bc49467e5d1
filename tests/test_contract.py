"""What holds of the source as a whole: what imports what, what is public, how long a module is."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import pytest

import govdocs
from govdocs import hookspecs

ROOT = Path(__file__).parents[1]
CORE = ROOT / "src" / "govdocs"
PLUGINS = sorted(path for path in (ROOT / "plugins").iterdir() if path.is_dir() and path.name.startswith("govdocs_"))
OWN = ROOT / "examples" / "own_plugin" / "src" / "govdocs_styrenotat"

ORDER = [
    name
    for tier in (
        "errors layout ledger model",
        "limits escaping numerals meanings parts swapping typography targets",
        "norwegian references threads codec tables composition",
        "hookspecs soundness host",
        "join exchange accounts reading",
        "pipeline archive conversion testing cli __main__",
    )
    for name in tier.split()
]
"""The modules and packages of the core: each imports only from those before it."""

MOST_LINES = 400
LONG: dict[str, str] = {}
"""Modules that are longer than they may be, each with the reason; one that is mended must leave the list."""

HEAVY = ("lxml", "openpyxl", "msgspec", "pypdfium2", "sqlite3", "zipfile")
VAGUE = {"util", "utils", "common", "base", "helper", "helpers", "misc", "tools", "lib", "core"}


def modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py"))


EVERY = [path for folder in (CORE, *PLUGINS, OWN) for path in modules(folder)]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[tuple[str, str | None]]:
    """Each module a file imports from when it runs, with the name taken from it; those for type checkers left out."""
    tree = ast.parse(path.read_bytes())
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            skipped.update(id(inner) for part in node.body for inner in ast.walk(part))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)} has a relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)


def named(path: Path) -> str:
    """A core file's module name behind `govdocs.`; empty for the package itself."""
    parts = list(path.relative_to(CORE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def from_core(path: Path) -> Iterator[str]:
    """The core modules a file imports, by their names behind `govdocs.`."""
    for module, name in imports(path):
        top, _, inner = module.partition(".")
        if top == "govdocs":
            whole = f"{inner}.{name}" if inner else (name or "")
            yield whole if whole in NAMES else inner


NAMES = {named(path) for path in modules(CORE)}


def test_every_core_module_has_its_place_in_the_order() -> None:
    """A new module is put where it belongs, and one that is gone leaves the list."""
    assert sorted(ORDER) == sorted({name.partition(".")[0] for name in NAMES} - {""})


@pytest.mark.parametrize("path", modules(CORE), ids=shown)
def test_imports_of_the_core_point_one_way(path: Path) -> None:
    """A module imports only from modules before it, in functions too; only the package's front imports them all."""
    name = named(path).partition(".")[0]
    if not name:
        return
    before = ORDER[: ORDER.index(name)]
    backwards = {module for module in from_core(path) if module and module.partition(".")[0] not in (*before, name)}
    assert not backwards, f"{shown(path)} imports {', '.join(sorted(backwards))}"


def test_packages_of_the_core_have_no_loops_inside() -> None:
    """Modules of one package can be put in an order too: graphlib raises where there is a loop."""
    graph: dict[str, set[str]] = {}
    for path in modules(CORE):
        graph[named(path)] = {module for module in from_core(path) if module not in ("", named(path))}
    del graph[""]
    order = list(TopologicalSorter(graph).static_order())
    assert set(order) == NAMES - {""}


def test_the_front_is_a_sorted_list_of_few_names() -> None:
    """`import govdocs` gives fewer than 25 names, sorted, each out of the module that a type checker is told."""
    assert list(govdocs.__all__) == sorted(govdocs.__all__)
    assert len(govdocs.__all__) < 25
    tree = ast.parse((CORE / "__init__.py").read_bytes())
    told = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("govdocs.")
        for alias in node.names
    }
    assert sorted(told) == govdocs.__all__
    for name, module in told.items():
        assert getattr(govdocs, name) is getattr(importlib.import_module(module), name), name
    there = {name for name in dir(govdocs) if not name.startswith("_")}
    assert {name for name in there if not isinstance(getattr(govdocs, name), ModuleType)} - set(govdocs.__all__) == {
        "TYPE_CHECKING",
        "import_module",
    }
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        govdocs.raed  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", sorted(NAMES - {""}))
def test_public_names_are_there(name: str) -> None:
    """`__all__` names what a module defines or gathers, each once; one without it has nothing for others to use."""
    module = importlib.import_module(f"govdocs.{name}")
    public = getattr(module, "__all__", [])
    assert len(set(public)) == len(public)
    assert all(hasattr(module, each) for each in public)


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter holds once it has run some code."""
    code = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_lightest_import_is_light() -> None:
    """`import govdocs` loads nothing but its front; each name brings what it needs when it is asked for."""
    loaded = loaded_by("import govdocs")
    assert {name for name in loaded if name.startswith("govdocs")} == {"govdocs"}
    assert not loaded & {"attr", "attrs", "pluggy", *HEAVY}
    assert "govdocs.layout" not in loaded_by("from govdocs import hookimpl"), "all that a plugin's front needs"


@pytest.mark.parametrize("command", ["", "convert", "read", "explain", "check", "plugins", "samples"])
def test_help_loads_nothing_that_reads_or_writes(command: str) -> None:
    """Help is there at once: it waits for no record, no reader, no library of a format."""
    said = ["--help"] if not command else [command, "--help"]
    loaded = loaded_by(f"from govdocs.cli import main\ntry:\n    main({said!r})\nexcept SystemExit:\n    pass")
    assert "govdocs.cli.main" in loaded
    assert not loaded & {"govdocs.model", "govdocs.host", "govdocs.norwegian", "pluggy", *HEAVY[:4]}


def test_the_core_knows_no_plugin() -> None:
    """What is in the box is found as a stranger's is, never by its name in the code."""
    for path in modules(CORE):
        assert not [module for module, _ in imports(path) if module.startswith("govdocs_")], shown(path)


@pytest.mark.parametrize("folder", [*PLUGINS, OWN], ids=lambda path: path.name)
def test_a_plugin_uses_only_what_a_stranger_may_use(folder: Path) -> None:
    """Public names of govdocs modules, its own modules, and no other plugin."""
    for path in modules(folder):
        for module, name in imports(path):
            top = module.partition(".")[0]
            if top.startswith("govdocs_"):
                assert top == folder.name, f"{shown(path)} imports {module}"
            elif top == "govdocs":
                assert name, f"{shown(path)}: write from {module} import …"
                public = getattr(importlib.import_module(module), "__all__", [])
                assert name in public, f"{shown(path)}: {module} has no public {name}"


@pytest.mark.parametrize("folder", [*PLUGINS, OWN], ids=lambda path: path.name)
def test_a_plugins_front_is_hooks_and_nothing_else(folder: Path) -> None:
    """The front says its edition, defines hooks, and imports what is heavy only where a hook is called."""
    tree = ast.parse((folder / "__init__.py").read_bytes())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        assert function.name in dir(hookspecs), function.name
        assert [ast.unparse(decorator) for decorator in function.decorator_list] in (["hookimpl"], ["govdocs.hookimpl"])
        assert ast.get_docstring(function), f"{function.name} has no docstring"
    allowed = ast.Expr | ast.Import | ast.ImportFrom | ast.Assign | ast.FunctionDef | ast.If
    assert all(isinstance(node, allowed) for node in tree.body)
    assert "GOVDOCS_API = 1" in (folder / "__init__.py").read_text(encoding="utf-8").splitlines()
    assert (folder / "py.typed").is_file()


def test_loading_every_plugin_loads_no_library_of_a_format() -> None:
    """A run that writes CSV does not wait for the library that reads PDF."""
    code = f"""
        import sys
        from govdocs import Host
        Host.installed()
        print([name for name in sys.modules if name.partition('.')[0] in {HEAVY[:4]!r}])
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_plugin_is_named_for_the_host_and_for_the_wheel() -> None:
    """A folder under plugins/ is an entry point of its own name, and is shipped."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {path.name for path in PLUGINS}
    entries = project["project"]["entry-points"]["govdocs"]
    assert entries == {name.removeprefix("govdocs_"): name for name in folders}
    shipped = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert shipped == {"src/govdocs", *(f"plugins/{name}" for name in folders)}
    installed = {entry.name for entry in entry_points(group="govdocs") if entry.dist and entry.dist.name == "govdocs"}
    assert installed == set(entries), "run `pip install -e .` after adding an entry point"


@pytest.mark.parametrize("path", EVERY, ids=shown)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    """A module has a docstring of its one idea, a name that says something, and no more than 400 lines."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert path.stem not in VAGUE
    lines = text.count("\n")
    known = path.is_relative_to(CORE) and str(path.relative_to(CORE).as_posix()) in LONG
    assert (lines > MOST_LINES) == known, f"{lines} lines"


def test_a_change_is_told_in_a_fragment_of_a_known_kind() -> None:
    """Fragments of the changelog are called WHAT.KIND.md, and say something."""
    for path in (ROOT / "changelog.d").iterdir():
        if path.name != "README.md":
            assert path.name.split(".")[1:] in (["added", "md"], ["changed", "md"], ["fixed", "md"], ["removed", "md"])
            assert path.read_text(encoding="utf-8").strip().endswith(".")
