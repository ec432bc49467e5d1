"""Lists of those present and absent: where each begins, and the lines under it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.norwegian.naming import ends_body, is_first_name, is_name, is_organization, is_role
from govdocs.norwegian.people import read_person
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.blocks import columns_of, joined
from govdocs.reading.list_labels import beside_others, cut_at_labels, mended, side_by_side
from govdocs.reading.list_tasks import bare_task, task_above
from govdocs.reading.list_words import looks_like_person
from govdocs.reading.listed import Group, heads_beside
from govdocs.reading.named import small_role, strong_name
from govdocs.reading.rollcalls import group_head, sent_from
from govdocs.reading.rolls import roll_row
from govdocs.reading.rosterrows import is_header
from govdocs.reading.rowheads import in_table, table_of_those_present
from govdocs.reading.told_rolls import told_paragraph

__all__ = ["find_groups"]

_NO_BODY = re.compile(r"[,.:;\d(]|^Fr[aå]\s")
_AFTER = re.compile(
    r"(?:Ord for dagen|Andakt|Åpning|Opning|Bibel"
    r"|Protokoll\w*\s+(?:er|ble|vart|blei)|Orientering(?:er|ar)?(?=\s*:)|Underskrift\w*"
    r"|Sakene|Sakane|Saksliste|Sakliste|Sakskart|Saker til|Sakar til|Dagsorden|Innkalling|Godkjenning(?:er|ar)?|Merknad"
    r"|Møtet\s+(?:ble|vart|blei|var)|\w+(?:\s+sitt)?\s+møtet?\s+(?:tok|tek)\s+til"
    r"|(?:Leder|Leiar|Ordfører|Ordførar|Møteleder|Møteleiar|Styreleder|Styreleiar)(?:en)?\s+(?:åpnet|opna|ønsket|ønskte|ynskte))\b"
    r"|[A-ZÆØÅ][\w. -]{1,30},\s*(?:den\s+)?\d{1,2}[./]\s?(?:\d{1,2}[./]|[a-zæøå]+)\s?\d{2,4}\.?$",
    re.IGNORECASE,
)
"""What begins a line that comes after the lists of those present."""
_FOR_WHOM = re.compile(r"(?:møtte|møter|vara)\s+for", re.IGNORECASE)
"""The head of a column that tells whom a deputy stood in for."""
_NEAR = 2
"""Letters between the edge of a column's head and that of a cell under it at the most."""
_LETTER = 6.0
"""Points of a letter's width, about."""
_OWN_BODY = re.compile(
    r"(?:styret|rådet|utvalget|utvalet|nemnda|komiteen|gruppa|gruppen|tinget|skapet|kollegiet|organet)$", re.IGNORECASE
)
"""What a line ends with that names the body whose members follow, not one that sent them."""
_AGENDA_HEAD = re.compile(
    r"(?:Sak|Saks?nr\.?|Nr\.?)\s+(?:(?:Unntatt|Unnateke?|Uoff\.?|U\.off\.?|Off\.?|Lukka?|Lukket|Arkivsak\w*)\s+)?(?:Tittel|Tema|Sakstittel|Innhald|Innhold|Omtale|Beskrivelse|Saksgang)\b"
)


def _names_a_body(lines: Sequence[Line], index: int, *, opens: bool) -> bool:
    """Tell a heading that is the body of those under it: it stands apart from what is above, and a list follows.

    Right under the heading of the list (`opens`) it need not stand apart. `Austnes kommune` above
    `ordførar Marit Vik (leiar), varaordførar Nils Hauge`.
    """
    line = lines[index]
    if index + 1 >= len(lines) or index == 0 or len(line.text.split()) > 7 or _NO_BODY.search(line.text):
        return False
    if ends_body(line.text):  # the end of a name that the page has cut
        return False
    after = lines[index + 1]
    apart = line.number - lines[index - 1].number > 1 or (opens and not _OWN_BODY.search(line.text))
    if not apart or after.number - line.number != 1 or not is_organization(line.text) or looks_like_person(line.text):
        return False
    first = re.split(r"[,;]", after.text)[0]
    person = read_person(first)
    return person is not None and (bool(person.title) or strong_name(re.sub(r"\s*\([^)]*\)", "", first).strip()))


