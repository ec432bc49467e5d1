"""Records of Word documents whose heads, lists and tables hold what other documents say in their text."""

from __future__ import annotations

from functools import cache

import pytest
from word_making import cell, docx, item, level, lists, p, part, row, t, table

from govdocs import Host, Source
from govdocs.model import Document
from govdocs.pipeline import read_source

PAGE = '<w:r><w:br w:type="page"/></w:r>'
NUMBERING = lists(level("bullet", "•"))


@cache
def _host() -> Host:
    return Host.installed()


def records(*body: str, **parts: str) -> Document:
    """Read a document with every plugin in the box."""
    parts = {"numbering": NUMBERING, **parts}
    section = "".join(
        f'<w:{name[:6]}Reference w:type="default" r:id="{name}"/>'
        for name in parts
        if name.startswith(("header", "foot"))
    )
    data = docx(*body, f"<w:sectPr>{section}</w:sectPr>", parts=parts)
    return read_source(Source(name="prøve.docx", data=data), host=_host(), strict=True).document


def head(*lines: str) -> str:
    return part("hdr", *(p(line) for line in lines))


MINUTES = (
    p(t("Dato:", "<w:b/>"), " 12. mars 2024"),
    p(t("Til stede:", "<w:b/>"), " Kari Berg (leder), Ola Vik"),
    p(t("Sak 1/24 Budsjett for året", "<w:b/>")),
    p(t("Vedtak:", "<w:b/>")),
    p("Budsjettet vedtas."),
)


def test_a_body_that_only_the_running_head_names() -> None:
    """What a letterhead in the page's head says of the meeting is read as if it stood in the text."""
    document = records(p("Møteprotokoll"), *MINUTES, header1=head("Kontrollutvalget i Sund"))
    (meeting,) = document.meetings
    assert (meeting.body, meeting.title) == ("Kontrollutvalget i Sund", "Møteprotokoll")
    assert document.ledger.owner(1, 1) == meeting.id


def test_a_running_head_yields_to_the_heading() -> None:
    """The document's own heading is its title; a running head is one only where there is no heading."""
    headed = records(p("Møtebok for kontrollutvalget"), *MINUTES, header1=head("Protokoll 12. mars 2024"))
    bare = records(*MINUTES, header1=head("Protokoll 12. mars 2024"))
    assert headed.meetings[0].title == "Møtebok for kontrollutvalget"
    assert bare.meetings[0].title == "Protokoll 12. mars 2024"


def test_a_running_head_within_a_text_is_no_part_of_it() -> None:
    """A section that begins on a page of its own with another head leaves the text around it whole."""
    first = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = (*MINUTES, p("Utvalget ber om en plan.", properties=first), p("Planen legges fram i juni."))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header2"/></w:sectPr>'
    data = docx(*body, section, parts={"header1": head("Utvalget i Sund"), "header2": head("Vedlegg til protokollen")})
    (meeting,) = read_source(Source(name="prøve.docx", data=data), host=_host(), strict=True).document.meetings
    assert meeting.cases[0].decisions[0].text == (
        "Budsjettet vedtas. Utvalget ber om en plan. Planen legges fram i juni."
    )


def test_case_papers_that_only_their_running_head_calls_so() -> None:
    """The word that says what the papers are, and the meeting's number, may stand in the head of the pages alone."""
    facts = table(row(cell(p(t("Til", "<w:b/>"))), "Rådet for kyst"), row(cell(p(t("Fra", "<w:b/>"))), "Kari Berg"))
    (meeting,) = records(
        p(t("Sak 37/5/2024", "<w:b/>")), p(t("Godkjenning av saksliste", "<w:b/>")), facts,
        p(t("Forslag til vedtak", "<w:b/>")), p("Sakslisten godkjennes."), header1=head("Saksframlegg\tMøte 5/2024"),
    ).meetings  # fmt: skip
    assert (meeting.kind, meeting.number, meeting.body) == ("case_papers", "5/2024", "Rådet for kyst")
    assert [(case.number, case.title) for case in meeting.cases] == [("37/5/2024", "Godkjenning av saksliste")]


def test_a_fact_behind_a_lists_mark() -> None:
    """A labelled fact that is set as an item of a list is that fact, and no text of the case."""
    body = (*MINUTES[:3], item("Saksdokument: Referat fra møte 1/24"), *MINUTES[3:])
    (case,) = records(p("Møteprotokoll"), *body).meetings[0].cases
    assert [document.title for document in case.background_documents] == ["Referat fra møte 1/24"]
    assert case.sections == ()


