"""How much of what a chapter keeps about people, for its record of processing: counts alone, no names."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.store.people import covers
from chapterdesk.store.row_facts import takes_part
from chapterdesk.store.sqlite.engines import is_protected
from chapterdesk.store.tables import (
    Attendance,
    ChangeLog,
    Consent,
    ImportBatch,
    Meeting,
    Membership,
    Person,
    Photo,
    Slip,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Counts of a chapter; `people` is everybody below once. `encrypted`: the file has a passphrase."""

    people: int
    members: int
    former: int
    applicants: int
    visitors: int
    erased: int
    photos: int
    consents: int
    marks: int
    medical: int
    visits: int
    slips: int
    contacts: int
    imports: int
    log_lines: int
    encrypted: bool


def kept(session: Session, chapter_id: int, today: dt.date) -> Kept:
    """Count what the chapter keeps about people on a day; the log is the whole file's."""

    def count(*where: object, of: object = Person) -> int:
        return session.scalar(select(func.count()).select_from(of).where(*where)) or 0  # type: ignore[arg-type]

    mine = (Membership.person_id == Person.id, Membership.chapter_id == chapter_id)
    member = exists().where(*mine, covers(today))
    belonged = exists().where(*mine, Membership.status != Status.APPLICANT)
    applied = exists().where(*mine, Membership.status == Status.APPLICANT)
    came = exists().where(
        Visit.person_id == Person.id, Visit.meeting_id == Meeting.id, Meeting.chapter_id == chapter_id
    )
    party = exists().where(Slip.chapter_id == chapter_id, takes_part("slip", Person.id))
    named = Person.erased.is_(None)
    belongs = or_(belonged, applied, came, party)
    marks = Attendance.__table__.join(Meeting.__table__, Meeting.id == Attendance.meeting_id)
    visits = Visit.__table__.join(Meeting.__table__, Meeting.id == Visit.meeting_id)
    here = Meeting.chapter_id == chapter_id
    of_chapter = Slip.chapter_id == chapter_id
    return Kept(
        people=count(named, belongs),
        members=count(named, member),
        former=count(named, belonged, ~member),
        applicants=count(named, applied, ~belonged),
        visitors=count(named, came, ~belonged, ~applied),
        erased=count(Person.erased.is_not(None), belongs),
        photos=count(belongs, exists().where(Photo.person_id == Person.id)),
        consents=count(belongs, Consent.person_id == Person.id, of=Person.__table__.join(Consent.__table__)),
        marks=count(here, of=marks),
        medical=count(here, Attendance.code == Code.MEDICAL, of=marks),
        visits=count(here, of=visits),
        slips=count(of_chapter, of=Slip),
        contacts=count(of_chapter, or_(Slip.prospect != "", Slip.contact != ""), of=Slip),
        imports=count(ImportBatch.chapter_id == chapter_id, of=ImportBatch),
        log_lines=count(of=ChangeLog),
        encrypted=is_protected(session),
    )
