"""The banners above the screens; they are part of the layout and cover nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label, picture
from chapterdesk.ui.widgets.layout import Flow, column, row


class BannerBar(QFrame):
    """One banner: an icon, the text, the actions, and a cross when it can be closed."""

    def __init__(self, context: Context, banner: Banner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing")
        self.setProperty("tone", banner.tone)
        self.banner = banner
        sign = picture(context, banner.icon, banner.tone, 18)
        sign.setFixedWidth(18)
        self.text = label(banner.words(), wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.text.text())
        self.buttons: list[Button] = []
        actions = QWidget()
        flow = Flow(actions, across=8, down=4)
        actions.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for title, act in banner.actions:
            button = Button(title())
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons.append(button)
            flow.addWidget(button)
        words = column(self.text, spacing=6)
        if self.buttons:
            words.addWidget(actions)
        top = Qt.AlignmentFlag.AlignTop
        line = row((sign, top), (words, 1), spacing=12, margins=(16, 8, 16, 8), parent=self)
        self.cross: IconButton | None = None
        if banner.close_words is not None:
            self.cross = IconButton(context, "x", banner.close_words())
            self.cross.clicked.connect(lambda: self._close_banner(context))
            line.addWidget(self.cross, 0, top)
            line.setContentsMargins(16, 8, 8, 8)

    def _close_banner(self, context: Context) -> None:
        banner = self.banner
        context.banners.remove(banner.key)
        if banner.on_close is not None:
            banner.on_close()


class BannerColumn(QWidget):
    """All banners, one below the other; hidden when there are none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._low = False
        self.bars: list[BannerBar] = []
        self._column = column(spacing=0, parent=self)
        context.banners.changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """Show the present banners; the bars of unchanged banners stay, with the focus in them."""
        shown = {id(bar.banner): bar for bar in self.bars}
        self.bars = [
            shown.pop(id(banner)) if id(banner) in shown else BannerBar(self._context, banner, self)
            for banner in self._context.banners
        ]
        for old in shown.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, bar in enumerate(self.bars):
            if self._column.indexOf(bar) < 0:
                self._column.insertWidget(at, bar)
        self.setVisible(bool(self.bars))
        self._hide_others()

    def set_low(self, *, low: bool) -> None:
        """In a low window show only one banner: the latest of the gravest."""
        if low != self._low:
            self._low = low
            self._hide_others()

    def _hide_others(self) -> None:
        gravest = [bar for bar in self.bars if bar.banner.tone == "bad"] or self.bars
        for bar in self.bars:
            bar.setVisible(not self._low or bar is gravest[-1])
