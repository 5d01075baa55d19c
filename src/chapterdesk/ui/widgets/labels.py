"""Labels: always plain text, so that a name with <b> in it shows as typed; their look goes by role and tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from chapterdesk.ui.widgets.context import Context


def label(
    text: str = "", role: str = "", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Return a plain-text label.

    `role` is title, section, strong, small, figure or eyebrow; `tone` is muted, good, warning, bad, neutral or accent.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def badge(text: str, tone: str = "neutral", parent: QWidget | None = None) -> QLabel:
    """Return a small rounded label for a state: its word, on a soft ground of its tone."""
    made = label(text, tone=tone, parent=parent)
    made.setProperty("badge", "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def picture(context: Context, icon: str, role: str, size: int) -> QLabel:
    """Return an icon of so many pixels in the colour of a role."""
    made = QLabel()
    made.setPixmap(context.style.pixmap(icon, role, size, made.devicePixelRatioF()))
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change the role of a widget that is already shown."""
    set_look(widget, "role", role)


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a widget that is already shown."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet goes by, and let the sheet apply anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
