"""Cards, hairlines, scrolling columns, and empty states."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QScrollBar, QSizePolicy, QWidget

from chapterdesk.ui.widgets.buttons import Button, PrimaryButton, TileButton
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label, picture
from chapterdesk.ui.widgets.layout import STRETCH, Margins, Part, add, clear, column, row


class Card(QFrame):
    """A raised ground with round corners; its content goes into `body`, its title into `head`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 16, spacing: int = 12) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.body = column(spacing=spacing, margins=max(padding, 1), parent=self)  # the frame takes one pixel
        self.head: QHBoxLayout | None = None
        if title:
            self.head = QHBoxLayout()
            self.head.addWidget(label(title, "section"), 1)
            self.body.addLayout(self.head)


class Rule(QFrame):
    """One hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "true")
        self.setFixedHeight(1)


class ChoiceCard(TileButton):
    """A large button with an icon, a title and an explanation."""

    ROLE = "choice"

    def __init__(self, context: Context, icon: str, title: str, text: str) -> None:
        super().__init__("")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        lines = label(title, "strong", wrap=True), label(text, tone="muted", wrap=True)
        self.set_face(column(picture(context, icon, "accent", 28), 8, *lines, STRETCH, spacing=6, margins=20))

    def sizeHint(self) -> QSize:
        # As high as the text needs at a usual width.
        layout = self.layout()
        height = layout.totalHeightForWidth(260) if layout is not None else 160
        return QSize(260, max(height, 152))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())


class EmptyState(QWidget):
    """What an empty list or screen says: its purpose and what to do. The first action is the primary one."""

    def __init__(self, context: Context, icon: str, title: str, text: str, actions: Sequence[Command] = ()) -> None:
        super().__init__()
        sign = picture(context, icon, "muted", 40)
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text = label(text, tone="muted", wrap=True)
        parts: list[Part] = [(None, 2), sign]
        for line in (label(title, "section", wrap=True), self.text):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setMinimumWidth(280)
            line.setMaximumWidth(520)
            parts.append(row(STRETCH, (line, 4), STRETCH))
        self.buttons: list[Button] = []
        for at, command in enumerate(actions):
            make = PrimaryButton if at == 0 else Button
            button = make(command.title, context=context, icon=command.icon)
            button.clicked.connect(lambda _=False, run=command.run: run())
            self.buttons.append(button)
        if self.buttons:
            parts += [8, row(STRETCH, *self.buttons, STRETCH)]
        column(*parts, (None, 3), margins=24, parent=self)


def scrolled(inner: QWidget) -> QScrollArea:
    """Return an area that scrolls up and down and is never wider than its room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setObjectName("scrolled")
    area.setWidget(inner)
    return area


class TallColumn(QWidget):
    """The content of a scroll area: as high as its wrapped texts need at its width."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and layout is not None:
            wraps = layout.hasHeightForWidth()  # the size hint counts lines at a width that Qt chooses
            needed = layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()
            self.setMinimumHeight(needed)
        return done


class DetailCard(Card):
    """The details of one thing in a scrolling column: `clear()`, then fill `column`, for each thing."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = 16) -> None:
        super().__init__(parent=parent, padding=0)
        self._inner = TallColumn()
        self.column = column(margins=margins, parent=self._inner)
        self.area = scrolled(self._inner)
        self.body.addWidget(self.area)

    def clear(self) -> None:
        """Empty the column."""
        clear(self.column)

    def show_nothing(self, text: str) -> None:
        """Show only a text, while nothing is chosen."""
        self.clear()
        add(self.column, label(text, tone="muted", wrap=True), STRETCH)

    def texts(self) -> list[str]:
        """Return the texts that are shown."""
        return [part.text() for part in self._inner.findChildren(QLabel) if part.text()]


def scroll_by_key(bar: QScrollBar, event: QKeyEvent) -> bool:
    """Scroll by an arrow, a page key, Space, Home or End; return whether it was one of them."""
    line, page = bar.singleStep(), bar.pageStep()
    place = {
        Qt.Key.Key_Down: bar.value() + line,
        Qt.Key.Key_Up: bar.value() - line,
        Qt.Key.Key_PageDown: bar.value() + page,
        Qt.Key.Key_PageUp: bar.value() - page,
        Qt.Key.Key_Space: bar.value() + page,
        Qt.Key.Key_Home: bar.minimum(),
        Qt.Key.Key_End: bar.maximum(),
    }.get(Qt.Key(event.key()))
    if place is None:
        return False
    bar.setValue(place)
    return True
