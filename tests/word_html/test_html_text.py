"""Text of web pages: blocks and inline text, lists, type faces, what is left out, what is furniture."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reading import grid, opened, read, texts

from govdocs.typography import plain


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<p>a<br><br>b<br></p>", ["a", "", "b"]),
        ("<p>Møte<b>refe</b><i>rat</i></p>", ["Møtereferat"]),
        ("<p>e<wbr>-helse</p>", ["e-helse"]),
        ("<p> a \n\t b </p>\n\n<p>\nc</p>", ["a b", "c"]),
        ("<p>a <b> b</b> c</p>", ["a b c"]),
        ("<p></p><p>&nbsp;</p><p>a</p>", ["", "a"]),
        ("løs tekst<p>a</p>mer<h2>b</h2>slutt", ["løs tekst", "a", "mer", "b", "slutt"]),
        ("<p>uten<p>slutt<div>her", ["uten", "slutt", "her"]),
        ("<address>a</address><figure><figcaption>b</figcaption></figure>", ["a", "b"]),
        ("<span style='display: block'>a</span><span style='display:block'>b</span>", ["a", "b"]),
        ("<p>a<embed src=x>b<keygen>c</p>", ["abc"]),
        ("<form>Søk<input value=x></form><map>kart</map>", ["Søk", "kart"]),
        ("<p>m<sup>2</sup> og H<sub>2</sub>O</p>", ["m2 og H2O"]),
        ("<details><summary>Sak 1</summary>Vedtak</details>", ["Sak 1", "Vedtak"]),
    ],
)
def test_blocks_and_inline_text(body: str, lines: list[str]) -> None:
    """Blocks and breaks end lines, inline elements do not, and blanks count once."""
    layout = read(body)
    assert texts(layout) == lines
    assert all(line.paragraph for line in layout.lines)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("<a href='1'>Forrige</a><a href='2'>Neste</a>", "Forrige Neste"),
        ("<label>Dato</label><time>3. mai</time>", "Dato 3. mai"),
        ("<span class='field-label'>Sted</span><span class='field-content'>Oslo</span>", "Sted Oslo"),
        ("<b>Sted</b><span style='display:inline-block'>Oslo</span>", "Sted Oslo"),
        ("<span style='display:block;float:left'>Sak 12/24</span>Budsjett", "Sak 12/24 Budsjett"),
        ("<span class=SpellE>Møte</span><span class=GramE>referat</span>", "Møtereferat"),
        ("<span class=c1>Møte</span><span class=c2>referat</span>", "Møtereferat"),
        ("<span>Møte</span><span>referat</span>", "Møtereferat"),
    ],
)
def test_inline_text_is_not_glued(body: str, line: str) -> None:
    """Parts that a page sets apart by style are set apart; parts of a word that a program cut are not."""
    assert texts(read(f"<p>{body}</p>")) == [line]


def test_text_after_the_end_of_the_page() -> None:
    """What stands after the end of body and html is shown by browsers, and read."""
    assert texts(opened(b"<html><body><p>a</body></html><p>b<html><body><p>c</html>")) == ["a", "b", "c"]


def test_headings() -> None:
    """Headings have their level and are bold, by element and by role."""
    lines = read("<h1>a</h1><h3>b<br>c</h3><div role=heading aria-level=4>d</div><p class=MsoTitle>e</p><p>f</p>").lines
    assert [line.heading for line in lines] == [1, 3, 3, 4, 1, None]
    assert [line.bold for line in lines] == [True, True, True, False, False, False]


def test_a_line_is_bold_where_all_of_it_is() -> None:
    """Bold and italics count where every letter has them, by element, style, rule or the element around."""
    head = "<style>.f {font-weight: 700} p.k { font-style : italic } @media print { .x {font-weight: bold} } </style>"
    body = (
        "<p><b>a</b></p><p><b>a</b> b</p><p><strong>a</strong> <b>b</b></p><p style='font-weight:600'>a</p>"
        "<p class=f>a</p>"
        "<p class=k>a</p><p class=x>a</p><strong><p>a</p></strong><h2 style='font-weight: normal'>a</h2>"
        "<p><em>a</em></p>"
    )
    lines = read(body, head).lines
    assert [(line.bold, line.italic) for line in lines] == [
        (True, False), (False, False), (True, False), (True, False), (True, False), (False, True), (False, False),
        (True, False), (False, False), (False, True),
    ]  # fmt: skip


def test_sizes() -> None:
    """Size is told in points where the page says it, in proportion where it says that, and not guessed."""
    head = "<style>p.w { font-size: 11pt } .half{font-size:50%}</style>"
    body = (
        "<p>a</p><p class=w>a</p><p class=w><font size=5>a</font></p><div class=w><p>b</p></div>"
        "<p class=w><span class=half>c</span></p><p style='font-size:16px'>d</p>"
    )
    lines = read(body, head).lines
    assert [line.size for line in lines] == [None, 11, 18, None, 5.5, 12]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
        ("<ol start=5><li>a<li value=9>b<li>c</ol>", ["5. a", "9. b", "10. c"]),
        ("<ol type=a><li>a<li>b</ol>", ["a. a", "b. b"]),
        ("<ol style='list-style-type: upper-roman'><li>a<li>b</ol>", ["I. a", "II. b"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ul style='list-style: none'><li>a</ul>", ["a"]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", ["• a", "◦ b", "▪ c", "• d"]),
        ("<ol><li>a<ol type=a><li>b</ol><li>c</ol>", ["1. a", "a. b", "2. c"]),
        ("<ul><li><p>a</p><p>b</p></li><li></li><li>c</li></ul><p>d</p>", ["• a", "b", "• c", "d"]),
        ("<ol><li><ol type=a><li>b</ol></ol>", ["1. a. b"]),
        ("<ul><li><ol><li>b</ol></ul>", ["1. b"]),
        ("<li>løs", ["• løs"]),
        ("""<ul style="list-style-type: '– '"><li>a</ul>""", ["– a"]),
    ],
)
def test_lists(body: str, lines: list[str]) -> None:
    """List items carry the mark that a browser shows, on their first line."""
    assert texts(read(body)) == lines


def test_list_indent_by_level() -> None:
    """Items are indented by level."""
    assert [line.indent for line in read("<p>x</p><ul><li>a<ul><li>b</ul></ul>").lines] == [0, 18, 36]


def test_quotation_is_indented() -> None:
    """A quotation stands to the right of the text around it."""
    assert [line.indent for line in read("<p>x</p><blockquote>a</blockquote>").lines] == [0, 18]


def test_word_lists() -> None:
    """Lists as Word writes them keep their mark with one blank, and bullets of symbol fonts are bullets."""
    item = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; </span>"
        "</span><![endif]>{}</p>"
    )
    layout = read(
        item.format("1.", "en") + item.format("·", "to") + item.format("<font face=Wingdings>§</font>", "tre")
    )
    assert [(line.text, line.gaps) for line in layout.lines] == [("1. en", ()), ("• to", ()), ("▪ tre", ())]


@pytest.mark.parametrize(
    "gone",
    [
        "<script>x</script>", "<style>x</style>", "<template>x</template>", "<noscript>x</noscript>", "<!-- x -->",
        "<svg><text>x</text></svg>", "<iframe>x</iframe>", "<select><option>x</select>", "<object>x</object>",
        "<video>x</video>", "<script>document.write('<p>x</p>')</script>",
    ],
)  # fmt: skip
def test_what_shows_no_text(gone: str) -> None:
    """Scripts, styles and what else shows no text of its own are dropped, and the text after them is not."""
    layout = read(f"<p>før{gone}etter</p>")
    assert texts(layout) == ["føretter"]
    assert not layout.remarks


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>", "<p style='display:none'>x</p>", "<p style='visibility: hidden'>x</p>", "<p class=h>x</p>",
        "<p style='DISPLAY: None !important'>x</p>",
    ],
)  # fmt: skip
def test_hidden_text_dropped_and_told(hidden: str) -> None:
    """Hidden text is dropped, and that there was some is told; what hides nothing is not told."""
    layout = read(f"<p>a</p>{hidden}<p>b</p>", "<style>.h { display : none }</style>")
    assert texts(layout) == ["a", "b"]
    assert [remark.code for remark in layout.remarks] == ["GD804"]
    assert not read("<p hidden> </p><p>a</p>").remarks


def test_changes_read_as_accepted_and_told() -> None:
    """What is marked as put in is kept, as taken out dropped, and that is told."""
    layout = read("<p>Rådet <del>vedtar</del><ins>tilrår</ins></p>")
    assert texts(layout) == ["Rådet tilrår"]
    assert [remark.code for remark in layout.remarks] == ["GD803"]


ARTICLE = "<h1>Referat</h1><p>" + "Saken ble drøftet. " * 12 + "</p>"
AROUND = [
    "<div>Sund kommune bruker informasjonskapsler.</div>",
    "<div class='breadcrumb'><ol><li><a>Forside</a></ol></div>",
    "<aside><h2>Kontakt</h2><p>Telefon 70 00 00 00</p></aside>",
    "<div role='complementary'><p>Telefon 70 00 00 00</p></div>",
    "<div id='cookieConsent'><p>Vi bruker informasjonskapsler.</p></div>",
    "<div class='side-menu'><ul><li><a>Møter</a></ul></div>",
    "<div class='share'><a>Del på nett</a></div>",
    "<div class='site-footer'>Ansvarlig redaktør: Kari Berg</div>",
]


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_pages_matter(around: str) -> None:
    """What is outside the main element, aside of it, or named as a menu or a notice, is none of the page's text."""
    layout = read(f"{around}<main>{ARTICLE}</main>{around}")
    assert [line.text for line in layout.lines if line.furniture is None] == texts(read(ARTICLE))
    assert {line.furniture for line in layout.lines} <= {None, "links", "running-foot"}


