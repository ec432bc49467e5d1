"""Lists of those present and absent, in every layout they come in, as participants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import FieldSpan, Participant, ParticipantStatus
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_party, is_role
from govdocs.norwegian.people import LONGEST, Person, read_person, with_more
from govdocs.norwegian.presence import cases_in
from govdocs.norwegian.sentences import unfinished
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.norwegian.words import words
from govdocs.reading.blocks import joined, marked, span_of
from govdocs.reading.categories import by_category
from govdocs.reading.enumerations import parted, persons_of, pieces_of
from govdocs.reading.flatrolls import flat_heads, flat_rows
from govdocs.reading.listed import Group, heads_beside
from govdocs.reading.named import broken_role, holds_name, remote_heading, remote_mark, small_role
from govdocs.reading.rolls import beside, goes_on, sat_in, told_in_sentences, two_bodies
from govdocs.reading.rosterrows import Found, is_header, read_rows
from govdocs.reading.rosters import Entry, column_by_column, headed_columns, row_by_row, spread
from govdocs.reading.shared_words import body_starts
from govdocs.reading.turned import turned

__all__ = ["read_group"]

_TASKS = words("roles", "secretariat")
_INSTEAD_OF = re.compile(r"[Vv]ara\w*\s+for\s+(?P<who>[A-ZÆØÅ][^:,]{2,60})")
"""A heading that names whom the one under it stood in for: `Vara for Vik`."""
_KINDS = (
    ("absent", ParticipantStatus.ABSENT),
    ("observers", ParticipantStatus.OBSERVER),
    ("secretariat", ParticipantStatus.SECRETARIAT),
    ("invited", ParticipantStatus.INVITED),
    ("speakers", ParticipantStatus.SPEAKER),
    ("officials", ParticipantStatus.OFFICIAL),
)
_STATUS = dict(_KINDS)
_BY_TASK = (
    ("observer", ParticipantStatus.OBSERVER),
    ("secretariat", ParticipantStatus.SECRETARIAT),
    ("invited", ParticipantStatus.INVITED),
    ("speaker", ParticipantStatus.SPEAKER),
)
"""What a task makes of one who is there, by the group of the words for it."""


def read_group(group: Group, words_seen: frozenset[str]) -> tuple[list[Participant], list[Line]]:
    """Read the persons of a group; returns them and the lines that gave none."""
    own = turned([line for line in group.lines if line.text])
    lines = spread([*heads_beside(group), *own])
    people: list[Found] = []
    rest: list[Line] = []
    pair = two_bodies(group.body) if group.body else None
    if pair is not None and (people := beside(own, pair)):
        return [_participant(person, evolve(group, body=None), at) for person, at in people], []
    headed = headed_columns(lines) or row_by_row(lines)
    if (flat := _flat(group, own)) is not None:
        people, rest = flat
    elif headed is not None:
        people, rest = headed, []
    elif (
        lines
        and all(line.cell is not None for line in lines)
        and len({line.cell[2] for line in lines if line.cell}) > 1
    ):
        parts = [(part, *read_rows(part.lines)) for part in by_category(group, lines)]
        participants = [_participant(person, part, at) for part, found, _ in parts for person, at in found]
        return participants, [line for *_, left in parts for line in left]
    else:
        entries = list(_entries(group, lines, words_seen))
        people, rest = _from_entries(entries, kind=group.kind)
    participants = [_participant(person, group, at) for person, at in people]
    return participants, rest


def _flat(group: Group, lines: Sequence[Line]) -> tuple[list[Found], list[Line]] | None:
    """Read a list whose columns stand with single blanks between them, under heads of their own or the heading's."""
    if not lines or any(line.cell or (line.gaps and not group.columns) for line in lines):
        return None
    if group.head.gaps and all(line.gaps for line in lines):  # wide gaps part the columns
        return None
    kinds = flat_heads(f"Navn {group.columns}" if group.columns else lines[0].text)
    return flat_rows(lines if group.columns else lines[1:], kinds) if kinds else None


def _entries(group: Group, lines: list[Line], seen: frozenset[str]) -> Iterator[Entry]:
    """Yield the texts of the entries; lines that belong together are joined."""
    value = re.sub(r"^[\s_:–-]+|[\s_–]+$|\s[\s_–-]*$", "", group.value)
    pending: list[Line] = [group.head] if value else []
    text = value
    for line in lines:
        if is_header(line.text) and not (text and (broken_role(text, line.text) or small_role(line.text))):
            continue
        mark = marked(line)
        own = mark[1] if mark is not None else line.text
        apart = bool(pending) and line.number - pending[-1].number > 1
        closed = apart and re.search(r"[a-zæøå]{3}\.$", text) is not None
        closed = closed or (group.kind == "deputies" and _beside_the_one_away(text) is not None)
        if text and not closed and len(text) < LONGEST and _incomplete(text, own):
            cut = text.endswith("-") or broken_role(text, own)  # `møte-` / `leiar`
            alone = (small_role(own) or remote_mark(own)) and not cut
            text = f"{text.rstrip(',')}, {own}" if alone else joined([text, own], seen)
            pending.append(line)
            continue
        if text:
            yield Entry(text=text, lines=tuple(pending))
        text, pending = own, [line]
    if text:
        yield Entry(text=text, lines=tuple(pending))


