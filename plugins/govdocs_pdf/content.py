"""What a page holds before anything is made of it: runs of glyphs and ruled lines, by position."""

from __future__ import annotations

from attrs import define, field

__all__ = ["Box", "PageContent", "Path", "Rule", "Run"]

Path = tuple[int, ...]
"""Name of an element of the tag tree: its places among its parents' children, which are the same on each page."""


@define(slots=True)
class Run:
    """A stretch of glyphs of one font on one baseline; distances in points from the page's top left corner."""

    text: str
    x0: float
    x1: float
    y: float
    """Baseline."""
    size: float
    bold: bool
    italic: bool
    artifact: bool
    """Whether a tagged document says that it is no part of the text."""
    mark: int = -1
    """By what number the tags of its page know it; -1 for none."""


@define(slots=True)
class Rule:
    """A straight line that is drawn across or down."""

    across: bool
    at: float
    """Distance from the top for a line across, from the left for one down."""
    start: float
    end: float


@define(slots=True)
class Box:
    """A filled rectangle, as behind a cell."""

    x0: float
    y0: float
    x1: float
    y1: float


@define(slots=True)
class PageContent:
    """One page."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(factory=list)
    """In the order in which they are painted."""
    upright: list[Run] = field(factory=list)
    """Runs that stand on their side or on their head; their boxes only are right."""
    rules: list[Rule] = field(factory=list)
    boxes: list[Box] = field(factory=list)
    images: int = 0
    lossy: bool = False
    """Whether the file does not tell for all of its glyphs which letters they are."""