def find_groups(
    lines: Sequence[Line], vocabulary: Vocabulary, stop: Sequence[int] = ()
) -> tuple[list[Group], set[int]]:
    """Gather the groups of a head; returns them and the places of all lines that are in one.

    `stop` holds places of lines that belong to something else (dates, places, titles); they are passed over.
    """
    gathering = _Gathering(lines=mended(lines, vocabulary), vocabulary=vocabulary, skip=set(stop))
    for index in range(len(lines)):
        if not gathering.take(index):
            break
    return _under_heads([*gathering.groups, *gathering.tail]), gathering.used


@define(kw_only=True)
class _Gathering:
    """The groups of a head while its lines are gone through."""

    lines: list[Line]
    vocabulary: Vocabulary
    skip: set[int]
    """Places of lines that belong to something else, or to a group that took several at once."""
    groups: list[Group] = field(factory=list)
    used: set[int] = field(factory=set)
    beside: list[Group] = field(factory=list)
    """Groups that stand side by side, whose rows hold a person of each."""
    tail: list[Group] = field(factory=list)
    """Groups whose labels stood behind another on the last line."""
    closed: bool = False
    """Whether something else has begun since the last heading."""

    def take(self, index: int) -> bool:
        """Take the next line; false where the lists are over."""
        self.groups.extend(self.tail)
        self.tail = []
        if index in self.skip:
            return True
        line, self.tail = cut_at_labels(self.lines[index], self.vocabulary)
        if self._in_a_table(index, line) or self._opens_two(index, line) or self._told_in_sentences(index):
            return True
        group = self._labelled(index, line)
        if group is None and self._begun_without_heading(index):
            return True
        group = group or self._headed_in_other_ways(index, line)
        if group is None and self.beside:
            self._add_to_both(index, line)
            return True
        self.beside = []
        if group is not None:
            self.closed = False
            self._open(group, index)
            return True
        self.closed = self.closed or self._ends_lists(line)
        return self.closed or not self.groups or self._add(index, line)

    def _take_all(self, groups: Sequence[Group], first: int, stop: int) -> None:
        """Take groups that hold all lines from one place up to another."""
        self.groups.extend(groups)
        self.used.update(range(first, stop))
        self.skip.update(range(first, stop))

    @property
    def _only_tasks(self) -> bool:
        """Whether no list has begun, only headings for one person each."""
        return all(each.single for each in self.groups)

    def _in_a_table(self, index: int, line: Line) -> bool:
        """Take a table that tells of those present by itself, or a row of the one that stands open."""
        if not (self.groups and _just_opened(self.groups[-1])):
            table = table_of_those_present(self.lines, index)
            if table is not None:
                self._take_all([table], index, index + len(table.lines))
                self.beside = []
                return True
        if not (self.groups and in_table(self.groups[-1], line)):
            return False
        self.groups[-1].lines.append(line)
        self.used.add(index)
        return True

    def _opens_two(self, index: int, line: Line) -> bool:
        """Take two headings side by side."""
        pair = side_by_side(line, self.vocabulary) if line.gaps else []
        if pair:
            self.groups.extend(pair)
            self.beside = pair
            self.used.add(index)
        return bool(pair)

    def _told_in_sentences(self, index: int) -> bool:
        """Take a paragraph whose sentences tell who else was there, where lists stand above it."""
        told, stop = told_paragraph(self.lines, index) if self.groups else ([], index)
        self._take_all(told, index, stop)
        return bool(told)

    def _labelled(self, index: int, line: Line) -> Group | None:
        """Return the group that a label opens, unless the line belongs to what stands above it."""
        group = None
        if not _is_value(self.lines, index, self.vocabulary):
            group = group_head(line, self.vocabulary, inside=bool(self.groups))
        if group is not None and self.groups and self._belongs_above(line):
            group = None
        if group is None and self._only_tasks:
            group = bare_task(line, self.vocabulary)
        if group is None and line.gaps and not self.groups:
            group = beside_others(line, self.vocabulary)
        return group

    def _belongs_above(self, line: Line) -> bool:
        """Tell what sounds like a heading and is a row's cell, a column's head, a role alone, or what comes after."""
        above = self.groups[-1]
        return (
            _before_a_name(line, above.lines)
            or _task_in_rows(line, above.lines)
            or (_just_opened(above) and above.kind == "deputies" and _FOR_WHOM.fullmatch(line.text) is not None)
            or bool(above.lines and small_role(line.text))
            or (_AFTER.match(line.text) is not None and not _is_attendance(line, self.vocabulary))
        )

    def _begun_without_heading(self, index: int) -> bool:
        """Take a paragraph of names, or a roll, that stands under no heading, where no list has begun."""
        if not self._only_tasks:
            return False
        names = _unheaded(self.lines, index, self.skip)
        if names:
            group = Group(kind="present", heading="", head=self.lines[index], lines=names)
            self._take_all([group], index, index + len(names))
            return True
        rolls, stop = _roll(self.lines, index, self.vocabulary)
        if rolls:
            self._take_all(rolls, index, stop)
        return bool(rolls)

    def _headed_in_other_ways(self, index: int, line: Line) -> Group | None:
        """Return the group that a task over a name, a sending body, or a body over its members opens."""
        if index + 1 == len(self.lines):
            return None
        group = task_above(line, self.lines[index + 1], self.vocabulary)
        if group is None and self.groups:
            group = sent_from(line, self.lines[index + 1])
            if group is None and _names_a_body(self.lines, index, opens=_just_opened(self.groups[-1])):
                group = Group(kind=self.groups[-1].kind, heading=line.text, body=line.text, head=line)
        return group

    def _add_to_both(self, index: int, line: Line) -> None:
        pieces = columns_of(line) if line.gaps else [line.text]
        for each, piece in zip(self.beside, pieces, strict=False):
            each.lines.append(evolve(line, text=piece, gaps=()))
        self.used.add(index)

    def _open(self, group: Group, index: int) -> None:
        """Open a group; a party or a part of a list is of the kind of the list above it."""
        above = next((each for each in reversed(self.groups) if not each.single), None)
        if group.kind == "party":
            if not self.groups:
                return
            group.kind, group.single = above.kind if above else "present", False
            group.heading = above.heading if above else group.heading
        elif group.kind == "part":
            group.kind = above.kind if above else "present"
        if group.kind == "chair" and group.value and not _may_be_person(group.value):
            return
        self.groups.append(group)
        self.used.add(index)

    def _ends_lists(self, line: Line) -> bool:
        """Tell a line with which something else begins, where lists stand above it; no cell of a row that one holds."""
        last = self.groups[-1].lines[-1:] if self.groups else []
        if line.cell is not None and last and (last[0].cell or ())[:2] == line.cell[:2]:
            return False
        if self.vocabulary.heads_row(line.text, "head"):
            return True
        told = bool(self.groups) and (self.vocabulary.kind(line.text, "section", "close") or _AFTER.match(line.text))
        return bool(told)

    def _add(self, index: int, line: Line) -> bool:
        """Add a line to the list it stands in, behind a task to the list above that; false at the agenda's heading."""
        current = self.groups[-1]
        if self.vocabulary.kind(line.text, "agenda") is not None or _AGENDA_HEAD.match(line.text):
            return False
        in_row = line.cell is not None and line.cell[:2] == (current.head.cell or ())[:2]
        if current.single and (current.value or current.lines) and not in_row:
            before = next((each for each in reversed(self.groups[:-1]) if not each.single), None)
            if before is None or not looks_like_person(line.text):
                return True
            current = before
        current.lines.append(line)
        self.used.add(index)
        return True


