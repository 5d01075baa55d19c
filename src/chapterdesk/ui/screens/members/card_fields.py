"""The fields on a card: the membership, and the person with contact and notes; each is stored when it is left."""

from typing import Final

from PySide6.QtWidgets import QWidget

from chapterdesk.actions.members import edit_membership, edit_person
from chapterdesk.domain.members import LEFT, Status
from chapterdesk.domain.text import N_
from chapterdesk.store.cards import CardRow
from chapterdesk.ui.widgets import Choice, PersonEdit, TextArea
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec, Kind
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.seat_field import SeatEdit

_PERSON: Final = (
    FieldSpec("first_name", N_("First name")),
    FieldSpec("last_name", N_("Last name")),
    FieldSpec("company", N_("Company")),
    FieldSpec("phones", N_("Phones"), Kind.LIST, N_("several, parted by commas")),
    FieldSpec("emails", N_("E-mails"), Kind.LIST, N_("several, parted by commas")),
    FieldSpec("website", N_("Website")),
    FieldSpec("address", N_("Address")),
)


class MembershipFields(FieldColumn):
    """The fields of the membership that runs, or of the last one; its end stands there once there is one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.seat, self.status = SeatEdit(context), Choice()
        seat = FieldSpec("classification", N_("Classification"), Kind.SEAT, beside="membership_id")
        self.bind(seat, edit_membership, self.seat)
        self.bind(FieldSpec("status", N_("Status"), Kind.CHOICE), edit_membership, self.status)
        for spec in (
            FieldSpec("start", N_("Member since"), Kind.DAY, N_("always")),
            FieldSpec("renewal_due", N_("Renews on"), Kind.DAY),
            FieldSpec("sponsor_id", N_("Sponsor"), Kind.PERSON, beside="sponsor"),
            FieldSpec("mentor_id", N_("Mentor"), Kind.PERSON, beside="mentor"),
            FieldSpec("end", N_("Last day"), Kind.DAY),
            FieldSpec("end_reason", N_("Why it ended"), placeholder=N_("reason, if you like")),
        ):
            self.bind(spec, edit_membership)

    def show_card(self, card: CardRow) -> None:
        """Show another membership, or the same one as stored now."""
        tr, row = self._context.tr, card.membership
        if row is None:
            self.forget()
            return
        offered = [status for status in Status if (status in LEFT) == (row.status in LEFT)]
        self.status.set_choices([(status, tr(status.label)) for status in offered])
        self.show_row(row, row.membership_id)
        for field in self.bound.values():
            if isinstance(field.editor, PersonEdit):
                field.editor.exclude(frozenset({row.person_id}))
        for names, shown in (
            (("end", "end_reason"), row.end is not None),
            (("renewal_due", "mentor_id"), row.end is None),
        ):
            for name in names:
                self.bound[name].set_shown(shown=shown)


class PersonFields(FieldColumn):
    """Name, company and contact as lines, notes below; several phones or e-mails are parted by commas."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        for spec in _PERSON:
            self.bind(spec, edit_person)
        tr = context.tr
        notes = TextArea(placeholder=tr("What helps to know this person"))
        notes.setFixedHeight(96)
        self.bind(FieldSpec("notes", N_("Notes"), Kind.TEXT), edit_person, notes)

    def show_card(self, card: CardRow) -> None:
        """Show another person, or the same one as stored now."""
        self.show_row(card.person, card.person.id)
