"""The screen Change log: filters, the actions by day, the details of one action."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="changes",
    title=N_("Change log"),
    icon="history",
    order=91,
    shortcut="Ctrl+Shift+L",
    watches=None,
    load="chapterdesk.ui.screens.changes.changes_screen:ChangesScreen",
)
