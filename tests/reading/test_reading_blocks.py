"""Lines put together again to paragraphs and list items, as their writer set them."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from reading_making import lines_of

from govdocs.layout import Line
from govdocs.reading import Block, Wrap, blocks, joined, spans_of

WIDE = "Formannskapet drøftet budsjettet for neste år og ønsket at tiltakene blir satt i"
MORE = "rekkefølge etter kost og nytte, slik at kommunestyret kan velge mellom dem før jul."


def put_together(text: str) -> list[Block]:
    lines = lines_of(text)
    return blocks(lines, Wrap(lines), frozenset())


def texts(text: str) -> list[str]:
    return [block.text for block in put_together(text)]


def marks(text: str) -> list[tuple[str | None, int, str]]:
    return [(block.marker, block.level, block.text) for block in put_together(text)]


def test_a_dash_that_a_line_begins_with_parts_no_double_spaced_text() -> None:
    """Where blank lines stand within paragraphs, one before a dash in small letters tells no more than any."""
    text = f"{WIDE}\n\nrekkefølge før jul.\n\n\n{WIDE}\n\n– del to av planen\n"
    assert texts(text)[-1] == f"{WIDE} – del to av planen"


def test_the_lines_of_a_paragraph_are_one_text() -> None:
    """A line that is full goes on in the next, with one blank between them."""
    assert texts(f"{WIDE}\n{MORE}\n") == [f"{WIDE} {MORE}"]


def test_a_blank_line_parts_paragraphs() -> None:
    """What stands between blank lines is a paragraph of its own."""
    assert texts(f"{WIDE}\n{MORE}\n\n{WIDE}\n{MORE}\n") == [f"{WIDE} {MORE}"] * 2


def test_a_short_line_before_a_capital_is_meant_to_end() -> None:
    """Where the next word would have had room, the break was meant."""
    text = f"Kort linje her.\n{WIDE}\nrekkefølge.\nEnda en kort linje.\n{WIDE}\nrekkefølge.\n"
    assert texts(text) == ["Kort linje her.", f"{WIDE} rekkefølge.", "Enda en kort linje.", f"{WIDE} rekkefølge."]


def test_double_spaced_text_is_put_together() -> None:
    """Where an extractor leaves a blank line after every line, blank lines within a paragraph do not part it."""
    first = [WIDE, "rekkefølge etter kost og nytte, slik at kommunestyret kan velge mellom dem og så", "si ja."]
    second = ["Ola Vik mente at det hastet, og at et vedtak må komme på plass før sommeren, slik", "alle vil."]
    text = "\n\n".join([*first, "", *second, "", *first, "", *second])
    assert texts(text) == [" ".join(first), " ".join(second)] * 2


def test_a_paragraph_goes_on_over_the_turn_of_a_page() -> None:
    """A page's end in the middle of a sentence is no paragraph's end."""
    assert texts(f"{WIDE}\n\f{MORE}\n") == [f"{WIDE} {MORE}"]


def test_a_new_page_after_a_full_stop_is_a_new_paragraph() -> None:
    """A finished sentence at a page's end, and a capital on the next page behind blank lines, part paragraphs."""
    assert len(texts(f"{WIDE}\n{MORE}\n\n\n\fVidere ble planen lagt fram.\n")) == 2


@pytest.mark.parametrize("mark", ["•", "●", "▪", "–", "-", "*", "◦", "✓", "\uf0b7", "➢"])
def test_bullets_begin_items_and_are_dropped(mark: str) -> None:
    """Each marked line begins an item; the mark is no part of its text, and a wrapped item is one."""
    text = f"{mark} Rydde i {WIDE[0].lower()}{WIDE[1:]}\n  {MORE}\n{mark} Kjøpe to nye benker\n{mark} Male skuret\n"
    wanted = [f"Rydde i {WIDE[0].lower()}{WIDE[1:]} {MORE}", "Kjøpe to nye benker", "Male skuret"]
    assert marks(text) == [("•", 0, each) for each in wanted]


