"""The main window: it shows the state of the session, with shortcuts, palette, notices and dropped files."""

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
from chapterdesk.ui.shell.workspace import Here, Workspace
from chapterdesk.ui.widgets.command import REDO, Command, listen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import DropHint, JobCover, Overlay, dropped_files
from chapterdesk.ui.widgets.notice import NoticeBar, WorkBar
from chapterdesk.ui.widgets.screen import ScreenEntry

SMALLEST = (760, 560)
DESIGN_SIZE = (1280, 800)
FRAME = 40
"""Pixels that the title bar and the lower edge of a window can take of the screen."""


class MainWindow(QMainWindow):
    """The one window: the workspace while a desk file is open, else the start page.

    `file` is a desk file to open at once; what is wrong with it is said on the start page.
    """

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
        self._here: Here | None = None
        self._hint: DropHint | None = None
        self._shortcuts: list[QShortcut] = []
        FieldKeys(self._session, self)
        self.notice = NoticeBar(context, self)
        self.work = WorkBar(context, self)
        self.cover = LockCover(context, self, self.notice)
        self._session.closing.connect(self._end_editing)
        self._session.state_changed.connect(self._show_state)
        self._session.started.connect(self._show_task)
        self._session.went.connect(self.go)
        self._session.chapter_changed.connect(self._take_chapter)
        self._session.front_asked.connect(self._answer)
        self._session.unsaved.copy_asked.connect(self.save_copy)
        self._rebuilding = QTimer(self, singleShot=True)
        self._rebuilding.timeout.connect(self.rebuild)
        context.rebuild.connect(self._rebuilding.start)
        self._restore_geometry()
        if file is not None:
            self._session.open(file)
        if self.centralWidget() is None:
            self._show_state(self._session.state)

    def _restore_geometry(self) -> None:
        """Stand where it was closed last, or in the size it was designed for, always on a screen that is there."""
        stored = self.context.settings_file.geometry()
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(*DESIGN_SIZE)
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        room.adjust(0, 0, 0, -FRAME)
        if not any(one.availableGeometry().intersects(self.geometry()) for one in QGuiApplication.screens()):
            self.move(room.topLeft())
        self.setMinimumSize(self.minimumSize().boundedTo(room.size()))
        if not self.isMaximized():
            self.resize(min(self.width(), room.width()), min(self.height(), room.height()))

    # What it shows

    @Slot(object)
    def _show_state(self, state: State) -> None:
        return_to, self._return_to = self._return_to, ""
        if not isinstance(state, Open | Locked):
            self._here = None
            if self.cover.page is not None:
                self.cover.discard()
        match state:
            case Locked():
                self.cover.put_on()
            case Open() if self.cover.page is not None:
                if self.cover.take_off():
                    self.rebuild()
            case Open():
                self._show_open(return_to)
            case Working():
                self._return_to = self.workspace.current if self.workspace is not None else ""
                self._remove_content()
                self.setCentralWidget(_ground())
            case NeedsPassphrase():
                self._to_start().ask_passphrase(state.path, state.error)
            case Failed():
                self._to_start().show_problem(state.problem)
            case Closed(for_good=True):
                self._remove_content()
                self.close()
            case Closed():
                self._to_start().show_choices()

    @Slot()
    def _end_editing(self) -> None:
        """Let the focused field hear that the focus leaves it while its file is still open."""
        if self.workspace is not None and self.cover.page is None:
            self._here = self.workspace.leave_off()
            if (field := self.workspace.focusWidget()) is not None:
                field.clearFocus()

    def _show_open(self, return_to: str) -> None:
        """Show an open file, at the screen from which it was worked on; one without a chapter asks for its first."""
        self.cover.watch()
        try:
            self.rebuild()
        except ChapterError as error:  # it opens, and what is shown first is damaged
            self._session.opener.fail(self._session.path, error)
            return
        if self.workspace is None:
            self._to_start().begin(())
        elif return_to in self.workspace.entries:
            self.workspace.go(return_to)

    def rebuild(self) -> None:
        """Build all that is shown anew: after a new language, theme, text size, or another file."""
        if self.cover.page is not None:
            self.cover.show_anew()
            return
        here, self._here = self._here, None
        if here is None and self.workspace is not None:
            here = self.workspace.leave_off()
        self._remove_content()
        self.work.deleteLater()
        self.work = WorkBar(self.context, self)
        if not self.context.has_chapter:
            self._show_start()
            return
        self.workspace = Workspace(self.context, screen_entries())
        self.workspace.sidebar.file_commands = self.file_commands
        self.setCentralWidget(self.workspace)
        self.workspace.go_on(here)
        self._listen()
        self.notice.raise_()

    def _to_start(self) -> StartPage:
        """Return the start page, which stands in place of a file."""
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
        """Remove what is shown; its connections to the session end with it."""
        self._close_overlays()
        self._session.unsaved.clear_parts()
        if (old := self.centralWidget()) is not None:  # it is not taken out: Qt would style all of it anew
            old.hide()
            old.deleteLater()
        self.workspace = self.start_page = None

    def _take_chapter(self) -> None:
        if (self.workspace is not None) != self.context.has_chapter:
            self._rebuilding.start()

    def go(self, key: str, what: dict[str, Any]) -> None:
        """Show a screen, and in it what is asked for; "about" and "news" lie over whatever is shown."""
        if key == "about":
            AboutOverlay(self.context, self, **what).open()
        elif key == "news":
            News(self.context, self, **what).open()
        elif self.workspace is not None:
            self.workspace.go(key, **what)

    @Slot()
    def _answer(self) -> None:
        self.come_to_front()

    def come_to_front(self) -> None:
        """Show the window before all others: a second one was asked for the same file."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Files

    @Slot()
    def save_copy(self) -> None:
        """Ask where a copy of the open file goes, make it beside the window, and go on with it."""
        tr = self.context.tr
        if not self.context.is_open:
            return
        offered = str(self._session.location.offered_copy())
        name, _ = QFileDialog.getSaveFileName(self, tr("Save a copy"), offered, desk_files(self.context))
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
            Command(tr("Save a copy…"), session.unsaved.copy_asked.emit, "Ctrl+Shift+S", "copy"),
            Command(tr("Close the file"), session.request_close, "Ctrl+W", "log-out"),
        ]

    def commands(self) -> list[Command]:
        """Return what can be done anywhere in the program."""
        tr, session = self.context.tr, self._session
        found = [
            Command(tr("Command palette"), self.open_palette, "Ctrl+K", "command"),
            Command(tr("Keyboard shortcuts"), self.open_sheet, "F1", "keyboard", tr("help keys")),
        ]
        if session.is_open:
            found += [
                Command(session.undo_text(), session.undo, "Ctrl+Z", "undo-2"),
                Command(session.redo_text(), session.redo, REDO, "redo-2"),
                Command(tr("Show or hide the words of the sidebar"), self._toggle, "Ctrl+B", "panel-left"),
            ]
        found += self.file_commands()
        if session.is_open:
            found.append(Command(tr("Lock now"), session.lock.lock, "Ctrl+L", "lock", tr("protect hide passphrase")))
        news, about = partial(session.go, "news"), partial(session.go, "about")
        return [
            *found,
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
        """Whether nothing can be done in it now: it is locked, or a job writes."""
        return self.cover.page is not None or self._session.is_writing

    def _act(self, run: Callable[[], object]) -> None:
        """Do what a shortcut asks, unless the window is covered; palette and sheet make way for it."""
        if self.is_covered:
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
        """Whether a dialog of the system waits for an answer."""
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
        # The session is asked once. Where a backup comes first, its end closes the window.
        if not self._session.is_over:
            self._session.request_close(for_good=True)
        if not self._session.is_over:
            event.ignore()
            return
        self._session.settings_file.remember_geometry(self.saveGeometry())
        super().closeEvent(event)


def _ground() -> QWidget:
    """Return the empty page that stands while the file is worked on."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page


def screen_entries() -> list[ScreenEntry]:
    """Return the screens of the program: one in each package of ui/screens."""
    return list(registry.discover("chapterdesk.ui.screens", "SCREEN").values())
