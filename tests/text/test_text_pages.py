"""Where pages begin in extracted text, and what stands on every page without belonging to any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_making import opened


def starts(text: str) -> list[int]:
    """Return the first line of each page."""
    return [page.first for page in opened(text).pages]


def furniture(text: str) -> dict[str, str]:
    """Return the lines that are page furniture, each with its kind."""
    return {line.text: line.furniture for line in opened(text).lines if line.furniture}


def kinds(text: str) -> list[str | None]:
    return [line.furniture for line in opened(text).lines]


def page(head: str | None, body: str, foot: str | None) -> str:
    """Return a page of a few lines with what stands at its edges."""
    lines = [head, "", f"{body} begynner her og går videre", "til neste linje.", "", f"{body} slutter her.", "", foot]
    return "\n".join(line for line in lines if line is not None)


def pages(heads: list[str | None], feet: list[str | None]) -> str:
    """Return pages with form feeds between them, each with a text of its own."""
    bodies = ["Innledningen", "Drøftingen", "Avsnittet", "Kapitlet", "Oversikten"]
    return "\f".join(page(*parts) for parts in zip(heads, bodies, feet, strict=False))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\nb\n\fc\nd", [1, 3]),
        ("a\nb\f\nc\nd", [1, 3]),
        ("a\nb\n\f\nc\nd", [1, 4]),
        ("a\n\fb\n\fc", [1, 2, 3]),
        ("a\nb", [1]),
        ("a\n\f", [1]),
    ],
)
def test_a_form_feed_begins_a_page(text: str, wanted: list[int]) -> None:
    """Before a line, behind one or on a line of its own: the line that follows is the first of a page."""
    assert starts(text)[: len(wanted)] == wanted


def test_a_form_feed_is_no_part_of_a_line() -> None:
    """The mark itself is gone from the text."""
    layout = opened("Side en\n\fSide to")
    assert [(line.text, line.page) for line in layout.lines] == [("Side en", 1), ("Side to", 2)]


TIKA = [
    "Møteprotokoll ",
    "Utvalg: Formannskapet ",
    "Første side er kort ",
    "og slutter brått uten blank linje, ",
    "slik uttrekket gjør det. ",
]


def test_one_leading_blank_on_a_glued_line_begins_a_page() -> None:
    """Where lines end in blanks, as Tika leaves them, one blank before a line glued to the last begins a page."""
    text = "\n".join([*TIKA, " Andre side begynner her ", *TIKA[2:], " Tredje side ", "har litt tekst "])
    assert starts(text) == [1, 6, 10]


def test_an_indented_line_in_other_text_begins_no_page() -> None:
    """Without blanks at the ends of lines, one leading blank means nothing."""
    text = "\n".join(line.strip() for line in TIKA) + "\n Innrykket linje\nmer tekst\nog mer\nog mer"
    assert starts(text) == [1]


def test_three_empty_lines_begin_a_page() -> None:
    """Extractors that leave empty lines between pages leave at least three."""
    body = "En linje\nto linjer\ntre linjer\nfire linjer"
    assert starts(f"{body}\n\n\n\n{body}") == [1, 8]
    assert starts(f"{body}\n\n\n{body}") == [1]


def test_every_line_lies_on_one_page() -> None:
    """Pages follow one another without a gap, and each line knows its own."""
    layout = opened(pages(["Hode"] * 4, ["Side 1", "Side 2", "Side 3", "Side 4"]))
    assert [each.number for each in layout.pages] == [1, 2, 3, 4]
    assert layout.pages[0].first == 1
    assert layout.pages[-1].last == len(layout.lines)
    assert all(b.first == a.last + 1 for a, b in zip(layout.pages, layout.pages[1:], strict=False))
    assert all(page.first <= n <= page.last for page in layout.pages for n in range(page.first, page.last + 1))
    for each in layout.pages:
        assert {line.page for line in layout.lines[each.first - 1 : each.last]} <= {each.number}


@given(
    st.lists(
        st.sampled_from(["", "Tekst", "Mer tekst ", " Innrykk ", "\f", "\fNy side", "Side 1 av 3", "2"]), max_size=25
    )
)
def test_pages_hold_every_line_of_any_text(lines: list[str]) -> None:
    """Whatever breaks there are, each line is on one page, in order."""
    layout = opened("\n".join([*lines, "Slutt"]))
    assert [n for page in layout.pages for n in range(page.first, page.last + 1)] == [x.number for x in layout.lines]
    assert all(
        layout.pages[line.page - 1].first <= line.number <= layout.pages[line.page - 1].last for line in layout.lines
    )


# --- furniture --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        "Side {n} av 4",
        "side {n}",
        "Side {n}",
        "{n} av 4",
        "{n}/4",
        "{n} (4)",
        "- {n} -",
        "– {n} –",
        "{n}",
        "Side: {n}",
        "Page {n} of 4",
    ],
)
def test_page_numbers_are_furniture_in_every_form(form: str) -> None:
    """What only counts the pages at their edge is no text, at the foot and at the head."""
    numbers: list[str | None] = [form.format(n=n) for n in range(1, 5)]
    nothing: list[str | None] = [None] * 4
    assert furniture(pages(nothing, numbers)) == dict.fromkeys(numbers, "page-number")
    assert furniture(pages(numbers, nothing)) == dict.fromkeys(numbers, "page-number")


def test_a_page_number_with_the_document_beside_it_is_furniture() -> None:
    """`Kontrollutvalget Side 2 av 4` at the foot of each page is the page's, not the text's."""
    feet: list[str | None] = [f"Kontrollutvalget i Elvesund Side {n} av 4" for n in range(1, 5)]
    assert set(furniture(pages([None] * 4, feet))) == set(feet)


def test_a_number_that_keeps_no_step_with_the_pages_is_text() -> None:
    """A bare number at an edge is a page number only where it counts with the pages."""
    assert furniture(pages([None] * 4, ["17", "3", "250", "8"])) == {}


def test_a_head_that_comes_back_is_furniture_but_for_the_first() -> None:
    """A line that opens page after page is a running head; where it stands first, it may be the title, and stays."""
    text = pages(["Elvesund kommune – møtebok"] * 4, [None] * 4)
    assert kinds(text).count("running-head") == 3
    assert opened(text).lines[0].furniture is None


def test_a_foot_that_comes_back_is_furniture_everywhere() -> None:
    """A line that closes page after page is a running foot, the first one too."""
    assert kinds(pages([None] * 4, ["Elvesund kommune, rådhuset"] * 4)).count("running-foot") == 4


def test_a_running_head_with_the_pages_number_in_it_is_one() -> None:
    """What changes with the page alone does not make lines differ."""
    heads: list[str | None] = [f"Møtebok 12. mars 2024 side {n} av 4" for n in range(1, 5)]
    assert len(furniture(pages(heads, [None] * 4))) >= 3


@pytest.mark.parametrize(
    "line",
    [
        "Sak 12/24",
        "Vedtak:",
        "Forslag til vedtak:",
        "Direktørens forslag til vedtak",
        "Tiltak",
        "• Punkt",
        "1. Punkt",
    ],
)
def test_what_carries_the_text_is_no_running_head(line: str) -> None:
    """Labels, case numbers and items that come back at the top of pages stay text."""
    assert line not in furniture(pages([line] * 4, [None] * 4))


def test_an_agendas_entry_with_its_page_is_text() -> None:
    """A case's number, title and page make no page number of the line, at an edge or alone."""
    entries: list[str | None] = [f"Sak {n}/24   Retting av referat nr. {n}   Side {n}" for n in range(1, 5)]
    assert furniture(pages([None] * 4, entries)) == {}
    assert len(opened(f"Møte\n\n{entries[0]}\n\nTatt opp.\n\nSlutt\n").pages) == 1


