"""The sheet of shortcuts (F1): every key of the visible screen and of the program, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.ui.widgets.buttons import IconButton
from chapterdesk.ui.widgets.cards import scroll_by_key, scrolled
from chapterdesk.ui.widgets.command import Command, shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.labels import badge, label


class ShortcutSheet(Overlay):
    """Groups of (heading, commands) side by side; commands without a shortcut are left to the palette."""

    def __init__(self, context: Context, window: QWidget, groups: Sequence[tuple[str, Sequence[Command]]]) -> None:
        super().__init__(window, 820, 580)
        tr = context.tr
        self.body.setContentsMargins(24, 20, 12, 16)
        self.body.setSpacing(12)
        head = QGridLayout()
        head.addWidget(label(tr("Keyboard"), "title"), 0, 0)
        close = IconButton(context, "x", tr("Close"))
        close.clicked.connect(self.close_it)
        head.addWidget(close, 0, 1, Qt.AlignmentFlag.AlignRight)
        more = tr("Everything else is in the palette: {keys}.", keys=shortcut_text("Ctrl+K"))
        head.addWidget(label(more, tone="muted"), 1, 0, 1, 2)
        self.body.addLayout(head)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(40)
        shown = [(name, [one for one in commands if one.shortcut]) for name, commands in groups]
        shown = [(name, commands) for name, commands in shown if commands]
        for half in halves([len(commands) + 2 for _name, commands in shown]):
            column = QVBoxLayout()
            column.setSpacing(20)
            for at in half:
                column.addLayout(self._group(*shown[at]))
            column.addStretch(1)
            row.addLayout(column, 1)
        self.area = scrolled(inner)
        self.body.addWidget(self.area, 1)
        self.resize_panel(inner.sizeHint().height() + 140)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows and the page keys scroll, Esc closes."""
        if not scroll_by_key(self.area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @staticmethod
    def _group(name: str, commands: Sequence[Command]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(name, "section"))
        rows = QGridLayout()
        rows.setVerticalSpacing(6)
        rows.setColumnStretch(0, 1)
        for at, command in enumerate(commands):
            rows.addWidget(label(command.title, wrap=True), at, 0)
            rows.addWidget(badge(shortcut_text(command.shortcut)), at, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(rows)
        return column

    def open(self) -> None:
        """Show it, ready for Esc."""
        super().open()
        self.setFocus()


def halves(heights: Sequence[int]) -> tuple[range, range]:
    """Return which groups stand in the left and which in the right column, so that both are about as high."""
    best = min(range(len(heights) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])), default=0)
    return range(best), range(best, len(heights))
