"""The screen Slips: the ledger, filtered, corrected in place and exported, and what a figure counts."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="slips",
    title=N_("Slips"),
    icon="receipt",
    order=4,
    shortcut="Ctrl+4",
    watches=frozenset({"slip", "visit", "meeting", "person", "chapter", "attendance", "membership", "period_total"}),
    load="chapterdesk.ui.screens.slips.slips_screen:SlipsScreen",
)