def test_a_foot_of_addresses_is_furniture() -> None:
    """A line of post box, telephone and web address at a page's foot is the letterhead's."""
    feet: list[str | None] = [None, "Postboks 12, 8000 Elvesund | Tlf 75 00 00 00 | www.elvesund.example", None]
    assert list(furniture(pages([None] * 3, feet)).values()) == ["running-foot"]


@pytest.mark.parametrize(
    "rule", ["____", "----------", "=====", "─────", "--- ---", "***", "|---|---|", "<!-- side 2 -->"]
)
def test_rules_are_furniture_wherever_they_stand(rule: str) -> None:
    """A line of strokes, of a table's border or of a comment says nothing."""
    assert furniture(f"Tekst før\n{rule}\nTekst etter") == {rule: "rule"}


def test_a_dash_alone_is_no_rule() -> None:
    """Three strokes may be a blank to fill in."""
    assert furniture("Tekst\n–\nTekst\n__\nTekst") == {}


def test_a_list_of_links_is_furniture() -> None:
    """Runs of nothing but addresses, as web extractors leave them, are no text."""
    links = "https://example.no/a\nmailto:post@example.no\nwww.example.no"
    assert furniture(f"Tekst.\n\n{links}\n\nTekst") == dict.fromkeys(links.split("\n"), "links")


