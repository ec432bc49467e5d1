"""Headings of lists of those present and absent: which list each opens, and what it says of those under it."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_party, is_role
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.norwegian.words import either, words
from govdocs.reading.blocks import columns_of, marked
from govdocs.reading.list_words import hinted, holds_someone, is_house, looks_like_person, of_the_house, of_the_state
from govdocs.reading.listed import Group
from govdocs.reading.named import name_alone
from govdocs.reading.rosterrows import is_header

__all__ = ["group_head", "opens_list", "sent_from"]

_SHORT = 60
"""Letters of a heading without a colon at the most."""
_NO_HEADING = re.compile(r"\d|[.;]")
_WHO = rf"(?:(?=[A-ZÆØÅ])(?i:{either('attendance', 'openers')})\s+)?"
"""How a heading may begin that says where those under it come from."""
_THERE = r"(?:møtte|deltok|var til stede|var til stades)"
_FROM = re.compile(
    rf"(?P<what>{_WHO})[Ff]r[aå]\s+(?P<body>[A-ZÆØÅ][^:]{{2,110}}?)\s*(?:{_THERE}\s*)?(?P<colon>:)?\s*(?P<rest>(?<=:)\s*\S.*)?"
)
_FROM_LOW = re.compile(rf"{_WHO}[Ff]r[aå]\s+(?P<body>[a-zæøå][^:]{{2,60}}?)(?:\s+{_THERE})?")
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
_TOLD = re.compile(
    r"(?P<what>(?:Fra|Frå)\s+(?:administrasjonen|sekretariatet|rådmannen|kommunedirektøren|kommunen|styret|utvalget|utvalet|rådet)"
    r"\s+(?:møtte|deltok|var\s+til\s+st\w+))\s+(?P<who>[A-ZÆØÅa-zæøå].+)"
)
"""A heading that goes on in those it is about, with no colon between: `Fra administrasjonen møtte Kari Berg`."""
_OF_THE_BODY = re.compile(r"[A-ZÆØÅ][a-zæøå]*(?:utvalget|utvalet|komiteen|styret|rådet|nemnda)")
"""A committee of the body itself, which is no body that sends someone: `Arbeidsutvalget`."""
_PART = re.compile(r"(?P<what>[A-ZÆØÅ][\wæøå-]+(?:\s+[\w-]+){0,2}):\s*(?P<who>[A-ZÆØÅ].*)")
"""Some of those in a list, by what they are: `Rådmenn: Kari Berg, Ola Vik`."""
_NO_PART = re.compile(
    r"^(?:fra|frå|vara)\b|underskri|signer|protokoll|godkjen|kopi|send|valgt|vald|neste|sak|merknad", re.IGNORECASE
)
_COLUMNS = re.compile(
    rf"(?P<what>\S+(?:\s+\S+){{0,4}}?)\s+(?P<heads>(?:\s*(?=[A-ZÆØÅ])(?i:{either('columns', 'beside')})(?!\S))+)"
)
"""A heading that is the head of the names' column too, with the heads of the others behind it."""
_COLUMN_ENDS = frozenset(head.rpartition(" ")[2] for head in words("columns", "beside"))
"""The last words of those heads, one of which ends such a line."""
_FROM_HOUSE = re.compile(r"(?:Fra|Frå)\s+(?P<house>\w+)", re.IGNORECASE)
_OTHERS = re.compile(
    rf"(?=[A-ZÆØÅ])(?i:{either('attendance', 'others')})\w*"
    r"(?:\s+(?:fra|frå|i|for|til|frafall|fråfall|forfall|representantar|representanter)\b.*)?"
)
"""A heading within a list over others than the members."""
_OPENS = re.compile(rf"(?=[A-ZÆØÅ])(?i:{either('attendance', 'starts')})")
_TIMED = re.compile(r"\d{1,2}[.:]\d\d|^https?|:\s*\d+ av \d+")
_COUNT = re.compile(r"\s*\(\d+\)$")
_INNER = words("attendance", "inner")
_WEAK = words("attendance", "weak")


