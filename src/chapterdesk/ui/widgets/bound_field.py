"""One field of a stored row: a caption, an editor, and the error; leaving the field stores it by one action.

A `FieldSpec` describes a field, and a `BoundField` is one. A `FieldColumn` shows fields with captions at the left;
`make_stacked` puts the caption above, for grids. `widgets/form.py` also uses `make_editor`.
"""

import dataclasses
import enum
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from chapterdesk.domain.members import Standing
from chapterdesk.store.desk import Desk
from chapterdesk.ui.widgets import Choice, DateEdit, FieldError, LineEdit, PersonEdit, TextArea, TimeEdit, label
from chapterdesk.ui.widgets.choices import limit_width
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import check_day
from chapterdesk.ui.widgets.layout import column, grid
from chapterdesk.ui.widgets.person_field import SeatEdit

CAPTION_WIDTH = 124
"""Pixels of the column of captions at the normal text size."""
Choices = Sequence[tuple[Any, str]]
"""Values to choose from, each with its text."""
Act = Callable[[Desk, Any, str, Any], object]
"""Stores one field; takes the open desk, the row, the name of the field and its new value."""


@dataclasses.dataclass(frozen=True, slots=True)
class FieldSpec:
    """Describes a field. Caption and placeholder are translatable.

    `name` is the attribute of the row; the action gets it too. `editor` is a widget class, which shows a tuple of texts
    as one line with commas. `extra_attribute` is an attribute that the editor also needs: the name of a person, or the
    membership of a seat. `choices` are an enumeration with labels, values with translatable texts, or a function that
    returns values with translated texts.
    """

    name: str
    caption: str
    editor: Callable[..., QWidget] = LineEdit
    placeholder: str = ""
    choices: type[enum.Enum] | Choices | Callable[[Context], Choices] = ()
    extra_attribute: str = ""


def make_editor(context: Context, spec: FieldSpec) -> QWidget:
    """Return the editor of a field; a person field offers members and former members."""
    tr = context.tr
    if spec.editor is Choice:
        made: QWidget = Choice(_choices(context, spec))
    elif spec.editor is PersonEdit:
        made = PersonEdit(context, standings=frozenset({Standing.MEMBER, Standing.FORMER}))
    elif spec.editor in (DateEdit, TimeEdit, SeatEdit):
        made = spec.editor(context)
    else:
        made = spec.editor()
    if spec.placeholder and isinstance(made, QLineEdit | TextArea):
        made.setPlaceholderText(tr(spec.placeholder))
    return made


def _choices(context: Context, spec: FieldSpec) -> Choices:
    tr, choices = context.tr, spec.choices
    if isinstance(choices, enum.EnumType):
        values: list[enum.Enum] = list(choices)
        return [(value, tr(getattr(value, "label", value.name))) for value in values]
    return choices(context) if callable(choices) else [(value, tr(words)) for value, words in choices]


def on_change(editor: QWidget, act: Callable[[Any], object]) -> None:
    """Call `act` with each value that is entered (when the focus leaves the field) or chosen."""
    match editor:
        case LineEdit() | TextArea():
            editor.committed.connect(act)
        case DateEdit() | TimeEdit():
            editor.changed.connect(act)
        case Choice():
            editor.picked.connect(act)
        case QSpinBox():
            editor.valueChanged.connect(act)
        case QCheckBox():
            editor.checkStateChanged.connect(lambda state: act(state == Qt.CheckState.Checked))
        case PersonEdit():
            editor.chosen.connect(act)
            editor.emptied.connect(lambda: act(None))


def show_value(editor: QWidget, value: Any, extra: Any = None) -> None:
    """Show a stored value in an editor; `extra` is the name of a person, or the membership of a seat."""
    match editor:
        case PersonEdit():
            if editor.person_id() != value or editor.text() != extra:
                editor.set_person(value, extra)
        case SeatEdit():
            editor.set_seat(value, extra)
        case LineEdit() | TextArea():
            editor.set_stored(value)
        case DateEdit() | TimeEdit() | Choice():
            editor.set_value(value)
        case QSpinBox():
            editor.setValue(value)
        case QCheckBox():
            editor.setChecked(value)


def is_being_typed(editor: QWidget) -> bool:
    """Return whether an editor has the focus and typed text."""
    if isinstance(editor, QLineEdit):
        return editor.hasFocus() and editor.isModified()
    return isinstance(editor, TextArea) and editor.hasFocus() and editor.document().isModified()


