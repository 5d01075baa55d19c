"""The screen Reports: a gallery, and a workbench with options, preview, export and print."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="reports",
    title=N_("Reports"),
    icon="file-text",
    order=6,
    shortcut="Ctrl+6",
    watches=None,
    load="chapterdesk.ui.screens.reports.reports_screen:ReportsScreen",
)
