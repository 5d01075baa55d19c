"""The card of the chapter's own holidays: days without a meeting, typed in place."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.chapter import add_holiday, remove_holiday
from chapterdesk.store.chapters import HolidayRow, holidays
from chapterdesk.ui.widgets import Button, Card, DateEdit, FieldError, IconButton, LineEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, box, clear, column, row


class HolidaysCard(Card):
    """Lists the chapter's own holidays from today on, with a line to add one and a button to remove one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("Holidays of its own"), parent)
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
        """Store the day that is typed."""
        context = self._context
        tr, day = context.tr, self.day.value()
        if day is None:
            self.error.say(tr("Type the day, for example {day}.", day=context.language.short_date(context.today())))
            self.day.setFocus()
            return
        chapter_id, name = context.chapter.id, self.name.text().strip()

        def store() -> None:
            add_holiday(context.desk, chapter_id, day, name, context.today())
            if (self.day.value(), self.name.text().strip()) == (day, name):
                self._clear()

        context.attempt(store, self.error.say, key=("holiday", chapter_id, day))

    def _clear(self) -> None:
        """Be ready for the next one."""
        self.day.set_value(None)
        self.name.set_stored("")
        self.day.setFocus()

    def remove(self, holiday: HolidayRow) -> None:
        """Remove a holiday."""
        context = self._context
        act = partial(remove_holiday, context.desk, context.chapter.id, holiday)
        context.attempt(act, key=("holiday gone", holiday.id))
