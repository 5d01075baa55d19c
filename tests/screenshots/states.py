"""Pictures of the window when it looks after files and personal data, or when something is wrong.

Spanish in the light theme, English in the dark one, so that both of each are seen.
"""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import platformdirs
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from chapterdesk.paths import data_folder
from chapterdesk.store.keeping import backups
from chapterdesk.store.members import members
from chapterdesk.store.people import add_person, edit_person
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.protection_card import Intent
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.widgets.cover import Overlay
from tests.screenshots.studio import TODAY, Studio
from tests.ui.full_disk import full_disk

EDITIONS = (("es", "light"), ("en", "dark"))
PASSPHRASE = "canoa verde junto al molino"
CAPTIONS = {
    "protect": "A new file: a passphrase if one is wanted, and how strong it is",
    "wrong": "A wrong passphrase, or a damaged file: nothing was changed",
    "settings": "The passphrase is changed or removed later",
    "locked": "Locked: what was shown is taken out of the window",
    "backups": "Backups: when, why, how much; verified",
    "restore": "What restoring would change; the present state is kept first",
    "damaged": "A damaged file leads to its good backups",
    "foreign": "A file of something else is told apart",
    "newer": "A file of a newer release is left as it is",
    "held": "Open in another window already",
    "read-only": "A file that can only be read: a badge, and a copy",
    "synced": "A synced folder is named and a better place offered",
    "full": "A full disk keeps what was typed and tries again",
    "changes": "The change log: before, after, bring back",
    "person": "Everything held about one person",
    "erase": "What erasing takes and what it leaves",
    "retention": "What has been kept long enough",
    "about": "What the program is, and where the data are",
    "news": "What is new, offered once after an update",
}


def take_all(folder: Path, demo: Path) -> None:
    """Write NAME-THEME.png for every state into `folder`."""
    own = Path(tempfile.mkdtemp(prefix="states-"))
    home, os.environ["HOME"] = os.environ.get("HOME", ""), str(own)  # no folder of this computer is in a picture
    for name, place in (("data", own / "ChapterDesk"), ("documents", own / "Documentos")):
        place.mkdir()
        setattr(platformdirs, f"user_{name}_dir", lambda *_, place=place, **__: str(place))
    for language, theme in EDITIONS:
        for take in (_protection, _backups, _troubles, _standing, _rights, _about):
            studio = Studio(folder, language, theme)
            try:
                take(studio, demo, theme)
            finally:
                studio.close()
    os.environ["HOME"] = home
    shutil.rmtree(own, ignore_errors=True)


def table() -> str:
    """The pictures as a table of tests/README.md."""
    rows = [
        f"| {caption} | ![]({_src(name, 'light')}) | ![]({_src(name, 'dark')}) |" for name, caption in CAPTIONS.items()
    ]
    return "\n".join(["| | light | dark |", "|---|---|---|", *rows])


def _src(name: str, theme: str) -> str:
    return f"../resources/screenshots/states/{name}-{theme}.png"


def _copy(studio: Studio, demo: Path, name: str = "Almadía") -> Path:
    path = studio.work / f"{name}.chapterdesk"
    shutil.copyfile(demo, path)
    return path


def _fields(widget: Any) -> list[QLineEdit]:
    return [one for one in widget.findChildren(QLineEdit) if one.isVisible()]


def _protection(studio: Studio, demo: Path, theme: str) -> None:
    """Creating, opening and locking a protected file."""
    window = studio.open(None)
    start = window.start_page
    assert start is not None
    start.begin(())
    page = start.new_chapter
    page.form.name.setText("Grupo Ribera")
    page.protect.box.setChecked(True)
    QTest.qWait(50)
    for field in _fields(page.passphrase):
        field.setText(PASSPHRASE)
        field.textEdited.emit(PASSPHRASE)
    studio.take(f"protect-{theme}")
    path = studio.work / "Grupo Ribera.chapterdesk"
    shutil.copyfile(demo, path)
    _protect(path)
    window.context.session.open(path)
    QTest.qWait(200)
    assert window.start_page is not None
    (field,) = _fields(window.start_page.locked)[:1]
    field.setText("canoa roja")
    window.start_page.locked.entered.emit()
    studio.until(lambda: bool(window.start_page and window.start_page.locked.error.text()))
    studio.take(f"wrong-{theme}")
    window.context.session.open(path, PASSPHRASE)
    studio.until(lambda: window.workspace is not None)
    assert window.workspace is not None
    window.workspace.go("settings")
    screen: Any = window.workspace.visible_screen
    screen.protection.open_form(Intent.CHANGE)
    studio.take(f"settings-{theme}", 500)
    window.context.session.lock.lock()
    studio.take(f"locked-{theme}")


def _about(studio: Studio, demo: Path, theme: str) -> None:
    """What the program says of itself."""
    path = data_folder() / "Almadía.chapterdesk"
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(demo, path)
    studio.context.session.settings_file = SettingsFile(path.parent / "settings.ini")
    window = studio.open(None)
    window.context.session.open(path)
    studio.until(lambda: window.workspace is not None)
    window.notice.hide()
    release = mock.patch("platform.release", return_value="6.12")
    seen = mock.patch.object(QGuiApplication, "platformName", return_value="xcb")
    for name in ("about", "news"):
        with release, seen:
            studio.context.go(name)
        studio.take(f"{name}-{theme}")
        for overlay in window.findChildren(Overlay):
            overlay.dismiss()


def _protect(path: Path) -> None:
    from chapterdesk.store.keeping.passphrase_change import set_passphrase

    set_passphrase(path, None, PASSPHRASE)


