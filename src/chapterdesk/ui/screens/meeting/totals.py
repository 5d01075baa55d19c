"""The totals of the meeting in large figures, updated with each change."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from chapterdesk.domain.slips import KINDS
from chapterdesk.reports.meeting_text import VISITORS, totals_in_words
from chapterdesk.store.statistics import MeetingTotals
from chapterdesk.ui.widgets import Card, label
from chapterdesk.ui.widgets.buttons import TileButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import set_look
from chapterdesk.ui.widgets.layout import Flow, column


class TotalFigure(TileButton):
    """One figure with its caption; a double click or Enter emits `opened`, to list what it was counted from."""

    ROLE = "quiet"
    opened = Signal()

    def __init__(self, caption: str) -> None:
        super().__init__("")
        self.value = label("0", "figure")
        self.caption = label(caption, "small")
        self._column = column(self.value, (self.caption, 1), spacing=0, margins=(8, 4, 8, 4))
        self.set_face(self._column)
        self.setAccessibleName(caption)
        self.unsetCursor()  # a single click does nothing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """Show figure and caption in one line, smaller, or one below the other."""
        self._column.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        self._column.setSpacing(6 if low else 0)
        set_look(self.value, "role", "section" if low else "figure")
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

    def show_value(self, text: str, parts: str) -> None:
        """Show the figure, with its parts in the tooltip."""
        self.value.setText(text)
        self.setAccessibleDescription(text)
        self.setToolTip(parts)


class Totals(Card):
    """A figure for each kind of slip of the group, and for visitors. `why` is emitted with the name of one."""

    why = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=6)
        tr = context.tr
        self._session, self._language = context.session, context.language
        captions: dict[str, str] = {kind: tr(KINDS[kind].plural) for kind in context.chapter.kind.slip_kinds}
        self.figures = {name: TotalFigure(words) for name, words in (captions | {VISITORS: tr("Visitors")}).items()}
        flow = Flow(across=4, down=4, stretch=True, align=True)
        for name, figure in self.figures.items():
            flow.addWidget(figure)
            figure.opened.connect(lambda key=str(name): self.why.emit(key))
        self.body.addLayout(flow)

    def set_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        for figure in self.figures.values():
            figure.set_low(low=low)

    def show_totals(self, totals: MeetingTotals) -> None:
        """Show the present totals."""
        words = totals_in_words(totals, self._session.chapter.currency, self._language)
        for name, figure in self.figures.items():
            figure.setVisible(name in words)
            figure.show_value(*words.get(name, ("", "")))
