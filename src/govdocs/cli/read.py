"""`govdocs read`: what a document holds, for people or as JSON."""

from __future__ import annotations

import argparse
import shutil
import sys

from govdocs.cli.options import Commands, add_command, add_language, add_reading, add_sources, archive
from govdocs.cli.terminal import complain

__all__ = ["add"]


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "read",
        "show what a document holds",
        "Show the meetings, cases, decisions and plans of a document, with findings and what was left unread.",
        "govdocs read referat.pdf",
    )
    add_sources(parser, "FILE")
    parser.add_argument("--json", action="store_true", help="print whole records, one document a line, as JSON")
    add_language(parser, "headings and findings")
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each document."""
    from govdocs.archive import Failure, Unclaimed
    from govdocs.cli.reasons import said
    from govdocs.cli.summary import summarize
    from govdocs.model import Document

    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    status = first = 0
    for result in archive(options, options.sources).results():
        if isinstance(result, Failure | Unclaimed):
            complain(said(result, options.language))
            status |= not (isinstance(result, Unclaimed) and not result.named)
        elif isinstance(result, Document) and options.json:
            from govdocs.codec import encode  # here, since its library is slow to load and help shall be quick

            sys.stdout.buffer.write(encode(result) + b"\n")
        elif isinstance(result, Document):
            if first:
                print()
            first = 1
            print("\n".join(summarize(result, options.language, width)))
    return int(status)
