"""Reads the facts out of each register by other libraries than those that wrote it, in one plain shape to compare.

A fact is a row of texts: the name of a table and the values of some of its columns. Nothing of govdocs is used but the
names of tables and columns.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, time
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree
from workbooks import read_workbook

__all__ = ["COLUMNS", "joined", "of_csv", "of_excel", "of_json", "of_sqlite", "of_xml"]

Fact = tuple[str, ...]
COLUMNS = {
    "sources": "sha256 name size path",
    "meetings": "meeting_id kind body number title date end_date start_time end_time place next_date page last_line",
    "participants": "participant_id meeting_id name title organization status role remote substitute_for presence page",
    "participant_cases": "participant_id number",
    "cases": "case_id meeting_id parent_id number title subtitle type_label recipient sender archive_number first_line",
    "case_types": "case_id type",
    "case_people": "case_id function name",
    "attachments": "attachment_id case_id kind number title last_line",
    "case_references": "reference_id case_id kind raw number page",
    "paragraphs": "section_id case_id heading kind text",
    "points": "point_id case_id decision_id action_id level marker text first_line",
    "decisions": "decision_id case_id kind label text inferred vote_outcome page first_line",
    "vote_counts": "decision_id option votes party",
    "voters": "decision_id count_position name",
    "plans": "plan_id title body period page",
    "plan_columns": "plan_id heading",
    "areas": "area_id plan_id parent_id number title goal",
    "actions": "action_id area_id number text responsible_note deadline status first_line",
    "action_responsible": "action_id name",
    "findings": "code severity message first_line",
    "unread_lines": "first_line page text",
}
JOINED = {
    "participant_cases": ("participants", "cases", ("participant_id",)),
    "case_types": ("cases", "types", ("case_id",)),
    "voters": ("vote_counts", "voters", ("decision_id", "position")),
    "plan_columns": ("plans", "columns", ("plan_id",)),
    "action_responsible": ("actions", "responsible", ("action_id",)),
}
"""Tables that a workbook shows as one joined column of another: that table, the column, and the key there."""


def plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date() | time():
            return value.isoformat()
    return str(value)


def facts(name: str, row: dict[str, Any]) -> Fact:
    return (name, *(plain(row.get(column)) for column in COLUMNS[name].split()))


def of_csv(folder: Path) -> list[Fact]:
    found = []
    for name in COLUMNS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found += [facts(name, row) for row in csv.DictReader(file)]
    return found


def of_sqlite(path: Path) -> list[Fact]:
    found = []
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        for name in COLUMNS:
            for row in map(dict, file.execute(f"SELECT * FROM {name}")):
                flags = {flag: bool(row[flag]) for flag in ("remote", "inferred") if flag in row}
                found.append(facts(name, row | flags))
    return found


def of_excel(path: Path) -> list[Fact]:
    """Return the facts of a workbook, as `joined` gives them for the others."""
    sheets = read_workbook(path)
    found = [facts(name, row) for name, rows in sheets.items() if name in COLUMNS for row in rows]
    for name, (sheet, column, key) in JOINED.items():
        found += [(name, *(plain(row[k]) for k in key), plain(row[column])) for row in sheets[sheet] if row[column]]
    for function, column in (("case_officer", "case_officers"), ("responsible", "responsible")):
        found += [
            ("case_people", plain(r["case_id"]), function, plain(r[column])) for r in sheets["cases"] if r[column]
        ]
    return found


def joined(found: list[Fact]) -> list[Fact]:
    """Put the several values of one key together, as a workbook shows them."""
    several = (*JOINED, "case_people")
    out = [fact for fact in found if fact[0] not in several]
    for key, group in groupby((fact for fact in found if fact[0] in several), lambda fact: fact[:-1]):
        if text := "; ".join(fact[-1] for fact in group):
            out.append((*key, text))
    return out


def of_json(path: Path) -> list[Fact]:
    lines = path.read_bytes().splitlines()
    return [fact for line in lines for fact in _document(json.loads(line), lambda node, name: node.get(name, []))]


def of_xml(path: Path) -> list[Fact]:
    documents = [_node(element) for element in etree.parse(path).getroot()]

    def many(node: dict[str, Any], name: str) -> list[Any]:
        return node.get(SINGULAR.get(name, name), [])

    return [fact for document in documents for fact in _document(document, many)]


SINGULAR = {
    "meetings": "meeting", "participants": "participant", "cases": "case", "subcases": "subcase", "plans": "plan",
    "attachments": "attachment", "background_documents": "background_document", "references": "reference",
    "sections": "section", "paragraphs": "paragraph", "discussion_points": "discussion_point", "decisions": "decision",
    "points": "point", "counts": "count", "voters": "voter", "areas": "area", "subareas": "subarea",
    "actions": "action", "columns": "column", "case_officers": "case_officer", "findings": "finding",
}  # fmt: skip
ALONE = {"source", "parsed", "vote", "next_meeting", "ledger"}
"""Elements that stand once and hold others."""
SEVERAL = {"case", "type", "responsible", "paragraph", "column", "case_officer", "voter", "unread", "plan"}
"""Elements that may stand several times and hold text."""


def _node(element: etree._Element) -> dict[str, Any]:
    """Turn an element into a dictionary with the model's names, as JSON has it."""
    node: dict[str, Any] = {_snake(name): _unescaped(text) for name, text in element.attrib.items()}
    for child in element:
        name = _snake(etree.QName(child).localname)
        if name == "unread":
            node.setdefault(name, []).append(_node(child) | {"text": _unescaped(child.text or "")})
        elif len(child) or (child.attrib and name != "lines"):
            if name in ALONE:
                node[name] = _node(child)
            else:
                node.setdefault(name, []).append(_node(child))
        elif name in SEVERAL:
            node.setdefault(name, []).append(_unescaped(child.text or ""))
        else:
            node[name] = _unescaped(child.text or "")
    return node