def test_a_link_that_ends_a_sentence_is_text() -> None:
    """A link alone on its line belongs to the sentence before it, if that has no end."""
    assert furniture("Les mer på\n\nhttps://example.no/a\n\nog kom tilbake.") == {}


def test_a_footnote_behind_its_separator_is_furniture() -> None:
    """What follows the line of blanks that a footnote separator leaves is a footnote, to the page's end."""
    text = f"Styret viser til loven.1\n{' ' * 30}\n1 Lov om arkiv av 1992\nsom endret i 1999.\n\fNeste side"
    assert furniture(text) == dict.fromkeys(["1 Lov om arkiv av 1992", "som endret i 1999."], "footnote")


def test_text_on_one_page_has_no_heads_and_feet() -> None:
    """Without pages, what is written twice is written twice."""
    assert furniture("Elvesund kommune\nTekst her\nmer tekst\nElvesund kommune\nTekst her\nElvesund kommune") == {}


def test_furniture_is_no_part_of_a_record_but_of_the_ledger(tmp_path: object) -> None:
    """A page's foot inside a decision is left out of its text, and accounted for by its kind."""
    import govdocs

    text = (
        "MØTEREFERAT\nElvesund formannskap\nMøtedato: 12. mars 2024\nSted: Rådhuset\n"
        "Til stede: Kari Berg, Ola Vik\n\n"
        "Sak 1/24 Budsjett\n\nVedtak:\nFormannskapet vedtar budsjettet for 2025 med de endringene som kom\n"
        "Side 1 av 2\n\ffram i møtet, og ber om ny melding til våren.\n\n"
        "Sak 2/24 Eventuelt\n\nVedtak:\nIngen saker.\nSide 2 av 2\n"
    )
    path = tmp_path / "protokoll.txt"  # type: ignore[operator]
    path.write_text(text, encoding="utf-8")
    document = govdocs.read(path)
    decision = document.meetings[0].cases[0].decisions[0]
    assert decision.text.endswith("de endringene som kom fram i møtet, og ber om ny melding til våren.")
    assert [entry.furniture for entry in document.ledger.entries if entry.furniture] == ["page-number"] * 2


@pytest.mark.parametrize("line", ["-" * 5_000 + "x", "- " * 5_000 + "x", "--- " * 5_000 + "!", "_-" * 5_000 + "a_"])
def test_a_long_line_of_strokes_that_is_no_rule_takes_no_time(line: str) -> None:
    """Whether a line is a rule is told in time that grows with its length, whatever ends it."""
    start = time.process_time()
    assert furniture(f"Tekst før\n{line}\nTekst etter") == {}
    assert time.process_time() - start < 5


def test_bare_numbers_that_rise_and_end_the_text_are_the_feet_of_pages() -> None:
    """Each stands alone, one higher than the one before: a page begins below it; a number that skips tells nothing."""
    body = "Planen gjelder hele kommunen.\nDen vedtas i møtet."
    assert starts(f"{body}\n\n1\n   o første punkt\n   o andre punkt\n\n2\n") == [1, 5]
    assert starts(f"{body}\n\n1\n   o første punkt\n   o andre punkt\n\n3\n") == [1]
    assert starts(f"{body}\n\n1\n   o første punkt\n\n2\n\nNoe som står bak det siste tallet.\n") == [1]


def test_a_page_begins_where_the_head_of_the_first_page_comes_again() -> None:
    """Also below a line that is indented itself, so that the leading blank alone would not tell."""
    first = " Kystkultur i Nord \n \nPlan for havna \n \n• Kartlegge naust: \n   o ett punkt "
    assert starts(f"{first}\n Kystkultur i Nord \n \n   o et annet punkt \nAnsvar: Havnevesenet \n") == [1, 7]


