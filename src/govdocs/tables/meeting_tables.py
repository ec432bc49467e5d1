"""Tables of sources, meetings, cases, decisions, votes and participants."""

from __future__ import annotations

from govdocs.tables import vocabulary as words
from govdocs.tables.columns import Choice, Link, Words
from govdocs.tables.shared import (
    BOOLEAN,
    CASE,
    DATE,
    DECISION,
    IN_CASE,
    IN_MEETING,
    INTEGER,
    MEETING,
    NUMBER,
    PERSON,
    PLACE,
    POSITION,
    SOURCE,
    SOURCE_NAME,
    TEXT,
    TIME,
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

SOURCES = table(
    "sources", "Kilder|Kjelder|Sources", "En fil som er lest.|Ei fil som er lesen.|A file that was read.",
    (
        identity("source_id", "Kilde-ID|Kjelde-ID|Source ID", "Begynnelsen av filens SHA-256; skiller kilden fra andre.|Byrjinga av SHA-256 for fila; skil kjelda frå andre.|The start of the file's SHA-256; tells the source from others."),
        column("name", TEXT, "Fil||File", "Filens navn.|Namnet på fila.|The file's name.", required=True),
        context("meetings", "Møter|Møte|Meetings", "Antall møter lest fra filen.|Talet på møte lesne frå fila.|Number of meetings read from the file.", INTEGER),
        context("cases", "Saker||Cases", "Antall saker, undersaker medregnet.|Talet på saker, undersaker medrekna.|Number of cases, sub-cases included.", INTEGER),
        context("decisions", "Vedtak||Decisions", "Antall vedtak; forslag er ikke med.|Talet på vedtak; framlegg er ikkje med.|Number of decisions made; proposals are left out.", INTEGER),
        context("actions", "Tiltak||Actions", "Antall tiltak i planer.|Talet på tiltak i planar.|Number of measures in plans.", INTEGER),
        context("findings", "Merknader||Findings", "Antall merknader til filen.|Talet på merknader til fila.|Number of findings about the file.", INTEGER),
        column("lines", INTEGER, "Linjer|Liner|Lines", "Antall linjer i filen.|Talet på liner i fila.|Number of lines in the file.", required=True),
        column("unread_lines", INTEGER, "Ulest|Ulese|Unread", "Antall linjer med tekst som ingen post har tatt opp.|Talet på liner med tekst som ingen post har teke opp.|Number of lines with text that no record took.", required=True),
        column("coverage", NUMBER, "Dekning||Coverage", "Andelen av tekstlinjene som en post har tatt opp, fra 0 til 1.|Delen av tekstlinene som ein post har teke opp, frå 0 til 1.|Share of the text lines that a record took, 0 to 1.", required=True),
        column("path", TEXT, "Sti||Path", "Hvor filen lå da den ble lest.|Kvar fila låg då ho vart lesen.|Where the file lay when it was read."),
        column("size", INTEGER, "Størrelse|Storleik|Size", "I byte.||In bytes.", required=True, technical=True),
        column("media_type", TEXT, "Medietype||Media type", "Filformatet, som IANA kaller det.|Filformatet, som IANA kallar det.|The file's format, by its IANA name.", required=True, technical=True),
        column("sha256", TEXT, "SHA-256||SHA-256", "Kontrollsum av filens innhold.|Kontrollsum av innhaldet i fila.|Checksum of the file's content.", required=True, technical=True),
        column("opener", TEXT, "Åpnet av|Opna av|Opened by", "Utvidelsen som åpnet filen.|Utvidinga som opna fila.|The plugin that opened the file.", required=True, technical=True),
        column("opener_version", TEXT, "Versjon||Version", "Utvidelsens versjon.|Versjonen av utvidinga.|The plugin's version.", required=True, technical=True),
    ),
    ("source_id",),
)

PARTS = table(
    "parts", "Deler|Delar|Parts", "En del av en fil, slik den ble delt opp.|Ein del av ei fil, slik ho vart delt opp.|A part of a file, as it was divided.",
    (
        identity("part_id", "Del-ID||Part ID", "Skiller delen fra andre.|Skil delen frå andre.|Tells the part from others."),
        SOURCE,
        POSITION,
        SOURCE_NAME,
        column("label", TEXT, "Del||Part", "Hva delen er, i ord.|Kva delen er, i ord.|What the part is, in words.", required=True),
        column("genre", TEXT, "Sjanger||Genre", "Hva slags dokument delen er.|Kva slags dokument delen er.|What kind of document the part is.", required=True, choices=words.GENRE),
        column("reader", TEXT, "Lest av|Lesen av|Read by", "Utvidelsen som leste delen; tom der ingen kjente den igjen.|Utvidinga som las delen; tom der ingen kjende han att.|The plugin that read the part; empty where none knew it."),
        column("confidence", NUMBER, "Sikkerhet|Tryggleik|Confidence", "Hvor sikker utvidelsen var, fra 0 til 1.|Kor trygg utvidinga var, frå 0 til 1.|How sure the plugin was, 0 to 1."),
        column("coverage", NUMBER, "Dekning||Coverage", "Andelen av delens tekstlinjer som en post har tatt opp.|Delen av tekstlinene her som ein post har teke opp.|Share of the part's text lines that a record took.", required=True),
        column("record_id", TEXT, "Post-ID||Record ID", "Møtet eller planen som ble lest.|Møtet eller planen som vart lesen.|The meeting or plan that was read.", technical=True),
        *PLACE,
    ),
    ("part_id",),
    TO_SOURCE,
)

MEETINGS = table(
    "meetings", "Møter|Møte|Meetings", "Et møte i et organ, slik ett dokument forteller om det.|Eit møte i eit organ, slik eitt dokument fortel om det.|A meeting of a body, as one document tells of it.",
    (
        identity("meeting_id", "Møte-ID||Meeting ID", "Skiller møtet fra andre.|Skil møtet frå andre.|Tells the meeting from others."),
        SOURCE,
        POSITION,
        column("body", TEXT, "Organ||Body", "Organet som møtes, slik det står.|Organet som møtest, slik det står.|The body that meets, as written."),
        column("number", TEXT, "Møtenr.||Meeting no.", "Møtets nummer, slik det står.|Nummeret på møtet, slik det står.|The meeting's number, as written."),
        column("date", DATE, "Dato||Date", "Møtets (første) dag.|Den (første) dagen i møtet.|The (first) day of the meeting."),
        column("end_date", DATE, "Til dato||To date", "Siste dag, der møtet går over flere.|Siste dag, der møtet går over fleire.|Last day, where the meeting goes over several."),
        column("start_time", TIME, "Fra kl.|Frå kl.|From", "Når møtet begynner.|Når møtet tek til.|When the meeting begins."),
        column("end_time", TIME, "Til kl.||To", "Når møtet slutter.|Når møtet sluttar.|When the meeting ends."),
        column("place", TEXT, "Sted|Stad|Place", "Møtestedet, slik det står.|Møtestaden, slik han står.|Where it was held, as written."),
        column("kind", TEXT, "Lest fra|Lese frå|Read from", "Hva slags dokument møtet er lest fra.|Kva slags dokument møtet er lese frå.|What kind of document the meeting was read from.", required=True, choices=words.MEETING_KIND),
        column("title", TEXT, "Overskrift||Heading", "Dokumentets egen overskrift.|Overskrifta i dokumentet.|The document's own heading."),
        context("cases", "Saker||Cases", "Antall saker, undersaker medregnet.|Talet på saker, undersaker medrekna.|Number of cases, sub-cases included.", INTEGER),
        context("decisions", "Vedtak||Decisions", "Antall vedtak; forslag er ikke med.|Talet på vedtak; framlegg er ikkje med.|Number of decisions made; proposals are left out.", INTEGER),
        context("present", "Til stede|Til stades|Present", "Antall til stede; tomt der ingen er nevnt.|Talet på dei som var til stades; tomt der ingen er nemnde.|Number of those present; empty where nobody is named.", INTEGER),
        column("next_date", DATE, "Neste møte||Next meeting", "Dagen for neste møte.||The day of the next meeting."),
        column("next_start_time", TIME, "Neste fra kl.|Neste frå kl.|Next from", "Når neste møte begynner.|Når neste møte tek til.|When the next meeting begins.", technical=True),
        column("next_end_time", TIME, "Neste til kl.||Next to", "Når neste møte slutter.|Når neste møte sluttar.|When the next meeting ends.", technical=True),
        column("next_place", TEXT, "Neste sted|Neste stad|Next place", "Hvor neste møte holdes, slik det står.|Kvar neste møte er, slik det står.|Where the next meeting is held, as written.", technical=True),
        SOURCE_NAME,
        *PLACE,
    ),
    ("meeting_id",),
    TO_SOURCE,
)

CASES = table(
    "cases", "Saker||Cases", "En sak på et møte.|Ei sak på eit møte.|A case of a meeting.",
    (
        identity("case_id", "Sak-ID||Case ID", "Skiller saken fra andre.|Skil saka frå andre.|Tells the case from others."),
        SOURCE,
        MEETING,
        identity("parent_id", "Hovedsak-ID|Hovudsak-ID|Parent ID", "Saken som denne er en undersak av.|Saka som denne er ei undersak av.|The case this one is a sub-case of.", required=False),
        POSITION,
        *IN_MEETING,
        column("number", TEXT, "Saksnr.||Case no.", "Saksnummeret, slik det står.||The case number, as written."),
        column("title", TEXT, "Tittel||Title", "Uten «Sak» og nummer.|Utan «Sak» og nummer.|Without the word `Sak` and the number.", required=True),
        column("subtitle", TEXT, "Undertittel||Subtitle", "Linje i kursiv eller etter en hel tittel.|Line i kursiv eller etter ein heil tittel.|A line in italics or after a full title."),
        column("types", TEXT, "Sakstype||Case type", "Hva saken er lagt fram for.|Kva saka er lagd fram for.|What the case is put forward for.", choices=words.CASE_TYPE, context=True),
        column("type_label", TEXT, "Type, som skrevet|Type, som skrive|Type as written", "Sakstypen, slik den står.|Sakstypen, slik han står.|The type of case, as written."),
        context("proposed", "Forslag til vedtak|Framlegg til vedtak|Proposed decision", "Teksten i det som er foreslått.|Teksten i det som er føreslått.|The text of what is proposed."),
        context("adopted", "Vedtak||Decision", "Teksten i det som er vedtatt.|Teksten i det som er vedteke.|The text of what was decided."),
        context("case_officers", "Saksbehandler|Saksbehandlar|Case officer", "De som har forberedt saken.|Dei som har førebudd saka.|Those who prepared the case."),
        context("responsible", "Ansvarlig|Ansvarleg|Responsible", "De som svarer for saken.|Dei som svarer for saka.|Those who answer for the case."),
        column("recipient", TEXT, "Til||To", "Hvem saken er lagt fram for, slik det står.|Kven saka er lagd fram for, slik det står.|Whom the papers go to, as written."),
        column("sender", TEXT, "Fra|Frå|From", "Hvem som legger den fram, slik det står.|Kven som legg ho fram, slik det står.|Who sends the papers, as written."),
        column("archive_number", TEXT, "Arkivsak||Archive no.", "Nummeret i arkivet, slik det står.||The number in the archive, as written."),
        context("attachments", "Vedlegg||Attachments", "Antall vedlegg og bakgrunnsdokumenter.|Talet på vedlegg og bakgrunnsdokument.|Number of attachments and background documents.", INTEGER),
        context("parent_number", "Under sak||Under case", "Saken som denne er en undersak av.|Saka som denne er ei undersak av.|The case this one is a sub-case of."),
        SOURCE_NAME,
        column("year", INTEGER, "Saksår||Case year", "Årstallet i saksnummeret.|Årstalet i saksnummeret.|The year in the case number.", technical=True),
        column("sequence", INTEGER, "Løpenr.||Sequence", "Løpenummeret i saksnummeret.||The running number in the case number.", technical=True),
        column("number_meeting", TEXT, "Møte i nr.||Meeting in no.", "Møtets nummer, der saksnummeret har det.|Nummeret på møtet, der saksnummeret har det.|The meeting's number, where the case number holds it.", technical=True),
        column("prefix", TEXT, "Serie||Series", "Bokstaver som forteller serien: PS, RS.|Bokstavar som fortel serien: PS, RS.|Letters that tell the series: PS, RS.", technical=True),
        *PLACE,
    ),
    ("case_id",),
    TO_SOURCE,
    TO_MEETING,
    Link(columns=("parent_id",), table="cases", to=("case_id",)),
)

CASE_TYPES = table(
    "case_types", "Sakstyper|Sakstypar|Case types", "Noe en sak er lagt fram for; en sak kan ha flere.|Noko ei sak er lagd fram for; ei sak kan ha fleire.|Something a case is put forward for; a case may have several.",
    (
        CASE,
        POSITION,
        column("type", TEXT, "Sakstype||Case type", "Hva saken er lagt fram for.|Kva saka er lagd fram for.|What the case is put forward for.", required=True, choices=words.CASE_TYPE),
        *PLACE,
    ),
    ("case_id", "position"),
    TO_CASE,
    sheet=False,
)

FUNCTION = (
    Choice(value="case_officer", words=Words.parse("Saksbehandler|Saksbehandlar|Case officer")),
    Choice(value="responsible", words=Words.parse("Ansvarlig|Ansvarleg|Responsible")),
)
CASE_PEOPLE = table(
    "case_people", "Saksansvar||Case people", "En som har forberedt eller svarer for en sak.|Ein som har førebudd eller svarer for ei sak.|One who prepared or answers for a case.",
    (
        CASE,
        column("function", TEXT, "Oppgave|Oppgåve|Function", "Hva han eller hun gjør i saken.|Kva han eller ho gjer i saka.|What he or she does in the case.", required=True, choices=FUNCTION),
        POSITION,
        column("name", TEXT, PERSON, "Navnet, slik det står.|Namnet, slik det står.|The name, as written.", required=True),
        *PLACE,
    ),
    ("case_id", "function", "position"),
    TO_CASE,
    sheet=False,
)

DECISIONS = table(
    "decisions", "Vedtak||Decisions", "Et vedtak, eller et forslag til vedtak.|Eit vedtak, eller eit framlegg til vedtak.|A decision made or proposed.",
    (
        identity("decision_id", "Vedtak-ID||Decision ID", "Skiller vedtaket fra andre.|Skil vedtaket frå andre.|Tells the decision from others."),
        SOURCE,
        MEETING,
        CASE,
        POSITION,
        *IN_CASE,
        column("kind", TEXT, "Status||Status", "Om det er foreslått eller vedtatt.|Om det er føreslått eller vedteke.|Whether it was proposed or adopted.", required=True, choices=words.DECISION_KIND),
        column("text", TEXT, "Tekst||Text", "Hele teksten.|Heile teksten.|The whole text.", required=True),
        column("vote_outcome", TEXT, "Votering|Røysting|Vote", "Setningen som forteller utfallet, slik den står.|Setninga som fortel utfallet, slik ho står.|The sentence that tells the outcome, as written."),
        column("vote_unanimous", BOOLEAN, "Enstemmig|Samrøystes|Unanimous", "Om alle stemte for; tom der det ikke er sagt.|Om alle røysta for; tom der det ikkje er sagt.|Whether all were for it; empty where it is not said."),
        column("vote_casting", BOOLEAN, "Dobbeltstemme|Dobbeltrøyst|Casting vote", "Om møtelederens dobbeltstemme avgjorde; tom uten votering.|Om dobbeltrøysta til møteleiaren avgjorde; tom utan røysting.|Whether the chair's casting vote decided; empty without a vote.", technical=True),
        column("label", TEXT, "Står under||Stands under", "Overskriften over vedtaket, slik den står; tom der det ikke er noen.|Overskrifta over vedtaket, slik ho står; tom der det ikkje er noka.|The label over it, as written; empty where there is none."),
        column("inferred", BOOLEAN, "Utledet|Utleidd|Inferred", "Om det bare er utledet av ordlyden at dette er et vedtak.|Om det berre er utleidd av ordlyden at dette er eit vedtak.|Whether only the wording tells that this is a decision.", required=True),
        SOURCE_NAME,
        *PLACE,
    ),
    ("decision_id",),
    TO_SOURCE,
    TO_MEETING,
    TO_CASE,
)
VOTE_COUNTS = table(
    "vote_counts", "Stemmer|Røyster|Votes", "Stemmer for ett alternativ, i alt eller fra ett parti.|Røyster for eitt alternativ, i alt eller frå eitt parti.|Votes for one alternative, in all or by one party.",
    (
        DECISION,
        POSITION,
        *IN_CASE,
        column("option", TEXT, "Alternativ||Alternative", "Det det ble stemt for, slik det står: for, mot, innstillingen.|Det det vart røysta for, slik det står: for, mot, innstillinga.|What the votes were for, as written.", required=True),
        column("votes", INTEGER, "Antall|Tal|Number", "Antall stemmer; tom der bare navn eller parti er nevnt.|Talet på røyster; tom der berre namn eller parti er nemnde.|Number of votes; empty where only names or parties are given."),
        column("party", TEXT, "Parti||Party", "Partiet eller gruppen som ga dem.|Partiet eller gruppa som gav dei.|The party or group that gave them."),
        context("voters", "Avgitt av|Gjevne av|Given by", "Navn på dem som ga dem.|Namn på dei som gav dei.|Names of those who gave them."),
        SOURCE_NAME,
        *PLACE,
    ),
    ("decision_id", "position"),
    TO_DECISION,
)

VOTERS = table(
    "voters", "Avgitt av|Gjevne av|Voters", "En som ga sin stemme.|Ein som gav røysta si.|One who gave a vote.",
    (
        DECISION,
        column("count_position", INTEGER, "Stemmelinje|Røysteline|Count", "Plassen til raden i tabellen over stemmer.|Plassen til rada i tabellen over røyster.|Position of the row among the decision's vote counts.", required=True, technical=True),
        POSITION,
        column("name", TEXT, PERSON, "Navnet, slik det står.|Namnet, slik det står.|The name, as written.", required=True),
        *PLACE,
    ),
    ("decision_id", "count_position", "position"),
    Link(columns=("decision_id", "count_position"), table="vote_counts", to=("decision_id", "position")),
    sheet=False,
)

PARTICIPANTS = table(
    "participants", "Deltakere|Deltakarar|Participants", "En person i en liste over dem som var der eller skulle vært der.|Ein person i ei liste over dei som var der eller skulle ha vore der.|A person in a list of who was there or should have been.",
    (
        identity("participant_id", "Deltaker-ID|Deltakar-ID|Participant ID", "Skiller deltakeren fra andre.|Skil deltakaren frå andre.|Tells the participant from others."),
        SOURCE,
        MEETING,
        POSITION,
        *IN_MEETING,
        column("name", TEXT, PERSON, "Personnavnet alene.|Personnamnet åleine.|The personal name only.", required=True),
        column("title", TEXT, "Stilling||Title", "Stillingen, slik den står.|Stillinga, slik ho står.|The person's position, as written."),
        column("organization", TEXT, "Virksomhet eller parti|Verksemd eller parti|Organisation or party", "Den personen representerer, slik det står.|Den personen representerer, slik det står.|Whom the person represents, as written."),
        column("status", TEXT, "Oppmøte||Attendance", "Om og hvordan personen var med.|Om og korleis personen var med.|Whether and in which capacity the person was there.", required=True, choices=words.STATUS),
        column("role", TEXT, "Rolle||Role", "Rollen i møtet, slik den står: leder, vara, referent.|Rolla i møtet, slik ho står: leiar, vara, referent.|The person's role, as written: chair, deputy, minute-taker."),
        column("remote", BOOLEAN, "Digitalt||Remote", "Om personen var med på avstand.||Whether the person took part from elsewhere.", required=True),
        column("substitute_for", TEXT, "Møtte for||Stood in for", "Den som personen var vara for.||Whom the person stood in for."),
        context("cases", "Saker||Cases", "Sakene personen var med på, der det er sagt.|Sakene personen var med på, der det er sagt.|The cases the person was there for, where it is said."),
        column("presence", TEXT, "Til stede når|Til stades når|When present", "Når personen var til stede, slik det står.|Når personen var til stades, slik det står.|When the person was there, as written."),
        column("list_heading", TEXT, "Står under||Stands under", "Overskriften eller kolonneverdien personen står under.|Overskrifta eller kolonneverdien personen står under.|The heading or column value the person stands under."),
        SOURCE_NAME,
        *PLACE,
    ),
    ("participant_id",),
    TO_SOURCE,
    TO_MEETING,
)

PARTICIPANT_CASES = table(
    "participant_cases", "Deltakeres saker|Sakene til deltakarar|Participants' cases", "En sak som en deltaker var med på.|Ei sak som ein deltakar var med på.|A case that a participant was there for.",
    (
        identity("participant_id", "Deltaker-ID|Deltakar-ID|Participant ID", "Deltakeren raden hører til.|Deltakaren rada høyrer til.|The participant the row belongs to."),
        POSITION,
        column("number", TEXT, "Saksnr.||Case no.", "Saksnummeret, slik det står.||The case number, as written.", required=True),
        *PLACE,
    ),
    ("participant_id", "position"),
    Link(columns=("participant_id",), table="participants", to=("participant_id",)),
    sheet=False,
)
