"""What a word or a few words are: a personal name, a body, a party, a role, a position."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.words import either, words

__all__ = [
    "ROLES",
    "begins_body",
    "ends_body",
    "is_first_name",
    "is_name",
    "is_organization",
    "is_party",
    "is_position",
    "is_role",
    "is_title_word",
    "meets",
    "split_name",
]

_FIRST = words("names", "first")


_PARTICLES = words("names", "particles")


_TITLE_ENDS = tuple(words("titles", "ends"))


_TITLE_ENDS_WHOLE = words("titles", "ends")


_TITLE_STARTS = words("titles", "starts")


_TITLE_WORDS = words("titles", "words")


_TITLE_ABBREVIATIONS = words("titles", "abbreviations")


ROLES = words("roles", "words")


_ABSENT = words("roles", "absent")
_POSITIONS = words("roles", "positions")
_ROLE_ENDS = tuple(words("roles", "ends"))
_ROLE_STARTS = tuple(words("roles", "starts"))


_ORG_ENDS = tuple(words("organizations", "ends"))


_ORG_STARTS = words("organizations", "starts")


_ORG_WORDS = words("organizations", "words")


_PARTIES = words("parties", "words")


_MEETING = tuple(words("bodies", "ends"))
_MEETING_ALONE = frozenset(_MEETING)
_LETTER = re.compile(r"[A-ZÆØÅ]")
_CAPITALS = re.compile(r"[A-ZÆØÅ]+")
_SEVERAL_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,}")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.?){1,3}")
_MIXED = re.compile(r"[A-ZÆØÅ](?=[A-ZÆØÅa-z]*[A-ZÆØÅ])\w*+")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[A-ZÆØÅ][a-zæøå]+")
_FEW_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,3}")
_HYPHENED = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:-\w+)?")
_TWO_CAPITALS = re.compile(r"[A-ZÆØÅ]{2}")
_NAME_WORD = re.compile(
    r"[A-ZÆØÅÁČĐŊŠŦŽÉÈÜÖÄÓÍŁÇŚŻ][a-zæøåáčđŋšŧžéèêëüöäóòôíìñçłśćńżßý'’]+(?:[-–][A-ZÆØÅÁČÉÖÜÄ]?[a-zæøåáčđŋšŧžéèêüöäóòôíñç]+)*"
    rf"|(?:{either('names', 'abbreviations')})\."
    r"|[A-ZÆØÅ]\.[A-ZÆØÅ][a-zæøå]+"
    r"|[A-ZÆØÅ]\.?(?:[A-ZÆØÅ]\.?)?(?:-[A-ZÆØÅ]\.)?|(?:Mc|Mac|O['’]|D['’])[A-Z][a-z]+"
)


_REACH = 40
"""Words of a text among which a name begins, so that long running text costs no more than its length."""
_YOUNGER = words("names", "younger")


_ADJECTIVE = re.compile(
    r"(?:Politisk|Juridisk|Teknisk|Økonomisk|Medisinsk|Strategisk|Akademisk|[A-ZÆØÅ][a-zæøå]+(?:tiv|leg|lig))"
)


@remembered
def is_name(text: str, *, least: int = 2) -> bool:
    """Tell whether a text is a personal name and nothing else: two to six words, each as names are written."""
    tokens = text.replace(",", " ").split()
    tokens = tokens[:-1] if len(tokens) > least and tokens[-1].lower() in _YOUNGER else tokens
    if not least <= len(tokens) <= 6 or text.rstrip() != text.rstrip(",;:"):
        return False
    called = [n for n in range(1, len(tokens) - 1) if _is_called(tokens[n])]
    if len(called) == 1:
        tokens.pop(called[0])
    if len(tokens) < least or not all(_NAME_WORD.fullmatch(t) or t in _PARTICLES or _is_initials(t) for t in tokens):
        return False
    if (
        tokens[0] in _PARTICLES
        or _LETTER.fullmatch(tokens[0])
        or is_title_word(tokens[0])
        or (tokens[0].lower() in ROLES and tokens[0] not in _FIRST)
        or tokens[-1] in _PARTICLES
        or _SEVERAL_CAPITALS.fullmatch(tokens[0])
    ):
        return False
    if _CAPITALS.fullmatch(tokens[-1]) or any(_is_plain_title(t) for t in tokens[1:]):
        return False
    if any(t in _ORG_WORDS for t in tokens) or tokens[0] in ("Det", "Den", "De", "Ny", "Nye", "Sak", "Ingen", "Alle"):
        return False
    if tokens[0] in _FIRST:
        return not tokens[-1].lower().endswith(("departementet", "direktoratet", "universitetet"))
    return not (tokens[0] in _ORG_STARTS or any(_is_org_word(t) for t in tokens)) and not all(
        len(t) <= 2 for t in tokens
    )


def _is_called(token: str) -> bool:
    """Tell the name one goes by, in a bracket behind the first name: `(Tine)`."""
    return token[0] == "(" and token[-1] == ")" and is_first_name(token[1:-1])


def _is_initials(token: str) -> bool:
    return bool(_INITIALS.fullmatch(token))


def is_title_word(token: str) -> bool:
    """Tell whether a word can stand in the title of a position."""
    low = token.lower().strip(",./")
    written = token.lower().strip(",/")  # `prof.`
    if not {low, written}.isdisjoint(_TITLE_WORDS | _TITLE_STARTS) or (
        low.endswith(_TITLE_ENDS) and token not in _FIRST
    ):
        return True
    parts = low.split(".")
    return len(parts) > 1 and all(part in _TITLE_ABBREVIATIONS for part in parts)


def _is_plain_title(token: str) -> bool:
    """Tell a position within a text from a surname that only ends like one."""
    low = token.lower().strip(",./")
    whole = low in _TITLE_ENDS_WHOLE or low in ROLES or low in _ABSENT
    return whole or (len(low) > 9 and low.endswith(_TITLE_ENDS) and token not in _FIRST)


def _is_org_word(token: str) -> bool:
    word = token.strip("(),.")
    return word in _ORG_WORDS or (
        len(word) > 4 and word.lower().endswith(_ORG_ENDS) and not word.lower().endswith(("berget", "haug"))
    )


@remembered
def is_organization(text: str) -> bool:
    """Tell whether a text names a body rather than a person or a position."""
    tokens = text.split()
    if not tokens:
        return False
    if tokens[0].strip(",") in _ORG_STARTS and tokens[0] not in _FIRST:
        return True
    if any(_is_org_word(token) for token in tokens):
        return not (is_title_word(tokens[0]) and len(tokens) == 1)
    return bool(_MIXED.fullmatch(tokens[0])) and not is_name(text)


def begins_body(token: str) -> bool:
    """Tell whether a word begins the names of bodies, as `Universitetet`."""
    return token in _ORG_STARTS


def ends_body(token: str) -> bool:
    """Tell whether a word ends the names of bodies, as `RHF`."""
    return token in _ORG_WORDS


def is_party(text: str) -> bool:
    """Tell whether a text is a political party, by name or letters."""
    low = text.strip(" ().").lower()
    return low in _PARTIES or (
        low.endswith(
            (
                "bygdeliste",
                "bygdelista",
                "fellesliste",
                "felleslista",
                "partiet",
                "folkeparti",
                "venstreparti",
                "tverrpolitisk liste",
            )
        )
        and len(low.split()) < 5
    )


def is_role(text: str) -> bool:
    """Tell whether a text is a role in the meeting or the body."""
    low = _BLANKS.sub(" ", text.lower().strip(" .-–"))
    if low in _POSITIONS:
        return False
    if low in ROLES or (low.endswith(_ROLE_ENDS) and len(low.split()) <= 3 and "/" not in low):
        return True
    return low.startswith(_ROLE_STARTS) and len(low) < 60 and not low.startswith("for å")


@remembered
def is_position(text: str) -> bool:
    """Tell whether a text is the title of a position."""
    tokens = text.split()
    return (
        bool(tokens)
        and len(tokens) <= 9
        and (any(is_title_word(t) for part in tokens for t in part.split("/")) or is_role(text))
    )


@remembered
def split_name(
    text: str, *, led: bool = False, stops: frozenset[str] = frozenset()
) -> tuple[str | None, str, str] | None:
    """Find the personal name in a text without commas: what stands before it, the name, what follows.

    `Fagdirektør Kari Berg` gives title and name; `Kari Berg Universitetet i Nord` name and body. Known first names
    and the marks of bodies and positions tell where it begins and ends; `None` where nothing looks like a name. `led`
    says that a position stands before the text, so that any words may precede the name; `stops` are words that begin a
    body in the list the text is from.
    """
    tokens = text.split()
    near = tokens[:_REACH]
    starts = [i for i, t in enumerate(near) if is_first_name(t)]
    others = [
        i
        for i, t in enumerate(near)
        if i not in starts and _NAME_WORD.fullmatch(t) and len(t) > 1 and not _never_first(t)
    ]
    starts = [s - 1 if _also_first(tokens, s) else s for s in starts]
    for start in starts or others:
        if start and not led and not _may_precede(tokens[:start]):
            continue
        end = _name_end(tokens, start, stops)
        bodied = _goes_on_as_body(tokens[end:])
        if bodied and start in others:  # `Indre Vest kontrollutvalssekretariat` is a body whole
            continue
        if end - start >= 3 and bodied:
            end -= 1  # `Kari Berg Nordvik sykehus`: the body's own first word is written like a name
        if end - start >= 2:
            before = " ".join(tokens[:start]).strip(" ,:") or None
            return before, " ".join(tokens[start:end]).strip(" ,"), " ".join(tokens[end:]).strip(" ,;–-")
    return None


def _goes_on_as_body(tokens: Sequence[str]) -> bool:
    """Tell what is the rest of a body's name: `sykehus …`, `interkommunale havnevesen …`."""
    if not tokens or not tokens[0][:1].islower():
        return False
    described = tokens[0].endswith("e") and len(tokens) > 1 and tokens[1][:1].islower() and _is_org_word(tokens[1])
    return _is_org_word(tokens[0]) or (described and not is_title_word(tokens[0]))


