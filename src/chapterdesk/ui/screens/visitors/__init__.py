"""The screen Visitors: past and expected visits, and one visit, edited in place."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="visitors",
    title=N_("Visitors"),
    icon="door-open",
    order=5,
    shortcut="Ctrl+5",
    watches=frozenset({"visit", "person", "meeting", "membership", "classification", "chapter"}),
    load="chapterdesk.ui.screens.visitors.visitors_screen:VisitorsScreen",
)
