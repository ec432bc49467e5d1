"""Tasks that a list of persons gives one of them without a colon: beside the name, or on a line over it."""

from __future__ import annotations

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name
from govdocs.norwegian.people import read_person
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.list_words import looks_like_person
from govdocs.reading.listed import Group
from govdocs.reading.named import name_alone

__all__ = ["bare_task", "task_above"]


def bare_task(line: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a line that gives one person a task without a colon: `Møteleder Kari Berg`."""
    if not line.text[:1].isupper():
        return None
    if line.gaps:
        label, value = line.text[: line.gaps[0]].strip(), line.text[line.gaps[0] :].strip()
        return _tasked(label, value, line, vocabulary) if len(line.gaps) == 1 else None
    for cut in range(1, 4):
        words = line.text.split()
        if (group := _tasked(" ".join(words[:cut]), " ".join(words[cut:]), line, vocabulary)) is not None:
            return group
    return None


def _tasked(label: str, value: str, line: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a task's label and the one person who has it, with a position or without."""
    kind = vocabulary.kind(label, "attendance")
    if kind not in ("attendance.chair", "attendance.secretariat") or folded(label) not in vocabulary.single:
        return None
    person = read_person(value)
    titled = person is not None and bool(person.title or person.role) and is_first_name(person.name.split()[0])
    if not (name_alone(value) or (titled and person is not None and value.endswith(person.name))):
        return None
    return Group(kind=kind.removeprefix("attendance."), heading=label, value=value, head=line, single=True)


def task_above(line: Line, after: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a task that stands alone without a colon above the one who has it: `Møteleder`."""
    if (
        vocabulary.kind(line.text, "attendance") != "attendance.chair"
        or after.number - line.number > 2
        or line.gaps
        or line.cell
    ):
        return None
    if not line.text[:1].isupper() or not looks_like_person(after.text):
        return None
    return Group(kind="chair", heading=line.text.strip(), head=line, single=True)
