"""What a piece of text looks like in a plan's table: a deadline, a status, somebody who answers for a measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, field, frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_position
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.norwegian.words import numbered, words

__all__ = ["Lexicon", "Looks", "is_task", "open_ended"]

_MONTH = "|".join(sorted(numbered("months"), key=len, reverse=True))
_SEASON = "høst|haust|vår|sommer|sommar|vinter|høsten|hausten|våren|sommeren|sommaren|vinteren"
_POINT = rf"""(?:
    \d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})? | \d{{4}}-\d{{2}}-\d{{2}} | \d{{1,2}}/\d{{1,2}}(?:[-–/]\d{{2,4}})?
  | (?:\d{{1,2}}\.\s?)?(?:{_MONTH})\b\.?(?:\s+\d{{4}}|\s*'\d\d)?
  | (?:[1-4]\.|Q[1-4]|K[1-4])\s*(?:kvartal|kv\.?)?(?:\s*\d{{4}})?
  | [12]\.\s?(?:halvår|halvdel)(?:\s+(?:av\s+)?\d{{4}})? | [123]\.\s?tertial(?:\s+\d{{4}})?
  | (?:19|20)\d{{2}}(?:/\d{{2,4}})? | (?:{_SEASON})(?:\s+(?:19|20)\d{{2}})?
  | (?:uke|veke)\s*\d{{1,2}}(?:\s*(?:19|20)\d{{2}})?
  | utgangen\s+av\s+(?:året|(?:{_MONTH})(?:\s+\d{{4}})?|(?:19|20)\d{{2}}) | (?:[a-zæøå]+)?års?skiftet(?:\s+[\d/–-]+)?
  | (?:sommer|sommar|jule?|påske|høst|haust|vinter)ferien | jul | påske
  | (?:i\s+)?(?:plan)?perioden(?:\s+[\d–-]+)? | (?:første|andre|fjerde|tredje)\s+(?:kvartal|halvår)(?:\s+\d{{4}})?
)"""
_EVERY = rf"""(?:
    (?:hver|kvar)t?\s+(?:\d{{1,2}}\.\s?)?(?:(?:annen|annet|anna|andre|tredje|fjerde)\s+)?
    (?:(?:skole|skule|kalender|budsjett)?år|halvår|kvartal|tertial|semester|måned|månad|uke|veke|dag|møte|{_SEASON}|{_MONTH})
  | annet\s?hvert\s+år | anna\s?kvart\s+år | (?:\d|en|én|ein|to|tre|fire|fem|seks)\s+(?:ganger|gang|gonger|gong)\s+
    (?:(?:i|pr\.?|per|om)\s+(?:året|år|halvåret|halvår|måneden|måned|månaden|månad|uken|uke|veka|veke)|årlig|årleg)
)"""
"""How often, in words that a deadline may be alone or behind a day or month."""
_LEAD = (
    r"(?:(?:innen|innan|før|etter|fra|frå|til|i|ved|senest|seinast|ca\.?|primo|ultimo|medio|tidlig|tidleg|sent|seint|oppstart|"
    r"starte[r]?|startar|start|frist|oppstarta|f\.?o\.?m\.?|t\.?o\.?m\.?|ila\.?|i\.l\.a\.|og\ med|ny|heile|hele|"
    r"løpet\ av|starten\ av|slutten\ av|begynnelsen\ av)\s+)*"
)
_JOIN = r"\s*(?:[-–—/,;]|og|til|samt|deretter|deretter årlig)\s*"
_WHEN = rf"(?:{_LEAD}{_POINT}(?:,?\s+{_EVERY})?|{_LEAD}{_EVERY})"
_ONWARD = r"(?:\s*(?:→|[–-]|ff\.?)|\s+og\s+(?:fremover|framover|utover|vidare|videre))?"
_DEADLINE = re.compile(rf"\(?{_WHEN}(?:{_JOIN}{_WHEN}){{0,5}}{_ONWARD}\)?\.?", re.IGNORECASE | re.VERBOSE)
_PARTS = re.compile(r"\s*[,;/]\s*(?:(?:og|så|deretter|seinare|senere)\s+)?|\s+(?:[–—-]|og|samt|deretter|så)\s+")
_AMOUNT = re.compile(
    r"(?!(?:19|20)\d\d$)(?:(?:inntil|ca\.?|om lag|totalt)\s+)?(?:kr\.?\s*)?\d[\d\s.,]*"
    r"(?:[,.]?-|%|(?:kr|kroner|mill\.?|millioner|millionar|mnok|nok|årsverk|stilling)\b)?"
    r"(?:\s*(?:per|pr\.?|i)\s+år(?:et)?)?|0",
    re.IGNORECASE,
)
"""What stands under a column of costs."""
_BEGINS = re.compile(
    rf"(?:hver[t]?|kvar[t]?|minst|innen|innan|årlig|årleg|løpende|løpande|fortløpende|fortløpande|"
    rf"en gang|én gang|ein gong|to ganger|"
    rf"to gonger|første|fyrste|frå|fra|etter|senest|seinast|{_MONTH}|{_SEASON})\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:år|året|månad|måned|måneden|kvartal|halvår|gang|ganger|gong|gonger|vår|høst|haust|uke[rn]?|veke[rn]?|dag|dager|dagar|døgn|måneder|månader|timer|timar|perioden)\b"
)
_DATED = re.compile(rf"(?<!\w){_POINT}(?!\w)", re.IGNORECASE | re.VERBOSE)
_OPEN = re.compile(
    r"(?:\b(?:og|eller|samt|av|for|til|i|på|med|ved|om|fra|frå|som|at|å|den|det|de|dei|en|et|ein|eit|ei|mellom|innen|under|over|per|pr|mellan|mot|"
    r"etter|både|inkludert|gjennom|hos|der|hvor|kor|ikke|ikkje|skal|kan|bør|er|har|sin|sitt|sine|øvrige|deres|vil|hvordan|korleis|"
    r"the|of|och|för|av|inom|af|til|på|der|som)|[,/–(&])$"
)
_BODY = 0.7
"""How much a text must look like a body's name to be taken for one."""
_BODY_ENDS = tuple(words("responsible", "ends"))
_STATE = re.compile(r"\b(?:er|ble|blei|vart|har blitt)\s+\w+(?:t|et|te|a|ne|en)$|\b\w+t\s+(?:i\s+)?(?:19|20)\d\d$")
_DONE = re.compile(
    r"(?:\w*(?:ført|satt|gjort|halde|holdt|laget|laga|lagt|kjøpt|levert|sendt|tatt|teke|bygd|bygget|vedtatt|vedteke|revidert|oppdatert|etablert|"
    r"opprettet|oppretta|arrangert|publisert|implementert|gått|utarbeidet|utarbeidd|anskaffet|ansatt|tilsatt|tilsett|startet|starta|begynt|byrja|"
    r"planlagt|planlagd|varslet|varsla|innarbeidet|innarbeidd))(?:\s+(?:i\s+)?[\w./]+){0,3}",
    re.IGNORECASE,
)
"""A participle that tells what has been done, with when or where behind it."""
_BRACKET = re.compile(r"\s*\([^()]*\)?")
_APART = re.compile(r",\s+|\s+og\s+|\s+i\s+samarbeid\s+med\s+|\s+sammen\s+med\s+|\s+saman\s+med\s+|\s*/\s*|;\s*")
_INFINITIVE = re.compile(
    r"(?!(?:Alle|Flere|Fleire|Færre|Bedre|Betre|Større|Mindre|Andre|Nye|Gode|Våre|Disse|Desse|Trygge|Unge|Eldre|Aktive|Egne|Eigne|Økte|Noe|Hele|Heile)\b)"
    r"(?:[A-ZÆØÅ]\w+(?<!en)e|Ta|Gi|Gje|Få|Gå|Se|Sjå|Bli|Dra|Stå|La|Ha|Be)"
)
"""A verb as measures begin with: no noun in the definite plural, no word for how many or of what kind."""
_MOST = 14
"""Words that a body's name or a deadline has at the most."""
_LABELLED = re.compile(r"[A-ZÆØÅ]\w*(?: \w+){0,2}: ")
"""What no cell begins with: `Målbilde: `, `Ansvar: `."""
_CLUB = re.compile(r"[A-ZÆØÅ][\w-]+ (?:IL|FK|SK|IF|BK|JFF|FAU)")
"""A club or the parents of a school: `Skogtun IL`."""
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}(?:\s*(?:/|,|og)\s*[A-ZÆØÅ]{2,4})*")


