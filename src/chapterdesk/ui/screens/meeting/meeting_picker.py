"""Which meeting: a list of all of them to pick from, found as one types part of a date."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.text import matches, plain
from chapterdesk.i18n import Language
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.widgets import SearchEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, TableColumn, table_view

ICONS: Final = {
    MeetingStatus.PLANNED: ("calendar-days", "muted"),
    MeetingStatus.DRAFT: ("clock", "accent"),
    MeetingStatus.COMPLETED: ("circle-check", "good"),
    MeetingStatus.HOLIDAY: ("sun", "warning"),
    MeetingStatus.DISCARDED: ("calendar-off", "bad"),
}


def day_in_words(language: Language, day: dt.date) -> str:
    """Return a day with its weekday, as a title: Jueves, 5 de marzo de 2026."""
    text = language.locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    return text[:1].upper() + text[1:]


class MeetingPicker(QFrame):
    """A list of meetings under the title, the newest first. `picked` tells the id."""

    picked = Signal(int)
    closed = Signal()

    def __init__(self, context: Context, rows: Sequence[MeetingRow], current: int | None, parent: QWidget) -> None:
        super().__init__(parent.window())
        tr, language = context.tr, context.language
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._style = context.style
        self._rows = sorted(rows, key=lambda row: (row.date, row.sequence), reverse=True)
        self._words = {
            row.id: plain(f"{language.date(row.date)} {language.day(row.date)} {language.short_date(row.date)}")
            for row in rows
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        self.finder = SearchEdit(context, tr("Find a date"))
        column.addWidget(self.finder)
        self.lines = RowModel(
            [
                TableColumn(tr("Day"), lambda row: row.date, lambda day: day_in_words(language, day), grow=True),
                TableColumn(tr("Kind"), lambda row: row.kind, lambda kind: tr(kind.label), width=14),
                TableColumn(
                    tr("State"), lambda row: row.status, lambda state: tr(state.label), width=18, icon=self._icon
                ),
            ],
            self,
        )
        self.table = table_view(self.lines)
        column.addWidget(self.table)
        self.finder.textChanged.connect(self._find)
        self.finder.left.connect(self._go_down)
        self.table.opened.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(self.lines.row(index.row())))
        self._find("")
        self.table.select(lambda row: row.id == current)

    def show_under(self, widget: QWidget) -> None:
        """Open under a widget, on the list; typing finds. A click elsewhere closes it."""
        window = self.window()
        place = widget.mapTo(window, QPoint(0, widget.height() + 4))
        room = window.rect().adjusted(8, 8, -8, -8)
        self.setGeometry(QRect(place, QSize(560, 420)).intersected(room))
        self.show()
        self.raise_()
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.finder.setFocus()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a click outside closes the list, letters typed in it find."""
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
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: give the hands back."""
        super().closeEvent(event)
        self.closed.emit()

    def _icon(self, row: MeetingRow) -> QIcon:
        return self._style.icon(*ICONS[row.status], 16)

    def _find(self, text: str) -> None:
        self.lines.set_rows([row for row in self._rows if matches(text, self._words[row.id])])
        if self._rows and text:
            self.table.setCurrentIndex(self.lines.index(0, 0))

    def _go_down(self) -> None:
        if self.lines.rowCount() == 1:
            self._pick(self.lines.row(0))
        else:
            self.table.setFocus()

    def _pick(self, row: MeetingRow) -> None:
        self.picked.emit(row.id)
        self.close()
