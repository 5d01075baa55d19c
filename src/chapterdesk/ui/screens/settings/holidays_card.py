"""The card of the chapter's own holidays: days without a meeting, typed in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.text import N_
from chapterdesk.store.chapters import HolidayRow, add_holiday, holidays, remove_holiday
from chapterdesk.store.replanning import meet_after_all, replan
from chapterdesk.ui.widgets import Button, Card, DateEdit, FieldError, IconButton, LineEdit, label
from chapterdesk.ui.widgets.context import Context


class HolidaysCard(Card):
    """Lists the chapter's own holidays from today on, with a line to add one and a button to take one away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("Holidays of its own"), parent)
        self.setProperty("stores", "true")
        self._context = context
        about = tr("Public holidays of the country and region are known already.")
        self.body.addWidget(label(about, tone="muted", wrap=True))
        self.day = DateEdit(context)
        self.day.setAccessibleName(tr("Day"))
        self.name = LineEdit(placeholder=tr("reason, if you like"))
        self.name.setAccessibleName(tr("Reason"))
        self.button = Button(tr("Add"))
        self.error = FieldError(self.day)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.body.addWidget(self.name)
        self.body.addWidget(self.error)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.button.clicked.connect(self.add)
        self.name.returnPressed.connect(self.add)
        self.day.returnPressed.connect(self.name.setFocus)

    def refresh(self) -> None:
        """Show what is stored."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        with self._context.desk.read() as s:
            rows = holidays(s, self._context.chapter.id)
        for row in rows:
            if row.date >= self._context.today():
                self._list.addWidget(self._line(row))

    def _line(self, row: HolidayRow) -> QWidget:
        tr = self._context.tr
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        day = self._context.language.date(row.date)
        box.addWidget(label(day))
        box.addWidget(label(row.name, tone="muted"), 1)
        remove = IconButton(self._context, "x", tr("Remove the holiday of {day}", day=day))
        remove.clicked.connect(lambda: self.remove(row))
        box.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        return line

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
            with context.desk.change(N_("Add the holiday of {day}"), day=day) as s:
                add_holiday(s, chapter_id, day, name)
                replan(s, chapter_id, context.today())
            if (self.day.value(), self.name.text().strip()) == (day, name):
                self._clear()

        context.attempt(store, self.error.say, key=("holiday", chapter_id, day))

    def _clear(self) -> None:
        """Be ready for the next one."""
        self.day.set_value(None)
        self.name.set_stored("")
        self.day.setFocus()

    def remove(self, row: HolidayRow) -> None:
        """Take a holiday away."""
        chapter_id = self._context.chapter.id

        def act() -> None:
            with self._context.desk.change(N_("Remove the holiday of {day}"), day=row.date) as s:
                remove_holiday(s, row.id)
                meet_after_all(s, chapter_id, row.date)

        self._context.attempt(act, key=("holiday gone", row.id))
