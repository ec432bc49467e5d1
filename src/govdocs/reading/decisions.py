"""Decisions: their labels, their items, the votes on them, and those that no label announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import Decision, DecisionKind, FieldSpan, Point, Vote
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.reading.blocks import Block, Wrap, blocks, joined, span_of, spans_of
from govdocs.reading.bodies import is_body_name
from govdocs.reading.votes import SENTENCE, UNANIMOUS, only_vote, read_vote

__all__ = ["decision_label", "inferred_decisions", "make_decision"]

_WHO = r"(?:[A-ZÆØÅ0-9][\wÆØÅæøå./&-]*(?:[ ,]+(?:og |for |i )?[\wÆØÅæøå./&-]+){0,7}\s+)?"
_PROPOSED = re.compile(
    rf"^{_WHO}(?:\S*(?:forslag|framlegg|innstilling|tilråding|tilrådning))(?:\s+til\s+(?:vedtak|innstilling|uttalelse|uttale|fråsegn|konklusjon|kommunestyret|bystyret|fylkestinget|formannskapet|styret|kommunestyrevedtak|vedtakspunkt)(?:\s+\S+){{0,3}})?(?:\s+(?:fra|frå|ved|av|v/)\s.{{2,70}})?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"^(?:(?:adm|konst|ass|fung|viseadm|dir)\.\s*)+(?=\w)", re.IGNORECASE)
"""What stands shortened before a position: `Adm. direktør si tilråding`."""
_ADOPTED = re.compile(
    rf"^{_WHO}(?:(?:sitt|si|sin|enstemmige?|einstemmig|samrøystes|endelige?|endeleg)\s+)*(?:vedtak|vedtaket|beslutning|avgjerd|innstillingsvedtak)(?:\s+(?:den\s+)?\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}}))?(?:\s+i\s+.{{2,90}})?(?:\s+mot\s+\w+\s+(?:stemmer?|røyster?))?(?:\s+[-–]\s*(?:\w+|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}))?(?:\s*\([^)]*\)|\s*,\s*(?:enst\.?|enstemmig|samr\.?|samrøystes|einstemmig))?(?:\s+(?:[A-ZÆØÅ]{{1,4}}[-\s])?\d+/\d+)?$",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"^(?:\S+(?:\s\S+){0,4}?(?:s|\ssi|\ssitt|\ssin|\s-)\s+)?(?:(?:enstemmige?|einstemmig"
    r"|samrøystes|endelige?)\s+)?(?:forslag til (?:vedtak|innstilling|uttalelse|fråsegn|protokoll)"
    r"|framlegg til (?:vedtak|innstilling)|innstilling|tilråding|tilrådning|vedtak|beslutning"
    r"|avgjerd)(?:\s+i\s+[A-ZÆØÅ]\S+(?:\s\S+){0,5}\s+[-–]\s+\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\s+(?:i sak|PS|FS)?\s*[\w-]*\d+/\d+|\s*\([^)]*\)|\s+[-–]\s*\w+"
    r"|\s+til\s+(?:kommunestyret|bystyret|fylkestinget|formannskapet|vedtak|styret))?$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"^(?:(?:Alternativt|Omforent|Felles|Nytt|Endra|Endret|Tilleggs)\s+)?(?:endrings|tilleggs|felles"
    r"|utsettelses|utsetjings|alternativ)?-?"
    r"(?:forslag|framlegg)\s+(?:fra|frå|fremmet av|fremja av|v/|ved)\s*[A-ZÆØÅ][^.:;!?]*(?:\([^()]*\))?$",
    re.IGNORECASE,
)
"""A proposal's label without a colon: `Forslag fra Kari Berg (Ap)`."""
_BY_OFFICE = re.compile(
    r"(?:Innstilling|Tilråding|Tilrådning|(?:Forslag|Framlegg) til (?:vedtak|innstilling))\s+(?:fra|frå)\s+[\wæøåÆØÅ-]+"
    r"(?:\s[\wæøåÆØÅ-]+){0,4}",
    re.IGNORECASE,
)
"""The same of whoever prepares the cases: `Innstilling frå sekretariatet`."""
_TREATED = re.compile(
    r"^(?:(?:Behandling|Handsaming|Saksbehandling|Møtebehandling)(?:/vedtak)?\s+i\s+\S.{2,110}"
    r"|(?:Saksprotokoll|Utskrift|Særutskrift)\s*(?:i|frå|fra|[-–:])\s*\S.{2,110}|Saksprotokoll"
    r"|SAKSPROTOKOLL)$"
)
_TREATING = re.compile(
    rf"^(?!(?:Videre|Vidare|Ny|Politisk)\b){_WHO}(?:behandling|handsaming)(?:\s+av\s+sak(?:en|a))?"
    r"(?:\s+(?:den\s+)?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2}))?$",
    re.IGNORECASE,
)
"""What a body did with a case, before a colon: `Formannskapets behandling 02.06.2015`."""
_DAY_OF = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}\s+(?P<body>[A-ZÆØÅ][^\d.:]{3,60})$")
"""The head of what a body did with a case: `11.06.2019 ELDRERÅDET`."""
_STATED = re.compile(
    r"^(?P<label>(?:Protokolltilførsel|Protokolltilførsle|Stemmeforklaring|Røysteforklaring"
    r"|Protokollmerknad|Merknad til protokollen|Særmerknad)(?:\s+(?:fra|frå|v/|ved"
    r"|til)\s[^:]{2,90})?)\s*:?",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"^(?!.*\b(?:problemstilling\w*|innspill|innspel|merknad\w*|spørsmål|kommentar\w*|synspunkt\w*|moment\w*|opplysning\w*):$).*"
    r"\b(?:la\s+(?:fram|frem)|foreslo|føreslo|fremmet|fremma|fremja|fremsatte|framsette"
    r"|satte\s+(?:fram|frem)|sette\s+fram|kom\s+med|leverte|bar\s+fram|gjorde|fremmer|fremjar"
    r"|foreslår|føreslår)\b(?=.*(?:forslag|framlegg|tillegg|endring|på\s+vegne|på\s+vegner|vedtak"
    r"|punkt|at\b|:$))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:følgende|følgjande|slikt|slik)\s+(?P<what>forslag til (?:vedtak|innstilling)|framlegg "
    r"til (?:vedtak|innstilling)|(?:(?:enstemmige?|einstemmige?|samrøystes)\s+)?vedtak|innstilling|tilråding"
    r"|uttalelse|fråsegn|uttale)\s*:?$",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:fattet|fatta|gjorde|gjort|vedtok|traff|besluttet|avga|gav|fatter|gjer)\b", re.IGNORECASE)
