"""Meetings as eInnsyn's `MoetemappeCreate`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from govdocs import Case, Decision, Document, Meeting
from govdocs.exchange import oslo, uuid_of
from govdocs.model import Attachment, CaseType, DecisionKind, MeetingKind, ParticipantStatus, SectionKind, Vote

__all__ = ["LONGEST", "Tell", "folder_of"]

Tell = Callable[[str, str, str], None]
"""Says of a record's field, by the name of a reason, why it is not there."""

LONGEST = 500
"""Characters that eInnsyn's server takes in one text."""
PLAIN = "text/plain"
# eInnsyn's own rules for labels, in its own order.
LABELS = (
    ("moete", re.compile("m(ø|oe)tesakstype annet|notater og orienteringer", re.IGNORECASE)),
    ("politisk", re.compile("politisk sak|klagenemnda|faste saker|byr(å|aa)dssak", re.IGNORECASE)),
    ("delegert", re.compile("delegert|administrativ sak", re.IGNORECASE)),
    ("interpellasjon", re.compile("interpellasjon", re.IGNORECASE)),
    ("godkjenning", re.compile("godkjenning", re.IGNORECASE)),
    ("orientering", re.compile("orientering", re.IGNORECASE)),
    ("referat", re.compile("referat", re.IGNORECASE)),
)
TYPES = {CaseType.INFORMATION: "orientering", CaseType.APPROVAL: "godkjenning"}
DOCUMENTS = {MeetingKind.MINUTES: "protokoll", MeetingKind.NOTICE: "innkalling"}
VOTES = {"for": "Ja", "ja": "Ja", "mot": "Nei", "imot": "Nei", "nei": "Nei", "blank": "Blankt", "blankt": "Blankt"}
NO_HOME = ("to", "sender", "case_officers", "responsible", "archive_number", "references", "previously_treated")


def folder_of(
    meeting: Meeting, document: Document, tell: Tell, *, base_url: str | None, decisions_as: str
) -> dict[str, Any]:
    """Return a meeting that has a date and a body; tells what it has no home for."""
    assert meeting.date is not None
    assert meeting.body is not None
    if meeting.number is None:
        tell(meeting.id, "number", "no_number")
    if meeting.start is None:
        tell(meeting.id, "start", "no_time")
    for name in ("participants", "next_meeting", "end", "end_date", "plans"):
        if getattr(meeting, name):
            tell(meeting.id, name, "no_home")
    number = meeting.number or meeting.date.isoformat()
    title = meeting.title or f"Møte {number}"
    folder: dict[str, Any] = {
        **_named(meeting.id, title),
        "moetenummer": number,
        "utvalg": meeting.body,
        "moetedato": oslo(meeting.date, meeting.start).isoformat(),
    }
    if meeting.place:
        folder["moetested"] = meeting.place
    folder["moetedokument"] = [_document(meeting, document, title, tell, base_url)]
    folder["moetesak"] = list(_cases(meeting, tell, decisions_as))
    return folder


def _named(identity: str, title: str) -> dict[str, Any]:
    """Return the names of a record; the source is public, so the open title is the whole one."""
    return {
        "systemId": uuid_of(identity),
        "externalId": identity,
        "offentligTittel": title,
        "offentligTittelSensitiv": title,
    }


def _document(meeting: Meeting, document: Document, title: str, tell: Tell, base_url: str | None) -> dict[str, Any]:
    source = document.source
    described: dict[str, Any] = {
        "tittel": title,
        "tittelSensitiv": title,
        "dokumentnummer": 1,
        "tilknyttetRegistreringSom": "hoveddokument",
    }
    if base_url:
        described["dokumentobjekt"] = [
            {
                "referanseDokumentfil": base_url.rstrip("/") + "/" + quote(source.name),
                "format": source.media_type,
                "sjekksum": source.sha256,
                "sjekksumAlgoritme": "SHA-256",
            }
        ]
    else:
        tell(meeting.id, "source", "no_address")
    kind = DOCUMENTS.get(meeting.kind, "annet")
    identity = f"{meeting.id}/document"
    return {**_named(identity, title), "moetedokumenttype": kind, "dokumentbeskrivelse": [described]}


def _cases(meeting: Meeting, tell: Tell, decisions_as: str) -> Iterator[dict[str, Any]]:
    top = {id(case) for case in meeting.cases}
    for case in meeting.all_cases():
        if id(case) not in top:
            tell(case.id, "subcases", "subcase")
        yield _case(case, meeting, tell, decisions_as)


