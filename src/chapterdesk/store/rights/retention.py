"""What has been kept long enough: proposed with the reason, and taken away as one change that cannot be undone.

Whoever is proposed for erasure is erased as store.erasing does. Of a referral go the prospect and the contact; the slip
stays and counts. An undo, or the log, would go on holding what was purged: so there is none, and the log is emptied of
it, also for slips that had been removed before.
"""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Date, exists, func, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.erasing import Naming, plainly
from chapterdesk.domain.members import Status
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.domain.slips import kinds_with
from chapterdesk.domain.text import N_, sort_key
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.store.desk import Desk
from chapterdesk.store.people import person_name
from chapterdesk.store.rights.emptying import tell_log
from chapterdesk.store.rights.erasing import Wanted, erase_all
from chapterdesk.store.slips import Giver, Receiver, counting_date
from chapterdesk.store.tables import Attendance, ChangeLog, Meeting, Membership, Person, RoleTerm, Slip, Visit
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import fact_of

PURGED = tuple(column.name for column in Model.metadata.tables["slip"].columns if fact_of(column).third_party)
"""What goes of an old referral."""
_AT_ONCE = 500
_CLOSED = (VisitOutcome.JOINED, VisitOutcome.DECLINED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that has been kept long enough: a person to erase, or a slip to purge (`row_id` is its id).

    `name` is the person, or giver and receiver; `about` what a slip holds; `last` the day from which it is counted.
    """

    what: Overdue
    row_id: int
    name: str
    about: str
    last: dt.date


def proposals(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Return what has been kept longer than the director wants, in all chapters, the oldest first of each kind."""
    found = [*_visitors(session, keep, today), *_former(session, keep, today), *_contacts(session, keep, today)]
    order = list(Overdue)
    return sorted(found, key=lambda one: (order.index(one.what), one.last, sort_key(one.name)))


def _latest(*days: Any) -> Any:
    """The SQL of the latest of some days of which some may be missing."""
    return type_coerce(func.max(*(func.coalesce(day, "0000-00-00") for day in days)), Date)


def _last_seen() -> tuple[Any, Any, Any]:
    """The SQL of the last day on which a person visited, stood in, and was a party to a slip."""
    visited = select(func.max(Meeting.date)).join(Visit, Visit.meeting_id == Meeting.id)
    stood_in = select(func.max(Meeting.date)).join(Attendance, Attendance.meeting_id == Meeting.id)
    party = select(func.max(Slip.date)).where(or_(Slip.giver_id == Person.id, Slip.receiver_id == Person.id))
    return (
        visited.where(Visit.person_id == Person.id).correlate(Person).scalar_subquery(),
        stood_in.where(Attendance.substitute_id == Person.id).correlate(Person).scalar_subquery(),
        party.correlate(Person).scalar_subquery(),
    )


def _visitors(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Who came or was expected, never was a member nor applied, and of whom nothing is still to be followed up."""
    open_follow_up = exists().where(
        Visit.person_id == Person.id,
        Visit.outcome.not_in(_CLOSED),
        or_(Visit.next_contact.is_not(None), Visit.outcome == VisitOutcome.APPLIED),
    )
    query = select(Person.id, person_name(), _latest(*_last_seen()).label("last")).where(
        Person.erased.is_(None),
        exists().where(Visit.person_id == Person.id),
        ~exists().where(Membership.person_id == Person.id),
        ~open_follow_up,
        ~_has_role(today),
    )
    until = keep.until(Overdue.VISITOR, today)
    return [
        Proposal(Overdue.VISITOR, row_id, name, "", last)
        for row_id, name, last in session.execute(query)
        if last <= until
    ]


def _has_role(today: dt.date) -> Any:
    return exists().where(RoleTerm.person_id == Person.id, or_(RoleTerm.end.is_(None), RoleTerm.end >= today))


def _former(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    """Whose memberships all ended long ago, and who has not been seen since."""
    mine = Membership.person_id == Person.id
    ended = select(func.max(Membership.end)).where(mine).correlate(Person).scalar_subquery()
    query = select(Person.id, person_name(), _latest(ended, *_last_seen()).label("last")).where(
        Person.erased.is_(None),
        exists().where(mine, Membership.status != Status.APPLICANT),
        ~exists().where(mine, Membership.end.is_(None)),
        ~_has_role(today),
    )
    until = keep.until(Overdue.FORMER, today)
    return [
        Proposal(Overdue.FORMER, row_id, name, "", last)
        for row_id, name, last in session.execute(query)
        if last <= until
    ]


def _contacts(session: Session, keep: Keep, today: dt.date) -> list[Proposal]:
    query = (
        select(Slip.id, person_name(Giver), person_name(Receiver), Slip.prospect, Slip.contact, counting_date())
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
            row_id,
            " → ".join(part for part in (giver, receiver) if part),
            ", ".join(part for part in (prospect, contact) if part),
            day,
        )
        for row_id, giver, receiver, prospect, contact, day in session.execute(query)
    ]


def apply(
    desk: Desk,
    chosen: Sequence[Proposal],
    ledger: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    naming: Naming = plainly,
) -> tuple[int, int]:
    """Erase the people and purge the slips that were chosen; return how many of each. It cannot be undone.

    Raises ChapterError when one of the people may not be erased any more; cancelled, nothing was changed.
    """
    slips = [one.row_id for one in chosen if one.what is Overdue.CONTACT]
    people = [Wanted(one.row_id) for one in chosen if one.what is not Overdue.CONTACT]
    oldest = max((one.last for one in chosen if one.what is Overdue.CONTACT), default=None)

    def purge(session: Session) -> None:
        if slips and oldest is not None:
            uids = _purge(session, slips, oldest, progress)
            text = N_("Remove the contacts of old referrals: {count}")
            tell_log(session, "slip", min(uids), now, text, count=len(slips))

    if people:
        erase_all(desk, people, ledger, now, progress, naming=naming, also=purge)
    elif slips:
        with desk.change_unlogged() as session:
            purge(session)
        crashpoint("retention: contacts emptied")
        desk.compact()
    return len(people), len(slips)


def _purge(session: Session, slips: Collection[int], oldest: dt.date, progress: Progress) -> set[str]:
    """Empty the contacts of these slips, also in the log, and return the uids of the slips."""
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
