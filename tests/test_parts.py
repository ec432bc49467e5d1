from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdocs import Layout, Line, Source
from govdocs.layout import Page
from govdocs.parts import Claim, Evidence, Genre, Part, cut_short, settle

LENGTH = 14


def layout(furniture: frozenset[int] = frozenset()) -> Layout:
    lines = tuple(
        Line(number=n, page=1, text=f"line {n}", furniture="rule" if n in furniture else None)
        for n in range(1, LENGTH + 1)
    )
    return Layout(
        source=Source(name="a", data=b"a"),
        media_type="text/plain",
        opener="x",
        opener_version="1",
        pages=(Page(number=1, first=1, last=LENGTH),),
        lines=lines,
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    first = draw(st.integers(1, LENGTH))
    return Claim(
        reader=draw(st.sampled_from("ab")),
        genre=draw(st.sampled_from([Genre.MINUTES, Genre.PLAN])),
        first=first,
        last=draw(st.integers(first, LENGTH)),
        confidence=draw(st.sampled_from([0.25, 0.5, 0.75, 1.0])),
        yields_to=draw(st.sampled_from([(), (Genre.PLAN,)])),
    )


def overlap(one: Claim, other: Claim) -> bool:
    return one.first <= other.last and other.first <= one.last


def disjoint(chosen: Sequence[Claim]) -> bool:
    return not any(overlap(*pair) for pair in itertools.combinations(chosen, 2))


def heaviest(among: Sequence[Claim]) -> float:
    """The greatest weight of any disjoint subset, found by trying them all."""
    subsets = itertools.chain.from_iterable(itertools.combinations(among, n) for n in range(len(among) + 1))
    return max(sum(claim.weight for claim in subset) for subset in subsets if disjoint(subset))


@given(st.lists(claims(), max_size=7))
def test_the_heaviest_claims_that_do_not_overlap_win(given_claims: list[Claim]) -> None:
    """No other set of claims without overlap weighs more than those that are chosen."""
    chosen = [claim for claim, _ in settle(given_claims)]
    assert disjoint(chosen)
    assert all(claim in given_claims for claim in chosen)
    assert sum(claim.weight for claim in chosen) == heaviest(given_claims)


@given(st.lists(claims(), max_size=7))
def test_what_nests_is_yielded_to_and_lies_inside(given_claims: list[Claim]) -> None:
    """A nested claim lies within its outer one, is of a genre the outer yields to, and overlaps no other nested one."""
    for outer, nested in settle(given_claims):
        assert disjoint(nested)
        assert all(inner.genre in outer.yields_to and inner != outer for inner in nested)
        assert all(outer.first <= inner.first and inner.last <= outer.last for inner in nested)
        may = [
            claim
            for claim in given_claims
            if claim.genre in outer.yields_to
            and outer.first <= claim.first
            and claim.last <= outer.last
            and (claim.first, claim.last) != (outer.first, outer.last)
        ]
        assert sum(claim.weight for claim in nested) == heaviest(may)


def test_a_document_ends_before_the_one_that_begins_on_its_last_pages() -> None:
    """A claim that took in the first pages of a plan behind it ends before that plan, and its evidence with it."""
    pages = (Page(number=1, first=1, last=7), Page(number=2, first=8, last=LENGTH))
    two = evolve(layout(), pages=pages)
    told = (Evidence(line=3, reason="a day"), Evidence(line=9, reason="a case"))
    minutes = Claim(genre=Genre.MINUTES, first=1, last=10, confidence=0.9, evidence=told, yields_to=(Genre.PLAN,))
    plan = Claim(genre=Genre.PLAN, first=8, last=LENGTH, confidence=0.9)
    assert cut_short([minutes, plan], two) == [evolve(minutes, last=7, evidence=told[:1]), plan]
    assert cut_short([minutes, evolve(plan, last=10)], two)[0] == minutes, "what lies inside is nested, not cut off"
    assert cut_short([minutes, evolve(plan, first=9)], two)[0] == minutes, "no document begins in the middle of a page"
    assert cut_short([evolve(minutes, yields_to=()), plan], two)[0].last == 10, "genres it does not yield to are rivals"


def test_page_furniture_over_a_claim_stands_on_its_page() -> None:
    """A claim begins a page where no more than furniture stands over it there."""
    two = evolve(layout(frozenset({8})), pages=(Page(number=1, first=1, last=7), Page(number=2, first=8, last=LENGTH)))
    minutes = Claim(genre=Genre.MINUTES, first=1, last=10, confidence=0.9, yields_to=(Genre.PLAN,))
    plan = Claim(genre=Genre.PLAN, first=9, last=LENGTH, confidence=0.9)
    assert cut_short([minutes, plan], two)[0].last == 8


@given(st.lists(claims(), max_size=9), st.integers())
def test_the_order_of_the_claims_does_not_matter(given_claims: list[Claim], seed: int) -> None:
    """Plugins may be loaded and answer in any order: who wins, equals included, is told by the claims alone."""
    shuffled = random.Random(seed).sample(given_claims, len(given_claims))

    def plain(settled: list[tuple[Claim, tuple[Claim, ...]]]) -> list[tuple[int, int, str, float]]:
        return [(claim.first, claim.last, claim.reader, claim.confidence) for claim, _ in settled]

    assert plain(settle(given_claims)) == plain(settle(shuffled))


def test_many_claims_are_settled_at_once() -> None:
    """A file of two thousand case papers is no harder than ten of two hundred."""
    many = [Claim(genre=Genre.CASE_PAPERS, first=n, last=n, confidence=0.9) for n in range(1, 2001)]
    assert [claim for claim, _ in settle(many)] == many


@given(
    st.lists(st.tuples(st.integers(1, LENGTH), st.integers(1, LENGTH)), max_size=4),
    st.frozensets(st.integers(1, LENGTH)),
)
def test_a_part_holds_its_own_lines(inside: list[tuple[int, int]], furniture: frozenset[int]) -> None:
    """Lines of parts inside it, and furniture, are left out; the rest comes in order, once."""
    claim = Claim(genre=Genre.MINUTES, first=2, last=LENGTH - 1, confidence=1)
    within = tuple((max(2, min(pair)), min(LENGTH - 1, max(pair))) for pair in inside)
    within = tuple(pair for pair in within if pair[0] <= pair[1])
    part = Part(layout=layout(furniture), claim=claim, without=within)
    others = {n for first, last in within for n in range(first, last + 1)}
    assert [line.number for line in part.lines] == [
        n for n in range(2, LENGTH) if n not in others and n not in furniture
    ]
    assert [n for first, last in part.ranges for n in range(first, last + 1)] == [
        n for n in range(2, LENGTH) if n not in others
    ]


def test_a_part_spans_its_claim() -> None:
    """What lies inside a part and is read by others does not shorten it."""
    claim = Claim(genre=Genre.MINUTES, first=2, last=9, confidence=1)
    part = Part(layout=layout(), claim=claim, without=((2, 4), (9, 9)))
    assert (part.span.page, part.span.first, part.span.last) == (1, 2, 9)
    assert part.ranges == ((5, 8),)
    assert Part(layout=layout(), claim=evolve(claim, last=3), without=((1, 5),)).lines == ()
