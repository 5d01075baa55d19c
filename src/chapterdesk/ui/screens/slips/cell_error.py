"""The word under a cell of the ledger whose text was refused."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from chapterdesk.ui.widgets import FieldError


class CellError(QFrame):
    """The word under a cell: what is wrong with what was typed there, and what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("popup")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        self.text = FieldError()
        row.addWidget(self.text)
        self.hide()

    def say(self, text: str) -> None:
        """Show an error."""
        self.text.say(text)
        self.show()
        self.raise_()

    def stand_under(self, field: QWidget) -> None:
        """Stand under a field, or above it when there is no room."""
        if self.isHidden():
            return
        room = self._room.rect()
        width = min(max(field.width(), 320), room.width() - 8)
        height = max(self.layout().totalHeightForWidth(width), 32)  # type: ignore[union-attr] # set in __init__
        box = field.geometry()
        top = box.bottom() + 4 if box.bottom() + 4 + height <= room.height() else max(0, box.top() - height - 4)
        self.setGeometry(max(4, min(box.left(), room.width() - width - 4)), top, width, height)
