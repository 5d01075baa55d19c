"""The place of the keyboard, kept while the window is built anew in another language, theme or text size."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from chapterdesk.ui.widgets.unsaved_field import revert_field, unsaved_field

Step = tuple[str, int]
"""A kind of widget, and the how-manieth of it among the children of one."""


@dataclass(frozen=True, slots=True)
class KeyboardPlace:
    """Where the keyboard was in a part of the window; `typed` is what was half typed there, None when nothing was."""

    steps: tuple[Step, ...]
    typed: str | None = None


def place_in(part: QWidget) -> KeyboardPlace | None:
    """Return where the keyboard is in a part that goes, None when it is not in it; what is half typed is not stored."""
    field = part.focusWidget()
    if field is None or field is part:
        return None
    typed: str | None = None
    if unsaved_field(part) is field:
        typed = field.toPlainText() if isinstance(field, QPlainTextEdit) else None
        typed = field.text() if isinstance(field, QLineEdit) else typed
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


def put_back(part: QWidget, place: KeyboardPlace) -> bool:
    """Give the keyboard to the widget at the same place of a part that was built anew; tell whether there is one."""
    one = part
    for kind, at in place.steps:
        found = _children(one, kind)
        if at >= len(found):
            return False
        one = found[at]
    if not one.isVisibleTo(part) or not one.isEnabled():
        return False
    one.setFocus(Qt.FocusReason.OtherFocusReason)
    if place.typed is not None and isinstance(one, QLineEdit):
        one.setText(place.typed)
        one.setModified(True)
    elif place.typed is not None and isinstance(one, QPlainTextEdit):
        one.setPlainText(place.typed)
    QTimer.singleShot(0, one, lambda: _show(one))
    return True


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
