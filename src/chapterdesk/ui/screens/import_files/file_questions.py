"""What a file leaves open, asked on its card: the day, the period, the meaning of its columns."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.periods import Period
from chapterdesk.importers.results import Need, NeedKind
from chapterdesk.ui.widgets import Button, Choice, DateEdit, label
from chapterdesk.ui.widgets.context import Context

Answer = Callable[[object], None]


def question(context: Context, need: Need, answer: Answer) -> QWidget:
    """Return the fields of one question; `answer` is called with a date, a Period, or {field: place of the column}."""
    tr = context.tr
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(tr(need.text, **need.params), tone="warning", wrap=True))
    match need.kind:
        case NeedKind.DATE:
            column.addWidget(_day(context, need, answer))
        case NeedKind.PERIOD:
            column.addWidget(_PeriodFields(context, answer))
        case NeedKind.COLUMNS:
            column.addWidget(ColumnFields(context, need, answer))
    return made


def _day(context: Context, need: Need, answer: Answer) -> QWidget:
    tr = context.tr
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    for day in need.dates:
        button = Button(context.language.date(day))
        button.clicked.connect(partial(_say, answer, day))
        box.addWidget(button)
    if need.dates:
        box.addWidget(label(tr("or"), tone="muted"))
    field = DateEdit(context)
    field.setAccessibleName(tr("Day"))
    field.changed.connect(lambda day: answer(day) if day is not None else None)
    box.addWidget(field)
    box.addStretch(1)
    return row


def _say(answer: Answer, day: dt.date, *_checked: object) -> None:
    answer(day)


class _PeriodFields(QWidget):
    """From and to: answered when both are there and in order."""

    def __init__(self, context: Context, answer: Answer) -> None:
        super().__init__()
        tr = context.tr
        self._answer = answer
        self.first, self.last = DateEdit(context), DateEdit(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        since, until = tr("From", "a period: from … to …"), tr("to", "a period: from … to …")
        for caption, field in ((since, self.first), (until, self.last)):
            field.setAccessibleName(caption)
            row.addWidget(label(caption, tone="muted"))
            row.addWidget(field)
            field.changed.connect(self._tell)
        row.addStretch(1)

    def _tell(self, _day: object) -> None:
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and first <= last:
            self._answer(Period(first, last))


class ColumnFields(QWidget):
    """The meaning of each column, chosen once for all files with the same headings."""

    def __init__(self, context: Context, need: Need, answer: Answer) -> None:
        super().__init__()
        tr = context.tr
        self._answer = answer
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for at, title in enumerate((tr("Heading in the file"), tr("For example"), tr("Meaning"))):
            grid.addWidget(label(title, "small"), 0, at)
        known = {place: field for field, place in need.known.items()}
        choices = [("", tr("not used")), *((key, tr(title)) for key, title in need.fields)]
        self.choices: dict[int, Choice] = {}
        for at, offer in enumerate(need.offers, 1):
            choice = Choice(choices)
            choice.set_value(known.get(offer.place, ""))
            choice.setAccessibleName(offer.heading)
            self.choices[offer.place] = choice
            grid.addWidget(label(offer.heading), at, 0)
            grid.addWidget(label(offer.sample[:40], tone="muted"), at, 1)
            grid.addWidget(choice, at, 2)
        grid.setColumnMinimumWidth(2, 240)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.button = Button(tr("Use these meanings"))
        self.button.clicked.connect(self._tell)
        row.addWidget(self.button)
        row.addWidget(label(tr("The answer is remembered."), "small"), 1)
        column.addLayout(row)

    def _tell(self) -> None:
        chosen = {choice.value(): place for place, choice in self.choices.items() if choice.value()}
        self._answer(chosen)
