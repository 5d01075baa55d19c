"""Every screen, empty and full, in both languages and themes: it opens, settles, and is not blank."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.reports import reports
from chapterdesk.self_test.bench import TODAY, Bench, expect
from chapterdesk.store.members import members
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.window import MainWindow, screen_entries
from chapterdesk.ui.widgets.context import Context

WAYS: Final = (("es", "light"), ("en", "dark"))
LEAST = 11
"""The least number of screens."""
COLOURS = 8
"""A picture with fewer colours has no text."""
EVERY = 5
"""One of so many pixels is examined; the widths of widgets are not multiples of it."""
SLOW: Final = ("reports", "import")
"""Screens that wait briefly for more input before they start."""
PATIENCE = 20_000
"""Milliseconds for the work of a screen on another thread."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the number of examined pictures; fails at a screen that does not open or is blank."""
    classes = screen_entries()
    expect(len(classes) >= LEAST, f"there are only {[one.key for one in classes]}")
    empty = bench.place("screens") / "empty.chapterdesk"
    with DeskFile.create(empty) as desk:
        add_chapter(desk, name="Grupo Nuevo", language="es", currency="EUR", weekday=3)
    pictures = 0
    style = Style("light")
    for code, theme in WAYS:
        style.choose(theme, 100)
        style.apply()
        pictures += _start(bench, style, code)
        for path in (empty, bench.copy_of_demo("screens")):
            pictures += _all_of(bench, style, code, path)
    style.deleteLater()
    return {"screens": len(classes), "pictures": pictures}


@contextmanager
def _window(bench: Bench, style: Style, code: str, path: Path | None = None) -> Iterator[MainWindow]:
    """Open the window with a file, and close both afterwards."""
    bench.settle()
    settings = SettingsFile(bench.place("screens") / "settings.ini")
    session = DeskSession(
        settings, language=code, today=TODAY, automatic_backups=False
    )  # they have a check of their own
    context = Context(session, style)
    window = MainWindow(context, path)
    try:
        window.resize(1280, 800)
        window.show()
        _settle(bench, context)
        yield window
    finally:
        context.session.unsaved.clear_parts()
        window.close()
        context.session.close()
        for one in (window, context):
            one.deleteLater()
        bench.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _start(bench: Bench, style: Style, code: str) -> int:
    with _window(bench, style, code) as window:
        expect(window.start_page is not None, "without a file the start page is not shown")
        _look("the start page", window)
    return 1


def _all_of(bench: Bench, style: Style, code: str, path: Path) -> int:
    """Show all screens of a file; returns the number of pictures."""
    with _window(bench, style, code, path) as window:
        context, workspace = window.context, window.workspace
        if workspace is None:
            expect(condition=False, text=f"{path.name} does not open in the window")
            return 0
        for key in workspace.entries:
            workspace.go(key)
            _settle(bench, context)
            _look(f"{key} ({path.stem}, {code})", workspace.visible_screen)
        more = _within(bench, window) if path.stem == "demo" else 0
        for what, show in (("the palette", window.open_palette), ("the shortcuts", window.open_sheet)):
            show()
            bench.settle()
            _look(what, window)
            workspace.setFocus()
        return len(workspace.entries) + more + 2


def _within(bench: Bench, window: MainWindow) -> int:
    """Show single items: a member, the preview of a report, a file to import."""
    context = window.context
    with context.desk.read() as s:
        person = members(s, context.chapter.id, TODAY)[0].person_id
    wanted: tuple[tuple[str, dict[str, Any]], ...] = (
        ("members", {"person_id": person}),
        ("personal_data", {"person_id": person}),
        ("reports", {"report": next(iter(reports()))}),
        ("import", {"paths": [bench.shipped("members.xlsx")]}),
    )
    for key, what in wanted:
        context.go(key, **what)
        bench.settle(0.25 if key in SLOW else 0)
        _settle(bench, context)
        expect(window.workspace is not None, "the window lost its file")
        _look(f"{key} with {what}", window)
    return len(wanted)


def _settle(bench: Bench, context: Context) -> None:
    """Wait for jobs and their results."""
    bench.settle()
    while context.session.jobs:
        expect(QThreadPool.globalInstance().waitForDone(PATIENCE), "work beside the window does not end")
        bench.settle()
    bench.settle()


def _look(what: str, widget: QWidget) -> None:
    """Fail when the widget is painted blank."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    expect(not image.isNull(), f"{what} has no picture")
    colours = Counter(memoryview(image.constBits()).cast("I")[::EVERY])
    expect(len(colours) >= COLOURS, f"{what} is blank: {len(colours)} colours")
    share = colours.most_common(1)[0][1] / colours.total()
    expect(share < 0.999, f"{what} is blank: {share:.1%} are one colour")
