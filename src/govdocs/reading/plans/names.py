"""What a plan is called: its title, the years it is for, and the body whose plan it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap, joined
from govdocs.reading.plans.headings import area_label, names_a_part
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.values import open_ended

__all__ = [
    "Name",
    "find_name",
    "is_measures_title",
    "is_owner",
    "is_plan_title",
    "name_of",
    "reported_plan",
    "split_period",
]

_WORD = (
    r"[\w-]*(?:plan|planen|strategi|strategien|program|programmet|tiltaksliste|tiltakslista|tiltaksoversikt|veikart|"
    r"vegkart|oppfølgingsliste)"
)
_STEMS = ("plan", "strategi", "program", "tiltaks", "kart", "liste")
"""What each of these words holds one of, its letters spaced or not."""
_TITLE = re.compile(
    rf"(?:\S+\s+){{0,6}}?(?:{_WORD}|H\s?A\s?N\s?D\s?L\s?I\s?N\s?G\s?S\s?P\s?L\s?A\s?N)(?![\wæøå])", re.IGNORECASE
)
_LONG = 50
"""Letters of a title's line behind which the next may begin with a capital and still be its rest."""
_UNION = re.compile(
    r"(?:Kommunane|Kommunene|Fylkeskommunane|Fylkeskommunene)\s+[A-ZÆØÅ].*\sog\s.*|"
    r"[A-ZÆØÅ]\w+(?:, [A-ZÆØÅ]\w+){0,8} og [A-ZÆØÅ]\w+ (?:fylkes)?kommun(?:er|ar|ene|ane)"
)
"""Bodies that have a plan together."""
_YEARS = r"(?:19|20)\d{2}\s*(?:[-–—/]|til|og)\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)|(?:19|20)\d{2}(?=\s*$)"
_PERIOD = re.compile(
    rf"\s*(?:,\s*|\s[–—-]\s*|\s*:\s*)?(?:for\s+(?:perioden|åra|årene|planperioden)\s+)?\(?(?P<years>{_YEARS})\)?\s*\.?\s*$"
)
_ONLY = re.compile(
    rf"(?:(?:for\s+)?(?:perioden|planperioden|planperiode|periode|åra|årene|skoleåret|skuleåret|barnehageåret)\s*:?\s*)?\(?(?P<years>{_YEARS})\)?",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:plan)?periode(?:n)?\s*:\s*(?P<years>[^:]{4,60}\d)|(?:gjelder|gjeld|gjeldende|gjeldande)(?:\s+for)?(?:\s+perioden|\s+åra|\s+årene)?\s*:?\s*"
    rf"(?P<valid>{_YEARS})",
    re.IGNORECASE,
)
_VALID = re.compile(
    rf"(?:[.,;]\s|\s[–-]\s)(?:[Gg]jelder|[Gg]jeld)(?:\s(?:for\s)?perioden|\sfor)?\s(?P<years>{_YEARS})\.?$"
)
"""The years behind when it was adopted: `Vedtatt 20.06.2024. Gjelder 2024–2028.`"""
_WITHIN = re.compile(
    r"\s\(?(?P<years>(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\)?\s+med\s+\w*(?:tiltak|tiltaksplan|handlings(?:plan|del))$"
)
"""The years within a title, before what the plan comes with: `Strategi for kultur 2025–2029 med tiltaksplan`."""
_OWNER = re.compile(r"\s(?:for|i|ved|på|FOR|I|VED|PÅ)\s+(?P<body>[A-ZÆØÅ]\S*(?:\s\S+){0,5})$")
_LABELLED = re.compile(
    r"(?:(?:Plan)?[Ee]ier|(?:Plan)?[Ee]igar|Enhet|Eining|Virksomhet|Verksemd|Kommune|Organisasjon|Avdeling|Etat|Institusjon|Sk[ou]le|Barnehage)\s*:\s*"
    r"[A-ZÆØÅ][^:]{2,70}(?<![.,])"
)
"""Whose plan it is, behind a label near its title: `Enhet: Solvik sykehjem`."""
_OWNED = re.compile(rf"(?P<title>\S.*?)\s\(?(?P<years>{_YEARS})\)?\s*[–—,-]\s+(?P<body>[A-ZÆØÅ].*)")
"""A title behind whose years stands whose plan it is: `Handlingsplan mot vold 2023–2026 – Lia kommune`."""
_SESSION = re.compile(
    r"(?:Meld|Prop|St|Innst|Dokument|Ot)\.?\s*(?:St\.?|meld\.?|prp\.?|S|L)?\s*\.?\s*(?:nr\.?\s*)?\d+\s*(?:[LS]\s*)?$"
)
_EDITION = re.compile(
    r"\b(?:revisjon|revidert|rullert|rullering|versjon|utgave|utgåve|vedtatt|vedteken|oppdatert)$", re.IGNORECASE
)
"""Words whose year says when a plan was made, and not what years it is for."""
_DESIGNATION = re.compile(
    r"(?<![A-ZÆØÅa-zæøå])(?P<name>(?:(?:[Rr]egional|[Nn]asjonal|[Ll]okal|[Kk]ommunal|[Ff]elles|[Oo]verordna|[Oo]verordnet|[Ii]nterkommunal)\w*\s+)?"
    r"[A-ZÆØÅa-zæøå]*(?i:handlings|tiltaks|samarbeids|satsings|utviklings|beredskaps)plan(?:en)?\s+(?:for|mot|om|i)\s+[a-zæøå-]+(?:(?:\s+og|,)?\s+[a-zæøå-]+){0,4}?)"
    r"(?=\s+(?P<verb>bygger|byggjer|skal|ble|blei|vart|er|gjelder|gjeld|beskriver|følger|følgjer|omfatter|omfattar|inneholder|viser|tar|tek|har|legger|legg|"
    r"gir|gjev)\b|\s+(?P<years>(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})|[.,:;)]|$)"
)


