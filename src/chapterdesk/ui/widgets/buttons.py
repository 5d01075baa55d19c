"""Buttons by role (one primary action for each screen, the others plain, quiet or like a link), and tick boxes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import FittingText, set_tone
from chapterdesk.ui.widgets.layout import row


class Button(QPushButton):
    """A plain button; with `context` and `icon` it carries a Lucide icon. Enter presses it as Space does."""

    ROLE = ""
    ICON_ROLE = "ink"

    def __init__(self, text: str, *, context: Context | None = None, icon: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
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


class DangerButton(Button):
    """The button of something that cannot be undone."""

    ROLE = "danger"

    def __init__(self, text: str, *, context: Context) -> None:
        super().__init__(text, context=context, icon="trash-2")


class FittingButton(FittingText, Button):
    """A button with texts of several lengths; the shortest may be empty beside the icon."""

    def __init__(self, forms: Sequence[str], *, context: Context, icon: str) -> None:
        super().__init__(forms[0], context=context, icon=icon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(*forms)

    def say(self, *forms: str) -> None:
        """Set the texts, the longest first; a screen reader reads the first."""
        self._forms = [text.replace("&", "&&") for text in forms]
        self.setAccessibleName(forms[0])
        self.fit()
        self.updateGeometry()

    def width_of(self, at: int) -> int:
        """Return how wide the button is with one of its forms."""
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(self._forms[at]) - metrics.horizontalAdvance(self.text())
        return super().sizeHint().width() + more

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_of(-1), super().sizeHint().height())

    def fit(self) -> None:
        """Show the longest form that has room."""
        at = next((at for at in range(len(self._forms)) if self.width_of(at) <= self.width()), -1)
        self.setText(self._forms[at])


class FittingPrimaryButton(FittingButton, PrimaryButton):
    """The one action of a screen, where room may be short."""


class FittingQuietButton(FittingButton, QuietButton):
    """A button without a frame that fits."""


class TileButton(Button):
    """A button that is covered by labels. Give it an accessible name, because it has no text."""

    def set_face(self, face: QLayout) -> None:
        """Lay the labels out on the button; clicks on them are clicks on the button."""
        self.setLayout(face)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class IconButton(QToolButton):
    """A button with only an icon; `name` is its tooltip and accessible name."""

    def __init__(self, context: Context, icon: str, name: str) -> None:
        super().__init__()
        self.setIcon(context.style.icon(icon, "muted", 18))
        self.setIconSize(QSize(18, 18))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(34)


class TickBox(QWidget):
    """A tick box with a text that wraps (a QCheckBox cuts it off)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.words = BoxWords(text, self.box)
        row((self.box, Qt.AlignmentFlag.AlignTop), (self.words, 1), spacing=4, parent=self)

    @property
    def is_ticked(self) -> bool:
        """Whether the box is enabled and ticked."""
        return self.box.isEnabled() and self.box.isChecked()

    def refuse(self, why: str) -> None:
        """Show a reason in place of the box; with "" show the box and its text again."""
        if why:
            self.box.setChecked(False)
        self.box.setEnabled(not why)
        self.box.setVisible(not why)
        set_tone(self.words, "muted" if why else "")
        self.words.setText(why or self._text)
        self.box.setAccessibleName(why or self._text)


class BoxWords(QLabel):
    """The text of a tick box; a click on it toggles the box."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setContentsMargins(0, 6, 0, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._box.isEnabled():
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.toggle()
