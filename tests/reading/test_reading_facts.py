"""Facts at the head of a meeting's document: which body, which meeting, when and where; and what comes next."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from reading_making import HEAD, document, head, meeting, minutes

PEOPLE = "\nTil stede: Kari Berg, Ola Vik\n"


def facts(text: str, *fields: str) -> tuple[Any, ...]:
    found = head(text + PEOPLE)
    return tuple(plain(getattr(found, field)) for field in fields)


def plain(value: Any) -> Any:
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.mark.parametrize(
    "text",
    [
        "MØTEPROTOKOLL\n\nUtvalg: Formannskapet\nMøtested: Rådhuset, sal 2\nDato: 12.03.2024\nTid: 10:00 – 12:30\n",
        "MØTEBOK\n\nUtval: Formannskapet\nMøtestad: Rådhuset, sal 2\nMøtedato: 12.03.2024\nKlokka: 10.00-12.30\n",
        "Møteprotokoll\n\nUtvalg Formannskapet\nMøtested Rådhuset, sal 2\nDato 12.03.2024\nTid 10:00 – 12:30\n",
        "MØTEPROTOKOLL\nUtvalg:\tFormannskapet\nMøtested:\tRådhuset, sal 2\nDato:\t12.03.2024\nTid:\t10:00 – 12:30\n",
        "Møtereferat\nFormannskapet\nTid: tirsdag 12. mars 2024 kl. 10.00–12.30\nSted: Rådhuset, sal 2\n",
        "Referat fra møte i Formannskapet\nTid: 12. mars 2024 kl. 10.00 til kl. 12.30\nSted: Rådhuset, sal 2\n",
        "PROTOKOLL\nUtval: Formannskapet\nDato: tysdag 12. mars 2024\nFrå kl.: 10.00\nTil kl.: 12.30\n"
        "Stad: Rådhuset, sal 2\n",
        "MØTEPROTOKOLL\nUtvalg:\nFormannskapet\nMøtested:\nRådhuset, sal 2\nDato:\n12.03.2024\nTid:\n10:00 – 12:30\n",
        "MØTEPROTOKOLL\nUtvalg:\nMøtested:\nDato:\nTid:\nFormannskapet\nRådhuset, sal 2\n12.03.2024\n10:00 – 12:30\n",
    ],
)
def test_the_same_head_however_it_is_set(text: str) -> None:
    """Labels with colons, tabs or blanks, values beside, below or in a column behind them, both languages: one head."""
    wanted = ("Formannskapet", "2024-03-12", "10:00", "12:30", "Rådhuset, sal 2")
    assert facts(text, "body", "date", "start", "end", "place") == wanted


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Protokoll fra møte i Rådet for kystkultur", "Rådet for kystkultur"),
        ("Referat frå møte i Brukarutvalet", "Brukarutvalet"),
        ("Referat fra styremøte i Sykehuset Nord HF", "Sykehuset Nord HF"),
        ("Møteprotokoll for Formannskapet", "Formannskapet"),
        ("Møtebok for Kommunestyret 12. mars 2024", "Kommunestyret"),
        ("Protokoll fra møte nr. 3/2024 i Fakultetsstyret", "Fakultetsstyret"),
        ("MØTEPROTOKOLL FOR ELDRERÅDET", "ELDRERÅDET"),
        ("Referat fra Samarbeidsorganet 12. mars", "Samarbeidsorganet"),
        ("Protokoll Universitetsstyret", "Universitetsstyret"),
    ],
)
def test_the_heading_names_the_body(title: str, body: str) -> None:
    """A document's own heading tells the body; number and day in it are no part of the name."""
    assert facts(f"{title}\nDato: 12.03.2024\nSted: Rådhuset\n", "body", "title") == (body, title)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Referat fra møte 3/2024\nFormannskapet", "3/2024"),
        ("Møte nr. 3/24 i Formannskapet", "3/24"),
        ("MØTEPROTOKOLL\nFormannskapet\nMøtenr.: 3/2024", "3/2024"),
        ("MØTEPROTOKOLL\nFormannskapet\nMøte nr: 3", "3"),
        ("Møte i Formannskapet (03/24)", "03/24"),
        ("Protokoll nr. 3/2024\nFormannskapet", "3/2024"),
        ("Møte i Rådet for kystkultur, nr. 3/2024", "3/2024"),
        ("Referat fra møte nr. 33, 15. april 2024\nForskningsutvalget", "33"),
        ("Protokoll: Møte i Forskingsutvalet (FU) nr 1/2024.", "1/2024"),
        ("Protokoll frå møte i Forskingsutvalet nr. 1/24", "1/24"),
        ("Referat fra møte i sentralt arbeidsmiljøutvalg - 3/2024", "3/2024"),
    ],
)
def test_the_number_of_a_meeting_is_told_as_written(text: str, number: str) -> None:
    """Behind a label, in the heading, or in a bracket behind the body."""
    assert facts(f"{text}\nDato: 12.03.2024\nSted: Rådhuset\n", "number") == (number,)


