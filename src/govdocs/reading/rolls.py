"""Rolls and sentences that tell in words who was there, who was not, and who came instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.entries import Person, is_absence
from govdocs.norwegian.naming import begins_body, ends_body, is_first_name, is_name, is_organization, is_position
from govdocs.norwegian.people import read_person
from govdocs.norwegian.presence import cases_in
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of
from govdocs.reading.enumerations import bare_name, persons_of
from govdocs.reading.named import holds_name

__all__ = ["beside", "goes_on", "roll_row", "sat_in", "told_in_sentences", "two_bodies"]

_MARK = re.compile(
    r"(?P<mark>møtt|møtte|til\s?stede|til\s?stades|ikk?j?e\s+møtt|forfall|fråfall|frafall|fravær|fråvær)"
    r"(?:[,.]\s*(?P<more>\S.*))?$",
    re.IGNORECASE,
)
_VARA = re.compile(r"vara\w*\s*:?\s*(?P<name>[A-ZÆØÅ].*)$", re.IGNORECASE)


def roll_row(line: Line) -> list[Line]:
    """Return the entries of a row that tells behind a wide gap whether its person was there; none for another line.

    `Kari Berg    Møtt, forlot møtet 19.50` and `Ola Vik    Forfall. Vara: Per Moe`, which is two entries.
    """
    pieces = columns_of(line)
    mark = _MARK.fullmatch(pieces[1]) if len(pieces) == 2 else None
    if mark is None or not is_name(pieces[0]):
        return []
    name, more = pieces[0], mark["more"] or ""
    away = is_absence(mark["mark"])
    vara = _VARA.fullmatch(more) if away else None
    told = "" if vara else more
    tail = f" ({told})" if told else ""
    rows = [evolve(line, text=f"{name} ({mark['mark'].lower()})" if away else name + tail, gaps=())]
    if vara is not None and is_name(vara["name"].strip(" .")):
        rows.append(evolve(line, text=f"{vara['name'].strip(' .')} (vara for {name})", gaps=()))
    return rows


_REPORTED = re.compile(
    r"(?P<who>[^,.]+?)(?:\s+(?:hadde|har|meldte|melde)(?:\s+meldt)?\s+(?:forfall|fråfall|frafall|fravær|fråvær))?"
    r"(?:,?\s+(?:og\s+)?(?P<role>vara|varamedlem|vararepresentant)\s+(?P<vara>[^,.]+?)\s+møtte"
    r"(?:\s+i\s+\w+(?:\s+\w+)?)?)?"
)


_TOLD_AWAY = re.compile(
    r"(?P<who>[^.:;]+?)\s+(?:hadde|har|meldte|melde)(?:\s+ikk(?:e|je))?(?:\s+(?:også|òg|dessuten))?(?:\s+meldt)?\s+(?:forfall|fråfall|frafall|fravær|fråvær)"
    r"(?:\s+og\s+møtte\s+ikk(?:e|je))?"
)
_NOBODY = re.compile(
    r"(?:Ingen|Inga)\s+vara\w*\s+(?:kunne\s+)?møtt?e|For\s+\w+\s+kunne\s+(?:\w+\s+)?ikkj?e\s+vara\w*\s+(?:møte|stille)\.?$",
    re.IGNORECASE,
)


def absentees(text: str) -> list[Person]:
    """Read sentences that tell who was away and who came instead; nothing where one of them says something else.

    `Kari Berg. Ola Vik hadde meldt forfall, vara Per Moe møtte i staden. Ingen vara kunne møte for Kari Berg.`
    """
    found: list[Person] = []
    for sentence in re.split(r"(?<=[a-zæøå])\.(?:\s+(?=[A-ZÆØÅ])|$)", text):
        if not sentence.strip() or _NOBODY.match(sentence.strip()):
            continue
        match = _REPORTED.fullmatch(sentence.strip())
        if match is None or not (is_name(match["who"]) or is_first_name(match["who"])):
            told = _TOLD_AWAY.fullmatch(sentence.strip())
            people = [read_person(each, parties=True) for each in re.split(r"\s+og\s+", told["who"])] if told else []
            if not people or not all(person is not None and is_name(person.name) for person in people):
                return []
            found.extend(evolve(person, absent=True) for person in people if person is not None)
            continue
        found.append(Person(name=match["who"], absent=True))
        if match["vara"] is not None:
            if not is_name(match["vara"]):
                return []
            role = match["role"]
            found.append(
                Person(name=match["vara"], role=role, roles=(role,), substitute_for=match["who"], presence="møtte")
            )
    return found


_CAME = re.compile(
    r"(?P<who>[A-ZÆØÅ][^,.:;()\d]{4,50}?)\s+(?P<did>(?:kom|gjekk|gikk|forlot|forlét|fratrådte|fråtrådte|tiltrådte|tredde)\s+"
    r"[^.]*?\b(?:møte|møtet|kl\b|sak).*?)\.?"
)
"""A sentence about when someone came or went: `Kari Berg kom til møtet kl. 10.15.`"""
_SAT_IN = re.compile(
    r"(?P<who>[A-ZÆØÅ][^,.:;()\d]{4,50}?)\s+(?P<did>(?:deltok|møtte|var\s+(?:med|til\s?st\w+))\s+(?:under|på|i|ved)\s+"
    r"sak\w*\s+(?:nr\.?\s*)?\d[^.]*)\.?"
)
"""A sentence about one who came for some cases alone: `Kari Berg deltok under sak 1.`"""
_CAME_FROM = re.compile(
    r"(?P<who>[A-ZÆØÅ][^,.:;()\d]{4,50}?)\s+(?:fra|frå)\s+(?P<body>\w[^,.:;]{2,60}?)\s+(?:møtte|deltok)\.?"
)
"""A sentence about one who came from another body: `Kari Berg fra Nord politidistrikt møtte.`"""
_MET_BY = re.compile(
    r"(?P<body>[A-ZÆØÅ][\w-]+(?:\s[\w-]+){0,5}?)\s+(?:(?:var|ble|blei|vart)\s[^.:;]*?\s)?møtte\s+(?:ved|v/)"
    r"\s*(?P<who>[^.:;]+)\.?"
)
"""A sentence about whom a body sent: `Riksrevisjonen var varslet og møtte ved Kari Berg.`"""
_REPORTS = re.compile(
    r"\b(?:hadde|har)\s+(?:(?:ikk(?:e|je)|også|òg|dessuten)\s+)?meldt\s+(?:forfall|fråfall|frafall|fravær|fråvær)\b"
)
"""What a sentence says of those who were away."""


def goes_on(text: str, after: str) -> bool:
    """Tell a sentence about whom a body sent, or a list in the midst of a position, that ends on the next line."""
    sent = " møtte " in text and not text.endswith(".") and _MET_BY.fullmatch(text) is not None
    if sent and after.endswith(".") and len(after.split()) < 3:
        return True
    return re.search(r"\sog\s[a-zæøå]+$", text) is not None and after[:1].islower()


def sat_in(text: str) -> Person | None:
    """Return who came for some cases alone, as a sentence tells it; `None` for another text."""
    sat = _SAT_IN.fullmatch(text)
    if sat is None or not is_name(sat["who"]):
        return None
    return Person(name=sat["who"], presence=sat["did"], cases=cases_in(sat["did"]))


def told_in_sentences(text: str, *, absent: bool) -> list[Person]:
    """Read what sentences tell of persons: who was away, came, went, or sat in; nothing for a text of another kind.

    `absent` says that the sentences stand under a heading of those who were away.
    """
    if (_REPORTS.search(text) or (absent and ". " in text)) and (away := absentees(text)):
        return away
    if (came := _CAME.fullmatch(text)) is not None and is_name(came["who"]):
        return [Person(name=came["who"], presence=came["did"])]
    if (guest := sat_in(text)) is not None:
        return [guest]
    if (sent := _CAME_FROM.fullmatch(text)) is not None and is_name(sent["who"]):
        return [Person(name=sent["who"], organization=sent["body"])]
    met = _MET_BY.fullmatch(text)
    if met is not None and is_organization(met["body"]) and (there := read_person(met["who"])) is not None:
        return [evolve(there, organization=there.organization or met["body"])]
    return _persons_of_sentences(text) if ". " in text else []


_SHORTENED = "".join(rf"(?<!\s{each})" for each in sorted(words("names", "abbreviations")))
_SENTENCES = re.compile(rf"(?<=[a-zæøå)]){_SHORTENED}\.\s+(?=[A-ZÆØÅ])")
"""The end of a sentence before the next: no name that a full stop shortens, as in `Jens Chr. Berg`."""
_BESIDES = re.compile(
    r"(?:Dessuten|Dessutan|I tillegg|Ellers|Elles|Videre|Vidare|Også)\s+(?:møtte|deltok|var)\s+(?=[A-ZÆØÅ])"
)
"""What begins a sentence that tells who else came."""
_SENT_BY = re.compile(r"\s+(?:fra|frå)\s+(?P<body>[A-ZÆØÅ][^,.;]{2,60})$")


_OF_HOUSE = re.compile(r"(?:Fra|Frå)\s+[a-zæøå]{4,30}:\s*")
"""What stands before those of the house in a sentence of their own: `Frå administrasjonen: …`."""


def _persons_of_sentences(text: str) -> list[Person]:
    """Read several lists of persons, each closed with a full stop and perhaps from one body; nothing where one is none.

    `Prorektor Kari Berg.  Ola Vik og Per Moe fra Økonomiavdelingen.`
    """
    sentences = [_BESIDES.sub("", each.strip(" ."), count=1) for each in _SENTENCES.split(text)]
    found: list[Person] = []
    if any(each.count("(") != each.count(")") for each in sentences):  # `(stip. ØI)`
        return []
    for sentence in sentences if len(sentences) > 1 else []:
        sent = _SENT_BY.search(sentence)
        house = _OF_HOUSE.match(sentence)
        own = sentence[house.end() if house else 0 : sent.start() if sent else len(sentence)]
        alone = read_person(own, parties=True)
        away = absentees(sentence) if _REPORTS.search(sentence) else []
        people = away or persons_of(own) or ([alone] if alone is not None and holds_name(own) else [])
        names = re.split(r",\s*|\s+og\s+", own)
        if not people and len(names) > 1 and all(map(bare_name, names)):
            people = [Person(name=name) for name in names]
        if not people:
            return []
        found.extend(evolve(p, organization=p.organization or (sent["body"] if sent else None)) for p in people)
    return found


def two_bodies(text: str) -> tuple[str, str] | None:
    """Return the two bodies that head two columns set with a single blank: `Helse Nord RHF Universitetet i Sund`."""
    tokens = text.split()
    cuts = [
        (" ".join(tokens[:n]), " ".join(tokens[n:]))
        for n in range(2, len(tokens) - 1)
        if begins_body(tokens[n]) or ends_body(tokens[n - 1])
    ]
    halves = [pair for pair in cuts if all(is_organization(half) and not is_position(half) for half in pair)]
    return halves[0] if len(halves) == 1 and not re.search(r"[,.:;()]|\s(?:og|ved|i|–|-)$", halves[0][0]) else None


def beside(lines: Sequence[Line], bodies: tuple[str, str]) -> list[tuple[Person, tuple[Line, ...]]]:
    """Read rows of two persons under two bodies; nothing where most rows are not two, as their first names tell."""
    people: list[tuple[Person, tuple[Line, ...]]] = []
    pairs = 0
    for line in lines:
        pair = _two_persons(line.text)
        pairs += pair is not None
        if pair is not None:
            people.extend(
                (evolve(person, organization=person.organization or body), (line,))
                for person, body in zip(pair, bodies, strict=True)
            )
        elif (alone := read_person(line.text, parties=True)) is not None:
            people.append((alone, (line,)))
    return people if pairs * 3 > len(lines) * 2 else []


def _two_persons(text: str) -> tuple[Person, Person] | None:
    tokens = text.split()
    for cut in range(2, len(tokens) - 1):
        if not is_first_name(tokens[cut]):
            continue
        left, right = read_person(" ".join(tokens[:cut])), read_person(" ".join(tokens[cut:]))
        if left and right and is_first_name(left.name.split()[0]) and not is_first_name(left.name.split()[-1]):
            return left, right
    return None
