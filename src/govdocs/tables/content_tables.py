"""Tables of what cases hold, of plans, and of what to look at."""

from __future__ import annotations

from govdocs.tables import vocabulary as words
from govdocs.tables.columns import Choice, Link, Words
from govdocs.tables.shared import (
    BODY,
    CASE,
    CASE_NUMBER,
    CASE_TITLE,
    IN_CASE,
    INTEGER,
    PERSON,
    PLACE,
    PLAN_TITLE,
    POSITION,
    SOURCE,
    SOURCE_NAME,
    TEXT,
    TO_CASE,
    TO_DECISION,
    TO_MEETING,
    TO_SOURCE,
    column,
    context,
    identity,
    table,
)

# A table of words: a column a line.
# fmt: off

ATTACHMENT = (
    Choice(value="attachment", words=Words.parse("Vedlegg||Attachment")),
    Choice(value="background", words=Words.parse("Bakgrunnsdokument||Background document")),
)
ATTACHMENTS = table(
    "attachments", "Vedlegg||Attachments", "Et dokument som en sak nevner som vedlegg eller bakgrunn.|Eit dokument som ei sak nemner som vedlegg eller bakgrunn.|A document that a case names as an attachment or as background.",
    (
        identity("attachment_id", "Vedlegg-ID||Attachment ID", "Skiller vedlegget fra andre.|Skil vedlegget frå andre.|Tells the attachment from others."),
        SOURCE,
        CASE,
        POSITION,
        *IN_CASE,
        column("kind", TEXT, "Type||Kind", "Vedlegg eller bakgrunnsdokument.||Attachment or background document.", required=True, choices=ATTACHMENT),
        column("number", TEXT, "Nr.||No.", "Nummeret i listen, slik det står.|Nummeret i lista, slik det står.|Its number in the list, as written."),
        column("title", TEXT, "Dokument||Document", "Hva det heter.|Kva det heiter.|Its name.", required=True),
        SOURCE_NAME,
        *PLACE,
    ),
    ("attachment_id",),
    TO_SOURCE, TO_CASE,
)

REFERENCE = (
    Choice(value="previously_treated", words=Words.parse("Tidligere behandlet|Tidlegare behandla|Previously treated")),
    Choice(value="reference", words=Words.parse("Henvisning|Tilvising|Mention")),
)
REFERENCES = table(
    "case_references", "Referanser|Referansar|References", "En henvisning til en annen sak eller et annet møte.|Ei tilvising til ei anna sak eller eit anna møte.|A mention of another case or meeting.",
    (
        identity("reference_id", "Referanse-ID||Reference ID", "Skiller referansen fra andre.|Skil referansen frå andre.|Tells the reference from others."),
        SOURCE,
        CASE,
        POSITION,
        *IN_CASE,
        column("kind", TEXT, "Type||Kind", "Om saken er behandlet der før, eller bare viser dit.|Om saka er behandla der før, eller berre viser dit.|Whether the case was treated there before, or only mentions it.", required=True, choices=REFERENCE),
        column("raw", TEXT, "Viser til||Refers to", "Henvisningen, slik den står.|Tilvisinga, slik ho står.|The mention, as written.", required=True),
        column("number", TEXT, "Nummer||Number", "Saks- eller møtenummeret i henvisningen.|Saks- eller møtenummeret i tilvisinga.|The case or meeting number in it."),
        context("target", "Funnet som|Funne som|Found as", "Saken eller møtet henvisningen gjelder; tom der det ikke er funnet i kilden.|Saka eller møtet tilvisinga gjeld; tom der det ikkje er funne i kjelda.|The case or meeting it means; empty where the source has none."),
        column("resolved_id", TEXT, "Gjelder ID|Gjeld ID|Resolved ID", "ID-en til saken eller møtet henvisningen gjelder.|ID-en til saka eller møtet tilvisinga gjeld.|Id of the case or meeting it means.", technical=True),
        SOURCE_NAME,
        *PLACE,
    ),
    ("reference_id",),
    TO_SOURCE, TO_CASE,
)

