"""Decisions: their labels, items and proposers; those that no label announces; and what is none."""

from __future__ import annotations

import pytest
from reading_making import case, decisions, meeting, minutes, paper

TEXT = "Formannskapet kjøper nye benker til parken."


@pytest.mark.parametrize(
    "label",
    [
        "Vedtak:",
        "Vedtak",
        "VEDTAK:",
        "V E D T A K :",
        "Vedtaket:",
        "Enstemmig vedtak:",
        "Samrøystes vedtak:",
        "Formannskapets vedtak:",
        "Formannskapet sitt vedtak:",
        "Formannskapets vedtak 12.03.2024:",
        "Vedtak i Formannskapet - 12.03.2024:",
        "Vedtak i sak 1/24:",
        "Vedtak PS 1/24:",
        "Styrets enstemmige vedtak:",
        "Avgjerd:",
        "Beslutning:",
        "Konklusjon:",
        "Følgende vedtak ble fattet:",
        "Formannskapet gjorde følgende vedtak:",
        "Formannskapet fatta slikt vedtak:",
        "Uttalelse:",
        "Vedtk:",
    ],
)
def test_every_label_of_a_decision_announces_one(label: str) -> None:
    """What stands under it up to the next label is the decision, and the label is kept as written."""
    (found,) = decisions(f"Behandling:\nSaken ble drøftet.\n\n{label}\n{TEXT}\n\nDe nye benkene males grønne.")
    assert (found.kind, found.inferred) == ("adopted", False)
    assert found.text == f"{TEXT} De nye benkene males grønne."
    assert found.label == ("VEDTAK" if label.startswith("V E") else label.rstrip(" :"))


@pytest.mark.parametrize(
    "label",
    [
        "Forslag til vedtak:",
        "Framlegg til vedtak:",
        "Innstilling:",
        "Tilråding:",
        "Rådmannens innstilling:",
        "Rådmannen si tilråding:",
        "Kommunedirektørens forslag til vedtak:",
        "Administrerende direktørs innstilling:",
        "Sekretariatets forslag til vedtak:",
        "Forslag fra Ola Vik (Ap):",
        "Innstilling frå sekretariatet",
        "Framlegg frå Ola Vik, Sp:",
        "Ola Vik (H) la fram følgende forslag:",
        "Ola Vik, Sp, sette fram slikt framlegg:",
        "Ola Vik fremmet følgende endringsforslag:",
        "Kari Berg foreslo på vegne av Ap og SV:",
        "Forslag til innstilling:",
        "Vedtaksforslag:",
        "Innstilling til vedtak:",
    ],
)
def test_every_label_of_a_proposal_announces_one(label: str) -> None:
    """Recommendations and motions are proposed, never adopted, whoever makes them."""
    found = decisions(f"{label}\n{TEXT}\n\nVedtak:\nSaken utsettes.")
    assert [(each.kind, each.text) for each in found] == [("proposed", TEXT), ("adopted", "Saken utsettes.")]
    assert found[0].label == label.rstrip(" :")


def test_the_same_labels_announce_a_proposal_in_a_case_paper() -> None:
    """Case papers propose; they decide nothing."""
    found = paper(
        f"SAKSFRAMLEGG\nSaksbehandler: Kari Berg\nArkivsak: 24/871\n\nSak 1/24 Benker\n\nForslag til vedtak:\n{TEXT}\n"
    )
    assert [(each.kind, each.text) for each in found.decisions] == [("proposed", TEXT)]


@pytest.mark.parametrize(
    ("items", "markers"),
    [
        ("1. Benker kjøpes.\n2. Lamper kjøpes.", ["1.", "2."]),
        ("1) Benker kjøpes.\n2) Lamper kjøpes.", ["1)", "2)"]),
        ("a) Benker kjøpes.\nb) Lamper kjøpes.", ["a)", "b)"]),
        ("• Benker kjøpes.\n• Lamper kjøpes.", [None, None]),
        ("- Benker kjøpes.\n- Lamper kjøpes.", [None, None]),
    ],
)
def test_the_items_of_a_decision_are_its_points(items: str, markers: list[str | None]) -> None:
    """A list under the label is one decision; each item is a point, with its number in the text."""
    (found,) = decisions(f"Vedtak:\n{items}")
    assert [point.text for point in found.points] == ["Benker kjøpes.", "Lamper kjøpes."]
    assert [point.marker for point in found.points] == markers
    numbered = [f"{m} {t}" if m else t for m, t in zip(markers, ("Benker kjøpes.", "Lamper kjøpes."), strict=True)]
    assert found.text == " ".join(numbered)


