"""The export of everything about one person: a folder with the report, its table, JSON and the photo."""

import datetime as dt
from pathlib import Path

from chapterdesk.document.edition import Words
from chapterdesk.document.files import new_folder, safe_name
from chapterdesk.domain.progress import Progress
from chapterdesk.exporters.about_person import write_json, write_photo
from chapterdesk.reports import Somebody, produce, reports
from chapterdesk.store.desk import Desk
from chapterdesk.store.rights.holdings import holdings


def export_person(
    desk: Desk, chapter_id: int, person_id: int, words: Words, today: dt.date, where: Path, progress: Progress
) -> Path:
    """Write all files into a new folder inside `where` and return it; raises ChapterError when it cannot be written."""
    tr = words.tr
    with desk.read() as session:
        held = holdings(session, person_id)
    name = safe_name(held.name, tr("Personal data"), today.isoformat())
    folder = new_folder(where, name)
    report = reports()["person"]
    options = report.options(person=Somebody(person_id=person_id))
    for at, ending in enumerate(("pdf", "csv")):
        progress.step(at, 3)
        produce(desk, chapter_id, report, options, words, today, folder / f"{name}.{ending}")
    progress.step(2, 3)
    write_json(held, words, today, folder / f"{name}.json")
    write_photo(held, folder, name)
    progress.step(3, 3)
    return folder
