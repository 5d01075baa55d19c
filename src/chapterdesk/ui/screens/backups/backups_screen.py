"""Backups: where they are, which there are, make one, verify them, and put one in the place of the file."""

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
from chapterdesk.reports.backup_words import BackupLine, kept_where, summary, verified
from chapterdesk.store.keeping import automatic_backups
from chapterdesk.store.keeping.backups import Backup, Reason, Verdicts, listed, listed_in, now, verify_each
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.keeping.restore import restore
from chapterdesk.ui.screens.backups import SCREEN
from chapterdesk.ui.screens.backups.backup_lines import BackupList, TimeStrip
from chapterdesk.ui.screens.backups.restore_card import RestoreCard
from chapterdesk.ui.widgets import Button, Card, EmptyState, LinkButton, PrimaryButton, QuietButton, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import show_folder
from chapterdesk.ui.widgets.labels import label, set_tone
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row
from chapterdesk.ui.widgets.list_page import ListPage
from chapterdesk.ui.widgets.screen import Command, Screen

SIDE_BY_SIDE: Final = 940
"""Pixels of width from which the card of a backup stands beside the list; below, it takes the place of the list."""


class WhereCard(Card):
    """The folder of the backups. `changed`: another one was chosen."""

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
        self.look = LinkButton(tr("Open it"), context=context, icon="external-link")
        self.own = LinkButton(tr("On this computer"), context=context, icon="rotate-ccw")
        self.choose.clicked.connect(self.ask)
        self.look.clicked.connect(self.open_folder)
        self.choose.setAccessibleName(tr("Choose the folder of the backups…"))
        self.look.setAccessibleName(tr("Open the folder of the backups"))
        self.own.setToolTip(tr("Keep the backups on this computer again"))
        self.own.clicked.connect(lambda: self.take(None))
        links = row(self.choose, self.look, self.own, STRETCH, margins=(0, 6, 0, 0))
        words = column(self.folder, self.state, links, spacing=2)
        add(self.body, row((drive, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12))
        self._elsewhere = 0
        self.refresh()

    def tell_elsewhere(self, count: int) -> None:
        """Say that so many of those that are listed are not in the chosen folder, but on this computer."""
        self._elsewhere = count
        self.refresh()

    def refresh(self) -> None:
        """Say where they are now."""
        backups = self._context.backups
        chosen = backups.chosen
        self.folder.setText(short_path(chosen if chosen is not None else backups.folder()))
        folder = short_path(backups.folder())
        state = kept_where(self._context.language, folder, chosen, self._elsewhere, is_gone=backups.is_gone)
        self.state.setText(state)
        set_tone(self.state, "warning" if backups.is_gone else "muted")
        self.own.setVisible(chosen is not None)

    def ask(self) -> None:
        """Let the director choose a folder with the system's own dialog."""
        tr = self._context.tr
        start = str(self._context.backups.folder())
        name = QFileDialog.getExistingDirectory(self, tr("Where backups are kept"), start)
        if name:
            self.take(Path(name))

    def take(self, folder: Path | None) -> None:
        """Keep backups there from now on; those that exist stay where they are."""
        self._context.backups.choose(folder)
        self.refresh()
        self.changed.emit()

    def open_folder(self) -> None:
        """Show the folder in the system's file browser."""
        folder = self._context.backups.folder()
        with suppress(OSError):  # the nearest folder above it is shown then
            folder.mkdir(parents=True, exist_ok=True)
        show_folder(self._context, folder)


class BackupsScreen(Screen):
    """The backups of the open file. `show_item` takes `path=` of a backup to look at."""

    entry = SCREEN
    _told = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.backups: list[Backup] = []
        self.verdicts: Verdicts = {}
        """What was found of each backup that was verified, by its path; nothing when it is whole."""
        self._wanted: Path | None = None
        self._is_wide, self._looks, self._focus_waits = True, False, False
        self.verify = QuietButton(tr("Verify all"), context=context, icon="shield-check")
        self.verify.setEnabled(False)
        self.now = PrimaryButton(tr("Back up"), context=context, icon="archive")
        self.add_header(actions=[self.now])
        self.subtitle.setWordWrap(True)
        self.where = WhereCard(context)
        self.strip = TimeStrip(context)
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
        above = row((self.strip, 1), (self.verify, Qt.AlignmentFlag.AlignTop), spacing=-1, margins=(12, 10, 8, 4))
        self.page.card.body.insertLayout(0, above)
        row((self.page.card, 2), (self.card, 1), spacing=16, parent=self.page.full)
        add(self.body, self.where, (self.page, 1))
        self.now.clicked.connect(self.back_up)
        self.verify.clicked.connect(self.verify_all)
        self.where.changed.connect(self.refresh)
        self.strip.chosen.connect(self.choose)
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(lambda _line: self._to_card())
        self.table.clicked.connect(lambda _index: self._open())
        self.card.cancelled.connect(self._leave_card)
        self.card.verify.connect(lambda backup: self._verify([backup], self.card.key))
        self.card.restore.connect(partial(restore_open_file, context))
        self._told.connect(self._take_verdict)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_wide = self.width() >= SIDE_BY_SIDE * max(self.context.style.points() / 10, 1)
        self._divide()

    def _divide(self) -> None:
        alone = self._looks and self.card.line is not None
        self.card.setVisible(self._is_wide or alone)
        self.page.card.setVisible(self._is_wide or not alone)
        self.where.setVisible(self._is_wide or not alone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # backups come and go without a change of the file: list those there are now
        if event.type() == QEvent.Type.Show and self.backups:
            self.refresh()

    # What is shown

    def refresh(self) -> None:
        """List the backups again, on another thread: a stick can be slow."""
        self.where.refresh()
        desk, folders = self.context.desk, self.context.backups.folders()
        self.context.run(lambda _progress: listed_in(folders, desk.identity), self._take)

    def _take(self, backups: list[Backup]) -> None:
        self.backups = backups
        folder = self.context.backups.folder()
        self.where.tell_elsewhere(sum(folder not in one.path.parents for one in backups))
        self.set_subtitle(summary(self.context.language, backups))
        self.verify.setEnabled(bool(backups))
        self.page.set_empty(is_empty=not backups)
        self.now.setVisible(bool(backups))
        self._show()
        self._divide()
        if self._wanted is not None:
            self.choose(self._wanted)
        if self._focus_waits:
            self._to_start()

    def _show(self) -> None:
        lines = [BackupLine(one, self.verdicts.get(one.path)) for one in self.backups]
        self.table.show_lines(lines)
        self.strip.show_lines(lines, now())
        self._look_at(self.table.current_row())

    def choose(self, path: Path) -> None:
        """Look at a backup that was asked for by the strip, or from elsewhere."""
        if self.table.choose(path):
            self._wanted = None
            self._open()

    def _open(self) -> None:
        self._looks = True
        self.card.show()
        if not self._is_wide:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._divide()

    def _look_at(self, line: Any) -> None:
        self.card.show_line(line)
        self.strip.mark(line.backup.path if line is not None else None)

    def show_item(self, **what: Any) -> None:
        """Look at the backup at `path=`."""
        self._wanted = what.get("path")
        self.refresh()
        self.table.setFocus()

    # What is done

    def back_up(self) -> None:
        """Make a backup now, beside the window."""
        context, tr = self.context, self.context.tr
        self.now.setEnabled(False)
        desk, folder, at = context.session.file, context.backups.folder(), now()
        folder.mkdir(parents=True, exist_ok=True)
        context.run(
            lambda progress: automatic_backups.back_up(desk, folder, Reason.ASKED, at, progress),
            self._made,
            tr("Making a backup"),
            on_failed=self._failed,
            on_cancelled=self._ended,
        )

    def _failed(self, error: BaseException) -> None:
        self._ended()
        if not isinstance(error, ChapterError):
            raise error
        self.context.tell(error)

    def _ended(self) -> None:
        self.now.setEnabled(True)
        self.refresh()

    def _made(self, backup: Backup) -> None:
        tr = self.context.tr
        self._wanted = backup.path
        self.verdicts[backup.path] = ()  # it is verified as it is made
        self._ended()
        self.context.notify(tr("Backed up and checked: {size}.", size=self.context.language.data_size(backup.size)))

    def verify_all(self) -> None:
        """Read every backup and compare it with its seal, beside the window."""
        self._verify(self.backups, self.context.session.key)

    def _verify(self, backups: list[Backup], key: str | None) -> None:
        tr = self.context.tr
        self.verify.setEnabled(False)
        self.context.run(
            partial(verify_each, backups, key, self._told.emit),
            partial(self._verified, [one.path for one in backups]),
            tr("Verifying the backups"),
            on_cancelled=lambda: self.verify.setEnabled(True),
        )

    def _take_verdict(self, verdicts: Verdicts) -> None:
        self.verdicts |= verdicts
        self._show()

    def _verified(self, paths: list[Path], _result: None) -> None:
        self.verify.setEnabled(True)
        self.context.notify(verified(self.context.language, [self.verdicts.get(path, ()) for path in paths]))

    # Steering

    def commands(self) -> list[Command]:
        """Make, verify, restore what is shown, choose and open the folder."""
        tr = self.context.tr
        return [
            Command(tr("Back up now"), self.back_up, "Ctrl+Return", "archive"),
            Command(tr("Verify all backups"), self.verify_all, icon="shield-check"),
            Command(tr("Restore the backup that is shown"), self.card.ask_restore, icon="archive-restore"),
            Command(tr("Choose the folder of the backups…"), self.where.ask, icon="folder-open"),
            Command(tr("Open the folder of the backups"), self.where.open_folder, icon="external-link"),
        ]

    def _to_card(self) -> None:
        self._open()
        if self.card.button is not None:
            self.card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_card(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self._looks = False
        self._divide()
        self.table.setFocus()

    def focus_start(self) -> None:
        """Be ready to go through the list, as soon as it is there."""
        self._focus_waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.backups:
            self._to_start()

    def _to_start(self) -> None:
        """Put the focus where work begins, unless it was put elsewhere meanwhile."""
        if self.focusWidget() in (None, self) or self.hasFocus():
            start = self.table if self.backups else self.empty.buttons[0]
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_waits = False


def restore_open_file(context: Context, backup: Backup, key: str | None) -> None:
    """Restore a backup in the place of the open file, under the veil; then say what was done and the way back.

    `key` is the backup's, which can be of an earlier passphrase.
    """
    folder, tr = context.backups.folder(), context.tr
    folder.mkdir(parents=True, exist_ok=True)

    def job(path: Path, present: str | None, progress: Progress) -> ReopenAs:
        kept = restore(backup, path, key, folder, now(), progress, present_key=present)
        return ReopenAs(path, key, kept)

    def done(kept: Path | None) -> None:
        said = tr("The file is as it was on {moment}.", moment=context.language.moment(backup.at))
        if kept is not None:
            context.notify(said + " " + tr("The damaged file is kept as {file}.", file=kept.name))
            return
        known = listed(folder, context.desk.identity)
        before = next((one for one in known if one.reason is Reason.RESTORE), None)
        path = before.path if before is not None else None
        context.notify(
            said + " " + tr("The state before it is kept as a backup."),
            tr("Show it"),
            lambda: context.go("backups", path=path),
        )

    context.session.work_on_closed(job, tr("Restoring the backup"), done)