def test_a_long_word_turned_over_in_an_item_is_the_items() -> None:
    """A sentence that ends short of the margin, since the next word had no room there, ends no item."""
    turned = "Forslag om å flytte båthuset og brygga til odden.\nHavnebassengutvidelsen bør vente til våren."
    text = f"• {WIDE}\n• {turned}\n• Male\n"
    assert marks(text)[1] == ("•", 0, turned.replace("\n", " "))


@pytest.mark.parametrize(
    ("one", "two"),
    [("1.", "2."), ("1)", "2)"), ("a)", "b)"), ("a.", "b."), ("(a)", "(b)"), ("i)", "ii)"), ("A.", "B.")],
)
def test_numbers_and_letters_begin_items_and_are_kept(one: str, two: str) -> None:
    """The number of an item is kept beside its text, since a register gives it."""
    first, second = put_together(f"{one} Kjøpe to nye benker\n{two} Male skuret\n")
    assert (first.marker, first.text, first.whole) == (one, "Kjøpe to nye benker", f"{one} Kjøpe to nye benker")
    assert (second.marker, second.text) == (two, "Male skuret")


def test_items_of_another_kind_lie_under_an_item() -> None:
    """`o` under a bullet, and letters under a number that announces them, are one level deeper."""
    assert marks("• Parken\no Benker av tre\no Lamper\n• Havna\n") == [
        ("•", 0, "Parken"),
        ("•", 1, "Benker av tre"),
        ("•", 1, "Lamper"),
        ("•", 0, "Havna"),
    ]
    assert marks("1. Parken får:\na) benker\nb) lamper\n2. Havna\n") == [
        ("1.", 0, "Parken får:"),
        ("a)", 1, "benker"),
        ("b)", 1, "lamper"),
        ("2.", 0, "Havna"),
    ]


@pytest.mark.parametrize("line", ["1. mars ble møtet holdt", "17. mai feires", "3. desember 2024", "12. mars–14. mars"])
def test_a_day_begins_no_item(line: str) -> None:
    """`1. mars` is a day and not the first item of a list."""
    assert marks(line) == [(None, 0, line)]


def test_a_dash_in_a_sentence_begins_no_item() -> None:
    """A dash that a line happens to begin with, in the middle of a sentence, is none of a list's."""
    assert len(put_together("Møtet varte fra kl. 10\n– og ble langt")) == 1


def test_a_dash_with_another_below_it_begins_an_item() -> None:
    """Under a sentence that its items end, each dash of a list is a mark; one in another paragraph is not of it."""
    items = ["drøfte hvem som skal vanne trærne", "peke på to gater"]
    assert marks(f"Rådet bes om å\n– {items[0]}\n– {items[1]}\n")[1:] == [("•", 0, item) for item in items]
    assert len(put_together("Møtet varte fra kl. 10\n– og ble langt\n\n– som ventet")) == 2


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("kommune-", "styret vedtok", "kommunestyret vedtok"),
        ("Midt-", "Norge får", "Midt-Norge får"),
        ("helse-", "og sosialtjenesten", "helse- og sosialtjenesten"),
        ("skole-", "eller barnehage", "skole- eller barnehage"),
        ("e-", "helse", "e-helse"),
        ("GMO-", "legemidler", "GMO-legemidler"),
        ("2024-", "2027", "2024-2027"),
        ("Se www.", "example.no", "Se www. example.no"),
        ("ett ord", "til", "ett ord til"),
        ("slutt", ", sa han", "slutt, sa han"),
    ],
)
def test_hyphens_at_line_ends_are_undone_where_they_are_plainly_so(first: str, second: str, wanted: str) -> None:
    """A word broken by the line is whole again; a hyphen the word has of its own stays."""
    assert joined([first, second]) == wanted


def test_the_documents_own_words_decide_about_a_hyphen() -> None:
    """What stands elsewhere with or without its hyphen is written so at a line's end too."""
    assert joined(["kyst-", "fiske"], frozenset({"kyst-fiske"})) == "kyst-fiske"
    assert joined(["kyst-", "fiske"], frozenset({"kystfiske"})) == "kystfiske"
    assert joined(["BOLIG-", "FELT"], frozenset({"boligfelt"})) == "BOLIGFELT"
    assert joined(["NORD-", "NORGE"], frozenset({"nord-norge"})) == "NORD-NORGE"