_TASK_ENDS = re.compile(r"[/,]\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_LEANS = re.compile(r"(?:for|i|av|og|på|til|ved|fra|frå)\s|(?:HF|RHF|ASA?|IKS|KF|SF|BA|SA)(?![\w-])")
"""What no entry begins with: a word that joins, and the form of a company behind its name."""


def _incomplete(text: str, after: str) -> bool:
    """Tell whether an entry goes on in the next line."""
    if (
        (_broken_name(text) and not _begins_with_name(after))
        or after.startswith("(")
        or _LEANS.match(after)
        or goes_on(text, after)
        or broken_role(text, after)
    ):
        return True
    if small_role(after) and (above := read_person(text)) is not None and above.role is None:
        return True
    if remote_mark(after) and read_person(text) is not None:
        return True
    listed = persons_of(text)
    if listed:
        last = pieces_of(text)[-1].strip(" .")
        opening = re.split(r"[,;(]", after)[0].strip()
        whole = read_person(last, parties=True) is not None or last.endswith(")")
        short = (
            len(opening.split()) <= 2
            and after[len(opening) :].lstrip()[:1] in (",", ";", "", "(")
            and not re.search(r"\d", opening)
        )
        return (
            after.startswith("(")
            or text.endswith((",", " og", ";", "-"))
            or text.count("(") > text.count(")")
            or not whole
            or (short and not holds_name(opening) and not is_organization(opening))
        )
    if text.count("(") > text.count(")") or unfinished(text) or text.endswith((";", "&")):
        return True
    if (
        after[:1].islower()
        and not re.match(r"(?:van|von|de)\s", after)
        and not is_role(after)
        and not after.startswith("v/")
    ):
        return not (holds_name(after) and read_person(text, parties=True) is not None)
    person = read_person(text)
    if person is None:
        both = read_person(f"{text} {after}")
        return (
            not is_organization(text)
            and both is not None
            and is_first_name(both.name.split()[0])
            and read_person(after) is None
        )
    return after.startswith("(") and ")" in after


_SENT = re.compile(r"(?:Fra|Frå)\s+(?P<body>[A-ZÆØÅ][^:]{2,60}):\s*(?P<rest>\S.*)")
"""Persons behind the body they come from, within another list: `Fra Nord revisjon: Kari Berg (revisor)`."""


def _begins_with_name(text: str) -> bool:
    """Tell whether the first thing on a line is a whole name, so that no name goes on in it."""
    name = text.partition(",")[0]
    return is_name(name, least=2) and is_first_name(name.split()[0])


def _broken_name(text: str) -> bool:
    """Tell whether a line ends within a name: a first name alone behind a position or the end of another entry."""
    tokens = text.split()
    if re.search(r"[a-zæøå)]{2}\.\s+[A-ZÆØÅ][a-zæøå]+$", text):  # one word behind a full stop
        return True
    return len(tokens) > 2 and is_first_name(tokens[-1]) and (tokens[-2].endswith((",", ";")) or tokens[-2].islower())


def _from_entries(entries: list[Entry], *, kind: str) -> tuple[list[Found], list[Line]]:
    columns = column_by_column(entries)
    if columns is not None:
        return columns, []
    stops = body_starts([entry.text for entry in entries])
    numbers = [line.number for entry in entries for line in entry.lines]
    tight = any(after - before == 1 for before, after in pairwise(numbers))
    people: list[Found] = []
    rest: list[Line] = []
    for entry in entries:
        if told := told_in_sentences(entry.text, absent=kind == "absent"):
            people.extend((each, entry.lines) for each in told)
            continue
        if _says_something(entry.text):
            rest.extend(entry.lines)
            continue
        sent = _SENT.match(entry.text)
        text, body = (sent["rest"], sent["body"]) if sent else (entry.text, None)
        if kind == "deputies" and (deputy := _beside_the_one_away(text)) is not None:
            people.append((deputy, entry.lines))
            continue
        among = text if kind == "deputies" else parted(text)
        listed = persons_of(among) or ([each] if sent and (each := read_person(text, parties=True)) else [])
        if listed:
            people.extend((evolve(each, organization=each.organization or body), entry.lines) for each in listed)
            continue
        person = _deputy(entry.text) if kind == "deputies" else None
        person = person or read_person(entry.text, parties=True, stops=stops)
        if person is not None:
            people.append((person, entry.lines))
        elif (
            people
            and people[-1][0].organization is None
            and _may_be_body(entry.text)
            and len(entry.text) < 100
            and not (tight and entry.lines[0].number - people[-1][1][-1].number > 1)
        ):
            before, at = people[-1]
            people[-1] = (with_more(before, entry.text), (*at, *entry.lines))
        else:
            rest.extend(entry.lines)
    return people, rest


def _says_something(text: str) -> bool:
    """Tell a sentence in between from an entry: it ends like one and holds a verb."""
    text = _BRACKETS.sub("", text)  # what a bracket tells is of the one before it
    return ((text.endswith(".") and len(text.split()) > 4) or (len(text.split()) > 11 and "," not in text)) and bool(
        re.search(
            r"\b(?:ble|blei|vart|var|er|ba|bad|hadde|åpnet|opna|møtte|deltok|tiltrådte|forlot|fratrådte"
            r"|ønsket|ønskte|har|skal|orienterte|innledet|innleidde|presenterte|viste|la fram|la frem"
            r"|heldt|holdt|hilste)\b",
            text,
        )
    )


def _may_be_body(text: str) -> bool:
    if Vocabulary.standard().label(text, "section", "close", "agenda", "decision", "head") is not None:
        return False
    return not text.endswith((".", ":")) and not re.search(r"\d{2}[.:]\d{2}|\d{4}|^(?:Fra|Frå)\s|:\s+[A-ZÆØÅ]", text)


def _deputy(text: str) -> Person | None:
    """Read a row of a table of deputies: the deputy, then whom he or she stood in for, then the party."""
    tokens = text.split()
    starts = [i for i, t in enumerate(tokens) if is_first_name(t)]
    for cut in (start for start in starts if start >= 2):
        first = " ".join(tokens[:cut])
        if cut >= 2 and is_name(first):
            other = read_person(" ".join(tokens[cut:]), parties=True)
            if other is not None and other.title is None:
                return Person(name=first, organization=other.organization, role=other.role, substitute_for=other.name)
    return None


def _beside_the_one_away(text: str) -> Person | None:
    """Read a deputy's row of three columns: the name, the one whose place was taken, the party."""
    name, _, rest = text.partition(", ")
    other, _, party = rest.partition(", ")
    if not (is_party(party) or re.fullmatch(r"[A-ZÆØÅ]{2,5}", party)) or not (
        is_name(name, least=2) and is_name(other, least=2)
    ):
        return None
    return Person(name=name, organization=party, substitute_for=other)


def _participant(person: Person, group: Group, lines: tuple[Line, ...]) -> Participant:
    status = _STATUS.get(group.kind, ParticipantStatus.PRESENT)
    role = person.role
    organization = person.organization or group.body
    if role is None and person.title:
        role = next(
            (
                part.strip()
                for part in re.split(r"[/,]", person.title)
                if part.strip().lower().split(" for ")[0] in _TASKS
            ),
            None,
        )
    low = "/".join(person.roles).lower() or (role or "").lower()
    if person.absent:
        status = ParticipantStatus.ABSENT
    elif group.kind == "absent" and (person.presence == "møtte" or person.ticked):  # `Forfall: A, vara B møtte`
        status = ParticipantStatus.PRESENT
    elif group.kind == "absent" and sat_in(f"{person.name} {person.presence}"):
        status = ParticipantStatus.INVITED
    elif status in (ParticipantStatus.PRESENT, ParticipantStatus.INVITED, ParticipantStatus.OFFICIAL):
        status = ParticipantStatus.PRESENT if person.ticked and group.kind == "invited" else status
        task = next((t for t in _TASK_ENDS.split(low) if t.split(" for ")[0] in _TASKS or t.endswith("sekretær")), None)
        status = ParticipantStatus.SECRETARIAT if task else status
        tasks = _TASK_ENDS.split(low) if low else ()
        for key, value in _BY_TASK:
            if any(
                each == word or each.startswith(word + " ") or each.endswith(" " + word)
                for each in tasks
                for word in words("roles", key)
            ):
                status = value
    if status is ParticipantStatus.OBSERVER and not _TASKS.isdisjoint(re.split(r"[/,]\s*", low)):
        status = ParticipantStatus.SECRETARIAT
    if group.kind == "deputies" and role is None:
        role = next(
            (w for w in re.findall(r"\w+", group.heading.lower()) if w.startswith(("vara", "stedfortred"))), None
        )
    if role is None and (group.single or group.heading.lower() == "observatør"):
        role = group.task
    if group.kind == "chair":
        status = ParticipantStatus.PRESENT
    instead = _INSTEAD_OF.fullmatch(group.heading)
    span = span_of(lines)
    return Participant(
        span=span,
        spans=(FieldSpan(field="name", span=span),),
        name=person.name,
        title=person.title,
        organization=organization,
        status=status,
        role=role,
        remote=person.remote or remote_heading(group.heading),
        cases=person.cases or cases_in(group.heading),
        substitute_for=person.substitute_for or (instead["who"] if instead else None),
        presence=person.presence,
        group=group.heading or None,
    )
