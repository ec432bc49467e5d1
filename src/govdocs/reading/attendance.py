"""Lists of those present and absent, in every layout they come in, as participants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from govdocs.layout import Line
from govdocs.model import FieldSpan, Participant, ParticipantStatus
from govdocs.norwegian.people import Person, is_first_name, is_name, is_organization, is_party, is_role, read_person
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.norwegian.words import words
from govdocs.reading.blocks import joined, marked, span_of

__all__ = ["Group", "find_groups", "read_group", "together"]

_TASKS = words("roles", "secretariat")
_FROM = re.compile(r"^(?P<what>(?:Til ?stede|Til ?stades|Møtte|Deltok|Deltakere|Deltakarar|Dessuten møtte|I tillegg møtte|Også til stede|Representanter)\s+)?(?:[Ff]ra|[Ff]rå)\s+(?P<body>[A-ZÆØÅ][^:]{2,110}?)\s*(?:(?:møtte|deltok|var til stede|var til stades)\s*)?(?P<colon>:)?\s*(?P<rest>(?<=:)\s*\S.*)?$")
_FROM_LOW = re.compile(r"^(?:(?:Til ?stede|Til ?stades|Møtte|Møtande|Møtende|Deltok|Observatør(?:er|ar)?|Dessuten møtte|Dessutan møtte|I tillegg møtte|Ellers møtte|Elles møtte|Forfall|Representant(?:er|ar)?)\s+)?(?:[Ff]ra|[Ff]rå)\s+(?P<body>[a-zæøå][^:]{2,60})$")
_ANNOUNCED = re.compile(r"^(?:Følgende|Følgjande|Desse|Disse|Dessuten|Dessutan|I tillegg|Ellers|Elles|Også|Av)\b.*(?:møt|deltok|til sted|til stad|forfall|fråfall|var med)|^(?:Møtende|Møtande|Møtte)\s+\w+")
_GATHERED = re.compile(r"(?:(?:Styre|Utvals|Utvalgs|Råds|Kommunestyre)?[Mm]edlem\w*|Representant\w*|Vararepresentant\w*|Varamedlem\w*|Varamedlemm\w*|Valde|Valgte|Faste\s+medlem\w*)\s+(?:til\s?stades?|til\s?stede|som\s+møtte|møtte|som\s+deltok)|(?:Desse|Disse|Følgende|Følgjande)\s+(?:\w+\s+){0,2}(?:var\s+med|møtte|deltok|deltek|deltar|var\s+til\s+st\w+|hadde\s+(?:meldt\s+)?(?:forfall|fråfall|frafall))|(?:Med|Til\s?stede?|Til\s?stades?)\s+(?:på|i|under)\s+møtet")
_OTHERS = re.compile(r"(?:Observatør(?:ar|er)?|Gjest(?:er|ar)?|Invitert(?:e)?|Meldt|Andre|Varamedlem\w*|Sekretær\w*|Tilsett\w*|Ansatt\w*|Student\w*|Eksternt?)(?:\s+(?:fra|frå|i|for|til|frafall|fråfall|forfall|representantar|representanter)\b.*)?")
_LEGEND = re.compile(r"\bX\s*=\s*(?:til\s?st|møtt|oppmøtt|deltok).*\bF\s*=\s*(?:forfall|fråv|frav|meldt)", re.IGNORECASE)
_HEADER = frozenset(
    "navn namn institusjon kategori funksjon parti representerer representerar rolle møtte for merknad organisasjon tittel stilling medlem vara "
    "forfall til stede stades verv virksomhet verksemd tilhørighet fravær frammøte oppmøte kommune enhet eining arbeidssted arbeidsstad e-post epost "
    "møtt m/f gruppe liste møtestatus status varamedlem nr stilling".split()
)
_KINDS = (
    ("absent", ParticipantStatus.ABSENT),
    ("observers", ParticipantStatus.OBSERVER),
    ("secretariat", ParticipantStatus.SECRETARIAT),
    ("invited", ParticipantStatus.INVITED),
    ("speakers", ParticipantStatus.SPEAKER),
    ("officials", ParticipantStatus.OFFICIAL),
)
_STATUS = dict(_KINDS)
_HINTS = (
    (re.compile(r"forfall|fravær|fråv|fråfall|frafall|ikke møtt|ikkje møtt", re.I), "absent"),
    (re.compile(r"observat", re.I), "observers"),
    (re.compile(r"sekretariat|referent|sekretær", re.I), "secretariat"),
    (re.compile(r"\bvara", re.I), "deputies"),
    (re.compile(r"innled|innlei|foredrag", re.I), "speakers"),
    (re.compile(r"invit|gjest", re.I), "invited"),
    (re.compile(r"administrasjon", re.I), "administration"),
    (re.compile(r"til ?sted|til ?stade|møtte|medlem|deltak|deltok|møtende|møtande", re.I), "present"),
)


@define(kw_only=True)
class Group:
    """One list under one heading, while it is gathered."""

    kind: str
    """`present`, `absent`, `deputies`, `observers`, `secretariat`, `invited`, `speakers`, `officials`, `administration`, `chair`."""
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


@frozen(kw_only=True)
class _Entry:
    """The text of one person's entry and its lines."""

    text: str
    lines: tuple[Line, ...]


