"""What Word's own PDF files do: every test paints a page by operators as Word writes them."""

from __future__ import annotations

from collections.abc import Sequence

from pdf_writing import Sheet, escaped, furniture, opened, pdf, rows, texts


def painted(x: float, y: float, shown: str, font: str = "F", mark: int = 0) -> str:
    """Return the operators of one marked text in a text object of its own."""
    return (
        f"/P <</MCID {mark}>> BDC q 0.000008871 0 595.32 841.92 re W* n "
        f"BT /{font} 11.04 Tf 1 0 0 1 {x} {842 - y} Tm 0 g 0 G {shown} ET Q EMC"
    )


def borders(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return a table's borders as thin filled rectangles, cell by cell, with one more for each corner."""
    out = []
    for row, y in enumerate(ys):
        for column, x in enumerate(xs):
            out.append(f"{x} {842 - y - 0.48} .48 .48 re f*")
            if column + 1 < len(xs):
                out.append(f"{x + 0.48} {842 - y - 0.48} {xs[column + 1] - x - 0.48} .48 re f*")
            if row + 1 < len(ys):
                out.append(f"{x} {842 - ys[row + 1]} .48 {ys[row + 1] - y - 0.48} re f*")
    return "q 0 g " + " ".join(out) + " Q"


def page(*parts: str) -> Sheet:
    """Return a page of such operators."""
    return Sheet().raw("\n".join(parts))


def test_kerning_within_a_word_makes_no_blanks() -> None:
    """Numbers between the letters of a text move them closer; only a painted blank or a move as wide parts words."""
    kerned = "[(K)3(ommunestyret v)-4(edtok)-2( planen )-3(fo)13(r 2)] TJ"
    sheet = page(
        painted(70, 100, kerned),
        painted(206, 100, "[(0)-3(24)-2( )] TJ"),
        painted(70, 120, "[(R\\345det)-278(vedtok)-278(planen)] TJ"),
        painted(70, 140, "(Kommunestyret) Tj 81 0 Td (vedtok) Tj 36 0 Td (planen) Tj"),
    )
    assert texts(opened(pdf(sheet))) == [
        "Kommunestyret vedtok planen for 2024", "Rådet vedtok planen", "Kommunestyret vedtok planen",
    ]  # fmt: skip


def test_a_ligature_is_its_letters() -> None:
    """One glyph that stands for two or three letters is read as the letters that the font's map tells."""
    assert texts(opened(pdf(page(painted(70, 100, "[<6f01>2<7369656c>-278<0279>3<742062650374>] TJ", "L"))))) == [
        "ofisiel flyt bettit"
    ]


def test_a_hyphen_that_is_seen_is_one_though_the_font_calls_it_soft() -> None:
    """Some fonts have one glyph for both hyphens: one that is painted is a hyphen, one that takes no room is none."""
    sheet = page(
        painted(70, 100, "<70657269 6f64656e20323032 332d32303236> Tj", "L"),
        painted(70, 120, "<656c647265046f6d736f7267> Tj", "L"),
        painted(70, 140, "<68656c7365> Tj", "L"),
        painted(96.4, 140, "<2d> Tj", "L"),
    )
    assert texts(opened(pdf(sheet))) == ["perioden 2023-2026", "eldreomsorg", "helse-"]


def test_bullets_of_symbol_fonts_are_list_marks() -> None:
    """A sign from a font of symbols, then a blank and a move to the text, begins a point whatever the sign."""
    signs = ("(\\267) Tj", "S"), ("(v) Tj", "S"), ("(o) Tj", "M")
    parts = [
        painted(x, 100 + 20 * number, shown, font)
        for number, (sign, of) in enumerate(signs)
        for x, shown, font in ((88, sign, of), (94.6, "( ) Tj", "F"), (106, "[(P)3(unkt )] TJ", "F"))
    ]
    assert texts(opened(pdf(page(*parts)))) == ["• Punkt", "• Punkt", "o Punkt"]


def test_borders_of_thin_rectangles_close_cells() -> None:
    """Rectangles half a point thin, one for each side of each cell, are a table; an underline in it is no border."""
    xs = (70, 150, 300, 420)
    cells = [(0, 112, "Nr"), (1, 112, "Tiltak"), (2, 112, "Ansvar"), (0, 126, "1"), (1, 126, "Bygge rampe ved")]
    cells += [(1, 139, "rådhuset"), (2, 126, "Skar")]
    sheet = page(
        borders(xs, (100, 114, 142)),
        *(painted(xs[column] + 5.6, y, f"({escaped(words)} ) Tj") for column, y, words in cells),
        "q 155.6 714.4 92 .72 re f* Q",
    )
    assert rows(opened(pdf(sheet))) == [["Nr", "Tiltak", "Ansvar"], ["1", "Bygge rampe ved rådhuset", "Skar"]]


def test_a_running_foot_is_known_by_its_mark_though_it_never_comes_back() -> None:
    """What a tagged document leaves out of its text at the foot of a page is furniture on its only page already."""
    foot = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC q BT /F 9 Tf 1 0 0 1 70 40 Tm {} Tj ET Q EMC"
    sheet = page(painted(70, 100, "(Planen vedtas. ) Tj"), foot.format("(Arkivkopi til Nordvik )"))
    tags = "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>"
    assert furniture(opened(pdf(sheet, extra=tags))) == [(1, "running-foot", "Arkivkopi til Nordvik")]
    assert furniture(opened(pdf(sheet))) == []
