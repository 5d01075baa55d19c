"""Writing an import: everything that one file makes, in few statements, inside the change of the caller."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import fold
from chapterdesk.store.chapters import chapter
from chapterdesk.store.import_facts import meeting_of
from chapterdesk.store.import_plan import MadeByImport, Plan, Removal
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import edit_membership
from chapterdesk.store.replacing import remove, remove_empty_imports, remove_empty_meetings, remove_stranded
from chapterdesk.store.seats import seat_id
from chapterdesk.store.tables import (
    Alias,
    Attendance,
    ColumnMapping,
    ImportBatch,
    Meeting,
    Membership,
    PeriodTotal,
    PeriodTotalRow,
    Person,
    Slip,
    Visit,
)
from chapterdesk.store.tables.base import Model, new_uid
from chapterdesk.store.writing import add, edit, stored

_AT_ONCE = 500


def write(session: Session, chapter_id: int, plan: Plan, at: dt.datetime, progress: Progress = SILENT) -> MadeByImport:
    """Write a plan as one import batch and return what it made. `at` is UTC. Raises Cancelled when progress does."""
    writer = _Writer(session, chapter_id, plan, progress)
    batch_id = add(
        session,
        ImportBatch,
        chapter_id=chapter_id,
        format=plan.format,
        file_name=plan.file_name,
        digest=plan.digest,
        at=at,
        first=plan.period.first if plan.period else plan.date,
        last=plan.period.last if plan.period else plan.date,
    )
    crashpoint("import: begun")
    made = writer.all(batch_id)
    if made == MadeByImport() and not (
        plan.claims or plan.totals or plan.person_edits or plan.membership_edits or plan.removal != Removal()
    ):
        session.execute(delete(ImportBatch).where(ImportBatch.id == batch_id))  # it can be imported for good later
    else:
        edit(session, ImportBatch, batch_id, {"made": json.dumps(made.as_dict())})
    return made


class _Writer:
    def __init__(self, session: Session, chapter_id: int, plan: Plan, progress: Progress) -> None:
        self.session = session
        self.chapter_id = chapter_id
        self.plan = plan
        self.progress = progress
        self.batch_id = 0
        self.meetings_made = 0
        self._ids: dict[int, int] = {}
        self._memberships: dict[int, int] = {}
        self._meetings: dict[dt.date, int] = {}
        self._done = 0
        self._total = len(plan.persons) + len(plan.marks) + len(plan.slips) + len(plan.visits) + len(plan.memberships)

    def all(self, batch_id: int) -> MadeByImport:
        """Write everything in the order in which one thing needs the other."""
        plan, self.batch_id = self.plan, batch_id
        left_over = remove(self.session, plan.removal)
        self._persons()
        members = self._member_rows()
        for day in plan.days:
            self._meetings[day] = self._meeting(day)
        marks = self._marks()
        slips = self._slips()
        visits = self._visits()
        rows = self._totals()
        self._remember()
        remove_stranded(self.session, left_over)
        if plan.removal.slips_of:
            remove_empty_meetings(self.session, plan.removal.slips_of, self._meetings.values())
        if plan.removal != Removal():
            remove_empty_imports(self.session, self.chapter_id, batch_id)
        return MadeByImport(members, self.meetings_made, marks, slips, visits, rows)

    def _id(self, person: int | None) -> int | None:
        return person if person is None or person > 0 else self._ids[person]

    def _insert(self, model: type[Model], rows: Sequence[dict[str, Any]]) -> int:
        """Insert rows that have the same keys, a few hundred at a time, so that cancelling is quick."""
        connection = self.session.connection()
        for start in range(0, len(rows), _AT_ONCE):
            self.progress.step(self._done, self._total, self.plan.file_name)
            some = rows[start : start + _AT_ONCE]
            connection.execute(insert(model.__table__), some)  # type: ignore[arg-type]
            self._done += len(some)
        return len(rows)

    def _persons(self) -> None:
        uids = [new_uid() for _ in self.plan.persons]
        names = ("first_name", "last_name", "company", "phones", "emails", "website", "address")
        self._insert(
            Person,
            [
                stored({name: getattr(person, name) for name in names}) | {"uid": uid}
                for person, uid in zip(self.plan.persons, uids, strict=True)
            ],
        )
        found: dict[str, int] = {}
        for start in range(0, len(uids), _AT_ONCE):
            some = select(Person.uid, Person.id).where(Person.uid.in_(uids[start : start + _AT_ONCE]))
            found.update({row.uid: row.id for row in self.session.execute(some)})
        self._ids = {person.ref: found[uid] for person, uid in zip(self.plan.persons, uids, strict=True)}
        for change in self.plan.person_edits:
            edit(self.session, Person, change.id, change.fields)

    def _member_rows(self) -> int:
        for new in self.plan.memberships:
            person_id = self._id(new.person) or 0
            self._memberships[new.person] = add(
                self.session,
                Membership,
                chapter_id=self.chapter_id,
                person_id=person_id,
                classification_id=seat_id(self.session, self.chapter_id, new.classification),
                sponsor_id=self._id(new.sponsor),
                start=new.start,
                renewal_due=new.renewal_due,
                status=new.status,
                import_batch_id=self.batch_id,
            )
        for change in self.plan.membership_edits:
            edit_membership(self.session, change.id, **change.fields)
        return len(self.plan.memberships)

    def _meeting(self, day: dt.date) -> int:
        """The meeting of a day, made when there is none, completed unless the director has it in progress.

        A meeting that was called off took place after all: the file says so.
        """
        known = meeting_of(self.session, self.chapter_id, day)
        if known is None:
            home = chapter(self.session, self.chapter_id)
            place = {"place": home.place, "start_time": home.start_time}
            status = MeetingStatus.COMPLETED
            meeting_id = add_meeting(self.session, self.chapter_id, day, status=status, **place)  # type: ignore[arg-type]
            edit(self.session, Meeting, meeting_id, {"import_batch_id": self.batch_id})
            self.meetings_made += 1
            return meeting_id
        meeting_id, status = known
        if status is not MeetingStatus.COMPLETED and not (status is MeetingStatus.DRAFT and self.plan.date):
            edit(self.session, Meeting, meeting_id, {"status": MeetingStatus.COMPLETED})
        return meeting_id

    def _marks(self) -> int:
        new = []
        known = {
            (row.meeting_id, row.membership_id): row.id
            for row in self.session.execute(
                select(Attendance.meeting_id, Attendance.membership_id, Attendance.id).where(
                    Attendance.meeting_id.in_(self._meetings.values())
                )
            )
        }
        for mark in self.plan.marks:
            membership_id = mark.membership_id or self._memberships[mark.person]
            place = {"meeting_id": self._meetings[mark.date], "membership_id": membership_id}
            there = known.get((place["meeting_id"], membership_id))
            if there is None:
                new.append(place | {"code": mark.code, "import_batch_id": self.batch_id})
            else:
                values = {"code": mark.code, "import_batch_id": self.batch_id, "substitute_id": None}
                self.session.execute(update(Attendance).where(Attendance.id == there).values(values))
        self._insert(Attendance, new)
        return len(self.plan.marks)

    def _slips(self) -> int:
        day = self.plan.date
        if self.plan.claims:
            confirmed = {"claimed_by_id": self.batch_id, "meeting_id": self._meetings[day or dt.date.min]}
            self.session.execute(update(Slip).where(Slip.id.in_(self.plan.claims)).values(confirmed))
        return self._insert(
            Slip,
            [
                {
                    "chapter_id": self.chapter_id,
                    "date": day,
                    "meeting_id": self._meetings[day or dt.date.min],
                    "kind": slip.kind,
                    "giver_id": self._id(slip.giver),
                    "receiver_id": self._id(slip.receiver),
                    "third_id": self._id(slip.third),
                    "giver_side": slip.giver_side,
                    "receiver_side": slip.receiver_side,
                    "other_chapter": slip.other_chapter,
                    "tier": slip.tier,
                    "amount": slip.amount,
                    "credits": slip.credits,
                    "import_batch_id": self.batch_id,
                }
                for slip in self.plan.slips
            ],
        )

    def _visits(self) -> int:
        new = []
        for visit in self.plan.visits:
            inviter_id = self._id(visit.inviter)
            if visit.known_id is None:
                new.append(
                    {
                        "meeting_id": self._meetings[self.plan.date or dt.date.min],
                        "person_id": self._id(visit.person),
                        "inviter_id": inviter_id,
                        "kind": visit.kind,
                        "attended": True,
                        "import_batch_id": self.batch_id,
                    }
                )
            else:
                edit(self.session, Visit, visit.known_id, {"attended": True})
                unknown = update(Visit).where(Visit.id == visit.known_id, Visit.inviter_id.is_(None))
                self.session.execute(unknown.values(inviter_id=inviter_id))
        return self._insert(Visit, new)

    def _totals(self) -> int:
        people = set()
        for totals in self.plan.totals:
            total_id = add(
                self.session,
                PeriodTotal,
                chapter_id=self.chapter_id,
                group=totals.group,
                first=totals.period.first,
                last=totals.period.last,
                meetings=totals.meetings,
                import_batch_id=self.batch_id,
            )
            rows = [
                {"total_id": total_id, "row": row.row, "person_id": self._id(row.person), **row.figures}
                for row in totals.rows
            ]
            self._insert(PeriodTotalRow, rows)
            people |= {row["person_id"] for row in rows} - {None}
        return len(people)

    def _remember(self) -> None:
        """Keep the director's answers: aliases of the chapter, meanings of headings."""
        aliases = [(fold(alias.name), alias) for alias in self.plan.aliases]
        self._replace(
            Alias,
            Alias.chapter_id == self.chapter_id,
            Alias.name,
            [
                {"chapter_id": self.chapter_id, "name": name, "person_id": self._id(alias.person), "side": alias.side}
                for name, alias in aliases
            ],
        )
        self._replace(
            ColumnMapping,
            ColumnMapping.format == self.plan.format,
            ColumnMapping.signature,
            [
                {"format": self.plan.format, "signature": signature, "mapping": json.dumps(dict(mapping))}
                for signature, mapping in self.plan.columns
            ],
        )

    def _replace(self, model: Callable[..., Any], where: Any, key: Any, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self.session.execute(delete(model).where(where, key == row[key.key]))  # type: ignore[arg-type]
            add(self.session, model, **row)  # type: ignore[arg-type]
