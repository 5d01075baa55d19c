"""Labelled fields edited in place: stored when left, with the error beside the field that it is about."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import Choice, DateEdit, FieldError, LineEdit, PersonEdit, TextArea, label
from chapterdesk.ui.widgets.context import Context

LABEL_WIDTH = 124
"""Pixels of the column of labels at the normal text size."""


class Fields(QWidget):
    """A column of fields with their labels at the left; errors stand under their field and lose nothing typed.

    `put` shows what is stored, but never over what is just being typed or what was refused.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._subject: Hashable = None
        self.setProperty("stores", "true")
        self.fields: dict[str, QWidget] = {}
        self.errors: dict[str, FieldError] = {}
        self._names: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, round(LABEL_WIDTH * max(context.style.points() / 10, 1)))
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, title: str, field: QWidget, under: QWidget | None = None) -> None:
        """Add a field with its label; `under` stands below it, for a warning or a word of help."""
        at = self._grid.rowCount()
        name = label(title, tone="muted", wrap=True)
        name.setMinimumHeight(32)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        name.setContentsMargins(0, 7, 0, 3)
        name.setMaximumWidth(round(LABEL_WIDTH * 1.5 * max(self._context.style.points() / 10, 1)))
        name.setBuddy(field)
        field.setAccessibleName(title)
        if isinstance(field, QLineEdit | Choice):
            field.setProperty("bare", "true")
        if isinstance(field, Choice):
            narrow(field)
        error = FieldError(field)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(error)
        if under is not None:
            column.addWidget(under)
        self._grid.addWidget(name, at, 0)
        self._grid.addLayout(column, at, 1)
        self.fields[key], self.errors[key], self._names[key] = field, error, name
        if isinstance(field, DateEdit):
            field.editingFinished.connect(lambda: check_day(self._context, field, error))

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show a field with its label, or neither."""
        self.fields[key].setVisible(shown)
        self._names[key].setVisible(shown)

    def attempt(self, key: str, action: Callable[[], object], again: Callable[[], object] | None = None) -> bool:
        """Do what stores a field; say beside it what is wrong when it is refused, and take `again` to try it again."""
        subject, field, error = self._subject, self.fields[key], self.errors[key]

        def once_more() -> None:
            if self._subject == subject:
                self.attempt(key, action)
            else:
                action()  # somebody else is shown by now: nothing of it is said in these fields

        if not attempt(self._context, error, action, again or once_more, (error, subject)):
            return False
        if isinstance(field, QLineEdit):
            field.setText(field.text())  # what is stored is undone by the window, no longer by the field
        return True

    def put(self, key: str, value: Any, text: str = "") -> None:
        """Show what is stored: a text, a day, a chosen value, or a person's id with the name as `text`."""
        field = self.fields[key]
        if is_busy(field) or self.errors[key].text():
            return
        show_value(field, value, text)

    def forget(self, subject: Hashable = None) -> None:
        """Let go of errors and of what was refused: somebody else is shown from now on, whose id is `subject`."""
        self._subject = subject
        for key, field in self.fields.items():
            self.errors[key].say("")
            if isinstance(field, QLineEdit):
                field.setModified(False)


def narrow(field: Choice, letters: int = 10) -> None:
    """Let the longest thing to choose decide nothing: the field is as wide as there is room."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(letters)


def attempt(
    context: Context,
    error: FieldError,
    action: Callable[[], object],
    again: Callable[[], object] | None = None,
    key: Hashable | None = None,
) -> bool:
    """Do something that a ChapterError may refuse, and say it beside the field; tell whether it was done.

    `again` does it once more with all that follows from it, see Context.attempt.
    """
    return context.attempt(action, error.say, again=again, key=key or error)


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


def is_busy(field: QWidget) -> bool:
    """Tell whether somebody is typing in a field just now."""
    if isinstance(field, QLineEdit):
        return field.hasFocus() and field.isModified()
    return isinstance(field, TextArea) and field.hasFocus() and field.document().isModified()


def show_value(field: QWidget, value: Any, text: str = "") -> None:
    """Show a value in a field of any kind."""
    match field:
        case PersonEdit():
            if field.person_id() != value or field.text() != text:
                field.set_person(value, text)
        case DateEdit():
            field.set_value(value)
        case LineEdit() | TextArea():
            field.set_stored(value)
            if isinstance(field, LineEdit) and not field.hasFocus():
                field.setCursorPosition(0)
        case Choice():
            field.set_value(value)


def on_person(field: PersonEdit, error: FieldError, store: Callable[[int | None], object], unknown: str) -> None:
    """Call `store` when a person is chosen or the field is emptied; `unknown` is said of a name that nobody has."""
    held: list[int | None] = [None]

    def entered() -> None:
        if not field.text().strip() and held[0] is not None:
            held[0] = None
            store(None)

    def cleared() -> None:
        held[0] = -1  # somebody was there; an empty field will mean nobody

    def chosen(person_id: int) -> None:
        held[0] = person_id
        store(person_id)

    field.cleared.connect(cleared)
    field.chosen.connect(chosen)
    field.editingFinished.connect(entered)
    field.unresolved.connect(lambda _text: error.say(unknown))
