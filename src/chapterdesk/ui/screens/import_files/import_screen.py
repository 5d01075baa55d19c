"""The screen Import: drop files, preview them, answer the questions about them, import them as one change."""

import dataclasses
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QStackedWidget, QWidget

from chapterdesk import importers
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.importers.preview_words import made_words
from chapterdesk.importers.results import Answer, Hints, Need, NeedKind, Outcome, Preview, Unmatched
from chapterdesk.store.desk import Desk
from chapterdesk.store.keeping.automatic_backups import before_import
from chapterdesk.store.keeping.backups import now
from chapterdesk.store.members import members
from chapterdesk.ui.screens.import_files import SCREEN
from chapterdesk.ui.screens.import_files.preview_card import PreviewCard
from chapterdesk.ui.session import tasks
from chapterdesk.ui.widgets import Button, EmptyState, PrimaryButton, scrolled
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row
from chapterdesk.ui.widgets.screen import Screen

PAUSE: Final = 150
"""Milliseconds from an answer to the new preview, so that several answers cause only one."""


class ImportScreen(Screen):
    """Previews and imports files. `show_item(paths=[…])` adds files; one import is one change."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.paths: list[Path] = []
        self.previews: list[Preview] = []
        self.cards: list[PreviewCard] = []
        self.hints = Hints(today=context.today())
        self._task: tasks.Task | None = None
        self._asked_names: dict[str, dict[str, Unmatched]] = {}
        self._importing = False
        self._focus_waits = False
        self._delay = QTimer(self, singleShot=True)
        self._delay.timeout.connect(self._prepare)
        self.choose = Button(tr("Choose files…"), context=context, icon="folder-open")
        self.button = PrimaryButton(tr("Import"), context=context, icon="check")
        self.choose.clicked.connect(self._choose_files)
        self.button.clicked.connect(self.import_files)
        self.add_header(actions=[self.choose, self.button])
        formats = tr(
            "Summaries, attendance by week, slips and lists of members: exports as they come, or"
            " spreadsheets. You see what they hold before anything is stored."
        )
        choose = Command(tr("Choose files…"), self._choose_files, icon="folder-open")
        self.add_members = QCheckBox(tr("Unknown people of summaries, attendance and lists become members"))
        self.replace = QCheckBox(tr("Replace what was imported before for the same days"))
        for option in (self.add_members, self.replace):
            option.checkStateChanged.connect(self._set_options)
        self._cards = column(STRETCH, spacing=12, margins=(0, 0, 4, 0))
        self._list = box(self._cards)
        options = (row(option, STRETCH) for option in (self.add_members, self.replace))
        self.pages = QStackedWidget()
        self.pages.addWidget(
            EmptyState(context, "upload", tr("Drop your files anywhere on the window"), formats, [choose])
        )
        self.pages.addWidget(box(column(*options, (scrolled(self._list), 1))))
        self.body.addWidget(self.pages, 1)
        self._show_state()

    # Files and answers

    def show_item(self, **what: Any) -> None:
        """Add the files in `paths=`."""
        self.add(what.get("paths", ()))
        self.focus_start()

    def add(self, paths: Sequence[Path]) -> None:
        """Preview more files; in a chapter without members, unknown people are to become members."""
        if not self.paths:
            with self.context.desk.read() as s:
                self.add_members.setChecked(not members(s, self.context.chapter.id, self.context.today()))
        self.paths += [path for path in paths if path not in self.paths]
        self._prepare_soon()

    def remove(self, name: str) -> None:
        """Remove a file from the list."""
        self.paths = [path for path in self.paths if path.name != name]
        self._prepare_soon()

    def _choose_files(self) -> None:
        tr = self.context.tr
        names, _ = QFileDialog.getOpenFileNames(self, tr("Import files"), str(Path.home()))
        self.add([Path(name) for name in names])

    def _set_options(self) -> None:
        self._set_hints(add_members=self.add_members.isChecked())  # `_prepare` reads `replace`

    def answer_name(self, name: str, answer: Answer | None) -> None:
        """Store who a name is; None removes the answer."""
        answers = {key: value for key, value in self.hints.answers.items() if key != name}
        self._set_hints(answers=answers if answer is None else {**answers, name: answer})

    def answer_need(self, file_name: str, need: Need, value: Any) -> None:
        """Store the answer to a question about a file: a date, a period, or the meaning of its columns."""
        match need.kind:
            case NeedKind.DATE:
                self._set_hints(dates={**self.hints.dates, file_name: value})
            case NeedKind.PERIOD:
                self._set_hints(periods={**self.hints.periods, file_name: value})
            case NeedKind.COLUMNS:
                self._set_hints(columns={**self.hints.columns, need.signature: (need.format, value)})

    def _set_hints(self, **fields: Any) -> None:
        self.hints = dataclasses.replace(self.hints, **fields)
        self._prepare_soon()

    # Preview

    def refresh(self) -> None:
        """Preview the files again, since the result depends on the stored data."""
        if self.paths and not self._importing:
            self._prepare_soon()

    def _prepare_soon(self) -> None:
        self._delay.start(PAUSE)
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Whether a preview is being prepared."""
        return self._delay.isActive() or self._task is not None

    def _prepare(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not self.paths:
            self._show_previews([])
            return
        tr = self.context.tr
        desk, chapter_id, paths = self.context.desk, self.context.chapter.id, list(self.paths)
        prepare = partial(importers.prepare, desk, chapter_id, paths, self.hints, replace=self.replace.isChecked())
        title = tr("Reading the files")
        self._task = self.context.run(
            lambda progress: prepare(progress=progress), self._show_previews, title, on_failed=self._preview_failed
        )

    def _preview_failed(self, error: BaseException) -> None:
        self._task = None
        self._show_state()
        raise error

    def _show_previews(self, previews: list[Preview]) -> None:
        self._task = None
        self.previews = previews
        field = QApplication.focusWidget()
        was_in_list = field is not None and self._list.isAncestorOf(field)
        before, self.cards = self.cards, []
        for at, preview in enumerate(previews):
            card = next((card for card in before if card.file_name == preview.file_name), None)
            if card is None:
                card = PreviewCard(self.context, preview.file_name)
                card.named.connect(self.answer_name)
                card.answered.connect(partial(self.answer_need, preview.file_name))
                card.removed.connect(partial(self.remove, preview.file_name))
            else:
                before.remove(card)
            self.cards.append(card)
            self._cards.insertWidget(at, card)
            card.show_preview(preview, self._names_of(preview), self.hints.answers)
        for card in before:
            card.hide()
            card.deleteLater()
        self._set_tab_order()
        self._show_state()
        if field is not None and was_in_list and not field.isVisible():  # its question is answered
            self.focus_start()

    def _set_tab_order(self) -> None:
        """Let Tab visit the cards from top to bottom; Qt puts a field that is added later at the end."""
        fields = [field for card in self.cards for field in card.findChildren(QWidget)]
        window, tab_focus = self.window(), Qt.FocusPolicy.TabFocus
        stops = [field for field in fields if field.focusPolicy() & tab_focus and field.window() is window]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _names_of(self, preview: Preview) -> list[Unmatched]:
        """Return the names to ask about: unknown ones, and answered ones so that the answer can be changed."""
        asked = self._asked_names.setdefault(preview.file_name, {})
        for unmatched in preview.unmatched:
            asked.setdefault(unmatched.name, unmatched)
        unknown = {unmatched.name for unmatched in preview.unmatched}
        return [unmatched for name, unmatched in asked.items() if name in unknown or name in self.hints.answers]

    def _show_state(self) -> None:
        tr = self.context.tr
        ready = [preview for preview in self.previews if preview.ready]
        self.pages.setCurrentIndex(1 if self.paths else 0)
        self.choose.setVisible(bool(self.paths))
        self.button.setVisible(bool(self.paths))
        self.button.setEnabled(bool(ready) and not self.is_busy)
        if self._focus_waits and self.button.isEnabled():
            self.focus_start()
        waiting = len(self.previews) - len(ready)
        text = tr("%n file(s) ready", "", len(ready)) if self.paths else ""
        if self.paths and waiting:
            text += " · " + tr("%n left out unless answered", "", waiting)
        self.set_subtitle(text)

    # Import

    def import_files(self) -> None:
        """Import the ready files as one change that can be cancelled and undone, after a backup."""
        ready = [preview for preview in self.previews if preview.ready]
        if not ready or self.is_busy:
            return
        file, backups, tr = self.context.session.file, self.context.backups, self.context.tr
        self._importing = True
        back_up = partial(before_import, file, backups.folder(), now()) if backups.is_backed_up(file) else None
        self.context.run(
            partial(_import, self.context.desk, ready, back_up),
            self._import_done,
            tr("Importing"),
            writing=True,
            on_failed=self._import_failed,
            on_cancelled=self._import_cancelled,
        )

    def _import_failed(self, error: BaseException) -> None:
        self._importing = False
        if not isinstance(error, ChapterError):
            raise error
        self.context.tell(error, self.import_files, self)

    def _import_cancelled(self) -> None:
        tr = self.context.tr
        self._importing = False
        self.context.notify(tr("Cancelled: nothing was imported."))

    def _import_done(self, outcomes: list[Outcome]) -> None:
        tr = self.context.tr
        self._importing = False
        done = {outcome.file_name for outcome in outcomes}
        self.paths = [path for path in self.paths if path.name not in done]
        self._prepare()
        things = [text for outcome in outcomes for text in made_words(outcome.made, tr)]
        text = tr("Imported: {things}", things=", ".join(things)) if things else tr("Nothing new in it.")
        (self.context.notify_undo if things else self.context.notify)(text)
        if self.paths:
            return
        counts = [outcome.made for outcome in outcomes]
        has_marks = any(count.attendance or count.period_totals for count in counts)
        self.context.go("slips" if any(count.slips for count in counts) else "today" if has_marks else "members")

    def commands(self) -> list[Command]:
        """Choose files, import them."""
        tr = self.context.tr
        return [
            Command(tr("Choose files…"), self._choose_files, "Ctrl+Shift+O", "folder-open"),
            Command(tr("Import what is shown"), self.import_files, "Ctrl+Return", "check"),
        ]

    def focus_start(self) -> None:
        """Put the focus on the main button, as soon as there is something to import."""
        self._focus_waits = not self.button.isEnabled()
        (self.choose if self._focus_waits else self.button).setFocus(Qt.FocusReason.OtherFocusReason)


def _import(
    desk: Desk, ready: list[Preview], back_up: Callable[[Progress], object] | None, progress: Progress
) -> list[Outcome]:
    """Make a backup unless `back_up` is None, then import the previewed files."""
    if back_up is not None:
        back_up(progress)
    return importers.apply(desk, ready, progress)
