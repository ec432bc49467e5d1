"""What stands under a case: labelled facts, attachments, what was treated before, headed text, and what was said."""

from __future__ import annotations

from typing import Any

import pytest
from reading_making import case, document, minutes, paper

from govdocs.model import CaseType, SectionKind

PAPER = """SAKSFRAMLEGG

Saksbehandler: Kari Berg
Arkivsak: 24/871

Sak 12/24 Nye benker i parken
"""


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Saksbehandler: Kari Berg", "case_officers", ("Kari Berg",)),
        ("Sakshandsamar: Kari Berg og Ola Vik", "case_officers", ("Kari Berg", "Ola Vik")),
        ("Saksbehandler Kari Berg", "case_officers", ("Kari Berg",)),
        ("Til: Kystrådet", "to", "Kystrådet"),
        ("Fra: Sekretariatet", "sender", "Sekretariatet"),
        ("Frå: Sekretariatet", "sender", "Sekretariatet"),
        ("Ansvarlig: Kari Berg, rådsleder", "responsible", ("Kari Berg, rådsleder",)),
        ("Arkivsak: 24/871", "archive_number", "24/871"),
        ("Arkivsak-dok.: 24/871-3", "archive_number", "24/871-3"),
        ("Type sak: Vedtakssak", "type_label", "Vedtakssak"),
        ("Sakstype: Drøftingssak", "type_label", "Drøftingssak"),
        ("Vedtakssak", "type_label", "Vedtakssak"),
    ],
)
def test_labelled_facts_go_to_their_fields(line: str, field: str, value: Any) -> None:
    """Whom a case goes to, who sends, prepares and answers for it, its archive number and type, as written."""
    found = case(f"{line}\n\nDet ble orientert om parken, og rådet drøftet planen.")
    assert getattr(found, field) == value
    assert found.sections[0].paragraphs == ("Det ble orientert om parken, og rådet drøftet planen.",)


@pytest.mark.parametrize(
    ("label", "types"),
    [
        ("Vedtakssak", {CaseType.DECISION}),
        ("Diskusjonssak", {CaseType.DISCUSSION}),
        ("Drøftingssak", {CaseType.DISCUSSION}),
        ("Orienteringssak", {CaseType.INFORMATION}),
        ("Diskusjons- og beslutningssak", {CaseType.DISCUSSION, CaseType.DECISION}),
        ("Godkjenningssak", {CaseType.APPROVAL}),
        ("Temasak", {CaseType.OTHER}),
    ],
)
def test_a_type_as_written_has_its_meaning(label: str, types: set[CaseType]) -> None:
    """The words of a type tell what the case was put forward for; several may hold, and an unknown one is `other`."""
    found = case(f"{label}: Kari Berg innledet om parken.")
    assert found.type_label == label
    assert set(found.type) == types


def test_a_case_without_facts_has_none() -> None:
    """What is not stated is empty."""
    found = case("Det ble orientert om parken.")
    assert (found.to, found.sender, found.archive_number, found.type_label, found.subtitle) == (None,) * 5
    empty = (found.case_officers, found.responsible, found.attachments, found.background_documents, found.type)
    assert empty == ((),) * 5
    assert found.previously_treated == found.references == found.decisions == found.discussion_points == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vedlegg:\n1. Kart over parken\n2. Tilbud på benker",
        "Vedlegg:\n1 Kart over parken\n2 Tilbud på benker",
        "Vedlegg:\n• Kart over parken\n• Tilbud på benker",
        "Vedlegg:\nKart over parken\nTilbud på benker",
        "Vedlegg\n- Kart over parken\n- Tilbud på benker",
        "Vedlegg: Vedlegg 1: Kart over parken\nVedlegg 2: Tilbud på benker",
        "Vedlegg 1: Kart over parken\nVedlegg 2: Tilbud på benker",
        "Vedlagte dokumenter:\n1) Kart over parken\n2) Tilbud på benker",
        "Dokument vedlagde saka:\n1. Kart over parken\n2. Tilbud på benker",
    ],
)
def test_attachments_are_told_one_by_one(text: str) -> None:
    """Numbered, bulleted or bare, each attachment is one; the number is kept beside its title."""
    found = paper(f"{PAPER}\n{text}\n\nForslag til vedtak:\nBenkene kjøpes.\n")
    assert [each.title for each in found.attachments] == ["Kart over parken", "Tilbud på benker"]
    numbers = [each.number for each in found.attachments]
    assert numbers == (["1", "2"] if "1" in text else [None, None])
    assert [decision.text for decision in found.decisions] == ["Benkene kjøpes."]


