"""Labels of the genre: as they are set, misspelt by a letter, and added by a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian import Label, Vocabulary, folded

WORDS = Vocabulary.standard()
GROUPS = ("head", "attendance", "agenda", "case", "decision", "section", "close")


def kind(text: str, *groups: str, bare: bool = False) -> str | None:
    label = WORDS.label(text, *(groups or GROUPS), bare=bare)
    return None if label is None else label.kind


@pytest.mark.parametrize(
    ("nb", "nn", "wanted"),
    [
        ("Til stede", "Til stades", "attendance.present"),
        ("Møtende medlemmer", "Møtande medlemer", "attendance.present"),
        ("Forfall", "Fråverande", "attendance.absent"),
        ("Møtende varamedlemmer", "Møtande varamedlemer", "attendance.deputies"),
        ("Observatører", "Observatørar", "attendance.observers"),
        ("Utvalgssekretær", "Utvalssekretær", "attendance.secretariat"),
        ("Møteleder", "Møteleiar", "attendance.chair"),
        ("Inviterte gjester", "Inviterte gjestar", "attendance.invited"),
        ("Møtested", "Møtestad", "head.place"),
        ("Sted", "Stad", "head.place"),
        ("Tid og sted", "Tid og stad", "head.date"),
        ("Utvalg", "Utval", "head.body"),
        ("Saksliste", "Sakliste", "agenda.list"),
        ("Saksbehandler", "Sakshandsamar", "case.officer"),
        ("Ansvarlig", "Ansvarleg", "case.responsible"),
        ("Fra", "Frå", "case.sender"),
        ("Tidligere behandlet", "Tidlegare handsama", "case.previous"),
        ("Utrykte vedlegg", "Uprenta vedlegg", "case.background"),
        ("Forslag til vedtak", "Framlegg til vedtak", "decision.proposed"),
        ("Rådmannens innstilling", "Rådmannen si tilråding", "decision.proposed"),
        ("Vedtak", "Avgjerd", "decision.adopted"),
        ("Styrets vedtak", "Styret sitt vedtak", "decision.adopted"),
        ("Votering", "Røysting", "decision.vote"),
        ("Behandling", "Handsaming", "decision.treatment"),
        ("Protokolltilførsel", "Røysteforklaring", "decision.statement"),
        ("Bakgrunn for saken", "Bakgrunn for saka", "section.background"),
        ("Vurdering", "Vurderingar", "section.assessment"),
        ("Momenter fra diskusjonen", "Moment frå diskusjonen", "section.discussion"),
        ("Neste møte", "Komande møte", "close.next_meeting"),
        ("Møtet hevet", "Møtet heva", "close.end"),
        ("Tiltak", "Kva", "plan.measure"),
        ("Ansvarlig enhet", "Ansvarleg eining", "plan.responsible"),
        ("Når", "Tidsramme", "plan.deadline"),
    ],
)
def test_every_kind_of_label_is_known_in_both_languages(nb: str, nn: str, wanted: str) -> None:
    """What a label announces is the same in Bokmål and Nynorsk, with a colon and alone on its line."""
    group = wanted.partition(".")[0]
    for text in (f"{nb}:", f"{nn}:", nb, nn, nb.upper(), f"{nn.upper()}:"):
        assert kind(text, group) == wanted, text


@pytest.mark.parametrize(
    ("line", "written", "value", "colon"),
    [
        ("Vedtak:", "Vedtak", "", True),
        ("Vedtak: Saken utsettes.", "Vedtak", "Saken utsettes.", True),
        ("Vedtak :", "Vedtak", "", True),
        ("Vedtak", "Vedtak", "", False),
        ("VEDTAK", "VEDTAK", "", False),
        ("VEDTAK:", "VEDTAK", "", True),
        ("V E D T A K", "V E D T A K", "", False),
        ("V E D T A K :", "V E D T A K", "", True),
        ("  Vedtak:", "Vedtak", "", True),
        ("**Vedtak:**", "Vedtak", "**", True),
        ("Vedtak –", "Vedtak", "", False),
        ("Vedtak ____", "Vedtak", "", False),
    ],
)
def test_a_label_is_told_however_it_is_set(line: str, written: str, value: str, colon: bool) -> None:
    """Capitals, letter-spacing, a missing colon, blanks before it and rules behind it do not hide a label."""
    label = WORDS.label(line, "decision")
    assert label is not None
    assert label.kind == "decision.adopted"
    assert (label.written, label.colon, label.misspelt) == (written, colon, False)
    assert label.value.strip("*") == value.strip("*")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Vedtk:", "decision.adopted"),
        ("Vedtakk:", "decision.adopted"),
        ("Til sede:", "attendance.present"),
        ("Til stdee:", "attendance.present"),
        ("Forfal:", "attendance.absent"),
        ("Observatrører:", "attendance.observers"),
        ("Saksbehndler: Kari Berg", "case.officer"),
        ("Møtestd: Rådhuset", "head.place"),
        ("Forslg til vedtak:", "decision.proposed"),
        ("Innstillnig:", "decision.proposed"),
    ],
)
def test_a_label_with_one_wrong_letter_is_taken_and_told(line: str, wanted: str) -> None:
    """A letter missing, doubled, wrong or in another's place is seen through before a colon, and marked as misspelt."""
    label = WORDS.label(line, wanted.partition(".")[0])
    assert label is not None
    assert (label.kind, label.misspelt) == (wanted, True)


