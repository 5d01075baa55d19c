"""Unsaved text in the focused field: it holds the file open once, and is discarded after that.

A field of a form stores when the focus leaves it. Closing the window would do that, and store what nobody finished,
with no way to undo it. Search fields and passphrases are not stored, and hold nothing open.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget

STORES = "stores"
"""The property of a part of the window whose fields go into the file; search fields and options have none."""


@runtime_checkable
class UnsavedField(Protocol):
    """A field that knows whether what is typed in it is stored."""

    def is_unsaved(self) -> bool:
        """Return whether something is typed that was not told yet."""
        ...

    def revert(self) -> None:
        """Show what was told last; nothing is told."""
        ...


def stores(field: QWidget) -> bool:
    """Return whether what is typed in a field goes into the file."""
    part: QWidget | None = field
    while part is not None:
        if part.property(STORES):
            return True
        part = part.parentWidget()
    return False


def unsaved_field(part: QWidget) -> QWidget | None:
    """Return the focused field in a part of the window when its text is unsaved, else None."""
    field = part.focusWidget()
    if field is None or not (stores(field) or _in_cell(field)):
        return None
    if _in_cell(field):
        return field if isinstance(field, QLineEdit) and field.isModified() else None
    return field if isinstance(field, UnsavedField) and field.is_unsaved() else None


def words_of(field: QWidget) -> str:
    """Return what is typed in a field; of one that was emptied its name."""
    text = field.text() if isinstance(field, QLineEdit) else ""
    if isinstance(field, QPlainTextEdit):
        text = field.toPlainText()
    return " ".join(text.split()) or f"{field.accessibleName()}: —"


def revert_field(part: QWidget) -> None:
    """Discard what is unsaved in the focused field of a part of the window, so that leaving it stores nothing."""
    field = unsaved_field(part)
    if field is None:
        return
    if _in_cell(field):
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(field, escape)
    elif isinstance(field, UnsavedField):
        field.revert()


def _in_cell(field: QWidget) -> bool:
    """Return whether a field is the editor of a cell of a table."""
    around = field.parentWidget()
    return around is not None and isinstance(around.parentWidget(), QAbstractItemView)
