"""Persons as attendance lists write them: name, position, body, role, and marks in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.norwegian.words import words

__all__ = ["Person", "is_first_name", "is_name", "is_organization", "is_party", "is_position", "is_role", "read_person", "split_name"]

_FIRST = words("names", "first")
_PARTICLES = words("names", "particles")
_TITLE_ENDS = tuple(words("titles", "ends"))
_TITLE_ENDS_WHOLE = words("titles", "ends")
_TITLE_STARTS = words("titles", "starts")
_TITLE_WORDS = words("titles", "words")
_ROLES = words("roles", "words")
_ROLE_STARTS = tuple(words("roles", "starts"))
_ABSENT = words("roles", "absent")
_REMOTE = words("remote", "words")
_ORG_ENDS = tuple(words("organizations", "ends"))
_ORG_STARTS = words("organizations", "starts")
_ORG_WORDS = words("organizations", "words")
_PARTIES = words("parties", "words")
_NAME_WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŦŽÉÈÜÖÄÓÍŁÇŚŻ][a-zæøåáčđŋšŧžéèêëüöäóòôíìñçłśćńżßý'’]+(?:[-–][A-ZÆØÅÁČÉÖÜÄ]?[a-zæøåáčđŋšŧžéèêüöäóòôíñç]+)*|[A-ZÆØÅ]\.?(?:[A-ZÆØÅ]\.?)?(?:-[A-ZÆØÅ]\.)?|(?:Mc|Mac|O['’]|D['’])[A-Z][a-z]+")
_CAPS = re.compile(r"[A-ZÆØÅÉÖÜÄ]{2,}(?:-[A-ZÆØÅÉÖÜÄ]{2,})*")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_CASES = re.compile(r"\bsak(?:ene|er|ar|ane)?\b\.?\s*(?:nr\.?)?\s*(?P<list>\d[\d/.\-–]*(?:\s*(?:,|og|-|–|til|t\.o\.m\.)\s*(?:sak\s*)?\d[\d/.]*)*)", re.IGNORECASE)
_PRESENCE = re.compile(r"^(?:(?:deltok|møtte|til ?stede|til ?stades|kom|gjekk|gikk|forlot|fråtrådte|fratrådte|tiltrådte|permisjon|fravær|frå?|fra|til|t\.?\s?o\.?\s?m\.?|f\.?\s?o\.?\s?m\.?|kl\.?|under|på|i|deler? av|unntatt|unnateke|etter|før|sak|ved behandling|under behandling|inntil|innleiing|innledning)\b)", re.IGNORECASE)
_TIMES = re.compile(r"\bkl\.?\s*\d|\bsak(?:ene|er|ar|ane)?\b\.?\s*(?:nr\.?\s*)?\d|\b(?:hele|deler|del|heile|delar) av møtet", re.IGNORECASE)
_FOR = re.compile(r"^(?:(?:møtende|møtande|fast\s+møtende)?\s*(?:vara|varamedlem|vararepresentant|stedfortreder)(?:medlem)?|møtte|møter|møtende)\s+for\s+(?P<who>.+)$|^for\s+(?P<for>[A-ZÆØÅ].+)$", re.IGNORECASE)


_INSTEAD = re.compile(r"(?P<person>[^,;]+?)\s*,?\s+for\s+(?P<who>[A-ZÆØÅ]\S+(?:\s+\S+){1,4})")


@frozen(kw_only=True)
class Person:
    """What one entry of a list says of a person."""

    name: str
    """The personal name only."""
    title: str | None = None
    """Position."""
    organization: str | None = None
    """Body or party."""
    role: str | None = None
    """Role as written; the first where several stand apart."""
    roles: tuple[str, ...] = ()
    """All roles."""
    remote: bool = False
    """Whether marked as taking part from elsewhere."""
    absent: bool = False
    """Whether marked as not there."""
    cases: tuple[str, ...] = ()
    """Numbers of the cases he or she was there for."""
    substitute_for: str | None = None
    """Whom he or she stood in for."""
    presence: str | None = None
    """When he or she was there, as written."""


def is_name(text: str, *, least: int = 2) -> bool:
    """Tell whether a text is a personal name and nothing else: two to six words, each as names are written."""
    tokens = text.replace(",", " ").split()
    if not least <= len(tokens) <= 6 or text.rstrip() != text.rstrip(",;:"):
        return False
    if not all(_NAME_WORD.fullmatch(t) or t in _PARTICLES or _is_initials(t) for t in tokens):
        return False
    if tokens[0] in _PARTICLES or _is_title_word(tokens[0]) or tokens[-1] in _PARTICLES or re.fullmatch(r"[A-ZÆØÅ]{2,}", tokens[0]):
        return False
    if re.fullmatch(r"[A-ZÆØÅ]{2,}", tokens[-1]) or any(_is_plain_title(t) for t in tokens[1:]):
        return False
    if any(t in _ORG_WORDS for t in tokens) or tokens[0] in ("Det", "Den", "De", "Ny", "Nye", "Sak", "Ingen", "Alle"):
        return False
    if tokens[0] in _FIRST:
        return not tokens[-1].lower().endswith(("departementet", "direktoratet", "universitetet"))
    return not (tokens[0] in _ORG_STARTS or any(_is_org_word(t) for t in tokens)) and not all(len(t) <= 2 for t in tokens)


def _is_initials(token: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-ZÆØÅ]\.?){1,3}", token))


def _is_title_word(token: str) -> bool:
    low = token.lower().strip(",./")
    return low in _TITLE_WORDS or low in _TITLE_STARTS or (low.endswith(_TITLE_ENDS) and token not in _FIRST)


def _is_plain_title(token: str) -> bool:
    """Tell a position within a text from a surname that only ends like one."""
    low = token.lower().strip(",./")
    return low in _TITLE_ENDS_WHOLE or low in _ROLES or (len(low) > 9 and low.endswith(_TITLE_ENDS) and token not in _FIRST)


def _is_org_word(token: str) -> bool:
    word = token.strip("(),.")
    return word in _ORG_WORDS or (len(word) > 4 and word.lower().endswith(_ORG_ENDS) and not word.lower().endswith(("berget", "haug")))


def is_organization(text: str) -> bool:
    """Tell whether a text names a body rather than a person or a position."""
    tokens = text.split()
    if not tokens:
        return False
    if tokens[0].strip(",") in _ORG_STARTS and tokens[0] not in _FIRST:
        return True
    if any(_is_org_word(token) for token in tokens):
        return not (_is_title_word(tokens[0]) and len(tokens) == 1)
    return bool(re.fullmatch(r"[A-ZÆØÅ][A-ZÆØÅa-z]*[A-ZÆØÅ]\w*", tokens[0])) and not is_name(text)


def is_party(text: str) -> bool:
    """Tell whether a text is a political party, by name or letters."""
    low = text.strip(" ().").lower()
    return low in _PARTIES or (low.endswith(("bygdeliste", "bygdelista", "fellesliste", "felleslista", "partiet", "folkeparti", "venstreparti", "tverrpolitisk liste")) and len(low.split()) < 5)


def is_role(text: str) -> bool:
    """Tell whether a text is a role in the meeting or the body."""
    low = re.sub(r"\s+", " ", text.lower().strip(" .-–"))
    return low in _ROLES or (low.startswith(_ROLE_STARTS) and len(low) < 50 and not low.startswith("for å"))


def is_position(text: str) -> bool:
    """Tell whether a text is the title of a position."""
    tokens = text.split()
    return bool(tokens) and len(tokens) <= 9 and (any(_is_title_word(t) for part in tokens for t in part.split("/")) or is_role(text))


def split_name(text: str, *, led: bool = False, stops: frozenset[str] = frozenset()) -> tuple[str | None, str, str] | None:
    """Find the personal name in a text without commas: what stands before it, the name, what follows.

    `Fagdirektør Kari Berg` gives title and name; `Kari Berg Universitetet i Nord` name and body. Known first names
    and the marks of bodies and positions tell where it begins and ends; `None` where nothing looks like a name. `led`
    says that a position stands before the text, so that any words may precede the name; `stops` are words that begin a
    body in the list the text is from.
    """
    tokens = text.split()
    starts = [i for i, t in enumerate(tokens) if is_first_name(t)]
    others = [i for i, t in enumerate(tokens) if i not in starts and _NAME_WORD.fullmatch(t) and not _never_first(t)]
    starts = [s - 1 if _also_first(tokens, s) else s for s in starts]
    for start in starts or others:
        if start and not led and not _may_precede(tokens[:start]):
            continue
        end = _name_end(tokens, start, stops)
        if end - start >= 3 and end < len(tokens) and tokens[end][:1].islower() and _is_org_word(tokens[end]):
            end -= 1  # `Kari Berg Nordvik sykehus`: the body's own first word is written like a name
        if end - start >= 2:
            before = " ".join(tokens[:start]).strip(" ,:") or None
            return before, " ".join(tokens[start:end]).strip(" ,"), " ".join(tokens[end:]).strip(" ,;–-")
    return None


def is_first_name(token: str) -> bool:
    """Tell whether a word is a first name in use in Norway, alone or as the first half of a double one."""
    return token in _FIRST or token.split("-")[0] in _FIRST and "-" in token and token[-1:].islower() and not _is_org_word(token)


def _also_first(tokens: Sequence[str], start: int) -> bool:
    """Tell whether the word before a known first name is the name's first: nothing but a position stands before it."""
    if start == 0 or not re.fullmatch(r"[A-ZÆØÅ][a-zæøå]+", tokens[start - 1]) or _never_first(tokens[start - 1]):
        return False
    return start == 1 or any(_is_title_word(part) for part in tokens[start - 2].split("/"))


