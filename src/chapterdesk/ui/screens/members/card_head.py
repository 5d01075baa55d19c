"""The head of a person's card: photo, name, standing, and the buttons of the membership."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from chapterdesk.actions.members import set_photo
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Standing, Status
from chapterdesk.store.cards import CardRow
from chapterdesk.ui.widgets import Button, IconButton, badge, label, set_tone
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import read_photo
from chapterdesk.ui.widgets.layout import Flow, column, row

SIDE = 64
TONES = {
    Status.ACTIVE: "good",
    Status.LEAVE: "neutral",
    Status.PROBATION: "accent",
    Status.APPLICANT: "accent",
    Status.RENEWAL_DUE: "warning",
    Status.LATE: "bad",
}
"""The tones of current statuses; the status of an ended membership is neutral."""


class PersonHead(QWidget):
    """Shows photo, name, seat, company and standing; its buttons request to end or begin a membership."""

    end_requested = Signal()
    join_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._card: CardRow | None = None
        self.photo = Portrait(context)
        self.photo.asked.connect(self.open_photo_menu)
        self.name = label("", "title", wrap=True)
        self.about = label("", tone="muted", wrap=True)
        self.standing = badge("")
        self.end_button = Button(tr("End membership…"), context=context, icon="log-out")
        self.join_button = Button(tr("Make a member…"), context=context, icon="user-plus")
        self.data_button = IconButton(context, "shield-check", tr("Personal data: what is held, export, erase"))
        self.data_button.clicked.connect(self.open_personal_data)
        self.end_button.clicked.connect(self.end_requested)
        self.join_button.clicked.connect(self.join_requested)
        states = Flow(across=8, down=4)
        states.setContentsMargins(0, 6, 0, 0)
        for part in (self.standing, self.end_button, self.join_button, self.data_button):
            states.addWidget(part)
        words = column(self.name, self.about, states, spacing=2)
        row((self.photo, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=16, parent=self)

    def show_card(self, card: CardRow) -> None:
        """Show the person of a card."""
        context, tr = self._context, self._context.tr
        self._card = card
        membership = card.membership
        name = context.language.name(card.person.first_name, card.person.last_name)
        self.name.setText(name)
        seat = membership.classification if membership is not None else ""
        until = ""
        text, tone = tr(card.standing.label), "neutral"
        if membership is not None and (card.standing is Standing.MEMBER or card.is_applicant):
            text, tone = tr(membership.status.label), TONES.get(membership.status, "neutral")
        elif membership is not None and membership.end is not None:
            until = tr("until {date}", date=context.language.short_date(membership.end))
        self.about.setText(" · ".join(part for part in (seat, card.person.company, until) if part))
        self.about.setVisible(bool(self.about.text()))
        self.standing.setText(text)
        set_tone(self.standing, tone)
        is_running = membership is not None and membership.end is None
        self.end_button.setVisible(is_running and card.standing is Standing.MEMBER)
        self.join_button.setVisible(not card.is_open or card.is_applicant)
        self.join_button.setText(tr("Rejoin…") if card.standing is Standing.FORMER else tr("Make a member…"))
        self.photo.show_person(card.photo, name)

    def open_personal_data(self) -> None:
        """Go to the screen Personal data of this person."""
        if self._card is not None:
            self._context.go("personal_data", person_id=self._card.person.id)

    def open_photo_menu(self) -> None:
        """Open the menu of the photo."""
        self.make_photo_menu().popup(self.photo.mapToGlobal(self.photo.rect().bottomLeft()))

    def make_photo_menu(self) -> QMenu:
        """Return the menu that chooses or removes the photo."""
        tr, menu = self._context.tr, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Choose photo…"), self.choose_photo)
        if self._card is not None and self._card.photo is not None:
            menu.addAction(tr("Remove photo"), self.remove_photo)
        return menu

    def choose_photo(self) -> None:
        """Ask for a picture file and store it."""
        tr = self._context.tr
        name, _filter = QFileDialog.getOpenFileName(
            self, tr("Choose photo"), str(Path.home()), f"{tr('Pictures')} (*.png *.jpg *.jpeg *.webp)"
        )
        if name:
            self.store_photo(name)

    def store_photo(self, name: str) -> None:
        """Store a picture file as the photo."""
        try:
            data = read_photo(name)
        except ChapterError as error:
            self._context.tell(error)
            return
        self._store(data)

    def remove_photo(self) -> None:
        """Remove the photo."""
        self._store(None)

    def _store(self, data: bytes | None) -> None:
        if self._card is None:
            return
        context, person = self._context, self._card.person
        context.attempt(partial(set_photo, context.desk, person, data), key=("photo", person.id))


class Portrait(QWidget):
    """A round photo or the initials; `asked` is emitted by a click, Enter or Space."""

    asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._data: bytes | None = None
        self._image = QImage()
        self._initials = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, data: bytes | None, name: str) -> None:
        """Show a photo (PNG or JPEG bytes), or the initials of the name."""
        tr = self._context.tr
        if data != self._data:
            self._data = data
            self._image = QImage.fromData(data) if data is not None else QImage()
        self._initials = "".join(word[0] for word in name.split()[:2]).upper()
        self.setAccessibleName(tr("Photo of {name}", name=name))
        self.setToolTip(tr("Change photo"))
        self.update()

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown instead of initials."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            style, circle = self._context.style, QRectF(self.rect()).adjusted(2, 2, -2, -2)
            path = QPainterPath()
            path.addEllipse(circle)
            painter.setClipPath(path)
            if self.has_photo:
                side = min(self._image.width(), self._image.height())
                left, top = (self._image.width() - side) / 2, (self._image.height() - side) / 2
                painter.drawImage(circle, self._image, QRectF(left, top, side, side))
            else:
                painter.fillPath(path, style.colour("accent-soft"))
                painter.setFont(style.font("section"))
                painter.setPen(style.colour("accent"))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._initials)
            painter.setClipping(False)
            if self.hasFocus():
                painter.setPen(QPen(style.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