def test_of_several_days_the_meetings_is_taken() -> None:
    """The day of the meeting is the labelled one, not the day of printing, of approval or of the next meeting."""
    text = (
        "MØTEPROTOKOLL\nUtskrift 20.03.2024\nFormannskapet\nMøtedato: 12.03.2024\nSted: Rådhuset\nGodkjent 16.04.2024\n"
    )
    assert facts(text, "date") == ("2024-03-12",)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("12.–13. mars 2024", "2024-03-12", "2024-03-13"),
        ("tirsdag 12. og onsdag 13. mars 2024", "2024-03-12", "2024-03-13"),
        ("12. mars 2024 kl. 13.00–17.00 og 13. mars 2024 kl. 08.30–12.00", "2024-03-12", "2024-03-13"),
        ("12. mars 2024", "2024-03-12", None),
    ],
)
def test_a_meeting_of_two_days_has_both(value: str, first: str, last: str | None) -> None:
    """The last day stands beside the first; a meeting of one day has none."""
    assert facts(f"MØTEPROTOKOLL\nFormannskapet\nMøtedato: {value}\nSted: Rådhuset\n", "date", "end_date") == (
        first,
        last,
    )


@pytest.mark.parametrize(
    ("line", "place", "start"),
    [
        ("Tid og sted: 12. mars 2024 kl. 10.00, Rådhuset", "Rådhuset", "10:00"),
        ("Tid/sted: tirsdag 12. mars 2024 kl. 10.00–12.00, Rådhuset, sal 2", "Rådhuset, sal 2", "10:00"),
        ("Tid og stad: 12.03.2024, kl. 10.00 på Teams", "Teams", "10:00"),
    ],
)
def test_one_label_may_hold_time_and_place(line: str, place: str, start: str) -> None:
    """What is left of `Tid og sted` when day and hours are taken out is the place."""
    found = facts(f"MØTEPROTOKOLL\nFormannskapet\n{line}\n", "place", "start", "date")
    assert found[0] is not None
    assert found[0].removeprefix("på ") == place
    assert found[1:] == (start, "2024-03-12")


def test_what_is_not_stated_stays_open() -> None:
    """Without a place, hours, number or last day there is none."""
    found = head("MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024\n" + PEOPLE)
    assert (found.place, found.start, found.end, found.number, found.end_date, found.next_meeting) == (None,) * 6


def test_a_sentence_may_tell_place_day_and_hours() -> None:
    """`Styret i X avholdt styremøte på Y, onsdag den 24. februar 2010 fra kl. … til kl. …`."""
    text = (
        "PROTOKOLL FRA STYREMØTE\n\nStyret i Helse Fjell RHF avholdt styremøte på Fjellstua hotell i Nesby, onsdag\n"
        "den 24. februar 2010 fra kl. 10.15 til kl. 15.40.\n"
    )
    wanted = ("2010-02-24", "10:15", "15:40", "Fjellstua hotell i Nesby")
    assert facts(text, "date", "start", "end", "place") == wanted


def test_a_joint_body_takes_two_lines_of_the_heading() -> None:
    """The two bodies that a body joins may stand on a line of their own."""
    text = "Referat fra møte i Samarbeidsorganet\nHelse Fjell RHF – Universitetet i Nord\n\nTid: 20. mai 2011\n"
    assert facts(text, "body") == ("Samarbeidsorganet Helse Fjell RHF – Universitetet i Nord",)


def test_a_number_in_the_address_is_no_time() -> None:
    """A place with numbers in it gives no hours."""
    found = facts("MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024\nSted: Storgata 10-12\n", "place", "start", "end")
    assert found == ("Storgata 10-12", None, None)