def _may_be_person(text: str) -> bool:
    return looks_like_person(text) or is_name(text, least=1)


def _under_heads(groups: list[Group]) -> list[Group]:
    """Give the heads of columns beside a list's own heading to the lists below whose rows stand under them too."""
    for above, group in itertools.pairwise(groups):
        heads = next(iter(heads_beside(above)), None)
        rows = [line for line in group.lines if line.stops]
        if heads is not None and heads.stops and rows and not (group.columns or any(is_header(r.text) for r in rows)):
            room = _NEAR if heads.right is None else _NEAR * _LETTER
            apart = [min(abs(stop - at) for at in heads.stops) for line in rows for stop in line.stops]
            group.over = heads if max(apart) <= room else None
    return groups


def _unheaded(lines: Sequence[Line], index: int, skip: set[int]) -> list[Line]:
    """Return the lines of a paragraph in the head that is nothing but a list of names, without a heading."""
    paragraph = [lines[index]]
    for at in range(index + 1, len(lines)):
        if at in skip or lines[at].number - lines[at - 1].number > 1:
            break
        paragraph.append(lines[at])
    text = re.sub(r"\s*\([^()]*\)", "", joined(paragraph)).strip(" .")
    names = [name.strip() for name in re.split(r"[,;]|\sog\s", text)]
    known = sum(is_first_name(name.split()[0]) for name in names if name)
    bare = all(is_name(name) and not is_organization(name) for name in names)
    return paragraph if len(names) > 2 and bare and known * 2 >= len(names) else []


