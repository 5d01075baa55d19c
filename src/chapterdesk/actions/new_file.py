"""A new desk file with its first chapter: no change of a file that is open, so there is nothing to undo."""

import datetime as dt
from pathlib import Path
from typing import Any

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.store.sqlite.file import DeskFile


def create_file(path: Path, key: str | None, today: dt.date, **fields: Any) -> DeskFile:
    """Make a desk file with its first chapter; where that fails, no file stands in the way of the next try."""
    desk = DeskFile.create(path, key)
    try:
        add_chapter(desk, today, **fields)
    except BaseException:
        desk.close()
        desk.path.unlink(missing_ok=True)
        raise
    return desk
