"""Typed records and registers from the running documents of Norwegian public bodies."""

from govdocs.archive import read_archive
from govdocs.conversion import convert
from govdocs.errors import GovdocsError, InputError, PluginError, TargetError
from govdocs.hookspecs import hookimpl
from govdocs.host import Host
from govdocs.layout import Layout, Line, Source, Span
from govdocs.limits import Limits
from govdocs.model import Action, ActionPlan, Case, Decision, Document, Finding, Meeting, Participant
from govdocs.pipeline import read, write
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