_VERB = re.compile(
    r"\s(?:bygger|byggjer|skal|er|ble|vart|blei|gjelder|gjeld|beskriver|følger|følgjer|omfatter|omfattar|inneholder|tar|har|legger|gir|gjev|viser|vert|blir)\s"
    r"|\s\w{3,40}(?:eres|føres)\s|[a-zæøå]{4}[.!?] [A-ZÆØÅ]"
)
"""What says something of a plan, or ends a sentence within a line."""


_MEASURES = re.compile(
    r"(?:[Pp]rioriterte|[Pp]lanlagte|[Pp]lanlagde|[Vv]edtatte|[Vv]edtekne|[Nn]ye|[Ff]elles)\s+tiltak\s+"
    rf"(?:(?:i|for)\s+(?:perioden\s+)?)?(?:{_YEARS})"
)
"""A list of measures that is called so and no plan: `Prioriterte tiltak 2016`."""
_REPORT_ON = re.compile(
    r"(?:status(?:rapport|oversikt)?|(?:års|halvårs|tertial)?rapport(?:ering)?|gjennomgang|oppfølging|oppfølgjing)\b"
    r"(?:[\w\s]{0,40}?\s(?:for|av|på|til))?\s+(?!om\b)(?=(?:[^\s–—-]\S*\s+){0,4}?\S*(?:handlingsplan|tiltaksplan|handlingsprogram))",
    re.IGNORECASE,
)
_REPORT_BEHIND = re.compile(
    r"\s+[–—-]\s+(?:\w*rapport(?:ering)?|status\w*)(?:\s+(?:for|per|pr\.?|i)?\s*(?:[\w.]+\s+){0,2}\d{4})?$",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r",?\s+(?:per|pr\.?)\s+(?:\d|januar|februar|mars|april|mai|jun|jul|august|sept|okt|nov|des).*$", re.IGNORECASE
)
"""The day whose state a report tells."""


