"""What a figure was counted from, line by line: slips, marks of attendance, visits, imported totals (SCREENS.md, 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.figures import Metric, RowKind
from chapterdesk.domain.money import Money
from chapterdesk.domain.periods import Period, Span
from chapterdesk.store.people import person
from chapterdesk.store.statistics import why
from chapterdesk.store.statistics.why import WhyRow
from chapterdesk.ui.widgets import Card, EmptyState, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, TableColumn, table_view


@dataclass(frozen=True, slots=True)
class Question:
    """A figure that is asked about: whose, which, and over which days."""

    metric: Metric
    period: Period
    person_id: int | None = None
    row: RowKind = RowKind.TOTAL

    @classmethod
    def of(
        cls, context: Context, metric: Any, period: Any = None, person_id: int | None = None, row: Any = None
    ) -> Any:
        """Return the question as `go("slips", …)` puts it: values or their words, a period or a span."""
        if period is None:
            period = Span.SIX_MONTHS
        days = period.on(context.today()) if isinstance(period, Span) else period
        usual = RowKind.TOTAL if person_id is None else RowKind.MEMBER
        return cls(Metric(metric), days, person_id, RowKind(row) if row is not None else usual)


class WhyView(QWidget):
    """The list behind a figure. `opened` tells a line on which Enter or a double click was made."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language, style = context.tr, context.language, context.style
        self._context = context
        self._question: Question | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.figure = label("", "figure")
        self.words = label("", tone="muted", wrap=True)
        head.addWidget(self.figure)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        self.model = RowModel(
            [
                TableColumn(tr("Date"), lambda row: row.date, language.short_date),
                TableColumn(
                    tr("What was counted"),
                    lambda row: tr(row.text, **row.params),
                    grow=True,
                    icon=lambda row: style.icon(_icon(row), "muted", 16),
                    colour=lambda row: None if row.counted else style.colour("muted"),
                ),
                TableColumn(
                    tr("Counts"),
                    lambda row: row.value if row.counted else 0,
                    self._figure,
                    align="right",
                    tip=lambda row: "" if row.counted else tr("The imported total of these days counts instead"),
                ),
            ],
            self,
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("What was counted"))
        self.table.opened.connect(self.opened)
        self.card = Card(padding=0)
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            context,
            "search",
            tr("Nothing was counted"),
            tr("No slip, mark or visit of these days counts in this figure."),
        )
        self.card.body.addWidget(self.empty)
        column.addWidget(self.card, 1)

    def ask(self, question: Question) -> None:
        """Show what a figure was counted from."""
        self._question = question
        self.refresh()

    @property
    def rows(self) -> Sequence[WhyRow]:
        """What is listed."""
        return self.model.rows

    def refresh(self) -> None:
        """Count again."""
        question, context = self._question, self._context
        if question is None:
            return
        tr = context.tr
        with context.desk.read() as s:
            found = why(
                s,
                context.chapter.id,
                question.metric,
                question.period,
                person_id=question.person_id,
                row=question.row,
            )
        self.model.set_rows(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        total = sum(row.value for row in found if row.counted)
        self.figure.setText(self._figure(total))
        left_out = sum(not row.counted for row in found)
        words = tr("counted from %n line(s)", "", len(found) - left_out)
        if left_out:
            words += " · " + tr("%n line(s) left out, since an imported total counts those days", "", left_out)
        self.words.setText(words)
        if found and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def title(self) -> str:
        """Return what the figure is: the metric, and whose."""
        tr, question = self._context.tr, self._question
        if question is None:
            return ""
        whose = tr("the whole chapter") if question.row is RowKind.TOTAL else tr(question.row.label)
        if question.person_id is not None:
            with self._context.desk.read() as s:
                whose = person(s, question.person_id).name
        return tr("{metric}: {whose}", metric=tr(question.metric.label), whose=whose)

    def days(self) -> str:
        """Return the days in words."""
        return "" if self._question is None else self._context.language.period(self._question.period)

    def _figure(self, value: int) -> str:
        if self._question is not None and self._question.metric is Metric.TYFCB:
            money = Money(value, self._context.chapter.currency)
            return self._context.language.money(money.minor, money.currency)
        return self._context.language.number(Fraction(value))


def _icon(row: WhyRow) -> str:
    if row.slip_id is not None:
        return "receipt"
    if row.visit_id is not None:
        return "user-plus"
    return "clipboard-check" if row.meeting_id is not None else "file-spreadsheet"
