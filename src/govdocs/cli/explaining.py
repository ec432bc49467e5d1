"""The words of `govdocs explain` in the language of who reads it; a stranger's evidence stays as it is written."""

from __future__ import annotations

import re
from typing import Any

from govdocs.tables.columns import Choice, Words
from govdocs.tables.vocabulary import CASE_TYPE, DECISION_KIND, GENRE, MEETING_KIND, SECTION_KIND, SEVERITY

__all__ = ["FIELDS", "RECORDS", "Telling"]

WORDS = Words.table(
    {
        "all_read": "{share} av den|{share} av han|{share} of it",
        "case": "sak||case",
        "claims": "PÅSTANDER|PÅSTANDAR|CLAIMS",
        "confidence": "sikkerhet|tryggleik|confidence",
        "findings": "MERKNADER||FINDINGS",
        "in": "i||in",
        "line": "linje|line|line",
        "on": "linje|line|lines",
        "lines": "linjer|liner|lines",
        "lost": "tapte||lost",
        "lost_to": "mot||to",
        "no": "nei||no",
        "no_case": "inneholder ingen sak {number}|inneheld ingen sak {number}|holds no case {number}",
        "nor_other": ", og ingen andre saker|, og ingen andre saker|, nor any other",
        "not_read": "ikke lest|ikkje lese|not read",
        "it_holds": "; her er|; her er|; it holds",
        "and_more": "og {more} til|og {more} til|and {more} more",
        "on_lines": "{reader} på linje {first}-{last}|{reader} på line {first}-{last}|{reader} on lines {first}-{last}",
        "opened": "åpnet av|opna av|opened by",
        "owned": (
            "{share} av tekstlinjene har en eier|{share} av tekstlinene har ein eigar|"
            "{share} of the text lines have an owner"
        ),
        "page": "side||page",
        "pages": "sider||pages",
        "parts": "DELER|DELAR|PARTS",
        "place": "s. {page} l. {line}||p.{page} l.{line}",
        "read_by": "lest av|lesen av|read by",
        "unread": "ULESTE LINJER|ULESNE LINER|UNREAD LINES",
        "weight": "vekt||weight",
        "won": "vant||won",
        "yes": "ja||yes",
    }
)
RECORDS = Words.table(
    {
        "Attachment": "Vedlegg||Attachment",
        "Case": "Sak||Case",
        "CaseReference": "Henvisning|Tilvising|Reference",
        "Decision": "Vedtak||Decision",
        "Point": "Punkt||Point",
        "Section": "Avsnitt||Section",
        "Vote": "Votering|Røysting|Vote",
    }
)
"""The kinds of records that a case is and holds."""
FIELDS = Words.table(
    {
        "agenda": "sakslisten|sakslista|agenda",
        "archive_number": "arkivnummer||archive number",
        "attachments": "vedlegg||attachments",
        "background_documents": "bakgrunnsdokumenter|bakgrunnsdokument|background documents",
        "case_officers": "saksbehandlere|saksbehandlarar|case officers",
        "casting_vote": "lederens dobbeltstemme|dobbeltrøysta til leiaren|casting vote",
        "counts": "stemmetall|røystetal|counts",
        "decisions": "vedtak||decisions",
        "discussion_points": "punkter i drøftingen|punkt i drøftinga|discussion points",
        "heading": "overskrift||heading",
        "inferred": "utledet|utleidd|inferred",
        "kind": "slag||kind",
        "label": "merkelapp||label",
        "level": "nivå||level",
        "marker": "tegn foran|teikn framfor|marker",
        "number": "nummer||number",
        "outcome": "utfall||outcome",
        "paragraphs": "tekst||paragraphs",
        "parsed": "nummeret tolket|nummeret tolka|number taken apart",
        "points": "punkter|punkt|points",
        "previously_treated": "tidligere behandlet|tidlegare behandla|previously treated",
        "raw": "som skrevet|som skrive|as written",
        "references": "henvisninger|tilvisingar|references",
        "resolved": "viser til||means",
        "responsible": "ansvarlig|ansvarleg|responsible",
        "sections": "avsnitt||sections",
        "sender": "fra|frå|sender",
        "subcases": "undersaker||sub-cases",
        "subtitle": "undertittel||subtitle",
        "text": "tekst||text",
        "title": "tittel||title",
        "to": "til||to",
        "type": "sakstype||type",
        "type_label": "sakstype som skrevet|sakstype som skrive|type as written",
        "unanimous": "enstemmig|samrøystes|unanimous",
        "vote": "votering|røysting|vote",
    }
)
"""The fields of those records."""
_CODES: dict[tuple[str, str], tuple[Choice, ...]] = {
    ("Case", "type"): CASE_TYPE,
    ("Decision", "kind"): DECISION_KIND,
    ("Section", "kind"): SECTION_KIND,
}
_MARKS = {
    "date": Words.parse("dag||date"),
    "time": Words.parse("tid||time"),
    "start": Words.parse("begynnelse|byrjing|start"),
    "end": Words.parse("slutt||end"),
    "place": Words.parse("sted|stad|place"),
    "body": Words.parse("organ||body"),
    "number": Words.parse("nummer||number"),
}
_EVIDENCE = tuple(
    (re.compile(pattern), Words.parse(text + "|"))
    for pattern, text in {
        r"case (.+)": r"sak \1|",
        r"a list of those present or absent": (
            "liste over til stede eller forfall|liste over dei til stades eller forfall"
        ),
        r"the title of a plan": "tittelen på en plan|tittelen på ein plan",
        r"the heading of an area": "overskriften til et innsatsområde|overskrifta til eit innsatsområde",
        r"a table with the columns (.+)": r"en tabell med kolonnene \1|ein tabell med kolonnane \1",
        r"measures with who answers for them": "tiltak med hvem som har ansvar|tiltak med kven som har ansvar",
        r"a case number that holds the meeting's, or the style's own label": (
            "et saksnummer som inneholder møtets, eller malens egen merkelapp|"
            "eit saksnummer som inneheld nummeret til møtet, eller merkelappen til malen"
        ),
    }.items()
)
"""What the readers in the box give as evidence."""


