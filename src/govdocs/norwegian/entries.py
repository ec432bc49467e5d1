"""What an entry of an attendance list says around a name: position, body, role, and marks."""

from __future__ import annotations

import re

from attrs import frozen

from govdocs.norwegian.naming import (
    ROLES,
    begins_body,
    ends_body,
    is_name,
    is_organization,
    is_party,
    is_position,
    is_role,
    is_title_word,
)
from govdocs.norwegian.presence import TIMES, bare_cases, cases_in, is_presence, split_cases
from govdocs.norwegian.words import either, words

__all__ = ["Entry", "Person", "is_absence", "is_mark"]

_ABSENT = words("roles", "absent")
_THERE = words("roles", "there")
_TASKS = words("roles", "tasks")
_REMOTE = words("remote", "words")
_FOR = re.compile(
    r"^(?:(?:møtende|møtande|fast\s+møtende)?\s*(?:vara|varamedlem|vararepresentant"
    r"|stedfortreder)(?:medlem)?|møtte|møter|møtende)\s+for:?\s+(?P<who>.+)$"
    r"|^for\s+(?P<for>[A-ZÆØÅ].+)$",
    re.IGNORECASE,
)
_BODY_ROLES = tuple(words("roles", "body_ends"))
_LIST = re.compile(r"[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{1,6})*")
_OF_BODY = re.compile(r"(?:nest)?(?:leder|leiar)\s+(?:av|i|for)\s+\w+(?:utval|utvalg|råd|styre)\w*$")
_HELD = re.compile(
    r"(?P<role>[^\d(]+?)\s+(?P<when>(?:fra|frå|til|under|ved|i|kl|sak|[ft]\.?\s?o\.?\s?m)\b.*)", re.IGNORECASE
)


_INSTEAD_OF_ME = re.compile(r"[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]+){0,3}\s+(?:(?:møtte|møter)\s+(?:som\s+)?)?vara\w*")
"""Who came instead of someone absent: `Kari Berg (Vik vara)`."""
_AT = re.compile(
    r"(?P<title>[A-ZÆØÅa-zæøå][a-zæøå.-]*(?:\s+[a-zæøå.-]+){0,3}?)\s+"
    r"(?:(?:ved|hos|i)\s+(?P<body>[A-ZÆØÅ].*))"
)
"""A position and the body where it is held: `direktør ved Nordmuseet`."""
_ROLE_OF = re.compile(r"(?P<role>[a-zæøå]+)\s+(?P<body>[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]+)?)")
"""A role and the municipality it is held in: `varaordførar Nes`."""
_NUMBERS = re.compile(r"^(?=\D*\d)(?!.*[^\W\d]{2})")
"""Numbers of whatever series, which are no body: `S 7.1–S 7.4`."""
_SHORT = re.compile(rf"(?P<title>(?:{either('titles', 'short')})\.)\s+(?P<body>[A-ZÆØÅ].*)")
"""A position written short before its body: `stip. ØI`."""


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
    ticked: bool = False
    """Whether marked as there, where all who were called stand in one list."""
    cases: tuple[str, ...] = ()
    """Numbers of the cases he or she was there for."""
    substitute_for: str | None = None
    """Whom he or she stood in for."""
    presence: str | None = None
    """When he or she was there, as written."""


def _is_named_body(text: str) -> bool:
    """Tell a body by its name from the field of a position: `Nes regionråd`, `Lærarforbundet`, not `Organisasjon`."""
    words = text.split()
    if not words or begins_body(words[0]):
        return bool(words)
    last = words[-1]
    own = len(words) > 1 and last.islower()
    named = ends_body(last) or (is_organization(last) and (own or re.search(r"(?:et|en|a)$", last) is not None))
    return text[0].isupper() and named and not is_position(text)


def is_absence(text: str) -> bool:
    """Tell a mark that says the person was not there."""
    return text.lower().strip(" .") in _ABSENT


def is_mark(inner: str, parties: bool) -> bool:
    """Tell a bracket that says something of the person from one that belongs to a body's name."""
    low = inner.lower().strip(" .")
    return (
        low in _REMOTE
        or any(part.strip() in _REMOTE or is_role(part) for part in re.split(r"[,;]", low))
        or low in _ABSENT
        or low in _THERE
        or is_role(inner)
        or bool(TIMES.search(inner))
        or bool(_FOR.match(inner))
        or is_party(inner)
        or is_presence(inner)
        or bool(bare_cases(inner))
    )


