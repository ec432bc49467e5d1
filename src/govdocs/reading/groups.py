"""Lists of those present and absent: where each begins, and the lines under it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_role
from govdocs.norwegian.people import read_person
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.blocks import columns_of, joined
from govdocs.reading.listed import Group, heads_beside
from govdocs.reading.named import small_role, strong_name
from govdocs.reading.rollcalls import bare_task, group_head, looks_like_person, sent_from, task_above
from govdocs.reading.rolls import roll_row
from govdocs.reading.rosterrows import is_header
from govdocs.reading.rowheads import in_table, table_of_those_present

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
_LEGEND = re.compile(
    r"\bX\s*=\s*(?:til\s?st|møtt|oppmøtt|deltok).*\bF\s*=\s*(?:forfall|fråv|frav|meldt)", re.IGNORECASE
)


def marked_off(lines: Sequence[Line]) -> list[Line]:
    """Put the letters of a column of marks into words, where a legend tells them: `X = til stede  F = forfall`.

    The lines keep their places; the legend becomes an empty line.
    """
    if not any(_LEGEND.search(line.text) for line in lines):
        return list(lines)
    out = []
    for line in lines:
        text = re.sub(r"\sX(?=\s*(?:\([^)]*\))?$)", "", line.text)
        text = re.sub(r"\sF(?=\s*(?:\([^)]*\))?$)", " (forfall)", text)
        text = re.sub(r"\s(?:Til ?stede|Til ?stades)$", "", text)
        out.append(evolve(line, text="" if _LEGEND.search(line.text) else text))
    return out


def _mended_labels(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Put together a label that a narrow column broke in two, with the value beside either half.

    `Møtende        Kari Berg for Ola Vik` above `varamedlemmer:`. The lines keep their places, one is emptied.
    """
    out = list(lines)
    for index, (line, after) in enumerate(itertools.pairwise(lines)):
        if not line.gaps and after.gaps and after.number - line.number == 1 and len(line.text) < 30:
            end, value = after.text[: after.gaps[0]].strip(), after.text[after.gaps[0] :].strip()
            if end.endswith(":") and vocabulary.kind(f"{line.text} {end}", "attendance") is not None:
                out[index] = evolve(line, text="")
                out[index + 1] = evolve(after, text=f"{line.text} {end} {value}", gaps=())
            continue
        if not line.gaps or after.gaps or not after.text.endswith(":") or after.number - line.number != 1:
            continue
        start, value = line.text[: line.gaps[0]].strip(), line.text[line.gaps[0] :].strip()
        if vocabulary.kind(f"{start} {after.text}", "attendance") is not None and ":" not in start:
            out[index] = evolve(line, text=f"{start} {after.text} {value}", gaps=())
            out[index + 1] = evolve(after, text="")
    return out


def _names_a_body(lines: Sequence[Line], index: int, *, opens: bool) -> bool:
    """Tell a heading that is the body of those under it: it stands apart from what is above, and a list follows.

    Right under the heading of the list (`opens`) it need not stand apart. `Austnes kommune` above
    `ordførar Marit Vik (leiar), varaordførar Nils Hauge`.
    """
    line = lines[index]
    if index + 1 >= len(lines) or index == 0 or len(line.text.split()) > 7 or _NO_BODY.search(line.text):
        return False
    after = lines[index + 1]
    apart = line.number - lines[index - 1].number > 1 or (opens and not _OWN_BODY.search(line.text))
    if not apart or after.number - line.number != 1 or not is_organization(line.text) or looks_like_person(line.text):
        return False
    first = re.split(r"[,;]", after.text)[0]
    person = read_person(first)
    return person is not None and (bool(person.title) or strong_name(re.sub(r"\s*\([^)]*\)", "", first).strip()))


def _side_by_side(line: Line, vocabulary: Vocabulary) -> list[Group]:
    """Return the groups that stand beside one another: two headings on one line with a wide gap between."""
    pieces = columns_of(line)
    if len(pieces) < 2:
        return []
    labels = [vocabulary.label(piece, "attendance") for piece in pieces]
    if not all(label and not label.value and label.kind != "attendance.distribution" for label in labels):
        return []
    return [
        Group(kind=label.kind.removeprefix("attendance."), heading=label.written, head=line)
        for label in labels
        if label is not None
    ]


