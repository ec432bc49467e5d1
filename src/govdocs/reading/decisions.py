"""Decisions: their labels, their items, the votes on them, and those that no label announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import Decision, DecisionKind, FieldSpan, Point, Vote, VoteCount
from govdocs.norwegian.people import is_name, is_party
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.reading.blocks import Block, Wrap, blocks, joined, span_of, spans_of

__all__ = ["decision_label", "inferred_decisions", "make_decision", "read_vote", "with_vote"]

_WHO = r"(?:[A-ZÆØÅ0-9][\wÆØÅæøå./&-]*(?:[ ,]+(?:og |for |i )?[\wÆØÅæøå./&-]+){0,7}\s+)?"
_PROPOSED = re.compile(rf"^{_WHO}(?:\S*(?:forslag|framlegg|innstilling|tilråding|tilrådning))(?:\s+til\s+(?:vedtak|innstilling|uttalelse|uttale|fråsegn|konklusjon|kommunestyret|bystyret|fylkestinget|formannskapet|styret|kommunestyrevedtak|vedtakspunkt)(?:\s+\S+){{0,3}})?(?:\s+(?:fra|frå|ved|av|v/)\s.{{2,70}})?(?:\s*\([^)]*\))?$", re.IGNORECASE)
_ADOPTED = re.compile(rf"^{_WHO}(?:(?:sitt|si|sin|enstemmige?|einstemmig|samrøystes|endelige?|endeleg)\s+)*(?:vedtak|vedtaket|beslutning|avgjerd|innstillingsvedtak)(?:\s+i\s+.{{2,90}})?(?:\s+[-–]\s*\w+)?(?:\s*\([^)]*\)|\s*,\s*(?:enst\.?|enstemmig|samr\.?|samrøystes|einstemmig))?(?:\s+(?:[A-ZÆØÅ]{{1,4}}[-\s])?\d+/\d+)?$", re.IGNORECASE)
_PLAIN = re.compile(r"^(?:\S+(?:\s\S+){0,4}?(?:s|\ssi|\ssitt|\ssin|\s-)\s+)?(?:(?:enstemmige?|einstemmig|samrøystes|endelige?)\s+)?(?:forslag til (?:vedtak|innstilling|uttalelse|fråsegn|protokoll)|framlegg til (?:vedtak|innstilling)|innstilling|tilråding|tilrådning|vedtak|beslutning|avgjerd)(?:\s+(?:i sak|PS|FS)?\s*[\w-]*\d+/\d+|\s*\([^)]*\)|\s+[-–]\s*\w+|\s+til\s+(?:kommunestyret|bystyret|fylkestinget|formannskapet|vedtak|styret))?$", re.IGNORECASE)
_TREATED = re.compile(r"^(?:(?:Behandling|Handsaming|Saksbehandling|Møtebehandling)(?:/vedtak)?\s+i\s+\S.{2,110}|(?:Saksprotokoll|Utskrift|Særutskrift)\s*(?:i|frå|fra|[-–:])\s*\S.{2,110}|Saksprotokoll|SAKSPROTOKOLL)$")
_STATED = re.compile(r"^(?P<label>(?:Protokolltilførsel|Protokolltilførsle|Stemmeforklaring|Røysteforklaring|Protokollmerknad|Merknad til protokollen|Særmerknad)(?:\s+(?:fra|frå|v/|ved|til)\s[^:]{2,90})?)\s*:?", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:la\s+(?:fram|frem)|foreslo|føreslo|fremmet|fremma|fremja|fremsatte|framsette|satte\s+(?:fram|frem)|sette\s+fram|kom\s+med|leverte|bar\s+fram|gjorde|fremmer|fremjar|foreslår|føreslår)\b(?=.*(?:forslag|framlegg|tillegg|endring|på\s+vegne|på\s+vegner|vedtak|punkt|at\b|:$))", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:følgende|følgjande|slikt|slik)\s+(?P<what>forslag til (?:vedtak|innstilling)|framlegg til (?:vedtak|innstilling)|vedtak|innstilling|tilråding|uttalelse|fråsegn|uttale)\s*:$", re.IGNORECASE)
_MADE = re.compile(r"\b(?:fattet|fatta|gjorde|gjort|vedtok|traff|besluttet|avga|gav|fatter|gjer)\b", re.IGNORECASE)
_UNANIMOUS = re.compile(r"\benst\.|\bsamr\.|\b(?:enstemmige?|samrøystes|samrøystest|einstemmig|énstemmig|ein\s?stemmig|samstemmig|samtlige stemmer)\b", re.IGNORECASE)
_AGAINST = re.compile(r"(?P<for>\d{1,3})\s*(?:(?:stemmer|røyster|stemme|røyst|st\.?)\s*)?(?P<fornames>\([^()]*\)\s*)?(?:mot|–|-)\s*(?P<against>\d{1,3})\s*(?:stemmer?|røyst(?:er)?|st\.?)?\s*(?P<names>\([^()]*\))?", re.IGNORECASE)
_VOTED = re.compile(r"(?P<word>vedtatt|vedteke|vedtatt|falt|fall|forkasta|forkastet|nedstemt|fekk|fikk|tiltrådt|avvist|oppnådde)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?P<n>\d{1,3})\s+(?:stemte|stemmer|røyster|røysta|røyste|stemme|røyst)\s+(?P<opt>for|mot|imot|blankt?|avholdende)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<option>(?:For|Mot|Imot)(?:\s+[^:]{0,80}?)?(?:\s+(?:stemte|røysta|røyste))?)\s*:?\s*(?P<count>\d{1,3})?\s*:\s*(?P<list>[^.]+)", re.IGNORECASE)
_OUTCOME = re.compile(r"\b(?:enstemmig|samrøystes|einstemmig|samstemmig|stemmer?|røyst(?:er|a|e)?|vedtatt|vedteke|votering\w*|avstemning\w*|falt|fall)\b", re.IGNORECASE)
_ONLY_VOTE = re.compile(r"^(?:Vedtatt|Vedteke|Vedtaket (?:var|er|ble|vart)|Forslaget (?:ble|vart)|Innstillinga? (?:ble|vart)|Det (?:ble|vart))?\s*(?:enstemmig|einstemmig|samrøystes|samstemmig)(?:\s+(?:vedtatt|vedteke|vedtak|godkjent|godkjend|tiltrådt|tilrådd))?\.?$|^(?:Vedtatt|Vedteke)\s+(?:mot|med)\s+\d+[^.]{0,80}\.?(?:\s+(?:For|Mot|Imot)\s+(?:stemte|røysta|røyste)\b[^.]*\.?){0,2}(?:\s+(?:Forslaget|Framlegget)\b[^.]*(?:falt|fall)\b[^.]*\.?)?$|^(?:Vedtaket|Forslaget|Framlegget|Innstillinga|Innstillingen|Fråsegna|Uttalelsen|Uttalen|Tilrådinga)\s+(?:ble|blei|vart|er|var)\s+(?:enstemmig|samrøystes|einstemmig)\s+\w+\.?$|^[\wéÉ]+\s+(?:stemte|røysta|røyste|stemmer|røyster)\s+(?:for|mot)\b[^.]{0,60}\.?$", re.IGNORECASE)
_CASTING = re.compile(r"dobbeltstemme|dobbeltrøyst|lederens stemme|leders stemme|leiaren si røyst|avgjørende stemme|avgjerande røyst|møtelederens stemme", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«\"“])")
_THING = r"(?:Referate[tn]e?|Protokoll(?:en|ane|ene)|Møtereferatet|Møteprotokollen|Innkalling(?:a|en)?(?:\s+og\s+(?:saks?liste[na]?|dagsorden(?:en)?))?|Saks?list[ea]n?|Dagsorden(?:en)?|Årsrapport(?:en)?|Årsmelding(?:a|en)?|Handlingsplan(?:en)?|Budsjett(?:et)?|Møteplan(?:en)?|Sakspapir[ae]?(?:ne)?|Rapport(?:en)?|Planen|Forslaget|Framlegget|Innstillinga|Innstillingen|Mandatet|Uttalelsen|Notatet)"
_INFERRED = re.compile(
    rf"""^(?:
      {_THING}\b(?:[^.]|\d\.){{0,120}}?\s(?:(?:ble|blei|vart|er|blir|vert)\s+)?(?:enstemmig\s+|samrøystes\s+)?(?:godkjent|godkjend|godkjende|godkjente|vedtatt|vedteke|vedtekne|vedteken|tatt|teken|tekne|teke)\b[^.]*
     |{_THING}\s+(?:godkjennes|godkjennast|godkjent|godkjend|vedtas|tas|takast)\b[^.]*
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
_FURTHER = re.compile(r"^(?:I tillegg|Videre|Vidare|Dessuten|Dessutan)\s+(?:skal|ble det (?:besluttet|vedtatt)|vart det vedteke)\b")
_EARLIER = re.compile(r"\b(?:på|i)\s+(?:rådsmøtet|møtet|styremøtet|møte|forrige møte|førre møte)\s+(?:den\s+)?\d|\btidligere\b|\btidlegare\b|\bforrige\b|\bførre\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:ønsket at|foreslått|føreslått|kan|bør|bes|blir bedt|skal)\s+(?:om\s+)?(?:å\s+)?(?:tas|ta|takast)?\s*til\s+orientering", re.IGNORECASE)


def decision_label(text: str, vocabulary: Vocabulary, *, minutes: bool) -> Label | None:
    """Find the label of a decision, a vote, a treatment or a statement at the start of a line."""
    label = vocabulary.label(text, "decision")
    if label is not None:
        if label.kind == "decision.adopted" and not label.colon and label.value:
            return None
        if not minutes and label.kind == "decision.adopted" and folded(label.written).startswith("konklusjon"):
            return None
        if label.kind == "decision.treatment" and not label.colon and folded(label.written) in ("protokoll", "saksprotokoll"):
            return None
        return label
    head, colon, value = text.partition(":")
    if colon and len(head) < 110 and not re.search(r"[.!?]\s", head):
        kind = _kind_of(head)
        if kind and (minutes or kind == "decision.proposed"):
            return Label(kind=kind, written=head.strip(" *_"), value=value.strip(), colon=True)
    if len(text) < 80 and not text.endswith((".", ",", ";")):
        kind = _kind_of(text) if _PLAIN.match(text) else None
        if kind and (minutes or kind == "decision.proposed"):
            return Label(kind=kind, written=text.strip(" *_:"), value="", colon=False)
    match = re.match(r"^(?P<label>Vedtak|VEDTAK|Forslag til vedtak|Framlegg til vedtak|Innstilling|Tilråding|Votering|Røysting|Behandling|Handsaming)\s+(?P<value>[A-ZÆØÅ0-9«].+)$", text)
    if match and not re.match(r"(?:FS|PS|RS|KS|[A-Z]{1,4}[-/ ])?\d+/\d+", match["value"]):
        kind = vocabulary.kind(match["label"], "decision")
        if kind:
            return Label(kind=kind, written=match["label"], value=match["value"], colon=False)
    if _TREATED.match(text):
        return Label(kind="decision.treatment", written=text.rstrip(": "), value="", colon=text.endswith(":"))
    if (match := _STATED.match(text)) and len(text) < 160:
        return Label(kind="decision.statement", written=match["label"], value=text[match.end() :].strip(" :"), colon=True)
    if text.endswith(":") and len(text) < 240 and _MOVED.search(text) and not _LEAD_IN.search(text):
        return Label(kind="decision.proposed", written=text.rstrip(": "), value="", colon=True)
    if (match := _LEAD_IN.search(text)) and len(text) < 200:
        proposed = "forslag" in match["what"].lower() or "framlegg" in match["what"].lower() or match["what"].lower() in ("innstilling", "tilråding")
        made = bool(_MADE.search(text)) and not proposed
        return Label(kind="decision.adopted" if made else "decision.proposed", written=text.rstrip(": "), value="", colon=True)
    return None


def _kind_of(head: str) -> str | None:
    text = re.sub(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)", lambda m: m.group().replace(" ", ""), head).strip(" *_:")
    text = re.sub(r"^(?:(?:[A-ZÆØÅ]{1,5}[-\s])?\d{1,4}/\d{2,4}\s+)", "", text)
    if re.fullmatch(r"[A-ZÆØÅ][\wæøåÆØÅ-]*(?:fråsegn|fråsegna|uttalelse|uttale)", text, re.IGNORECASE):
        return "decision.adopted"
    if _ADOPTED.match(text) and len(text.split()) <= 9:
        return "decision.adopted"
    if _PROPOSED.match(text) and len(text.split()) <= 14:
        return "decision.proposed"
    return None


def make_decision(kind: DecisionKind, label: Label, lines: Sequence[Line], seen: frozenset[str], wrap: Wrap) -> Decision | None:
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
    while len(body) > 1 and _ONLY_VOTE.match(body[-1].text):
        told = read_vote([body[-1].text], body[-1:]) or told
        body = body[:-1]
    parts = blocks(body, inner, seen)
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
    if _UNANIMOUS.search(label.written):
        return Vote(span=span_of([line]), unanimous=True, outcome=label.written)
    return None


def with_vote(decision: Decision, vote: Vote | None) -> Decision:
    """Return the decision with a vote, unless it has one of its own."""
    return decision if vote is None or decision.vote is not None else evolve(decision, vote=vote)


def read_vote(texts: Sequence[str], lines: Sequence[Line], *, strict: bool = False) -> Vote | None:
    """Read how a vote went from sentences; `strict` asks for a sentence that plainly tells of a vote."""
    sentences = [s for text in texts for s in _SENTENCE.split(text)]
    counts: list[VoteCount] = []
    unanimous: bool | None = None
    told: list[str] = []
    for sentence in sentences:
        if not _OUTCOME.search(sentence) and not (not strict and _NAMED.search(sentence)):
            continue
        if strict and not re.search(r"enstemmig|samrøystes|einstemmig|samstemmig|\d\s*(?:stemmer|røyster|st\.)?\s*mot\s*\d|mot\s+\d+\s+(?:stemme|røyst)|\d\s+(?:stemte|røysta)\s+(?:for|mot)|(?:For|Mot)\s+(?:stemte|røysta)", sentence, re.IGNORECASE):
            continue
        if strict and len(sentence) > 260:
            continue
        found = _counts(sentence)
        if found:
            counts.extend(found)
            told.append(sentence)
        elif _UNANIMOUS.search(sentence) and not re.search(r"\bikk?je? (?:enstemmig|samrøystes)", sentence, re.IGNORECASE):
            unanimous = True
            told.append(sentence)
        elif not strict:
            told.append(sentence)
    if not told:
        return None
    if counts:
        against = sum(c.count or 0 for c in counts if c.option.lower() in ("mot", "imot"))
        unanimous = unanimous if against == 0 and unanimous else False if against else unanimous
    return Vote(
        span=span_of(lines),
        spans=tuple(FieldSpan(field="outcome", span=s) for s in spans_of(lines)),
        outcome=" ".join(told),
        unanimous=unanimous,
        counts=tuple(counts),
        casting_vote=bool(_CASTING.search(" ".join(told))),
    )


def _counts(sentence: str) -> list[VoteCount]:
    counts: list[VoteCount] = []
    for match in _NAMED.finditer(sentence):
        names, parties = _voters(match["list"])
        if names or parties:
            option = "mot" if re.match(r"(?:mot|imot)\b", match["option"], re.IGNORECASE) else "for"
            counts.append(VoteCount(option=option, count=int(match["count"]) if match["count"] else None, voters=tuple(names)))
            counts.extend(VoteCount(option=option, count=n, party=party) for party, n in parties)
    if counts:
        return counts
    match = _AGAINST.search(sentence)
    if match and (_VOTED.search(sentence) or re.search(r"stemme|røyst|votering|mot", sentence, re.IGNORECASE)) and not re.search(r"\d{1,2}[.:]\d{2}", match.group()):
        names_for, parties_for = _voters((match["fornames"] or "").strip(" ()"))
        names, parties = _voters((match["names"] or "").strip("()"))
        counts = [VoteCount(option="for", count=int(match["for"]), voters=tuple(names_for)), VoteCount(option="mot", count=int(match["against"]), voters=tuple(names))]
        counts.extend(VoteCount(option="for", count=n, party=p) for p, n in parties_for)
        counts.extend(VoteCount(option="mot", count=n, party=p) for p, n in parties)
        return counts
    for match in _COUNTED.finditer(sentence):
        option = {"imot": "mot"}.get(match["opt"].lower(), match["opt"].lower())
        counts.append(VoteCount(option=option, count=int(match["n"])))
    return counts


def _voters(text: str) -> tuple[list[str], list[tuple[str, int | None]]]:
    """Read who voted: names, and parties with their numbers (`Ap 8, Sp 3`, `3 Høgre`)."""
    names: list[str] = []
    parties: list[tuple[str, int | None]] = []
    for piece in re.split(r"[,;]|\s+og\s+|\s\+\s", text):
        piece = piece.strip(" .()")
        match = re.fullmatch(r"(?:(?P<a>\d{1,3})\s*(?:fra|frå|x)?\s*)?(?P<party>[A-Za-zÆØÅæøå. ]+?)\s*(?:\(?(?P<b>\d{1,3})\)?)?", piece)
        if match and is_party(match["party"]):
            number = match["a"] or match["b"]
            parties.append((match["party"].strip(), int(number) if number else None))
        else:
            name = re.sub(r"\s*\([^)]*\)?$", "", piece).strip()
            if is_name(name):
                names.append(name)
    return names, parties


def inferred_decisions(parts: Sequence[Block], *, labelled: bool) -> list[Decision]:
    """Find the sentences that decide without a label; fewer forms count where the case has a labelled decision."""
    found: list[Decision] = []
    for block in parts:
        if block.marker is not None and not re.match(r"(?:Rådet|Styret|Utvalget|Utvalet|Nemnda)\s+(?:vedtok|besluttet)", block.text):
            continue
        before = False
        for sentence in _SENTENCE.split(block.text):
            if (named := re.match(r"[A-ZÆØÅ][\wæøå-]+:\s+(?=[A-ZÆØÅ])", sentence)) and not re.match(r"Det\b", sentence):
                sentence = sentence[named.end() :]
            whole = sentence.rstrip(".")
            decides = bool(_INFERRED.match(whole)) and not _EARLIER.search(sentence) and not _NOT.search(sentence)
            if labelled:
                decides = decides and bool(re.match(r"Det\s+(?:ble|blei|vart)\s+(?:\w+\s+)?(?:besluttet|vedtatt|vedteke|bestemt)\b", sentence))
            decides = decides or (before and bool(_FURTHER.match(sentence)))
            if decides:
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