@frozen
class Lexicon:
    """The texts that come again and again as whole lines of a document's plans: bodies, deadlines, states."""

    counts: Counter[str] = field(factory=Counter)
    """How often each stands as a whole line."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Lexicon:
        """Count the lines that may be a whole cell: short, beginning with a capital, without an end; no measures."""
        counts = Counter(
            line.text
            for line in lines
            if len(line.text) <= 70
            and line.text[:1].isupper()
            and not line.text.endswith((".", ":", "-", ","))
            and not _LABELLED.match(line.text)
            and not open_ended(line.text)
            and not (line.text.isupper() and " " in line.text)  # a running head
            and not is_task(line.text.split())  # the same measure may stand in two areas
        )
        return cls(Counter({text: count for text, count in counts.items() if count > 1}))

    def __contains__(self, text: object) -> bool:
        """Tell whether a text stands as a whole line more than once."""
        return text in self.counts

    def with_cells(self, texts: Sequence[str]) -> Lexicon:
        """Return the lexicon with the texts of cells that are certain."""
        return Lexicon(self.counts + Counter(texts))


def open_ended(text: str) -> bool:
    """Tell whether a line cannot be the end of what it says: it ends in a word or mark that calls for more."""
    last = text.rsplit(" ", 1)[-1]
    return bool(_OPEN.search(last)) or text.endswith("-") or text.count("(") > text.count(")")


@define(kw_only=True)
class Looks:
    """What texts look like, each asked once."""

    vocabulary: Vocabulary
    """Words of the genre."""
    lexicon: Lexicon
    """Texts that come again and again."""
    _bodies: dict[str, float] = field(init=False, factory=dict)
    _deadlines: dict[str, float] = field(init=False, factory=dict)
    _states: dict[str, float] = field(init=False, factory=dict)

    def body(self, text: str) -> float:
        """Return how much a text looks like the name of who answers for a measure, 0 to 1."""
        known = self._bodies.get(text)
        if known is None:
            known = self._bodies[text] = self._body(text)
        return known

    def is_body(self, text: str) -> bool:
        """Tell what is rather the name of who answers for a measure than anything else."""
        return self.body(text) >= _BODY

    def deadline(self, text: str) -> float:
        """Return how much a text looks like a deadline, 0 to 1."""
        known = self._deadlines.get(text)
        if known is None:
            known = self._deadlines[text] = self._deadline(text)
        return known

    def status(self, text: str) -> float:
        """Return how much a text looks like the state a measure is in, 0 to 1."""
        known = self._states.get(text)
        if known is None:
            known = self._states[text] = self._status(text)
        return known

    def is_value(self, text: str) -> bool:
        """Tell what stands under another column than that of measures: a body, a deadline, a state."""
        return text in self.lexicon or max(self.status(text), self.deadline(text), self.body(text)) >= 0.8

    def cost(self, text: str) -> float:
        """Return how much a text looks like what a measure costs or is paid with, 0 to 1."""
        bare = text.strip(" .")
        if self._is_value(bare.casefold(), "value.cost") or _AMOUNT.fullmatch(bare):
            return 1.0
        words = bare.casefold().split()
        return 0.7 if len(words) <= 8 and (words[:1] == ["kr"] or self._first_words(words, "value.cost")) else 0.0

    def _is_value(self, text: str, kind: str) -> bool:
        return self.vocabulary.words.get(f"value|{text}") == kind

    def _first_words(self, words: Sequence[str], kind: str) -> bool:
        return any(self._is_value(" ".join(words[:n]), kind) for n in range(1, min(5, len(words)) + 1))

    def _deadline(self, text: str) -> float:
        bare = text.strip(" .")
        low = bare.casefold()
        words = low.replace(",", " ").split()
        if len(words) > _MOST:
            return 0.0
        if self._is_when(bare) or all(self._is_when(part) for part in _PARTS.split(bare)):
            return 1.0
        dated = _DATED.search(bare) is not None
        if len(words) > 8:
            return 0.0
        if _BEGINS.match(bare) and (dated or _SPAN.search(low)) and not re.search(r"\s[A-ZÆØÅ][a-zæøå]", bare):
            return 0.9
        first = self._first_words(words, "value.deadline")
        return (0.7 if dated and first else 0.5) if dated or first else 0.0

    def _is_when(self, text: str) -> bool:
        """Tell a time: by its words, by its form, or the one behind the other: `Løpende i perioden`."""
        if self._is_value(text.casefold(), "value.deadline") or _DEADLINE.fullmatch(text):
            return True
        words = text.split()
        return any(
            self._is_value(" ".join(words[:n]).casefold(), "value.deadline")
            and _DEADLINE.fullmatch(" ".join(words[n:]))
            for n in range(1, min(4, len(words)))
        )

    def _status(self, text: str) -> float:
        bare = text.strip(" .")
        low = bare.casefold()
        if self._is_value(low, "value.status"):
            return 1.0
        words = low.replace(",", " ").split()
        if self._first_words(words, "value.status"):
            return 0.8 if len(words) <= 8 else 0.4
        if len(words) <= 2 and _DONE.fullmatch(bare):
            return 0.9
        return 0.5 if len(words) <= 8 and (_STATE.search(bare) or _DONE.fullmatch(bare)) else 0.0

    def _body(self, text: str) -> float:
        bare = _BRACKET.sub("", text).strip(" .,;")
        words = bare.split()
        if not words or len(words) > _MOST:
            return 0.0
        if self._is_value(bare.casefold(), "value.body"):
            return 1.0
        if self.status(bare) == 1.0 or self.deadline(bare) == 1.0 or self.cost(bare) == 1.0:
            return 0.1
        if (text in self.lexicon or bare in self.lexicon) and len(words) <= 8 and not is_task(words):
            return 1.0
        if text.endswith((".", ":")):
            return 0.0
        if not bare[0].isupper():
            return 0.1 if len(words) <= 3 and _ends_body(words[-1]) else 0.0
        parts = [part for part in _APART.split(bare) if part]
        told = sum(map(self._one_body, parts))
        return 0.8 * told / len(parts) * (1.0 if len(words) <= 8 else 0.7)

    def _one_body(self, text: str) -> float:
        words = text.split()
        if text in self.lexicon or self._is_value(text.casefold(), "value.body") or _INITIALS.fullmatch(text):
            return 1.0
        if _CLUB.fullmatch(text):
            return 0.9
        if len(words) > 7:
            return 0.0
        if (len(words) > 2 and is_task(words)) or looks_like_sentence(text):
            return 0.0
        if _ends_body(words[0]) or _ends_body(words[-1]):
            return 1.0
        if is_organization(text) or is_position(text) or is_name(text) or is_first_name(text):
            return 0.9
        return 0.4 if len(words) <= 3 and text[0].isupper() else 0.0


def is_task(words: Sequence[str]) -> bool:
    """Tell a measure, which begins as measures do with an infinitive, from a body: `Lage rutine`."""
    if len(words) < 2 or not _INFINITIVE.fullmatch(words[0]) or not words[1][0].islower():
        return False
    return not _ends_body(words[0]) and (len(words) > 2 or not _ends_body(words[1]))


def _ends_body(word: str) -> bool:
    """Tell a word that ends as the names of bodies and offices do."""
    return word.lower().endswith(_BODY_ENDS)
