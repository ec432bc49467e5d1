"""`govdocs explain`: why a document was read as it was, down to the lines of one case."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govdocs.cli.options import Commands, add_command, add_language, add_reading, archive, source
from govdocs.cli.terminal import complain

if TYPE_CHECKING:
    from govdocs.cli.explaining import Telling

__all__ = ["add", "cases", "whole"]

WINNER = re.compile(r"(?P<reader>.+) on lines (?P<first>\d+)-(?P<last>\d+)")

MOST_NUMBERS = 20
"""Case numbers that are named where the one asked for is not there."""


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "explain",
        "show why a document was read as it was",
        "Show every claim on a document, won or lost, with its evidence; the parts and how much of each was read; the "
        "lines that nobody read; and the findings. With --case, show the lines that each field of a case came from.",
        "govdocs explain referat.pdf --case 41/5/2022",
    )
    parser.add_argument("source", type=source, metavar="FILE", help="a file, a folder or a zip archive")
    parser.add_argument("--case", metavar="NUMBER", help="show one case, by its number as written")
    parser.add_argument("--json", action="store_true", help="print JSON, one document a line")
    add_language(parser, "what is told; the names in JSON stay")
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the explanation of each document in the source."""
    from govdocs.archive import Failure
    from govdocs.cli.explaining import Telling
    from govdocs.cli.explanation import explained, explained_cases
    from govdocs.cli.reasons import said
    from govdocs.pipeline import Reading

    telling = Telling(options.language)
    status = 0
    numbers: list[str] = []
    found = False
    for result in archive(options, [options.source]).readings():
        if isinstance(result, Failure):
            complain(said(result, options.language))
            status = 1
        elif isinstance(result, Reading) and options.case is None:
            data = explained(result, options.language)
            _print(data, whole(data, telling), as_json=options.json)
        elif isinstance(result, Reading):
            data = explained_cases(result, options.case)
            numbers += data.pop("numbers")
            if data["cases"]:
                found = True
                _print(data, cases(data, telling), as_json=options.json)
    if options.case is not None and not found and not status:
        none = telling.say("no_case", number=options.case)
        complain(f"{options.source}: {none}{_known(numbers, telling)}")
        status = 1
    return status


def _print(data: dict[str, Any], told: Iterator[str], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    else:
        print("\n".join(told))


def _known(numbers: list[str], telling: Telling) -> str:
    if not numbers:
        return telling.say("nor_other")
    left = len(numbers) - MOST_NUMBERS
    more = f" {telling.say('and_more', more=left)}" if left > 0 else ""
    return f"{telling.say('it_holds')} {', '.join(numbers[:MOST_NUMBERS])}{more}"


def whole(data: dict[str, Any], telling: Telling) -> Iterator[str]:
    """Yield the lines on a document."""
    say = telling.say
    size = f"{telling.counted(data['pages'], 'page', 'pages')}, {telling.counted(data['lines'], 'line', 'lines')}"
    yield f"{data['source']}: {data['media_type']}, {say('opened')} {data['opener']}, {size}"
    yield ""
    yield f"{say('claims')} ({len(data['claims'])})"
    for claim in data["claims"]:
        yield from _claim(claim, telling)
    yield ""
    yield f"{say('parts')} ({say('owned', share=telling.share(data['coverage']))})"
    for part in data["parts"]:
        lines = ", ".join(f"{first}-{last}" for first, last in part["ranges"])
        share = say("all_read", share=telling.share(part["coverage"]))
        reader = f"{say('read_by')} {part['reader']}, {share}" if part["reader"] else say("not_read")
        yield f"  {say('on')} {lines}: {telling.genre(part['genre'])} “{part['label']}”, {reader}"
        if part["record"]:
            yield f"      {part['record']}"
    yield ""
    yield f"{say('unread')} ({len(data['unread'])})"
    for line in data["unread"]:
        yield f"  {telling.place(line)}  {line['text']}"
    yield ""
    yield f"{say('findings')} ({len(data['findings'])})"
    for finding in data["findings"]:
        place = f"{telling.place(finding)}  " if finding["line"] else ""
        yield f"  {place}{finding['code']} {telling.severity(finding['severity'])}: {finding['message']}"


def _claim(claim: dict[str, Any], telling: Telling) -> Iterator[str]:
    say = telling.say
    width = max(len(say("won")), len(say("lost")))
    yield (
        f"  {say('won' if claim['won'] else 'lost'):<{width}}  {say('on')} {claim['first']}-{claim['last']}  "
        f"{claim['reader']}: {telling.genre(claim['genre'])} “{claim['label']}”, "
        f"{say('confidence')} {claim['confidence']:g}, {say('weight')} {claim['weight']:g}"
    )
    if claim["lost_to"]:
        yield f"        {say('lost_to')} {'; '.join(_winner(to, telling) for to in claim['lost_to'])}"
    for item in claim["evidence"]:
        yield f"        {telling.place(item)}  {telling.reason(item['reason'])}: {item['text']}"


def _winner(text: str, telling: Telling) -> str:
    match = WINNER.fullmatch(text)
    return telling.say("on_lines", **match.groupdict()) if match else text


def cases(data: dict[str, Any], telling: Telling) -> Iterator[str]:
    """Yield the lines on the cases of a number."""
    say = telling.say
    for case in data["cases"]:
        meeting = case["meeting"]
        where = " ".join(filter(None, (telling.meeting(meeting["kind"]), meeting["number"], meeting["body"])))
        yield f"{data['source']}: {say('case')} {case['number']} {case['title']}"
        yield f"  {say('in')} {where}, {say('on')} {case['span']['first']}-{case['span']['last']}"
        for record in case["records"]:
            yield ""
            yield f"  {telling.record(record['record'])}  {record['id']}"
            for item in record["fields"]:
                value = item["value"]
                shown = None if value is None else telling.value(record["record"], item["field"], value)
                yield f"    {telling.field(item['field'])}" + (f": {shown}" if shown is not None else "")
                for line in item["lines"]:
                    yield f"        {telling.place(line)}  {line['text']}"
        yield ""
