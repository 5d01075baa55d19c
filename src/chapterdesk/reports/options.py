"""The options of reports: fields of frozen dataclasses, read by the form on screen and by the command line.

Defaults are relative (the last six months, the last meeting), so that they mean the right days whenever they are used.
A field of type Dates becomes --from and --to, one of type MeetingDay --date, one of type Somebody --person.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.periods import Period, Span


def option(label: str, default: Any, **metadata: Any) -> Any:
    """Declare one option of a report: its label (marked with N_) and its default."""
    return field(default=default, metadata={"label": label, **metadata})


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that a report is about: a span relative to today or, where it is given, a period of fixed days."""

    span: Span = Span.SIX_MONTHS
    period: Period | None = None

    def on(self, today: dt.date) -> Period:
        """Return the days meant on `today`."""
        return self.period or self.span.on(today)


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """The meeting that a report is about: by its date; without one, the last or the next, as the report says."""

    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Somebody:
    """The person that a report is about: in the window by id, on the command line by the whole name or the e-mail."""

    name: str = ""
    person_id: int | None = None
