"""Automatic numbers and bullets of Word documents, as they are displayed."""

from __future__ import annotations

import pytest
from word_making import docx, item, level, lists, opened, p, part, read, style, styles, t, texts

from govdocs.numerals import letters, roman


def numbered(*body: str, numbering: str, **parts: str) -> list[str]:
    """Open a document with a numbering part and return its lines."""
    return texts(opened(docx(*body, parts={"numbering": numbering, **parts})))


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("decimal", "%1.", ["1. x", "2. x", "3. x"]),
        ("lowerLetter", "%1)", ["a) x", "b) x", "c) x"]),
        ("upperLetter", "(%1)", ["(A) x", "(B) x", "(C) x"]),
        ("lowerRoman", "%1.", ["i. x", "ii. x", "iii. x"]),
        ("upperRoman", "%1", ["I x", "II x", "III x"]),
        ("decimalZero", "%1", ["01 x", "02 x", "03 x"]),
        ("decimal", "Sak %1/24", ["Sak 1/24 x", "Sak 2/24 x", "Sak 3/24 x"]),
        ("bullet", "•", ["• x", "• x", "• x"]),
        ("bullet", "\uf0b7", ["• x", "• x", "• x"]),
        ("bullet", "–", ["– x", "– x", "– x"]),
        ("none", "", ["x", "x", "x"]),
        ("ordinal", "%1", ["1. x", "2. x", "3. x"]),
        ("cardinalText", "%1.", ["1. x", "2. x", "3. x"]),
    ],
)
def test_forms(form: str, text: str, shown: list[str]) -> None:
    """Each form of number is set as Word sets it, in front of the text with one blank."""
    assert numbered(item("x"), item("x"), item("x"), numbering=lists(level(form, text))) == shown


def test_levels_count_on_their_own_and_start_anew() -> None:
    """A deeper level starts anew after a higher one, and may show the numbers above it."""
    part = lists(level("decimal", "%1."), level("decimal", "%1.%2", 1), level("lowerLetter", "%3)", 2))
    body = [item("a"), item("b", level=1), item("c", level=1), item("d", level=2), item("e"), item("f", level=1)]
    assert numbered(*body, numbering=part) == ["1. a", "1.1 b", "1.2 c", "a) d", "2. e", "2.1 f"]


def test_level_indent() -> None:
    """A list's line has its indent by level: where its mark stands."""
    part = lists(level("decimal", "%1."), level("decimal", "%2.", 1))
    layout = opened(docx(item("a"), item("b", level=1), parts={"numbering": part}))
    assert [line.indent for line in layout.lines] == [0, 18]


