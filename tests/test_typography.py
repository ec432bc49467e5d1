from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdocs.typography import decode, plain, unhyphenated, wide_gaps

NORWEGIAN = "Rådet drøftet sårbarhet, «kjønn» og behov for økt oppfølging – også på Ålesund sjukehus."


@given(st.text())
@example("a\u00a0b\u00adc")
@example("\uf0b7 Punkt")
@example("e\u0301")
def test_a_plain_line_is_printable_stripped_and_stays_as_it_is(text: str) -> None:
    """No control characters, no white space at the ends, no blank but the common one; again changes nothing."""
    line = plain(text.replace("\n", " "))
    assert plain(line) == line
    assert line == line.strip()
    assert not any(unicodedata.category(char) == "Cc" for char in line)
    assert "\u00a0" not in line
    assert unicodedata.is_normalized("NFC", line)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  Sak\u00a01/24  ", "Sak 1/24"),
        ("Sak   1", "Sak 1"),
        ("\uf0b7 Punkt", "• Punkt"),
        ("\uf02d Punkt", "- Punkt"),
        ("sam\u00adarbeid", "samarbeid"),
        ("sam\u00ad", "sam-"),
        ("sam\ufffe", "sam-"),
        ("sam\u0002", "sam-"),
        ("a\x00b\x0bc", "abc"),
        ("Bode\u0301", "Bodé"),
        ("e\u2011helse", "e-helse"),
        ("e\u2010helse", "e-helse"),
        ("\uf076 Bygge rampe", "• Bygge rampe"),
        ("Sak \uf076 Bygge rampe", "Sak \uf076 Bygge rampe"),
        ("\ufeffReferat", "Referat"),
        ("\t", ""),
    ],
)
def test_what_extraction_leaves_is_made_plain(raw: str, line: str) -> None:
    """Blanks are one, symbols are the common ones, what nobody can see is gone; a hyphen at a line's end stays."""
    assert plain(raw) == line


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "cp865", "mac_roman"]
)
def test_norwegian_text_is_read_in_the_encoding_it_was_written_in(encoding: str) -> None:
    """Encodings are told apart by their marks, their zero bytes, and where æ, ø and å would stand."""
    text = "Rådet møttes på Ås. Ærlig talt: sårbarhet og økt oppfølging." if encoding != "cp1252" else NORWEGIAN
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert not found.lossy


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅ ,.\n", min_size=1).filter(lambda text: text.strip()))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    """Whatever is valid UTF-8 is never taken for anything else."""
    found = decode(text.encode())
    assert found is not None
    assert (found.text, found.lossy) == (text, False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n ",
        b"\x00\x01\x02" * 50,
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\x1b\x07\x03" * 30,
        b"\x00\x01\x02",
    ],
    ids=["nothing", "blank", "zeros", "every byte", "picture", "controls", "three bytes"],
)
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    """Random bytes give no document full of strange letters."""
    assert decode(data) is None


def test_damage_is_told() -> None:
    """A text with a few broken bytes stays UTF-8, and says that something was lost; so does one that says so itself."""
    found = decode((NORWEGIAN * 5).encode() + b"\xff\xfe" + NORWEGIAN.encode())
    assert found is not None
    assert found.encoding == "utf-8"
    assert found.lossy
    assert found.text.startswith(NORWEGIAN)
    told = decode("S\ufffdrbarhet og annet i vedtaket".encode())
    assert told is not None
    assert told.lossy


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    """A web page's word decides between encodings that fit; one that fits not, or is unknown, is passed over."""
    text = "Rådet på Ås"
    for encoding, declared in (
        ("cp865", "cp865"),
        ("utf-8", "no-such-encoding"),
        ("utf-8", "latin-1"),
        ("cp1252", "utf-8"),
    ):
        found = decode(text.encode(encoding), declared)
        assert found is not None
        assert found.text == text, "latin-1 is a mere default of web servers, and not believed"


@pytest.mark.parametrize(
    ("raw", "gaps"),
    [
        ("Ane Li  leder", (7,)),
        ("Ane\tLi\tleder", (4, 7)),
        ("  Ane   Li", (4,)),
        ("a b", ()),
        ("a  \t  b", (2,)),
        ("   ", ()),
    ],
)
def test_wide_gaps_are_where_columns_may_begin(raw: str, gaps: tuple[int, ...]) -> None:
    """Offsets count in the plain line; white space at the ends is no gap."""
    assert wide_gaps(raw) == gaps
    line = plain(raw)
    assert all(line[gap - 1] == " " and line[gap] != " " for gap in gaps)


