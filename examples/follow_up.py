"""Print who must do what: every measure of every plan, by the body that answers for it, with deadline and status.

    python examples/follow_up.py examples/archive

A measure that two bodies share stands under both. Measures that no body answers for come last: in minutes and
strategies many have none, and that is worth knowing too.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import govdocs

NOBODY = "(no body is named)"


def main(*paths: str) -> None:
    """Print the measures of the documents under some paths."""
    bodies: dict[str, list[str]] = defaultdict(list)
    for document in govdocs.read_archive(paths):
        for plan in document.plans:
            for action in plan.actions:
                number = f"{action.number} " if action.number else ""
                source = f" [{plan.title}]" if plan.title else ""
                row = f"{action.deadline or '–':<14}{action.status or '–':<14}{number}{action.text}{source}"
                for body in action.responsible or (NOBODY,):
                    bodies[body].append(row)
    for body in sorted(bodies, key=lambda name: (name == NOBODY, name)):
        print(f"\n{body}")
        for row in bodies[body]:
            print(f"  {row}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
