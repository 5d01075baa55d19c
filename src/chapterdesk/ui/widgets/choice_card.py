"""A large button with an icon, a title and a line that explains it: for the few choices of the first page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label


class ChoiceCard(Button):
    """The whole card is the button; a screen reader says the title and the explanation."""

    ROLE = "choice"

    def __init__(self, context: Context, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(6)
        picture = QLabel()
        picture.setPixmap(context.style.pixmap(icon, "accent", 28, self.devicePixelRatioF()))
        column.addWidget(picture)
        column.addSpacing(8)
        for line in (label(title, "strong", wrap=True), label(text, tone="muted", wrap=True)):
            column.addWidget(line)
        column.addStretch(1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Qt: as high as the words need at a usual width."""
        layout = self.layout()
        height = layout.totalHeightForWidth(260) if layout is not None else 160
        return QSize(260, max(height, 152))

    def minimumSizeHint(self) -> QSize:
        """Qt: never lower than the words."""
        return QSize(180, self.sizeHint().height())
