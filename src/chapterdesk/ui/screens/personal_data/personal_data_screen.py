"""The screen Personal data: the data held about a person, export, erasure and retention."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.person_export import export_person
from chapterdesk.store.people import names, person
from chapterdesk.store.rights.erasing import refuse
from chapterdesk.store.rights.erasing_preview import Candidate, candidate
from chapterdesk.store.rights.holdings import Holdings, holdings
from chapterdesk.ui.screens.personal_data import SCREEN
from chapterdesk.ui.screens.personal_data.erase_panel import ErasePanel
from chapterdesk.ui.screens.personal_data.retention_card import RetentionCard
from chapterdesk.ui.widgets import (
    Button,
    Card,
    DangerButton,
    EmptyState,
    FieldError,
    LinkButton,
    PersonEdit,
    PrimaryButton,
    label,
    scrolled,
)
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import open_file
from chapterdesk.ui.widgets.layout import STRETCH, add, box, clear, column, grid, row, stack
from chapterdesk.ui.widgets.screen import Command, Screen

WIDEST: Final = 980
"""Most width of the column, in pixels at the normal text size, so that lines stay readable."""
COLUMNS: Final = 3


class PersonDataCard(Card):
    """Finds a person, counts the held data by kind, exports and erases them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("A person"), parent)
        self._context = context
        self.person_id: int | None = None
        self.held: Holdings | None = None
        about = tr("Whoever asks may see everything that is kept, take it along, and have it erased.")
        self.who = PersonEdit(context, placeholder=tr("Name of a member, former member or visitor"))
        self.who.setAccessibleName(tr("Person"))
        self.name = label("", "section", wrap=True)
        self.total = label("", tone="muted")
        self.counts = grid((), across=24, down=4)
        self.export = PrimaryButton(tr("Export everything"), context=context, icon="download")
        self.read = Button(tr("Read it"), context=context, icon="file-text")
        self.card = LinkButton(tr("Show the card"))
        self.erase = DangerButton(tr("Erase…"), context=context)
        self.refused = FieldError()
        self.panel = ErasePanel(context)
        head = row(self.name, self.total, STRETCH, self.card, spacing=12)
        buttons = row(self.export, self.read, STRETCH, self.erase)
        self.content = box(column(head, self.counts, 2, buttons, spacing=10, margins=(0, 4, 0, 0)))
        add(self.body, label(about, tone="muted", wrap=True), self.who, self.refused, self.content, self.panel)
        self.who.chosen.connect(self.show_person)
        self.who.cleared.connect(lambda: self.show_person(None))
        self.who.unresolved.connect(self._report_unknown_name)
        self.export.clicked.connect(self.choose_export_folder)
        self.read.clicked.connect(lambda: context.go("reports", report="person", person_id=self.person_id))
        self.card.clicked.connect(lambda: context.go("members", person_id=self.person_id))
        self.erase.clicked.connect(self.open_erase_panel)
        self.panel.closed.connect(lambda: self._show_buttons(on=True))
        self.panel.erased.connect(self._clear)
        self.content.hide()

    # Choosing

    def show_person(self, person_id: int | None) -> None:
        """Show the data held about a person (None: nobody). Texts are searched, so this runs in the background."""
        self.refused.say("")
        if self.panel.isVisibleTo(self) and person_id != self.person_id:
            self.panel.close_panel()
        if person_id != self.person_id:
            self.held = None
            self.content.hide()
        self.person_id = person_id
        if person_id is None:
            return
        desk = self._context.desk

        def read(_progress: Progress) -> Holdings:
            with desk.read() as session:
                return holdings(session, person_id)

        self._context.run(read, partial(self._show, person_id), on_failed=self._reading_failed)

    def choose(self, person_id: int) -> None:
        """Choose a person from another screen."""
        try:
            with self._context.desk.read() as s:
                name = person(s, person_id).name
        except ChapterError as error:
            self._context.tell(error)
            return
        self.who.set_person(person_id, name)
        self.show_person(person_id)

    def refresh(self) -> None:
        """Count again after a change."""
        if self.person_id is not None and not self.panel.isVisibleTo(self):
            self.show_person(self.person_id)

    def _report_unknown_name(self, text: str) -> None:
        tr = self._context.tr
        self.refused.say(tr("Nobody in this file is called “{name}”. Choose a name of the list.", name=text))

    def _reading_failed(self, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self._clear()

    def _clear(self) -> None:
        self.who.set_person(None)
        self.show_person(None)

    def _show(self, person_id: int, held: Holdings) -> None:
        tr, number = self._context.tr, self._context.language.number
        if person_id != self.person_id:
            return  # another person was chosen meanwhile
        self.held = held
        self.name.setText(held.name)
        self.total.setText(tr("%n entry(ies)", "", held.count))
        clear(self.counts)
        filled = [section for section in held.sections if section.rows]
        for at, section in enumerate(filled):
            down, across = divmod(at, COLUMNS)
            count = label(number(len(section.rows)), "strong")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setMinimumWidth(28)
            self.counts.addWidget(count, down, 2 * across)
            self.counts.addWidget(label(tr(section.title), tone="muted", wrap=True), down, 2 * across + 1)
            self.counts.setColumnStretch(2 * across + 1, 1)
        self.content.show()
        self._show_buttons(on=not self.panel.isVisibleTo(self))

    def _show_buttons(self, *, on: bool) -> None:
        """Show the buttons, or hide them while the panel is open."""
        for button in (self.export, self.read, self.erase):
            button.setVisible(on)
        self.erase.setEnabled(not self._context.desk.read_only)

    # Export and erasure

    def choose_export_folder(self) -> None:
        """Ask for a folder and export everything into a new folder inside it."""
        tr, context = self._context.tr, self._context
        if self.person_id is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = context.settings_file.choice("folder") or documents
        chosen = QFileDialog.getExistingDirectory(self, tr("Where to put the files"), start)
        if chosen:
            context.settings_file.remember_choice("folder", chosen)
            self.export_to(Path(chosen))

    def export_to(self, folder: Path) -> None:
        """Write PDF, JSON, CSV and the photo into a new folder inside `folder`."""
        tr, context, person_id = self._context.tr, self._context, self.person_id
        if person_id is None:
            return
        desk, chapter_id, language, today = context.desk, context.chapter.id, context.language, context.today()
        context.run(
            lambda progress: export_person(desk, chapter_id, person_id, language, today, folder, progress),
            self._export_done,
            tr("Writing the files"),
        )

    def _export_done(self, folder: Path) -> None:
        tr = self._context.tr
        text = tr("Everything is in the folder “{folder}”", folder=folder.name)
        self._context.notify(text, tr("Open folder"), lambda: open_file(folder))

    def open_erase_panel(self) -> None:
        """Open the panel that erases the person, or show why that is refused."""
        tr, context, person_id, held = self._context.tr, self._context, self.person_id, self.held
        if person_id is None or held is None:
            return
        try:
            with context.desk.read() as s:
                refuse(s, person_id, context.today())
        except ChapterError as error:
            self.refused.say(context.language.error(error))
            return
        desk, folders = context.desk, context.backups.folders()

        context.run(
            lambda progress: candidate(desk, person_id, held, folders, progress),
            self._begin_panel,
            tr("Looking through the texts"),
        )

    def _begin_panel(self, who: Candidate) -> None:
        if who.person_id == self.person_id:
            self._show_buttons(on=False)
            self.panel.begin(who)


class PersonalDataScreen(Screen):
    """The data held about people. `show_item(person_id=3)` chooses a person."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.add_header(subtitle=tr("Shown, handed over, erased, not kept for ever."))
        self.person = PersonDataCard(context)
        self.retention = RetentionCard(context)
        self.empty = EmptyState(
            context,
            "shield-check",
            tr("Nobody is in this file yet"),
            tr(
                "What is kept about members and visitors can be shown here to whoever asks, handed over and erased; old"
                " data are proposed for removal."
            ),
            [Command(tr("Add member"), lambda: context.go("members", add=True), icon="plus")],
        )
        parts = self.person, self.retention, self._make_record_card()
        for part in parts:
            part.setMaximumWidth(round(WIDEST * max(context.style.points() / 10, 1)))
        self.area = scrolled(box(column(*parts, STRETCH, spacing=16, margins=(0, 0, 4, 0))))
        self.pages = stack(self.area, self.empty)
        self.body.addWidget(self.pages, 1)

    def _make_record_card(self) -> Card:
        tr = self.context.tr
        card = Card(tr("Record of processing"))
        about = tr(
            "Who is responsible, what is kept, what for, for how long and how it is protected: the record that data"
            " protection asks for, filled in from this file."
        )
        self.open_record = Button(tr("Open the record"), context=self.context, icon="clipboard-check")
        self.open_record.clicked.connect(lambda: self.context.go("reports", report="processing"))
        add(card.body, label(about, tone="muted", wrap=True), row(self.open_record, STRETCH))
        return card

    def refresh(self) -> None:
        """Count the held data again, and clear the list of old data."""
        with self.context.desk.read() as s:
            has_people = bool(names(s, self.context.chapter.id, self.context.today()))
        self.pages.setCurrentWidget(self.area if has_people else self.empty)
        self.person.refresh()
        self.retention.clear_list()

    def show_item(self, **what: Any) -> None:
        """Choose a person: `person_id=`."""
        if what.get("person_id") is not None:
            self.person.choose(what["person_id"])
            self.area.verticalScrollBar().setValue(0)

    def commands(self) -> list[Command]:
        """Find, export, and list old data."""
        tr = self.context.tr
        return [
            Command(tr("Find a person"), self.focus_start, "Ctrl+F", "search"),
            Command(tr("Export everything about who is shown"), self.person.choose_export_folder, "Ctrl+E", "download"),
            Command(tr("Show what has been kept long enough"), self.retention.search, "Ctrl+R", "list-checks"),
        ]

    def focus_start(self) -> None:
        """Put the focus on the search."""
        self.person.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.person.who.selectAll()
