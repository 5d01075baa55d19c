"""Fields for texts, searches, notes, days, times and numbers; and the error beside a field."""

import datetime as dt
from collections.abc import Callable
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from chapterdesk.domain.typed_dates import parse_day, parse_time
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import set_look
from chapterdesk.ui.widgets.layout import column

Value = TypeVar("Value")


class LineEdit(QLineEdit):
    """A line of text that emits `committed` on Enter or when the focus leaves, if it changed; Esc reverts it."""

    committed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._stored = text
        self.was_reverted = False
        """Whether Esc made the last change: then Ctrl+Z belongs to this field, even when it is empty."""
        self.setText(text)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._note_edit)
        self.editingFinished.connect(self._commit)

    def set_stored(self, text: str) -> None:
        """Show a stored text; typed text is compared with it."""
        self._stored = text
        if self.text() != text:
            self.setText(text)
        if not self.hasFocus():
            self.home(False)  # noqa: FBT003 - Qt's own signature

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # then a text longer than the field shows its beginning
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.home(False)  # noqa: FBT003 - Qt's own signature

    def _note_edit(self) -> None:
        self.was_reverted = False

    def _commit(self) -> None:
        if self.text() != self._stored:
            self._stored = self.text()
            self.committed.emit(self._stored)

    def is_unsaved(self) -> bool:
        """Return whether typed text was not committed yet."""
        return self.isModified() and self.text() != self._stored

    def revert(self) -> None:
        """Show the text committed last."""
        self.setText(self._stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.selectAll()
            self.insert(self._stored)  # as typing does, so that it can be undone
            self.selectAll()
            self.was_reverted = True
            return
        super().keyPressEvent(event)


class SearchEdit(QLineEdit):
    """A search field: Esc empties it; Down and Enter emit `moved_down`, so that the list below takes the focus."""

    moved_down = Signal()

    def __init__(self, context: Context, placeholder: str = "") -> None:
        super().__init__()
        tr = context.tr
        self.setPlaceholderText(placeholder or tr("Search"))
        self.setAccessibleName(placeholder or tr("Search"))
        self.setClearButtonEnabled(True)
        self.addAction(context.style.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved_down.emit()
            return
        super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; `committed` is emitted when the focus leaves, if they changed. Tab moves on."""

    committed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._stored = text
        self.setPlainText(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def set_stored(self, text: str) -> None:
        """Show a stored text."""
        self._stored = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def is_unsaved(self) -> bool:
        """Return whether typed text was not committed yet."""
        return self.toPlainText() != self._stored

    def revert(self) -> None:
        """Show the text committed last."""
        self.setPlainText(self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._stored:
            self._stored = self.toPlainText()
            self.committed.emit(self._stored)


class ValueEdit(QLineEdit, Generic[Value]):
    """A value that is typed as text. `changed` is emitted with each new value, None for an empty field."""

    changed = Signal(object)

    def __init__(self, parse: Callable[[str], Value | None], show: Callable[[Value], str]) -> None:
        super().__init__()
        self._parse, self._text_of = parse, show
        self._value: Value | None = None
        self.editingFinished.connect(self._finish)

    def value(self) -> Value | None:
        """Return the typed value, None when it is empty or invalid (see `is_valid`)."""
        return self._parse(self.text())

    def is_valid(self) -> bool:
        """Return whether the field is empty or holds a value."""
        return not self.text().strip() or self.value() is not None

    def set_value(self, value: Value | None) -> None:
        """Show a value without emitting `changed`."""
        self._value = value
        self.setText("" if value is None else self._text_of(value))
        set_wrong(self, wrong=False)

    def is_unsaved(self) -> bool:
        """Return whether typed text is invalid or was not emitted yet."""
        return self.isModified() and (not self.is_valid() or self.value() != self._value)

    def revert(self) -> None:
        """Show the value emitted or set last."""
        self.set_value(self._value)

    def pick(self, value: Value | None) -> None:
        """Show a value and emit `changed`."""
        self.set_value(value)
        self.changed.emit(value)

    def _finish(self) -> None:
        set_wrong(self, wrong=not self.is_valid())
        if self.is_valid() and self.value() != self._value:
            self.pick(self.value())


class TimeEdit(ValueEdit[dt.time]):
    """A time of day, typed as 7, 7:15, 7.15 or 0715, or empty."""

    def __init__(self, context: Context) -> None:
        super().__init__(parse_time, context.language.time)
        self.setPlaceholderText(context.language.time(dt.time(7, 0)))


class DateEdit(ValueEdit[dt.date]):
    """A day, typed as people write it; Alt+Down opens the calendar, Up and Down change it by a day."""

    def __init__(self, context: Context, value: dt.date | None = None) -> None:
        super().__init__(lambda text: parse_day(text, context.today()), context.language.short_date)
        tr = context.tr
        self._context = context
        self.setPlaceholderText(tr("dd/mm/yyyy"))
        self.setMinimumWidth(132)
        icon = context.style.icon("calendar-days", "muted", 16)
        pick = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(tr("Calendar"))
        pick.triggered.connect(self.open_calendar)
        self.set_value(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
            else:
                day = self.value() or self._context.today()
                self.pick(day + dt.timedelta(days=1 if event.key() == Qt.Key.Key_Up else -1))
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar under the field."""
        popup = self.make_calendar()
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        month = popup.findChild(QCalendarWidget)
        if month is not None:
            month.setFocus()

    def make_calendar(self) -> QFrame:
        """Return the calendar; picking a day closes it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
            self.pick(dt.date(picked.year(), picked.month(), picked.day()))

        month.clicked.connect(take)
        month.activated.connect(take)
        column(month, margins=4, parent=popup)
        return popup


class NumberEdit(QSpinBox):
    """A whole number; Up and Down change it, the wheel scrolls the page instead."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 9999)
        self.lineEdit().setTextMargins(7, 0, 7, 0)  # the padding of the style sheet does not apply inside a spin box

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldError(QLabel):
    """The error beside or under a field: what is wrong and what to do. Hidden while empty."""

    def __init__(self, field: QWidget | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "bad")
        self.setWordWrap(True)
        self._field = field
        self.hide()

    def attach(self, field: QWidget) -> None:
        """Set the field that gets the red ring while an error is shown."""
        self._field = field

    def say(self, text: str) -> None:
        """Show an error, and a red ring around the field; "" removes both."""
        self.setText(text)
        self.setVisible(bool(text))
        if self._field is not None:
            set_wrong(self._field, wrong=bool(text))
            self._field.setAccessibleDescription(text)

    def ask(self, text: str) -> None:
        """Show an error and put the focus on its field."""
        self.say(text)
        if self._field is not None:
            self._field.setFocus()


def set_wrong(field: QWidget, *, wrong: bool) -> None:
    """Show or remove the red ring around a field."""
    value = "true" if wrong else "false"
    if (field.property("wrong") or "false") != value:
        set_look(field, "wrong", value)


class TypedTexts:
    """The texts typed into some fields, which closing the window would lose: an UnsavedPart."""

    def __init__(self, *fields: QLineEdit) -> None:
        self._untyped = {field: field.text() for field in fields}

    def take_untyped(self, field: QLineEdit) -> None:
        """Take the present text of a field as proposed, not typed."""
        self._untyped[field] = field.text()

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the texts that differ from the untyped ones; the name of an emptied field."""
        known = [(field, text) for field, text in self._untyped.items() if shiboken6.isValid(field)]
        return tuple(text_of(field) for field, text in known if field.text().strip() != text.strip())


def text_of(field: QWidget) -> str:
    """Return the text of a field; of an emptied field its name."""
    text = field.text() if isinstance(field, QLineEdit) else ""
    if isinstance(field, QPlainTextEdit):
        text = field.toPlainText()
    return " ".join(text.split()) or f"{field.accessibleName()}: —"


def check_day(context: Context, field: DateEdit, error: FieldError) -> bool:
    """Return whether a field is empty or holds a day, and show its error if not."""
    tr = context.tr
    hint = tr("This is no day; type it like {day}.", day=context.language.short_date(context.today()))
    if not field.is_valid():
        error.say(hint)
        return False
    if error.text() == hint:
        error.say("")
    return True