def test_items_under_an_item_are_part_of_it() -> None:
    """Letters under a number are one point with it."""
    (found,) = decisions("Vedtak:\n1. Rektor får fullmakt til å\na) kjøpe benker\nb) kjøpe lamper\n2. Saken avsluttes.")
    assert [point.text for point in found.points] == [
        "Rektor får fullmakt til å a) kjøpe benker b) kjøpe lamper",
        "Saken avsluttes.",
    ]


def test_a_decision_of_one_paragraph_has_no_points() -> None:
    """A text without a list is not cut up."""
    (found,) = decisions(f"Vedtak:\n{TEXT}")
    assert found.points == ()


@pytest.mark.parametrize(
    "after", ["Votering:\nEnstemmig.", "Behandling:\nSaken ble drøftet.", "Bakgrunn\nParken er gammel."]
)
def test_a_decision_ends_at_the_next_label(after: str) -> None:
    """Votes, treatment and headed text behind a decision are not in it."""
    found = decisions(f"Vedtak:\n{TEXT}\n\n{after}")
    assert [each.text for each in found] == [TEXT]


def test_a_decision_behind_its_label_on_the_same_line() -> None:
    """What follows the colon is the decision."""
    (found,) = decisions(f"Vedtak: {TEXT}")
    assert (found.label, found.text) == ("Vedtak", TEXT)


def test_several_proposals_come_in_order() -> None:
    """Each motion is one, in the order of the page, and the decision is the last."""
    found = decisions(
        "Rådmannens innstilling:\nBenker kjøpes.\n\n"
        "Behandling:\nOla Vik (H) la fram følgende forslag:\nSaken utsettes.\n\n"
        "Forslag fra Per Moe (V):\nLamper kjøpes.\n\n"
        "Votering:\nForslaget fra Moe ble vedtatt.\n\nVedtak:\nLamper kjøpes.\n"
    )
    assert [(each.kind.value, each.text) for each in found] == [
        ("proposed", "Benker kjøpes."),
        ("proposed", "Saken utsettes."),
        ("proposed", "Lamper kjøpes."),
        ("adopted", "Lamper kjøpes."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Referatet ble godkjent.",
        "Protokollen frå møtet 12. februar vart godkjend.",
        "Innkalling og saksliste ble godkjent.",
        "Innkallinga vart samrøystes godkjend.",
        "Formannskapet tok saken til orientering.",
        "Styret tek saka til vitende.",
        "Saken ble tatt til orientering.",
        "Saka vart teken til vitande.",
        "Saken ble utsatt.",
        "Saka vart utsett til neste møte.",
        "Sekretariatet fikk i oppdrag å hente inn tilbud.",
        "Arbeidsgruppa fekk i oppdrag å lage eit utkast.",
        "Det ble besluttet å kjøpe nye benker.",
        "Det vart vedteke å kjøpe nye benker.",
        "Det var enighet om å kjøpe nye benker.",
        "Det var semje om å kjøpe nye benkar.",
        "Kari Berg ble valgt til ny leder.",
        "Rådet vedtok å kjøpe nye benker.",
        "Styret slutta seg til framlegget.",
        "Møteinnkalling og saksliste vart godkjent utan merknader.",
        "Utkast til referat fra møte 06.02.07 godkjennes.",
        "Forslag til protokoll godkjennes.",
        "Det var ingen merknader til protokollen og den ble godkjent.",
        "Det har ikke kommet merknader til referatet som dermed er godkjent og lagt ut på nettsiden.",
        "Sak 32 ble behandlet etter sak 26 og sakslisten ble godkjent med denne endringen.",
        "Referatet frå førre møte vart teke til etterretning.",
        "Skriv og meldingar vert tekne til vitande.",
        "Referatsakene tas til orientering.",
        "Redegjørelsen ble tatt til etterretning.",
    ],
)
def test_a_sentence_that_decides_is_a_decision_without_a_label(sentence: str) -> None:
    """In minutes, what plainly decides is a decision though no label says so, and is marked as inferred."""
    found = decisions(f"Kari Berg innledet om parken og benkene der. {sentence} Deretter gikk møtet videre.")
    assert [(each.text, each.kind, each.label, each.inferred) for each in found] == [(sentence, "adopted", None, True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Referatet ble delt ut.",
        "Styret ønsket at saken skulle tas til orientering.",
        "Det ble foreslått å ta saken til orientering.",
        "Saken bør tas til orientering.",
        "Formannskapet drøftet saken.",
        "Kari Berg orienterte om valget.",
        "På møtet 12. februar ble referatet godkjent.",
        "Saken ble behandlet på forrige møte, der planen ble vedtatt.",
        "Mange fikk ordet.",
        "Hvis planen blir vedtatt, kjøpes benker.",
        "Det ble ikke tatt stilling til saken.",
        "Planen sendes på høring dersom styret ønsker det.",
        "Utkast til referat ble sendt ut 20.02.07.",
        "Det ble foreslått at rapporten tas til etterretning.",
        "Administrasjonen tilrår at saka vert teken til vitande.",
        "Rapporten skal tas til orientering av komiteen.",
        "Kommunen fikk en søknad som senere ble godkjent.",
        "Huset ble bygget i 1950 og det er godkjent for 40 personer.",
    ],
)
def test_a_sentence_that_only_talks_of_deciding_is_none(sentence: str) -> None:
    """Wishes, proposals, what others or earlier meetings decided, and reports decide nothing here."""
    assert decisions(f"Kari Berg innledet om parken. {sentence} Deretter gikk møtet videre.") == ()


