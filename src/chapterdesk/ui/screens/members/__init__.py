"""The screen Members: the list, and the card of one person, edited in place."""

from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets.screen import ScreenEntry

SCREEN = ScreenEntry(
    key="members",
    title=N_("Members"),
    icon="users",
    order=3,
    shortcut="Ctrl+3",
    watches=frozenset(
        {
            "person",
            "photo",
            "consent",
            "classification",
            "membership",
            "role_term",
            "attendance",
            "meeting",
            "slip",
            "visit",
            "period_total",
            "period_total_row",
            "chapter",
        }
    ),
    load="chapterdesk.ui.screens.members.members_screen:MembersScreen",
)
