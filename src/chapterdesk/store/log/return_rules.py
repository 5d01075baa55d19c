"""Rules for bringing back values and rows that are particular to a table.

In a table without a rule every value comes back that the facts do not call fixed, and rows return as they were.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from chapterdesk.domain import slips as slip_rules
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.members import LEFT, is_member_on
from chapterdesk.domain.slips import SlipDraft
from chapterdesk.domain.text import N_, fold
from chapterdesk.store import chapters, course, meetings, members, people, roll, slips, visits
from chapterdesk.store.tables import Attendance, Classification, RoleTerm
from chapterdesk.store.tables.base import Model
from chapterdesk.store.writing import edit, stored

Values = dict[str, Any]
Writer = Callable[[Session, Values, Values, dt.date], None]
"""Called with the row as it is now, the fields to change, and today."""
Rule = Callable[[Session, Values, dt.date], object]
"""Called with the row that returns, and today."""


def _person(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    people.edit_person(session, here["id"], **fields)


def _membership(session: Session, here: Values, fields: Values, today: dt.date) -> None:
    then = here | fields
    had, has = here["end"] is not None, then["end"] is not None
    if (then["status"] in LEFT) != has and ((here["status"] in LEFT) == had):
        raise ChapterError(
            N_("The status and the last day would contradict each other; end or renew the membership on its card")
        )
    members.edit_membership(session, here["id"], **fields)
    if "classification_id" in fields or has != had:
        _refuse_taken_seat(session, then, today)


def _refuse_taken_seat(session: Session, row: Values, today: dt.date) -> None:
    """Refuse a seat that another member holds, in a chapter where a seat belongs to one member only."""
    home = chapters.chapter(session, row["chapter_id"])
    if row["classification_id"] is None or not GroupKind(home.kind).exclusive_seats:
        return
    if not is_member_on(row["start"], row["end"], today):
        return
    seat = session.scalar(select(Classification.name).where(Classification.id == row["classification_id"])) or ""
    held = members.seat_conflicts(session, home.id, seat, today, except_membership=row["id"])
    if held:
        raise ChapterError(
            N_("{name} holds the seat “{seat}” now; give that member another seat first"),
            name=held[0].name,
            seat=seat,
        )


def _attendance(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    then = here | fields
    roll.mark(session, here["meeting_id"], here["membership_id"], then["code"], then["substitute_id"])


def _visit(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    then = here | fields
    if {"meeting_id", "person_id"} & fields.keys():
        _refuse_second_visit(session, then)
    visits.edit_visit(session, here["id"], **fields)


def _refuse_second_visit(session: Session, row: Mapping[str, Any]) -> None:
    for known in visits.visits_of(session, row["meeting_id"]):
        if known.person_id == row["person_id"] and known.id != row["id"]:
            raise ChapterError(N_("{name} already is a visitor of this meeting"), name=known.name)


def _slip(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    slips.edit_slip(session, here["id"], **fields)


def _meeting(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    if "date" in fields:
        meetings.move_meeting(session, here["id"], fields.pop("date"))
    if "kind" in fields:  # it decides what counts
        meetings.refuse_locked(meetings.meeting(session, here["id"]))
    if "status" in fields:
        raise ChapterError(
            N_("A meeting is completed, unlocked, called off or planned again in the meeting itself; open it there")
        )
    meetings.edit_meeting(session, here["id"], **fields)


def _chapter(session: Session, here: Values, fields: Values, today: dt.date) -> None:
    chapters.edit_chapter(session, here["id"], **fields)
    if fields.keys() & {"weekday", "country", "subdivision"}:
        course.replan(session, here["id"], today, here["weekday"] if "weekday" in fields else None)


def _role(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    then = here | fields
    if then["end"] is not None and then["end"] < then["start"]:
        raise ChapterError(N_("The role would end before it began; choose a later day"))
    edit(session, RoleTerm, here["id"], fields)


def write_plainly(table: str) -> Writer:
    """Return a writer that applies no rule but the constraints of the file."""
    there = Model.metadata.tables[table]

    def write(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
        session.execute(update(there).where(there.c.id == here["id"]).values(stored(fields)))

    return write


WRITERS: Final[dict[str, Writer]] = {
    "person": _person,
    "membership": _membership,
    "role_term": _role,
    "attendance": _attendance,
    "visit": _visit,
    "slip": _slip,
    "meeting": _meeting,
    "chapter": _chapter,
}
"""By table: what writes earlier values where rules of the domain apply."""
TOGETHER: Final[dict[str, tuple[frozenset[str], ...]]] = {
    "membership": (frozenset({"end", "end_reason", "status"}),),
    "attendance": (frozenset({"code", "substitute_id"}),),
    "slip": (
        frozenset({"giver_id", "giver_side", "other_chapter"}),
        frozenset({"receiver_id", "receiver_side", "other_chapter"}),
    ),
}
"""By table: fields that make sense only together; those changed by one action come back together."""


def _returning_slip(_session: Session, row: Values, _today: dt.date) -> None:
    """Refuse a slip that lacks what its kind needs."""
    # A line of an earlier release lacks the columns that came since.
    slip_rules.check(SlipDraft(**{name: row[name] for name in SlipDraft.__dataclass_fields__ if name in row}))


def _returning_mark(session: Session, row: Values, _today: dt.date) -> None:
    """Refuse a second mark of a member in a meeting."""
    query = select(Attendance.id).where(
        Attendance.meeting_id == row["meeting_id"], Attendance.membership_id == row["membership_id"]
    )
    if session.execute(query).first() is not None:
        raise ChapterError(N_("The member has another mark in this meeting now; change it in the meeting"))


def _returning_membership(session: Session, row: Values, today: dt.date) -> None:
    """Refuse a membership that overlaps another of the person, or whose seat is taken."""
    members.refuse_overlap(session, row["chapter_id"], row["person_id"], row["start"], row["end"])
    _refuse_taken_seat(session, row, today)


def _returning_visit(session: Session, row: Values, _today: dt.date) -> None:
    _refuse_second_visit(session, row)


def _returning_seat(session: Session, row: Values, _today: dt.date) -> None:
    query = select(Classification.name).where(Classification.chapter_id == row["chapter_id"])
    if any(fold(name) == fold(row["name"]) for name in session.scalars(query)):
        raise ChapterError(N_("There is a classification “{name}” again already"), name=row["name"])


def _returning_holiday(session: Session, row: Values, _today: dt.date) -> None:
    if any(known.date == row["date"] for known in chapters.holidays(session, row["chapter_id"])):
        raise ChapterError(N_("That day already is a holiday of the chapter"))


RULES: Final[dict[str, Rule]] = {
    "classification": _returning_seat,
    "membership": _returning_membership,
    "attendance": _returning_mark,
    "visit": _returning_visit,
    "slip": _returning_slip,
    "holiday": _returning_holiday,
}
"""By table: what refuses a removed row that no longer fits."""
AFTERWARDS: Final[dict[str, Rule]] = {
    "holiday": lambda session, row, today: course.replan(session, row["chapter_id"], today),
}
"""By table: what is done after a row has returned."""
