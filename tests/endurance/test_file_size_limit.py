"""A file that may not grow: changes are refused, and stored once there is room."""

from pathlib import Path

from tests.endurance.desks import NAME, new_desk, whole_groups
from tests.endurance.kills import answer, child


def test_a_change_without_room_is_refused_whole_and_stored_once_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / NAME
    new_desk(path, None, groups=1)
    with child("limit", path) as process:
        stored = int(answer(process))
        assert process.wait() == 0
    assert stored > 1
    assert whole_groups(path, None) == stored