def is_first_name(token: str) -> bool:
    """Tell whether a word is a first name in use in Norway, alone or as the first half of a double one."""
    return token in _FIRST or (
        token.split("-")[0] in _FIRST and "-" in token and token[-1:].islower() and not _is_org_word(token)
    )


def _also_first(tokens: Sequence[str], start: int) -> bool:
    """Tell whether the word before a known first name is the name's first: nothing but a position stands before it."""
    if start == 0 or not _WORD.fullmatch(tokens[start - 1]) or _never_first(tokens[start - 1]):
        return False
    return start == 1 or any(is_title_word(part) for part in tokens[start - 2].split("/"))


def _never_first(token: str) -> bool:
    return token in _ORG_STARTS or _is_org_word(token) or is_title_word(token) or token.lower() in ROLES


def _may_precede(tokens: Sequence[str]) -> bool:
    """Tell whether words may stand before a name: they hold a position, or a connecting word."""
    if 0 < len(tokens) <= 4 and tokens[-1] != "for" and all(token.islower() and token.isalpha() for token in tokens):
        return True
    if " ".join(tokens).lower() in ROLES:
        return True
    return any(is_title_word(part) for t in tokens for part in t.split("/")) or tokens[-1].lower() in (
        "v/",
        "ved",
        "og",
        "/",
    )


