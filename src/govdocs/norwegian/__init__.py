"""What readers share of the language: dates, clock times, case numbers, labels, names."""

from govdocs.norwegian.dates import Day, Hours, find_days, find_hours
from govdocs.norwegian.naming import is_name, is_organization, split_name
from govdocs.norwegian.numbers import NumberHit, find_references, head_number, parse_number
from govdocs.norwegian.people import Person, read_person
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded

__all__ = [
    "Day",
    "Hours",
    "Label",
    "NumberHit",
    "Person",
    "Vocabulary",
    "find_days",
    "find_hours",
    "find_references",
    "folded",
    "head_number",
    "is_name",
    "is_organization",
    "parse_number",
    "read_person",
    "split_name",
]
