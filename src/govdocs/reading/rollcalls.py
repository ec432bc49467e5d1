"""Headings of lists of those present and absent: what each says of those under it."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_party, is_role
from govdocs.norwegian.people import read_person
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of, marked
from govdocs.reading.listed import Group
from govdocs.reading.named import name_alone
from govdocs.reading.rosterrows import is_header

__all__ = ["bare_task", "group_head", "looks_like_person", "opens_list", "sent_from", "task_above"]

_NO_HEADING = re.compile(r"\d|[.;]")
_FROM = re.compile(
    r"^(?P<what>(?:Til ?stede|Til ?stades|Møtte|Deltok|Deltakere|Deltakarar|Dessuten møtte|I "
    r"tillegg møtte|Også til stede|Representanter)\s+)?(?:[Ff]ra"
    r"|[Ff]rå)\s+(?P<body>[A-ZÆØÅ][^:]{2,110}?)\s*(?:(?:møtte|deltok|var til stede|var til "
    r"stades)\s*)?(?P<colon>:)?\s*(?P<rest>(?<=:)\s*\S.*)?$"
)
_FROM_LOW = re.compile(
    r"^(?:(?:Til ?stede|Til ?stades|Møtte|Møtande|Møtende|Deltok|Observatør(?:er|ar)?|Dessuten "
    r"møtte|Dessutan møtte|I tillegg møtte|Ellers møtte|Elles møtte|Forfall|Representant(?:er"
    r"|ar)?)\s+)?(?:[Ff]ra|[Ff]rå)\s+(?P<body>[a-zæøå][^:]{2,60}?)"
    r"(?:\s+(?:møtte|deltok|var til stede|var til stades))?$"
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
    r"(?P<what>\S+(?:\s+\S+){0,4}?)\s+(?P<heads>(?:\s*(?:Parti|Rolle|Funksjon|Verv|Representerer|Representerar|Tittel|Stilling"
    r"|Møtte?\s+for|Vara\s+for|Møter\s+for|Møt(?:ende|ande|te)\s+vara(?:medlem)?)(?!\S))+)"
)
"""A heading that is the head of the names' column too, with the heads of the others behind it."""
_FROM_HOUSE = re.compile(r"(?:Fra|Frå)\s+(?P<house>\w+)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:Observatør(?:ar|er)?|Gjest(?:er|ar)?|Invitert(?:e)?|Meldt|Andre|Varamedlem\w*|Sekretær\w*"
    r"|Tilsett\w*|Ansatt\w*|Student\w*|Eksternt?)(?:\s+(?:fra|frå|i|for|til|frafall|fråfall"
    r"|forfall|representantar|representanter)\b.*)?"
)
_OTHERS_BODIES = (
    "utvalget",
    "utvalet",
    "rådet",
    "nemnda",
    "komiteen",
    "departementet",
    "direktoratet",
    "tilsynet",
    "ombodet",
    "ombudet",
)
"""Ends of words for bodies that send somebody to another body's meeting."""
_HINTS = (
    (re.compile(r"forfall|fravær|fråv|fråfall|frafall|ikke møtt|ikkje møtt", re.I), "absent"),
    (re.compile(r"observat", re.I), "observers"),
    (re.compile(r"sekretariat|referent|sekretær|\bskriv[ae]r\b", re.I), "secretariat"),
    (re.compile(r"\bvara", re.I), "deputies"),
    (re.compile(r"innled|innlei|foredrag", re.I), "speakers"),
    (re.compile(r"invit|gjest", re.I), "invited"),
    (re.compile(r"administrasjon|\badm\b", re.I), "administration"),
    (re.compile(r"til ?sted|til ?stade|møtte|medlem|deltak|deltok|møtende|møtande", re.I), "present"),
)


_HOUSES = words("attendance", "houses")
_STATE = tuple(words("attendance", "state"))