def _is_value(lines: Sequence[Line], index: int, vocabulary: Vocabulary) -> bool:
    """Tell whom papers go to, on the line under that label, from the heading of a list: `Styremedlemmer`."""
    label = vocabulary.label(lines[index - 1].text, "attendance", "case") if index else None
    return (
        label is not None and label.colon and not label.value and label.kind in ("attendance.distribution", "case.to")
    )


def _just_opened(group: Group) -> bool:
    return not (group.value or group.lines or group.single)


def _is_attendance(line: Line, vocabulary: Vocabulary) -> bool:
    return vocabulary.label(line.text, "attendance") is not None


def _roll(lines: Sequence[Line], index: int, vocabulary: Vocabulary) -> tuple[list[Group], int]:
    """Return the groups of a roll that begins at a line, and where it ends: rows tell who was there, bodies head them.

    A roll has three rows or more; the line before rows that is none is the body or list they come from.
    """
    groups: list[Group] = []
    rows = 0
    at = index
    while at < len(lines):
        line = lines[at]
        entries = roll_row(line)
        heads = not line.gaps and line.cell is None and len(line.text) < 50 and not re.search(r"[:.\d]", line.text)
        if entries:
            if not groups:
                groups.append(Group(kind="present", heading="", head=line))
            groups[-1].lines.extend(entries)
            rows += 1
        elif heads and at + 1 < len(lines) and lines[at + 1].number - line.number == 1 and roll_row(lines[at + 1]):
            body = None if vocabulary.kind(line.text, "attendance") else line.text
            groups.append(Group(kind="present", heading=line.text, body=body, head=line))
        else:
            break
        at += 1
    return (groups, at) if rows > 2 else ([], index)


def _before_a_name(line: Line, rows: Sequence[Line]) -> bool:
    """Tell a cell in front of a column that is headed `Navn`: what it says is of its own row, however it sounds."""
    at = line.cell
    return at is not None and any(
        each.cell is not None
        and each.cell[0] == at[0]
        and each.cell[1] < at[1]
        and each.cell[2] > at[2]
        and folded(each.text) in ("navn", "namn", "medlem")
        for each in rows
    )


def _task_in_rows(line: Line, rows: Sequence[Line]) -> bool:
    """Tell the task of one more row from a heading: a row above it in the same table begins with a task too."""
    at = line.cell
    return (
        at is not None
        and is_role(line.text)
        and any(
            each.cell is not None
            and (each.cell[0], each.cell[2]) == (at[0], at[2])
            and each.cell[1] < at[1]
            and is_role(each.text)
            for each in rows
        )
    )
