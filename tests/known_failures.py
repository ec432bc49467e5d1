"""What the readers still get wrong on the written samples, each with its reason; whatever reads well again must go.

`python tests/scoring.py --misses 500` prints each thing that is wrong."""

from __future__ import annotations

from attrs import frozen

__all__ = ["KNOWN", "UNDECIDED", "Known"]


@frozen(kw_only=True)
class Known:
    """A facet under the bar."""

    facet: str
    """The facet."""
    why: str
    """What goes wrong."""
    samples: tuple[str, ...]
    """Samples in which it is under the bar."""
    whole: bool = False
    """Whether it is over all samples too."""


KNOWN: tuple[Known, ...] = (
    Known(
        facet="participant role",
        why="the sample takes the minute-taker from the signatures, the list of those present says `styresekretær`",
        samples=("a05_hf_styre_nn",),
    ),
    Known(
        facet="participant title",
        why="`styresekretær` behind a name is taken as the role, the sample has it as the position",
        samples=("a05_hf_styre_nn",),
    ),
    Known(
        facet="section headings",
        why="the last of some numbered headings stands over the day of the next meeting, which is no text of its own",
        samples=("a04_rhf_styre",),
    ),
    Known(
        facet="votes on proposals",
        why="whether a recommendation adopted word for word has its decision's vote too differs from sample to sample",
        samples=(
            "a01_formannskap",
            "a09_kontrollutvalg",
            "a12_fylkesting_nn",
        ),
    ),
)

UNDECIDED: dict[str, dict[str, str]] = {}
"""Sentences of decisions, by sample, that are read into none, each with its reason."""
