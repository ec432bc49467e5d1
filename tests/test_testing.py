from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from attrs import evolve

from govdocs import Host, InputError, Limits, Source, read
from govdocs.hookspecs import hookimpl
from govdocs.layout import Cell, Layout, Line, Page, Table
from govdocs.pipeline import open_layout
from govdocs.testing import DEEDS, Breach, Sample, check_layout, check_plugin, check_record, hostile, samples
from govdocs.testing.contract import RULES
from govdocs.testing.samples import leftovers, portrait

TEXT = "Referat\nSak 1 Budsjett\nSak 2 Skole\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    place = tmp_path / "referat.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place


def tried(deed: str, document: Path, *targets: str) -> list[Breach]:
    host = Host.installed()
    host.add(hostile(deed), "hostile")
    return check_plugin("hostile", [document], targets=targets, host=host)


CAUGHT = {
    "open-raises": "sound",
    "open-wrong-type": "sound",
    "open-miscounts": "sound",
    "claim-raises": "sound",
    "claim-raises-late": "sound",
    "claim-outside": "sound",
    "claim-certain": "sound",
    "claim-wrong-type": "sound",
    "claim-exits": "sound",
    "claim-unread": "sound",
    "read-raises": "sound",
    "read-raises-input-error": "sound",
    "read-wrong-type": "sound",
    "read-wrong-field": "sound",
    "read-outside": "sound",
    "read-gives-ids": "sound",
    "read-invents": "founded",
    "read-misplaces": "founded",
    "read-changes-layout": "unchanged",
    "read-differs": "same",
    "check-raises": "sound",
    "check-wrong-type": "sound",
    "check-outside": "sound",
    "write-raises": "sound",
    "write-wrong-type": "sound",
    "write-elsewhere": "staging",
    "write-clock": "same",
}


@pytest.mark.parametrize("deed", CAUGHT)
def test_the_check_of_the_contract_catches_each_deed_by_its_rule(deed: str, document: Path) -> None:
    """Whatever a hostile plugin does that can be seen from one process is a breach of the rule that forbids it."""
    breaches = tried(deed, document, "register.hostile")
    assert CAUGHT[deed] in {breach.rule for breach in breaches}, [str(breach) for breach in breaches]


def test_each_deed_is_caught_here_or_at_load_or_needs_a_process_of_its_own() -> None:
    """No deed is left out of the tests by accident, and no rule is never broken by one."""
    at_load = {"misspelt-hook", "unknown-argument", "wrong-api", "no-hook"}
    by_process = {"claim-hangs", "claim-dies"}
    beside_others = {"open-answers-all"}
    assert set(CAUGHT) | at_load | by_process | beside_others == set(DEEDS)
    broken_elsewhere = {"plain", "grid", "calm", "answers"}
    assert set(CAUGHT.values()) | broken_elsewhere == set(RULES)


def test_an_unknown_deed_is_refused() -> None:
    """A misspelt deed would be an innocent plugin, and a test that proves nothing."""
    with pytest.raises(ValueError, match="'read-lies' is none of"):
        hostile("read-lies")


def test_a_hook_that_answers_for_nothing_is_told(document: Path) -> None:
    """A writer that knows none of the targets, and a reader that claims nothing, have not been tried."""

    class Silent:
        @hookimpl
        def govdocs_claim(self, layout: Layout) -> None:
            return None

    host = Host.installed()
    host.add(Silent(), "silent")
    assert [str(b) for b in check_plugin("silent", [document], host=host)] == [
        "silent: govdocs_claim answered for none of them [answers]"
    ]
    assert [b.rule for b in tried("write-clock", document, "register.other")] == ["answers"]
    assert check_plugin("silent", [], host=host) == []


