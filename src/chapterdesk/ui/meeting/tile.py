"""A letter of the strip as something to press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import badge, label


class Tile(QPushButton):
    """One letter and what it begins."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self.setAccessibleName(f"{words} ({letter})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 9, 4, 8)
        column.setSpacing(4)
        cap = badge(letter, "accent")
        name = label(words, "small", wrap=True)
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        name.setMinimumWidth(1)
        for part in (cap, name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(cap, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name, 1)
        self.setMinimumHeight(64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Space begin; all else is for the strip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
