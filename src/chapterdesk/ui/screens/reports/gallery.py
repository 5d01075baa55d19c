"""The gallery of reports: one card each, the one used last first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from chapterdesk.reports import Report
from chapterdesk.ui.widgets.cards import ChoiceCard
from chapterdesk.ui.widgets.context import Context

CARD = 280
"""Pixels that a card wants at the normal text size."""
MOST_COLUMNS = 4


class Gallery(QWidget):
    """The cards. `picked` tells the name of a report; the arrow keys go from card to card."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 4)
        self._grid.setSpacing(16)
        self.cards: dict[str, ChoiceCard] = {}
        self._across = 0

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show these reports, in this order."""
        if list(self.cards) == [report.name for report in reports]:
            return
        tr = self._context.tr
        for old in self.cards.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = {}
        for report in reports:
            card = ChoiceCard(self._context, report.icon, tr(report.title), tr(report.description))
            card.clicked.connect(lambda _=False, name=report.name: self.picked.emit(name))
            self.cards[report.name] = card
        self._across = 0
        self._place()

    def _place(self) -> None:
        """Put as many cards side by side as fit."""
        wanted = CARD * max(self._context.style.points() / 10, 1)
        across = max(1, min(MOST_COLUMNS, int((self.width() + 16) // (wanted + 16))))
        if across == self._across:
            return
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
        self._grid.setRowStretch(len(self.cards) // across + 1, 1)

    def focus_start(self) -> None:
        """Put the focus on the first card."""
        if self.cards:
            next(iter(self.cards.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go from card to card."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._across,
            Qt.Key.Key_Up: -self._across,
        }
        cards = list(self.cards.values())
        here = next((at for at, card in enumerate(cards) if card.hasFocus()), -1)
        step = steps.get(Qt.Key(event.key()), 0)
        if step and here >= 0 and 0 <= here + step < len(cards):
            cards[here + step].setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width holds another number of cards."""
        super().resizeEvent(event)
        self._place()