def _never_first(token: str) -> bool:
    return token in _ORG_STARTS or _is_org_word(token) or _is_title_word(token)


def _may_precede(tokens: Sequence[str]) -> bool:
    """Tell whether words may stand before a name: they hold a position, or a connecting word."""
    if 0 < len(tokens) <= 4 and all(token.islower() and token.isalpha() for token in tokens):
        return True
    return any(_is_title_word(part) for t in tokens for part in t.split("/")) or tokens[-1].lower() in ("v/", "ved", "og", "/")


def _name_end(tokens: Sequence[str], start: int, stops: frozenset[str]) -> int:
    end = start + 1
    while end < len(tokens) and end - start < 6:
        token = tokens[end]
        if token in _PARTICLES:
            after = end + 1
            while after < len(tokens) and tokens[after] in _PARTICLES:
                after += 1
            if after >= len(tokens) or not _NAME_WORD.fullmatch(tokens[after]):
                break
            end = after + 1
            continue
        if re.fullmatch(r"[A-ZÆØÅ]{2,3}", token) and not (end + 1 < len(tokens) and re.fullmatch(r"[A-ZÆØÅ][a-zæøå]+(?:-\w+)?", tokens[end + 1]) and end == start + 1):
            break
        if not (_NAME_WORD.fullmatch(token) or re.fullmatch(r"[A-ZÆØÅ]{2}", token) and end == start + 1 and token not in _ORG_WORDS):
            break
        if end - start >= 2 and token.lower() in _ROLES:
            break
        if end - start >= 2 and (token in stops or token in _ORG_STARTS or _is_org_word(token) or (_is_title_word(token) and token not in _FIRST)):
            break
        if end - start >= 1 and (_is_org_word(token) or token in _ORG_STARTS) and end + 1 < len(tokens) and end - start >= 2:
            break
        end += 1
    return end


