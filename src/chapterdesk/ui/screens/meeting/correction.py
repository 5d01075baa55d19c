"""The fields of a line of the feed while it is being corrected, in its place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.actions.slips import correct_slip
from chapterdesk.actions.visits import correct_guest
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.meeting.feed_rows import FeedRow
from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets import QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.party_field import Recent
from chapterdesk.ui.widgets.slip_entry import SlipEntry

FRAME = 1
"""Pixels that the frame takes at each side."""


class Correction(QFrame):
    """The fields of one slip or visitor. `removed`: it is to go; `resized`: it needs another height."""

    removed = Signal()
    resized = Signal()

    def __init__(self, context: Context, row: FeedRow, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.row = row
        self.setObjectName("popup")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        self._column = column
        source = row.source
        self.entry: SlipEntry | GuestEntry
        if isinstance(source, SlipRow):
            self.entry = SlipEntry(context, source.kind, recent)
            self.entry.load(source)
            what = tr(source.kind.label)
        else:
            self.entry = GuestEntry(context, recent, row=source)
            what = tr("Visitor")
        head = QHBoxLayout()
        head.addWidget(label(what, "strong"), 1)
        head.addWidget(label(tr("Enter stores, Esc leaves"), "small"))
        remove = QuietButton(tr("Remove"), context=context, icon="trash-2")
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.clicked.connect(self.removed)
        head.addWidget(remove)
        column.addLayout(head)
        column.addWidget(self.entry)

    def wanted_height(self, width: int) -> int:
        """Return the height that the fields need at a width."""
        inner = width - 2 * FRAME
        return max(self._column.heightForWidth(inner), self._column.minimumSize().height()) + 2 * FRAME

    def event(self, event: QEvent) -> bool:
        """Qt: tell the list when an error or an answer makes it higher."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def store(self) -> bool:
        """Store what was corrected; tell whether all was in place. Raises ChapterError when the store refuses."""
        if isinstance(self.entry, SlipEntry) and isinstance(self.row.source, SlipRow):
            found = self.entry.collect()
            if found is None:
                return False
            values, parties = found
            values["other_chapter"] = ""  # unless one of the parties says it
            correct_slip(self._context.desk, self.row.source, values, parties)
            return True
        if isinstance(self.entry, GuestEntry) and isinstance(self.row.source, VisitRow):
            guest = self.entry.collect()
            if guest is None:
                return False
            correct_guest(self._context.desk, self.row.source, guest)
        return True
