"""The screens Members and Visitors over the small chapter, in English."""

from collections.abc import Callable
from typing import Any

import pytest

from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.members.members_screen import MembersScreen
from chapterdesk.ui.screens.visitors.visitors_screen import VisitorsScreen
from chapterdesk.ui.widgets.context import Context


class WindowLog:
    """Records what a screen asks of the window: screens to open, and notices."""

    def __init__(self, context: Context) -> None:
        self.screens: list[tuple[str, dict[str, Any]]] = []
        self.notices: list[str] = []
        context.screen_requested.connect(lambda key, what: self.screens.append((key, what)))
        context.noticed.connect(lambda text, *_: self.notices.append(text))


@pytest.fixture
def english(desk: DeskFile, make_context: Callable[..., Context]) -> Context:
    """The small chapter in English."""
    return make_context(desk, "en")


@pytest.fixture
def window_log(english: Context) -> WindowLog:
    """What the screen asks of the window."""
    return WindowLog(english)


@pytest.fixture
def members(english: Context, make_screen: Callable[..., Any]) -> MembersScreen:
    """The screen Members, shown."""
    screen: MembersScreen = make_screen(MembersScreen, english)
    return screen


@pytest.fixture
def visitors(english: Context, make_screen: Callable[..., Any]) -> VisitorsScreen:
    """The screen Visitors, shown."""
    screen: VisitorsScreen = make_screen(VisitorsScreen, english)
    return screen
