"""The panel that adds a slip to the ledger: its kind, its day, and the fields of the kind."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from chapterdesk.actions import slips
from chapterdesk.actions.people import Party
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import SlipKind
from chapterdesk.ui.widgets import Choice, DateEdit, IconButton, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.person_field import RecentPeople
from chapterdesk.ui.widgets.slip_entry import SlipEntry


class AddSlipPanel(InlinePanel):
    """Adds slips, one with each Enter. `stored` carries the id of the new slip and the day on which it counts."""

    stored = Signal(object, object)

    def __init__(self, context: Context) -> None:
        tr = context.tr
        act = PrimaryButton(tr("Store the slip"), context=context, icon="check")
        close = IconButton(context, "x", tr("Close"))
        super().__init__(context, act, cancel=close, spacing=12)
        self._recent = RecentPeople(context)
        self.kind = Choice([(kind, tr(kind.label)) for kind in context.chapter.kind.slip_kinds])
        self.kind.setAccessibleName(tr("Kind"))
        self.day = DateEdit(context, context.today())
        self.day.setAccessibleName(tr("Handed in on"))
        self.day.setMaximumWidth(150)
        self.error.attach(self.day)
        handed_in = label(tr("Handed in on"), tone="muted")
        handed_in.setBuddy(self.day)
        self._place = column()
        title, hint = label(tr("New slip"), "section"), tr("Enter goes on and stores, Esc closes.")
        add(
            self.body,
            row(title, 8, self.kind, handed_in, self.day, STRETCH, close),
            self.error,
            self._place,
            row((label(hint, "small", wrap=True), 1), act, spacing=12),
        )
        self.entry: SlipEntry = self._make_entry(self.kind.value())
        self.set_unsaved_fields(*self.entry.findChildren(QLineEdit))
        context.session.unsaved.add_part(self)
        self.kind.picked.connect(self.choose)
        self.submitted.connect(lambda: self._store(self.entry))

    def choose(self, kind: SlipKind) -> None:
        """Show the fields of another kind; the giver stays."""
        giver = self.entry.fields["giver"].read() if "giver" in self.entry.fields else None
        self.kind.set_value(kind)
        self.context.forget_refused(self.entry)
        self.entry.hide()
        self.entry.deleteLater()
        self.entry = self._make_entry(kind)
        if isinstance(giver, Party):
            self.entry.set_giver(giver)
        self.set_unsaved_fields(*self.entry.findChildren(QLineEdit))
        self.entry.show()
        self.entry.focus_start()

    def _make_entry(self, kind: SlipKind) -> SlipEntry:
        entry = SlipEntry(self.context, kind, self._recent)
        self._place.addWidget(entry)
        entry.submitted.connect(partial(self._store, entry))
        entry.cancelled.connect(self.cancel)
        return entry

    def focus_start(self) -> None:
        """Put the focus on the first field of the kind."""
        self.entry.focus_start()

    def _store(self, entry: SlipEntry) -> None:
        """Store the typed slip, or show beside its field what is missing."""
        if entry is not self.entry:  # another kind was chosen meanwhile
            return
        tr = self.context.tr
        day = self.day.value()
        if not self.day.is_valid() or not isinstance(day, dt.date):
            self.say(tr("Type the day on which it was handed in"), self.day)
            return
        self.say("")
        collected = entry.collect()
        if collected is None:
            return
        try:
            slip = slips.add_slip(self.context.desk, self.context.chapter.id, entry.kind, day, *collected)
        except ChapterError as error:
            self.context.tell(error, partial(self._store, entry), entry, partial(entry.say, ""))
            return
        self.choose(entry.kind)
        self.stored.emit(slip.id, slip.date)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):  # wrapped fields need more height
            self.setMinimumHeight(max(self.body.totalHeightForWidth(self.width()), 0))
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # in the day and the kind too
            self.entry.enter()
        else:
            super().keyPressEvent(event)
