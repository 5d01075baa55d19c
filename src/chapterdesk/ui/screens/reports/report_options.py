"""The options of a report: the fields that only reports have, and the remembered choices."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, MeetingDay, Report, Somebody
from chapterdesk.reports.options import plain_values, restored
from chapterdesk.store.meetings import meetings
from chapterdesk.store.people import person
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.widgets import Choice, PersonEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.form import Maker
from chapterdesk.ui.widgets.layout import column
from chapterdesk.ui.widgets.period_field import PeriodField

Send = Callable[[Any], None]
RECENT: Final = "reports/recent"


class RememberedChoices:
    """The remembered reports, options and language, as texts in the file of the preferences."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file

    def recent(self) -> list[str]:
        """Return the names of used reports, the last used first."""
        return [name for name in self._file.choice(RECENT).split(",") if name]

    def set_used(self, name: str) -> None:
        """Remember that a report was used now."""
        self._file.remember_choice(RECENT, ",".join([name, *(other for other in self.recent() if other != name)][:20]))

    def language(self, usual: str) -> str:
        """Return the language chosen last."""
        stored = self._file.choice("reports/language")
        return stored if stored in LANGUAGES else usual

    def set_language(self, code: str) -> None:
        """Remember the language of reports."""
        self._file.remember_choice("reports/language", code)

    def options(self, report: Report) -> Any:
        """Return the options chosen last; unknown or invalid ones have their default."""
        try:
            stored = json.loads(self._file.choice(f"reports/{report.name}") or "{}")
        except ValueError:
            stored = {}
        return restored(report.options(), stored)

    def remember(self, report: Report, options: Any) -> None:
        """Remember the options of a report, except its meeting and person."""
        self._file.remember_choice(f"reports/{report.name}", json.dumps(plain_values(options)))


class DatesField(QWidget):
    """Chooses the days of a report. With dates, the span chosen before is sent too, for the next report."""

    def __init__(self, context: Context, value: Dates, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._send_dates = send
        self._span = value.span
        self.period = period = PeriodField(context, self)
        period.choice.setMinimumContentsLength(8)
        self.days = label("", "small", wrap=True)
        column(period.choice, period.first, period.last, period.error, self.days, spacing=6, parent=self)
        self.setFocusProxy(period.choice)
        period.set_value(value.period or value.span)
        period.changed.connect(self._send)
        self._show_days()

    def _send(self, value: Span | Period) -> None:
        self._show_days()
        if isinstance(value, Span):
            self._span = value
            self._send_dates(Dates(value))
        else:
            self._send_dates(Dates(self._span, value))

    def _show_days(self) -> None:
        value = self.period.value
        self.days.setVisible(isinstance(value, Span))
        if isinstance(value, Span):
            self.days.setText(self._context.language.period(value.on(self._context.today())))


def meeting_field(context: Context, value: MeetingDay, send: Send) -> QWidget:
    """Return a list of the meetings, the latest first; its first entry is the last or the next meeting."""
    tr, language = context.tr, context.language
    with context.desk.read() as s:
        rows = [row for row in meetings(s, context.chapter.id) if row.status not in OFF]
    days = {row.date: tr(row.status.label) for row in rows}
    if value.date is not None:
        days.setdefault(value.date, tr("no meeting"))
    choices: list[tuple[Any, str]] = [(None, tr("The last or the next one"))]
    choices += [(day, f"{language.short_date(day)} · {days[day]}") for day in sorted(days, reverse=True)]
    field = Choice(choices)
    field.setMinimumContentsLength(8)
    field.set_value(value.date)
    field.picked.connect(lambda day: send(MeetingDay(day)))
    return field


def person_field(context: Context, value: Somebody, send: Send) -> QWidget:
    """Return a field that completes the name of a person."""
    field = PersonEdit(context)
    if value.person_id is not None:
        try:
            with context.desk.read() as s:
                field.set_person(value.person_id, person(s, value.person_id).name)
        except ChapterError:
            pass  # the person was removed: the field stays empty
    field.chosen.connect(lambda person_id: send(Somebody(person_id=person_id)))
    field.cleared.connect(lambda: send(Somebody()))
    return field


def makers(context: Context) -> dict[type, Maker]:
    """Return the functions that make the fields of these types, for OptionsForm."""
    return {
        Dates: partial(DatesField, context),
        MeetingDay: partial(meeting_field, context),
        Somebody: partial(person_field, context),
    }
