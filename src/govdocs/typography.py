"""Bytes into text and text into plain lines: encodings, and the marks that extraction leaves."""

from __future__ import annotations

import re
import unicodedata

from attrs import frozen

__all__ = ["BULLETS", "Decoded", "decode", "lead_of", "plain", "unhyphenated", "wide_gaps", "wide_stops"]

BULLETS = "•●▪■◦‣·○□➢►✓๏–—-"
"""Characters that stand as list marks at the start of a line, each followed by a blank."""

_MARK = 12
"""Characters that a list's mark before bold text may have."""

_SYMBOLS = {  # Symbol and Wingdings characters in the private-use area, as Word and PDF extractors leave them
    0xF02D: "-",
    0xF0A7: "•",
    0xF0A8: "•",
    0xF0B7: "•",
    0xF0D8: "•",
    0xF0FC: "•",
    0xF06F: "◦",
    0xF0BE: "-",
    0xF071: "•",
    0xF0E8: "→",
    0xF0E0: "→",
    0xF04A: "☺",
    0xF0A3: "≤",
    0xF0B3: "≥",
    0xF0B0: "°",
    0xF0B1: "±",
    0xF0D7: "·",
}
_BLANKS = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\t",
    ),
    " ",
)
_GONE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF])
_TRANSLATION = {**_SYMBOLS, **_BLANKS, **_GONE}
_MARK_AHEAD = re.compile(r"^[^\S\n]*[\uf021-\uf0ff](?=\s)")
"""A sign of a symbol font before a blank at a line's beginning: a list's mark, whatever it looks like."""
_LETTER_SPACED = re.compile(r"\s*(?:[^\W\d_] +){4,}[^\W\d_]\s*:?\s*")
_LINE_END_HYPHEN = re.compile(r"[\u00ad\u0002\ufffe]+$")
_SOFT = re.compile(r"[\u00ad\u0002\ufffe]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]")


@frozen(kw_only=True)
class Decoded:
    """Text and how it was won from bytes."""

    text: str
    """The text."""
    encoding: str
    """The encoding, as Python names it."""
    lossy: bool
    """Whether bytes had no meaning in it, or the text holds replacement characters."""


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Turn bytes into text; `None` where they are plainly not text.

    A byte-order mark decides, then a declared encoding that fits, then UTF-8 if it fits whole; after that the
    one-byte encoding in which the letters æ, ø and å are most likely.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            marked = _decoded(data, name)
            return marked if _is_text(marked.text[:4096].removeprefix("\ufeff")) else None
    head = data[:4096]
    if b"\x00" in head:
        wide = _utf16(head)
        spread = _decoded(data, wide) if wide else None
        return spread if spread and _is_text(spread.text[:4096]) else None
    if declared and declared.lower() not in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        try:
            return Decoded(text=data.decode(declared), encoding=declared, lossy=False)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > 100 and _mostly_utf8(data):
            return _decoded(data, "utf-8")
    else:
        return (
            Decoded(text=text, encoding="utf-8", lossy="\ufffd" in text)
            if _is_text(head.decode("utf-8", "ignore"))
            else None
        )
    name = max(("cp1252", "mac_roman", "cp865"), key=lambda name: _norwegian_score(data, name))
    decoded = _decoded(data, name)
    return decoded if _is_text(decoded.text[:4096]) else None


def _decoded(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text=text, encoding=name, lossy="\ufffd" in text)


