"""Handing over everything about a person in one go: a folder with PDF, JSON, CSV and the photo."""

import datetime as dt
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.exporters.about_person import write_json, write_photo
from chapterdesk.i18n import Language
from chapterdesk.reports import Somebody, produce, reports
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.rights.holdings import holdings
from chapterdesk.ui.widgets.file_names import safe_name

_FOLDERS = 99
"""Folders of one name that are tried."""


def hand_out(
    desk: DeskFile, chapter_id: int, person_id: int, language: Language, today: dt.date, where: Path, progress: Progress
) -> Path:
    """Write all files into a new folder inside `where` and return it; raises ChapterError when it cannot be written."""
    tr = language.tr
    with desk.read() as session:
        held = holdings(session, person_id)
    name = safe_name(held.name, tr("Personal data"), today.isoformat())
    folder = _new_folder(where, name)
    report = reports()["person"]
    options = report.options(person=Somebody(person_id=person_id))
    for at, ending in enumerate(("pdf", "csv")):
        progress.step(at, 3)
        produce(desk, chapter_id, report, options, language, today, folder / f"{name}.{ending}")
    progress.step(2, 3)
    write_json(held, language, today, folder / f"{name}.json")
    write_photo(held, folder, name)
    progress.step(3, 3)
    return folder


def _new_folder(where: Path, name: str) -> Path:
    """Make a folder that was not there before: what was handed over earlier is left as it is."""
    for number in range(1, _FOLDERS + 1):
        folder = where / (name if number == 1 else f"{name} ({number})")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise ChapterError(
                N_("{folder} could not be written to: {reason}; choose another folder"),
                folder=str(where),
                reason=error.strerror or str(error),
            ) from error
        return folder
    raise ChapterError(N_("{folder} holds too many folders of this name; choose another folder"), folder=str(where))
