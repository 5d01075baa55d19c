"""What an attendance file makes: completed meetings on its days, and the members' marks."""

from chapterdesk.domain.names import full
from chapterdesk.domain.text import N_
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.plans.marks import plan_marks
from chapterdesk.importers.records import AttendanceFile
from chapterdesk.store import import_facts as facts


def plan(record: AttendanceFile, draft: Draft) -> None:
    """Add the meetings and marks of the file to the draft; a week that was imported before refuses the file."""
    if record.period is None:
        return
    draft.refuse_twice()
    known = draft.known
    if not draft.replacing:
        earlier = {batch.id for batch in known.batches if batch.format == draft.format}
        standing = facts.marks_on(known.session, known.chapter.id, record.days)
        again = sorted(day for (day, _), mark in standing.items() if mark.batch_id in earlier)
        again += sorted(set(record.days) & known.attendance_days)
        if again:
            text = N_("The attendance of {date} was imported already; choose to replace it, to import it again")
            draft.refuse(text, date=again[0])
    known.attendance_days.update(record.days)
    known.learn(full(row.first_name, row.last_name) for row in record.members)
    used: set[int] = set()
    codes = {}
    for row in record.members:
        person = draft.member(row.number, row.first_name, row.last_name, used)
        if person is not None:
            codes.update({(day, person): code for day, code in row.codes.items()})
    plan_marks(draft, record.days, codes)
