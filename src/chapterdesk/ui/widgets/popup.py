"""Popups below a field: a frame over the window, and suggestions for a line of text."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from chapterdesk.domain.text import matches, plain
from chapterdesk.ui.widgets.layout import column

SHOWN: Final = 6
GAP: Final = 4
"""Pixels between a field and its popup, and between the popup and the edges of the window."""


class Popup(QFrame):
    """A frame below a field. It is a child of the window: so the field keeps the focus, on Wayland too."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self.setObjectName("popup")
        self.hide()

    def show_under(self, field: QWidget, width: int, height: int) -> None:
        """Show it below a field, or above if there is no room."""
        room = self.parentWidget() or field.window()
        place = field.mapTo(room, QPoint(0, field.height() + GAP))
        if place.y() + height > room.height():
            place = field.mapTo(room, QPoint(0, -height - GAP))
        left = max(GAP, min(place.x(), room.width() - width - 2 * GAP))
        self.setGeometry(left, max(GAP, place.y()), width, height)
        self.show()
        self.raise_()


class Suggestions(QObject):
    """The list below a line. Up and Down mark a row, Enter, Tab and a click take one, Esc hides the list.

    `taken` is emitted with the index of the row. With `marks_first` the first row is marked when the list is shown. The
    owner passes the events of the line to `consume_key` first.
    """

    taken = Signal(QModelIndex)

    def __init__(
        self,
        field: QLineEdit,
        model: QAbstractItemModel,
        name: str = "",
        *,
        delegate: Callable[[QWidget], QAbstractItemDelegate] | None = None,
        width: int = 200,
        marks_first: bool = False,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._model = model
        self._name = name
        self._delegate = delegate
        self._width = width
        self._marks_first = marks_first
        self._popup: Popup | None = None
        self._list: QListView | None = None

    @property
    def is_open(self) -> bool:
        """Whether suggestions are shown."""
        return self._popup is not None and self._popup.isVisible()

    def show(self) -> None:
        """Show the rows of the model; hide the list if there are none."""
        count = self._model.rowCount()
        if not count:
            self.hide()
            return
        if self._popup is None or self._list is None:
            self._popup, self._list = self._make()
        window = self._field.window()
        if self._popup.parent() is not window:
            self._popup.setParent(window)
        height = count * max(self._list.sizeHintForRow(0), 36) + 14
        self._popup.show_under(self._field, max(self._field.width(), self._width), height)
        self._list.clearSelection()
        self._list.setCurrentIndex(self._model.index(0 if self._marks_first else -1, 0))

    def hide(self) -> None:
        """Hide the list."""
        if self._popup is not None:
            self._popup.hide()

    def _make(self) -> tuple[Popup, QListView]:
        """Make the popup and the list, when they are first needed."""
        popup, view = Popup(self._field.window()), QListView()
        self._field.destroyed.connect(popup.deleteLater)
        view.setModel(self._model)
        self._model.setParent(popup)  # a list must not outlive its model
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self._name)
        if self._delegate is not None:
            view.setItemDelegate(self._delegate(view))
        view.clicked.connect(self.taken)
        column(view, margins=4, parent=popup)
        return popup, view

    def consume_key(self, event: QEvent) -> bool:
        """Use a key for the list while it is shown; return whether the line must not get it."""
        if not self.is_open or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # Esc belongs to the list, before any shortcut
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                if self._list is not None:
                    move_mark(self._list, 1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Tab:
                self.take_marked()
                return False  # and Qt moves the focus
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self.take_marked()
            case _:
                return False
        return True

    def take_marked(self) -> bool:
        """Take the marked row; return whether there was one."""
        if self._list is None or not self.is_open or not self._list.currentIndex().isValid():
            return False
        self.taken.emit(self._list.currentIndex())
        return True


class WordSuggestions(Suggestions):
    """Suggests known words for a line; handles the events of the line itself."""

    def __init__(self, field: QLineEdit, known: Sequence[str] = ()) -> None:
        words = QStringListModel()
        super().__init__(field, words)
        self._words = words
        self._known = list(known)
        self.taken.connect(self._take)
        field.textEdited.connect(self._suggest)
        field.installEventFilter(self)

    def set_known(self, known: Sequence[str]) -> None:
        """Set the words."""
        self._known = list(known)

    def _suggest(self, text: str) -> None:
        words = [word for word in self._known if matches(text, plain(word))][:SHOWN] if text.strip() else []
        if len(words) == 1 and plain(words[0]) == plain(text):
            words = []
        self._words.setStringList(words)
        self.show()

    def _take(self, index: QModelIndex) -> None:
        self._field.setText(str(index.data()))
        self._field.setModified(True)
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return self.consume_key(event)


def move_mark(view: QListView, by: int) -> None:
    """Mark the next or the previous row of a list, wrapping round; without a marked row the first or the last."""
    count, at = view.model().rowCount(), view.currentIndex().row()
    if count:
        at = (at + by) % count if at >= 0 else (0 if by > 0 else count - 1)
        view.setCurrentIndex(view.model().index(at, 0))
