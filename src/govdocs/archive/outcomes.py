"""What came of a source that gave no document, each with its name and the reason in plain words."""

from __future__ import annotations

from attrs import field, frozen

from govdocs.errors import GovdocsError, InputError

__all__ = ["Duplicate", "Failure", "LeftOut", "Outcome", "Unclaimed", "Unknown"]


@frozen(kw_only=True)
class Outcome:
    """What is told of one source."""

    name: str
    """Name for people, as in `Source.name`."""
    reason: str
    """In plain words, on one line."""

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@frozen(kw_only=True)
class Failure(Outcome):
    """A source that should have been read and could not be."""

    error: GovdocsError = field(repr=False, eq=False)
    """The exception, with its facts as attributes."""

    @classmethod
    def of(cls, name: str, error: GovdocsError) -> Failure:
        """Tell an exception as the failure of a source."""
        if isinstance(error, InputError):
            place = " ".join(f"{mark}.{n}" for mark, n in (("p", error.page), ("l", error.line)) if n)
            text = f"{error.reason} ({place})" if place else error.reason
        else:
            text = str(error)
        line = " ".join(text.split())
        return cls(name=name, reason=line if len(line) <= 500 else line[:499] + "…", error=error)


@frozen(kw_only=True)
class Duplicate(Outcome):
    """A source with the same bytes as one before it, which is read only once."""

    same_as: str
    """Name of the one that was read."""


@frozen(kw_only=True)
class Unknown(Outcome):
    """A file in a folder or an archive that no plugin opens."""


@frozen(kw_only=True)
class LeftOut(Outcome):
    """What is never read: hidden and temporary files, links, what is no file, and the registers being written."""


@frozen(kw_only=True)
class Unclaimed(Outcome):
    """A document in which no reader knew anything; it is delivered, and its lines stand unread."""

    named: bool = False
    """Whether the user named it, rather than the folder or archive it lies in."""
