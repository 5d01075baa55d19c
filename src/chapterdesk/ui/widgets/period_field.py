"""A choice of days: a span relative to today, all days, or two own dates."""

from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span
from chapterdesk.ui.widgets import Choice, DateEdit, FieldError
from chapterdesk.ui.widgets.context import Context

ALL: Final = "all"
OWN: Final = "own"
"""Choices other than a relative span."""


class PeriodField(QObject):
    """A choice of spans and two dates, which are shown while "Own dates" is chosen.

    The owner lays out `choice`, `first`, `last` and `error`; the first value is six months. `changed` is emitted with
    each new value: a Span, a Period for own dates, None for all days (offered with `all_days`). A period that is
    incomplete or ends before it begins changes nothing.
    """

    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None, *, all_days: bool = False) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        choices: list[tuple[Any, str]] = [(span, tr(span.label)) for span in Span]
        choices += [(ALL, tr("All days"))] if all_days else []
        self.choice = Choice([*choices, (OWN, tr("Own dates"))])
        self.choice.setAccessibleName(tr("Period"))
        self.first, self.last = DateEdit(context), DateEdit(context)
        self.first.setAccessibleName(tr("From", "a day"))
        self.last.setAccessibleName(tr("To", "a day"))
        self.error = FieldError(self.last)
        self._value: Span | Period | None = None
        self._set_dates(Span.SIX_MONTHS)
        self.set_value(Span.SIX_MONTHS)
        self.choice.picked.connect(self._take_choice)
        self.first.changed.connect(lambda _day: self._take_dates())
        self.last.changed.connect(lambda _day: self._take_dates())

    @property
    def value(self) -> Span | Period | None:
        """The span or the own dates; None means all days."""
        return self._value

    @property
    def is_own(self) -> bool:
        """Whether own dates are chosen, valid or not."""
        return bool(self.choice.value() == OWN)

    def set_value(self, value: Span | Period | None) -> None:
        """Show a span, own dates, or None for all days, without emitting `changed`."""
        self._value = value
        if isinstance(value, Period):
            self._set_dates(value)
        self.choice.set_value(OWN if isinstance(value, Period) else value or ALL)
        self._show_dates()

    def _set_dates(self, value: Span | Period) -> None:
        period = value if isinstance(value, Period) else value.on(self._context.today())
        self.first.set_value(period.first)
        self.last.set_value(period.last)

    def _take_choice(self, value: Any) -> None:
        if isinstance(value, Span):
            self._set_dates(value)
        self._show_dates()
        if value == OWN:
            self._take_dates()
            self.first.setFocus()
            self.first.selectAll()
            return
        self._value = value if isinstance(value, Span) else None
        self.changed.emit(self._value)

    def _take_dates(self) -> None:
        tr = self._context.tr
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.error.say(tr("Type both dates"))
            return
        try:
            self._value = Period(first, last)
        except ChapterError:
            self.error.say(tr("The last day is before the first; exchange the two dates"))
            return
        self.error.say("")
        self.changed.emit(self._value)

    def _show_dates(self) -> None:
        self.first.setVisible(self.is_own)
        self.last.setVisible(self.is_own)
        self.error.say("")
