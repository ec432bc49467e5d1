"""Case numbers, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govdocs.model import CaseNumber
from govdocs.norwegian.remembering import remembered

__all__ = ["NumberHit", "archive_number", "find_references", "head_number", "parse_number"]

_WORD = (
    r"(?!(?i:arkiv|elements?|web|bygge|innsyns|jour|per?son|anke|retts|straffe"
    r"|sivil)-?\w*sak)(?:[A-ZÆØÅ]-|[A-ZÆØÅa-zæøå]{0,24})?(?:sak|SAK|Sak)(?:s?(?:nr|nummer))?"
)
_WORD_REACH = 27
"""Letters at a line's beginning among which the word `sak` stands, if a word tells its number."""
_CODE = r"[A-ZÆØÅ]{1,6}"
_CORE = (
    r"\d{1,4}-(?:19|20)\d{2}-\d{1,2}(?!\d)|\d{1,2}\.\d{1,2}/(?:20\d{2}|\d{2})(?!\d)|\d{1,4}/\d{1,4}\.\d{1,2}(?![.\d])|\d{1,4}\s?/\s?\d{1,3}\s?/\s?(?:\d{4}|\d{2})"
    r"|\d{1,4}\s?/\s?(?:\d{4}|\d{1,4})|\d{1,4}-(?:19|20)\d{2}|\d{1,4}-\d{2}(?!\d)|(?:19"
    r"|20)\d{2}-\d{1,4}"
)
_SUB = r"\d{1,3}(?:\.\d{1,2}){1,2}(?!\.?\d)"
_SUFFIX = r"(?:\s?-\s?[A-ZÆØÅ]{1,2}|\s[A-HJ-ZØÆ]|[A-ZÆØÅ])(?=[\s:.,)]|$)"
_TAIL = r"(?=[\s:.,;)–—-]|$)(?!:\d\d)"
_SEPARATOR = re.compile(r"^\s*[:.,;)]?\s*(?:[-–—]\s+|[-–—](?=[A-ZÆØÅ]))?:?\s*")
_BLANKS = re.compile(r"\s+")
_LETTERS = re.compile(r"[A-ZÆØÅa-zæøå]+")
_DIGITS = re.compile(r"\d+")
_ENDLESS = re.compile(r"\d{19}")
"""More figures than a register can hold as a number, and than any body has counted to."""
_NO_LETTERS = re.compile(r"[\d/.\s-]+")
_PREFIX = re.compile(r"^((?:[A-ZÆØÅ]-)?[A-ZÆØÅa-zæøå]{2,})[\s-]?(?=\d)")
_FIGURES = re.compile(r"[\d/.\s-]*\d")
_BLANK = re.compile(r"\s")
_OF_YEAR = re.compile(r"\d+-(?:19|20)\d{2}-\d+")
_OF_MEETING = re.compile(r"\d+/\d+/\d+")
_OF_SCHOOL_YEAR = re.compile(r"\d{1,3}/\d{2}-\d{2}")
_OF_TWO = re.compile(r"\d+[/-]\d+")
_BETWEEN = re.compile(r"[/-]")
_CODE_AHEAD = re.compile(r"[A-ZÆØÅ]{1,4}(?=[\s-]?\d)")
_HYPHENED = re.compile(r"\d-\d{2}(?!\d)")
_LETTERED = re.compile(r"\d\s[A-ZÆØÅ]$")
_WORDED = re.compile(
    rf"(?P<word>{_WORD})(?:\s*(?:nr\.?|nummer))?\s*(?:[.:]|\.:)?\s*(?P<number>(?P<code>(?:{_CODE}[\s-]\s?)|{_CODE}(?=\d))?(?P<core>{_CORE}|{_SUB}|\d{{1,4}})(?P<suffix>{_SUFFIX})?){_TAIL}",
)
_SERIES = re.compile(
    rf"(?P<number>(?P<code>[A-ZÆØÅ]{{1,4}}-(?:SAK|sak|Sak))\s*:?\s*(?P<core>{_CORE}|{_SUB}|\d{{1,4}})(?P<suffix>{_SUFFIX})?){_TAIL}"
)
_SERIES_APART = re.compile(
    rf"(?P<number>(?P<code>(?:[A-ZÆØÅ]{{1,6}}-)?[A-ZÆØÅ]{{2,6}} (?:SAK|sak|Sak))\s(?P<core>{_CORE})"
    rf"(?P<suffix>{_SUFFIX})?){_TAIL}"
)
"""A series whose code stands before the word: `FR-HUM sak 26/09`."""
_SCHOOL_YEAR = re.compile(
    rf"(?P<word>{_WORD})\s*(?P<number>(?P<core>\d{{1,3}}/(?P<from>\d{{2}})-(?P<to>\d{{2}}))(?P<suffix>)(?P<code>)){_TAIL}"
)
"""Cases that are numbered by the school year: `Sak 7/24-25`."""
_CODED = re.compile(
    rf"(?P<number>(?P<code>{_CODE}|[A-ZÆØÅ][a-zæøå]{{1,2}}(?=-\d))(?P<gap>\s|-|\s-\s)?(?P<core>{_CORE})(?P<suffix>{_SUFFIX})?){_TAIL}"
)
_BARE = re.compile(rf"(?P<number>(?P<core>{_CORE})(?P<suffix>{_SUFFIX})?){_TAIL}")
_SUBBED = re.compile(rf"(?P<number>(?P<core>{_SUB})){_TAIL}")
_ORDINAL = re.compile(r"(?P<number>(?P<core>\d{1,2})\.?)(?=\s)")
_DIGIT = re.compile(r"\d")
_NOT_CODE = {
    "MØTE",
    "KL",
    "NR",
    "DATO",
    "SIDE",
    "TLF",
    "PB",
    "BOKS",
    "ISO",
    "EU",
    "NOU",
    "PROP",
    "MELD",
    "INNST",
    "RPT",
    "FOR",
    "LOV",
    "KR",
    "NOK",
    "REF",
    "GNR",
    "BNR",
    "FNR",
    "SNR",
    "ART",
    "PKT",
    "VER",
    "PRP",
    "JF",
    "AV",
    "OG",
    "I",
    "TIL",
    "PR",
    "UKE",
    "VEKE",
    "T",
    "H",
    "V",
    "Q",
    "E",
    "HØST",
    "VÅR",
    "COVID",
    "HO",
    "SFS",
    "OT",
}
_THREE = r"\d{1,4}\s?/\s?\d{1,2}/(?:\d{4}|\d{2})"
_MENTIONED = (
    rf"(?:{_THREE}|\d{{1,3}}/\d{{2}}-\d{{2}}(?=\D|$)|\d{{1,4}}\s?/\s?\d{{2,4}}|\d{{1,4}}-(?:20\d{{2}}|\d{{2}}))(?![\d/]|\s?[–-]\s?\d)"
    r"(?:-[A-ZÆØÅ]{1,2}\b|\s[A-HJ-ZØÆ]\b)?"
)
_REFERENCE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<series>[A-ZÆØÅ]{1,4}-(?:sak|SAK)\s(?=\d{1,4}(?!\s?[\d/–-]|\.\d)))(?P<alone>\d{1,4})"
    r"|(?:(?P<word>[Ss]ak(?:ene|er|ar|a|en|ane)?(?:s?nr\.?)?|SAK|[Ss]tyresak(?:er|ar|a|ene)?|[A-ZÆØÅ]-sak)"
    r"(?:\s*nr\.?)?\s*:?\s*)?"
    rf"(?P<number>(?:(?P<code>[A-ZÆØÅ]{{1,4}})(?:\s|-|(?=\d)))?(?P<core>{_MENTIONED})))"
)
_LIST = re.compile(rf"\s*(?:,|og|samt|til)\s*(?P<number>(?:(?P<code>[A-ZÆØÅ]{{1,4}})[\s-])?(?P<core>{_MENTIONED}))")
_CODES = frozenset({"PS", "RS", "FO", "DS", "KS", "FS", "BS"})
"""Codes that tell a case without the word `sak` before them."""

