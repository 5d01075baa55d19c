"""The ways to About and to what is new: commands, the card of the settings, and a quiet word after an update.

What they show is loaded when it is shown.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk import __version__
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.look.brand import mark
from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.cards import Card
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from chapterdesk.ui.shell.window import MainWindow

SEEN = "version-seen"
"""Where the settings keep the version whose news need no more words."""


def show_about(context: Context, window: QWidget) -> None:
    """Show what the program says of itself over the window."""
    from chapterdesk.ui.shell.about.about_overlay import AboutOverlay

    AboutOverlay(context, window).open()


def show_news(context: Context, window: QWidget, back: Callable[[], object] | None = None) -> None:
    """Show what is new over the window; `back` shows what the director came from."""
    from chapterdesk.ui.shell.about.whats_new import News

    News(context, window, back).open()


def about_commands(context: Context, window: QWidget) -> list[Command]:
    """Return what the palette offers."""
    tr = context.tr
    news, about = partial(show_news, context, window), partial(show_about, context, window)
    return [
        Command(tr("What’s new"), news, "", "sparkles", tr("changes version update")),
        Command(tr("About {program}", program=APPLICATION), about, "", "info", tr("version licence support help")),
    ]


class AboutCard(Card):
    """The card at the end of the settings: the mark, the version, and the two ways on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        row = QHBoxLayout()
        row.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(mark(40, self.devicePixelRatioF()))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(APPLICATION, "strong"))
        words.addWidget(label(tr("Version {version}", version=__version__), tone="muted"))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.about, self.news = Button(tr("About {program}", program=APPLICATION)), Button(tr("What’s new"))
        self.about.clicked.connect(lambda: show_about(context, self.window()))
        self.news.clicked.connect(lambda: show_news(context, self.window()))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.about)
        buttons.addWidget(self.news)
        buttons.addStretch(1)
        self.body.addLayout(buttons)


def offer_news(window: "MainWindow") -> None:
    """Say once, quietly, after an update, that there is something new; never at the very first start.

    While another notice stands, or the window is locked, it waits for the next start.
    """
    context = window.context
    seen = context.settings_file.choice(SEEN)
    if seen == __version__ or (seen and (window.lock.is_on or window.notice.isVisible())):
        return
    from chapterdesk.ui.shell.about.changelog import numbers

    context.settings_file.remember_choice(SEEN, __version__)
    if seen and numbers(seen) < numbers(__version__):
        tr = context.tr
        text = tr("ChapterDesk is version {version} now.", version=__version__)
        context.notify(text, tr("What’s new"), partial(show_news, context, window))