@pytest.mark.parametrize(
    ("text", "date", "start", "place"),
    [
        ("Neste møte: 16. april 2024 kl. 10.00 i Rådhuset", "2024-04-16", "10:00", "Rådhuset"),
        ("Neste møte\n16. april 2024 kl. 10.00, Rådhuset", "2024-04-16", "10:00", "Rådhuset"),
        ("Neste møte er 16. april kl. 10.00.", "2024-04-16", "10:00", None),
        ("Neste rådsmøte: 16.04.2024", "2024-04-16", None, None),
        ("Neste møte: tirsdag 16. april 2024, kl. 10–14", "2024-04-16", "10:00", None),
        ("Neste møte vert 16.04.2024.", "2024-04-16", None, None),
        ("Møtet hevet kl. 12.10. Neste møte i formannskapet er 16.04.2024 kl. 10:00.", "2024-04-16", "10:00", None),
        ("- Neste møte er 16. april 2024 kl. 10.00.", "2024-04-16", "10:00", None),
    ],
)
def test_the_next_meeting_is_told(text: str, date: str, start: str | None, place: str | None) -> None:
    """A label or a sentence at the end tells the next meeting; a day without a year is of this meeting's year."""
    found = minutes(f"Sak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n\n{text}\n").next_meeting
    assert found is not None
    assert (plain(found.date), plain(found.start), found.place) == (date, start, place)


def test_a_matter_for_the_next_meeting_is_no_next_meeting() -> None:
    """`Neste møte` without a day of its own tells nothing."""
    text = "Sak 1/24 Budsjett\n\nVedtak:\nSaken utsettes til neste møte. Fristen er 1. mai 2024.\n"
    assert minutes(text).next_meeting is None


@pytest.mark.parametrize(
    "line",
    ["Møtet hevet kl. 12.40", "Møtet ble avsluttet kl. 12.40.", "Møtet slutt kl. 1240.", "Møtet vart heva kl. 12:40"],
)
def test_the_end_may_stand_behind_the_cases(line: str) -> None:
    """Where the head tells only when the meeting began, the line that closes it tells when it ended."""
    head = (
        "MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024 kl. 10.00\nSted: Rådhuset\n\nTil stede: Kari Berg, Ola Vik\n\n"
    )
    found = document(f"{head}Sak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n\n{line}\n").meetings[0]
    assert (plain(found.start), plain(found.end)) == ("10:00", "12:40")


def test_the_next_meeting_may_stand_on_the_page_behind_its_label() -> None:
    """The minutes go on to the line that the last label of theirs announces, though a page ends between them."""
    text = f"{HEAD}\nSak 1/24 Budsjett for året\n\nVedtak:\nBudsjettet vedtas.\n\nNeste møte:\n"
    found = meeting(f"{text}\f16. april 2024 kl. 10.00, Rådhuset\n\fFjorden\nFoto: Lag\n\fTakk for meg!\n")
    assert found.next_meeting is not None
    assert (str(found.next_meeting.date), found.next_meeting.place) == ("2024-04-16", "Rådhuset")


def test_the_next_meeting_is_no_part_of_the_last_case() -> None:
    """What comes after the last case belongs to the meeting."""
    (case,) = minutes("Sak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n\nNeste møte: 16. april 2024\n").cases
    assert [decision.text for decision in case.decisions] == ["Budsjettet vedtas."]


def test_each_fact_names_its_lines() -> None:
    """A meeting tells for each fact of the head where it stands."""
    found = head("MØTEPROTOKOLL\nUtvalg: Formannskapet\nMøtested: Rådhuset\nDato: 12.03.2024\nTid: 10:00\n" + PEOPLE)
    spans = {span.field: span.span.first for span in found.spans}
    assert {name: spans[name] for name in ("title", "body", "place", "date", "start")} == {
        "title": 1, "body": 2, "place": 3, "date": 4, "start": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "MØTEINNKALLING\nFormannskapet\nDato: 12.03.2024\nSted: Rådhuset\n\nSaksliste\n"
            "Sak 1/24 Budsjett\nSak 2/24 Plan\n",
            "notice",
        ),
        (
            "MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024\nSted: Rådhuset\nTil stede: Kari Berg, Ola Vik\n\n"
            "Sak 1/24 Budsjett\n\nVedtak:\nVedtas.\n",
            "minutes",
        ),
        (
            "SAKSFRAMLEGG\nSaksbehandler: Kari Berg\nArkivsak: 24/871\nSak 1/24 Budsjett\n\n"
            "Forslag til vedtak:\nBudsjettet vedtas.\n\nBakgrunn\nParken trenger benker.\n",
            "case_papers",
        ),
    ],
)
def test_the_kind_of_document_is_told(text: str, kind: str) -> None:
    """Minutes, notices and case papers are told by heading, lists of those present and decisions."""
    assert [found.kind for found in document(text).meetings] == [kind]


