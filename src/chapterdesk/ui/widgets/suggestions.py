"""Suggestions under a line: known words that hold what is typed. Nothing is taken unless it is marked or clicked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout

from chapterdesk.domain.text import matches, plain

SHOWN: Final = 6


class Suggest(QObject):
    """Watches one line. Down and Up mark, Enter and Tab take the marked word, Esc hides the list.

    The list is a part of the same window, so that the focus stays in the line and Wayland agrees.
    """

    def __init__(self, field: QLineEdit, known: Sequence[str] = ()) -> None:
        super().__init__(field)
        self._field = field
        self._known = list(known)
        self._popup: QFrame | None = None
        self.model = QStringListModel(self)
        self.list = QListView(field)
        self.list.hide()
        field.textEdited.connect(self._typed)
        field.installEventFilter(self)

    def set_known(self, known: Sequence[str]) -> None:
        """Suggest these words from now on."""
        self._known = list(known)

    @property
    def is_open(self) -> bool:
        """Tell whether suggestions are shown."""
        return self._popup is not None and self._popup.isVisible()

    def _typed(self, text: str) -> None:
        found = [word for word in self._known if matches(text, plain(word))][:SHOWN] if text.strip() else []
        if not found or (len(found) == 1 and plain(found[0]) == plain(text)):
            self.hide()
            return
        self.model.setStringList(found)
        self._show(len(found))

    def _make(self) -> QFrame:
        popup = QFrame(self._field.window())
        popup.setObjectName("popup")
        self._field.destroyed.connect(popup.deleteLater)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._take(str(index.data())))
        column.addWidget(self.list)
        self.list.show()
        return popup

    def _show(self, count: int) -> None:
        window = self._field.window()
        if self._popup is None:
            self._popup = self._make()
        if self._popup.parent() is not window:
            self._popup.setParent(window)
        height = count * max(self.list.sizeHintForRow(0), 36) + 12
        place = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        if place.y() + height > window.height():
            place = self._field.mapTo(window, QPoint(0, -height - 4))
        self._popup.setGeometry(place.x(), max(place.y(), 4), max(self._field.width(), 200), height)
        self.list.clearSelection()
        self.list.setCurrentIndex(self.model.index(-1, 0))
        self._popup.show()
        self._popup.raise_()

    def hide(self) -> None:
        """Show nothing more."""
        if self._popup is not None:
            self._popup.hide()

    def _take(self, word: str) -> None:
        self._field.setText(word)
        self._field.setModified(True)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys that belong to the list while it is shown."""
        if watched is not self._field or not self.is_open:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        at = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                at = (at + step) % self.model.rowCount() if at >= 0 else (0 if step > 0 else self.model.rowCount() - 1)
                self.list.setCurrentIndex(self.model.index(at, 0))
                return True
            case Qt.Key.Key_Escape:
                self.hide()
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if at >= 0:
                self._take(str(self.model.index(at, 0).data()))
                return event.key() != Qt.Key.Key_Tab
        return False
