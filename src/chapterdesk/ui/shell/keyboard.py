"""The keyboard: what the window does for the focused field, and the place of the focus while the window is rebuilt.

Ctrl+Z in a field with nothing to take back undoes the last change of the desk file instead: a line edit claims Ctrl+Z
even when it is empty, so that the window's shortcut would never hear it. In a file that can only be
read, a field that stores says so at the first key, before anything is typed into it.

Unsaved text in the focused field holds the file open once, and is discarded after that: a field of a form stores when
the focus leaves it, so closing the window would store what nobody finished, with no way to undo it. Search fields and
passphrases are not stored, and hold nothing open.
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
_RUBS_OUT = (Key.Key_Backspace, Key.Key_Delete)
_TURNS = (Key.Key_Up, Key.Key_Down, Key.Key_Space)
Step = tuple[str, int]
"""The class of a widget, and its index among the siblings of that class."""
STORES = "stores"
"""The property of a part of the window whose fields go into the file; search fields and options have none."""
_FOLLOWED = "followed"
"""The property of a field whose text is followed already."""


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


class FieldKeys(QObject):
    """Follows the focus of the whole program."""

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
                return _hand_on(event, can=_can_undo(watched))
            if event.matches(QKeySequence.StandardKey.Redo):
                return _hand_on(event, can=_can_redo(watched))
            return False
        if self._is_read_only and isinstance(watched, QWidget) and _changes(watched, event) and stores(watched):
            self._session.warn_if_read_only()
            return True
        return False


def _hand_on(event: QKeyEvent, *, can: bool) -> bool:
    """Let the window have a key that the field could do nothing with."""
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
    """Return whether an event would change what is in a field."""
    chooses = isinstance(field, QComboBox)
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        letter = bool(event.text()) and event.text().isprintable()
        typed = letter or event.key() in _RUBS_OUT or any(map(event.matches, _EDITS))
        return typed or (chooses and event.key() in _TURNS)
    return chooses and event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


@dataclass(frozen=True, slots=True)
class KeyboardPlace:
    """Where the focus was in a part of the window; `typed` is the unsaved text there, None when there was none."""

    steps: tuple[Step, ...]
    typed: str | None = None


def place_in(part: QWidget) -> KeyboardPlace | None:
    """Return where the focus is in a part that is removed, None when it is elsewhere; unsaved text is not stored."""
    field = part.focusWidget()
    if field is None or field is part:
        return None
    typed: str | None = None
    if unsaved_field(part) is field:
        if isinstance(field, QPlainTextEdit):
            typed = field.toPlainText()
        elif isinstance(field, QLineEdit):
            typed = field.text()
        revert_field(part)
    steps: list[Step] = []
    one: QWidget | None = field
    while one is not None and one is not part:
        around = one.parentWidget()
        if around is None:
            return None
        steps.append((type(one).__name__, _children(around, type(one).__name__).index(one)))
        one = around
    return KeyboardPlace(tuple(reversed(steps)), typed)


def put_back(part: QWidget, place: KeyboardPlace) -> None:
    """Put the focus on the widget at the same place of a part that was built anew, where there is one."""
    one = part
    for kind, at in place.steps:
        found = _children(one, kind)
        if at >= len(found):
            return
        one = found[at]
    if not one.isVisibleTo(part) or not one.isEnabled():
        return
    one.setFocus(Qt.FocusReason.OtherFocusReason)
    if place.typed is not None and isinstance(one, QLineEdit):
        one.setText(place.typed)
        one.setModified(True)
    elif place.typed is not None and isinstance(one, QPlainTextEdit):
        one.setPlainText(place.typed)
    QTimer.singleShot(0, one, lambda: _show(one))


def _children(part: QWidget, kind: str) -> list[QWidget]:
    return [child for child in part.children() if isinstance(child, QWidget) and type(child).__name__ == kind]


def _show(field: QWidget) -> None:
    """Scroll to a field, once what is around it has its size."""
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            inner = around.widget()
            if inner is not None:
                QApplication.sendPostedEvents(inner, QEvent.Type.LayoutRequest.value)
            around.ensureWidgetVisible(field)
        around = around.parentWidget()