PARAGRAPHS = table(
    "paragraphs", "Sakstekst||Case text", "Et avsnitt av teksten i en sak.|Eit avsnitt av teksten i ei sak.|A paragraph of a case's text.",
    (
        identity("section_id", "Seksjon-ID|Bolk-ID|Section ID", "Stykket under én overskrift som avsnittet står i.|Stykket under éi overskrift som avsnittet står i.|The stretch under one heading that the paragraph stands in."),
        SOURCE,
        CASE,
        column("section_position", INTEGER, "Seksjon|Bolk|Section", "Seksjonens plass i saken, fra 1.|Plassen til bolken i saka, frå 1.|Position of the section in the case, from 1.", required=True, technical=True),
        POSITION,
        *IN_CASE,
        column("heading", TEXT, "Overskrift||Heading", "Overskriften over avsnittet, slik den står.|Overskrifta over avsnittet, slik ho står.|The heading over it, as written."),
        column("kind", TEXT, "Innhold|Innhald|Content", "Hva seksjonen handler om, etter overskriften.|Kva bolken handlar om, etter overskrifta.|What the section is about, as the heading tells.", required=True, choices=words.SECTION_KIND),
        column("text", TEXT, "Avsnitt||Paragraph", "Teksten; tom der overskriften står alene.|Teksten; tom der overskrifta står åleine.|The text; empty where the heading stands alone."),
        SOURCE_NAME,
        *PLACE,
    ),
    ("section_id", "position"),
    TO_SOURCE, TO_CASE,
)

POINT = (
    Choice(value="discussion", words=Words.parse("Drøfting||Discussion")),
    Choice(value="proposal", words=Words.parse("Forslag|Framlegg|Proposal")),
    Choice(value="decision", words=Words.parse("Vedtak||Decision")),
    Choice(value="action", words=Words.parse("Tiltak||Action")),
)
TO_ACTION = Link(columns=("action_id",), table="actions", to=("action_id",))
POINTS = table(
    "points", "Punkter|Punkt|Points", "Et punkt i en drøfting, et forslag, et vedtak eller et tiltak.|Eit punkt i ei drøfting, eit framlegg, eit vedtak eller eit tiltak.|An item of a discussion, a proposal, a decision or an action.",
    (
        identity("point_id", "Punkt-ID||Point ID", "Skiller punktet fra andre.|Skil punktet frå andre.|Tells the item from others."),
        SOURCE,
        identity("case_id", "Sak-ID||Case ID", "Saken punktet hører til.|Saka punktet høyrer til.|The case the item belongs to.", required=False),
        identity("decision_id", "Vedtak-ID||Decision ID", "Vedtaket punktet hører til.|Vedtaket punktet høyrer til.|The decision the item belongs to.", required=False),
        identity("action_id", "Tiltak-ID||Action ID", "Tiltaket punktet hører til.|Tiltaket punktet høyrer til.|The action the item belongs to.", required=False),
        POSITION,
        *IN_CASE,
        column("kind", TEXT, "Del av||Part of", "Hva punktet er en del av.|Kva punktet er ein del av.|What the item is part of.", required=True, choices=POINT),
        column("marker", TEXT, "Merke||Mark", "Tallet eller bokstaven foran, slik det står.|Talet eller bokstaven framfor, slik det står.|The number or letter before it, as written."),
        column("level", INTEGER, "Nivå||Level", "Hvor dypt punktet ligger, 0 ytterst.|Kor djupt punktet ligg, 0 ytst.|Depth of nesting, 0 outermost.", required=True),
        column("text", TEXT, "Punkt||Item", "Teksten uten merke.|Teksten utan merke.|The text without its mark.", required=True),
        SOURCE_NAME,
        *PLACE,
    ),
    ("point_id",),
    TO_SOURCE, TO_CASE, TO_DECISION, TO_ACTION,
)

