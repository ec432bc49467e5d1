"""The codes of the findings: stable, each with its usual severity; the reference has an entry for each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from govdocs.layout import Span
from govdocs.model import Case, Finding, Record, Severity
from govdocs_checks.wording import Facts, worded

__all__ = ["CODES", "Facts", "finding", "numbered", "shown"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "GD101": ("uncertain-title", _WARNING),
        "GD102": ("inferred-decision", _INFO),
        "GD103": ("cut-by-page-break", _INFO),
        "GD104": ("misspelt-label", _INFO),
        "GD105": ("empty-label", _INFO),
        "GD106": ("placeholder-decision", _INFO),
        "GD107": ("cancelled-item", _INFO),
        "GD201": ("dangling-reference", _WARNING),
        "GD202": ("reference-elsewhere", _INFO),
        "GD203": ("wrong-year", _WARNING),
        "GD204": ("wrong-meeting", _WARNING),
        "GD205": ("number-out-of-order", _WARNING),
        "GD206": ("number-twice", _ERROR),
        "GD207": ("number-missing", _INFO),
        "GD208": ("not-in-the-minutes", _WARNING),
        "GD209": ("not-on-the-agenda", _INFO),
        "GD210": ("other-title-on-agenda", _INFO),
        "GD211": ("other-title-in-reference", _INFO),
        "GD301": ("person-spelled-two-ways", _WARNING),
        "GD302": ("body-spelled-two-ways", _INFO),
        "GD401": ("wrong-weekday", _ERROR),
        "GD402": ("impossible-day", _ERROR),
        "GD403": ("impossible-years", _ERROR),
        "GD404": ("mark-glued-to-year", _WARNING),
        "GD405": ("time-runs-backwards", _WARNING),
        "GD501": ("votes-and-names-differ", _WARNING),
        "GD502": ("unanimous-with-votes-against", _WARNING),
        "GD601": ("area-without-actions", _WARNING),
        "GD602": ("actions-without-area", _WARNING),
        "GD603": ("action-numbers-uneven", _WARNING),
        "GD701": ("unread-lines", _WARNING),
        "GD702": ("dropped-words", _WARNING),
        "GD703": ("invented-words", _ERROR),
        "GD806": ("damaged-text", _WARNING),
    }
)
"""Name and usual severity of each code that this plugin raises."""

_SHOWN = 90


def finding(
    code: str,
    wording: str,
    facts: Facts,
    span: Span | None,
    record: Record | str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """Make a finding, its message worded from its facts; its severity is the code's unless another is given."""
    return Finding(
        code=code,
        severity=severity or CODES[code][1],
        message=worded(code, wording, "en", facts),
        message_nb=worded(code, wording, "nb", facts),
        span=span,
        record=record.id if isinstance(record, Record) else record,
    )


def numbered(case: Case) -> str:
    """Return the number by which a message names a case, a dash for one that has none yet."""
    return case.number or "–"


def shown(text: str, most: int = _SHOWN) -> str:
    """Return a text short enough for a message."""
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"
