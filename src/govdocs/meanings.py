"""What each class and field means, as the docstring under it says, for schemas and references."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache

__all__ = ["class_meaning", "field_meanings"]


@cache
def field_meanings(cls: type) -> dict[str, str]:
    """Return the docstring under each field of a class and of those it is built on."""
    meanings: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        if each.__module__.partition(".")[0] == "govdocs":
            meanings.update(_own(each))
    return meanings


def class_meaning(cls: type) -> str:
    """Return a class's docstring as one line."""
    return " ".join((cls.__doc__ or "").split())


def _own(cls: type) -> dict[str, str]:
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(node, ast.ClassDef)
    found = {}
    for name, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str):
            target = name.target if isinstance(name, ast.AnnAssign) else None
            if isinstance(target, ast.Name):
                found[target.id] = " ".join(text.value.value.split())
            elif isinstance(name, ast.FunctionDef):
                continue
    return found
