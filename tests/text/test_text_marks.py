"""Marks that a text carries on its lines, and lines made plain: Markdown, bullets, letter-spacing, blanks, bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_making import opened, shown, source

from govdocs import Limits
from govdocs.errors import LimitError
from govdocs.testing import check_layout
from govdocs_text.opening import open_text


def test_markdown_headings_and_emphasis_are_told_and_taken_off() -> None:
    """Heading marks give a level, stars and underscores bold and italics; the text is without them."""
    layout = opened("# Møteprotokoll\n\n**Vedtak:**\n\n*Til orientering*\n\nStyret **vedtok** _planen_.\n\n## Sak 1/24")
    told = [(line.text, line.heading, line.bold, line.italic) for line in layout.lines if line.text]
    assert told == [
        ("Møteprotokoll", 1, None, None),
        ("Vedtak:", None, True, None),
        ("Til orientering", None, None, True),
        ("Styret vedtok planen.", None, None, None),
        ("Sak 1/24", 2, None, None),
    ]
    assert layout.media_type == "text/markdown"


def test_a_text_without_such_marks_keeps_its_stars() -> None:
    """One hash or star alone is no Markdown; the characters are text."""
    text = "Nr # 4\n* stjerne *\nSak 1/24 __ varamedlem"
    assert shown(text) == text.split("\n")
    assert opened(text).media_type == "text/plain"


def test_escaped_marks_are_characters() -> None:
    """A backslash before a mark keeps the mark and goes."""
    assert shown("# En\n\n## To\n\n1\\. mars og \\* stjerne")[-1] == "1. mars og * stjerne"


def test_tags_are_taken_off_and_emphasis_is_kept() -> None:
    """Paragraph tags go; a line that is all in italics or bold is told so."""
    layout = opened("Sak 1\n<p>Saken gjelder</p>\n<i>Kursiv linje</i>\n<b>Fet linje</b>\nTekst med <i>litt</i> kursiv")
    assert [(line.text, line.italic, line.bold) for line in layout.lines[1:]] == [
        ("Saken gjelder", None, None),
        ("Kursiv linje", True, None),
        ("Fet linje", None, True),
        ("Tekst med litt kursiv", None, None),
    ]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("\uf0b7 Punkt", "• Punkt"),
        ("\uf0a7 Punkt", "• Punkt"),
        ("\uf0d8 Punkt", "• Punkt"),
        ("\uf02d Punkt", "- Punkt"),
        ("V E D T A K", "VEDTAK"),
        ("F O R S L A G   T I L   V E D T A K :", "FORSLAG TIL VEDTAK:"),
        ("S A K S P R O T O K O L L", "SAKSPROTOKOLL"),
        ("Rå\u00addhuset", "Rådhuset"),
        ("Råd\u00ad", "Råd-"),
        ("Midt\u2011Norge", "Midt-Norge"),
        ("kl.\u00a010.00", "kl. 10.00"),
        ("to   blanke    ord", "to blanke ord"),
        ("  innrykk og hale  ", "innrykk og hale"),
        ("null\u200bbredde", "nullbredde"),
        ("klokke\x07signal", "klokkesignal"),
        ("A\u030as", "Ås"),
        ("A B C", "A B C"),
    ],
)
def test_a_line_is_made_plain(raw: str, wanted: str) -> None:
    """Private-use bullets, letter-spacing, soft hyphens, odd blanks and what cannot be printed are made plain."""
    assert shown(f"{'Tekst ' * 20}\n{raw}\nTekst")[1] == wanted


def test_wide_gaps_and_indents_are_remembered() -> None:
    """Where columns stood apart, each piece's place is kept, and how far the line was set in."""
    layout = opened("   Navn        Parti     Møtte for")
    (line,) = layout.lines
    assert line.text == "Navn Parti Møtte for"
    assert line.indent == 3
    assert [line.text[gap:] for gap in line.gaps] == ["Parti Møtte for", "Møtte for"]
    assert list(line.stops) == [15.0, 25.0]


@pytest.mark.parametrize(
    ("text", "bound", "limit"),
    [
        ("a\n" * 20, {"lines": 10}, "lines"),
        ("x" * 50, {"line_length": 49}, "line_length"),
        ("\f".join(f"side {n}\nlinje\nlinje\nlinje\n" for n in range(9)), {"pages": 5}, "pages"),
    ],
)
def test_every_bound_is_an_error_that_names_it(text: str, bound: dict[str, float], limit: str) -> None:
    """Lines, the length of one and pages are bounded; passing a bound names it and the file."""
    with pytest.raises(LimitError, match=r"prøve\.txt") as caught:
        open_text(source(text), Limits(**bound))
    assert caught.value.limit == limit


def test_a_bound_that_is_just_met_is_no_error() -> None:
    """A bound is the most that is allowed."""
    assert len(opened("a\nb\nc", lines=3, line_length=1, pages=1).lines) == 3


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=200).filter(
        lambda t: "\x00" not in t
    )
)
def test_any_text_that_opens_is_a_sound_layout(text: str) -> None:
    """Whatever the text, its lines are single, trimmed and numbered, and its tables fit together."""
    layout = open_text(source("Møte " + text), Limits())
    if layout is not None:
        assert check_layout(layout) == []
        assert layout.source.data == ("Møte " + text).encode()


@given(
    st.lists(
        st.sampled_from(
            [
                "Sak 1/24",
                "Vedtak:",
                "\ta\tb",
                "",
                " a ",
                " b ",
                "",
                "# Hei",
                "**fet**",
                "<p>x</p>",
                "\x0c",
                "•",
                "   innrykk  kolonne",
            ]
        ),
        max_size=12,
    )
)
def test_the_same_bytes_give_the_same_layout(lines: list[str]) -> None:
    """Opening twice gives equal layouts."""
    text = "\n".join(["Tekst", *lines])
    assert open_text(source(text), Limits()) == open_text(source(text), Limits())


def test_bold_words_at_the_beginning_of_a_line_are_told() -> None:
    """How far a line of Markdown is bold that goes on in other type; nothing where all of it is bold or none."""
    lines = opened("# Referat\n\n**Budsjett.** Saken ble lagt frem.\n\n**Vedtak**\n\nSaken **utsettes**.\n").lines
    assert [line.text[: line.lead] for line in lines if line.text] == ["", "Budsjett.", "", ""]
