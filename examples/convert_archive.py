"""Turn a folder of documents into three registers in one pass: Excel, XML and a folder of CSV tables.

    python examples/convert_archive.py examples/archive registers/

It prints what was read, the registers that were written, and every file that gave no record, with the reason. One
document is held in memory at a time, however large the archive is.
"""

from __future__ import annotations

import sys

import govdocs


def main(folder: str, place: str) -> int:
    """Convert the documents of a folder; 0 if all went well."""
    summary = govdocs.convert(folder, [f"{place}/register.xlsx", f"{place}/register.xml", f"csv:{place}/tables/"])
    print(
        f"{summary.documents} documents: {summary.meetings} meetings, {summary.cases} cases, "
        f"{summary.decisions} decisions, {summary.actions} measures in {summary.plans} plans"
    )
    for target in summary.written:
        print(f"  written: {target.path}")
    for outcome in (*summary.failures, *summary.lost, *summary.unclaimed):
        print(f"  {outcome}")
    return 0 if summary.ok else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
