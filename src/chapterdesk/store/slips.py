"""Slips: entered into the right meeting, listed, corrected, taken away."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, delete, func, or_, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain import slips as rules
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import ROLES, FollowUp, Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.text import N_, matches, plain
from chapterdesk.store.calendar import following
from chapterdesk.store.meetings import MeetingRow, begin, meeting, meeting_on, refuse_locked
from chapterdesk.store.people import person_name
from chapterdesk.store.row_facts import takes_part
from chapterdesk.store.rows import columns, fetch, fetch_first
from chapterdesk.store.tables import Meeting, Person, Slip
from chapterdesk.store.writing import add, edit

Giver = aliased(Person)
Receiver = aliased(Person)
Third = aliased(Person)


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A slip. `date` is the day on which it counts: its meeting's, else its own (rule 10). Amount in minor units.

    The giver of closed business is never known (rule 5). `locked`: its meeting is completed.
    """

    id: int
    uid: str
    kind: SlipKind
    date: dt.date
    meeting_id: int | None
    meeting_status: MeetingStatus | None
    giver_id: int | None
    giver: str
    receiver_id: int | None
    receiver: str
    third_id: int | None
    third: str
    giver_side: Side
    receiver_side: Side
    other_chapter: str
    tier: Tier | None
    amount: int | None
    credits: int | None
    prospect: str
    contact: str
    gave_card: bool
    told_them: bool
    heat: int | None
    follow_up: FollowUp | None
    repeat_business: bool | None
    place: str
    topics: str
    note: str

    @property
    def locked(self) -> bool:
        """Whether its meeting is completed."""
        return self.meeting_status is MeetingStatus.COMPLETED


@dataclass(frozen=True, slots=True)
class SlipFilter:
    """Which slips are wanted; None and "" leave a question open. `text` finds words without accents, in any order."""

    kinds: tuple[SlipKind, ...] | None = None
    period: Period | None = None
    person_id: int | None = None
    text: str = ""
    meeting_id: int | None = None


def counting_date() -> Any:
    """The SQL of the day on which a slip counts (rule 10); Meeting must be joined."""
    return func.coalesce(Meeting.date, Slip.date)


@cache
def _slips() -> Select[*tuple[Any, ...]]:
    return (
        select(
            *columns(
                SlipRow,
                Slip,
                date=counting_date(),
                meeting_status=Meeting.status,
                giver=func.coalesce(person_name(Giver), ""),
                receiver=func.coalesce(person_name(Receiver), ""),
                third=func.coalesce(person_name(Third), ""),
            )
        )
        .outerjoin(Meeting, Meeting.id == Slip.meeting_id)
        .outerjoin(Giver, Giver.id == Slip.giver_id)
        .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
        .outerjoin(Third, Third.id == Slip.third_id)
    )


def slips(session: Session, chapter_id: int, wanted: SlipFilter | None = None) -> list[SlipRow]:
    """The slips of a chapter that fit the filter, the newest first; also those for meetings still planned."""
    wanted = wanted or SlipFilter()
    query = _slips().order_by(counting_date().desc(), Slip.id.desc())
    if wanted.kinds is not None:
        query = query.where(Slip.kind.in_(wanted.kinds))
    if wanted.period is not None:
        first, last = wanted.period.first, wanted.period.last
        inside = and_(Slip.meeting_id.is_(None), Slip.date.between(first, last))
        query = query.where(or_(Meeting.date.between(first, last), inside))
    if wanted.person_id is not None:
        query = query.where(takes_part("slip", wanted.person_id))
    if wanted.meeting_id is not None:  # by its chapter, or SQLite may go through all slips of the chapter instead
        query = query.where(Slip.meeting_id == wanted.meeting_id, Meeting.chapter_id == chapter_id)
    else:
        query = query.where(Slip.chapter_id == chapter_id)
    rows = fetch(session, query, SlipRow)
    if not wanted.text.strip():
        return rows
    return [row for row in rows if matches(wanted.text, plain(_words(row)))]


def _words(row: SlipRow) -> str:
    parties = f"{row.giver} {row.receiver} {row.third} {row.other_chapter}"
    return f"{parties} {row.prospect} {row.place} {row.topics} {row.note}"


def slip(session: Session, slip_id: int) -> SlipRow:
    """The slip of an id; raises ChapterError when gone."""
    row = fetch_first(session, _slips().where(Slip.id == slip_id), SlipRow)
    if row is None:
        raise ChapterError(N_("This slip is no longer there; it may have been undone"))
    return row


def place_of(session: Session, chapter_id: int, draft: SlipDraft) -> MeetingRow | None:
    """The meeting that a typed slip belongs to (rule 8): the one asked for, else that of its date, else none.

    When that meeting is completed or called off, the next one, made when it is missing.
    """
    if draft.meeting_id is not None:
        row: MeetingRow | None = meeting(session, draft.meeting_id)
    else:
        row = meeting_on(session, chapter_id, draft.date)
    if row is not None and (row.locked or row.status in OFF):
        return following(session, row)
    return row


def add_slip(session: Session, chapter_id: int, draft: SlipDraft) -> int:
    """Store a typed slip in the meeting it belongs to (rule 8) and return its id; raises ChapterError when unfit."""
    rules.check(draft)
    values = {item.name: getattr(draft, item.name) for item in dataclasses.fields(draft)}
    row = place_of(session, chapter_id, draft)
    if row is not None:
        values["meeting_id"] = row.id
        if draft.date >= row.date:
            begin(session, row)
    for role in ROLES:
        if role not in rules.KINDS[draft.kind].roles:  # rule 5: who thanked is not kept
            cleared = {f"{role}_id": None, f"{role}_side": Side.HERE}
            values |= {name: value for name, value in cleared.items() if name in values}
    return add(session, Slip, chapter_id=chapter_id, **values)


def edit_slip(session: Session, slip_id: int, **fields: Any) -> None:
    """Correct fields of a slip; those that count are locked while its meeting is completed (rule 9)."""
    row = slip(session, slip_id)
    if row.meeting_id is not None and not fields.keys() <= rules.FREE:
        refuse_locked(meeting(session, row.meeting_id))
    known = {item.name for item in dataclasses.fields(SlipDraft)}
    draft = SlipDraft(**{name: getattr(row, name) for name in known})
    rules.check(dataclasses.replace(draft, **{name: value for name, value in fields.items() if name in known}))
    edit(session, Slip, slip_id, fields)


def remove_slip(session: Session, slip_id: int) -> None:
    """Take a slip away; locked while its meeting is completed (rule 9)."""
    row = slip(session, slip_id)
    if row.meeting_id is not None:
        refuse_locked(meeting(session, row.meeting_id))
    session.execute(delete(Slip).where(Slip.id == slip_id))