@frozen(kw_only=True)
class _Line:
    """A line that may open a list."""

    line: Line
    vocabulary: Vocabulary
    inside: bool
    """Whether a list stands above."""
    text: str
    """The line's text, without a mark where a colon ends it."""
    label: Label | None
    """The label of a list that begins it."""


def group_head(line: Line, vocabulary: Vocabulary, *, inside: bool) -> Group | None:
    """Return the group a line opens, `None` if it opens none; the first rule that has an answer gives it.

    Within a list, any heading that ends in a colon and names nobody opens a group of its own.
    """
    mark = marked(line) if line.text.rstrip().endswith(":") else None
    text = line.text if mark is None else mark[1]
    label = vocabulary.label(text, "attendance")
    seen = _Line(line=line, vocabulary=vocabulary, inside=inside, text=text, label=label)
    for forbids in _OPEN_NONE:
        if forbids(seen):
            return None
    for rule in _OPEN:
        if (group := rule(seen)) is not None:
            return group
    return None


def _in_a_row(seen: _Line) -> bool:
    """Tell a cell that is not the first, and a row that begins with a name, whatever its next column sounds like."""
    line = seen.line
    return (line.cell is not None and line.cell[2] > 0) or (bool(line.gaps) and name_alone(columns_of(line)[0]))


def _copied(seen: _Line) -> bool:
    """Tell the label of those who get a copy."""
    return seen.label is not None and seen.label.kind == "attendance.distribution"


def _chaired(seen: _Line) -> bool:
    """Tell the label of the one in the chair without its colon: a position, or a task that stands by a name."""
    label = seen.label
    return label is not None and label.kind == "attendance.chair" and not label.colon and len(seen.text) < _SHORT


def _from_someone(seen: _Line) -> bool:
    """Tell a line that says whom something comes from: `Fra Kari Berg`."""
    sent = _FROM.fullmatch(seen.text)
    return sent is not None and is_name(sent["body"]) and is_first_name(sent["body"].split()[0])


_OPEN_NONE: tuple[Callable[[_Line], bool], ...] = (_in_a_row, _copied, _chaired, _from_someone)


def _over_columns(seen: _Line) -> Group | None:
    """Return the group of a heading over the column of names, with the heads of the others behind wide gaps."""
    line, vocabulary = seen.line, seen.vocabulary
    what, *heads = columns_of(line) if line.gaps else [""]
    what = what.rstrip(" :")
    if not heads or len(what.split()) > 6 or not all(is_header(head, cell=True) for head in heads):
        return None
    label = vocabulary.kind(what, "attendance")
    kind = label.removeprefix("attendance.") if label else hinted(what)
    if kind is None or kind == "distribution" or folded(what) in ("navn", "namn"):
        return None
    return Group(kind=kind, heading=what, columns=" ".join(heads), head=line)


def _columned(seen: _Line) -> Group | None:
    """Return the group of a heading with the heads of the other columns right behind it."""
    table = _with_heads(seen.text)
    kind = hinted(table["what"]) if table is not None else None
    if table is None or kind is None:
        return None
    return Group(kind=kind, heading=table["what"].rstrip(":"), columns=table["heads"], head=seen.line)


def _worded(seen: _Line) -> Group | None:
    """Return the group of a heading in words of its own: `Følgende medlemmer møtte`."""
    kind = _opening(seen.text, inside=seen.inside)
    if kind is None:
        return None
    return Group(kind=kind, heading=seen.text.strip(" :"), body=_body_of(seen.text), head=seen.line)


def _labelled(seen: _Line) -> Group | None:
    """Return the group of a label, with the body or the person behind it."""
    label = seen.label
    if label is None or not (label.colon or len(seen.text) < _SHORT):
        return None
    written = folded(label.written)
    if label.kind == "attendance.present" and written in _INNER and not seen.inside:
        return None
    body = label.value if _is_body(label.value) else None
    part = _part(seen.line, label.value)
    return Group(
        kind=label.kind.removeprefix("attendance."),
        heading=label.written,
        body=body,
        value="" if body else label.value if part is None else part.value,
        head=seen.line,
        single=written in seen.vocabulary.single,
    )


