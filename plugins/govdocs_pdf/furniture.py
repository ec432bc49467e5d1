"""Running heads, running feet, page numbers and footnotes: told by where they come back, and by size."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from govdocs.norwegian import Vocabulary
from govdocs_pdf.bands import head_band
from govdocs_pdf.content import Rule
from govdocs_pdf.pieces import Piece, rows_of

__all__ = ["Edges", "body_size", "find_edges", "footnotes", "stamps"]

_ZONE = 0.2
"""Share of the page at its top and at its foot where furniture may stand."""
_SAID = re.compile(
    r"(?:\bside|\bpage|\bs\.)\s*[:|]?\s*(?P<a>\d{1,4})(?:\s*(?:av|of|/|\()\s*\d{1,4}\)?)?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?P<a>\d{1,4})(?:\s*(?:av|of|/|\()\s*(?P<b>\d{1,4})\)?)?(?:\s*[-–—|])?", re.IGNORECASE
)
_SAID_AFTER = re.compile(r"(?P<a>\d{1,4})\s*\|\s*(?:s\s?i\s?d\s?e|p\s?a\s?g\s?e)", re.IGNORECASE)
_APART = 2.0
"""Sizes of its type by which a foot stands under the text at the least; a paragraph stands nearer to the one above."""
_TRAILING = re.compile(r"(?<=[|–—•·])\s*\d{1,4}$|^\d{1,4}\s*(?=[|–—•·])")
_LABELS = ("decision", "section", "attendance", "agenda", "case", "close")
"""Groups of labels that begin a piece of a text, wherever on the page it stands."""
_PAPER = re.compile(r"saks?(?:fr[ae]mlegg|fr[ae]mstilling|utredning|utgreiing)", re.IGNORECASE)
"""The heading of a case paper, with which one paper after another begins."""
_MARK = re.compile(r"(?:\d{1,3}|[*†‡]{1,3})[.)]?(?:\s|$)|\*\S")


@define(slots=True)
class Edges:
    """What stands at the edges of one page; the rest is the body."""

    heads: list[tuple[Piece, str]] = field(factory=list)
    feet: list[tuple[Piece, str]] = field(factory=list)


@define(slots=True)
class _Seen:
    """One piece that may be furniture."""

    piece: Piece
    page: int
    height: float
    """Distance from the edge of the page."""
    number: int | None
    """The page number in it, if there is one."""
    says: bool
    """Whether it says that this is a page number."""


def body_size(pages: Iterable[Sequence[Piece]]) -> float:
    """Return the font size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for pieces in pages:
        for piece in pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 11.0


def find_edges(pages: Sequence[tuple[float, Sequence[Piece], Sequence[Sequence[Piece]]]], size: float) -> list[Edges]:
    """Tell for each page what stands at its edges.

    A page is its height, its pieces, and those of them that lie in each of its ruled tables: a table is furniture
    whole or not at all.
    """
    result = [Edges() for _ in pages]
    for top in (True, False):
        zones = [_zone(height, pieces, top) for height, pieces, _ in pages]
        known = _recurring(zones, top, size)
        if top:
            for piece in head_band([(height, pieces) for height, pieces, _ in pages], size):
                if _masked(piece.text) != "#":
                    known.setdefault(piece, "running-head")
        for index, rows in enumerate(zones):
            kept = {seen.piece: seen for row in rows for seen in row}
            fixed = {
                piece
                for table in pages[index][2]
                if not all(piece in known or (piece in kept and _alone(kept[piece], top, None)) for piece in table)
                for piece in table
            }
            edges = result[index].heads if top else result[index].feet
            for row in rows:
                kinds = [_alone(seen, top, known.get(seen.piece)) for seen in row]
                if not all(kinds) or any(seen.piece in fixed for seen in row):
                    break
                edges.extend((seen.piece, kind) for seen, kind in zip(row, kinds, strict=True) if kind)
            if not top:
                edges.sort(key=lambda item: (round(item[0].y), item[0].x0))
    _keep_first(result)
    return result