_THING = (
    r"(?:Referate[tn]e?|Protokoll(?:en|ane|ene)|Møtereferatet|Møteprotokollen|Innkalling(?:a"
    r"|en)?(?:\s+og\s+(?:saks?liste[na]?|dagsorden(?:en)?))?|Saks?list[ea]n?|Dagsorden(?:en)?"
    r"|Årsrapport(?:en)?|Årsmelding(?:a|en)?|Handlingsplan(?:en)?|Budsjett(?:et)?|Møteplan(?:en)?"
    r"|Sakspapir[ae]?(?:ne)?|Rapport(?:en)?|Planen|Forslaget|Framlegget|Innstillinga|Innstillingen"
    r"|Mandatet|Uttalelsen|Notatet)"
)
_INFERRED = re.compile(
    rf"""^(?:
      {_THING}\b(?:[^.]|\d\.){{0,120}}?\s(?:(?:ble|blei|vart|er|blir|vert)\s+)?(?:enstemmig\s+|samrøystes\s+)?(?:godkjent|godkjend|godkjende|godkjente|vedtatt|vedteke|vedtekne|vedteken|tatt|teken|tekne|teke)\b[^.]*
     |{_THING}\s+(?:godkjennes|godkjennast|godkjent|godkjend|vedtas|tas|takast)\b[^.]*
     |(?:Tas|Tatt|Teken|Teke|Tekne|Takast|Vert\s+teken|Blir\s+teken|Saken\s+tas|Sakene\s+tas)\s+til\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |{_THING}\b(?:[^.]|\d\.){{0,120}}?\s(?:godkjennes|godkjennast)\b[^.]*
     |Det\s+(?:var|er|kom)\s+(?:ingen|ikkje|ikke)\s+(?:merknad|kommentar|innvending)[^.]*,\s+(?:og\s+)?(?i:{_THING})\s+(?:ble|blei|vart|er)\s+(?:godkjent|godkjend)\b[^.]*
     |[^.]{{0,120}}?\b(?:tok|tek|tar)\b[^.]{{0,140}}\btil\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |[^.]{{0,160}}?\b(?:ble|blei|vart)\s+(?:tatt|teken|tekne|teke)\s+til\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |[^.]{{3,120}}?\b(?:fikk|fekk|får)\s+(?:i\s+)?oppdrag(?:et)?\s+(?:med\s+)?(?:å|om)\b.*
     |Det\s+(?:ble|blei|vart)\s+(?:enstemmig\s+|samrøystes\s+|derfor\s+|difor\s+)?(?:besluttet|vedtatt|vedteke|bestemt|avgjort|semje\s+om|enighet\s+om|einigheit\s+om)\b(?!\s+på\s+(?:møte|rådsmøte|styremøte)).*
     |(?:Saken|Saka)\s+(?:(?:ble|blei|vart)\s+(?:utsatt|utsett|trukket|trekt|sendt\s+tilbake)|utsettes|utsettast|utsetjast|trekkes)\b.*
     |[A-ZÆØÅ](?:(?!\bsom\b)[^.,]){{3,80}}?\s(?:ble|blei|vart)\s+(?:enstemmig\s+|samrøystes\s+)?(?:valgt|vald|valde|gjenvalgt|attvald|oppnevnt|oppnemnd)\b.*
     |(?:\w+:\s+)?[A-ZÆØÅ]\w*(?:rådet|utvalget|utvalet|styret|nemnda)\s+ber\s.*
     |Det\s+(?:var|er)\s+(?:derfor\s+|difor\s+|bred\s+|full\s+|brei\s+)?(?:enighet|einigheit|semje|konsensus)\s+om\s+(?:at|å)\b.*
     |(?:Rådet|Styret|Utvalget|Utvalet|Nemnda|Komiteen|Fagrådet|Gruppa|Gruppen|Brukerutvalget|Brukarutvalet|[A-ZÆØÅ][\wæøå-]*(?:rådet|utvalget|utvalet|styret|organet|nemnda)|[A-ZÆØÅ]{{2,6}})\s+(?:vedtok|besluttet|slutta\s+seg\s+til|sluttet\s+seg\s+til|godkjente|godkjende)\b.*
    )$""",
    re.VERBOSE,
)
_CAME_OR_WENT = re.compile(
    r"[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]*){0,3}(?:\s\([^()]*\))?\s(?:gjekk|gikk|forlot|forlét|kom|tiltrådte|tiltredde|fratrådte"
    r"|fråtredde|fratredde)\b[^.!?]{0,60}(?:\bkl\.?\s?\d|\bmøtet\b)[^!?]{0,20}$"
)
"""A remark behind a decision: `Kari Berg forlot møtet kl. 13.10.`"""
_ACTS = re.compile(
    r"(?:Rådet|Styret|Utvalget|Utvalet|Nemnda|Komiteen|Kollegiet|[A-ZÆØÅ][\wæøå-]*(?:rådet|utvalget|utvalet|styret|nemnda"
    r"|tinget|skapet))\s+(?:oppnevner|oppnemner|velger|vel|vedtar|vedtek|godkjenner|slutter|sluttar|gir|gjev|tar|tek)\b"
)
"""What a body does, which is a decision where the next line tells no more than the vote on it."""
_VOTE_ASIDE = re.compile(r"\s+\((?P<vote>(?:Vedtatt|Vedteke|Enstemmig|Samrøystes)\b[^()]*)\)\.?$")
_FURTHER = re.compile(
    r"^(?:I tillegg|Videre|Vidare|Dessuten|Dessutan)\s+(?:skal|ble det (?:besluttet|vedtatt)|vart "
    r"det vedteke)\b"
)
_EARLIER = re.compile(
    r"\b(?:på|i)\s+(?:rådsmøtet|møtet|styremøtet|møte|forrige møte|førre møte)\s+(?:den\s+)?\d"
    r"|\btidligere\b|\btidlegare\b|\bforrige\b|\bførre\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:ønsket at|foreslått|føreslått|kan|bør|bes|blir bedt|skal)\s+(?:om\s+)?(?:å\s+)?(?:tas"
    r"|ta|takast)?\s*til\s+orientering",
    re.IGNORECASE,
)


