"""The plugins in the box, held to the contract that a stranger's are held to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdocs import Host
from govdocs.testing import check_plugin

ROOT = Path(__file__).parents[1]
BUNDLED = sorted(path.name.removeprefix("govdocs_") for path in (ROOT / "plugins").glob("govdocs_*"))
TEXTS = [
    ROOT / "examples" / "archive" / name
    for name in (
        "brev_svar_paa_soeknad_2025-05-06.txt",
        "eldreraadet_referat_2025-04-08.txt",
        "havforskning/nsh_referat_2023-11-08.txt",
        "kyst30/referat_2016-09-14.txt",
        "kyst30/saksframlegg_moete_5_2023.txt",
        "lyngvaer_kommune/formannskapet_protokoll_2025-02-13.txt",
        "lyngvaer_kommune/handlingsplan_friluftsliv_2025-2028.txt",
    )
]
OTHERS = [ROOT / "examples" / "archive_mixed" / f"nsh_referat_2026-04-14.{kind}" for kind in ("docx", "html", "pdf")]
TARGETS = {
    "csv": ["csv:tables/", "register.csv"],
    "einnsyn": ["einnsyn:einnsyn/"],
    "excel": ["register.xlsx"],
    "json": ["register.jsonl", "register.json"],
    "noark": ["noark:noark/"],
    "sqlite": ["register.sqlite"],
    "xml": ["register.xml"],
}

NOT_YET = {
    # What a heading or label says of a record is told of the record without naming the heading's line.
    "minutes": {
        "Case.type_label",
        "Decision.label",
        "Participant.group",
        "Participant.organization",
        "Participant.role",
        "Vote.counts.option",
    },
    "nsg": {"Case.type_label", "Decision.label", "Participant.group"},
    "ho21": {"Decision.label", "Participant.group", "Participant.organization", "Participant.role"},
}
"""Fields whose words do not stand on the lines that their record names; one that is mended must leave the list."""


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_plugin_keeps_the_contract(name: str) -> None:
    """Right types and lines, grids without overlap, calm on strange bytes, nothing changed, the same answer twice."""
    openers = "govdocs_open" in Host.installed().hooks(name)
    breaches = check_plugin(name, [*TEXTS, *OTHERS] if openers else TEXTS, targets=TARGETS.get(name, []))
    assert [str(breach) for breach in breaches if breach.rule not in ("founded", "answers")] == []
    fields = {match[1] for b in breaches if b.rule == "founded" and (match := re.match(r"([\w.]+) ", b.message))}
    assert fields == NOT_YET.get(name, set()), "\n".join(str(breach) for breach in breaches)


def test_every_writer_is_tried() -> None:
    """A new writer is given a target to write."""
    host = Host.installed()
    assert {name for name in BUNDLED if "govdocs_write" in host.hooks(name)} == set(TARGETS)
