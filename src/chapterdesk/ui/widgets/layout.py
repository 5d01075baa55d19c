"""Rows, columns and grids of widgets in one call each, and a layout that wraps."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final, TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

Box = TypeVar("Box", bound=QBoxLayout)
Placed = QWidget | QLayout
Part = Placed | int | tuple[Placed | None, int] | tuple[Placed, Qt.AlignmentFlag] | tuple[Placed, int, Qt.AlignmentFlag]
"""A part of a row or a column: a widget or a layout, alone or with stretch and alignment; a number is a gap in pixels,
(None, n) a gap that stretches."""
Margins = int | tuple[int, int, int, int]
"""Pixels at all four sides, or at left, top, right and bottom."""
STRETCH: Final = (None, 1)
"""A gap that takes the remaining room."""


def row(*parts: Part, spacing: int = 8, margins: Margins = 0, parent: QWidget | None = None) -> QHBoxLayout:
    """Return a horizontal layout of the parts, set on `parent` if given. Spacing and margins are in pixels."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _filled(made, parts, spacing, margins)


def column(*parts: Part, spacing: int = 8, margins: Margins = 0, parent: QWidget | None = None) -> QVBoxLayout:
    """Return a vertical layout of the parts, set on `parent` if given. Spacing and margins are in pixels."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _filled(made, parts, spacing, margins)


def grid(
    lines: Iterable[Sequence[Placed | None]],
    *,
    across: int = 8,
    down: int = 8,
    margins: Margins = 0,
    parent: QWidget | None = None,
    stretch: int | None = None,
) -> QGridLayout:
    """Return a grid layout of lines of cells, set on `parent` if given; None leaves a cell empty.

    `across` and `down` are the pixels between cells; the column number `stretch` takes the remaining room.
    """
    made = QGridLayout(parent) if parent is not None else QGridLayout()
    made.setHorizontalSpacing(across)
    made.setVerticalSpacing(down)
    _set_margins(made, margins)
    for row_number, line in enumerate(lines):
        for column_number, cell in enumerate(line):
            if isinstance(cell, QLayout):
                made.addLayout(cell, row_number, column_number)
            elif cell is not None:
                made.addWidget(cell, row_number, column_number)
    if stretch is not None:
        made.setColumnStretch(stretch, 1)
    return made


def add(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts at the end of a row or a column."""
    for part in parts:
        if isinstance(part, int):
            layout.addSpacing(part)
            continue
        placed, *more = part if isinstance(part, tuple) else (part,)
        stretch = next((item for item in more if isinstance(item, int) and not isinstance(item, Qt.AlignmentFlag)), 0)
        alignment = next((item for item in more if isinstance(item, Qt.AlignmentFlag)), None)
        if placed is None:
            layout.addStretch(stretch)
        elif isinstance(placed, QLayout):
            layout.addLayout(placed, stretch)
            if alignment is not None:
                layout.setAlignment(placed, alignment)
        elif alignment is None:
            layout.addWidget(placed, stretch)
        else:
            layout.addWidget(placed, stretch, alignment)


def clear(layout: QLayout) -> None:
    """Remove everything from a layout and the layouts in it; the widgets are hidden at once and deleted later."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def centred(part: Placed, parent: QWidget) -> QVBoxLayout:
    """Set a layout on `parent` with the part centred horizontally, about a quarter from the top, and return it."""
    return column(STRETCH, row(STRETCH, (part, 50), STRETCH), (None, 3), margins=32, parent=parent)


def box(layout: QLayout) -> QWidget:
    """Return a widget that holds a layout and nothing else."""
    made = QWidget()
    made.setLayout(layout)
    return made


def stack(*pages: QWidget) -> QStackedWidget:
    """Return a stack of pages that shows the first one."""
    made = QStackedWidget()
    for page in pages:
        made.addWidget(page)
    return made


class Flow(QLayout):
    """Widgets side by side, each as wide as its hint, in as many lines as they need.

    With `stretch` the widgets that can grow share the rest of their line. With `align` the widgets of several
    lines form columns, so that the lines hold about equally many.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        across: int = 8,
        down: int = 8,
        stretch: bool = False,
        align: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down, self._stretch, self._align = across, down, stretch, align
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], list[int]]]:
        """Return the items of each line with their widths."""
        lines: list[list[QLayoutItem]] = []
        shown = [item for item in self._items if not item.isEmpty()]
        room = -1
        for item in shown:
            needed = min(item.sizeHint().width(), width)
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._across
        if self._align and len(lines) > 1 and (widths := self._columns(shown, len(lines), width)):
            lines = [shown[at : at + len(widths)] for at in range(0, len(shown), len(widths))]
            return [(line, widths[: len(line)]) for line in lines]
        return [(line, self._widths(line, width)) for line in lines]

    def _columns(self, shown: list[QLayoutItem], lines: int, width: int) -> list[int]:
        """Return the widths of the columns for that many lines, [] if they do not fit."""
        columns = ceil(len(shown) / lines)
        widths = [max(item.sizeHint().width() for item in shown[at::columns]) for at in range(columns)]
        rest = width - sum(widths) - self._across * (columns - 1)
        return [wide + rest // columns for wide in widths] if rest >= 0 else []

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        widths = [min(item.sizeHint().width(), width) for item in line]
        growing = [at for at, item in enumerate(line) if self._grows(item)]
        rest = width - sum(widths) - self._across * (len(line) - 1)
        for at in growing:
            widths[at] += rest // len(growing)
        return widths

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        for line, widths in self._lines(inner.width()):
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


def _filled(made: Box, parts: Sequence[Part], spacing: int, margins: Margins) -> Box:
    made.setSpacing(spacing)
    _set_margins(made, margins)
    add(made, *parts)
    return made


def _set_margins(layout: QLayout, margins: Margins) -> None:
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(left, top, right, bottom)
