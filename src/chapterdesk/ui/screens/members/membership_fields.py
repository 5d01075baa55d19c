"""The membership on a card: seat, days, status, sponsor and mentor, each stored when its field is left."""

import datetime as dt
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.domain.members import LEFT, Standing, Status
from chapterdesk.domain.text import N_
from chapterdesk.store.cards import CardRow
from chapterdesk.store.members import edit_membership
from chapterdesk.ui.widgets import Choice, DateEdit, LineEdit, PersonEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.seat_field import SeatEdit
from chapterdesk.ui.widgets.stored_fields import Fields, on_person

_SEAT: Final = N_("Change the seat of {name}")
_CHANGES: Final = {
    "start": N_("Change since when {name} is a member"),
    "renewal_due": N_("Change the renewal of {name}"),
    "status": N_("Change the status of {name}"),
    "sponsor_id": N_("Change the sponsor of {name}"),
    "mentor_id": N_("Change the mentor of {name}"),
    "end": N_("Change the last day of {name}"),
    "end_reason": N_("Change why {name} left"),
}
"""What changing a field is called when it is undone."""


class MembershipFields(QWidget):
    """The fields of the membership that runs, or of the last one; its end stands there once there is one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._card: CardRow | None = None
        self.rows = Fields(context)
        self.seat = SeatEdit(context)
        self.seat.committed.connect(lambda text: self._store("classification", _SEAT, text))
        self.rows.add("classification", tr("Classification"), self.seat, self.seat.warning)
        self.status = Choice()
        self.status.picked.connect(lambda value: self._store("status", _CHANGES["status"], value))
        self.rows.add("status", tr("Status"), self.status)
        self._add_day("start", tr("Member since"), tr("always"))
        self._add_day("renewal_due", tr("Renews on"))
        self._add_person("sponsor_id", tr("Sponsor"))
        self._add_person("mentor_id", tr("Mentor"))
        self._add_day("end", tr("Last day"))
        reason = LineEdit(placeholder=tr("reason, if you like"))
        reason.committed.connect(lambda text: self._store("end_reason", _CHANGES["end_reason"], text))
        self.rows.add("end_reason", tr("Why it ended"), reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def _add_day(self, key: str, title: str, placeholder: str = "") -> None:
        field = DateEdit(self._context)
        if placeholder:
            field.setPlaceholderText(placeholder)
        field.changed.connect(lambda day: self._store(key, _CHANGES[key], day))
        self.rows.add(key, title, field)

    def _add_person(self, key: str, title: str) -> None:
        tr = self._context.tr
        field = PersonEdit(self._context, standings=frozenset({Standing.MEMBER, Standing.FORMER}))
        self.rows.add(key, title, field)
        unknown = tr("Nobody has this name; choose somebody from the list.")
        on_person(field, self.rows.errors[key], lambda value: self._store(key, _CHANGES[key], value), unknown)

    def show_card(self, card: CardRow) -> None:
        """Show another membership, or the same one as stored now."""
        tr, row = self._context.tr, card.membership
        if row is None:
            self._card = None
            return
        before = self._card.membership if self._card is not None else None
        if before is None or before.membership_id != row.membership_id:
            self.rows.forget(row.membership_id)
        self._card = card
        ended = row.status in LEFT
        offered = [status for status in Status if (status in LEFT) == ended]
        self.status.set_choices([(status, tr(status.label)) for status in offered])
        if not (self.seat.hasFocus() and self.seat.isModified()) and not self.rows.errors["classification"].text():
            self.seat.set_seat(row.classification, row.membership_id)
        self.rows.put("status", row.status)
        for key in ("start", "renewal_due", "end"):
            self.rows.put(key, getattr(row, key))
        self.rows.put("sponsor_id", row.sponsor_id, row.sponsor)
        self.rows.put("mentor_id", row.mentor_id, row.mentor)
        self.rows.put("end_reason", row.end_reason)
        for key in ("sponsor_id", "mentor_id"):
            field = self.rows.fields[key]
            if isinstance(field, PersonEdit):
                field.exclude(frozenset({row.person_id}))
        for key, shown in (
            ("end", row.end is not None),
            ("end_reason", row.end is not None),
            ("renewal_due", row.end is None),
            ("mentor_id", row.end is None),
        ):
            self.rows.set_shown(key, shown=shown)

    def _store(self, key: str, change: str, value: dt.date | Status | int | str | None) -> None:
        card = self._card
        if card is None or card.membership is None:
            return
        membership_id = card.membership.membership_id
        fields: dict[str, Any] = {key: value}
        if key == "end" and value is None:  # without a last day the membership goes on
            fields |= {"status": Status.ACTIVE, "end_reason": ""}

        def act() -> None:
            with self._context.desk.change(change, name=card.person.name) as s:
                edit_membership(s, membership_id, **fields)

        self.rows.attempt(key, act)
