"""The options of reports: fields of frozen dataclasses, read by the form on screen and by the command line.

Defaults are relative (the last six months, the last meeting), so that they mean the right days whenever they are used.
A field of type Dates becomes --from and --to, one of type MeetingDay --date, one of type Somebody --person.
"""

import dataclasses
import datetime as dt
import enum
import typing
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.errors import ChapterError
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


def plain_values(options: Any) -> dict[str, Any]:
    """Return options as values that JSON can hold; a meeting, a person and typed text are left out (None)."""
    return {item.name: _written(getattr(options, item.name)) for item in dataclasses.fields(options)}


def restored(usual: Any, stored: Any) -> Any:
    """Return options from their `plain_values`; the `usual` value replaces one that is unknown or does not fit."""
    hints = typing.get_type_hints(type(usual))
    found = {}
    for item in dataclasses.fields(usual):
        if isinstance(stored, dict) and item.name in stored:
            try:
                found[item.name] = _read(hints[item.name], stored[item.name], getattr(usual, item.name))
            except (ValueError, TypeError, KeyError, ChapterError):
                continue
    return dataclasses.replace(usual, **found)


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
            return None  # typed text may be the name of a person, which must not be in the preferences
        case _:
            return value


def _read(kind: Any, value: Any, usual: Any) -> Any:
    """Return a stored value as one of `kind`; raises ValueError, TypeError or KeyError when it does not fit."""
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