def stamps(pages: Sequence[Sequence[Piece]]) -> set[str]:
    """Return the texts that stand on their side on page after page: stamps and watermarks."""
    counts = Counter(text for pieces in pages for text in {piece.text for piece in pieces})
    return {text for text, count in counts.items() if count >= 3 or (count == 2 and len(pages) == 2)}


def _zone(height: float, pieces: Sequence[Piece], top: bool) -> list[list[_Seen]]:
    """Return the rows of a page's zone from the edge inwards."""
    limit = _ZONE * height
    inside = [piece for piece in pieces if (piece.y < limit if top else piece.y > height - limit)]
    rows = rows_of(inside)
    out = []
    for row in rows if top else reversed(rows):
        out.append([_seen(piece, piece.y if top else height - piece.y) for piece in row])
    return out


def _seen(piece: Piece, height: float) -> _Seen:
    text = piece.text.strip()
    said = _SAID_AFTER.fullmatch(text) or _SAID.search(text)
    plain = _NUMBER.fullmatch(text)
    number = int(said["a"]) if said else int(plain["a"]) if plain else None
    return _Seen(
        piece, 0, height, number, bool(said and said.end() - said.start() == len(text)) or bool(plain and plain["b"])
    )


def _alone(seen: _Seen, top: bool, known: str | None) -> str | None:
    """Tell the kind of a piece: it says so itself, is known to come back, or is marked in a tagged document."""
    if seen.says:
        return "page-number"
    if known is None and seen.piece.artifact:
        return "running-head" if top else "running-foot"
    return known


def _recurring(zones: Sequence[list[list[_Seen]]], top: bool, size: float) -> dict[Piece, str]:
    """Find the pieces that come back at the same height with the same text, page numbers aside."""
    groups: dict[str, list[_Seen]] = defaultdict(list)
    for index, rows in enumerate(zones):
        for row in rows:
            for seen in row:
                seen.page = index
                groups[_masked(seen.piece.text)].append(seen)
    pages = len(zones)
    known: dict[Piece, str] = {}
    found: list[list[_Seen]] = []
    kind = "running-head" if top else "running-foot"
    for text, group in groups.items():
        if _addresses(text):
            continue
        for same in _same_height(group):
            places = sorted({seen.page for seen in same})
            if text == "#":
                steps = Counter(seen.number - seen.page for seen in same if seen.number is not None)
                for seen in same:
                    if seen.number is not None and (
                        steps[seen.number - seen.page] >= 2 or (pages == 1 and seen.number == 1 and seen.height < 60)
                    ):
                        known[seen.piece] = "page-number"
                continue
            if not _comes_back(places, pages) or (same[0].piece.size > 1.25 * size and not same[0].piece.artifact):
                continue
            words = same[0].piece.text.strip()
            if Vocabulary.standard().label(words, *_LABELS) is None and _PAPER.fullmatch(words) is None:
                found.append(same)
    known.update((seen.piece, kind) for same in found for seen in same)
    inner = [
        seen.piece
        for same in found
        if _in_body(same, zones, known) or (not top and _ends_text(same, zones, known))
        for seen in same
    ]
    for piece in inner:
        del known[piece]
    return known


def _in_body(same: list[_Seen], zones: Sequence[list[list[_Seen]]], known: dict[Piece, str]) -> bool:
    """Tell what comes back by chance: on other pages of the same stretch, text of their own stands as near the edge."""
    places = {seen.page for seen in same}
    height = max(seen.height for seen in same) + 3
    others = range(max(0, min(places) - 1), min(len(zones), max(places) + 2))
    own = sum(
        any(seen.height < height and seen.piece not in known and not seen.says for row in zones[page] for seen in row)
        for page in others
        if page not in places
    )
    return own * 2 > len(places) and not same[0].piece.artifact