def test_spans_name_runs_of_lines() -> None:
    """Neighbouring lines are one span, also over blank ones; a wide gap begins another."""
    lines = lines_of("a\nb\n\nc\n\n\n\n\n\n\n\nd\n")
    assert [(span.first, span.last) for span in spans_of(lines)] == [(1, 4), (12, 12)]


PIECES = st.sampled_from(
    [
        WIDE,
        MORE,
        "Kort.",
        "",
        "",
        "• Punkt",
        "o Underpunkt",
        "1. Første",
        "2. Andre",
        "a) Ledd",
        "– strek",
        "\fNy side",
        "ord-",
        "Vedtak:",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=14))
def test_no_line_is_lost_or_told_twice(pieces: list[str]) -> None:
    """Whatever the lines, each stands in exactly one block, in order, and a block's words are its lines' words."""
    lines = lines_of("\n".join(["Start her.", *pieces]))
    found = blocks(lines, Wrap(lines), frozenset())
    assert [line for block in found for line in block.lines] == list(lines)
    for block in found:
        letters = "".join(c for line in block.lines for c in line.text if c.isalnum())
        mine = "".join(c for c in f"{block.marker or ''}{block.text}" if c.isalnum())
        assert mine == letters or mine == letters.removeprefix("o")
        assert block.level >= 0


@given(st.lists(PIECES, min_size=1, max_size=10))
def test_putting_together_is_steady(pieces: list[str]) -> None:
    """The same lines give the same blocks."""
    lines: tuple[Line, ...] = lines_of("\n".join(["Start her.", *pieces]))
    assert blocks(lines, Wrap(lines), frozenset()) == blocks(lines, Wrap(lines), frozenset())


def test_where_space_parts_paragraphs_a_full_stop_at_the_margin_parts_none() -> None:
    """A line that ends a sentence goes on if the next word has no room on it, where paragraphs are told by space."""
    words = ("Rådet har drøftet saken i flere av sine møter.", "Problemstillingen er av nasjonal betydning.")
    wide = Line(number=1, page=1, text="x" * 58, indent=70, right=360, paragraph=True)
    ends, goes_on = (
        Line(number=n, page=1, text=text, indent=70, right=70 + 5 * len(text)) for n, text in enumerate(words, 2)
    )
    assert Wrap((wide, ends, goes_on)).goes_on(ends, goes_on)
    unspaced = evolve(wide, paragraph=False)
    assert not Wrap((unspaced, ends, goes_on)).goes_on(ends, goes_on)


def test_a_period_calls_for_its_years() -> None:
    """`i perioden` goes on in `2024–2027` over a blank line; a figure behind another word begins something else."""
    lines = lines_of("2. Notat om kystled i perioden\n\n2024–2027\n\n3. Notat om naust\n\n2024–2027")
    assert [block.text for block in blocks(lines, Wrap(lines), frozenset())] == [
        "Notat om kystled i perioden 2024–2027", "Notat om naust", "2024–2027",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Hun er ugild etter forvaltningsloven §", "6. Hun gikk fra under handsamingen av saken."),
        ("Rådet fikk en orientering om avtalen, jf. sak PS", "98/24. Orienteringen ble tatt til etterretning."),
    ],
)
def test_a_citation_calls_for_its_number(line: str, after: str) -> None:
    """`§` and `sak PS` go on in the number with which the next line begins, whatever it looks like."""
    wide = "Formannskapet behandlet saken i møtet etter at ordføreren hadde orientert om den."
    lines = lines_of(f"{wide}\n\n{line}\n{after}")
    assert [block.text for block in blocks(lines, Wrap(lines), frozenset())] == [wide, f"{line} {after}"]


def test_a_line_whose_label_was_taken_off_is_as_wide_as_it_stood() -> None:
    """What filled its line with the label goes on in the next line without it."""
    whole = "Vedlegg Notat om strategien for utlån av båter og redskap"
    lines = lines_of(f"{whole}\n– del to\n{whole[:-4]}\n")
    assert Wrap(lines).goes_on(evolve(lines[0], text=whole.removeprefix("Vedlegg ")), lines[1])
