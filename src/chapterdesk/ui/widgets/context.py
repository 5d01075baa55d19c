"""The context of all parts of the window: the session, the style, and what parts use most: `go`, `notify`, `run`.

There are no globals: app.py makes one Context. Screens never call each other; they use `go`.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from chapterdesk.domain.preferences import Settings
from chapterdesk.i18n import Language
from chapterdesk.store.chapters import ChapterRow
from chapterdesk.store.desk import Desk
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile


class Context(QObject):
    """The session and the style of one window."""

    rebuild = Signal()
    """Language, theme or text size changed: the window builds its screens anew."""

    def __init__(self, session: DeskSession, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.setParent(self)
        self.session = session
        self.style = style
        self.changed, self.chapter_changed = session.changed, session.chapter_changed
        self.screen_requested, self.noticed = session.screen_requested, session.speech.noticed
        self.backups, self.banners = session.backups, session.speech.banners
        self.tell = session.unsaved.tell
        self.attempt = session.unsaved.attempt
        self.forget_refused = session.unsaved.forget_refused
        self.warn_if_read_only = session.warn_if_read_only
        self.notify = session.speech.notify
        self.run = session.run
        self.go = session.go
        self.set_preferences = session.set_preferences
        self.choose_chapter = session.choose_chapter
        self.today = session.today
        self.undo, self.redo, self.notify_undo = session.undo, session.redo, session.notify_undo
        session.preferences_changed.connect(lambda: style.choose(self.settings.theme, self.settings.text_size))
        session.language_changed.connect(self.rebuild)
        style.changed.connect(self.rebuild)

    @property
    def is_open(self) -> bool:
        """Whether a desk file is open."""
        return self.session.is_open

    @property
    def desk(self) -> Desk:
        """The open desk file."""
        return self.session.desk

    @property
    def has_chapter(self) -> bool:
        """Whether a chapter is shown."""
        return self.session.has_chapter

    @property
    def chapter(self) -> ChapterRow:
        """The chapter that is shown."""
        return self.session.chapter

    @property
    def erasures(self) -> Path:
        """The file that knows who was erased."""
        return self.session.erasures

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.session.speech.language

    def tr(  # type: ignore[override]
        self, text: str, comment: str = "", n: int | None = None, /, **params: Any
    ) -> str:
        """Translate; in code take `tr = self.context.tr` first, since lupdate reads only a bare `tr("…")`."""
        return self.session.speech.tr(text, comment, n, **params)

    @property
    def settings(self) -> Settings:
        """The present preferences."""
        return self.session.settings

    @property
    def settings_file(self) -> SettingsFile:
        """The file of preferences and last choices."""
        return self.session.settings_file