@pytest.mark.parametrize("line", ["Vedtk", "Vdtk:", "Tid sede:", "Mal:", "Tik:", "Fara:", "Xedtak:", "Stef:"])
def test_more_than_one_letter_or_no_colon_is_too_much(line: str) -> None:
    """Without its colon, with two wrong letters, with another first letter, or in a short word, a label is not seen."""
    label = WORDS.label(line, "decision", "attendance", "case", "head")
    assert label is None or not label.misspelt


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Vedtaket ble fattet enstemmig.", ("decision",)),
        ("Vedtak i saken ble utsatt til neste møte", ("decision",)),
        ("Forfall til møtet meldes til sekretæren", ("attendance",)),
        ("Til stede i salen var mange", ("attendance",)),
        ("Stedet er pent", ("head",)),
        ("Fra 1. januar gjelder nye regler", ("decision", "attendance", "head")),
        ("", ("decision",)),
        (":", ("decision",)),
        ("Sted: Rådhuset", ("decision", "attendance")),
        ("x" * 91 + ": Vedtak", ("decision",)),
    ],
)
def test_words_within_a_sentence_are_no_label(line: str, groups: tuple[str, ...]) -> None:
    """A label is the whole of what stands before a colon, or of the line, and of one of the groups asked for."""
    assert WORDS.label(line, *groups) is None


@pytest.mark.parametrize(
    ("line", "kind_", "value"),
    [
        ("Dato 12. mars 2024", "head.date", "12. mars 2024"),
        ("Møtested Rådhuset", "head.place", "Rådhuset"),
        ("Saksbehandler Kari Berg", "case.officer", "Kari Berg"),
        ("Arkivsak 24/871", "case.archive", "24/871"),
        ("Tid og sted Rådhuset 12. mars", "head.date", "Rådhuset 12. mars"),
    ],
)
def test_labels_of_a_head_may_stand_before_their_value_without_a_colon(line: str, kind_: str, value: str) -> None:
    """Where the caller allows it, and only for labels that may, the value follows a blank; the longest label wins."""
    label = WORDS.label(line, "head", "case", bare=True)
    assert label is not None
    assert (label.kind, label.value, label.colon) == (kind_, value, False)
    assert WORDS.label(line, "head", "case") is None
    assert WORDS.label("Vedtak Saken utsettes", "decision", bare=True) is None


