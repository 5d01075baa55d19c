"""The card "Protection" of the settings: the passphrase of the open file, whether it is remembered, and the lock."""

import datetime as dt
import enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from chapterdesk.domain.preferences import Settings
from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import keystore
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.keeping.passphrase_change import Protected, protect
from chapterdesk.store.sqlite.cipher import is_key_of
from chapterdesk.ui.session.tasks import ask_key_store
from chapterdesk.ui.widgets import (
    Button,
    Card,
    FieldError,
    NewPassphrase,
    PassphraseEdit,
    PrimaryButton,
    TickBox,
    label,
    set_tone,
)
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.form import OptionsForm
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.panel import InlinePanel

LOCK_FIELDS = ("lock_after",)
"""The fields of Settings that this card shows, not the card of the preferences."""


class Intent(enum.Enum):
    """What to do with the passphrase; the value is the text of the button."""

    SET = N_("Protect the file")
    CHANGE = N_("Change the passphrase")
    REMOVE = N_("Remove the passphrase")


class ProtectionForm(InlinePanel):
    """Asks for passphrases. `accepted` carries the new one ("" for none) after the old one has been verified.

    `backups` is ticked if existing backups get the new passphrase too.
    """

    accepted = Signal(str)

    def __init__(self, context: Context, intent: Intent) -> None:
        tr = context.tr
        act = PrimaryButton(tr(intent.value))
        super().__init__(context, act, on_ground=False, stores=False, margins=0, spacing=4)
        self._intent = intent
        self.old = PassphraseEdit(context, tr("Present passphrase"))
        self.old_error = FieldError(self.old.field)
        self.new = NewPassphrase(context)
        if intent is Intent.REMOVE:
            text = tr("Whoever gets hold of the file, or of a backup of it, can then read everything in it.")
            add(self.body, label(text, wrap=True), 8)
        if intent is not Intent.SET:
            add(self.body, self.old.caption(), self.old, self.old_error, 8)
        if intent is not Intent.REMOVE:
            self.new.set_guessable(context.session.path.stem, context.chapter.name)
            add(self.body, self.new, 8)
        self.backups = TickBox(
            tr("Take it off the backups too: otherwise they still need it to be restored")
            if intent is Intent.REMOVE
            else tr("Give it to the backups too: a backup without it would be the file without its lock")
        )
        self.backups.box.setChecked(True)
        add(self.body, self.backups, 8)
        self.add_foot(spacing=4)
        self.submitted.connect(self.finish)
        self.old.entered.connect(self.finish if intent is Intent.REMOVE else self.new.first.field.setFocus)
        self.old.edited.connect(lambda: self.old_error.say(""))
        self.new.entered.connect(self.finish)

    def focus_start(self) -> None:
        """Put the focus on the first field."""
        first = self.new.first if self._intent is Intent.SET else self.old
        first.field.setFocus()

    def finish(self) -> None:
        """Check the typed passphrases; the old one in the background, because that takes a moment."""
        tr, key, typed = self.context.tr, self.context.session.key, self.old.text()
        if not self.act_button.isEnabled():
            return
        if self._intent is not Intent.SET and not typed:
            self.old_error.ask(tr("Type the passphrase that the file has now."))
            return
        passphrase = "" if self._intent is Intent.REMOVE else self.new.value()
        if passphrase is None:
            return
        if key is None:
            self.accepted.emit(passphrase)
            return
        self.act_button.setEnabled(False)
        self.context.run(lambda _progress: is_key_of(key, typed), partial(self._finish_check, passphrase))

    def _finish_check(self, passphrase: str, is_right: bool) -> None:  # noqa: FBT001 - result of a job
        tr = self.context.tr
        self.act_button.setEnabled(True)
        if is_right:
            self.accepted.emit(passphrase)
            return
        self.old_error.ask(tr("That is not the passphrase of this file; nothing was changed."))
        self.old.field.selectAll()


