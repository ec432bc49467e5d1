"""The built wheel in an environment with nothing else: what a user gets is whole and works."""

from __future__ import annotations

import zipfile
from email import message_from_bytes
from pathlib import Path

from environments import Environment

ROOT = Path(__file__).parents[1]
PLUGINS = sorted(path.name.removeprefix("govdocs_") for path in (ROOT / "plugins").glob("govdocs_*"))


def test_the_wheel_holds_the_packages_and_what_they_need_and_no_more(wheel: Path) -> None:
    """Every tracked file of core and plugins is in it, data and type marks too; tests, examples and docs are not."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = message_from_bytes(
            archive.read(next(name for name in names if name.endswith(".dist-info/METADATA")))
        )
    wanted = {
        path.relative_to(folder).as_posix()
        for folder in (ROOT / "src", ROOT / "plugins")
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert {name for name in names if ".dist-info/" not in name} == wanted
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert str(metadata.get_payload()).startswith("# govdocs")


def test_every_plugin_is_listed_by_a_fresh_install(clean: Environment, tmp_path: Path) -> None:
    """`govdocs plugins` names each bundled plugin with its hooks and the distribution that brought it."""
    heading, *rows = clean.run("govdocs", "plugins", cwd=tmp_path).splitlines()
    assert heading.split() == ["NAME", "VERSION", "DISTRIBUTION", "API", "HOOKS"]
    assert [row.split()[0] for row in rows] == PLUGINS
    assert all(row.split()[2:4] == ["govdocs", "1"] and len(row.split()) > 4 for row in rows)


def test_a_fresh_install_does_the_main_job(clean: Environment, tmp_path: Path) -> None:
    """The sample archive, mixed formats too, becomes three registers, and the exit status says that nothing failed."""
    sources = [ROOT / "examples" / name for name in ("archive", "archive_mixed")]
    targets = ["-o", "register.xlsx", "-o", "register.xml", "-o", "csv:tables/"]
    told = clean.run("govdocs", "convert", *sources, *targets, cwd=tmp_path)
    assert "40 dokumenter: " in told
    assert "ikke lest" not in told
    assert {path.name for path in tmp_path.iterdir()} == {"register.xlsx", "register.xml", "tables"}
    assert (tmp_path / "tables" / "datapackage.json").is_file()


def test_a_fresh_install_has_the_kit_for_authors(clean: Environment, tmp_path: Path) -> None:
    """`govdocs.testing` needs none of the project's own test tools."""
    code = "from govdocs.testing import check_plugin; print(check_plugin('text', [r'{}']))"
    place = ROOT / "examples" / "archive" / "eldreraadet_referat_2025-04-08.txt"
    assert clean.run("python", "-c", code.format(place), cwd=tmp_path).strip() == "[]"
