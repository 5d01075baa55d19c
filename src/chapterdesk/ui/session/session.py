"""The state of the window: which desk file is open, or what became of it; and the ways from one state to another."""

from chapterdesk.ui.session.open_desk import OpenDesk


class DeskSession(OpenDesk):
    """The session of one window. It knows no widget."""
