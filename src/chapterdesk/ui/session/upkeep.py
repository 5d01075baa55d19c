"""What is done with a desk file when it is opened for writing, before anything of it is shown."""

from contextlib import suppress
from typing import TYPE_CHECKING

from chapterdesk.actions.meeting import plan_weeks
from chapterdesk.domain.errors import ChapterError
from chapterdesk.i18n import erased_name
from chapterdesk.store.calendar import missing_meetings
from chapterdesk.store.chapters import chapters
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.faults import DiskFullError
from chapterdesk.store.rights.erasing import replay

if TYPE_CHECKING:
    from chapterdesk.ui.widgets.context import Context


def first_steps(context: "Context", desk: DeskFile) -> None:
    """Erase whom an older backup brought back, and plan the next weeks. A file that is only read stays as it is."""
    if desk.read_only:
        return
    erase_again(context, desk)
    with suppress(DiskFullError):  # what can be looked at is looked at; the weeks are planned another time
        plan(context, desk)


def erase_again(context: "Context", desk: DeskFile) -> None:
    """Erase again whom the ledger knows as erased, finish what was cut short, and say so.

    Where it cannot be done the file opens all the same, the reason is said, and the next opening tries again.
    """
    tr = context.tr
    try:
        again = replay(desk, context.ledger, naming=erased_name)
    except ChapterError as error:
        context.tell(error)
        return
    if again:
        context.notify(tr("%n person(s) who had been erased stood in this file again; erased once more.", "", again))


def plan(context: "Context", desk: DeskFile) -> None:
    """Make the meetings of the next weeks that are missing; it is no step of the director's to undo."""
    today = context.today()
    with desk.read() as s:
        lacking = [row.id for row in chapters(s) if missing_meetings(s, row.id, today)]
    if lacking:
        plan_weeks(desk, lacking, today)
        desk.forget_undo()