PLAN = identity("plan_id", "Plan-ID||Plan ID", "Planen raden hører til.|Planen rada høyrer til.|The plan the row belongs to.")
TO_PLAN = Link(columns=("plan_id",), table="plans", to=("plan_id",))
PLANS = table(
    "plans", "Planer|Planar|Plans", "En plan: tiltak, og hvem som skal gjøre dem.|Ein plan: tiltak, og kven som skal gjere dei.|A plan: measures, and who shall carry them out.",
    (
        identity("plan_id", "Plan-ID||Plan ID", "Skiller planen fra andre.|Skil planen frå andre.|Tells the plan from others."),
        SOURCE,
        identity("meeting_id", "Møte-ID||Meeting ID", "Møtet som planen er vedlagt.|Møtet som planen er lagd ved.|The meeting whose document holds the plan.", required=False),
        POSITION,
        column("title", TEXT, "Tittel||Title", "Planens navn, uten perioden.|Namnet på planen, utan perioden.|The plan's name without the period."),
        column("body", TEXT, "Organ||Body", "Virksomheten planen gjelder, slik det står.|Verksemda planen gjeld, slik det står.|The body whose plan it is, as written."),
        column("period", TEXT, "Periode||Period", "Årene den gjelder, slik det står.|Åra han gjeld, slik det står.|The years it is for, as written."),
        context("columns", "Kolonner|Kolonnar|Columns", "Overskriftene i planens tabell, slik de står.|Overskriftene i tabellen, slik dei står.|The heads of the plan's columns, as written."),
        context("actions", "Tiltak||Actions", "Antall tiltak.|Talet på tiltak.|Number of measures.", INTEGER),
        SOURCE_NAME,
        *PLACE,
    ),
    ("plan_id",),
    TO_SOURCE, TO_MEETING,
)
PLAN_COLUMNS = table(
    "plan_columns", "Plankolonner|Plankolonnar|Plan columns", "En kolonne i tabellen som planen er satt opp i.|Ein kolonne i tabellen som planen er sett opp i.|A column of the table that the plan is set in.",
    (PLAN, POSITION, column("heading", TEXT, "Overskrift||Heading", "Slik den står.|Slik ho står.|As written.", required=True), *PLACE),
    ("plan_id", "position"),
    TO_PLAN, sheet=False,
)
AREA_NUMBER = "Områdets nummer, slik det står.|Nummeret på området, slik det står.|The area's number, as written."
AREAS = table(
    "areas", "Innsatsområder|Innsatsområde|Focus areas", "Et område i en plan.|Eit område i ein plan.|An area of a plan.",
    (
        identity("area_id", "Område-ID||Area ID", "Skiller området fra andre.|Skil området frå andre.|Tells the area from others."),
        SOURCE,
        PLAN,
        identity("parent_id", "Over-ID||Parent ID", "Området dette ligger under.|Området dette ligg under.|The area this one lies under.", required=False),
        POSITION,
        PLAN_TITLE,
        column("number", TEXT, "Nr.||No.", AREA_NUMBER),
        column("title", TEXT, "Innsatsområde||Focus area", "Områdets navn; tomt i en plan uten områder.|Namnet på området; tomt i ein plan utan område.|The area's name; empty in a plan without areas."),
        column("goal", TEXT, "Mål||Goal", "Hva som skal nås (målbilde, mål).|Kva som skal nåast (målbilete, mål).|What shall be reached."),
        context("actions", "Tiltak||Actions", "Antall tiltak rett under området.|Talet på tiltak rett under området.|Number of measures right under the area.", INTEGER),
        SOURCE_NAME,
        *PLACE,
    ),
    ("area_id",),
    TO_SOURCE, TO_PLAN, Link(columns=("parent_id",), table="areas", to=("area_id",)),
)
ACTIONS = table(
    "actions", "Tiltak||Actions", "Et tiltak i en plan.|Eit tiltak i ein plan.|A measure of a plan.",
    (
        identity("action_id", "Tiltak-ID||Action ID", "Skiller tiltaket fra andre.|Skil tiltaket frå andre.|Tells the action from others."),
        SOURCE,
        PLAN,
        identity("area_id", "Område-ID||Area ID", "Området tiltaket hører til.|Området tiltaket høyrer til.|The area the action belongs to."),
        POSITION,
        PLAN_TITLE,
        context("plan_period", "Periode||Period", "Årene planen gjelder.|Åra planen gjeld.|The years the plan is for."),
        context("area_number", "Områdenr.||Area no.", AREA_NUMBER),
        context("area_title", "Innsatsområde||Focus area", "Området tiltaket hører til.|Området tiltaket høyrer til.|The area the action belongs to."),
        column("number", TEXT, "Nr.||No.", "Tiltakets nummer, slik det står.|Nummeret på tiltaket, slik det står.|The action's number, as written."),
        column("text", TEXT, "Tiltak||Action", "Hele teksten med underpunkter.|Heile teksten med underpunkt.|The whole text with its sub-points.", required=True),
        context("responsible", "Ansvar||Responsible", "De som har ansvaret.|Dei som har ansvaret.|Those who answer for it."),
        column("responsible_note", TEXT, "Om ansvaret||On responsibility", "Det som ellers er sagt om ansvaret.|Det som elles er sagt om ansvaret.|What else is said of the responsibility."),
        column("deadline", TEXT, "Frist||Deadline", "Slik den står.|Slik han står.|As written."),
        column("status", TEXT, "Status||Status", "Slik den står.|Slik han står.|As written."),
        SOURCE_NAME,
        *PLACE,
    ),
    ("action_id",),
    TO_SOURCE, TO_PLAN, Link(columns=("area_id",), table="areas", to=("area_id",)),
)
RESPONSIBLE = table(
    "action_responsible", "Ansvar||Responsible", "En virksomhet som har ansvar for et tiltak.|Ei verksemd som har ansvar for eit tiltak.|A body that answers for an action.",
    (
        identity("action_id", "Tiltak-ID||Action ID", "Tiltaket raden hører til.|Tiltaket rada høyrer til.|The action the row belongs to."),
        POSITION,
        column("name", TEXT, PERSON, "Virksomheten, slik den står.|Verksemda, slik ho står.|The body, as written.", required=True),
        *PLACE,
    ),
    ("action_id", "position"),
    TO_ACTION, sheet=False,
)