def test_three_empty_lines_are_no_page_where_every_line_has_one_below_it() -> None:
    """In a text with double spacing a paragraph's gap is that wide."""
    tight = "Nord kommune\nRådhuset\nMøteprotokoll\nUtvalget\n\n\n\nSaken ble drøftet\nog vedtatt."
    assert starts(tight) == [1, 8]
    assert starts(tight.replace("\n\n\n\n", "#").replace("\n", "\n\n").replace("#", "\n\n\n\n")) == [1]


def test_papers_of_one_title_keep_it() -> None:
    """What stands under the numbers of different cases is the title of each; below one number it is none."""

    def papers(number: str) -> str:
        return "\f".join(
            f"Saksframlegg Møte 3/2024\n\nSak {number.format(n)}\nOrientering fra direktøren\n\nSaken {word} her.\n"
            for n, word in enumerate(("begynner", "fortsetter", "slutter"), 7)
        )

    assert "Orientering fra direktøren" not in furniture(papers("{}/3/2024"))
    assert furniture(papers("7/3/2024"))["Orientering fra direktøren"] == "running-head"


def test_the_label_of_a_decision_is_no_foot() -> None:
    """In neither written language, though page after page ends with it."""
    for label in ("Forslag til vedtak", "Framlegg til vedtak"):
        assert label not in furniture(pages([None] * 3, [label] * 3))


def test_a_decision_s_last_sentence_is_no_foot() -> None:
    """It stands under the label on every page, right below other sentences; set apart from them it is a foot."""
    body = "Om {0}.\n\nMer om {0}.\n\nHva {0} koster.\n\nForslag til vedtak\n{1}Planen godkjennes.\n"
    more = "Planen sendes alle kommunene.\n"
    topics = (("Vegen", ""), ("Skolen", more), ("Kaia", more))
    text = "\f".join(body.format(*each) for each in topics)
    assert furniture(text) == {}
    assert furniture(text.replace("\n", "\n\n")) == {}
    assert set(furniture(text.replace("Planen godkjennes.", "\nPlanen godkjennes."))) == {"Planen godkjennes."}


def test_a_head_on_every_page_may_name_what_stands_within_them_too() -> None:
    """The first page begins with it as the others do; without that, what stands within pages is text at their tops."""
    within = "til neste linje.\n\nSå kommer mer.\n\nNord kommune\n\nDet står midt på siden.\n\nEnda mer tekst.\n"
    text = pages(["Nord kommune"] * 3, [None] * 3).replace("til neste linje.", within)
    assert furniture(text)["Nord kommune"] == "running-head"
    assert "Nord kommune" not in furniture(text.removeprefix("Nord kommune\n"))


def test_feet_that_name_a_body_and_end_in_the_pages_number_tell_the_pages() -> None:
    """`Nes kommune - kontrollutvalget 1`, `… 2` up to the text's end are feet; a number that skips tells nothing."""
    body = "Planen gjelder hele kommunen.\nDen vedtas i møtet.\nRådet har uttalt seg.\nDet støtter planen."
    foot = "Nes kommune - kontrollutvalget"
    text = f"{body}\n\n{foot} 1\nNES KOMMUNE - MØTEBOK\n{body}\n\n{foot} {{}}\n"
    assert starts(text.format(2)) == [1, 7]
    assert furniture(text.format(2)) == dict.fromkeys([f"{foot} 1", f"{foot} 2"], "running-foot")
    assert starts(text.format(4)) == [1]
    assert starts(text.format(2) + "\nNoe som står bak den siste.\n") == [1]
    assert starts(text.format(2).replace(foot, "Budsjett - tabell")) == [1]


def test_a_cases_number_at_a_pages_end_is_no_page_number() -> None:
    """`24/29` and `24/29)` are the end of a text unless such numbers keep step with the pages."""
    text = "Direktør Kari Berg (sak\n{}\n\nSide 1\n\fOla Vik og Liv Dal\n\nMer tekst står her.\n\nSide 2\n"
    assert set(furniture(text.format("24/29)")).values()) == {"page-number"}
    assert "24/29)" not in furniture(text.format("24/29)"))
    assert "24/29" not in furniture(text.format("24/29"))
    assert furniture(pages([None] * 3, ["1/3", "2/3", "3/3"])) == dict.fromkeys(["1/3", "2/3", "3/3"], "page-number")


