"""Scrolling by the keyboard where nothing that scrolls has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar


def scroll(bar: QScrollBar, event: QKeyEvent) -> bool:
    """Scroll by an arrow, a page key, Space, Home or End; tell whether it was one of them."""
    line, page = bar.singleStep(), bar.pageStep()
    place = {
        Qt.Key.Key_Down: bar.value() + line,
        Qt.Key.Key_Up: bar.value() - line,
        Qt.Key.Key_PageDown: bar.value() + page,
        Qt.Key.Key_PageUp: bar.value() - page,
        Qt.Key.Key_Space: bar.value() + page,
        Qt.Key.Key_Home: bar.minimum(),
        Qt.Key.Key_End: bar.maximum(),
    }.get(Qt.Key(event.key()))
    if place is None:
        return False
    bar.setValue(place)
    return True
