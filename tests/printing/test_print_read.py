"""What is printed in a style reads back as it was: every style, with every accident.

Fifty fixed examples a style in a usual run; a thousand drawn at random with `--long`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from govdocs import Document, Host, Source
from govdocs.pipeline import read_source
from printing import (
    bundle,
    case_table,
    council,
    labelled,
    minutes_aligned,
    nested,
    plan_aligned,
    plan_flattened,
    plan_lists,
    plan_tabbed,
    protocol,
    subcases,
)
from printing.sheet import Accidents, Sheet, accidents

pytestmark = pytest.mark.no_cover  # hundreds of readings by rules that have tests of their own; measuring doubles them

STYLES = {
    "case table": case_table,
    "labelled minutes": labelled,
    "minutes in aligned tables": minutes_aligned,
    "protocol of a committee": protocol,
    "protocol with cases under cases": subcases,
    "minutes of a council": council,
    "bundle of case papers": bundle,
    "minutes within case papers": nested,
    "plan in tabbed tables": plan_tabbed,
    "plan in flattened tables": plan_flattened,
    "plan in aligned tables": plan_aligned,
    "plan in nested lists": plan_lists,
}
LONG = hypothesis.settings().max_examples > hypothesis.settings.get_profile("usual").max_examples
EXAMPLES = 1000 if LONG else 50
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, *((Phase.shrink,) if LONG else ()))
"""A usual run tells the first document that does not read back as it is; a long one looks for the least."""
HOST = Host.installed()


def read(text: str) -> Document:
    return read_source(Source(name="a.txt", data=text.encode()), host=HOST, strict=True).document


def law(style: ModuleType) -> Callable[[], None]:
    """Make the law of one style."""

    @settings(max_examples=EXAMPLES, derandomize=not LONG, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
    @given(style.made, getattr(style, "how", accidents()))
    def holds(made: Any, how: Accidents) -> None:
        text = style.printed(made, how)
        assert style.said(read(text)) == style.stated(made, how), text

    return holds


@pytest.mark.parametrize("name", STYLES)
def test_what_is_printed_reads_back(name: str) -> None:
    """Print, read, equal: whatever page breaks, wrapped lines, running heads and flattened columns do to it."""
    law(STYLES[name])()


@pytest.mark.parametrize("name", STYLES)
def test_every_line_has_its_owner(name: str) -> None:
    """Nothing of what was printed is left unread, and no record holds a word that was not printed."""
    style = STYLES[name]

    @settings(max_examples=EXAMPLES // 10, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(style.made, getattr(style, "how", accidents()))
    def holds(made: Any, how: Accidents) -> None:
        document = read(style.printed(made, how))
        assert document.coverage == 1, [entry.text for entry in document.ledger.unread]
        assert [f.message for f in document.findings if f.code in ("GD701", "GD703")] == []

    holds()


def test_the_law_sees_a_difference() -> None:
    """The law is no blind one: a reading that drops a word of a title does not equal what was printed."""

    @settings(max_examples=5, derandomize=True, database=None)
    @given(council.made, accidents())
    def holds(made: Any, how: Accidents) -> None:
        said = council.said(read(council.printed(made, how).replace(" Til stede fra sekretariatet", "")))
        said["cases"][0]["title"] = said["cases"][0]["title"].rpartition(" ")[0]
        assert said != council.stated(made, how)

    holds()


@settings(max_examples=EXAMPLES, derandomize=not LONG)
@given(st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True), min_size=1, max_size=80), accidents())
def test_the_accidents_change_no_word(words: list[str], how: Accidents) -> None:
    """The printer itself puts nothing in and takes nothing out but heads, page numbers and blanks."""
    sheet = Sheet(how)
    sheet.put_all([" ".join(words[n : n + 7]) for n in range(0, len(words), 7)])
    text = sheet.text().replace(how.running_head or "\0", "")
    kept = [line for line in text.splitlines() if not re.fullmatch(r"(?:Side |- )?\d+(?: av \d+| -)?", line.strip())]
    assert re.sub(r"-\s+", "", " ".join(kept)).split() == words
