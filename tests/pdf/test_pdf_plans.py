"""Plans set as PDF: what only the places of their lines tell."""

from __future__ import annotations

import pytest
from pdf_writing import Sheet, opened, pdf

from govdocs.parts import Part
from govdocs.reading import claim_plans, read_plan

FULL = "Bygge rampe og ny inngang ved rådhuset"
SHORT = "Bygge rampe ved skolen"
SENTENCE = [FULL, "– også for rullestol – før vinteren."]


def measure(cell: list[str], *, other: str = "nærmiljøene.", hangs: tuple[int, int] = (0, 0)) -> tuple[str, list[str]]:
    """Return the text and the points of a measure whose cell holds these lines, the second and third set in."""
    sheet = Sheet().text(70, 80, "Tiltaksplan for Nordvik kommune 2025–2028", 16, "B")
    sheet.grid((70, 300, 420, 500), [100, 120, 180, 240])
    sheet.cells((75, 305, 425), 114, [("Tiltak", "Ansvar", "Frist")])
    sheet.cells((305, 425), 134, [("Nordvik kommune", "2026"), ("Nordvik kommune", "2027")], 60)
    for words, hang, y in zip(cell, (0, *hangs), (134, 148, 162), strict=False):
        sheet.text(75 + hang, y, words)
    sheet.lines(75, 194, ["Lage en plan for frivillig innsats i alle", other])
    layout = opened(pdf(sheet))
    (plan,) = (read_plan(Part(layout=layout, claim=claim)) for claim in claim_plans(layout))
    assert plan is not None
    action = plan.actions[0]
    return action.text, [point.text for point in action.points]


@pytest.mark.parametrize("dash", "–—-")
def test_a_dash_that_had_no_room_on_the_line_above_is_the_sentences(dash: str) -> None:
    """The only dash of a cell, in small letters under a full line without an end, marks no point and stays."""
    cell = [line.replace("–", dash) for line in [*SENTENCE, "Den åpnes til jul."]]
    assert measure(cell) == (" ".join(cell), [])


@pytest.mark.parametrize(
    ("cell", "hangs"),
    [
        ([f"{FULL}:", "– også for rullestol"], (0, 0)),
        ([FULL, "– Også for rullestol"], (0, 0)),
        ([SHORT, "– også for rullestol"], (0, 0)),
        ([FULL, "– også for rullestol", "– lys over døra"], (0, 0)),
        ([FULL, "– også for rullestol og", "barnevogn"], (0, 8)),
        ([FULL, "– også for rullestol"], (8, 0)),
    ],
)
def test_other_dashes_in_a_cell_mark_points(cell: list[str], hangs: tuple[int, int]) -> None:
    """After an end, before a capital, where there was room, among others, set in, or with a hanging line below."""
    assert len(measure(cell, hangs=hangs)[1]) == sum(words.startswith("– ") for words in cell)


def test_a_column_that_wraps_no_text_tells_nothing_of_room() -> None:
    """Where no other line of the measures goes on in the next one, it is not known how far they may reach."""
    assert measure(SENTENCE, other="Alle skal med.")[1] == ["også for rullestol – før vinteren."]
