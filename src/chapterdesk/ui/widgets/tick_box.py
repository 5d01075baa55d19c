"""A box to tick, with words that take as many lines as they need (a QCheckBox cuts its own off)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from chapterdesk.ui.widgets.labels import set_tone


class TickBox(QWidget):
    """A box and its words side by side; `box` is the box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.words = BoxWords(text, self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    @property
    def is_ticked(self) -> bool:
        """Whether the box is ticked and can be."""
        return self.box.isEnabled() and self.box.isChecked()

    def refuse(self, why: str) -> None:
        """Say in place of the box why there is nothing to tick; with "" there is, and it has its words again."""
        if why:
            self.box.setChecked(False)
        self.box.setEnabled(not why)
        self.box.setVisible(not why)
        set_tone(self.words, "muted" if why else "")
        self.words.setText(why or self._text)
        self.box.setAccessibleName(why or self._text)


class BoxWords(QLabel):
    """The words of a box to tick; a click on them is a click on the box."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setContentsMargins(0, 6, 0, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the words are part of what is clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._box.isEnabled():
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.toggle()
