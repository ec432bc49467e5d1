"""What the plugin promises, proved on the sample. Run with `pytest` where govdocs and the plugin are installed."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import govdocs
from govdocs.testing import check_plugin

SAMPLE = Path(__file__).parent.parent / "samples" / "nausthamna_vel.md"


def test_the_installed_plugin_reads_its_own_format() -> None:
    """A board note gives one meeting with its cases, decisions and people, and the plugin is who read it."""
    document = govdocs.read(SAMPLE)
    (meeting,) = document.meetings
    assert [part.reader for part in document.ledger.parts] == ["styrenotat"]
    assert (meeting.body, meeting.date, meeting.start) == ("Styret i Nausthamna vel", date(2025, 5, 12), time(18))
    assert [(p.name, p.status.value) for p in meeting.participants] == [
        ("Ragna Moldskred", "present"),
        ("Oddvin Brekke", "present"),
        ("Tordis Hauan", "absent"),
    ]
    assert [(case.number, case.title) for case in meeting.cases] == [
        ("1", "Godkjenning av regnskapet"),
        ("2", "Dugnad på kaia"),
    ]
    second = meeting.cases[1]
    assert [(d.kind.value, d.text) for d in second.decisions] == [
        ("proposed", "Dugnaden holdes 24. mai."),
        ("adopted", "Dugnaden holdes 31. mai."),
    ]
    assert [point.text for point in second.discussion_points] == ["Bryggen må skrapes.", "Redningsbøya mangler tau."]
    assert second.responsible == ("Oddvin Brekke", "Tordis Hauan")
    assert meeting.next_meeting is not None
    assert (meeting.next_meeting.date, meeting.next_meeting.start) == (date(2025, 6, 16), time(18))


def test_the_contract_is_kept(tmp_path: Path) -> None:
    """Right types and lines, no word that the source does not hold, nothing changed, the same answer twice."""
    other = tmp_path / "brev.txt"
    other.write_text("Til styret\n\nTakk for sist.\n", encoding="utf-8")
    assert check_plugin("styrenotat", [SAMPLE, other], targets=["meetings.ics"]) == []


def test_every_line_of_the_sample_has_an_owner() -> None:
    """A format of one's own leaves nothing unread."""
    assert govdocs.read(SAMPLE).coverage == 1


def test_two_notes_in_one_file_are_two_meetings(tmp_path: Path) -> None:
    """A note ends where the next begins, and reads as if it stood alone."""
    both = tmp_path / "both.md"
    text = SAMPLE.read_text(encoding="utf-8")
    both.write_text(text + "\n" + text.replace("2025-05-12", "2025-05-19"), encoding="utf-8")
    first, second = govdocs.read(both).meetings
    assert (first.date, second.date) == (date(2025, 5, 12), date(2025, 5, 19))
    assert [c.title for c in first.cases] == [c.title for c in second.cases]


def test_a_text_without_the_first_key_is_left_alone(tmp_path: Path) -> None:
    """Front matter alone does not make a board note."""
    other = tmp_path / "page.md"
    other.write_text("---\ntitle: Dugnad\n---\n\n# 1 Kom og bli med\n", encoding="utf-8")
    document = govdocs.read(other, strict=True)
    assert not any(part.reader == "styrenotat" for part in document.ledger.parts)


def test_a_calendar_holds_the_meeting_and_the_next_one(tmp_path: Path) -> None:
    """Both meetings are events; the file is the same on every day, and no line passes 75 bytes."""
    document = govdocs.read(SAMPLE)
    first, second = tmp_path / "first.ics", tmp_path / "second.ics"
    assert govdocs.write([document, document], first) == 2
    govdocs.write([document], second)
    data = first.read_bytes()
    assert data == second.read_bytes()
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    text = data.replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART:20250512T180000\r\nDTEND:20250512T193000\r\nSUMMARY:Styret i Nausthamna vel\r\n" in text
    assert "DESCRIPTION:1 Godkjenning av regnskapet\\n2 Dugnad på kaia\r\n" in text
    assert "DTSTART:20250616T180000\r\nSUMMARY" in text
