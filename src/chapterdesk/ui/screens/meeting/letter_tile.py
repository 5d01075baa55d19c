"""The letters of the strip as something to press."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import badge, label, lines_of
from chapterdesk.ui.widgets.command import shortcut_text
from chapterdesk.ui.widgets.context import Context

ACROSS = 8
"""Pixels between two tiles."""
SIDE = 4
"""Pixels at the left and the right of the words of a tile."""


class LetterTile(QPushButton):
    """One letter and, under it, what it begins."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self._words = words
        self.setAccessibleName(f"{words} ({letter})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._cap = badge(letter, "accent")
        self._cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = label(words, "small")
        self.name.setMinimumWidth(1)
        for part in (self._cap, self.name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.name, 1)
        self.set_low(low=False)

    def set_low(self, *, low: bool) -> None:
        """Take less height, where there are two lines of tiles."""
        self._around = 3 if low else 9
        self._column.setContentsMargins(SIDE, self._around, SIDE, self._around - 1)
        self._fit()
        self.updateGeometry()

    def wanted_width(self) -> int:
        """Return how wide it has to be so that no word under the letter is cut."""
        metrics = self.name.fontMetrics()
        return max(metrics.horizontalAdvance(word) for word in self._words.split()) + 2 * SIDE

    def sizeHint(self) -> QSize:
        """Qt: room for two lines of words."""
        words = 2 * self.name.fontMetrics().lineSpacing()
        return QSize(1, self._cap.sizeHint().height() + words + 2 * self._around + 3)

    def minimumSizeHint(self) -> QSize:
        """Qt: the same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: words are cut where a letter ends."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.name.setText(lines_of(self._words, self.name.fontMetrics(), max(self.width() - 2 * SIDE, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Space begin; all else is for the strip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Tiles(QWidget):
    """A tile for each letter, in one line or, where they would be cut, in two. `pressed` tells the letter."""

    pressed = Signal(str)
    resized = Signal()
    """They stand in more lines, or in fewer."""

    def __init__(self, context: Context, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self.tiles: dict[str, LetterTile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(ACROSS)
        self._columns = 0
        for letter, what in words.items():
            tile = LetterTile(letter, what)
            tile.clicked.connect(lambda _=False, key=letter: self.pressed.emit(key))
            keys = shortcut_text(f"Alt+{letter}")
            tile.setToolTip(tr("{what}: {letter}, or {keys} from anywhere", what=what, letter=letter, keys=keys))
            self.tiles[letter] = tile
        self._arrange(len(self.tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: one line while no word is cut in it."""
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        """Qt: so it is for larger text."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()
        return done

    def _choose(self) -> None:
        count = len(self.tiles)
        each = (self.width() - ACROSS * (count - 1)) // count
        fits = all(tile.wanted_width() <= each for tile in self.tiles.values())
        self._arrange(count if fits else (count + 1) // 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, at // columns, at % columns)
            tile.set_low(low=columns < len(self.tiles))
        for column in range(len(self.tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.resized.emit()
