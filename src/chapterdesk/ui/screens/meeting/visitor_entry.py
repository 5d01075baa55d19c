"""The fields of a visitor: name, company, inviter, kind."""

from chapterdesk.actions.people import Party
from chapterdesk.actions.visits import Guest
from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_, fold
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.person_field import PartyEdit, RecentPeople
from chapterdesk.ui.widgets.slip_entry import EntryFields
from chapterdesk.ui.widgets.slip_fields import LetterChoice, SlipField, text_editor

NOT_MEMBERS = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
_MEMBER = N_("{name} is a member; mark them in the roll call, or add a second name")


class GuestEntry(EntryFields):
    """The entry of a visitor who comes, is expected, or is corrected. An unknown name is a new person."""

    def __init__(self, context: Context, recent: RecentPeople, *, row: VisitRow | None = None) -> None:
        super().__init__(context)
        tr = context.tr
        self._recent = recent
        self._name = self.add_party("name", tr("Visitor"), PartyEdit(context, recent, standings=NOT_MEMBERS, new=True))
        self._company = self.add(SlipField(context, "company", tr("Company"), text_editor()))
        self.add_party("inviter", tr("Invited by"), PartyEdit(context, recent))
        guest: list[tuple[VisitKind | None, str]] = [(None, tr("Guest"))]
        kinds = [kind for kind in VisitKind if row is not None or kind not in (VisitKind.FIRST, VisitKind.REPEAT)]
        choices = [(kind, tr(kind.label)) for kind in kinds]
        self.add(
            SlipField(context, "kind", tr("Comes as"), LetterChoice(choices if row is not None else guest + choices))
        )
        self.stops = ("name", "company", "inviter")
        if row is not None:
            self._name.set_party(Party(row.person_id, row.name))
            self._company.show_value(row.company)
            self.fields["inviter"].show_value(Party(row.inviter_id, row.inviter) if row.inviter else None)
            self.fields["kind"].show_value(row.kind)

    def go_on(self, name: str) -> None:
        """Fill in the company of a known person before moving on."""
        person_id = self._name.person_id()
        if name == "name" and person_id is not None:
            person = next((row for row in self._recent.people() if row.person_id == person_id), None)
            if person is not None:
                self._company.show_value(person.company)
        super().go_on(name)

    def collect(self) -> Guest | None:
        """Return the visitor to store; None, with an error shown, when something is missing."""
        tr = self._context.tr
        values = self.read()
        if values is None:
            return None
        party: Party | None = values["name"]
        if party is None:
            self.say("name", tr("The name is missing; type a first or a last name"))
            return None
        if party.person_id is None and self._is_member(party.name):
            self.say("name", tr(_MEMBER, name=party.name))
            return None
        return Guest(party.person_id, party.name, values["company"], values["inviter"], values["kind"])

    def _is_member(self, name: str) -> bool:
        return any(row.standing is Standing.MEMBER and fold(row.name) == fold(name) for row in self._recent.people())
