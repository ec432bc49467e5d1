"""The command `govdocs`: takes the words apart, runs the command, turns what goes wrong into one line and a status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from govdocs.cli import check, convert, explain, plugins, read, samples
from govdocs.cli.terminal import complain
from govdocs.errors import GovdocsError, PluginError, TargetError

__all__ = ["main"]

USAGE = 2
"""Status where the user asked for what cannot be."""
INTERRUPTED = 130
"""Status after Ctrl-C, as shells have it: 128 and the signal's number."""
BROKEN_PIPE = 141
"""Status where whoever read the output has gone away."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 if all is well, 1 if some file failed, 2 if the command itself was wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter would flush once more on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except (TargetError, PluginError) as error:
        complain(str(error))
        return USAGE
    except GovdocsError as error:
        complain(str(error))
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govdocs",
        description="Read the minutes, case papers and action plans of Norwegian public bodies into registers.",
        epilog="Example: govdocs convert arkiv/ -o register.xlsx\nHelp on a command: govdocs convert --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"govdocs {version('govdocs')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (convert, read, explain, check, plugins, samples):
        command.add(commands)
    return parser
