"""The options of a report: the fields that only reports have, and what was chosen last time.

What is remembered is kept as text: which report, its options, the language it is printed in.
"""

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

Tell = Callable[[Any], None]
RECENT: Final = "reports/recent"


class RememberedChoices:
    """The choices that are remembered between two visits to the reports, in the file of the preferences."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file

    def recent(self) -> list[str]:
        """Return the names of the reports used, the last one first."""
        return [name for name in self._file.choice(RECENT).split(",") if name]

    def set_used(self, name: str) -> None:
        """Put a report in front."""
        self._file.remember_choice(RECENT, ",".join([name, *(other for other in self.recent() if other != name)][:20]))

    def language(self, usual: str) -> str:
        """Return the language in which reports were printed last."""
        stored = self._file.choice("reports/language")
        return stored if stored in LANGUAGES else usual

    def set_language(self, code: str) -> None:
        """Remember the language in which reports are printed."""
        self._file.remember_choice("reports/language", code)

    def options(self, report: Report) -> Any:
        """Return the options chosen last; what is unknown or no longer fits counts as not chosen."""
        try:
            stored = json.loads(self._file.choice(f"reports/{report.name}") or "{}")
        except ValueError:
            stored = {}
        return restored(report.options(), stored)

    def remember(self, report: Report, options: Any) -> None:
        """Remember the options of a report; a meeting and a person are not: the next will be others."""
        self._file.remember_choice(f"reports/{report.name}", json.dumps(plain_values(options)))


class DatesField(QWidget):
    """The days that a report is about. The span chosen last is told with own dates too, for the next report."""

    def __init__(self, context: Context, value: Dates, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tell = tell
        self._span = value.span
        self.period = period = PeriodField(context, self)
        period.choice.setMinimumContentsLength(8)
        self.days = label("", "small", wrap=True)
        column(period.choice, period.first, period.last, period.error, self.days, spacing=6, parent=self)
        self.setFocusProxy(period.choice)
        period.set_value(value.period or value.span)
        period.changed.connect(self._take)
        self._show_days()

    def _take(self, value: Span | Period) -> None:
        self._show_days()
        if isinstance(value, Span):
            self._span = value
            self._tell(Dates(value))
        else:
            self._tell(Dates(self._span, value))

    def _show_days(self) -> None:
        value = self.period.value
        self.days.setVisible(isinstance(value, Span))
        if isinstance(value, Span):
            self.days.setText(self._context.language.period(value.on(self._context.today())))


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
        Dates: partial(DatesField, context),
        MeetingDay: partial(meeting_field, context),
        Somebody: partial(person_field, context),
    }