class BoundField:
    """One field, which `act` stores; `editor` replaces the editor of the spec.

    `show_row` shows the stored value, but never over typed or refused text. Not a QObject, because it must outlive
    the window: a change refused by a full disk is retried later.
    """

    def __init__(
        self, context: Context, spec: FieldSpec, act: Act | None = None, editor: QWidget | None = None
    ) -> None:
        tr = context.tr
        self._context = context
        self._act = act
        self._extra_attribute = spec.extra_attribute
        self._row: Any = None
        self._subject: Hashable = None
        self.name = spec.name
        self.title = tr(spec.caption)
        self.editor = editor = make_editor(context, spec) if editor is None else editor
        self.caption: QLabel | None = None
        """The label that the layout made for the title."""
        self.error = FieldError(editor)
        editor.setAccessibleName(self.title)
        if isinstance(editor, DateEdit):
            editor.editingFinished.connect(lambda: check_day(context, editor, self.error))
        if act is not None:
            on_change(editor, self.store)
        if act is not None and isinstance(editor, PersonEdit):
            unknown = tr("Nobody has this name; choose somebody from the list.")
            editor.unresolved.connect(lambda _text: self.error.say(unknown))

    def show_row(self, row: Any, subject: Hashable) -> None:
        """Show the field of a row; if `subject` (the id of the row) changed, discard refused text."""
        if subject != self._subject:
            self.forget(subject)
        self._row = row
        extra = getattr(row, self._extra_attribute) if self._extra_attribute else ""
        self.show_stored(getattr(row, self.name), extra)

    def show_stored(self, value: Any, extra: Any = "") -> None:
        """Show a stored value; `extra` as in `show_value`."""
        if not is_being_typed(self.editor) and not self.error.text():
            show_value(self.editor, ", ".join(value) if isinstance(value, tuple) else value, extra)

    def store(self, value: Any) -> None:
        """Store a value that was entered or chosen."""
        row, act = self._row, self._act
        if row is None or act is None:
            return
        before = getattr(row, self.name)
        if isinstance(before, tuple):
            value = tuple(part.strip() for part in value.replace(";", ",").split(",") if part.strip())
        if isinstance(self.editor, Choice) and value == before and not self.error.text():
            return
        self.attempt(lambda: act(self._context.desk, row, self.name, value))

    def attempt(self, action: Callable[[], object], again: Callable[[], object] | None = None) -> bool:
        """Run an action that stores the field and show its error; `again` is run when the disk has room again."""
        subject, editor = self._subject, self.editor
        again = again or partial(self._try_again, subject, action)
        if not self._context.attempt(action, self.error.say, again=again, key=self._key):
            return False
        if isinstance(editor, QLineEdit) and shiboken6.isValid(editor):
            editor.setText(editor.text())  # clears the field's undo: Undo now undoes the stored change
        return True

    @property
    def _key(self) -> Hashable:
        """The stored field, the same in every window: its newer refused change replaces the older one."""
        return (self.error if self._row is None else type(self._row), self.name, self._subject)

    def _try_again(self, subject: Hashable, action: Callable[[], object]) -> None:
        if self._subject == subject:
            self.attempt(action)
        else:
            action()  # the field shows another row now and must not show this error

    def discard_refused(self) -> None:
        """Discard the change that waits for room on the disk, and the error."""
        self._context.forget_refused(self._key)
        self.forget()

    def forget(self, subject: Hashable = None) -> None:
        """Forget the error and refused text; `subject` is the id of the row shown next."""
        self._subject, self._row = subject, None
        self.error.say("")
        if isinstance(self.editor, QLineEdit):
            self.editor.setModified(False)

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide the field with its caption."""
        self.editor.setVisible(shown)
        if self.caption is not None:
            self.caption.setVisible(shown)

    def make_stacked(self) -> QVBoxLayout:
        """Return a column of caption, editor and error."""
        self.caption = label(self.title, "small")
        self.caption.setBuddy(self.editor)
        return column(self.caption, self.editor, self.error, spacing=4)


class FieldSet(QWidget):
    """The fields of one row; subclasses lay them out."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.bound: dict[str, BoundField] = {}

    @property
    def fields(self) -> dict[str, QWidget]:
        """The editors by the names of their fields."""
        return {name: field.editor for name, field in self.bound.items()}

    @property
    def errors(self) -> dict[str, FieldError]:
        """The errors under the fields, by the names of the fields."""
        return {name: field.error for name, field in self.bound.items()}

    def show_row(self, row: Any, subject: Hashable) -> None:
        """Show all fields of a row, see BoundField.show_row."""
        for field in self.bound.values():
            field.show_row(row, subject)

    def forget(self, subject: Hashable = None) -> None:
        """Forget errors and refused text."""
        for field in self.bound.values():
            field.forget(subject)


class FieldColumn(FieldSet):
    """Fields one under the other with captions at the left; an error appears under its field."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("stores", "true")  # STORES in shell/keyboard.py: leaving a field stores it
        self._grid = grid((), down=2, margins=(8, 0, 0, 0), parent=self, stretch=1)
        self._grid.setColumnMinimumWidth(0, self._scaled(CAPTION_WIDTH))

    def _scaled(self, pixels: float) -> int:
        return round(pixels * max(self._context.style.points() / 10, 1))

    def bind(self, spec: FieldSpec, act: Act | None = None, editor: QWidget | None = None) -> None:
        """Add a field, see BoundField. If `act` is None, nothing is stored when the field is left."""
        field = self.bound[spec.name] = BoundField(self._context, spec, act, editor)
        editor, at = field.editor, self._grid.rowCount()
        caption = field.caption = label(field.title, tone="muted", wrap=True)
        caption.setMinimumHeight(32)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, 7, 0, 3)
        caption.setMaximumWidth(self._scaled(CAPTION_WIDTH * 1.5))
        caption.setBuddy(editor)
        if isinstance(editor, QLineEdit | Choice):
            editor.setProperty("bare", "true")
        if isinstance(editor, Choice):
            limit_width(editor)
        cell = column(editor, field.error, spacing=2)
        if isinstance(editor, SeatEdit):
            cell.addWidget(editor.warning)
        self._grid.addWidget(caption, at, 0)
        self._grid.addLayout(cell, at, 1)
