"""The heads of a plan's table: which column holds what, however the heads are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary, folded

__all__ = [
    "Column",
    "Header",
    "Kind",
    "column_kind",
    "find_headers",
    "header_of",
    "is_comment",
    "is_cost",
    "is_header_line",
    "is_plan_header",
    "pieces_of",
]

_SET_APART = 2
"""Wide gaps in a line of heads whose first says nothing the genre knows: `Sak   Tiltak   Ansvar`."""
_UNDER = 2.5
"""Columns of text by which the rest of a head may miss its beginning above."""
_MOST = 8
"""Columns a plan's table has at the most."""


_WEAK = frozenset(
    [
        "hva",
        "kva",
        "hvordan",
        "korleis",
        "aktivitet",
        "aktiviteter",
        "aktivitetar",
        "oppgave",
        "oppgåve",
        "oppgaver",
        "oppgåver",
        "handling",
    ]
)
"""Heads that stand over other things than measures too, unless somebody answers for them: programmes, calendars."""


_QUESTIONS = frozenset(
    ["hva", "kva", "hvem", "kven", "når", "hvordan", "korleis", "hvorfor", "kvifor", "hvor", "kor", "kvar"]
)
"""Words that begin a question which stands as the head of a column."""
_MORE = frozenset(
    ["for", "til", "i", "per", "pr", "pr.", "med", "og", "ved", "mot", "som", "innen", "innan", "etter", "/", "–", "-"]
)
"""Words behind which a head says more of what its first word names."""
_FIRST = tuple(
    f"plan.{kind}" for kind in ("measure", "responsible", "deadline", "status", "number", "area", "goal", "other")
)
"""Which of two words in a head tells what the column holds: `Gjennomføring/ansvar` holds who answers."""
_COSTS = re.compile(r"kostnad|økonomi|budsjett|finansier|ressurs|pris\b|sum\b|kr\b", re.IGNORECASE)
_COMMENT = re.compile(r"kommentar|merknad|tilbakemelding|vurdering", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)?\d{2})?")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_BRACKETED_BEHIND = re.compile(r"\s*\([^()]*\)$")
_OR = re.compile(r"\s*/\s*|\s+(?:og|eller)\s+")
_TAIL = re.compile(
    r"\s+(?:(?:per|pr\.?|i|for)\s+)?(?:\d{1,2}\.\s?(?:\d{1,2}\.\s?|[a-zæøå]+\s+))?"
    r"(?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)?\d{2})?$",
    re.IGNORECASE,
)
"""What a head says of its time: `Status per 01.10.2024`, `Tiltak 2024–2027`."""


class Kind(StrEnum):
    """What a column of a plan holds."""

    NUMBER = "number"
    AREA = "area"
    GOAL = "goal"
    MEASURE = "measure"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    STATUS = "status"
    OTHER = "other"


@frozen(kw_only=True)
class Column:
    """One column with its head."""

    kind: Kind
    """What it holds."""
    written: str
    """Its head as written."""
    left: float | None = None
    """Its left edge where the columns are set by alignment."""


@frozen(kw_only=True)
class Header:
    """The heads of a table."""

    columns: tuple[Column, ...]
    """Its columns from left to right."""
    lines: tuple[Line, ...]
    """The lines they stand on."""
    start: int = 0
    """Place of the first of these lines among the lines that were searched."""
    end: int = 0
    """Place behind the last of them."""

    @property
    def key(self) -> tuple[str, ...]:
        """What two tables of one plan share: the words of their heads."""
        return tuple(folded(column.written) for column in self.columns)

    def index(self, kind: Kind) -> int | None:
        """Return the place of the first column of a kind, `None` where there is none."""
        return next((n for n, column in enumerate(self.columns) if column.kind is kind), None)

    def has(self, *kinds: Kind) -> bool:
        """Tell whether it has a column of one of some kinds."""
        return any(column.kind in kinds for column in self.columns)


