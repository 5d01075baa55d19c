"""The bar on top of the meeting: its date, state and actions, and the list of all meetings."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.text import matches, one_line, plain
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.widgets import (
    FittingButton,
    FittingLabel,
    FittingPrimaryButton,
    IconButton,
    SearchEdit,
    badge,
    set_tone,
)
from chapterdesk.ui.widgets.command import Command, shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column, row
from chapterdesk.ui.widgets.popup import GAP, Popup
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn

SPACE: Final = 6
"""Pixels between two parts of the bar."""
LOOKS: Final = {
    MeetingStatus.PLANNED: ("calendar-days", "neutral"),
    MeetingStatus.DRAFT: ("clock", "accent"),
    MeetingStatus.COMPLETED: ("circle-check", "good"),
    MeetingStatus.HOLIDAY: ("sun", "warning"),
    MeetingStatus.DISCARDED: ("calendar-off", "bad"),
}
"""Icon and tone of a meeting by its state."""


class MeetingPicker(Popup):
    """A popup with all meetings, the newest first, and a search. `picked` is emitted with the id of one."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, rows: Sequence[MeetingRow], current: int | None, parent: QWidget) -> None:
        super().__init__(parent.window())
        tr, language = context.tr, context.language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._style = context.style
        self._rows = sorted(rows, key=lambda row: (row.date, row.sequence), reverse=True)
        self._words = {
            row.id: plain(f"{language.date(row.date)} {language.day(row.date)} {language.short_date(row.date)}")
            for row in rows
        }
        self.finder = SearchEdit(context, tr("Find a date"))
        self.lines = RowModel(
            [
                TableColumn(tr("Day"), lambda row: row.date, language.full_date, grow=True),
                TableColumn(tr("Kind"), lambda row: row.kind, lambda kind: tr(kind.label), width=14),
                TableColumn(
                    tr("State"), lambda row: row.status, lambda state: tr(state.label), width=18, icon=self._icon
                ),
            ],
            self,
        )
        self.table = RowTable(self.lines)
        column(self.finder, self.table, margins=8, spacing=-1, parent=self)
        self.finder.textChanged.connect(self._find)
        self.finder.moved_down.connect(self._leave_search)
        self.table.opened.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(self.lines.row(index.row())))
        self._find("")
        self.table.select(lambda row: row.id == current)

    def open_under(self, widget: QWidget) -> None:
        """Open under a widget, as large as there is room, with the focus on the list."""
        window = self.window()
        place = widget.mapTo(window, QPoint(0, widget.height() + GAP))
        room = window.rect().adjusted(0, 0, -2 * GAP, -2 * GAP)
        self.show_under(widget, min(560, room.right() + 1 - place.x()), min(420, room.bottom() + 1 - place.y()))
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.finder.setFocus()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A click outside closes the list; letters typed in it go to the search.
        typed = event.text() if watched is self.table and isinstance(event, QKeyEvent) else ""
        if event.type() == QEvent.Type.KeyPress and typed.isalnum():
            self.finder.setFocus()
            self.finder.setText(self.finder.text() + typed)
            return True
        pressed = event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget)
        if pressed and isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched):
            self.close()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _icon(self, row: MeetingRow) -> QIcon:
        icon, tone = LOOKS[row.status]
        return self._style.icon(icon, "muted" if tone == "neutral" else tone, 16)

    def _find(self, text: str) -> None:
        self.lines.set_rows([row for row in self._rows if matches(text, self._words[row.id])])
        if self._rows and text:
            self.table.setCurrentIndex(self.lines.index(0, 0))

    def _leave_search(self) -> None:
        if self.lines.rowCount() == 1:
            self._pick(self.lines.row(0))
        else:
            self.table.setFocus()

    def _pick(self, row: MeetingRow) -> None:
        self.picked.emit(row.id)
        self.close()


