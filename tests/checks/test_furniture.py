"""Lines of the genre that hold nothing a register could keep are no findings, and lines like them that do, are."""

from __future__ import annotations

import pytest

from checks.clean import MINUTES, PAPERS, found


def dropped(text: str) -> list[str]:
    """Return the messages on lost lines."""
    return [message for code, message, _ in found(text) if code in ("GD701", "GD702")]


@pytest.mark.parametrize(
    "line",
    [
        "LAUVØY KOMMUNE",
        "Universitetet i Nordvik",
        "Saksnr. Tittel Lukket Arkivsaksnr.",
        "Møtet er åpent for publikum.",
        "Styremøtet var ope for publikum",
        "Eventuelt forfall må meldes til Ragnhild Torsvik på telefon 00 00 00 00.",
        "Varamedlemmer møter bare etter nærmere avtale.",
        "Sakene ble behandlet i følgende rekkefølge: 20, 22, 21 og 23.",
        "Møtet ble satt kl. 10.00 og hevet kl. 14.00.",
    ],
)
def test_furniture_of_the_genre_is_no_finding(line: str):
    """Letterheads, heads of columns, set phrases and rows that say only what the head says."""
    at = "Fagrådet for kystkultur\n" if line.isupper() or line.startswith("Uni") else "Saksliste\n"
    assert dropped(MINUTES.replace(at, f"{line}\n\n{at}", 1)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Det ble holdt minnestund for mannskapet på Havskjer.",
        "Møtet ble satt kl. 09.15 og hevet kl. 16.45 i gamle naustet.",
        "Hovedutvalget      14.04.2024       12/2/24      rt",
    ],
)
def test_a_line_like_furniture_that_tells_something_is_told(line: str):
    """Another day, another hour, another body: nobody has them, so somebody must look."""
    text = MINUTES.replace("Saksliste\n", f"{line}\n\nSaksliste\n", 1)
    assert any(line.split()[0] in message for message in dropped(text)) or _kept(text, line)


def test_a_row_of_a_person_is_no_letterhead():
    """Where the label of a list of persons got lost, its rows stand at a meeting's top as a body's name does."""
    row = "Torhild Nesse Helse Nordvik HF fast medlem"
    assert any(row in message for message in dropped(MINUTES.replace("Dato:", f"{row}\n\nDato:", 1)))


def _kept(text: str, line: str) -> bool:
    from checks.clean import reading

    return any(line[:20] in value for record in reading(text).records() for value in _texts(record))


def _texts(record: object) -> list[str]:
    from attrs import fields

    out: list[str] = []
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        out.extend(item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, str))
    return out


def test_lost_lines_of_a_meeting_are_one_finding():
    """It names the lines of each stretch and quotes the first ones."""
    text = MINUTES.replace("Saksliste\n", "Det ble holdt minnestund.\n\nSaksliste\n", 1)
    text = text.replace("Til stede:\n", "Rådet besøkte slippen på Nes før møtet.\n\nTil stede:\n", 1)
    (message,) = dropped(text)
    assert "lines 8, 19" in message


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Referatet ble godkjent.", False),
        ("Referatet fra møtet 3. april 2024 ble godkjent uten merknader.", False),
        ("Rådet tok saken til orientering.", False),
        ("Referatet ble godkjent med den rettelsen at Marte Oldervik var til stede.", True),
        ("Kystmuseet fikk i oppdrag å lage en tilstandsrapport.", True),
    ],
)
def test_set_forms_of_deciding_are_not_told(sentence: str, told: bool):
    """A sentence that can mean nothing else is marked as inferred, and nobody need look at it."""
    text = MINUTES.replace("Vedtak: Ingen saker ble meldt.", sentence)
    assert ("GD102" in [code for code, _, _ in found(text)]) is told


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("Punkt 1 ble enstemmig vedtatt. Punkt 2 ble vedtatt med 3 mot 1 stemme.", False),
        ("Innstillingen ble enstemmig vedtatt med 3 mot 1 stemme.", True),
    ],
)
def test_one_point_may_be_unanimous_and_another_not(outcome: str, told: bool):
    """Only a vote that is itself called unanimous, with votes against it, is odd."""
    text = MINUTES.replace("Innstillingen ble vedtatt med 3 mot 1 stemme (Solveig Ness Aamot).", outcome)
    assert ("GD502" in [code for code, _, _ in found(text)]) is told


def test_one_meetings_references_to_earlier_cases_are_no_finding():
    """They lead out of every document; in a file of several meetings one may ask why."""
    text = PAPERS.replace("behandlet 24/4/2024", "behandlet 7/1/2024")
    assert [code for code, _, _ in found(text)] == []
    assert [code for code, _, _ in found(text + "\n" + MINUTES)] == ["GD202"]


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("Støtte til fartøy i vern", True),
        ("Fartøyvern: tilskudd", False),
        ("Tilskudd til fartøyvern i hele regionen", True),
    ],
)
def test_the_same_words_in_another_order_are_one_title(listed: str, told: bool):
    """Other words are another title, and so is a title that goes on where the case's own stops."""
    text = MINUTES.replace("Sak 22/3/24 Tilskudd til fartøyvern", f"Sak 22/3/24 {listed}", 1)
    assert ("GD210" in [code for code, _, _ in found(text)]) is told


@pytest.mark.parametrize(("title", "told"), [("Referatsaker", False), ("Tilskudd til naust", True)])
def test_a_list_of_papers_has_no_text_of_its_own(title: str, told: bool):
    """An entry of an agenda without a text is odd, but for lists of what was only laid before the body."""
    text = MINUTES.replace("Sak 23/3/24 Eventuelt\n", f"Sak 23/3/24 Eventuelt\nSak 24/3/24 {title}\n", 1)
    assert ("GD208" in [code for code, _, _ in found(text)]) is told
