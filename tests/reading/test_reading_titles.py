"""Where the title of a case ends, and what stands beside it."""

from __future__ import annotations

import pytest
from reading_making import HEAD, meeting, minutes, paper

from govdocs.model import Case


def first(text: str) -> Case:
    """Read the first case of minutes that hold another one after it."""
    return minutes(f"{text}\n\nSak 2/24 Eventuelt\n\nIngen saker.\n").cases[0]


LONG = "Godkjenning av detaljregulering for Steinbrua boligfelt, planID 2024003, med tilhørende"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Sak 1/24 Budsjett for parken", "Budsjett for parken"),
        ("Sak 1/24: Budsjett for parken", "Budsjett for parken"),
        ("Sak 1/24 – Budsjett for parken", "Budsjett for parken"),
        ("Sak 1/24 BUDSJETT FOR PARKEN", "BUDSJETT FOR PARKEN"),
        ("Sak 1/24\nBudsjett for parken", "Budsjett for parken"),
        ("Sak 1/24\n\nBudsjett for parken", "Budsjett for parken"),
        ("Sak 1/24 «Grønn park» – budsjett", "«Grønn park» – budsjett"),
        ("Sak 1/24 Budsjett for parken 24/871", "Budsjett for parken"),
        ("Sak 1/24 Budsjett for parken 2024/871-3", "Budsjett for parken"),
        ("Sak 1/24 Budsjett for skoleåret 2024/25", "Budsjett for skoleåret 2024/25"),
        ("Sak 1/24 Referat fra møte 12. februar 2024", "Referat fra møte 12. februar 2024"),
        ("Sak 1/24 Budsjett 2024–2027", "Budsjett 2024–2027"),
    ],
)
def test_a_title_is_what_follows_the_number(head: str, title: str) -> None:
    """Without `Sak`, number, separator and archive number; on the number's line or on the next one."""
    case = first(f"{head}\n\nVedtak:\nBudsjettet vedtas.")
    assert (case.title, case.subtitle) == (title, None)


@pytest.mark.parametrize(
    "head",
    [
        f"Sak 1/24 {LONG}\nbestemmelser og plankart",
        "Sak 1/24 Godkjenning av detaljregulering for Steinbrua boligfelt og\nBestemmelser",
        "SAK 1/24 GODKJENNING AV DETALJREGULERING FOR STEINBRUA BOLIG-\nFELT OG NYE BESTEMMELSER",
        "Sak 1/24 Godkjenning av detaljregulering,\nSteinbrua boligfelt",
        "Sak 1/24 Godkjenning av detaljregulering for\nSteinbrua boligfelt",
    ],
)
def test_a_wrapped_title_is_one(head: str) -> None:
    """A title that goes on in small letters, behind a hyphen, a comma or a preposition, is one text."""
    case = first(f"{head}\n\nSaken ble lagt fram, og nye boligfelt ble drøftet.\n\nVedtak:\nPlanen vedtas.")
    whole = " ".join(head.split()).split(" ", 2)[2].replace("BOLIG- FELT", "BOLIGFELT")
    assert case.title == whole
    assert "Saken ble lagt fram" in case.sections[0].paragraphs[0]


@pytest.mark.parametrize(
    "after",
    [
        "Saksbehandler: Kari Berg",
        "Vedtak:\nBudsjettet vedtas.",
        "Forslag til vedtak:\nBudsjettet vedtas.",
        "Behandling:\nSaken ble drøftet.",
        "Bakgrunn\nParken trenger benker.",
        "Det ble orientert om parken og havna.",
        "• Benker\n• Lamper",
        "1. Benker kjøpes inn.\n2. Lamper kjøpes inn.",
        "Arkivsak: 24/871",
        "Vedlegg: Kart",
    ],
)
def test_a_title_ends_where_something_else_begins(after: str) -> None:
    """Labels, sentences and items on the next line are no part of the title."""
    assert first(f"Sak 1/24 Budsjett for parken\n{after}").title == "Budsjett for parken"


