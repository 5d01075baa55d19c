"""In a file that can only be read, a field that stores says so at the first key, before anything is typed into it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from chapterdesk.ui.widgets.context import Context

STORES = "stores"
"""The property of a part of the window whose fields go into the file; search fields and options have none."""
_KEYS = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Undo)
_RUBS_OUT = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_TURNS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space)


class ReadOnlyKeys(QObject):
    """Watches the field that has the focus, and no other, while the open file can only be read."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        context = self._context
        if now is None or not context.is_open or not context.desk.read_only:
            return
        if isinstance(now, QLineEdit | QPlainTextEdit | QComboBox) and stores(now):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: nothing is typed, pasted or chosen; the way to a copy is offered instead."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            changes = _types(event) or (isinstance(watched, QComboBox) and event.key() in _TURNS)
        else:
            pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
            changes = pressed and isinstance(watched, QComboBox)
        if changes:
            self._context.refusals.refuses_to_write()
        return changes


def stores(field: QWidget) -> bool:
    """Tell whether what is typed in a field goes into the file."""
    part: QWidget | None = field
    while part is not None:
        if part.property(STORES):
            return True
        part = part.parentWidget()
    return False


def _types(event: QKeyEvent) -> bool:
    letter = bool(event.text()) and event.text().isprintable()
    return letter or event.key() in _RUBS_OUT or any(map(event.matches, _KEYS))