def column_kind(text: str, vocabulary: Vocabulary) -> Kind | None:
    """Return what a column holds by its head; `None` for words that are no column's head."""
    if not text or len(text) > 90:
        return None
    head = _BRACKETED.sub("", text) if "(" in text else text
    head = (_TAIL.sub("", head) if head[-1:].isdigit() else head).strip(" *:.?")
    words = head.split()
    if not words or len(head) > 60 or len(words) > 8:
        return None
    joined = "/" in head or "og" in head or "eller" in head
    if not joined and "(" not in text and not head[0].isdigit() and not vocabulary.begins("plan", words[0]):
        return None
    told = vocabulary.kind(text, "plan") or vocabulary.kind(head, "plan") or _asked(text, vocabulary)
    if told is None and len(words) <= 4:
        parts = [part for part in _OR.split(head) if part]
        kinds = {vocabulary.kind(part, "plan") for part in parts} if len(parts) > 1 else set()
        told = next((kind for kind in _FIRST if kind in kinds), None)
    if told is None:
        told = _begun(head, vocabulary)
    if told is None and _YEAR.fullmatch(head):
        told = "plan.other"
    return Kind(told.removeprefix("plan.")) if told else None


def _asked(text: str, vocabulary: Vocabulary) -> str | None:
    """Return what a column holds whose head is a question: its first word tells."""
    if not text.rstrip(" *:").endswith("?"):
        return None
    first = text.split()[0]
    return vocabulary.kind(first, "plan") if folded(first) in _QUESTIONS else None


def _begun(head: str, vocabulary: Vocabulary) -> str | None:
    """Return what a column holds whose head says more than the word for it: `Frist for gjennomføring`."""
    words = head.split()
    if not 1 < len(words) <= 5 or words[1].casefold() not in _MORE:
        return None
    told = vocabulary.kind(words[0], "plan")
    return told if told in ("plan.responsible", "plan.deadline", "plan.status", "plan.measure") else None


def is_cost(column: Column) -> bool:
    """Tell whether a column says what a measure costs, or is paid with."""
    return _COSTS.search(column.written) is not None


def is_comment(column: Column) -> bool:
    """Tell whether a column holds comments, which are sentences, and not the word for a state."""
    return _COMMENT.match(column.written) is not None


def is_plan_header(kinds: Sequence[Kind]) -> bool:
    """Tell whether some columns make a plan: one holds measures, and another what only a plan says of them."""
    others = {Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS, Kind.AREA, Kind.GOAL}
    return 2 <= len(kinds) <= _MOST and Kind.MEASURE in kinds and any(kind in others for kind in kinds)


def header_of(
    heads: Sequence[str], vocabulary: Vocabulary, lines: Sequence[Line], edges: Sequence[float] = ()
) -> Header | None:
    """Make a header of the heads of some columns; `None` where they are not a plan's."""
    told: list[Kind | None] = []
    unknown = 0
    for head in heads:
        told.append(column_kind(head, vocabulary))
        unknown += told[-1] is None and bool(head)
        if unknown > len(heads) // 3:  # most rows of most tables: the rest need not be looked at
            return None
    kinds = _with_state(_one_measure([kind or Kind.OTHER for kind in told], heads, vocabulary), heads)
    if not is_plan_header([kind for kind, head in zip(kinds, heads, strict=True) if head]):
        return None
    main = folded(heads[kinds.index(Kind.MEASURE)])
    if main.split("/")[0].split(" ")[0] in _WEAK and Kind.RESPONSIBLE not in kinds:
        return None
    columns = tuple(
        Column(kind=kind, written=head, left=edges[n] if n < len(edges) else None)
        for n, (kind, head) in enumerate(zip(kinds, heads, strict=True))
    )
    return Header(columns=columns, lines=tuple(lines))


