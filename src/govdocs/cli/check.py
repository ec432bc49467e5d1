"""`govdocs check`: findings as linters print them."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from govdocs.cli.options import Commands, add_command, add_language, add_reading, add_sources, archive
from govdocs.cli.terminal import complain

if TYPE_CHECKING:
    from govdocs.model import Finding

__all__ = ["add"]


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "check",
        "print what looks wrong in documents, as linters do",
        "Print the findings on documents, each as FILE:PAGE:LINE: CODE message. "
        "The status is 1 if there is an error among them or a file could not be read.",
        "govdocs check referat.pdf --ignore GD2,GD305",
    )
    add_sources(parser, "FILE")
    parser.add_argument(
        "--select", type=_codes, default=("",), metavar="CODES", help="codes, or their beginnings, to print"
    )
    parser.add_argument(
        "--ignore", type=_codes, default=(), metavar="CODES", help="codes, or their beginnings, to pass over"
    )
    add_language(parser, "the messages")
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings of each source."""
    from govdocs.archive import Failure
    from govdocs.cli.account import WITHIN, counted
    from govdocs.cli.reasons import said
    from govdocs.model import Document, Severity

    wrong = False
    count = documents = 0
    for result in archive(options, options.sources).results():
        if isinstance(result, Document):
            documents += 1
            for finding in result.findings:
                if finding.code.startswith(options.select) and not finding.code.startswith(options.ignore):
                    print(_line(result.source.path or result.source.name, finding, options.language))
                    count += 1
                    wrong |= finding.severity is Severity.ERROR
        elif isinstance(result, Failure):
            complain(said(result, options.language))
            wrong = True
    language = options.language
    told = (counted("findings", count, language), WITHIN.said(language), counted("documents", documents, language))
    print(*told, file=sys.stderr)
    return int(wrong)


def _line(name: str, finding: Finding, language: str) -> str:
    place = f"{name}:{finding.span.page}:{finding.span.first}" if finding.span else name
    return f"{place}: {finding.code} {' '.join(finding.said(language).split())}"


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