def case_rows(*cells: str) -> str:
    """Return a table of cases with heads over its columns."""
    heads = row(*(cell(p(t(word, "<w:b/>"))) for word in ("Sak", "Innhold")))
    return table(heads, *(row(f"0{n}/24", inner) for n, inner in enumerate(cells, 1)))


def test_bold_type_tells_a_title_from_the_text_it_runs_into() -> None:
    """Where a title is bold and what follows is not, the title ends with the bold words, and nothing is uncertain."""
    document = records(
        p("Møteprotokoll"), *MINUTES[:2], p(t("Forfall:", "<w:b/>"), " Per Holm"),
        case_rows(
            cell(p(t("Ny vaktordning på sykehuset. ", "<w:b/>"), "Kari Berg orienterte om saken.")),
            cell(p(t("Eventuelt", "<w:b/>"), " Ingen saker.")),
            cell(p(t("Budsjett", "<w:b/>"), " for 2025") + p("Rådet drøftet budsjettet.")),
        ),
    )  # fmt: skip
    (meeting,) = document.meetings
    assert [
        (case.title, [text for section in case.sections for text in section.paragraphs]) for case in meeting.cases
    ] == [
        ("Ny vaktordning på sykehuset", ["Kari Berg orienterte om saken."]),
        ("Eventuelt", ["Ingen saker."]),
        ("Budsjett for 2025", ["Rådet drøftet budsjettet."]),
    ]
    assert not [finding for finding in document.findings if finding.code == "GD101"]
    assert [(person.name, person.organization) for person in meeting.participants][-1] == ("Per Holm", None)


def test_bold_type_tells_a_label_from_its_value() -> None:
    """A label in bold needs no colon before the text that follows it on its line."""
    body = (*MINUTES[:3], p("Saken ble drøftet."), p(t("Vedtak", "<w:b/>"), " Budsjettet vedtas."))
    (case,) = records(p("Møteprotokoll"), *body).meetings[0].cases
    assert [(decision.label, decision.text) for decision in case.decisions] == [("Vedtak", "Budsjettet vedtas.")]


def test_attachments_in_a_table_under_their_label() -> None:
    """Each row is an attachment with its number, and the text after the table is none."""
    listed = table(row("1", "Brev om rekneskapen"), row("2", "Notat frå administrasjonen"), row("3", "Tidsplan"))
    body = (p("Møteprotokoll"), *MINUTES[:3], p(t("Vedlegg:", "<w:b/>")), listed, p("Saka gjeld rekneskapen."))
    (case,) = records(*body, *MINUTES[3:]).meetings[0].cases
    assert [(each.number, each.title) for each in case.attachments] == [
        ("1", "Brev om rekneskapen"), ("2", "Notat frå administrasjonen"), ("3", "Tidsplan"),
    ]  # fmt: skip
    assert [section.paragraphs for section in case.sections] == [("Saka gjeld rekneskapen.",)]


def test_the_rows_of_a_table_of_figures() -> None:
    """A row of figures in a case is one paragraph; a word in it is neither a heading nor a label."""
    bold = "<w:b/>"
    figures = table(
        row(*(cell(p(t(word, bold))) for word in ("Område", "Mål", "Faktisk"))), row("Kirurgi", "12,5", "11,9"),
        row("Medisin", "8,0", "8,4"),
    )  # fmt: skip
    body = (p("Møteprotokoll"), *MINUTES[:3], p("Resultatet er svakt."), figures, p("Utvalget drøftet saken."))
    (case,) = records(*body, *MINUTES[3:]).meetings[0].cases
    assert [(section.heading, section.paragraphs) for section in case.sections] == [
        (None, ("Resultatet er svakt.", "Område Mål Faktisk", "Kirurgi 12,5 11,9", "Medisin 8,0 8,4",
                "Utvalget drøftet saken.")),
    ]  # fmt: skip