@pytest.mark.parametrize(
    ("tail", "title", "label"),
    [
        ("Budsjett for parken – vedtakssak", "Budsjett for parken", "vedtakssak"),
        ("Budsjett for parken (Orienteringssak)", "Budsjett for parken", "Orienteringssak"),
        ("Budsjett for parken - drøftingssak", "Budsjett for parken", "drøftingssak"),
        ("Innkalling, møtebok og mer. Vedtakssak.", "Innkalling, møtebok og mer.", "Vedtakssak"),
    ],
)
def test_the_type_at_a_titles_end_is_no_part_of_it(tail: str, title: str, label: str) -> None:
    """A type of case behind the title is the type as written."""
    case = first(f"Sak 1/24 {tail}\n\nDet ble orientert.")
    assert (case.title, case.type_label) == (title, label)


def test_a_line_in_italics_is_the_subtitle() -> None:
    """What is set in italics under a title stands beside it, and is no text of the case."""
    text = "## Sak 1/24 Budsjett for parken\n\n*Grønne tiltak i sentrum*\n\n**Vedtak:**\n\nBudsjettet vedtas."
    case = first(text)
    assert (case.title, case.subtitle) == ("Budsjett for parken", "Grønne tiltak i sentrum")
    wrapped = first(text.replace("sentrum*", "sentrum som del*\n*av byplanen*"))
    assert wrapped.subtitle == "Grønne tiltak i sentrum som del av byplanen"


def test_a_title_in_bold_goes_on_behind_a_dash() -> None:
    """A dash that a wrapped title in bold goes on with is no item of a list; in other type it is."""
    text = "**Sak 1/24 Ny gangvei langs stranda**\n{0}– valg av trasé{0}\n\n**Vedtak:**\n\nTrasé A velges."
    assert first(text.format("**")).title == "Ny gangvei langs stranda – valg av trasé"
    assert first(text.format("")).title == "Ny gangvei langs stranda"


def test_a_day_in_bold_under_a_title_in_bold_is_the_end_of_it() -> None:
    """A wrapped title may end in a day: set as the title is, it is no day under an agenda."""
    text = "**Sak 1/24 Referat fra møtet**\n{0}20. november 2023{0}\n\n**Vedtak:**\n\nReferatet godkjennes."
    assert first(text.format("**")).title == "Referat fra møtet 20. november 2023"
    assert first(text.format("")).title == "Referat fra møtet"


TABLE = "Sak 01-2024\t{cell}\nSak 02-2024\tEventuelt Ingen saker ble meldt til møtet denne gangen."


@pytest.mark.parametrize(
    ("cell", "title", "text"),
    [
        (
            "Godkjenning av referat Referatet fra møtet 12. februar ble godkjent uten merknader til noe.",
            "Godkjenning av referat",
            "Referatet fra møtet 12. februar ble godkjent",
        ),
        (
            "Status for nye benker Kari Berg orienterte om arbeidet med benkene og svarte på spørsmål.",
            "Status for nye benker",
            "Kari Berg orienterte",
        ),
    ],
)
def test_a_title_that_runs_into_its_text_ends_where_the_sentence_begins(cell: str, title: str, text: str) -> None:
    """In a cell that holds title and text, the shortest whole title is taken, and the text is kept."""
    case = minutes(TABLE.format(cell=cell)).cases[0]
    assert case.title == title
    assert any(paragraph.startswith(text) for section in case.sections for paragraph in section.paragraphs)


def test_italics_in_a_cell_part_title_and_text() -> None:
    """A run in italics between title and text is the subtitle."""
    cell = "<p>Godkjenning av referat <i>Møtet 12. februar</i></p><p>Referatet ble godkjent.</p>"
    case = minutes(TABLE.format(cell=cell)).cases[0]
    assert (case.title, case.subtitle) == ("Godkjenning av referat", "Møtet 12. februar")