@remembered
def decision_label(text: str, vocabulary: Vocabulary, *, minutes: bool) -> Label | None:
    """Find the label of a decision, a vote, a treatment or a statement at the start of a line."""
    label = vocabulary.label(text, "decision")
    if label is not None:
        if label.kind == "decision.adopted" and not label.colon and (label.value or only_vote(text)):
            return None
        if not minutes and label.kind == "decision.adopted" and folded(label.written).startswith("konklusjon"):
            return None
        if (
            label.kind == "decision.treatment"
            and not label.colon
            and folded(label.written) in ("protokoll", "saksprotokoll")
        ):
            return None
        return label
    head, colon, value = text.partition(":")
    if colon and len(head) < 110 and not re.search(r"[.!?]\s", _SHORTENED.sub("", head)):
        kind = _kind_of(head)
        if kind and (minutes or kind == "decision.proposed"):
            return Label(kind=kind, written=head.strip(" *_"), value=value.strip(), colon=True)
    if len(text) < 80 and not text.endswith((".", ",", ";")):
        kind = _kind_of(text) if _PLAIN.match(text) else None
        if kind and (minutes or kind == "decision.proposed"):
            return Label(kind=kind, written=text.strip(" *_:"), value="", colon=False)
    if len(text) < 90 and (_BY_WHOM.match(text) or _BY_OFFICE.fullmatch(text)):
        return Label(kind="decision.proposed", written=text.strip(" *_:"), value="", colon=False)
    match = re.match(
        r"^(?P<label>Vedtak|VEDTAK|Forslag til vedtak|Framlegg til vedtak|Innstilling|Tilråding"
        r"|Votering|Røysting|Behandling|Handsaming)\s+(?P<value>[A-ZÆØÅ0-9«].+)$",
        text,
    )
    if match and not re.match(r"(?:FS|PS|RS|KS|[A-Z]{1,4}[-/ ])?\d+/\d+", match["value"]):
        kind = vocabulary.kind(match["label"], "decision")
        if kind:
            return Label(kind=kind, written=match["label"], value=match["value"], colon=False)
    if _TREATED.match(text) or ((match := _DAY_OF.match(text)) and is_body_name(match["body"])):
        return Label(kind="decision.treatment", written=text.rstrip(": "), value="", colon=text.endswith(":"))
    if (match := _STATED.match(text)) and len(text) < 160:
        return Label(
            kind="decision.statement", written=match["label"], value=text[match.end() :].strip(" :"), colon=True
        )
    if text.endswith(":") and len(text) < 240 and _MOVED.search(text) and not _LEAD_IN.search(text):
        return Label(kind="decision.proposed", written=text.rstrip(": "), value="", colon=True)
    if (
        (match := _LEAD_IN.search(text))
        and len(text) < 200
        and (text.endswith(":") or (_MADE.search(text) and len(text) < 90 and text[:1].isupper()))
    ):
        proposed = (
            "forslag" in match["what"].lower()
            or "framlegg" in match["what"].lower()
            or match["what"].lower() in ("innstilling", "tilråding")
        )
        made = bool(_MADE.search(text)) and not proposed
        return Label(
            kind="decision.adopted" if made else "decision.proposed", written=text.rstrip(": "), value="", colon=True
        )
    return None


