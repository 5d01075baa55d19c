"""What narrows the ledger: words, a person, and the days, as a relative span or as two dates."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span
from chapterdesk.ui.widgets import Choice, DateEdit, FieldError, LinkButton, PersonEdit, SearchEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.flow import Flow

PAUSE: Final = 120
"""Milliseconds after the last letter before the list is searched."""
_COMING: Final = frozenset({Span.THREE_MONTHS, Span.SIX_MONTHS, Span.TWELVE_MONTHS})


class Days(Enum):
    """Choices of days that are no relative span."""

    ALL = "all"
    OWN = "own"


def days_of(span: Span, context: Context) -> Period:
    """Return the days of a span; one that ends today takes in what waits for the meetings to come (rule 10)."""
    period = span.on(context.today())
    if span not in _COMING:
        return period
    from dateutil.relativedelta import relativedelta

    return Period(period.first, period.last + relativedelta(months=3))


class FilterBar(QWidget):
    """One line of fields. `days_changed`: other days are wanted; `narrowed`: other words or another person.

    `more` are fields of the screen's own, `days` what it begins with.
    """

    days_changed = Signal()
    narrowed = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        more: Sequence[QWidget] = (),
        days: "Span | Days" = Span.SIX_MONTHS,
    ) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.search = SearchEdit(context, tr("Find a name or a word"))
        self.search.setMinimumWidth(200)
        self.person = PersonEdit(context, placeholder=tr("Anybody"))
        self.person.setAccessibleName(tr("Person"))
        self.person.setMinimumWidth(180)
        self.person.setClearButtonEnabled(True)
        self.days = Choice(
            [*((span, tr(span.label)) for span in Span), (Days.ALL, tr("All days")), (Days.OWN, tr("Own dates"))]
        )
        self.days.set_value(days)
        self.days.setAccessibleName(tr("Period"))
        period = Span.SIX_MONTHS.on(context.today())
        self.first, self.last = DateEdit(context, period.first), DateEdit(context, period.last)
        self.first.setAccessibleName(tr("From", "a day"))
        self.last.setAccessibleName(tr("To", "a day"))
        self.clear = LinkButton(tr("Show all again"))
        flow = Flow(stretch=True)
        for field in (self.search, self.person, *more, self.days, self.first, self.last, self.clear):
            flow.addWidget(field)
        for field in (self.search, self.person):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for field in (*more, self.days, self.first, self.last, self.clear):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column.addLayout(flow)
        self.error = FieldError(self.last)
        column.addWidget(self.error)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _text: self._soon.start(PAUSE))
        self.person.chosen.connect(lambda _id: self._narrow())
        self.person.cleared.connect(self._narrow)
        self.person.textChanged.connect(lambda _text: self._show_clear())
        self.days.picked.connect(self._take_days)
        self.first.changed.connect(self._take_dates)
        self.last.changed.connect(self._take_dates)
        self.clear.clicked.connect(self.reset)
        self._show_dates()

    def period(self) -> Period | None:
        """Return the days wanted; None means all there are."""
        value = self.days.value()
        if isinstance(value, Span):
            return days_of(value, self._context)
        first, last = self.first.value(), self.last.value()
        return Period(first, last) if value is Days.OWN and first and last else None

    def said(self) -> str:
        """Return the days wanted in words."""
        tr, value = self._context.tr, self.days.value()
        if isinstance(value, Span):
            return tr(value.label)
        period = self.period()
        return tr("All days") if period is None else self._context.language.period(period)

    @property
    def is_narrow(self) -> bool:
        """Tell whether words or a person leave something out."""
        return bool(self.search.text().strip()) or self.person.person_id() is not None

    def want(self, *, days: Span | Days | Period | None = None, person_id: int | None = None, name: str = "") -> None:
        """Set what is wanted from outside; tells nothing."""
        if isinstance(days, Period):
            self.first.set_value(days.first)
            self.last.set_value(days.last)
            days = Days.OWN
        if days is not None:
            self.days.set_value(days)
        self.person.set_person(person_id, name)
        self.search.clear()
        self._soon.stop()
        self._show_dates()

    def reset(self) -> None:
        """Take the words and the person away."""
        self.want()
        self._narrow()
        self.search.setFocus()

    def _take_days(self, value: Any) -> None:
        if isinstance(value, Span):
            period = value.on(self._context.today())
            self.first.set_value(period.first)
            self.last.set_value(period.last)
        self._show_dates()
        self.days_changed.emit()
        if value is Days.OWN:
            self.first.setFocus()
            self.first.selectAll()

    def _take_dates(self, _value: object) -> None:
        tr = self._context.tr
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.error.say(tr("Type both dates"))
            return
        try:
            Period(first, last)
        except ChapterError:
            self.error.say(tr("The last day is before the first; exchange the two dates"))
            return
        self.error.say("")
        self.days_changed.emit()

    def _show_dates(self) -> None:
        own = self.days.value() is Days.OWN
        self.first.setVisible(own)
        self.last.setVisible(own)
        self.error.say("")
        self._show_clear()

    def _show_clear(self) -> None:
        self.clear.setVisible(bool(self.search.text().strip() or self.person.text().strip()))

    def _narrow(self) -> None:
        self._soon.stop()
        self._show_clear()
        self.narrowed.emit()
