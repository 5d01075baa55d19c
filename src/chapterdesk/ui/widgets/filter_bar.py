"""What narrows a long list: words, a person, and the days, as a relative span or as two dates."""

from collections.abc import Sequence
from typing import Final

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from chapterdesk.domain.periods import Period, Span
from chapterdesk.ui.widgets import LinkButton, PersonEdit, SearchEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import Flow, column
from chapterdesk.ui.widgets.period_field import PeriodField

PAUSE: Final = 120
"""Milliseconds after the last letter before the list is searched."""
_ENDING_TODAY: Final = frozenset({Span.THREE_MONTHS, Span.SIX_MONTHS, Span.TWELVE_MONTHS})


class FilterBar(QWidget):
    """One line of fields. `days_changed`: other days are wanted; `narrowed`: other words or another person.

    `more` are fields of the screen's own, `days` what it begins with (None: all days).
    """

    days_changed = Signal()
    narrowed = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        more: Sequence[QWidget] = (),
        days: Span | None = Span.SIX_MONTHS,
    ) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.search = SearchEdit(context, tr("Find a name or a word"))
        self.search.setMinimumWidth(200)
        self.person = PersonEdit(context, placeholder=tr("Anybody"))
        self.person.setAccessibleName(tr("Person"))
        self.person.setMinimumWidth(180)
        self.person.setClearButtonEnabled(True)
        self.days = PeriodField(context, self, all_days=True)
        self.clear = LinkButton(tr("Show all again"))
        flow = Flow(stretch=True)
        for field in (self.search, self.person):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            flow.addWidget(field)
        for fixed in (*more, self.days.choice, self.days.first, self.days.last, self.clear):
            fixed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(fixed)
        column(flow, self.days.error, spacing=6, parent=self)
        self.days.set_value(days)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _text: self._soon.start(PAUSE))
        self.person.chosen.connect(lambda _id: self._narrow())
        self.person.cleared.connect(self._narrow)
        self.person.textChanged.connect(lambda _text: self._show_clear())
        self.days.changed.connect(self._take_days)
        self.clear.clicked.connect(self.reset)
        self._show_clear()

    def period(self) -> Period | None:
        """Return the days wanted; None means all there are.

        A span that ends today takes in what waits for the meetings to come (rule 10).
        """
        value = self.days.value
        if not isinstance(value, Span):
            return value
        period = value.on(self._context.today())
        ahead = relativedelta(months=3 if value in _ENDING_TODAY else 0)
        return Period(period.first, period.last + ahead)

    def days_in_words(self) -> str:
        """Return the days wanted in words."""
        tr, value = self._context.tr, self.days.value
        if isinstance(value, Span):
            return tr(value.label)
        return tr("All days") if value is None else self._context.language.period(value)

    @property
    def is_narrow(self) -> bool:
        """Whether words or a person leave something out."""
        return bool(self.search.text().strip()) or self.person.person_id() is not None

    def set_person(self, person_id: int | None = None, name: str = "") -> None:
        """Want what concerns a person, or anybody, whatever the words; not told by `narrowed`."""
        self.person.set_person(person_id, name)
        self.search.clear()
        self._soon.stop()
        self._show_clear()

    def reset(self) -> None:
        """Take the words and the person away."""
        self.set_person()
        self._narrow()
        self.search.setFocus()

    def _take_days(self, _value: object) -> None:
        self._show_clear()
        self.days_changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(bool(self.search.text().strip() or self.person.text().strip()))

    def _narrow(self) -> None:
        self._soon.stop()
        self._show_clear()
        self.narrowed.emit()