def _kind_of(head: str) -> str | None:
    text = re.sub(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)", lambda m: m.group().replace(" ", ""), head).strip(" *_:")
    text = re.sub(r"^(?:(?:[A-ZÆØÅ]{1,5}[-\s])?\d{1,4}/\d{2,4}\s+)", "", text)
    if re.fullmatch(
        r"[A-ZÆØÅ][\wæøåÆØÅ-]*(?:fråsegn|fråsegna|uttalelse|uttale)|(?:fråsegn|uttalelse|uttale)\s+(?:fra|frå)\s+\S+(?:\s\S+){0,3}",
        text,
        re.IGNORECASE,
    ):
        return "decision.adopted"
    text = _SHORTENED.sub("", text)
    if re.match(r"saksfr[ae]mlegg", text, re.IGNORECASE):  # the case's paper, no proposal
        return None
    if _PROPOSED.match(text) and len(text.split()) <= 14:
        return "decision.proposed"
    if _ADOPTED.match(text) and len(text.split()) <= 9:
        return "decision.adopted"
    if _TREATING.match(text) and len(text.split()) <= 7:
        return "decision.treatment"
    return None


def make_decision(
    kind: DecisionKind, label: Label, lines: Sequence[Line], seen: frozenset[str], wrap: Wrap
) -> Decision | None:
    """Make a decision of its label and the lines under it; the first line may hold the label."""
    body = [line for line in lines if line.text]
    if not body:
        return None
    if label.value:
        body = [evolve(body[0], text=label.value), *body[1:]]
        wrap_lines: list[Line] = list(wrap.lines)
        inner = Wrap(tuple(body) if len(body) > 12 else tuple(_replaced(wrap_lines, lines[0], body[0])))
    else:
        inner = wrap
    told = _label_vote(label, body[0])
    while len(body) > 1 and only_vote(body[-1].text):
        told = read_vote([body[-1].text], body[-1:]) or told
        body = body[:-1]
    parts = blocks(body, inner, seen)
    while len(parts) > 1 and _CAME_OR_WENT.match(parts[-1].whole):
        parts = parts[:-1]
    while len(parts) > 1 and only_vote(parts[-1].whole):
        told = read_vote([parts[-1].whole], parts[-1].lines) or told
        parts = parts[:-1]
    if parts and (tail := SENTENCE.split(parts[-1].text))[1:] and only_vote(tail[-1]):
        told = read_vote(tail[-1:], parts[-1].lines) or told
        parts[-1] = evolve(parts[-1], text=parts[-1].text.removesuffix(tail[-1]).rstrip())
    if parts and (aside := _VOTE_ASIDE.search(parts[-1].text)):
        told = read_vote([aside["vote"]], parts[-1].lines) or told
        parts[-1] = evolve(parts[-1], text=parts[-1].text[: aside.start()])
    text = " ".join(block.whole for block in parts)
    if not text:
        return None
    points = _points(parts)
    span = span_of(body)
    return Decision(
        span=span,
        spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(lines)),
        kind=kind,
        label=label.written or None,
        text=text,
        points=points,
        vote=told or read_vote([block.text for block in parts], body, strict=True),
    )