def _name_end(tokens: Sequence[str], start: int, stops: frozenset[str]) -> int:
    end = start + 1
    while end < len(tokens) and end - start < 6:
        token = tokens[end]
        if token.lower() in _YOUNGER and end - start >= 2:
            return end + 1
        if _is_called(token) and end + 1 < len(tokens) and _NAME_WORD.fullmatch(tokens[end + 1]):
            end += 2
            continue
        if token in _PARTICLES:
            after = end + 1
            while after < len(tokens) and tokens[after] in _PARTICLES:
                after += 1
            if after >= len(tokens) or not _NAME_WORD.fullmatch(tokens[after]):
                break
            end = after + 1
            continue
        if _LETTER.fullmatch(token) and end + 1 == len(tokens):  # `Kari Berg H`: a party, no initial
            break
        if _FEW_CAPITALS.fullmatch(token) and not (
            end + 1 < len(tokens) and _HYPHENED.fullmatch(tokens[end + 1]) and end == start + 1
        ):
            break
        if not (
            _NAME_WORD.fullmatch(token)
            or (_TWO_CAPITALS.fullmatch(token) and end == start + 1 and token not in _ORG_WORDS)
        ):
            break
        if end - start >= 2 and (token.lower() in ROLES or token.lower() in _ABSENT):
            break
        if (
            end - start >= 2
            and _ADJECTIVE.fullmatch(token)
            and end + 1 < len(tokens)
            and is_title_word(tokens[end + 1])
        ):
            break  # `Kari Berg Politisk rådgjevar`
        if end - start >= 2 and (
            token in stops
            or token in _ORG_STARTS
            or _is_org_word(token)
            or (is_title_word(token) and token not in _FIRST)
        ):
            break
        if (
            end - start >= 1
            and (_is_org_word(token) or token in _ORG_STARTS)
            and end + 1 < len(tokens)
            and end - start >= 2
        ):
            break
        end += 1
    return end


def meets(word: str) -> bool:
    """Tell a word that names a body that meets, or ends the name of one: `utvalget`, `Eldrerådet`."""
    low = word.casefold()
    return low in _MEETING_ALONE or (len(low) > 4 and low.endswith(_MEETING))