def test_a_labelled_decision_is_not_told_twice() -> None:
    """Where a label tells the decision, the treatment's sentences about it give none of their own."""
    found = decisions("Behandling:\nSaken ble tatt til orientering.\n\nVedtak:\nSaken tas til orientering.")
    assert [(each.text, each.inferred) for each in found] == [("Saken tas til orientering.", False)]


def test_case_papers_infer_nothing() -> None:
    """Sentences of case papers that tell of decisions are background."""
    text = (
        "SAKSFRAMLEGG\nSaksbehandler: Kari Berg\nArkivsak: 24/871\n\nSak 1/24 Benker\n\n"
        "Forslag til vedtak:\nBenker kjøpes.\n\nBakgrunn\n\nSaken ble utsatt. Referatet ble godkjent.\n"
    )
    assert [(each.text, each.inferred) for each in paper(text).decisions] == [("Benker kjøpes.", False)]


@pytest.mark.parametrize(
    "line", ["Vedtaket sendes til partene.", "Vedtak i saken ventes til høsten.", "Innstillingen var klar."]
)
def test_a_sentence_that_begins_like_a_label_is_none(line: str) -> None:
    """`Vedtaket sendes …` is running text."""
    assert decisions(f"Kari Berg innledet om parken.\n\n{line}") == ()


@pytest.mark.parametrize("empty", ["Vedtak:\n\nBehandling:\nSaken ble drøftet.", "Vedtak:"])
def test_an_empty_label_gives_no_decision(empty: str) -> None:
    """A label with nothing under it decides nothing, and is still the case's line."""
    assert decisions(empty) == ()


def test_a_decision_names_its_lines() -> None:
    """Text and points tell the lines they stand on."""
    (found,) = decisions("Vedtak:\n1. Benker kjøpes.\n2. Lamper kjøpes.")
    assert (found.span.first, found.span.last) == (13, 14)
    assert [point.span.first for point in found.points] == [13, 14]


def test_signatures_and_places_behind_a_decision_are_none_of_it() -> None:
    """Place, day and names at the end close the meeting."""
    found = minutes(
        f"Sak 1/24 Budsjett\n\nVedtak:\n{TEXT}\n\nMøtet hevet kl. 12.00.\n\n"
        "Elvesund, 12. mars 2024\n\nKari Berg\nleder\n"
    )
    assert [each.text for each in found.cases[0].decisions] == [TEXT]


