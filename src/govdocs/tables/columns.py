"""What a table, a column and a key are, with the words that people read in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import define, frozen

__all__ = ["Choice", "Column", "Kind", "Link", "Table", "Words"]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"


@frozen
class Words:
    """One thing said in the languages of the registers."""

    nb: str
    """Bokmål."""
    nn: str
    """Nynorsk."""
    en: str
    """English."""

    @classmethod
    def parse(cls, text: str) -> Words:
        """Take `bokmål|nynorsk|English`; an empty Nynorsk is as Bokmål."""
        nb, nn, en = text.split("|")
        return cls(nb, nn or nb, en)

    @classmethod
    def table(cls, texts: Mapping[str, str]) -> dict[str, Words]:
        """Take many by name, each written as `parse` takes it."""
        return {name: cls.parse(text) for name, text in texts.items()}

    def said(self, language: str) -> str:
        """Return it in a language: `nb`, `nn` or `en`."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[language]


@frozen(kw_only=True)
class Choice:
    """One of the values that a column of codes may hold."""

    value: str
    """The code, as the model has it."""
    words: Words
    """What people read."""


@frozen(kw_only=True)
class Column:
    """One column."""

    name: str
    """ASCII name, the same in every register."""
    kind: Kind
    """What it holds."""
    heading: Words
    """What stands over it where people read."""
    meaning: Words
    """What it says, in a sentence."""
    required: bool = False
    """Whether every row has a value."""
    choices: tuple[Choice, ...] = ()
    """All the codes it may hold; empty for free content."""
    context: bool = False
    """Whether it repeats what stands in another table, so that a row can be read alone: for people's eyes only."""
    technical: bool = False
    """Whether programs need it more than people do."""

    def shown(self, value: object, language: str) -> object:
        """Return a value as people read it: a code, or several joined ones, by their words."""
        if not self.choices or not isinstance(value, str):
            return value
        words = {choice.value: choice.words.said(language) for choice in self.choices}
        return "; ".join(words.get(code, code) for code in value.split("; "))


@frozen(kw_only=True)
class Link:
    """A foreign key: columns of a table that name a row of another."""

    columns: tuple[str, ...]
    """Here."""
    table: str
    """Name of the other table, or of this one."""
    to: tuple[str, ...]
    """There."""


@define(frozen=True, kw_only=True)
class Table:
    """One table."""

    name: str
    """ASCII name, the same in every register."""
    heading: Words
    """What people call it."""
    meaning: Words
    """What one row is, in a sentence."""
    columns: tuple[Column, ...]
    """All columns, those of context too."""
    key: tuple[str, ...]
    """Columns that tell a row from every other."""
    links: tuple[Link, ...] = ()
    """Its foreign keys."""
    sheet: bool = True
    """Whether people want it as a sheet; if not, a context column of another table shows what it holds."""

    @cached_property
    def data(self) -> tuple[Column, ...]:
        """The columns without context: what a register for programs holds."""
        return tuple(column for column in self.columns if not column.context)

    def column(self, name: str) -> Column:
        """Return a column by name."""
        return next(column for column in self.columns if column.name == name)
