"""The totals of the meeting, live, in large figures."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.store.statistics import MeetingTotals
from chapterdesk.ui.widgets import Card, label, set_role
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import Flow


class TotalFigure(QPushButton):
    """One number and what it counts. `opened`: a double click or Enter asks what it was counted from."""

    opened = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self._column = column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        self.value: QLabel = label("0", "figure")
        self.caption = label(caption, "small")
        for part in (self.value, self.caption):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part, 1 if part is self.caption else 0)
        self.setAccessibleName(caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """Stand in one line, in smaller figures, or in two."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if (self._column.direction() == right) != low:
            self._column.setDirection(right if low else down)
            self._column.setSpacing(6 if low else 0)
            set_role(self.value, "section" if low else "figure")
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: room for both lines."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Qt: not less."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter asks why."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Qt: so does a double click."""
        self.opened.emit()

    def show_value(self, text: str, parts: str = "") -> None:
        """Show the figure; its parts are in the tooltip."""
        if (text, parts) == (self.value.text(), self.toolTip()):
            return
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
        self.figures: dict[str, TotalFigure] = {}
        flow = Flow(across=4, down=4, stretch=True)
        for kind in context.chapter.kind.slip_kinds:
            self.figures[kind] = TotalFigure(tr(KINDS[kind].plural))
            flow.addWidget(self.figures[kind])
        self.figures["visitors"] = TotalFigure(tr("Visitors"))
        flow.addWidget(self.figures["visitors"])
        self.body.addLayout(flow)
        for name, figure in self.figures.items():
            figure.opened.connect(lambda key=str(name): self.why.emit(key))

    def set_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        for figure in self.figures.values():
            figure.set_low(low=low)

    def show_totals(self, totals: MeetingTotals) -> None:
        """Show what the meeting brought so far."""
        tr, language, currency = self._context.tr, self._context.language, self._context.chapter.currency
        values: dict[str, str] = {
            SlipKind.REFERRAL: language.number(totals.referrals),
            SlipKind.ONE_TO_ONE: language.number(totals.one_to_ones),
            SlipKind.CLOSED_BUSINESS: language.whole_money(totals.closed_business, currency),
            SlipKind.EDUCATION: language.number(totals.education),
            SlipKind.TESTIMONIAL: language.number(totals.testimonials),
            "visitors": language.number(totals.visitors),
        }
        parts = tiers_in_words(tr, totals.inside, totals.outside)
        exact = language.money(totals.closed_business, currency)
        tips: dict[str, str] = {SlipKind.REFERRAL: parts, SlipKind.CLOSED_BUSINESS: exact}
        for name, figure in self.figures.items():
            figure.show_value(values[name], tips.get(name, ""))