def test_a_case_without_anything_decided_has_no_decision() -> None:
    """Information gives no decision."""
    assert case("Kari Berg orienterte om parken. Rådet takket for orienteringen.").decisions == ()


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Kontrollutvalgets forslag til vedtak:", "proposed"),
        ("Adm. direktør si tilråding:", "proposed"),
        ("ADM. DIREKTØRS INNSTILLING:", "proposed"),
        ("Styret fattet følgende enstemmige vedtak", "adopted"),
        ("Styret fatta følgjande samrøystes vedtak:", "adopted"),
    ],
)
def test_labels_of_bodies_and_positions(label: str, kind: str) -> None:
    """Whose proposal it is may be named in any words; one that is made `unanimously` needs no colon."""
    assert [(each.kind.value, each.text) for each in decisions(f"{label}\n\nBenker kjøpes.")] == [
        (kind, "Benker kjøpes.")
    ]


def test_what_a_body_came_with_is_no_proposal_unless_it_says_so() -> None:
    """`kom med følgende innspill` announces what was said, `kom med følgende forslag` a proposal."""
    said = "Styret kom med følgende {}:\n\n- Strategien kortes ned.\n- Målene måles.\n"
    assert decisions(said.format("innspill")) == ()
    assert [each.kind.value for each in decisions(said.format("forslag"))] == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Det var ingen merknader til innkallingen, innkallingen ble godkjent",
        "Referatet fra møtet godkjennes med de merknader som kom frem på møtet.",
    ],
)
def test_approvals_without_a_label(text: str) -> None:
    """A sentence that approves the notice or the minutes decides."""
    assert [(each.text, each.inferred) for each in decisions(text)] == [(text, True)]


@pytest.mark.parametrize(
    "label", ["Formannskapets behandling 12.03.2024:", "Kontrollutvalgets behandling:", "Rådets handsaming av saka:"]
)
def test_what_a_body_did_with_a_case_ends_what_was_proposed(label: str) -> None:
    """`Formannskapets behandling <day>:` is no part of the proposal over it."""
    proposed, made = decisions(f"Rådmannens innstilling:\n{TEXT}\n\n{label}\nSaken ble drøftet.\n\nVedtak:\n{TEXT}")
    assert (proposed.kind, proposed.text) == ("proposed", TEXT)
    assert (made.kind, made.text) == ("adopted", TEXT)


@pytest.mark.parametrize(
    "outcome",
    [
        "Bergs forslag falt med 2 mot 5 stemmer (Ap, H).",
        "Framlegget frå leiar vart samrøystes vedteke.",
        "Rådmannens innstilling enstemmig vedtatt.",
        "Innstillingen fikk 5 stemmer.",
    ],
)
def test_how_a_proposal_fared_is_no_part_of_it(outcome: str) -> None:
    """A line that begins with the proposal and tells its votes ends the proposal's text."""
    proposed, made = decisions(f"Ola Vik (H) foreslo:\nPunkt 2 strykes.\n{outcome}\n\nVedtak:\n{TEXT}")
    assert (proposed.kind, proposed.text) == ("proposed", "Punkt 2 strykes.")
    assert made.text == TEXT


@pytest.mark.parametrize(
    ("aside", "unanimous"), [("(samrøystes)", True), ("(Kontrollutvalget gjør endelig vedtak)", None)]
)
def test_a_bracket_under_the_label_is_no_text_of_the_decision(aside: str, unanimous: bool | None) -> None:
    """It says how the decision is made: a vote is kept as the vote."""
    (found,) = decisions(f"Vedtak:\n{aside}\n\n{TEXT}")
    assert (found.text, found.vote.unanimous if found.vote else None) == (TEXT, unanimous)


def test_an_email_behind_a_decision_is_none_of_it() -> None:
    """What is attached below a case is neither its decision nor its attachments nor its text."""
    mail = """Fra: Kari Berg
Sendt: 17. oktober 2023 10:24
Til: Ola Vik
Emne: Benker
Vedlegg: benk.pdf

Vi kjøper aldri benker."""
    found = case(f"Vedtak:\n{TEXT}\n{mail}")
    assert ([d.text for d in found.decisions], found.attachments, found.sections) == ([TEXT], (), ())
    letter = case(f"Vedtak:\n{TEXT}\nFra: Kari Berg\nSaken er dermed avgjort.")
    assert "avgjort" in letter.decisions[0].text