def test_a_title_that_sounds_like_a_label_is_one() -> None:
    """`Neste møte` and `Økonomi` behind a number are titles."""
    found = minutes("Sak 1/24 Økonomi\n\nDet ble orientert.\n\nSak 2/24 Neste møte\n\nMøtet blir i mars.\n")
    assert [case.title for case in found.cases] == ["Økonomi", "Neste møte"]


def test_a_case_names_the_lines_of_its_title() -> None:
    """Number and title tell where they stand, over all their lines."""
    case = first(f"Sak 1/24 {LONG}\nbestemmelser og plankart\n\nVedtak:\nPlanen vedtas.")
    spans = [(span.field, span.span.first, span.span.last) for span in case.spans if span.field in ("number", "title")]
    assert spans == [("number", 10, 10), ("title", 10, 11)]


def test_a_body_named_over_the_title_is_no_title() -> None:
    """The body that the table of a paper names may stand over the title; a title that sounds like a body stays one."""
    head = "Sak 56/09\n\nSAKSFREMLEGG\n\nHAVNA KOMMUNE\n{}Saksbehandler: Kari Berg\nArkivsaksnr.: 09/810\n\n"
    table = "Saksnr.: Utvalg                    Møtedato\n56/09    Kommunestyret             05.11.2009\n\n"
    asks = "Ordførers innstilling:\nProtokollen godkjennes.\n"
    found = paper(head.format("Kommunestyret\n") + table + "GODKJENNING AV PROTOKOLL\n\n" + asks)
    assert found.title == "GODKJENNING AV PROTOKOLL"
    facts = "Type sak: Diskusjonssak\nTil: Havnerådet\nSaksbehandler: Kari Berg\nArkivsak: 24/871\n\n"
    assert paper(f"SAKSFRAMLEGG\n\nSak 12/24\nEvaluering av møtet\n{facts}{asks}").title == "Evaluering av møtet"


def test_a_title_goes_on_at_the_top_of_the_next_page() -> None:
    """In a figure or a small letter, whatever stands between the pages; a page's number or a sentence is none of it."""
    text = "Sak 1/24 Rapport om kystled og naust i perioden\n\n\f\n\n\n\n{}\n\nVedtak: Rapporten godkjennes."
    assert first(text.format("2024–2027")).title == "Rapport om kystled og naust i perioden 2024–2027"
    assert first(text.format("etter krigen")).title == "Rapport om kystled og naust i perioden etter krigen"
    short = text.replace(" i perioden", "")
    assert first(short.format("2024 ble et godt år for naustene.")).title == "Rapport om kystled og naust"
    assert first(short.format("Kommunene har svart.")).title == "Rapport om kystled og naust"


def test_what_the_agendas_last_column_says_is_no_title() -> None:
    """A wide gap parts a number of the archive, hours or the type of the case from a title that goes on below."""
    found = minutes(
        "Sakliste\n\n"
        "1/24   Godkjenning av skjema for risikovurdering og     2013/248\n"
        "       handlingsplan for hele kommunen\n"
        "2/24   Budsjett for parken                              Vedtakssak\n"
        "                                                        Kl. 09:30-09:35\n"
        "3/24   Ny plan for parken                               Diskusjon\n"
        "                                                        Kl. 09:35-10:00\n"
    )
    assert [(case.title, case.type_label) for case in found.cases] == [
        ("Godkjenning av skjema for risikovurdering og handlingsplan for hele kommunen", None),
        ("Budsjett for parken", "Vedtakssak"),
        ("Ny plan for parken", "Diskusjon"),
    ]


def test_case_officers_in_the_agendas_last_column_are_no_part_of_titles() -> None:
    """Where the heads say so, a name behind two titles or more is left away, and one behind a single title kept."""
    rows = "1/24 Lønnsvurdering KARI BERG\n2/24 Budsjett for parken KARI BERG\n3/24 Minne om OLA VIK\n"
    titles = ["Lønnsvurdering", "Budsjett for parken", "Minne om OLA VIK"]
    found = minutes(f"Saker handsama på møtet:\nSaksnr Uoff Tittel Sakshandsamar\n{rows}")
    assert [case.title for case in found.cases] == titles
    other = minutes(f"Saker handsama på møtet:\nSaksnr Tittel\n{rows}")
    assert other.cases[0].title == "Lønnsvurdering KARI BERG"


