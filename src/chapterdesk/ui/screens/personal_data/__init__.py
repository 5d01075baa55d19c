"""The screen Personal data: the data held about a person, export, erasure and retention."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="personal_data",
    title=N_("Personal data"),
    icon="shield-check",
    order=93,
    shortcut="Ctrl+Shift+P",
    watches=None,
    load="chapterdesk.ui.screens.personal_data.personal_data_screen:PersonalDataScreen",
)
