"""The fields of a passphrase that is set, changed or removed; it asks no more than each needs."""

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.text import N_
from chapterdesk.store.cipher import is_key_of
from chapterdesk.ui.widgets import FieldError, NewPassphrase, PassphraseEdit, PrimaryButton, TickBox, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add
from chapterdesk.ui.widgets.panel import InlinePanel


class Intent(enum.Enum):
    """What is to be done with the passphrase: the words of the button."""

    SET = N_("Protect the file")
    CHANGE = N_("Change the passphrase")
    REMOVE = N_("Remove the passphrase")


class ProtectionForm(InlinePanel):
    """One form for one intent. `wanted` comes with the new passphrase ("": none) once the old one is known to be right.

    `backups` says whether the older backups are to have the new passphrase too.
    """

    wanted = Signal(str)

    def __init__(self, context: Context, intent: Intent, parent: QWidget | None = None) -> None:
        tr = context.tr
        act = PrimaryButton(tr(intent.value))
        super().__init__(context, act, on_ground=False, stores=False, margins=0, spacing=4, parent=parent)
        self._intent = intent
        self._passphrase = ""
        self.old = PassphraseEdit(context, tr("Present passphrase"))
        self.old_error = FieldError(self.old.field)
        self.new = NewPassphrase(context)
        if intent is Intent.REMOVE:
            text = tr("Whoever gets hold of the file, or of a backup of it, can then read everything in it.")
            add(self.body, label(text, wrap=True), 8)
        if intent is not Intent.SET:
            add(self.body, self.old.caption(), self.old, self.old_error, 8)
        if intent is not Intent.REMOVE:
            self.new.know((context.desk.path.stem, context.chapter.name))
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
        """Check what was typed; the old passphrase beside the window, for that takes a moment."""
        tr, key, typed = self.context.tr, self.context.desk.key, self.old.text()
        if not self.act_button.isEnabled():
            return
        if self._intent is not Intent.SET and not typed:
            self.old_error.say(tr("Type the passphrase that the file has now."))
            self.old.field.setFocus()
            return
        passphrase = "" if self._intent is Intent.REMOVE else self.new.value()
        if passphrase is None:
            return
        self._passphrase = passphrase
        if key is None:
            self.wanted.emit(passphrase)
            return
        self.act_button.setEnabled(False)
        self.context.run(lambda _progress: is_key_of(key, typed), self._take)

    def _take(self, right: bool) -> None:  # noqa: FBT001 - the answer of the job
        tr = self.context.tr
        self.act_button.setEnabled(True)
        if right:
            self.wanted.emit(self._passphrase)
            return
        self.old_error.say(tr("That is not the passphrase of this file; nothing was changed."))
        self.old.field.setFocus()
        self.old.field.selectAll()
