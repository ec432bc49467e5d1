"""The commands that tell of a document: read, check and explain, and what stands on a terminal meanwhile."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from attrs import fields
from handmade import council
from test_cli import TOY, Run, run
from toys import toy

from govdocs import model
from govdocs.archive import Failure
from govdocs.cli.explain import cases
from govdocs.cli.explaining import FIELDS, RECORDS, Telling
from govdocs.cli.explanation import explained_cases
from govdocs.cli.summary import summarize
from govdocs.cli.terminal import Progress
from govdocs.codec import decode
from govdocs.errors import InputError
from govdocs.layout import Layout, Line, Page, Source, Span
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import (
    Action,
    ActionPlan,
    Case,
    Decision,
    DecisionKind,
    Document,
    DocumentSource,
    Finding,
    FocusArea,
    Meeting,
    MeetingKind,
    NextMeeting,
    Participant,
    ParticipantStatus,
    Record,
    Severity,
)
from govdocs.pipeline import Reading

__all__ = ["run"]  # the fixture


def at(line: int) -> Span:
    return Span(page=1 + line // 10, first=line, last=line)


def person(name: str, status: ParticipantStatus) -> Participant:
    return Participant(name=name, status=status, span=at(1))


SOURCE = DocumentSource(
    name="møte.txt", sha256="0" * 64, media_type="text/plain", size=1, opener="text", opener_version="1"
)
DOCUMENT = Document(
    source=SOURCE,
    meetings=(
        Meeting(
            span=at(1),
            kind=MeetingKind.MINUTES,
            body="Rådet for elveslusing",
            number="2/2024",
            date=date(2024, 3, 7),
            start=time(9, 30),
            end=time(15),
            place="Slusegata 1",
            participants=(
                person("Kari Vann", ParticipantStatus.PRESENT),
                person("Ola Port", ParticipantStatus.PRESENT),
                person("Siv Demning", ParticipantStatus.ABSENT),
            ),
            next_meeting=NextMeeting(span=at(30), date=date(2024, 5, 2)),
            cases=(
                Case(
                    span=at(12),
                    number="7/24",
                    title="Nye porter",
                    type_label="Vedtakssak",
                    decisions=(
                        Decision(span=at(13), kind=DecisionKind.PROPOSED, label="Innstilling", text="Portene byttes."),
                        Decision(span=at(14), kind=DecisionKind.ADOPTED, text="Saken ble utsatt.", inferred=True),
                    ),
                    subcases=(Case(span=at(15), number="7.1", title="Farge på portene"),),
                ),
            ),
        ),
    ),
    plans=(
        ActionPlan(
            span=at(40),
            title="Plan for slusene",
            period="2024–2026",
            areas=(
                FocusArea(
                    span=at(41),
                    number="1.1",
                    title="Vedlikehold",
                    actions=(Action(span=at(42), number="1", text="Smøre alt", responsible=("Slusevakten", "Etaten")),),
                ),
                FocusArea(span=at(43), actions=(Action(span=at(44), text="Male resten"),)),
            ),
        ),
    ),
    findings=(
        Finding(code="GD103", severity=Severity.WARNING, message="Tallet er to ganger i saken.", span=at(12)),
        Finding(code="GD901", severity=Severity.ERROR, message="Noe gikk galt."),
    ),
    ledger=Ledger(
        entries=(
            *(Entry(line=number, page=1, owner="x") for number in range(1, 38)),
            *(Entry(line=number, page=4, text=f"ulest linje {number}") for number in range(38, 50)),
            Entry(line=50, page=5, furniture="page-number"),
        ),
        parts=(LedgerPart(label="Protokoll", genre="minutes", reader="minutes"),),
    ),
)

SUMMARY = """\
møte.txt
  1 møte, 2 saker, 1 plan, 2 tiltak
  Lest: 75,5 % (37 av 49 tekstlinjer)

Referat eller protokoll: Rådet for elveslusing 2/2024
  Dato: 7.3.2024 09.30–15.00
  Sted: Slusegata 1
  Deltakere: 3 (2 til stede, 1 forfall)
  Neste møte: 2.5.2024
  7/24 Nye porter (Vedtakssak) [s. 2 l. 12]
      Forslag: Portene byttes.
      Vedtak (uten merkelapp): Saken ble utsatt.
    7.1 Farge på portene [s. 2 l. 15]

Handlingsplan: Plan for slusene, 2024–2026
  1.1 Vedlikehold [s. 5 l. 41]
      1 Smøre alt (Ansvar: Slusevakten; Etaten)
  (uten navn) [s. 5 l. 43]
      – Male resten

Merknader (2)
  s. 2 l. 12: GD103 Advarsel: Tallet er to ganger i saken.
  GD901 Feil: Noe gikk galt.

