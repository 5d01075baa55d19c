"""The screen Backups: the folder, the list, and restoring a backup."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="backups",
    title=N_("Backups"),
    icon="archive",
    order=92,
    shortcut="Ctrl+Shift+B",
    load="chapterdesk.ui.screens.backups.backups_screen:BackupsScreen",
)
