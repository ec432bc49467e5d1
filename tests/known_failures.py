"""What the readers still get wrong on the written samples, each with its reason; whatever reads well again must go.

`python tests/scoring.py --misses 500` prints each thing that is wrong."""

from __future__ import annotations

from attrs import frozen

__all__ = ["KNOWN", "Known"]


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
        facet="background documents",
        why="`Saksdokumenter` in minutes is taken as background documents, not as a section",
        samples=("a06_universitetsstyre",),
        whole=True,
    ),
    Known(
        facet="decision points",
        why="one item of a decision counts where the sample says that it has none",
        samples=("a14_merke_nn",),
    ),
    Known(
        facet="decisions",
        why="a decision with a remark behind it takes the remark too",
        samples=("styret_protokoll_2024-06-19",),
    ),
    Known(
        facet="meeting body",
        why="the letterhead's fuller name of the body is taken where the heading says it shorter",
        samples=("a18_eldreraad_blanda",),
    ),
    Known(
        facet="meeting place",
        why="a place told in a sentence (`Møtet ble holdt i …`) is not read",
        samples=("f00_fakultetsstyre_bokstav",),
    ),
    Known(
        facet="participant role",
        why="the sample calls a secretary to the board the minute-taker, the source does not",
        samples=("a05_hf_styre_nn",),
    ),
    Known(
        facet="participant status",
        why="the group `Fra <etat>` does not decide the status as `Fra <departement>` does",
        samples=("referat_2016-09-14",),
    ),
    Known(
        facet="participant title",
        why="`styresekretær` behind a name is taken as the role, the sample has it as the position",
        samples=("a05_hf_styre_nn",),
    ),
    Known(
        facet="participant: what is not stated",
        why="a heading over the cases right behind a person's line is taken for the person's",
        samples=("f00_fakultetsstyre_bokstav",),
    ),
    Known(
        facet="plan columns",
        why="a plan set as a list gives no columns, the sample names its labels as such",
        samples=("b11_handlingsplan_liste_nynorsk",),
        whole=True,
    ),
    Known(
        facet="section headings",
        why="headings in a narrow column, as questions, or between two votes are read as text",
        samples=(
            "a04_rhf_styre",
            "a06_universitetsstyre",
            "b04_styresak_universitet",
            "nsh_referat_2023-11-08",
        ),
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