def test_the_day_of_writing_under_the_lists_is_not_the_meetings() -> None:
    """A bare `Dato` below those present gives way to the day in the heading of the minutes."""
    text = f"Referat fra møte nr. 33, 15. april 2009\n{PEOPLE}\nDato: 4. mai 2009\n"
    found = head(text)
    assert (found.number, plain(found.date)) == ("33", "2009-04-15")


def test_a_sentence_tells_where_and_how_long_though_the_heading_told_when() -> None:
    """`Møtet ble satt <dag>, <tid>, <sted>, og hevet <tid>` gives place and end beside a heading with day and hour."""
    text = (
        "Protokoll fra møte i instituttstyret 27. februar 2008, kl. 14.15\n\n"
        "Møtet ble satt 27. februar 2008, kl. 14.15, Styrerommet, Nordre hus, og hevet kl. 16.00.\n"
    )
    assert facts(text, "start", "end", "place") == ("14:15", "16:00", "Styrerommet, Nordre hus")


def test_a_line_of_place_day_and_hours() -> None:
    """The place may stand before the day and the hours without a label; a body in capitals is no person."""
    text = "NESVIK KIRKELIGE FELLESRÅD\n\nMØTEPROTOKOLL\n\nNesvik kirkestue, 09.05.2017 kl. 18.30 – 20.55\n"
    assert facts(text, "body", "place", "date", "end") == (
        "NESVIK KIRKELIGE FELLESRÅD",
        "Nesvik kirkestue",
        "2017-05-09",
        "20:55",
    )


def test_a_number_behind_the_kind_of_meeting() -> None:
    """`Protokoll fra ordinært parlamentsmøte 5` has the number of the meeting at its end."""
    assert facts("Protokoll fra ordinært parlamentsmøte 5\n\nDato: 8. februar 2024, 16.15–20.30\n", "number") == ("5",)


def test_a_letters_day_gives_way_to_the_day_and_hours_of_the_meeting() -> None:
    """Where `Tid` holds a day and its hours, a bare `Dato` is the day of writing; alone it is the meeting's."""
    text = "Referat fra styremøte\n\nDato: 26.03.2024\nVår ref.: 12\nTid: tirsdag 19. mars 2024, kl. 14.00 - 16.00\n"
    assert facts(text, "date", "start", "end") == ("2024-03-19", "14:00", "16:00")
    assert facts("Referat fra styremøte\n\nDato: 26.03.2024\nTid: kl. 14.00 - 16.00\n", "date") == ("2024-03-26",)


def test_the_facts_may_stand_over_the_heading() -> None:
    """Day, place and hours over `Møtebok` on a line of its own are the head of that document."""
    text = "Møtedato: 14.11.2024\nMøtested: Rådhuset\nMøtetid: 12:00-15:00\n\nMøtebok\nfor Formannskapet\n\n"
    found = head(f"{text}Deltakere   Parti   Rolle\nKari Berg   SP      Leder\nOla Vik     H       Medlem\n")
    assert (found.kind, found.body, plain(found.date), plain(found.end)) == (
        "minutes",
        "Formannskapet",
        "2024-11-14",
        "15:00",
    )


def test_labels_of_several_words_with_slashes_and_a_blank_before_the_colon() -> None:
    """`Utvalg/styre/råd : Møte i kontrollutvalget` names the body alone, and `Sted Dato` is no place."""
    text = (
        "Møteinnkalling\n\nUtvalg/styre/råd : Møte i kontrollutvalget i Vik kommune\n"
        "Møtedato/tid : Torsdag 14. mars 2024 kl. 10.00\nMøtested/lokaler : Rådhuset, sal 2\n"
    )
    wanted = ("kontrollutvalget i Vik kommune", "2024-03-14", "10:00", "Rådhuset, sal 2")
    assert facts(text, "body", "date", "start", "place") == wanted
    assert facts(f"Sted Dato\nVik 1. mars 2024\n\n{text}", "place") == ("Rådhuset, sal 2",)


