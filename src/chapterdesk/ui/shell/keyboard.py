"""The keyboard: what the window does for the focused field, and the place of the focus while the window is rebuilt.

Ctrl+Z in a field that has nothing to undo undoes the last change of the desk file: a line edit claims Ctrl+Z even when
it is empty, so the window's shortcut would never get it. In a read-only file, a field that stores
says so at the first key.

Unsaved text in the focused field holds the file open once and is then discarded: a field stores when it loses the
focus, so closing the window would store unfinished text without undo. Search fields and passphrases store nothing.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.widgets.fields import LineEdit

Key = Qt.Key
_EDITS = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Undo)
_DELETE_KEYS = (Key.Key_Backspace, Key.Key_Delete)
_CHOOSE_KEYS = (Key.Key_Up, Key.Key_Down, Key.Key_Space)
PathPart = tuple[str, int]
"""The class name of a widget, and its index among its siblings of that class."""
STORES = "stores"
"""The property of a part of the window whose fields are stored in the file."""
_FOLLOWED = "followed"
"""The property of a field whose `textChanged` is connected."""


@runtime_checkable
class UnsavedField(Protocol):
    """A field that knows whether its text is stored."""

    def is_unsaved(self) -> bool:
        """Return whether the text differs from the last value that was emitted or set."""
        ...

    def revert(self) -> None:
        """Show that value again, and emit nothing."""
        ...


def stores(field: QWidget) -> bool:
    """Return whether the text of a field is stored in the file."""
    part: QWidget | None = field
    while part is not None:
        if part.property(STORES):
            return True
        part = part.parentWidget()
    return False


def unsaved_field(part: QWidget) -> QWidget | None:
    """Return the focused field of a part of the window if its text is unsaved, else None."""
    field = part.focusWidget()
    if field is None or not (stores(field) or _in_cell(field)):
        return None
    if _in_cell(field):
        return field if isinstance(field, QLineEdit) and field.isModified() else None
    return field if isinstance(field, UnsavedField) and field.is_unsaved() else None


def revert_field(part: QWidget) -> None:
    """Revert the focused field of a part of the window, so that losing the focus stores nothing."""
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
    parent = field.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


class FieldKeys(QObject):
    """Follows the focus and filters the keys of the focused field."""

    def __init__(self, session: DeskSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)
            if not now.property(_FOLLOWED) and self._window.isAncestorOf(now):
                now.setProperty(_FOLLOWED, True)  # noqa: FBT003 - the value of the property
                now.textChanged.connect(self._session.unsaved.note_change)
        elif isinstance(now, QComboBox) and self._is_read_only:
            now.installEventFilter(self)
        self._session.unsaved.note_change()

    @property
    def _is_read_only(self) -> bool:
        return self._session.is_open and self._session.desk.read_only

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                return _pass_on(event, can=_can_undo(watched))
            if event.matches(QKeySequence.StandardKey.Redo):
                return _pass_on(event, can=_can_redo(watched))
            return False
        if self._is_read_only and isinstance(watched, QWidget) and _changes(watched, event) and stores(watched):
            self._session.warn_if_read_only()
            return True
        return False


def _pass_on(event: QKeyEvent, *, can: bool) -> bool:
    """Pass a key that the field cannot use on to the window; return whether that is done."""
    if not can:
        event.ignore()
    return not can


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        was_reverted = isinstance(field, LineEdit) and field.was_reverted
        return field.isUndoAvailable() and (bool(field.text()) or was_reverted)
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()


def _changes(field: QWidget, event: QEvent) -> bool:
    """Return whether an event would change the value of a field."""
    is_choice = isinstance(field, QComboBox)
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        letter = bool(event.text()) and event.text().isprintable()
        typed = letter or event.key() in _DELETE_KEYS or any(map(event.matches, _EDITS))
        return typed or (is_choice and event.key() in _CHOOSE_KEYS)
    return is_choice and event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """Where the focus was in a part of the window, with the unsaved text there or None."""

    path: tuple[PathPart, ...]
    unsaved: str | None = None


def save_focus(part: QWidget) -> FocusPlace | None:
    """Return where the focus is in a part that will be removed, else None; the focused field is reverted."""
    field = part.focusWidget()
    if field is None or field is part:
        return None
    unsaved: str | None = None
    if unsaved_field(part) is field:
        if isinstance(field, QPlainTextEdit):
            unsaved = field.toPlainText()
        elif isinstance(field, QLineEdit):
            unsaved = field.text()
        revert_field(part)
    path: list[PathPart] = []
    widget: QWidget | None = field
    while widget is not None and widget is not part:
        parent = widget.parentWidget()
        if parent is None:
            return None
        path.append((type(widget).__name__, _children(parent, type(widget).__name__).index(widget)))
        widget = parent
    return FocusPlace(tuple(reversed(path)), unsaved)


def restore_focus(part: QWidget, place: FocusPlace) -> None:
    """Put the focus, and the unsaved text, back at the same place of the rebuilt part, if that exists."""
    widget = part
    for kind, at in place.path:
        children = _children(widget, kind)
        if at >= len(children):
            return
        widget = children[at]
    if not widget.isVisibleTo(part) or not widget.isEnabled():
        return
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if place.unsaved is not None and isinstance(widget, QLineEdit):
        widget.setText(place.unsaved)
        widget.setModified(True)
    elif place.unsaved is not None and isinstance(widget, QPlainTextEdit):
        widget.setPlainText(place.unsaved)
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _children(part: QWidget, kind: str) -> list[QWidget]:
    return [child for child in part.children() if isinstance(child, QWidget) and type(child).__name__ == kind]


def _scroll_to(field: QWidget) -> None:
    """Scroll to a field, after the layout of the scroll areas around it."""
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            inner = parent.widget()
            if inner is not None:
                QApplication.sendPostedEvents(inner, QEvent.Type.LayoutRequest.value)
            parent.ensureWidgetVisible(field)
        parent = parent.parentWidget()
