"""What happened: the history of a person, and the log of what was changed on the card."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.store.changes.log_details import FieldChange
from chapterdesk.store.changes.log_values import given
from chapterdesk.store.changes.person_log import PersonChange, person_changes
from chapterdesk.store.history import HistoryKind, HistoryRow, history
from chapterdesk.ui.widgets import LinkButton, change_words
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, TableColumn, table_view


class HistoryList(QWidget):
    """Memberships, roles, meetings, slips and visits, the newest first; Enter or a double click goes there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language = context.tr, context.language
        self._context = context
        self.model = RowModel(
            [
                TableColumn(tr("Date"), lambda row: row.date, language.short_date, width=12),
                TableColumn(
                    tr("What happened"),
                    lambda row: tr(row.text, **row.params),
                    icon=lambda row: context.style.icon(row.icon, "muted", 16) if row.icon else None,
                    tip=lambda row: tr(row.text, **row.params),
                    grow=True,
                ),
            ],
            self,
        )
        self.table = table_view(self.model, self)
        self.table.setAccessibleName(tr("History"))
        self.table.opened.connect(self.open)
        _fill(self, self.table)

    def show_person(self, person_id: int) -> None:
        """Read the history of a person."""
        with self._context.desk.read() as s:
            rows = history(s, self._context.chapter.id, person_id)
        if list(self.model.rows) != rows:
            self.model.set_rows(rows)

    def open(self, row: HistoryRow) -> None:
        """Go where a line comes from."""
        if row.slip_id is not None:
            self._context.go("slips", slip_id=row.slip_id)
        elif row.visit_id is not None:
            self._context.go("visitors", visit_id=row.visit_id)
        elif row.kind is HistoryKind.MEETING:
            self._context.go("meeting", meeting_id=row.meeting_id)


class ChangeList(QWidget):
    """What was changed on the card, when, and the values before and after, the newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.model = RowModel(
            [
                TableColumn(tr("When"), lambda row: row.when, context.language.short_moment, width=17),
                TableColumn(tr("What was changed"), self.told, tip=self.what, grow=True),
            ],
            self,
        )
        self.table = table_view(self.model, self)
        self.table.setAccessibleName(tr("Changes"))
        column = _fill(self, self.table)
        self._person_id: int | None = None
        self.all = LinkButton(tr("All changes"), context=context, icon="history")
        self.all.setToolTip(tr("All changes, with slips, visits and attendance"))
        self.all.clicked.connect(lambda: context.go("changes", person_id=self._person_id))
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 8)
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)

    def show_person(self, person_id: int) -> None:
        """Read what was changed on a person's card."""
        self._person_id = person_id
        with self._context.desk.read() as s:
            rows = person_changes(s, self._context.chapter.id, person_id)
        if list(self.model.rows) != rows:
            self.model.set_rows(rows)

    def told(self, row: PersonChange) -> str:
        """Return the values before and after, or the action where it changed no single field."""
        return self.fields(row) if row.via == "change" and self.fields(row) else self.what(row)

    def what(self, row: PersonChange) -> str:
        """Return the action in the director's words."""
        return change_words.done(self._context, row.via, row.label, given(row.params))

    def fields(self, row: PersonChange) -> str:
        """Return the fields with their values before and after."""
        return " · ".join(self._field(change) for change in row.fields)

    def _field(self, change: FieldChange) -> str:
        tr, context = self._context.tr, self._context
        before, after = (change_words.value(context, change.field, value) for value in (change.before, change.after))
        return tr("{field}: {before} → {after}", field=change.field, before=before, after=after)


def _fill(part: QWidget, table: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(table, 1)
    return column
