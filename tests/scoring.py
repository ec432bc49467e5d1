"""Holds what is read from the written samples against what a careful person reads out of them, facet by facet.

    python tests/scoring.py [--misses N] [NAME …]

prints the figures over all samples and by layout. A figure is F1 in per cent where things are found, missed or
invented (cases, participants, decisions …), and the share that is right where a thing that was found has a field.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen
from tally import Tally, brief, likeness, near, number, plainly, same, same_number
from truth import invented, letters

import govdocs
from govdocs.model import ActionPlan, Case, Decision, Document, FocusArea, Meeting, Record, Vote, VoteCount

__all__ = ["SampleFile", "sample_files", "score", "table"]

ROOT = Path(__file__).parents[1]
FOLDERS = (
    (ROOT / "tests" / "genre", ROOT / "tests" / "genre"),
    (ROOT / "examples" / "expected", ROOT / "examples" / "archive"),
)
"""Folders of expected records, each with the folder its sources lie in."""
Gold = dict[str, Any]


@frozen
class SampleFile:
    """A written sample and what shall be read out of it."""

    path: Path
    """The source."""
    gold: Gold = field(repr=False, eq=False)
    """What a person reads out of it."""

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def layouts(self) -> list[str]:
        """How its documents are laid out, in the words of those who wrote them."""
        parts = [*self.gold["meetings"], *self.gold["plans"]]
        return [each for each in (self.gold.get("layout"), *(part.get("layout") for part in parts)) if each]

    @cached_property
    def text(self) -> str:
        """The source as text."""
        return self.path.read_bytes().decode(self.gold.get("encoding") or "utf-8").replace("\r\n", "\n")

    @property
    def trap(self) -> bool:
        """Whether it holds no document of the genre."""
        return not self.gold["meetings"] and not self.gold["plans"]


@lru_cache
def sample_files() -> tuple[SampleFile, ...]:
    """Return every sample that has expected records."""
    found = []
    for expected, sources in FOLDERS:
        for path in sorted(expected.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            found.append(SampleFile(sources / gold["file"], gold))
    return tuple(found)


# --- documents --------------------------------------------------------------------------------------------------------


def score(sample: SampleFile, document: Document) -> Tally:
    """Hold a document against the expected records of its sample."""
    tally = Tally(sample=sample.name)
    gold = sample.gold
    meetings = tally.pair("meetings", gold["meetings"], document.meetings, _same_meeting, 0.5)
    for wanted, meeting in meetings:
        _meeting(tally, wanted, meeting)
    plans = tally.pair("plans", gold["plans"], document.plans, _same_plan, 0.3)
    for wanted, plan in plans:
        _plan(tally, wanted, plan)
    for wanted in gold["plans"]:
        if not any(wanted is each for each, _ in plans):
            tally.missed["actions"] += len(wanted["actions"])
            tally.missed["areas"] += len(wanted["areas"])
    for wanted in gold["meetings"]:
        if not any(wanted is each for each, _ in meetings):
            tally.missed["cases"] += len(wanted["cases"])
            tally.missed["participants"] += len(wanted["participants"])
            tally.missed["decisions"] += sum(len(case["decisions"]) for case in wanted["cases"])
    made_up = invented(document, sample.text)
    tally.value("nothing invented", "", "; ".join(made_up))
    return tally


def _same_meeting(gold: Gold, meeting: Meeting) -> float:
    got = {number(case.number) for case in meeting.all_cases()}
    wanted = {number(case["number"]) for case in gold["cases"]}
    wanted = {number(case.get("number_also") or case["number"]) for case in gold["cases"]} if got - wanted else wanted
    share = len(wanted & got) / len(wanted | got) if wanted | got else 0.0
    return (
        share
        + 0.5 * bool(gold["date"] and gold["date"] == plainly(meeting.date))
        + 0.5 * bool(gold["number"] and same_number(gold["number"], meeting.number))
    )


def _same_plan(gold: Gold, plan: ActionPlan) -> float:
    wanted = {letters(action["text"])[:40] for action in gold["actions"]}
    got = {letters(action.text)[:40] for action in plan.actions}
    return max(likeness(gold["title"], plan.title) / 2, len(wanted & got) / max(1, len(wanted | got)))


def _place(tally: Tally, gold: Gold, record: Record) -> None:
    """Count whether a record names the line at which a person finds it."""
    spans = [record.span, *(each.span for each in record.spans)]
    inside = any(span.first <= gold["line"] <= span.last for span in spans)
    tally.value(
        "place in the source",
        f"line {gold['line']} of {brief(gold)}",
        f"lines {record.span.first}-{record.span.last}",
        lambda a, b: inside,
    )


def _meeting(tally: Tally, gold: Gold, meeting: Meeting) -> None:
    tests = {"body": near(0.9), "place": near(0.9), "number": same_number}
    for name in ("kind", "body", "number", "date", "start", "end", "place"):
        got = plainly(getattr(meeting, name))
        if gold[name] is not None:
            tally.value(f"meeting {name}", gold[name], got, tests.get(name, same))
        elif name != "body":
            tally.value("meeting: what is not stated", f"no {name}", f"no {name}" if not got else f"{name} {got}")
    days = gold.get("days") or []
    tally.value("meeting last day", days[-1]["date"] if days else "", plainly(meeting.end_date))
    for name in ("date", "start", "end", "place"):
        wanted = (gold.get("next_meeting") or {}).get(name)
        got = plainly(getattr(meeting.next_meeting, name, None))
        if wanted is not None:
            tally.value("next meeting", wanted, got, near(0.9) if name == "place" else same)
        elif got:
            tally.value("meeting: what is not stated", f"no next {name}", f"next {name} {got}")
    _people(tally, gold, meeting)
    pairs = tally.pair("cases", gold["cases"], list(meeting.all_cases()), lambda g, c: float(_numbered(g, c.number)))
    also = {case["number"]: case.get("number_also") for case in gold["cases"]}
    parents = {sub.number: case.number for case in meeting.all_cases() for sub in case.subcases}
    for wanted, case in pairs:
        _case(tally, wanted, case)
        if wanted["parent"] or case.number in parents:
            ways = {"number": wanted["parent"], "number_also": also.get(wanted["parent"])}
            tally.value("case parent", wanted["parent"], parents.get(case.number), lambda a, b, w=ways: _numbered(w, b))


def _numbered(gold: Gold, number: object) -> bool:
    """Tell whether a number is the one of a case, or the other way to write it that its sample allows."""
    also = gold.get("number_also")
    return same_number(gold["number"], number) or (also is not None and same_number(also, number))


def _people(tally: Tally, gold: Gold, meeting: Meeting) -> None:
    listed = [each for each in gold["participants"] if not each.get("from_prose")]
    prose = {letters(each["name"]) for each in gold["participants"] if each.get("from_prose")}
    read = [person for person in meeting.participants if letters(person.name) not in prose]
    for wanted, person in tally.pair(
        "participants", listed, read, lambda g, p: float(same(g["name"], p.name)) + 0.1 * (g["status"] == p.status)
    ):
        _place(tally, wanted, person)
        tally.value("participant status", wanted["status"], plainly(person.status))
        tally.value("participant remote", wanted["remote"], person.remote)
        for name in ("title", "organization"):
            facet = f"participant {name}" if wanted[name] else "participant: what is not stated"
            tally.value(facet, wanted[name], getattr(person, name), near(0.95))
        if wanted["role"]:
            tally.value("participant role", wanted["role"], person.role, lambda a, b: letters(a) in letters(b))
        tally.value("participant cases", sorted(map(number, wanted["cases"])), sorted(map(number, person.cases)))
        substituted = wanted.get("vara_for") or wanted.get("represents")
        if substituted or person.substitute_for:
            tally.value("participant substitute for", substituted, person.substitute_for)


_FACTS = {
    "to": "til",
    "sender": "fra",
    "case_officers": "saksbehandler sakshandsamar saksansvarleg",
    "responsible": "ansvarlig",
    "archive_number": "arkivsak arkivsak-dok. arkivsaknr arkivsaksnr saksmappe arkivreferanse",
}
_FIELD = {label: name for name, labels in _FACTS.items() for label in labels.split()}


def _case(tally: Tally, gold: Gold, case: Case) -> None:
    _place(tally, gold, case)
    whole = " ".join(filter(None, (gold["title"], gold["subtitle"])))
    if gold["title_uncertain"]:  # a title that runs into its text: any whole start or continuation of it will do
        tally.value(
            "case title",
            gold["title"],
            case.title,
            lambda a, b: bool(b) and (letters(b).startswith(letters(a)) or letters(a).startswith(letters(b))),
        )
    else:
        tally.value("case title", gold["title"], case.title, lambda a, b: same(a, b) or same(whole, b))
    if gold["type"]:
        tally.value("case type", gold["type"], case.type_label)
    elif case.type_label:
        tally.value("case type", None, case.type_label)
    for label, wanted in gold["fields"].items():
        name = _FIELD.get(label.casefold())
        if name is not None:
            got = getattr(case, name)
            ways = [mark.join(got) for mark in (" ", ", ", " og ")] if isinstance(got, tuple) else [got]
            tally.value(f"case {name}", wanted, next((way for way in ways if same(wanted, way)), ways[0]))
    for name in ("attachments", "background_documents"):
        tally.pair(name.replace("_", " "), gold[name], [each.title for each in getattr(case, name)], likeness, 0.9)
    for name in ("previously_treated", "references"):
        got = [each.raw for each in getattr(case, name)]
        tally.pair(name.replace("_", " "), gold[name], got, lambda a, b: float(_reference(a) == _reference(b)))
    tally.pair(
        "discussion points", gold["discussion_points"], [point.text for point in case.discussion_points], likeness, 0.95
    )
    headings = {letters(each.heading) for each in case.sections}
    for each in gold["sections"]:
        tally.value(
            "section headings", each["heading"], each["heading"] if letters(each["heading"]) in headings else None
        )
    for wanted, decision in tally.pair("decisions", gold["decisions"], case.decisions, _same_decision, 0.95):
        _decision(tally, wanted, decision)


def _reference(raw: str) -> str:
    return re.sub(r"^[a-zæøå-]+(?=\d)", "", number(raw)) if "/" in raw else number(raw)


def _same_decision(gold: Gold, decision: Decision) -> float:
    return likeness(gold["text"], decision.text) * (gold["kind"] == decision.kind) + 0.01 * same(
        gold["label"], decision.label
    )


def _decision(tally: Tally, gold: Gold, decision: Decision) -> None:
    _place(tally, gold, decision)
    tally.value("decision label", gold["label"], decision.label)
    tally.value("decision inferred", gold["inferred"], decision.inferred)
    tally.value(
        "decision points",
        [letters(item)[:30] for item in gold["items"]],
        [letters(point.text)[:30] for point in decision.points],
    )
    adopted = gold["kind"] == "adopted"
    wanted, vote = gold.get("vote"), decision.vote
    tally.pair(
        "votes on decisions" if adopted else "votes on proposals",
        [wanted] if wanted else [],
        [vote] if vote else [],
        lambda g, v: 1.0,
    )
    if wanted and vote and adopted:
        _vote(tally, wanted, vote)


AGAINST = {"mot", "imot"}


def _vote(tally: Tally, gold: Gold, vote: Vote) -> None:
    if gold.get("unanimous") is not None:
        tally.value("vote unanimous", gold["unanimous"], vote.unanimous)
    tally.value("vote casting", bool(gold.get("casting_vote")), vote.casting_vote)
    for option, wanted in (gold.get("counts") or {}).items():
        side = _side(vote, option)
        got = [c.count for c in side if c.party is None and c.count is not None]
        if option == "against" and not any(c.option in AGAINST and c.count for c in side):  # told by name only
            got = [sum(len(c.voters) for c in side if c.option in AGAINST) or (got[0] if got else None), *got]
        tally.value("vote counts", f"{option} {wanted}", f"{option} {_pick(got, wanted, vote)}")
    for party, counts in gold.get("by_party", {}).items():
        for option, wanted in counts.items():
            of = [c for c in _side(vote, option) if same(c.party, party)]
            got = [len(c.voters) if c.count is None and c.voters else c.count for c in of]
            told = _pick(got, wanted, vote) if got else "nothing"
            tally.value("vote by party", f"{party} {option} {wanted}", f"{party} {option} {told}")
    for option, names in gold.get("by_person", {}).items():
        voters = [name for c in _side(vote, option) for name in c.voters]
        tally.value("vote by person", sorted(map(letters, names)), sorted(map(letters, voters)))


def _side(vote: Vote, option: str) -> list[VoteCount]:
    """Return the counts of one side; alternatives that stand under names of their own may be either."""
    other = AGAINST if option == "for" else {"for"}
    return [c for c in vote.counts if c.option not in other]


def _pick(got: list[int | None], wanted: int | None, vote: Vote) -> int | None:
    """Return the number told for a side: that of the alternative meant, or the first."""
    named = any(c.option not in AGAINST and c.option != "for" for c in vote.counts)
    return wanted if named and wanted in got else got[0] if got else None


def _plan(tally: Tally, gold: Gold, plan: ActionPlan) -> None:
    tally.value("plan title", gold["title"], plan.title)
    for name in ("period", "body"):
        if gold[name]:
            tally.value(f"plan {name}", gold[name], getattr(plan, name))
    if "columns" in gold:
        tally.value("plan columns", gold["columns"], list(plan.columns))
    areas: list[FocusArea] = [area for area in plan.all_areas() if area.title]
    for wanted, area in tally.pair("areas", gold["areas"], areas, lambda g, a: likeness(g["title"], a.title), 0.9):
        _place(tally, wanted, area)
        tally.value("area number", wanted["number"], area.number)
        tally.value("area goal", wanted["goal"], area.goal)
    of = {action.id: area for area in plan.all_areas() for action in area.actions}
    for wanted, action in tally.pair("actions", gold["actions"], plan.actions, _same_action, 0.93):
        if wanted.get("uncertain"):
            continue
        _place(tally, wanted, action)
        for name in ("number", "deadline", "status"):
            tally.value(f"action {name}", wanted.get(name), getattr(action, name))
        tally.value(
            "action responsible", sorted(map(letters, wanted["responsible"])), sorted(map(letters, action.responsible))
        )
        area = of[action.id]
        tally.value(
            "action area",
            wanted["area"],
            area.number or area.title,
            lambda a, b, area=area: same(a, b) or same(a, area.title),
        )


def _same_action(gold: Gold, action: Any) -> float:
    return max(
        likeness(gold["text"], action.text), likeness(" ".join([gold["text"], *gold.get("items", ())]), action.text)
    )


# --- for people -------------------------------------------------------------------------------------------------------


def table(total: Tally, by_layout: Iterable[tuple[str, Tally]]) -> str:
    """Return the figures as text: facet by facet, then layout by layout with the facets under 100."""
    lines = [f"{facet:28} {total.figure(facet):6.1f}  {total.stated(facet)}" for facet in total.facets()]
    lines.append("")
    for name, tally in by_layout:
        facets = tally.facets()
        mean = sum(map(tally.figure, facets)) / len(facets)
        under = ", ".join(f"{facet} {tally.figure(facet):.0f}" for facet in facets if tally.figure(facet) < 100)
        lines.append(f"{name:44} {mean:6.1f} over {len(facets):2}  {under}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="samples to read, all if none is named")
    parser.add_argument("--misses", type=int, default=0, help="print so many of the things that are not as expected")
    options = parser.parse_args()
    total, by_layout = Tally(), []
    for sample in sample_files():
        if not options.names or any(name in sample.name for name in options.names):
            tally = score(sample, govdocs.read(sample.path))
            by_layout.append((sample.name, tally))
            total.add(tally)
    print(table(total, by_layout))
    for miss in total.misses[: options.misses]:
        print(miss)
    return 0


if __name__ == "__main__":
    sys.exit(main())