@pytest.mark.parametrize("around", AROUND[1:])
def test_what_stands_around_the_matter_of_a_page_without_main(around: str) -> None:
    """What names itself is told apart on a page that marks its matter by nothing, or within its main element."""
    assert texts(read(f"{around}<div>{ARTICLE}</div>{around}")) == texts(read(ARTICLE))
    assert texts(read(f"<main>{ARTICLE}{around}</main>")) == texts(read(ARTICLE))


@pytest.mark.parametrize(
    "page",
    [
        f"<div class='has-sidebar'>{ARTICLE}</div>",
        f"<div class='menu'>{ARTICLE}</div>",
        f"<main></main><div>{ARTICLE}</div>",
        f"<main><p>Hei</p></main><article>{ARTICLE}</article>",
        f"<article><aside>{ARTICLE}</aside></article>",
    ],
)
def test_the_matter_itself_is_never_around_it(page: str) -> None:
    """Whatever an element is called, an element with the title is text; so is all beside an empty main element."""
    assert texts(read(page))[-2:] == texts(read(ARTICLE))


def test_page_furniture() -> None:
    """Navigation, the page's head beside its main matter and its foot are furniture; a head within is not."""
    layout = read(
        "<header>Sund kommune</header><nav><ul><li><a>Hjem</a></ul></nav>"
        "<main><header><h1>Protokoll</h1></header><p>a</p><footer>Underskrift</footer></main>"
        "<footer>Postboks 1</footer>"
    )
    assert [(line.text, line.furniture) for line in layout.lines] == [
        ("Sund kommune", "running-head"), ("• Hjem", "links"), ("Protokoll", None), ("a", None), ("Underskrift", None),
        ("Postboks 1", "running-foot"),
    ]  # fmt: skip


