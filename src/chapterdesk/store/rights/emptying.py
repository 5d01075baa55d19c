"""How the rows of an erased person are emptied: those that totals count stay without texts, all others are removed.

Consents are removed too. They prove that data were processed lawfully; once no data are left, keeping them would only
keep the name. The ledger of erasures proves without a name that the person was erased, and when.
"""

import datetime as dt
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.members import Status
from chapterdesk.domain.name_traces import NamePatterns, PeopleFinder, replaced
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.store.rights.mentions import in_json
from chapterdesk.store.row_facts import is_of
from chapterdesk.store.tables import ChangeLog, Membership, Person, RoleTerm, Visit
from chapterdesk.store.tables.base import Model, new_uid
from chapterdesk.store.tables.facts import OWN
from chapterdesk.store.tables.overview import columns_to, fact_of, facts_of, person_columns, texts_of

_OFTEN = 5000
"""Lines of the log after which progress is reported."""
_OPEN = (VisitOutcome.OPEN, VisitOutcome.INTERESTED, VisitOutcome.APPLIED)

Rows = Collection[tuple[str, str]]
"""Rows of the file by table and uid."""


def empty_rows(session: Session, person_id: int, number: int, name: str) -> None:
    """Replace the name by one with a number and empty the record; empty or remove all other rows of the person."""
    texts = {column.name: "" for column in texts_of(Model.metadata.tables["person"])}
    session.execute(update(Person).where(Person.id == person_id).values(texts | {"first_name": name, "erased": number}))
    session.execute(delete(Membership).where(Membership.person_id == person_id, Membership.status == Status.APPLICANT))
    open_visits = (Visit.person_id == person_id, Visit.outcome.in_(_OPEN))
    session.execute(update(Visit).where(*open_visits).values(outcome=VisitOutcome.DECLINED))
    for column in person_columns(OWN):
        table, mine = column.table, is_of(column, person_id)
        private = {one.name: None if one.nullable else "" for one in table.columns if fact_of(one).private}
        if not facts_of(table.name).stays:
            session.execute(delete(table).where(mine))
        elif private:
            session.execute(update(table).where(mine).values(private))


def end_memberships_and_roles(session: Session, person_id: int, day: dt.date) -> None:
    """End memberships and roles that still run: those of a backup from when the person was a member."""
    for model in (Membership, RoleTerm):
        running = (model.person_id == person_id, or_(model.end.is_(None), model.end > day))
        session.execute(delete(model).where(*running, model.start > day))
        session.execute(update(model).where(*running).values(end=day))
    left = (Status.RESIGNED, Status.DROPPED, Status.TRANSFERRED, Status.APPLICANT)
    mine = (Membership.person_id == person_id, Membership.status.not_in(left))
    session.execute(update(Membership).where(*mine).values(status=Status.RESIGNED))


@dataclass(frozen=True, slots=True)
class ErasedRows:
    """An erased person: the person's own rows, what the log is searched for, and what replaces the name."""

    own: Rows
    sure: NamePatterns
    by: str


def empty_log(session: Session, people: Mapping[int, ErasedRows], progress: Progress = SILENT) -> None:
    """Empty the log lines of these people's own rows, and replace the names in all other lines.

    Lines of rows that were removed earlier are found by the person's id in their values. The log is read once.
    """
    owners = {row: one.by for one in people.values() for row in one.own}
    clean = _Cleaner(people)
    logged = or_(ChangeLog.params != "{}", ChangeLog.before.is_not(None), ChangeLog.after.is_not(None))
    names = ("id", "table_name", "row_uid", "params", "before", "after")
    changed: list[dict[str, Any]] = []
    for at, row in enumerate(session.execute(select(*(getattr(ChangeLog, name) for name in names)).where(logged))):
        if at % _OFTEN == 0:
            progress.step(at, 0)
        by = owners.get((row.table_name, row.row_uid)) or _was_own(row.table_name, row.before, people)
        if by is not None:
            new = {"params": _without_texts(row.params, by), "before": None, "after": None}
        else:
            new = {name: clean.text(getattr(row, name)) for name in ("params", "before", "after")}
        if (new["params"], new["before"], new["after"]) != (row.params, row.before, row.after):
            changed.append({"id": row.id, **new})
    if changed:
        session.execute(update(ChangeLog), changed)


class _Cleaner:
    """Replaces the names in JSON texts; each text is examined once."""

    def __init__(self, people: Mapping[int, ErasedRows]) -> None:
        self._people = people
        self._lookout = PeopleFinder({person_id: one.sure for person_id, one in people.items()})
        self._known: dict[str, str] = {}

    def text(self, text: str | None) -> str | None:
        """Return a text with the names replaced."""
        if text is None:
            return None
        if text not in self._known:
            self._known[text] = self._cleaned(text)
        return self._known[text]

    def _cleaned(self, text: str) -> str:
        new = text
        for person_id in sorted(self._lookout.candidates(_spelled(text) if "\\" in text else text)):
            one = self._people[person_id]
            new = in_json(new, lambda part, one=one: replaced(part, one.sure, one.by))  # type: ignore[misc]
        return new if json.loads(new) != json.loads(text) else text


def _spelled(text: str) -> str:
    """Return the words of JSON as people read them: JSON writes line feeds and some letters as codes."""
    words: list[str] = []

    def take(part: str) -> str:
        words.append(part)
        return part

    in_json(text, take)
    return " ".join(words)


def _was_own(table: str, before: str | None, people: Mapping[int, ErasedRows]) -> str | None:
    columns = [column.name for column in columns_to("person", ties=OWN) if column.table.name == table]
    held = json.loads(before) if before and columns else {}
    return next((people[held[name]].by for name in columns if held.get(name) in people), None)


def _without_texts(params: str, by: str) -> str:
    """Return the values of a label with `by` as the name and all other texts empty."""
    held = json.loads(params)
    kept = {key: (by if key == "name" else "") if isinstance(value, str) else value for key, value in held.items()}
    return json.dumps(kept, ensure_ascii=False)


def add_log_line(session: Session, table: str, uid: str, at: dt.datetime, label: str, **params: Any) -> None:
    """Write one line without values into the log, about one row, that says what was done."""
    session.execute(
        insert(ChangeLog).values(
            uid=new_uid(),
            at=at,
            via="change",
            label=label,
            params=json.dumps(params, ensure_ascii=False),
            table_name=table,
            row_uid=uid,
            action="update",
        )
    )
