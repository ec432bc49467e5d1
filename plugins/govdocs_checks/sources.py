"""Text that was damaged before it came here: lost characters, wrong encodings, figures gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.layout import Line
from govdocs.model import Finding
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View

__all__ = ["check"]

_LOST = re.compile("\ufffd")
_WRONGLY = re.compile(r"Ã[¥¦¸…†˜]|â€[™œ\x9d“”]|[‘’]\w?Ã")
_MONTH = r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
_FIGURES = re.compile(
    rf"(?<![\w.])\.\s?{_MONTH}\b|\b[Ss]ak\s+/\s?\d|\b[Ss]ak\s+\d+/(?=\s+[A-ZÆØÅ]|\s*$)|\bkl\.\s*[-–]\s*(?:kl\.)?\s*(?:$|\.)",
    re.IGNORECASE,
)
_KINDS = (
    (_LOST, "characters got lost", "GD802"),
    (_WRONGLY, "letters were read in a wrong encoding", None),
    (_FIGURES, "figures seem to be missing", None),
)


def check(view: View) -> Iterator[Finding]:
    """Yield one finding for each kind of damage, at its first line, unless the opener has told already."""
    told = {remark.code for remark in view.layout.remarks}
    for pattern, what, code in _KINDS:
        if code in told:
            continue
        lines = [line for line in view.layout.lines if line.text and pattern.search(line.text)]
        if lines:
            yield _finding(view, lines, what)


def _finding(view: View, lines: list[Line], what: str) -> Finding:
    many = "on 1 line" if len(lines) == 1 else f"on {len(lines)} lines, first"
    message = f"{what} {many}: {shown(lines[0].text, 60)!r}"
    return finding("GD806", message, view.layout.span(lines[0].number, lines[0].number))