@pytest.mark.parametrize("nothing", ["Ingen", "Nei", "-", "Ingen."])
def test_no_attachments_are_none(nothing: str) -> None:
    """`Vedlegg: Ingen` is no attachment."""
    assert paper(f"{PAPER}\nVedlegg: {nothing}\n\nForslag til vedtak:\nBenkene kjøpes.\n").attachments == ()


def test_a_wrapped_attachment_is_one() -> None:
    """A title over two lines, or with a bracket under it, is one attachment."""
    listed = "1. Kart over parken og elva\nmed nye benker\n(trykt i heftet)\n2. Tilbud"
    found = paper(f"{PAPER}\nVedlegg:\n{listed}\n\nForslag til vedtak:\nJa.\n")
    titles = ["Kart over parken og elva med nye benker (trykt i heftet)", "Tilbud"]
    assert [each.title for each in found.attachments] == titles


@pytest.mark.parametrize(
    "label", ["Utrykte vedlegg", "Bakgrunnsdokumenter", "Uprenta vedlegg", "Andre saksdokumenter", "Ikkje vedlagt"]
)
def test_documents_that_are_not_attached_stand_apart(label: str) -> None:
    """What lies behind a case without being sent out is background."""
    text = f"{PAPER}\nVedlegg:\n1. Kart\n\n{label}:\n1. Notat fra 2023\n\nForslag til vedtak:\nJa.\n"
    found = paper(text)
    assert [each.title for each in found.attachments] == ["Kart"]
    assert [each.title for each in found.background_documents] == ["Notat fra 2023"]


@pytest.mark.parametrize(
    ("value", "raws"),
    [
        ("31/3/2022", ["31/3/2022"]),
        ("Sak 71/23", ["71/23"]),
        ("71/23 og 84/23", ["71/23", "84/23"]),
        ("Møte 25.1.2016 (01/16)", ["Møte 25.1.2016 (01/16)"]),
        ("Møte 25.1.2016 (01/16)\n(orienteringssak)", ["Møte 25.1.2016 (01/16) (orienteringssak)"]),
        ("Nei", []),
        ("-", []),
    ],
)
def test_where_a_case_was_treated_before_is_a_reference(value: str, raws: list[str]) -> None:
    """Cases and meetings named under `Tidligere behandlet` are references as written; `Nei` is none."""
    found = paper(f"{PAPER}\nTidligere behandlet: {value}\n\nForslag til vedtak:\nBenkene kjøpes.\n")
    assert [each.raw for each in found.previously_treated] == raws


def test_cases_that_the_text_mentions_are_references() -> None:
    """Other cases in the text are told once each; the case itself and those treated before are not told again."""
    found = case("Det vises til sak 12/23 og sak 14/23. Sak 12/23 ble utsatt. Sak 1/24 gjelder budsjettet.")
    assert [each.raw for each in found.references] == ["12/23", "14/23"]


def test_a_case_of_a_school_year_and_the_last_of_several_are_mentioned() -> None:
    """`sak 3/24-25` counts within a school year; `sak 6/23 til 9/23` names two."""
    found = case("Saken ble tatt opp i sak 3/24-25, men ikke i sak 3/24-27. Se også sak 6/23 til 9/23.")
    assert [each.raw for each in found.references] == ["3/24-25", "6/23", "9/23"]


