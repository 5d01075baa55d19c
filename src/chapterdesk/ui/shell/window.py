"""The main window: the start page or the workspace, shortcuts, undo, palette, notices, dropped files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QMainWindow

from chapterdesk import registry
from chapterdesk.demo import demo_file
from chapterdesk.paths import APPLICATION
from chapterdesk.store.desk_file import SUFFIX, DeskFile
from chapterdesk.ui.session.close_file import Leaving
from chapterdesk.ui.session.file_location import Places
from chapterdesk.ui.session.open_file import Opening
from chapterdesk.ui.session.screen_lock import Lock
from chapterdesk.ui.session.tasks import Task
from chapterdesk.ui.shell.field_keys import FieldKeys
from chapterdesk.ui.shell.palette import show_palette
from chapterdesk.ui.shell.shortcuts import show_sheet
from chapterdesk.ui.shell.start_page import StartPage
from chapterdesk.ui.shell.window_geometry import restore_place
from chapterdesk.ui.shell.workspace import Workspace
from chapterdesk.ui.widgets.command import REDO, Command, listen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import DropHint, JobCover, Overlay, dropped_files
from chapterdesk.ui.widgets.notice import NoticeBar, WorkBar
from chapterdesk.ui.widgets.screen import ScreenEntry

SMALLEST = (760, 560)


class MainWindow(QMainWindow):
    """The one window. It shows the start page until a desk file is open, then the workspace.

    `file` is a desk file to open at once; what is wrong with it is said on the start page.
    """

    def __init__(self, context: Context, file: Path | None = None) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle(APPLICATION)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.workspace: Workspace | None = None
        self.start_page: StartPage | None = None
        self._hint: DropHint | None = None
        self._shortcuts: list[QShortcut] = []
        self._field_keys = FieldKeys(context.session, self)
        self.notice = NoticeBar(context, self)
        self.work = WorkBar(context, self)
        self.leaving = Leaving(context, self)
        self.lock = Lock(self)
        self.opening = Opening(context, self)
        self.places = Places(context, self)
        context.session.started.connect(self._show_task)
        context.session.went.connect(self.go)
        context.rebuild.connect(self._rebuild_soon)
        context.chapter_changed.connect(self._take_chapter)
        self._rebuilding = QTimer(self)
        self._rebuilding.setSingleShot(True)
        self._rebuilding.timeout.connect(self.rebuild)
        restore_place(self, context.settings_file.geometry())
        if file is not None:
            self.open_file(file)
        if self.centralWidget() is None:
            self.rebuild()

    # What it shows

    def rebuild(self) -> None:
        """Build all that is shown anew: after a new language, theme, text size, or another file."""
        if self.lock.holds():
            return
        here = self.workspace.leave_off() if self.workspace is not None else None
        self.retire()
        self.work.deleteLater()
        self.work = WorkBar(self.context, self)
        if not self.context.is_open or not self.context.has_chapter:
            self._show_start()
            self._listen()
            return
        self.workspace = Workspace(self.context, screen_entries())
        self.workspace.sidebar.file_commands = self.file_commands
        self.setCentralWidget(self.workspace)
        self.workspace.go_on(here)
        self._listen()
        self.notice.raise_()

    def _rebuild_soon(self) -> None:
        self._rebuilding.start(0)

    def _show_start(self) -> None:
        self.start_page = StartPage(self.context)
        self.start_page.asked_open.connect(self.open_file)
        self.start_page.opened.connect(self.take)
        self.setCentralWidget(self.start_page)
        self.start_page.focus_start()

    def retire(self) -> None:
        """Take away what is shown; its connections to the context end with it."""
        self._close_overlays()
        if self.workspace is not None:
            self.context.session.unsaved.remove_part(self.workspace)
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.workspace = self.start_page = None

    def _take_chapter(self) -> None:
        if (self.workspace is not None) != self.context.has_chapter:
            self._rebuild_soon()

    def go(self, key: str, what: dict[str, Any]) -> None:
        """Show a screen, and in it what is asked for; "about" and "news" lie over whatever is shown."""
        if key == "about":
            from chapterdesk.ui.shell.about_overlay import AboutOverlay

            AboutOverlay(self.context, self, **what).open()
        elif key == "news":
            from chapterdesk.ui.shell.whats_new import News

            News(self.context, self, **what).open()
        elif self.workspace is not None:
            self.workspace.go(key, **what)

    # Files

    def open_file(self, path: Path, passphrase: str = "") -> None:
        """Open a desk file; a passphrase or an error is dealt with on the start page, in place."""
        self.opening.open(path, passphrase)

    def take(self, desk: DeskFile, paths: tuple[Path, ...] = ()) -> None:
        """Show a desk file that is open; `paths` are files to import into it next."""
        self.notice.hide()
        self.context.session.take(desk)
        if not demo_file.is_demo(desk.path) and not self.opening.is_backup(desk):
            self.context.settings_file.remember(desk.path)
        self.rebuild()
        self.opening.listen(desk)
        if self.workspace is None:
            self.to_start().begin(())
        elif paths:
            self.workspace.go("import", paths=list(paths))
        self.leaving.look_soon()
        self.places.look_around(desk)

    def to_start(self) -> StartPage:
        """Return the start page, which stands in place of an open file."""
        if self.start_page is None:
            self._close_file()
        assert self.start_page is not None  # noqa: S101 - rebuild() has just made it
        return self.start_page

    def close_file(self) -> bool:
        """Close the desk file after its backup; what could not be stored holds it back once: False then."""
        if may_leave := self.context.session.unsaved.request_leave():
            self.leaving.first(self._close_file)
        return may_leave

    def _close_file(self) -> None:
        self.notice.hide()
        self.opening.stop_listening()
        self.context.session.close()
        self.rebuild()

    def come_to_front(self) -> None:
        """Show the window before all others: a second one was asked for the same file."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Commands

    def file_commands(self) -> list[Command]:
        """Return what can be done with files and chapters."""
        tr = self.context.tr
        found = [Command(tr("Open a file…"), self.opening.choose, "Ctrl+O", "folder-open")]
        if self.context.is_open:
            found.insert(0, Command(tr("New chapter"), self.new_chapter, "Ctrl+Shift+N", "plus", tr("add group")))
            found.append(
                Command(tr("Save a copy…"), self.context.session.unsaved.copy_asked.emit, "Ctrl+Shift+S", "copy")
            )
            found.append(Command(tr("Close the file"), self.close_file, "Ctrl+W", "log-out"))
        return found

    def new_chapter(self) -> None:
        """Begin another chapter in the open file."""
        self.context.go("settings", new_chapter=True)

    def commands(self) -> list[Command]:
        """Return what can be done anywhere in the program."""
        tr = self.context.tr
        found = [
            Command(tr("Command palette"), self.open_palette, "Ctrl+K", "command"),
            Command(tr("Keyboard shortcuts"), self.open_sheet, "F1", "keyboard", tr("help keys")),
        ]
        if self.context.is_open:
            found += [
                Command(self.context.session.undo_text(), self.context.undo, "Ctrl+Z", "undo-2"),
                Command(self.context.session.redo_text(), self.context.redo, REDO, "redo-2"),
                Command(tr("Show or hide the words of the sidebar"), self._toggle, "Ctrl+B", "panel-left"),
            ]
        news, about = partial(self.context.go, "news"), partial(self.context.go, "about")
        last = [
            Command(tr("What’s new"), news, "", "sparkles", tr("changes version update")),
            Command(tr("About {program}", program=APPLICATION), about, "", "info", tr("version licence support help")),
            Command(tr("Quit"), self.close, "Ctrl+Q", "door-open"),
        ]
        return [*found, *self.file_commands(), *self.lock.commands(), *last]

    def _toggle(self) -> None:
        if self.workspace is not None:
            self.workspace.toggle_sidebar()

    def _listen(self) -> None:
        for old in self._shortcuts:
            old.deleteLater()
        self._shortcuts = []
        places = self.workspace.places.values() if self.workspace is not None else ()
        for command in (*self.commands(), *places):
            if command.shortcut:
                self._shortcuts.append(listen(command.shortcut, self, partial(self._run_uncovered, command.run)))

    def _run_uncovered(self, run: Callable[[], object]) -> None:
        """Do what a shortcut asks, unless a job that writes covers the window; palette and sheet make way for it."""
        if self.lock.is_on or self.findChildren(JobCover):
            return
        overlays = self._close_overlays()
        if not overlays or run not in (self.open_palette, self.open_sheet):
            run()

    def _close_overlays(self) -> int:
        overlays = [one for one in self.findChildren(Overlay) if one.isVisible()]
        for overlay in overlays:
            overlay.close_it()
        return len(overlays)

    def open_palette(self) -> None:
        """Show the command palette."""
        show_palette(self.context, self, self.workspace, self.commands)

    def open_sheet(self) -> None:
        """Show the sheet of shortcuts."""
        show_sheet(self.context, self, self.workspace, self.commands())

    # Work, drops, place

    def _show_task(self, task: Task, writing: object) -> None:
        if writing:
            JobCover(self.context, task, self)
        else:
            self.work.watch(task)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files may be dropped anywhere."""
        if dropped_files(event):
            event.acceptProposedAction()
            self._hint = DropHint(self.context, self)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: the files went away again."""
        super().dragLeaveEvent(event)
        self._drop_hint()

    def _drop_hint(self) -> None:
        if self._hint is not None:
            self._hint.close_it()
            self._hint = None

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: a dropped desk file is opened, anything else is imported."""
        self._drop_hint()
        event.acceptProposedAction()
        self.take_files(dropped_files(event))

    def take_files(self, files: list[Path]) -> None:
        """Open the desk file among these files, or import them."""
        desks = [path for path in files if path.suffix.casefold() == SUFFIX]
        if desks:
            self.open_file(desks[0])
        elif files and self.workspace is not None:
            self.workspace.go("import", paths=files)
        elif files and self.start_page is not None:
            self.start_page.begin(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: remember the place of the window and close the file; its backup, or what waits, holds it back once."""
        if not self.context.session.unsaved.request_leave() or not self.leaving.may_close():
            event.ignore()
            return
        self.opening.stop_listening()
        self.context.settings_file.remember_geometry(self.saveGeometry())
        self.lock.forget()
        self.retire()
        self.context.session.close()
        super().closeEvent(event)


def screen_entries() -> list[ScreenEntry]:
    """Return the screens of the program: one in each package of ui/screens."""
    return list(registry.discover("chapterdesk.ui.screens", "SCREEN").values())
