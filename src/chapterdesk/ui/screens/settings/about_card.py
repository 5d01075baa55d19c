"""The card at the end of the settings: the mark, the version, and the ways to About and to what is new."""

from PySide6.QtWidgets import QLabel

from chapterdesk import __version__
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.look.brand import mark
from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.cards import Card
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row


class AboutCard(Card):
    """The mark, the version, and two buttons."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        picture = QLabel()
        picture.setPixmap(mark(40, self.devicePixelRatioF()))
        version = label(tr("Version {version}", version=__version__), tone="muted")
        self.about, self.news = Button(tr("About {program}", program=APPLICATION)), Button(tr("What’s new"))
        self.about.clicked.connect(lambda: context.go("about"))
        self.news.clicked.connect(lambda: context.go("news"))
        words = column(label(APPLICATION, "strong"), version, spacing=0)
        add(self.body, row(picture, (words, 1), spacing=12), row(self.about, self.news, STRETCH))