FINDINGS = table(
    "findings", "Merknader|Merknader|Findings", "Noe en person bør se på.|Noko ein person bør sjå på.|Something a person should look at.",
    (
        identity("finding_id", "Merknad-ID||Finding ID", "Skiller merknaden fra andre.|Skil merknaden frå andre.|Tells the finding from others."),
        SOURCE,
        POSITION,
        column("severity", TEXT, "Alvor||Severity", "Hvor mye det betyr.|Kor mykje det har å seie.|How much it matters.", required=True, choices=words.SEVERITY),
        column("code", TEXT, "Kode||Code", "Koden den er forklart under i dokumentasjonen.|Koden han er forklart under i dokumentasjonen.|The code it is explained under in the documentation.", required=True),
        column("message", TEXT, "Merknad||Finding", "Hva som bør ses på.|Kva ein bør sjå på.|What to look at.", required=True),
        BODY,
        CASE_NUMBER,
        CASE_TITLE,
        SOURCE_NAME,
        column("record_id", TEXT, "Post-ID||Record ID", "Posten merknaden gjelder.|Posten merknaden gjeld.|The record it is about.", technical=True),
        *PLACE,
    ),
    ("finding_id",),
    TO_SOURCE,
)
UNREAD = table(
    "unread_lines", "Ulest|Ulese|Unread", "En linje med tekst som ingen post har tatt opp.|Ei line med tekst som ingen post har teke opp.|A line of text that no record took.",
    (
        SOURCE,
        SOURCE_NAME,
        context("part", "Del||Part", "Delen av filen linjen står i.|Delen av fila lina står i.|The part of the file it stands in."),
        column("text", TEXT, "Tekst||Text", "Linjen, slik den står.|Lina, slik ho står.|The line, as it stands.", required=True),
        *PLACE,
    ),
    ("source_id", "first_line"),
    TO_SOURCE,
)
