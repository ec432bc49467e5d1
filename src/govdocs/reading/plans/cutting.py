"""Where a line may be cut: where cells of one row have come to stand side by side with single blanks between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.reading.plans.columns import Header, Kind, is_cost, pieces_of
from govdocs.reading.plans.marks import Mark, inner_mark
from govdocs.reading.plans.values import Looks, open_ended

__all__ = ["Cutter", "part_of"]

_LONGEST = 400
"""Letters of a line that may hold the cells of a whole row; a longer one is text."""


@frozen(kw_only=True)
class Cutter:
    """Knows the columns of a table and what stands in them."""

    header: Header
    looks: Looks
    measure_shape: str | None
    """The mark that measures begin with."""
    abreast: bool = False
    """Whether rows stand on one line each, so that a line's end is a cell though nothing else tells."""

    def ways(self, line: Line, mark: Mark | None, seen: Mark | None) -> list[list[Line]]:
        """Return the ways to cut a line, the whole line first; `seen` is the mark of the last measure above."""
        text = line.text
        whole = [line]
        if self.header.has(Kind.NUMBER) and mark is not None and mark.number and mark.rest:
            cut = len(text) - len(mark.rest)
            whole = [part_of(line, 0, cut), part_of(line, cut, len(text))]
        ways = [whole]
        gaps = pieces_of(line)
        if 1 < len(gaps) <= len(self.header.columns):
            ways.append(gaps)
        if self.header.has(Kind.AREA) and self.measure_shape and not (mark and mark.shape == self.measure_shape):
            at = inner_mark(text, self.measure_shape, seen)
            if at:
                ways.append([part_of(line, 0, at), part_of(line, at, len(text))])
        ways.extend([*whole[:-1], *parts] for parts in self._peeled(whole[-1]))
        if self.abreast and text[:1].islower() and " " in text and self.header.has(Kind.RESPONSIBLE):
            at = text.rindex(" ") + 1  # the rest of two cells that stand side by side
            ways.append([part_of(line, 0, at), part_of(line, at, len(text))])
        return ways

    def _peeled(self, line: Line) -> list[list[Line]]:
        """Take the cells of later columns off a line's end, one after the other from the right."""
        out: list[list[Line]] = []
        if len(line.text) > _LONGEST or self._is_value(line.text):
            return out
        measure = self.header.index(Kind.MEASURE) or 0
        columns = self.header.columns[measure + 1 :]
        kinds = [column.kind for column in columns]
        rest = line
        taken: list[Line] = []
        told = Kind.RESPONSIBLE not in kinds
        for column in reversed(columns):
            kind = column.kind
            costs = kind is Kind.OTHER and is_cost(column)
            at = self._cost(rest.text) if costs else self._place(rest.text, kind, bool(taken))
            if at is None:
                continue
            taken = [part_of(rest, at, len(rest.text)), *taken]
            rest = part_of(rest, 0, at)
            told = told or kind is Kind.RESPONSIBLE
            if told or self.looks.is_body(rest.text):
                out.append([rest, *taken])
        return out

    def stands_abreast(self, lines: Sequence[Line]) -> bool:
        """Tell whether rows stand on one line each: most lines end in a body behind other words, few are one alone."""
        begun = [line for line in lines if not line.text[:1].islower()]
        alone = sum(self._is_value(line.text) for line in begun)
        loose = evolve(self, abreast=True)
        ended = sum(bool(loose._peeled(line)) for line in begun if len(line.text.split()) > 2)
        return len(begun) > 1 and ended * 10 >= 6 * len(begun) and alone * 5 <= len(begun)

    def _is_value(self, text: str) -> bool:
        """Tell whether a line is one cell of a later column as it stands."""
        if text in self.looks.lexicon or self.looks.deadline(text) == 1.0 or self.looks.status(text) == 1.0:
            return len(text.split()) <= 6
        return len(text.split()) <= 6 and self.looks.is_body(text)

    def _cost(self, text: str) -> int | None:
        """Return where what a measure costs begins that ends the text; a year before an amount is none of it."""
        for match in re.finditer(r"\s(?=\S)", text):
            tail = text[match.end() :]
            dated = re.match(r"(?:19|20)\d\d\s", tail) is not None and self.header.has(Kind.DEADLINE)
            if len(tail) <= 60 and not dated and self.looks.cost(tail) == 1.0:
                return match.end()
        return None

    def _place(self, text: str, kind: Kind, sure: bool) -> int | None:
        """Return where a cell of a kind begins that ends the text; `sure` says that another cell stood behind it."""
        likely: int | None = None
        cut: int | None = None
        for match in re.finditer(r"\s(?=\S)", text):
            at = match.end()
            head, tail = text[: match.start()], text[at:]
            if tail in ("-", "–", "—") and sure and kind in (Kind.DEADLINE, Kind.STATUS):
                return at
            late = sure and kind is Kind.DEADLINE and (self.looks.deadline(tail) == 1.0)  # below it a cell may go on
            if len(tail) > 80 or (open_ended(head) and not late):
                if sure and kind is Kind.RESPONSIBLE and tail[0].isupper() and self.looks.is_body(tail):
                    cut = cut or at  # the measure goes on below
                continue
            if kind is Kind.STATUS and tail[0].isupper() and self.looks.status(tail) >= 0.8:
                return at
            dated = sure or self.abreast or re.search(r"\d", tail) or self.looks.body(head) >= 0.8
            if kind is Kind.DEADLINE and dated and self.looks.deadline(tail) >= (0.9 if sure else 1.0):
                return at
            if (
                kind is not Kind.RESPONSIBLE
                or not tail[0].isupper()
                or (len(head.split()) < 2 and not head[0].islower())
            ):
                continue
            if not (sure or self.abreast) and tail not in self.looks.lexicon:
                continue
            like = self.looks.body(tail)
            if like >= 0.7:
                return at
            if sure and like >= 0.3 and likely is None:
                likely = at
        return likely or cut


def part_of(line: Line, start: int, end: int) -> Line:
    """Return the part of a line between two offsets."""
    return evolve(line, text=line.text[start:end].strip(), gaps=(), stops=())
