"""The backup before an import in the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from chapterdesk.store.keeping import backups
from chapterdesk.store.keeping.backups import Reason
from chapterdesk.ui.screens.import_files.import_screen import ImportScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover


def test_a_backup_is_made_before_an_import(context: Context, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    context.backups.is_automatic = True
    context.backups.choose(folder)
    members = tmp_path / "members.csv"
    members.write_text("First Name,Last Name\nGala,Ríos\n", "utf-8")
    assert window.workspace is not None
    window.take_files([members])
    screen = window.workspace.visible_screen
    assert isinstance(screen, ImportScreen)
    screen.add_members.setChecked(True)
    qtbot.waitUntil(lambda: screen.button.isEnabled() and not screen.is_busy)
    screen.button.click()
    qtbot.waitUntil(
        lambda: not window.findChildren(JobCover) and context.desk.undo_step is not None and not screen.paths
    )
    (made,) = backups.listed(folder, context.desk.identity)
    assert (made.reason, made.counts.people) == (Reason.IMPORT, 6)
    context.backups.is_automatic = False