Ulest (12)
"""


def test_a_document_is_told_with_norwegian_headings() -> None:
    """Meetings with participants by status, cases with decisions, plans, findings and coverage, and what is unread."""
    lines = summarize(DOCUMENT, "nb", 100)
    unread = [f"  s. 4 l. {number}: ulest linje {number}" for number in range(38, 48)]
    assert lines == [*SUMMARY.splitlines(), *unread, "  … 2 til, som `govdocs explain` viser"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nn", ["1 møte, 2 saker", "Deltakarar: 3 (2 til stades, 1 forfall)", "Framlegg: ", "Åtvaring", "Ulese (12)"]),
        (
            "en",
            ["1 meeting, 2 cases", "Date: 2024-03-07 09:30–15:00", "Read: 75.5 % (37 of 49", "Adopted (no label): "],
        ),
    ],
)
def test_the_headings_come_in_the_other_languages(language: str, words: list[str]) -> None:
    """Nynorsk and English say the same."""
    text = "\n".join(summarize(DOCUMENT, language, 100))
    assert [word for word in words if word not in text] == []


def test_lines_keep_within_the_width_and_long_texts_are_cut_with_a_mark() -> None:
    """No line is wider than the terminal, and no text is cut in silence."""
    long = Decision(span=at(1), kind=DecisionKind.ADOPTED, text="ord " * 300)
    case = Case(span=at(1), number="1/24", title="Lang sak " * 10, decisions=(long,))
    document = Document(source=SOURCE, meetings=(Meeting(span=at(1), kind=MeetingKind.AGENDA, cases=(case,)),))
    lines = summarize(document, "nb", 60)
    assert max(map(len, lines)) <= 60
    assert lines[-1].endswith(" […]")
    assert "Saksliste: (uten navn)" in lines


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of two cases with findings."""
    place = tmp_path / "a.toy"
    place.write_bytes(toy(1, "find GD103 warning Rart nummer.", "sak 2/24 Neste sak", "find GD205 error Feil dato."))
    return place


@pytest.fixture
def tell(run: Run) -> Callable[..., tuple[int, str, str]]:
    """Run a command with the toy plugin alone, in this process."""
    return lambda *words: run(*words, "--jobs", 0, *TOY)


def test_read_shows_a_document(tell: Run, document: Path) -> None:
    """The summary stands on stdout, nothing on stderr."""
    status, out, errors = tell("read", document)
    assert (status, errors) == (0, "")
    assert "  1/24 Sak nummer 1 [s. 1 l. 2]\n" in out
    assert "  s. 1 l. 3: GD103 Advarsel: Rart nummer.\n" in out


def test_read_gives_whole_records_as_json(tell: Run, document: Path) -> None:
    """One line of JSON for each document, which reads back to the record."""
    status, out, _ = tell("read", document, "--json")
    [line] = out.splitlines()
    assert status == 0
    assert [case.number for case in decode(line).meetings[0].cases] == ["1/24", "2/24"]


def test_read_goes_on_after_a_file_that_failed(tell: Run, document: Path, tmp_path: Path) -> None:
    """Each bad file is one line on stderr, the others are shown, and the status is 1."""
    (tmp_path / "brev.toy").write_bytes(b"toy\nhei\n")
    status, out, errors = tell("read", tmp_path / "mangler", tmp_path / "brev.toy", document)
    assert status == 1
    assert errors == (
        f"govdocs: {tmp_path / 'mangler'}: finnes ikke\n"
        f"govdocs: {tmp_path / 'brev.toy'}: inneholder ikke noe kjent (uleste tekstlinjer: 2)\n"
    )
    assert [line for line in out.splitlines() if line.endswith(".toy")] == ["brev.toy", "a.toy"]


def test_check_prints_findings_as_linters_do(tell: Run, document: Path) -> None:
    """File, page, line, code and message; status 1, since there is an error among them."""
    assert tell("check", document) == (
        1,
        f"{document}:1:3: GD103 Rart nummer.\n{document}:1:5: GD205 Feil dato.\n",
        "2 merknader i 1 dokument\n",
    )


@pytest.mark.parametrize(
    ("words", "codes", "status"),
    [
        (["--select", "GD1"], ["GD103"], 0),
        (["--ignore", "GD2,GD3"], ["GD103"], 0),
        (["--select", "gd103, gd205", "--ignore", "GD103"], ["GD205"], 1),
        (["--select", "GD9"], [], 0),
    ],
)
def test_check_selects_and_ignores_by_the_beginning_of_the_code(
    tell: Run, document: Path, words: list[str], codes: list[str], status: int
) -> None:
    """Only what is printed counts for the status."""
    found, out, _ = tell("check", document, *words)
    assert (found, [line.split()[1] for line in out.splitlines()]) == (status, codes)