def read_person(text: str, *, parties: bool = False, stops: frozenset[str] = frozenset()) -> Person | None:
    """Read one entry of an attendance list; `None` where it holds no name.

    Understands `Name, position, body (role) (Teams) (sak 28/22)`, `Position Name, Body`, `Name (Ap)`, `Name – forfall`,
    `Name, vara for Other Name`.
    """
    text = text.strip(" ,;.•")
    instead = _INSTEAD.fullmatch(text)
    if instead and is_name(re.sub(r"\s*\([^)]*\)", "", instead["who"]).strip(" .")):
        person = read_person(instead["person"], parties=parties)
        if person is not None:
            return evolve(person, substitute_for=re.sub(r"\s*\([^)]*\)", "", instead["who"]).strip(" ."), role=person.role or "vara")
    brackets: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inner = match[1].strip()
        before = text[: match.start()].rpartition(",")[2].strip()
        split = split_name(before, led="," in text[: match.start()])
        if _is_mark(inner, parties) or is_name(before) or (split is not None and not split[2] and is_first_name(split[1].split()[0])):
            brackets.append(inner)
            return ""
        return match.group()

    body = _BRACKET.sub(keep, text)
    pieces = [p.strip() for p in re.split(r"\s*[,;]\s+|\s*,\s*|\s+[–—-]{1,2}\s+|\s+/\s+", body) if p.strip(" ,;.–—-")]
    found = _find_name(pieces, stops)
    if found is None:
        return None
    before, name, after = found
    facts = _Facts()
    for piece in before:
        facts.position(piece)
    for piece in [*after]:
        facts.take(piece, parties)
    for inner in brackets:
        facts.bracket(inner, parties)
    return facts.person(name, text)