def test_the_head_of_a_column_ends_no_list_of_those_present() -> None:
    """`Merknad` in the row of heads, as over what was said to a summons, is a column's: the rows below are persons."""
    rows = (("Navn", "Parti", "Merknad"), ("Turid Haugland", "Ap", "leder"), ("Solveig Ruud", "Ap", "for Knut Hagen"))
    document = records(
        p("Møteprotokoll for formannskapet"),
        p("Dato: 12. mars 2024"),
        p("Følgende medlemmer møtte:"),
        table(*(row(*cells) for cells in rows)),
        p("Forfall: Knut Hagen (Ap)"),
        *MINUTES[2:],
    )
    (meeting,) = document.meetings
    assert [(each.name, each.organization, each.role, each.substitute_for) for each in meeting.participants] == [
        ("Turid Haugland", "Ap", "leder", None),
        ("Solveig Ruud", "Ap", None, "Knut Hagen"),
        ("Knut Hagen", "Ap", None, None),
    ]


def test_a_cell_over_several_rows_says_as_what_those_in_them_are_there() -> None:
    """`Medlemmer` beside three rows is the list they are in, and nobody's role; `leder` in a row is one's own."""
    over, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        (over, "Medlemmer", "Kari Berg", "leder"),
        (under, "", "Ola Vik", ""),
        (under, "", "Per Moe", "Forfall"),
        (over, "Observatører", "Anne Lie", ""),
        (under, "", "Nina Dal", "nestleder"),
        ("", "Sekretær", "Jon Eik", ""),
    )
    document = records(
        p("Møteprotokoll for eldrerådet"),
        p("Dato: 12. mars 2024"),
        table(
            row("Funksjon", "Navn", "Merknad"),
            *(row(cell(p(what), how), cell(p(name)), cell(p(mark))) for how, what, name, mark in rows),
        ),
        *MINUTES[2:],
    )
    people = document.meetings[0].participants
    assert [(each.name, each.role, str(each.status), each.group) for each in people] == [
        ("Kari Berg", "leder", "present", "Medlemmer"),
        ("Ola Vik", None, "present", "Medlemmer"),
        ("Per Moe", None, "absent", "Medlemmer"),
        ("Anne Lie", None, "observer", "Observatører"),
        ("Nina Dal", "nestleder", "observer", "Observatører"),
        ("Jon Eik", "Sekretær", "secretariat", None),
    ]
    assert not document.ledger.unread


PAPER = (
    p(t("Ny gebyrforskrift for vatn og avløp", "<w:b/>")),
    p(t("Tilråding", "<w:b/>")),
    p("Kommunestyret vedtek ny gebyrforskrift."),
    p(t("Kva saka gjeld", "<w:b/>")),
    p("Administrasjonen viser til utgreiinga."),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (1, 0, 2)])
def test_the_head_of_a_column_is_no_body(order: tuple[int, int, int]) -> None:
    """The body is told by the row of the case's number, wherever its column stands, and not by the head `Utval`."""
    rows = (("Saksnr.", "Utval", "Møtedato"), ("14/25", "Utval for teknikk", "12.11.2025"))
    document = records(
        p("Saksframlegg"),
        p("Sakshandsamar: Oddrun Kvamme"),
        table(*(row(*(cells[n] for n in order)) for cells in rows)),
        *PAPER,
    )
    (meeting,) = document.meetings
    assert (meeting.body, [case.number for case in meeting.cases]) == ("Utval for teknikk", ["14/25"])


def test_a_paper_whose_head_is_one_table() -> None:
    """The owner stands before the document's word, and who prepares the case in the table of the bodies it goes to."""
    two = '<w:gridSpan w:val="2"/>'
    document = records(
        table(
            row(cell("Lia kommune", two), cell("SAKSFRAMLEGG", two)),
            row(cell("Sakshandsamar: Oddrun Kvamme", two), cell("Arkivsaksnr.: 2025/418", two)),
            row("Sak nr.", "Utval", "Møtedato", ""),
            row("14/25", "Utval for teknikk", "12.11.2025", ""),
        ),
        *PAPER,
    )
    (case,) = document.meetings[0].cases
    assert (case.number, case.case_officers, case.archive_number) == ("14/25", ("Oddrun Kvamme",), "2025/418")
    assert [decision.text for decision in case.decisions] == ["Kommunestyret vedtek ny gebyrforskrift."]


def test_a_decision_in_a_cell_ends_with_it() -> None:
    """Who answers for a case stands in the next column, and not in the decision that its label begins in this one."""
    case = cell(p("Val av nestleiar") + p("Vedtak: Svein Holt er vald."))
    document = records(
        p("Referat frå møte i Samarbeidsrådet"),
        *MINUTES[:2],
        table(row("Sak", "Innhald", "Ansvar"), row("1/24", case, "Ola Vinje"), row("2/24", "Eventuelt", "")),
    )
    decisions = [decision.text for case in document.meetings[0].cases for decision in case.decisions]
    assert decisions == ["Svein Holt er vald."]


