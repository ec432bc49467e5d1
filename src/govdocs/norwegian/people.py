"""Persons as attendance lists write them: name, position, body, role, and marks in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.norwegian.entries import Entry, Person, is_mark
from govdocs.norwegian.naming import (
    is_first_name,
    is_name,
    is_organization,
    is_position,
    is_role,
    split_name,
)
from govdocs.norwegian.presence import cases_in
from govdocs.norwegian.remembering import remembered

__all__ = ["LONGEST", "Person", "read_person", "with_more", "with_told", "without_contacts"]

_LED = re.compile(r"^(?:v/|ved)\s*")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_CAPS = re.compile(r"[A-ZÆØÅÉÖÜÄ]{2,}(?:-[A-ZÆØÅÉÖÜÄ]{2,})*")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")


_FOR_WHOM = re.compile(
    r"(?:Vara|Varamedlem|Vararepresentant|Stedfortreder)\s+for\s+(?P<who>[^:,]{3,60}):\s*(?P<person>\S.*)$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?P<person>[^,;]+?)\s*,?\s+(?:(?:møtte|møter|deltok|stilte)\s+)?for\s+(?P<who>[A-ZÆØÅ]\S+(?:\s+\S+){1,4})"
)
_ON_BEHALF = re.compile(
    r"(?P<person>[A-ZÆØÅ][^,;()]+?)\s+(?:pva\.?|p\.v\.a\.|på\s+vegn(?:e|er)\s+av)\s+"
    r"(?P<who>[A-ZÆØÅ][\w.-]*(?:\s[A-ZÆØÅ][\w.-]*){1,3})(?P<rest>\s*[,(].*)?"
)
"""Who came on behalf of another: `Kari Berg pva Ola Vik, Nordetaten`."""
_SEVERAL = re.compile(
    r"(?P<what>(?:[A-ZÆØÅa-zæøå]*[Mm]edlem(?:mer|er|mar|mene|mane|ene|ane)|[A-ZÆØÅa-zæøå]*[Rr]epresentant(?:er|ar|ene|ane)))"
    r"\s+(?=[A-ZÆØÅ])"
)
"""A plural before the first of several names, as `styremedlemmer Kari Berg, Ola Vik`."""
_BETWEEN_PIECES = re.compile(
    r"(?<!\d)\s*[,;]\s*|\s*[,;]\s+(?!\d)|(?<!\d)\s+[–—-]{1,2}\s+|\s+[–—-]{1,2}\s+(?!\d)|\s+/\s+"
)
_MET = re.compile(r"(?P<role>vara(?:medlem|representant)?)\s+(?P<person>[A-ZÆØÅ].+?)\s+møtte", re.IGNORECASE)
"""`vara Kari Berg møtte`, behind someone who was absent."""
_MET_AS = re.compile(r"(?P<person>[A-ZÆØÅ][^,;]+?)\s+møtte\s+som\s+(?P<role>vara(?:medlem|representant)?)\.?")
"""`Kari Berg møtte som vara`, behind someone who was absent."""
_DID = re.compile(
    r"(?P<person>[^,;]+?)\s+(?P<did>(?:var\s+(?:med|til\s?st\w+)|møtte|møter|deltok|orienterte|tiltrådte|fratrådte|fråtrådte"
    r"|forlot|hadde)\s+(?!for\b|som\b|ikkje\b|ikke\b).+)",
)


_GLUED = re.compile(
    r"(?P<name>[A-ZÆØÅ][\w-]{0,80}(?:\s{1,9}[A-ZÆØÅ][\w-]{0,80}?){1,12})"
    r"(?:-\s*(?=\d|[a-zæøå]{4})|/(?=[a-zæøå]{3}))(?!\s*(?:og|eller)\b)"
)
"""A hyphen or slash glued to a name, before what it says of the person: `Ola Vik-rektor`, `Liv Dal/leder`."""
_REACHED = re.compile(
    r",?\s{0,3}(?:<?[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}>?"
    r"|\b(?:tlf|mob|telefon|mobil)\b\.?:?\s*\+?\d[\d ]{6,16}\d)",
    re.IGNORECASE,
)
"""How to reach someone, which says nothing of who he or she is."""
LONGEST = 4000
"""Letters of an entry at the most: a whole council in one sentence has fewer, and damage may go on for ever."""


def without_contacts(text: str) -> str:
    """Return an entry, or a list of them, without addresses and telephone numbers."""
    return _REACHED.sub("", text) if "@" in text or re.search(r"\d{2,}", text) else text


def _loosened(match: re.Match[str]) -> str:
    name = match["name"]
    return f"{name} - " if is_name(name) and is_first_name(name.split()[0]) else match.group()


@remembered
def read_person(text: str, *, parties: bool = False, stops: frozenset[str] = frozenset()) -> Person | None:
    """Read one entry of an attendance list; `None` where it holds no name.

    Understands `Name, position, body (role) (Teams) (sak 28/22)`, `Position Name, Body`, `Name (Ap)`, `Name – forfall`,
    `Name, vara for Other Name`.
    """
    if len(text) > LONGEST:
        return None
    text = _GLUED.sub(_loosened, without_contacts(text).strip(" ,;.•"))
    instead = _INSTEAD.fullmatch(text)
    if instead and is_name(_ASIDE.sub("", instead["who"]).strip(" .")):
        person = read_person(instead["person"], parties=parties)
        if person is not None:
            return evolve(
                person,
                substitute_for=_ASIDE.sub("", instead["who"]).strip(" ."),
                role=person.role,
            )
    if (behalf := _ON_BEHALF.fullmatch(text)) is not None and is_name(behalf["who"]):
        person = read_person(behalf["person"] + (behalf["rest"] or ""), parties=parties, stops=stops)
        if person is not None:
            return evolve(person, substitute_for=behalf["who"])
    if ahead := _FOR_WHOM.match(text):
        person = read_person(ahead["person"], parties=parties)
        if person is not None:
            return evolve(person, substitute_for=ahead["who"].strip(), role=person.role or text.split()[0].lower())
    if (several := _SEVERAL.match(text)) is not None and (
        person := read_person(text[several.end() :], parties=parties)
    ):
        return evolve(person, role=person.role or several["what"]) if person.title is None else person
    if (met := _MET.fullmatch(text) or _MET_AS.fullmatch(text)) is not None and (
        person := read_person(met["person"], parties=parties)
    ) is not None:
        return evolve(person, role=person.role or met["role"], presence="møtte")
    did = _DID.fullmatch(text)
    if did and (person := read_person(did["person"], parties=parties, stops=stops)) is not None:
        return evolve(person, cases=person.cases or cases_in(did["did"]), presence=person.presence or did["did"])
    pieces, brackets = _pieces(text, parties)
    found = _find_name(pieces, stops)
    if found is None:
        return None
    before, name, after = found
    facts = Entry()
    for piece in before:
        facts.position(piece)
    _take(facts, after, brackets, parties)
    return facts.person(name, text)


def with_more(person: Person, text: str) -> Person:
    """Return the person with what one more cell or line says; what is known stays."""
    if len(text) > LONGEST:
        return person
    facts = Entry()
    _take(facts, *_pieces(text.strip(" ,;.•"), parties=True, led=True), parties=True)
    return with_told(person, facts.person(person.name, text))


def with_told(person: Person, told: Person) -> Person:
    """Return the person with what another reading of him or her tells; what is known stays."""
    return evolve(
        person,
        title=person.title or told.title,
        organization=person.organization or told.organization,
        role=person.role or told.role,
        roles=(*person.roles, *told.roles),
        remote=person.remote or told.remote,
        absent=person.absent or told.absent,
        ticked=person.ticked or told.ticked,
        cases=person.cases or told.cases,
        substitute_for=person.substitute_for or told.substitute_for,
        presence=person.presence or told.presence,
    )


def _pieces(text: str, parties: bool, *, led: bool = False) -> tuple[list[str], list[str]]:
    """Return the pieces between the commas and dashes of an entry, and what its brackets tell of the person.

    `led` says that a name and a comma stand before the text.
    """
    brackets: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inner = match[1].strip()
        before = text[: match.start()].rpartition(",")[2].strip()
        split = split_name(before, led=led or "," in text[: match.start()])
        if (
            is_mark(inner, parties)
            or re.match(r"vara\b.*\b(?:møt|kunne)", inner)
            or is_name(before)
            or (is_position(inner) and not is_organization(inner))
            or (split is not None and (is_role(split[2]) if split[2] else is_first_name(split[1].split()[0])))
        ):
            brackets.append(inner)
            return ""
        return match.group()

    body = _BRACKET.sub(keep, text)
    return [p.strip() for p in _BETWEEN_PIECES.split(body) if p.strip(" ,;.–—-")], brackets


def _titles_whole(pieces: Sequence[str]) -> list[str]:
    """Put together a position whose field is an enumeration: `direktør forskning, utdanning og innovasjon`."""
    out: list[str] = []
    for piece in pieces:
        rest = piece[:1].islower() and re.search(r"\w og \w", piece) is not None and not is_position(piece)
        if rest and out and is_position(out[-1]) and not is_role(out[-1]) and " " in out[-1]:
            out[-1] = f"{out[-1]}, {piece}"
        else:
            out.append(piece)
    return out


def _take(facts: Entry, pieces: Sequence[str], brackets: Sequence[str], parties: bool) -> None:
    """Take what follows a name: pieces, then brackets."""
    pieces = _titles_whole(pieces)
    for n, piece in enumerate(pieces):
        if piece.lower().endswith("representant") and n + 1 < len(pieces) and is_organization(pieces[n + 1]):
            facts.titles.append(piece)  # between name and body stands the position
        else:
            facts.take(piece, parties)
    for inner in brackets:
        facts.bracket(inner, parties)


def _find_name(pieces: list[str], stops: frozenset[str]) -> tuple[list[str], str, list[str]] | None:
    """Find the piece with the name; an earlier piece may only be a position."""
    for index, piece in enumerate(pieces[:4]):
        whole = _LED.sub("", piece)
        if is_name(whole) and stops.isdisjoint(whole.split()[2:]):
            return pieces[:index], whole, pieces[index + 1 :]
        if not is_position(piece) or split_name(whole, led=bool(index), stops=stops) is not None:
            break
    for index, piece in enumerate(pieces[:4]):
        whole = _LED.sub("", piece)
        if _CAPS.fullmatch(whole.replace(" ", "")) and len(whole.split()) in (2, 3) and is_name(whole.title()):
            return pieces[:index], whole, pieces[index + 1 :]
        split = split_name(whole, led=bool(index), stops=stops)
        if split is not None:
            before, name, rest = split
            lead = [*pieces[:index], *([before] if before else [])]
            return [", ".join(lead)] if lead else [], name, [*([rest] if rest else []), *pieces[index + 1 :]]
        if not is_position(piece):
            return None
    return None
