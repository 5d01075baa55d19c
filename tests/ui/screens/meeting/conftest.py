"""Fixtures of the tests of the meeting: a chapter of forty, the screen in its window, and a counting keyboard."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from chapterdesk.domain.groups import GroupKind
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.copies import copied
from tests.ui.conftest import give_up
from tests.ui.screens.meeting.keyboard import Keys

TODAY = dt.date(2026, 3, 5)
FIRST = ("Ana", "Bruno", "Carmen", "Diego", "Elena", "Félix", "Gloria", "Hugo", "Irene", "Jorge")
LAST = (
    "García López", "Martín Ruiz", "Núñez Peña", "Ortega Sanz", "Álvarez Gil", "Ibáñez Soto",
    "Fernández Torre", "Gómez Prieto", "Hernández Vidal", "Iglesias Mora", "Jiménez Rey", "Lozano Ferrer",
    "Méndez Cano", "Navarro Cruz", "Olmos Bravo", "Pascual Rico", "Quintana Lara", "Romero Nieto",
    "Serrano Blanco", "Tejero Vega", "Ugarte Zabala", "Vázquez Simón", "Yáñez Pardo", "Zamora León",
    "Bermejo Arias", "Calvo Peralta", "Domínguez Haro", "Esteban Luna", "Fuentes Rojo", "Gil Carrasco",
    "Herrero Pons", "Izquierdo Mena", "Lara Campos", "Molina Duarte", "Nieto Salas", "Ochoa Rivas",
    "Peña Soler", "Rubio Castaño", "Sáez Moreno", "Urrutia Bosch",
)  # fmt: skip


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def forty(tmp_path: Path, make_context: Callable[..., Context]) -> Context:
    """A chapter of forty members whose meeting is today."""
    return make_context(DeskFile.open(copied(tmp_path / "forty.chapterdesk", _forty_members)))


def _forty_members(path: Path) -> None:
    with DeskFile.create(path) as desk, desk.change("Forty members") as s:
        chapter_id = add_chapter(
            s, name="Grupo Ribera", kind=GroupKind.BUSINESS, language="es", currency="EUR", weekday=3
        )
        for at, last in enumerate(LAST):
            add_member(
                s,
                chapter_id,
                first_name=FIRST[at % len(FIRST)],
                last_name=last,
                classification=f"Especialidad {at}",
                start=dt.date(2025, 1, 9),
            )
        add_meeting(s, chapter_id, TODAY)


@pytest.fixture
def open_meeting(qtbot: QtBot) -> Callable[[Context], MeetingScreen]:
    """Open the window on the meeting screen, as the director does."""

    def make(context: Context, width: int = 1280, height: int = 800) -> MeetingScreen:
        window = MainWindow(context)
        qtbot.addWidget(window, before_close_func=give_up)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        assert window.workspace is not None
        window.workspace.go("meeting")
        screen = window.workspace.visible_screen
        assert isinstance(screen, MeetingScreen)
        screen.focus_start()
        return screen

    return make
