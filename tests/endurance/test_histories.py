"""Undoing 100 random actions gives exactly the start, and redoing them the end; also encrypted and with imports.

One of each here; `python -m tests.endurance histories` goes through hundreds.
"""

from pathlib import Path

import pytest

from tests.endurance.histories import history


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_hundred_random_actions_are_undone_and_redone_exactly(tmp_path: Path, encrypted: bool) -> None:
    assert history(tmp_path, "short", encrypted=encrypted) == 100