def group_head(line: Line, vocabulary: Vocabulary, *, inside: bool) -> Group | None:
    """Return the group a line opens, `None` if it opens none.

    Within a list, any heading that ends in a colon and names nobody opens a group of its own.
    """
    if line.cell is not None and line.cell[2] > 0:
        return None
    if line.gaps and name_alone(columns_of(line)[0]):  # a row, whatever its next column sounds like
        return None
    if (over := _over_columns(line, vocabulary)) is not None:
        return over
    mark = marked(line)
    text = mark[1] if mark is not None and line.text.rstrip().endswith(":") else line.text
    if (table := _columned(text)) is not None and (kind := _hinted(table["what"])):
        return Group(kind=kind, heading=table["what"].rstrip(":"), columns=table["heads"], head=line)
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
            if kind == "chair" and not label.colon:
                return None
            part = _part(line, label.value)
            body = label.value if _is_body(label.value) else None
            return Group(
                kind=kind,
                heading=label.written,
                body=body,
                value="" if body else label.value if part is None else part.value,
                head=line,
                single=folded(label.written) in vocabulary.single,
            )
    if (told := _TOLD.fullmatch(text)) and holds_someone(told["who"]):
        return Group(kind=_hinted(told["what"]) or "present", heading=told["what"], value=told["who"], head=line)
    if inside and (sent := _FROM_HOUSE.fullmatch(text)) and sent["house"].lower() in _HOUSES:
        return Group(kind="administration", heading=text, head=line)
    match = _FROM.match(text)
    if match and (match["colon"] or (len(text) < 70 and not re.search(r"\d", text) and (inside or match["what"]))):
        body = match["body"].strip()
        kind = _hinted(body) or ("officials" if _of_the_state(body) else "present")
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
        kind = _hinted(head) or ("administration" if inside and low["body"].lower() in _HOUSES else "present")
        return Group(
            kind=kind,
            heading=head.strip(),
            body=None if _of_the_house(low["body"]) or kind == "administration" else low["body"].strip(),
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
                    r"(?:Møtende|Møtande|Møtte|Møtedelt|Til ?stede?|Til ?stades?|Deltak|Deltok|Forfall|Frammøt|Fremmøt"
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
        if re.search(r"\d{1,2}[.:]\d\d|^https?|:\s*\d+ av \d+", text) or vocabulary.kind(
            head, "head", "agenda", "case", "decision", "close", "section"
        ):
            return None
        kind = _hinted(head) or ""
        owner = _owner(head) if inside and not kind and holds_someone(value) else None
        if (
            not kind
            and owner is None
            and not (inside and not value.strip() and not looks_like_person(head))
            and not (inside and is_party(re.sub(r"\s*\(\d+\)$", "", head.strip())))
        ):
            return _part(line, text) if inside else None
        body = None
        if kind in ("", "secretariat") and not re.fullmatch(r"\w+", head.strip()) and is_organization(head):
            body = head.strip()
        if is_party(head) or (not kind and is_organization(head)):
            body = head.strip()
        party = re.sub(r"\s*\(\d+\)$", "", head.strip())
        if owner:
            kind, body = "party", None if _OF_THE_BODY.fullmatch(owner) else owner
        if not kind and is_party(party):
            kind, body = "party", party
        return Group(kind=kind or "present", heading=head.strip(), body=body, value=value.strip(), head=line)
    return None


def _is_body(value: str) -> bool:
    """Tell a body behind the label of a list, from which those on the lines below come: `Til stede: Helse Nord RHF`."""
    return is_organization(value) and not re.search(r"[,;:(]|\d", value) and not looks_like_person(value)


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
    low = _FROM_LOW.match(line.text)
    if low is None or len(line.text) > 60 or re.search(r"[\d.,;:]", line.text) or not looks_like_person(after.text):
        return None
    if not re.search(r"(?:a|en|et|ene|ane)$", low["body"].split()[0]):  # `frå eigarkommune` heads a column
        return None
    return Group(
        kind=_hinted(line.text) or "present",
        heading=line.text,
        body=None if _of_the_house(low["body"]) else low["body"].strip(),
        head=line,
    )


@remembered
def opens_list(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line opens a list of those present or absent."""
    if _opening(text, inside=False) is not None:
        return True
    table = _columned(text)
    if table is not None and _hinted(table["what"]):
        return True
    label = vocabulary.label(text, "attendance")
    wanted = ("attendance.present", "attendance.absent", "attendance.deputies", "attendance.invited")
    if table is not None and vocabulary.kind(table["what"], "attendance") in wanted:
        return True
    if label is not None and label.kind in wanted and (label.colon or len(text) < 50):
        return label.written.lower() not in ("styret", "andre", "medlemmer")
    return ":" in text and _ANNOUNCED.match(text.partition(":")[0]) is not None


def _over_columns(line: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a heading over the column of names, with the heads of the others behind wide gaps."""
    what, *heads = columns_of(line) if line.gaps else [""]
    what = what.rstrip(" :")
    if not heads or len(what.split()) > 6 or not all(is_header(head, cell=True) for head in heads):
        return None
    label = vocabulary.kind(what, "attendance")
    kind = label.removeprefix("attendance.") if label else _hinted(what)
    if kind is None or kind == "distribution" or folded(what) in ("navn", "namn"):
        return None
    return Group(kind=kind, heading=what, columns=" ".join(heads), head=line)


def _columned(text: str) -> re.Match[str] | None:
    """Return a heading and the heads of the columns behind it; a colon may close the heading alone."""
    table = _COLUMNS.fullmatch(text)
    return table if table is not None and ":" not in table["what"][:-1] + table["heads"] else None


def _opening(text: str, *, inside: bool) -> str | None:
    """Return the kind of list that a heading without a colon of its own, or in words of its own, opens."""
    bare = text.strip(" :")
    if len(bare) > 60 or _NO_HEADING.search(bare):
        return None
    others = inside and _OTHERS.fullmatch(bare) and "," not in bare and ":" not in bare
    if (others or _GATHERED.fullmatch(bare)) and not looks_like_person(bare):
        return _hinted(bare) or "present"
    return None


def _body_of(text: str) -> str | None:
    match = re.search(r"\b(?:fra|frå)\s+(?P<body>.+?)\s*:?$", text)
    return None if match is None or _of_the_house(match["body"]) else match["body"]


def _of_the_state(body: str) -> bool:
    """Tell a body of the state, whose people attend a council by office: `Helsedirektoratet`."""
    return any(word.lower().endswith(_STATE) for word in body.split())


def _of_the_house(body: str) -> bool:
    """Tell a word that names no other body: the body itself, its staff, or the house, as `Fra sykehuset`."""
    low = body.strip(" :").lower()
    if re.match(r"(?:styret|rådet|utvalget|utvalet|administrasjon|adm|sekretariat|nemnda|medlem)", low):
        return True
    return (
        re.fullmatch(r"[a-zæøå-]+", low) is not None and body.strip()[:1].islower() and not low.endswith(_OTHERS_BODIES)
    )


def _owner(head: str) -> str | None:
    """Return the body before a colon within a list that those behind it come from: `Nes kommune (35 stemmer)`."""
    bare = re.sub(r"\s*\([^()]*\)$", "", head.strip())
    if re.search(r"\b(?:vart|blei|ble|er|var|møtte|orienterte)\b", bare):  # a sentence
        return None
    if is_role(bare):  # `Studentrepresentant`, whose end is that of bodies too
        return None
    return bare if (is_organization(bare) or _OF_THE_BODY.fullmatch(bare)) and len(bare.split()) < 8 else None


def holds_someone(text: str) -> bool:
    """Tell whether the first entry of a list is a person whose first name is known."""
    person = read_person(re.split(r",|;|\s+og\s+", text)[0])
    return person is not None and is_first_name(person.name.split()[0])


def looks_like_person(text: str) -> bool:
    """Tell whether a text holds a person's entry."""
    return read_person(text) is not None


def _hinted(text: str) -> str | None:
    return next((kind for pattern, kind in _HINTS if pattern.search(text)), None)
