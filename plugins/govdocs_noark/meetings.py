"""Meetings as `moetemappe` with a `moeteregistrering` for the document and one for each case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from lxml import etree

from govdocs import Case, Decision, Document, Meeting
from govdocs.exchange import oslo, uuid_of
from govdocs.layout import Span
from govdocs.model import DecisionKind, MeetingKind, Participant, ParticipantStatus
from govdocs.tables import table_named
from govdocs_noark.elements import add, kind, own

__all__ = ["MAKER", "Tell", "folder_of"]

Tell = Callable[[str, str, str], None]
"""Says of a record's field, by the name of a reason, why it is not there."""

MAKER = "govdocs"
UNKNOWN = "Ukjent"
DOCUMENTS = {
    MeetingKind.MINUTES: "Møteprotokoll",
    MeetingKind.CASE_PAPERS: "Saksframlegg",
    MeetingKind.NOTICE: "Møteinnkalling",
    MeetingKind.AGENDA: "Saksliste",
}
CASES = {MeetingKind.MINUTES: "Saksprotokoll"}
CASE_TYPES = {choice.value: choice.words.nb for choice in table_named("case_types").column("type").choices}


def folder_of(meeting: Meeting, document: Document, tell: Tell) -> etree._Element:
    """Return a meeting that has a date and a body; tells what the standard has no home for."""
    assert meeting.date is not None
    assert meeting.body is not None
    moment = oslo(meeting.date, meeting.start)
    if meeting.number is None:
        tell(meeting.id, "number", "no_number")
    if meeting.plans:
        tell(meeting.id, "plans", "no_home")
    tell(meeting.id, "date", "dates")
    number = meeting.number or meeting.date.isoformat()
    folder = kind("mappe", "moetemappe")
    add(folder, "systemID", uuid_of(meeting.id))
    add(folder, "mappeID", meeting.id)
    add(folder, "tittel", meeting.title or f"Møte {number}")
    _stamp(folder, moment, "opprettet", "avsluttet")
    _about_meeting(add(folder, "virksomhetsspesifikkeMetadata"), meeting, document)
    folder.append(_document(meeting, document, moment, tell))
    parents = {id(inner): case for case in meeting.all_cases() for inner in case.subcases}
    for case in meeting.all_cases():
        folder.append(_case(case, parents.get(id(case)), meeting, moment, tell))
    add(folder, "moetenummer", number)
    add(folder, "utvalg", meeting.body)
    add(folder, "moetedato", meeting.date.isoformat())
    if meeting.place:
        add(folder, "moetested", meeting.place)
    for person in meeting.participants:
        if person.name and person.status is not ParticipantStatus.ABSENT:
            present = add(folder, "moetedeltaker")
            add(present, "moetedeltakerNavn", person.name)
            if person.role:
                add(present, "moetedeltakerFunksjon", person.role)
    return folder


def _stamp(element: etree._Element, moment: datetime, *deeds: str) -> None:
    for deed in deeds:
        add(element, f"{deed}Dato", moment.isoformat())
        add(element, f"{deed}Av", MAKER)


def _at(span: Span) -> dict[str, object]:
    return {"side": span.page, "linje": span.first, "tilLinje": span.last}


def _about_meeting(element: etree._Element, meeting: Meeting, document: Document) -> None:
    source = document.source
    own(element, "kilde", source.name, sha256=source.sha256, **_at(meeting.span))
    for tag, value in (("fraKl", meeting.start), ("tilKl", meeting.end), ("tilDato", meeting.end_date)):
        if value is not None:
            own(element, tag, value.isoformat())
    if following := meeting.next_meeting:
        stated = {"dato": following.date, "fraKl": following.start, "tilKl": following.end, "sted": following.place}
        own(element, "nesteMoete", **stated, **_at(following.span))
    for person in meeting.participants:
        _person(element, person)


def _person(element: etree._Element, person: Participant) -> None:
    """Add what Noark 5 has no field for: organisation, absence, for whom and when."""
    absent = person.status is ParticipantStatus.ABSENT
    one = own(
        element,
        "forfall" if absent else "deltaker",
        navn=person.name,
        status=person.status.value,
        rolle=person.role,
        stilling=person.title,
        representerer=person.organization,
        moetteFor=person.substitute_for,
        tilStede=person.presence,
        **_at(person.span),
    )
    if person.remote:
        one.set("digitalt", "true")
    for number in person.cases:
        own(one, "sak", number)