def test_check_has_status_1_for_a_file_that_failed(tell: Run, tmp_path: Path) -> None:
    """What cannot be read cannot be said to be right."""
    assert tell("check", tmp_path / "mangler") == (
        1,
        "",
        f"govdocs: {tmp_path / 'mangler'}: finnes ikke\n0 merknader i 0 dokumenter\n",
    )


def test_explain_shows_claims_parts_unread_lines_and_findings(tell: Run, document: Path) -> None:
    """All that led to the reading, each with its place."""
    status, out, _ = tell("explain", document)
    assert status == 0
    assert out == (
        "a.toy: text/x-toy, åpnet av toy_plugin 1, 1 side, 5 linjer\n"
        "\n"
        "PÅSTANDER (1)\n"
        "  vant   linje 1-5  toy_plugin: Referat eller protokoll “Lekemøte”, sikkerhet 0.9, vekt 4.5\n"
        "        s. 1 l. 1  begins with toy: toy\n"
        "\n"
        "DELER (40,0 % av tekstlinjene har en eier)\n"
        "  linje 1-5: Referat eller protokoll “Lekemøte”, lest av toy_plugin, 40,0 % av den\n"
        f"      {hashlib.sha256(document.read_bytes()).hexdigest()[:8]}/meeting-1-2024\n"
        "\n"
        "ULESTE LINJER (3)\n"
        "  s. 1 l. 1  toy\n"
        "  s. 1 l. 3  find GD103 warning Rart nummer.\n"
        "  s. 1 l. 5  find GD205 error Feil dato.\n"
        "\n"
        "MERKNADER (2)\n"
        "  s. 1 l. 3  GD103 Advarsel: Rart nummer.\n"
        "  s. 1 l. 5  GD205 Feil: Feil dato.\n"
    )


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("nn", ("PÅSTANDAR (1)", "DELAR (", "ULESNE LINER (3)", "MERKNADER (2)", "Åtvaring")),
        ("en", ("CLAIMS (1)", "PARTS (40.0% of", "UNREAD LINES (3)", "FINDINGS (2)", "Warning")),
    ],
)
def test_explain_speaks_the_language_asked_for(
    tell: Run, document: Path, language: str, heads: tuple[str, ...]
) -> None:
    """Headings, genres and severities are in it; what stands in the document and the names in JSON are not."""
    _, out, _ = tell("explain", document, "--language", language)
    assert all(head in out for head in heads)
    assert "begins with toy: toy" in out
    _, told, _ = tell("explain", document, "--language", language, "--json")
    assert {"claims", "parts", "unread", "findings"} <= set(json.loads(told))


def test_every_kind_of_record_and_field_of_a_case_has_a_name() -> None:
    """What a case holds can be told in each language."""
    kinds = [Case, *(getattr(model, name) for name in RECORDS if name != "Case")]
    named = {attribute.name for kind in kinds for attribute in fields(kind)} - {"id", "span", "spans"}
    assert named <= set(FIELDS)
    cases = [case for meeting in council().meetings for case in meeting.all_cases()]
    held = {type(record).__name__ for case in cases for record in under(case)}
    assert held <= set(RECORDS)


def under(record: Record) -> Iterator[Record]:
    yield record
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from under(item)


def test_explain_says_in_norwegian_what_told_a_reader() -> None:
    """The evidence of the readers in the box has words; what a stranger says stays."""
    telling = Telling("nb")
    assert telling.reason("case 8/25") == "sak 8/25"
    assert telling.reason("the meeting's place") == "møtets sted"
    assert telling.reason("a list of those present or absent") == "liste over til stede eller forfall"
    assert telling.reason("begins with toy") == "begins with toy"
    assert Telling("en").reason("case 8/25") == "case 8/25"
    assert Telling("nn").reason("the meeting's date") == "for møtet: dag"


def test_explain_tells_lost_claims_and_to_whom(run: Run, document: Path, tmp_path: Path) -> None:
    """A claim that lost stands there with the one that it lost to."""
    rival = tmp_path / "rival.py"
    rival.write_text(
        "from govdocs import hookimpl\nfrom govdocs.parts import Claim, Genre\n"
        "@hookimpl\ndef govdocs_claim(layout):\n"
        "    return [Claim(genre=Genre.NOTICE, first=2, last=3, confidence=0.5, label='Innkalling')]\n"
        "@hookimpl\ndef govdocs_read(part):\n    return None\n"
    )
    for jobs in (0, 1):
        _, out, _ = run("explain", document, "--json", "--jobs", jobs, *TOY, "--plugin", rival)
        claims = {claim["reader"]: claim for claim in json.loads(out)["claims"]}
        assert claims["toy_plugin"]["won"]
        assert not claims["rival"]["won"]
        assert claims["rival"]["lost_to"] == ["toy_plugin on lines 1-5"]
    _, out, _ = run("explain", document, "--jobs", 0, *TOY, "--plugin", rival)
    assert "  tapte  linje 2-3  rival: Innkalling “Innkalling”, sikkerhet 0.5, vekt 1\n        mot toy_plugin på" in out