def test_the_numbers_of_pages_tell_them_by_themselves() -> None:
    """`Side 1 av 3` alone under a text ends a page, however far in the next begins; numbers that skip tell nothing."""
    text = "Planen gjelder alle.\nDen har mål.\n\nSide 1 av 3\n    o Et punkt.\nEn linje.\nEn til.\n\nSide {} av 3\n"
    text = (text + " Mer tekst står her.\nOg mer.\n\nSide 3 av 3\n").replace("\n", " \n")
    assert starts(text.format(2)) == [1, 5, 10]
    assert set(furniture(text.format(2))) == {"Side 1 av 3", "Side 2 av 3", "Side 3 av 3"}
    assert starts(text.format(7)) == [1, 10]


def test_a_page_begins_under_the_links_that_end_one() -> None:
    """With as many blanks before it as its first line has; a link within a text has text of its own on both sides."""
    links = "https://nes.kommune.no/en \nhttps://nes.kommune.no/to\n"
    text = f"Første linje står her. \nAndre linje. \nTredje linje. \n \n{links}{{}}Siden går videre. \nSlutt. \n"
    assert starts(text.format("   ")) == [1, 7]
    assert starts(text.format("")) == [1]


def test_the_same_item_at_the_top_of_two_pages_is_no_head() -> None:
    """An item of a list, however marked, is text though it comes again under the page's head."""
    for mark in ("o", "-", "–", "•"):
        text = pages(["Nord kommune"] * 3, [None] * 3).replace(
            "Nord kommune\n\n", f"Nord kommune\n\n{mark} male hytta\n"
        )
        assert "Nord kommune" in furniture(text)
        assert [line for line in furniture(text) if "male hytta" in line] == []


def test_a_decision_over_two_lines_with_which_two_pages_end_is_no_foot() -> None:
    """Its last line is the end of a sentence, and what stands above text is no foot either."""
    end = "Planen godkjennes med de endringene som kom fram i\nmøtet."
    text = pages([None] * 2, [end] * 2)
    assert furniture(text) == {}


def test_numbers_between_dashes_that_rise_and_end_the_text_end_pages() -> None:
    """So a page may begin with a line that is set in; those that do not rise one by one end none."""
    text = "Planen gjelder alle.\nDen har mål:\n\n- 1 -\n    o Et punkt.\nEn linje.\nEn til.\n\n- {} -\n"
    assert starts(text.format(2)) == [1, 5]
    assert set(furniture(text.format(2))) == {"- 1 -", "- 2 -"}
    assert starts(text.format(7)) == [1]


def test_a_form_feed_is_no_part_of_a_lines_left_edge() -> None:
    """The first line of a page is as far in as its blanks say."""
    assert [line.indent for line in opened("   En linje.\n\f   En til.\n").lines if line.text] == [3, 3]


def test_what_stands_over_the_label_of_a_decision_is_no_foot() -> None:
    """Papers of a page each that end alike, with a fact of the case, the label and the decision, lose no fact."""
    fact = "Tidlegare handsama 12/1/2023"
    topics = ("Vegen ved elva", "Skulen i dalen", "Kaia på øya")
    foot = f"{fact}\n\nFramlegg til vedtak\nRådet sluttar seg til."
    papers = [f"Sak {n}/24\n{topic}\n\nOm {topic}.\n\nMeir om {topic}.\n\n{foot}" for n, topic in enumerate(topics)]
    assert fact not in furniture("\n\f".join(papers) + "\n")


def test_a_sentence_that_goes_over_the_page_is_no_foot() -> None:
    """The same line of a paragraph at the foot of two pages is text where the next page ends its last sentence."""
    foot = "Rådet bad om ei oversikt. Museet"

    def text(after: str) -> str:
        about = ("skulen", "kaia", "vegen", "brua")
        told = (f"{after} {each}.\n\nKva {each} kostar.\n\nKven som eig {each}.\n" for each in about)
        return f"\n{foot}\n\f".join(told)

    assert foot not in furniture(text("viste til"))
    assert furniture(text("Det vart vist til"))[foot] == "running-foot"


def test_two_pages_that_end_alike_before_others_have_no_foot() -> None:
    """A foot stands on the last page too; what would leave a page without any text is no head either."""
    measure = "Samordne stiene gjennom faste møter\n\nLauvøy kommune"
    area = "Innsatsområde {} Stier\n\nTiltak Ansvar\n\n" + measure
    rest = "Rydde kaiene gjennom faste møter\n\nHavneetaten"
    told = furniture(f"{area.format(1)}\n\n- 1 -\n\f{rest}\n\n{area.format(2)}\n\n- 2 -\n\f{rest}\n\n- 3 -\n")
    assert set(told.values()) == {"page-number"}