def test_a_sentence_calls_to_the_meeting_with_its_place_and_hour() -> None:
    """In papers too, and broken between lines; what a sentence tells of a meeting held before is not taken."""
    call = "Møtet finner sted på Sykehuset Nord, møterom i Fjæra og starter\nkl. 10.00. Det blir lunsj.\n"
    top = "Innkalling til møte i styret for Sykehuset Nord 12. mars 2024\n\n"
    assert facts(top + call, "place", "start") == ("Sykehuset Nord, møterom i Fjæra", "10:00")
    assert facts(f"{top}Møtet ble åpnet av Kari Berg og starter med lunsj.\n", "place", "start") == (None, None)


def test_the_board_under_its_meeting_is_no_day() -> None:
    """`Styremøte` over the body's name is a heading, though `Styremøte: 12. mars` gives a day."""
    text = "Styremøte\nHelse Fjell RHF\nInnkalling med sakspapirer\n\nDato: 12. mars 2024\nKl.: 9.30\nSted: Rådhuset\n"
    assert facts(text, "body", "date") == ("Helse Fjell RHF", "2024-03-12")
    assert facts("Protokoll\nUtval: Styret\nStyremøte: 12. mars 2024\n", "date") == ("2024-03-12",)


@pytest.mark.parametrize(
    ("letterhead", "heading", "body"),
    [
        ("Eldrerådet i Lia kommune", "Møtereferat fra eldrerådet 12. mars 2024", "Eldrerådet i Lia kommune"),
        ("Lia Avfall og Gjenvinning IKS", "Protokoll fra styremøte i LAG IKS", "Lia Avfall og Gjenvinning IKS"),
        ("Lia Avfall og Gjenvinning IKS", "Protokoll fra styremøte i FAG IKS", "FAG IKS"),
        ("LIA MILJØ IKS", "Protokoll fra representantskapsmøte", "LIA MILJØ IKS"),
        ("MØTEPROTOKOLL", "Arbeidsutvalg Lia regionråd", "Arbeidsutvalg Lia regionråd"),
        ("", "Protokoll: Møte i Forskingsutvalet (FU) nr 1/2024.", "Forskingsutvalet (FU)"),
        ("LIA MILJØ IKS", "Protokoll fra representantskapsmøte\n\nRepresentantskapet", "Representantskapet"),
    ],
)
def test_of_two_names_of_the_body_the_fuller_is_taken(letterhead: str, heading: str, body: str) -> None:
    """A letterhead spells out what the heading says short; a meeting called after its body has that body, if named."""
    assert facts(f"{letterhead}\n\n{heading}\n\nDato: 12.03.2024\nSted: Rådhuset\n", "body") == (body,)


def test_a_sentence_on_the_meeting_tells_the_place_and_is_no_body() -> None:
    """`Fakultetsstyremøtet ble holdt i …` says where, though it begins with a body's name."""
    text = "Protokoll fra fakultetsstyremøte 4. juni 2024\n\nFakultetsstyremøtet ble holdt i møterom Elva, Gata 7\n"
    assert facts(text, "body", "place") == (None, "møterom Elva, Gata 7")


def test_the_numbers_of_the_cases_are_no_number_of_the_meeting() -> None:
    """`Saknr: 11/2024 – 13/2024` tells which cases follow."""
    text = "MØTEPROTOKOLL\nFormannskapet\nDato: 12.03.2024\nSted: Rådhuset\nSaknr: 11/2024 – 13/2024\n"
    assert facts(text, "number") == (None,)


def test_a_meeting_that_nobody_travelled_to_has_a_place_and_an_hour() -> None:
    """`Møtet fant sted fra klokken 16 og foregikk pr Zoom.`"""
    text = "Protokoll fra rådsmøte 4. juni 2024\n\nRådsmøtet fant sted fra klokken 16 og foregikk pr Zoom.\n"
    assert facts(text, "place", "start") == ("Zoom", "16:00")