def _snake(name: str) -> str:
    return re.sub("[A-Z]", lambda match: f"_{match[0].lower()}", name)


def _unescaped(text: str) -> str:
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


Many = Callable[[dict[str, Any], str], list[Any]]


def _place(node: dict[str, Any]) -> dict[str, Any]:
    span = node.get("span", {})
    return {
        "page": span.get("page", node.get("page")),
        "first_line": span.get("first", node.get("first_line")),
        "last_line": span.get("last", node.get("last_line")),
    }


def _document(node: dict[str, Any], many: Many) -> Iterator[Fact]:
    yield facts("sources", node["source"])
    for meeting in many(node, "meetings"):
        key = meeting["id"]
        following = meeting.get("next_meeting", {})
        named = {"meeting_id": key, "start_time": meeting.get("start"), "end_time": meeting.get("end")}
        yield facts("meetings", meeting | named | {"next_date": following.get("date")} | _place(meeting))
        for person in many(meeting, "participants"):
            own = {"participant_id": person["id"], "meeting_id": key, "remote": _flag(person.get("remote"))}
            yield facts("participants", person | own | _place(person))
            for number in many(person, "cases"):
                yield facts("participant_cases", {"participant_id": person["id"], "number": number})
        for case in many(meeting, "cases"):
            yield from _case(case, key, None, many)
    for plan in many(node, "plans"):
        yield facts("plans", plan | {"plan_id": plan["id"]} | _place(plan))
        for heading in many(plan, "columns"):
            yield facts("plan_columns", {"plan_id": plan["id"], "heading": heading})
        for area in many(plan, "areas"):
            yield from _area(area, plan["id"], None, many)
    for finding in many(node, "findings"):
        message = finding.get("message_nb", finding["message"])
        yield facts("findings", finding | {"message": message} | _place(finding))
    ledger = node["ledger"]
    if "entries" in ledger:
        unread = [e for e in ledger["entries"] if not e.keys() & {"owner", "furniture", "blank"}]
        rows = [{"first_line": e["line"], "page": e["page"], "text": e.get("text")} for e in unread]
    else:
        rows = ledger.get("unread", [])
    yield from (facts("unread_lines", row) for row in rows)


def _flag(value: object) -> str:
    return "true" if value in (True, "true") else "false"


def _case(case: dict[str, Any], meeting: str, parent: str | None, many: Many) -> Iterator[Fact]:
    key = case["id"]
    own = {"case_id": key, "meeting_id": meeting, "parent_id": parent, "recipient": case.get("to")}
    yield facts("cases", case | own | _place(case))
    yield from (facts("case_types", {"case_id": key, "type": kind}) for kind in case.get("type", []))
    for function, name in (("case_officer", "case_officers"), ("responsible", "responsible")):
        for person in many(case, name):
            yield facts("case_people", {"case_id": key, "function": function, "name": person})
    for kind, name in (("attachment", "attachments"), ("background", "background_documents")):
        for document in many(case, name):
            own = {"attachment_id": document["id"], "case_id": key, "kind": kind}
            yield facts("attachments", document | own | _place(document))
    for kind, name in (("previously_treated", "previously_treated"), ("reference", "references")):
        for reference in many(case, name):
            own = {"reference_id": reference["id"], "case_id": key, "kind": kind}
            yield facts("case_references", reference | own | _place(reference))
    for section in many(case, "sections"):
        for text in many(section, "paragraphs") or [None]:
            own = {"section_id": section["id"], "case_id": key, "text": text, "kind": section.get("kind", "other")}
            yield facts("paragraphs", section | own)
    yield from _points(case, "discussion_points", {"case_id": key}, many)
    for decision in many(case, "decisions"):
        vote = decision.get("vote") or {}
        own = {
            "decision_id": decision["id"], "case_id": key, "vote_outcome": vote.get("outcome"),
            "inferred": _flag(decision.get("inferred")),
        }  # fmt: skip
        yield facts("decisions", decision | own | _place(decision))
        yield from _points(decision, "points", {"case_id": key, "decision_id": decision["id"]}, many)
        for position, count in enumerate(many(vote, "counts"), 1):
            yield facts("vote_counts", count | {"decision_id": decision["id"], "votes": count.get("count")})
            for name in many(count, "voters"):
                yield facts("voters", {"decision_id": decision["id"], "count_position": position, "name": name})
    for inner in many(case, "subcases"):
        yield from _case(inner, meeting, key, many)


def _area(area: dict[str, Any], plan: str, parent: str | None, many: Many) -> Iterator[Fact]:
    yield facts("areas", area | {"area_id": area["id"], "plan_id": plan, "parent_id": parent})
    for action in many(area, "actions"):
        key = {"action_id": action["id"]}
        yield facts("actions", action | key | {"area_id": area["id"]} | _place(action))
        yield from (facts("action_responsible", key | {"name": name}) for name in many(action, "responsible"))
        yield from _points(action, "points", key, many)
    for inner in many(area, "subareas"):
        yield from _area(inner, plan, area["id"], many)


def _points(node: dict[str, Any], name: str, keys: dict[str, str], many: Many) -> Iterator[Fact]:
    for point in many(node, name):
        yield facts("points", {"level": 0} | point | keys | {"point_id": point["id"]} | _place(point))