def find_groups(
    lines: Sequence[Line], vocabulary: Vocabulary, stop: Sequence[int] = ()
) -> tuple[list[Group], set[int]]:
    """Gather the groups of a head; returns them and the places of all lines that are in one.

    `stop` holds places of lines that belong to something else (dates, places, titles); they are passed over.
    """
    lines = _mended_labels(marked_off(lines), vocabulary)
    groups: list[Group] = []
    used: set[int] = set()
    skip = set(stop)
    beside: list[Group] = []
    closed = False
    tail: list[Group] = []
    for index, line in enumerate(lines):
        groups.extend(tail)
        tail = []
        if index in skip:
            continue
        line, tail = _cut_at_labels(line, vocabulary)
        table = None if groups and _just_opened(groups[-1]) else table_of_those_present(lines, index)
        if table is not None:
            groups.append(table)
            taken = range(index, index + len(table.lines))
            used.update(taken)
            skip.update(taken)
            beside = []
            continue
        if groups and in_table(groups[-1], line):
            groups[-1].lines.append(line)
            used.add(index)
            continue
        if line.gaps and (pair := _side_by_side(line, vocabulary)):
            groups.extend(pair)
            beside = pair
            used.add(index)
            continue
        group = None if _is_value(lines, index, vocabulary) else group_head(line, vocabulary, inside=bool(groups))
        if groups and (_before_a_name(line, rows := groups[-1].lines) or _task_in_rows(line, rows)):
            group = None
        if groups and _just_opened(groups[-1]) and groups[-1].kind == "deputies" and _FOR_WHOM.fullmatch(line.text):
            group = None  # the head of a column
        if groups and groups[-1].lines and small_role(line.text):  # of the person above, on a line of its own
            group = None
        if group is not None and groups and _AFTER.match(line.text) and not _is_attendance(line, vocabulary):
            group = None
        if group is None and all(each.single for each in groups):
            group = bare_task(line, vocabulary)
        if group is None and line.gaps and not groups:
            group = _beside_others(line, vocabulary)
        if group is None and all(each.single for each in groups) and (names := _unheaded(lines, index, skip)):
            groups.append(Group(kind="present", heading="", head=line, lines=names))
            taken = range(index, index + len(names))
            used.update(taken)
            skip.update(taken)
            continue
        if group is None and all(each.single for each in groups):
            rolls, stop_at = _roll(lines, index, vocabulary)
            if rolls:
                groups.extend(rolls)
                used.update(range(index, stop_at))
                skip.update(range(index, stop_at))
                continue
        if group is None and index + 1 < len(lines):
            group = task_above(line, lines[index + 1], vocabulary)
        if group is None and groups and index + 1 < len(lines):
            group = sent_from(line, lines[index + 1])
        if group is None and groups and _names_a_body(lines, index, opens=_just_opened(groups[-1])):
            group = Group(kind=groups[-1].kind, heading=line.text, body=line.text, head=line)
        if beside and group is None:
            pieces = columns_of(line) if line.gaps else [line.text]
            for each, piece in zip(beside, pieces, strict=False):
                each.lines.append(evolve(line, text=piece, gaps=()))
            used.add(index)
            continue
        beside = []
        if group is None and groups and (vocabulary.kind(line.text, "section", "close") or _AFTER.match(line.text)):
            closed = True
        closed = closed or vocabulary.heads_row(line.text, "head")
        closed = closed and group is None
        if group is not None and groups and group.kind == "party":
            above = next((each for each in reversed(groups) if not each.single), None)
            group.kind, group.single = above.kind if above else "present", False
            group.heading = above.heading if above else group.heading
        elif group is not None and group.kind == "part":
            group.kind = next((each.kind for each in reversed(groups) if not each.single), "present")
        elif group is not None and group.kind == "party":
            continue
        if group is not None:
            if (
                group.kind == "chair"
                and group.value
                and not looks_like_person(group.value)
                and not is_name(group.value, least=1)
            ):
                continue
            groups.append(group)
            used.add(index)
        elif groups and not closed:
            current = groups[-1]
            if vocabulary.kind(line.text, "agenda") is not None or _AGENDA_HEAD.match(line.text):
                break
            if (
                current.single
                and (current.value or current.lines)
                and not (line.cell and line.cell[:2] == (current.head.cell or ())[:2])
            ):
                before = next((g for g in reversed(groups[:-1]) if not g.single), None)
                if before is None or not looks_like_person(line.text):
                    continue
                current = before
            current.lines.append(line)
            used.add(index)
    return _under_heads([*groups, *tail]), used


_NEXT_LABEL = re.compile(r"(?<=[\wæøå)])[.;]\s+(?=[A-ZÆØÅ][\wæøå]+(?:\s[\wæøå]+){0,3}:\s)")


def _cut_at_labels(line: Line, vocabulary: Vocabulary) -> tuple[Line, list[Group]]:
    """Return a line up to the next label on it, and the groups behind that: `… og Ola Vik. Forfall: Per Moe`."""
    if line.text.count(":") == 0 or line.cell is not None or not (parts := _NEXT_LABEL.split(line.text))[1:]:
        return line, []
    labels = [vocabulary.label(part, "attendance") for part in parts[1:]]
    if any(label is None or not label.colon or label.kind == "attendance.distribution" for label in labels):
        return line, []
    return evolve(line, text=parts[0], gaps=()), [
        Group(
            kind=label.kind.removeprefix("attendance."),
            heading=label.written,
            value=label.value,
            head=line,
            single=folded(label.written) in vocabulary.single,
        )
        for label in labels
        if label is not None
    ]


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


def _beside_others(line: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a person with a task who stands between other facts of a letterhead on one line."""
    for piece in columns_of(line):
        label = vocabulary.label(piece, "attendance")
        if (
            label is not None
            and label.kind == "attendance.secretariat"
            and label.colon
            and (strong_name(re.split(r"\s*[,(]", label.value)[0]))
        ):
            return Group(kind="secretariat", heading=label.written, value=label.value, head=line, single=True)
    return None


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
