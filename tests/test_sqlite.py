from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, few

from govdocs import Document, Target, write
from govdocs.tables import TABLES


def ask(path: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(question, values).fetchall()


@few(15)
@given(read=st.lists(documents(), max_size=3))
def test_keys_hold_in_sqlite(read: list[Document], tmp_path: Path) -> None:
    """SQLite itself finds no broken foreign key and no fault in the file, the same bytes twice among them."""
    write([*read, *read], tmp_path / "r.sqlite")
    assert ask(tmp_path / "r.sqlite", "PRAGMA foreign_key_check") == []
    assert ask(tmp_path / "r.sqlite", "PRAGMA integrity_check") == [("ok",)]
    assert ask(tmp_path / "r.sqlite", "SELECT count(*) FROM sources") == [(2 * len(read),)]


def test_declares_keys_and_meanings(tmp_path: Path) -> None:
    """Each table declares its primary key and its foreign keys, and each column has its meaning in the file."""
    write([], Target(path=tmp_path / "r.db", language="en"))
    for table in TABLES:
        columns = ask(tmp_path / "r.db", f"PRAGMA table_info({table.name})")
        assert [row[1] for row in columns] == [column.name for column in table.data]
        assert {row[1] for row in columns if row[5]} == set(table.key)
        links = ask(tmp_path / "r.db", f"PRAGMA foreign_key_list({table.name})")
        assert {row[2] for row in links} == {link.table for link in table.links}
    meaning = "SELECT meaning FROM column_meanings WHERE table_name = 'cases' AND column_name = 'number'"
    assert ask(tmp_path / "r.db", meaning) == [("The case number, as written.",)]


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("cases", "fortøyning", ["Ny forskrift om fortøyning ved kommunekaia"]),
        ("cases", "fortoyning", []),
        ("decisions", "gebyret AND evalueres", ["Vedtak"]),
        ("decisions", "orient*", [None]),
        ("paragraphs", "nabohavnene", ["Behandling"]),
        ("actions", "tavle", ["1"]),
    ],
)
def test_full_text_search(table: str, words: str, found: list[object], tmp_path: Path) -> None:
    """Cases, decisions, their texts and actions can be searched by words; å, ø and æ are letters of their own."""
    write([council()], tmp_path / "r.sqlite")
    shown = {"cases": "title", "decisions": "label", "paragraphs": "heading", "actions": "number"}[table]
    question = (
        f"SELECT t.{shown} FROM {table} AS t JOIN {table}_fts AS f ON f.rowid = t.rowid WHERE {table}_fts MATCH ?"
    )
    assert [value for (value,) in ask(tmp_path / "r.sqlite", question, words)] == found


def test_datasette_finds_the_search(tmp_path: Path) -> None:
    """Datasette offers a search box where a virtual table names the table as its content: the question is its own."""
    write([council()], tmp_path / "r.sqlite")
    question = """SELECT name FROM sqlite_master WHERE rootpage = 0
        AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="cases"%'"""
    assert ask(tmp_path / "r.sqlite", question) == [("cases_fts",)]


def test_has_a_register_of_decisions(tmp_path: Path) -> None:
    """The view `decision_register` has a decision a row with its meeting and case, to be read without joins."""
    write([council()], tmp_path / "r.sqlite")
    question = "SELECT meeting_body, meeting_date, case_number, kind FROM decision_register ORDER BY first_line"
    assert ask(tmp_path / "r.sqlite", question) == [
        ("Formannskapet i Lauvøy", "2026-04-23", "14/26", "proposed"),
        ("Formannskapet i Lauvøy", "2026-04-23", "14/26", "adopted"),
        ("Formannskapet i Lauvøy", "2026-04-23", "15.1", "adopted"),
    ]


def test_refuses_what_the_model_has_no_code_for(tmp_path: Path) -> None:
    """The checks are in the file: a code that is none cannot be written into it later."""
    write([council()], tmp_path / "r.sqlite")
    with closing(sqlite3.connect(tmp_path / "r.sqlite")) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute("UPDATE decisions SET kind = 'maybe'")
