from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from govdocs import errors
from govdocs.errors import (
    EncryptedError,
    GovdocsError,
    InputError,
    LimitError,
    PluginError,
    RecordError,
    TargetError,
    UnknownFormatError,
)

EXAMPLES = {
    InputError("a.pdf", "is broken", page=3, line=41): "a.pdf p.3 l.41: is broken",
    InputError("a.pdf", "is broken", line=41): "a.pdf l.41: is broken",
    LimitError("a.zip", "archive_ratio", 100, 312.5): "a.zip: passes the bound archive_ratio (100, found 312.5)",
    LimitError("a.txt", "seconds", 120): "a.txt: passes the bound seconds (120)",
    LimitError(
        "a.txt", "seconds", 5, where="nsg.govdocs_read"
    ): "a.txt: passes the bound seconds (5) in plugin nsg.govdocs_read",
    LimitError("a.txt", "lines", 500_000, 123_456_789): "a.txt: passes the bound lines (500000, found 123456789)",
    EncryptedError("a.pdf"): "a.pdf: is locked with a password",
    UnknownFormatError(
        "a.bin"
    ): "a.bin: is of no known format (not text, nor any other that the installed plugins open)",
    TargetError("a.xlsx", "is a folder"): "a.xlsx: is a folder",
    PluginError("nsg", "govdocs_read", "raised KeyError: 'x'"): "plugin nsg.govdocs_read: raised KeyError: 'x'",
    PluginError("nsg", None, "is registered twice"): "plugin nsg: is registered twice",
    RecordError("a.jsonl", "$.meetings[0].kind", "is 7"): "a.jsonl: $.meetings[0].kind: is 7",
}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_message_gives_the_path_and_the_reason_on_one_line(error: GovdocsError) -> None:
    """Name, page and line come first, then what is wrong."""
    assert str(error) == EXAMPLES[error]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("sent", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy], ids=["pickled", "copied"])
def test_an_error_keeps_its_facts_on_the_way(error: GovdocsError, sent: object) -> None:
    """Errors come from worker processes with message, type and every attribute whole."""
    other = sent(error)  # type: ignore[operator]
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)
    assert vars(error), "an error without facts could only be told by its words"


def test_there_is_one_tree_and_its_drawing_is_whole() -> None:
    """Every exception of the module is in `__all__`, under `GovdocsError`, and drawn in the module's docstring."""
    classes = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)}
    assert classes == set(errors.__all__) == {type(error).__name__ for error in EXAMPLES} | {"GovdocsError"}
    assert all(issubclass(getattr(errors, name), GovdocsError) for name in classes)
    drawn = {word for word in (errors.__doc__ or "").split() if word in classes}
    assert drawn == classes


def test_bounds_and_locks_are_faults_of_the_source() -> None:
    """Whoever catches `InputError` has caught every way a source can give nothing to go on with."""
    assert all(issubclass(kind, InputError) for kind in (LimitError, EncryptedError, UnknownFormatError))
    assert not any(issubclass(kind, InputError) for kind in (TargetError, PluginError, RecordError))
