"""The list of the screen Members: who belongs, who is on leave, whose renewal is due, who has left; found as typed."""

import datetime as dt
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_, matches, plain, sort_key
from chapterdesk.store.attention import RENEWAL_DAYS
from chapterdesk.store.history import role_label
from chapterdesk.store.members import MemberRow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, TableColumn

SEAT, STATE = 1, 2
"""Columns of the list."""


class ShownMembers(Labelled):
    """What the list can show."""

    MEMBERS = "members", N_("Members")
    LEAVE = "leave", N_("On leave")
    RENEWAL = "renewal", N_("Renewal pending")
    ROLES = "roles", N_("With a role")
    APPLICANTS = "applicants", N_("Applicants")
    FORMER = "former", N_("Former members")
    SEATS = "seats", N_("Seats, wanted and held")


_ICONS = {
    Status.LEAVE: ("diamond", "neutral"),
    Status.PROBATION: ("clock", "accent"),
    Status.APPLICANT: ("file-text", "accent"),
    Status.RENEWAL_DUE: ("triangle-alert", "warning"),
    Status.LATE: ("square", "bad"),
}
"""Shape and colour of a status that says more than "active"; the word stands beside it."""


def narrowed(found: list[MemberRow], shown: StrEnum, today: dt.date) -> list[MemberRow]:
    """Return those of the members of today that one choice of the list shows; none for a choice of others."""
    match shown:
        case ShownMembers.MEMBERS:
            return found
        case ShownMembers.LEAVE:
            return [row for row in found if row.status is Status.LEAVE]
        case ShownMembers.RENEWAL:
            until = today + dt.timedelta(days=RENEWAL_DAYS)
            due = (Status.RENEWAL_DUE, Status.LATE)
            return [row for row in found if row.status in due or (row.renewal_due or dt.date.max) <= until]
        case ShownMembers.ROLES:
            return [row for row in found if row.roles]
        case _:
            return []


def fits(row: MemberRow, query: str) -> bool:
    """Tell whether a membership has all words of a query, in any order, without accents."""
    words = (row.first_name, row.last_name, row.company, row.classification, *row.phones, *row.emails, *row.roles)
    return matches(query, plain(" ".join(words)))


class MemberModel(RowModel):
    """Name, seat, and what is to be known: the status, the day of leaving, the renewal."""

    def __init__(self, context: Context, parent: Any = None) -> None:
        tr = context.tr
        self._context = context
        self.shown: StrEnum = ShownMembers.MEMBERS
        super().__init__(
            [
                TableColumn(
                    tr("Name"),
                    lambda row: row,
                    lambda row: context.language.name(row.first_name, row.last_name),
                    sort=lambda row: f"{sort_key(row.last_name)}\0{sort_key(row.first_name)}",
                    tip=lambda row: context.language.name(row.first_name, row.last_name),
                    grow=True,
                ),
                TableColumn(tr("Classification"), lambda row: row.classification or None, width=15, tip=self._seat),
                TableColumn(
                    tr("Status"),
                    self._state,
                    self._state_text,
                    icon=self._icon,
                    colour=self._colour,
                    tip=self._state_tip,
                ),
            ],
            parent,
        )

    @staticmethod
    def _seat(row: MemberRow) -> str:
        return row.classification

    def _state(self, row: MemberRow) -> dt.date | str | None:
        if self.shown is ShownMembers.FORMER:
            return row.end
        if self.shown is ShownMembers.RENEWAL:
            return row.renewal_due
        tr = self._context.tr
        if self.shown is ShownMembers.ROLES:
            return ", ".join(self._context.language.show(role_label(role)) for role in row.roles)
        return tr(row.status.label) if row.status in _ICONS else None

    def _state_text(self, value: dt.date | str) -> str:
        if isinstance(value, str):
            return value if self.shown is ShownMembers.ROLES else ""  # the shape says it, the word is its tip
        return self._context.language.short_date(value)

    def _state_tip(self, row: MemberRow) -> str:
        roles = self._state(row) if self.shown is ShownMembers.ROLES else None
        return str(roles or self._context.tr(row.status.label))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title of a column; the last one says what the choice of the list is about."""
        titles = {
            ShownMembers.FORMER: N_("Last day"),
            ShownMembers.RENEWAL: N_("Renews on"),
            ShownMembers.ROLES: N_("Role"),
        }
        if (
            section == STATE
            and orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and self.shown in titles
        ):
            return self._context.tr(titles[ShownMembers(self.shown)])
        return super().headerData(section, orientation, role)

    def _icon(self, row: MemberRow) -> QIcon | None:
        if row.status not in _ICONS or self.shown in (ShownMembers.FORMER, ShownMembers.ROLES):
            return None
        name, tone = _ICONS[row.status]
        return self._context.style.icon(name, tone, 14)

    def _colour(self, row: MemberRow) -> QColor | None:
        due = row.renewal_due
        if self.shown is ShownMembers.RENEWAL and due is not None and due < self._context.today():
            return self._context.style.colour("bad")
        return None
