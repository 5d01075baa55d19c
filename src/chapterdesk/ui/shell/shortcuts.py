"""The sheet of shortcuts (F1): all keys of the visible screen and of the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from chapterdesk.ui.shell.workspace import Workspace
from chapterdesk.ui.widgets.cards import scrolled
from chapterdesk.ui.widgets.command import Command, shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import ReadingOverlay
from chapterdesk.ui.widgets.labels import badge, label
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row


class ShortcutSheet(ReadingOverlay):
    """Groups of (heading, commands) side by side; commands without a shortcut are left out."""

    def __init__(self, context: Context, window: QWidget, groups: Sequence[tuple[str, Sequence[Command]]]) -> None:
        super().__init__(context, window, 820, 580)
        tr = context.tr
        more = tr("Everything else is in the palette: {keys}.", keys=shortcut_text("Ctrl+K"))
        shown = [(name, [command for command in commands if command.shortcut]) for name, commands in groups]
        shown = [(name, commands) for name, commands in shown if commands]
        halved = halves([len(commands) + 2 for _name, commands in shown])
        columns = [column(*(self._group(*shown[at]) for at in half), STRETCH, spacing=20) for half in halved]
        inner = box(row(*((part, 1) for part in columns), spacing=40, margins=(0, 0, 12, 0)))
        head = QGridLayout()
        head.addWidget(label(tr("Keyboard"), "title"), 0, 0)
        head.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        head.addWidget(label(more, tone="muted"), 1, 0, 1, 2)
        self.body.setContentsMargins(24, 20, 12, 16)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.area = scrolled(inner)
        self.body.addWidget(self.area, 1)
        self.resize_panel(inner.sizeHint().height() + 140)

    @staticmethod
    def _group(name: str, commands: Sequence[Command]) -> QVBoxLayout:
        rows = QGridLayout()
        rows.setVerticalSpacing(6)
        rows.setColumnStretch(0, 1)
        for at, command in enumerate(commands):
            rows.addWidget(label(command.title, wrap=True), at, 0)
            rows.addWidget(badge(shortcut_text(command.shortcut)), at, 1, Qt.AlignmentFlag.AlignRight)
        return column(label(name, "section"), rows)


def halves(heights: Sequence[int]) -> tuple[range, range]:
    """Return the groups of the left and of the right column, so that both are about equally high."""
    best = min(range(len(heights) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])), default=0)
    return range(best), range(best, len(heights))


def show_sheet(context: Context, window: QWidget, workspace: Workspace | None, commands: Sequence[Command]) -> None:
    """Show the sheet: the visible screen, the program, and the sidebar."""
    tr = context.tr
    groups: list[tuple[str, Sequence[Command]]] = [(tr("Everywhere"), commands)]
    if workspace is not None:
        screen = workspace.visible_screen
        groups.insert(0, (tr(screen.entry.title), screen.commands()))
        groups.append((tr("Go to"), list(workspace.places.values())))
    ShortcutSheet(context, window, groups).open()
