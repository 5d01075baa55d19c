"""Buttons by role: one primary action a screen, the others plain, quiet or like a link."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QToolButton, QWidget

from chapterdesk.ui.widgets.context import Context


class Button(QPushButton):
    """A plain button; with `context` and `icon` it carries a Lucide icon. Enter presses it as Space does."""

    ROLE = ""
    ICON_ROLE = "ink"

    def __init__(
        self, text: str, parent: QWidget | None = None, *, context: Context | None = None, icon: str = ""
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        if self.ROLE:
            self.setProperty("role", self.ROLE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if context is not None and icon:
            self.setIcon(context.style.icon(icon, self.ICON_ROLE, 18, gap=6))
            self.setIconSize(QSize(24, 18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one action that a screen is for."""

    ROLE = "primary"
    ICON_ROLE = "on-accent"


class QuietButton(Button):
    """A button without a frame, for actions beside the main one."""

    ROLE = "quiet"
    ICON_ROLE = "muted"


class LinkButton(Button):
    """A button that reads as words in the accent colour."""

    ROLE = "link"
    ICON_ROLE = "accent"


class TileButton(Button):
    """A button whose whole face is made of labels. Give it an accessible name: it has no text of its own."""

    def set_face(self, face: QLayout) -> None:
        """Lay the labels out on the button; clicks on them are clicks on the button."""
        self.setLayout(face)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class IconButton(QToolButton):
    """A button that is an icon alone; its name is the tooltip and what a screen reader says."""

    def __init__(self, context: Context, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(context.style.icon(icon, "muted", 18))
        self.setIconSize(QSize(18, 18))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(34)