def test_the_committee_and_its_number_end_what_was_proposed() -> None:
    """`Levekårsutvalget - Sak 15/2019` heads what that body did with the case."""
    found = paper(
        """SAKSPAPIR

Saksnr      Utvalg                   Type     Dato
15/2024     Levekårsutvalget         PS       18.03.2024

NY VIKARORDNING

Rådmannens forslag til vedtak:
Ordningen innføres.

Levekårsutvalget - Sak 15/2024

LEV - Behandling:
Enstemmig vedtak.

LEV - Innstilling:
Ordningen innføres fra nyttår.

Saksopplysninger
Ordningen er ny.
"""
    )
    assert [d.text for d in found.decisions] == ["Ordningen innføres.", "Ordningen innføres fra nyttår."]


def test_a_label_in_brackets_before_the_text_announces_a_proposal() -> None:
    """`(Forslag)Referatet godkjennes` is put forward under that label."""
    (found,) = decisions("1. Referat fra møte 06.03.24\n\n(Forslag)Referatet godkjennes\n")
    assert (found.kind, found.label, found.text) == ("proposed", "Forslag", "Referatet godkjennes")


def test_an_items_number_may_stand_over_its_text() -> None:
    """A number alone on a line is the number of what follows; the end of a sentence is none."""
    (found,) = decisions("Vedtak:\nDisse velges:\n1.\nKari Berg\n2.\nOla Vik\n3. Per Moe, som omtalt i punkt\n4.\n")
    assert [(p.marker, p.text) for p in found.points] == [
        ("1.", "Kari Berg"),
        ("2.", "Ola Vik"),
        ("3.", "Per Moe, som omtalt i punkt 4."),
    ]


def test_a_decision_ends_at_the_foot_of_its_page_and_the_next_heading() -> None:
    """A page's number below the last sentence is none of it, and a heading on the next page begins the account."""
    found = paper(
        "Saksframlegg\n\nSak 1/24 Nytt utvalg\nSaksbehandler: Kari Berg\n\nForslag til vedtak\n\n"
        f"{TEXT}\n\n\n                       1\nOppsummering\n\nUtvalget skal ha sju medlemmer.\n"
    )
    assert [d.text for d in found.decisions] == [TEXT]
    assert [s.heading for s in found.sections] == ["Oppsummering"]


def test_a_mover_s_sentence_may_run_over_two_lines() -> None:
    """What it announces is a proposal; two sentences that happen to end in a colon announce nothing."""
    found = decisions(
        "Behandling:\nSaken ble drøftet i dag.\n\nKari de la Berg (SV) fremmet følgende alternative\nforslag:\n"
        f"{TEXT}\n\nVedtak:\nSaken utsettes."
    )
    assert [(each.kind.value, each.label, each.text) for each in found] == [
        ("proposed", "Kari de la Berg (SV) fremmet følgende alternative forslag", TEXT),
        ("adopted", "Vedtak", "Saken utsettes."),
    ]
    talk = "Leder fremmet forslag om benker. Fra samtalen om\nandre forslag:\nBenkene er gamle.\n\nVedtak:\nNei."
    assert [each.kind.value for each in decisions(talk)] == ["adopted"]


def test_a_label_in_capitals_ends_the_proposal_above_it() -> None:
    """`MØTEHANDSAMING` and `SAMRØYSTES VEDTAK` stand as labels without a colon, and the label tells the vote."""
    proposed, adopted = decisions(
        "INNSTILLING\n1. Rådet godkjenner planen.\n\nMØTEHANDSAMING\n\nSAMRØYSTES VEDTAK\n1. Rådet godkjenner planen."
    )
    assert (proposed.kind, proposed.text, proposed.vote) == ("proposed", "1. Rådet godkjenner planen.", None)
    assert (adopted.kind, adopted.label, adopted.text) == ("adopted", "SAMRØYSTES VEDTAK", proposed.text)
    assert adopted.vote is not None
    assert adopted.vote.unanimous


def test_a_label_in_capitals_with_nothing_under_it_is_the_vote_on_what_stands_above() -> None:
    """`ENSTEMMIG VEDTAK` below a decision tells how it was made."""
    (found,) = decisions(f"VEDTAK\n{TEXT}\n\nENSTEMMIG VEDTAK")
    assert found.text == TEXT
    assert found.vote is not None
    assert found.vote.unanimous


