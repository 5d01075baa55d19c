"""What's new: resources/CHANGELOG.md (CHANGELOG.es.md) over the window, and a notice after an update."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk import __version__
from chapterdesk.domain.changelog import ChangelogEntry, Release, numbers, parse
from chapterdesk.paths import resources
from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.cards import TallColumn, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import ReadingOverlay
from chapterdesk.ui.widgets.labels import badge, label
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row

SEEN = "version-seen"
"""Settings key of the last version whose news were announced."""


def changelog(code: str) -> tuple[Release, ...]:
    """Return the releases with entries, newest first, in a language that has a changelog, else in English."""
    own, english = resources() / f"CHANGELOG.{code}.md", resources() / "CHANGELOG.md"
    return parse((own if own.is_file() else english).read_text("utf-8"))


class News(ReadingOverlay):
    """The releases, newest first; with `from_about` a button and Esc lead back to About."""

    def __init__(self, context: Context, window: QWidget, *, from_about: bool = False) -> None:
        super().__init__(context, window, 720, 620)
        tr = context.tr
        self._context, self._from_about = context, from_about
        self.back = Button(tr("Back"), context=context, icon="arrow-left")
        self.back.clicked.connect(self.go_back)
        releases = enumerate(changelog(context.language.code))
        inner = TallColumn()
        column(
            *(self._release(release, newest=at == 0) for at, release in releases),
            STRETCH,
            spacing=24,
            margins=(0, 0, 16, 0),
            parent=inner,
        )
        self.area = scrolled(inner)
        self.body.setContentsMargins(24, 20, 12, 20)
        self.body.setSpacing(12)
        head = row(self.back, (label(tr("What’s new"), "title"), 1), self.close_button, spacing=12)
        add(self.body, head, (self.area, 1))
        self.back.setVisible(from_about)  # after it has a parent: without one it would flash as a window

    def _release(self, release: Release, *, newest: bool) -> QVBoxLayout:
        tr = self._context.tr
        head = row(label(tr("Version {version}", version=release.version or __version__), "section"), spacing=12)
        if newest:
            add(head, badge(tr("The one you have"), "accent"))
        if release.date is not None:
            add(head, label(self._context.language.date(release.date), tone="muted"))
        add(head, STRETCH)
        shown = column(head, spacing=12)
        for group in release.groups:
            add(shown, label(group.heading, "eyebrow"), *map(self._entry, group.entries))
        return shown

    @staticmethod
    def _entry(entry: ChangelogEntry) -> QVBoxLayout:
        shown = column(spacing=2)
        if entry.title:
            add(shown, label(entry.title, "strong", wrap=True))
        if entry.text:
            add(shown, label(entry.text, tone="muted" if entry.title else "", wrap=True))
        return shown

    def go_back(self) -> None:
        """Close it and return to About if the director came from there."""
        self.dismiss()
        if self._from_about:
            self._context.go("about", on_news=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            event.accept()
        else:
            super().keyPressEvent(event)


def offer_news(context: Context, *, is_busy: bool) -> None:
    """Show a notice once after an update, not at the first start; if the window `is_busy`, at the next start."""
    seen = context.settings_file.choice(SEEN)
    if seen == __version__ or (seen and is_busy):
        return
    context.settings_file.remember_choice(SEEN, __version__)
    if seen and numbers(seen) < numbers(__version__):
        tr = context.tr
        text = tr("ChapterDesk is version {version} now.", version=__version__)
        context.notify(text, tr("What’s new"), partial(context.go, "news"))