_ARCHIVED = re.compile(
    r"(?:(?P<label>(?:Sak|Saks|Arkivsak|Arkivsaks)[\s-]*(?:nr|nummer)\.?)\s*:?\s*)?"
    r"(?P<value>(?:(?:19|20)\d{2}/\d{4,6}\s[A-Z]|(?:19|20)\d{2}/\d{2,6}|\d{2}/\d{3,6})(?:-\d{1,3})?)",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class NumberHit:
    """A case number at the start of a line."""

    number: str
    """As written, without the word `Sak`."""
    word: str | None
    """The word before it: `Sak`, `Styresak`; `None` where there is none."""
    rest: str
    """What follows it on the line, without a separator."""
    shape: str
    """Form with digits as `9` and letters as `A`: `99/9/9999`, `AA 9/99`, `9.`; heads of one document share it."""


@remembered
def head_number(text: str, *, bare: bool = False, ordinal: bool = False) -> NumberHit | None:
    """Return the case number a line begins with.

    Told by a word (`Sak`, `Styresak`, `V-SAK`), by a code (`PS 6/26`, `FS-36/13`) or, with `bare`, by its form alone;
    with `ordinal`, plain ordinals (`1.`) and sub-numbers (`31.1`) count too.
    """
    hit = _match(text, bare=bare, ordinal=ordinal) if _DIGIT.search(text) else None
    if hit is None:
        return None
    match, word = hit
    number = " ".join(match["number"].split())
    if match.re is _ORDINAL:
        number = number.rstrip(".")
    rest = text[match.end("number") :]
    rest = _SEPARATOR.sub("", rest)
    return NumberHit(number=number, word=word, rest=rest.strip(), shape=_shape(match, word))


def _match(text: str, *, bare: bool, ordinal: bool) -> tuple[re.Match[str], str | None] | None:
    if "sak" in text[:_WORD_REACH].lower():
        if match := _SERIES.match(text) or _SERIES_APART.match(text):
            return match, None
        if (match := _SCHOOL_YEAR.match(text)) and int(match["to"]) == (int(match["from"]) + 1) % 100:
            return match, match["word"]
        match = _WORDED.match(text)
        if match and (match["code"] or not re.match(r"(?:kl|dato)", match["word"], re.IGNORECASE)):
            return match, match["word"]
    match = _CODED.match(text) if text[:1].isupper() else None
    coded = match is not None and (
        match["code"].upper() not in _NOT_CODE
        or (match["code"] == "T" and (match["gap"] == "-" or re.fullmatch(r"\d{1,3}/\d{2}", match["core"])))
    )
    if match and coded and (match["gap"] is not None or len(match["code"]) <= 3):
        return match, None
    if bare and (match := _BARE.match(text)) and not _is_date(match["core"], text[match.end() :]):
        return match, None
    if ordinal:
        if match := _SUBBED.match(text):
            return match, None
        if match := _ORDINAL.match(text):
            return match, None
    return None


def archive_number(text: str) -> tuple[str, str] | None:
    """Return label and number of a line that is nothing but a number in an archive: `Saksnr. 2017/6855`, `17/6855-2`.

    The label is empty where there is none.
    """
    match = _ARCHIVED.fullmatch(text.strip()) if "/" in text else None
    return (match["label"] or "", match["value"]) if match else None


def _is_date(core: str, after: str) -> bool:
    """Tell `12/9-2016` and `2016-09-12` from case numbers."""
    return bool(re.match(r"\s*[-–]\s*(?:19|20)?\d{2}\b", after)) or bool(
        re.fullmatch(r"(?:19|20)\d{2}\s?[-/]\s?(?:19|20)\d{2}", core)
    )


def _shape(match: re.Match[str], word: str | None) -> str:
    number = _BLANKS.sub(" ", match["number"])
    shape = _LETTERS.sub("A", _DIGITS.sub("9", number))
    return f"{(word or '').lower()}|{shape}"


@remembered
def parse_number(raw: str) -> CaseNumber:
    """Take a case number apart; what its form does not tell stays `None`, as all does where figures never end."""
    text = _BLANKS.sub(" ", raw).strip()
    if _ENDLESS.search(text):
        return CaseNumber(raw=raw)
    letters = _NO_LETTERS.sub(" ", text).split()
    prefix = " ".join(letters) or None
    if match := _PREFIX.match(text):
        prefix = match[1]
    digits = [int(group) for group in _DIGITS.findall(text)]
    core = _FIGURES.search(text)
    form = _BLANK.sub("", core.group()) if core else ""
    form = form.strip("-")
    if _OF_YEAR.fullmatch(form):
        return CaseNumber(raw=raw, sequence=digits[2], year=digits[1], prefix=prefix)
    if _OF_MEETING.fullmatch(form):
        return CaseNumber(
            raw=raw, sequence=digits[0], meeting=str(digits[1]), year=_year(form.split("/")[2]), prefix=prefix
        )
    if re.fullmatch(r"\d+\.\d+/\d+", form):  # the item and its point, as in `S 7.1/07`
        return CaseNumber(raw=raw, sequence=digits[1], year=_year(form.split("/")[1]), prefix=prefix)
    if _OF_SCHOOL_YEAR.fullmatch(form):  # of a school year, which is two
        return CaseNumber(raw=raw, sequence=digits[0], prefix=prefix)
    if _OF_TWO.fullmatch(form):
        first, second = _BETWEEN.split(form)
        if len(first) == 4 and first[:2] in ("19", "20") and not (len(second) == 4 and second[:2] in ("19", "20")):
            return CaseNumber(raw=raw, sequence=int(second), year=int(first), prefix=prefix)
        year = _year(second) if len(second) in (2, 4) else None
        return CaseNumber(raw=raw, sequence=int(first), year=year, prefix=prefix)
    return CaseNumber(raw=raw, sequence=digits[-1] if digits else None, prefix=prefix)


def _year(text: str) -> int | None:
    if len(text) == 4:
        return int(text) if 1900 <= int(text) <= 2100 else None
    if len(text) == 2:
        year = int(text)
        return 2000 + year if year < 70 else 1900 + year
    return None


def find_references(text: str, like: str = "") -> Iterator[tuple[str, int]]:
    """Yield the case numbers a running text mentions, as written, each with its offset.

    A number of three parts (`43/5/2022`) tells itself; of two parts it needs the word `sak` or a code before it, or to
    go on in a list of such. Other codes (`T-71/11`), years of two digits behind a hyphen (`41-23`) and a letter behind
    a blank (`12/18 O`) count where the number of the text's own case, `like`, is written so.
    """
    at = 0
    own = _Manner.of(like)
    while match := _REFERENCE.search(text, at):
        at = match.end()
        if match["alone"] is not None:
            yield match["series"] + match["alone"], match.start("series")
            continue
        if not own.told(match, worded=match["word"] is not None):
            at = max(match.start("core"), match.start() + 1) if match["code"] else at
            continue
        raw = own.whole(match["number"])
        at = match.start("number") + len(raw)
        yield raw, match.start("number")
        while (more := _LIST.match(text, at)) and own.told(more, worded=True):
            raw = own.whole(more["number"])
            at = more.start("number") + len(raw)
            yield raw, more.start("number")


@frozen
class _Manner:
    """How a document writes the numbers of its cases, seen from one of them."""

    code: str
    hyphen: bool
    letter: bool

    @classmethod
    def of(cls, number: str) -> _Manner:
        """Return the manner in which a number is written."""
        code = _CODE_AHEAD.match(number)
        return cls(
            code.group() if code else "",
            _HYPHENED.search(number) is not None,
            _LETTERED.search(number) is not None,
        )

    def told(self, match: re.Match[str], *, worded: bool) -> bool:
        """Tell whether a form behind the word `sak`, or without it, is a case's number."""
        core, code = match["core"], match["code"]
        if years := re.fullmatch(r"\d{1,3}/(\d{2})-(\d{2})", core):  # of a school year, as `3/24-25`
            return worded and int(years[2]) == (int(years[1]) + 1) % 100
        if re.fullmatch(r"\d{1,4}-\d{2}(?:\D.*)?", core) and not self.hyphen:
            return False
        if worded:
            return code is None or code not in _NOT_CODE or code == self.code or code in ("T", "V", "H", "E", "Q")
        if code is not None:
            return code in _CODES or code == self.code
        three = re.match(_THREE, core)
        return three is not None and not _looks_like_day(three.group())

    def whole(self, number: str) -> str:
        """Return the number without a letter behind a blank that is none of its own."""
        return number if self.letter else re.sub(r"\s[A-ZÆØÅ]$", "", number)


def _looks_like_day(core: str) -> bool:
    """Tell `12/9/2016` the day from `37/5/2022` the case: both parts fit a calendar and a four-digit year follows."""
    first, second, _ = core.split("/")
    return False if int(first) > 31 or int(second) > 12 else len(first) == 2 and len(second) == 2
