"""Pages of Word documents, and what stands on them besides the text: heads, feet, page numbers, notes."""

from __future__ import annotations

from word_making import cell, docx, grid, opened, p, part, read, row, t, table, texts

from govdocs import Layout

PAGE = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def section(*refs: str, more: str = "") -> str:
    """Return a section's properties with references such as `default header1`."""
    out = ""
    for ref in refs:
        which, name = ref.split()
        kind = "headerReference" if name.startswith("header") else "footerReference"
        out += f'<w:{kind} w:type="{which}" r:id="{name}"/>'
    return f"<w:sectPr>{out}{more}</w:sectPr>"


def pages(layout: Layout) -> list[tuple[int, str]]:
    """Return page and text of each line."""
    return [(line.page, line.text) for line in layout.lines]


def header(*texts: str) -> str:
    """Return a header."""
    return part("hdr", *map(p, texts))


def test_page_breaks_by_hand() -> None:
    """A page break starts a page, within a paragraph too; a paragraph of nothing else is no line."""
    layout = read(p("a"), p(PAGE), p("b", PAGE, "c"), p("d", properties="<w:pageBreakBefore/>"))
    assert pages(layout) == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]
    assert [(page.first, page.last) for page in layout.pages] == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_rendered_breaks() -> None:
    """Where Word noted that a page began, one does; not twice where a break by hand stands there already."""
    layout = read(p("a"), p(RENDERED, "b"), p(PAGE), p(RENDERED, "c"), p("d", RENDERED, "e"), p("f"))
    assert pages(layout) == [(1, "a"), (2, "b"), (3, "c"), (3, "de"), (4, "f")]


def test_section_breaks() -> None:
    """A section starts a page unless it is to go on on the same one."""
    next_page, on = section(), section(more='<w:type w:val="continuous"/>')
    layout = read(p("a", properties=next_page), p("b", properties=next_page), p("c"), on)
    assert pages(layout) == [(1, "a"), (2, "b"), (2, "c")]


def test_pages_within_a_table() -> None:
    """Cells of a row that a page break cuts lie in order, and the row below on the page where the longest ends."""
    long = cell(p("a") + p(RENDERED, "b"))
    layout = read(table(row(long, "c"), row(cell(p(RENDERED, "d")), "e")), p("f"))
    assert pages(layout) == [(1, "a"), (2, "b"), (2, "c"), (3, "d"), (3, "e"), (3, "f")]


def test_empty_pages_are_pages() -> None:
    """Two page breaks in a row leave an empty page; a document without text has one."""
    layout = read(p("a"), p(PAGE), p(PAGE), p("b"))
    assert [(page.first, page.last) for page in layout.pages] == [(1, 1), (2, 1), (2, 2)]
    assert [(page.first, page.last) for page in read().pages] == [(1, 0)]


def test_head_and_foot_once_on_their_first_page() -> None:
    """A head stands before the text of the first page it is on, as text that is told to be one, a foot after it."""
    layout = opened(
        docx(
            p("a"), p(PAGE), p("b"), section("default header1", "default footer1"),
            parts={"header1": header("Rådet"), "footer1": part("ftr", p("Postboks 1"))},
        )
    )  # fmt: skip
    assert [(line.page, line.text, line.furniture) for line in layout.lines] == [
        (1, "Rådet", None), (1, "a", None), (1, "Postboks 1", "running-foot"), (2, "b", None),
    ]  # fmt: skip
    assert [line.text for line in layout.lines if line.running] == ["Rådet"]


def test_a_head_in_the_midst_of_a_text_is_furniture() -> None:
    """What stands over a later page, or over a section that goes on on the same page, does not cut a text in two."""
    other = section("default header3", more='<w:type w:val="continuous"/>')
    layout = opened(
        docx(
            p("a"), p(PAGE), p("b", properties=section("first header1", "default header2", more="<w:titlePg/>")),
            p("c"), other,
            parts={"header1": header("Brevhode"), "header2": header("Rådet"), "header3": header("Vedlegg")},
        )
    )  # fmt: skip
    assert [(line.text, line.furniture) for line in layout.lines] == [
        ("Brevhode", None), ("a", None), ("Rådet", "running-head"), ("b", None), ("Vedlegg", "running-head"),
        ("c", None),
    ]  # fmt: skip


def test_foot_of_a_single_page() -> None:
    """Where no page is turned the foot stands after the text."""
    layout = opened(docx(p("a"), section("default footer1"), parts={"footer1": part("ftr", p("fot"))}))
    assert pages(layout) == [(1, "a"), (1, "fot")]


def test_first_page_has_a_head_of_its_own() -> None:
    """A section with a title page has its other head from the second page on."""
    layout = opened(
        docx(
            p("a"), p(PAGE), p("b"), section("first header1", "default header2", more="<w:titlePg/>"),
            parts={"header1": header("Brevhode"), "header2": header("Rådet")},
        )
    )  # fmt: skip
    assert pages(layout) == [(1, "Brevhode"), (1, "a"), (2, "Rådet"), (2, "b")]