def test_text_between_does_not_stop_the_count() -> None:
    """A list goes on after paragraphs without numbers; a paragraph may be taken off its style's list."""
    part = lists(level("decimal", "%1.", more='<w:pStyle w:val="L"/>'))
    parts = styles(style("L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    off = p("c", style="L", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = [p("a", style="L"), p("b"), off, p("d", style="L")]
    assert numbered(*body, numbering=part, styles=parts) == ["1. a", "b", "c", "2. d"]


def test_style_chooses_the_level() -> None:
    """A heading style stands on the level of the list that names it."""
    part = lists(
        level("decimal", "%1", 0, '<w:pStyle w:val="H1"/>'), level("decimal", "%1.%2", 1, '<w:pStyle w:val="H2"/>')
    )
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    parts = styles(style("H1", number, name="heading 1"), style("H2", number, name="heading 2"))
    layout = opened(
        docx(p("a", style="H1"), p("b", style="H2"), p("c", style="H2"), parts={"numbering": part, "styles": parts})
    )
    assert [(line.text, line.heading) for line in layout.lines] == [("1 a", 1), ("1.1 b", 2), ("1.2 c", 2)]


def test_another_use_starts_anew() -> None:
    """A second list of the same kind that says so starts anew; one that does not goes on."""
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    part = lists(level("decimal", "%1."), more=anew)
    body = [item("a"), item("b", 2), item("c", 2), item("d", 3)]
    assert numbered(*body, numbering=part) == ["1. a", "5. b", "6. c", "7. d"]


def test_level_of_its_own() -> None:
    """A list may change a level of the list it is made of; one made of nothing is no list."""
    own = (
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">{level("upperLetter", "%1:")}'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="99"/></w:num>'
    )
    assert numbered(item("a", 2), item("b", 3), numbering=lists(level("decimal", "%1."), more=own)) == ["A: a", "b"]


def test_level_without_a_number_in_another() -> None:
    """A level of no form leaves nothing where a deeper one shows it; wrong numbers in a list are no numbers."""
    part = lists(level("none", "%1"), level("decimal", "%1%2.", 1)).replace(
        '<w:start w:val="1"/>', '<w:start w:val="x"/>', 1
    )
    assert numbered(item("a"), item("b", level=1), numbering=part) == ["a", "1. b"]


def test_hollow_bullet_and_picture() -> None:
    """The letter o in a typewriter face is a hollow bullet; a picture or a sign of no known font is a round one."""
    hollow = level("bullet", "o").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl>')
    picture = level("bullet", "x", more='<w:lvlPicBulletId w:val="0"/>')
    for found, mark in ((hollow, "◦"), (picture, "•"), (level("bullet", "\uf0ff"), "•")):
        assert numbered(item("a"), numbering=lists(found)) == [f"{mark} a"]


def test_level_that_never_starts_anew() -> None:
    """A level with `lvlRestart` 0 counts through the document."""
    part = lists(level("decimal", "%1."), level("decimal", "Sak %2", 1, '<w:lvlRestart w:val="0"/>'))
    body = [item("a"), item("b", level=1), item("c"), item("d", level=1)]
    assert numbered(*body, numbering=part) == ["1. a", "Sak 1 b", "2. c", "Sak 2 d"]


def test_digits_everywhere() -> None:
    """A legal level shows the numbers above it in digits."""
    part = lists(level("upperRoman", "%1"), level("decimal", "%1.%2", 1, "<w:isLgl/>"))
    assert numbered(item("a"), item("b", level=1), numbering=part) == ["I a", "1.1 b"]


def test_number_without_text_is_shown_and_bullet_is_not() -> None:
    """An empty numbered paragraph shows its number, as in a column of numbers; an empty bullet is a blank line."""
    assert numbered(item(""), item("b"), numbering=lists(level("decimal", "%1"))) == ["1", "2 b"]
    assert numbered(item(""), item("b"), numbering=lists(level("bullet", "•"))) == ["", "• b"]


def test_mark_before_the_first_line_only() -> None:
    """A numbered paragraph of two lines has its number on the first."""
    assert numbered(item("en\nto"), item("tre\tfire"), numbering=lists(level("decimal", "%1."))) == [
        "1. en", "to", "2. tre", "fire",
    ]  # fmt: skip


def test_removed_item_is_not_counted() -> None:
    """An item whose paragraph is removed by a tracked change takes no number."""
    gone = p(
        f"<w:del>{t('bort')}</w:del>",
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert numbered(item("a"), gone, item("b"), numbering=lists(level("decimal", "%1."))) == ["1. a", "2. b"]


def test_numbering_style_is_followed() -> None:
    """A list that only names a numbering style is the list of that style."""
    link = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    part = lists(level("decimal", "§ %1"), more=link)
    parts = styles(style("N", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"))
    assert numbered(item("a", 2), numbering=part, styles=parts) == ["§ 1 a"]


def test_unknown_list_is_no_list() -> None:
    """A paragraph of a list that does not exist is a paragraph."""
    assert texts(read(item("a", 9))) == ["a"]
    assert numbered(item("a", 9), numbering=part("numbering")) == ["a"]


def test_numerals() -> None:
    """Letters double after z as in Word; Roman numerals subtract; what neither can say is digits."""
    assert [letters(n) for n in (1, 26, 27, 53, 0)] == ["a", "z", "aa", "aaa", "0"]
    assert [roman(n) for n in (4, 9, 14, 1999, 4000)] == ["iv", "ix", "xiv", "mcmxcix", "4000"]
