"""The screen Settings: the preferences and the data of the current chapter, edited in place."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from chapterdesk import __version__
from chapterdesk.actions.chapter import add_chapter
from chapterdesk.domain.preferences import Settings
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.look.brand import program_icon
from chapterdesk.ui.screens.settings import SCREEN
from chapterdesk.ui.screens.settings.chapter_data import ChapterData, HolidaysCard
from chapterdesk.ui.screens.settings.protection_card import LOCK_FIELDS, ProtectionCard
from chapterdesk.ui.widgets import Button, Card, PrimaryButton, label, scrolled
from chapterdesk.ui.widgets.chapter_fields import NewChapter
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.form import OptionsForm
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, grid, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.screen import Screen

NEW_CHAPTER: Final = "new chapter"
"""The key of a new chapter that waits until the disk has room."""


class AboutCard(Card):
    """Shows the logo of the program, its version, and buttons for About and What’s new."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        picture = QLabel()
        picture.setPixmap(program_icon(40, self.devicePixelRatioF()))
        version = label(tr("Version {version}", version=__version__), tone="muted")
        self.about, self.news = Button(tr("About {program}", program=APPLICATION)), Button(tr("What’s new"))
        self.about.clicked.connect(lambda: context.go("about"))
        self.news.clicked.connect(lambda: context.go("news"))
        words = column(label(APPLICATION, "strong"), version, spacing=0)
        add(self.body, row(picture, (words, 1), spacing=12), row(self.about, self.news, STRETCH))


class SettingsScreen(Screen):
    """Shows preferences and chapter. `show_item(new_chapter=True)` opens the panel of a new chapter."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.add_header()
        self.form = OptionsForm(context, context.settings, skip=LOCK_FIELDS)
        self.form.changed.connect(self._store_preferences)
        preferences = Card(tr("This program"))
        preferences.body.addWidget(self.form)
        self.chapter = ChapterData(context)
        self.holidays = HolidaysCard(context)
        self.new = self._make_panel()
        self.protection = ProtectionCard(context, tuple(self.form.fields))
        self.about = AboutCard(context)
        left = column(preferences, self.protection, self.holidays, STRETCH, spacing=16)
        right = column(self.new, self.chapter, self.about, STRETCH, spacing=16)
        self._columns = box(left), box(right)
        inner = QWidget()
        self._grid = grid((), across=16, down=16, margins=(0, 0, 4, 0), parent=inner)
        self.area = scrolled(inner)
        self._arrange()
        self.body.addWidget(self.area, 1)

    def _arrange(self) -> None:
        """Put the two columns side by side if both fit, else one below the other."""
        left, right = self._columns
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 40  # for the gap and the scroll bar
        is_wide = room >= left.minimumSizeHint().width() + right.minimumSizeHint().width()
        self._grid.addWidget(left, 0, 0)
        self._grid.addWidget(right, *((0, 1) if is_wide else (1, 0)))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3 if is_wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _store_preferences(self, settings: Settings) -> None:
        changed = {
            name: getattr(settings, name)
            for name in self.form.fields
            if getattr(settings, name) != getattr(self.context.settings, name)
        }
        self.context.set_preferences(**changed)

    def _make_panel(self) -> InlinePanel:
        tr = self.context.tr
        panel = InlinePanel(self.context, PrimaryButton(tr("Add chapter")), tr("New chapter"), spacing=12)
        self.new_form = NewChapter(self.context)
        add(panel.body, self.new_form, panel.error)
        panel.add_foot(spacing=12)
        panel.set_unsaved_fields(self.new_form.name)
        self.new_form.finished.connect(self.add_chapter)
        panel.submitted.connect(self.add_chapter)
        panel.cancelled.connect(lambda: self.context.forget_refused(NEW_CHAPTER))
        panel.hide()
        return panel

    def refresh(self) -> None:
        """Show the stored data of the chapter."""
        self.set_subtitle(self.context.chapter.name)
        self.chapter.refresh()
        self.protection.refresh()
        self.holidays.refresh()

    def show_item(self, **what: Any) -> None:
        """Open the panel of a new chapter (`new_chapter=True`) or focus the card Protection (`protection=True`)."""
        if what.get("new_chapter"):
            self.open_new_chapter()
        if what.get("protection"):
            self.area.ensureWidgetVisible(self.protection)
            self.protection.focus_start()

    def open_new_chapter(self) -> None:
        """Open the panel of a new chapter."""
        self.new.open_at(self.new_form.name)
        self.area.ensureWidgetVisible(self.new)

    def add_chapter(self) -> None:
        """Add the typed chapter, and make it the current one."""
        values = self.new_form.values()
        if values is None:
            return
        self.new.attempt(partial(self._add, values), self.add_chapter, NEW_CHAPTER)

    def _add(self, values: dict[str, Any]) -> None:
        desk, tr = self.context.desk, self.context.tr
        chapter_id = add_chapter(desk, self.context.today(), **values)
        self.new_form.name.clear()
        self.new.close_panel()
        self.context.choose_chapter(chapter_id)
        self.context.notify_undo(tr("Chapter {name} added", name=values["name"]))

    def focus_start(self) -> None:
        """Put the focus on the scroll area, so that typing changes nothing."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
