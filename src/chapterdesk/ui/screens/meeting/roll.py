"""The left half: how many are here, who is looked for, and the roll call itself."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.actions.meeting import mark_everyone_else
from chapterdesk.domain.attendance import Code, Marks
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.screens.meeting.roll_model import RollModel
from chapterdesk.ui.screens.meeting.roll_paint import TONES
from chapterdesk.ui.screens.meeting.roll_view import ALL_PRESENT, DIGITS, RollView
from chapterdesk.ui.widgets import Card, FittingButton, SearchEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.flow import Flow


class FindEdit(SearchEdit):
    """What is looked for. Digits typed here mark as they do in the list."""

    def __init__(self, context: Context, view: RollView) -> None:
        tr = context.tr
        super().__init__(context, tr("Type letters to find a name"))
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits and Up go to the list."""
        if event.text() in DIGITS or event.text() == ALL_PRESENT or event.key() == Qt.Key.Key_Up:
            self._view.setFocus()
            self._view.keyPressEvent(event)
            return
        super().keyPressEvent(event)


class Roll(Card):
    """The roll call of one meeting. `unlock_wanted`: somebody tried to mark in a completed meeting."""

    unlock_wanted = Signal()
    stored = Signal()
    """Marks were stored and are to be shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=1)
        tr = context.tr
        self._context = context
        self._meeting: MeetingRow | None = None
        self.model = RollModel(self._describe, self)
        self.view = RollView(context, self.model)
        self.finder = FindEdit(context, self.view)
        self.finder.setProperty("tall", "true")
        self.counter = label("", "figure")
        self.counter.setAccessibleName(tr("Members here"))
        self.counter.setToolTip(tr("Present, late or with a substitute"))
        self.summary = label("", "small", wrap=True)
        words = (
            tr("All others present: key {key}", key=ALL_PRESENT),
            tr("Others: {key}", key=ALL_PRESENT),
            ALL_PRESENT,
        )
        self.rest = FittingButton(words, context=context, icon="list-checks")
        self.rest.setProperty("tall", "true")
        self.rest.setToolTip(tr("Mark everyone who has no mark yet as present: press {key}", key=ALL_PRESENT))
        self.rest.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build()
        self.finder.textChanged.connect(self._look_for)
        self.finder.left.connect(self.view.setFocus)
        self.view.typed.connect(lambda text: self.finder.setText(self.finder.text() + text))
        self.view.erased.connect(lambda: self.finder.setText(self.finder.text()[:-1]))
        self.view.cleared.connect(self.finder.clear)
        self.view.rest_present.connect(self.mark_rest)
        self.view.refused.connect(self.unlock_wanted)
        self.view.stored.connect(self.stored)
        self.rest.clicked.connect(self.mark_rest)

    def _build(self) -> None:
        tr = self._context.tr
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 12, 8)
        head.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.counter)
        top.addStretch(1)
        top.addWidget(self.rest)
        head.addLayout(top)
        head.addWidget(self.summary)
        head.addWidget(self.finder)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        self.legend = QWidget()
        flow = Flow(self.legend, across=8, down=2)
        flow.setContentsMargins(14, 6, 8, 10)
        for digit, code in DIGITS.items():
            flow.addWidget(label(f"{digit} {tr(code.label)}", "small", tone=TONES[code]))
        self.legend.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.addWidget(self.legend)

    # What is shown

    def show_roll(self, meeting: MeetingRow, rows: Sequence[RollRow]) -> None:
        """Show the roll of a meeting; another meeting starts in order, with nobody looked for."""
        other = self._meeting is None or self._meeting.id != meeting.id
        self._meeting, self.view.meeting_id = meeting, meeting.id
        if self.model.open == meeting.locked:
            self.model.open = not meeting.locked
            self.view.viewport().update()
        self.model.take(rows)
        if other:
            self.finder.clear()
            self.model.arrange()
            self.view.go_to()
        self._count(rows)

    def _count(self, rows: Sequence[RollRow]) -> None:
        tr = self._context.tr
        marks = Marks.of(row.code for row in rows)
        self.counter.setText(tr("{here} of {all}", here=marks.here, all=len(rows)))
        counts = Counter(row.code for row in rows)
        on_leave = sum(row.is_on_leave for row in rows if row.code is None)
        missing = counts[None] - on_leave
        parts = [tr("%n not marked yet", "", missing)] if missing else []
        parts += [f"{tr(code.label)} {counts[code]}" for code in Code if code is not Code.PRESENT and counts[code]]
        parts += [tr("%n on leave", "", on_leave)] if on_leave else []
        everyone = tr("Everyone is present") if rows else ""
        self.summary.setText("  ·  ".join(parts) or everyone)
        self.rest.setVisible(missing > 0 and self.model.open)

    def _describe(self, row: RollRow) -> str:
        tr = self._context.tr
        if row.is_on_leave:
            return tr("{name}, {code}", name=row.name, code=row.status)
        if row.code is None:
            return tr("{name}, not marked", name=row.name)
        if row.substitute:
            return tr("{name}, substitute: {substitute}", name=row.name, substitute=row.substitute)
        return tr("{name}, {code}", name=row.name, code=row.code)

    def arrange(self) -> None:
        """Put those without a mark first again, and go to the first of them."""
        self.finder.clear()
        self.model.arrange()
        self.view.go_to()

    def _look_for(self, text: str) -> None:
        self.model.find(text)

    # What is done

    def mark_rest(self) -> None:
        """Mark everybody present who has no mark yet."""
        if self._meeting is None:
            return
        if not self.model.open:
            self.unlock_wanted.emit()
            return
        key = ("mark the rest", self._meeting.id)
        if self._context.attempt(partial(self._mark_rest, self._meeting), key=key):
            self.view.setFocus()

    def _mark_rest(self, meeting: MeetingRow) -> None:
        tr = self._context.tr
        count = mark_everyone_else(self._context.desk, meeting.id)
        self.stored.emit()
        if count:
            self._context.notify_undo(tr("%n member(s) marked present", "", count))
        else:
            on_leave = sum(row.is_on_leave for row in self.model.rows)
            words = tr("Everybody has a mark already, except %n on leave.", "", on_leave) if on_leave else ""
            self._context.notify(words or tr("Everybody has a mark already."))
