"""`govdocs plugins`: what is installed, without running any of it."""

from __future__ import annotations

import argparse

from govdocs.cli.options import Commands, add_command

__all__ = ["add"]

HEADINGS = ("NAME", "VERSION", "DISTRIBUTION", "API", "HOOKS")


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "plugins",
        "list the installed plugins",
        "List the installed plugins with version, distribution, edition of the hooks and hooks. None of them is run.",
        "govdocs plugins",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the plugins as a table."""
    from govdocs.host import list_plugins

    rows = [
        (
            plugin.name,
            plugin.version or "?",
            plugin.distribution or "?",
            "?" if plugin.api is None else str(plugin.api),
            " ".join(hook.removeprefix("govdocs_") for hook in plugin.hooks) or "?",
        )
        for plugin in list_plugins()
    ]
    widths = [max(len(row[column]) for row in (HEADINGS, *rows)) for column in range(len(HEADINGS))]
    for row in (HEADINGS, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0
