"""What tells the style."""

from govdocs.layout import Line
from govdocs.norwegian.numbers import head_number
from govdocs.reading.case_kinds import TYPE_LABEL

__all__ = ["is_mark"]


def is_mark(line: Line) -> bool:
    """Tell a case number that is alone in the first column of a table, and the type of a case as a label."""
    if line.cell is not None and line.cell[2] == 0:
        hit = head_number(line.text)
        return hit is not None and not hit.rest
    return ":" in line.text and TYPE_LABEL.match(line.text) is not None