STYRET = (p("Protokoll fra møte i Vika havnestyre"), p("Dato: 12. mars 2024"))


@pytest.mark.parametrize(
    "listed",
    [
        table(
            row("Til stede", "Forfall", "Andre"),
            row(cell(p("Kari Berg (leder)") + p("Ola Vik")), "Per Holm", cell(p("Havnesjef Nina Dal"))),
        ),
        table(
            row("Til stede:", "Forfall:", "Andre:"),
            row("Kari Berg (leder)", "Per Holm", "Havnesjef Nina Dal"),
            row("Ola Vik", "", ""),
        ),
        table(
            row(
                cell(p("Til stede:") + p("Kari Berg (leder)") + p("Ola Vik")),
                cell(p("Forfall:") + p("Per Holm")),
                cell(p("Andre:") + p("Havnesjef Nina Dal")),
            )
        ),
    ],
    ids=["cells", "rows", "headings in the cells"],
)
def test_lists_of_persons_side_by_side(listed: str) -> None:
    """Each column is a list of its own, whether its names share a cell, have a row each, or stand under its heading."""
    document = records(*STYRET, listed, *MINUTES[2:])
    people = document.meetings[0].participants
    assert [(each.name, each.role, str(each.status), each.group) for each in people] == [
        ("Kari Berg", "leder", "present", "Til stede"),
        ("Ola Vik", None, "present", "Til stede"),
        ("Per Holm", None, "absent", "Forfall"),
        ("Nina Dal", None, "present", "Andre"),
    ]
    assert not document.ledger.unread


def test_the_facts_of_a_meeting_under_a_row_of_labels() -> None:
    """Labels in a table's first row have their values under them."""
    facts = table(
        row("Møtedato", "Tidspunkt", "Møtested", "Møteleder"),
        row("12. mars 2024", "10:00–12:00", "Møterom Havna", "Ola Vik"),
    )
    (meeting,) = records(p("Møtereferat"), p("Vika havnestyre"), facts, *MINUTES[1:]).meetings
    assert (str(meeting.start), str(meeting.end), meeting.place) == ("10:00:00", "12:00:00", "Møterom Havna")
    assert sorted(filter(None, (each.role for each in meeting.participants))) == ["leder", "møteleder"]


def test_a_value_whose_first_word_is_a_label() -> None:
    """What stands in the cell beside a label is its value, whole: a room is called `Møterom`."""
    facts = table(row("Sted:", "Møterom Havna"), row("Dato:", "12. mars 2024"))
    assert records(p("Møtereferat"), facts, *MINUTES[1:]).meetings[0].place == "Møterom Havna"


def test_names_beside_a_label_without_a_colon() -> None:
    """In a table of labels a list of names is one, and who chaired the meeting is no one away."""
    facts = table(
        row("Møte i", "Vika havnestyre"),
        row("Dato", "12. mars 2024"),
        row("Til stede", "Kari Berg, Ola Vik"),
        row("Forfall", "Per Holm"),
        row("Møteleder", "Kari Berg"),
    )
    people = records(p("Møtereferat"), facts, *MINUTES[2:]).meetings[0].participants
    assert [(each.name, each.role, str(each.status)) for each in people] == [
        ("Kari Berg", "møteleder", "present"), ("Ola Vik", None, "present"), ("Per Holm", None, "absent"),
    ]  # fmt: skip


def form(number: str, title: str) -> tuple[str, ...]:
    """Return a case paper whose head is a row of labels over a row of values."""
    heads = row("Saksnr.", "Møtedato", "Saksbehandler", "Arkivsak")
    values = row(number, "12.11.2025", "Oddrun Kvamme", "2025/418")
    return (
        p(t("Saksframlegg", "<w:b/>")),
        table(heads, values),
        p(t(title, "<w:b/>")),
        p(t("Forslag til vedtak", "<w:b/>")),
        p("Rådet tar saken til orientering."),
        p(t("Bakgrunn", "<w:b/>")),
        p("Administrasjonen viser til utredningen."),
    )


def test_papers_whose_head_is_a_row_of_labels() -> None:
    """Case officer and archive number stand in columns of their own, and each paper of a file begins with its own."""
    (meeting,) = records(*form("14/25", "Ny brannordning"), p(PAGE), *form("15/25", "Ny kystplan")).meetings
    assert [(case.number, case.title, case.case_officers, case.archive_number) for case in meeting.cases] == [
        ("14/25", "Ny brannordning", ("Oddrun Kvamme",), "2025/418"),
        ("15/25", "Ny kystplan", ("Oddrun Kvamme",), "2025/418"),
    ]


