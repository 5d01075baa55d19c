"""Which backups are kept: all of the last two days, then for some time one a day, one a week, one a month.

The rule counts backups, not calendar days, so a month without work removes no backup.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ALL_OF = dt.timedelta(days=2)
DAILY = 12
WEEKLY = 10
MONTHLY = 9
NEWEST = 5
"""The number of latest backups that are kept whatever their dates, since clocks can be wrong."""


@dataclass(frozen=True, slots=True)
class BackupMoment:
    """One backup: its time by the clock of its computer (local time), and its number among those of the file."""

    at: dt.datetime
    number: int


def kept_backups(made: Sequence[BackupMoment], now: dt.datetime) -> set[BackupMoment]:
    """Return the backups that are kept at the time `now`.

    Backups dated after `now` come from a wrong clock, that one or this one: they are thinned among themselves, relative
    to the last of them, and never count as old.
    """
    last = set(sorted(made, key=lambda one: (one.number, one.at))[-NEWEST:])
    past = [one for one in made if one.at <= now]
    future = [one for one in made if one.at > now]
    if future:
        last |= _thinned(future, max(one.at for one in future))
    return last | _thinned(past, now)


def _thinned(made: Sequence[BackupMoment], now: dt.datetime) -> set[BackupMoment]:
    """Return which backups the rule keeps; none of them is dated after `now`."""
    fresh = {one for one in made if now - one.at <= ALL_OF}
    rest = sorted(set(made) - fresh, key=lambda one: (one.at, one.number), reverse=True)
    keep = set(fresh)
    steps: tuple[tuple[int, Callable[[dt.datetime], object]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for room, span in steps:
        seen: set[object] = set()
        while rest and (span(rest[0].at) in seen or len(seen) < room):
            one = rest.pop(0)
            if span(one.at) not in seen:
                seen.add(span(one.at))
                keep.add(one)
    return keep
