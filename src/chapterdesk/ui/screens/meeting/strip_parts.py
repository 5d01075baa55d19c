"""What the strip is made of: the letters as tiles to press, and the place of the fields that a letter begins."""

from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from chapterdesk.ui.widgets import badge, label, lines_of
from chapterdesk.ui.widgets.buttons import TileButton
from chapterdesk.ui.widgets.command import shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import FittingText
from chapterdesk.ui.widgets.layout import column, grid
from chapterdesk.ui.widgets.slip_entry import EntryFields

ACROSS: Final = 8
"""Pixels between two tiles."""
SIDE: Final = 7
"""Pixels at the left and the right of the words of a tile; in a low one half of them."""
LEAST: Final = 130
"""Pixels below which the fields are not squeezed: one of them with its caption, and the next one's beginning."""


class LetterTile(FittingText, TileButton):
    """One letter and, under it, what it begins."""

    def __init__(self, letter: str, words: str) -> None:
        super().__init__("")
        self._words = words
        self.setAccessibleName(f"{words} ({letter})")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cap = badge(letter, "accent")
        self.cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = label(words, "small")
        self.name.setMinimumWidth(1)
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column = column((self.cap, 0, Qt.AlignmentFlag.AlignHCenter), (self.name, 1), spacing=2)
        self.set_face(self._column)
        self.set_low(low=False)

    def set_low(self, *, low: bool) -> None:
        """Take less height, where there are two lines of tiles."""
        self._around, self._side = (3, SIDE // 2) if low else (9, SIDE)
        self._column.setContentsMargins(self._side, self._around, self._side, self._around - 1)
        self.fit()
        self.updateGeometry()

    def wanted_width(self) -> int:
        """Return how wide it has to be so that no word under the letter is cut."""
        metrics = self.name.fontMetrics()
        return max(metrics.horizontalAdvance(word) for word in self._words.split()) + 2 * SIDE

    def sizeHint(self) -> QSize:
        words = 2 * self.name.fontMetrics().lineSpacing()
        return QSize(1, self.cap.sizeHint().height() + words + 2 * self._around + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fit(self) -> None:
        """Break the words in two lines, each cut where the tile ends."""
        self.name.setText(lines_of(self._words, self.name.fontMetrics(), max(self.width() - 2 * self._side, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            event.ignore()  # it is for the strip


class Tiles(QWidget):
    """A tile for each letter, in one line or, where they would be cut, in two. `pressed` tells the letter."""

    pressed = Signal(str)
    resized = Signal()
    """They stand in more lines, or in fewer."""

    def __init__(self, context: Context, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self.tiles: dict[str, LetterTile] = {}
        self._grid = grid((), across=ACROSS, down=ACROSS, parent=self)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for letter, what in words.items():
            tile = LetterTile(letter, what)
            tile.clicked.connect(lambda _=False, key=letter: self.pressed.emit(key))
            keys = shortcut_text(f"Alt+{letter}")
            tile.setToolTip(tr("{what}: {letter}, or {keys} from anywhere", what=what, letter=letter, keys=keys))
            self.tiles[letter] = tile
        self._arrange(len(self.tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()  # for larger text
        return done

    def _choose(self) -> None:
        """Stand in one line while no word is cut in it; a tile with a long word is wider than the others."""
        count = len(self.tiles)
        wanted = [tile.wanted_width() for tile in self.tiles.values()]
        fits = sum(wanted) + ACROSS * (count - 1) <= self.width()
        self._arrange(count if fits else (count + 1) // 2)
        for at, width in enumerate(wanted if fits else [0] * count):
            if width != self._grid.columnMinimumWidth(at):  # it asks for a layout, and that comes back here
                self._grid.setColumnMinimumWidth(at, width)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, at // columns, at % columns)
            tile.set_low(low=columns < len(self.tiles))
        for at in range(len(self.tiles)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self.resized.emit()


class EntryArea(QScrollArea):
    """Shows one entry. The field that has the focus is always in sight, with its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_entry(self, entry: EntryFields) -> None:
        """Show an entry."""
        entry.setObjectName("scrolled")
        self.setWidget(entry)
        entry.show()
        self.show()
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)
        self.verticalScrollBar().setValue(0)

    def remove_entry(self, *, keep: bool) -> None:
        """Show nothing more; the entry belongs to its owner again (`keep`), or is deleted.

        One that is deleted is not taken out first: Qt would style it anew, which takes a third of storing a slip.
        """
        cast("QApplication", QApplication.instance()).focusChanged.disconnect(self._follow)
        self.hide()
        entry = self.takeWidget() if keep else self.widget()
        if entry is None:
            return
        if keep:
            entry.hide()
            entry.setParent(self.parentWidget())
        else:
            entry.deleteLater()

    def sizeHint(self) -> QSize:
        entry = self.widget()
        if entry is None:
            return QSize(0, 0)
        return QSize(entry.minimumSizeHint().width(), entry.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        entry = self.widget()
        if now is not None and isinstance(entry, EntryFields) and entry.isAncestorOf(now):
            self.ensureWidgetVisible(entry.fields.get(entry.focused_field(), now), 0, 4)