@pytest.mark.parametrize(
    "text",
    [
        "Referat fra møtet 3. mai 2024 ble godkjent uten merknader.",
        "Det fremlagte utkast til protokoll fra årsmøtet 2023 godkjennes.",
        "Lærer Kari Berg, Nes velges som nestleder fram til årsmøtet.",
        "Til å planlegge jubileet oppnevnes Kari Berg og Ola Vik.",
    ],
)
def test_what_a_body_does_with_a_document_or_with_persons_named_is_a_decision(text: str) -> None:
    """A verb that decides needs no label: `X velges som …`, `Det fremlagte utkast … godkjennes`."""
    (found,) = decisions(text)
    assert (found.text, found.inferred) == (text, True)


def test_numbered_items_that_decide_are_the_points_of_one_decision() -> None:
    """A list at the end of a case whose first item decides is one decision, with the vote on it below."""
    (found,) = decisions(
        "Styret drøftet saken.\n\n1. Innkallingen godkjennes og dagsorden vedtas.\n\n2. Saken legges fram på nytt.\n\n"
        "Vedtakene var enstemmig."
    )
    assert found.text == "1. Innkallingen godkjennes og dagsorden vedtas. 2. Saken legges fram på nytt."
    assert [point.marker for point in found.points] == ["1.", "2."]
    assert found.vote is not None
    assert found.vote.unanimous is True


@pytest.mark.parametrize(
    "text",
    [
        "Eldrerådet går imot at tilbudet legges ned.",
        "NSG ber arbeidsutvalget om en ny sak.",
        "Formannskapet rår til at prisen vert 420 kroner.",
        "Saken oversendes administrasjonen.",
        "Kari Berg velges som nestleder.",
        "Som medlemer vert desse valde: Live Vik og Elias Rygg.",
        "Styret gir rektor fullmakt til å sluttføre saken.",
        "Møteplanen vert vedteken.",
    ],
)
def test_what_a_body_does_at_the_end_of_a_case_is_decided(text: str) -> None:
    """A verb in the present with a body before it, or in the passive, needs no label, on a line of its own."""
    told = "Det kom mange spørsmål til saken, og leder svarte på dem etter beste evne i møtet."
    (found,) = decisions(f"{told}\n{text}")
    assert (found.kind, found.text, found.inferred) == ("adopted", text, True)


@pytest.mark.parametrize(
    "text",
    [
        "Sekretæren ber om innspill før neste møte.",
        "Kari Berg støtter forslaget.",
        "Når planen vedtas, kjøpes benkene.",
        "Kjøpet godkjennes av departementet.",
        "Det ble sagt at rådet støtter planen.",
        "Styret ber om en sak.\n\nKari Berg spurte om prisen på benkene.",
    ],
)
def test_what_others_do_and_what_stands_within_the_account_decides_nothing(text: str) -> None:
    """A person, a condition, another body or what was said decide nothing, nor what the account goes on behind."""
    assert decisions(f"Saken ble drøftet.\n\n{text}") == ()


def test_papers_put_forward_what_stands_alone_under_the_title() -> None:
    """The one sentence of a case in the papers is a proposal though no label says so; in a long account it is none."""
    head = "MØTEINNKALLING\n\nUtvalg: Parkutvalget\nMøtested: Rådhuset\nDato: 12.03.2024\nTid: 10:00\n\nSAKSLISTE\n"
    short = "Sak 1/24 Benker\n\nParkutvalget godkjenner kjøpet.\n\nSak 2/24 Hekk\n\n"
    long = "Bakgrunn\nHekken er høy.\n\nVurdering\nDen bør klippes. Parkutvalget ber hvert år om det.\n"
    first, second = meeting(f"{head}{short}{long}").cases
    assert [(each.kind, each.text, each.inferred) for each in first.decisions] == [
        ("proposed", "Parkutvalget godkjenner kjøpet.", True)
    ]
    assert second.decisions == ()


def test_what_stands_above_a_vote_is_decided_whole() -> None:
    """A sentence behind the one that decides belongs to it, where the next line tells the vote."""
    text = "Det utsendte referatet godkjennes. Referatet vedlegges protokollen."
    (found,) = decisions(f"{text}\n\nVedtaket var enstemmig.")
    assert (found.text, found.vote is not None and found.vote.unanimous) == (text, True)


@pytest.mark.parametrize(
    "text",
    [
        "Leder og nestleder velges til to år av gangen.",
        "- Innkallingen godkjennes av lederen før den sendes ut.",
        "Leder velges som regel av årsmøtet.",
    ],
)
def test_what_is_told_of_elections_in_general_is_no_decision(text: str) -> None:
    """Without a person's name nobody is elected, and bullets are what was said."""
    assert decisions(f"Styret drøftet vedtektene.\n\n{text}") == ()


