"""Short lists on a card that are added to and ended in place: the roles of a person, and what was agreed to."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import Button, DateEdit, FieldError, LineEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.popup import WordSuggestions
from chapterdesk.ui.widgets.stored_fields import check_day


class AddLine(QWidget):
    """A line that is always ready: a text, a day, and Add. `added` tells both; the text offers `known` ones.

    With `about`, the placeholder of a note, `note` is a field under them.
    """

    added = Signal(str, object)

    def __init__(
        self, context: Context, placeholder: str, known: list[str], parent: QWidget | None = None, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self.text = LineEdit(placeholder=placeholder)
        self.text.setAccessibleName(placeholder)
        self.day = DateEdit(context, context.today())
        self.day.setAccessibleName(tr("From", "a day"))
        self.day.setMaximumWidth(150)
        self.button = Button(tr("Add"))
        self.error = FieldError(self.text)
        self.suggest = WordSuggestions(self.text, known)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.day)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        self.note = LineEdit(placeholder=about)
        self.note.setAccessibleName(about)
        self.note.setVisible(bool(about))
        column.addWidget(self.note)
        column.addWidget(self.error)
        self.note.returnPressed.connect(self.add)
        self.button.clicked.connect(self.add)
        self.text.returnPressed.connect(self.add)
        self.day.returnPressed.connect(self.add)

    def add(self) -> None:
        """Tell what is typed, once there is a day."""
        day = self.day.value()
        if not check_day(self._context, self.day, self.error) or day is None:
            self.day.setFocus()
            return
        self.added.emit(self.text.text().strip(), day)

    def done(self, text: str) -> None:
        """Be ready for the next one, when what is typed is what was stored just now."""
        if self.text.text().strip() == text:
            self.clear()
            self.text.setFocus()

    def clear(self) -> None:
        """Be ready for the next one."""
        self.error.say("")
        self.note.set_stored("")
        self.text.set_stored("")
        self.day.set_value(self._context.today())


class TermLines(QWidget):
    """Lines of a text, since when, and a day on which it ended, typed in place. `ended` tells the id and the day."""

    ended = Signal(int, object)

    def __init__(self, context: Context, end_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("stores", "true")
        self._context = context
        self._end_text = end_text
        self._shown: list[tuple[int, str, str, dt.date | None]] | None = None
        self.ends: dict[int, DateEdit] = {}
        self.errors: dict[int, FieldError] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def show_terms(self, terms: list[tuple[int, str, str, dt.date | None]]) -> None:
        """Show (id, text, since, end) of each term; nothing is touched while they are as shown already."""
        if terms == self._shown:
            return
        self._shown = terms
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.ends, self.errors = {}, {}
        for at, (term_id, text, since, end) in enumerate(terms):
            over = end is not None and end < self._context.today()
            field = DateEdit(self._context, end)
            field.setProperty("bare", "true")
            field.setPlaceholderText(self._end_text)
            field.setAccessibleName(f"{text}: {self._end_text}")
            field.setMaximumWidth(170)
            error = FieldError(field)
            field.editingFinished.connect(lambda field=field, error=error: check_day(self._context, field, error))
            field.changed.connect(lambda day, term_id=term_id: self.ended.emit(term_id, day))
            self._grid.addWidget(
                label(text, "" if over else "strong", tone="muted" if over else "", wrap=True), 2 * at, 0
            )
            self._grid.addWidget(label(since, tone="muted", wrap=True), 2 * at, 1)
            self._grid.addWidget(field, 2 * at, 2)
            self._grid.addWidget(error, 2 * at + 1, 0, 1, 3)
            self.ends[term_id], self.errors[term_id] = field, error
