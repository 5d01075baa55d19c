"""The fields of a slip by their names in SlipDefinition: captions, choices, values in words, and what is typed in."""

import sys
from fractions import Fraction
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.money import Money, digits, parse_amount
from chapterdesk.domain.slips import FollowUp, Tier
from chapterdesk.domain.text import N_, plain
from chapterdesk.ui.widgets import Choice, FieldError, LineEdit, Segments, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column

CAPTIONS: Final = {
    "tier": N_("Whose business"),
    "prospect": N_("Prospect"),
    "contact": N_("Phone or e-mail"),
    "gave_card": N_("Given your card"),
    "told_them": N_("Told them you would call"),
    "heat": N_("Heat"),
    "follow_up": N_("Follow-up"),
    "note": N_("Note"),
    "place": N_("Where"),
    "topics": N_("Topics"),
    "amount": N_("Amount"),
    "repeat_business": N_("New or repeat"),
    "credits": N_("Credits"),
}
"""What a field is called where it is typed in."""
TITLES: Final = {
    **CAPTIONS,
    "tier": N_("Tier"),
    "gave_card": N_("Card given"),
    "told_them": N_("Call announced"),
    "other_chapter": N_("Other chapter"),
}
"""What a field is called where its value is read: over a column, in the details, in the history."""
BESIDE: Final = ("gave_card", "told_them")
"""Fields that are a box with its own words and need no caption above."""
USUAL: Final = {"credits": 1}
"""What is proposed in a field that is typed."""


def choices(context: Context, name: str) -> list[tuple[Any, str]]:
    """Return what can be chosen in a field, with its words, the usual value first; empty for a field that is typed."""
    tr = context.tr
    nothing: tuple[Any, str] = (None, "–")
    match name:
        case "tier":
            return [(one, tr(one.label)) for one in Tier]
        case "follow_up":
            return [nothing, *((one, tr(one.label)) for one in FollowUp)]
        case "heat":
            return [nothing, *((heat, str(heat)) for heat in range(1, 6))]
        case "repeat_business":
            return [(False, tr("New")), (True, tr("Repeat"))]
        case "gave_card" | "told_them":
            return [(False, tr("No")), (True, tr("Yes"))]
        case _:
            return []


def parse_value(context: Context, name: str, text: str) -> Any:
    """Return what is typed in a field as it is stored (amounts in minor units, None when a number is missing).

    Raises ChapterError when it cannot be understood.
    """
    text = text.strip()
    match name:
        case "amount":
            return parse_amount(text, context.chapter.currency) if text else None
        case "credits":
            if text and not (text.isdecimal() and 1 <= int(text) <= 999):
                raise ChapterError(N_("“{text}” is no number of credits; type a number from 1 up"), text=text[:20])
            return int(text) if text else None
        case _:
            return text


def typed_value(context: Context, name: str, value: Any) -> str:
    """Return a stored value as it would be typed: an amount without its symbol."""
    if value is None:
        return ""
    if name == "amount":
        currency = context.chapter.currency
        return context.language.number(Fraction(Money(value, currency).amount), digits(currency))
    return str(value)


def value_in_words(context: Context, name: str, value: Any) -> str:
    """Return a stored value as it is read; the fields of visits are known as well."""
    tr, language = context.tr, context.language
    match name, value:
        case _, None | "":
            return ""
        case "amount", int():
            return language.money(value, context.chapter.currency)
        case "repeat_business", _:
            return tr("Repeat") if value else tr("New")
        case "gave_card" | "told_them" | "attended", _:
            return tr("Yes") if value else ""
        case "next_contact", _:
            return language.short_date(value)
        case _, Labelled():
            return tr(value.label)
        case _:
            return str(value)


class Input(Protocol):
    """What a field holds; `read` raises ChapterError when it cannot be understood."""

    @property
    def widget(self) -> QWidget:
        """Return what stands on the screen."""

    def read(self) -> Any:
        """Return the value to store."""

    def show(self, value: Any) -> None:
        """Show a stored value, or the usual one when None."""


class TextInput:
    """Something that is typed: words, or what `parse_value` makes of them for a field."""

    def __init__(self, context: Context, name: str, width: int = 170) -> None:
        self._context, self._name = context, name
        self.widget = LineEdit()
        self.widget.setMinimumWidth(width)
        self.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def read(self) -> Any:
        """Return the value to store; raises ChapterError."""
        return parse_value(self._context, self._name, self.widget.text())

    def show(self, value: Any) -> None:
        """Show a stored value, or the usual one when None; typing replaces what is proposed."""
        usual = USUAL.get(self._name)
        self.widget.set_stored(typed_value(self._context, self._name, usual if value is None else value))
        if usual is not None:
            self.widget.selectAll()


