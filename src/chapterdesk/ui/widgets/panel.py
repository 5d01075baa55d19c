"""The panel that opens in place: a few fields, the buttons that submit and cancel, and the focus."""

from collections.abc import Callable, Hashable
from itertools import pairwise

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLineEdit, QWidget

from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import FieldError, TypedTexts
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import STRETCH, Margins, Part, add, column, row
from chapterdesk.ui.widgets.person_field import PersonEdit


class InlinePanel(QFrame):
    """A few fields with one button that submits them. Esc and the other button close it without changing anything.

    The parts go into `body`; `add_foot()` adds `cancel_button`, `act_button` and `error`. Values are stored when
    `submitted` is emitted. A panel that was opened with `open_at()` hides itself when it is cancelled and returns the
    focus; otherwise its owner closes it. `cancel` replaces the usual cancel button.

    With `is_permanent` it is always shown and never cancelled; with `enter_submits` Enter submits anywhere in it, not
    only in the fields of `submit_on_enter()`. `on_ground` gives it the ground of a card; `stores` is False when its
    fields are not stored in the file.
    """

    submitted = Signal()
    cancelled = Signal()
    closed = Signal()
    """It will be hidden now: widgets that its owner shows again can get the focus back."""

    def __init__(
        self,
        context: Context,
        act: QAbstractButton,
        title: str | QLabel = "",
        *,
        cancel: QAbstractButton | None = None,
        is_permanent: bool = False,
        enter_submits: bool = False,
        on_ground: bool = True,
        stores: bool = True,
        margins: Margins = 16,
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = context.tr
        self.context = context
        self._is_permanent, self._enter_submits = is_permanent, enter_submits
        self._is_open = False
        self._focus_before: QWidget | None = None
        self._typed = TypedTexts()
        if on_ground:
            self.setProperty("card", "true")
        if stores:
            self.setProperty("stores", "true")
        self.act_button = act
        self.cancel_button = cancel if cancel is not None else Button(tr("Cancel"))
        self.error = FieldError()
        self.body = column(spacing=spacing, margins=margins, parent=self)
        if title:
            self.body.addWidget(label(title, "section", wrap=True) if isinstance(title, str) else title)
        self.act_button.clicked.connect(self.submitted)
        self.cancel_button.clicked.connect(self.cancel)

    # Parts

    def add_foot(self, *parts: Part, spacing: int = 8) -> None:
        """Add the last row: `parts`, then the button that cancels and the one that submits; the error under them."""
        add(self.body, row(*parts, STRETCH, self.cancel_button, self.act_button, spacing=spacing))
        if self.error.parentWidget() is None:
            add(self.body, self.error)

    def set_enter_order(self, *fields: QLineEdit) -> None:
        """Let Enter move from each field to the next one, and submit in the last one."""
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        self.submit_on_enter(fields[-1])

    def submit_on_enter(self, *fields: QLineEdit) -> None:
        """Let Enter in each of these fields submit."""
        for field in fields:
            field.returnPressed.connect(self.submitted)

    def set_next_field(self, field: PersonEdit, following: QWidget) -> None:
        """Move the focus to the following field after a choice, or on Enter in a field with text."""
        field.returnPressed.connect(lambda: following.setFocus() if field.text().strip() else None)
        field.chosen.connect(lambda _person_id: following.setFocus())

    # Opening and closing

    def open_at(self, field: QWidget) -> None:
        """Show the panel with the focus on a field of it; `close_panel()` returns the focus."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._focus_before = focus
        self._is_open = True
        self.context.session.unsaved.add_part(self)
        self.show()
        field.setFocus()

    def cancel(self) -> None:
        """Close the panel without changing anything; a permanent panel stays."""
        if self._is_permanent:
            return
        if self._is_open:
            self.close_panel()
        self.cancelled.emit()

    def close_panel(self) -> None:
        """Hide the panel and return the focus from it."""
        before = self._focus_before
        self._is_open, self._focus_before = False, None
        self.context.session.unsaved.remove_part(self)
        self.closed.emit()
        focus = self.window().focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        if is_here and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        self.hide()

    # Unsaved text and errors

    def set_unsaved_fields(self, *fields: QLineEdit) -> None:
        """Set the fields whose text is unsaved if it differs from the present one; a day is proposed."""
        self._typed = TypedTexts(*fields)

    def propose_present(self, field: QLineEdit) -> None:
        """Take the present text of a field as proposed, not typed."""
        self._typed.take_untyped(field)

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the unsaved texts of the panel; none while it is hidden."""
        return () if self.isHidden() else self._typed.unsaved_text()

    def say(self, text: str, field: QWidget | None = None) -> None:
        """Show an error ("" removes it), and put the focus on its field."""
        self.error.say(text)
        if field is not None:
            field.setFocus()

    def attempt(self, act: Callable[[], object], again: Callable[[], object], key: Hashable | None = None) -> bool:
        """Call `act` as Unsaved.attempt does, with errors shown in this panel."""
        return self.context.attempt(act, self.error.say, again=again, key=self.error if key is None else key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_permanent:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter_submits:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
