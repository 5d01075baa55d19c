"""The fields for options that only reports have: the days that one is about, the meeting, the person."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, MeetingDay, Somebody
from chapterdesk.store.meetings import meetings
from chapterdesk.store.people import person
from chapterdesk.ui.widgets import Choice, DateEdit, FieldError, PersonEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.form import Maker

Tell = Callable[[Any], None]
OWN = "own"


class DatesField(QWidget):
    """A relative span, or two dates of one's own, which appear under it. Half a period is told to nobody."""

    def __init__(self, context: Context, value: Dates, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._tell = tell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.span = Choice([*((one, tr(one.label)) for one in Span), (OWN, tr("Own dates"))])
        self.span.setAccessibleName(tr("Period"))
        self.span.setMinimumContentsLength(8)
        period = value.on(context.today())
        self.first, self.last = DateEdit(context, period.first), DateEdit(context, period.last)
        self.first.setAccessibleName(tr("From", "a day"))
        self.last.setAccessibleName(tr("To", "a day"))
        self.error = FieldError(self.last)
        self.days = label("", "small", wrap=True)
        for part in (self.span, self.first, self.last, self.error, self.days):
            column.addWidget(part)
        self.setFocusProxy(self.span)
        self._span = value.span
        self.span.set_value(OWN if value.period is not None else value.span)
        self.span.picked.connect(self._take_span)
        self.first.changed.connect(lambda _day: self._take_dates())
        self.last.changed.connect(lambda _day: self._take_dates())
        self._show()

    def _take_span(self, value: Any) -> None:
        if value == OWN:
            self._show()
            self._take_dates()
            self.first.setFocus()
            self.first.selectAll()
            return
        self._span = Span(value)
        period = self._span.on(self._context.today())
        self.first.set_value(period.first)
        self.last.set_value(period.last)
        self._show()
        self._tell(Dates(self._span))

    def _take_dates(self) -> None:
        tr = self._context.tr
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.error.say(tr("Type both dates"))
            return
        try:
            period = Period(first, last)
        except ChapterError:
            self.error.say(tr("The last day is before the first; exchange the two dates"))
            return
        self.error.say("")
        self._tell(Dates(self._span, period))

    def _show(self) -> None:
        own = self.span.value() == OWN
        self.first.setVisible(own)
        self.last.setVisible(own)
        self.days.setVisible(not own)
        self.error.say("")
        if not own:
            self.days.setText(self._context.language.period(self._span.on(self._context.today())))


def meeting_field(context: Context, value: MeetingDay, tell: Tell) -> QWidget:
    """Return a list of the meetings, the latest first; without one the report takes the last or the next."""
    tr, language = context.tr, context.language
    with context.desk.read() as s:
        found = [row for row in meetings(s, context.chapter.id) if row.status not in OFF]
    days = {row.date: tr(row.status.label) for row in found}
    if value.date is not None:
        days.setdefault(value.date, tr("no meeting"))
    choices: list[tuple[Any, str]] = [(None, tr("The last or the next one"))]
    choices += [(day, f"{language.short_date(day)} · {days[day]}") for day in sorted(days, reverse=True)]
    field = Choice(choices)
    field.setMinimumContentsLength(8)
    field.set_value(value.date)
    field.picked.connect(lambda day: tell(MeetingDay(day)))
    return field


def person_field(context: Context, value: Somebody, tell: Tell) -> QWidget:
    """Return a field for one person of the file, with type-ahead."""
    field = PersonEdit(context)
    if value.person_id is not None:
        try:
            with context.desk.read() as s:
                field.set_person(value.person_id, person(s, value.person_id).name)
        except ChapterError:
            pass  # gone in the meantime: the field is empty
    field.chosen.connect(lambda person_id: tell(Somebody(person_id=person_id)))
    field.cleared.connect(lambda: tell(Somebody()))
    return field


def makers(context: Context) -> dict[type, Maker]:
    """Return what makes the fields of these types, for Form."""
    return {
        Dates: lambda value, tell: DatesField(context, value, tell),
        MeetingDay: lambda value, tell: meeting_field(context, value, tell),
        Somebody: lambda value, tell: person_field(context, value, tell),
    }
