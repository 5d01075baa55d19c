"""The meeting screen: roll call, strip, feed, totals, expected visitors, and the bar on top."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="meeting",
    title=N_("Meeting"),
    icon="clipboard-check",
    order=2,
    shortcut="Ctrl+2",
    watches=frozenset({"meeting", "attendance", "membership", "person", "visit", "slip", "chapter", "classification"}),
    load="chapterdesk.ui.screens.meeting.meeting_screen:MeetingScreen",
)