def _with_state(kinds: list[Kind], heads: Sequence[str]) -> list[Kind]:
    """Let the comments tell how far a measure has come where no column tells that, nor who answers for it, nor when."""
    if not {Kind.STATUS, Kind.RESPONSIBLE, Kind.DEADLINE}.intersection(kinds):
        place = next((n for n, head in enumerate(heads) if _COMMENT.match(head)), None)
        if place is not None and kinds[place] is Kind.OTHER:
            kinds[place] = Kind.STATUS
    return kinds


def _one_measure(kinds: list[Kind], heads: Sequence[str], vocabulary: Vocabulary) -> list[Kind]:
    """Let one column hold the measures: that whose head the vocabulary names first; others are goals or more."""
    places = [n for n, kind in enumerate(kinds) if kind is Kind.MEASURE]
    if len(places) > 1:
        order = [key for key, kind in vocabulary.words.items() if kind == "plan.measure"]
        rank = {key.split("|", 1)[1]: n for n, key in enumerate(order)}
        main = min(places, key=lambda n: (rank.get(folded(heads[n]), len(rank)), n))
        for n in places:
            if n != main:
                kinds[n] = Kind.GOAL if n < main and folded(heads[n]).startswith("mål") else Kind.OTHER
    for n, kind in enumerate(kinds):
        if kind is Kind.AREA and "mål" in folded(heads[n]) and "område" not in folded(heads[n]):
            kinds[n] = Kind.GOAL  # a column `Delmål` says what shall be reached, whatever it groups
    return kinds


def pieces_of(line: Line) -> list[Line]:
    """Cut a line at its wide gaps; each piece has its own text and left edge."""
    if not line.gaps:
        return [line]
    starts = [0, *line.gaps]
    edges = [line.indent, *line.stops] if len(line.stops) == len(line.gaps) else [line.indent] * len(starts)
    out = []
    for n, (start, edge) in enumerate(zip(starts, edges, strict=True)):
        end = starts[n + 1] if n + 1 < len(starts) else len(line.text)
        out.append(evolve(line, text=line.text[start:end].strip(), indent=edge, gaps=(), stops=()))
    return [piece for piece in out if piece.text]


def find_headers(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Header]:
    """Yield the headers that stand in running lines: heads side by side on one line, or one below the other."""
    firsts = vocabulary.first_words("plan")
    at = 0
    while at < len(lines):
        first = lines[at].text.split(" ", 1)[0].casefold().strip("*:.?")
        if first not in firsts and len(lines[at].gaps) < _SET_APART:
            at += 1
            continue
        found = _on_one_line(lines, at, vocabulary) or _hyphenated(lines, at, vocabulary)
        found = found or _one_a_line(lines, at, vocabulary)
        if found is not None:
            yield found
            at = found.end
        else:
            at += 1


def is_header_line(line: Line, vocabulary: Vocabulary) -> bool:
    """Tell whether a line holds the heads of a plan's table side by side."""
    words = line.text.split(" ", 4)
    begins = vocabulary.begins("plan", words[0]) and any(
        vocabulary.kind(" ".join(words[:n]), "plan") for n in range(1, min(4, len(words)) + 1)
    )
    return begins and _on_one_line([line], 0, vocabulary) is not None


