"""Where a case's title goes on in the next line, told by where the page breaks it and by its words."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import archive_number
from govdocs.norwegian.sentences import looks_like_sentence, unfinished
from govdocs.norwegian.words import either
from govdocs.reading.blocks import marked
from govdocs.reading.case_kinds import is_case_type
from govdocs.reading.leaders import SLOT
from govdocs.reading.outline import Outline
from govdocs.reading.title_leads import is_label
from govdocs.reading.title_marks import is_day

__all__ = ["BULLET_ALONE", "Seam", "goes_on"]

BULLET_ALONE = re.compile(r"[o•–*▪-]")
_ARCHIVED = re.compile(rf"(?:{either('cases', 'archives')})\w*\s*:?\s*\d{{2,4}}/\d{{3,}}", re.IGNORECASE)
_DATED = re.compile(rf"(?:{either('cases', 'papers')})\s+av\s+\d", re.IGNORECASE)
_NEXT_CASE = re.compile(r"\d{1,2} [-–] [A-ZÆØÅ]")
_SHORT = 70
"""Letters of what stands below a colon in a title at the most."""


@frozen(kw_only=True)
class Seam:
    """The place between the last line that a title is known to have and the line below."""

    outline: Outline
    at: int
    """Place of the line below."""
    last: Line
    """The title's last line."""
    part: str
    """What the title holds of its last line."""
    minutes: bool
    """Whether the case stands in minutes."""

    @property
    def line(self) -> Line:
        """The line below."""
        return self.outline.lines[self.at]

    @property
    def beside(self) -> bool:
        """Whether both stand in one row."""
        return self.last.number == self.line.number

    @property
    def turned(self) -> bool:
        """Whether the page turns between them."""
        return self.last.page != self.line.page

    @property
    def gap(self) -> int:
        """Empty lines between them; what stands between pages tells nothing."""
        return 0 if self.turned else self.line.number - self.last.number - 1

    @property
    def usual(self) -> int:
        """Empty lines between the lines of a paragraph, where the document sets them."""
        return self.outline.wrap.usual_gap(self.last)

    @property
    def capital(self) -> bool:
        """Whether the line below begins with a capital."""
        return self.line.text[:1].isupper()


def goes_on(seam: Seam) -> bool:
    """Tell whether a title goes on in the line below: the first rule that has an answer gives it."""
    return next((answer for rule in _RULES if (answer := rule(seam)) is not None), False)


def _heading(seam: Seam) -> bool | None:
    """End at a line of its own that ends in a colon or names a type of case: it heads something else."""
    alone = (seam.line.text.endswith(":") and seam.capital) or is_case_type(seam.line.text)
    return False if alone and not seam.beside else None


def _note(seam: Seam) -> bool | None:
    """End at hours, a paper and its day, the archive's number, a bullet or a page's number alone: they stand below."""
    text = seam.line.text
    if seam.gap > seam.usual and re.fullmatch(r"\d{1,3}", text):
        return False
    note = SLOT.fullmatch(text) or _DATED.match(text) or BULLET_ALONE.fullmatch(text) or _ARCHIVED.match(text)
    return False if note or archive_number(text) is not None else None


def _next_row(seam: Seam) -> bool | None:
    """End at the day under a signed agenda, unless it is bold as the title is, and at the next case's bare number."""
    other = (is_day(seam.line.text) and _bold(seam) is not True) or _NEXT_CASE.match(seam.line.text)
    return False if other and not seam.beside else None


def _other_type(seam: Seam) -> bool | None:
    """End with the cell, where italics begin, and where the title's bold ends."""
    last, line = seam.last, seam.line
    other = last.cell != line.cell or (line.italic and not last.italic) or (last.bold and line.bold is False)
    return False if other else None


def _same_row(seam: Seam) -> bool | None:
    """Go on in the title's row, up to the end of a paragraph or to italics."""
    return not seam.last.paragraph and not seam.line.italic if seam.beside else None


