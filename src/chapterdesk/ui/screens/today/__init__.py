"""The screen Today: the next meeting, the last one, what needs attention, the month."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="today",
    title=N_("Today"),
    icon="sun",
    order=1,
    shortcut="Ctrl+1",
    watches=frozenset(
        {
            "chapter",
            "person",
            "membership",
            "meeting",
            "attendance",
            "visit",
            "slip",
            "holiday",
            "period_total",
            "period_total_row",
        }
    ),
    load="chapterdesk.ui.screens.today.today_screen:TodayScreen",
)
