"""The command `govdocs`: runs the command that the words ask for, turns what goes wrong into one line and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

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
    language = "nb"
    try:
        _mend_streams()
        from govdocs.cli.parser import parser  # here, where Ctrl-C is seen to, since it takes a while

        options = parser().parse_args(arguments)
        language = getattr(options, "language", "en")  # what authors of plugins run is in theirs
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        _complain("interrupted", language)
        return INTERRUPTED
    except (TargetError, PluginError) as error:
        _complain(error, language)
        return USAGE
    except GovdocsError as error:
        _complain(error, language)
        return 1
    except OSError as error:  # files are seen to where they are read and written; what is left is the output itself
        _give_up_output()
        _complain(f"the output cannot be written: {error.strerror or error}", language)
        return 1
    return status


def _complain(what: GovdocsError | str, language: str) -> None:
    from govdocs.cli.reasons import told, worded
    from govdocs.cli.terminal import complain

    complain(worded(what, language) if isinstance(what, str) else told(what, language))


def _mend_streams() -> None:
    """Put a stream that leads nowhere in the place of one that was closed, so that no file that is opened takes it."""
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+" if descriptor == 0 else "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop


def _give_up_output() -> None:
    """Let what is still to be printed go nowhere: the interpreter would try once more on its way out, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