def test_a_plan_whose_two_pages_end_with_the_same_body_has_no_foot() -> None:
    """The last cell of the columns; the same name under a text of two pages is a foot, and so is a dated line."""
    heads = "Tiltak Ansvar\n\n"
    rows = "\n\n".join(f"Måle {what} i alle grendene\n\nNes kommune" for what in ("støyen", "støvet"))
    two = f"{{}}{rows}\n\nRydde kaiene\n\n{{}}\n\n- 1 -\n\f{rows}\n\nRydde stiene\n\n{{}}\n\n- 2 -\n"
    assert "Lauvøy kommune" not in furniture(two.format(heads, *["Lauvøy kommune"] * 2))
    assert "Lauvøy kommune" in furniture(two.format("", *["Lauvøy kommune"] * 2))
    assert "Vedtatt 7. mars 2012" in furniture(two.format(heads, *["Vedtatt 7. mars 2012"] * 2))


def test_rows_of_a_plan_with_which_two_pages_begin_are_no_heads() -> None:
    """Their numbers do not rise with the pages, as those of a head do; cells stand side by side in both."""
    first = (
        "Handlingsplan for stier\n\nNr   Tiltak                  Ansvar  Frist\n1    Lage kart               Oppvekst\n"
    )
    text = f"{first}\f2{{row}}\n\nMålet er nytt.\n\f{{n}}{{row}}\n\nMålet er nådd.\n"
    row = "    Rydde alle stiene       Nes turlag"
    assert furniture(text.format(row=row, n=4)) == {}
    assert set(furniture(text.format(row=row, n=3))) == {f"{n} {' '.join(row.split())}" for n in (2, 3)}


def test_a_plan_s_cell_right_below_the_heads_of_two_pages_is_text() -> None:
    """The body with which a row goes on under the running head; what stands first on both may be a head."""
    first = "Nes kommune\n\nHandlingsplan for stier\n\nTiltak Ansvar\n\nLage kart\n"
    pages = [f"Nes kommune\n\nOppvekst\n\n{what}\n\nTeknisk etat\n" for what in ("Rydde stier", "Bygge bruer")]
    assert set(furniture("\n\f".join([first, *pages]))) == {"Nes kommune"}
    alone = [page.removeprefix("Nes kommune\n\n") for page in pages]
    assert set(furniture("\n\f".join([first, *alone]))) == {"Oppvekst"}
    cell = first.replace("Lage kart", "Oppvekst\n\nLage kart")
    assert furniture("\n\f".join([cell, *alone])) == {}
    body = "Nes kommune\n\nTiltak Ansvar\n\n{}\n\n{}\n\nBygge bruer\n\nTeknisk etat\n\n{}\n"
    both = [body.format("Lage kart", "Nes kommune", "Feie"), body.format("Rydde stier", "Oppvekst", "Male")]
    assert [line.furniture for line in opened("\f".join(both)).lines if line.text == "Nes kommune"][2] == "running-head"


def test_numbers_that_do_not_rise_with_the_pages_make_no_foot() -> None:
    """`4`, `8` and `12` before the last row of each page are the rows' own; `2`, `3` and `4` would be the pages'."""
    topics = ("Vegen", "Skolen", "Kaia")

    def feet(numbers: tuple[int, ...]) -> dict[str, str]:
        body = "{0} er gammel.\n\n{0} må vike.\n\nDet er nådd når {0} er ny.\n\n{1}    Rydde stier       Nes turlag\n"
        return furniture("\f".join(body.format(*each) for each in zip(topics, numbers, strict=True)))

    assert feet((4, 8, 12)) == {}
    assert set(feet((2, 3, 4)).values()) == {"running-foot"}


