"""The totals of what is listed, in large figures, one tile a kind; pressing one lists that kind alone."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.ui.screens.slips.ledger_columns import kind_icon
from chapterdesk.ui.screens.slips.ledger_lines import VISITOR, Tally
from chapterdesk.ui.widgets import QuietButton, label
from chapterdesk.ui.widgets.amounts import whole_money
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.flow import Flow

EVERYTHING = ""
"""The kind that stands for all kinds together."""


class KindTile(QuietButton):
    """One kind: what it is, how much of it there is, and a word about it. The whole tile is the button."""

    def __init__(self, context: Context, kind: str, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.kind = kind
        self.words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        picture = QLabel()
        picture.setPixmap(context.style.pixmap(icon, "muted", 14, self.devicePixelRatioF()))
        head.addWidget(picture)
        head.addWidget(label(words, "small"), 1)
        self.figure = label("0", "figure")
        self.note = label("", "small")
        column.addLayout(head)
        column.addWidget(self.figure)
        column.addWidget(self.note)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, figure: str, note: str) -> None:
        """Show the total and a word about it."""
        self.figure.setText(figure)
        self.note.setText(note or " ")
        self.setAccessibleName(f"{self.words}: {figure}")
        self.setAccessibleDescription(note)
        for part in self.findChildren(QLabel):
            part.ensurePolished()  # its font comes with the style sheet, and the room that it needs with the font
        layout = self.layout()
        if layout is not None:
            size = layout.totalSizeHint()
            self.setMinimumSize(size)
            self.setFixedHeight(size.height())
        self.updateGeometry()


class KindTiles(QWidget):
    """The tiles of the kinds that the chapter uses, and of all together. `picked` tells the kind."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._group = QButtonGroup(self)
        self.tiles: dict[str, KindTile] = {}
        flow = Flow(self, across=4, down=4, stretch=True)
        kinds: list[tuple[str, str, str]] = [(EVERYTHING, tr("Everything"), "receipt")]
        kinds += [(kind, tr(KINDS[kind].plural), kind_icon(kind)) for kind in context.chapter.kind.slip_kinds]
        kinds.append((VISITOR, tr("Visitors"), kind_icon(VISITOR)))
        for kind, words, icon in kinds:
            tile = self.tiles[kind] = KindTile(context, kind, words, icon)
            self._group.addButton(tile)
            tile.clicked.connect(lambda _=False, kind=kind: self.picked.emit(kind))
            flow.addWidget(tile)
        self.tiles[EVERYTHING].setChecked(True)

    @property
    def kind(self) -> str:
        """The kind whose tile is pressed."""
        return next(kind for kind, tile in self.tiles.items() if tile.isChecked())

    def choose(self, kind: str) -> None:
        """Show a kind as pressed; tells nothing."""
        self.tiles[kind if kind in self.tiles else EVERYTHING].setChecked(True)

    def say(self, found: Mapping[str, Tally]) -> None:
        """Show the totals by kind."""
        tr, number = self._context.tr, self._context.language.number
        for kind, tile in self.tiles.items():
            if kind == EVERYTHING:
                count = sum(found[one].count for one in self.tiles if one)
                ahead = sum(found[one].waiting for one in self.tiles if one)
                tile.say(number(count), tr("+ %n to come", "", ahead) if ahead else "")
                continue
            tally = found[kind]
            waiting = tr("+ %n to come", "", tally.waiting) if tally.waiting else ""
            figure, note = number(tally.figure), ""
            if kind == SlipKind.REFERRAL and tally.count:
                note = tiers_in_words(tr, tally.inside, tally.outside)
            elif kind == SlipKind.CLOSED_BUSINESS:
                figure = whole_money(self._context, tally.figure)
                note = tr("%n slip(s)", "", tally.count)
            elif kind == SlipKind.EDUCATION:
                note = tr("credits, %n slip(s)", "", tally.count)
            tile.say(figure, " · ".join(part for part in (note, waiting) if part))
