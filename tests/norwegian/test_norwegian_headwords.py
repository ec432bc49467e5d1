"""Labels told by their head word: whose, when, where and which may stand around it in any words."""

from __future__ import annotations

import pytest

from govdocs.norwegian import Vocabulary

WORDS = Vocabulary.standard()


def kind(text: str) -> str | None:
    label = WORDS.label(text, "decision", "section")
    return None if label is None else label.kind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Havnefogdens tilråding", "decision.proposed"),
        ("Fylkesdirektør for samferdsel si tilråding til vedtak", "decision.proposed"),
        ("KOMMUNEOVERLEGENS FORSLAG TIL VEDTAK", "decision.proposed"),
        ("VEDTAKSFRAMLEGG", "decision.proposed"),
        ("Omforent forslag i møtet", "decision.proposed"),
        ("Alternativt forslag til vedtak fra Leif Rød", "decision.proposed"),
        ("Subsidiært forslag punkt 2 og 3 (Ap)", "decision.proposed"),
        ("Innstilling fra sekretariatet", "decision.proposed"),
        ("Innstilling til kommunestyret", "decision.proposed"),
        ("Framlegg til fråsegn frå gruppeleiarane", "decision.proposed"),
        ("F R A M L E G G   F R Å   S E N T E R P A R T I E T", "decision.proposed"),
        ("FS-061/24 Tilråding:", "decision.proposed"),
        ("Parkutvalgets endelige vedtak", "decision.adopted"),
        ("VEDTAK, SAMRØYSTES", "decision.adopted"),
        ("Vedtak i Parkutvalget - 03.02.2022", "decision.adopted"),
        ("Vedtak i KU", "decision.adopted"),
        ("Vedtak mot to stemmer", "decision.adopted"),
        ("Vedtak i sak 7/24", "decision.adopted"),
        ("Fråsegn frå ungdomsrådet:", "decision.adopted"),
        ("Behandling i hovedutvalg for oppvekst", "decision.treatment"),
        ("2. gangs behandling", "decision.treatment"),
        ("Kommunestyret – rådmannens forslag", "decision.proposed"),
        ("Arbeiderpartiets, Senterpartiets og Høyres forslag", "decision.proposed"),
        ("Parkutvalets handsaming 03.02.2022", "decision.treatment"),
        ("Saksprotokoll i Formannskapet - 12.03.2024", "decision.treatment"),
        ("Alternativ votering i formannskapet", "decision.vote"),
        ("Votering over resolusjonen i sin helhet:", "decision.vote"),
        ("Protokolltilførsel frå dei tilsettvalde", "decision.statement"),
        ("Vurderingar og konsekvensar", "section.assessment"),
        ("Helsesjefens vurdering", "section.assessment"),
        ("Økonomiske og rettslige konsekvenser", "section.assessment"),
    ],
)
def test_a_label_is_told_by_its_head_word(text: str, wanted: str) -> None:
    """No list holds these whole: an office, a body, a day, a number or an adjective stands around a known word."""
    assert kind(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Oppfølging av styrets vedtak",
        "Reguleringsplan for Moen, andre gangs behandling",
        "Detaljregulering Nes 2. gongs handsaming",
        "Budsjett 2025 – rådmannens forslag",
        "Økonomiplan, kommunedirektørens innstilling",
        "Orientering om rådmannens forslag",
        "Forslag til handlingsplan for formannskapet",
        "Innstilling av tilsette",
        "Forslag til HOD/KD",
        "Behandling av klager",
        "Behandling i klinikken",
        "Tidligere vedtak",
        "Vedtak i saken ble utsatt",
        "Forslaget fra Ap falt med 1 mot 5 stemmer",
        "Framlegget frå Sp vart vedteke",
        "Rådmannens innstilling ble enstemmig vedtatt.",
        "Uttalelse til prosjektregnskapet",
        "REVISORS UTTALELSE TIL REGNSKAPET",
        "Fristen for forslag til vedtak er fredag",
        "12/24 Forslag fra Ap",
    ],
)
def test_a_mention_of_a_head_word_is_no_label(text: str) -> None:
    """What is about a proposal or a decision, or tells how it fared, announces none."""
    assert kind(text) is None


def test_a_plugin_adds_head_words() -> None:
    """The table of a plugin names its own, and they take whatever stands around the others."""
    mine = WORDS.extended('[decision.proposed]\nwords = []\nheads = ["påtegning"]\n')
    label = mine.label("Byfogdens påtegning til vedtak", "decision")
    assert label is not None
    assert label.kind == "decision.proposed"
    assert WORDS.label("Byfogdens påtegning til vedtak", "decision") is None
