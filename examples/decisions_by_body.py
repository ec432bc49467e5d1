"""Print every decision that was made, by the body that made it, oldest meeting first.

    python examples/decisions_by_body.py examples/archive

Each line gives the day, the case and the decision. A decision that no label marks as one stands with a question mark:
it was inferred from its words, and a person should look at it.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import govdocs
from govdocs.model import DecisionKind


def main(*paths: str) -> None:
    """Print the adopted decisions of the documents under some paths."""
    bodies: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for document in govdocs.read_archive(paths):
        for meeting in document.meetings:
            day = meeting.date.isoformat() if meeting.date else "no date"
            for case in meeting.all_cases():
                for decision in case.decisions:
                    if decision.kind is DecisionKind.ADOPTED:
                        mark = "?" if decision.inferred else " "
                        bodies[meeting.body or "(no body)"].append((day, case.number or "", f"{mark} {decision.text}"))
    for body, decisions in sorted(bodies.items()):
        print(f"\n{body}")
        for day, number, text in sorted(decisions, key=lambda row: row[0]):
            print(f"  {day}  {number:<10}{text}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