class LetterChoice(Choice):
    """A list that takes the letters with which one of its entries begins, and leaves the others to the entry."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        begins = (plain(self.itemText(at)).startswith(plain(typed)) for at in range(self.count()))
        if types_a_letter(event) and not any(begins):
            event.ignore()
            return
        super().keyPressEvent(event)


class ChoiceInput:
    """One of a few: a list that drops down, or buttons side by side, of which the arrows press another."""

    def __init__(self, offered: list[tuple[Any, str]], *, buttons: bool = False) -> None:
        self.widget: Segments | LetterChoice = Segments(offered) if buttons else LetterChoice(offered)
        self._values = [value for value, _text in offered]
        for part in self.widget.findChildren(QPushButton) if buttons else [self.widget]:
            part.setProperty("tall", "true")

    def read(self) -> Any:
        """Return the chosen value."""
        return self.widget.value()

    def show(self, value: Any) -> None:
        """Show a value as chosen; None is the first unless it is a choice of its own."""
        self.widget.set_value(value if value in self._values else self._values[0])


class BoxInput:
    """Yes or no."""

    def __init__(self, text: str) -> None:
        self.widget = QCheckBox(text.replace("&", "&&"))
        self.widget.setProperty("tall", "true")

    def read(self) -> bool:
        """Return whether it is ticked."""
        return self.widget.isChecked()

    def show(self, value: Any) -> None:
        """Tick it or not."""
        self.widget.setChecked(bool(value))


def types_a_letter(event: QKeyEvent) -> bool:
    """Tell whether a key writes something in a field of text; Space presses buttons."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    altgr = alt if sys.platform == "darwin" else control | alt  # Windows says Ctrl and Alt of AltGr
    plainly = held in (Qt.KeyboardModifier.NoModifier, altgr)
    return bool(plainly and event.text().strip() and event.text().isprintable())


class SlipField(QWidget):
    """A caption, what is typed in, and under it what was understood or what is wrong."""

    def __init__(self, name: str, caption: str, source: Input, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.input = source
        source.widget.setAccessibleName(caption)
        self.caption = label("" if name in BESIDE else caption, "small")
        self.caption.setBuddy(source.widget)
        if isinstance(source.widget, QLineEdit):
            source.widget.setProperty("tall", "true")
        self.echo = label("", "small", tone="accent")
        self.echo.hide()
        self.error = FieldError(source.widget)
        column(self.caption, source.widget, self.echo, self.error, STRETCH, spacing=3, parent=self)
        self.setSizePolicy(source.widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)

    def say(self, error: str) -> None:
        """Say what is wrong, or nothing more."""
        self.error.say(error)
        self.updateGeometry()

    def take_focus(self) -> None:
        """Put the focus where the typing happens; what is there is marked, so that typing replaces it."""
        widget = self.input.widget
        if isinstance(widget, Segments):
            pressed = [button for button in widget.findChildren(QPushButton) if button.isChecked()]
            widget = pressed[0] if pressed else widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()

    def come_back(self) -> None:
        """Put the focus here behind what is there, so that typing goes on."""
        self.take_focus()
        if isinstance(self.input.widget, QLineEdit):
            self.input.widget.end(False)  # noqa: FBT003 - Qt's own signature

    def type_on(self, event: QKeyEvent) -> bool:
        """Go on here with a key that was typed elsewhere, behind what is there; tell whether it can be typed here."""
        widget = self.input.widget
        if not isinstance(widget, QLineEdit):
            return False
        self.come_back()
        QCoreApplication.sendEvent(
            widget, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
        )
        return True

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed in it."""
        return isinstance(self.input.widget, QLineEdit) and not self.input.widget.text().strip()

    def show_understood(self, text: str) -> None:
        """Say what was understood of what is typed."""
        self.echo.setText(text)
        self.echo.setVisible(bool(text))
        self.updateGeometry()


def make_field(context: Context, name: str) -> SlipField:
    """Return the field of a name in SlipDefinition.fields."""
    caption = context.tr(CAPTIONS[name])
    if name in BESIDE:
        return SlipField(name, caption, BoxInput(caption))
    if found := choices(context, name):
        return SlipField(name, caption, ChoiceInput(found, buttons=name in ("tier", "repeat_business")))
    source = TextInput(context, name, {"amount": 120, "credits": 90}.get(name, 170))
    field = SlipField(name, caption, source)
    if name == "amount":
        source.widget.textChanged.connect(lambda text: field.show_understood(_amount_understood(context, text)))
    return field


def _amount_understood(context: Context, text: str) -> str:
    try:
        minor = parse_value(context, "amount", text)
    except ChapterError:
        return ""
    return "" if minor is None else f"= {value_in_words(context, 'amount', minor)}"
