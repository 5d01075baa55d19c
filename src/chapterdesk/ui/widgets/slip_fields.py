"""The fields of a slip by their names in SlipDefinition: each one a caption, something to type in, and its error."""

import sys
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money, digits, parse_amount
from chapterdesk.domain.slips import FollowUp, Tier
from chapterdesk.domain.text import N_, plain
from chapterdesk.ui.widgets import Choice, FieldError, LineEdit, Segments, label
from chapterdesk.ui.widgets.context import Context

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
BESIDE: Final = ("gave_card", "told_them")
"""Fields that are a box with its own words and need no caption above."""


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
    """Some words."""

    def __init__(self, width: int = 170) -> None:
        self.widget = LineEdit()
        self.widget.setMinimumWidth(width)
        self.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def read(self) -> str:
        """Return the words."""
        return self.widget.text().strip()

    def show(self, value: Any) -> None:
        """Show words."""
        self.widget.set_stored(value or "")


class AmountInput(TextInput):
    """An amount of money as people type it; what was understood is said at once."""

    def __init__(self, context: Context, say: Callable[[str], None]) -> None:
        super().__init__(120)
        self._context = context
        self._say = say
        self._currency = context.chapter.currency
        self.widget.textChanged.connect(self._echo)

    def read(self) -> int | None:  # type: ignore[override] # an amount, in minor units
        """Return minor units, None while empty; raises ChapterError."""
        text = self.widget.text().strip()
        return parse_amount(text, self._currency) if text else None

    def show(self, value: Any) -> None:
        """Show an amount of minor units."""
        places = digits(self._currency)
        text = (
            ""
            if value is None
            else self._context.language.number(Fraction(Money(value, self._currency).amount), places)
        )
        self.widget.set_stored(text)

    def _echo(self) -> None:
        try:
            minor = self.read()
        except ChapterError:
            self._say("")
            return
        self._say("" if minor is None else f"= {self._context.language.money(minor, self._currency)}")


class CreditsInput(TextInput):
    """Credits of education: a whole number, one at first."""

    def __init__(self) -> None:
        super().__init__(90)
        self.show(None)

    def read(self) -> int | None:  # type: ignore[override] # a number
        """Return the number, None while empty; raises ChapterError."""
        text = self.widget.text().strip()
        if not text:
            return None
        if not text.isdecimal() or not 1 <= int(text) <= 999:
            raise ChapterError(N_("“{text}” is no number of credits; type a number from 1 up"), text=text[:20])
        return int(text)

    def show(self, value: Any) -> None:
        """Show a number, 1 when None."""
        self.widget.set_stored(str(1 if value is None else value))
        self.widget.selectAll()


class PickInput:
    """One of a few, as buttons side by side; the arrows change it."""

    def __init__(self, choices: list[tuple[Any, str]]) -> None:
        self.widget = Segments(choices)
        for button in self.widget.findChildren(QPushButton):
            button.setProperty("tall", "true")
        self._first = choices[0][0]

    def read(self) -> Any:
        """Return the value of the pressed button."""
        return self.widget.value()

    def show(self, value: Any) -> None:
        """Press the button of a value; None is the first unless it is a choice of its own."""
        self.widget.set_value(self._first if value is None else value)


class LetterChoice(Choice):
    """A list that takes the letters with which one of its entries begins, and leaves the others to the entry."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a letter that chooses nothing is not for this list."""
        typed = event.text()
        begins = (plain(self.itemText(at)).startswith(plain(typed)) for at in range(self.count()))
        if types_a_letter(event) and not any(begins):
            event.ignore()
            return
        super().keyPressEvent(event)


class ListInput:
    """One of several, as a list that drops down."""

    def __init__(self, choices: list[tuple[Any, str]]) -> None:
        self.widget = LetterChoice(choices)
        self.widget.setProperty("tall", "true")

    def read(self) -> Any:
        """Return the chosen value."""
        return self.widget.value()

    def show(self, value: Any) -> None:
        """Show a value as chosen."""
        self.widget.set_value(value)


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.caption = label("" if name in BESIDE else caption, "small")
        self.caption.setBuddy(source.widget)
        column.addWidget(self.caption)
        if isinstance(source.widget, QLineEdit):
            source.widget.setProperty("tall", "true")
        column.addWidget(source.widget)
        self.echo = label("", "small", tone="accent")
        self.echo.hide()
        column.addWidget(self.echo)
        self.error = FieldError(source.widget)
        column.addWidget(self.error)
        column.addStretch(1)
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

    def understood(self, text: str) -> None:
        """Say what was understood of what is typed."""
        self.echo.setText(text)
        self.echo.setVisible(bool(text))
        self.updateGeometry()


def make_field(context: Context, name: str) -> SlipField:
    """Return the field of a name in SlipDefinition.fields."""
    tr = context.tr
    caption = tr(CAPTIONS[name])
    source: Input
    match name:
        case "amount":
            holder: list[SlipField] = []
            source = AmountInput(context, lambda text: holder[0].understood(text) if holder else None)
            field = SlipField(name, caption, source)
            holder.append(field)
            return field
        case "credits":
            source = CreditsInput()
        case "tier":
            source = PickInput([(tier, tr(tier.label)) for tier in Tier])
        case "repeat_business":
            source = PickInput([(False, tr("New")), (True, tr("Repeat"))])
        case "heat":
            source = ListInput([(None, "–"), *((heat, str(heat)) for heat in range(1, 6))])
        case "follow_up":
            source = ListInput([(None, "–"), *((state, tr(state.label)) for state in FollowUp)])
        case "gave_card" | "told_them":
            source = BoxInput(caption)
        case _:
            source = TextInput()
    return SlipField(name, caption, source)
