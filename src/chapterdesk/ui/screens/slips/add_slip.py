"""Adding a slip to the ledger in place: the kind, the day it was handed in, and the fields of its kind."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.actions import slips
from chapterdesk.actions.people import Party
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import SlipKind
from chapterdesk.ui.screens.slips.ledger_columns import kind_label
from chapterdesk.ui.widgets import Card, Choice, DateEdit, FieldError, IconButton, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.party_field import Recent
from chapterdesk.ui.widgets.slip_entry import SlipEntry


class AddSlip(Card):
    """One card above the list. Enter stores and is ready for the next slip of the same day and kind; Esc closes it.

    `stored` tells the id of the new slip and the day on which it counts; `closed`: back to the list.
    """

    stored = Signal(int, object)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self._recent = Recent(context)
        self.kind = Choice([(kind, kind_label(context, kind)) for kind in context.chapter.kind.slip_kinds])
        self.kind.setAccessibleName(tr("Kind"))
        self.day = DateEdit(context, context.today())
        self.day.setAccessibleName(tr("Handed in on"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("New slip"), "section"))
        row.addSpacing(8)
        row.addWidget(self.kind)
        on = label(tr("Handed in on"), tone="muted")
        on.setBuddy(self.day)
        row.addWidget(on)
        self.day.setMaximumWidth(150)
        row.addWidget(self.day)
        row.addStretch(1)
        close = IconButton(context, "x", tr("Close"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        self.body.addLayout(row)
        self.error = FieldError(self.day)
        self.body.addWidget(self.error)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        foot = QHBoxLayout()
        self.hint: QLabel = label(tr("Enter goes on and stores, Esc closes."), "small", wrap=True)
        self.store_button = PrimaryButton(tr("Store the slip"), context=context, icon="check")
        self.store_button.clicked.connect(self.store)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.store_button)
        self.body.addLayout(foot)
        self.entry: SlipEntry = self._make(self.kind.value())
        self.kind.picked.connect(self.choose)

    def choose(self, kind: SlipKind) -> None:
        """Take another kind; the parties that are there already stay."""
        before = self.entry.fields["giver"].input.read() if "giver" in self.entry.fields else None
        self.kind.set_value(kind)
        self._context.forget_refused(self.entry)
        self.entry.hide()
        self.entry.deleteLater()
        self.entry = self._make(kind)
        if isinstance(before, Party):
            self.entry.set_giver(before)
        self.entry.show()
        self.entry.focus_start()

    def _make(self, kind: SlipKind) -> SlipEntry:
        entry = SlipEntry(self._context, kind, self._recent)
        self._place.addWidget(entry)
        entry.submitted.connect(self.store)
        entry.left.connect(self.closed)
        return entry

    def focus_start(self) -> None:
        """Put the focus on the first field of the kind."""
        self.entry.focus_start()

    def store(self) -> None:
        """Store what is typed; what is missing is said beside its field and nothing is lost."""
        self._store(self.entry)

    def _store(self, entry: SlipEntry) -> None:
        if entry is not self.entry:  # it was given up meanwhile
            return
        tr = self._context.tr
        day = self.day.value()
        if not self.day.is_valid() or not isinstance(day, dt.date):
            self.error.say(tr("Type the day on which it was handed in"))
            self.day.setFocus()
            return
        self.error.say("")
        found = self.entry.collect()
        if found is None:
            return
        try:
            row = slips.add_slip(self._context.desk, self._context.chapter.id, self.entry.kind, day, *found)
        except ChapterError as error:
            self._context.tell(error, partial(self._store, entry), entry, partial(entry.say, ""))
            return
        self.choose(self.entry.kind)
        self.stored.emit(row.id, row.date)

    def event(self, event: QEvent) -> bool:
        """Qt: fields that wrap into more lines make the card higher, never cut."""
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and layout is not None:
            self.setMinimumHeight(max(layout.totalHeightForWidth(self.width()), 0))
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes on or stores from the day and the kind too, Esc closes."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entry.enter()
            case _:
                super().keyPressEvent(event)