def _told(seen: _Line) -> Group | None:
    """Return the group of a heading that goes on in those it is about, with no colon between."""
    told = _TOLD.fullmatch(seen.text)
    if told is None or not holds_someone(told["who"]):
        return None
    return Group(kind=hinted(told["what"]) or "present", heading=told["what"], value=told["who"], head=seen.line)


def _from_the_house(seen: _Line) -> Group | None:
    """Return the group of the house's people within a list: `Fra føretaket`."""
    sent = _FROM_HOUSE.fullmatch(seen.text) if seen.inside else None
    if sent is None or not is_house(sent["house"]):
        return None
    return Group(kind="administration", heading=seen.text, head=seen.line)


def _from_a_body(seen: _Line) -> Group | None:
    """Return the group of those whom a body has sent, by its name: `Fra Nes kommune: Kari Berg`."""
    text, sent = seen.text, _FROM.fullmatch(seen.text)
    if sent is None:
        return None
    heading = len(text) < 70 and not re.search(r"\d", text) and (seen.inside or sent["what"])
    if not sent["colon"] and not heading:
        return None
    body = sent["body"].strip()
    kind = hinted(body) or ("officials" if of_the_state(body) else "present")
    return Group(
        kind=kind if kind in ("secretariat", "administration", "officials", "observers") else "present",
        heading=text.partition(":")[0].strip(),
        body=None if kind == "administration" else body,
        value=(sent["rest"] or "").strip(),
        head=seen.line,
    )


def _from_some(seen: _Line) -> Group | None:
    """Return the group of those who come from somewhere, by what it is: `Møtte frå brukarutvalet: Kari Berg`."""
    head, colon, value = seen.text.partition(":")
    sent = _FROM_LOW.fullmatch(head) if colon else None
    if sent is None or len(head) > 89:
        return None
    kind = hinted(head) or ("administration" if seen.inside and is_house(sent["body"]) else "present")
    return Group(
        kind=kind,
        heading=head.strip(),
        body=None if of_the_house(sent["body"]) or kind == "administration" else sent["body"].strip(),
        value=value.strip(),
        head=seen.line,
        single=bool(re.match(r"[Oo]bservatør\b", head)),
    )


def _of_a_party(seen: _Line) -> Group | None:
    """Return the group under a party's name in capitals within a list: `SENTERPARTIET`."""
    text = seen.text
    if not (seen.inside and text.isupper() and len(text) > 4 and is_party(text)) or seen.line.gaps:
        return None
    return Group(kind="party", heading=text, body=text, head=seen.line)


def _before_a_colon(seen: _Line) -> Group | None:
    """Return the group of any heading that ends in a colon within a list; outside one it must say who was there."""
    head, colon, value = seen.text.partition(":")
    opens = seen.inside or (len(head) < 46 and _OPENS.match(head)) or _ANNOUNCED.match(head)
    if not colon or not opens or len(head) > 129 or _TIMED.search(seen.text):
        return None
    if seen.vocabulary.kind(head, "head", "agenda", "case", "decision", "close", "section"):
        return None
    head, value = head.strip(), value.strip()
    kind = hinted(head)
    if kind is None:
        return _of_a_body(seen, head, value) if seen.inside else None
    sender = is_party(head) or (kind == "secretariat" and " " in head and is_organization(head))
    return Group(kind=kind, heading=head, body=head if sender else None, value=value, head=seen.line)


def _of_a_body(seen: _Line, head: str, value: str) -> Group | None:
    """Return the group of a heading without a hint: of a body, a party, or some of those listed, by what they are."""
    owner = _owner(head) if holds_someone(value) else None
    party = _COUNT.sub("", head)
    if owner is not None:
        body = None if _OF_THE_BODY.fullmatch(owner) else owner
        return Group(kind="party", heading=head, body=body, value=value, head=seen.line)
    if is_party(party):
        return Group(kind="party", heading=head, body=party, value=value, head=seen.line)
    if value or looks_like_person(head):
        return _part(seen.line, seen.text)
    body = head if is_organization(head) else None
    return Group(kind="present", heading=head, body=body, value=value, head=seen.line)


_OPEN: tuple[Callable[[_Line], Group | None], ...] = (
    _over_columns,
    _columned,
    _worded,
    _labelled,
    _told,
    _from_the_house,
    _from_a_body,
    _from_some,
    _of_a_party,
    _before_a_colon,
)
"""In the order in which they are tried."""