class Entry:
    """Gathers what the pieces around a name say."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.organizations: list[str] = []
        self.roles: list[str] = []
        self.remote = self.absent = self.ticked = False
        self.cases: list[str] = []
        self.substitute_for: str | None = None
        self.presence: list[str] = []

    def position(self, piece: str) -> None:
        """Take a piece that stands before the name."""
        if piece.endswith((" v/", " ved")):
            self.organizations.append(piece.rpartition(" ")[0].strip())
        elif piece.lower() in _TASKS or (
            is_role(piece) and (piece.lower().endswith(_BODY_ROLES) or not any(is_title_word(t) for t in piece.split()))
        ):
            self.roles.append(piece)
        else:
            self.titles.append(piece)

    def take(self, piece: str, parties: bool) -> None:
        """Take a piece that follows the name."""
        if not re.search(r"[^\W\d]", piece):  # a telephone number
            return
        if (behind := split_cases(piece)) is not None and not is_absence(behind[0]):
            piece, mark = behind
            self.mark(mark, parties)
            if not piece:
                return
        if as_role := re.fullmatch(r"(?:møtte|møter)\s+som\s+(.+)", piece):
            piece = as_role[1]
        if self._role_and_party(piece, parties):
            return
        if self.mark(piece, parties, loose=False):
            return
        piece = re.sub(r"^(?:fra|frå)\s+(?=\S+\s*\S)", "", piece)
        if self._position_and_body(piece):
            return
        low = piece.lower()
        if _OF_BODY.match(low) or (low == piece and len(piece.split()) < 5 and piece.split()[-1] in ROLES):
            self.roles.append(piece)
        elif self.organizations or is_organization(piece) or not is_position(piece):
            role = re.search(
                r"\s((?:fast medlem|fast møtende|nestleder|nestleiar|leder|leiar|observatør|vara|varamedlem"
                r"|sekretariat|referent|sekretær|medlem|invitert|gjest)\b.*)$",
                piece,
            )
            if (
                role
                and is_role(role[1].split("(")[0])
                and role.start()
                and (is_organization(piece[: role.start()]) or " " in piece[: role.start()])
            ):
                self.organizations.append(piece[: role.start()].strip())
                self.mark(role[1], parties)
            else:
                self.organizations.append(piece)
        elif low in ROLES:
            self.roles.append(piece)
        else:
            self.titles.append(piece)

    def _position_and_body(self, piece: str) -> bool:
        """Take `direktør ved Nordmuseet` and `rådgiver Nes regionråd`: a position, and the body it is held in."""
        at = _AT.fullmatch(piece)
        title, _, body = (at["title"], "", at["body"]) if at else piece.partition(" ")
        held = is_position(title) if at else is_title_word(title) and _is_named_body(body)
        if not held or is_role(title):
            return False
        self.titles.append(title)
        self.organizations.append(body)
        return True

    def _role_and_party(self, piece: str, parties: bool) -> bool:
        """Take `Medlem SV`: a role or a position, a party, and what follows: a mark, or whom one stood in for."""
        tokens = piece.split()
        at = next((n for n, token in enumerate(tokens) if n and is_party(token)), None)
        if at is None and len(tokens) > 1 and tokens[0].lower() in ROLES and _LIST.fullmatch(tokens[1]):
            at = 1  # a list of its own, as `Medlem NML`
        lead = " ".join(tokens[:at]) if at else ""
        if at is None or not (is_role(lead) or (is_position(lead) and at + 1 == len(tokens))):
            return False
        (self.roles if is_role(lead) else self.titles).append(lead)
        end = next((n for n in range(at + 1, len(tokens)) if not _LIST.fullmatch(tokens[n])), len(tokens))
        self.organizations.append(" ".join(tokens[at:end]))
        rest = " ".join(tokens[end:])
        if is_name(rest) and is_role(lead):
            self.substitute_for = rest
        elif rest:
            self.mark(rest.strip(" –-"), parties)
        return True

    def bracket(self, inner: str, parties: bool) -> None:
        """Take what stands in a bracket: marks, and what is none as the body."""
        if is_absence(inner):
            self.absent = True
            return
        if numbers := bare_cases(inner):
            self.cases.extend(numbers)
            return
        parts = re.split(r"\s*[,;]\s+", inner)
        if re.match(
            r"(?:utan|uten|ikke|ikkje|ingen|møtte(?! for)|orientert?e?(?:ing)?|gjekk|gikk|kom)\b"
            r"|vara\b.*\b(?:møt|kunne)",
            inner,
        ):
            self.presence.append(inner)
            self.cases.extend(cases_in(inner))
            return
        away = is_absence(parts[0]) and len(parts) > 1 and TIMES.search(inner) is not None
        if (away or TIMES.search(parts[0])) and not any(is_role(part) or part.lower() in _REMOTE for part in parts[1:]):
            parts = [inner]
        for part in parts:
            sent = re.fullmatch(r"(?P<body>[^/–]+?)\s*(?:/|\s[–-]\s)\s*(?P<role>[^/–]+)", part)
            if sent and is_role(sent["role"]) and is_organization(sent["body"]) and not is_role(sent["body"]):
                self.organizations.append(sent["body"])
                self.roles.append(sent["role"])
                continue
            task = re.fullmatch(r"(?P<title>[^/]+)/\s*(?P<role>[^/]+)", part)
            if task and task["role"].lower() in _TASKS and not is_role(task["title"]) and is_position(task["title"]):
                self.titles.append(task["title"].strip())
                self.roles.append(task["role"].strip())
                continue
            if self.mark(part, parties):
                continue
            if _INSTEAD_OF_ME.fullmatch(part):
                self.presence.append(part)
            elif (held := _ROLE_OF.fullmatch(part)) is not None and (
                held["role"].lower() in ROLES or (held["body"].isupper() and is_title_word(held["role"]))
            ):
                (self.roles if held["role"].lower() in ROLES else self.titles).append(held["role"])
                self.organizations.append(held["body"])
            elif (short := _SHORT.fullmatch(part)) is not None:
                self.titles.append(short["title"])
                self.organizations.append(short["body"])
            elif self._position_and_body(part):
                pass
            elif is_position(part) and not is_organization(part):
                self.titles.append(part)
            elif re.search(r"(?:tale|møte|forslags)rett\b", part) or _NUMBERS.search(part):
                self.presence.append(part)
            elif not self.organizations:
                self.organizations.append(part)

    def mark(self, inner: str, parties: bool, *, loose: bool = True) -> bool:
        """Take a mark; tells whether it was one."""
        low = inner.lower().strip(" .")
        parts = [part.strip(" .") for part in re.split(r"[,;]", low)]
        if any(part in _REMOTE for part in parts):
            self.remote = True
            rest = ", ".join(p.strip() for p in re.split(r"[,;]", inner) if p.strip(" .").lower() not in _REMOTE)
            return not rest or self.mark(rest, parties) or True
        if low in _ABSENT or low in _THERE:
            self.absent, self.ticked = low in _ABSENT, low in _THERE
            return True
        if match := _FOR.match(inner):
            who = (match["who"] or match["for"]).strip(" .")
            if who.islower():  # `vara for eksterne representanter`: for several, none by name
                self.roles.append(inner.strip(" ."))
                return True
            self.substitute_for = who
            if not match["for"]:
                lead = re.split(r"\s+for:?\s+", inner)[0]
                if is_role(lead):
                    self.roles.append(lead)
            return True
        if TIMES.search(inner):
            cases = cases_in(inner)
            self.cases.extend(cases)
            held = _HELD.fullmatch(inner)
            if held and is_role(held["role"].strip(" ,")):
                self.roles.append(held["role"].strip(" ,"))
                self.presence.extend([] if cases else [held["when"]])
            elif not cases or not re.match(r"sak", inner, re.IGNORECASE):
                self.presence.append(inner)
            return True
        if is_role(inner) and (loose or low in ROLES or not is_organization(inner)):
            self.roles.append(inner.strip(" ."))
            return True
        if is_party(inner) and (parties or loose or low not in ("a", "h", "r", "v")):
            self.organizations.append(inner)
            return True
        if is_presence(inner):
            self.presence.append(inner)
            return True
        return False

    def _organization(self, text: str) -> str | None:
        together = ", ".join(self.organizations)
        return (together if together in text else self.organizations[-1]) if self.organizations else None

    def _role(self, text: str) -> str | None:
        if not self.roles:
            return None
        first, last = text.find(self.roles[0]), text.find(self.roles[-1])
        whole = text[first : last + len(self.roles[-1])] if 0 <= first < last else ""
        beside = whole.removeprefix(self.roles[0]).removesuffix(self.roles[-1])
        return (
            whole + ")" * (whole.count("(") - whole.count(")"))
            if beside and not beside.strip(" ,(/")
            else self.roles[0]
        )

    def person(self, name: str, text: str) -> Person:
        """Return what was gathered, with the name; `text` is the whole entry."""
        letters = "".join(re.findall(r"(?<![\wæøå])[A-ZÆØÅ]", name))
        self.organizations = [each for each in self.organizations if each != letters or is_party(each)]  # `(KB)`
        if not (self.organizations or self.roles) and [each.lower() for each in self.titles] in (["leder"], ["leiar"]):
            self.roles, self.titles = self.titles, []  # of this body: another's leader has that body behind the name
        return Person(
            name=name,
            title=", ".join(self.titles) or None,
            organization=self._organization(text),
            role=self._role(text),
            roles=tuple(self.roles),
            remote=self.remote,
            absent=self.absent,
            ticked=self.ticked,
            cases=tuple(self.cases),
            substitute_for=self.substitute_for,
            presence="; ".join(self.presence) or None,
        )