@pytest.mark.parametrize(("label", "hour"), [("Kl", "10:00"), ("Kl.", "Kl 10:00")])
def test_labels_of_a_meeting_side_by_side_have_their_values_under_them(label: str, hour: str) -> None:
    """A row of labels in a head is no body's name; a value may say once more what it is."""
    text = (
        f"MØTEBOK\n\nOrgan            Møtestad                            Møtedato      {label}\n"
        f"Fylkesutvalet    Fylkeshuset - møterom Fjell         22.04.2024    {hour}\n"
    )
    assert facts(text, "body", "place", "date", "start") == (
        "Fylkesutvalet",
        "Fylkeshuset - møterom Fjell",
        "2024-04-22",
        "10:00",
    )


def test_a_body_and_a_day_head_minutes_in_which_it_decides() -> None:
    """A page of a council's site tells nobody present; a heading without decisions below it is no meeting's."""
    page = (
        "Fylkesutvalget 27. februar 2024\n\nMøtet i fylkesutvalget ble avsluttet kl. 15.45. Her er sakene.\n\n"
        "Sak 16/24 Ny vei\n\n{told}\n\nFylkesutvalget bygger veien.\n"
    )
    found = meeting(page.replace("{told}", "Vedtak:"))
    assert (found.kind, found.body, str(found.date)) == ("minutes", "Fylkesutvalget", "2024-02-27")
    assert (found.start, found.end) == (None, datetime.time(15, 45))
    assert [d.text for d in found.cases[0].decisions] == ["Fylkesutvalget bygger veien."]
    assert document(page.replace("{told}", "Omtale:")).meetings == ()


def test_a_label_tells_the_body_before_a_heading_with_the_day_does() -> None:
    """A running head may name the municipality, the body and the day over the label that names the body."""
    text = "Nes kommune – Formannskapet 12.03.2024\n\nMØTEPROTOKOLL\n\nUtvalg: Formannskapet\nDato: 12.03.2024\n"
    assert facts(text, "body", "date") == ("Formannskapet", "2024-03-12")


def test_a_year_among_words_tells_no_hour() -> None:
    """Four digits are an hour behind a label or beside a day, and not in a line that only names a year."""
    text = "MØTEPROTOKOLL\n\nFormannskapet\n\nSøknader fra 2012 og utover\n\nTil stede: Kari Berg, Ola Vik\n"
    assert facts(text, "start") == (None,)


def test_the_day_beside_the_references_of_a_letter_is_the_day_of_writing() -> None:
    """A notice is a letter: its `Dato` stands on the line of its references, and its heading tells the meeting's."""
    text = (
        "Vår ref.: 2024/01             Dykkar ref.:                 Dato: {written}\n\n"
        "Innkalling til møte i Brukarutvalet for Fjell HF – {day} september 2024\n\n"
        "Stad:   Fjell sjukehus\n\nSAKLISTE\n\nSak 1/24 Budsjett\n\nSak 2/24 Ymse\n"
    )
    found = meeting(text.format(written="19.08.2024", day="Torsdag 26."))
    assert (str(found.date), found.body) == ("2024-09-26", "Brukarutvalet for Fjell HF")
    found = meeting(text.format(written="19.08.2024", day="26. – 27."))
    assert (str(found.date), found.body) == ("2024-09-26", "Brukarutvalet for Fjell HF")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("11. mars 2024, kl. 1215 - 14.00, Møterom 648, 6. et.", "Møterom 648, 6. et"),
        ("11. mars 2024, kl. 1215", None),
    ],
)
def test_the_room_may_stand_behind_the_hours(line: str, place: str | None) -> None:
    """A comma parts the room from the hours."""
    text = f"Møte nr. 6/2024 i Instituttstyret\n\n{line}\n\nTil stede: Kari Berg, Ola Vik\n"
    assert facts(text, "date", "start", "place") == ("2024-03-11", "12:15", place)


def test_a_second_heading_of_the_same_day_tells_the_hour() -> None:
    """A page's heading gives the day, and the document's own the day and the hour."""
    text = (
        "Protokoll fra ekstraordinært styremøte 9. mars 2024\n\n"
        "Protokoll fra ekstraordinært styremøte {day} mars 2024 klokka 13\n\nTil stede: Kari Berg, Ola Vik\n"
    )
    assert facts(text.format(day="9."), "date", "start") == ("2024-03-09", "13:00")
    assert facts(text.format(day="8."), "date", "start") == ("2024-03-09", None)


