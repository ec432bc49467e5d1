"""Paragraphs of Word documents: styles, runs, fields, changes, breaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_making import cell, document, docx, opened, p, read, row, style, styles, t, table, texts

from govdocs.typography import plain

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def field(code: str, result: str) -> str:
    """Return a field of the long form."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin") + f"<w:r><w:instrText> {code} </w:instrText></w:r>" + mark.format("separate") + t(result)
        + mark.format("end")
    )  # fmt: skip


def form(data: str) -> str:
    """Return a form field that has no text of its own."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_runs_of_one_paragraph_are_one_line() -> None:
    """Runs cut a word where they please; the line holds the word whole, and is a whole paragraph."""
    line = read(p(t("Møte"), t("refe", BOLD), t("rat"))).lines[0]
    assert (line.text, line.paragraph, line.bold) == ("Møtereferat", True, False)


def test_heading_level_by_style_outline_and_name() -> None:
    """A heading is known by its style's outline level, inherited or direct, or by the style's name."""
    parts = styles(
        style("A", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("B", based="A"),
        style("Overskrift3", name="heading 3"),
        style("Tittel", name="Title"),
        style("Undertittel", name="Subtitle"),
    )
    lines = read(
        p("a", style="A"), p("b", style="B"), p("c", style="Overskrift3"), p("d", style="Tittel"),
        p("e", style="Undertittel"), p("f", properties='<w:outlineLvl w:val="0"/>'),
        p("g", style="A", properties='<w:outlineLvl w:val="9"/>'), p("h"), p("i", style="unknown"),
        styles=parts,
    ).lines  # fmt: skip
    assert [line.heading for line in lines] == [2, 2, 3, 1, 2, 1, None, None, None]


def test_a_line_is_bold_where_all_of_it_is() -> None:
    """Bold and italics count where every letter has them; blanks between do not."""
    lines = read(p(t("Vedtak", BOLD), t(" "), t("nå", BOLD)), p(t("Vedtak", BOLD), t(": ja")), p(t("x", ITALIC))).lines
    assert [(line.bold, line.italic) for line in lines] == [(True, False), (False, False), (False, True)]


def test_bold_goes_through_the_style_chain() -> None:
    """Paragraph style, its base, character style and the run itself, in that order; two styles undo each other."""
    parts = styles(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>",
        style("Base", f"<w:rPr>{BOLD}<w:sz w:val='30'/></w:rPr>"),
        style("Derived", based="Base"),
        style("Strong", f"<w:rPr>{BOLD}</w:rPr>", kind="character"),
    )
    strong = '<w:rStyle w:val="Strong"/>'
    lines = read(
        p("a"), p("b", style="Derived"), p(t("c", strong)), p(t("d", strong), style="Derived"),
        p(t("e", '<w:b w:val="0"/>'), style="Derived"), p(t("f", strong + BOLD), style="Derived"),
        styles=parts,
    ).lines  # fmt: skip
    assert [line.bold for line in lines] == [False, True, True, False, False, True]
    assert [line.size for line in lines] == [11, 15, 11, 15, 15, 15]


def test_styles_that_go_in_a_ring_end() -> None:
    """Two styles based on each other are read all the same."""
    parts = styles(style("A", f"<w:rPr>{BOLD}</w:rPr>", based="B"), style("B", based="A"))
    assert read(p("x", style="A"), styles=parts).lines[0].bold is True


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ('<w:hyperlink r:id="x"><w:r><w:t>lenke</w:t></w:r></w:hyperlink>', "lenke"),
        ("<w:smartTag><w:r><w:t>merke</w:t></w:r></w:smartTag>", "merke"),
        ("<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent><w:r><w:t>felt</w:t></w:r></w:sdtContent></w:sdt>", "felt"),
        ("<w:customXml><w:r><w:t>xml</w:t></w:r></w:customXml>", "xml"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>3. mai</w:t></w:r></w:fldSimple>', "3. mai"),
        (field("REF nummer", "12/24"), "12/24"),
        (field('IF "' + field("MERGEFIELD a", "skjult") + '" = ""', "vist"), "vist"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>åpent felt</w:t></w:r>', "åpent felt"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>hel</w:t><w:softHyphen/><w:t>se</w:t></w:r>", "e-helse"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Ja</w:t></w:r>', "☑ Ja"),
        ('<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>', "β"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0e0</w:t></w:r>', "→"),
        (form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), "☒"),
        (form('<w:checkBox><w:default w:val="0"/></w:checkBox>'), "☐"),
        (form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Nei"/><w:listEntry w:val="Ja"/></w:ddList>'), "Ja"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ('<w:commentRangeStart/><w:r><w:t>tekst</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>', "tekst"),
        ("<w:r><w:ruby><w:rubyBase><w:r><w:t>grunn</w:t></w:r></w:rubyBase></w:ruby></w:r>", "grunn"),
    ],
)  # fmt: skip
def test_what_wraps_text_hides_none_of_it(inner: str, shown: str) -> None:
    """Links, tags, controls, fields and symbols give the text that Word shows, once."""
    assert texts(read(p(inner))) == [shown]


def test_field_over_several_paragraphs() -> None:
    """A field may begin in one paragraph and end in another; its code is shown in neither."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    assert texts(read(p(begin + separate + t("en")), p("to"), p(t("tre") + end), p("fire"))) == [
        "en",
        "to",
        "tre",
        "fire",
    ]


