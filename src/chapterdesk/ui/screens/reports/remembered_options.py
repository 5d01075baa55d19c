"""What was chosen for a report last time, kept as text: which report, its options, the language it is printed in."""

import dataclasses
import datetime as dt
import enum
import json
import typing
from typing import Any, Final

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span
from chapterdesk.i18n import LANGUAGES
from chapterdesk.reports import Dates, MeetingDay, Report, Somebody
from chapterdesk.ui.session.settings import SettingsFile

RECENT: Final = "reports/recent"


class Choices:
    """The choices that are remembered between two visits to the reports, in the file of the preferences."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file

    def recent(self) -> list[str]:
        """Return the names of the reports used, the last one first."""
        return [name for name in self._file.choice(RECENT).split(",") if name]

    def use(self, name: str) -> None:
        """Put a report in front."""
        self._file.remember_choice(RECENT, ",".join([name, *(other for other in self.recent() if other != name)][:20]))

    def language(self, usual: str) -> str:
        """Return the language in which reports were printed last."""
        stored = self._file.choice("reports/language")
        return stored if stored in LANGUAGES else usual

    def speak(self, code: str) -> None:
        """Remember the language in which reports are printed."""
        self._file.remember_choice("reports/language", code)

    def options(self, report: Report) -> Any:
        """Return the options chosen last; what is unknown or no longer fits counts as not chosen."""
        try:
            stored = json.loads(self._file.choice(f"reports/{report.name}") or "{}")
        except ValueError:
            stored = {}
        usual = report.options()
        hints = typing.get_type_hints(report.options)
        found = {}
        for item in dataclasses.fields(usual):
            if isinstance(stored, dict) and item.name in stored:
                try:
                    found[item.name] = _read(hints[item.name], stored[item.name], getattr(usual, item.name))
                except (ValueError, TypeError, KeyError, ChapterError):
                    continue
        return dataclasses.replace(usual, **found)

    def keep(self, report: Report, options: Any) -> None:
        """Remember the options of a report; a meeting and a person are not: the next will be others."""
        values = {item.name: _written(getattr(options, item.name)) for item in dataclasses.fields(options)}
        self._file.remember_choice(f"reports/{report.name}", json.dumps(values))


def _written(value: Any) -> Any:
    match value:
        case Dates(span, Period() as period):
            return {"span": str(span), "first": period.first.isoformat(), "last": period.last.isoformat()}
        case Dates(span):
            return {"span": str(span)}
        case MeetingDay() | Somebody():
            return None
        case enum.Enum():
            return value.value
        case dt.date():
            return value.isoformat()
        case str():
            return None  # what was typed may be the name of a person: it belongs into the file or on paper, not here
        case _:
            return value


def _read(kind: Any, value: Any, usual: Any) -> Any:
    """Return a stored value as one of `kind`; raises ValueError, TypeError or KeyError when it is none."""
    if kind in (MeetingDay, Somebody):
        return usual
    if kind is Dates:
        period = None
        if "first" in value:
            period = Period(dt.date.fromisoformat(value["first"]), dt.date.fromisoformat(value["last"]))
        return Dates(Span(value["span"]), period)
    if isinstance(usual, enum.Enum):
        return type(usual)(value)
    if isinstance(usual, dt.date):
        return dt.date.fromisoformat(value)
    if type(value) is not type(usual):
        raise TypeError(value)
    return value
