"""The entry of one slip or one visitor: its fields; Enter moves on or submits, and an error keeps the text."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.people import Party
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import KINDS, MISSING, SAME_PERSON, SAME_THIRD, Side, SlipKind, same_name
from chapterdesk.domain.text import one_line
from chapterdesk.store.slips import SlipRow
from chapterdesk.ui.widgets import Button, FieldError, LineEdit, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import Flow, column
from chapterdesk.ui.widgets.person_field import PartyEdit, RecentPeople
from chapterdesk.ui.widgets.slip_fields import SlipField, make_field, types_a_letter


class UnknownName(QWidget):
    """Asks in place about an unknown name: a new person, or a person of another chapter.

    `answered` is emitted with the party, `cancelled` when the name will be corrected.
    """

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._name = ""
        self.words = label("", tone="warning", wrap=True)
        self.new = Button(tr("A new person"), context=context, icon="user-plus")
        self.elsewhere = Button(tr("Of another chapter"), context=context, icon="building-2")
        self.back = QuietButton(tr("Correct the name"))
        self.chapter = LineEdit(placeholder=tr("Which chapter? Then Enter"))
        self.chapter.setAccessibleName(tr("The other chapter"))
        answers = Flow()
        for widget in (self.new, self.elsewhere, self.chapter, self.back):
            widget.setProperty("tall", "true")
            answers.addWidget(widget)
        self.chapter.setMinimumWidth(230)
        column(self.words, answers, spacing=6, parent=self)
        self.new.clicked.connect(lambda: self.answered.emit(Party(None, self._name)))
        self.elsewhere.clicked.connect(self._ask_chapter)
        self.back.clicked.connect(self.cancelled)
        self.hide()

    def ask(self, name: str, *, elsewhere: bool, focus: bool) -> None:
        """Ask about a name; `elsewhere` offers another chapter, with `focus` Enter answers that the person is new."""
        tr = self._context.tr
        self._name = name
        self.words.setText(tr("{name} is not in this file yet.", name=one_line(name)))
        self.chapter.hide()
        self.elsewhere.setVisible(elsewhere)
        self.show()
        if focus:
            self.new.setFocus()

    def _ask_chapter(self) -> None:
        self.elsewhere.hide()
        self.chapter.clear()
        self.chapter.show()
        self.chapter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.chapter.hasFocus():
                if self.chapter.text().strip():
                    self.answered.emit(Party(None, self._name, Side.ELSEWHERE, self.chapter.text().strip()))
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case _:
                super().keyPressEvent(event)


class EntryFields(QWidget):
    """Fields in as many lines as they need. `stops` are the names of the fields that Enter visits while they are empty.

    Enter emits `submitted` when no stop is empty; Esc emits `cancelled`.
    """

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.fields: dict[str, SlipField] = {}
        self.stops: tuple[str, ...] = ()
        self.only_here: frozenset[str] = frozenset()
        """The parties that cannot belong to another chapter."""
        self._asked = ""
        self._flow = Flow(across=12, down=8, stretch=True)
        self.unknown = UnknownName(context)
        self.error = FieldError()
        column(self._flow, self.unknown, self.error, parent=self)
        self.unknown.answered.connect(self._take_answer)
        self.unknown.cancelled.connect(self._return_to_name)

    def add(self, field: SlipField) -> SlipField:
        """Add a field at the end."""
        self.fields[field.name] = field
        self._flow.addWidget(field)
        return field

    def add_party(self, name: str, caption: str, edit: PartyEdit) -> PartyEdit:
        """Add the field of a party at the end."""
        field = self.add(SlipField(self._context, name, caption, edit))
        edit.settled.connect(lambda: self.go_on(name))
        edit.unresolved.connect(lambda _text: self._ask_unknown(field, focus=False))
        edit.textEdited.connect(lambda _text: self._forget_answer(field))
        return edit

    # Moving on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif types_a_letter(event) and self._type_on(event):
            event.accept()  # a letter that a choice ignores is typed into the next text field
        else:
            super().keyPressEvent(event)

    def focused_field(self) -> str:
        """Return the name of the focused field, or ""."""
        focus = self.focusWidget()
        return next((name for name, field in self.fields.items() if focus and field.isAncestorOf(focus)), "")

    def enter(self) -> None:
        """Move to the next empty stop; submit if there is none."""
        for field in self.fields.values():
            if isinstance(field.editor, PartyEdit) and field.editor.unknown_name:
                self._ask_unknown(field, focus=True)
                return
        ahead = self._empty_stop_after(self.focused_field())
        if ahead is not None:
            ahead.take_focus()
        else:
            self.submitted.emit()

    def _empty_stop_after(self, name: str) -> SlipField | None:
        return next((field for field in self._after(name) if field.name in self.stops and field.is_empty), None)

    def _after(self, name: str) -> list[SlipField]:
        """Return the fields behind a field; all fields for an unknown name."""
        names = list(self.fields)
        at = names.index(name) if name in names else -1
        return [self.fields[following] for following in names[at + 1 :]]

    def _type_on(self, event: QKeyEvent) -> bool:
        name = self.focused_field()
        return bool(name) and any(field.type_on(event) for field in self._after(name))

    def go_on(self, name: str) -> None:
        """Move from a filled field to the next empty stop, else to the next field."""
        self.say("", "")
        following = next(iter(self._after(name)), self.fields[name])
        (self._empty_stop_after(name) or following).take_focus()

    def focus_start(self) -> None:
        """Put the focus into the first field."""
        next(iter(self.fields.values())).take_focus()

    # Unknown names

    def _ask_unknown(self, field: SlipField, *, focus: bool) -> None:
        edit = field.editor
        if not isinstance(edit, PartyEdit) or not edit.unknown_name:
            return
        names = {name: one.editor.text() for name, one in self.fields.items() if isinstance(one.editor, PartyEdit)}
        if same := same_name(field.name, edit.unknown_name, names):  # not asked: a new person would be a duplicate
            field.say(self._context.tr(same))
            if focus:
                field.take_focus()
        else:
            self._asked = field.name
            self.unknown.ask(edit.unknown_name, elsewhere=field.name not in self.only_here, focus=focus)

    def _forget_answer(self, field: SlipField) -> None:
        field.say("")
        field.show_understood("")
        if self._asked == field.name:
            self.unknown.hide()

    def _take_answer(self, party: Party) -> None:
        tr = self._context.tr
        field = self.fields[self._asked]
        field.show_value(party)
        field.show_understood(one_line(party.other_chapter) or tr("New person"))
        self.unknown.hide()
        self.go_on(field.name)

    def _return_to_name(self) -> None:
        self.unknown.hide()
        self.fields[self._asked].take_focus()

    # Errors

    def say(self, name: str, text: str) -> None:
        """Show an error beside its field and focus it, or under all fields; an empty text removes all errors."""
        for field in self.fields.values():
            field.say("")
        self.error.say("")
        if name in self.fields and text:
            self.fields[name].say(text)
            self.fields[name].take_focus()
        else:
            self.error.say(text)

    def read(self) -> dict[str, Any] | None:
        """Return the values by field name; None, with an error shown, when one cannot be read."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            try:
                values[name] = field.read()
            except ChapterError as error:
                self.say(name, self._context.language.error(error))
                return None
        return values


