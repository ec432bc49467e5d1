"""What several readers ask of a layout is found out once."""

from __future__ import annotations

import gc
import weakref

from reading_making import reading

from govdocs.layout import Layout
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.asking import once_a_layout

STANDARD = Vocabulary.standard()
OTHER = STANDARD.extended('[head.date]\nwords = ["møtedøgn"]\n')


def layout() -> Layout:
    return reading("Sak 1/24 Budsjett\n").layout


def test_a_question_is_answered_once_a_layout_and_vocabulary() -> None:
    """Another vocabulary or another layout, the first one again too, is a question of its own."""
    asked: list[tuple[Layout, Vocabulary]] = []

    @once_a_layout
    def question(layout: Layout, vocabulary: Vocabulary) -> int:
        asked.append((layout, vocabulary))
        return len(asked)

    one, two = layout(), layout()
    assert [question(one, STANDARD), question(one, OTHER), question(one, STANDARD)] == [1, 2, 1]
    assert [question(two, STANDARD), question(one, STANDARD)] == [3, 4]
    assert asked == [(one, STANDARD), (one, OTHER), (two, STANDARD), (one, STANDARD)]


def test_a_layout_is_not_kept_for_its_answers() -> None:
    """A layout that nobody holds any more goes, so that an archive of any size can be read."""

    @once_a_layout
    def question(layout: Layout, vocabulary: Vocabulary) -> int:
        return len(layout.lines)

    asked = layout()
    question(asked, STANDARD)
    gone = weakref.ref(asked)
    del asked
    gc.collect()
    assert gone() is None
