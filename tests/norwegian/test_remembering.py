from __future__ import annotations

from govdocs.norwegian.remembering import KEPT, LONGEST, remembered


def test_a_short_text_is_looked_at_once_and_a_long_one_each_time() -> None:
    """Answers of short texts are kept; long texts, which could fill the memory, are asked again."""
    asked: list[str] = []

    @remembered
    def length(text: str, *, more: int = 0) -> int:
        asked.append(text[:3])
        return len(text) + more

    @remembered
    def plain(text: str) -> int:
        asked.append(text[:3])
        return len(text)

    assert [length("Sak"), length("Sak"), length("Sak", more=1), length("Sak", more=1)] == [3, 3, 4, 4]
    assert asked == ["Sak", "Sak"]
    assert [plain("Sak"), plain("Sak")] == [3, 3]
    assert len(asked) == 3
    long = "x" * (LONGEST + 1)
    assert [length(long), length(long), plain(long), plain(long)] == [LONGEST + 1] * 4
    assert len(asked) == 7


def test_no_more_answers_are_kept_than_there_is_room_for() -> None:
    """A question that is asked of ever new texts forgets what it was asked before."""
    asked: list[str] = []

    @remembered
    def plain(text: str) -> int:
        asked.append(text)
        return len(text)

    for number in range(KEPT + 1):
        plain(str(number))
    assert [plain("0"), plain(str(KEPT))] == [1, 4]
    assert asked[KEPT:] == [str(KEPT), "0"]