def test_one_who_introduces_a_case_behind_a_bullet_is_a_fact_of_it() -> None:
    """`Innledning v/ • Kari Berg` is a section, and ends no list of facts: what stands under it has its own label."""
    found = case("Innledning v/ • Rådsleder Kari Berg\nTidligere behandlet: Møte 25.1.2016 (01/16)\n\nDet ble drøftet.")
    assert [each.raw for each in found.previously_treated] == ["Møte 25.1.2016 (01/16)"]
    assert [(section.heading, section.paragraphs) for section in found.sections] == [
        ("Innledning v/", ("Rådsleder Kari Berg",)),
        (None, ("Det ble drøftet.",)),
    ]
    assert found.responsible == ()


def test_a_decision_mentions_cases_too() -> None:
    """A case named in a decision's text is a reference as one in the case's text is."""
    found = case("Vedtak:\nLånet til barnehagen, jf. sak PS 28/23, reduseres.")
    assert [each.raw for each in found.references] == ["PS 28/23"]


def test_a_sentence_tells_where_the_case_was_treated_before() -> None:
    """`Tidligere behandlet i sak …` at the start of a sentence gives earlier cases, and no references."""
    found = case("Saken gjelder benker. Tidligere behandlet i sak 12/23 og sak 77/23. Det vises til sak 9/23.")
    assert [each.raw for each in found.previously_treated] == ["12/23", "77/23"]
    assert [each.raw for each in found.references] == ["9/23"]


def test_headed_text_is_kept_under_its_headings() -> None:
    """Each heading opens a section of its kind, with its paragraphs in order."""
    text = (
        "Bakgrunn\n\nParken trenger benker. De gamle er ødelagt.\n\nKommunen har fått tilbud.\n\n"
        "Vurdering\n\nTilbudet er godt.\n\nØkonomiske konsekvenser\n\nBenkene koster 40 000 kroner.\n"
    )
    found = paper(f"{PAPER}\n{text}\nForslag til vedtak:\nBenkene kjøpes.\n")
    assert [(each.heading, each.kind, len(each.paragraphs)) for each in found.sections] == [
        ("Bakgrunn", SectionKind.BACKGROUND, 2),
        ("Vurdering", SectionKind.ASSESSMENT, 1),
        ("Økonomiske konsekvenser", SectionKind.ASSESSMENT, 1),
    ]
    assert found.sections[0].paragraphs == ("Parken trenger benker. De gamle er ødelagt.", "Kommunen har fått tilbud.")


@pytest.mark.parametrize("label", ["Behandling", "Handsaming", "Behandling i møtet", "BEHANDLING"])
def test_what_was_said_and_done_is_the_treatment(label: str) -> None:
    """What stands under `Behandling` is a section of its own and no decision."""
    found = case(f"{label}:\nKari Berg la fram saken.\n\nVedtak:\nBudsjettet vedtas.")
    assert [(each.heading, each.kind, each.paragraphs) for each in found.sections] == [
        (label, SectionKind.TREATMENT, ("Kari Berg la fram saken.",))
    ]
    assert [decision.text for decision in found.decisions] == ["Budsjettet vedtas."]


@pytest.mark.parametrize(
    "label", ["Protokolltilførsel", "Protokolltilførsel fra Ola Vik", "Stemmeforklaring", "Røysteforklaring"]
)
def test_a_statement_for_the_record_is_no_decision(label: str) -> None:
    """What a member wants on record stands apart from what was decided."""
    found = case(f"Vedtak:\nBudsjettet vedtas.\n\n{label}:\nOla Vik mener at parken trenger flere benker.")
    assert [decision.text for decision in found.decisions] == ["Budsjettet vedtas."]
    assert found.sections[-1].kind is SectionKind.STATEMENT
    assert found.sections[-1].paragraphs == ("Ola Vik mener at parken trenger flere benker.",)


