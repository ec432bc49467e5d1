"""Where a register goes and in which form, and how it gets there whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from govdocs.errors import TargetError
from govdocs.swapping import swap

__all__ = ["Target"]


@frozen(kw_only=True)
class Target:
    """One register to be written."""

    path: Path
    """Where it shall stand: a file, or a folder for a format of several files."""
    format: str | None = None
    """Name of the format where the user gave one (`csv:tables/`); otherwise the suffix decides."""
    folder: bool = False
    """Whether the user wrote the path as a folder, with a slash at its end."""
    language: str = "nb"
    """Language of what people read: `nb`, `nn` or `en`."""
    options: Mapping[str, str] = field(factory=lambda: MappingProxyType({}))
    """Further options by name, such as `dialect`."""

    @classmethod
    def parse(
        cls, text: str | os.PathLike[str], *, language: str = "nb", options: Mapping[str, str] | None = None
    ) -> Target:
        """Take a target as a user writes it: `register.xlsx`, `csv:tables/`."""
        raw = os.fspath(text)
        name, colon, rest = raw.partition(":")
        named = bool(colon) and len(name) > 1 and name.isidentifier()
        place = rest if named else raw
        return cls(
            path=Path(place),
            format=name.lower() if named else None,
            folder=place.endswith(("/", os.sep)),
            language=language,
            options=MappingProxyType(dict(options or {})),
        )

    @property
    def suffix(self) -> str:
        """Suffix in small letters with its full stop; `""` for a folder."""
        return "" if self.folder else self.path.suffix.lower()

    @property
    def staging(self) -> Path:
        """Where the writer builds the register: beside its place, with a name of its own."""
        return self.path.with_name(f".{self.path.name}.part")

    def is_for(self, name: str, *suffixes: str) -> bool:
        """Tell whether a writer that goes by a name and some suffixes is meant."""
        return self.format == name if self.format else self.suffix in suffixes

    def check(self) -> None:
        """Raise `TargetError` where the place has no name, as in `csv:`."""
        if self.path.name in ("", ".."):
            place = "" if self.path == Path() else str(self.path)
            raise TargetError(f"{self.format}:{place}" if self.format else place or "''", "is no name for a register")

    def prepare(self) -> None:
        """Make room for the staging place; raises `TargetError` where nothing can be written."""
        self.check()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._old.exists() and not self.path.exists():  # a run that ended between the two moves of `place`
                self._old.rename(self.path)
            if self.path.is_dir() and not self.folder and self.suffix:
                raise TargetError(str(self.path), "is a folder, not a file")
            self.discard()
            probe = self.staging
            probe.touch()
            probe.unlink()
        except (FileExistsError, NotADirectoryError) as error:
            raise TargetError(str(self.path), f"cannot be written: {self.path.parent} is not a folder") from error
        except OSError as error:
            raise TargetError(str(self.path), f"cannot be written: {error.strerror or error}") from error

    def place(self) -> None:
        """Move the finished register into its place."""
        staging = self.staging
        try:
            if staging.is_dir() and self.path.is_dir():
                if strange := self._strange():
                    reason = f"holds what is of no register ({strange}); give the register a folder of its own"
                    raise TargetError(str(self.path), reason)
                if not swap(staging, self.path):  # two moves, then; `prepare` mends what ends between them
                    shutil.rmtree(self._old, ignore_errors=True)
                    self.path.rename(self._old)
                    staging.rename(self.path)
                for old in (staging, self._old):
                    shutil.rmtree(old, ignore_errors=True)
            else:
                staging.replace(self.path)
        except OSError as error:
            raise TargetError(str(self.path), f"cannot be written: {error.strerror or error}") from error

    @property
    def _old(self) -> Path:
        return self.path.with_name(f".{self.path.name}.old")

    def _strange(self) -> str | None:
        """Name something in the old folder that no register of this kind would hold, so that it is not thrown away."""
        kinds = {entry.suffix.lower() for entry in self.staging.iterdir()}
        for entry in sorted(self.path.iterdir()):
            ours = (self.staging / entry.name).exists() or (entry.is_file() and entry.suffix.lower() in kinds)
            if not ours:
                return entry.name
        return None

    def discard(self) -> None:
        """Throw away what a failed run left beside the place."""
        if self.staging.is_dir():
            shutil.rmtree(self.staging)
        else:
            self.staging.unlink(missing_ok=True)
