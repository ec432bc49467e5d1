"""Deletes a line of a document, or swaps two, reads it again, and tells what changed and what got lost.

    python tests/mutation/mutants.py [--every N] [--lines A-B] FILE…

prints what goes wrong as it is met, then the figures of each file: every text line deleted, and swapped with the next.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from pathlib import Path

from attrs import define, field, fields, frozen

from govdocs.host import Host
from govdocs.layout import Source
from govdocs.model import ActionPlan, Document, Finding, Meeting, Record
from govdocs.norwegian import Vocabulary
from govdocs.pipeline import read_source

__all__ = ["Figures", "Mutation", "Original", "mutations", "told_lines", "tried"]

_NO_TEXT = frozenset({"id", "span", "spans", "resolved", "plans", "parsed"})
SHORT = 4
"""Letters of a line that is too short to be looked for."""
WORD = 30
"""Letters of a line that may be a value and little more."""
_GROUPS = ("decision", "case", "section", "attendance", "head", "agenda", "close", "plan")
OWN = 0.8
"""Share of the words of a line that its owner must hold, in whatever order."""
HELD = 0.6
"""Share of the pairs of neighbouring words of a line that must be held where the line is not held as a whole."""


def letters(text: str) -> str:
    return "".join(c.casefold() for c in text if c.isalnum())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def values(record: Record) -> list[str]:
    """Return all that a record itself says, dates and kinds too, as texts."""
    out = []
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        items = value if isinstance(value, tuple) else (value,)
        if attribute.name in _NO_TEXT or any(isinstance(item, Record) for item in items):
            continue
        out.extend(f"{item.value if isinstance(item, Enum) else item}" for item in items if item not in (None, ""))
    return out


def own_texts(record: Record) -> tuple[str, ...]:
    """Return what tells two records apart: their kind and all they say themselves."""
    return type(record).__name__, *values(record)


def told_lines(finding: Finding) -> Iterator[int]:
    """Yield the lines that a finding says were lost: those its message names, or those it stands at.

    A title that only the agenda gives, while the case has another, counts as told.
    """
    if finding.code not in ("GD210", "GD701", "GD702") or finding.span is None:
        return
    named = re.search(r"\(lines ([\d, -]+)\)", finding.message)
    places = named[1].split(", ") if named else [f"{finding.span.first}-{finding.span.last}"]
    for place in places:
        first, _, last = place.partition("-")
        yield from range(int(first), int(last or first) + 1)


@frozen
class Mutation:
    """One change to a source."""

    kind: str
    """`delete` or `swap`."""
    line: int
    """The line that goes, or the first of the two, 1-based."""
    other: int = 0
    """The second of the two."""

    def apply(self, lines: Sequence[str]) -> list[str]:
        """Return the lines with the change."""
        out = list(lines)
        if self.kind == "delete":
            del out[self.line - 1]
        else:
            out[self.line - 1], out[self.other - 1] = out[self.other - 1], out[self.line - 1]
        return out


def mutations(lines: Sequence[str], every: int = 1) -> Iterator[Mutation]:
    """Yield the deletion of every text line, and its swap with the next one."""
    numbers = [n for n, line in enumerate(lines, 1) if line.strip()]
    for n, after in itertools.zip_longest(numbers[::every], numbers[1::every]):
        yield Mutation("delete", n)
        nearest = numbers.index(n) + 1
        if after is not None and nearest < len(numbers):
            yield Mutation("swap", n, numbers[nearest])


class Read:
    """One reading, and what is asked of it."""

    def __init__(self, lines: Sequence[str], host: Host) -> None:
        source = Source(name="mutant.txt", data="\n".join(lines).encode())
        reading = read_source(source, host=host, strict=True)
        self.document: Document = reading.document
        self.layout = reading.layout

    @cached_property
    def says(self) -> Counter[tuple[str, ...]]:
        """What the records say, without their places."""
        return Counter(own_texts(record) for record in self.document.records())

    @cached_property
    def missing(self) -> Counter[str]:
        """The lines that stand in no record and of which no finding tells."""
        texts = [text for record in self.document.records() for text in values(record)]
        held = "\n".join(map(letters, texts))
        short = {key for text in texts if SHORT <= len(key := letters(text)) <= WORD}
        pairs = {pair for text in texts for pair in itertools.pairwise(words(text))}
        vocabulary = Vocabulary.standard()
        told = {n for finding in self.document.findings for n in told_lines(finding)}
        own = {record.id: {w for text in values(record) for w in words(text)} for record in self.document.records()}
        owners = {entry.line: entry.owner for entry in self.document.ledger.entries}
        out: Counter[str] = Counter()
        for line in self.layout.flow:
            key = letters(line.text)
            if len(key) < SHORT or line.number in told or key in held:
                continue
            label = vocabulary.label(line.text, *_GROUPS, bare=True)
            if label is not None and letters(label.value) in held:
                continue
            if len(key) <= WORD and any(value in key for value in short):
                continue  # a short line around a value, such as a number with a word before it
            owner = owners.get(line.number)
            said = words(line.text)
            if owner is not None and sum(word in own[owner] for word in said) >= OWN * len(said):
                continue  # it went into several fields of one record, as a row of a list of persons does
            row = list(itertools.pairwise(said))
            if not row or sum(pair in pairs for pair in row) < HELD * len(row):  # or it went into several texts
                out[key] += 1
        return out

    @property
    def invented(self) -> int:
        """How many findings say that a record holds a word the source does not."""
        return sum(finding.code == "GD703" for finding in self.document.findings)


class Original(Read):
    """The reading of the unchanged source, with its units: heads, cases, areas, and what lies between."""

    def __init__(self, lines: Sequence[str], host: Host) -> None:
        super().__init__(lines, host)
        self.lines = list(lines)
        self.host = host

    @cached_property
    def units(self) -> list[tuple[int, int]]:
        """First and last lines of the stretches that a change may touch: the one it is in and its neighbours.

        A stretch that holds no more than a page's number or head is none: nothing in it could change.
        """
        starts = {1}
        for root in (*self.document.meetings, *self.document.plans):
            starts.add(root.span.first)
            starts.add(root.span.last + 1)
            if isinstance(root, Meeting):
                starts.update(case.span.first for case in root.all_cases())
            if isinstance(root, ActionPlan):
                starts.update(area.span.first for area in root.all_areas() if area.title)
        edges = sorted(start for start in starts if start <= len(self.lines))
        units = zip(edges, [*(e - 1 for e in edges[1:]), len(self.lines)], strict=True)
        text = {line.number for line in self.layout.flow if line.text and line.furniture is None}
        return [(a, b) for a, b in units if not text.isdisjoint(range(a, b + 1))]

    @cached_property
    def resumed(self) -> dict[int, int]:
        """Where parts go on behind others that lie within them: the line, and the last one of theirs above it."""
        ranges = (both for part in self.document.ledger.parts for both in itertools.pairwise(part.ranges))
        return {after[0]: before[1] for before, after in ranges}

    def units_of(self, line: int) -> Iterator[int]:
        """Yield the place of the unit that a line is in, and of those that it goes on with above other parts."""
        for at, (first, last) in enumerate(self.units):
            if first <= line <= last:
                yield at
                for start in range(first, line + 1):
                    if start in self.resumed:
                        yield from self.units_of(self.resumed[start])

    def around(self, mutation: Mutation) -> list[tuple[int, int]]:
        """Return the units that a change may touch: those of its lines and those next to them."""
        places = [at for line in (mutation.line, mutation.other or mutation.line) for at in self.units_of(line)]
        near = {n for at in places for n in (at - 1, at, at + 1)}
        return [self.units[n] for n in sorted(near) if 0 <= n < len(self.units)]

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[Record]]:
        """The records by what they say."""
        out: dict[tuple[str, ...], list[Record]] = {}
        for record in self.document.records():
            out.setdefault(own_texts(record), []).append(record)
        return out


@define
class Figures:
    """What came of the mutations of one source."""

    tried: int = 0
    raised: list[tuple[Mutation, str]] = field(factory=list)
    """Mutants that could not be read."""
    invented: list[Mutation] = field(factory=list)
    """Mutants whose records hold a word that the source does not, and the original's do not."""
    unchanged: int = 0
    """Mutants that read the same, but for places."""
    far: list[tuple[Mutation, list[tuple[str, ...]]]] = field(factory=list)
    """Mutants that changed a record neither in the unit of the line nor in one next to it."""
    silent: list[tuple[Mutation, list[str]]] = field(factory=list)
    """Mutants in which lines got lost and nobody tells."""

    def add(self, other: Figures) -> None:
        """Take another's figures."""
        self.tried += other.tried
        self.unchanged += other.unchanged
        for name in ("raised", "invented", "far", "silent"):
            getattr(self, name).extend(getattr(other, name))

    def __str__(self) -> str:
        return (
            f"{self.tried} mutants: {len(self.raised)} raised, {len(self.invented)} invented, "
            f"{self.unchanged} read the same, {len(self.far)} changed far away, "
            f"{len(self.silent)} lost something in silence"
        )