def _part(line: Line, text: str) -> Group | None:
    """Return the group of some of those in a list, or one, by what they are: `Rådmenn: Kari Berg, Ola Vik`."""
    part = _PART.fullmatch(text)
    if part is None or _NO_PART.search(part["what"]):
        return None
    single = is_role(part["what"]) and name_alone(part["who"])
    if not single and (not _lists_names(part["who"]) or is_organization(part["what"])):
        return None
    return Group(kind="part", heading=part["what"], value=part["who"], head=line, single=single)


def _lists_names(text: str) -> bool:
    """Tell names one after the other, each with nothing but a bracket behind it."""
    names = [name for name in re.split(r"[,;]\s*|\s+og\s+", re.sub(r"\s*\([^()]*\)?", "", text).strip(" .")) if name]
    return len(names) > 1 and all(is_name(name) for name in names[:-1]) and is_first_name(names[0].split()[0])


def sent_from(line: Line, after: Line) -> Group | None:
    """Return the group of a heading without a colon that says where those under it come from: `Frå brukarutvalet`."""
    low = _FROM_LOW.fullmatch(line.text)
    if low is None or len(line.text) > 60 or re.search(r"[\d.,;:]", line.text) or not looks_like_person(after.text):
        return None
    if not re.search(r"(?:a|en|et|ene|ane)$", low["body"].split()[0]):  # `frå eigarkommune` heads a column
        return None
    return Group(
        kind=hinted(line.text) or "present",
        heading=line.text,
        body=None if of_the_house(low["body"]) else low["body"].strip(),
        head=line,
    )


def opens_list(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line opens a list of those present or absent."""
    if _opening(text, inside=False) is not None:
        return True
    table = _with_heads(text)
    if table is not None and hinted(table["what"]):
        return True
    label = vocabulary.label(text, "attendance")
    wanted = ("attendance.present", "attendance.absent", "attendance.deputies", "attendance.invited")
    if table is not None and vocabulary.kind(table["what"], "attendance") in wanted:
        return True
    if label is not None and label.kind in wanted and (label.colon or len(text) < 50):
        return label.written.lower() not in _WEAK
    return ":" in text and _ANNOUNCED.match(text.partition(":")[0]) is not None


def _with_heads(text: str) -> re.Match[str] | None:
    """Return a heading and the heads of the columns behind it; a colon may close the heading alone."""
    table = _COLUMNS.fullmatch(text) if text.rpartition(" ")[2].lower() in _COLUMN_ENDS else None
    return table if table is not None and ":" not in table["what"][:-1] + table["heads"] else None


def _opening(text: str, *, inside: bool) -> str | None:
    """Return the kind of list that a heading without a colon of its own, or in words of its own, opens."""
    bare = text.strip(" :")
    if len(bare) > 60:
        return None
    others = inside and _OTHERS.fullmatch(bare) and "," not in bare and ":" not in bare
    if (others or _GATHERED.fullmatch(bare)) and not _NO_HEADING.search(bare) and not looks_like_person(bare):
        return hinted(bare) or "present"
    return None


def _body_of(text: str) -> str | None:
    match = re.search(r"\b(?:fra|frå)\s+(?P<body>.+?)\s*:?$", text)
    return None if match is None or of_the_house(match["body"]) else match["body"]


def _owner(head: str) -> str | None:
    """Return the body before a colon within a list that those behind it come from: `Nes kommune (35 stemmer)`."""
    bare = re.sub(r"\s*\([^()]*\)$", "", head.strip())
    if re.search(r"\b(?:vart|blei|ble|er|var|møtte|orienterte)\b", bare):  # a sentence
        return None
    if is_role(bare):  # `Studentrepresentant`, whose end is that of bodies too
        return None
    return bare if (is_organization(bare) or _OF_THE_BODY.fullmatch(bare)) and len(bare.split()) < 8 else None


def _is_body(value: str) -> bool:
    """Tell a body behind the label of a list, from which those on the lines below come: `Til stede: Helse Nord RHF`."""
    return is_organization(value) and not re.search(r"[,;:(]|\d", value) and not looks_like_person(value)
