"""The figures of one member over the last six months; each opens the list that it counts."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.figures import ACTIVITY, Metric
from chapterdesk.domain.periods import Period, six_months_ending
from chapterdesk.domain.text import N_
from chapterdesk.store.statistics import SummaryRow, summary
from chapterdesk.ui.widgets import label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.figure import FigureView
from chapterdesk.ui.widgets.layout import clear, column, grid

COLUMNS = 5
"""Most figures in a row."""
FIGURE_WIDTH = 84
"""Width in pixels of the label below a figure, at the normal text size."""
_WORDS = {
    Metric.RGI: N_("Given inside"),
    Metric.RGO: N_("Given outside"),
    Metric.RRI: N_("Received inside"),
    Metric.RRO: N_("Received outside"),
}
"""Short labels where the label of the metric does not fit."""
_ACTIVITY = tuple(map(Metric, ACTIVITY))
_MARKS = (Metric.P, Metric.L, Metric.S, Metric.A, Metric.M)


class FiguresCard(QWidget):
    """Shows activity, then marks. `read` counts all members of the chapter at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: dict[int, SummaryRow] = {}
        self._person_id: int | None = None
        self.period: Period = six_months_ending(context.today())
        self.rates = label("", tone="muted", wrap=True)
        self.rates.setContentsMargins(8, 0, 0, 0)
        self.figures: dict[Metric, FigureView] = {}
        self._columns = COLUMNS
        self._grid = grid((), across=4, down=4)
        column(self.rates, self._grid, spacing=4, parent=self)

    def read(self) -> None:
        """Count the last six months of the current chapter."""
        context = self._context
        self.period = six_months_ending(context.today())
        with context.desk.read() as s:
            counted = summary(s, context.chapter.id, self.period)
        self._rows = {row.person_id: row for row in counted.rows if row.person_id is not None}
        self._make_figures()

    def _make_figures(self) -> None:
        tr = self._context.tr
        money = self._context.chapter.kind.money_counts
        activity = [metric for metric in _ACTIVITY if money or metric is not Metric.TYFCB]
        if list(self.figures) == [*activity, *_MARKS]:
            return
        clear(self._grid)
        self.figures = {}
        for metric in (*activity, *_MARKS):
            figure = FigureView(self._context, tr(_WORDS.get(metric, metric.label)), parent=self)
            figure.opened.connect(lambda metric=metric: self.open_list(metric))
            figure.show()
            self.figures[metric] = figure
        self._arrange()

    def _arrange(self) -> None:
        """Put the figures into rows as long as fit; the marks begin a new row."""
        columns = self._columns
        while self._grid.takeAt(0) is not None:
            pass
        activity = [metric for metric in self.figures if metric not in _MARKS]
        parts = [part[at : at + columns] for part in (activity, _MARKS) for at in range(0, len(part), columns)]
        for down, metrics in enumerate(parts):
            for across, metric in enumerate(metrics):
                self._grid.addWidget(self.figures[metric], down, across, Qt.AlignmentFlag.AlignTop)
        for across in range(COLUMNS):
            self._grid.setColumnStretch(across, int(across < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # in a narrow window rows are shorter, so that no figure is cut
        wide = round(FIGURE_WIDTH * max(self._context.style.points() / 10, 1))
        columns = min(max(event.size().width() // wide, 2), COLUMNS)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def show_person(self, person_id: int) -> bool:
        """Show a person's figures; return whether there are any, which only current members have."""
        tr, language = self._context.tr, self._context.language
        row = self._rows.get(person_id)
        self._person_id = person_id
        if row is None:
            return False
        for metric, figure in self.figures.items():
            value: Any = getattr(row, metric.value)
            figure.set_value(self._text(metric, value), quiet=not value)
        words = [tr("Attendance {rate}", rate=language.percent(row.attendance))]
        if row.referrals_per_week is not None:
            words.append(tr("{count} referrals a week", count=language.number(row.referrals_per_week, 2)))
        self.rates.setText(" · ".join(words))
        return True

    def _text(self, metric: Metric, value: int) -> str:
        language, currency = self._context.language, self._context.chapter.currency
        return language.whole_money(value, currency) if metric is Metric.TYFCB else language.number(value)

    def open_list(self, metric: Metric) -> None:
        """Open the list that a figure counts."""
        self._context.go("slips", metric=metric, person_id=self._person_id, period=self.period)