class ProtectionCard(Card):
    """Shows how the open file is protected, and changes it in place."""

    def __init__(self, context: Context, skip: tuple[str, ...]) -> None:
        tr = context.tr
        super().__init__(tr("Protection"))
        self._context = context
        self.form: ProtectionForm | None = None
        self._state_picture = QLabel()
        self.state = label("", "strong", wrap=True)
        self.reason = label("", "small", wrap=True)
        words = {intent: tr(intent.value) + "…" for intent in Intent} | {Intent.SET: tr("Set a passphrase…")}
        self.buttons = {intent: Button(words[intent]) for intent in Intent}
        for intent, button in self.buttons.items():
            button.clicked.connect(partial(self.open_form, intent))
        ways = column(*((button, Qt.AlignmentFlag.AlignLeft) for button in self.buttons.values()))
        self._place = column(spacing=0)
        self.remember = TickBox(tr("Remember on this computer"))
        self.remember.box.clicked.connect(self._set_remembered)
        self.lock_form = OptionsForm(context, context.settings, skip=skip)
        self.lock_form.changed.connect(self._store_preferences)
        self.lock_now = Button(tr("Lock now"), context=context, icon="lock")
        self.lock_now.clicked.connect(context.session.lock.lock)
        head = row(self._state_picture, (self.state, 1))
        add(self.body, head, self.reason, ways, self._place, self.remember, self.lock_form)
        add(self.body, (self.lock_now, Qt.AlignmentFlag.AlignLeft))
        self._shown: tuple[Path, str | None] | None = None

    def refresh(self) -> None:
        """Show what protects the open file now."""
        tr, desk, session = self._context.tr, self._context.desk, self._context.session
        is_protected = session.is_protected
        self.state.setText(tr("Protected with a passphrase") if is_protected else tr("Not protected"))
        tone = "good" if is_protected else "warning"
        set_tone(self.state, tone)
        name = "shield-check" if is_protected else "lock-open"
        self._state_picture.setPixmap(self._context.style.pixmap(name, tone, 20, self.devicePixelRatioF()))
        self.reason.setText(
            tr("The file is encrypted; without the passphrase nobody can read it, not even we.")
            if is_protected
            else tr("Whoever gets hold of the file can read it. Only a protected file can be locked.")
        )
        why = tr("This file can only be read: nothing can be changed in it here.") if desk.read_only else ""
        for intent, button in self.buttons.items():
            button.setVisible((intent is Intent.SET) != is_protected and self.form is None)
            button.setEnabled(not desk.read_only)
            button.setToolTip(why)
        for part in (self.remember, self.lock_form, self.lock_now):
            part.setVisible(is_protected)
        if is_protected and self._shown != (session.path, session.key):
            file_and_key = self._shown = (session.path, session.key)
            self.remember.box.setEnabled(False)  # a late answer would revert a tick made meanwhile
            ask_key_store(
                self,
                lambda: (file_and_key, keystore.can_remember(), keystore.recall(file_and_key[0]) is not None),
                self._show_remembered,
            )

    def _show_remembered(self, answer: tuple[tuple[Path, str | None], bool, bool]) -> None:
        file_and_key, can_remember, is_remembered = answer
        if not self._context.is_open or file_and_key != (self._context.session.path, self._context.session.key):
            return
        tr = self._context.tr
        self.remember.refuse(
            "" if can_remember else tr("This computer has no protected place to remember a passphrase in.")
        )
        self.remember.box.setChecked(is_remembered)

    def _set_remembered(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        session = self._context.session
        if checked and session.key is not None:
            session.remember_key(session.path, session.key)
        else:
            session.forget_key(session.path)

    def _store_preferences(self, settings: Settings) -> None:
        self._context.set_preferences(**{name: getattr(settings, name) for name in LOCK_FIELDS})

    def open_form(self, intent: Intent) -> None:
        """Open the form for an intent."""
        self.close_form()
        self.form = ProtectionForm(self._context, intent)
        self.form.cancelled.connect(self.close_form)
        self.form.accepted.connect(self._change_passphrase)
        self._place.addWidget(self.form)
        self.refresh()
        self.form.focus_start()

    def close_form(self) -> None:
        """Close the form and discard what was typed."""
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
        self.refresh()

    def focus_start(self) -> None:
        """Put the focus on the form if it is open, else on the first button."""
        if self.form is not None:
            self.form.focus_start()
            return
        next(button for button in self.buttons.values() if not button.isHidden()).setFocus()

    def _change_passphrase(self, passphrase: str) -> None:
        form, context = self.form, self._context
        if form is None:
            return
        tr = context.tr
        folder, others = context.backups.folder(), context.backups.folders()
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        all_backups, remembered = form.backups.is_ticked, self.remember.is_ticked

        def job(path: Path, key: str | None, progress: Progress) -> ReopenAs:
            done = protect(path, key, passphrase or None, folder, now, progress, all_backups=all_backups, others=others)
            if remembered:
                keystore.replace(path, key, done.key)
            return ReopenAs(path, done.key, done)

        title = tr("Writing the file anew with its passphrase") if passphrase else tr("Writing the file anew")
        context.session.work_on_closed(job, title, partial(report, context, is_protected=bool(passphrase)))


def report(context: Context, done: Protected, *, is_protected: bool) -> None:
    """Show a notice with the result of changing the passphrase."""
    tr, missing = context.tr, context.backups.out_of_reach()
    if done.error is not None:
        context.tell(done.error)
    elif is_protected:
        text = tr("The file and %n backup(s) open with the new passphrase only. Keep a note of it.", "", done.backups)
        unreachable = tr("Backups in {folder} could not be reached and are as they were before.", folder=missing)
        context.notify(f"{text} {unreachable}" if missing else text)
    else:
        context.notify(tr("The file has no passphrase any more."))
