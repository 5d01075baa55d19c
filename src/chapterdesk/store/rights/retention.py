"""Retention: what has been kept long enough is proposed with the reason, and removed as one change without undo.

People are erased as rights.erasing does. Of a referral the prospect and the contact are removed; the slip stays and
counts. Undo and the change log would keep what was removed: so there is no undo, and the log loses it too, also for
slips that had been removed before.
"""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.orm import Session

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.erased_names import Naming, english_name
from chapterdesk.domain.members import Status
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.domain.slips import kinds_with
from chapterdesk.domain.text import N_, sort_key
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.store.desk import Desk
from chapterdesk.store.people import person_name
from chapterdesk.store.rights.emptying import add_log_line
from chapterdesk.store.rights.erasing import Wanted, erase_all
from chapterdesk.store.row_facts import takes_part
from chapterdesk.store.slips import Giver, Receiver, counting_date
from chapterdesk.store.tables import Attendance, ChangeLog, Meeting, Membership, Person, RoleTerm, Slip, Visit
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import fact_of

PURGED = tuple(column.name for column in Model.metadata.tables["slip"].columns if fact_of(column).third_party)
"""The fields of an old referral that are emptied."""
_AT_ONCE = 500
_CLOSED = (VisitOutcome.JOINED, VisitOutcome.DECLINED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person to erase, or a slip whose contact is to be emptied (`row_id` is its id).

    `name` is the person, or giver and receiver; `about` what a slip holds; `last` the day from which it is counted.
    """

    what: Overdue
    row_id: int
    name: str
    about: str
    last: dt.date


def proposals(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Return what all chapters have kept longer than the director wants: by kind, the oldest first."""
    found = [*_visitors(session, keep, today), *_former(session, keep, today), *_contacts(session, keep, today)]
    order = list(Overdue)
    return sorted(found, key=lambda one: (order.index(one.what), one.last, sort_key(one.name)))


def _last_seen() -> list[Any]:
    """The SQL of the last days on which a person visited, stood in, and took part in a slip; each may be missing."""
    visited = select(func.max(Meeting.date)).join(Visit, Visit.meeting_id == Meeting.id)
    stood_in = select(func.max(Meeting.date)).join(Attendance, Attendance.meeting_id == Meeting.id)
    return [
        visited.where(Visit.person_id == Person.id).correlate(Person).scalar_subquery(),
        stood_in.where(Attendance.substitute_id == Person.id).correlate(Person).scalar_subquery(),
        select(func.max(Slip.date)).where(takes_part("slip", Person.id)).correlate(Person).scalar_subquery(),
    ]


def _visitors(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Propose visitors who were never members or applicants and need no follow-up any more."""
    followed_up = exists().where(
        Visit.person_id == Person.id,
        Visit.outcome.not_in(_CLOSED),
        or_(Visit.next_contact.is_not(None), Visit.outcome == VisitOutcome.APPLIED),
    )
    visitor = exists().where(Visit.person_id == Person.id)
    member = exists().where(Membership.person_id == Person.id)
    return _people(session, Overdue.VISITOR, keep, today, (visitor, ~member, ~followed_up), _last_seen())


def _former(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Propose former members who have not been seen since."""
    mine = Membership.person_id == Person.id
    ended = select(func.max(Membership.end)).where(mine).correlate(Person).scalar_subquery()
    belonged = exists().where(mine, Membership.status != Status.APPLICANT)
    belongs = exists().where(mine, Membership.end.is_(None))
    return _people(session, Overdue.FORMER, keep, today, (belonged, ~belongs), [ended, *_last_seen()])


def _people(
    session: Session, what: Overdue, keep: Keep, today: dt.date, who: tuple[Any, ...], days: list[Any]
) -> list[Proposal]:
    """Propose the people who have no role and whose latest day is as long ago as the director wants."""
    role = exists().where(RoleTerm.person_id == Person.id, or_(RoleTerm.end.is_(None), RoleTerm.end >= today))
    query = select(Person.id, person_name(), *days).where(Person.erased.is_(None), ~role, *who).order_by(Person.id)
    until = keep.until(what, today)
    found = (
        Proposal(what, row_id, name, "", max(day for day in seen if day is not None))
        for row_id, name, *seen in session.execute(query)
    )
    return [one for one in found if one.last <= until]


def _contacts(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    query = (
        select(Slip.id, Slip.prospect, Slip.contact, counting_date().label("day"))
        .add_columns(person_name(Giver).label("giver"), person_name(Receiver).label("receiver"))
        .outerjoin(Meeting, Meeting.id == Slip.meeting_id)
        .outerjoin(Giver, Giver.id == Slip.giver_id)
        .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
        .where(
            Slip.kind.in_(kinds_with("contact")),
            or_(Slip.prospect != "", Slip.contact != ""),
            counting_date() <= keep.until(Overdue.CONTACT, today),
        )
    )
    return [
        Proposal(
            Overdue.CONTACT,
            row.id,
            " → ".join(part for part in (row.giver, row.receiver) if part),
            ", ".join(part for part in (row.prospect, row.contact) if part),
            row.day,
        )
        for row in session.execute(query.order_by(Slip.id))
    ]


def apply(
    desk: Desk,
    chosen: Sequence[Proposal],
    ledger: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    naming: Naming = english_name,
) -> tuple[int, int]:
    """Erase the chosen people and empty the contacts of the chosen slips; return how many of each. There is no undo.

    Raises ChapterError when one of the people may no longer be erased. When cancelled, nothing is changed.
    """
    slips = [one.row_id for one in chosen if one.what is Overdue.CONTACT]
    people = [Wanted(one.row_id) for one in chosen if one.what is not Overdue.CONTACT]
    oldest = max((one.last for one in chosen if one.what is Overdue.CONTACT), default=None)

    def purge(session: Session) -> None:
        if slips and oldest is not None:
            uids = _purge(session, slips, oldest, progress)
            text = N_("Remove the contacts of old referrals: {count}")
            add_log_line(session, "slip", min(uids), now, text, count=len(slips))

    if people:
        erase_all(desk, people, ledger, now, progress, naming=naming, also=purge)
    elif slips:
        with desk.change_unlogged() as session:
            purge(session)
        crashpoint("retention: contacts emptied")
        desk.compact()
    return len(people), len(slips)


def _purge(session: Session, slips: Collection[int], oldest: dt.date, progress: Progress) -> set[str]:
    """Empty the contacts of these slips, in the change log too, and return the uids of the slips."""
    ids = list(slips)
    uids: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        progress.step(start, len(ids))
        some = Slip.id.in_(ids[start : start + _AT_ONCE])
        uids |= set(session.scalars(select(Slip.uid).where(some)))
        session.execute(update(Slip).where(some).values(dict.fromkeys(PURGED, "")))
    log = select(ChangeLog.id, ChangeLog.row_uid, ChangeLog.action, ChangeLog.before, ChangeLog.after).where(
        ChangeLog.table_name == "slip", ChangeLog.before.is_not(None)
    )
    changed = []
    for row in session.execute(log):
        before = json.loads(row.before)
        removed = row.action == "delete" and str(before.get("date", "9999")) <= oldest.isoformat()
        if row.row_uid in uids or removed:
            after = json.loads(row.after) if row.after else None
            changed.append({"id": row.id, "before": _without(before), "after": _without(after) if after else None})
    if changed:
        session.execute(update(ChangeLog), changed)
    return uids


def _without(values: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in values.items() if name not in PURGED}, ensure_ascii=False)
