"""The screen Import: a card for each file, with the questions about it."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="import",
    title=N_("Import"),
    icon="upload",
    order=95,
    shortcut="Ctrl+I",
    watches=frozenset({"person", "membership", "meeting", "slip", "period_total", "import_batch", "alias"}),
    load="chapterdesk.ui.screens.import_files.import_screen:ImportScreen",
)