def test_head_without_main_matter_is_text() -> None:
    """Where nothing is marked as the main matter, a header may hold the title and is text."""
    assert texts(read("<header><h1>Protokoll</h1></header><p>a</p>")) == ["Protokoll", "a"]


def test_notes_of_office_programs() -> None:
    """Notes are furniture with their number; the marks that refer to them leave no trace in the text."""
    writer = (
        "<p>2023–2026<sup><a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a></sup> gjelder</p>"
        "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> Plan</p></div>"
    )
    word = (
        "<p>2023–2026<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> gjelder</p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
        "<p><a href='#_ftnref1'>[1]</a>Plan</p></div></div>"
    )
    for body, mark in ((writer, "1"), (word, "[1]")):
        assert [(line.text, line.furniture) for line in read(body).lines] == [
            ("2023–2026 gjelder", None), (f"{mark} Plan", "footnote"),
        ]  # fmt: skip


def test_running_head_and_page_number_of_writer() -> None:
    """The head that LibreOffice writes is text told to be one, the foot furniture; page numbers are told from text."""
    layout = read(
        "<div title='header'><p>Rådet</p></div><p>a</p><div title='footer'><p>Side <sdfield type=PAGE>1</sdfield> av "
        "<sdfield type=DOCSTAT>3</sdfield></p><p>Postboks 1</p></div>"
    )
    assert [(line.text, line.furniture) for line in layout.lines] == [
        ("Rådet", None), ("a", None), ("Side 1 av 3", "page-number"), ("Postboks 1", "running-foot"),
    ]  # fmt: skip
    assert [line.text for line in layout.lines if line.running] == ["Rådet"]


