"""Labels with nothing behind them, and labels told in spite of a wrong letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from govdocs.layout import Span
from govdocs.model import Case, Finding
from govdocs.norwegian import Label, Vocabulary
from govdocs_checks.codes import finding
from govdocs_checks.spelling import letters, one_letter_apart
from govdocs_checks.view import View

__all__ = ["check"]

_GROUPS = ("decision", "case", "section", "attendance", "head", "agenda", "close")
_LABELLED: Mapping[str, str] = MappingProxyType(
    {
        "type_label": "case",
        "to": "case",
        "sender": "case",
        "case_officers": "case",
        "responsible": "case",
        "archive_number": "case",
        "decisions": "decision",
    }
)
"""Fields of a case that stand behind a label, with the label's group in the vocabulary; lists may well be empty."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each case with empty labels, and for each misspelt label."""
    for _, case in view.cases():
        empty = list(_empty(view, case))
        if empty:
            names = tuple(name for name, _ in empty)
            yield finding("GD105", "empty", {"labels": names, "count": len(names)}, empty[0][1], case)
    vocabulary = Vocabulary.standard()
    told: set[str] = set()
    for part in view.parts:
        if part.part.record is None:
            continue
        for line in part.lines:
            label = vocabulary.label(line.text, *_GROUPS)
            if label is not None and label.misspelt and label.written not in told and _is_misspelt(label, vocabulary):
                told.add(label.written)
                span = view.layout.span(line.number, line.number)
                yield finding("GD104", "misspelt", {"label": label.written}, span, view.owner(line.number))


def _is_misspelt(label: Label, vocabulary: Vocabulary) -> bool:
    """Tell a wrong letter from another blank, and from another ending of the word."""
    written = letters(label.written)
    group = label.kind.partition(".")[0] + "|"
    known = {letters(key.removeprefix(group)) for key in vocabulary.words if key.startswith(group)}
    if written in known or written[:-1] in known:
        return False
    return any(one_letter_apart(written, word) and written != word[:-1] for word in known)


def _empty(view: View, case: Case) -> Iterator[tuple[str, Span]]:
    """Yield the labels of a case that have no value, as written, with their lines."""
    vocabulary = Vocabulary.standard()
    for said in case.spans:
        if said.field not in _LABELLED or getattr(case, said.field):
            continue
        lines = view.flow_lines(said.span)
        label = vocabulary.label(lines[0].text, _LABELLED[said.field], bare=True) if lines else None
        if label is not None and not label.value and len(lines) == 1:
            yield label.written, view.layout.span(lines[0].number, lines[0].number)
