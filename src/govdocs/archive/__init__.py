"""Folders, zip archives and single files, read one document at a time."""

from govdocs.archive.outcomes import Duplicate, Failure, LeftOut, Outcome, Unclaimed, Unknown
from govdocs.archive.reading import Archive, read, read_archive

__all__ = ["Archive", "Duplicate", "Failure", "LeftOut", "Outcome", "Unclaimed", "Unknown", "read", "read_archive"]
