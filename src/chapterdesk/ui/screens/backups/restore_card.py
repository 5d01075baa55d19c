"""The card of one backup: what the file holds now, what it would hold then, and the button that restores it."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyle, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.reports.backup_words import COUNTED, BackupLine, restore_notes
from chapterdesk.store.keeping.backups import Backup
from chapterdesk.store.keeping.restore import RestorePreview, preview
from chapterdesk.store.sqlite.faults import PassphraseNeededError
from chapterdesk.store.sqlite.opening import unlock
from chapterdesk.ui.widgets import Button, DetailCard, IconButton, PassphraseEdit, PrimaryButton, Rule, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, grid, row

MINUS: Final = "−"


class RestoreCard(DetailCard):
    """Shows one backup. Signals: `restore` (backup, key), `verify` (backup), `cancelled` (Cancel or Esc)."""

    restore = Signal(object, object)
    verify = Signal(object)
    cancelled = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.line: BackupLine | None = None
        self.preview: RestorePreview | None = None
        self.key: str | None = None
        self.refusal: ChapterError | None = None
        tr = context.tr
        self.setAccessibleName(tr("What restoring this backup would change"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.button: PrimaryButton | None = None
        self.passphrase: PassphraseEdit | None = None
        self.show_line(None)

    def show_line(self, line: BackupLine | None) -> None:
        """Show another backup; its contents are read on another thread."""
        is_same = line is not None and self.line is not None and line.backup == self.line.backup
        self.line = line
        if is_same:
            self._show()
            return
        self.preview, self.refusal = None, None
        self.key = self._context.session.key if self._context.is_open else None
        self._show()
        if line is not None:
            self._read(line.backup)

    def _read(self, backup: Backup) -> None:
        desk, key = self._context.session.file, self.key
        self._context.run(
            lambda _progress: preview(desk, backup, key),
            partial(self._show_preview, backup),
            on_failed=partial(self._show_refusal, backup),
        )

    def _show_preview(self, backup: Backup, preview: RestorePreview) -> None:
        if self.line is not None and self.line.backup == backup:
            self.preview, self.refusal = preview, None
            self._show_in_focus()

    def _show_refusal(self, backup: Backup, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        if self.line is not None and self.line.backup == backup:
            self.refusal = error
            self._show_in_focus()

    # What it shows

    def _show_in_focus(self) -> None:
        """Show what was read; if the card had the focus, focus its first field or button."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._show()
        if had_focus:
            (self.passphrase or self.button or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        tr = self._context.tr
        self.button, self.passphrase = None, None
        if self.line is None:
            self.show_nothing(tr("Choose a backup to see what it holds and what restoring it would change."))
            return
        self.clear()
        self._add_head(self.line)
        if self.refusal is not None:
            self._add_refusal(self.refusal)
        elif self.preview is not None:
            self._add_differences(self.preview)
            self._add_notes(self.line.backup, self.preview)
            self._add_buttons(self.line)
        else:
            add(self.column, label(tr("Reading the backup…"), tone="muted"))
        add(self.column, STRETCH)
        QTimer.singleShot(0, self, self._fit_width)  # the labels get their fonts later

    def _fit_width(self) -> None:
        """Take the width of the parts that cannot be wrapped, and of the scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setMinimumWidth(self.column.minimumSize().width() + bar + 2 * self.frameWidth())

    def _add_head(self, line: BackupLine) -> None:
        tr, language = self._context.tr, self._context.language
        state = line.state
        is_bad = state.tone == "bad"
        about = f"{tr(line.backup.reason.label)} · {language.data_size(line.backup.size)} · {tr(state.text)}"
        add(self.column, label(language.moment(line.backup.at), "section", wrap=True))
        add(self.column, label(about, tone="bad" if is_bad else "muted", wrap=True))
        for finding in line.findings if line.findings and is_bad else ():
            add(self.column, label(language.error(finding), tone="bad", wrap=True))

    def _add_differences(self, preview: RestorePreview) -> None:
        """Add a small table of counts: now, then, and the difference."""
        tr, number = self._context.tr, self._context.language.number
        table = grid((), across=12, down=4, margins=(0, 4, 0, 4), stretch=0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, title in enumerate((tr("Now"), tr("Then"), tr("Change")), 1):
            table.addWidget(label(title, "small", tone="muted"), 0, column, right)
        table.addWidget(Rule(), 1, 0, 1, 4)
        for line, (name, title) in enumerate(COUNTED.items(), 2):
            now = getattr(preview.now, name) if preview.now is not None else None
            then = getattr(preview.then, name)
            difference = then - now if now is not None else 0
            sign = "+" if difference > 0 else MINUS
            change = f"{sign}{number(abs(difference))}" if difference else "="
            table.addWidget(label(tr(title)), line, 0)
            table.addWidget(label(number(now)), line, 1, right)
            table.addWidget(label(number(then), "strong"), line, 2, right)
            table.addWidget(label(change, tone="warning" if difference < 0 else "muted"), line, 3, right)
        add(self.column, box(table))

    def _add_notes(self, backup: Backup, preview: RestorePreview) -> None:
        same_key = self.key == self._context.session.key
        lines = restore_notes(self._context.language, backup, preview, same_key=same_key)
        add(self.column, *(label(text, tone=tone, wrap=True) for text, tone in lines))

    def _add_buttons(self, line: BackupLine) -> None:
        tr = self._context.tr
        if self._context.desk.read_only:
            text = tr("This file can only be read; nothing can be restored into it.")
            add(self.column, label(text, tone="warning", wrap=True))
            self._add_row()
            return
        self.button = PrimaryButton(tr("Restore"), context=self._context, icon="archive-restore")
        self.button.setEnabled(line.state.tone != "bad")
        self.button.clicked.connect(lambda: self.restore.emit(line.backup, self.key))
        self._add_row(self.button)

    def _ask_verify(self) -> None:
        if self.line is not None:
            self.verify.emit(self.line.backup)

    def ask_restore(self) -> None:
        """Restore the shown backup, if it can be restored."""
        if self.button is not None:
            self.button.click()

    def _add_refusal(self, error: ChapterError) -> None:
        """Show why the backup cannot be read, with a field for its passphrase if that is the reason."""
        tr = self._context.tr
        add(self.column, label(self._context.language.error(error), tone="bad", wrap=True))
        if isinstance(error, PassphraseNeededError):
            field = self.passphrase = PassphraseEdit(self._context, tr("Passphrase of this backup"))
            add(self.column, label(tr("Passphrase of this backup"), "small", tone="muted"), field)
            button = Button(tr("Open the backup"), context=self._context, icon="lock-open")
            button.clicked.connect(self.unlock)
            field.entered.connect(self.unlock)
            self._add_row(button)
        else:
            self._add_row()

    def _add_row(self, *first: Button) -> None:
        """Add a line of buttons: the given ones and Cancel at the left, Verify at the right."""
        tr = self._context.tr
        cancel = Button(tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        check = IconButton(self._context, "shield-check", tr("Verify this backup"))
        check.clicked.connect(self._ask_verify)
        add(self.column, box(row(*first, cancel, STRETCH, check, margins=(0, 8, 0, 0))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line is not None:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def unlock(self) -> None:
        """Try the typed passphrase; the key is derived on another thread."""
        if self.line is None or self.passphrase is None or not self.passphrase.field.text():
            return
        backup, typed = self.line.backup, self.passphrase.field.text()
        self._context.run(
            lambda _progress: unlock(backup.path, typed),
            partial(self._unlocked, backup),
            on_failed=partial(self._show_refusal, backup),
        )

    def _unlocked(self, backup: Backup, key: str) -> None:
        if self.line is not None and self.line.backup == backup:
            self.key = key
            self._read(backup)
