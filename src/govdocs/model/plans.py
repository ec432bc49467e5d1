"""Action plans, their focus areas and measures."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govdocs.model.cases import Point
from govdocs.model.records import Record

__all__ = ["Action", "ActionPlan", "FocusArea"]


@frozen(kw_only=True)
class Action(Record):
    """One measure of a plan."""

    number: str | None = None
    """As written: `1`, `A1`."""
    text: str
    """The whole text with its sub-points."""
    points: tuple[Point, ...] = ()
    """Its sub-points."""
    responsible: tuple[str, ...] = ()
    """Who answers for it, one body each."""
    responsible_note: str | None = None
    """What is said of the responsibility beyond the bodies: `Fellesoppdrag alle RHF`."""
    deadline: str | None = None
    """As written."""
    status: str | None = None
    """As written."""


@frozen(kw_only=True)
class FocusArea(Record):
    """One area of a plan."""

    number: str | None = None
    """As written: `1.4`, `A`."""
    title: str | None = None
    """`None` for the nameless area of a table without areas."""
    goal: str | None = None
    """What shall be reached (Målbilde, Mål)."""
    actions: tuple[Action, ...] = ()
    """Its own measures in order."""
    subareas: tuple[FocusArea, ...] = ()
    """Areas under it."""

    def walk(self) -> Iterator[FocusArea]:
        """Yield the area and all areas under it."""
        yield self
        for area in self.subareas:
            yield from area.walk()


@frozen(kw_only=True)
class ActionPlan(Record):
    """A plan: measures, and who shall carry them out."""

    title: str | None = None
    """Its name without the period."""
    body: str | None = None
    """The body whose plan it is, as written."""
    period: str | None = None
    """Years it is for, as written."""
    columns: tuple[str, ...] = ()
    """Heads of its columns as written; empty for a plan set as lists."""
    areas: tuple[FocusArea, ...] = ()
    """Its areas; a plan without areas has one nameless one."""

    def all_areas(self) -> Iterator[FocusArea]:
        """Yield every area, each followed by its subareas."""
        for area in self.areas:
            yield from area.walk()

    @property
    def actions(self) -> tuple[Action, ...]:
        """All measures, in order."""
        return tuple(action for area in self.all_areas() for action in area.actions)
