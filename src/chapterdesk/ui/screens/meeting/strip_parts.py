"""The parts of the strip: a tile for each letter, and the area of the entry."""

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
"""Pixels at both sides of the text of a tile; half of them in a low tile."""
LEAST: Final = 130
"""The least height in pixels of the fields: one field with its caption, and the top of the next one."""


class LetterTile(FittingText, TileButton):
    """One letter with the name of what it begins."""

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
        """Reduce the height, for two lines of tiles."""
        self._around, self._side = (3, SIDE // 2) if low else (9, SIDE)
        self._column.setContentsMargins(self._side, self._around, self._side, self._around - 1)
        self.fit()
        self.updateGeometry()

    def needed_width(self) -> int:
        """Return the width that cuts no word."""
        metrics = self.name.fontMetrics()
        return max(metrics.horizontalAdvance(word) for word in self._words.split()) + 2 * SIDE

    def sizeHint(self) -> QSize:
        words = 2 * self.name.fontMetrics().lineSpacing()
        return QSize(1, self.cap.sizeHint().height() + words + 2 * self._around + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fit(self) -> None:
        """Break the text into two lines that fit the tile."""
        self.name.setText(lines_of(self._words, self.name.fontMetrics(), max(self.width() - 2 * self._side, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the strip handles it


class Tiles(QWidget):
    """A tile for each letter, in one line, or in two if that would cut words. `pressed` is emitted with the letter."""

    pressed = Signal(str)
    resized = Signal()
    """The number of lines changed."""

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
        """Use one line if that cuts no word; a tile with a long word is wider than the others."""
        count = len(self.tiles)
        needed = [tile.needed_width() for tile in self.tiles.values()]
        fits = sum(needed) + ACROSS * (count - 1) <= self.width()
        self._arrange(count if fits else (count + 1) // 2)
        for at, width in enumerate(needed if fits else [0] * count):
            if width != self._grid.columnMinimumWidth(at):  # setting it requests a layout, which calls this again
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
    """Shows one entry; the focused field and its caption are always visible."""

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
        """Hide the entry; return it to its owner (`keep`), or delete it.

        A deleted entry is not taken out first: Qt would style it again, in a third of the time of storing a slip.
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
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), LEAST))

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