def test_even_pages_only_where_switched_on() -> None:
    """The head of even pages counts only in a document that tells its sides apart."""
    parts = {"header1": header("Odde"), "header2": header("Like")}
    body = (p("a"), p(PAGE), p("b"), section("default header1", "even header2"))
    assert pages(opened(docx(*body, parts=parts))) == [(1, "Odde"), (1, "a"), (2, "b")]
    both = {**parts, "settings": part("settings", "<w:evenAndOddHeaders/>")}
    assert pages(opened(docx(*body, parts=both))) == [(1, "Odde"), (1, "a"), (2, "Like"), (2, "b")]


def test_each_distinct_head_once() -> None:
    """A head that a later section repeats is not repeated; one that differs stands where its section begins."""
    first, again, other = section("default header1"), section("default header2"), section("default header3")
    layout = opened(
        docx(
            p("a", properties=first), p("b", properties=again), p("c", properties=other), p("d"), section(),
            parts={"header1": header("Sak 1"), "header2": header("Sak 1"), "header3": header("Sak 2")},
        )
    )  # fmt: skip
    assert pages(layout) == [(1, "Sak 1"), (1, "a"), (2, "b"), (3, "Sak 2"), (3, "c"), (4, "d")]


def test_page_number_told_from_text() -> None:
    """A line that only numbers the page is a page number, also beside a text with a tab between."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    lines = opened(
        docx(
            p("a"), section("default header1", "default footer1"),
            parts={
                "header1": part("hdr", p("Rådet", t("\tMøte 3/24\t"), "Side ", field)),
                "footer1": part("ftr", p("Side ", field, " av ", field), p("Side 1")),
            },
        )
    ).lines  # fmt: skip
    assert [(line.text, line.furniture) for line in lines] == [
        ("Rådet Møte 3/24", None), ("Side 1", "page-number"), ("a", None),
        ("Side 1 av 1", "page-number"), ("Side 1", "running-foot"),
    ]  # fmt: skip


def test_table_and_box_in_a_head() -> None:
    """A head set as a table or in a text box gives its lines and no table."""
    box = f"<w:r><w:pict><w:txbxContent>{p('boks')}</w:txbxContent></w:pict></w:r>"
    inner = part("hdr", table(row("logo", "Rådet"), row("x", "y")), p(box))
    layout = opened(docx(p("a"), section("default header1"), parts={"header1": inner}))
    assert [line.text for line in layout.lines] == ["logo", "Rådet", "x", "y", "boks", "a"]
    assert not layout.tables


def test_page_turn_cuts_no_tabbed_table() -> None:
    """A list set with tabs goes on over a page as one table; the foot waits until it ends."""
    layout = opened(
        docx(
            p("Kari\tSund"), p(RENDERED, "Ola\tNord"), p("Per\tVest"), p("b"), section("default footer1"),
            parts={"footer1": part("ftr", p("fot"))},
        )
    )  # fmt: skip
    assert grid(layout) == [["Kari", "Sund"], ["Ola", "Nord"], ["Per", "Vest"]]
    assert texts(layout)[-1] == "b"


def test_notes_at_the_end_in_the_order_of_their_marks() -> None:
    """Notes come last as furniture with the numbers they are shown with; their marks leave no trace in the text."""
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{p("x")}</w:footnote>',
        f'<w:footnote w:id="4">{p("<w:r><w:footnoteRef/></w:r>", " fire")}{p("mer")}</w:footnote>',
        f'<w:footnote w:id="5">{p("fem")}</w:footnote><w:footnote w:id="6">{p("uten merke")}</w:footnote>',
    )
    ends = part("endnotes", f'<w:endnote w:id="2">{p("slutt")}</w:endnote>')
    layout = opened(
        docx(
            p("i 2025", reference.format("footnote", 5), reference.format("endnote", 2), " og"),
            table(row(cell(p("a", reference.format("footnote", 4))), "b"), row("c", "d")),
            parts={"footnotes": notes, "endnotes": ends},
        )
    )
    assert texts(layout) == ["i 2025 og", "a", "b", "c", "d"]
    assert [line.text for line in layout.lines if line.furniture == "footnote"] == ["1 fem", "2 fire", "mer", "i slutt"]


def test_note_with_a_mark_of_its_own() -> None:
    """A note marked by hand takes no number."""
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    notes = part(
        "footnotes", f'<w:footnote w:id="1">{p("* egen")}</w:footnote><w:footnote w:id="2">{p("to")}</w:footnote>'
    )
    layout = opened(docx(p("a", own), p("b", '<w:r><w:footnoteReference w:id="2"/></w:r>'), parts={"footnotes": notes}))
    assert [line.text for line in layout.lines] == ["a*", "b", "* egen", "1 to"]