def test_a_sentence_that_approves_minutes_heads_no_minutes() -> None:
    """`Møteprotokoll frå førre møte vert godkjend` under its label is what is put forward in the papers."""
    text = "Møteprotokoll frå førre møte vert godkjend"
    found = paper(
        "SAKSFRAMLEGG\nSaksbehandler: Kari Berg\nArkivsak: 24/871\n\nSak 1/24 Benker\n\n"
        f"Framlegg til vedtak:\n{text}\n\nSaksopplysninger:\nIngen.\n"
    )
    assert [each.text for each in found.decisions] == [text]


def test_a_foot_that_stands_on_one_page_only_is_none_of_the_decision() -> None:
    """A day, and the page's number far out, end what is decided above them."""
    (found,) = decisions(f"Vedtak:\n{TEXT}\n\nStyremøte i parken 14.06.2024                             2")
    assert found.text == TEXT


def test_what_a_person_did_next_is_none_of_the_proposal() -> None:
    """`Kari Berg (Ap) ba om …` goes on with the account; a person as the subject of a decision does not end it."""
    found = decisions(f"Innstilling:\n{TEXT}\n\nKari Berg (Ap) ba om at benkene males.\n\nVedtak:\n{TEXT}")
    assert [each.text for each in found] == [TEXT, TEXT]
    (kept,) = decisions("Vedtak:\nStyret takker for innsatsen.\n\nKari Berg får fullmakt til å skrive brevet.")
    assert kept.text == "Styret takker for innsatsen. Kari Berg får fullmakt til å skrive brevet."


def test_a_motion_may_stand_behind_the_colon_of_the_sentence_that_announces_it() -> None:
    """`Ola Vik fremmet følgende alternative forslag: …` is a label with its text on the same line."""
    found = decisions(f"Ola Vik fremmet følgende alternative forslag: Saken utsettes.\n\nVedtak:\n{TEXT}")
    assert [(each.kind, each.text) for each in found] == [("proposed", "Saken utsettes."), ("adopted", TEXT)]


def test_what_the_account_tells_and_the_decision_repeats_is_decided_once() -> None:
    """`Det ble enighet om følgende vedtak:` with the same words under `Vedtak` is one decision, of the plain label."""
    (found,) = decisions(f"Behandling\nDet ble enighet om følgende vedtak:\n{TEXT}\n\nVedtak\n{TEXT}")
    assert (found.label, found.text) == ("Vedtak", TEXT)


def test_a_motion_is_told_by_its_number_its_line_and_its_list() -> None:
    """What stands between commas before the colon is part of the label of an amendment."""
    found = decisions(
        f"Endringsforslag 1, linje 14, Blå Liste: Stryk «nye».\nVedtatt med 5 mot 4 stemmer.\n\nVedtak:\n{TEXT}"
    )
    assert (found[0].label, found[0].text) == ("Endringsforslag 1, linje 14, Blå Liste", "Stryk «nye».")
    assert found[0].vote is not None
    assert [each.count for each in found[0].vote.counts] == [5, 4]


def test_a_sentence_that_adopts_what_was_put_forward_announces_it() -> None:
    """`Styret vedtok enstemmig rektors forslag:` is the label of the decision, and tells the vote."""
    (found,) = decisions(f"Styret vedtok enstemmig rektors forslag:\n{TEXT}")
    assert (found.kind, found.text, found.inferred) == ("adopted", TEXT, False)
    assert found.vote is not None
    assert found.vote.unanimous is True


def test_who_decides_is_no_text_of_the_decision() -> None:
    """`Et enstemmig formannskap vedtok:` under the label tells the vote."""
    (found,) = decisions(f"Vedtak:\n\nEt enstemmig formannskap vedtok:\n\n{TEXT}")
    assert (found.label, found.text) == ("Vedtak", TEXT)
    assert found.vote is not None
    assert found.vote.unanimous is True


@pytest.mark.parametrize(
    ("text", "unanimous"),
    [("Samrøystes godkjent.", True), ("Enstemmig vedtatt", True), ("Godkjent uten merknader.", None)],
)
def test_an_outcome_alone_decides_on_the_title(text: str, unanimous: bool | None) -> None:
    """What tells no more than how the case ended is its decision, where it has no other."""
    (found,) = decisions(text)
    assert (found.kind, found.label, found.inferred, found.text) == ("adopted", None, True, text)
    assert (found.vote.unanimous if found.vote else None) is unanimous