def group_head(line: Line, vocabulary: Vocabulary, *, inside: bool) -> Group | None:
    """Return the group a line opens, `None` if it opens none.

    Within a list, any heading that ends in a colon and names nobody opens a group of its own.
    """
    if line.cell is not None and line.cell[2] > 0:
        return None
    mark = marked(line)
    text = mark[1] if mark is not None and line.text.rstrip().endswith(":") else line.text
    if (opened := _opening(text, inside=inside)) is not None:
        return Group(kind=opened, heading=text.strip(" :"), body=_body_of(text), head=line, single=False)
    label = vocabulary.label(text, "attendance")
    if label is not None and not (label.kind == "attendance.present" and folded(label.written) in ("navn", "namn", "styret", "representanter") and not inside):
        if label.kind == "attendance.distribution":
            return None
        if label.colon or len(text) < 60:
            kind = label.kind.removeprefix("attendance.")
            if kind == "chair" and not label.colon:
                return None
            return Group(
                kind=kind, heading=label.written, value=label.value, head=line, single=folded(label.written) in vocabulary.single
            )
    match = _FROM.match(text)
    if match and (match["colon"] or (len(text) < 70 and not re.search(r"\d", text) and (inside or match["what"]))):
        body = match["body"].strip()
        kind = _hinted(body) or ("officials" if re.search(r"departement", body, re.I) else "present")
        if kind not in ("secretariat", "administration", "officials", "observers"):
            kind = "present"
        if is_name(body) and is_first_name(body.split()[0]):
            return None
        heading = text.partition(":")[0].strip()
        return Group(kind=kind, heading=heading, body=None if kind == "administration" else body, value=(match["rest"] or "").strip(), head=line)
    head, colon, value = text.partition(":")
    low = _FROM_LOW.match(head) if colon else None
    if low and len(head) < 90:
        kind = _hinted(head) or "present"
        generic = re.match(r"(?:styret|rådet|utvalget|utvalet|administrasjon|adm|sekretariat|nemnda|medlem)", low["body"], re.IGNORECASE)
        return Group(kind=kind, heading=head.strip(), body=None if generic or kind == "administration" else low["body"].strip(), value=value.strip(), head=line, single=bool(re.match(r"[Oo]bservatør\b", head)))
    if colon and len(head) < 130 and (inside or (len(head) < 46 and re.match(r"(?:Møtende|Møtande|Møtte|Til ?stede?|Til ?stades?|Deltak|Deltok|Forfall|Frammøt|Fremmøt|Oppmøt)", head)) or re.match(r"(?:Følgende|Følgjande|Desse|Disse|Dessuten|Dessutan|I tillegg|Ellers|Elles|Også)\b.*(?:møt|deltok|til sted|til stade|forfall)", head)):
        if re.search(r"\d{1,2}[.:]\d\d|^https?", text) or vocabulary.kind(head, "head", "agenda", "case", "decision", "close", "section"):
            return None
        kind = _hinted(head)
        if kind is None and not (inside and not value.strip() and not looks_like_person(head)) and not (inside and is_party(re.sub(r"\s*\(\d+\)$", "", head.strip()))):
            return None
        body = None
        if kind in (None, "secretariat") and not re.fullmatch(r"\w+", head.strip()) and is_organization(head):
            body = head.strip()
        if is_party(head) or (kind is None and is_organization(head)):
            body = head.strip()
        party = re.sub(r"\s*\(\d+\)$", "", head.strip())
        if kind is None and is_party(party):
            kind, body = "party", party
        return Group(kind=kind or "present", heading=head.strip(), body=body, value=value.strip(), head=line)
    return None


