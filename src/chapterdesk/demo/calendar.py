"""The meetings and holidays of a chapter of the demo."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from chapterdesk.demo.chance import Chance
from chapterdesk.demo.material import DemoPlan, Texts
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.store.calendar import WEEKS, public_holidays

MONTHS = 18
COUNTRY, SUBDIVISION = "ES", "AR"


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the calendar of a chapter."""

    date: dt.date
    kind: MeetingKind
    status: MeetingStatus
    time: dt.time
    notes: str = ""

    @property
    def took_place(self) -> bool:
        """Whether the meeting was held or is being held."""
        return self.status in (MeetingStatus.COMPLETED, MeetingStatus.DRAFT)


def own_holidays(plan: DemoPlan, first: dt.date, last: dt.date, texts: Texts) -> dict[dt.date, str]:
    """Return the usual days of the chapter that fall into its breaks: Christmas, August, the feast of the town."""
    found = {}
    for day in usual_days(plan.weekday, first, last):
        if (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 5):
            found[day] = texts.holidays["christmas"]
        elif (8, 6) <= (day.month, day.day) <= (8, 21):
            found[day] = texts.holidays["august"]
        elif (6, 22) <= (day.month, day.day) <= (6, 28) and plan.weekday % 2 == 1:
            found[day] = texts.holidays["local"]
    return found


def usual_days(weekday: int, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return all days with that weekday from the first to the last."""
    day = first + dt.timedelta((weekday - first.weekday()) % 7)
    days = []
    while day <= last:
        days.append(day)
        day += dt.timedelta(weeks=1)
    return days


def span(today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the demo: eighteen months back, eight weeks ahead."""
    return today - relativedelta(months=MONTHS), today + dt.timedelta(weeks=WEEKS, days=-1)


def days(plan: DemoPlan, today: dt.date, own: Mapping[dt.date, str], chance: Chance, texts: Texts) -> list[Day]:
    """Return the calendar of a chapter around today: weekly meetings, a yearly assembly, and events."""
    first, last = span(today)
    public = public_holidays(COUNTRY, SUBDIVISION, set(range(first.year, last.year + 1)))
    usual = usual_days(plan.weekday, first, last)
    winter = [day for day in usual if day.month == 1 and day.day > 10 and day < today and day not in public]
    snow = chance.choice(winter)
    found = []
    for day in usual:
        status, notes = _status(day, today), ""
        if day in public or day in own:
            status = MeetingStatus.HOLIDAY
        elif day == snow:
            status, notes = MeetingStatus.DISCARDED, texts.snow
        elif status is MeetingStatus.COMPLETED and chance.maybe(0.4):
            notes = chance.choice(texts.meeting_notes).format(topic=chance.choice(texts.education_topics).lower())
        found.append(Day(day, MeetingKind.REGULAR, status, plan.time, notes))
    return sorted(found + _others(plan, today, texts, public), key=lambda day: (day.date, day.kind))


def _others(plan: DemoPlan, today: dt.date, texts: Texts, public: Mapping[dt.date, str]) -> list[Day]:
    """Return the meetings besides the weekly one: an assembly in October, and a quarterly event where events count."""
    first, last = span(today)
    found = []
    month = first.replace(day=1)
    while month <= last:
        kinds = []
        if month.month == 10:
            kinds.append((MeetingKind.ASSEMBLY, texts.assembly, 4))
        if month.month % 3 == 2 and plan.kind.meets_by_events:
            kinds.append((MeetingKind.EVENT, texts.event, 18))
        for kind, notes, earliest in kinds:
            day = month + dt.timedelta(days=earliest)
            day += dt.timedelta((plan.weekday + 2 - day.weekday()) % 7)  # two days after the usual one
            if first <= day <= last and day not in public:
                status = _status(day, today)
                said = notes if status is MeetingStatus.COMPLETED else ""
                found.append(Day(day, kind, status, dt.time(19, 30), said))
        month += relativedelta(months=1)
    return found


def _status(day: dt.date, today: dt.date) -> MeetingStatus:
    if day == today:
        return MeetingStatus.DRAFT
    return MeetingStatus.COMPLETED if day < today else MeetingStatus.PLANNED