def _case(case: Case, meeting: Meeting, tell: Tell, decisions_as: str) -> dict[str, Any]:
    for name in NO_HOME:
        if getattr(case, name):
            tell(case.id, name, "no_home")
    found: dict[str, Any] = {
        **_named(case.id, case.title or case.number or case.id),
        "moetesakstype": _type(case, decisions_as),
        "utvalg": meeting.body,
    }
    if case.type_label:
        found["legacyMoetesakstype"] = case.type_label
    found |= _number(case, tell)
    proposed = [decision for decision in case.decisions if decision.kind is DecisionKind.PROPOSED]
    adopted = [decision for decision in case.decisions if decision.kind is DecisionKind.ADOPTED]
    treated = _text_of(case, treated=True)
    told = _text_of(case, treated=False)
    recommendation = (
        _words(case.id, "decisions", "\n\n".join(each.text for each in proposed), tell) if proposed else None
    )
    if recommendation:
        found["innstilling"] = recommendation
    if recommendation and told:
        described = _words(case.id, "sections", told, tell)
        found["utredning"] = {"saksbeskrivelse": described, "innstilling": recommendation}
    elif told:
        tell(case.id, "sections", "text")
    if adopted:
        found["vedtak"] = _decision(case, adopted, treated, meeting, tell)
    elif treated:
        tell(case.id, "discussion_points", "no_home")
    if attached := [*case.attachments, *case.background_documents]:
        found["dokumentbeskrivelse"] = [_attachment(each, n) for n, each in enumerate(attached, 1)]
    return found


def _type(case: Case, decisions_as: str) -> str:
    if case.type_label:
        for kind, label in LABELS:
            if label.search(case.type_label):
                return kind
    for each in case.type:
        if each in TYPES:
            return TYPES[each]
    return decisions_as if CaseType.DECISION in case.type else "annet"


def _number(case: Case, tell: Tell) -> dict[str, Any]:
    """Return year and sequence; a number that holds more than these is kept as written."""
    parsed, number = case.parsed, {}
    whole = False
    if parsed and parsed.year is not None and parsed.year >= 1700 and parsed.sequence is not None:
        number = {"moetesaksaar": parsed.year, "moetesakssekvensnummer": parsed.sequence}
        whole = parsed.meeting is None and parsed.prefix is None
    words = [] if whole or not case.number else [f"Saksnummer: {case.number}"]
    if words:
        tell(case.id, "number", "number")
    text = "\n".join([*words, *([case.subtitle] if case.subtitle else [])])
    if len(text) > 1000:
        tell(case.id, "subtitle", "no_home")
        text = "\n".join(words)
    return number | ({"beskrivelse": text} if text else {})


def _text_of(case: Case, *, treated: bool) -> str:
    """Return the case's text: what was said of it in the meeting, or what was put before it."""
    kinds = (SectionKind.TREATMENT, SectionKind.DISCUSSION, SectionKind.STATEMENT)
    blocks = []
    for section in case.sections:
        if (section.kind in kinds) is treated:
            blocks += [*([section.heading] if section.heading else []), *section.paragraphs]
    if treated:
        blocks += [point.text for point in case.discussion_points]
    return "\n\n".join(blocks)


def _decision(case: Case, adopted: list[Decision], treated: str, meeting: Meeting, tell: Tell) -> dict[str, Any]:
    assert isinstance(meeting.date, date)
    if len(adopted) > 1:
        tell(case.id, "decisions", "several")
    found: dict[str, Any] = {
        "vedtakstekst": _words(adopted[0].id, "text", "\n\n".join(each.text for each in adopted), tell),
        "dato": meeting.date.isoformat(),
    }
    votes = [decision.vote for decision in adopted if decision.vote]
    for vote in votes:
        if any(not count.voters or count.option.lower() not in VOTES for count in vote.counts):
            tell(vote.id, "counts", "vote")
    if record := "\n\n".join([*([treated] if treated else []), *(_said(vote) for vote in votes if _said(vote))]):
        found["behandlingsprotokoll"] = _words(case.id, "sections", record, tell)
    if by_name := [each for vote in votes for each in _by_name(vote, meeting)]:
        found["votering"] = by_name
    return found


def _said(vote: Vote) -> str:
    counts = [
        " ".join(str(part) for part in (count.option, count.count, count.party, ", ".join(count.voters)) if part)
        for count in vote.counts
    ]
    return "\n".join([*([vote.outcome] if vote.outcome else []), *counts])


def _by_name(vote: Vote, meeting: Meeting) -> Iterator[dict[str, Any]]:
    roles = {
        person.name: person.role
        for person in meeting.participants
        if person.role and person.status is not ParticipantStatus.ABSENT
    }
    for count in vote.counts:
        for name in count.voters if count.option.lower() in VOTES else ():
            person = {"moetedeltakerNavn": name}
            if role := roles.get(name):
                person["moetedeltakerFunksjon"] = role
            yield {"moetedeltaker": person, "stemme": VOTES[count.option.lower()]}


def _attachment(document: Attachment, number: int) -> dict[str, Any]:
    return {
        "tittel": document.title,
        "tittelSensitiv": document.title,
        "dokumentnummer": number,
        "tilknyttetRegistreringSom": "vedlegg",
    }


def _words(record: str, field: str, text: str, tell: Tell) -> dict[str, Any]:
    if len(text) > LONGEST:
        tell(record, field, "long")
    return {"tekstInnhold": text, "tekstFormat": PLAIN}