def _utf16(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its zero bytes stand."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd / half > 0.6 and even / half < 0.05:
        return "utf-16-le"
    if even / half > 0.6 and odd / half < 0.05:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Tell a damaged UTF-8 text from a one-byte text: nearly all its high bytes form whole sequences."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 < sum(ord(c) > 127 for c in text)


def _norwegian_score(data: bytes, name: str) -> float:
    text = data[:200_000].decode(name, "replace")
    letters = sum(text.count(c) for c in "æøåÆØÅéèêòóôäö")
    high = sum(1 for c in text if ord(c) > 127)
    odd = sum(1 for c in text if ord(c) > 127 and not (c.isalpha() or c in "«»–—’‘“”…•§°½€£ \u00a0\u00ad´"))
    return (letters - 3 * odd - text.count("\ufffd") * 5) / max(1, high)


def _is_text(text: str) -> bool:
    """Tell text from other bytes: hardly any control characters, and words in it."""
    if not text.strip():
        return False
    control = sum(1 for c in text if unicodedata.category(c) == "Cc" and c not in "\n\r\t\f\v")
    strange = sum(1 for c in text if unicodedata.category(c) in ("Cn", "Co") and ord(c) not in _SYMBOLS) + text.count(
        "\ufffd"
    )
    return control <= 0.01 * len(text) and strange <= 0.1 * len(text)


def plain(text: str) -> str:
    """Make one line plain: symbols mapped, letter-spaced words closed up, blanks made one, both ends stripped.

    A hyphen that the line end alone called for (soft hyphen, U+0002 or U+FFFE at the end) stays as `-`.
    """
    text = _closed_up(text.rstrip())
    if not text.isprintable():  # all that is looked for here is what cannot be printed: most lines are spared it
        text = _CONTROL.sub("", _LINE_END_HYPHEN.sub("-", text).translate(_TRANSLATION))
        text = _MARK_AHEAD.sub("•", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\u2010", "-").replace("\u2011", "-")
    return text.strip() if "  " not in text else " ".join(text.split())


def _closed_up(text: str) -> str:
    """Close up letter-spaced words: their letters stand one blank apart, the words further."""
    if text[-2:-1] in (" ", "") and len(text) > 8 and _LETTER_SPACED.fullmatch(text):
        return re.sub(r"(?<=\S) (?=\S)", "", text)
    return text


def wide_gaps(text: str) -> tuple[int, ...]:
    """Return the offsets in `plain(text)` of the characters before which two or more blanks or a tab stood."""
    if "  " not in text and "\t" not in text and "\u00a0" not in text:
        return ()
    offsets, length = [], 0
    pieces = re.split(r"(?:[^\S\t]{2,}|\s*\t\s*)", _closed_up(text.rstrip()).strip())
    for index, piece in enumerate(pieces, 1):
        part = plain(piece if index == len(pieces) else _SOFT.sub("", piece))
        if part and length:
            offsets.append(length + 1)
        length += len(part) + (1 if part and length else 0)
    return tuple(offsets)


def wide_stops(text: str) -> tuple[float, ...]:
    """Return the columns of the raw text at which the pieces behind its wide gaps begin."""
    if "  " not in text and "\t" not in text and "\u00a0" not in text:
        return ()
    stops: list[float] = []
    begun = False
    at = 0
    for gap in re.finditer(r"[^\S\t]{2,}|\s*\t\s*|\Z", text):
        piece = text[at : gap.start()]
        if plain(_SOFT.sub("", piece) if gap.end() < len(text.rstrip()) else piece):
            if begun:
                stops.append(float(at))
            begun = True
        at = gap.end()
    return tuple(stops)


_HYPHEN = re.compile(r"(\w)-$")
_AND = re.compile(r"(?:og|eller|samt|til|und|och|and|/)\b", re.IGNORECASE)
_NO_AND = frozenset(("dertil", "hertil", "hittil", "inntil", "langsamt", "opptil"))
"""Words whose second half is written like a word that joins."""
_OWN = re.compile(
    r"\b(?:ikk(?:e|je)|ad hoc|ikt|it|covid|\d{1,2}\. (?:mars|mai)"
    r"|(?-i:Nav|Teams|Zoom|Skype|Outlook|Excel|PowerPoint|SharePoint|Google|Facebook|Instagram|YouTube|Altinn|Vipps))-$",
    re.IGNORECASE,
)
"""First parts that have a hyphen wherever they stand: `ikke-kommersiell`, `17. mai-komiteen`, `Teams-møte`."""
_LETTERS = re.compile(r"(?<![\w-])[^\W\d_]+$")
_VOWEL = re.compile(r"[aeiouyæøåéèêòóôäöü]", re.IGNORECASE)
_CAPITALS = 5
"""Letters at least of a half word in capitals, where fewer may be an abbreviation, or `NORD-` and `MIDT-`."""
_AROUND = 40
"""Characters on both sides of a hyphen that tell whether the text around it is set in capitals."""
_WORD = 200
"""Letters before a line-end hyphen among which the word that it parts begins."""


def unhyphenated(first: str, second: str, words: frozenset[str] = frozenset()) -> str:
    """Join two lines of one text: one blank between them, or a line-end hyphen undone.

    A hyphen is followed by a blank before `og` and `eller` (`helse-` `og`), and stays in an address and before a
    capital or a digit (`Midt-` `Norge`), unless all around is in capitals. Otherwise `words`, the words of the document
    in small letters, decide: the joined word or the hyphenated one, whichever stands elsewhere. A first part that is no
    syllable keeps its hyphen (`e-` `helse`, `tv-` `sendt`, `GMO-` `legemidler`), another is joined.
    """
    if not first or not second:
        return first or second
    if not _HYPHEN.search(first, max(0, len(first) - 2)):
        return first + second if second[0] in ".,;:!?)" and not second.startswith("..") else f"{first} {second}"
    near = first[-_WORD:]
    head = re.split(r"[\s/(]", near[:-1])[-1]
    tail = re.match(r"[\w-]+", second)
    whole, own = (f"{head}{hyphen}{tail.group() if tail else ''}".lower() for hyphen in ("", "-"))
    if second.startswith(("http", "www.", "(")) or (_AND.match(second) and whole not in _NO_AND):
        return f"{first} {second}"
    if not second[0].islower():
        return first[:-1] + second if _in_capitals(near, second, words) else first + second
    if own in words or _is_address(first):
        return first + second
    return first[:-1] + second if whole in words or (_is_syllable(head) and not _OWN.search(near)) else first + second


def _in_capitals(first: str, second: str, words: frozenset[str]) -> bool:
    """Tell a word in capitals that a line's end parts: the whole stands elsewhere, or its beginning nowhere."""
    half, after = re.split(r"[ /(-]", first[:-1])[-1], re.match(r"[A-ZÆØÅ]{2,}", second)
    if after is None or not re.fullmatch(r"[A-ZÆØÅ]{2}", half[-2:]):
        return False
    if (half + after.group()).lower() in words:
        return True
    around = first[-_AROUND:] + second[:_AROUND]
    return around.isupper() and len(half) >= _CAPITALS and half.lower() not in words


def _is_address(text: str) -> bool:
    last = text.rsplit(None, 1)[-1]
    return "://" in last or last.startswith("www.")


def _is_syllable(half: str) -> bool:
    """Tell what may be the beginning of a parted word: it has a vowel, and is longer than `Sp` or in small letters."""
    found = _LETTERS.search(half)
    if found is None or not half[-1].islower() or not _VOWEL.search(found.group()):
        return False
    return len(found.group()) > 2 or (len(found.group()) == 2 and found.group().islower())


def lead_of(text: str, bold: str) -> int:
    """Return how many characters of a line are bold at its beginning, a list's mark before them counted in."""
    bold = plain(bold)
    at = text.find(bold, 0, len(bold) + _MARK) if bold else -1
    return at + len(bold) if at >= 0 and at + len(bold) < len(text) else 0
