"""`govdocs convert`: sources to registers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs.cli.options import Commands, add_command, add_language, add_reading, add_sources, host, limits
from govdocs.cli.terminal import Progress, counted

if TYPE_CHECKING:
    from govdocs.archive import Outcome
    from govdocs.conversion import Summary

__all__ = ["add"]

NAMED = 10
"""Outcomes of one kind that are named before the rest is only counted; failures are all named."""


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "convert",
        "read sources and write registers of them",
        "Read files, folders and zip archives, and write registers of what they hold, several in one pass.\n"
        "The suffix of a target chooses its format, a name before it overrules: csv:tables/",
        "govdocs convert arkiv/ mer.zip -o register.xlsx -o register.xml -o csv:tabeller/",
    )
    add_sources(parser, "SOURCE")
    parser.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="TARGET",
        help=("a register to write; `govdocs plugins` lists who writes"),
    )
    add_language(parser, "what people read in the registers")
    parser.add_argument("--dialect", choices=["excel"], help="write CSV as Excel on a Norwegian machine expects it")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="name every duplicate, unknown kind and file left out"
    )
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert, and close with an account of it."""
    from govdocs.conversion import convert

    progress = Progress(sys.stderr)
    try:
        summary = convert(
            options.sources,
            options.output,
            host=host(options),
            limits=limits(options),
            jobs=options.jobs,
            strict=options.strict,
            language=options.language,
            options={"dialect": options.dialect} if options.dialect else {},
            tell=progress.tell,
        )
    finally:
        progress.end()
    for line in account(summary, verbose=options.verbose):
        print(line, file=sys.stderr)
    return 0 if summary.ok else 1


def account(summary: Summary, *, verbose: bool) -> list[str]:
    """Return the closing lines on a conversion."""
    counts = ("meetings", "cases", "decisions", "proposals", "plans", "actions", "findings")
    held = ", ".join(counted(getattr(summary, name), name) for name in counts)
    lines = [f"{counted(summary.documents, 'documents')}: {held}" if summary.documents else "nothing was read"]
    if summary.written:
        lines.append("written: " + ", ".join(str(target.path) for target in summary.written))
    for title, outcomes, whole in (
        ("not written", summary.lost, True),
        ("failed", summary.failures, True),
        ("spoiled by a plugin's fault", summary.spoiled, True),
        ("nothing read in", summary.unclaimed, verbose),
        ("duplicates, read once", summary.duplicates, verbose),
        ("of unknown kinds", summary.unknown, verbose),
        ("left out", summary.left_out, verbose),
    ):
        lines.extend(_told(title, outcomes, NAMED if not whole else len(outcomes)))
    return lines


def _told(title: str, outcomes: Sequence[Outcome], most: int) -> list[str]:
    if not outcomes:
        return []
    lines = [f"{title}: {len(outcomes)}", *(f"  {outcome}" for outcome in outcomes[:most])]
    if len(outcomes) > most:
        lines.append(f"  … and {len(outcomes) - most} more, named with --verbose")
    return lines
