"""One list of those present or absent while it is gathered: its heading, its lines, the heads of its columns."""

from __future__ import annotations

from attrs import define, evolve, field

from govdocs.layout import Line

__all__ = ["Group", "heads_beside"]


@define(kw_only=True)
class Group:
    """One list under one heading, while it is gathered."""

    kind: str
    """`present`, `absent`, `deputies`, `observers`, `secretariat`, `invited`, `speakers`, `officials`,
    `administration`, `others`, `chair`."""
    heading: str
    """As written, without its colon."""
    body: str | None = None
    """Body that the heading names for everyone under it."""
    value: str = ""
    """What follows the heading on its line."""
    head: Line
    """The heading's line."""
    lines: list[Line] = field(factory=list)
    """The lines under it."""
    single: bool = False
    """Whether the heading is for one person."""
    columns: str = ""
    """Heads of the columns beside that of the names, which is the heading itself."""
    over: Line | None = None
    """The heads of columns in a list above, under which this one's rows stand too."""
    table: dict[int, str] = field(factory=dict)
    """What the columns of a table hold that no heading opens."""

    @property
    def task(self) -> str:
        """What the one under a heading for one person is, by the heading: `referent`, `LMU-representant`."""
        if self.heading.isupper():
            return self.heading.lower()
        return self.heading if self.heading[1:2].isupper() else self.heading[:1].lower() + self.heading[1:]


def heads_beside(group: Group) -> list[Line]:
    """Return the heads of the columns where the group's heading is the first of them and wide gaps part them."""
    if group.over is not None:
        return [group.over]
    head = group.head
    name = "Navn" if group.columns and head.gaps and head.gaps[0] > 4 else ""
    return [evolve(head, text=name.ljust(head.gaps[0]) + head.text[head.gaps[0] :])] if name else []
