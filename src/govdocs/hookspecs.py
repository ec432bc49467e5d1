"""The hooks, in the order they are called; each is a verb about this one document.

A plugin is a module (or any object) whose functions carry `hookimpl` and these names, found by the entry-point group
`govdocs`. A hook takes the arguments it names, in any order, and may leave out those it does not need. A plugin says
which edition of these hooks it was written for with `GOVDOCS_API = 1`. Labels that it adds to the vocabulary stand in
`GOVDOCS_LABELS`, a table in TOML; a plugin may consist of that alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

import pluggy

if TYPE_CHECKING:
    from govdocs.layout import Layout, Source
    from govdocs.limits import Limits
    from govdocs.model import ActionPlan, Document, Finding, Meeting
    from govdocs.norwegian import Vocabulary
    from govdocs.parts import Claim, Part
    from govdocs.targets import Target

__all__ = ["API", "Writer", "hookimpl"]

API = 1
"""Edition of the hooks below."""

hookspec = pluggy.HookspecMarker("govdocs")
hookimpl = pluggy.HookimplMarker("govdocs")


class Writer(Protocol):
    """What `govdocs_write` answers with: takes documents one at a time.

    A writer may also have a method `abandon`, which is called once instead of `close` when the register is given up:
    the place to close files. What stands at the staging place is removed after it.
    """

    def write(self, document: Document) -> None:
        """Take one document; called once for each, in order."""

    def close(self) -> None:
        """Finish the register; called once, after the last document. Not called after a failure."""


@hookspec
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    """Turn a source into a layout.

    Called once for each source on every plugin. Answer `None` unless the bytes are of your format (look at the bytes
    first, at the name last). Exactly one plugin may answer. Raise `InputError` for a source of your format that is
    broken, and `LimitError` where it passes a bound.
    """


@hookspec
def govdocs_claim(layout: Layout, vocabulary: Vocabulary) -> Sequence[Claim] | None:
    """Say which stretches of lines you can read, how sure you are, and what tells you.

    Called once for each layout on every reader. `None` or an empty sequence: nothing here is yours. `vocabulary` holds
    the labels of the genre with those that plugins add.
    """


@hookspec
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | ActionPlan | None:
    """Read a part that you claimed and won.

    Called once for each part on the plugin that claimed it, and on no other. Leave every `id` empty, give every `span`.
    `None`: there was nothing in it after all. `vocabulary` is the one you claimed with.
    """


@hookspec
def govdocs_check(document: Document, layout: Layout) -> Iterable[Finding] | None:
    """Tell what looks wrong in a document that has been read.

    Called once for each document on every plugin that has it, after ids and references are in place.
    """


@hookspec
def govdocs_write(target: Target) -> Writer | None:
    """Answer with a writer for a target, or `None` if its format is not yours.

    Called once for each target on every plugin; exactly one may answer. Write to `target.staging`, never to
    `target.path`: the core moves the whole register into place when it is finished.
    """
