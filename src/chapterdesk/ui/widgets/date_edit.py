"""A day, typed the way people write it or picked from a calendar."""

import datetime as dt
import re

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from chapterdesk.domain.text import plain
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import FieldError, mark_wrong

_WORDS = {"hoy": 0, "today": 0, "ayer": -1, "yesterday": -1, "manana": 1, "tomorrow": 1}


def parse_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day that is typed: 5/3/26, 5.3., 5 (of this month), 2026-03-05, today, hoy, ayer; else None.

    Day before month, as both languages of the program write it; a year of two figures is of this century.
    """
    word = plain(text)
    if word in _WORDS:
        return today + dt.timedelta(days=_WORDS[word])
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if not parts or len(parts) > 3 or re.search(r"[^\d\s/.\-]", text):
        return None
    if parts[0] > 31:
        parts.reverse()
    day, month, year = (*parts, *(today.day, today.month, today.year)[len(parts) :])
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


class DateEdit(QLineEdit):
    """A field for a day. `changed` tells each new value (None when emptied); Alt+Down opens the calendar."""

    changed = Signal(object)

    def __init__(self, context: Context, value: dt.date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._value: dt.date | None = None
        self.setPlaceholderText(tr("dd/mm/yyyy"))
        self.setMinimumWidth(132)
        pick = self.addAction(
            context.style.icon("calendar-days", "muted", 16), QLineEdit.ActionPosition.TrailingPosition
        )
        pick.setToolTip(tr("Calendar"))
        pick.triggered.connect(self.open_calendar)
        self.set_value(value)
        self.editingFinished.connect(self._finish)

    def value(self) -> dt.date | None:
        """Return the day, None when empty or not understood (see `is_valid`)."""
        return parse_day(self.text(), self._context.today())

    def is_valid(self) -> bool:
        """Tell whether the field is empty or holds a day."""
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: dt.date | None) -> None:
        """Show a day; not told by `changed`."""
        self._value = value
        self.setText("" if value is None else self._context.language.short_date(value))
        mark_wrong(self, wrong=False)

    def is_unsaved(self) -> bool:
        """Tell whether something is typed that was not told yet."""
        return self.isModified() and (not self.is_valid() or self.value() != self._value)

    def revert(self) -> None:
        """Show what was told last."""
        self.set_value(self._value)

    def _finish(self) -> None:
        mark_wrong(self, wrong=not self.is_valid())
        if self.is_valid() and self.value() != self._value:
            self._take(self.value())

    def _take(self, value: dt.date | None) -> None:
        self.set_value(value)
        self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Alt+Down opens the calendar; Up and Down go a day on or back."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
            else:
                day = self.value() or self._context.today()
                self._take(day + dt.timedelta(days=1 if event.key() == Qt.Key.Key_Up else -1))
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a month to pick a day from, under the field."""
        popup = self.make_calendar()
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        month = popup.findChild(QCalendarWidget)
        if month is not None:
            month.setFocus()

    def make_calendar(self) -> QFrame:
        """Return the month to pick from; picking a day closes it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        month = QCalendarWidget()
        month.setLocale(self._context.language.locale)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(weekday, QTextCharFormat())
        day = self.value() or self._context.today()
        month.setSelectedDate(QDate(day.year, day.month, day.day))

        def take(picked: QDate) -> None:
            popup.close()
            self._take(dt.date(picked.year(), picked.month(), picked.day()))

        month.clicked.connect(take)
        month.activated.connect(take)
        column.addWidget(month)
        return popup


def check_day(context: Context, field: DateEdit, error: FieldError) -> bool:
    """Say beside a field that what is typed is no day; tell whether it is one (or nothing)."""
    tr = context.tr
    hint = tr("This is no day; type it like {day}.", day=context.language.short_date(context.today()))
    if not field.is_valid():
        error.say(hint)
        return False
    if error.text() == hint:
        error.say("")
    return True
