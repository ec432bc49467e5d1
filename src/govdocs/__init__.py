"""Typed records and registers from the running documents of Norwegian public bodies.

Each name is imported where it is first used, so that `import govdocs` and a command's help cost next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdocs.archive import read, read_archive
    from govdocs.conversion import convert
    from govdocs.errors import GovdocsError, InputError, PluginError, TargetError
    from govdocs.hookspecs import hookimpl
    from govdocs.host import Host
    from govdocs.layout import Layout, Line, Source, Span
    from govdocs.limits import Limits
    from govdocs.model import Action, ActionPlan, Case, Decision, Document, Finding, Meeting, Participant
    from govdocs.pipeline import write
    from govdocs.targets import Target

__all__ = [
    "Action",
    "ActionPlan",
    "Case",
    "Decision",
    "Document",
    "Finding",
    "GovdocsError",
    "Host",
    "InputError",
    "Layout",
    "Limits",
    "Line",
    "Meeting",
    "Participant",
    "PluginError",
    "Source",
    "Span",
    "Target",
    "TargetError",
    "convert",
    "hookimpl",
    "read",
    "read_archive",
    "write",
]

_HOMES = {
    "archive": ("read", "read_archive"),
    "conversion": ("convert",),
    "errors": ("GovdocsError", "InputError", "PluginError", "TargetError"),
    "hookspecs": ("hookimpl",),
    "host": ("Host",),
    "layout": ("Layout", "Line", "Source", "Span"),
    "limits": ("Limits",),
    "model": ("Action", "ActionPlan", "Case", "Decision", "Document", "Finding", "Meeting", "Participant"),
    "pipeline": ("write",),
    "targets": ("Target",),
}

if not TYPE_CHECKING:  # to a type checker it would mean that any name is there

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                value = getattr(import_module(f"govdocs.{home}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
