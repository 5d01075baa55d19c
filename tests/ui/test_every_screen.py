"""Every screen in the whole window: with the demo in both themes, on a small laptop, with hostile texts."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk import registry
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.domain.text import clean
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import add_member, member
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import ScreenEntry
from tests.hostile_texts import HOSTILE_TEXTS
from tests.ui.conftest import settle

TODAY = dt.date(2026, 3, 5)
SCREENS: dict[str, ScreenEntry] = registry.discover("chapterdesk.ui.screens", "SCREEN")


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo region, made once."""
    from chapterdesk.demo.region import make

    path = tmp_path_factory.mktemp("demo") / "demo.chapterdesk"
    make(path, TODAY)
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, make_context: Callable[..., Context]) -> Context:
    """An open copy of the demo."""
    copy = tmp_path / "copy.chapterdesk"
    shutil.copyfile(demo_file, copy)
    return make_context(DeskFile.open(copy))


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, style: Any) -> Iterator[str]:
    """Both themes, one after the other."""
    style.choose(request.param, 100)
    yield str(request.param)
    style.choose("light", 100)


def visible_texts(widget: QWidget) -> list[QLabel]:
    """The labels that can be seen."""
    return [found for found in widget.findChildren(QLabel) if found.isVisibleTo(widget) and found.text()]


def open_all(window: MainWindow, qtbot: QtBot) -> None:
    """Go to every screen, let it paint, and check that it fits the smallest window that must work."""
    assert window.workspace is not None
    for key in window.workspace.entries:
        window.workspace.go(key)
        settle()
        screen = window.workspace.visible_screen
        assert not screen.grab().isNull()
        for found in visible_texts(screen):
            assert found.textFormat() == Qt.TextFormat.PlainText, (key, found.text()[:40])


def test_the_window_has_the_screens_it_promises() -> None:
    keys = {one.key for one in SCREENS.values()}
    foot = {"changes", "backups", "personal_data", "import", "settings"}
    assert keys == {"today", "meeting", "members", "slips", "visitors", "reports"} | foot


def test_every_screen_opens_with_the_demo(
    demo: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot, theme: str
) -> None:
    open_all(make_window(demo), qtbot)


def test_every_screen_fits_a_small_laptop(
    demo: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(demo)
    window.resize(1024, 640)
    assert window.workspace is not None
    for key in window.workspace.entries:
        window.workspace.go(key)
        settle()
        least = window.workspace.visible_screen.minimumSizeHint()
        assert window.width() == 1024, f"{key} made the window {window.width()} px wide"
        assert window.height() == 640, f"{key} made the window {window.height()} px high"
        assert least.width() <= 1024 - window.workspace.sidebar.width(), f"{key} needs {least.width()} px"


def test_hostile_texts_are_shown_as_they_are(
    make_context: Callable[..., Context], desk: DeskFile, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    context = make_context(desk)
    with desk.change("Hostile texts everywhere") as s:
        meeting = meetings(s, context.chapter.id)[-1]
        found = []
        for text in HOSTILE_TEXTS:
            membership = add_member(
                s, context.chapter.id, first_name="Ana", last_name=text, company=text, classification=text
            )
            mark(s, meeting.id, membership, Code.PRESENT)
            found.append(member(s, membership).person_id)
            add_visit(s, meeting.id, first_name=text, company=text, inviter_id=found[0], attended=True, note=text)
        for giver, text in zip(found[1:], HOSTILE_TEXTS[1:], strict=True):
            add_slip(
                s,
                context.chapter.id,
                SlipDraft(
                    kind=SlipKind.REFERRAL, date=TODAY, giver_id=giver, receiver_id=found[0], tier=Tier.INSIDE,
                    prospect=text, contact=text, note=text,
                ),
            )  # fmt: skip
    with desk.read() as s:
        assert {member(s, row).last_name for row in range(7, 7 + len(HOSTILE_TEXTS))} == {
            clean(text) for text in HOSTILE_TEXTS
        }
    window = make_window(context)
    open_all(window, qtbot)
    assert window.width() <= 1280