def _replaced(lines: list[Line], old: Line, new: Line) -> list[Line]:
    return [new if line is old else line for line in lines]


def _points(parts: Sequence[Block]) -> tuple[Point, ...]:
    items = _folded([block for block in parts if block.marker is not None])
    if len(items) < 2 and not (items and len(parts) == 1 and items[0].marker != "•"):
        items = items if len(items) >= 1 and len(parts) > 1 and parts[0].text.endswith(":") else []
    return tuple(
        Point(
            span=block.span,
            spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(block.lines)),
            text=block.text,
            marker=None if block.bullet else block.marker,
            level=block.level,
        )
        for block in items
    )


def _folded(items: Sequence[Block]) -> list[Block]:
    """Fold the items under an item into it: `3. Rektor får fullmakt til a. …` is one point."""
    out: list[Block] = []
    for block in items:
        if out and block.level > out[-1].level:
            last = out.pop()
            out.append(evolve(last, lines=(*last.lines, *block.lines), text=f"{last.text} {block.whole}"))
        else:
            out.append(block)
    return out


def _label_vote(label: Label, line: Line) -> Vote | None:
    if UNANIMOUS.search(label.written):
        return Vote(span=span_of([line]), unanimous=True, outcome=label.written)
    return read_vote([label.written], [line], strict=True)


