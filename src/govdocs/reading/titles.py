"""Where the title of a case ends: by the page's breaks, by type, and where it runs into its text by the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import archive_number, head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.acting import acts
from govdocs.reading.blocks import joined, marked
from govdocs.reading.case_kinds import is_case_type, type_beside
from govdocs.reading.decisions import decision_label
from govdocs.reading.heads import CaseHead
from govdocs.reading.leaders import SLOT
from govdocs.reading.outline import Outline
from govdocs.reading.running_in import runs_in, split_title
from govdocs.reading.title_leads import behind_the_head, is_label
from govdocs.reading.title_marks import beside, is_day, is_skipped, span_of_years

__all__ = ["Title", "read_title"]

_ARCHIVED = re.compile(r"(?:\s+X)?\s+(?P<number>(?:19|20)\d{2}/\d{1,5}(?:-\d{1,3})?|\d{2}/\d{3,5}(?:-\d{1,3})?)$")
_ARCHIVE_LINE = re.compile(
    r"^(?:Dokument|Dok|Saksmappe|Arkiv\w*|Journalpost\w*|JPID|Saksnr|Ephorte"
    r"|Sak)\s*:?\s*\d{2,4}/\d{3,}"
)
_MOST_BOLD = 5
"""Lines of a title in bold at the most."""
_BULLET_ALONE = re.compile(r"[o•–*▪-]")
_TITLED = re.compile(r"(?:Navn på sak(?:en|a)?|Namn på saka?|Sakens navn|Sakstittel|Tittel)\s*:\s*(?:[-–]\s+)?(?=\S)")
"""A label before the title."""
_LETTERED = re.compile(r"\((?P<letter>[A-ZÆØÅ])\)\s+(?P<title>\S.*)")
"""A title behind the letter that tells the case's kind, as a legend explains."""
_TYPED = re.compile(
    r"(?P<label>(?:Vedtaks|Diskusjons|Drøftings|Orienterings|Beslutnings|Informasjons|Referat)sak):\s+"
    r"(?P<title>[A-ZÆØÅ«].*)"
)
"""A title behind the case's kind: `Orienteringssak: Nytt regelverk`."""
_DATED = re.compile(r"(?:Saksforelegg|Saksframlegg|Saksfremlegg|Saksnotat|Notat|Oversikt|Oversyn|Brev)\s+av\s+\d")
"""A line below a title that names the paper and its day."""
_TYPE_TAIL = re.compile(
    r"\s*[-–(]\s*(?P<label>(?:vedtak|diskusjon|drøfting|orientering|beslutning|informasjon|referat"
    r"|tema)s?sak)\)?$",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Title:
    """A case's title as found."""

    text: str
    """Without `Sak` and number."""
    subtitle: str | None = None
    """What stands between the title and the text."""
    type_label: str | None = None
    """Type of case that stands at the title's end."""
    lines: tuple[Line, ...]
    """Its lines."""
    lead: tuple[Line, ...] = ()
    """Lines of facts between the number and the title, as in the head of a case paper."""
    rest: tuple[Line, ...] = ()
    """Text that stood on the title's last line."""
    next: int
    """Place of the first line behind it."""


def read_title(outline: Outline, head: CaseHead, end: int, *, minutes: bool = True) -> Title:
    """Read the title of the case at a head."""
    lines = outline.lines
    form = outline.forms.get(head.index)
    if form is not None:
        text = joined(form.title, outline.words)
        return Title(text=text, lines=form.title, lead=form.lead, next=form.next)
    first = lines[head.index]
    at = head.index + 1
    if head.hit.rest and (behind := _text_behind(first.text, head.hit.rest)):
        text = head.hit.rest.rstrip(".")
        return Title(text=text, lines=(first,), rest=(evolve(first, text=behind, gaps=()),), next=at)
    parts: list[str] = []
    taken: list[Line] = []
    last = first
    lead: list[Line] = []
    if not head.hit.rest:
        at = behind_the_head(outline, at, end, lead, minutes=minutes and head.hit.shape != "|route")
    type_label = None
    if head.hit.rest:
        page = beside(first)
        if (right := type_beside(first)) and right != head.hit.rest:
            type_label = page = right
        parts.append(head.hit.rest.removesuffix(page).rstrip() if page != head.hit.rest else page)
        taken.append(first)
    else:
        while at < end and at < head.index + 4 and (is_skipped(lines[at].text)):
            at += 1
        if (
            at < end
            and not _BULLET_ALONE.fullmatch(lines[at].text)
            and (not is_label(outline, at, minutes) or _title_in_spite(outline, at))
            and not acts(lines[at].text)
        ):
            parts.append(_TITLED.sub("", lines[at].text))
            taken.append(lines[at])
            last = lines[at]
            at += 1
    if (
        parts
        and (told := _told_by_type(outline, at - 1 if taken[0] is not first else head.index, head, end)) is not None
    ):
        return evolve(told, lead=tuple(lead))
    if parts and (typed := _TYPED.fullmatch(parts[0])):
        type_label, parts[0] = typed["label"], typed["title"]
    if parts and (letter := _LETTERED.match(parts[0])) and letter["letter"] in outline.kinds:
        type_label, parts[0] = outline.kinds[letter["letter"]], letter["title"]
    if len(parts) == 1 and at < end and is_case_type(parts[0]) and _is_title_under(outline, last, at, minutes):
        type_label = parts[0]
        parts[0] = lines[at].text.removesuffix(beside(lines[at])).rstrip()
        taken.append(lines[at])
        last = lines[at]
        at += 1
    while at < end and parts and len(parts) < 8 and _title_goes_on(outline, last, lines[at], at, parts, minutes):
        parts.append(lines[at].text.removesuffix(beside(lines[at])).rstrip())
        taken.append(lines[at])
        last = lines[at]
        at += 1
    text = joined(parts, outline.words).strip(" :–-")
    archived = _ARCHIVED.search(text)
    if archived and not span_of_years(archived["number"]):
        text = text[: archived.start()].strip(" :–-")
    subtitle: str | None = None
    rest: tuple[Line, ...] = ()
    styled = (
        at < end
        and bool(lines[at].italic)
        and not last.italic
        and last.number == lines[at].number
        and not last.paragraph
    )
    if styled and split_title(text)[2] is None:
        subtitle = lines[at].text
        taken.append(lines[at])
        at += 1
        return Title(text=text, subtitle=subtitle, lines=tuple(taken), lead=tuple(lead), next=at)
    if styled or runs_in(text, taken):
        title, between, after = split_title(text)
        if after is not None:
            mark = taken[-1]
            rest = (evolve(mark, text=after),)
            return Title(text=title, subtitle=between, lines=tuple(taken), lead=tuple(lead), rest=rest, next=at)
    match = _TYPE_TAIL.search(text)
    if match and match.start() > 3:
        type_label, text = match["label"], text[: match.start()].strip()
    if (
        at < end
        and lines[at].italic
        and taken
        and not taken[-1].italic
        and not is_label(outline, at, minutes)
        and len(lines[at].text) < 160
        and not lines[at].text.endswith(".")
    ):
        subtitle = lines[at].text
        taken.append(lines[at])
        at += 1
    return Title(
        text=text, subtitle=subtitle, type_label=type_label, lines=tuple(taken or [first]), lead=tuple(lead), next=at
    )


def _text_behind(text: str, title: str) -> str:
    """Return what stands behind a title that its head ends before its line does."""
    begin = text.find(title)
    behind = text[begin + len(title) :] if begin >= 0 else ""
    return behind.lstrip(" .:") if behind[:1] in (".", ":") or title.endswith(".") else ""


def _told_by_type(outline: Outline, at: int, head: CaseHead, end: int) -> Title | None:
    """Return the title in bold that runs into a text that is not, `None` where type tells none.

    What comes behind the bold words must be a sentence, or it may be the rest of the title, or the type of the case.
    """
    first = outline.lines[at]
    begin = max(0, first.text.find(head.hit.rest)) if at == head.index else 0
    parts: list[str] = []
    taken: list[Line] = []
    while at < end and len(taken) < _MOST_BOLD:
        line = outline.lines[at]
        if line.cell != first.cell or line.heading or (taken and not _same_title(outline, taken[-1], line)):
            return None
        taken.append(line)
        if line.lead > begin:
            parts.append(line.text[begin : line.lead])
            break
        if not line.bold or line.paragraph:
            return None
        parts.append(line.text[begin:])
        begin = 0
        at += 1
    else:
        return None
    title = joined(parts, outline.words).strip(" :–-.")
    after = taken[-1].text[taken[-1].lead :].lstrip(" .:–-")
    whole, next_at = after, at + 1
    while (
        next_at < end and len(whole) < 300 and outline.wrap.goes_on(outline.lines[next_at - 1], outline.lines[next_at])
    ):
        whole = joined([whole, outline.lines[next_at]], outline.words)
        next_at += 1
    if not title or not re.match(r"[A-ZÆØÅ«\"“]", whole) or outline.vocabulary.label(whole, "case", "head") is not None:
        return None
    if not looks_like_sentence(whole) and not whole.endswith((".", "!", "?")):
        return None
    rest = evolve(taken[-1], text=after, bold=False, lead=0)
    return Title(text=title, lines=tuple(taken), rest=(rest,), next=at + 1)


def _same_title(outline: Outline, line: Line, after: Line) -> bool:
    """Tell whether a title in bold that fills one line goes on in the bold words of the next."""
    alike = line.size is None or after.size is None or abs(line.size - after.size) <= 0.6
    label = after.text[: after.lead].rstrip().endswith(":")
    return alike and not label and not outline.wrap.fits(line, after)


def _is_title_under(outline: Outline, last: Line, at: int, minutes: bool) -> bool:
    """Tell the title that stands under the type of the case on the number's line: `43-24   Beslutningssak`."""
    line = outline.lines[at]
    return (
        line.number - last.number == 1
        and line.cell == last.cell
        and line.text[:1].isupper()
        and not looks_like_sentence(line.text)
        and not line.text.endswith((".", ":"))
        and marked(line) is None
        and head_number(line.text) is None
        and not is_label(outline, at, minutes)
    )


def _title_in_spite(outline: Outline, at: int) -> bool:
    """Tell a title that only sounds like a label (`Neste møte`, `Økonomi`) by its place: alone behind the number."""
    text = outline.lines[at].text
    label = outline.vocabulary.label(text, "case", "head", bare=True)
    return (
        ":" not in text
        and decision_label(text, outline.vocabulary, minutes=True) is None
        and (label is None or not label.value)
    )


def _title_goes_on(outline: Outline, last: Line, line: Line, at: int, parts: Sequence[str], minutes: bool) -> bool:
    if last.number != line.number and (
        (line.text.endswith(":") and line.text[:1].isupper()) or is_case_type(line.text)
    ):
        return False
    if (
        SLOT.fullmatch(line.text)
        or _DATED.match(line.text)
        or _BULLET_ALONE.fullmatch(line.text)
        or _ARCHIVE_LINE.match(line.text)
        or archive_number(line.text) is not None
    ):
        return False
    if last.number != line.number and (is_day(line.text) or re.match(r"\d{1,2} [-–] [A-ZÆØÅ]", line.text)):
        return False
    if last.cell != line.cell or (line.italic and not last.italic) or (last.bold and line.bold is False):
        return False
    if last.number == line.number:
        return not last.paragraph and not line.italic
    if marked(line) is not None and not last.text.endswith(
        ("-", ",", "–", " og", " for", " til", " av", " i", " på", " den")
    ):
        return False
    wrapped = line.text[:1].islower() and ":" not in line.text
    if (
        not wrapped
        and is_label(outline, at, minutes)
        and not last.text.endswith(("-", ",", " og", " for", " til", " av"))
    ):
        return False
    if last.bold and line.bold and not last.paragraph:
        return line.number - last.number <= 1 + outline.wrap.usual_gap(last) or line.page != last.page
    if last.paragraph:
        return False
    turned = last.page != line.page
    gap = 0 if turned else line.number - last.number - 1  # what stands between pages tells nothing
    if last.text.endswith(":") and gap <= 1 and len(line.text) < 70 and not looks_like_sentence(line.text):
        return True
    if turned and (line.text[:1].isupper() or re.fullmatch(r"\d{1,3}", line.text)):
        return False
    if last.text.endswith((".", "?", "!")) and line.text[:1].isupper():
        return False
    apart = turned or gap > outline.wrap.usual_gap(last)
    if apart and line.text[:1].isdigit() and looks_like_sentence(line.text):
        return False
    if line.text[:1].islower() or line.text[:1].isdigit() or last.text.endswith(("-", "–", ",", "/")):
        return gap <= 1 + outline.wrap.usual_gap(last)
    if gap == 0 and parts[-1].isupper() and line.text.isupper() and line.text[:1].isalpha():
        return True
    if gap > 0 and gap >= outline.wrap.usual_gap(last) and not outline.wrap.goes_on(last, line):
        return False
    return gap <= 1 and outline.wrap.goes_on(last, line) and not looks_like_sentence(line.text)