def _on_one_line(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> Header | None:
    line = lines[at]
    if (
        len(line.text) > 160
        or line.text.endswith((".", ":", ",", ";"))
        or (not line.text[:1].isupper() and line.text[:1] != "#")
    ):
        return None
    pieces = [cut for piece in pieces_of(line) for cut in _apart(piece, vocabulary)]
    if len(pieces) > 1:
        header = header_of([piece.text for piece in pieces], vocabulary, [line], [piece.indent for piece in pieces])
        if header is not None:
            return evolve(header, start=at, end=at + 1)
    heads = _told_apart(line.text, vocabulary)
    header = header_of(heads, vocabulary, [line]) if heads else None
    return evolve(header, start=at, end=at + 1) if header is not None else None


def _hyphenated(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> Header | None:
    """Find heads side by side of which some are cut at a line's end: `Hoved-` over `ansvar`."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    pieces = pieces_of(line)
    if below is None or below.number - line.number > 1 or not any(piece.text.endswith("-") for piece in pieces):
        return None
    heads = [piece.text for piece in pieces]
    for piece in pieces_of(below):
        place = next((n for n, over in enumerate(pieces) if abs(over.indent - piece.indent) <= _UNDER), None)
        if place is None or not heads[place].endswith("-") or not piece.text[:1].islower():
            return None
        heads[place] = heads[place][:-1] + piece.text
    header = header_of(heads, vocabulary, lines[at : at + 2], [piece.indent for piece in pieces])
    return evolve(header, start=at, end=at + 2) if header is not None else None


def _apart(piece: Line, vocabulary: Vocabulary) -> list[Line]:
    """Cut two heads that a single blank parts where wide gaps part the others: `Nr Tiltak`."""
    if piece.right is not None or column_kind(piece.text, vocabulary) is not None:
        return [piece]
    heads = _told_apart(piece.text, vocabulary)
    if not heads:
        return [piece]
    places = [len(" ".join([*heads[:n], ""])) for n in range(len(heads))]
    return [evolve(piece, text=head, indent=piece.indent + at) for head, at in zip(heads, places, strict=True)]


def _told_apart(text: str, vocabulary: Vocabulary) -> list[str] | None:
    """Cut a line of heads with single blanks between them; each must be a head of the vocabulary, as few as may be."""
    words = text.split()
    if not 2 <= len(words) <= 16:
        return None
    begins = [_may_begin(word, vocabulary) for word in words]
    best: list[list[str] | None] = [[]] + [None] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            if before is None or not begins[start]:
                continue
            head = " ".join(words[start:end])
            if not _is_head(head, vocabulary):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = [*before, head]
    return best[-1]


def _may_begin(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be the first of a head among others: a year, or as a label of the vocabulary begins."""
    return word[0].isdigit() or (
        (word[0].isupper() or word[0] == "#") and ("(" in word or vocabulary.begins("plan", word))
    )


def _is_head(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a head among others on one line: a word for a column as it stands, a question, a year."""
    if text[0].isdigit() and _YEAR.fullmatch(text):
        return True
    if vocabulary.kind(text, "plan") is not None or _asked(text, vocabulary) is not None:
        return True
    if not (text[-1].isdigit() or text[-1] == ")"):
        return False
    plain = _TAIL.sub("", _BRACKETED_BEHIND.sub("", text))
    return plain != text and vocabulary.kind(plain, "plan") is not None


def _one_a_line(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> Header | None:
    """Find heads that stand each on a line of its own, or on two, one right after the other."""
    heads: list[str] = []
    end = at
    while end < len(lines) and len(heads) < _MOST:
        if end > at and not _near(lines[end - 1], lines[end]):
            break
        count = next((n for n in (2, 1) if _head_of(lines[end : end + n], n, vocabulary)), 0)
        if not count:
            break
        heads.append(_joined(lines[end : end + count]))
        end += count
    if len(heads) < 2 or len({folded(head) for head in heads}) < len(heads):
        return None
    header = header_of(heads, vocabulary, lines[at:end])
    return evolve(header, start=at, end=end) if header is not None else None


def _near(line: Line, after: Line) -> bool:
    return after.number - line.number <= 3 and after.page == line.page


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines).replace("- ", "")


def _head_of(lines: Sequence[Line], count: int, vocabulary: Vocabulary) -> bool:
    """Tell whether some lines are one head; the second of two begins with a small letter."""
    if len(lines) < count or not lines[0].text[:1].isupper() or lines[-1].text.endswith((":", ".", ",")):
        return False
    if count > 1:
        small = lines[1].text[:1].islower() or lines[1].text[:1] in "(/" or lines[0].text.endswith(("-", "/"))
        if not small or not _near(lines[0], lines[1]):
            return False
    return column_kind(_joined(lines), vocabulary) is not None
