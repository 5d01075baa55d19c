"""What happened: the history of a person, and the log of what was changed on the card."""

import datetime as dt
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_
from chapterdesk.store.history import HistoryKind, HistoryRow, history, role_label
from chapterdesk.store.person_log import GONE, FieldChange, PersonChange, person_changes
from chapterdesk.ui.context import Context
from chapterdesk.ui.rows import Column, RowModel, table_view

FIELDS: Final = {
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "company": N_("Company"),
    "phones": N_("Phones"),
    "emails": N_("E-mails"),
    "website": N_("Website"),
    "address": N_("Address"),
    "notes": N_("Notes"),
    "classification_id": N_("Classification"),
    "status": N_("Status"),
    "start": N_("Member since"),
    "end": N_("Last day"),
    "end_reason": N_("Why it ended"),
    "renewal_due": N_("Renews on"),
    "sponsor_id": N_("Sponsor"),
    "mentor_id": N_("Mentor"),
    "role": N_("Role"),
    "purpose": N_("Agreed to"),
    "given_on": N_("Agreed on"),
    "withdrawn_on": N_("Withdrawn on"),
    "note": N_("Note"),
}
"""Columns of the desk file in the words of the card."""
_VIA: Final = {"undo": N_("Undone: {what}"), "redo": N_("Redone: {what}")}


class HistoryList(QWidget):
    """Memberships, roles, meetings, slips and visits, the newest first; Enter or a double click goes there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language = context.tr, context.language
        self._context = context
        self.model = RowModel(
            [
                Column(tr("Date"), lambda row: row.date, language.short_date, width=12),
                Column(
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
                Column(tr("When"), lambda row: row.when, self._when, width=17),
                Column(tr("What was changed"), self.told, tip=self.what, grow=True),
            ],
            self,
        )
        self.table = table_view(self.model, self)
        self.table.setAccessibleName(tr("Changes"))
        _fill(self, self.table)

    def show_person(self, person_id: int) -> None:
        """Read what was changed on a person's card."""
        with self._context.desk.read() as s:
            rows = person_changes(s, self._context.chapter.id, person_id)
        if list(self.model.rows) != rows:
            self.model.set_rows(rows)

    def _when(self, when: dt.datetime) -> str:
        local = when.replace(tzinfo=dt.UTC).astimezone()
        language = self._context.language
        return f"{language.short_date(local.date())} {language.time(local.time())}"

    def told(self, row: PersonChange) -> str:
        """Return the values before and after, or the action where it changed no single field."""
        return self.fields(row) if row.via == "change" and self.fields(row) else self.what(row)

    def what(self, row: PersonChange) -> str:
        """Return the action in the director's words."""
        tr, language = self._context.tr, self._context.language
        what = tr(row.label, **{name: _label_value(name, value) for name, value in row.params.items()})
        return language.tr(_VIA[row.via], what=what) if row.via in _VIA else what

    def fields(self, row: PersonChange) -> str:
        """Return the fields with their values before and after."""
        return " · ".join(self._field(change) for change in row.fields if change.field in FIELDS)

    def _field(self, change: FieldChange) -> str:
        tr = self._context.tr
        before, after = (self._value(change.field, value) for value in (change.before, change.after))
        return tr("{field}: {before} → {after}", field=tr(FIELDS[change.field]), before=before, after=after)

    def _value(self, name: str, value: str | dt.date | None) -> str:
        tr = self._context.tr
        if value is None:
            return tr("nothing")
        if isinstance(value, dt.date):
            return self._context.language.short_date(value)
        if value == GONE:
            return tr(GONE)
        return tr(Status(value).label) if name == "status" else value


def _label_value(name: str, value: Any) -> Any:
    """Return a value of a logged label as it was given: the log keeps dates and roles as text."""
    if name == "role":
        return role_label(str(value))
    if isinstance(value, str) and len(value) == len("2026-03-05"):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _fill(part: QWidget, table: QWidget) -> None:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
