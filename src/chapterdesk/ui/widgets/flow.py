"""A layout that fills one line after the other, so that twice as long words or a narrow window only make more lines."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets side by side, each as wide as it asks for; the next line begins when there is no room left.

    With `stretch` the widgets of a line that can grow share what is left of it.
    """

    def __init__(self, parent: QWidget | None = None, *, across: int = 8, down: int = 8, stretch: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down, self._stretch = across, down, stretch
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt: take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Qt: how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt: the item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt: give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt: it grows by itself in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Qt: as narrow as the widest item, at least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Qt: room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Qt: put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = -1
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = min(item.sizeHint().width(), width)
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wanted + self._across
        return lines

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        for line in self._lines(inner.width()):
            widths = [min(item.sizeHint().width(), inner.width()) for item in line]
            growing = [at for at, item in enumerate(line) if self._grows(item)]
            left = inner.width() - sum(widths) - self._across * (len(line) - 1)
            for at in growing:
                widths[at] += left // len(growing)
            height = max(
                item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, wide in zip(line, widths, strict=True)
            )
            if place:
                x = inner.x()
                for item, wide in zip(line, widths, strict=True):
                    item.setGeometry(QRect(QPoint(x, y), QSize(wide, height)))
                    x += wide + self._across
            y += height + self._down
        return y - self._down * bool(self._items) - rect.y() + margins.bottom()

    def _grows(self, item: QLayoutItem) -> bool:
        return self._stretch and bool(item.expandingDirections() & Qt.Orientation.Horizontal)
