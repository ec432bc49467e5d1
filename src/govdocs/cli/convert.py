"""`govdocs convert`: sources to registers."""

from __future__ import annotations

import argparse
import sys

from govdocs.cli.options import Commands, add_command, add_language, add_reading, add_sources, host, limits
from govdocs.cli.terminal import Progress

__all__ = ["add"]


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "convert",
        "read sources and write registers of them",
        "Read files, folders and zip archives, and write registers of what they hold, several in one pass. "
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
    add_language(parser, "the account, and of what people read in the registers")
    parser.add_argument("--dialect", choices=["excel"], help="write CSV as Excel on a Norwegian machine expects it")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="name every duplicate, unknown kind and file left out"
    )
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert, and close with an account of it."""
    from govdocs.cli.account import account
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
    for line in account(summary, options.language, verbose=options.verbose):
        print(line, file=sys.stderr)
    return 0 if summary.ok else 1