def _document(meeting: Meeting, document: Document, moment: datetime, tell: Tell) -> etree._Element:
    source = document.source
    record = kind("registrering", "moeteregistrering")
    identity = f"{meeting.id}/document"
    add(record, "systemID", uuid_of(identity))
    _stamp(record, moment, "opprettet", "arkivert")
    described = add(record, "dokumentbeskrivelse")
    add(described, "systemID", uuid_of(f"{identity}/description"))
    add(described, "dokumenttype", DOCUMENTS[meeting.kind])
    add(described, "dokumentstatus", "Dokumentet er ferdigstilt")
    add(described, "tittel", source.name or DOCUMENTS[meeting.kind])
    _stamp(described, moment, "opprettet")
    add(described, "tilknyttetRegistreringSom", "Hoveddokument")
    add(described, "dokumentnummer", 1)
    _stamp(described, moment, "tilknyttet")
    stored = add(described, "dokumentobjekt")
    add(stored, "systemID", uuid_of(f"{identity}/object"))
    add(stored, "versjonsnummer", 1)
    add(stored, "variantformat", "Produksjonsformat")
    add(stored, "format", source.media_type)
    _stamp(stored, moment, "opprettet")
    add(stored, "referanseDokumentfil", source.path or source.name or source.sha256)
    add(stored, "sjekksum", source.sha256)
    add(stored, "sjekksumAlgoritme", "SHA-256")
    add(stored, "filstoerrelse", source.size)
    add(record, "tittel", meeting.title or DOCUMENTS[meeting.kind])
    writers = [
        p.name for p in meeting.participants if p.role and p.role.lower() in ("referent", "sekretær", "møtesekretær")
    ]
    _office(record, DOCUMENTS[meeting.kind], None, meeting, "; ".join(writers), f"{meeting.id}/document", tell)
    return record


def _office(
    record: etree._Element, what: str, case_type: str | None, meeting: Meeting, officers: str, identity: str, tell: Tell
) -> None:
    add(record, "moeteregistreringstype", what)
    if case_type:
        add(record, "moetesakstype", case_type)
    add(record, "administrativEnhet", meeting.body)
    add(record, "saksbehandler", officers or UNKNOWN)
    if not officers:
        tell(identity, "case_officers", "no_officer")


def _case(case: Case, parent: Case | None, meeting: Meeting, moment: datetime, tell: Tell) -> etree._Element:
    record = kind("registrering", "moeteregistrering")
    add(record, "systemID", uuid_of(case.id))
    _stamp(record, moment, "opprettet", "arkivert")
    add(record, "registreringsID", case.id)
    add(record, "tittel", case.title or case.number or case.id)
    _about_case(add(record, "virksomhetsspesifikkeMetadata"), case, parent)
    kinds = case.type_label or "; ".join(CASE_TYPES[each.value] for each in case.type)
    what = CASES.get(meeting.kind, "Saksframlegg")
    _office(record, what, kinds or None, meeting, "; ".join(case.case_officers), case.id, tell)
    known = {each.id for each in meeting.all_cases()}
    for reference in (*case.previously_treated, *case.references):
        if reference.resolved in known:
            add(record, "referanseTilMoeteregistrering", uuid_of(str(reference.resolved)))
    return record


def _about_case(element: etree._Element, case: Case, parent: Case | None) -> None:
    if case.number is not None:
        own(element, "saksnummer", case.number, **_at(case.span))
    for tag, value in (
        ("undertittel", case.subtitle),
        ("hovedsak", parent.id if parent else None),
        ("til", case.to),
        ("fra", case.sender),
        ("arkivsak", case.archive_number),
    ):
        if value is not None:
            own(element, tag, value)
    for name in case.responsible:
        own(element, "ansvarlig", name)
    for tag, documents in (("vedlegg", case.attachments), ("bakgrunnsdokument", case.background_documents)):
        for document in documents:
            own(element, tag, document.title, nr=document.number, **_at(document.span))
    for tag, references in (("tidligereBehandlet", case.previously_treated), ("henvisning", case.references)):
        for reference in references:
            own(element, tag, reference.raw, nummer=reference.number, gjelder=reference.resolved, **_at(reference.span))
    for section in case.sections:
        stretch = own(element, "bolk", overskrift=section.heading, innhold=section.kind.value, **_at(section.span))
        for paragraph in section.paragraphs:
            own(stretch, "avsnitt", paragraph)
    for point in case.discussion_points:
        own(element, "punkt", point.text, merke=point.marker, nivaa=point.level, **_at(point.span))
    for decision in case.decisions:
        _decision(element, decision)


def _decision(element: etree._Element, decision: Decision) -> None:
    tag = "vedtak" if decision.kind is DecisionKind.ADOPTED else "forslag"
    inferred = "true" if decision.inferred else None
    made = own(element, tag, id=decision.id or None, under=decision.label, utledet=inferred, **_at(decision.span))
    own(made, "tekst", decision.text)
    for point in decision.points:
        own(made, "punkt", point.text, merke=point.marker, nivaa=point.level, **_at(point.span))
    if (vote := decision.vote) is not None:
        unanimous = None if vote.unanimous is None else str(vote.unanimous).lower()
        casting = "true" if vote.casting_vote else None
        voted = own(made, "votering", utfall=vote.outcome, enstemmig=unanimous, dobbeltstemme=casting, **_at(vote.span))
        for count in vote.counts:
            votes = own(voted, "stemmer", alternativ=count.option, antall=count.count, parti=count.party)
            for name in count.voters:
                own(votes, "stemme", name)