def inferred_decisions(parts: Sequence[Block], *, labelled: bool) -> list[Decision]:
    """Find the sentences that decide without a label; fewer forms count where the case has a labelled decision."""
    found: list[Decision] = []
    for n, block in enumerate(parts):
        voted = n + 1 < len(parts) and only_vote(parts[n + 1].text)
        if voted and not labelled and block.marker is None and _ACTS.match(block.text):
            found.append(_inferred(block.text, block))
            continue
        if block.marker is not None and not re.match(
            r"(?:Rådet|Styret|Utvalget|Utvalet|Nemnda)\s+(?:vedtok|besluttet)", block.text
        ):
            continue
        before = False
        for sentence in SENTENCE.split(block.text):
            if (named := re.match(r"[A-ZÆØÅ][\wæøå-]+:\s+(?=[A-ZÆØÅ])", sentence)) and not re.match(r"Det\b", sentence):
                sentence = sentence[named.end() :]
            whole = sentence.rstrip(".")
            decides = bool(_INFERRED.match(whole)) and not _EARLIER.search(sentence) and not _NOT.search(sentence)
            if labelled:
                decides = decides and bool(
                    re.match(r"Det\s+(?:ble|blei|vart)\s+(?:\w+\s+)?(?:besluttet|vedtatt|vedteke|bestemt)\b", sentence)
                )
            decides = decides or (before and bool(_FURTHER.match(sentence)))
            if decides and sentence.endswith(":") and block.text.endswith(sentence) and n + 1 < len(parts):
                after = parts[n + 1]
                both = evolve(block, lines=(*block.lines, *after.lines), text=f"{block.text} {after.whole}")
                found.append(_inferred(f"{sentence} {after.whole}", both))
            elif decides:
                found.append(_inferred(sentence, block))
            before = before or decides
    return found


def _inferred(sentence: str, block: Block) -> Decision:
    lines = _lines_of(sentence, block)
    span = span_of(lines)
    return Decision(
        span=span,
        spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(lines)),
        kind=DecisionKind.ADOPTED,
        text=sentence,
        inferred=True,
        vote=read_vote([sentence], lines, strict=True),
    )


def _lines_of(sentence: str, block: Block) -> list[Line]:
    """Find the lines of a block that hold a sentence."""
    text, start = "", None
    at = block.text.find(sentence)
    kept: list[Line] = []
    for line in block.lines:
        begin = len(text)
        text = joined([text, line]) if text else line.text
        if len(text) > at and begin < at + len(sentence):
            kept.append(line)
        start = begin
    del start
    return kept or list(block.lines)
