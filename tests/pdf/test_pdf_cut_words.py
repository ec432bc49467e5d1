"""Words that a narrow cell cuts without a hyphen are whole again, and words that end with their line stay two."""

from __future__ import annotations

import pytest
from pdf_writing import Sheet, opened, pdf, rows

PROSE = ["Planen gjelder for hele kommunen og ", "blir lagt fram for rådet hvert år, ", "første gang om høsten."]
"""Lines as word processors paint them: with the blank at which each was broken."""


def narrow(lines: list[str], prose: list[str] = PROSE) -> Sheet:
    """Return a page with some text and a table whose second cell, 55 points wide, holds lines."""
    sheet = Sheet().lines(70, 60, prose).grid((70, 300, 365), [100, 200]).text(75, 114, "Lage plan")
    return sheet.lines(305, 114, lines, 12, 9)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Kommunedirek", "tøren"], "Kommunedirektøren"),
        (["Kommunikasjo", "nsavdelingen ", "og skolene"], "Kommunikasjonsavdelingen og skolene"),
        (["Kommunikasjo", "nsavdelingssje", "fen"], "Kommunikasjonsavdelingssjefen"),
        (["Kommunestyre ", "og råd"], "Kommunestyre og råd"),
        (["rektor", "lærere"], "rektor lærere"),
        (["Kommunedirek", "Tøren"], "Kommunedirek Tøren"),
    ],
)
def test_a_word_that_fills_its_line_without_a_blank_goes_on(lines: list[str], whole: str) -> None:
    """A line of one word without room for a letter and no blank behind it is cut in the word; else it ends there."""
    assert rows(opened(pdf(narrow(lines)))) == [["Lage plan", whole]]


def test_where_no_blanks_are_painted_nothing_is_joined() -> None:
    """A program that paints no blank where it breaks a line does not tell a cut word from one that fills its line."""
    sheet = narrow(["Kommunestyre", "og råd"], [line.rstrip() for line in PROSE])
    assert rows(opened(pdf(sheet))) == [["Lage plan", "Kommunestyre og råd"]]


def test_a_column_without_lines_cuts_words_too() -> None:
    """In a table without lines a word is cut where the next column leaves no room for another letter."""
    rest = [("Male huset", "Rådet", "2026"), ("Rydde stranda", "Skolen", "2027")]
    table = [("Tiltak", "Ansvar", "Frist"), ("Lage plan", "Kommunedirek", "2025"), ("", "tøren", ""), *rest]
    sheet = Sheet().lines(70, 60, PROSE)
    for row, y in zip(table, (114, 134, 145, 165, 185), strict=True):
        for x, words in zip((70, 305, 370), row, strict=True):
            if words:
                sheet.text(x, y, words, 9)
    whole = ["Lage plan", "Kommunedirektøren", "2025"]
    assert rows(opened(pdf(sheet))) == [list(table[0]), whole, *map(list, rest)]
