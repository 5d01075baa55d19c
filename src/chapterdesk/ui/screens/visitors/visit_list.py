"""The list of the screen Visitors: who came or is expected, invited by whom, how often, and what comes next."""

import datetime as dt
from typing import Any

from PySide6.QtGui import QColor, QIcon

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_, matches, plain, sort_key
from chapterdesk.domain.visits import GUESTS, MANY_VISITS, VisitOutcome
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, TableColumn


class ShownVisits(Labelled):
    """What the list can show."""

    ALL = "all", N_("All visits")
    EXPECTED = "expected", N_("Expected")
    CALL = "call", N_("To follow up")
    JOINED = "joined", N_("Became members")


CLOSED = (VisitOutcome.JOINED, VisitOutcome.DECLINED)
"""Outcomes after which nothing more is to be done."""


def waits(row: VisitRow) -> bool:
    """Tell whether somebody who came is still to be followed up."""
    return row.attended and row.kind in GUESTS and row.outcome not in CLOSED and not row.is_member


def rows_of(rows: list[VisitRow], shown: ShownVisits, today: dt.date) -> list[VisitRow]:
    """Return the visits that one choice of the list shows, the latest first; of what waits the longest due first."""
    if shown is ShownVisits.EXPECTED:
        return [row for row in rows if not row.attended and row.date >= today]
    if shown is ShownVisits.CALL:
        latest = {row.person_id: row for row in rows if waits(row)}
        return sorted(latest.values(), key=lambda row: (row.next_contact or dt.date.max, -row.date.toordinal()))
    if shown is ShownVisits.JOINED:
        rows = [row for row in rows if row.is_member or row.outcome is VisitOutcome.JOINED]
    return rows[::-1]


def fits(row: VisitRow, query: str) -> bool:
    """Tell whether a visit has all words of a query, in any order, without accents."""
    words = (row.first_name, row.last_name, row.company, row.inviter, row.note, *row.phones, *row.emails)
    return matches(query, plain(" ".join(words)))


class VisitModel(RowModel):
    """One line a visit. Two visits and more of somebody who is no member are told (DOMAIN.md rule 6)."""

    def __init__(self, context: Context, parent: Any = None) -> None:
        tr, language = context.tr, context.language
        self._context = context
        super().__init__(
            [
                TableColumn(
                    tr("Name"),
                    lambda row: row,
                    lambda row: language.name(row.first_name, row.last_name),
                    sort=lambda row: f"{sort_key(row.last_name)}\0{sort_key(row.first_name)}",
                    icon=self._came,
                    tip=self._came_tip,
                    grow=True,
                ),
                TableColumn(tr("Meeting"), lambda row: row.date, self._day, width=11),
                TableColumn(tr("Invited by"), lambda row: row.inviter or None, tip=lambda row: row.inviter, grow=True),
                TableColumn(
                    tr("Visit"), self._kind, icon=self._many, colour=self._many_colour, tip=self.many, width=16
                ),
                TableColumn(tr("Outcome"), self._outcome, tip=self._outcome_tip, width=13),
                TableColumn(tr("Next contact"), lambda row: row.next_contact, self._day, colour=self._due, width=16),
            ],
            parent,
        )

    def _day(self, day: dt.date) -> str:
        language, today = self._context.language, self._context.today()
        return language.day(day) if abs((day - today).days) < 180 else language.short_date(day)

    def _came(self, row: VisitRow) -> QIcon:
        name, tone = ("circle-check", "good") if row.attended else ("clock", "muted")
        return self._context.style.icon(name, tone, 14)

    def _came_tip(self, row: VisitRow) -> str:
        tr = self._context.tr
        return tr("Came") if row.attended else tr("Expected, has not come")

    def _kind(self, row: VisitRow) -> str:
        tr = self._context.tr
        if self.many(row):
            return tr("%n visit(s)", "", row.visit_count)
        return tr(row.kind.label)

    def many(self, row: VisitRow) -> str:
        """Return what is to be said of somebody who comes again and again; empty otherwise."""
        tr = self._context.tr
        if row.kind not in GUESTS or row.is_member or row.visit_count < MANY_VISITS:
            return ""
        return tr(
            "{name} has come {count} times: a visitor no longer, ask to apply", name=row.name, count=row.visit_count
        )

    def _many(self, row: VisitRow) -> QIcon | None:
        return self._context.style.icon("triangle-alert", "warning", 14) if self.many(row) else None

    def _many_colour(self, row: VisitRow) -> QColor | None:
        return self._context.style.colour("warning") if self.many(row) else None

    def _outcome(self, row: VisitRow) -> str | None:
        tr = self._context.tr
        if row.is_member:
            return tr("Member")
        return tr(row.outcome.label) if row.attended else None

    def _outcome_tip(self, row: VisitRow) -> str:
        return self._outcome(row) or ""

    def _due(self, row: VisitRow) -> QColor | None:
        if row.next_contact is None or row.next_contact > self._context.today():
            return None
        return self._context.style.colour("bad" if row.next_contact < self._context.today() else "accent")
