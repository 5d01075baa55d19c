"""The open desk file: its chapter, its changes, the jobs beside the window. All parts of the session stand on it."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from chapterdesk.actions import meeting
from chapterdesk.demo import demo_file
from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.preferences import Settings
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language, erased_name, system_language
from chapterdesk.paths import erasure_ledger
from chapterdesk.store.chapters import ChapterRow, chapter, chapter_or_first
from chapterdesk.store.desk import Desk, Step
from chapterdesk.store.keeping import closed_file
from chapterdesk.store.rights.erasing import replay
from chapterdesk.store.sqlite.faults import DiskFullError, ReadOnlyError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.backup_place import BackupPlace
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.session.speech import Speech
from chapterdesk.ui.session.states import Closed, Open, State
from chapterdesk.ui.session.tasks import Job, Task
from chapterdesk.ui.session.unsaved import Unsaved, is_alive

PATIENCE = 10_000
"""Milliseconds that closing a file waits for work on it to stop."""


class OpenDesk(QObject):
    """`desk` and `chapter` exist while a file is open; preferences and jobs are there without one as well."""

    state_changed = Signal(object)
    """The session is in another State."""
    closing = Signal()
    """The open file is about to be closed."""
    changed = Signal(object)
    """The names of the tables that a change touched (frozenset[str]); always on the window's thread."""
    settled = Signal()
    """What came of the changes so far is done: what is shown is what is stored."""
    chapter_changed = Signal()
    """Another chapter is looked at, or its own data changed."""
    language_changed = Signal()
    preferred = Signal()
    """Preferences changed; they are in `settings`."""
    started = Signal(object, bool)
    """A job began: its Task, and whether it writes, so that nothing else may be done meanwhile."""
    ended = Signal()
    """A job ended, and what was to be done with its result is done."""
    front_asked = Signal()
    """Another program asks this window to come to the front."""
    went = Signal(str, object)
    """A screen is to be shown: its key, and what to show in it (a dict)."""
    _committed = Signal(object)
    _passed_on = Signal()

    def __init__(
        self,
        settings_file: SettingsFile,
        *,
        language: str = "",
        today: dt.date | None = None,
        automatic_backups: bool = True,
    ) -> None:
        super().__init__()
        self.settings_file = settings_file
        self.settings: Settings = settings_file.read()
        self.erasures = erasure_ledger()
        """The file that knows who was erased."""
        self.backups = BackupPlace(settings_file, is_automatic=automatic_backups)
        self._language_asked = language
        self._today = today
        self._file: DeskFile | None = None
        self._chapter: ChapterRow | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._unsettled = 0
        self._state: State = Closed()
        self.speech = Speech(self._chosen_language(), self)
        self.unsaved = Unsaved(self.speech, self)
        self.changed.connect(self.unsaved.note_change)
        self._committed.connect(self._take_change)
        self._passed_on.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    # What is open

    @property
    def state(self) -> State:
        """What has become of the file."""
        return self._state

    @property
    def is_over(self) -> bool:
        """Whether the file was closed for good: the window may go."""
        return self._state == Closed(for_good=True)

    def set_state(self, state: State) -> None:
        """Be in another state; an open file stays open."""
        self._state = state
        self.state_changed.emit(state)

    @property
    def is_open(self) -> bool:
        """Whether a desk file is open."""
        return self._file is not None

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.file

    @property
    def file(self) -> DeskFile:
        """The file of the open desk, for what is done with the file itself: its backups, copies, its passphrase."""
        if self._file is None:
            raise RuntimeError("No desk file is open")
        return self._file

    @property
    def path(self) -> Path:
        """Where the open file is."""
        return self.file.path

    @property
    def key(self) -> str | None:
        """The key of the open file, None when it has no passphrase."""
        return self.file.key

    @property
    def is_protected(self) -> bool:
        """Whether a file is open that has a passphrase."""
        return self._file is not None and self._file.key is not None

    @property
    def is_demo(self) -> bool:
        """Whether the open file is the demo, which begins anew each time."""
        return demo_file.is_demo(self.path)

    @property
    def has_chapter(self) -> bool:
        """Whether the open file holds a chapter to look at."""
        return self._chapter is not None

    @property
    def chapter(self) -> ChapterRow:
        """The chapter that is looked at."""
        if self._chapter is None:
            raise RuntimeError("No chapter is chosen")
        return self._chapter

    def take(self, desk: DeskFile) -> None:
        """Take an open desk file in the place of the present one, with the chapter that was looked at last."""
        self.speech.withdraw()
        self._let_go()
        if not desk.read_only:
            self._erase_again(desk)
            with suppress(DiskFullError):  # what can be looked at is looked at; the weeks are planned another time
                meeting.plan_missing_weeks(desk, self.today())
        self._file = desk
        self._unsubscribe = desk.subscribe(self._committed.emit)
        with desk.read() as s:
            self._chapter = chapter_or_first(s, self.settings_file.chapter_of(desk.path))
        self.speech.language = self._chosen_language()
        self.set_state(Open(desk))

    def _erase_again(self, desk: DeskFile) -> None:
        """Erase again whom an older backup brought back, finish what was cut short, and say so.

        Where it cannot be done the file opens all the same, the reason is said, and the next opening tries again.
        """
        tr = self.speech.tr
        try:
            again = replay(desk, self.erasures, naming=erased_name)
        except ChapterError as error:
            self.unsaved.tell(error)
            return
        if again:
            text = tr("%n person(s) who had been erased stood in this file again; erased once more.", "", again)
            self.speech.notify(text)

    def close(self, state: State = Closed()) -> None:  # noqa: B008 - it is frozen
        """Close the desk file, if one is open, and be in the state that comes of it.

        What was changed is stored already. Work under way is cancelled and waited for.
        """
        if self._file is not None:
            self.speech.withdraw()
        self._let_go()
        self.set_state(state)

    def _let_go(self) -> None:
        if self._file is not None:
            self.closing.emit()
            self._stop_work()
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._file is not None:
            closed_file.close_with_digest(self._file)
        self._file = self._chapter = self._unsubscribe = None
        self.unsaved.forget()
        self.unsaved.note_change()
        self.speech.banners.clear()

    def choose_chapter(self, chapter_id: int) -> None:
        """Look at another chapter of the file."""
        with self.desk.read() as s:
            self._chapter = chapter(s, chapter_id)
        self.settings_file.remember_chapter(self.path, chapter_id)
        self._choose_language()
        self.chapter_changed.emit()

    def warn_if_read_only(self) -> bool:
        """Say, before anything is typed, that the open file can only be read; returns whether that is so."""
        if self.desk.read_only:
            text = N_("{file} can only be read here; save a copy to edit it")
            self.unsaved.tell(ReadOnlyError(text, file=self.desk.title))
        return self.desk.read_only

    # Changes

    @Slot(object)
    def _take_change(self, tables: frozenset[str]) -> None:
        """Pass a change on, on the window's thread: the desk file tells it on the thread that made it."""
        if self._file is None:
            return
        if "chapter" in tables:
            self._refresh_chapter()
        self._unsettled += 1
        self.changed.emit(tables)
        self._passed_on.emit()  # after the refreshing that `changed` put in the queue

    @Slot()
    def _settle(self) -> None:
        self._unsettled -= 1
        if not self._unsettled:
            self.settled.emit()

    def _refresh_chapter(self) -> None:
        with self.desk.read() as s:
            fresh = chapter_or_first(s, self._chapter.id if self._chapter is not None else None)
        if fresh != self._chapter:
            self._chapter = fresh
            self._choose_language()
            self.chapter_changed.emit()

    def undo_text(self) -> str:
        """Return "Undo" with the name of what it would undo."""
        return self._text_with(N_("Undo"), N_("Undo: {what}"), self.desk.undo_step)

    def redo_text(self) -> str:
        """Return "Redo" with the name of what it would redo."""
        return self._text_with(N_("Redo"), N_("Redo: {what}"), self.desk.redo_step)

    def undo(self) -> None:
        """Undo the last change and say which it was."""
        self._replay(self.desk.undo, N_("There is nothing to undo."), N_("Undone: {what}"), N_("Redo"), self.redo)

    def redo(self) -> None:
        """Redo what was undone last and say what it was."""
        self._replay(self.desk.redo, N_("There is nothing to redo."), N_("Redone: {what}"), N_("Undo"), self.undo)

    def _text_with(self, alone: str, text: str, step: Step | None) -> str:
        """Return `text` with the name of a step, or `alone` where there is none."""
        tr = self.speech.language.tr
        return tr(alone) if step is None else tr(text, what=tr(step.label, **step.params))

    def _replay(
        self, act: Callable[[], Step | None], nothing: str, done: str, back: str, take_back: Callable[[], None]
    ) -> None:
        """Undo or redo by `act` and say `done` with the name of the step, or `nothing` where there is none."""

        def replay() -> None:
            step = act()
            if step is None:
                self.speech.notify(self.speech.tr(nothing))
            else:
                self.speech.notify(self._text_with(nothing, done, step), self.speech.tr(back), take_back)

        self.unsaved.attempt(replay, key="undo")

    # Preferences

    def prefer(self, **values: Any) -> None:
        """Change preferences (fields of Settings), store them and put them in force at once."""
        self.settings = dataclasses.replace(self.settings, **values)
        self.settings_file.write(self.settings)
        if "language" in values:
            self._language_asked = ""
            self._choose_language()
        self.preferred.emit()

    def _chosen_language(self) -> Language:
        code = self._language_asked or self.settings.language or system_language()
        kind = str(self._chapter.kind) if self._chapter is not None else None
        return Language(code if code in LANGUAGES else "en", kind)

    def _choose_language(self) -> None:
        before, now = self.speech.language, self._chosen_language()
        self.speech.language = now
        if (before.code, before.kind) != (now.code, now.kind):
            self.language_changed.emit()

    def today(self) -> dt.date:
        """Return today's date, as the system's clock has it."""
        return self._today or dt.date.today()  # noqa: DTZ011 - the director's own calendar day is meant

    def set_today(self, day: dt.date | None) -> None:
        """Let it be another day, for what is tested, measured or drawn; None is the day of the system's clock."""
        self._today = day

    # Going and working

    def go(self, screen_key: str, **what: Any) -> None:
        """Show a screen and one thing in it, such as the person of `go("members", person_id=3)`."""
        self.went.emit(screen_key, what)

    @property
    def jobs(self) -> list[Task]:
        """The jobs that are under way."""
        return [task for task in self.findChildren(Task) if not task.is_over]

    @property
    def is_writing(self) -> bool:
        """Whether a job is under way that covers the window."""
        return any(task.is_writing for task in self.jobs)

    def run(
        self,
        job: Job,
        on_done: Callable[[Any], object],
        title: str = "",
        *,
        writing: bool = False,
        cancel_text: str = "",
        on_failed: Callable[[BaseException], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
    ) -> Task:
        """Run `job(progress)` on another thread; the callbacks come on this one, unless their widget is gone.

        `title` is shown with progress and Cancel (or `cancel_text`); a `writing` job covers the window meanwhile.
        Without `on_failed` a ChapterError is told at the bottom and anything else is raised here, where the
        excepthook logs it.
        """
        task = Task(title, self, is_writing=writing, cancel_text=cancel_text)
        task.done.connect(lambda result: self._finish(task, partial(call_alive, on_done, result)))
        task.failed.connect(lambda error: self._finish(task, partial(call_alive, on_failed or self._failed, error)))
        task.cancelled.connect(lambda: self._finish(task, partial(call_alive, on_cancelled)))
        self.started.emit(task, writing)
        task.start(job)
        return task

    def _finish(self, task: Task, callback: Callable[[], object]) -> None:
        try:
            callback()
        finally:
            task.deleteLater()
            self.ended.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self.unsaved.tell(error)

    def _stop_work(self) -> None:
        under_way = self.jobs
        for task in under_way:
            task.cancel()
            task.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            task.is_over = True  # nobody hears its end any more
        if under_way:
            QThreadPool.globalInstance().waitForDone(PATIENCE)


def call_alive(callback: Callable[..., object] | None, *values: object) -> None:
    """Call a callback, unless there is none or the widget that it belongs to is gone."""
    if callback is not None and is_alive(callback):
        callback(*values)