@pytest.mark.parametrize(
    "heading",
    ["Momenter fra diskusjonen:", "Moment frå diskusjonen", "Innspill fra rådet:", "Følgende momenter kom frem:"],
)
def test_points_of_the_discussion_are_told_one_by_one(heading: str) -> None:
    """Each bullet under the discussion's heading is a point, nested ones as points of their own."""
    found = case(f"{heading}\n• Parken er viktig\no Særlig for barn\n• Havna kan vente\n\nVedtak:\nBudsjettet vedtas.")
    assert [(point.text, point.level) for point in found.discussion_points] == [
        ("Parken er viktig", 0),
        ("Særlig for barn", 1),
        ("Havna kan vente", 0),
    ]
    assert [decision.text for decision in found.decisions] == ["Budsjettet vedtas."]


def test_bullets_of_other_text_are_no_points_of_the_discussion() -> None:
    """A list under background or in a proposal was not said by anybody."""
    text = (
        "Bakgrunn\n\nParken trenger:\n• benker\n• lamper\n\nForslag til vedtak:\n• Benker kjøpes.\n• Lamper vurderes."
    )
    found = paper(f"{PAPER}\n{text}\n")
    assert found.discussion_points == ()


def test_every_line_of_a_case_is_its_own() -> None:
    """A case owns the lines from its head to the next one: facts, text, decisions."""
    text = (
        "MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024\nSted: Rådhuset\nTil stede: Kari Berg, Ola Vik\n\n"
        "Sak 1/24 Budsjett\nSaksbehandler: Kari Berg\n\nBehandling:\nSaken ble drøftet.\n\nVotering:\nEnstemmig.\n\n"
        "Vedtak:\n1. Benker.\n2. Lamper.\n\nSak 2/24 Eventuelt\n\nIngen saker.\n"
    )
    found = document(text)
    case_id = found.meetings[0].cases[0].id
    owners = {entry.line: entry.owner or "" for entry in found.ledger.entries if not entry.blank}
    assert all(owners[line].startswith(case_id) for line in range(7, 18) if line in owners)
    assert found.ledger.unread == ()


def test_a_gathering_case_keeps_its_sub_cases_text() -> None:
    """Texts under a sub-case are that one's, not its parent's."""
    (found,) = minutes(
        "Sak 31/16 Orienteringer\n\nSak 31.1 Nytt bygg\n\nBygget er ferdig.\n\nSak 31.2 Folk\n\nTo er nye.\n"
    ).cases
    assert [[p for s in sub.sections for p in s.paragraphs] for sub in found.subcases] == [
        ["Bygget er ferdig."],
        ["To er nye."],
    ]
    assert found.sections == ()


@pytest.mark.parametrize(
    "announced",
    [
        "Rådet diskuterte saken:",
        "Det var stort engasjement, og desse momenta kom fram:",
        "Styret er uroa for bemanninga og drøfta særleg",
    ],
)
def test_bullets_under_what_announces_a_discussion_are_its_points(announced: str) -> None:
    """Bullets count as the discussion where the sentence above them says that it follows."""
    found = case(f"Leder orienterte om saken.\n\n{announced}\n- Prisen er for høg.\n- Næringslivet må høyrast.")
    assert [each.text for each in found.discussion_points] == ["Prisen er for høg.", "Næringslivet må høyrast."]


def test_bullets_under_what_is_asked_for_are_no_discussion() -> None:
    """What somebody asks the body to say has not been said."""
    found = case("Registeret bad om innspel på to område:\n- Eitt skjema for alle\n- Vakt i helgene")
    assert found.discussion_points == ()