def test_an_opener_that_chokes_on_strange_bytes_is_told(document: Path) -> None:
    """Bytes of no format are looked at by every opener: what is not an answer or an `InputError` is a breach."""

    class Choking:
        @hookimpl
        def govdocs_open(self, source: Source) -> None:
            if source.data.startswith(b"%PDF"):
                raise MemoryError
            if source.data.startswith(b"PK"):
                raise InputError(source.name, "is broken")

    host = Host.installed()
    host.add(Choking(), "choking")
    (breach, *more) = [b for b in check_plugin("choking", [document], host=host) if b.rule != "answers"]
    assert not more
    assert (breach.rule, breach.place) == ("calm", "strange")


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A sample that no plugin opens proves nothing about the plugin under test."""
    (tmp_path / "tom.txt").write_bytes(b"")
    (breach,) = [b for b in tried("write-clock", tmp_path / "tom.txt") if b.rule == "answers"]
    assert str(breach) == "tom.txt: cannot be read: is empty [answers]"


def layout_of(*lines: Line, tables: tuple[Table, ...] = ()) -> Layout:
    return Layout(
        source=Source(name="a", data=b"a"),
        media_type="text/plain",
        opener="x",
        opener_version="1",
        pages=(Page(number=1, first=1, last=len(lines)),),
        lines=lines,
        tables=tables,
    )


def line(number: int, text: str, **more: object) -> Line:
    return Line(number=number, page=1, text=text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("layout", "rule"),
    [
        (layout_of(line(1, " indented")), "plain"),
        (layout_of(line(1, "two\nlines")), "plain"),
        (layout_of(line(1, "nul\0")), "plain"),
        (layout_of(line(1, "para\u2029graph")), "plain"),
        (layout_of(line(1, "a b", gaps=(3,))), "plain"),
        (layout_of(line(1, "a b c", gaps=(4, 2))), "plain"),
        (layout_of(line(2, "a")), "sound"),
        (evolve(layout_of(line(1, "a")), pages=()), "sound"),
        (evolve(layout_of(line(1, "a")), pages=(Page(number=1, first=1, last=2),)), "sound"),
        (evolve(layout_of(line(1, "a")), pages=(Page(number=2, first=1, last=1),)), "sound"),
        (layout_of(Line(number=1, page=2, text="a")), "sound"),
        (layout_of(line(1, "a"), tables=(Table(number=1, first=1, last=1, rows=()),)), "sound"),
        (layout_of(line(1, "a"), tables=(Table(number=0, first=1, last=2, rows=()),)), "sound"),
        (
            layout_of(
                line(1, "a"),
                line(2, "b"),
                tables=(Table(number=0, first=1, last=1, rows=((Cell(row=0, column=0, lines=(line(2, "b"),)),),)),),
            ),
            "sound",
        ),
        (
            layout_of(line(1, "a"), tables=(Table(number=0, first=1, last=1, rows=((Cell(row=1, column=0),),)),)),
            "grid",
        ),
        (
            layout_of(
                line(1, "a"),
                tables=(
                    Table(
                        number=0,
                        first=1,
                        last=1,
                        rows=((Cell(row=0, column=0, colspan=2), Cell(row=0, column=1)),),
                    ),
                ),
            ),
            "grid",
        ),
        (
            layout_of(
                line(1, "a"),
                tables=(Table(number=0, first=1, last=1, rows=((Cell(row=0, column=0, lines=(line(1, "a"),)),),)),),
            ),
            "grid",
        ),
    ],
)
def test_a_layout_that_cannot_be_is_told(layout: Layout, rule: str) -> None:
    """Lines count from 1 without gaps, lie on the page they say, and are plain; cells do not cover one another."""
    assert {breach.rule for breach in check_layout(layout)} == {rule}


def test_a_sound_layout_is_not_blamed(document: Path) -> None:
    """The bundled text opener gives lines and tables that keep every rule."""
    text = b"Navn\tFunksjon\nAne Li\tleder\n\n  Sak 1   Budsjett  \n"
    layout = open_layout(Source(name="a.txt", data=text), Host.installed(), Limits())
    assert layout.tables
    assert check_layout(layout) == []


def test_words_may_be_hyphenated_but_not_made_up(document: Path) -> None:
    """A word broken over two lines is in the source; the same letters in other words are not."""
    host = Host()
    host.add(hostile("read-differs"), "hostile")
    layout = open_layout(Source(name="a.txt", data=b"Om sam-\narbeid i Midt-\nNorge\n"), Host.installed(), Limits())
    (claim,) = host.claim(layout, blame=pytest.fail)
    from govdocs.parts import Part

    meeting = host.read(Part(layout=layout, claim=claim))
    assert meeting is not None

    def with_title(title: str) -> list[str]:
        case = evolve(meeting.cases[0], title=title, number="", span=meeting.span, spans=())  # type: ignore[union-attr]
        return [breach.rule for breach in check_record(evolve(meeting, cases=(case,)), layout)]

    assert with_title("Om samarbeid i Midt-Norge") == []
    assert with_title("OM SAMARBEID – i «Midt-Norge»") == []
    assert with_title("Om arbeidsam i Midt-Norge") == ["founded"]
    assert with_title("Omsamarbeid") == ["founded"]


def test_a_sample_is_held_against_what_stands_beside_it(document: Path) -> None:
    """A sample differs until its records are written, and again when the document or a record changes."""
    (sample,) = samples(document.parent)
    assert str(sample) == "referat.txt"
    assert "referat.txt.expected.json is not there" in sample.difference()
    assert sample.update()
    assert not sample.update()
    assert sample.difference() == ""
    assert [str(s) for s in samples(document.parent)] == ["referat.txt"], "expected records are no samples"
    text = sample.expected_path.read_text(encoding="utf-8")
    sample.expected_path.write_text(text.replace('"name": "referat.txt"', '"name": "annet.txt"'), encoding="utf-8")
    assert '+ "source": {"name": "referat.txt"' in sample.difference()
    document.write_text(TEXT + "Sak 3 Vei\n", encoding="utf-8")
    assert sample.update()


def test_a_source_that_cannot_be_read_has_its_error_expected(tmp_path: Path) -> None:
    """A broken file is a sample too: what is expected is the error."""
    (tmp_path / "tom.pdf").write_bytes(b"")
    sample = Sample(tmp_path / "tom.pdf")
    assert sample.actual() == '{"error": "InputError", "reason": "is empty"}\n'


def test_records_whose_document_is_gone_are_told(document: Path) -> None:
    """What is expected of a document that is no longer there would be checked by nothing."""
    (sample,) = samples(document.parent)
    sample.update()
    assert leftovers(document.parent) == []
    document.rename(document.with_name("annet.txt"))
    assert leftovers(document.parent) == [sample.expected_path]


def test_a_folder_without_samples_is_an_error(tmp_path: Path) -> None:
    """A check of nothing must not pass."""
    (tmp_path / ".skjult.txt").write_text("Referat")
    with pytest.raises(InputError, match="holds no samples"):
        samples(tmp_path)


def test_a_portrait_says_nothing_of_paths_versions_and_bytes(root: Path, tmp_path: Path) -> None:
    """The same document at another place is expected to give the same text; only its records, and its name, count."""
    place = root / "examples" / "archive" / "eldreraadet_referat_2025-04-08.txt"
    other = tmp_path / place.name
    shutil.copy(place, other)
    other.write_bytes(other.read_bytes() + b"\n\n")
    assert portrait(read(place)) == portrait(read(other))
    assert all(len(row) < 600 for row in portrait(read(place)).splitlines()), "one fact a line"