def test_tracked_changes_read_as_accepted_and_told() -> None:
    """What was put in is kept, what was taken out or moved away is not, and the document is said to have changes."""
    layout = read(
        p(f"<w:ins>{t('ny')}</w:ins>", "<w:del><w:r><w:delText>gammel</w:delText></w:r></w:del>"),
        p(f"<w:moveFrom>{t('flyttet')}</w:moveFrom>"), p(f"<w:moveTo>{t('flyttet')}</w:moveTo>"),
    )  # fmt: skip
    assert texts(layout) == ["ny", "", "flyttet"]
    assert [remark.code for remark in layout.remarks] == ["GD803"]
    assert not read(p("ren")).remarks


def test_removed_paragraph_mark_joins_two_paragraphs() -> None:
    """Where the mark between two paragraphs is removed, they are one, with the properties of the second."""
    gone = "<w:rPr><w:del/></w:rPr>"
    layout = read(
        p("Rådet ", properties=gone), p("vedtok.", properties='<w:outlineLvl w:val="0"/>'), p("Slutt", properties=gone)
    )
    assert [(line.text, line.heading) for line in layout.lines] == [("Rådet vedtok.", 1), ("Slutt", None)]


def test_removed_mark_before_a_table() -> None:
    """Text whose paragraph mark is removed stands before the table that follows, and in a cell stays in its cell."""
    gone = "<w:rPr><w:del/></w:rPr>"
    layout = read(p("før", properties=gone), table(row(cell(p("a", properties=gone)), "b"), row("c", "d")))
    assert [(line.text, line.cell) for line in layout.lines][:3] == [("før", None), ("a", (0, 0, 0)), ("b", (0, 0, 1))]


def test_field_in_removed_text() -> None:
    """The marks of a field that is taken out neither open nor close one that stays."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert texts(read(p(f"<w:del>{begin}</w:del>", "synlig", end), p("slutt"))) == ["synlig", "slutt"]
    assert texts(read(p(begin, "synlig", f"<w:del>{end}</w:del>"), p("slutt"))) == ["synlig", "slutt"]


def test_alternatives_between_blocks() -> None:
    """Paragraphs, rows and text boxes in two editions of markup are read once, in the first that holds text."""
    both = (
        "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(read(both.format(p("ny"), p("gammel")), p("slutt"))) == ["ny", "slutt"]
    assert texts(read(both.format("", p("gammel")), p("slutt"))) == ["gammel", "slutt"]
    rows = both.format(row("a", "b"), row("c", "d"))
    assert texts(read(table(rows, row("e", "f")))) == ["a", "b", "e", "f"]
    box = both.format(f"<w:txbxContent>{p('boks')}</w:txbxContent>", f"<w:txbxContent>{p('boks')}</w:txbxContent>")
    assert texts(read(p(f"<w:r><w:drawing>{box}</w:drawing></w:r>"))) == ["boks"]
    assert texts(read(p("a", "<w:r><mc:AlternateContent/></w:r>"))) == ["a"]


def test_line_ends_in_the_markup_are_blanks() -> None:
    """A line end or a tab within the markup of a text is a blank; a carriage return mark ends the line."""
    assert texts(read(p("<w:r><w:t>a\nb\tc</w:t><w:cr/><w:t>d</w:t></w:r>"))) == ["a b c", "d"]


def test_breaks_within_a_field_code() -> None:
    """Marks that stand in the code of a field are part of the code."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert texts(read(p(begin, "<w:r><w:br/><w:tab/></w:r>", separate, "vist", end))) == ["vist"]