def tried(original: Original, mutation: Mutation) -> Figures:
    """Read one mutant and hold it against the original."""
    figures = Figures(tried=1)
    try:
        mutant = Read(mutation.apply(original.lines), original.host)
    except Exception as error:  # whatever a mutant raises is what is looked for
        figures.raised.append((mutation, f"{type(error).__name__}: {error}"))
        return figures
    if mutant.invented > original.invented:
        figures.invented.append(mutation)
    gone = original.says - mutant.says
    if not gone and not mutant.says - original.says:
        figures.unchanged = 1
    near = original.around(mutation)
    far = [
        said
        for said in gone
        if not any(r.span.first <= b and r.span.last >= a for r in original.places[said] for a, b in near)
    ]
    if far:
        figures.far.append((mutation, far))
    lost = mutant.missing - original.missing
    changed = Counter(
        letters(original.lines[n - 1]) for n in (mutation.line, mutation.other) if n
    )  # a line that moved is looked at where it stands now
    lost -= changed if mutation.kind == "delete" else Counter()
    if lost:
        figures.silent.append((mutation, list(lost)))
    return figures


def main(arguments: Sequence[str]) -> None:
    """Print the figures of files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="try every n-th line only")
    parser.add_argument("--lines", default="", metavar="A-B", help="try the lines of a stretch only")
    options = parser.parse_args(arguments)
    within = range(1, sys.maxsize)
    if options.lines:
        first, _, last = options.lines.partition("-")
        within = range(int(first), int(last) + 1)
    host = Host.installed()
    for path in options.files:
        lines = path.read_text(encoding="utf-8").split("\n")
        original = Original(lines, host)
        figures = Figures()
        for mutation in mutations(lines, options.every):
            if mutation.line in within:
                figures.add(one := tried(original, mutation))
                for name in ("raised", "invented", "far", "silent"):
                    for example in getattr(one, name):
                        print(f"    {name}: {example}"[:400], flush=True)
        print(f"{path.name}: {figures}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
