"""The main window: it shows the state of the session; with shortcuts, palette, notices and dropped files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from chapterdesk import registry
from chapterdesk.domain.errors import ChapterError
from chapterdesk.paths import APPLICATION, DESK_SUFFIX
from chapterdesk.ui.session import remote_close
from chapterdesk.ui.session.states import Closed, Failed, Locked, NeedsPassphrase, Open, State, Working
from chapterdesk.ui.session.tasks import Task
from chapterdesk.ui.shell.about_overlay import AboutOverlay
from chapterdesk.ui.shell.keyboard import FieldKeys
from chapterdesk.ui.shell.lock_cover import LockCover
from chapterdesk.ui.shell.palette import show_palette
from chapterdesk.ui.shell.shortcuts import show_sheet
from chapterdesk.ui.shell.start_page import StartPage, choose_file, desk_files
from chapterdesk.ui.shell.whats_new import News
from chapterdesk.ui.shell.workspace import WindowPlace, Workspace
from chapterdesk.ui.widgets.command import REDO, Command, listen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import DropHint, JobCover, Overlay, dropped_files
from chapterdesk.ui.widgets.notice import NoticeBar, WorkBar
from chapterdesk.ui.widgets.screen import ScreenEntry

SMALLEST = (760, 560)
DESIGN_SIZE = (1280, 800)
FRAME = 40
"""Pixels of screen height for the title bar and the lower edge of a window."""


class MainWindow(QMainWindow):
    """The one window: the workspace of an open desk file, else the start page. `file` is opened at once."""

    def __init__(self, context: Context, file: Path | None = None) -> None:
        super().__init__()
        self.context = context
        self._session = context.session
        self.setWindowTitle(APPLICATION)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.workspace: Workspace | None = None
        self.start_page: StartPage | None = None
        self._return_to = ""
        self._place: WindowPlace | None = None
        self._hint: DropHint | None = None
        self._shortcuts: list[QShortcut] = []
        FieldKeys(self._session, self)
        self.notice = NoticeBar(context, self)
        self.work = WorkBar(context, self)
        self.cover = LockCover(context, self, self.notice)
        self._session.closing.connect(self._end_editing)
        self._session.state_changed.connect(self._show_state)
        self._session.started.connect(self._show_task)
        self._session.screen_requested.connect(self.go)
        self._session.chapter_changed.connect(self._take_chapter)
        self._session.front_requested.connect(self._answer_request)
        self._session.unsaved.copy_requested.connect(self.save_copy)
        self._rebuilding = QTimer(self, singleShot=True)
        self._rebuilding.timeout.connect(self.rebuild)
        context.rebuild.connect(self._rebuilding.start)
        self._restore_geometry()
        if file is not None:
            self._session.open(file)
        if self.centralWidget() is None:
            self._show_state(self._session.state)

    def _restore_geometry(self) -> None:
        """Restore the last geometry, or use the design size; always on an existing screen."""
        stored = self.context.settings_file.geometry()
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(*DESIGN_SIZE)
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        room.adjust(0, 0, 0, -FRAME)
        if not any(screen.availableGeometry().intersects(self.geometry()) for screen in QGuiApplication.screens()):
            self.move(room.topLeft())
        self.setMinimumSize(self.minimumSize().boundedTo(room.size()))
        if not self.isMaximized():
            self.resize(min(self.width(), room.width()), min(self.height(), room.height()))

    # The content

    @Slot(object)
    def _show_state(self, state: State) -> None:
        return_to, self._return_to = self._return_to, ""
        if not isinstance(state, Open | Locked):
            self._place = None
            if self.cover.page is not None:
                self.cover.discard()
        match state:
            case Locked():
                self.cover.cover_window()
            case Open() if self.cover.page is not None:
                if self.cover.uncover_window():
                    self.rebuild()
            case Open():
                self._show_open(return_to)
            case Working():
                self._return_to = self.workspace.current if self.workspace is not None else ""
                self._remove_content()
                self.setCentralWidget(_ground())
            case NeedsPassphrase():
                self._go_to_start().ask_passphrase(state.path, state.error)
            case Failed():
                self._go_to_start().show_problem(state.problem)
            case Closed(for_good=True):
                self._remove_content()
                self.close()
            case Closed():
                self._go_to_start().show_choices()

    @Slot()
    def _end_editing(self) -> None:
        """Take the focus from the focused field while its file is still open."""
        if self.workspace is not None and self.cover.page is None:
            self._place = self.workspace.save_place()
            if (field := self.workspace.focusWidget()) is not None:
                field.clearFocus()

    def _show_open(self, return_to: str) -> None:
        """Show an open file at the screen `return_to`; a file without a chapter asks for its first."""
        self.cover.watch()
        try:
            self.rebuild()
        except ChapterError as error:  # it opens, but the first screen cannot be read
            self._session.opener.fail(self._session.path, error)
            return
        if self.workspace is None:
            self._go_to_start().begin(())
        elif return_to in self.workspace.entries:
            self.workspace.go(return_to)

    def rebuild(self) -> None:
        """Build the content anew: for a new language, theme or text size, or another file."""
        if self.cover.page is not None:
            self.cover.rebuild_page()
            return
        place, self._place = self._place, None
        if place is None and self.workspace is not None:
            place = self.workspace.save_place()
        self._remove_content()
        self.work.deleteLater()
        self.work = WorkBar(self.context, self)
        if not self.context.has_chapter:
            self._show_start()
            return
        self.workspace = Workspace(self.context, screen_entries())
        self.workspace.sidebar.file_commands = self.file_commands
        self.setCentralWidget(self.workspace)
        self.workspace.restore_place(place)
        self._listen()
        self.notice.raise_()

    def _go_to_start(self) -> StartPage:
        """Show the start page and return it."""
        if self.start_page is not None and self._session.is_open == self.start_page.is_file_open:
            return self.start_page
        self._remove_content()
        return self._show_start()

    def _show_start(self) -> StartPage:
        self.start_page = page = StartPage(self.context)
        self.setCentralWidget(page)
        page.focus_start()
        self._listen()
        return page

    def _remove_content(self) -> None:
        """Remove the content; its connections to the session end with it."""
        self._close_overlays()
        self._session.unsaved.clear_parts()
        if (old := self.centralWidget()) is not None:  # kept as a child: taking it out makes Qt style all of it again
            old.hide()
            old.deleteLater()
        self.workspace = self.start_page = None

    def _take_chapter(self) -> None:
        if (self.workspace is not None) != self.context.has_chapter:
            self._rebuilding.start()

    def go(self, key: str, what: dict[str, Any]) -> None:
        """Show a screen and one thing in it; "about" and "news" open over the content."""
        if key == "about":
            AboutOverlay(self.context, self, **what).open()
        elif key == "news":
            News(self.context, self, **what).open()
        elif self.workspace is not None:
            self.workspace.go(key, **what)

    @Slot()
    def _answer_request(self) -> None:
        self.come_to_front()

    def come_to_front(self) -> None:
        """Show the window in front of all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Files

    @Slot()
    def save_copy(self) -> None:
        """Ask for a path, copy the open file to it, and open the copy."""
        tr = self.context.tr
        if not self.context.is_open:
            return
        proposed = str(self._session.location.propose_copy())
        name, _ = QFileDialog.getSaveFileName(self, tr("Save a copy"), proposed, desk_files(self.context))
        if name:
            self._session.location.copy_to(Path(name))

    # Commands

    def file_commands(self) -> list[Command]:
        """Return what can be done with files and chapters."""
        tr, session = self.context.tr, self._session
        opening = Command(tr("Open a file…"), partial(choose_file, self.context, self), "Ctrl+O", "folder-open")
        if not session.is_open:
            return [opening]
        begin = partial(session.go, "settings", new_chapter=True)
        return [
            Command(tr("New chapter"), begin, "Ctrl+Shift+N", "plus", tr("add group")),
            opening,
            Command(tr("Save a copy…"), session.unsaved.copy_requested.emit, "Ctrl+Shift+S", "copy"),
            Command(tr("Close the file"), session.request_close, "Ctrl+W", "log-out"),
        ]

    def commands(self) -> list[Command]:
        """Return what can be done anywhere in the program."""
        tr, session = self.context.tr, self._session
        commands = [
            Command(tr("Command palette"), self.open_palette, "Ctrl+K", "command"),
            Command(tr("Keyboard shortcuts"), self.open_sheet, "F1", "keyboard", tr("help keys")),
        ]
        if session.is_open:
            commands += [
                Command(session.undo_text(), session.undo, "Ctrl+Z", "undo-2"),
                Command(session.redo_text(), session.redo, REDO, "redo-2"),
                Command(tr("Show or hide the words of the sidebar"), self._toggle, "Ctrl+B", "panel-left"),
            ]
        commands += self.file_commands()
        if session.is_open:
            commands.append(Command(tr("Lock now"), session.lock.lock, "Ctrl+L", "lock", tr("protect hide passphrase")))
        news, about = partial(session.go, "news"), partial(session.go, "about")
        return [
            *commands,
            Command(tr("What’s new"), news, "", "sparkles", tr("changes version update")),
            Command(tr("About {program}", program=APPLICATION), about, "", "info", tr("version licence support help")),
            Command(tr("Quit"), self.close, "Ctrl+Q", "door-open"),
        ]

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
                self._shortcuts.append(listen(command.shortcut, self, partial(self._act, command.run)))

    @property
    def is_covered(self) -> bool:
        """Whether the window is locked or a job writes."""
        return self.cover.page is not None or self._session.is_writing

    def _act(self, run: Callable[[], object]) -> None:
        """Run the command of a shortcut, unless the window is covered; open overlays are closed first."""
        if self.is_covered:
            return
        overlays = self._close_overlays()
        if not overlays or run not in (self.open_palette, self.open_sheet):
            run()

    def _close_overlays(self) -> int:
        overlays = [overlay for overlay in self.findChildren(Overlay) if overlay.isVisible()]
        for overlay in overlays:
            overlay.dismiss()
        return len(overlays)

    def open_palette(self) -> None:
        """Show the command palette."""
        show_palette(self.context, self, self.workspace, self.commands)

    def open_sheet(self) -> None:
        """Show the sheet of shortcuts."""
        show_sheet(self.context, self, self.workspace, self.commands())

    # Jobs, dropped files, geometry

    def _show_task(self, task: Task, writing: object) -> None:
        if writing:
            JobCover(self.context, task, self)
        else:
            self.work.watch(task)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()
            self._hint = DropHint(self.context, self)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._remove_hint()

    def _remove_hint(self) -> None:
        if self._hint is not None:
            self._hint.deleteLater()
            self._hint = None

    def dropEvent(self, event: QDropEvent) -> None:
        self._remove_hint()
        event.acceptProposedAction()
        self.take_files(dropped_files(event))

    def take_files(self, files: list[Path]) -> None:
        """Open the desk file among these files, or import them."""
        desks = [path for path in files if path.suffix.casefold() == DESK_SUFFIX]
        if desks:
            self._session.open(desks[0])
        elif files and self.workspace is not None:
            self.workspace.go("import", paths=files)
        elif files and self.start_page is not None:
            self.start_page.begin(files)

    @property
    def has_dialog(self) -> bool:
        """Whether a modal dialog is open."""
        return QApplication.activeModalWidget() is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.notice.isVisible():
            self.notice.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.has_dialog:
            self._session.speech.withdraw(remote_close.DIALOG)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cover.watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        # The session is asked once. When a backup comes first, its end closes the window.
        if not self._session.is_over:
            self._session.request_close(for_good=True)
        if not self._session.is_over:
            event.ignore()
            return
        self._session.settings_file.remember_geometry(self.saveGeometry())
        super().closeEvent(event)


def _ground() -> QWidget:
    """Return the empty page that is shown while a job works on the closed file."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page


def screen_entries() -> list[ScreenEntry]:
    """Return the screens of the program: one in each package of ui/screens."""
    return list(registry.discover("chapterdesk.ui.screens", "SCREEN").values())
