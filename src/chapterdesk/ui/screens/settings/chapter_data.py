"""The cards of the current chapter: its data and logo, and its own holidays, edited in place."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from chapterdesk.actions.chapter import add_holiday, edit_chapter, remove_holiday, set_logo
from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import ChapterRow, HolidayRow, holidays, logo
from chapterdesk.store.desk import Desk
from chapterdesk.ui.widgets import Button, Card, DateEdit, FieldError, IconButton, LineEdit, label
from chapterdesk.ui.widgets.chapter_fields import ChapterFields
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import TypedTexts
from chapterdesk.ui.widgets.files import read_logo
from chapterdesk.ui.widgets.layout import STRETCH, add, box, clear, column, row

LOGO_SIZE = (160, 72)
"""Most width and height of the logo on the card, in pixels."""


class ChapterData(Card):
    """Edits the data of the chapter; each edit is one change, and a refusal is shown beside its field."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        super().__init__(tr("This chapter"))
        self.setProperty("stores", "true")
        self._context = context
        self.form = ChapterFields(context, self._store)
        self.body.addWidget(self.form)
        self.picture = QLabel()
        self.picture.setAccessibleName(tr("Logo"))
        self.choose_logo = Button(tr("Choose…"), context=context, icon="image")
        self.remove_logo = Button(tr("Remove"))
        self.logo_error = FieldError()
        self.choose_logo.clicked.connect(self._choose_logo)
        self.remove_logo.clicked.connect(lambda: self.set_logo(None))
        caption = label(tr("Logo, for the reports"), "small")
        logo_row = box(row(self.picture, self.choose_logo, self.remove_logo, (self.logo_error, 1), STRETCH))
        logo_row.setAccessibleName(caption.text())
        caption.setBuddy(logo_row)
        grid = self.form.grid
        grid.addLayout(column(caption, logo_row, STRETCH, spacing=4), grid.rowCount() - 1, 1)

    def _store(self, desk: Desk, chapter: ChapterRow, field: str, value: Any) -> None:
        fields = {field: value} | ({"subdivision": ""} if field == "country" else {})
        edit_chapter(desk, chapter, self._context.today(), **fields)

    def refresh(self) -> None:
        """Show what is stored."""
        context = self._context
        chapter = context.chapter
        self.form.offer(chapter.country, chapter.currency)
        self.form.show_row(chapter, chapter.id)
        with context.desk.read() as s:
            data = logo(s, chapter.id)
        picture = QPixmap()
        if data is not None:
            picture.loadFromData(data)
        self.picture.setVisible(not picture.isNull())
        self.remove_logo.setVisible(data is not None)
        if not picture.isNull():
            keep_shape, ratio = Qt.AspectRatioMode.KeepAspectRatio, self.devicePixelRatioF()
            size = (round(LOGO_SIZE[0] * ratio), round(LOGO_SIZE[1] * ratio))
            small = picture.scaled(*size, keep_shape, Qt.TransformationMode.SmoothTransformation)
            small.setDevicePixelRatio(ratio)
            self.picture.setPixmap(small)

    def _choose_logo(self) -> None:
        tr = self._context.tr
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a logo"), "", tr("Pictures") + " (*.png *.jpg *.jpeg)")
        if not name:
            return
        try:
            data = read_logo(name)
        except ChapterError as error:
            self.logo_error.say(self._context.language.error(error))
            return
        self.set_logo(data)

    def set_logo(self, data: bytes | None) -> None:
        """Store a logo (PNG or JPEG), or remove it."""
        context, chapter = self._context, self._context.chapter
        context.attempt(partial(set_logo, context.desk, chapter, data), self.logo_error.say, key=("logo", chapter.id))


class HolidaysCard(Card):
    """Lists the chapter's own holidays from today on, with a line to add one and a button to remove one."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        super().__init__(tr("Holidays of its own"))
        self.setProperty("stores", "true")
        self._context = context
        about = tr("Public holidays of the country and region are known already.")
        self.day = DateEdit(context)
        self.day.setAccessibleName(tr("Day"))
        self.name = LineEdit(placeholder=tr("reason, if you like"))
        self.name.setAccessibleName(tr("Reason"))
        self.button = Button(tr("Add"))
        self.error = FieldError(self.day)
        self._list = column(spacing=0)
        head = label(about, tone="muted", wrap=True)
        add(self.body, head, row((self.day, 1), self.button), self.name, self.error, self._list)
        context.session.unsaved.add_part(TypedTexts(self.name, self.day))
        self.button.clicked.connect(self.add)
        self.name.returnPressed.connect(self.add)
        self.day.returnPressed.connect(self.name.setFocus)

    def refresh(self) -> None:
        """Show what is stored."""
        clear(self._list)
        with self._context.desk.read() as s:
            rows = holidays(s, self._context.chapter.id)
        for holiday in rows:
            if holiday.date >= self._context.today():
                self._list.addWidget(self._line(holiday))

    def _line(self, holiday: HolidayRow) -> QWidget:
        tr = self._context.tr
        day = self._context.language.date(holiday.date)
        remove = IconButton(self._context, "x", tr("Remove the holiday of {day}", day=day))
        remove.clicked.connect(lambda: self.remove(holiday))
        name = label(holiday.name, tone="muted")
        return box(row(label(day), (name, 1), (remove, Qt.AlignmentFlag.AlignRight), spacing=6))

    def add(self) -> None:
        """Store the typed holiday."""
        context = self._context
        tr, day = context.tr, self.day.value()
        if day is None:
            self.error.ask(tr("Type the day, for example {day}.", day=context.language.short_date(context.today())))
            return
        chapter_id, name = context.chapter.id, self.name.text().strip()

        def store() -> None:
            add_holiday(context.desk, chapter_id, day, name, context.today())
            if (self.day.value(), self.name.text().strip()) == (day, name):
                self._clear()

        context.attempt(store, self.error.say, key=("holiday", chapter_id, day))

    def _clear(self) -> None:
        """Clear the fields for another holiday."""
        self.day.set_value(None)
        self.name.set_stored("")
        self.day.setFocus()

    def remove(self, holiday: HolidayRow) -> None:
        """Remove a holiday."""
        context = self._context
        act = partial(remove_holiday, context.desk, context.chapter.id, holiday)
        context.attempt(act, key=("holiday gone", holiday.id))
