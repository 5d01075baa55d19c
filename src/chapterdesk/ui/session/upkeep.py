"""What is done with a desk file when it is opened for writing, before anything of it is shown."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from chapterdesk.actions.meeting import plan_weeks
from chapterdesk.domain.errors import ChapterError
from chapterdesk.i18n import erased_name
from chapterdesk.store.calendar import missing_meetings
from chapterdesk.store.chapters import chapters
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.faults import DiskFullError
from chapterdesk.store.rights.erasing import replay
from chapterdesk.ui.session.speech import Speech
from chapterdesk.ui.session.unsaved import Unsaved


def prepare(desk: DeskFile, unsaved: Unsaved, speech: Speech, erasures: Path, today: dt.date) -> None:
    """Erase whom an older backup brought back, and plan the next weeks. A file that is only read stays as it is."""
    if desk.read_only:
        return
    erase_again(desk, unsaved, speech, erasures)
    with suppress(DiskFullError):  # what can be looked at is looked at; the weeks are planned another time
        plan(desk, today)


def erase_again(desk: DeskFile, unsaved: Unsaved, speech: Speech, erasures: Path) -> None:
    """Erase again whom `erasures` knows as erased, finish what was cut short, and say so.

    Where it cannot be done the file opens all the same, the reason is said, and the next opening tries again.
    """
    tr = speech.tr
    try:
        again = replay(desk, erasures, naming=erased_name)
    except ChapterError as error:
        unsaved.tell(error)
        return
    if again:
        speech.notify(tr("%n person(s) who had been erased stood in this file again; erased once more.", "", again))


def plan(desk: DeskFile, today: dt.date) -> None:
    """Make the meetings of the next weeks that are missing; it is no step of the director's to undo."""
    with desk.read() as s:
        lacking = [row.id for row in chapters(s) if missing_meetings(s, row.id, today)]
    if lacking:
        plan_weeks(desk, lacking, today)
        desk.forget_undo()
