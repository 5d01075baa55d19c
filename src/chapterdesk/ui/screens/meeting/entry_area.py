"""Where the fields of the strip stand: as high as they are while there is room, else they scroll."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets.slip_entry import EntryFields, SlipEntry
from chapterdesk.ui.widgets.slip_fields import SlipField

LEAST = 130
"""Pixels below which the fields are not squeezed: one of them with its caption, and the next one's beginning."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was begun, how it is called and drawn, and in which field the hands were when it was left."""

    letter: str
    entry: SlipEntry | GuestEntry
    words: str
    icon: str
    arrived: bool
    at: str = ""


class EntryArea(QScrollArea):
    """Shows one entry. The field that has the focus is always in sight, with its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def put(self, entry: EntryFields) -> None:
        """Show an entry."""
        entry.setObjectName("scrolled")
        self.setWidget(entry)
        entry.show()
        self.show()
        self.verticalScrollBar().setValue(0)

    def take(self, *, keep: bool) -> None:
        """Show nothing more; the entry is its owner's again, or goes.

        One that goes is not taken out first: Qt would style all of it anew, which takes a third of storing a slip.
        """
        self.hide()
        entry = self.takeWidget() if keep else self.widget()
        if entry is None:
            return
        if keep:
            entry.hide()
            entry.setParent(self.parentWidget())
        else:
            entry.deleteLater()

    def sizeHint(self) -> QSize:
        """Qt: as high as the fields need at this width."""
        entry = self.widget()
        if entry is None:
            return QSize(0, 0)
        return QSize(entry.minimumSizeHint().width(), entry.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Qt: a field or two."""
        wanted = self.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: an error or a question makes the fields higher."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: at another width the fields stand in more lines, or in fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        entry = self.widget()
        if now is None or entry is None or not entry.isAncestorOf(now):
            return
        part: QWidget | None = now
        while part is not None and part is not entry:
            if isinstance(part, SlipField):
                now = part
                break
            part = part.parentWidget()
        self.ensureWidgetVisible(now, 0, 4)
