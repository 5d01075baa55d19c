"""The bar on top of the meeting: which one it is, how it stands, and what can be done with it as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.text import one_line
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.meeting.meeting_picker import MeetingPicker, day_in_words
from chapterdesk.ui.widgets import FittingButton, FittingLabel, FittingPrimaryButton, IconButton, badge, set_tone
from chapterdesk.ui.widgets.command import Command, shortcut_text
from chapterdesk.ui.widgets.context import Context

SPACE = 6
"""Pixels between two things of the bar."""
TONES = {
    MeetingStatus.PLANNED: "neutral",
    MeetingStatus.DRAFT: "accent",
    MeetingStatus.COMPLETED: "good",
    MeetingStatus.HOLIDAY: "warning",
    MeetingStatus.DISCARDED: "bad",
}


class MeetingBar(QWidget):
    """Date, state and actions of the meeting that is shown. `went` asks for another meeting by its id.

    `main` is pressed for the one thing to do next (complete, unlock, plan again), `more` gives the other commands.
    """

    went = Signal(int)
    main = Signal()
    left_picker = Signal()

    def __init__(
        self,
        context: Context,
        sheet: Callable[[], object],
        more: Callable[[], Sequence[Command]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._more = more
        self._rows: Sequence[MeetingRow] = ()
        self._meeting: MeetingRow | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.before = IconButton(context, "chevron-left", tr("Earlier meeting"))
        self.after = IconButton(context, "chevron-right", tr("Later meeting"))
        self.choose = IconButton(context, "calendar-days", tr("Choose a meeting"))
        self.title = FittingLabel("title")
        self.state = badge("")
        self.about = FittingLabel("small")
        self.sheet = FittingButton((tr("Sheet"), ""), context=context, icon="file-text")
        self.sheet.setToolTip(tr("The sheet of this meeting as a PDF"))
        self.primary = FittingPrimaryButton(("", ""), context=context, icon="circle-check")
        self.menu = IconButton(context, "ellipsis", tr("More"))
        words = QVBoxLayout()
        words.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.title)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self.about)
        for button in (self.before, self.after, self.choose):
            row.addWidget(button)
        row.addSpacing(SPACE)
        row.addLayout(words, 1)
        for action in (self.sheet, self.primary, self.menu):
            row.addWidget(action)
        for tall in (self.before, self.after, self.choose, self.sheet, self.primary, self.menu):
            tall.setProperty("tall", "true")
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.choose.clicked.connect(self.pick)
        self.sheet.clicked.connect(sheet)
        self.primary.clicked.connect(self.main)
        self.menu.clicked.connect(self._open_menu)

    def show_meeting(self, row: MeetingRow | None, rows: Sequence[MeetingRow]) -> None:
        """Show one meeting among all of the chapter; None while there is none."""
        tr, language, style = self._context.tr, self._context.language, self._context.style
        if row is not None and row == self._meeting and rows is self._rows:
            return
        self._meeting, self._rows = row, rows
        for widget in (self.before, self.after, self.choose, self.state, self.sheet, self.primary, self.menu):
            widget.setVisible(row is not None)
        self.about.setVisible(row is not None)
        if row is None:
            self.title.say(tr("Meeting"))
            return
        at = self._place()
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < len(rows))
        short = language.day(row.date)
        short = short[:1].upper() + short[1:]
        self.title.say(day_in_words(language, row.date), f"{short} {row.date.year}", short)
        self.state.setText(tr(row.status.label))
        set_tone(self.state, TONES[row.status])
        parts = [tr(row.kind.label)] if row.kind is not MeetingKind.REGULAR else []
        parts += [language.time(row.start_time)] if row.start_time else []
        parts += [one_line(row.place)] if row.place else []
        self.about.say("  ·  ".join(parts))
        self.about.setVisible(bool(parts))
        self.sheet.setVisible(row.status not in OFF)
        text, icon = self._main_action(row)
        self.primary.say(text, "")
        self.primary.setToolTip(text)
        self.primary.setIcon(style.icon(icon, "on-accent", 18, gap=6))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width leaves room for other words."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where room is short, the date is said shorter; then the sheet, then the main action is its icon alone."""
        others = (self.before, self.after, self.choose, self.menu)
        words = self.title.shortest() + 10 + self.state.sizeHint().width()
        taken = sum(button.width() + SPACE for button in others) + words + 3 * SPACE
        for sheet, primary in ((0, 0), (-1, 0), (-1, -1)):
            widths = self.sheet.width_of(sheet), self.primary.width_of(primary)
            self.sheet.setFixedWidth(widths[0])
            self.primary.setFixedWidth(widths[1])
            if taken + sum(widths) <= self.width():
                break

    def _main_action(self, row: MeetingRow) -> tuple[str, str]:
        tr = self._context.tr
        if row.locked:
            return tr("Unlock"), "lock-open"
        if row.status in OFF:
            return tr("Plan again"), "rotate-ccw"
        return tr("Complete"), "circle-check"

    def _place(self) -> int:
        wanted = self._meeting.id if self._meeting is not None else None
        return next((at for at, row in enumerate(self._rows) if row.id == wanted), -1)

    def step(self, by: int) -> None:
        """Go to the meeting before or after."""
        at = self._place() + by
        if self._meeting is not None and 0 <= at < len(self._rows):
            self.went.emit(self._rows[at].id)

    def pick(self) -> None:
        """Open the list of all meetings."""
        current = self._meeting.id if self._meeting is not None else None
        picker = MeetingPicker(self._context, self._rows, current, self)
        picker.picked.connect(self.went)
        picker.closed.connect(self.left_picker)
        picker.show_under(self.choose)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self._more():
            keys = f"\t{shortcut_text(command.shortcut)}" if command.shortcut else ""
            text = command.title.replace("&", "&&") + keys
            action = menu.addAction(self._context.style.icon(command.icon, "muted", 18), text)
            action.triggered.connect(lambda _=False, run=command.run: run())
        at_right = self.menu.width() - menu.sizeHint().width()
        menu.popup(self.menu.mapToGlobal(QPoint(at_right, self.menu.height() + 2)))
