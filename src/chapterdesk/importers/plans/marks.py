"""The marks of attendance of a file, compared with the stored ones."""

import datetime as dt
from collections.abc import Mapping, Sequence

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.names import full
from chapterdesk.domain.text import N_
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.store import import_facts as facts
from chapterdesk.store.import_plan import NewMark


def plan_marks(draft: Draft, days: Sequence[dt.date], codes: Mapping[tuple[dt.date, int], Code]) -> None:
    """Plan the completed meetings of the days and the marks by day and person.

    A stored mark with the same code is kept; another code is replaced by that of the file, with a problem when it was
    typed. When replacing, earlier imported marks of the days are removed.
    """
    known = draft.known
    standing = facts.marks_on(known.session, known.chapter.id, days)
    if draft.replacing:
        gone = {place for place, mark in standing.items() if mark.batch_id is not None}
        draft.marks_gone += [standing.pop(place).id for place in gone]
        if gone:
            draft.replaces.append((N_("{count} imported marks"), {"count": len(gone)}))
    draft.days += days
    for (day, person), code in codes.items():
        membership_id = known.membership_id(person, day)
        there = standing.get((day, membership_id or 0))
        if there is not None and there.code is code:
            continue
        if there is not None and there.batch_id is None:
            draft.problem(
                0,
                day.isoformat(),  # the heading of the column, as far as known here
                N_("{name} was typed as {typed}; the file says {code}, which now stands"),
                name=full(*known.name(person)),
                typed=there.code.value,
                code=code.value,
            )
        draft.marks.append(NewMark(day, person, membership_id, code))
