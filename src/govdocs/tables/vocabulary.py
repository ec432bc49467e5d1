"""The codes of the model in the words of the registers."""

from __future__ import annotations

from govdocs.tables.columns import Choice, Words

__all__ = ["CASE_TYPE", "DECISION_KIND", "GENRE", "MEETING_KIND", "SECTION_KIND", "SEVERITY", "STATUS"]


def _choices(**words: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, words=Words.parse(text)) for value, text in words.items())


MEETING_KIND = _choices(
    minutes="Referat eller protokoll||Minutes",
    case_papers="Saksframlegg||Case papers",
    notice="Innkalling||Notice",
    agenda="Saksliste||Agenda",
)
GENRE = _choices(
    minutes="Referat eller protokoll||Minutes",
    case_papers="Saksframlegg||Case papers",
    notice="Innkalling||Notice",
    plan="Handlingsplan||Action plan",
    other="Ikke lest som noe kjent|Ikkje lese som noko kjent|Not read as anything known",
)
STATUS = _choices(
    present="Til stede|Til stades|Present",
    absent="Forfall||Absent",
    invited="Invitert||Invited",
    observer="Observatør||Observer",
    secretariat="Sekretariat||Secretariat",
    speaker="Innleder|Innleiar|Speaker",
    official="Fra forvaltningen|Frå forvaltinga|Official",
)
CASE_TYPE = _choices(
    decision="Vedtakssak||For decision",
    discussion="Drøftingssak||For discussion",
    information="Orienteringssak||For information",
    approval="Godkjenningssak||For approval",
    other="Annen|Anna|Other",
)
SECTION_KIND = _choices(
    background="Bakgrunn||Background",
    purpose="Formål|Føremål|Purpose",
    main_points="Hovedpunkter|Hovudpunkt|Main points",
    assessment="Vurdering||Assessment",
    discussion="Drøfting||Discussion",
    treatment="Behandling||Proceedings",
    statement="Protokolltilførsel||Statement for the record",
    other="Annet|Anna|Other",
)
DECISION_KIND = _choices(
    proposed="Forslag|Framlegg|Proposed",
    adopted="Vedtak||Adopted",
)
SEVERITY = _choices(
    error="Feil||Error",
    warning="Advarsel|Åtvaring|Warning",
    info="Til orientering||For information",
)
