"""Ctrl+Z in a field with nothing to take back undoes the last change of the desk file instead.

A line edit claims Ctrl+Z even when it is empty, so that the window's shortcut would never hear it (HOUSE.md, trap 13).
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from chapterdesk.ui.widgets.fields import LineEdit


class UndoKey(QObject):
    """Watches the field that has the focus, and no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: let the window have the keys that the field could do nothing with."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                return self._hand_on(event, can=_can_undo(watched))
            if event.matches(QKeySequence.StandardKey.Redo):
                return self._hand_on(event, can=_can_redo(watched))
        return False

    @staticmethod
    def _hand_on(event: QKeyEvent, *, can: bool) -> bool:
        if not can:
            event.ignore()
        return not can


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        took_back = isinstance(field, LineEdit) and field.took_back
        return field.isUndoAvailable() and (bool(field.text()) or took_back)
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