def test_an_outcome_under_a_proposal_is_the_vote_on_it() -> None:
    """Where something was put forward, the outcome alone tells of that and decides on nothing else."""
    (found,) = decisions(f"Forslag til vedtak:\n{TEXT}\n\nEnstemmig vedtatt.")
    assert (found.kind, found.text) == ("proposed", TEXT)


def test_what_a_vote_announces_is_decided() -> None:
    """The list under a colon at which something was adopted is the decision as far as its items look alike."""
    (found,) = decisions(
        f"{TEXT} Dette sto i referatet fra forrige gang, og ingen hadde noe å si til det.\n\n"
        "Valgkomiteens innstilling ble enstemmig vedtatt:\nLeder: Kari Berg (ny)\nNestleder: Ola Vik (gjenvalg)\n\n"
        "Lederen takket for tilliten."
    )
    assert found.text == (
        "Valgkomiteens innstilling ble enstemmig vedtatt: Leder: Kari Berg (ny) Nestleder: Ola Vik (gjenvalg)"
    )
    assert found.inferred
    assert found.vote is not None
    assert found.vote.unanimous


def test_a_sentence_that_decides_and_announces_a_list_has_all_of_it() -> None:
    """Behind its colon every item belongs to the decision, and the items are its points."""
    (found,) = decisions(
        "Det ble besluttet følgende:\n- Benkene males grønne.\n- Parken åpner i mai.\n\nTakk for i dag."
    )
    assert found.text == "Det ble besluttet følgende: Benkene males grønne. Parken åpner i mai."
    assert [point.text for point in found.points] == ["Benkene males grønne.", "Parken åpner i mai."]


@pytest.mark.parametrize("nothing", ["Ingen saker under eventuelt.", "Det var ikkje meldt noko under ymse."])
def test_what_says_that_nothing_was_raised_is_no_part_of_a_decision(nothing: str) -> None:
    """The last case's decision ends above it."""
    assert [d.text for d in case(f"Vedtak:\nRegnskapet godkjennes.\n\n{nothing}").decisions] == [
        "Regnskapet godkjennes."
    ]


@pytest.mark.parametrize(
    ("first", "whole"),
    [
        ("Saken tas til orientering.", "Saken tas til orientering."),
        ("1. Saken utsettes.", "1. Saken utsettes. 2. Foretakets drift så langt Foretaket legger frem regnskapet."),
    ],
)
def test_a_numbered_heading_begins_the_account_under_a_proposal(first: str, whole: str) -> None:
    """A gap is around it and a sentence below; in a proposal's own list the numbers are points."""
    found = paper(
        "SAKSFRAMLEGG\nSaksbehandler: Kari Berg\nArkivsak: 24/871\n\nSak 1/24 Benker\n\n"
        f"Forslag til vedtak:\n{first}\n\n2. Foretakets drift så langt\n\nForetaket legger frem regnskapet.\n"
    )
    assert [d.text for d in found.decisions] == [whole]


def test_a_motion_in_the_meeting_may_name_its_mover_in_a_bracket() -> None:
    """The words moved stand in quotation marks behind the colon."""
    text = 'Det ble fremmet et alternativt vedtaksforslag på møtet (Vik): "Saken utsettes."\n\nVedtak: Planen vedtas.'
    assert [(d.kind.value, d.text) for d in case(text).decisions] == [
        ("proposed", '"Saken utsettes."'),
        ("adopted", "Planen vedtas."),
    ]


def test_what_somebody_wants_said_ends_the_decision() -> None:
    """`Protokolltilførsel fra Liv Dal:` right under a decision's last line is a statement, and none of it."""
    found = case(
        "Vedtak:\n1. Rådet bygger ny kai.\n2. Rådet gir leder fullmakt til å ta opp lån hos banken med best vilkår.\n"
        "Protokolltilførsel fra Liv Dal: Det haster.\n"
    )
    (decision,) = found.decisions
    assert decision.text.endswith("med best vilkår.")
    assert [(s.heading, s.kind.value) for s in found.sections] == [("Protokolltilførsel fra Liv Dal", "statement")]
