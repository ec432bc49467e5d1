"""Lists of those present and absent: where each begins, what its heading says, and the lines under it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_party
from govdocs.norwegian.people import read_person
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.blocks import marked

__all__ = ["Group", "columns_of", "find_groups", "holds_name", "looks_like_person", "opens_list"]

_FROM = re.compile(
    r"^(?P<what>(?:Til ?stede|Til ?stades|Møtte|Deltok|Deltakere|Deltakarar|Dessuten møtte|I "
    r"tillegg møtte|Også til stede|Representanter)\s+)?(?:[Ff]ra"
    r"|[Ff]rå)\s+(?P<body>[A-ZÆØÅ][^:]{2,110}?)\s*(?:(?:møtte|deltok|var til stede|var til "
    r"stades)\s*)?(?P<colon>:)?\s*(?P<rest>(?<=:)\s*\S.*)?$"
)
_FROM_LOW = re.compile(
    r"^(?:(?:Til ?stede|Til ?stades|Møtte|Møtande|Møtende|Deltok|Observatør(?:er|ar)?|Dessuten "
    r"møtte|Dessutan møtte|I tillegg møtte|Ellers møtte|Elles møtte|Forfall|Representant(?:er"
    r"|ar)?)\s+)?(?:[Ff]ra|[Ff]rå)\s+(?P<body>[a-zæøå][^:]{2,60})$"
)
_ANNOUNCED = re.compile(
    r"^(?:Følgende|Følgjande|Desse|Disse|Dessuten|Dessutan|I tillegg|Ellers|Elles|Også"
    r"|Av)\b.*(?:møt|deltok|til sted|til stad|forfall|fråfall|var med)|^(?:Møtende|Møtande"
    r"|Møtte)\s+\w+"
)
_GATHERED = re.compile(
    r"(?:(?:Styre|Utvals|Utvalgs|Råds|Kommunestyre)?[Mm]edlem\w*|Representant\w*"
    r"|Vararepresentant\w*|Varamedlem\w*|Varamedlemm\w*|Valde|Valgte"
    r"|Faste\s+medlem\w*)\s+(?:til\s?stades?|til\s?stede|som\s+møtte|møtte|som\s+deltok)|(?:Desse"
    r"|Disse|Følgende|Følgjande)\s+(?:\w+\s+){0,2}(?:var\s+med|møtte|deltok|deltek|deltar"
    r"|var\s+til\s+st\w+|hadde\s+(?:meldt\s+)?(?:forfall|fråfall|frafall))|(?:Med|Til\s?stede?"
    r"|Til\s?stades?)\s+(?:på|i|under)\s+møtet"
)
_FROM_HOUSE = re.compile(
    r"(?:Fra|Frå)\s+(?:føretaket|foretaket|helseføretaket|helseforetaket|sykehuset|sjukehuset|kommunen|fylkeskommunen|administrasjonen)",
    re.IGNORECASE,
)
_AGENDA_HEAD = re.compile(
    r"(?:Sak|Saks?nr\.?|Nr\.?)\s+(?:Tittel|Tema|Sakstittel|Innhald|Innhold|Omtale|Beskrivelse|Saksgang)\b"
)
_OTHERS = re.compile(
    r"(?:Observatør(?:ar|er)?|Gjest(?:er|ar)?|Invitert(?:e)?|Meldt|Andre|Varamedlem\w*|Sekretær\w*"
    r"|Tilsett\w*|Ansatt\w*|Student\w*|Eksternt?)(?:\s+(?:fra|frå|i|for|til|frafall|fråfall"
    r"|forfall|representantar|representanter)\b.*)?"
)
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
    """`present`, `absent`, `deputies`, `observers`, `secretariat`, `invited`, `speakers`, `officials`,
    `administration`, `chair`."""
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
    if label is not None and not (
        label.kind == "attendance.present"
        and folded(label.written) in ("navn", "namn", "styret", "representanter")
        and not inside
    ):
        if label.kind == "attendance.distribution":
            return None
        if label.colon or len(text) < 60:
            kind = label.kind.removeprefix("attendance.")
            if kind == "chair" and not label.colon and not holds_name(label.value):
                return None
            return Group(
                kind=kind,
                heading=label.written,
                value=label.value,
                head=line,
                single=folded(label.written) in vocabulary.single,
            )
    if inside and _FROM_HOUSE.fullmatch(text):
        return Group(kind=_hinted(text) or "officials", heading=text.strip(" :"), head=line)
    match = _FROM.match(text)
    if match and (match["colon"] or (len(text) < 70 and not re.search(r"\d", text) and (inside or match["what"]))):
        body = match["body"].strip()
        kind = _hinted(body) or ("officials" if re.search(r"departement", body, re.I) else "present")
        if kind not in ("secretariat", "administration", "officials", "observers"):
            kind = "present"
        if is_name(body) and is_first_name(body.split()[0]):
            return None
        heading = text.partition(":")[0].strip()
        return Group(
            kind=kind,
            heading=heading,
            body=None if kind == "administration" else body,
            value=(match["rest"] or "").strip(),
            head=line,
        )
    head, colon, value = text.partition(":")
    low = _FROM_LOW.match(head) if colon else None
    if low and len(head) < 90:
        kind = _hinted(head) or "present"
        generic = re.match(
            r"(?:styret|rådet|utvalget|utvalet|administrasjon|adm|sekretariat|nemnda|medlem)",
            low["body"],
            re.IGNORECASE,
        )
        return Group(
            kind=kind,
            heading=head.strip(),
            body=None if generic or kind == "administration" else low["body"].strip(),
            value=value.strip(),
            head=line,
            single=bool(re.match(r"[Oo]bservatør\b", head)),
        )
    if (
        colon
        and len(head) < 130
        and (
            inside
            or (
                len(head) < 46
                and re.match(
                    r"(?:Møtende|Møtande|Møtte|Til ?stede?|Til ?stades?|Deltak|Deltok|Forfall|Frammøt|Fremmøt"
                    r"|Oppmøt)",
                    head,
                )
            )
            or re.match(
                r"(?:Følgende|Følgjande|Desse|Disse|Dessuten|Dessutan|I tillegg|Ellers|Elles|Også)\b.*(?:møt"
                r"|deltok|til sted|til stade|forfall)",
                head,
            )
        )
    ):
        if re.search(r"\d{1,2}[.:]\d\d|^https?", text) or vocabulary.kind(
            head, "head", "agenda", "case", "decision", "close", "section"
        ):
            return None
        kind = _hinted(head) or ""
        if (
            not kind
            and not (inside and not value.strip() and not looks_like_person(head))
            and not (inside and is_party(re.sub(r"\s*\(\d+\)$", "", head.strip())))
        ):
            return None
        body = None
        if kind in ("", "secretariat") and not re.fullmatch(r"\w+", head.strip()) and is_organization(head):
            body = head.strip()
        if is_party(head) or (not kind and is_organization(head)):
            body = head.strip()
        party = re.sub(r"\s*\(\d+\)$", "", head.strip())
        if not kind and is_party(party):
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
    if match is None or re.match(
        r"(?:administrasjon|adm|sekretariat|styret|rådet|utval)", match["body"], re.IGNORECASE
    ):
        return None
    return match["body"]


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


def _names_a_body(lines: Sequence[Line], index: int) -> bool:
    """Tell a heading that is the body of those under it: it stands apart from what is above, and a list follows.

    `Austnes kommune` above `ordførar Marit Vik (leiar), varaordførar Nils Hauge`.
    """
    line = lines[index]
    if index + 1 >= len(lines) or index == 0 or len(line.text.split()) > 7 or re.search(r"[,.:;\d(]", line.text):
        return False
    after = lines[index + 1]
    apart = line.number - lines[index - 1].number > 1 and after.number - line.number == 1
    if not apart or not is_organization(line.text) or looks_like_person(line.text):
        return False
    person = read_person(re.split(r"[,;]", after.text)[0])
    return person is not None and person.title is not None and person.organization is None


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
    return [
        Group(kind=label.kind.removeprefix("attendance."), heading=label.written, head=line)
        for label in labels
        if label is not None
    ]


def columns_of(line: Line) -> list[str]:
    """Return the texts between a line's wide gaps."""
    cuts = [0, *line.gaps, len(line.text)]
    return [text for a, b in itertools.pairwise(cuts) if (text := line.text[a:b].strip())]


