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
    (_LOST, _LOST, "lost", "GD802"),
    (_WRONGLY, re.compile("ã|â€"), "encoding", None),
    (_FIGURES, re.compile(rf"\.(?<![\w.].)\s?{_MONTH}|sak\s+(?:/|\d+/(?!\S))|kl\.\s*[-–]"), "figures", None),
)
"""What each kind of damage looks like in a line, and what a text in small letters holds wherever there may be one."""


def check(view: View) -> Iterator[Finding]:
    """Yield one finding for each kind of damage, at its first line, unless the opener has told already."""
    told = {remark.code for remark in view.layout.remarks}
    whole = "\n".join(line.text for line in view.layout.lines).lower()
    for pattern, hint, wording, code in _KINDS:
        if code in told or hint.search(whole) is None:
            continue
        lines = [line for line in view.layout.lines if line.text and pattern.search(line.text)]
        if lines:
            yield _finding(view, lines, wording)


def _finding(view: View, lines: list[Line], wording: str) -> Finding:
    span = view.layout.span(lines[0].number, lines[0].number)
    return finding("GD806", wording, {"count": len(lines), "text": shown(lines[0].text, 60)}, span)
