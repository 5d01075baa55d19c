"""A backup of a protected file: it is made, verified, restored, and found damaged after a change."""

import datetime as dt
from typing import Any, Final

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.store.chapters import chapters
from chapterdesk.store.keeping.backups import Reason, listed, make, verify
from chapterdesk.store.keeping.copies import save_copy
from chapterdesk.store.keeping.restore import restore
from chapterdesk.store.sqlite.file import DeskFile

MADE: Final = dt.datetime(2026, 3, 5, 9, 0)  # noqa: DTZ001 - UTC without a zone, as everywhere in the store
KEPT, MORE = "Grupo Alameda", "Grupo Ribera"


def run(bench: Bench) -> dict[str, Any]:
    """Return the findings; fails when the restored file differs from the backup."""
    place = bench.place("backups")
    path, folder = place / "kept.chapterdesk", place / "backups"
    with DeskFile.create(path, "cuatro palabras sin relación") as desk:
        add_chapter(desk, name=KEPT)
        key = desk.key
        backup = make(desk, folder, Reason.ASKED, MADE)
        add_chapter(desk, name=MORE)
        save_copy(desk, place / "copy.chapterdesk")
    expect(verify(backup, key) == [], f"the backup is not sound: {verify(backup, key)}")
    sound = backup.path.read_bytes()
    backup.path.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]))
    expect(verify(backup, key), "a flipped bit of a backup is not found")
    backup.path.write_bytes(sound)
    restore(backup, path, key, folder, MADE + dt.timedelta(minutes=1))
    with DeskFile.open(path, key=key) as desk, desk.read() as s:
        names = [row.name for row in chapters(s)]
        identity = desk.identity
    expect(names == [KEPT], f"restored are {names}")
    reasons = [str(one.reason) for one in listed(folder, identity)]
    expect(len(reasons) == 2, f"the state before was not kept: {reasons}")
    with DeskFile.open(place / "copy.chapterdesk", key=key) as desk, desk.read() as s:
        expect([row.name for row in chapters(s)] == [KEPT, MORE], "the copy is another file")
    return {"backups": reasons}
