"""The words that head a document: minutes, notices and case papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import closed_up

__all__ = ["called_word", "document_word"]

_DOCUMENT = re.compile(
    r"""(?P<minutes>møte\s?referat|referat|møte\s?protokoll|protokoll|møtebok|utskrift\ av\ møtebok
        |særutskrift|styreprotokoll|styrereferat|rådsreferat|mote?protokoll|protokollutskrift|saksprotokoll)
      |(?P<notice>saks?liste\ (?:til|for)\ \w*møte|møte\s?innkalling|innkalling|tilleggsinnkalling|møtevarsel
        |sakspapirer|sakspapir|møtepapirer|sakskart
        |saksdokument(?:er|ar)?|møtedokument(?:er|ar)?)
      |(?P<papers>saksframlegg|saksfremlegg|saksutredning|saksutgreiing|sakspapir|saksnotat|styresaksframlegg|styredokument|drøftingsnotat|orienteringsnotat|beslutningsnotat|sakspapir)
    """,
    re.IGNORECASE | re.VERBOSE,
)


_BEHIND = re.compile(
    r"[A-ZÆØÅ][^.:;]{0,60}møtet?\b.{0,60}\s[–-]\s(?:(?P<minutes>referat|protokoll|møtebok)|(?P<notice>innkalling|saks?liste))",
    re.IGNORECASE,
)
"""A heading that a document's word ends: `Rådsmøte 23. mars 2024 - referat`."""
_BROKEN_DAY = re.compile(r"(?:dag|den)\s+\d{1,2}\.$")
"""A heading that ends within a day, whose month stands on the next line."""
_APPROVED = re.compile(
    r"\b(?:er|vert|blir|ble|blei|vart)\s+(?:(?:enstemmig|samrøystes|einstemmig)\s+)?godkjen[dt]e?\b"
    r"|\bgodkjen(?:nes|nast|nst|st)\b"
)
"""What a sentence says of a document: `Innkalling og saksliste vert godkjent`."""
_SAID = re.compile(r"\s+(?:er|var|ble|blei|vart|sendes|skal|godkjennes|godkjent|godkjend)\b")
_HEREBY = r"(?:(?:herved|hermed|med dette)\s+)?"
_CALLS = re.compile(
    rf"(?P<word>(?:Det|Du|De|Dere|Vi|Eg|Jeg)\s+{_HEREBY}(?:innkalles|innkallast|kalles|kallast|kaller|kallar))\s+"
    rf"{_HEREBY}(?:inn\s+)?{_HEREBY}til\s+(?:[a-zæøå]+\s+)?[\w-]*møte\b"
)
"""A sentence that calls to a meeting: `Det innkalles til møte i samarbeidsutvalget`."""
_FIRST = 12
"""Lines of a file among which such a sentence may stand for a heading."""
_NEAR = 4
"""Lines behind such a sentence among which a heading may stand."""
_PAPER_ALONE = ("styresak", "rådssak", "utvalgssak", "utvalssak")
"""Words that head a paper where they stand alone on their line."""


@remembered
def document_word(text: str) -> tuple[str, str] | None:
    """Return which kind of document a heading names (`minutes`, `notice`, `papers`), and the word, if it is one."""
    head = closed_up(text).strip(" *_#")
    if head.lower() in _PAPER_ALONE:
        return "papers", head
    if ("-" in head or "–" in head) and (behind := _BEHIND.fullmatch(head)) is not None:
        kind = str(behind.lastgroup)
        return kind, behind[kind]
    match = _DOCUMENT.match(head)
    if match is None or len(head) > 160:
        return None
    after = head[match.end() :]
    if match.lastgroup == "papers" and after.lstrip().startswith(":"):
        return None
    if (
        after[:1].isalpha()
        or _SAID.match(after)
        or _APPROVED.search(after)
        or (head.endswith((".", ";")) and not _BROKEN_DAY.search(head))
    ):
        return None
    return str(match.lastgroup), match.group()


def called_word(lines: Sequence[Line], index: int) -> tuple[str, str] | None:
    """Return what a line among a file's first names that calls to a meeting, where no heading is near it."""
    match = _CALLS.match(lines[index].text) if index < _FIRST else None
    near = lines[: index + _NEAR]
    if match is None or any(document_word(line.text) is not None for line in near if not line.text.endswith(":")):
        return None
    return "notice", match["word"]