@pytest.mark.parametrize(("number", "day"), [("2/2024", "2024-04-27"), ("2", None)])
def test_the_meetings_number_gives_its_day_the_year(number: str, day: str | None) -> None:
    """Day and hours may stand under the meeting's number alone, with no weekday to prove the year of the cases by."""
    text = f"MØTEPROTOKOLL\n\nMøte nr. {number} i Museumsstyret\n\n27. april kl. 09.15-13.00\n\nTil stede: Kari Berg\n"
    assert facts(text, "date", "start", "end") == (day, "09:15", "13:00")


def test_minutes_told_of_below_the_lists_name_no_body() -> None:
    """The body's own name stands in the head; minutes of another's meeting are handed out further down."""
    text = (
        "MØTEBOK\n\nFylkeseldrerådet i Nordfjell\n\nDato: 11. april 2024\nKl.: 10.15-16.00\n\n"
        "DESSE MØTTE\nKari Berg\nOla Vik\n\nYMSE\n\n"
        "Referat frå møte i brukarutvalet ved Fjell sjukehus med vedlegg\nvart delt ut i møtet.\n"
    )
    assert meeting(text).body == "Fylkeseldrerådet i Nordfjell"


def test_the_day_on_which_minutes_were_approved_is_not_the_meeting_s() -> None:
    """`Godkjent 10. juni 2024` over the heading tells of the paper."""
    found = head(
        "Nes prosti\nGodkjent 10. juni 2024\n\nProtokoll\n\nNes hotell, 19. mai 2024\n\nTil stede: Kari Berg\n"
    )
    assert str(found.date) == "2024-05-19"


def test_the_hour_of_a_dinner_is_not_the_meeting_s() -> None:
    """What a programme says of an hour behind a colon is what happens then."""
    text = "Protokoll\n\nNes helseråd\nDato: 19.05.2024\nKl. 19.00: Middag på hotellet\n\nTil stede:\nKari Berg\n"
    assert head(text).start is None
    assert str(head(text.replace("Middag", "Møte")).start) == "19:00:00"


@pytest.mark.parametrize("line", ["*", "**", "_"])
def test_a_line_of_marks_alone_in_a_head_names_nothing(line: str) -> None:
    """What was left of a rule or of bold letters holds no word, and spoils nothing."""
    title = f"{line}\nReferat fra møte i Havnerådet 12. mars 2024\n{line}\n"
    found = document(f"{title}Til stede: Kari Berg, Ola Vik\n\nSak 1/24 Kai\n\nVedtak: Ja.\n")
    assert [(each.body, len(each.participants)) for each in found.meetings] == [("Havnerådet", 2)]


def test_the_place_of_a_companys_meeting_ends_its_sentence() -> None:
    """`avholdt foretaksmøte i X RHF i Y, Kaia 3, Nes.` was held at Y: a house's number is no day."""
    found = head(
        "PROTOKOLL FRA FORETAKSMØTE I HAVNA RHF\n\n"
        "Tirsdag 13. februar 2024 kl. 14:00 ble det avholdt foretaksmøte i Havna RHF i Havne- og\n"
        "kystdepartementets lokaler, Kari Bergs plass 3, Nes.\n\nTil stede: Kari Berg, Ola Vik, Per Moe\n"
    )
    assert found.place == "Havne- og kystdepartementets lokaler, Kari Bergs plass 3, Nes"


@pytest.mark.parametrize("told", ["Møtet slutt 17.40", "Møtet avsluttet 17.40."])
def test_the_hour_of_the_end_needs_no_word(told: str) -> None:
    """Hours and minutes behind what closes the meeting are its end, without `kl.`."""
    found = meeting(
        "Referat fra møte i Elvrådet 7. mars 2024\n\nTil stede: Kari Berg, Ola Vik\n\n"
        f"Sak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n\n{told}\n"
    )
    assert found.end == datetime.time(17, 40)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Styremøte i Oldervik kirkelige fellesråd 3. mars 2024", "Oldervik kirkelige fellesråd"),
        ("Referat SU-møte 3. mars 2024", "SU"),
    ],
)
def test_a_meeting_in_a_body_is_not_the_body(heading: str, body: str) -> None:
    """A heading `Styremøte i …` names the body behind it, and `SU-møte` the one before."""
    assert head(f"{heading}\n\nTil stede: Kari Berg, Ola Vik og Per Moe\n").body == body
