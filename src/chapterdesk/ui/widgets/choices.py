"""Choices: a drop-down list of values, and a row of buttons of which one is selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QListView, QPushButton, QWidget

from chapterdesk.ui.widgets.layout import row


class Choice(QComboBox):
    """A drop-down list of (value, translated label); `picked` is emitted with the value when the director chooses."""

    picked = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]] = ()) -> None:
        super().__init__()
        self.setView(QListView(self))
        self._values: list[Any] = []
        self.set_choices(choices)
        self.activated.connect(lambda at: self.picked.emit(self._values[at]))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices; the chosen value stays if it is still among them."""
        before = self.value()
        self.clear()
        self._values = [value for value, _label in choices]
        self.addItems([text for _value, text in choices])
        if before in self._values:
            self.set_value(before)

    def value(self) -> Any:
        """Return the chosen value, None when there is nothing to choose."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose a value; an unknown value leaves nothing chosen."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page, it never changes a value by accident


class Segments(QWidget):
    """A row of buttons of which one is selected, for two to six choices; `picked` is emitted with the value."""

    picked = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        line = row(spacing=4, parent=self)
        self._values = [value for value, _label in choices]
        self._group = QButtonGroup(self)
        for at, (_value, text) in enumerate(choices):
            button = QPushButton(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setProperty("role", "quiet")
            button.setAutoDefault(False)
            bold = QFont(button.font())
            bold.setWeight(QFont.Weight.DemiBold)  # the selected button is bold and must not be cut
            button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 28)
            self._group.addButton(button, at)
            line.addWidget(button)
        line.addStretch(1)
        if self._values:
            self.set_value(self._values[0])
        self._group.idClicked.connect(lambda at: self.picked.emit(self._values[at]))

    def value(self) -> Any:
        """Return the chosen value."""
        return self._values[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def set_value(self, value: Any) -> None:
        """Show a value as chosen."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)


def limit_width(field: Choice, letters: int = 10) -> None:
    """Size the field by `letters` characters, not by its longest choice."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(letters)
