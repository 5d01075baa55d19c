"""What becomes of the rows of somebody who is erased: emptied where a total counts them, removed where none does.

Consents go too. They prove that data were processed lawfully while they were; once nothing is kept to which they could
belong, keeping them would only keep the name. That and when the person was erased, the ledger proves without a name.
"""

import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Text, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_
from chapterdesk.domain.traces import Sought, replaced
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.store.base import new_uid
from chapterdesk.store.mentions import in_json
from chapterdesk.store.models import Alias, ChangeLog, Consent, Membership, Person, Photo, RoleTerm, Visit

OWN = (Photo, Consent, Alias, Membership, RoleTerm, Visit)
"""Tables of rows that are somebody's own, by person_id, beside the person's."""
_OWN_NAMES = frozenset({"person", *(model.__tablename__ for model in OWN)})
_OPEN = (VisitOutcome.OPEN, VisitOutcome.INTERESTED, VisitOutcome.APPLIED)

Rows = Collection[tuple[str, str]]
"""Rows of the file by table and uid."""


def own_rows(session: Session, person_id: int) -> set[tuple[str, str]]:
    """Return the rows that are the person's own; call it before they are emptied."""
    found = {("person", uid) for uid in session.scalars(select(Person.uid).where(Person.id == person_id))}
    for model in OWN:
        name = str(model.__tablename__)
        found |= {(name, uid) for uid in session.scalars(select(model.uid).where(model.person_id == person_id))}
    return found


def empty_rows(session: Session, person_id: int, number: int, name: str) -> None:
    """Leave a number of the person: every other text of the record is emptied, whatever fields a person has."""
    texts = {column.name: "" for column in Person.__table__.columns if type(column.type) is Text}
    session.execute(update(Person).where(Person.id == person_id).values(texts | {"first_name": name, "erased": number}))
    for model in (Photo, Consent, Alias):
        session.execute(delete(model).where(model.person_id == person_id))
    mine = Membership.person_id == person_id
    session.execute(delete(Membership).where(mine, Membership.status == Status.APPLICANT))
    session.execute(update(Membership).where(mine).values(end_reason="", renewal_due=None))
    guest = Visit.person_id == person_id
    session.execute(update(Visit).where(guest).values(note="", next_contact=None))
    session.execute(update(Visit).where(guest, Visit.outcome.in_(_OPEN)).values(outcome=VisitOutcome.DECLINED))


def end_what_runs(session: Session, person_id: int, day: dt.date) -> None:
    """End memberships and roles that still run: in a backup of a time when the person was a member."""
    for model in (Membership, RoleTerm):
        running = (model.person_id == person_id, or_(model.end.is_(None), model.end > day))
        session.execute(delete(model).where(*running, model.start > day))
        session.execute(update(model).where(*running).values(end=day))
    left = (Status.RESIGNED, Status.DROPPED, Status.TRANSFERRED, Status.APPLICANT)
    mine = (Membership.person_id == person_id, Membership.status.not_in(left))
    session.execute(update(Membership).where(*mine).values(status=Status.RESIGNED))


def empty_log(session: Session, person_id: int, own: Rows, sure: Sought, by: str) -> None:
    """Empty the log lines of the person's own rows, and put `by` for the name wherever else the log holds it.

    Lines of rows that were removed earlier are found by the person's id in what they held.
    """
    known: dict[str, str] = {}

    def cleaned(text: str) -> str:
        if text not in known:
            new = in_json(text, lambda part: replaced(part, sure, by))
            known[text] = new if json.loads(new) != json.loads(text) else text
        return known[text]

    query = select(
        ChangeLog.id, ChangeLog.table_name, ChangeLog.row_uid, ChangeLog.params, ChangeLog.before, ChangeLog.after
    ).where(or_(ChangeLog.params != "{}", ChangeLog.before.is_not(None), ChangeLog.after.is_not(None)))
    changed: list[dict[str, Any]] = []
    for row in session.execute(query):
        if (row.table_name, row.row_uid) in own or _was_own(row.table_name, row.before, person_id):
            new = {"params": _without_texts(row.params, by), "before": None, "after": None}
        else:
            new = {
                "params": cleaned(row.params),
                "before": cleaned(row.before) if row.before else None,
                "after": cleaned(row.after) if row.after else None,
            }
        if (new["params"], new["before"], new["after"]) != (row.params, row.before, row.after):
            changed.append({"id": row.id, **new})
    if changed:
        session.execute(update(ChangeLog), changed)


def _was_own(table: str, before: str | None, person_id: int) -> bool:
    return bool(before) and table in _OWN_NAMES and json.loads(before or "{}").get("person_id") == person_id


def _without_texts(params: str, by: str) -> str:
    """Return the values of a label with `by` for the name and nothing for any other text."""
    held = json.loads(params)
    kept = {key: (by if key == "name" else "") if isinstance(value, str) else value for key, value in held.items()}
    return json.dumps(kept, ensure_ascii=False)


def tell_log(session: Session, uid: str, at: dt.datetime, by: str) -> None:
    """Leave one line in the log: that somebody was erased, and the number."""
    session.execute(
        insert(ChangeLog).values(
            uid=new_uid(),
            at=at,
            via="change",
            label=N_("Erase a person: {name}"),
            params=json.dumps({"name": by}, ensure_ascii=False),
            table_name="person",
            row_uid=uid,
            action="update",
        )
    )
