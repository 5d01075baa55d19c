"""One row of the file in the details of an action: which it is, what became of it, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.store.changes.bringing_back import can_bring_back, can_return
from chapterdesk.store.changes.log_details import FieldChange, LoggedRow
from chapterdesk.ui.widgets import FieldError, LinkButton, badge, change_words, label
from chapterdesk.ui.widgets.context import Context


class EntryView(QWidget):
    """A row with its fields. `asked` tells the column whose earlier value is wanted back, "" for the whole row."""

    asked = Signal(str)

    def __init__(self, context: Context, row: LoggedRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.row = row
        self.buttons: dict[str, LinkButton] = {}
        self.error = FieldError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(label(change_words.about(context, row), "strong", wrap=True))
        if row.emptied:
            column.addWidget(label(tr("What stood here was erased."), tone="muted", wrap=True))
        elif row.action == "update":
            for change in row.fields:
                column.addLayout(self._change(change))
        elif row.fields:
            column.addWidget(label(self._held(), wrap=True))
        if row.action == "delete" and not (row.is_here or row.emptied) and can_return(row.thing):
            column.addWidget(self._button("", self._back_text()), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.error)

    def _back_text(self) -> str:
        tr = self._context.tr
        return tr("Bring back")

    def _head(self) -> QHBoxLayout:
        tr, row = self._context.tr, self.row
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(tr(row.thing.label), "eyebrow"))
        marks = {"insert": (tr("Added"), "good"), "delete": (tr("Removed"), "warning")}
        shown = [marks[row.action]] if row.action in marks else []
        if not row.is_here and row.action != "delete":
            shown.append((tr("no longer in the file"), "neutral"))
        for text, tone in shown:
            mark = badge(text, tone)
            mark.setMinimumHeight(20)
            line.addWidget(mark)
        line.addStretch(1)
        return line

    def _held(self) -> str:
        """Return what an added row holds or a removed one held, a line for a field."""
        tr, context = self._context.tr, self._context
        lines = []
        for one in self.row.fields:
            held = one.after if self.row.action == "insert" else one.before
            if held is not None and held is not False:
                shown = change_words.value(context, one.field, held)
                lines.append(tr("{field}: {value}", field=one.field, value=shown))
        return "\n".join(lines)

    def _change(self, change: FieldChange) -> QGridLayout:
        tr, context = self._context.tr, self._context
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        before, after = (change_words.value(context, change.field, held) for held in (change.before, change.after))
        grid.addWidget(label(tr(change.field.label), "small"), 0, 0)
        grid.addWidget(label(tr("{before} → {after}", before=before, after=after), wrap=True), 1, 0)
        if change.is_now:
            grid.addWidget(label(tr("as it is now"), "small"), 1, 1, Qt.AlignmentFlag.AlignTop)
        elif self.row.is_here and can_bring_back(self.row.thing, change.column):
            button = self._button(change.column, self._back_text())
            name = tr("Bring back {field}: {value}", field=change.field, value=before)
            button.setAccessibleName(name)
            if button.isEnabled():
                button.setToolTip(name)
            grid.addWidget(button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _button(self, column: str, text: str) -> LinkButton:
        tr = self._context.tr
        button = LinkButton(text, context=self._context, icon="rotate-ccw")
        button.setEnabled(not self._context.desk.read_only)
        if self._context.desk.read_only:
            button.setToolTip(tr("This file can only be read: nothing can be changed in it here."))
        button.clicked.connect(lambda: self.asked.emit(column))
        self.buttons[column] = button
        return button
