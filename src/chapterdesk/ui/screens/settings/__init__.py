"""The screen Settings: preferences, the chapter, holidays, protection, and the program."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="settings",
    title=N_("Settings"),
    icon="settings",
    order=96,
    shortcut="Ctrl+,",
    watches=frozenset({"chapter", "logo", "holiday"}),
    load="chapterdesk.ui.screens.settings.settings_screen:SettingsScreen",
)
