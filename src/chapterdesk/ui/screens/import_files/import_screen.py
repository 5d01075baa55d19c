"""Import: drop files, see what would come of them, answer what they leave open, and take them in as one change.

The importers are loaded when the screen is first gone to: the window starts without them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.importers import prepare
from chapterdesk.importers.results import Hints, NeedKind
from chapterdesk.store.members import members
from chapterdesk.ui.screens.import_files import SCREEN
from chapterdesk.ui.screens.import_files.file_card import PreviewCard, Replies, focused, made_texts, place_of, refocus
from chapterdesk.ui.screens.import_files.import_job import import_job
from chapterdesk.ui.screens.import_files.unknown_names import Asked
from chapterdesk.ui.session import tasks
from chapterdesk.ui.widgets import Button, EmptyState, PrimaryButton, scrolled
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from chapterdesk.importers.results import Answer, Need, Outcome, Preview

PAUSE = 150
"""Milliseconds between an answer and the new preview, so that several answers make one."""


class ImportScreen(Screen):
    """`show_item(paths=[…])` adds files. Nothing is stored before Import; one import is one change to undo."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:

        super().__init__(context, parent)
        tr = context.tr
        self.paths: list[Path] = []
        self.previews: list[Preview] = []
        self.cards: list[PreviewCard] = []
        self.hints = Hints(today=context.today())
        self._task: tasks.Task | None = None
        self._asked = Asked()
        self._importing = False
        self._focus_waits = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare)
        self.choose = Button(tr("Choose files…"), context=context, icon="folder-open")
        self.button = PrimaryButton(tr("Import"), context=context, icon="check")
        self.choose.clicked.connect(self._choose_files)
        self.button.clicked.connect(self.take_in)
        self.add_header(actions=[self.choose, self.button])
        self.pages = QStackedWidget()
        self.body.addWidget(self.pages, 1)
        self.pages.addWidget(self._make_empty())
        self.pages.addWidget(self._make_list())
        self._show()

    def _make_empty(self) -> QWidget:
        tr = self.context.tr
        return EmptyState(
            self.context,
            "upload",
            tr("Drop your files anywhere on the window"),
            tr(
                "Summaries, attendance by week, slips and lists of members: exports as they come, or"
                " spreadsheets. You see what they hold before anything is stored."
            ),
            [Command(tr("Choose files…"), self._choose_files, icon="folder-open")],
        )

    def _make_list(self) -> QWidget:
        tr = self.context.tr
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.add_members = QCheckBox(tr("Unknown people of summaries, attendance and lists become members"))
        self.replace = QCheckBox(tr("Replace what was imported before for the same days"))
        for box in (self.add_members, self.replace):
            box.checkStateChanged.connect(self._options_changed)
            row = QHBoxLayout()
            row.addWidget(box)
            row.addStretch(1)
            column.addLayout(row)
        inner = QWidget()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, 4, 0)
        self._cards.setSpacing(12)
        self._cards.addStretch(1)
        column.addWidget(scrolled(inner), 1)
        return page

    # Files and answers

    def show_item(self, **what: Any) -> None:
        """Take `paths`: files to look at, besides those that are here already."""
        self.add(what.get("paths", ()))
        self.focus_start()

    def add(self, paths: Sequence[Path]) -> None:
        """Look at more files; a chapter without members is offered to take those of its first ones."""
        if not self.paths:
            with self.context.desk.read() as s:
                self.add_members.setChecked(not members(s, self.context.chapter.id, self.context.today()))
        self.paths += [path for path in paths if path not in self.paths]
        self._prepare_soon()

    def remove(self, name: str) -> None:
        """Leave a file out."""
        self.paths = [path for path in self.paths if path.name != name]
        self._prepare_soon()

    def _choose_files(self) -> None:
        tr = self.context.tr
        names, _ = QFileDialog.getOpenFileNames(self, tr("Import files"), str(Path.home()))
        self.add([Path(name) for name in names])

    def _options_changed(self) -> None:
        self.hints = dataclasses.replace(self.hints, add_members=self.add_members.isChecked())
        self._prepare_soon()

    def answer_name(self, name: str, answer: Answer | None) -> None:
        """Take who a name is; None leaves it as it is."""
        answers = {**self.hints.answers, name: answer}
        kept = {key: value for key, value in answers.items() if value is not None}
        self.hints = dataclasses.replace(self.hints, answers=kept)
        self._prepare_soon()

    def answer_need(self, preview: Preview, need: Need, value: Any) -> None:
        """Take the answer to a question of a file: a date, a period, or the meaning of its columns."""
        match need.kind:
            case NeedKind.DATE:
                dates = {**self.hints.dates, preview.file_name: value}
                self.hints = dataclasses.replace(self.hints, dates=dates)
            case NeedKind.PERIOD:
                periods: dict[str, Period] = {**self.hints.periods, preview.file_name: value}
                self.hints = dataclasses.replace(self.hints, periods=periods)
            case NeedKind.COLUMNS:
                columns = {**self.hints.columns, need.signature: (need.format, value)}
                self.hints = dataclasses.replace(self.hints, columns=columns)
        self._prepare_soon()

    # Preview

    def refresh(self) -> None:
        """Look at the files again: what they would do depends on what is stored."""
        if self.paths and not self._importing:
            self._prepare_soon()

    def _prepare_soon(self) -> None:
        self._soon.start(PAUSE)
        self._show()

    @property
    def busy(self) -> bool:
        """Tell whether a preview is on its way."""
        return self._soon.isActive() or self._task is not None

    def _prepare(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not self.paths:
            self._take_previews([])
            return
        desk, chapter_id = self.context.desk, self.context.chapter.id
        paths, hints, replace = list(self.paths), self.hints, self.replace.isChecked()

        def job(progress: Any) -> list[Preview]:

            return prepare(desk, chapter_id, paths, hints, replace=replace, progress=progress)

        tr = self.context.tr
        self._task = self.context.run(job, self._take_previews, tr("Reading the files"), on_failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self._show()
        raise error

    def _take_previews(self, previews: list[Preview]) -> None:

        self._task = None
        self.previews = previews
        mark = focused(self.cards)
        for card in self.cards:
            card.setParent(None)
            card.deleteLater()
        self.cards = []
        for preview in previews:
            replies = Replies(
                self.answer_name,
                partial(self.answer_need, preview),
                partial(self.remove, preview.file_name),
            )
            names = self._asked.names(preview, self.hints.answers)
            card = PreviewCard(self.context, preview, names, self.hints.answers, replies)
            self._cards.insertWidget(self._cards.count() - 1, card)
            self.cards.append(card)
        self._show()
        if mark is not None and not refocus(self.cards, mark):
            self.focus_start()

    def _show(self) -> None:
        tr = self.context.tr
        ready = [preview for preview in self.previews if preview.ready]
        self.pages.setCurrentIndex(1 if self.paths else 0)
        self.choose.setVisible(bool(self.paths))
        self.button.setVisible(bool(self.paths))
        self.button.setEnabled(bool(ready) and not self.busy)
        if self._focus_waits and self.button.isEnabled():
            self.focus_start()
        waiting = len(self.previews) - len(ready)
        text = tr("%n file(s) ready", "", len(ready)) if self.paths else ""
        if self.paths and waiting:
            text += " · " + tr("%n left out unless answered", "", waiting)
        self.set_subtitle(text)

    # Import

    def take_in(self) -> None:
        """Import what is ready, as one change that can be undone and cancelled."""
        ready = [preview for preview in self.previews if preview.ready]
        if not ready or self.busy:
            return
        desk, tr = self.context.desk, self.context.tr
        self._importing = True

        folder = self.context.backups.folder() if self.context.backups.keeps(desk) else None
        self.context.run(
            import_job(desk, ready, folder),
            self._done,
            tr("Importing"),
            writing=True,
            on_failed=self._stopped,
            on_cancelled=self._cancelled,
        )

    def _stopped(self, error: BaseException) -> None:
        self._importing = False
        if not isinstance(error, ChapterError):
            raise error
        self.context.tell(error, self.take_in, self)

    def _cancelled(self) -> None:
        tr = self.context.tr
        self._importing = False
        self.context.notify(tr("Cancelled: nothing was imported."))

    def _done(self, outcomes: list[Outcome]) -> None:

        tr = self.context.tr
        self._importing = False
        done = {outcome.file_name for outcome in outcomes}
        self.paths = [path for path in self.paths if path.name not in done]
        self._prepare()
        things = [text for outcome in outcomes for text in made_texts(self.context, outcome)]
        text = tr("Imported: {things}", things=", ".join(things)) if things else tr("Nothing new in it.")
        self.context.notify_undo(text)
        if not self.paths:
            self.context.go(place_of(outcomes))

    def commands(self) -> list[Command]:
        """Choosing files and importing them."""
        tr = self.context.tr
        return [
            Command(tr("Choose files…"), self._choose_files, "Ctrl+Shift+O", "folder-open"),
            Command(tr("Import what is shown"), self.take_in, "Ctrl+Return", "check"),
        ]

    def focus_start(self) -> None:
        """Put the focus on the main button, as soon as there is something to import."""
        self._focus_waits = not self.button.isEnabled()
        (self.choose if self._focus_waits else self.button).setFocus(Qt.FocusReason.OtherFocusReason)
