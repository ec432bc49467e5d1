"""The words of the command line and what they mean."""

from __future__ import annotations

import argparse
from importlib.metadata import version

from govdocs.cli import check, convert, explain, plugins, read, samples

__all__ = ["parser"]


def parser() -> argparse.ArgumentParser:
    """Return the parser; what it parses has the function to call as `run`."""
    whole = argparse.ArgumentParser(
        prog="govdocs",
        description="Read the minutes, case papers and action plans of Norwegian public bodies into registers.",
        epilog="Example: govdocs convert arkiv/ -o register.xlsx\nHelp on a command: govdocs convert --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"govdocs {version('govdocs')}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (convert, read, explain, check, plugins, samples):
        command.add(commands)
    return whole
