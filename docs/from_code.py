"""Sphinx directives for reference pages that are drawn from the code itself, so that they cannot grow old."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import attrs
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from govdocs import Limits
from govdocs.host import list_plugins
from govdocs.meanings import field_meanings
from govdocs.tables import DECISION_REGISTER, TABLES, Table
from govdocs.testing import DEEDS
from govdocs.testing.contract import RULES


class _Drawn(SphinxDirective):
    """A directive whose content is Markdown made from the code."""

    def run(self) -> list[nodes.Node]:
        box = nodes.container()
        lines = StringList(list(self.drawn()), source=type(self).__name__)
        self.state.nested_parse(lines, self.content_offset, box, match_titles=True)
        return box.children

    def drawn(self) -> Iterator[str]:
        """Yield the lines."""
        raise NotImplementedError


class Columns(_Drawn):
    """Every table of the registers with its columns."""

    def drawn(self) -> Iterator[str]:
        """Yield a heading and a table for each."""
        for table in (*TABLES, DECISION_REGISTER):
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"{table.meaning.en}"
    yield ""
    if table.key:
        yield f"Key: {', '.join(f'`{name}`' for name in table.key)}."
        yield ""
    for link in table.links:
        here = ", ".join(f"`{name}`" for name in link.columns)
        yield f"{here} leads to `{link.table}`."
        yield ""
    yield "| column | type | heading (bokmål) | meaning |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        values = f" Values: {', '.join(f'`{choice.value}`' for choice in column.choices)}." if column.choices else ""
        yield f"| `{column.name}` | {column.kind.value} | {column.heading.nb} | {_cell(column.meaning.en + values)} |"
    yield ""


class Bounds(_Drawn):
    """Every bound with its default and meaning."""

    def drawn(self) -> Iterator[str]:
        """Yield a table."""
        meanings = field_meanings(Limits)
        yield "| bound | default | what it bounds |"
        yield "| --- | ---: | --- |"
        for bound in attrs.fields(Limits):
            yield f"| `{bound.name}` | {bound.default:,.12g} | {_cell(meanings[bound.name])} |"
        yield ""


class Plugins(_Drawn):
    """Every plugin in the box with its hooks."""

    def drawn(self) -> Iterator[str]:
        """Yield a table."""
        yield "| plugin | hooks |"
        yield "| --- | --- |"
        for plugin in list_plugins():
            if plugin.distribution == "govdocs":
                yield f"| `{plugin.name}` | {', '.join(f'`{hook}`' for hook in plugin.hooks)} |"
        yield ""


class Rules(_Drawn):
    """Every rule that a plugin is held to."""

    def drawn(self) -> Iterator[str]:
        """Yield a table."""
        yield from _pairs("rule", "what it asks", RULES)


class Deeds(_Drawn):
    """Everything that the hostile plugin can do."""

    def drawn(self) -> Iterator[str]:
        """Yield a table."""
        yield from _pairs("deed", "the plugin", DEEDS)


def _pairs(first: str, second: str, pairs: Mapping[str, str]) -> Iterator[str]:
    yield f"| {first} | {second} |"
    yield "| --- | --- |"
    yield from (f"| `{name}` | {_cell(text)} |" for name, text in pairs.items())
    yield ""


class Help(_Drawn):
    """What `govdocs COMMAND --help` prints."""

    optional_arguments = 1

    def drawn(self) -> Iterator[str]:
        """Yield a block."""
        code = "from govdocs.cli import main; raise SystemExit(main())"
        command = [sys.executable, "-c", code, *self.arguments, "--help"]
        environment = os.environ | {"COLUMNS": "88", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
        yield "```text"
        yield from done.stdout.splitlines()
        yield "```"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _without_fields(
    app: Sphinx, what: str, name: str, thing: object, options: Any, signature: str | None, result: str | None
) -> tuple[str, None] | None:
    """Leave away the signature of what nobody makes by it: a record's fields stand below, each with its meaning."""
    if what != "class" or not isinstance(thing, type):
        return None
    told = attrs.has(thing) or issubclass(thing, Enum) or getattr(thing, "_is_protocol", False)
    return ("", None) if told else None


def setup(app: Sphinx) -> dict[str, Any]:
    """Make the directives known."""
    for directive in (Columns, Bounds, Plugins, Rules, Deeds, Help):
        app.add_directive(f"govdocs-{directive.__name__.lower()}", directive)
    app.connect("autodoc-process-signature", _without_fields)
    return {"parallel_read_safe": True, "version": "1"}
