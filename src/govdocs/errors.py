"""Every exception govdocs raises, in one tree, with its facts as attributes.

GovdocsError
├── InputError            a source gives nothing to go on with
│   ├── LimitError        a documented bound was passed
│   ├── EncryptedError    the source is locked with a password
│   └── UnknownFormatError  no plugin opens such a source
├── TargetError           a register cannot be written there, or not in that form
├── PluginError           a plugin broke its contract
└── RecordError           a stored record cannot be read back
"""

from __future__ import annotations

__all__ = [
    "EncryptedError",
    "GovdocsError",
    "InputError",
    "LimitError",
    "PluginError",
    "RecordError",
    "TargetError",
    "UnknownFormatError",
]


class GovdocsError(Exception):
    """The root: whatever govdocs raises on purpose is one of these."""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle message and facts, since these errors travel from worker processes and are not made from a message."""
        return _restored, (type(self), self.args, dict(vars(self)))


def _restored(kind: type[GovdocsError], args: tuple[object, ...], facts: dict[str, object]) -> GovdocsError:
    error = kind.__new__(kind, *args)
    vars(error).update(facts)
    return error


class InputError(GovdocsError):
    """A source gives nothing to go on with: it is missing, empty, broken, or of no known kind."""

    def __init__(self, name: str, reason: str, *, page: int | None = None, line: int | None = None) -> None:
        self.name = name
        self.reason = reason
        self.page = page
        self.line = line
        place = "".join((f" p.{page}" if page else "", f" l.{line}" if line else ""))
        super().__init__(f"{name}{place}: {reason}")


class LimitError(InputError):
    """A source passes one of the bounds of `govdocs.limits.Limits`."""

    def __init__(
        self, name: str, limit: str, allowed: float, found: float | None = None, *, where: str | None = None
    ) -> None:
        self.limit = limit
        self.allowed = allowed
        self.found = found
        self.where = where
        seen = f", found {found:.12g}" if found is not None else ""
        at_work = f" in plugin {where}" if where else ""
        super().__init__(name, f"passes the bound {limit} ({allowed:.12g}{seen}){at_work}")


class EncryptedError(InputError):
    """A source is locked with a password that govdocs does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "is locked with a password")


class UnknownFormatError(InputError):
    """No installed plugin opens such a source."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "is of no known format (not text, nor any other that the installed plugins open)")


class TargetError(GovdocsError):
    """A register cannot be written at that place, or no writer knows that form."""

    def __init__(self, target: str, reason: str) -> None:
        self.target = target
        self.reason = reason
        super().__init__(f"{target}: {reason}")


class PluginError(GovdocsError):
    """A plugin broke its contract; names the plugin and the hook."""

    def __init__(self, plugin: str, hook: str | None, reason: str) -> None:
        self.plugin = plugin
        self.hook = hook
        self.reason = reason
        where = f"{plugin}.{hook}" if hook else plugin
        super().__init__(f"plugin {where}: {reason}")


class RecordError(GovdocsError):
    """A stored record cannot be read back; `path` points into it."""

    def __init__(self, name: str, path: str, reason: str) -> None:
        self.name = name
        self.path = path
        self.reason = reason
        super().__init__(f"{name}: {path}: {reason}")
