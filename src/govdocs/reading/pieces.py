"""One piece of a case, while it is gathered: a fact, a decision, a section, or what closes the meeting."""

from __future__ import annotations

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Label

__all__ = ["Piece"]


@define(kw_only=True)
class Piece:
    """A stretch of a case under one label, while it is gathered."""

    kind: str
    """Kind of the label: `case.type`, `decision.adopted`, `section.background`, `text`, `close.end` …"""
    label: Label | None = None
    lines: list[Line] = field(factory=list)
    """Its lines, the label's own first."""
    value: str = ""
    """What follows the label on its line."""
    labelled: int = 1
    """How many of its lines the label takes, where it has one."""

    @property
    def body(self) -> list[Line]:
        """The lines under the label; the label's own line with what follows the label, if anything does."""
        if self.label is None:
            return self.lines
        rest = self.lines[self.labelled :]
        return [evolve(self.lines[0], text=self.value), *rest] if self.value else rest
