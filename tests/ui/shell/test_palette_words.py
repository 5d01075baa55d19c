"""The palette finds commands by their words in both languages (SCREENS, rule 4)."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.shell.palette import CommandPalette
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW


@pytest.mark.parametrize(
    ("language", "typed", "title"),
    [
        ("en", "acerca", "About ChapterDesk"),
        ("en", "copia de seguridad", "Backups"),
        ("en", "deshacer", "Undo"),
        ("en", "anadir miembro", "Add member"),
        ("en", "hoja de la reunion", "Meeting sheet"),
        ("es", "about", "Acerca de ChapterDesk"),
        ("es", "settings", "Ajustes"),
        ("es", "add member", "Añadir miembro"),
        ("es", "roster", "Lista de miembros"),
    ],
)
def test_the_first_match_is_the_one_named_so_in_the_other_language(
    desk: DeskFile,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
    language: str,
    typed: str,
    title: str,
) -> None:
    context = make_context(desk, language)
    window = make_window(context)
    assert window.workspace is not None
    window.workspace.go("members")
    window.open_palette()
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, QWidget)
    palette.field.setText(typed)
    found = [palette.model.index(at, 0).data(ROW).title for at in range(palette.model.rowCount())]
    assert title in found[:2]
    assert context.language.code == language