def test_hidden_text_dropped_and_told() -> None:
    """Hidden text is left out, also where a style hides it; that there was some is told."""
    parts = styles(style("Note", "<w:rPr><w:vanish/></w:rPr>"))
    layout = read(
        p(t("synlig"), t(" skjult", "<w:vanish/>")),
        p("notat", style="Note", properties="<w:rPr><w:vanish/></w:rPr>"),
        styles=parts,
    )
    assert texts(layout) == ["synlig"]
    assert [remark.code for remark in layout.remarks] == ["GD804"]


def test_line_breaks_give_lines() -> None:
    """A break within a paragraph ends a line; two in a row leave one empty; one at the end leaves none."""
    assert texts(read(p("Tid: 10\nSted: Oslo\n\nSlutt\n"))) == ["Tid: 10", "Sted: Oslo", "", "Slutt"]


def test_empty_paragraph_is_an_empty_line() -> None:
    """An empty paragraph is a blank line, as on the page."""
    layout = read(p("a"), p(), p("b"))
    assert texts(layout) == ["a", "", "b"]
    assert layout.lines[1].bold is None


def test_text_box_once_after_its_paragraph() -> None:
    """A text box kept in two editions of markup is read once, with all its paragraphs, after the one it hangs on."""
    box = "<w:txbxContent>" + p("boks en") + p("boks to") + "</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(p(t("anker") + both), p("etter"))) == ["anker", "boks en", "boks to", "etter"]
    assert texts(read(p(both))) == ["boks en", "boks to"]


def test_old_text_box_and_drawn_letters() -> None:
    """Text boxes of the old kind and letters drawn as art are read."""
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('gammel boks')}</w:txbxContent></v:textbox></w:pict></w:r>"
    art = '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    assert texts(read(p(old), p(art))) == ["gammel boks", "UTKAST"]


def test_indent_in_points() -> None:
    """The left edge of the first line is told in points."""
    lines = read(
        p("a"), p("b", properties='<w:ind w:left="720"/>'), p("c", properties='<w:ind w:left="720" w:hanging="360"/>')
    ).lines
    assert [line.indent for line in lines] == [0, 36, 18]


def test_soft_hyphen_at_the_end_is_none() -> None:
    """A soft hyphen that stands last in a paragraph hyphenates nothing."""
    assert texts(read(p("sam\u00adarbeid\u00ad"))) == ["samarbeid"]


def test_foreign_chunk_told() -> None:
    """A document of another kind inside this one is not read, and that is told."""
    assert [remark.code for remark in read(p("a"), '<w:altChunk r:id="x"/>').remarks] == ["GD805"]


def test_diagram_told() -> None:
    """The text of a diagram is kept elsewhere and is not read, and that is told; a picture is not."""
    drawing = (
        "<w:r><w:drawing><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/{}'/></a:graphic></w:drawing></w:r>"
    )
    assert [remark.code for remark in read(p("a", drawing.format("diagram"))).remarks] == ["GD805"]
    assert not read(p("a", drawing.format("picture"))).remarks


def test_strict_form_of_the_standard() -> None:
    """A document that uses the names of the strict form is read like any other."""
    main = document(p("streng")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(opened(docx(main=main))) == ["streng"]


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u00ad"), max_size=40
)


@given(st.lists(LINE, max_size=8))
@settings(max_examples=60, deadline=None)
def test_text_in_is_text_out(lines: list[str]) -> None:
    """Whatever text goes into paragraphs comes out as plain lines, none lost, none made up, the same twice."""
    data = docx(*(p(t(line)) for line in lines))
    layout = opened(data)
    assert texts(layout) == [plain(line) for line in lines]
    assert layout == opened(data)
    assert all(line.number == n for n, line in enumerate(layout.lines, 1))