def test_a_head_of_two_parts_that_begins_both_pages_of_a_plan_is_one() -> None:
    """`Nes kommune        Trafikkplan` over `Tiltak   Ansvar   Frist`, which may come back on the next pages."""
    heads, row = "Tiltak                  Ansvar    Frist\n", "{:<24}Oppvekst  2026\n"
    pages = [f"Nes kommune             Trafikkplan\n\n{heads}{row.format(what)}" for what in ("Lage kart", "Måle fart")]
    assert set(furniture("\f".join(pages)).values()) == {"running-head"}
    more = ["Handlingsplan for trafikk\n\nMålet er nådd.\n", *(page.partition("\n\n")[2] for page in pages)]
    assert set(furniture("\f".join(more).replace("Tiltak   ", "Aktivitet"))) == {"Aktivitet Ansvar Frist"}


def test_a_title_s_last_number_at_a_page_s_edge_is_no_page_number() -> None:
    """`del` / `2` at a page's top whose number is said elsewhere, and right over the page's own number."""
    top = "Vedlegg: Stien, del\n\nSide 1\n\f2\n\nRådet vedtok planen.\n\nDen gjelder alle.\n\nSide 2\n"
    assert set(furniture(top)) == {"Side 1", "Side 2"}
    page = "{0} er gammel.\n\n{0} må bygges om.\n\nOm {0}, del\n\n{1}"
    text = "\f".join(map(page.format, ("Vegen", "Skolen", "Kaia"), ("1\n", "2\n\n2\n", "3\n")))
    assert [line.number for line in opened(text).lines if line.furniture] == [7, 16, 23]
    two = "\f".join(map(page.format, ("Vegen", "Kaia"), ("\n1\n", "")))
    assert [line.number for line in opened(two.replace("\f", "\f2\n\n") + "\n2\n").lines if line.furniture] == [8, 18]
    both = "\f".join(f"{n}\n\n{page.format(what, n)}\n" for n, what in enumerate(("Vegen", "Kaia"), 1))
    assert [line.number for line in opened(both).lines if line.furniture] == [1, 9, 10, 18]


def test_what_begins_two_pages_and_ends_another_is_no_head() -> None:
    """A measure at the foot of the first page, below the head of the next two."""
    measure = "Samordne stiene gjennom faste møter"
    first = f"Lauvøy kommune\n\nHandlingsplan for stier\n\nInnsatsområde 1 Stier\n\nTiltak Ansvar\n\n{measure}"
    pages = [f"Lauvøy kommune\n\n{measure}\n\nMålet er {what}.\n" for what in ("nytt", "nådd")]
    told = furniture("\n\f".join([f"{first}\n\nLauvøy kommune", *pages]))
    assert measure not in told
    assert told["Lauvøy kommune"] == "running-head"


def test_a_stretch_that_begins_two_pages_behind_the_same_line_is_no_head() -> None:
    """Two areas with the same measures, cut at the same place. What stands behind a foot is a head."""
    rows = "Rydde stiene\n\nNes turlag\n\nBygge bruene\n\n{}\n\n- 1 -\n"
    goal = "Målet er nytt.\n\nDet gjelder alle.\n\nTiltak Ansvar\n\n"
    first, second = (f"Innsatsområde {n} Stier\n\n{goal}{rows}" for n in "12")
    for body, head in (("Teknisk etat", None), ("Nes kommune", "running-head")):
        ends = (body, body) if head is None else ("Teknisk etat", "Oppvekst")
        pages = (first.format(ends[0]), f"Måle støyen\n\n{second.format(ends[1])}", "Måle støyen\n\nAlle\n\n- 3 -\n")
        assert furniture("\f".join(pages)).get("Måle støyen") == head
    body = "{}Om {}.\n\nMer om {}.\n\nVedtatt.\n\nSekretariatet\n"
    topics = zip(
        ("", "Nes kommune\n\n", "Nes kommune\n\n"), ("Vegen", "Skolen", "Kaia"), ("stien", "brua", "elva"), strict=True
    )
    assert "Nes kommune" in furniture("\f".join(body.format(*each) for each in topics))


def test_a_sentence_that_begins_two_pages_is_no_head() -> None:
    """Its first line goes on right below in a small letter and ends; a head over two lines ends with no sentence."""
    top = "Rådet viste til de høye\nkostnadene i alle de små kommunene{}\n\n"
    pages = [f"{top}Om {what}.\n\nMer om {what}.\n\nVedtatt.\n" for what in ("kaia", "skolen")]
    text = "\f".join(["Møte 2/2028\n\nSak 7 Vegen\n\nSe sak 6.\n\nBehov\n", *pages])
    assert furniture(text.format(".", ".")) == {}
    assert len(furniture(text.format("", ""))) == 2