def _backups(studio: Studio, demo: Path, theme: str) -> None:
    """Backups over some weeks, verified, and the preview of restoring one; then a damaged file."""
    shutil.rmtree(studio.context.backups.folder(), ignore_errors=True)
    path = _copy(studio, demo)
    folder = studio.context.backups.folder()
    reasons = [backups.Reason(name) for name in ("close", "import", "close", "asked", "close")]
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    with DeskFile.open(path) as desk:
        for number, reason in enumerate(reasons * 2):
            with desk.change("Add {name}", name=f"Invitado {number}") as s:
                add_person(s, first_name=f"Invitado {number}")
            backups.make(desk, folder, reason, now - dt.timedelta(days=(10 - number) ** 2 // 2, hours=number))
    window = studio.open(None)
    window.context.session.open(path)
    studio.until(lambda: window.workspace is not None)
    assert window.workspace is not None
    window.workspace.go("backups")
    screen: Any = window.workspace.visible_screen
    studio.until(lambda: len(screen.backups) > 5)
    screen.verify_all()
    studio.until(lambda: len(screen.verdicts) >= len(screen.backups))
    QTest.qWait(400)
    window.notice.hide()
    studio.take(f"backups-{theme}", 500)
    wanted = screen.backups[4].path
    window.workspace.go("backups", path=wanted)
    studio.until(lambda: screen.card.preview is not None and screen.card.line.backup.path == wanted)
    studio.take(f"restore-{theme}", 800)
    window.context.session.request_close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    window.context.session.open(path)
    studio.take(f"damaged-{theme}", 600)


def _troubles(studio: Studio, demo: Path, theme: str) -> None:
    """Files that are refused, one that is held, one that can only be read, one in a synced folder."""
    window = studio.open(None)
    letter = studio.work / "Carta.chapterdesk"
    letter.write_text("Querida Marta:\n" * 400, encoding="utf-8")
    window.context.session.open(letter)
    studio.take(f"foreign-{theme}", 400)
    newer = _copy(studio, demo, "Del futuro")
    connection = cipher.connect(newer, None)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    window.context.session.open(newer)
    studio.take(f"newer-{theme}", 400)
    held = _copy(studio, demo)
    with DeskFile.open(held):
        window.context.session.open(held)
        studio.take(f"held-{theme}", 600)
    with _unwritable():
        window.context.session.open(held)
        studio.until(lambda: window.workspace is not None)
        studio.take(f"read-only-{theme}", 500)


@contextmanager
def _unwritable() -> Iterator[None]:
    """Let nothing be writable: for root everything is."""
    access = os.access
    os.access = lambda path, mode, **_: mode != os.W_OK and access(path, mode)
    try:
        yield
    finally:
        os.access = access


def _standing(studio: Studio, demo: Path, theme: str) -> None:
    """The banners, and the change log."""
    folder = studio.work / "Dropbox"
    folder.mkdir()
    path = shutil.copyfile(demo, folder / "Almadía.chapterdesk")
    window = studio.open(None)
    window.context.session.open(path)
    studio.until(lambda: window.workspace is not None)
    assert window.workspace is not None
    studio.take(f"synced-{theme}", 500)
    window.context.session.location.leave_here()
    desk = studio.context.desk
    with desk.read() as s:
        people = members(s, studio.context.chapter.id, TODAY)
    for who, company in ((people[3], "Talleres Almadía"), (people[5], "Estudio del Soto")):
        with desk.change("Correct {name}", name=who.name) as s:
            edit_person(s, who.person_id, company=company, phones=("+34 600 000 111",))
    window.workspace.go("changes")
    screen: Any = window.workspace.visible_screen
    QTest.qWait(300)
    screen.table.setFocus()
    studio.take(f"changes-{theme}", 500)
    window.workspace.go("members", add=True)
    QTest.qWait(200)
    adding: Any = window.workspace.visible_screen
    QTest.keyClicks(adding.new.name, "Marta Olivan Soro")
    with full_disk(studio.context.session.file):
        adding.new.button.click()
        studio.take(f"full-{theme}", 600)
    studio.context.session.unsaved.forget()


def _rights(studio: Studio, demo: Path, theme: str) -> None:
    """What is held about one person, erasing, retention."""
    path = _copy(studio, demo)
    window = studio.open(None)
    window.context.session.open(path)
    studio.until(lambda: window.workspace is not None)
    assert window.workspace is not None
    with studio.context.desk.read() as s:
        who = members(s, studio.context.chapter.id, TODAY)[4]
        former = _former(s, studio)
    window.workspace.go("personal_data", person_id=who.person_id)
    screen: Any = window.workspace.visible_screen
    studio.until(screen.person.content.isVisible)
    studio.take(f"person-{theme}", 300)
    window.workspace.go("personal_data", person_id=former)
    studio.until(lambda: screen.person.content.isVisible() and screen.person.person_id == former)
    QTest.qWait(500)
    screen.person.open_erase_panel()
    studio.until(screen.person.panel.isVisible)
    studio.take(f"erase-{theme}", 500)
    window.workspace.go("today")
    screen.person.show_person(None)
    window.workspace.go("personal_data")
    screen.retention.search()
    studio.until(screen.retention.table.isVisible)
    studio.take(f"retention-{theme}", 500)


def _former(session: Any, studio: Studio) -> int:
    """A former member."""
    from chapterdesk.domain.members import Standing
    from chapterdesk.store.people import names

    rows = names(session, studio.context.chapter.id, TODAY)
    return next(row.person_id for row in rows if row.standing is Standing.FORMER)
