"""Assertions about actions: the label of the undo step, and no change when one is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from chapterdesk.domain.errors import ChapterError
from tests.story import Story


@contextmanager
def one_step(story: Story, label: str, **params: Any) -> Iterator[None]:
    """Assert that the block makes one undo step with this label and these values."""
    revision, before = story.desk.revision, story.desk.undo_step
    yield
    step = story.desk.undo_step
    assert step is not None
    assert step is not before
    assert (step.label, step.params) == (label, params)
    assert story.desk.revision == revision + 1


@contextmanager
def refused(story: Story, why: str) -> Iterator[None]:
    """Assert that the block raises a ChapterError with this text, and that nothing is stored."""
    revision, step = story.desk.revision, story.desk.undo_step
    with pytest.raises(ChapterError, match=why):
        yield
    assert (story.desk.revision, story.desk.undo_step) == (revision, step)