class MeetingBar(QWidget):
    """Date, state and actions of the current meeting. `meeting_chosen` is emitted with the id of another meeting.

    `primary` is the button of the next action (complete, unlock, plan again), `more` returns the other commands.
    """

    meeting_chosen = Signal(object)
    picker_closed = Signal()

    def __init__(self, context: Context, sheet: Callable[[], object], more: Callable[[], Sequence[Command]]) -> None:
        super().__init__()
        tr = context.tr
        self._context, self._language = context, context.language
        self._more = more
        self._rows: Sequence[MeetingRow] = ()
        self._meeting: MeetingRow | None = None
        self._sheet_is_icon = True
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
        title = row(self.title, (self.state, 0, Qt.AlignmentFlag.AlignVCenter), STRETCH, spacing=10)
        words = column(title, self.about, spacing=0)
        steps, actions = (self.before, self.after, self.choose), (self.sheet, self.primary, self.menu)
        row(*steps, SPACE, (words, 1), *actions, spacing=SPACE, parent=self)
        for tall in (*steps, *actions):
            tall.setProperty("tall", "true")
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.choose.clicked.connect(self.pick)
        self.sheet.clicked.connect(sheet)
        self.menu.clicked.connect(self._open_menu)

    def show_meeting(self, meeting: MeetingRow | None, rows: Sequence[MeetingRow]) -> None:
        """Show a meeting among all meetings of the chapter, or None."""
        tr, language, style = self._language.tr, self._language, self._context.style
        self._meeting, self._rows = meeting, rows
        parts = (self.before, self.after, self.choose, self.state, self.about, self.sheet, self.primary, self.menu)
        for widget in parts:
            widget.setVisible(meeting is not None)
        if meeting is None:
            self.title.say(tr("Meeting"))
            return
        at = self._position()
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < len(rows))
        day = language.day(meeting.date)
        short = day[:1].upper() + day[1:]
        self.title.say(language.full_date(meeting.date), f"{short} {meeting.date.year}", short)
        self._show_state(meeting)
        about = [tr(meeting.kind.label)] if meeting.kind is not MeetingKind.REGULAR else []
        about += [language.time(meeting.start_time)] if meeting.start_time else []
        about += [one_line(meeting.place)] if meeting.place else []
        self.about.say("  ·  ".join(about))
        self.about.setVisible(bool(about))
        self.sheet.setVisible(meeting.status not in OFF)
        text, icon = self._main_action(meeting)
        self.primary.say(text, "")
        self.primary.setToolTip(text)
        self.primary.setIcon(style.icon(icon, "on-accent", 18, gap=6))
        self._fit()

    def update_state(self, meeting: MeetingRow, rows: Sequence[MeetingRow]) -> None:
        """Show a new state of the same meeting, which its first entry began or an undo changed."""
        self._meeting, self._rows = meeting, rows
        self._show_state(meeting)
        if self._sheet_is_icon or self._fixed_width() + self.sheet.width() + self.primary.width() > self.width():
            self._fit()

    def _show_state(self, meeting: MeetingRow) -> None:
        tr = self._language.tr
        self.state.setText(tr(meeting.status.label))
        set_tone(self.state, LOOKS[meeting.status][1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fixed_width(self) -> int:
        """Return the width of all parts but the sheet and the main action."""
        words = self.title.shortest_width() + 10 + self.state.sizeHint().width()
        others = (self.before, self.after, self.choose, self.menu)
        return sum(button.width() + SPACE for button in others) + words + 3 * SPACE

    def _fit(self) -> None:
        """If even a short date leaves too little room, show the Sheet button as an icon, then also the main action."""
        taken = self._fixed_width()
        for sheet, primary in ((0, 0), (-1, 0), (-1, -1)):  # 0 = full text, -1 = icon only
            widths = self.sheet.width_of(sheet), self.primary.width_of(primary)
            self.sheet.setFixedWidth(widths[0])
            self.primary.setFixedWidth(widths[1])
            self._sheet_is_icon = sheet < 0
            if taken + sum(widths) <= self.width():
                break

    def _main_action(self, meeting: MeetingRow) -> tuple[str, str]:
        tr = self._language.tr
        if meeting.locked:
            return tr("Unlock"), "lock-open"
        if meeting.status in OFF:
            return tr("Plan again"), "rotate-ccw"
        return tr("Complete"), "circle-check"

    def _position(self) -> int:
        meeting_id = self._meeting.id if self._meeting is not None else None
        return next((at for at, row in enumerate(self._rows) if row.id == meeting_id), -1)

    def step(self, by: int) -> None:
        """Show the meeting that is `by` places later."""
        at = self._position() + by
        if self._meeting is not None and 0 <= at < len(self._rows):
            self.meeting_chosen.emit(self._rows[at].id)

    def pick(self) -> None:
        """Open the list of all meetings."""
        current = self._meeting.id if self._meeting is not None else None
        picker = MeetingPicker(self._context, self._rows, current, self)
        picker.picked.connect(self.meeting_chosen)
        picker.closed.connect(self.picker_closed)
        picker.open_under(self.choose)

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
