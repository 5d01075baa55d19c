"""A kill at each crash point leaves the old state or the new one, and the next start removes the rest."""

from typing import Any

import pytest

from tests.endurance.interruptions import interrupt, named_points, wrong


@pytest.fixture(scope="module")
def reports() -> list[dict[str, Any]]:
    """Reports of every operation, plain and encrypted, killed at every point that it passes."""
    return interrupt("points")


def test_a_process_killed_at_any_crash_point_leaves_the_old_or_the_new_state(
    reports: list[dict[str, Any]],
) -> None:
    assert wrong(reports) == []


def test_every_crash_point_of_the_program_is_visited(reports: list[dict[str, Any]]) -> None:
    visited = {point for report in reports for point in report["points"]}
    assert named_points() - visited == set()
    assert visited - named_points() == set()