def test_a_bracket_behind_a_label_is_none_of_it() -> None:
    """`Vedlegg (følger saken):` is the label `Vedlegg`."""
    label = WORDS.label("Vedlegg (trykt): Kart", "case")
    assert label is not None
    assert (label.kind, label.value) == ("case.attachments", "Kart")


def test_a_word_may_be_a_label_of_several_groups() -> None:
    """The groups asked for decide what a word announces."""
    assert kind("Innledning:", "section") == "section.background"
    assert kind("Innledning:", "case") == "case.responsible"
    assert kind("Ansvarlig:", "plan") == "plan.responsible"


def test_a_table_adds_labels_and_takes_over_old_ones() -> None:
    """A plugin's own table of words is added without code; where both know a label, the new kind wins."""
    table = """
    [decision.adopted]
    words = ["rådslutning", "forslag"]

    [head.place]
    words = ["tinghall"]
    bare = true

    [attendance.secretariat]
    words = ["skrivar"]
    single = ["skrivar"]
    """
    own = WORDS.extended(table)
    assert own.kind("Rådslutning", "decision") == "decision.adopted"
    assert own.kind("Forslag", "decision") == "decision.adopted"
    assert own.kind("Vedtak", "decision") == "decision.adopted"
    label = own.label("Tinghall Nordstova", "head", bare=True)
    assert label is not None
    assert (label.kind, label.value) == ("head.place", "Nordstova")
    assert "skrivar" in own.single
    assert "referent" in own.single
    assert WORDS.kind("Rådslutning", "decision") is None, "the vocabulary in the box is unchanged"
    assert WORDS.kind("Forslag", "decision") == "decision.proposed"


def test_a_table_that_is_no_table_is_an_error() -> None:
    """Broken TOML is told at once, not at the first document."""
    with pytest.raises(ValueError, match=r"(?i)expected|invalid"):
        WORDS.extended("[decision.adopted\nwords = [")


def test_the_rest_of_a_broken_label_is_told_by_the_longer_label() -> None:
    """`Andre møter hvor` / `saken har vært behandlet` are one label over two lines."""
    start = Label(kind="case.previous", written="Andre møter hvor", value="", colon=False)
    assert WORDS.is_tail(start, "saken har vært behandlet")
    assert not WORDS.is_tail(start, "Møte 1.2.2016")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vedtak:", "vedtak"),
        ("  VEDTAK  ", "vedtak"),
        ("V E D T A K :", "vedtak"),
        ("Forslag  til   vedtak", "forslag til vedtak"),
        ("F O R S L A G   T I L   V E D T A K", "forslag til vedtak"),
        ("**Vedtak**", "vedtak**"),
        ("A B C", "a b c"),
    ],
)
def test_a_label_is_compared_without_its_setting(text: str, wanted: str) -> None:
    """Case, letter-spacing, blanks, colons and rules at the ends do not count."""
    assert folded(text).strip("*") == wanted.strip("*")


@given(
    st.sampled_from(sorted(WORDS.words)),
    st.sampled_from([str, str.upper, str.capitalize]),
    st.sampled_from(["", ":", " :", " –"]),
)
def test_every_label_of_the_box_is_found_as_it_may_be_set(entry: str, setting: object, end: str) -> None:
    """Whatever stands in the table is found, in small letters, capitals, with a colon or without."""
    group, word = entry.split("|", 1)
    text = setting(word) + end  # type: ignore[operator]
    if ":" not in word:
        assert WORDS.kind(text, group) == WORDS.words[entry]
        label = WORDS.label(text, group)
        assert label is not None
        assert (label.kind, label.misspelt) == (WORDS.words[entry], False)


@given(st.text(max_size=80), st.booleans())
def test_any_line_gives_a_label_whose_words_stand_in_it(text: str, bare: bool) -> None:
    """Whatever the line, label and value are pieces of it."""
    label = WORDS.label(text, *GROUPS, bare=bare)
    if label is not None:
        assert label.written in text
        assert label.value in text
