"""Which backups stay: all of two days, then by day, week and month; never fewer than the last ones made."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.backup_thinning import DAILY, MONTHLY, NEWEST, WEEKLY, BackupMoment, kept_backups


def at(year: int, month: int = 1, day: int = 1, hour: int = 0) -> dt.datetime:
    """A time without a zone, as the clock on the wall has it."""
    return dt.datetime(year, month, day, hour)  # noqa: DTZ001 - see above


NOW = at(2026, 3, 5, 8)


def every(hours: float, count: int, last: dt.datetime = NOW) -> list[BackupMoment]:
    """Backups made at a regular pace, the last one at `last`."""
    step = dt.timedelta(hours=hours)
    return [BackupMoment(last - step * (count - 1 - number), number) for number in range(count)]


def test_all_backups_of_the_last_two_days_stay() -> None:
    made = every(1, 49)
    assert kept_backups(made, NOW) == set(made)


def test_older_backups_thin_to_one_a_day_a_week_a_month() -> None:
    made = every(6, 4 * 600)  # four a day for twenty months
    old = sorted(
        (one for one in kept_backups(made, NOW) if NOW - one.at > dt.timedelta(days=2)), key=lambda one: one.at
    )
    assert len(old) == DAILY + WEEKLY + MONTHLY
    days = [one.at.date() for one in old]
    assert len(set(days)) == len(days)
    monthly, weekly, daily = days[:MONTHLY], days[MONTHLY : MONTHLY + WEEKLY], days[-DAILY:]
    assert (daily[-1] - daily[0]).days == DAILY - 1
    assert len({day.isocalendar()[:2] for day in weekly}) == WEEKLY
    assert len({(day.year, day.month) for day in monthly}) == MONTHLY
    assert days == sorted(days)


def test_the_last_backup_of_a_day_stays() -> None:
    day = NOW - dt.timedelta(days=5)
    made = [BackupMoment(day.replace(hour=hour), hour) for hour in range(7, 22)]
    later = every(1, NEWEST)
    later = [BackupMoment(one.at, one.number + 100) for one in later]
    assert [one.number for one in kept_backups([*made, *later], NOW) if one.number < 100] == [21]


def test_old_backups_stay_when_there_are_no_newer_ones() -> None:
    made = every(24, 10, NOW.replace(year=2019))
    assert kept_backups(made, NOW) == set(made)


def test_a_clock_that_jumps_back_removes_no_backup_of_today() -> None:
    made = every(1, 30)
    assert kept_backups(made, NOW - dt.timedelta(days=2000)) == set(made)


def test_a_clock_that_jumps_ahead_keeps_the_last_backups() -> None:
    made = every(1, 30)
    keep = kept_backups(made, NOW + dt.timedelta(days=5000))
    assert set(made[-NEWEST:]) <= keep


def test_a_backup_made_while_the_clock_was_years_behind_is_among_the_newest() -> None:
    late = BackupMoment(at(2001), 101)
    made = [*every(6, 100), BackupMoment(at(2001, 1, 1, 1), 0), late]
    assert late in kept_backups(made, NOW)


def test_backups_dated_in_the_future_are_thinned_among_themselves() -> None:
    ahead = every(6, 400, NOW + dt.timedelta(days=900))
    keep = kept_backups(ahead, NOW)
    assert ahead[-1] in keep
    assert len(keep) < 50


@given(
    st.lists(st.datetimes(at(2000), at(2060)), max_size=80),
    st.datetimes(at(2000), at(2060)),
)
def test_whatever_the_clock_did_the_newest_backups_stay_and_thinning_is_stable(
    times: list[dt.datetime], now: dt.datetime
) -> None:
    made = [BackupMoment(moment, number) for number, moment in enumerate(times)]
    keep = kept_backups(made, now)
    assert set(made[-NEWEST:]) <= keep
    assert {one for one in made if abs(now - one.at) <= dt.timedelta(days=2) and one.at <= now} <= keep
    assert kept_backups(sorted(keep, key=lambda one: one.number), now) == keep
