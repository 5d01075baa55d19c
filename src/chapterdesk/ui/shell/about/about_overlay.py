"""About ChapterDesk: what it is, where the data are, what support needs, and the licences; over the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk import __version__
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.look.brand import mark
from chapterdesk.ui.shell.about.about_commands import show_news
from chapterdesk.ui.shell.about.data_places import PlaceRow, places
from chapterdesk.ui.shell.about.licences import LicencePage, qt_notice
from chapterdesk.ui.shell.about.support_details import support_text
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.cards import Card, TallColumn, scroll_by_key, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.labels import label


class AboutOverlay(Overlay):
    """Two pages: the facts, and the texts of the licences, from which Esc leads back to the facts."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window, 720, 640)
        self._context = context
        self.body.setContentsMargins(24, 20, 12, 20)
        self.body.setSpacing(16)
        self.body.addLayout(self._head())
        self.pages = QStackedWidget()
        self.body.addWidget(self.pages, 1)
        self.area = scrolled(self._facts())
        self.texts = LicencePage(context)
        self.texts.back.clicked.connect(self.to_facts)
        self.pages.addWidget(self.area)
        self.pages.addWidget(self.texts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _head(self) -> QHBoxLayout:
        tr = self._context.tr
        row = QHBoxLayout()
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(mark(56, self.devicePixelRatioF()))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(APPLICATION, "title"))
        words.addWidget(label(tr("Version {version}", version=__version__), tone="muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        close = IconButton(self._context, "x", tr("Close"))
        close.clicked.connect(self.close_it)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _facts(self) -> QWidget:
        tr = self._context.tr
        inner = TallColumn()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(20)
        what = tr(
            "Members, attendance and slips of your chapter, and the reports that come of them; on your own computer,"
            " without the internet."
        )
        column.addWidget(label(what, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.news = Button(tr("What’s new"), context=self._context, icon="sparkles")
        self.news.clicked.connect(self._show_news)
        self.licences = Button(tr("Licences"), context=self._context, icon="file-text")
        self.licences.clicked.connect(self.to_texts)
        row.addWidget(self.news)
        row.addWidget(self.licences)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._places())
        column.addLayout(self._support())
        column.addLayout(self._rights())
        column.addStretch(1)
        return inner

    def _part(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(title, "section"))
        return column

    def _places(self) -> QVBoxLayout:
        tr = self._context.tr
        column = self._part(tr("Where your data are"))
        self.places = [PlaceRow(self._context, place) for place in places(self._context)]
        for row in self.places:
            column.addWidget(row)
        return column

    def _support(self) -> QVBoxLayout:
        tr = self._context.tr
        column = self._part(tr("For support"))
        column.addWidget(label(tr("Versions only: nothing about people or files."), tone="muted", wrap=True))
        card = Card()
        self.support = label(support_text(self._context), wrap=True)
        self.support.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.support)
        column.addWidget(card)
        self.copy = Button(tr("Copy for support"), context=self._context, icon="copy")
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _rights(self) -> QVBoxLayout:
        tr = self._context.tr
        column = self._part(tr("Licences"))
        own = tr("{program} is free software under the MIT licence.", program=APPLICATION)
        self.notice = label(qt_notice(self._context), tone="muted", wrap=True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (label(own, wrap=True), self.notice):
            column.addWidget(part)
        return column

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.support.text())
        tr = self._context.tr
        self._context.notify(tr("The lines for support are on the clipboard."))

    def _show_news(self) -> None:
        context, window = self._context, self._window

        def back() -> None:
            about = AboutOverlay(context, window)
            about.open()
            about.news.setFocus(Qt.FocusReason.OtherFocusReason)

        self.close_it()
        show_news(context, window, back)

    def to_texts(self) -> None:
        """Show the texts of the licences."""
        self.pages.setCurrentWidget(self.texts)
        self.texts.begin()

    def to_facts(self) -> None:
        """Show the facts again."""
        self.pages.setCurrentWidget(self.area)
        self.licences.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show it, ready for Tab and Esc."""
        super().open()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc leads from the texts to the facts, and from there out; arrows and the page keys scroll the facts."""
        if event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() is self.texts:
            self.to_facts()
            event.accept()
            return
        if not scroll_by_key(self.area.verticalScrollBar(), event):
            super().keyPressEvent(event)