def find_groups(
    lines: Sequence[Line], vocabulary: Vocabulary, stop: Sequence[int] = ()
) -> tuple[list[Group], set[int]]:
    """Gather the groups of a head; returns them and the places of all lines that are in one.

    `stop` holds places of lines that belong to something else (dates, places, titles); they are passed over.
    """
    lines = marked_off(lines)
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
        if groups and _before_a_name(line, groups[-1].lines):
            group = None
        if group is None and groups and _names_a_body(lines, index):
            group = Group(kind=groups[-1].kind, heading=line.text, body=line.text, head=line)
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
            if (
                group.kind == "chair"
                and group.value
                and not looks_like_person(group.value)
                and not is_name(group.value)
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
    return groups, used


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


def holds_name(text: str) -> bool:
    """Tell whether a text holds a name that a known first name begins, alone or behind a position."""
    bare = re.sub(r"\([^)]*\)?", "", text).strip(" .")
    if re.match(r"(?:vara|varamedlem|vararepresentant|møtte|møter)\s+for\b", bare, re.IGNORECASE):
        return False
    if _strong_name(bare):
        return True
    person = read_person(bare) if len(bare.split()) < 14 else None
    return person is not None and bool(
        person.title or (is_first_name(person.name.split()[0]) and (person.role or person.substitute_for))
    )


def _strong_name(text: str) -> bool:
    tokens = text.split()
    return is_name(text) and is_first_name(tokens[0])
