"""How the cells are written: plainly for programs, or so that Excel opens them by a double click."""

from __future__ import annotations

import re

from attrs import frozen

from govdocs import Target, TargetError
from govdocs.tables import Value

__all__ = ["GUARD", "Dialect", "dialect_of"]

GUARD = "'"
"""What is put before a text that a spreadsheet would run."""
# OWASP's list for CSV injection, its full-width twins, and the guard itself so that taking it off gives the text back.
_RISKY = re.compile("[=+\\-@\t\r\n\0＝＋－＠']")


@frozen(kw_only=True)
class Dialect:
    """One way to write CSV."""

    name: str
    """As users name it."""
    delimiter: str
    """Between cells."""
    encoding: str
    """As Python names it."""
    decimal: str
    """Decimal mark."""
    guarded: bool
    """Whether texts that a spreadsheet would run get the guard before them."""

    def cell(self, value: Value) -> str:
        """Return a value as it stands in the file."""
        match value:
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case str():
                return GUARD + value if self.guarded and _RISKY.match(value) else value
            case float():
                return repr(value).replace(".", self.decimal)
            case int():
                return str(value)
        return value.isoformat()


DIALECTS = {
    dialect.name: dialect
    for dialect in (
        Dialect(name="default", delimiter=",", encoding="utf-8", decimal=".", guarded=False),
        # Excel takes a file for UTF-8 by its mark only, and parts cells by the list separator of the locale, which is
        # the semicolon where the comma is the decimal mark.
        Dialect(name="excel", delimiter=";", encoding="utf-8-sig", decimal=",", guarded=True),
    )
}


def dialect_of(target: Target) -> Dialect:
    """Return the dialect a target asks for; raises `TargetError` for one that is not there."""
    name = target.options.get("dialect", "default")
    if name not in DIALECTS:
        raise TargetError(str(target.path), f"has no CSV dialect {name!r}; there are {', '.join(DIALECTS)}")
    return DIALECTS[name]