def test_case_papers_hold_no_discussion() -> None:
    """Bullets under questions for the discussion stand in papers, before anything has been said."""
    found = paper(
        f"{PAPER}\nSpørsmål til drøfting\n- Hvem eier benkene?\n- Hvor skal de stå?\n\nForslag til vedtak:\nJa.\n"
    )
    assert found.discussion_points == ()


def test_an_empty_label_of_a_list_takes_no_paragraph() -> None:
    """A sentence a blank line below an empty `Vedlegg:` is text, not an attachment."""
    found = paper(
        f"{PAPER}\nVedlegg:\n\nMedlemmene orienterer muntlig i møtet.\n\nForslag til vedtak:\nBenker kjøpes.\n"
    )
    assert found.attachments == ()


def test_text_below_the_archives_number_is_the_cases() -> None:
    """A whole number in the archive ends its value; the text on the next line is not part of it."""
    found = case("Arkivsak 2023/6120-2\nUtvalget drøftet saken. Disse innspillene kom fram:\n- Ruten bør bestå.")
    assert found.archive_number == "2023/6120-2"
    assert [each.text for each in found.discussion_points] == ["Ruten bør bestå."]


def test_a_list_at_a_papers_end_is_no_head_of_the_next_paper() -> None:
    """What stands under `Vedlegg:` is its own case's, however much it looks like the top of the next paper."""
    text = """Innkalling til møte i kontrollutvalget

Møtedato: 05.05.2020
Møtested: Rådhuset

Sak 13/20 Protokoll fra 18. februar

Sakshandsamar    Møtedato      Saknr
Siv Hjelle       05.05.2020    13/20

Innstilling:
Protokollen godkjennes.

Vedlegg:
Møteprotokoll 18.02.2020

Sak 14/20 Plan for revisjon

Sakshandsamar    Møtedato      Saknr
Siv Hjelle       05.05.2020    14/20

Innstilling:
Planen vedtas.
"""
    cases = [case for meeting in document(text).meetings for case in meeting.all_cases()]
    assert [[each.title for each in case.attachments] for case in cases] == [["Møteprotokoll 18.02.2020"], []]
    assert not any("Møtedato" in officer for case in cases for officer in case.case_officers), "a column's head"


def test_a_heading_over_a_case_tells_its_type() -> None:
    """`Diskusjonssak:` right over a number is that case's type and no part of the case above, a plural no less."""
    found = minutes(
        "Vedtakssak:\n\n1. Ny programplan\n\nVedtak: Planen vedtas.\n\nDiskusjonssak:\n\n2. Endring av emner\n\n"
        "Saken ble drøftet.\n\nOrienteringssaker:\n\n3. Ny forskrift\n\nLederen orienterte om den.\n"
    )
    types = [("1", "Vedtakssak"), ("2", "Diskusjonssak"), ("3", "Orienteringssaker")]
    assert [(c.number, c.type_label) for c in found.cases] == types
    assert [s.heading for c in found.cases for s in c.sections] == [None, None]


def test_attachments_that_end_in_a_day_each_are_told_one_by_one() -> None:
    """A title without a mark ends with its day where the next line begins as a document's."""
    titles = ["Protokoll - Formannskapet 12.02.2024", "Revidert protokoll formannskapet 12.02.2024"]
    found = case("Vedlegg\n" + "\n".join(titles) + "\n\nForslag til vedtak:\nPlanen vedtas.")
    assert [each.title for each in found.attachments] == titles


def test_numbered_headings_are_no_items_of_a_list() -> None:
    """Each has text of its own below; a question is a heading too, and items without such text stay a list."""
    found = case("1. Ny avtale\n\nRådmannen orienterte.\n\n2. Hvem skal følge opp?\n\nDet er uklart hvem som gjør det.")
    assert [s.heading for s in found.sections] == ["Ny avtale", "Hvem skal følge opp?"]
    listed = case("Rådmannen viste til:\n\n1. Ny avtale\n2. Ny plan\n\nRådmannen orienterte.")
    assert not {s.heading for s in listed.sections} & {"Ny avtale", "Ny plan"}


