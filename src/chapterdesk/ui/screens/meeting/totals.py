"""The totals of the meeting, live, in large figures."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.store.statistics import MeetingTotals
from chapterdesk.ui.widgets import Card, label, set_role
from chapterdesk.ui.widgets.buttons import TileButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import Flow, column

VISITORS = "visitors"


class TotalFigure(TileButton):
    """One number and what it counts. `opened`: a double click or Enter asks what it was counted from."""

    ROLE = "quiet"
    opened = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.value = label("0", "figure")
        self.caption = label(caption, "small")
        self._column = column(self.value, (self.caption, 1), spacing=0, margins=(8, 4, 8, 4))
        self.set_face(self._column)
        self.setAccessibleName(caption)
        self.unsetCursor()  # a single click does nothing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """Stand in one line, in smaller figures, or in two."""
        self._column.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        self._column.setSpacing(6 if low else 0)
        set_role(self.value, "section" if low else "figure")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def show_value(self, text: str, parts: str = "") -> None:
        """Show the figure; its parts are in the tooltip."""
        self.value.setText(text)
        self.setAccessibleDescription(text)
        self.setToolTip(parts)


class Totals(Card):
    """A figure for each kind of slip of the group, and the visitors. `why` tells the name of the one that is asked."""

    why = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=6)
        tr = context.tr
        self._context = context
        self._shown: MeetingTotals | None = None
        self._currency = ""
        captions: dict[str, str] = {kind: tr(KINDS[kind].plural) for kind in context.chapter.kind.slip_kinds}
        self.figures = {name: TotalFigure(words) for name, words in (captions | {VISITORS: tr("Visitors")}).items()}
        flow = Flow(across=4, down=4, stretch=True)
        for name, figure in self.figures.items():
            flow.addWidget(figure)
            figure.opened.connect(lambda key=str(name): self.why.emit(key))
        self.body.addLayout(flow)

    def set_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        for figure in self.figures.values():
            figure.set_low(low=low)

    def show_totals(self, totals: MeetingTotals) -> None:
        """Show what the meeting brought so far."""
        before, self._shown = self._shown, totals
        if self._currency != self._context.chapter.currency:
            before, self._currency = None, self._context.chapter.currency
        for name, figure in self.figures.items():
            if before is None or self._counted(before, name) != self._counted(totals, name):
                figure.show_value(*self._in_words(totals, name))

    @staticmethod
    def _counted(totals: MeetingTotals, name: str) -> tuple[int, ...]:
        """Return what a figure shows, as numbers."""
        match name:
            case SlipKind.REFERRAL:
                return totals.inside, totals.outside
            case SlipKind.ONE_TO_ONE:
                return (totals.one_to_ones,)
            case SlipKind.CLOSED_BUSINESS:
                return (totals.closed_business,)
            case SlipKind.EDUCATION:
                return (totals.education,)
            case SlipKind.TESTIMONIAL:
                return (totals.testimonials,)
            case _:
                return (totals.visitors,)

    def _in_words(self, totals: MeetingTotals, name: str) -> tuple[str, str]:
        """Return a figure and, for its tooltip, what it is made of."""
        tr, language, currency = self._context.tr, self._context.language, self._currency
        counted = self._counted(totals, name)
        match name:
            case SlipKind.REFERRAL:
                return language.number(totals.referrals), tiers_in_words(tr, *counted)
            case SlipKind.CLOSED_BUSINESS:
                return language.whole_money(counted[0], currency), language.money(counted[0], currency)
            case _:
                return language.number(counted[0]), ""
