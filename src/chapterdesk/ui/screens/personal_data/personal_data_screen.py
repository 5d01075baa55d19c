"""Personal data: what is held about a person, handing it over, erasing it, and what has been kept long enough."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.store.people import names
from chapterdesk.ui.screens.personal_data import SCREEN
from chapterdesk.ui.screens.personal_data.person_part import PersonPart
from chapterdesk.ui.screens.personal_data.retention_part import RetentionPart
from chapterdesk.ui.widgets import Button, Card, EmptyState, label, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, row
from chapterdesk.ui.widgets.screen import Command, Screen

WIDEST = 980
"""Pixels that the column takes in a wide window at the normal text size: lines of text stay readable."""


class PersonalDataScreen(Screen):
    """What people have a right to. `show_item(person_id=3)` chooses somebody."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.add_header(subtitle=tr("Shown, handed over, erased, not kept for ever."))
        self.person = PersonPart(context)
        self.retention = RetentionPart(context)
        self.record = self._make_record()
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
        parts = self.person, self.retention, self.record
        for part in parts:
            part.setMaximumWidth(round(WIDEST * max(context.style.points() / 10, 1)))
        self.area = scrolled(box(column(*parts, STRETCH, spacing=16, margins=(0, 0, 4, 0))))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.area)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def _make_record(self) -> Card:
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
        """Count again what is held; a list of what is old is looked for anew."""
        with self.context.desk.read() as s:
            somebody = bool(names(s, self.context.chapter.id, self.context.today()))
        self.pages.setCurrentWidget(self.area if somebody else self.empty)
        self.person.refresh()
        self.retention.forget()

    def show_item(self, **what: Any) -> None:
        """Choose a person: `person_id=`."""
        if what.get("person_id") is not None:
            self.person.choose(what["person_id"])
            self.area.verticalScrollBar().setValue(0)

    def commands(self) -> list[Command]:
        """Return what can be done here, for the palette and the shortcuts."""
        tr = self.context.tr
        return [
            Command(tr("Find a person"), self.focus_start, "Ctrl+F", "search"),
            Command(tr("Export everything about who is shown"), self.person.hand_over, "Ctrl+E", "download"),
            Command(tr("Show what has been kept long enough"), self.retention.search, "Ctrl+R", "list-checks"),
        ]

    def focus_start(self) -> None:
        """Be ready to find somebody by typing."""
        self.person.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.person.who.selectAll()