def test_a_known_heading_right_under_a_full_stop_is_one() -> None:
    """As at the top of a page set double, where no gap parts it from the text above; in a sentence it is a word."""
    text = "Rådmannen orienterte om saken i møtet i mai, og viste til planen for havna som\n\nble vedtatt i fjor. "
    text += "Flere av medlemmene spurte om fristene i planen holder.\n\n"
    under = f"Bakgrunn\n\n\n{text}\f{{}}\n\n\n{text}"
    assert [s.heading for s in case(under.format("Hvorfor saken fremmes")).sections] == [
        "Bakgrunn",
        "Hvorfor saken fremmes",
    ]
    assert [s.heading for s in case(under.format("Formålet med saken er gitt.")).sections] == ["Bakgrunn"]


def test_a_title_goes_on_behind_a_word_that_joins() -> None:
    """`… brukermedvirkning i` cannot end a title, though a blank line parts it from the next; a sentence can end so."""
    rest = "Rådet drøftet saken.\n\nVedtak: Planen godkjennes.\n"
    found = minutes(f"Sak 11/27 Vern av kulturminner og brukermedvirkning i\n\nNordvik\n\n{rest}")
    assert [each.title for each in found.cases] == ["Vern av kulturminner og brukermedvirkning i Nordvik"]
    turned = minutes(f"Sak 11/27 Vern av kulturminner og brukermedvirkning i\n\n\fNordvik\n\n{rest}")
    assert [each.title for each in turned.cases] == ["Vern av kulturminner og brukermedvirkning i Nordvik"]
    said = "Karriereveier for forskere Hvordan de kan ha to stillinger har vært tema. De andre regionene, Sør, Vest og"
    case = minutes(f"Sak 11/27 {said}\n\nMidt, fortalte om sine planer.\n\n{rest}").cases[0]
    assert [each.span.last for each in case.spans if each.field == "title"] == [case.span.first]


def test_a_heading_that_asks_without_a_question_mark_is_one() -> None:
    """A question word begins it and no full stop ends it; a sentence that begins so is text."""
    asked = "Hvordan kan kommunen ta i bruk målinger når det haster"
    assert [s.heading for s in case(f"{asked}\n\nRådmannen orienterte om dette.").sections] == [asked]
    assert [s.heading for s in case(f"{asked}, er uklart.\n\nRådmannen orienterte om dette.").sections] == [None]


def test_what_a_list_of_documents_calls_an_attachment_is_one() -> None:
    """`Saksdokumenter` holds background documents, but for those that are named `Vedlegg`."""
    found = case("Saksdokumenter:\n• Saksframlegg fra rådmannen\n• Vedlegg: Tabell over rammer\n• Vedlegg 2: Kart")
    assert [each.title for each in found.background_documents] == ["Saksframlegg fra rådmannen"]
    assert [(each.number, each.title) for each in found.attachments] == [(None, "Tabell over rammer"), ("2", "Kart")]


def test_the_name_of_a_file_is_an_attachment_of_its_own() -> None:
    """So is a line that begins with a word for a document though it sounds like a sentence, and a sole `1 Title`."""
    found = case("Vedlegg:\nUttale frå laget i Lia\nbudsjett-2024---notat\n\nForslag til vedtak:\nPlanen vedtas.")
    assert [each.title for each in found.attachments] == ["Uttale frå laget i Lia", "budsjett-2024---notat"]
    listed = case("Vedlegg:\nNotat om prosessen\nOversikt over dei som er tildelte midlar\n\nVedtak:\nPlanen vedtas.")
    assert [each.title for each in listed.attachments] == [
        "Notat om prosessen",
        "Oversikt over dei som er tildelte midlar",
    ]
    sole = case("Vedlegg\n1  Godkjenning av referat\n\nVedtak:\nPlanen vedtas.")
    assert [(each.number, each.title) for each in sole.attachments] == [("1", "Godkjenning av referat")]


