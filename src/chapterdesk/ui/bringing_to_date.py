"""What is done to a desk file when it is opened, before anything of it is shown; none of it is a step to undo."""

from typing import TYPE_CHECKING

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import erased_name
from chapterdesk.store.calendar import ensure_meetings, missing_meetings
from chapterdesk.store.chapters import chapters
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.erasing import replay

if TYPE_CHECKING:
    from chapterdesk.ui.context import Context


def bring_to_date(context: "Context", desk: DeskFile) -> None:
    """Erase once more whom a backup brought back, and plan the next weeks; raises DiskFullError, DamagedError."""
    _erase_again(context, desk)
    _plan(context, desk)


def _erase_again(context: "Context", desk: DeskFile) -> None:
    """Erase whom an older backup brought back, before anything is shown, and finish what was cut short."""
    tr = context.tr
    try:
        again = replay(desk, context.ledger, naming=erased_name)
    except ChapterError as error:
        context.tell(error)
        return
    if again:
        context.notify(tr("%n person(s) who had been erased stood in this file again; erased once more.", "", again))


def _plan(context: "Context", desk: DeskFile) -> None:
    """Make the meetings of the next weeks that are missing."""
    today = context.today()
    with desk.read() as s:
        lacking = [row.id for row in chapters(s) if missing_meetings(s, row.id, today)]
    if lacking:
        with desk.change(N_("Plan the meetings of the next weeks")) as s:
            for chapter_id in lacking:
                ensure_meetings(s, chapter_id, today)
        desk.forget_undo()