@frozen(kw_only=True)
class Name:
    """What a plan is called, with the lines that say so."""

    title: str | None = None
    period: str | None = None
    body: str | None = None
    title_lines: tuple[Line, ...] = ()
    period_lines: tuple[Line, ...] = ()
    body_lines: tuple[Line, ...] = ()


def is_plan_title(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line may be the title of a plan: a plan's word in it, no sentence, no area's label."""
    text = text.lstrip("#* ")
    if not text or len(text) > 160 or not (text[0].isupper() or text[0] == "«") or text.endswith((":", ";", ",")):
        return False
    if not any(map("".join(text.lower().split()).__contains__, _STEMS)):
        return False
    if "•" in text or vocabulary.label(
        text, "case", "head", "attendance", "agenda", "decision", "section", alone=False
    ):
        return False
    plain = split_period(text)[0]
    if (
        mark_of(text) is not None
        or area_label(text, vocabulary) is not None
        or vocabulary.kind(text, "plan") is not None
    ):
        return False
    return (
        bool(_TITLE.match(plain))
        and not looks_like_sentence(plain)
        and not _VERB.search(plain)
        and not re.match(
            r"(?:Planen|Kontakt|Vedtatt|Vedteke|Godkjent|Kilde|Se|Tiltak|Vedlegg|Forslag til vedtak)\b", text
        )
    )


def is_measures_title(text: str) -> bool:
    """Tell the title of a list of measures that is called so, with its years, and no plan."""
    return _MEASURES.fullmatch(text.strip(" .")) is not None


def reported_plan(text: str) -> str | None:
    """Return the name of the plan that a report tells the state of, by the report's own title; `None` for others."""
    plain = _REPORT_BEHIND.sub("", text)
    while (front := _REPORT_ON.match(plain)) is not None:
        plain = _AS_OF.sub("", plain[front.end() :])
    return plain if plain != text and (plain[0].isupper() or " " in plain) else None


def split_period(text: str) -> tuple[str, str | None]:
    """Take the years off the end of a title: `Plan for X, 2021-2025`, `(2017-2021)`, `2024–2027`."""
    ended = text[-1:].isdigit() or text[-1:] in (")", ".") or text[-1:].isspace()
    match = _PERIOD.search(text) if ended else None
    before = text[: match.start()].rstrip(" (") if match is not None else ""
    if match is None or not before or _SESSION.search(before) or _EDITION.search(before):
        return text, None
    return text[: match.start()].rstrip(" ,:–-("), match["years"].strip()


def name_of(text: str, lines: Sequence[Line]) -> Name:
    """Return the name of a plan whose title a heading is, whatever it says."""
    title, period = split_period(text.lstrip("#* "))
    own = tuple(lines)
    return Name(title=title, period=period, title_lines=own, period_lines=own if period else ())


def find_name(
    lines: Sequence[Line],
    limit: int,
    caption: Sequence[Line],
    wrap: Wrap,
    vocabulary: Vocabulary,
    words: frozenset[str],
) -> Name:
    """Find the name of a plan.

    `lines` are its text lines and `limit` the place of its first area or table; `caption` are the lines right over a
    table that stands alone. Without a title, the plan's name is how the text most fully calls it.
    """
    name = _from_head(lines, limit, wrap, vocabulary, words)
    if caption and (name.title is None or caption[-1].text.endswith(":")):
        name = _from_caption(caption, words)
    if name.title is None:
        name = _from_text(lines)
    if name.body is not None:
        return name
    return _with_body(name, lines, limit)


def _from_caption(caption: Sequence[Line], words: frozenset[str]) -> Name:
    text = joined(caption, words)
    if text.endswith(":"):
        match = re.search(
            rf"(?:forslag\s+til\s+|utkast\s+til\s+)?(?<![\wæøå]){_WORD}(?![\wæøå]).*", text.rstrip(" :"), re.IGNORECASE
        )
        return Name(title=match.group() if match else text.rstrip(" :"), title_lines=tuple(caption))
    mark = mark_of(text)
    whole = mark.rest if mark is not None and mark.number and mark.rest else text
    title, period = split_period(whole)
    if period is not None and len(period) == 4 and not _TITLE.match(title):
        title, period = whole, None  # the year of what the measures answer, and not of a plan
    return Name(
        title=title, period=period, title_lines=tuple(caption), period_lines=tuple(caption[-1:]) if period else ()
    )


def _from_head(lines: Sequence[Line], limit: int, wrap: Wrap, vocabulary: Vocabulary, words: frozenset[str]) -> Name:
    found = [
        n
        for n in range(min(limit, len(lines), 30))
        if is_plan_title(lines[n].text, vocabulary) and not _in_running_text(lines, n, wrap)
    ]
    first = max(found, key=lambda n: _titleness(lines[n]), default=None)
    if first is None:
        return _from_measures(lines)
    end = first + 1
    while end < min(limit, first + 3) and _title_goes_on(lines[end - 1], lines[end], wrap):
        end += 1
    beside = _beside(lines[first]) if end == first + 1 else None
    whole = joined([lines[first].text[: lines[first].gaps[0]]] if beside else lines[first:end], words).strip("#* ")
    whole = reported_plan(whole) or whole
    title, period = split_period(whole)
    if period is None and (owned := _OWNED.fullmatch(whole)) is not None and is_organization(owned["body"]):
        title, period, beside = owned["title"].rstrip(" ,:–-("), owned["years"], owned["body"]
    if period is None and (within := _WITHIN.search(whole)) is not None:
        period = within["years"]
    period_lines = lines[end - 1 : end] if period else ()
    if period is None or len(period) == 4:
        for n in range(max(0, first - 2), min(limit, end + 6, len(lines))):
            told = _period_told(lines[n].text) if not first <= n < end else None
            if told is not None:
                title = whole if period is not None else title
                period, period_lines = told, lines[n : n + 1]
                break
    own = tuple(lines[first:end])
    return Name(
        title=title,
        period=period,
        body=beside,
        title_lines=own,
        period_lines=tuple(period_lines),
        body_lines=own if beside else (),
    )


def _beside(line: Line) -> str | None:
    """Return the body whose name stands on the line of a title, a wide gap between them."""
    rest = line.text[line.gaps[0] :].strip() if len(line.gaps) == 1 else ""
    return rest if rest and is_organization(rest) and not re.search(r"\d", rest) else None


def _from_measures(lines: Sequence[Line]) -> Name:
    """Read the title of a list of measures, which its years belong to."""
    found = next((n for n, line in enumerate(lines[:12]) if is_measures_title(line.text)), None)
    if found is None:
        return Name()
    told, title = lines[found : found + 1], lines[found].text.strip(" .")
    return Name(title=title, period=split_period(title)[1], title_lines=tuple(told), period_lines=tuple(told))


def _period_told(text: str) -> str | None:
    """Return the years that a line near the title tells: alone, behind a label, or behind the name of a part."""
    match = _ONLY.fullmatch(text) or _TOLD.fullmatch(text)
    match = match or _VALID.search(text)
    if match is not None:
        return next(each for each in match.groupdict().values() if each).strip()
    plain, period = split_period(text)
    owner = (is_organization(plain) or _UNION.fullmatch(plain)) and re.search(r"\d", plain) is None
    return period if period is not None and (names_a_part(plain) or owner) else None


def _titleness(line: Line) -> int:
    """Return how much a line is set as a title is, and not as a running head that happens to come first."""
    named = re.search(r"\s(?:for|mot|om|i)\s", line.text.lower()) is not None
    return (
        4 * (line.heading == 1)
        + 2 * (split_period(line.text)[1] is not None)
        + named
        + bool(line.bold)
        - 2 * bool(line.gaps)
        - 4 * names_a_part(split_period(line.text)[0].lstrip("#* "))
    )


def _in_running_text(lines: Sequence[Line], at: int, wrap: Wrap) -> bool:
    """Tell a line of a paragraph that happens to hold a plan's word."""
    follower = lines[at + 1] if at + 1 < len(lines) else None
    runs_in = at > 0 and wrap.goes_on(lines[at - 1], lines[at])
    return runs_in or (
        follower is not None and wrap.goes_on(lines[at], follower) and follower.text.endswith((".", ","))
    )


def _title_goes_on(line: Line, after: Line, wrap: Wrap) -> bool:
    if (
        split_period(line.text)[1]
        or names_a_part(split_period(after.text)[0])
        or _ONLY.fullmatch(after.text)
        or (is_organization(after.text) and not line.text.isupper())
    ):
        return False
    if line.heading and after.heading == line.heading and after.number - line.number <= 1:
        return True
    anew = after.text[:1].isupper() and not open_ended(line.text) and len(line.text) <= _LONG
    return (not anew and wrap.goes_on(line, after) and not looks_like_sentence(after.text)) or (
        line.text.isupper() and after.text.isupper() and after.number - line.number <= 1
    )


def _from_text(lines: Sequence[Line]) -> Name:
    """Find how the text calls its own plan: the name that most often begins a sentence about it, or bears its years."""
    seen: Counter[str] = Counter()
    years: dict[str, tuple[str, Line]] = {}
    places: dict[str, Line] = {}
    for line in lines:
        for match in _DESIGNATION.finditer(line.text):
            name = match["name"]
            begins = match.start() == 0 or line.text[: match.start()].rstrip().endswith((".", ":"))
            if match["verb"] and begins and name[:1].isupper():
                seen[name] += 1
                places.setdefault(name, line)
            elif match["years"]:
                years.setdefault(_core(name), (match["years"], line))
    if not seen:
        return Name()
    title = max(seen, key=lambda name: (seen[name], len(name)))
    period, at = years.get(_core(title), (None, None))
    return Name(title=title, period=period, title_lines=(places[title],), period_lines=(at,) if at is not None else ())


def _core(name: str) -> str:
    """Return what a full and a short name of one plan share: the part from the word for a plan on."""
    match = re.search(r"[a-zæøå]*plan\w*\s.*", name.casefold())
    return match.group() if match else name.casefold()


def is_owner(text: str) -> bool:
    """Tell whose plan it is from what it is about; in a title of capitals the form of its words tells nothing."""
    if re.search(r"\b\w*(?:plan|program)\b", text, re.IGNORECASE):
        return False
    return is_organization(text.capitalize() if text.isupper() and " " in text else text)


def _with_body(name: Name, lines: Sequence[Line], limit: int) -> Name:
    """Add the body: a line near the title that names one and nothing else."""
    taken = {line.number for line in (*name.title_lines, *name.period_lines)}
    first = name.title_lines[0].number if name.title_lines else None
    near = [
        line
        for line in lines[: min(limit, 12)]
        if (line.number not in taken or line in name.period_lines)
        and line not in name.title_lines
        and (first is None or abs(line.number - first) <= 8)
    ]
    told = next((line for line in near if _LABELLED.fullmatch(line.text)), None)
    if told is not None and first is not None:
        return evolve(name, body=told.text.partition(":")[2].strip(), body_lines=(told,))
    for line in near:
        text = re.sub(r"\s{2,}.*", "", line.text)
        if line.gaps:
            text = line.text[: line.gaps[0]].strip()
        text = split_period(text)[0]
        if (
            first is not None
            and len(text) <= 80
            and text[:1].isupper()
            and not text.endswith((".", ":", ","))
            and (is_organization(text) or _UNION.fullmatch(text))
            and not names_a_part(text)
            and not looks_like_sentence(text)
            and not re.search(r"\d|\bplan\b|handlingsplan|:", text.casefold())
            and len(text.split()) <= 9
        ):
            return evolve(name, body=text, body_lines=(line,))
    owner = _OWNER.search(name.title or "")
    if owner is not None and is_owner(owner["body"]) and not re.search(r"\s[–—-]\s", owner["body"]):
        return evolve(name, body=owner["body"], body_lines=name.title_lines)
    return name
