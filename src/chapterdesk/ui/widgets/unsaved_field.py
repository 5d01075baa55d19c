"""What stands half typed in the field that has the keyboard: it holds the window, and is taken back when it is left so.

A field of a form stores when it is left. Closing the window would leave it, and store what nobody finished, with no way
to undo it. Search fields and passphrases are none of this.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget

from chapterdesk.ui.shell.read_only_keys import stores


@runtime_checkable
class HalfTyped(Protocol):
    """A field that can tell whether something is typed in it that it has not told yet."""

    def is_half_typed(self) -> bool:
        """Tell whether what is typed is not what was told last."""
        ...

    def take_back(self) -> None:
        """Show what was told last; nothing is told."""
        ...


def half_typed_field(part: QWidget) -> QWidget | None:
    """Return the field with the keyboard in a part of the window when something is half typed in it, else None."""
    field = part.focusWidget()
    if field is None or not (stores(field) or _in_cell(field)):
        return None
    if _in_cell(field):
        return field if isinstance(field, QLineEdit) and field.isModified() else None
    return field if isinstance(field, HalfTyped) and field.is_half_typed() else None


def words_of(field: QWidget) -> str:
    """Return what is typed in a field; of one that was emptied its name."""
    text = field.text() if isinstance(field, QLineEdit) else ""
    if isinstance(field, QPlainTextEdit):
        text = field.toPlainText()
    return " ".join(text.split()) or f"{field.accessibleName()}: —"


def take_back(part: QWidget) -> None:
    """Take back what is half typed in a part of the window, so that leaving its field stores nothing."""
    field = half_typed_field(part)
    if field is None:
        return
    if _in_cell(field):
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(field, escape)
    elif isinstance(field, HalfTyped):
        field.take_back()


def _in_cell(field: QWidget) -> bool:
    """Tell whether a field is the one that corrects a cell of a table."""
    around = field.parentWidget()
    return around is not None and isinstance(around.parentWidget(), QAbstractItemView)