def _dash_in_cell(seam: Seam) -> bool | None:
    """Go on within a cell behind a dash before a small letter: `Plan for naust` over `– del 2`."""
    text, last = seam.line.text, seam.last
    tight = seam.turned or seam.line.number - last.number == 1
    whole = not last.paragraph and not last.text.endswith((".", ":", "!", "?"))
    dash = last.cell is not None and text[:2] in ("– ", "- ") and text[2:3].islower()
    return True if dash and tight and whole else None


def _item(seam: Seam) -> bool | None:
    """End at an item of a list, unless the title must go on, or goes on in bold behind a dash."""
    dash = seam.line.text.startswith("– ") and _bold(seam) is True
    return False if marked(seam.line) is not None and not dash and not unfinished(seam.last.text) else None


def _label(seam: Seam) -> bool | None:
    """End at a label, unless the title must go on, or the line is the rest of a wrapped one."""
    wrapped = seam.line.text[:1].islower() and ":" not in seam.line.text
    free = wrapped or unfinished(seam.last.text)
    return False if not free and is_label(seam.outline, seam.at, seam.minutes) else None


def _bold(seam: Seam) -> bool | None:
    """Go on from bold to the bold line right below, and to no other."""
    if not (seam.last.bold and seam.line.bold) or seam.last.paragraph:
        return None
    return seam.gap <= seam.usual


def _paragraph(seam: Seam) -> bool | None:
    """End with the paragraph."""
    return False if seam.last.paragraph else None


def _behind_colon(seam: Seam) -> bool | None:
    """Go on behind a colon in a short line that is no sentence."""
    text = seam.line.text
    follows = seam.last.text.endswith(":") and seam.gap <= 1 and len(text) < _SHORT and not looks_like_sentence(text)
    return True if follows else None


def _new_page(seam: Seam) -> bool | None:
    """End on a new page at a capital, save behind a word that joins, and at a number alone, which is the page's."""
    begins = seam.capital and not _joins(seam.last.text)
    return False if seam.turned and (begins or re.fullmatch(r"\d{1,3}", seam.line.text)) else None


def _sentence_over(seam: Seam) -> bool | None:
    """End at a capital behind the end of a sentence."""
    return False if seam.last.text.endswith((".", "?", "!")) and seam.capital else None


def _sentence_apart(seam: Seam) -> bool | None:
    """End at a sentence that begins with a number and stands apart."""
    text = seam.line.text
    apart = seam.turned or seam.gap > seam.usual
    return False if apart and text[:1].isdigit() and looks_like_sentence(text) else None


def _must_go_on(seam: Seam) -> bool | None:
    """Go on in a small letter or a digit, behind a hyphen or a comma, and behind a word that joins, if it is near."""
    first, last = seam.line.text[:1], seam.last.text
    if not (first.islower() or first.isdigit() or _joins(last)):
        return None
    return seam.gap <= 1 + seam.usual


def _joins(text: str) -> bool:
    """Tell a line that cannot end a title: a hyphen, a comma or a word that joins ends it, and it is no sentence."""
    return text.endswith(("-", "–", ",", "/")) or (unfinished(text) and not looks_like_sentence(text))


def _capitals(seam: Seam) -> bool | None:
    """Go on from capitals to the line of capitals right below."""
    text = seam.line.text
    capitals = seam.part.isupper() and text.isupper() and text[:1].isalpha()
    return True if seam.gap == 0 and capitals else None


def _full_line(seam: Seam) -> bool | None:
    """Go on where the title's line is full, up to a sentence."""
    return seam.gap <= 1 and seam.outline.wrap.goes_on(seam.last, seam.line) and not looks_like_sentence(seam.line.text)


_RULES: tuple[Callable[[Seam], bool | None], ...] = (
    _heading,
    _note,
    _next_row,
    _other_type,
    _same_row,
    _dash_in_cell,
    _item,
    _label,
    _bold,
    _paragraph,
    _behind_colon,
    _new_page,
    _sentence_over,
    _sentence_apart,
    _must_go_on,
    _capitals,
    _full_line,
)
"""In the order in which they are tried; `None` where a rule has no answer."""