def fed(*texts: str) -> str:
    """Return texts put together with form feeds."""
    return "\n\f".join(texts)


NOTICE = "\n".join(f"Linje {n} i en innkalling uten sider." for n in range(40))
FEET = "Referat fra møtet.\nSaken ble drøftet.\n\nSide 1\nNeste sak kom opp.\n\nSide 2"
"""A short text whose pages are told by their numbers alone."""


def test_a_text_that_counts_its_own_pages_keeps_them_behind_a_form_feed() -> None:
    """What two numbered feet end is two pages, however short, as it is where the text stands alone."""
    assert starts(fed(NOTICE, FEET)) == [1, 41, 45]
    assert [kind for kind in kinds(fed(NOTICE, FEET)) if kind] == ["page-number", "page-number"]


def test_what_is_too_long_for_a_page_is_cut_where_its_own_habit_says() -> None:
    """A text of a hundred lines behind a form feed has the pages that three empty lines tell."""
    long = "\n".join(f"Linje {n} i et referat." for n in range(60))
    assert starts(fed(NOTICE, f"{long}\n\n\n\n{long}")) == [1, 41, 104]


def test_a_long_page_that_counts_itself_as_one_before_others_is_a_page() -> None:
    """`Side 1 av 2` ends a page of more than a hundred lines with a gap in it, and `Side 2 av 2` is no text either."""
    long = "\n".join(f"Linje {n} i et referat." for n in range(60))
    text = fed(f"{long}\n\n\n\n{long}\n\nSide 1 av 2", "Slutt.\n\nSide 2 av 2")
    assert starts(text) == [1, 126]
    assert [line.furniture for line in opened(text).lines if "Side" in line.text] == ["page-number"] * 2


def test_a_long_page_whose_foot_counts_on_from_its_neighbours_is_a_page() -> None:
    """`- 2 -` between `- 1 -` and `- 3 -` ends one page of many lines; one that counts within itself is a text."""
    long = "\n".join(f"Linje {n} i et referat." for n in range(60))
    text = fed("Sak 1.\n\n- 1 -", f"{long}\n\n\n\n{long}\n\n- 2 -", "Sak 2.\n\n- 3 -")
    assert starts(text) == [1, 4, 129]
    assert [kind for kind in kinds(text) if kind] == ["page-number"] * 3
    counted = fed("Sak 1.\n\n- 1 -", f"{long}\n\n- 1 -\n{long}\n\n- 2 -", "Sak 2.\n\n- 3 -")
    assert starts(counted) == [1, 4, 66, 128]


def test_a_long_page_that_begins_as_the_next_does_is_a_page() -> None:
    """A head over many lines and over the rest of their sentence; where it comes back between, there are more pages."""
    head = "Elvesund kommune"
    half = "\n".join(f"Linje {n} i et referat." for n in range(50))
    text = fed(f"{head}\n\n{half}\n\n\n\n{half}\nKommunen har sett på", f"{head}\n\nsaken og på\nvegen.")
    assert starts(text) == [1, 107]
    assert kinds(text)[106] == "running-head"
    again = fed(f"{head}\n\n{half}\n\n\n\n{head}\n{half}\nKommunen har sett på", f"{head}\n\nsaken og på\nvegen.")
    assert starts(again) == [1, 56, 108]


def test_each_of_several_texts_has_its_own_running_heads() -> None:
    """A head on the two pages of one text is one, however many pages other texts in the file have."""
    head = "Elvesund kommune, eldrerådet"
    pair = f"{head}\nFørste side.\n\nSide 1\n{head}\nAndre side.\n\nSide 2"
    shown = [line for line in opened(fed(NOTICE, NOTICE, NOTICE, pair)).lines if line.text == head]
    assert [(line.furniture, line.running) for line in shown] == [(None, True), ("running-head", False)]


def test_a_head_stays_text_where_it_stands_first_whatever_page_that_is() -> None:
    """A later document's first head names its body; behind a cover one that counts the pages is none."""
    text = pages([None, *["Elvesund kommune – tiltaksplan"] * 3], [None] * 4)
    assert kinds(text).count("running-head") == 2
    counted = opened(pages([None, *[f"Skogplan for Elvesund {n}" for n in (2, 3, 4)]], [None] * 4)).lines
    assert all(line.furniture for line in counted if line.text.startswith("Skogplan"))
