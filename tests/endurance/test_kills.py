"""Killing a writer: what was shown as stored is stored, and nothing is half-done.

A few rounds here; `python -m tests.endurance kills` takes 200 of each.
"""

from pathlib import Path

import pytest

from tests.endurance.kills import kill_loop


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_killed_writer_loses_nothing_that_it_said_was_stored(tmp_path: Path, encrypted: bool) -> None:
    assert kill_loop(tmp_path, 5, encrypted=encrypted) > 0