def test_pages() -> None:
    """Page breaks in styles make pages, on any element, and two in one place make one."""
    layout = read(
        "<p>a</p><p style='page-break-before: always'>b</p><br clear=all style='page-break-before:always'>"
        "<div style='break-before:page'>c</div><p style='page-break-after:always'>d</p><p>e</p>"
    )
    assert [(line.page, line.text) for line in layout.lines] == [(1, "a"), (2, "b"), (3, "c"), (3, "d"), (4, "e")]
    assert len(layout.pages) == 4


def test_preformatted_text() -> None:
    """Line ends, gaps and tabs stand as written in preformatted text, and a line may go on in the next."""
    layout = read("<pre>Kari   Sund\nOla    Nord</pre><pre>Per\tVest\nAnn\tSør</pre>")
    assert [(line.text, line.gaps, line.paragraph) for line in layout.lines[:2]] == [
        ("Kari Sund", (5,), False), ("Ola Nord", (4,), True),
    ]  # fmt: skip
    assert grid(layout) == [["Per", "Vest"], ["Ann", "Sør"]]
    assert texts(read("<textarea>a\nb</textarea>")) == ["a", "b"]


def test_tabs_of_office_programs() -> None:
    """A tab as Word or LibreOffice writes it is a tab; any other blank is a blank."""
    word = (
        "<p>Kari<span style='mso-tab-count:1'>     </span>Sund</p><p>Ola<span style='mso-tab-count:2'>  </span>Nord</p>"
    )
    assert grid(read(word)) == [["Kari", "Sund"], ["Ola", "Nord"]]
    body = "<p>Kari\tSund\n\t\tHF</p><p>\n\t\t\tOla\tNord</p>"
    generator = "<meta name='generator' content='LibreOffice 24.2'>"
    assert grid(read(body, generator)) == [["Kari", "Sund HF"], ["Ola", "Nord"]]
    assert texts(read(body)) == ["Kari Sund HF", "Ola Nord"]


def test_no_break_blanks_are_a_gap() -> None:
    """Columns set with no-break blanks are told as gaps."""
    assert read("<p>Kari&nbsp;&nbsp;&nbsp; Sund</p>").lines[0].gaps == (5,)


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\u00ad"),
            max_size=40,
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_text_in_is_text_out(lines: list[str]) -> None:
    """Whatever text goes into paragraphs comes out as plain lines, none lost, none made up, the same twice."""
    shown = [line for line in lines if line.strip(" ")]
    data = ("<!doctype html><meta charset=utf-8>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines)).encode()
    layout = opened(data)
    assert texts(layout) == [plain(line) for line in shown]
    assert layout == opened(data)
    assert all(line.number == n for n, line in enumerate(layout.lines, 1))