def opens_list(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line opens a list of those present or absent."""
    if _opening(text, inside=False) is not None:
        return True
    label = vocabulary.label(text, "attendance")
    wanted = ("attendance.present", "attendance.absent", "attendance.deputies", "attendance.invited")
    if label is not None and label.kind in wanted and (label.colon or len(text) < 50):
        return label.written.lower() not in ("styret", "andre", "medlemmer")
    return _ANNOUNCED.match(text.partition(":")[0]) is not None and ":" in text


def _opening(text: str, *, inside: bool) -> str | None:
    """Return the kind of list that a heading without a colon of its own, or in words of its own, opens."""
    bare = text.strip(" :")
    if len(bare) > 60 or re.search(r"\d|[.;]", bare) or looks_like_person(bare):
        return None
    if _GATHERED.fullmatch(bare):
        return _hinted(bare) or "present"
    if inside and _OTHERS.fullmatch(bare) and "," not in bare:
        return _hinted(bare) or "present"
    return None


def _body_of(text: str) -> str | None:
    match = re.search(r"\b(?:fra|frå)\s+(?P<body>.+?)\s*:?$", text)
    if match is None or re.match(r"(?:administrasjon|adm|sekretariat|styret|rådet|utval)", match["body"], re.IGNORECASE):
        return None
    return match["body"]


def looks_like_person(text: str) -> bool:
    """Tell whether a text holds a person's entry."""
    return read_person(text) is not None


def _hinted(text: str) -> str | None:
    return next((kind for pattern, kind in _HINTS if pattern.search(text)), None)


def _side_by_side(line: Line, vocabulary: Vocabulary) -> list[Group]:
    """Return the groups that stand beside one another: two headings on one line with a wide gap between."""
    pieces = columns_of(line)
    if len(pieces) < 2:
        return []
    labels = [vocabulary.label(piece, "attendance") for piece in pieces]
    if not all(label is not None and not label.value for label in labels):
        return []
    return [Group(kind=label.kind.removeprefix("attendance."), heading=label.written, head=line) for label in labels if label is not None]


def columns_of(line: Line) -> list[str]:
    """Return the texts between a line's wide gaps."""
    cuts = [0, *line.gaps, len(line.text)]
    return [text for a, b in zip(cuts, cuts[1:], strict=False) if (text := line.text[a:b].strip())]


def find_groups(lines: Sequence[Line], vocabulary: Vocabulary, stop: Sequence[int] = ()) -> tuple[list[Group], set[int]]:
    """Gather the groups of a head; returns them and the places of all lines that are in one.

    `stop` holds places of lines that belong to something else (dates, places, titles); they are passed over.
    """
    groups: list[Group] = []
    used: set[int] = set()
    skip = set(stop)
    beside: list[Group] = []
    closed = False
    for index, line in enumerate(lines):
        if index in skip:
            continue
        if line.gaps and (pair := _side_by_side(line, vocabulary)):
            groups.extend(pair)
            beside = pair
            used.add(index)
            continue
        group = group_head(line, vocabulary, inside=bool(groups))
        if beside and group is None:
            pieces = columns_of(line) if line.gaps else [line.text]
            for each, piece in zip(beside, pieces, strict=False):
                each.lines.append(evolve(line, text=piece, gaps=()))
            used.add(index)
            continue
        beside = []
        if group is None and groups and vocabulary.kind(line.text, "section", "close") is not None:
            closed = True
        closed = closed and group is None
        if group is not None and groups and group.kind == "party":
            group.kind, group.heading, group.single = groups[-1].kind, groups[-1].heading, False
        elif group is not None and group.kind == "party":
            continue
        if group is not None:
            if group.kind == "chair" and group.value and not looks_like_person(group.value) and not is_name(group.value):
                continue
            groups.append(group)
            used.add(index)
        elif groups and not closed:
            current = groups[-1]
            if vocabulary.kind(line.text, "agenda") is not None:
                break
            if current.single and (current.value or current.lines) and not (line.cell and line.cell[:2] == (current.head.cell or ())[:2]):
                before = next((g for g in reversed(groups[:-1]) if not g.single), None)
                if before is None or not looks_like_person(line.text):
                    continue
                current = before
            current.lines.append(line)
            used.add(index)
    return groups, used


def _is_header(text: str, *, cell: bool = False) -> bool:
    tokens = re.findall(r"[^\W\d]+(?:-\w+)?(?:/\w+)?", text.lower())
    return bool(tokens) and len(tokens) <= 8 and all(t in _HEADER for t in tokens) and (cell or tokens[0] not in ("forfall", "til", "møtte"))


def read_group(group: Group, words_seen: frozenset[str]) -> tuple[list[Participant], list[Line]]:
    """Read the persons of a group; returns them and the lines that gave none."""
    lines = _marked_off(_spread([line for line in group.lines if line.text]))
    people: list[tuple[Person, tuple[Line, ...]]] = []
    rest: list[Line] = []
    headed = _headed_columns(lines)
    if headed is not None:
        people, rest = headed, []
    elif lines and all(line.cell is not None for line in lines) and len({line.cell[2] for line in lines if line.cell}) > 1:
        people, rest = _from_rows(lines)
    else:
        entries = list(_entries(group, lines, words_seen))
        people, rest = _from_entries(entries, deputies=group.kind == "deputies")
    participants = [_participant(person, group, at) for person, at in people]
    return participants, rest


def _marked_off(lines: list[Line]) -> list[Line]:
    """Put the letters of a column of marks into words, where a legend tells them: `X = til stede  F = forfall`."""
    legend = next((line for line in lines if _LEGEND.search(line.text)), None)
    if legend is None:
        return lines
    out = []
    for line in lines:
        if line is legend:
            continue
        text = re.sub(r"\sX(?=\s*(?:\([^)]*\))?$)", "", line.text)
        out.append(evolve(line, text=re.sub(r"\sF(?=\s*(?:\([^)]*\))?$)", " (forfall)", text)))
    return out


def _headed_columns(lines: list[Line]) -> list[tuple[Person, tuple[Line, ...]]] | None:
    """Read columns that extraction left one under the other, each under its own head: `Navn`, names, `Virksomhet`, bodies."""
    heads = [n for n, line in enumerate(lines) if line.cell is None and len(line.text.split()) == 1 and _is_header(line.text)]
    if len(heads) < 2 or heads[0] != 0:
        return None
    columns: list[list[tuple[str, tuple[Line, ...]]]] = []
    for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
        column: list[tuple[str, tuple[Line, ...]]] = []
        for line in lines[start + 1 : stop]:
            if column and (column[-1][0].endswith((",", "-", " og", " for")) or line.text[:1].islower()):
                text, own = column.pop()
                column.append((joined([text, line.text]), (*own, line)))
            else:
                column.append((line.text, (line,)))
        columns.append(column)
    if not columns[0] or any(len(column) != len(columns[0]) for column in columns) or not all(is_name(text) for text, _ in columns[0]):
        return None
    people = []
    for row in zip(*columns, strict=True):
        person = Person(name=row[0][0])
        for text, _ in row[1:]:
            person = _merged(person, text)
        people.append((person, tuple(line for _, own in row for line in own)))
    return people


def _spread(lines: list[Line]) -> list[Line]:
    """Make cells of lines that set columns with wide gaps, where the head of the columns or most lines do."""
    gapped = [line for line in lines if line.gaps and line.cell is None]
    headed = next((n for n, line in enumerate(lines) if line.gaps and _is_header(line.text)), None)
    if headed is None:
        if len(gapped) * 2 < len(lines):
            return lines
        spread: list[Line] = []
        for line in lines:
            pieces = columns_of(line) if line.gaps else [line.text]
            if len(pieces) > 1 and all(_holds_name(piece) for piece in pieces):
                spread.extend(evolve(line, text=piece, gaps=()) for piece in pieces)
            else:
                spread.append(evolve(line, text=", ".join(pieces), gaps=()) if len(pieces) > 1 else line)
        return spread
    out: list[Line] = []
    for row, line in enumerate(lines):
        for column, text in enumerate(columns_of(line)):
            out.append(evolve(line, text=text, gaps=(), cell=(-1, row, column)))
    return out


def _entries(group: Group, lines: list[Line], seen: frozenset[str]) -> Iterator[_Entry]:
    """Yield the texts of the entries; lines that belong together are joined."""
    value = re.sub(r"^[\s_:–-]+|[\s_–-]+$", "", group.value)
    pending: list[Line] = [group.head] if value else []
    text = value
    for line in lines:
        if _is_header(line.text):
            continue
        mark = marked(line)
        own = mark[1] if mark is not None else line.text
        if text and _incomplete(text, own):
            text = joined([text, own], seen)
            pending.append(line)
            continue
        if text:
            yield _Entry(text=text, lines=tuple(pending))
        text, pending = own, [line]
    if text:
        yield _Entry(text=text, lines=tuple(pending))


def _incomplete(text: str, after: str) -> bool:
    """Tell whether an entry goes on in the next line."""
    listed = _list_of_persons(text)
    if listed:
        last = _split_outside_brackets(text)[-1].strip(" .")
        opening = re.split(r"[,;(]", after)[0].strip()
        whole = read_person(last, parties=True) is not None or last.endswith(")")
        short = len(opening.split()) <= 2 and after[len(opening) :].lstrip()[:1] in (",", ";", "", "(") and not re.search(r"\d", opening)
        return after.startswith("(") or text.endswith((",", " og", ";", "-")) or text.count("(") > text.count(")") or not whole or (short and not _holds_name(opening) and not is_organization(opening))
    if text.count("(") > text.count(")") or text.endswith((",", " og", " for", "-", "/", " –", ";", "&")):
        return True
    if after[:1].islower() and not re.match(r"(?:van|von|de)\s", after) and not is_role(after) and not after.startswith("v/"):
        return not (_holds_name(after) and read_person(text, parties=True) is not None)
    person = read_person(text)
    if person is None:
        whole = read_person(f"{text} {after}")
        return not is_organization(text) and whole is not None and is_first_name(whole.name.split()[0]) and read_person(after) is None
    if after.startswith("(") and ")" in after:
        return True
    return False


def _from_entries(entries: list[_Entry], *, deputies: bool) -> tuple[list[tuple[Person, tuple[Line, ...]]], list[Line]]:
    columns = _columns(entries)
    if columns is not None:
        return columns, []
    stops = _body_starts(entries)
    people: list[tuple[Person, tuple[Line, ...]]] = []
    rest: list[Line] = []
    for entry in entries:
        if _says_something(entry.text):
            rest.extend(entry.lines)
            continue
        listed = _list_of_persons(entry.text)
        if listed:
            people.extend((person, entry.lines) for person in listed)
            continue
        person = _deputy(entry.text) if deputies else None
        person = person or read_person(entry.text, parties=True, stops=stops)
        if person is not None:
            people.append((person, entry.lines))
        elif people and people[-1][0].organization is None and _may_be_body(entry.text) and len(entry.text) < 100:
            before, at = people[-1]
            people[-1] = (_with_pieces(before, entry.text), (*at, *entry.lines))
        else:
            rest.extend(entry.lines)
    return people, rest


def _body_starts(entries: list[_Entry]) -> frozenset[str]:
    """Return the words that begin the bodies of a list: not names, and in the same place behind several names."""
    seen: dict[str, int] = {}
    for entry in entries:
        for token in set(entry.text.replace(",", " ").split()[2:]):
            if re.fullmatch(r"[A-ZÆØÅ][a-zæøå]{4,}", token) and not is_first_name(token):
                seen[token] = seen.get(token, 0) + 1
    return frozenset(token for token, count in seen.items() if count >= 3)


def _says_something(text: str) -> bool:
    """Tell a sentence in between from an entry: it ends like one and holds a verb."""
    return (text.endswith(".") and len(text.split()) > 4 or len(text.split()) > 11 and "," not in text) and bool(re.search(r"\b(?:ble|blei|vart|var|er|ba|bad|hadde|åpnet|opna|møtte|deltok|tiltrådte|forlot|fratrådte|ønsket|ønskte|har|skal)\b", text))


def _may_be_body(text: str) -> bool:
    if Vocabulary.standard().kind(text, "section", "close", "agenda", "decision", "head") is not None:
        return False
    return not text.endswith((".", ":")) and not re.search(r"\d{2}[.:]\d{2}|\d{4}", text)


def _with_pieces(person: Person, text: str) -> Person:
    """Add the body, position or role that stands on the line under a name."""
    made = read_person(f"{person.name}, {text}", parties=True)
    if made is None:
        return evolve(person, organization=text)
    return evolve(
        made,
        title=person.title or made.title,
        role=person.role or made.role,
        remote=person.remote or made.remote,
        cases=person.cases or made.cases,
        presence=person.presence or made.presence,
    )


def _columns(entries: list[_Entry]) -> list[tuple[Person, tuple[Line, ...]]] | None:
    """Read a list that extraction left column by column: all names first, then as many bodies."""
    names = 0
    while names < len(entries) and is_name(entries[names].text):
        names += 1
    if names < 3 or len(entries) % names or len(entries) == names:
        return None
    others = entries[names:]
    if any(is_name(entry.text) and is_first_name(entry.text.split()[0]) for entry in others):
        return None
    people = []
    for n in range(names):
        column = [others[n + k * names] for k in range(len(others) // names)]
        person = Person(name=entries[n].text)
        for piece in column:
            person = _merged(person, piece.text)
        people.append((person, (*entries[n].lines, *(line for piece in column for line in piece.lines))))
    return people


def _merged(person: Person, text: str) -> Person:
    made = read_person(f"{person.name}, {text}", parties=True)
    if made is None:
        return person
    return evolve(
        person,
        title=person.title or made.title,
        organization=person.organization or made.organization,
        role=person.role or made.role,
        remote=person.remote or made.remote,
        absent=person.absent or made.absent,
        cases=person.cases or made.cases,
        substitute_for=person.substitute_for or made.substitute_for,
        presence=person.presence or made.presence,
    )


def _list_of_persons(text: str) -> list[Person]:
    """Read a list of persons in running text: `Kari Berg (leder), Ola Vik og Per Moe (vara)`."""
    pieces = [p.strip() for p in _split_outside_brackets(text)]
    strong = [p for p in pieces if _holds_name(p)]
    if len(strong) < 2:
        return []
    grouped: list[list[str]] = []
    for piece in pieces:
        bare = re.sub(r"\([^)]*\)", "", piece).strip(" .")
        person = read_person(piece, parties=True)
        named = _holds_name(bare) or (person is not None and is_first_name(person.name.split()[0]) and not is_organization(bare)) or (is_name(bare) and not is_organization(bare))
        if named or not grouped:
            grouped.append([piece])
        else:
            grouped[-1].append(piece)
    people = [read_person(", ".join(parts), parties=True) for parts in grouped]
    return [person for person in people if person is not None]


def _holds_name(text: str) -> bool:
    """Tell whether a text holds a name that a known first name begins, alone or behind a position."""
    bare = re.sub(r"\([^)]*\)?", "", text).strip(" .")
    if _strong_name(bare):
        return True
    person = read_person(bare) if len(bare.split()) < 14 else None
    return person is not None and bool(person.title or (is_first_name(person.name.split()[0]) and (person.role or person.substitute_for)))


def _strong_name(text: str) -> bool:
    tokens = text.split()
    return is_name(text) and is_first_name(tokens[0])


def _split_outside_brackets(text: str) -> list[str]:
    out, depth, piece = [], 0, ""
    for token in re.split(r"([(),;]|\s+og\s+(?=(?:[a-zæøå.-]+\s+){0,3}[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ]))", text):
        if token is None:
            continue
        if depth <= 0 and re.fullmatch(r"\s+og\s+", token) and not _names_someone(piece):
            piece += token
            continue
        depth += (token == "(") - (token == ")")
        if depth <= 0 and (token in (",", ";") or token.strip() == "og"):
            out.append(piece)
            piece = ""
        else:
            piece += token
    return [p for p in [*out, piece] if p.strip(" .")]


def _names_someone(piece: str) -> bool:
    """Tell whether a piece already holds a name, so that `og` after it joins two persons."""
    tokens = re.sub(r"\([^)]*\)?", "", piece).split()
    return any(is_first_name(token) and n + 1 < len(tokens) for n, token in enumerate(tokens))


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


def _from_rows(lines: list[Line]) -> tuple[list[tuple[Person, tuple[Line, ...]]], list[Line]]:
    """Read a real table: a person a row, the head of each column telling what stands under it."""
    rows: dict[tuple[int, int], dict[int, list[Line]]] = {}
    for line in lines:
        if line.cell is not None:
            rows.setdefault(line.cell[:2], {}).setdefault(line.cell[2], []).append(line)
    people: list[tuple[Person, tuple[Line, ...]]] = []
    rest: list[Line] = []
    columns: dict[int, str] = {}
    for cells in rows.values():
        texts = {column: joined(cell) for column, cell in cells.items() if joined(cell)}
        flat = tuple(line for cell in cells.values() for line in cell)
        if texts and all(_is_header(text, cell=True) for text in texts.values()):
            columns = {column: _column_kind(text) for column, text in texts.items()}
            continue
        person = _row_person(texts, columns)
        if person is None:
            rest.extend(flat)
        else:
            people.append((person, flat))
    return people, rest


def _column_kind(text: str) -> str:
    low = text.lower()
    if re.search(r"møtte for|for\b|vara for", low):
        return "substitute"
    if re.search(r"navn|namn|medlem", low):
        return "name"
    if re.search(r"funksjon|rolle|kategori|verv", low):
        return "role"
    if re.search(r"tittel|stilling", low):
        return "title"
    if re.search(r"merknad|forfall|frav|frammøte|oppmøte|møtt|status|til sted|til stade", low):
        return "mark"
    return "organization"


def _row_person(texts: dict[int, str], columns: dict[int, str]) -> Person | None:
    ordered = sorted(texts)
    name_column = next((c for c in ordered if columns.get(c) == "name"), None)
    if name_column is None:
        name_column = next((c for c in ordered if read_person(texts[c]) is not None), None)
    if name_column is None or name_column not in texts:
        return None
    person = read_person(texts[name_column], parties=True)
    if person is None:
        name = texts[name_column].strip()
        if not (columns.get(name_column) == "name" and len(name.split()) <= 6 and not name.endswith(".") and re.match(r"[A-ZÆØÅ]", name) and len(name.split()) >= 2 and not is_organization(name)):
            return None
        person = Person(name=name)
    for column in ordered:
        if column == name_column:
            continue
        text, kind = texts[column], columns.get(column)
        if kind == "substitute":
            other = read_person(text, parties=True)
            person = evolve(person, substitute_for=other.name if other else text)
        elif kind == "role":
            made = read_person(f"{person.name}, {text}", parties=True)
            marks = made or person
            person = evolve(
                person, role=marks.role or text.split("(")[0].strip(), remote=person.remote or marks.remote,
                cases=person.cases or marks.cases, presence=person.presence or marks.presence, absent=person.absent or marks.absent,
            )
        elif kind == "organization" and not is_role(text):
            made = read_person(f"{person.name}, {text}", parties=True)
            person = _merged(person, text) if made and (made.role or made.remote or made.cases) else evolve(person, organization=person.organization or text)
        elif kind == "title":
            person = evolve(person, title=text)
        else:
            person = _merged(person, text)
    return person


def _participant(person: Person, group: Group, lines: tuple[Line, ...]) -> Participant:
    status = _STATUS.get(group.kind, ParticipantStatus.PRESENT)
    role = person.role
    if role is None and person.title:
        role = next((part.strip() for part in re.split(r"[/,]", person.title) if part.strip().lower().split(" for ")[0] in _TASKS), None)
    low = "/".join(person.roles).lower() or (role or "").lower()
    if person.absent:
        status = ParticipantStatus.ABSENT
    elif status in (ParticipantStatus.PRESENT, ParticipantStatus.INVITED):
        task = next((t for t in re.split(r"[/,]\s*", low) if t.split(" for ")[0] in _TASKS), None)
        status = ParticipantStatus.SECRETARIAT if task else status
        for key, value in (("observer", ParticipantStatus.OBSERVER), ("secretariat", ParticipantStatus.SECRETARIAT), ("invited", ParticipantStatus.INVITED), ("speaker", ParticipantStatus.SPEAKER)):
            if any(each == word or each.startswith(word + " ") or each.endswith(" " + word) for word in words("roles", key) for each in re.split(r"[/,]\s*", low)):
                status = value
    if group.kind == "deputies" and role is None:
        role = "vara"
    if role is None and (group.single or group.heading.lower() == "observatør"):
        role = group.heading.lower() if group.heading.isupper() else group.heading[:1].lower() + group.heading[1:]
    if group.kind == "chair":
        status = ParticipantStatus.PRESENT
    organization = person.organization
    if organization is None and group.body is not None:
        organization = group.body
    span = span_of(lines)
    return Participant(
        span=span,
        spans=(FieldSpan(field="name", span=span),),
        name=person.name,
        title=person.title,
        organization=organization,
        status=status,
        role=role,
        remote=person.remote,
        cases=person.cases,
        substitute_for=person.substitute_for,
        presence=person.presence,
        group=group.heading,
    )


def together(people: Sequence[tuple[Participant, bool]]) -> list[Participant]:
    """Make one participant of a member and the line that gives the same person a task, such as leading the meeting.

    Each comes with whether it stands under a heading for one person. A person in two lists stays two.
    """
    out: list[tuple[Participant, bool]] = []
    for person, single in people:
        key = person.name.casefold()
        same = next((n for n, (other, alone) in enumerate(out) if other.name.casefold() == key and (single or alone)), None)
        if same is None:
            out.append((person, single))
            continue
        other, alone = out[same]
        first, second = (person, other) if alone and not single else (other, person)
        out[same] = (
            evolve(
                first,
                title=first.title or second.title,
                organization=first.organization or second.organization,
                role=first.role or second.role,
                remote=first.remote or second.remote,
                spans=(*first.spans, *second.spans),
            ),
            alone and single,
        )
    return [person for person, _ in out]