@given(st.text(alphabet="ab \t\u00a0æ\u00ad", max_size=30))
def test_a_gap_begins_a_word_of_the_plain_line(raw: str) -> None:
    """Whatever stands between the words, each gap points at the first character of one."""
    line = plain(raw)
    gaps = wide_gaps(raw)
    assert list(gaps) == sorted(set(gaps))
    assert all(0 < gap < len(line) and line[gap - 1] == " " for gap in gaps)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("sam-", "arbeid", "samarbeid"),
        ("Helse Midt-", "Norge", "Helse Midt-Norge"),
        ("helse-", "og omsorg", "helse- og omsorg"),
        ("sjuke-", "eller pleie", "sjuke- eller pleie"),
        ("e-", "helse", "e-helse"),
        ("GMO-", "legemidler", "GMO-legemidler"),
        ("2023-", "2026", "2023-2026"),
        ("tiltak mot covid-19-", "pandemien", "tiltak mot covid-19-pandemien"),
        ("jubileum etter 10-", "årsplanen", "jubileum etter 10-årsplanen"),
        ("5G-", "nettet", "5G-nettet"),
        ("HO21-", "rådet", "HO21-rådet"),
        ("COVID-", "19", "COVID-19"),
        ("KrF-", "forslaget", "KrF-forslaget"),
        ("Sp-", "gruppa", "Sp-gruppa"),
        ("Ap-", "gruppa", "Ap-gruppa"),
        ("tv-", "sendt", "tv-sendt"),
        ("sms-", "varsling", "sms-varsling"),
        ("it-", "system", "it-system"),
        ("møte på Nav-", "kontoret", "møte på Nav-kontoret"),
        ("eit Teams-", "møte", "eit Teams-møte"),
        ("ikt-", "planen", "ikt-planen"),
        ("navn-", "gitt", "navngitt"),
        ("Helse-", "direktoratet", "Helsedirektoratet"),
        ("ikkje-", "røykarar", "ikkje-røykarar"),
        ("eit ad hoc-", "utval", "eit ad hoc-utval"),
        ("valde 17. mai-", "komité", "valde 17. mai-komité"),
        ("Berit Lie-", "Solvang", "Berit Lie-Solvang"),
        ("Nordvik-Skar-", "sambandet", "Nordvik-Skar-sambandet"),
        ("https://eksempel.no/nasjonal-", "plan", "https://eksempel.no/nasjonal-plan"),
        ("helse-", "(og omsorgs)planen", "helse- (og omsorgs)planen"),
        ("nærings-", ", klima- og miljøutvalet", "nærings-, klima- og miljøutvalet"),
        ("frå mandags-", "til fredagsgruppa", "frå mandags- til fredagsgruppa"),
        ("inn-", "til vidare", "inntil vidare"),
        ("ein ar-", "beidsplan", "ein arbeidsplan"),
        ("midlar til bu-", "lyst", "midlar til bulyst"),
        ("26. septem-", "ber", "26. september"),
        ("kalla «demo-", "krati»", "kalla «demokrati»"),
        ("1.Kommune-", "styret", "1.Kommunestyret"),
        ("VELFERDSTEKNO-", "LOGI I HEIMEN", "VELFERDSTEKNOLOGI I HEIMEN"),
        ("Rapporten om VELFERDSTEKNO-", "LOGI", "Rapporten om VELFERDSTEKNO-LOGI"),
        ("PLAN FOR NAV-", "KONTORET", "PLAN FOR NAV-KONTORET"),
        ("RÅDET I MIDT-", "NORGE", "RÅDET I MIDT-NORGE"),
        ("Rådet", "vedtok", "Rådet vedtok"),
        ("Rådet –", "vedtok", "Rådet – vedtok"),
        ("", "vedtok", "vedtok"),
        ("Rådet", "", "Rådet"),
    ],
)
def test_a_hyphen_is_undone_only_where_the_line_end_called_for_it(first: str, second: str, joined: str) -> None:
    """A hyphen before a capital, a digit or `og` is the writer's own, as is one behind what is no syllable."""
    assert unhyphenated(first, second) == joined


def test_the_documents_own_words_decide() -> None:
    """Where the document writes the word elsewhere, it is written so here too."""
    assert unhyphenated("e-poster og nord-", "norske", frozenset({"nord-norske"})) == "e-poster og nord-norske"
    assert unhyphenated("IKT-", "systemer", frozenset({"iktsystemer"})) == "IKTsystemer"
    assert unhyphenated("PLAN FOR KORONA-", "ARBEID", frozenset({"korona"})) == "PLAN FOR KORONA-ARBEID"


@given(st.text(alphabet="abAB1- æ", max_size=12).map(plain), st.text(alphabet="abAB1- æ", max_size=12).map(plain))
def test_joining_loses_and_adds_no_letter(first: str, second: str) -> None:
    """Only a blank is put in, or a hyphen taken out."""
    joined = unhyphenated(first, second)
    letters = [char for char in first + second if char not in " -"]
    assert [char for char in joined if char not in " -"] == letters
    assert joined.count("-") >= (first + second).count("-") - 1


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "a " * 100_000, "-\u00ad" * 100_000, "  \t" * 70_000, "\uf0b7 a" * 70_000]
)
def test_no_line_takes_more_than_linear_time(text: str) -> None:
    """Twice the line takes no more than about twice the time; four times is where a square would show."""

    def seconds(line: str) -> float:
        begun = time.process_time()
        plain(line)
        wide_gaps(line)
        unhyphenated(line, line)
        return time.process_time() - begun

    seconds(text[:1000])
    half = min(seconds(text[: len(text) // 2]) for _ in range(3))
    whole = min(seconds(text) for _ in range(3))
    assert whole < 3 * half + 0.02