def test_the_agendas_page_is_no_part_of_a_title_below_its_number() -> None:
    """The page stands right of the title, and the sheet's own number alone behind a gap; a title may name a board."""
    found = meeting(
        "MØTEINNKALLING\nHøgskulestyret\n\nDato: 29.10.2024 kl. 10:00\nSted: Fjellsalen\n\nSAKSKART\n"
        "48/24      24/00708-14\n           Godkjenning av innkalling                                3\n\n"
        "50/24      24/00831-1\n           Strukturmelding og styret sin periode                    5\n\n"
        "51/24      24/00837-1\n           Godtgjering for deltaking i utval                       27\n\n"
        "                                                                          1\n"
    )
    assert [(case.number, case.title) for case in found.cases] == [
        ("48/24", "Godkjenning av innkalling"),
        ("50/24", "Strukturmelding og styret sin periode"),
        ("51/24", "Godtgjering for deltaking i utval"),
    ]


def test_the_archives_number_between_a_cases_own_and_its_title_is_no_title() -> None:
    """An agenda may give both numbers before the title."""
    found = meeting(
        "MØTEINNKALLING\nLæringsmiljøutvalet\n\nDato: 22.10.2024 kl. 12:30\nSted: Salen\n\nSAKSKART\n"
        "14/24      24/00786-2    Godkjenning av møtebok\n15/24      24/00786-3    Konstituering\n"
    )
    assert [(case.number, case.title) for case in found.cases] == [
        ("14/24", "Godkjenning av møtebok"),
        ("15/24", "Konstituering"),
    ]


def test_a_number_that_a_title_ends_in_goes_with_it_in_a_text_set_double() -> None:
    """`– del` and `2` are parted by no more than lines of the text are; what stands further off is a page's number."""
    text = "Rådmannen orienterte om saken, og viste til planen som kommunestyret vedtok\n\ni fjor. Flere spurte.\n\n"
    title = "Sak 26/23 Samarbeid om havneavgift og brukermedvirkning i hele regionen – del"
    found = meeting(f"{HEAD}\n\n{title}\n\n2\n\n\n{text}\n\nVedtak: Planen vedtas.\n")
    assert [each.title for each in found.cases] == [f"{title.partition(' ')[2].partition(' ')[2]} 2"]


@pytest.mark.parametrize("label", ["Saksansvarlige", "saksansvarlege", "Saksbehandler"])
def test_who_answers_for_the_case_is_no_part_of_its_title(label: str) -> None:
    """A bracket behind the title that holds a label and its value is a fact of the case; any other is the title's."""
    case = first(f"Sak 1/24 Nytt skateanlegg\n({label}: Kari Berg og Ola Vik)\n\nVedtak:\nAnlegget bygges.")
    assert (case.title, case.case_officers) == ("Nytt skateanlegg", ("Kari Berg", "Ola Vik"))
    assert first("Sak 1/24 Nytt skateanlegg (byggetrinn 2)\n\nVedtak:\nBygges.").title == (
        "Nytt skateanlegg (byggetrinn 2)"
    )


def test_the_title_of_an_extract_stands_behind_its_label() -> None:
    """`Tittel: SAKSPROTOKOLL: …` is the title, and the result and the archive's number over it are none."""
    found = meeting(
        "Saksprotokoll\n\nUtvalg:        Utvalg for oppvekst\nMøtedato:      12.11.2024\nSak:           27/24\n\n"
        "Resultat:      Tilråding vedtatt\nArkivsak:      24/1122\nTittel:        SAKSPROTOKOLL: NY SKOLE\n\n"
        "Behandling:\nLeder la fram saken.\n\nVedtak:\nNy skole bygges.\n"
    )
    assert [(c.number, c.title) for c in found.cases] == [("27/24", "NY SKOLE")]
