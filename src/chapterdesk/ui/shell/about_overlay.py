"""About ChapterDesk: what it is, where the data are, versions for support, and the licences."""

import platform
import sys
from pathlib import Path

from PySide6 import __version__ as pyside
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from chapterdesk import __version__
from chapterdesk.licences import qt_notice
from chapterdesk.paths import APPLICATION, breakable, fault_log, short_path
from chapterdesk.store.sqlite.cipher import versions
from chapterdesk.ui.look.brand import program_icon
from chapterdesk.ui.shell.licences import LicencePage
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.cards import Card, TallColumn, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import ReadingOverlay
from chapterdesk.ui.widgets.files import show_folder
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row, stack

TOP = Qt.AlignmentFlag.AlignTop


class AboutOverlay(ReadingOverlay):
    """Two pages: the facts and the licences (Esc leads back). With `on_news` the focus is on the news button."""

    def __init__(self, context: Context, window: QWidget, *, on_news: bool = False) -> None:
        super().__init__(context, window, 720, 640)
        tr = context.tr
        self._context = context
        self.news = Button(tr("What’s new"), context=context, icon="sparkles")
        self.licences = Button(tr("Licences"), context=context, icon="file-text")
        self.copy = Button(tr("Copy for support"), context=context, icon="copy")
        self.support = label(support_text(context), wrap=True)
        self.notice = label(qt_notice(context.tr), tone="muted", wrap=True)
        for text in (self.support, self.notice):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.places = [
            *([PlaceRow(context, tr("The open file"), context.session.path)] if context.is_open else []),
            PlaceRow(context, tr("Backups"), context.backups.folder(), is_folder=True),
            PlaceRow(context, tr("Settings"), context.settings_file.path),
            PlaceRow(context, tr("Log of faults"), fault_log()),
        ]
        self.area = scrolled(self._facts())
        self.texts = LicencePage(context)
        self.pages = stack(self.area, self.texts)
        self.body.setContentsMargins(24, 20, 12, 20)
        self.body.setSpacing(16)
        add(self.body, self._head(), (self.pages, 1))
        self.news.clicked.connect(self._show_news)
        self.licences.clicked.connect(self.to_texts)
        self.copy.clicked.connect(self._copy)
        self.texts.back.clicked.connect(self.to_facts)
        self._on_news = on_news

    def _head(self) -> QVBoxLayout:
        tr = self._context.tr
        picture = QLabel()
        picture.setPixmap(program_icon(56, self.devicePixelRatioF()))
        version = label(tr("Version {version}", version=__version__), tone="muted")
        words = column(STRETCH, label(APPLICATION, "title"), version, STRETCH, spacing=0)
        return column(row(picture, (words, 1), (self.close_button, TOP), spacing=16))

    def _facts(self) -> QWidget:
        tr = self._context.tr
        what = tr(
            "Members, attendance and slips of your chapter, and the reports that come of them; on your own computer,"
            " without the internet."
        )
        only_versions = label(tr("Versions only: nothing about people or files."), tone="muted", wrap=True)
        own = tr("{program} is free software under the MIT licence.", program=APPLICATION)
        card = Card()
        card.body.addWidget(self.support)
        inner = TallColumn()
        column(
            label(what, wrap=True),
            row(self.news, self.licences, STRETCH),
            column(label(tr("Where your data are"), "section"), *self.places),
            column(label(tr("For support"), "section"), only_versions, card, (self.copy, Qt.AlignmentFlag.AlignLeft)),
            column(label(tr("Licences"), "section"), label(own, wrap=True), self.notice),
            STRETCH,
            spacing=20,
            margins=(0, 0, 12, 0),
            parent=inner,
        )
        return inner

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.support.text())
        tr = self._context.tr
        self._context.notify(tr("The lines for support are on the clipboard."))

    def _show_news(self) -> None:
        self.dismiss()
        self._context.go("news", from_about=True)

    def to_texts(self) -> None:
        """Show the texts of the licences."""
        self.pages.setCurrentWidget(self.texts)
        self.texts.begin()

    def to_facts(self) -> None:
        """Show the facts again."""
        self.pages.setCurrentWidget(self.area)
        self.licences.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show it, with the focus on the news if the director came from there."""
        super().open()
        if self._on_news:
            self.news.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc leads from the texts to the facts and then closes; arrows and page keys scroll the facts.
        if event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() is self.texts:
            self.to_facts()
            event.accept()
        else:
            super().keyPressEvent(event)


class PlaceRow(QWidget):
    """A path with its title; one button copies the path, the other shows it in the file browser."""

    def __init__(self, context: Context, title: str, path: Path, *, is_folder: bool = False) -> None:
        super().__init__()
        tr = context.tr
        self.path = path
        self._context = context
        self.where = label(breakable(short_path(path)), "small", wrap=True)
        self.where.setAccessibleName(short_path(path))
        self.copy = IconButton(context, "copy", tr("Copy the path"))
        self.copy.clicked.connect(self._copy)
        self.show_it = Button(tr("Show in folder"))
        self.show_it.setAccessibleName(tr("Show in folder: {name}", name=title))
        self.show_it.clicked.connect(lambda: show_folder(context, path if is_folder else path.parent, path))
        words = column(label(title, "strong"), self.where, spacing=0)
        row((words, 1), (row(self.copy, self.show_it, spacing=6), TOP), spacing=12, parent=self)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.path))
        tr = self._context.tr
        self._context.notify(tr("The path is on the clipboard."))


def support_text(context: Context) -> str:
    """Return the versions that support needs, in English; nothing about people or files."""
    sqlite, sqlcipher = versions()
    form = "package" if getattr(sys, "frozen", False) else "Python environment"
    ratio = f"{QGuiApplication.primaryScreen().devicePixelRatio():g}"
    size = context.settings.text_size
    return "\n".join(
        (
            f"{APPLICATION} {__version__} ({form})",
            f"{platform.system()} {platform.release()} {platform.machine()}, {QGuiApplication.platformName()}",
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {pyside}",
            f"SQLite {sqlite}, SQLCipher {sqlcipher}",
            f"Language {context.language.code}, theme {context.style.theme}, text {size} %, screen {ratio} x",
        )
    )
