"""How each kind of row takes an earlier value back, and what must hold for a removed one to return."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain import slips as slip_rules
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.members import LEFT, is_member_on
from chapterdesk.domain.slips import SlipDraft
from chapterdesk.domain.text import N_, fold
from chapterdesk.store import chapters, meetings, members, people, replanning, roll, slips, visits
from chapterdesk.store.log.fields import LoggedField, Thing
from chapterdesk.store.tables import Attendance, Classification, Consent, PeriodTotal, RoleTerm
from chapterdesk.store.writing import edit

Values = dict[str, Any]
Writer = Callable[[Session, Values, Values, dt.date], None]
"""Called with the row as it is now, the fields to change, and today."""


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
    """Refuse a seat that somebody else holds, where a seat belongs to one member only."""
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
        replanning.replan(session, here["id"], today, here["weekday"] if "weekday" in fields else None)


def _role(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
    then = here | fields
    if then["end"] is not None and then["end"] < then["start"]:
        raise ChapterError(N_("The role would end before it began; choose a later day"))
    edit(session, RoleTerm, here["id"], fields)


def _plainly(model: Any) -> Writer:
    """A writer of rows that no rule but the constraints of the file binds."""

    def write(session: Session, here: Values, fields: Values, _today: dt.date) -> None:
        edit(session, model, here["id"], fields)

    return write


def _columns(thing: Thing, *without: str) -> frozenset[str]:
    return frozenset(field.column for field in LoggedField if field.table == thing.value) - set(without)


WRITERS: Final[dict[Thing, tuple[frozenset[str], Writer]]] = {
    Thing.PERSON: (_columns(Thing.PERSON), _person),
    Thing.CONSENT: (_columns(Thing.CONSENT), _plainly(Consent)),
    Thing.MEMBERSHIP: (_columns(Thing.MEMBERSHIP), _membership),
    Thing.ROLE_TERM: (_columns(Thing.ROLE_TERM), _role),
    Thing.CLASSIFICATION: (_columns(Thing.CLASSIFICATION), _plainly(Classification)),
    Thing.ATTENDANCE: (_columns(Thing.ATTENDANCE), _attendance),
    Thing.VISIT: (_columns(Thing.VISIT), _visit),
    Thing.SLIP: (_columns(Thing.SLIP, "kind"), _slip),
    Thing.MEETING: (_columns(Thing.MEETING), _meeting),
    Thing.CHAPTER: (_columns(Thing.CHAPTER), _chapter),
    Thing.PERIOD_TOTAL: (frozenset({"use_detail"}), _plainly(PeriodTotal)),
}
"""By kind of thing: the columns whose earlier values can come back, and what writes them."""


def _free(_session: Session, _row: Values, _today: dt.date) -> None:
    """Nothing but the constraints of the file must hold."""


def _returning_slip(_session: Session, row: Values, _today: dt.date) -> None:
    """It has what its kind needs."""
    slip_rules.check(SlipDraft(**{name: row[name] for name in SlipDraft.__dataclass_fields__}))


def _returning_mark(session: Session, row: Values, _today: dt.date) -> None:
    """Its member has no other mark in the meeting."""
    query = select(Attendance.id).where(
        Attendance.meeting_id == row["meeting_id"], Attendance.membership_id == row["membership_id"]
    )
    if session.execute(query).first() is not None:
        raise ChapterError(N_("The member has another mark in this meeting now; change it in the meeting"))


def _returning_membership(session: Session, row: Values, today: dt.date) -> None:
    """The person has no other membership at that time, and nobody else the seat."""
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


RULES: Final[dict[Thing, Callable[[Session, Values, dt.date], None]]] = {
    Thing.PERSON: _free,
    Thing.CONSENT: _free,
    Thing.ROLE_TERM: _free,
    Thing.CLASSIFICATION: _returning_seat,
    Thing.MEMBERSHIP: _returning_membership,
    Thing.ATTENDANCE: _returning_mark,
    Thing.VISIT: _returning_visit,
    Thing.SLIP: _returning_slip,
    Thing.HOLIDAY: _returning_holiday,
}
"""By kind of thing that can return whole: what refuses it when it does not fit any more."""