def _find_name(pieces: list[str], stops: frozenset[str]) -> tuple[list[str], str, list[str]] | None:
    """Find the piece with the name; an earlier piece may only be a position."""
    for index, piece in enumerate(pieces[:4]):
        whole = re.sub(r"^(?:v/|ved)\s*", "", piece)
        if is_name(whole) and stops.isdisjoint(whole.split()[2:]):
            return pieces[:index], whole, pieces[index + 1 :]
        if not is_position(piece) or split_name(whole, led=bool(index), stops=stops) is not None:
            break
    for index, piece in enumerate(pieces[:4]):
        whole = re.sub(r"^(?:v/|ved)\s*", "", piece)
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


def _is_mark(inner: str, parties: bool) -> bool:
    """Tell a bracket that says something of the person from one that belongs to a body's name."""
    low = inner.lower().strip(" .")
    return (
        low in _REMOTE
        or any(part.strip() in _REMOTE or is_role(part) for part in re.split(r"[,;]", low))
        or low in _ABSENT
        or is_role(inner)
        or bool(_TIMES.search(inner))
        or bool(_FOR.match(inner))
        or is_party(inner)
        or bool(_PRESENCE.match(inner) and re.search(r"\d", inner))
    )


class _Facts:
    """Gathers what the pieces around a name say."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.organizations: list[str] = []
        self.roles: list[str] = []
        self.remote = self.absent = False
        self.cases: list[str] = []
        self.substitute_for: str | None = None
        self.presence: list[str] = []

    def position(self, piece: str) -> None:
        """Take a piece that stands before the name."""
        (self.roles if is_role(piece) and not any(_is_title_word(t) for t in piece.split()) else self.titles).append(piece)

    def take(self, piece: str, parties: bool) -> None:
        """Take a piece that follows the name."""
        if (cases := re.search(r"(?:^|\s)((?:(?:invitert|ugild|inhabil|i|og|med|f\.?o\.?m\.?|t\.?o\.?m\.?|fra|frå|til|unntatt|under)\s+)*sak(?:ene)?\s+\d[\d/., og-]*)$", piece)) and (cases.start() or cases.group() == piece):
            self.mark(cases[1], parties)
            piece = piece[: cases.start()].strip(" ,")
            if not piece:
                return
        if self.mark(piece, parties, loose=False):
            return
        tokens = piece.split()
        if len(tokens) > 1 and is_party(tokens[-1]) and (is_role(" ".join(tokens[:-1])) or is_position(" ".join(tokens[:-1]))):
            lead = " ".join(tokens[:-1])
            (self.roles if is_role(lead) else self.titles).append(lead)
            self.organizations.append(tokens[-1])
            return
        low = piece.lower()
        if self.organizations or is_organization(piece) or not is_position(piece):
            role = re.search(r"\s((?:fast medlem|fast møtende|nestleder|nestleiar|leder|leiar|observatør|vara|varamedlem|sekretariat|referent|sekretær|medlem|invitert|gjest)\b.*)$", piece)
            if role and is_role(role[1].split("(")[0]) and role.start() and (is_organization(piece[: role.start()]) or " " in piece[: role.start()]):
                self.organizations.append(piece[: role.start()].strip())
                self.mark(role[1], parties)
            else:
                self.organizations.append(piece)
        elif low in _ROLES:
            self.roles.append(piece)
        else:
            self.titles.append(piece)

    def bracket(self, inner: str, parties: bool) -> None:
        """Take what stands in a bracket: marks, and what is none as the body."""
        parts = re.split(r"\s*[,;]\s+", inner)
        if re.match(r"(?:utan|uten|ikke|ikkje|ingen|møtte|orienterte|gjekk|gikk|kom)\b", inner):
            self.presence.append(inner)
            return
        if _TIMES.search(parts[0]) and not any(is_role(part) or part.lower() in _REMOTE for part in parts[1:]):
            parts = [inner]
        for part in parts:
            if not self.mark(part, parties) and not self.organizations:
                self.organizations.append(part)

    def mark(self, inner: str, parties: bool, *, loose: bool = True) -> bool:
        """Take a mark; tells whether it was one."""
        low = inner.lower().strip(" .")
        parts = [part.strip(" .") for part in re.split(r"[,;]", low)]
        if any(part in _REMOTE for part in parts):
            self.remote = True
            rest = ", ".join(p.strip() for p in re.split(r"[,;]", inner) if p.strip(" .").lower() not in _REMOTE)
            return not rest or self.mark(rest, parties) or True
        if low in _ABSENT:
            self.absent = True
            return True
        if match := _FOR.match(inner):
            self.substitute_for = (match["who"] or match["for"]).strip(" .")
            if not match["for"]:
                self.roles.append(re.split(r"\s+for\s+", inner)[0])
            return True
        if _TIMES.search(inner):
            cases = _CASES.search(inner)
            lead = inner[: cases.start()].strip(" ,(") if cases else ""
            if cases:
                self.cases.extend(re.findall(r"\d+[/.\-]?\d*(?:/\d+)?(?:/\d+)?", cases["list"]))
            if is_role(lead):
                self.roles.append(lead)
            elif lead or not cases:
                self.presence.append(inner)
            return True
        if is_role(inner) and (loose or low in _ROLES or not is_organization(inner)):
            self.roles.append(inner.strip(" ."))
            return True
        if is_party(inner) and (parties or loose or low not in ("a", "h", "r", "v")):
            self.organizations.append(inner)
            return True
        if _PRESENCE.match(inner) and re.search(r"\d", inner):
            self.presence.append(inner)
            return True
        return False

    def _role(self, text: str) -> str | None:
        together = ", ".join(self.roles)
        return (together if together in text else self.roles[0]) if self.roles else None

    def person(self, name: str, text: str) -> Person:
        """Return what was gathered, with the name; `text` is the whole entry."""
        return Person(
            name=name,
            title=", ".join(self.titles) or None,
            organization=", ".join(self.organizations) or None,
            role=self._role(text),
            roles=tuple(self.roles),
            remote=self.remote,
            absent=self.absent,
            cases=tuple(self.cases),
            substitute_for=self.substitute_for,
            presence="; ".join(self.presence) or None,
        )
