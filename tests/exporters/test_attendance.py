"""What the export of attendance holds."""

from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.store.course import call_off

from .conftest import FIRST, SECOND, Exported


def test_each_mark_is_a_row_with_its_substitute(exported: Exported) -> None:
    rows = exported.rows("attendance")
    assert [(row["Date"], row["Last name"], row["Code"], row["Substitute"]) for row in rows] == [
        ("2026-03-05", "Nadal", "S", "Dora Paz"),
        ("2026-03-05", "Ñíguez", "P", ""),
        ("2026-03-12", "Nadal", "S", "Dora Paz"),
        ("2026-03-12", "Ñíguez", "P", ""),
    ]
    assert {row["Meeting"] for row in rows} == {"regular"}


def test_a_period_selects_its_meetings(exported: Exported) -> None:
    assert {row["Date"] for row in exported.rows("attendance", period=Period(SECOND, SECOND))} == {"2026-03-12"}


def test_marks_of_a_meeting_called_off_count_nowhere(exported: Exported) -> None:
    with exported.desk.change("Call off") as session:
        call_off(session, 1, MeetingStatus.DISCARDED)
    assert FIRST.isoformat() not in {row["Date"] for row in exported.rows("attendance")}


def test_in_spanish_the_kind_of_meeting_is_a_word(exported: Exported) -> None:
    assert {row["Reunión"] for row in exported.rows("attendance", "es")} == {"Reunión"}
