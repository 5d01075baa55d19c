"""Removing what an earlier import made when another one replaces it (rule 16); what was typed is never removed."""

from collections.abc import Iterable

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.orm import Session

from chapterdesk.store.import_plan import Removal
from chapterdesk.store.tables import Attendance, ImportBatch, Meeting, PeriodTotal, Person, Slip, Visit
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import columns_to, texts_of


def remove(session: Session, removal: Removal) -> set[int]:
    """Remove these rows and return the people whom they named; typed slips that were claimed become free."""
    people: set[int | None] = set()
    if removal.slips_of:
        for model in (Slip, Visit):
            rows = model.import_batch_id.in_(removal.slips_of)
            named = [column for column in columns_to("person") if column.table is model.__table__]
            for row in session.execute(select(*named).where(rows)):
                people |= set(row)
            session.execute(delete(model).where(rows))
        session.execute(update(Slip).where(Slip.claimed_by_id.in_(removal.slips_of)).values(claimed_by_id=None))
    if removal.marks:
        session.execute(delete(Attendance).where(Attendance.id.in_(removal.marks)))
    if removal.totals:
        session.execute(delete(PeriodTotal).where(PeriodTotal.id.in_(removal.totals)))
    return {person for person in people if person is not None}


def remove_stranded(session: Session, people: set[int]) -> None:
    """Remove those of these people of whom nothing but the name is left: an import had added them."""
    if people:
        known = or_(*(exists().where(column == Person.id) for column in columns_to("person")))
        texts = texts_of(Model.metadata.tables["person"])
        bare = [column == "" for column in texts if column.name not in ("first_name", "last_name")]
        session.execute(delete(Person).where(Person.id.in_(people), *bare, ~known))


def remove_empty_meetings(session: Session, batches: Iterable[int], keep: Iterable[int]) -> None:
    """Remove the meetings that these imports made and that are empty now: they were on a wrong day."""
    held = or_(*(exists().where(column == Meeting.id) for column in columns_to("meeting")))
    made = (Meeting.import_batch_id.in_(list(batches)), Meeting.id.not_in(list(keep)))
    session.execute(delete(Meeting).where(*made, ~held))


def remove_empty_imports(session: Session, chapter_id: int, keep: int) -> None:
    """Remove earlier imports of which nothing is left, so that their files can be imported again."""
    made = [column for column in columns_to("import_batch") if column.table.name != "meeting"]  # meetings stay
    left = or_(*(exists().where(column == ImportBatch.id) for column in made))
    session.execute(
        delete(ImportBatch).where(
            ImportBatch.chapter_id == chapter_id,
            ImportBatch.id != keep,
            ImportBatch.format.in_(("slips", "attendance", "summary")),
            ~left,
        )
    )
