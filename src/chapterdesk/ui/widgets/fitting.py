"""Words that fit the room there is: the longest form that has room, the last one cut with an ellipsis."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from chapterdesk.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object
FEW = 48
"""Pixels below which a label says nothing more."""


class FitsItsRoom(_Widget):
    """A part of a widget's class: has it fit its words again when its width or the size of the text changes.

    Stands before the class of the widget among the base classes.
    """

    def fit(self) -> None:
        """Choose the words for the room that there is."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class FittingLabel(FitsItsRoom, QLabel):
    """One line of plain text in several lengths; what is not shown in full stands in the tooltip."""

    def __init__(self, role: str = "", *forms: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self._forms: Sequence[str] = ("",)
        if forms:
            self.say(*forms)

    def say(self, *forms: str) -> None:
        """Show one of these, all of which say the same, the longest first."""
        self._forms = forms
        self.setAccessibleName(forms[0])
        self.fit()
        self.updateGeometry()

    def shortest(self) -> int:
        """Return how wide the shortest form is."""
        return self.fontMetrics().horizontalAdvance(self._forms[-1]) + 2

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._forms[0]) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(FEW, self.shortest()), super().sizeHint().height())

    def fit(self) -> None:
        """Show the longest form that has room."""
        metrics, room = self.fontMetrics(), self.width()
        form = next((text for text in self._forms if metrics.horizontalAdvance(text) <= room), None)
        shown = metrics.elidedText(self._forms[-1], Qt.TextElideMode.ElideRight, room) if form is None else form
        self.setText(shown)
        self.setToolTip(self._forms[0] if shown != self._forms[0] else "")


class FittingButton(FitsItsRoom, Button):
    """A button whose words have several lengths, the shortest of which may be none beside its icon."""

    def __init__(
        self, forms: Sequence[str], parent: QWidget | None = None, *, context: Context | None = None, icon: str = ""
    ) -> None:
        super().__init__(forms[0], parent, context=context, icon=icon)
        self._forms: Sequence[str] = forms
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(*forms)

    def say(self, *forms: str) -> None:
        """Offer these words, the longest first; a screen reader says the first."""
        self._forms = [text.replace("&", "&&") for text in forms]
        self.setAccessibleName(forms[0])
        self.fit()
        self.updateGeometry()

    def width_of(self, at: int) -> int:
        """Return how wide the button is with one of its forms."""
        metrics = self.fontMetrics()
        return (
            super().sizeHint().width()
            + metrics.horizontalAdvance(self._forms[at])
            - metrics.horizontalAdvance(self.text())
        )

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_of(-1), super().sizeHint().height())

    def fit(self) -> None:
        """Show the longest form that has room."""
        at = next((at for at in range(len(self._forms)) if self.width_of(at) <= self.width()), -1)
        self.setText(self._forms[at])


class FittingPrimaryButton(FittingButton):
    """The one action of a screen, where room may be short."""

    ROLE = PrimaryButton.ROLE
    ICON_ROLE = PrimaryButton.ICON_ROLE


class FittingQuietButton(FittingButton):
    """A button without a frame that fits."""

    ROLE = QuietButton.ROLE
    ICON_ROLE = QuietButton.ICON_ROLE


def lines_of(text: str, metrics: QFontMetrics, width: int, most: int = 2) -> str:
    """Return words broken into at most so many lines, each of which fits the width or ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= width or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
