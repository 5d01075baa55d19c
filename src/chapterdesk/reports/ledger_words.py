"""The ledger in words: the values of slips and visits as shown and as typed, and the changes of a line."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from chapterdesk.document.edition import Words
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.money import Money, digits
from chapterdesk.domain.slip_values import TITLES, label_of
from chapterdesk.domain.slips import KINDS, ROLES, VISITOR_ICON, Side, SlipKind
from chapterdesk.store.desk import Session
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry
from chapterdesk.store.log.row_changes import ChangeRow
from chapterdesk.store.meetings import meeting
from chapterdesk.store.people import person
from chapterdesk.store.visits import VisitRow

_PEOPLE: Final = frozenset({f"{role}_id" for role in (*ROLES, "inviter", "person")})


def kind_icon(kind: str) -> str:
    """Return the icon of a kind of line."""
    return VISITOR_ICON if kind == VISITOR else KINDS[SlipKind(kind)].icon


def detail_field(entry: LedgerEntry) -> str:
    """Return the field that is shown for a line when all kinds are listed together."""
    return "visit_kind" if entry.is_visit else KINDS[SlipKind(entry.kind)].detail


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """Puts the ledger into words, in a language and the currency of the chapter."""

    words: Words
    currency: str

    def kind(self, kind: str) -> str:
        """Return the word for a kind of line."""
        tr = self.words.tr
        return tr("Visitor") if kind == VISITOR else tr(SlipKind(kind).label)

    def day(self, entry: LedgerEntry) -> str:
        """Return the day of a line, or that it waits for a meeting (rule 10)."""
        tr, day = self.words.tr, self.words.short_date(entry.date)
        return day if entry.counts else tr("for {day}", day=day)

    def party(self, entry: LedgerEntry, role: str) -> str:
        """Return a party of a line: a name, with the chapter when it is another one, or "Directors and guests"."""
        tr = self.words.tr
        name: str = entry.value(role) or ""
        row = entry.source
        if isinstance(row, VisitRow) or role not in KINDS[row.kind].roles:
            return name
        side: Side = getattr(row, f"{role}_side", Side.HERE)
        if side is Side.ELSEWHERE and row.other_chapter:
            return f"{name} · {row.other_chapter}".removeprefix(" · ")
        return name or (tr(side.label) if side is Side.OTHERS else "")

    def shown(self, entry: LedgerEntry, field: str) -> str:
        """Return the value of a field of a line in words."""
        return self.party(entry, field) if field in ROLES else self.value(field, entry.value(field))

    def value(self, field: str, value: Any) -> str:
        """Return a stored value in words."""
        tr = self.words.tr
        match field, value:
            case _, None | "":
                return ""
            case "amount", int():
                return self.words.money(value, self.currency)
            case "repeat_business", _:
                return tr("Repeat") if value else tr("New")
            case "gave_card" | "told_them" | "attended", _:
                return tr("Yes") if value else ""
            case "next_contact", _:
                return self.words.short_date(value)
            case _, Labelled():
                return tr(value.label)
            case _:
                return str(value)

    def typed(self, field: str, value: Any) -> str:
        """Return a stored value as the director would type it: an amount without its symbol."""
        if value is None:
            return ""
        if field == "amount":
            return self.words.number(Fraction(Money(value, self.currency).amount), digits(self.currency))
        return str(value)

    def changed(self, session: Session, change: ChangeRow) -> Iterator[str]:
        """Describe a change of a line, field by field: before → after."""
        tr = self.words.tr
        for field, before, after in change.changes if change.action == "update" else ():
            if field in TITLES and before != after:
                yield tr(
                    "{field}: {before} → {after}",
                    field=tr(TITLES[field]),
                    before=self._logged(session, field, before) or "–",
                    after=self._logged(session, field, after) or "–",
                )

    def _logged(self, session: Session, field: str, value: Any) -> str:
        """Return a value of the change log in words."""
        if value is None or value == "":
            return ""
        if field in _PEOPLE or field == "meeting_id":
            try:
                if field == "meeting_id":
                    return self.words.short_date(meeting(session, int(value)).date)
                return person(session, int(value)).name
            except ChapterError:
                return "–"  # undone since
        if label := label_of(field, value):
            return self.words.tr(label)
        if field == "next_contact":
            value = dt.date.fromisoformat(value)
        return self.value(field, value) if not isinstance(value, list | dict) else json.dumps(value)
