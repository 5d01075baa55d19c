"""Labels, always in plain text, so that a name with <b> shows as typed; their look follows role and tone.

Fitting texts show the longest form that has room; the shortest is cut with an ellipsis.
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
LEAST_WIDTH = 48
"""Pixels; the smallest minimum width of a fitting label."""


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
    """Return a small rounded label for a state, on a soft ground of its tone."""
    made = label(text, tone=tone)
    made.setProperty("badge", "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def picture(context: Context, icon: str, role: str, size: int) -> QLabel:
    """Return a label with an icon of `size` pixels in the colour of a role."""
    made = QLabel()
    made.setPixmap(context.style.pixmap(icon, role, size, made.devicePixelRatioF()))
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a widget that is already shown."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet uses, and apply the sheet again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class FittingText(_Widget):
    """A mixin, before the widget class: calls `fit` when the width or the font of the widget changes."""

    def fit(self) -> None:
        """Choose the text for the present width."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class FittingLabel(FittingText, QLabel):
    """One line of plain text in several lengths; the tooltip has the full text when a shorter one is shown."""

    def __init__(self, role: str, *forms: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.say(*(forms or ("",)))

    def say(self, *forms: str) -> None:
        """Set the texts, which all say the same, the longest first."""
        self._forms = forms
        self.setAccessibleName(forms[0])
        self.fit()
        self.updateGeometry()

    def shortest_width(self) -> int:
        """Return the width of the shortest form."""
        return self.fontMetrics().horizontalAdvance(self._forms[-1]) + 2

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._forms[0]) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(LEAST_WIDTH, self.shortest_width()), super().sizeHint().height())

    def fit(self) -> None:
        """Show the longest form that has room."""
        metrics, room = self.fontMetrics(), self.width()
        form = next((text for text in self._forms if metrics.horizontalAdvance(text) <= room), None)
        shown = metrics.elidedText(self._forms[-1], Qt.TextElideMode.ElideRight, room) if form is None else form
        self.setText(shown)
        self.setToolTip(self._forms[0] if shown != self._forms[0] else "")


def lines_of(text: str, metrics: QFontMetrics, width: int, most: int = 2) -> str:
    """Return a text broken into at most `most` lines, each of which fits the width or ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= width or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    # Only lines that are too long: Qt rounds differently and would cut a line that just fits.
    right = Qt.TextElideMode.ElideRight
    fits = (metrics.horizontalAdvance(line) <= width for line in lines)
    return "\n".join(
        line if fit else metrics.elidedText(line, right, width) for line, fit in zip(lines, fits, strict=True)
    )
