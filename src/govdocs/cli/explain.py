"""`govdocs explain`: why a document was read as it was, down to the lines of one case."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from govdocs.cli.options import Commands, add_command, add_language, add_reading, archive, source
from govdocs.cli.terminal import complain, counted

__all__ = ["add"]

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
    add_language(parser, "the findings")
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the explanation of each document in the source."""
    from govdocs.archive import Failure
    from govdocs.cli.explanation import explained, explained_cases
    from govdocs.cli.reasons import said
    from govdocs.pipeline import Reading

    status = 0
    numbers: list[str] = []
    found = False
    for result in archive(options, [options.source]).readings():
        if isinstance(result, Failure):
            complain(said(result, options.language))
            status = 1
        elif isinstance(result, Reading) and options.case is None:
            _print(explained(result, options.language), _whole, as_json=options.json)
        elif isinstance(result, Reading):
            data = explained_cases(result, options.case)
            numbers += data.pop("numbers")
            if data["cases"]:
                found = True
                _print(data, _cases, as_json=options.json)
    if options.case is not None and not found and not status:
        complain(f"{options.source}: holds no case {options.case}{_known(numbers)}")
        status = 1
    return status


def _print(data: dict[str, Any], told: Any, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    else:
        print("\n".join(told(data)))


def _known(numbers: list[str]) -> str:
    if not numbers:
        return ", nor any other"
    more = f" and {len(numbers) - MOST_NUMBERS} more" if len(numbers) > MOST_NUMBERS else ""
    return f"; it holds {', '.join(numbers[:MOST_NUMBERS])}{more}"


def _whole(data: dict[str, Any]) -> Iterator[str]:
    size = f"{counted(data['pages'], 'pages')}, {counted(data['lines'], 'lines')}"
    yield f"{data['source']}: {data['media_type']}, opened by {data['opener']}, {size}"
    yield ""
    yield f"CLAIMS ({len(data['claims'])})"
    for claim in data["claims"]:
        yield from _claim(claim)
    yield ""
    yield f"PARTS ({data['coverage']:.1%} of the text lines have an owner)"
    for part in data["parts"]:
        lines = ", ".join(f"{first}-{last}" for first, last in part["ranges"])
        reader = f"read by {part['reader']}, {part['coverage']:.1%} of it" if part["reader"] else "not read"
        yield f"  lines {lines}: {part['genre']} “{part['label']}”, {reader}"
        if part["record"]:
            yield f"      {part['record']}"
    yield ""
    yield f"UNREAD LINES ({len(data['unread'])})"
    for line in data["unread"]:
        yield f"  {_place(line)}  {line['text']}"
    yield ""
    yield f"FINDINGS ({len(data['findings'])})"
    for finding in data["findings"]:
        place = f"{_place(finding)}  " if finding["line"] else ""
        yield f"  {place}{finding['code']} {finding['severity']}: {finding['message']}"


def _claim(claim: dict[str, Any]) -> Iterator[str]:
    fate = "won " if claim["won"] else "lost"
    yield (
        f"  {fate}  lines {claim['first']}-{claim['last']}  {claim['reader']}: {claim['genre']} “{claim['label']}”, "
        f"confidence {claim['confidence']:g}, weight {claim['weight']:g}"
    )
    if claim["lost_to"]:
        yield f"        to {'; '.join(claim['lost_to'])}"
    for item in claim["evidence"]:
        yield f"        {_place(item)}  {item['reason']}: {item['text']}"


def _cases(data: dict[str, Any]) -> Iterator[str]:
    for case in data["cases"]:
        meeting = case["meeting"]
        where = " ".join(part for part in (meeting["kind"], meeting["number"], meeting["body"]) if part)
        yield f"{data['source']}: case {case['number']} {case['title']}"
        yield f"  in {where}, lines {case['span']['first']}-{case['span']['last']}"
        for record in case["records"]:
            yield ""
            yield f"  {record['record']}  {record['id']}"
            for item in record["fields"]:
                value = item["value"]
                shown = "; ".join(map(str, value)) if isinstance(value, list) else value
                yield f"    {item['field']}" + (f": {shown}" if shown is not None else "")
                for line in item["lines"]:
                    yield f"        {_place(line)}  {line['text']}"
        yield ""


def _place(item: dict[str, Any]) -> str:
    return f"p.{item['page']} l.{item['line']}"
