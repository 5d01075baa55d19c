"""Settings: the director's preferences, and the data of the chapter that is looked at, edited in place."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.ui.screens.settings import SCREEN
from chapterdesk.ui.screens.settings.chapter_data import ChapterData
from chapterdesk.ui.screens.settings.holidays_card import HolidaysCard
from chapterdesk.ui.screens.settings.protection_card import LOCK_FIELDS, ProtectionCard
from chapterdesk.ui.session.settings import Settings
from chapterdesk.ui.shell.about.about_commands import AboutCard
from chapterdesk.ui.widgets import Button, Card, FieldError, PrimaryButton, scrolled
from chapterdesk.ui.widgets.chapter_fields import NewChapter
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.form import OptionsForm
from chapterdesk.ui.widgets.screen import Screen


class SettingsScreen(Screen):
    """Preferences at the left, the chapter at the right. `show_item(new_chapter=True)` begins another chapter."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.add_header()
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(16)
        self.preferences = self._make_preferences()
        self.chapter = ChapterData(context)
        self.holidays = HolidaysCard(context)
        self.new = self._make_new()
        self._columns = QWidget(), QWidget()
        left, right = (QVBoxLayout(column) for column in self._columns)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
        self.protection = ProtectionCard(context, tuple(self.form.fields))
        left.addWidget(self.preferences)
        left.addWidget(self.protection)
        left.addWidget(self.holidays)
        left.addStretch(1)
        right.addWidget(self.new)
        right.addWidget(self.chapter)
        self.about = AboutCard(context)
        right.addWidget(self.about)
        right.addStretch(1)
        self.area = scrolled(inner)
        self._arrange()
        self.body.addWidget(self.area, 1)

    def _arrange(self) -> None:
        """Put the two columns side by side, or one under the other where both have no room."""
        left, right = self._columns
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 40  # between them, and for the scroll bar
        beside = room >= left.minimumSizeHint().width() + right.minimumSizeHint().width()
        self._grid.addWidget(left, 0, 0)
        self._grid.addWidget(right, *((0, 1) if beside else (1, 0)))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3 if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the width decides how the columns stand."""
        super().resizeEvent(event)
        self._arrange()

    def _make_preferences(self) -> Card:
        tr = self.context.tr
        card = Card(tr("This program"))
        self.form = OptionsForm(self.context, self.context.settings, skip=LOCK_FIELDS)
        self.form.changed.connect(self._prefer)
        card.body.addWidget(self.form)
        return card

    def _prefer(self, settings: Settings) -> None:
        changed = {
            name: getattr(settings, name)
            for name in self.form.fields
            if getattr(settings, name) != getattr(self.context.settings, name)
        }
        self.context.prefer(**changed)

    def _make_new(self) -> Card:
        tr = self.context.tr
        card = Card(tr("New chapter"))
        self.new_form = NewChapter(self.context)
        self.new_form.setProperty("stores", "true")
        self.new_form.finished.connect(self.add_chapter)
        card.body.addWidget(self.new_form)
        self.new_error = FieldError()
        card.body.addWidget(self.new_error)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel, done = Button(tr("Cancel")), PrimaryButton(tr("Add chapter"))
        cancel.clicked.connect(self._give_up_chapter)
        done.clicked.connect(self.add_chapter)
        row.addWidget(cancel)
        row.addWidget(done)
        card.body.addLayout(row)
        card.hide()
        return card

    def _give_up_chapter(self) -> None:
        self.context.forget_refused("new chapter")
        self.new.hide()

    def refresh(self) -> None:
        """Show the chapter as it is stored."""
        self.set_subtitle(self.context.chapter.name)
        self.chapter.refresh()
        self.protection.refresh()
        self.holidays.refresh()

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the name of the chapter that was begun and is not added yet."""
        name = self.new_form.name.text().strip()
        return (name,) if name and not self.new.isHidden() else ()

    def show_item(self, **what: Any) -> None:
        """Take `new_chapter=True`: begin another chapter; `protection=True`: the card of the passphrase."""
        if what.get("new_chapter"):
            self.begin_chapter()
        if what.get("protection"):
            self.area.ensureWidgetVisible(self.protection)
            self.protection.focus_start()

    def begin_chapter(self) -> None:
        """Open the form of a new chapter."""
        self.new.show()
        self.area.ensureWidgetVisible(self.new)
        self.new_form.focus_start()

    def add_chapter(self) -> None:
        """Add the chapter that was typed, and look at it."""
        values = self.new_form.values()
        if values is None:
            return
        self.context.attempt(lambda: self._add(values), self.new_error.say, again=self.add_chapter, key="new chapter")

    def _add(self, values: dict[str, Any]) -> None:
        tr = self.context.tr
        chapter_id = add_chapter(self.context.desk, self.context.today(), **values)
        self.new_form.name.clear()
        self.new.hide()
        self.context.choose_chapter(chapter_id)
        self.context.notify_undo(tr("Chapter {name} added", name=values["name"]))

    def focus_start(self) -> None:
        """Let the arrows scroll and Tab go to the first field; nothing that is typed now changes anything."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
