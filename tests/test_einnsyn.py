from __future__ import annotations

import csv
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from attrs import evolve
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from official import official
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7
from strategies import documents, few

from govdocs import Document, Target, TargetError, write
from govdocs.model import Vote, VoteCount

several = st.lists(documents(), max_size=2)


def folder(path: Path, **options: str) -> Target:
    return Target(path=path, format="einnsyn", folder=True, options=options)


def written(place: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(place.glob("0*.json"))]


def told(place: Path) -> list[tuple[str, ...]]:
    with (place / "unmapped.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


@cache
def schemas() -> dict[str, Any]:
    """Load the official schemas; what is read-only is asked of the server's answers alone, as OpenAPI says."""
    whole = yaml.safe_load(official("einnsyn/einnsyn.openapi.yml").read_text("utf-8"))

    def strip(node: Any) -> None:
        if isinstance(node, dict):
            if "properties" in node and "required" in node:
                asked = [name for name in node["required"] if not node["properties"].get(name, {}).get("readOnly")]
                node["required"] = asked
            for value in node.values():
                strip(value)
        elif isinstance(node, list):
            for value in node:
                strip(value)

    strip(whole)
    return whole


def check(meeting: dict[str, Any]) -> None:
    whole = schemas()
    registry = Registry().with_resource("", Resource.from_contents(whole, default_specification=DRAFT7))
    schema = {"$ref": "#/components/schemas/Moetemappe.MoetemappeCreate", **whole}
    jsonschema.Draft7Validator(schema, registry=registry).validate(meeting)
    _names(meeting, {"$ref": "#/components/schemas/Moetemappe.MoetemappeCreate"}, "$")


def _names(value: Any, schema: dict[str, Any], path: str) -> None:
    """Hold every name against those the schema lists, which JSON Schema itself lets pass."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            _names(item, _parts(schema)[0].get("items", {}), f"{path}[{number}]")
    elif isinstance(value, dict):
        known = {name: inner for part in _parts(schema) for name, inner in part.get("properties", {}).items()}
        for name, item in value.items():
            assert name in known, f"{path}.{name}"
            assert not known[name].get("readOnly"), f"{path}.{name} is for the server to say"
            _names(item, known[name], f"{path}.{name}")


def _parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found = [schema]
    if name := schema.get("$ref"):
        found += _parts(schemas()["components"]["schemas"][name.rpartition("/")[2]])
    for each in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
        found += _parts(each)
    return [part for part in found if part.keys() & {"properties", "items"}] or [{}]


@few(20)
@given(read=several)
def test_fits_the_official_schema(read: list[Document], tmp_path: Path) -> None:
    """Every meeting is valid by eInnsyn's own schema, and every name is one that the schema lists."""
    write(read, folder(tmp_path / "e", base_url="https://example.org/arkiv"))
    for meeting in written(tmp_path / "e"):
        check(meeting)


def test_the_check_of_names_can_fail(tmp_path: Path) -> None:
    """A misspelt name and one that only the server says are caught, which the schema alone lets pass."""
    write([council()], folder(tmp_path / "e"))
    (meeting,) = written(tmp_path / "e")
    check(meeting)
    with pytest.raises(AssertionError, match="vedtakstext"):
        check(_misspelt(meeting))
    with pytest.raises(AssertionError, match="for the server"):
        check({**meeting, "id": "mm_1"})


def _misspelt(meeting: dict[str, Any]) -> dict[str, Any]:
    """Put a misspelt name beside the right ones, so that the schema itself has nothing to say."""
    case = meeting["moetesak"][0]
    return {**meeting, "moetesak": [{**case, "vedtak": {**case["vedtak"], "vedtakstext": "x"}}]}


def test_the_manifest_lists_the_files(tmp_path: Path) -> None:
    """Sizes and SHA-256 of every meeting's file stand in `manifest.json`, in the order they were written."""
    write([council(), council("b.txt", "4")], folder(tmp_path / "e"))
    listed = json.loads((tmp_path / "e" / "manifest.json").read_text("utf-8"))["files"]
    assert [each["externalId"] for each in listed] == ["33333333/meeting-4-26", "44444444/meeting-4-26"]
    listed.append(json.loads((tmp_path / "e" / "manifest.json").read_text("utf-8"))["unmapped"])
    for each in listed:
        data = (tmp_path / "e" / each["name"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_says_what_the_record_says(tmp_path: Path) -> None:
    """Meeting, cases, recommendation, decision, proceedings and votes stand where eInnsyn has them."""
    write([council()], folder(tmp_path / "e", base_url="https://example.org/arkiv/"))
    (path,) = (tmp_path / "e").glob("0*.json")
    assert path.name == "00001_2026-04-23_formannskapet-i-lauvøy.json"
    (meeting,) = written(tmp_path / "e")
    assert meeting["moetedato"] == "2026-04-23T09:00:00+02:00"
    assert (meeting["moetenummer"], meeting["utvalg"]) == ("4/26", "Formannskapet i Lauvøy")
    (document,) = meeting["moetedokument"]
    address = document["dokumentbeskrivelse"][0]["dokumentobjekt"][0]["referanseDokumentfil"]
    assert (document["moetedokumenttype"], address) == (
        "protokoll",
        "https://example.org/arkiv/formannskap-2026-04-23.txt",
    )
    first, second, third, _ = meeting["moetesak"]
    assert (first["moetesaksaar"], first["moetesakssekvensnummer"], first["moetesakstype"]) == (2026, 14, "annet")
    assert first["innstilling"]["tekstInnhold"] == "Forskriften vedtas som foreslått."
    assert first["utredning"]["saksbeskrivelse"]["tekstInnhold"].startswith("Bakgrunn\n\nHavna har hatt")
    assert first["vedtak"]["vedtakstekst"]["tekstInnhold"].startswith("1. Forskriften vedtas")
    assert first["vedtak"]["dato"] == "2026-04-23"
    assert first["vedtak"]["votering"] == [
        {"moetedeltaker": {"moetedeltakerNavn": "Gunn Iren Solbakk"}, "stemme": "Nei"}
    ]
    assert "Innstillingen ble vedtatt med 4 mot 1 stemme." in first["vedtak"]["behandlingsprotokoll"]["tekstInnhold"]
    assert [each["tittel"] for each in first["dokumentbeskrivelse"]] == ["Utkast til forskrift", "Havneloven § 12"]
    assert second["moetesakstype"] == "orientering"
    assert third["beskrivelse"] == "Saksnummer: 15.1"


def test_tells_what_has_no_home(tmp_path: Path) -> None:
    """What eInnsyn cannot take is told, record by record."""
    write([council()], folder(tmp_path / "e"))
    fields = {(record.removeprefix("33333333/meeting-4-26"), field) for _, record, field, _ in told(tmp_path / "e")}
    assert {("", "participants"), ("", "next_meeting"), ("", "plans"), ("", "source")} <= fields
    assert {("/case-14-26", "case_officers"), ("/case-14-26", "to"), ("/case-15-26/case-15.1", "number")} <= fields
    assert ("33333333/actionplan", "plans") in fields
    reasons = {field: reason for _, _, field, reason in told(tmp_path / "e")}
    assert reasons["unread"].startswith("3 tekstlinjer i kilden")
    assert reasons["findings"].startswith("3 merknader")


@pytest.mark.parametrize(("field", "word"), [("date", "dato"), ("body", "utvalg")])
def test_makes_nothing_up(field: str, word: str, tmp_path: Path) -> None:
    """A meeting without what eInnsyn asks for is not written, and that is told."""
    read = council()
    write([evolve(read, meetings=(evolve(read.meetings[0], **{field: None}),))], folder(tmp_path / "e"))
    assert written(tmp_path / "e") == []
    assert word in told(tmp_path / "e")[0][3]


def test_the_same_file_twice_is_one_meeting(tmp_path: Path) -> None:
    """The same bytes again are told of, and not written again."""
    write([council(), council("kopi.txt")], folder(tmp_path / "e"))
    assert len(written(tmp_path / "e")) == 1
    assert any(row[0] == "kopi.txt" and row[2] == "sha256" for row in told(tmp_path / "e"))


def test_long_texts_are_whole_and_told(tmp_path: Path) -> None:
    """A text that eInnsyn's server would refuse is not cut; it is told."""
    read = council()
    case = read.meetings[0].cases[0]
    long = evolve(case, decisions=(evolve(case.decisions[1], text="x" * 501),))
    write([evolve(read, meetings=(evolve(read.meetings[0], cases=(long,)),))], folder(tmp_path / "e"))
    assert written(tmp_path / "e")[0]["moetesak"][0]["vedtak"]["vedtakstekst"]["tekstInnhold"] == "x" * 501
    assert any("500 tegn" in row[3] for row in told(tmp_path / "e"))


def test_decisions_may_be_called_political(tmp_path: Path) -> None:
    """Whoever wants it has cases for decision called `politisk`; another word is an error."""
    read = council()
    case = evolve(read.meetings[0].cases[0], type_label=None)
    read = evolve(read, meetings=(evolve(read.meetings[0], cases=(case,)),))
    write([read], folder(tmp_path / "e", decisions_as="politisk"))
    assert written(tmp_path / "e")[0]["moetesak"][0]["moetesakstype"] == "politisk"
    with pytest.raises(TargetError, match="decisions_as 'x'"):
        write([read], folder(tmp_path / "f", decisions_as="x"))


def with_case(**changes: Any) -> Document:
    """Return the document with its first case alone, changed."""
    read = council()
    case = evolve(read.meetings[0].cases[0], **changes)
    return evolve(read, meetings=(evolve(read.meetings[0], cases=(case,)),))


def test_several_decisions_stand_after_one_another(tmp_path: Path) -> None:
    """eInnsyn has one decision a case: the texts are all there, in order, and that is told."""
    first = council().meetings[0].cases[0].decisions[1]
    second = evolve(first, id="x", text="Saken oversendes kommunestyret.", vote=None)
    write([with_case(decisions=(first, second))], folder(tmp_path / "e"))
    (case,) = written(tmp_path / "e")[0]["moetesak"]
    assert case["vedtak"]["vedtakstekst"]["tekstInnhold"] == f"{first.text}\n\nSaken oversendes kommunestyret."
    assert any(row[2] == "decisions" and "ett vedtak" in row[3] for row in told(tmp_path / "e"))


def test_votes_by_name_carry_the_role(tmp_path: Path) -> None:
    """A vote by name stands with the role the person has in the meeting."""
    decision = council().meetings[0].cases[0].decisions[1]
    vote = Vote(span=decision.span, counts=(VoteCount(option="For", voters=("Synnøve Brattholm",)),))
    write([with_case(decisions=(evolve(decision, vote=vote),))], folder(tmp_path / "e"))
    (case,) = written(tmp_path / "e")[0]["moetesak"]
    person = {"moetedeltakerNavn": "Synnøve Brattholm", "moetedeltakerFunksjon": "leder"}
    assert case["vedtak"]["votering"] == [{"moetedeltaker": person, "stemme": "Ja"}]
    assert not any(row[2] == "counts" for row in told(tmp_path / "e"))


def test_a_subtitle_too_long_for_the_description_is_told(tmp_path: Path) -> None:
    """The description holds 1,000 characters; a longer subtitle is told and not cut."""
    write([with_case(subtitle="u" * 1001)], folder(tmp_path / "e"))
    (case,) = written(tmp_path / "e")[0]["moetesak"]
    assert "beskrivelse" not in case
    assert any(row[2] == "subtitle" for row in told(tmp_path / "e"))


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Politisk sak", "politisk"), ("Administrativ sak", "delegert"), ("Interpellasjon", "interpellasjon"),
        ("Referatsak", "referat"), ("Orienteringssak", "orientering"), ("Godkjenningssak", "godkjenning"),
        ("Notater og orienteringer", "moete"), ("Vedtakssak", "annet"),
    ],
)  # fmt: skip
def test_labels_are_taken_as_einnsyn_takes_them(label: str, kind: str, tmp_path: Path) -> None:
    """A type as written gives eInnsyn's own code, by eInnsyn's own rules, and is kept beside it."""
    write([with_case(type_label=label, type=())], folder(tmp_path / "e"))
    (case,) = written(tmp_path / "e")[0]["moetesak"]
    assert (case["moetesakstype"], case["legacyMoetesakstype"]) == (kind, label)
