"""The fields of a slip by their names in SlipDefinition: their choices and their editors."""

import sys
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slip_values import CAPTIONS, choices, parse_value
from chapterdesk.domain.text import plain
from chapterdesk.reports.ledger_words import LedgerWords
from chapterdesk.ui.widgets import Choice, FieldError, LineEdit, Segments, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column
from chapterdesk.ui.widgets.person_field import PartyEdit

BESIDE: Final = ("gave_card", "told_them")
"""The fields that are tick boxes with their own text, without a caption above."""


def offered(context: Context, name: str) -> list[tuple[Any, str]]:
    """Return the choices of a field with translated labels, the default first; [] for a field that is typed."""
    return [(value, context.tr(words)) for value, words in choices(name)]


def ledger_words(context: Context) -> LedgerWords:
    """Return the words for values in the present language and currency; the chapter can change both."""
    return LedgerWords(context.language, context.chapter.currency)


class LetterChoice(Choice):
    """A list that uses letters with which an item begins, and leaves other letters to the entry."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        begins = (plain(self.itemText(at)).startswith(plain(typed)) for at in range(self.count()))
        if types_a_letter(event) and not any(begins):
            event.ignore()
            return
        super().keyPressEvent(event)


def types_a_letter(event: QKeyEvent) -> bool:
    """Return whether a key types a character; Space does not count, because it presses buttons."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    altgr = alt if sys.platform == "darwin" else control | alt  # Windows reports AltGr as Ctrl and Alt
    plainly = held in (Qt.KeyboardModifier.NoModifier, altgr)
    return bool(plainly and event.text().strip() and event.text().isprintable())


class SlipField(QWidget):
    """A caption, an editor, and under it how the text was read or an error. None is shown as `usual`."""

    def __init__(self, context: Context, name: str, caption: str, editor: QWidget, usual: Any = None) -> None:
        super().__init__()
        self._context, self._usual = context, usual
        self.name, self.editor = name, editor
        editor.setAccessibleName(caption)
        for part in editor.findChildren(QPushButton) if isinstance(editor, Segments) else [editor]:
            part.setProperty("tall", "true")
        self.caption = label("" if name in BESIDE else caption, "small")
        self.caption.setBuddy(editor)
        self.echo = label("", "small", tone="accent")
        self.echo.hide()
        self.error = FieldError(editor)
        column(self.caption, editor, self.echo, self.error, STRETCH, spacing=3, parent=self)
        self.setSizePolicy(editor.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)

    def read(self) -> Any:
        """Return the value to store; raises ChapterError when it cannot be read."""
        match self.editor:
            case PartyEdit() as party:
                return party.party()
            case QLineEdit() as line:
                return parse_value(self.name, line.text(), self._context.session.chapter.currency)
            case QCheckBox() as tick:
                return tick.isChecked()
            case Choice() | Segments() as choice:
                return choice.value()

    def show_value(self, value: Any) -> None:
        """Show a stored value, or the usual one when None, which typing replaces."""
        value = self._usual if value is None else value
        match self.editor:
            case PartyEdit() as party:
                party.set_party(value)
            case LineEdit() as line:
                line.set_stored(ledger_words(self._context).typed(self.name, value))
                if self._usual is not None:
                    line.selectAll()
            case QCheckBox() as tick:
                tick.setChecked(bool(value))
            case Choice() | Segments() as choice:
                choice.set_value(value)

    def say(self, error: str) -> None:
        """Show an error; "" removes it."""
        self.error.say(error)
        self.updateGeometry()

    def take_focus(self) -> None:
        """Put the focus on the editor with its text selected."""
        widget = self.editor
        if isinstance(widget, Segments):
            pressed = [button for button in widget.findChildren(QPushButton) if button.isChecked()]
            widget = pressed[0] if pressed else widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()

    def focus_end(self) -> None:
        """Put the focus on the editor with the cursor at the end."""
        self.take_focus()
        if isinstance(self.editor, QLineEdit):
            self.editor.end(False)  # noqa: FBT003 - Qt's own signature

    def type_on(self, event: QKeyEvent) -> bool:
        """Append a key that was typed in another field; return whether this is a text field."""
        widget = self.editor
        if not isinstance(widget, QLineEdit):
            return False
        self.focus_end()
        QCoreApplication.sendEvent(
            widget, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
        )
        return True

    @property
    def is_empty(self) -> bool:
        """Whether the field is an empty text field."""
        return isinstance(self.editor, QLineEdit) and not self.editor.text().strip()

    def show_understood(self, text: str) -> None:
        """Show how the text was read."""
        self.echo.setText(text)
        self.echo.setVisible(bool(text))
        self.updateGeometry()


def text_editor(width: int = 170) -> LineEdit:
    """Return a line that takes the available width."""
    line = LineEdit()
    line.setMinimumWidth(width)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def make_field(context: Context, name: str) -> SlipField:
    """Return the field of a name in SlipDefinition.fields."""
    caption = context.tr(CAPTIONS[name])
    if name in BESIDE:
        return SlipField(context, name, caption, QCheckBox(caption.replace("&", "&&")))
    if values := offered(context, name):
        editor = Segments(values) if name in ("tier", "repeat_business") else LetterChoice(values)
        return SlipField(context, name, caption, editor, usual=values[0][0])
    line = text_editor({"amount": 120, "credits": 90}.get(name, 170))
    field = SlipField(context, name, caption, line, usual=1 if name == "credits" else None)
    if name == "amount":
        line.textChanged.connect(lambda text: field.show_understood(_amount_understood(context, text)))
    return field


def _amount_understood(context: Context, text: str) -> str:
    try:
        minor = parse_value("amount", text, context.chapter.currency)
    except ChapterError:
        return ""
    return "" if minor is None else f"= {ledger_words(context).value('amount', minor)}"
