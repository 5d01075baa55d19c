"""Fields to type in: text, search, notes, a time of day, and the word that stands beside a field when it is wrong."""

import datetime as dt
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import set_look


class LineEdit(QLineEdit):
    """A line of text that tells `committed` once, on Enter or when the focus leaves, if it changed; Esc takes back."""

    committed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._stored = text
        self.took_back = False
        """Whether Esc was the last that changed it: then Ctrl+Z is for this field, even while it is empty."""
        self.setText(text)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._note_edit)
        self.editingFinished.connect(self._commit)

    def set_stored(self, text: str) -> None:
        """Show what is stored; typing is compared with it."""
        self._stored = text
        if self.text() != text:
            self.setText(text)
        if not self.hasFocus():
            self.home(False)  # noqa: FBT003 - Qt's own signature

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: words that are longer than the field show their beginning when it is left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.home(False)  # noqa: FBT003 - Qt's own signature

    def _note_edit(self) -> None:
        self.took_back = False

    def _commit(self) -> None:
        if self.text() != self._stored:
            self._stored = self.text()
            self.committed.emit(self._stored)

    def is_unsaved(self) -> bool:
        """Tell whether something is typed that was not told yet."""
        return self.isModified() and self.text() != self._stored

    def revert(self) -> None:
        """Show what was told last."""
        self.setText(self._stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc brings back what is stored; Ctrl+Z right after it what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.selectAll()
            self.insert(self._stored)  # as typing does, so that it can be undone
            self.selectAll()
            self.took_back = True
            return
        super().keyPressEvent(event)


class SearchEdit(QLineEdit):
    """A field to find as you type: `textChanged` tells each letter, Esc empties it, Down and Enter leave it.

    `left` is emitted by Down and Enter, for the list below to take the focus.
    """

    left = Signal()

    def __init__(self, context: Context, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self.setPlaceholderText(placeholder or tr("Search"))
        self.setAccessibleName(placeholder or tr("Search"))
        self.setClearButtonEnabled(True)
        self.addAction(context.style.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc empties, Down and Enter go on to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; `committed` is told when the focus leaves, if they changed. Tab goes on."""

    committed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._stored = text
        self.setPlainText(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def set_stored(self, text: str) -> None:
        """Show what is stored."""
        self._stored = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def is_unsaved(self) -> bool:
        """Tell whether something is typed that was not told yet."""
        return self.toPlainText() != self._stored

    def revert(self) -> None:
        """Show what was told last."""
        self.setPlainText(self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: leaving stores."""
        super().focusOutEvent(event)
        if self.toPlainText() != self._stored:
            self._stored = self.toPlainText()
            self.committed.emit(self._stored)


class TimeEdit(QLineEdit):
    """A time of the day as it is typed: 7, 7:15, 7.15, 0715; empty means none. `changed` tells each new value."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = context.language
        self._value: dt.time | None = None
        self.setPlaceholderText(context.language.time(dt.time(7, 0)))
        self.editingFinished.connect(self._finish)

    def value(self) -> dt.time | None:
        """Return the time, None when empty or not understood (see `is_valid`)."""
        return parse_time(self.text())

    def is_valid(self) -> bool:
        """Tell whether the field is empty or holds a time."""
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: dt.time | None) -> None:
        """Show a time; not told by `changed`."""
        self._value = value
        self.setText("" if value is None else self._language.time(value))

    def is_unsaved(self) -> bool:
        """Tell whether something is typed that was not told yet."""
        return self.isModified() and (not self.is_valid() or self.value() != self._value)

    def revert(self) -> None:
        """Show what was told last."""
        self.set_value(self._value)

    def _finish(self) -> None:
        mark_wrong(self, wrong=not self.is_valid())
        if self.is_valid() and self.value() != self._value:
            self.set_value(self.value())
            self.changed.emit(self._value)


class NumberEdit(QSpinBox):
    """A whole number; Up and Down change it, the wheel scrolls the page and never a value by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 9999)
        self.lineEdit().setTextMargins(7, 0, 7, 0)  # the style sheet's padding does not reach into a spin box

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def parse_time(text: str) -> dt.time | None:
    """Return the time of the day that is typed, None when it is none."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*h?\s*", text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return dt.time(int(found[1]), int(found[2] or 0))


class FieldError(QLabel):
    """The word beside or under a field: what is wrong and what to do. Takes no room while there is nothing to say."""

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "bad")
        self.setWordWrap(True)
        self._field = field
        self.hide()

    def attach(self, field: QWidget) -> None:
        """Put the red ring on this field whenever an error is shown."""
        self._field = field

    def say(self, text: str) -> None:
        """Show an error, or nothing more when empty; the field gets a red ring with it."""
        self.setText(text)
        self.setVisible(bool(text))
        if self._field is not None:
            mark_wrong(self._field, wrong=bool(text))
            self._field.setAccessibleDescription(text)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Put the red ring on a field, or take it off."""
    value = "true" if wrong else "false"
    if (field.property("wrong") or "false") != value:
        set_look(field, "wrong", value)


def typed_in(part: QWidget) -> tuple[str, ...]:
    """Return what is typed in the one-line fields of a part of the window, in their order."""
    return tuple(text for field in part.findChildren(QLineEdit) if (text := field.text().strip()))