def test_signatures_in_a_table() -> None:
    """Names over their positions end the decision above, also where it stands behind its label."""
    signed = table(row("Kari Berg", "Ola Vik"), row("styreleder", "nestleder"))
    (case,) = records(p("Møteprotokoll"), *MINUTES[:3], p("Vedtak: Budsjettet vedtas."), signed).meetings[0].cases
    assert [decision.text for decision in case.decisions] == ["Budsjettet vedtas."]


def test_a_long_list_of_those_present_divides_no_minutes() -> None:
    """The list of a council of fifty is one row a member; those absent below it are of the same meeting."""
    names = ("Kari", "Ola", "Per", "Anne", "Siri", "Tor", "Ida", "Nina", "Jon", "Eva")
    families = ("Berg", "Vik", "Moe", "Lie", "Dal")
    members = [row(f"{name} {family}", "Medlem", "Ap") for family in families for name in names]
    heads = row("Navn", "Funksjon", "Representerer")
    (meeting,) = records(
        p("Møteprotokoll"), p("Utvalg: Kommunestyret"), p("Dato: 12. mars 2024"),
        p("Følgende medlemmer møtte:"), table(heads, *members),
        p("Forfall:"), table(heads, row("Stein Holm", "Medlem", "H")), *MINUTES[2:],
    ).meetings  # fmt: skip
    assert (meeting.body, len(meeting.participants), len(meeting.cases)) == ("Kommunestyret", 51, 1)


def test_lists_of_persons_side_by_side_behind_their_labels() -> None:
    """A cell of its own is a list of its own: `Til stede: …` beside `Forfall: …`."""
    listed = table(row(cell(p("Til stede: Kari Berg (leder), Ola Vik")), cell(p("Forfall: Per Holm"))))
    people = records(*STYRET, listed, *MINUTES[2:]).meetings[0].participants
    assert [(each.name, str(each.status)) for each in people] == [
        ("Kari Berg", "present"), ("Ola Vik", "present"), ("Per Holm", "absent"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Sak nr.:", "Saksnr", "Utvalgssak:", "Saksnummer"])
def test_the_number_of_a_paper_in_the_cell_beside_its_label(label: str) -> None:
    """A form of two columns tells the number of the case, whose title stands below."""
    facts = table(row("Saksbehandler:", "Oddrun Kvamme"), row(label, "31/25"), row("Møtedato:", "20.05.2025"))
    (case,) = records(p("Saksframlegg"), facts, *PAPER).meetings[0].cases
    assert (case.number, case.title) == ("31/25", "Ny gebyrforskrift for vatn og avløp")
    assert case.case_officers == ("Oddrun Kvamme",)


def test_two_columns_of_figures() -> None:
    """A table whose second column holds figures under its head is data, row by row, and no labels with values."""
    figures = table(row("År", "Kostnad"), row("2025", "200 000"), row("2026", "450 000 kr"))
    body = (p("Møteprotokoll"), *MINUTES[:3], p("Utvalget så på tallene."), figures)
    (case,) = records(*body, *MINUTES[3:]).meetings[0].cases
    assert [(section.heading, section.paragraphs) for section in case.sections] == [
        (None, ("Utvalget så på tallene.", "År Kostnad", "2025 200 000", "2026 450 000 kr")),
    ]


def test_the_rows_of_a_table_of_votes() -> None:
    """What each party voted stands in one paragraph, and the votes are counted as the text below says."""
    votes = table(row("Parti", "For", "Mot"), row("Ap", "7", "0"), row("H", "3", "6"))
    told = p("Forslaget ble vedtatt med 10 mot 6 stemmer.")
    (case,) = records(p("Møteprotokoll"), *MINUTES[:3], p("Votering:"), votes, told, *MINUTES[3:]).meetings[0].cases
    assert case.sections[0].paragraphs == (
        "Parti For Mot",
        "Ap 7 0",
        "H 3 6",
        "Forslaget ble vedtatt med 10 mot 6 stemmer.",
    )
    vote = case.decisions[0].vote
    assert vote is not None
    assert [(count.option, count.count) for count in vote.counts] == [("for", 10), ("mot", 6)]