def test_hours_at_the_right_of_a_label_are_no_value_of_it() -> None:
    """Where two cases or more have their hours in a column, `Vedlegg   Kl. 09:35` names no document."""
    found = minutes(
        "1/24   Budsjett for parken                   Vedtakssak\n"
        "       Vedlegg                               Kl. 09:35-09:40\n"
        "       Referat frå møtet 1. mars\n\n       Vedtak:\n       Planen vedtas.\n\n"
        "2/24   Ny plan                               Vedtakssak\n"
        "                                             Kl. 09:40-10:00\n"
        "       Vedtak:\n       Planen vedtas.\n"
    )
    assert [a.title for c in found.cases for a in c.attachments] == ["Referat frå møtet 1. mars"]


def test_ordinals_under_the_agenda_s_word_may_run_into_their_text() -> None:
    """Under `Saker:` a title ends at its colon or full stop; elsewhere a numbered sentence is the item of a list."""
    items = [
        "1. Budsjett 2025: Kari Berg informerte om årets budsjett, og rådet hadde spørsmål til det.",
        "Vedtak: Rådet venter med saken.",
        "2. Regnskap for turen. Ola Vik la fram en oversikt over hva som var brukt.",
        "Vedtak: Regnskapet tas til etterretning.",
        "3. Logo til rådet: Lise har arbeidet mer med fiskene, og forslaget var vedlagt.",
        "Vedtak: Saken utsettes.",
    ]
    found = minutes("Saker:\n" + "\n".join(items))
    assert [(c.number, c.title) for c in found.cases] == [
        ("1", "Budsjett 2025"),
        ("2", "Regnskap for turen"),
        ("3", "Logo til rådet"),
    ]
    assert [c.sections[0].paragraphs[0][:10] for c in found.cases] == ["Kari Berg ", "Ola Vik la", "Lise har a"]
    assert [c.decisions[0].text for c in found.cases] == [
        "Rådet venter med saken.",
        "Regnskapet tas til etterretning.",
        "Saken utsettes.",
    ]
    assert not minutes("Det ble sagt:\n" + "\n".join(items)).cases


FOLLOWED = [(None, "Verneombudet la fram planen."), ("Ansvar", "Verneombud"), ("Frist", "15. april")]


@pytest.mark.parametrize("decided", ["", "Vedtak: Planen godkjennes.\n\n"])
def test_who_follows_a_case_up_is_told_behind_its_text_decided_or_not(decided: str) -> None:
    """`Ansvar:` and `Frist:` are labels behind a sentence, as they are behind a decision."""
    found = case(f"Verneombudet la fram planen.\n\n{decided}Ansvar: Verneombud\nFrist: 15. april\n")
    assert [(each.heading, " ".join(each.paragraphs)) for each in found.sections] == FOLLOWED


def test_cells_under_the_heads_of_who_follows_a_case_up_have_these_as_labels() -> None:
    """In a table of cases `Verneombud` is no heading over `15. april`; a table within a case's text keeps its rows."""
    rows = ["| Sak | Referat | Ansvar | Frist |", "|---|---|---|---|"]
    rows += ["| Sak 3/25 Vernerunder | Verneombudet la fram planen. | Verneombud | 15. april |"]
    rows += ["| Sak 4/25 Eventuelt | Ingen saker. | | |"]
    first, last = minutes("\n".join(rows)).cases
    assert [(each.heading, " ".join(each.paragraphs)) for each in first.sections] == FOLLOWED
    assert [each.heading for each in last.sections] == [None]
    within = "| Avvik | Ansvar | Frist |\n|---|---|---|\n| Rot på lager | Driftsleder | 1. mai |"
    assert [each.heading for each in case(f"Avvikene ble gjennomgått.\n\n{within}").sections] == [None]