def _ends_text(same: list[_Seen], zones: Sequence[list[list[_Seen]]], known: dict[Piece, str]) -> bool:
    """Tell a paragraph with which some pages end from a foot, which stands on each or clear of the text."""
    places = {seen.page: seen for seen in same}
    if len(places) == max(places) - min(places) + 1 or same[0].piece.artifact:
        return False
    joined = 0
    for page, seen in places.items():
        above = (row for row in zones[page] if row[0].height > seen.height and any(s.piece not in known for s in row))
        nearest = next(above, None)
        joined += nearest is not None and nearest[0].height - seen.height < _APART * seen.piece.size
    return joined * 2 > len(places)


def _addresses(text: str) -> bool:
    """Tell the line with which paper after paper begins at a page's top: `Til: Universitetsstyret`."""
    label = Vocabulary.standard().label(text, "case")
    return label is not None and label.colon and label.kind in ("case.to", "case.sender")


def _masked(text: str) -> str:
    text = " ".join(text.split())
    if _NUMBER.fullmatch(text):
        return "#"
    return _TRAILING.sub("#", _SAID.sub("side #", text)).casefold()


def _same_height(group: list[_Seen]) -> list[list[_Seen]]:
    """Split pieces of one text by their distance from the edge; neighbours within 3 points belong together."""
    out: list[list[_Seen]] = []
    for seen in sorted(group, key=lambda seen: seen.height):
        if out and seen.height - out[-1][-1].height <= 3:
            out[-1].append(seen)
        else:
            out.append([seen])
    return out


def _comes_back(places: list[int], pages: int) -> bool:
    """Tell whether these pages are enough to call it recurrence: three in near succession, or two of two or three."""
    if len(places) >= 3:
        return len(places) >= 0.3 * (places[-1] - places[0] + 1)
    return len(places) == 2 and pages <= 3 and places[1] - places[0] == 1


def _keep_first(pages: list[Edges]) -> None:
    """Let the first occurrence of each running head stay text, for those who look for what it says."""
    told: set[str] = set()
    for edges in pages:
        kept = []
        for piece, kind in edges.heads:
            text = _masked(piece.text)
            if kind == "running-head" and text not in told:
                told.add(text)
                kind = ""
            kept.append((piece, kind))
        edges.heads = kept


def footnotes(rows: list[list[Piece]], rules: Sequence[Rule], size: float, height: float) -> int:
    """Return how many of a page's last rows are footnotes.

    They are set smaller than the text and begin with a raised or leading mark; below a separating line they need no
    mark, as they may go on from the page before, or no smaller type where they have one.
    """
    small = 0
    below = height
    for row in reversed(rows):
        largest = max((piece.size for piece in row if not _MARK.fullmatch(piece.text.strip())), default=0.0)
        if largest > 0.92 * size or row[0].y < 0.4 * height or (small and below - row[0].y > 4 * size):
            break
        small += 1
        below = row[0].y
    separators = [rule for rule in rules if rule.across and 40 < rule.end - rule.start < 260]
    for start in range(len(rows) - small, len(rows)):
        row = rows[start]
        above = rows[start - 1][0].y if start else 0.0
        if row[0].note or _MARK.match(row[0].text) or any(above - 2 < rule.at < row[0].y for rule in separators):
            return len(rows) - start
    return _under_separator(rows, separators, size, height)


def _under_separator(rows: list[list[Piece]], separators: Sequence[Rule], size: float, height: float) -> int:
    """Return how many last rows stand under a line like that above footnotes, the first of them with a mark."""
    for rule in separators:
        start = next((index for index, row in enumerate(rows) if row[0].y > rule.at), len(rows))
        if start == len(rows) or rule.at < 0.4 * height:
            continue
        first, above = rows[start][0], rows[start - 1][0] if start else None
        underlines = above is not None and rule.at - above.y < 0.4 * above.size and above.x0 - 2 < rule.start
        marked = first.note or _MARK.match(first.text)
        near = first.y - rule.at < 3 * size and abs(first.x0 - rule.start) < 12
        if marked and near and not underlines and all(piece.size < 1.1 * size for row in rows[start:] for piece in row):
            return len(rows) - start
    return 0
