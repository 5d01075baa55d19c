"""Fixtures of the tests of the window: a desk file with a small chapter, an empty chapter, screens and windows."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk import paths
from chapterdesk.domain.groups import GroupKind
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Screen
from tests.copies import copied

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no screen is needed; set it to see the windows

TODAY = dt.date(2026, 3, 5)
"""A Thursday, the day of the small chapter's meeting."""
MEMBERS = (
    ("Ana", "García López", "Abogada", "Bufete García"),
    ("Bruno", "Martín Ruiz", "Arquitecto", "Estudio Martín"),
    ("Carmen", "Núñez Peña", "Fisioterapeuta", "Clínica Núñez"),
    ("Diego", "Ortega Sanz", "Fotógrafo", ""),
    ("Elena", "Álvarez Gil", "Diseñadora", "Taller Álvarez"),
    ("Félix", "Ibáñez Soto", "Electricista", "Ibáñez Hermanos"),
)
"""First name, last name, classification, company of the six invented members."""


@pytest.fixture(autouse=True)
def _no_earlier_backups() -> None:
    """Remove the backups of earlier tests: copied files have the same identity."""
    shutil.rmtree(paths.backup_folder(), ignore_errors=True)


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    """Delete the widgets of a test at its end: a new style would be applied to all that are left."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def style(qapp: QApplication) -> Iterator[Style]:
    made = Style("light")
    made.apply()
    yield made
    made.deleteLater()


@pytest.fixture
def make_context(style: Style, tmp_path: Path) -> Iterator[Callable[..., Context]]:
    """Make a Context with language, today, and an open desk file, which is closed at the end."""
    made: list[Context] = []

    def make(desk: DeskFile | None = None, language: str = "es", today: dt.date = TODAY) -> Context:
        settings = SettingsFile(tmp_path / "settings.ini")
        session = DeskSession(settings, language=language, today=today, automatic_backups=False)  # tested elsewhere
        context = Context(session, style)
        context.session.erasures = tmp_path / "erased.json"
        made.append(context)
        if desk is not None:
            context.session.use_file(desk)
        return context

    yield make
    for context in made:
        context.session.close()


@pytest.fixture
def desk(tmp_path: Path) -> DeskFile:
    """A desk file with one small chapter of six members and three meetings; the last one is today."""
    return DeskFile.open(copied(tmp_path / "grupo.chapterdesk", _small_chapter))


def _small_chapter(path: Path) -> None:
    with DeskFile.create(path) as desk, desk.change("A small chapter") as s:
        chapter_id = add_chapter(
            s,
            name="Grupo Alameda",
            kind=GroupKind.BUSINESS,
            language="es",
            currency="EUR",
            weekday=3,
            start_time=dt.time(7, 0),
            country="ES",
            subdivision="MD",
        )
        for first, last, seat, company in MEMBERS:
            add_member(
                s,
                chapter_id,
                first_name=first,
                last_name=last,
                classification=seat,
                company=company,
                start=dt.date(2025, 1, 9),
            )
        for weeks in (2, 1, 0):
            add_meeting(s, chapter_id, TODAY - dt.timedelta(weeks=weeks))


@pytest.fixture
def context(desk: DeskFile, make_context: Callable[..., Context]) -> Context:
    """The small chapter, in Spanish, on Thursday 5 March 2026."""
    return make_context(desk)


@pytest.fixture
def empty_context(tmp_path: Path, make_context: Callable[..., Context]) -> Context:
    """A chapter without people and meetings."""
    return make_context(DeskFile.open(copied(tmp_path / "vacio.chapterdesk", _empty_chapter)))


def _empty_chapter(path: Path) -> None:
    with DeskFile.create(path) as desk, desk.change("An empty chapter") as s:
        add_chapter(s, name="Grupo Nuevo", language="es", currency="EUR", weekday=3)


@pytest.fixture
def make_screen(qtbot: QtBot) -> Callable[..., Any]:
    """Show a screen as the window does, which refreshes it when its tables change."""

    def make(screen: type[Screen], context: Context, width: int = 1060, height: int = 760) -> Screen:
        made = screen(context)
        qtbot.addWidget(made)
        made.resize(width, height)
        made.refresh()
        watches = made.entry.watches
        context.changed.connect(lambda tables: made.refresh() if watches is None or watches & tables else None)
        made.show()
        qtbot.waitExposed(made)
        made.focus_start()
        return made

    return make


def settle() -> None:
    """Process everything that a key or a change has queued, including repaints; it does not wait for timers."""
    for _ in range(4):  # a change notifies screens, a screen reads and lays out, the layout is painted
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def give_up(window: MainWindow) -> None:
    """Discard unsaved text of a test, so that its window can close."""
    window.context.session.unsaved.clear_parts()


@pytest.fixture
def make_window(qtbot: QtBot) -> Callable[[Context], MainWindow]:
    """Show the main window of a context and activate it."""

    def make(context: Context) -> MainWindow:
        window = MainWindow(context)
        qtbot.addWidget(window, before_close_func=give_up)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.fixture
def window(context: Context, make_window: Callable[[Context], MainWindow]) -> MainWindow:
    """The main window with the small chapter open."""
    return make_window(context)


@pytest.fixture
def type_in(qapp: QApplication) -> Callable[[QWidget, str], None]:
    """Type any letters into a widget; qtbot.keyClicks knows ASCII alone and ends the interpreter on an accent."""

    def typed(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_unknown.value
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return typed
