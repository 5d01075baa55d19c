"""Grounds that things stand on: cards, hairlines, scrolling columns, and what an empty place says."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from chapterdesk.ui.widgets.buttons import Button, PrimaryButton
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label


class Card(QFrame):
    """A raised ground with round corners. Put things into `body`; with a title it has a heading of its own."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.body = QVBoxLayout(self)
        inset = max(padding, 1)  # the frame itself takes one pixel
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(12)
        self.head: QHBoxLayout | None = None
        if title:
            self.head = QHBoxLayout()
            self.head.addWidget(label(title, "section"), 1)
            self.body.addLayout(self.head)


class Rule(QFrame):
    """One hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "true")
        self.setFixedHeight(1)


class EmptyState(QWidget):
    """What a place with nothing in it says: what it is for and what to do. The first action is the primary one."""

    def __init__(
        self,
        context: Context,
        icon: str,
        title: str,
        text: str,
        actions: Sequence[Command] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(context.style.pixmap(icon, "muted", 40, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(picture)
        for line in (label(title, "section", wrap=True), label(text, tone="muted", wrap=True)):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setMinimumWidth(280)
            line.setMaximumWidth(520)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 4)
            row.addStretch(1)
            column.addLayout(row)
        self.buttons: list[Button] = []
        if actions:
            column.addSpacing(8)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for at, command in enumerate(actions):
                make = PrimaryButton if at == 0 else Button
                button = make(command.title, context=context, icon=command.icon)
                button.clicked.connect(lambda _=False, run=command.run: run())
                self.buttons.append(button)
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)


def scrolled(inner: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a column that scrolls up and down and is never wider than the room there is."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setObjectName("scrolled")
    area.setWidget(inner)
    return area


class TallColumn(QWidget):
    """What scrolls: as high as its wrapped words need at its width, never squeezed into the room there is."""

    def event(self, event: QEvent) -> bool:
        """Qt: another width or other words need another height."""
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and layout is not None:
            wraps = layout.hasHeightForWidth()  # the hint would count lines at a width of Qt's own choice
            needed = layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()
            self.setMinimumHeight(needed)
        return done
