"""Labels: always plain text, so that a name with <b> in it shows as typed; their look goes by role and tone.

Words that fit the room there is: the longest form that has room, the last one cut with an ellipsis.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object
FEW = 48
"""Pixels that a label asks for at least, however long its words are."""


def label(text: str = "", role: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """Return a plain-text label.

    `role` is title, section, strong, small, figure or eyebrow; `tone` is muted, good, warning, bad, neutral or accent.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def badge(text: str, tone: str = "neutral") -> QLabel:
    """Return a small rounded label for a state: its word, on a soft ground of its tone."""
    made = label(text, tone=tone)
    made.setProperty("badge", "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def picture(context: Context, icon: str, role: str, size: int) -> QLabel:
    """Return an icon of so many pixels in the colour of a role."""
    made = QLabel()
    made.setPixmap(context.style.pixmap(icon, role, size, made.devicePixelRatioF()))
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a widget that is already shown."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet goes by, and let the sheet apply anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class FittingText(_Widget):
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


class FittingLabel(FittingText, QLabel):
    """One line of plain text in several lengths; what is not shown in full stands in the tooltip."""

    def __init__(self, role: str, *forms: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.say(*(forms or ("",)))

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


def lines_of(text: str, metrics: QFontMetrics, width: int, most: int = 2) -> str:
    """Return words broken into at most so many lines, each of which fits the width or ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= width or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    # Qt also cuts a line that just fits: it rounds the width of the whole line otherwise than that of the words.
    right = Qt.TextElideMode.ElideRight
    fits = (metrics.horizontalAdvance(line) <= width for line in lines)
    return "\n".join(
        line if fit else metrics.elidedText(line, right, width) for line, fit in zip(lines, fits, strict=True)
    )
