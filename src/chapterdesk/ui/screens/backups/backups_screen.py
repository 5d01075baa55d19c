"""The screen Backups: where they are, which exist, and the ways to make, verify and restore one."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.paths import short_path
from chapterdesk.reports.backup_words import BackupLine, folder_text, summary, verified_text
from chapterdesk.store.keeping import automatic_backups
from chapterdesk.store.keeping.backups import Backup, Reason, Verdicts, listed, listed_in, now, verify_each
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.keeping.restore import restore
from chapterdesk.ui.screens.backups import SCREEN
from chapterdesk.ui.screens.backups.backup_lines import BackupList, Timeline
from chapterdesk.ui.screens.backups.restore_card import RestoreCard
from chapterdesk.ui.widgets import Button, Card, EmptyState, LinkButton, PrimaryButton, QuietButton, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import show_folder
from chapterdesk.ui.widgets.labels import label, set_tone
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row
from chapterdesk.ui.widgets.list_page import ListPage
from chapterdesk.ui.widgets.screen import Command, Screen

SIDE_BY_SIDE: Final = 940
"""Width in pixels from which the card stands beside the list; in a narrower window it replaces the list."""


class FolderCard(Card):
    """Shows the folder of the backups; `changed` is emitted when the director chooses another one."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=12)
        self._context = context
        tr = context.tr
        drive = picture(context, "hard-drive", "muted", 24)
        self.folder = label("", "strong", wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = label("", "small", tone="muted", wrap=True)
        self.choose = Button(tr("Choose…"), context=context, icon="folder-open")
        self.open_link = LinkButton(tr("Open it"), context=context, icon="external-link")
        self.reset_link = LinkButton(tr("On this computer"), context=context, icon="rotate-ccw")
        self.choose.clicked.connect(self.ask)
        self.open_link.clicked.connect(self.open_folder)
        self.choose.setAccessibleName(tr("Choose the folder of the backups…"))
        self.open_link.setAccessibleName(tr("Open the folder of the backups"))
        self.reset_link.setToolTip(tr("Keep the backups on this computer again"))
        self.reset_link.clicked.connect(lambda: self.set_folder(None))
        links = row(self.choose, self.open_link, self.reset_link, STRETCH, margins=(0, 6, 0, 0))
        words = column(self.folder, self.state, links, spacing=2)
        add(self.body, row((drive, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12))
        self._elsewhere = 0
        self.refresh()

    def set_elsewhere(self, count: int) -> None:
        """Show how many of the listed backups are on this computer, not in the chosen folder."""
        self._elsewhere = count
        self.refresh()

    def refresh(self) -> None:
        """Show the folder, and whether it is available."""
        backups = self._context.backups
        chosen = backups.chosen
        self.folder.setText(short_path(chosen if chosen is not None else backups.folder()))
        folder = short_path(backups.folder())
        state = folder_text(self._context.language, folder, chosen, self._elsewhere, is_gone=backups.is_gone)
        self.state.setText(state)
        set_tone(self.state, "warning" if backups.is_gone else "muted")
        self.reset_link.setVisible(chosen is not None)

    def ask(self) -> None:
        """Choose another folder in the dialog of the system."""
        tr = self._context.tr
        start = str(self._context.backups.folder())
        name = QFileDialog.getExistingDirectory(self, tr("Where backups are kept"), start)
        if name:
            self.set_folder(Path(name))

    def set_folder(self, folder: Path | None) -> None:
        """Store new backups in a folder (None: on this computer); existing backups stay where they are."""
        self._context.backups.choose(folder)
        self.refresh()
        self.changed.emit()

    def open_folder(self) -> None:
        """Show the folder in the system's file browser."""
        folder = self._context.backups.folder()
        with suppress(OSError):  # then show_folder shows the nearest folder above it
            folder.mkdir(parents=True, exist_ok=True)
        show_folder(self._context, folder)


class BackupsScreen(Screen):
    """The backups of the open file. `show_item` takes `path=` of a backup to look at."""

    entry = SCREEN
    _verdicts_found = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.backups: list[Backup] = []
        self.verdicts: Verdicts = {}
        """The faults of each verified backup, by its path; empty when the backup is sound."""
        self._path_to_show: Path | None = None
        self._is_wide, self._is_card_open, self._focus_waits = True, False, False
        self.verify = QuietButton(tr("Verify all"), context=context, icon="shield-check")
        self.verify.setEnabled(False)
        self.now = PrimaryButton(tr("Back up"), context=context, icon="archive")
        self.add_header(actions=[self.now])
        self.subtitle.setWordWrap(True)
        self.folder_card = FolderCard(context)
        self.timeline = Timeline(context)
        self.table = BackupList(context)
        self.card = RestoreCard(context)
        self.empty = EmptyState(
            context,
            "archive",
            tr("No backups of this file yet"),
            tr(
                "One is made each time you close the file after changing something, and before each import. Or make"
                " one now."
            ),
            [Command(tr("Back up now"), self.back_up, icon="archive")],
        )
        self.page = ListPage(self.table, self.empty)
        above = row((self.timeline, 1), (self.verify, Qt.AlignmentFlag.AlignTop), spacing=-1, margins=(12, 10, 8, 4))
        self.page.card.body.insertLayout(0, above)
        row((self.page.card, 2), (self.card, 1), spacing=16, parent=self.page.full)
        add(self.body, self.folder_card, (self.page, 1))
        self.now.clicked.connect(self.back_up)
        self.verify.clicked.connect(self.verify_all)
        self.folder_card.changed.connect(self.refresh)
        self.timeline.chosen.connect(self.choose)
        self.table.chosen.connect(self._show_card)
        self.table.opened.connect(lambda _line: self._focus_card())
        self.table.clicked.connect(lambda _index: self._open_card())
        self.card.cancelled.connect(self._close_card)
        self.card.verify.connect(lambda backup: self._verify([backup], self.card.key))
        self.card.restore.connect(partial(restore_open_file, context))
        self._verdicts_found.connect(self._add_verdicts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_wide = self.width() >= SIDE_BY_SIDE * max(self.context.style.points() / 10, 1)
        self._arrange()

    def _arrange(self) -> None:
        alone = self._is_card_open and self.card.line is not None
        self.card.setVisible(self._is_wide or alone)
        self.page.card.setVisible(self._is_wide or not alone)
        self.folder_card.setVisible(self._is_wide or not alone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # backups come and go without a change of the file
        if event.type() == QEvent.Type.Show and self.backups:
            self.refresh()

    # What is shown

    def refresh(self) -> None:
        """List the backups again, on another thread because a USB stick can be slow."""
        self.folder_card.refresh()
        desk, folders = self.context.desk, self.context.backups.folders()
        self.context.run(lambda _progress: listed_in(folders, desk.identity), self._show_backups)

    def _show_backups(self, backups: list[Backup]) -> None:
        self.backups = backups
        folder = self.context.backups.folder()
        self.folder_card.set_elsewhere(sum(folder not in backup.path.parents for backup in backups))
        self.set_subtitle(summary(self.context.language, backups))
        self.verify.setEnabled(bool(backups))
        self.page.set_empty(is_empty=not backups)
        self.now.setVisible(bool(backups))
        self._fill()
        self._arrange()
        if self._path_to_show is not None:
            self.choose(self._path_to_show)
        if self._focus_waits:
            self._focus_list()

    def _fill(self) -> None:
        lines = [BackupLine(backup, self.verdicts.get(backup.path)) for backup in self.backups]
        self.table.show_lines(lines)
        self.timeline.show_lines(lines, now())
        self._show_card(self.table.current_row())

    def choose(self, path: Path) -> None:
        """Choose a backup and show its card."""
        if self.table.choose(path):
            self._path_to_show = None
            self._open_card()

    def _open_card(self) -> None:
        self._is_card_open = True
        self.card.show()
        if not self._is_wide:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _show_card(self, line: Any) -> None:
        self.card.show_line(line)
        self.timeline.set_current(line.backup.path if line is not None else None)

    def show_item(self, **what: Any) -> None:
        """Show the backup at `path=`."""
        self._path_to_show = what.get("path")
        self.refresh()
        self.table.setFocus()

    # What is done

    def back_up(self) -> None:
        """Make a backup now, in the background."""
        context, tr = self.context, self.context.tr
        self.now.setEnabled(False)
        desk, folder, at = context.session.file, context.backups.folder(), now()
        folder.mkdir(parents=True, exist_ok=True)
        context.run(
            lambda progress: automatic_backups.back_up(desk, folder, Reason.ASKED, at, progress),
            self._backed_up,
            tr("Making a backup"),
            on_failed=self._failed,
            on_cancelled=self._finish_backup,
        )

    def _failed(self, error: BaseException) -> None:
        self._finish_backup()
        if not isinstance(error, ChapterError):
            raise error
        self.context.tell(error)

    def _finish_backup(self) -> None:
        self.now.setEnabled(True)
        self.refresh()

    def _backed_up(self, backup: Backup) -> None:
        tr = self.context.tr
        self._path_to_show = backup.path
        self.verdicts[backup.path] = ()  # making a backup verifies it
        self._finish_backup()
        self.context.notify(tr("Backed up and checked: {size}.", size=self.context.language.data_size(backup.size)))

    def verify_all(self) -> None:
        """Compare every backup with its seal, in the background."""
        self._verify(self.backups, self.context.session.key)

    def _verify(self, backups: list[Backup], key: str | None) -> None:
        tr = self.context.tr
        self.verify.setEnabled(False)
        self.context.run(
            partial(verify_each, backups, key, self._verdicts_found.emit),
            partial(self._verified, [backup.path for backup in backups]),
            tr("Verifying the backups"),
            on_cancelled=lambda: self.verify.setEnabled(True),
        )

    def _add_verdicts(self, verdicts: Verdicts) -> None:
        self.verdicts |= verdicts
        self._fill()

    def _verified(self, paths: list[Path], _result: None) -> None:
        self.verify.setEnabled(True)
        self.context.notify(verified_text(self.context.language, [self.verdicts.get(path, ()) for path in paths]))

    # Commands and focus

    def commands(self) -> list[Command]:
        """Make, verify, restore what is shown, choose and open the folder."""
        tr = self.context.tr
        return [
            Command(tr("Back up now"), self.back_up, "Ctrl+Return", "archive"),
            Command(tr("Verify all backups"), self.verify_all, icon="shield-check"),
            Command(tr("Restore the backup that is shown"), self.card.ask_restore, icon="archive-restore"),
            Command(tr("Choose the folder of the backups…"), self.folder_card.ask, icon="folder-open"),
            Command(tr("Open the folder of the backups"), self.folder_card.open_folder, icon="external-link"),
        ]

    def _focus_card(self) -> None:
        self._open_card()
        if self.card.button is not None:
            self.card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_card(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self._is_card_open = False
        self._arrange()
        self.table.setFocus()

    def focus_start(self) -> None:
        """Put the focus on the list as soon as it is filled."""
        self._focus_waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.backups:
            self._focus_list()

    def _focus_list(self) -> None:
        """Put the focus on the list, unless the director moved it meanwhile."""
        if self.focusWidget() in (None, self) or self.hasFocus():
            start = self.table if self.backups else self.empty.buttons[0]
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_waits = False


def restore_open_file(context: Context, backup: Backup, key: str | None) -> None:
    """Replace the open file with a backup, then offer to show the backup of the state before.

    `key` opens the backup; it may come from an earlier passphrase.
    """
    folder, tr = context.backups.folder(), context.tr
    folder.mkdir(parents=True, exist_ok=True)

    def job(path: Path, present_key: str | None, progress: Progress) -> ReopenAs:
        damaged_file = restore(backup, path, key, folder, now(), progress, present_key=present_key)
        return ReopenAs(path, key, damaged_file)

    def notify(damaged_file: Path | None) -> None:
        text = tr("The file is as it was on {moment}.", moment=context.language.moment(backup.at))
        if damaged_file is not None:
            context.notify(text + " " + tr("The damaged file is kept as {file}.", file=damaged_file.name))
            return
        backups = listed(folder, context.desk.identity)
        before = next((backup for backup in backups if backup.reason is Reason.RESTORE), None)
        path = before.path if before is not None else None
        context.notify(
            text + " " + tr("The state before it is kept as a backup."),
            tr("Show it"),
            lambda: context.go("backups", path=path),
        )

    context.session.work_on_closed(job, tr("Restoring the backup"), notify)