def test_explain_shows_the_lines_of_each_field_of_a_case(tell: Run, document: Path) -> None:
    """Every field stands with its value and the lines it was read from."""
    status, out, _ = tell("explain", document, "--case", " 2/24")
    assert status == 0
    assert out.startswith("a.toy: sak 2/24 Neste sak\n  i Referat eller protokoll 1/2024 Lekerådet, linje 4-4\n")
    assert "    tittel: Neste sak\n        s. 1 l. 4  sak 2/24 Neste sak\n" in out
    assert "1/24 Sak" not in out


def test_explain_gives_a_case_as_json(tell: Run, document: Path) -> None:
    """The same as data."""
    _, out, _ = tell("explain", document, "--case", "1/24", "--json")
    [case] = json.loads(out)["cases"]
    [record] = case["records"]
    line = {"page": 1, "line": 2, "text": "sak 1/24 Sak nummer 1"}
    assert record["fields"] == [{"field": "title", "value": "Sak nummer 1", "lines": [line]}]


def test_explain_tells_every_field_of_every_record_of_a_case() -> None:
    """Each record that a case holds stands with its fields, their values and the lines they were read from."""
    document = council()
    last = len(document.ledger.entries)
    lines = tuple(Line(number=n, page=1 + (n - 1) // 30, text=f"linje {n}") for n in range(1, last + 1))
    source = Source(name="møte.txt", data=b"x")
    page = Page(number=1, first=1, last=last)
    layout = Layout(source=source, media_type="text/plain", opener="t", opener_version="1", pages=(page,), lines=lines)
    reading = Reading(document=document, layout=layout, claims=(), parts=())
    told = set()
    for number in dict.fromkeys(case.number for meeting in document.meetings for case in meeting.all_cases()):
        data = explained_cases(reading, number)
        json.dumps(data)
        for case in data["cases"]:
            for record in case["records"]:
                told.add((record["id"], record["record"]))
                for item in record["fields"]:
                    assert all(line["text"] == f"linje {line['line']}" for line in item["lines"])
        assert "\n".join(cases(data, Telling("nb"))).count(f"sak {number} ") == len(data["cases"])
    under = tuple(meeting.id + "/case" for meeting in document.meetings)
    assert told == {(r.id, type(r).__name__) for r in document.records() if r.id.startswith(under)}


def test_explain_tells_a_file_that_cannot_be_read(tell: Run, tmp_path: Path) -> None:
    """One line and status 1, with and without a case."""
    for more in ([], ["--case", "1/24"]):
        assert tell("explain", tmp_path / "mangler", *more) == (
            1,
            "",
            f"govdocs: {tmp_path / 'mangler'}: finnes ikke\n",
        )


def test_explain_tells_where_there_are_no_cases_at_all(tell: Run, tmp_path: Path) -> None:
    """A document without cases is said to have none."""
    (tmp_path / "brev.toy").write_bytes(b"toy\nhei\n")
    place = tmp_path / "brev.toy"
    told = f"govdocs: {place}: inneholder ingen sak 1/24, og ingen andre saker\n"
    assert tell("explain", place, "--case", "1/24")[2] == told


def test_explain_names_the_cases_there_are_where_the_one_asked_for_is_not(tell: Run, document: Path) -> None:
    """A mistyped number is one line, with what could have been meant."""
    assert tell("explain", document, "--case", "9/24") == (
        1,
        "",
        f"govdocs: {document}: inneholder ingen sak 9/24; her er 1/24, 2/24\n",
    )


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, drawn over itself and gone at the end, no wider than the terminal."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("govdocs.cli.terminal.EVERY", 0)
    stream = Terminal()
    progress = Progress(stream)
    progress.tell(DOCUMENT)
    progress.tell(Failure.of("en fil med et svært langt navn.txt", InputError("x", "is empty")))
    progress.end()
    drawn = stream.getvalue().split("\r")
    assert drawn[1].rstrip() == "1 read  møte.txt"
    assert drawn[2] == "1 read, 1 failed  en fil med et svært langt navn.txt"[:39]
    assert drawn[3].strip() == drawn[4] == ""
    assert "\n" not in stream.getvalue()


def test_progress_is_not_shown_elsewhere() -> None:
    """A log file gets no moving picture."""
    stream = io.StringIO()
    progress = Progress(stream)
    progress.tell(DOCUMENT)
    progress.end()
    assert stream.getvalue() == ""
