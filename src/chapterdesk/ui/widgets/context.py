"""What is handed down to everything in the window: the desk file, the chapter, language, style, and ways to act.

There are no globals: app.py makes one Context. Screens never call each other, they ask it: `go`, `notify`, `run`.
"""

import dataclasses
import datetime as dt
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.i18n import LANGUAGES, Language, system_language
from chapterdesk.paths import erasure_ledger
from chapterdesk.store.chapters import ChapterRow, chapter, chapters
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.keeping import resting
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session import tasks, undo_words
from chapterdesk.ui.session.backup_place import BackupPlace
from chapterdesk.ui.session.banners import Banners
from chapterdesk.ui.session.refused_changes import Refusals
from chapterdesk.ui.session.settings import Settings, SettingsFile
from chapterdesk.ui.session.upkeep import first_steps

log = logging.getLogger(__name__)
PATIENCE = 10_000
"""Milliseconds that closing a file waits for work on it to stop."""


class Context(QObject):
    """The desk file in the window and what surrounds it. `desk` and `chapter` exist while a file is open."""

    changed = Signal(object)
    """The names of the tables that a change touched (frozenset[str]); always on the window's thread."""
    chapter_changed = Signal()
    """Another chapter is looked at, or its own data changed."""
    rebuild = Signal()
    """Language, theme or text size changed: the window builds its screens anew."""
    went = Signal(str, object)
    noticed = Signal(str, str, object, object)
    started = Signal(object, bool)
    _committed = Signal(object)

    def __init__(
        self,
        settings_file: SettingsFile,
        style: Style,
        *,
        language: str = "",
        today: dt.date | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings_file = settings_file
        self.settings: Settings = settings_file.read()
        self.ledger = erasure_ledger()
        self.backups = BackupPlace(settings_file)
        self.style = style
        self._language_asked = language
        self._today = today
        self._desk: DeskFile | None = None
        self._chapter: ChapterRow | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self.standings = Banners(self)
        self.refusals = Refusals(self)
        self.tell = self.refusals.tell
        """Say an error that the director can act on, with the help there is."""
        self.attempt = self.refusals.attempt
        """Do something that the store may refuse, and say that."""
        self.language = self._speak()
        self._committed.connect(self._take_change)
        style.changed.connect(self.rebuild)

    # What is open

    @property
    def is_open(self) -> bool:
        """Tell whether a desk file is open."""
        return self._desk is not None

    @property
    def desk(self) -> DeskFile:
        """The open desk file."""
        if self._desk is None:
            raise RuntimeError("No desk file is open")
        return self._desk

    @property
    def has_chapter(self) -> bool:
        """Tell whether the open file holds a chapter to look at."""
        return self._chapter is not None

    @property
    def chapter(self) -> ChapterRow:
        """The chapter that is looked at."""
        if self._chapter is None:
            raise RuntimeError("No chapter is chosen")
        return self._chapter

    def open(self, desk: DeskFile) -> None:
        """Take an open desk file into the window, with the chapter that was looked at last."""
        self.close()
        first_steps(self, desk)
        self._desk = desk
        self._unsubscribe = desk.subscribe(self._committed.emit)
        with desk.read() as s:
            known = chapters(s)
        last = self.settings_file.chapter_of(desk.path)
        self._chapter = next((row for row in known if row.id == last), known[0] if known else None)
        self.language = self._speak()

    def close(self) -> None:
        """Close the desk file; what was changed is stored already. Work under way is cancelled and waited for."""
        if self._desk is not None:
            self._stop_work()
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._desk is not None:
            resting.close(self._desk)
        self._desk = self._chapter = self._unsubscribe = None
        self.refusals.forget()
        self.standings.clear()

    def _stop_work(self) -> None:
        under_way = [task for task in self.findChildren(tasks.Task) if not task.is_over]
        for task in under_way:
            task.cancel()
            task.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if under_way:
            QThreadPool.globalInstance().waitForDone(PATIENCE)

    def choose_chapter(self, chapter_id: int) -> None:
        """Look at another chapter of the file."""
        with self.desk.read() as s:
            self._chapter = chapter(s, chapter_id)
        self.settings_file.remember_chapter(self.desk.path, chapter_id)
        self._speak_again()
        self.chapter_changed.emit()

    # Language and preferences

    def tr(  # type: ignore[override]
        self, text: str, comment: str = "", n: int | None = None, /, **params: Any
    ) -> str:
        """Translate; in code take `tr = self.context.tr` first, since lupdate reads only a bare `tr("…")`."""
        return self.language.tr(text, comment, n, **params)

    def _speak(self) -> Language:
        code = self._language_asked or self.settings.language or system_language()
        kind = str(self._chapter.kind) if self._chapter is not None else None
        return Language(code if code in LANGUAGES else "en", kind)

    def _speak_again(self) -> None:
        before, self.language = self.language, self._speak()
        if (before.code, before.kind) != (self.language.code, self.language.kind):
            self.rebuild.emit()

    def prefer(self, **values: Any) -> None:
        """Change preferences (fields of Settings), store them and put them in force at once."""
        self.settings = dataclasses.replace(self.settings, **values)
        self.settings_file.write(self.settings)
        if "language" in values:
            self._language_asked = ""
            self._speak_again()
        self.style.choose(self.settings.theme, self.settings.text_size)

    def today(self) -> dt.date:
        """Return today's date, as the system's clock has it."""
        return self._today or dt.date.today()  # noqa: DTZ011 - the director's own calendar day is meant

    # Backups

    def backup_folder(self) -> Path:
        """Return where backups are made: the chosen folder, or the program's own while that cannot be reached."""
        return self.backups.folder()

    def backup_folders(self) -> list[Path]:
        """Return where backups can be: those made before another folder was chosen stay where they were made."""
        return list(dict.fromkeys((self.backup_folder(), *self.backups.folders())))

    # Acting

    def go(self, screen_key: str, **what: Any) -> None:
        """Show a screen and one thing in it, such as the person of `go("members", person_id=3)`."""
        self.went.emit(screen_key, what)

    def notify(
        self,
        text: str,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        stays: Callable[[], bool] | None = None,
    ) -> None:
        """Say something (translated) in the bar at the bottom, with at most one action; never a dialog.

        It goes by itself, and at once when `stays` tells that its reason is gone.
        """
        self.noticed.emit(text, action_text, action, stays)

    def notify_undo(self, text: str) -> None:
        """Say what was just changed, with Undo at hand."""
        tr = self.tr
        self.notify(text, tr("Undo"), self.undo)

    def undo_text(self) -> str:
        """Return "Undo" with the name of what it would undo."""
        return undo_words.undo_text(self)

    def redo_text(self) -> str:
        """Return "Redo" with the name of what it would redo."""
        return undo_words.redo_text(self)

    def undo(self) -> None:
        """Undo the last change and say which it was."""
        self.attempt(partial(undo_words.undo, self), key="undo")

    def redo(self) -> None:
        """Redo what was undone last and say what it was."""
        self.attempt(partial(undo_words.redo, self), key="undo")

    def run(
        self,
        job: tasks.Job,
        on_done: Callable[[Any], object],
        title: str = "",
        *,
        writing: bool = False,
        cancel_text: str = "",
        on_failed: Callable[[BaseException], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
    ) -> tasks.Task:
        """Run `job(progress)` on another thread; the callbacks come on this one, unless their widget is gone.

        `title` is shown with progress and Cancel (or `cancel_text`); a `writing` job covers the window meanwhile.
        Without `on_failed` a ChapterError is told at the bottom and anything else is raised here, where the
        excepthook logs it.
        """
        task = tasks.Task(title, self)
        task.cancel_text = cancel_text

        def finish(callback: Callable[..., object] | None, *values: object) -> None:
            owner = getattr(callback, "__self__", None)
            if callback is not None and not (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
                callback(*values)
            task.deleteLater()

        task.done.connect(lambda result: finish(on_done, result))
        task.failed.connect(lambda error: finish(on_failed or self._failed, error))
        task.cancelled.connect(lambda: finish(on_cancelled))
        self.started.emit(task, writing)
        tasks.start(task, job)
        return task

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self.tell(error)

    @Slot(object)
    def _take_change(self, tables: frozenset[str]) -> None:
        """Pass a change on, on the window's thread: the desk file tells it on the thread that made it."""
        if self._desk is None:
            return
        if "chapter" in tables:
            self._refresh_chapter()
        self.changed.emit(tables)

    def _refresh_chapter(self) -> None:
        with self.desk.read() as s:
            known = chapters(s)
        here = self._chapter.id if self._chapter is not None else None
        fresh = next((row for row in known if row.id == here), known[0] if known else None)
        if fresh != self._chapter:
            self._chapter = fresh
            self._speak_again()
            self.chapter_changed.emit()
