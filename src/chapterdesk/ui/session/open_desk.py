"""The open desk file: its chapter, its changes, and background jobs. All parts of the session use it."""

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
from chapterdesk.ui.session.unsaved import Unsaved, call_if_alive

REPLAY = "replay"
"""Key of the notices that offer to undo or redo a step."""
PATIENCE = 10_000
"""Milliseconds that closing a file waits for its jobs to stop."""


class OpenDesk(QObject):
    """`desk` and `chapter` exist while a file is open; preferences and jobs exist always."""

    state_changed = Signal(object)
    """The session is in another State."""
    closing = Signal()
    """The open file is about to be closed."""
    changed = Signal(object)
    """The names of the changed tables (frozenset[str]); always emitted on the window's thread."""
    settled = Signal()
    """All changes so far are shown: the window agrees with the file."""
    chapter_changed = Signal()
    """Another chapter was chosen, or the data of the chapter changed."""
    language_changed = Signal()
    preferences_changed = Signal()
    """`settings` has new values."""
    started = Signal(object, bool)
    """A job began: its Task, and whether it writes and so blocks the window."""
    ended = Signal()
    """A job ended and its callback has run."""
    front_requested = Signal()
    """Another program asks this window to come to the front."""
    screen_requested = Signal(str, object)
    """A screen was asked for: its key, and what to show in it (a dict)."""
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
        self._is_offered: Callable[[], bool] | None = None
        self.changed.connect(self._withdraw_offer)
        self._committed.connect(self._take_change)
        self._passed_on.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    # The open file

    @property
    def state(self) -> State:
        """The state of the session."""
        return self._state

    @property
    def is_over(self) -> bool:
        """Whether the session ended, so that the window may close."""
        return self._state == Closed(for_good=True)

    def set_state(self, state: State) -> None:
        """Change the state; an open file stays open."""
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
        """The open desk as a file, for backups, copies and the passphrase."""
        if self._file is None:
            raise RuntimeError("No desk file is open")
        return self._file

    @property
    def path(self) -> Path:
        """The path of the open file."""
        return self.file.path

    @property
    def key(self) -> str | None:
        """The key of the open file, None when it has no passphrase."""
        return self.file.key

    @property
    def is_protected(self) -> bool:
        """Whether the open file has a passphrase."""
        return self._file is not None and self._file.key is not None

    @property
    def is_demo(self) -> bool:
        """Whether the open file is the demo, which is made again at each opening."""
        return demo_file.is_demo(self.path)

    @property
    def has_chapter(self) -> bool:
        """Whether a chapter is shown."""
        return self._chapter is not None

    @property
    def chapter(self) -> ChapterRow:
        """The chapter that is shown."""
        if self._chapter is None:
            raise RuntimeError("No chapter is chosen")
        return self._chapter

    def use_file(self, desk: DeskFile) -> None:
        """Replace the present file by an open one, and show the chapter that was shown last."""
        self.speech.withdraw()
        self._let_go()
        if not desk.read_only:
            self._repeat_erasures(desk)
            with suppress(DiskFullError):  # the file can still be read; the weeks are planned at another opening
                meeting.plan_missing_weeks(desk, self.today())
        self._file = desk
        self._unsubscribe = desk.subscribe(self._committed.emit)
        with desk.read() as s:
            self._chapter = chapter_or_first(s, self.settings_file.chapter_of(desk.path))
        self.speech.language = self._chosen_language()
        self.set_state(Open(desk))

    def _repeat_erasures(self, desk: DeskFile) -> None:
        """Repeat erasures that an older backup undid or that were interrupted, and say so.

        When that fails, the file opens all the same, the error is shown, and the next opening tries again.
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
        """Close the desk file, if one is open, and change to `state`. Running jobs are cancelled and waited for."""
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
        """Show another chapter of the file."""
        with self.desk.read() as s:
            self._chapter = chapter(s, chapter_id)
        self.settings_file.remember_chapter(self.path, chapter_id)
        self._choose_language()
        self.chapter_changed.emit()

    def warn_if_read_only(self) -> bool:
        """Return whether the open file is read only, and say so before anything is typed."""
        if self.desk.read_only:
            text = N_("{file} can only be read here; save a copy to edit it")
            self.unsaved.tell(ReadOnlyError(text, file=self.desk.title))
        return self.desk.read_only

    # Changes

    @Slot(object)
    def _take_change(self, tables: frozenset[str]) -> None:
        """Announce a change on the window's thread; the desk file calls on the thread that made it."""
        if self._file is None:
            return
        if "chapter" in tables:
            self._refresh_chapter()
        self._unsettled += 1
        self.changed.emit(tables)
        self._passed_on.emit()  # queued behind the refreshes that `changed` queued

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
        """Return "Undo" with the label of the step it would undo."""
        return self._text_with(N_("Undo"), N_("Undo: {what}"), self.desk.undo_step)

    def redo_text(self) -> str:
        """Return "Redo" with the label of the step it would redo."""
        return self._text_with(N_("Redo"), N_("Redo: {what}"), self.desk.redo_step)

    def undo(self) -> None:
        """Undo the last change and say its label."""
        self._replay(self.desk.undo, N_("There is nothing to undo."), N_("Undone: {what}"), self._offer_redo)

    def redo(self) -> None:
        """Redo the step undone last and say its label."""
        self._replay(self.desk.redo, N_("There is nothing to redo."), N_("Redone: {what}"), self.notify_undo)

    def _text_with(self, alone: str, text: str, step: Step | None) -> str:
        """Return `text` with the label of a step; `alone` without a step."""
        tr = self.speech.language.tr
        return tr(alone) if step is None else tr(text, what=tr(step.label, **step.params))

    def notify_undo(self, text: str) -> None:
        """Say what was changed, with Undo as the action until another change is stored."""
        self._offer(text, N_("Undo"), self.undo, lambda: self.desk.undo_step)

    def _offer_redo(self, text: str) -> None:
        self._offer(text, N_("Redo"), self.redo, lambda: self.desk.redo_step)

    def _offer(self, text: str, words: str, act: Callable[[], None], next_step: Callable[[], Step | None]) -> None:
        """Show a notice whose action undoes or redoes the present step, and no other."""
        step = next_step()

        def replay() -> None:
            if next_step() is step:
                act()

        self._is_offered = lambda: next_step() is step
        self.speech.notify(text, self.speech.tr(words) if step is not None else "", replay, REPLAY)

    def _withdraw_offer(self) -> None:
        if self._is_offered is not None and not self._is_offered():
            self._is_offered = None
            self.speech.withdraw(REPLAY)

    def _replay(self, act: Callable[[], Step | None], nothing: str, done: str, say: Callable[[str], None]) -> None:
        """Undo or redo by `act`, and `say` done with the label of the step; `nothing` when there was no step."""

        def replay() -> None:
            step = act()
            if step is None:
                self.speech.notify(self.speech.tr(nothing))
            else:
                say(self._text_with(nothing, done, step))

        self.unsaved.attempt(replay, key="undo")

    # Preferences

    def set_preferences(self, **values: Any) -> None:
        """Change preferences (fields of Settings), store them and apply them at once."""
        self.settings = dataclasses.replace(self.settings, **values)
        self.settings_file.write(self.settings)
        if "language" in values:
            self._language_asked = ""
            self._choose_language()
        self.preferences_changed.emit()

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
        """Return today's date by the system's clock, or the date of `set_today`."""
        return self._today or dt.date.today()  # noqa: DTZ011 - the director's own calendar day is meant

    def set_today(self, day: dt.date | None) -> None:
        """Set another date for today, for tests and screenshots; None is the date of the system's clock."""
        self._today = day

    # Screens and jobs

    def go(self, screen_key: str, **what: Any) -> None:
        """Show a screen and one thing in it, such as the person of `go("members", person_id=3)`."""
        self.screen_requested.emit(screen_key, what)

    @property
    def jobs(self) -> list[Task]:
        """The running jobs."""
        return [task for task in self.findChildren(Task) if not task.is_over]

    @property
    def is_writing(self) -> bool:
        """Whether a running job covers the window."""
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
        """Run `job(progress)` on another thread; call back on this thread, unless its widget is deleted.

        `title` is shown with progress and Cancel (or `cancel_text`); a `writing` job covers the window.
        Without `on_failed` a ChapterError becomes a notice; other errors are raised here for the excepthook.
        """
        task = Task(title, self, is_writing=writing, cancel_text=cancel_text)
        task.done.connect(lambda result: self._finish(task, partial(call_if_alive, on_done, result)))
        task.failed.connect(lambda error: self._finish(task, partial(call_if_alive, on_failed or self._failed, error)))
        task.cancelled.connect(lambda: self._finish(task, partial(call_if_alive, on_cancelled)))
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
        jobs = self.jobs
        for task in jobs:
            task.cancel()
            task.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            task.is_over = True  # its signals are blocked: nothing reports its end
        if jobs:
            QThreadPool.globalInstance().waitForDone(PATIENCE)
