from __future__ import annotations

from govdocs.norwegian.remembering import LONGEST, remembered


def test_a_short_text_is_looked_at_once_and_a_long_one_each_time() -> None:
    """Answers of short texts are kept; long texts, which could fill the memory, are asked again."""
    asked: list[str] = []

    @remembered
    def length(text: str, *, more: int = 0) -> int:
        asked.append(text[:3])
        return len(text) + more

    class Thing:
        @remembered
        def length(self, text: str) -> int:
            asked.append(text[:3])
            return len(text)

    assert [length("Sak"), length("Sak"), length("Sak", more=1), length("Sak", more=1)] == [3, 3, 4, 4]
    assert asked == ["Sak", "Sak"]
    thing = Thing()
    assert [thing.length("Sak"), thing.length("Sak"), Thing().length("Sak")] == [3, 3, 3]
    assert len(asked) == 4
    long = "x" * (LONGEST + 1)
    assert [length(long), length(long), thing.length(long), thing.length(long)] == [LONGEST + 1] * 4
    assert len(asked) == 8
