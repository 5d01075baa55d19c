"""What's new: the changelog over the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk import __version__
from chapterdesk.ui.shell.about.changelog import ChangelogEntry, Release, changelog
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.cards import TallColumn, scroll_by_key, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.labels import badge, label


class News(Overlay):
    """The releases, newest first, in the language of the window; arrows and the page keys scroll.

    `back` shows what the director came from: a button leads there, and so does Esc.
    """

    def __init__(self, context: Context, window: QWidget, back: Callable[[], object] | None = None) -> None:
        super().__init__(window, 720, 620)
        self._back = back
        self._context = context
        tr = context.tr
        self.body.setContentsMargins(24, 20, 12, 20)
        self.body.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.back = Button(tr("Back"), context=context, icon="arrow-left")
        self.back.clicked.connect(self.go_back)
        self.back.setVisible(back is not None)
        head.addWidget(self.back)
        head.addWidget(label(tr("What’s new"), "title"), 1)
        close = IconButton(context, "x", tr("Close"))
        close.clicked.connect(self.close_it)
        head.addWidget(close)
        self.body.addLayout(head)
        inner = TallColumn()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(24)
        for at, release in enumerate(changelog(context.language.code)):
            column.addLayout(self._release(release, newest=at == 0))
        column.addStretch(1)
        self.area = scrolled(inner)
        self.body.addWidget(self.area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _release(self, release: Release, *, newest: bool) -> QVBoxLayout:
        tr = self._context.tr
        column = QVBoxLayout()
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(tr("Version {version}", version=release.version or __version__), "section"))
        if newest:
            head.addWidget(badge(tr("The one you have"), "accent"))
        if release.date is not None:
            head.addWidget(label(self._context.language.date(release.date), tone="muted"))
        head.addStretch(1)
        column.addLayout(head)
        for group in release.groups:
            column.addWidget(label(group.heading, "eyebrow"))
            for entry in group.entries:
                column.addLayout(self._entry(entry))
        return column

    @staticmethod
    def _entry(entry: ChangelogEntry) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        if entry.title:
            column.addWidget(label(entry.title, "strong", wrap=True))
        if entry.text:
            column.addWidget(label(entry.text, tone="muted" if entry.title else "", wrap=True))
        return column

    def open(self) -> None:
        """Show it, ready for Esc."""
        super().open()
        self.setFocus()

    def go_back(self) -> None:
        """Close it and show what the director came from."""
        self.close_it()
        if self._back is not None:
            self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows, page keys, Home and End scroll; Esc leads back, or closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            event.accept()
        elif not scroll_by_key(self.area.verticalScrollBar(), event):
            super().keyPressEvent(event)