class Telling:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, name: str, **facts: Any) -> str:
        """Return a word or phrase, its facts filled in."""
        return WORDS[name].said(self.language).format(**facts)

    def counted(self, number: int, one: str, more: str) -> str:
        """Return a number of something."""
        return f"{number} {self.say(one if number == 1 else more)}"

    def share(self, part: float) -> str:
        """Return a share as per cent."""
        return f"{part:.1%}" if self.language == "en" else f"{part:.1%}".replace(".", ",").replace("%", " %")

    def place(self, item: dict[str, Any]) -> str:
        """Return where a line stands."""
        return self.say("place", page=item["page"], line=item["line"])

    def record(self, kind: str) -> str:
        """Return the name of a kind of record."""
        return RECORDS[kind].said(self.language) if kind in RECORDS else kind

    def field(self, name: str) -> str:
        """Return the name of a field."""
        return FIELDS[name].said(self.language) if name in FIELDS else name

    def genre(self, value: str) -> str:
        """Return the name of a genre."""
        return _coded(GENRE, value, self.language)

    def meeting(self, value: str) -> str:
        """Return the name of a kind of meeting document."""
        return _coded(MEETING_KIND, value, self.language)

    def severity(self, value: str) -> str:
        """Return the name of a severity."""
        return _coded(SEVERITY, value, self.language)

    def value(self, kind: str, field: str, value: Any) -> str:
        """Return a value of a record's field as people read it."""
        if isinstance(value, list):
            return "; ".join(self.value(kind, field, item) for item in value)
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        return _coded(_CODES.get((kind, field), ()), str(value), self.language)

    def reason(self, text: str) -> str:
        """Return what told a reader so; what is not in the table is told as it is."""
        if self.language == "en":
            return text
        if (mark := re.fullmatch(r"the meeting's (\w+)", text)) and mark[1] in _MARKS:
            return ("møtets " if self.language == "nb" else "for møtet: ") + _MARKS[mark[1]].said(self.language)
        for pattern, words in _EVIDENCE:
            if match := pattern.fullmatch(text):
                return match.expand(words.said(self.language))
        return text


def _coded(choices: tuple[Choice, ...], value: str, language: str) -> str:
    return next((choice.words.said(language) for choice in choices if choice.value == value), value)
