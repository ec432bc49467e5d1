"""Options that several commands share: sources, plugins, bounds, workers.

Commands import what reads and writes where they run, so that help need not wait for it.
"""

from __future__ import annotations

import argparse
import os
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from govdocs.limits import Limits

if TYPE_CHECKING:
    from govdocs.archive import Archive
    from govdocs.host import Host

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

__all__ = [
    "Commands",
    "add_command",
    "add_language",
    "add_plugins",
    "add_reading",
    "add_sources",
    "archive",
    "host",
    "limits",
    "source",
]

LANGUAGES = ("nb", "nn", "en")
WIDTH = 78
"""Characters of a line of help, so that it fits the usual terminal."""
MOST_JOBS = 8
"""Workers by default at most: beyond, the reading of archives and the writing of registers set the pace."""


def add_command(commands: Commands, name: str, summary: str, description: str, example: str) -> argparse.ArgumentParser:
    """Add a command with its help and an example of its use."""
    return commands.add_parser(
        name,
        help=summary,
        description=textwrap.fill(description, WIDTH),
        epilog=f"Example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_sources(parser: argparse.ArgumentParser, name: str) -> None:
    """Add the sources that a command reads."""
    parser.add_argument("sources", nargs="+", type=source, metavar=name, help="a file, a folder or a zip archive")


def add_language(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the option on the language of what people read."""
    parser.add_argument(
        "--language", choices=LANGUAGES, default="nb", help=f"language of {what} (default: %(default)s)"
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options on how sources are read."""
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--jobs",
        type=_number,
        default=_processors(),
        metavar="N",
        help=(
            "worker processes to read in (here %(default)s by default); "
            "0 reads in this process, where a file that hangs or crashes is not caught"
        ),
    )
    add_plugins(group)
    group.add_argument("--strict", action="store_true", help="count a file that a plugin's fault has spoiled as failed")
    group.add_argument(
        "--limit",
        action="append",
        type=_bound,
        default=[],
        metavar="NAME=VALUE",
        help="set a bound: " + ", ".join(f"{bound.name}={bound.default:.12g}" for bound in attrs.fields(Limits)),
    )


def add_plugins(group: argparse._ActionsContainer) -> None:
    """Add the options on which plugins there are."""
    group.add_argument(
        "--plugin",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="load a Python file as a plugin, or a TOML file with labels",
    )
    group.add_argument("--without", action="append", default=[], metavar="NAME", help="switch an installed plugin off")


def source(text: str) -> str:
    """Refuse a source without a name, which would mean the folder one stands in."""
    if not text:
        raise argparse.ArgumentTypeError("a source needs a name; write . for the folder you are in")
    return text


def host(options: argparse.Namespace) -> Host:
    """Load the plugins that the user wants."""
    from govdocs.host import Host

    return Host.installed(without=options.without, files=options.plugin)


def limits(options: argparse.Namespace) -> Limits:
    """Return the bounds that the user wants."""
    return Limits(**dict(options.limit))


def archive(options: argparse.Namespace, sources: Iterable[str]) -> Archive:
    """Return the sources as an archive that is read as the user wants."""
    from govdocs.archive import Archive

    return Archive(sources, host=host(options), limits=limits(options), jobs=options.jobs, strict=options.strict)


def _bound(text: str) -> tuple[str, float]:
    names = [bound.name for bound in attrs.fields(Limits)]
    name, _, value = text.partition("=")
    if name not in names:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE, where NAME is one of {', '.join(names)}")
    try:
        number = float(value)
        Limits(**{name: number})
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number above 0, as {name} must be") from None
    return name, number


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of workers")
    return int(text)


def _processors() -> int:
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(mine, MOST_JOBS)