class SlipEntry(EntryFields):
    """The fields of one kind of slip, from its SlipDefinition."""

    def __init__(self, context: Context, kind: SlipKind, recent: RecentPeople) -> None:
        super().__init__(context)
        tr = context.tr
        self.kind = kind
        definition = KINDS[kind]
        self._parties: dict[str, PartyEdit] = {}
        for role, caption in definition.sides:
            self._parties[role] = self.add_party(role, tr(caption), PartyEdit(context, recent))
        for name in definition.fields:
            self.add(make_field(context, name)).show_value(None)
        self.stops = (*self._parties, *filter(None, (definition.measure,)))
        self.only_here = frozenset(party.role for party in definition.parties if not party.elsewhere)
        for edit in self._parties.values():
            edit.chosen.connect(self._exclude_named)
            edit.cleared.connect(self._exclude_named)

    def _exclude_named(self) -> None:
        named: set[int] = set()
        for edit in self._parties.values():  # nobody gives to themselves
            edit.exclude(frozenset(named))
            named |= {edit.person_id() or 0}

    def set_giver(self, party: Party | None) -> None:
        """Set the speaker as the giver."""
        if "giver" in self._parties and party is not None:
            self._parties["giver"].set_party(party)
            self._exclude_named()

    def load(self, row: SlipRow) -> None:
        """Show a stored slip."""
        for role, edit in self._parties.items():
            name = getattr(row, role)
            side: Side = getattr(row, f"{role}_side", Side.HERE)
            other = row.other_chapter if side is Side.ELSEWHERE else ""
            edit.set_party(Party(getattr(row, f"{role}_id"), name, side, other) if name else None)
        for name in KINDS[self.kind].fields:
            self.fields[name].show_value(getattr(row, name))
        self._exclude_named()

    def collect(self) -> tuple[dict[str, Any], dict[str, Party]] | None:
        """Return the values and the parties to store; None, with an error shown, when something is missing."""
        tr = self._context.tr
        values = self.read()
        if values is None:
            return None
        for name in self.stops:
            if values[name] is None:
                self.say(name, tr(MISSING[name]))
                return None
        parties = {role: values.pop(role) for role in self._parties}
        for role, before in (("receiver", ("giver",)), ("third", ("giver", "receiver"))):
            if role in parties and parties[role] in (parties.get(one) for one in before):
                self.say(role, tr(SAME_THIRD if role == "third" else SAME_PERSON))
                return None
        return values, parties
