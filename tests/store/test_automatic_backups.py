"""Automatic backups: before imports, and when a changed file is closed."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping import automatic_backups, backups
from chapterdesk.store.keeping.backups import Reason
from chapterdesk.store.sqlite.file import DeskFile

NOW = dt.datetime(2026, 3, 5, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def add(desk: DeskFile, name: str) -> None:
    with desk.change("Add") as session:
        add_chapter(session, name=name)


def reasons(desk: DeskFile, folder: Path) -> list[Reason]:
    return [one.reason for one in backups.listed(folder, desk.identity)]


def test_a_file_that_was_not_changed_is_not_backed_up_again(desk: DeskFile, folder: Path) -> None:
    assert automatic_backups.at_close(desk, folder, NOW) is not None
    assert automatic_backups.at_close(desk, folder, NOW + MINUTE) is None
    add(desk, "Ribera")
    assert automatic_backups.at_close(desk, folder, NOW + 2 * MINUTE) is not None
    assert reasons(desk, folder) == [Reason.CLOSE] * 2


def test_a_change_before_a_crash_is_backed_up_at_the_next_close(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    with DeskFile.create(path) as desk:
        automatic_backups.at_close(desk, folder, NOW)
        add(desk, "Ribera")  # and no backup when it ends
    with DeskFile.open(path) as desk:
        made = automatic_backups.at_close(desk, folder, NOW)
        assert made is not None
        assert made.counts.chapters == 1


def test_states_reached_in_different_ways_differ(desk: DeskFile, folder: Path) -> None:
    """A file that is restored and changed as often as before has equal counts but different content."""
    add(desk, "Ribera")
    automatic_backups.at_close(desk, folder, NOW)
    desk.undo()
    desk.redo()
    assert automatic_backups.at_close(desk, folder, NOW) is not None


def test_a_truncated_or_missing_backup_does_not_count(desk: DeskFile, folder: Path) -> None:
    made = automatic_backups.at_close(desk, folder, NOW)
    assert made is not None
    made.path.write_bytes(b"")
    assert automatic_backups.at_close(desk, folder, NOW) is not None


def test_before_imports_there_is_at_most_one_backup_in_half_an_hour(desk: DeskFile, folder: Path) -> None:
    assert automatic_backups.before_import(desk, folder, NOW) is not None
    add(desk, "Ribera")
    assert automatic_backups.before_import(desk, folder, NOW + 29 * MINUTE) is None
    assert automatic_backups.before_import(desk, folder, NOW + 30 * MINUTE) is not None
    assert automatic_backups.before_import(desk, folder, NOW + 90 * MINUTE) is None, "nothing has changed"
    add(desk, "Alameda")
    assert automatic_backups.before_import(desk, folder, NOW - 900 * MINUTE) is not None, "the clock was set back"
    assert reasons(desk, folder) == [Reason.IMPORT] * 3


def test_old_backups_are_thinned_when_a_new_one_is_made(desk: DeskFile, folder: Path) -> None:
    for hour in range(20):
        add(desk, f"Ribera {hour}")
        automatic_backups.at_close(desk, folder, NOW + hour * 60 * MINUTE)
    add(desk, "Alameda")
    automatic_backups.at_close(desk, folder, NOW + dt.timedelta(days=30))
    assert len(reasons(desk, folder)) < 10
