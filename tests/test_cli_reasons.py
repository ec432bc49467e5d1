from __future__ import annotations

import re
from pathlib import Path

import pytest
from toys import make_zip

from govdocs import Limits, TargetError
from govdocs.archive import Unclaimed, read_archive
from govdocs.cli.account import account
from govdocs.cli.reasons import REASONS, said, told, worded
from govdocs.conversion import Summary
from govdocs.errors import EncryptedError, LimitError, PluginError, RecordError

WORD = {
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    b'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    b'document.main+xml"/></Types>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    b'Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>',
}
ROOT = Path(__file__).parents[1]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("src", "plugins")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name != "reasons.py"
)


@pytest.mark.parametrize("pattern", [pattern.pattern for pattern, _ in REASONS])
def test_what_is_worded_is_what_the_library_says(pattern: str) -> None:
    """A reason whose English has changed in the library would fall back to English in silence."""
    constant = re.split(r"[(\[\\?]", pattern.replace(r"\(", ""))[0].strip()
    assert constant in SOURCES.replace("(", "")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_what_users_meet_is_said_in_their_language(language: str, tmp_path: Path) -> None:
    """Missing, empty, unknown, damaged, locked and late files, and what nobody reads: none is told in English."""
    (tmp_path / "tom.txt").write_bytes(b"")
    (tmp_path / "rot.bin").write_bytes(bytes(range(256)))
    (tmp_path / "skadd.pdf").write_bytes(b"%PDF-1.7 no more")
    (tmp_path / "skadd.zip").write_bytes(b"PK\x03\x04 no more")
    (tmp_path / "skadd.docx").write_bytes(b"PK\x03\x04 word/document.xml no more")
    (tmp_path / "bombe.html").write_bytes(b"<!DOCTYPE html [<!ENTITY a 'b'>]><html><p>&a;</p></html>")
    make_zip(tmp_path / "ut.zip", {"../ute.txt": b"Referat"})
    make_zip(tmp_path / "hel.docx", {**WORD, "word/document.xml": b"<w:p>"})
    make_zip(tmp_path / "entitet.docx", {**WORD, "word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"})
    (tmp_path / "brev.txt").write_text("Kjære deg.\n", encoding="utf-8")
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "bilde.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "mappe" / ".skjult").write_bytes(b"x")
    names = ("finnes-ikke", *(path.name for path in sorted(tmp_path.iterdir())))
    archive = read_archive([tmp_path / name for name in names], jobs=0, limits=Limits())
    list(archive)
    reasons = [
        *(outcome.reason for outcome in (*archive.failures, *archive.unknown, *archive.left_out, *archive.unclaimed)),
        EncryptedError("a").reason,
        LimitError("a", "seconds", 2).reason,
        LimitError("a", "seconds", 2, where="nsg.govdocs_read").reason,
        LimitError("a", "pages", 2, 3).reason,
        TargetError("a", "cannot be written: b is not a folder").reason,
    ]
    assert len(reasons) >= 19
    told = {reason: worded(reason, language) for reason in reasons}
    assert [reason for reason, words in told.items() if words == reason] == []
    assert all(worded(reason, "en") == reason for reason in reasons)
    assert told[LimitError("a", "pages", 2, 3).reason].endswith(" pages (2, er 3)")


def test_what_has_no_words_is_told_as_it_is() -> None:
    """A reason of a stranger's plugin, and one with more behind it than is known, is not half translated."""
    assert worded("is bewitched", "nb") == "is bewitched"
    assert worded("is empty of sense", "nb") == "is empty of sense"
    unread = Unclaimed(name="a.txt", reason="holds nothing that a reader knows; its 1 line of text stand unread")
    assert said(unread, "nb") == "a.txt: inneholder ikke noe kjent (uleste tekstlinjer: 1)"


def test_the_account_is_in_the_language_asked_for() -> None:
    """Counts and headings, one and many, in Bokmål, Nynorsk and English."""
    summary = Summary(documents=1, meetings=2, cases=1234, proposals=1, unclaimed=(Unclaimed(name="a", reason="x"),))
    assert account(summary, "nb", verbose=False) == [
        "1 dokument: 2 møter, 1\u00a0234 saker, 0 vedtak, 1 forslag, 0 planer, 0 tiltak, 0 merknader",
        "fant ingenting i: 1",
        "  a: x",
    ]
    assert account(summary, "nn", verbose=False)[0].startswith("1 dokument: 2 møte, 1\u00a0234 saker, 0 vedtak, 1 fr")
    assert account(summary, "en", verbose=False)[0].startswith("1 document: 2 meetings, 1,234 cases, 0 decisions")
    assert account(Summary(), "nb", verbose=False) == ["ingenting ble lest"]


@pytest.mark.parametrize(
    ("language", "plugin", "target", "record"),
    [
        ("nb", "tillegget mitt: finnes ikke", "a: er ikke noe navn på et register", "a: $.b: is no date"),
        ("nn", "tillegget mitt: finst ikkje", "a: er ikkje noko namn på eit register", "a: $.b: is no date"),
        ("en", "plugin mitt: does not exist", "a: is no name for a register", "a: $.b: is no date"),
    ],
)
def test_what_stops_a_run_is_told_whose_it_is_and_in_a_language(
    language: str, plugin: str, target: str, record: str
) -> None:
    """The name of plugin or target stays before the reason; what only programs meet stays English."""
    assert told(PluginError("mitt", None, "does not exist"), language) == plugin
    assert told(TargetError("a", "is no name for a register"), language) == target
    assert told(RecordError("a", "$.b", "is no date"), language) == record
    assert (
        told(PluginError("mitt", "govdocs_raed", "no such hook"), language) == "plugin mitt.govdocs_raed: no such hook"
    )
