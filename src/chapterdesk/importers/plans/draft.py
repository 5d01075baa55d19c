"""An unfinished plan: the `plan` of a format fills it and can use the answers of the director."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.names import bare, full
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import N_, fold
from chapterdesk.importers.plans.known_people import Known, Match
from chapterdesk.importers.results import Hints, Text
from chapterdesk.store import import_facts as facts
from chapterdesk.store.import_plan import (
    Edit,
    MadeByImport,
    NewAlias,
    NewMark,
    NewMembership,
    NewPerson,
    NewSlip,
    NewTotals,
    NewVisit,
    Plan,
    Removal,
)
from chapterdesk.store.people import split_name


@dataclass
class Draft:
    """Collects what a file makes. `period` and `date` come from the file or from the director."""

    known: Known
    hints: Hints
    replacing: bool
    format: str
    file_name: str
    digest: str
    period: Period | None = None
    date: dt.date | None = None
    days: list[dt.date] = field(default_factory=list)
    persons: dict[int, NewPerson] = field(default_factory=dict)
    person_edits: list[Edit] = field(default_factory=list)
    memberships: list[NewMembership] = field(default_factory=list)
    membership_edits: list[Edit] = field(default_factory=list)
    marks: list[NewMark] = field(default_factory=list)
    slips: list[NewSlip] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    visits: list[NewVisit] = field(default_factory=list)
    totals: list[NewTotals] = field(default_factory=list)
    aliases: dict[str, NewAlias] = field(default_factory=dict)
    slips_of: list[int] = field(default_factory=list)
    marks_gone: list[int] = field(default_factory=list)
    totals_gone: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    matched: set[int] = field(default_factory=set)
    unmatched: dict[str, str] = field(default_factory=dict)  # folded name: name as the file spells it
    new: list[str] = field(default_factory=list)
    replaces: list[Text] = field(default_factory=list)
    refused: Text | None = None
    difference: dict[str, int | float] = field(default_factory=dict)

    def refuse(self, text: str, /, **params: Any) -> None:
        """Refuse the file; the first reason is kept."""
        self.refused = self.refused or (text, params)

    def problem(self, row: int, column: str, text: str, /, **params: Any) -> None:
        """Add a problem of a row."""
        self.problems.append(Problem(row, column, text, params))

    def refuse_twice(self) -> None:
        """Refuse a file whose exact bytes were imported before, unless it replaces."""
        again = next((batch for batch in self.known.batches if batch.digest == self.digest), None)
        if again is not None and (again.id == 0 or not self.replacing):
            self.refuse(
                N_("This file was imported already ({file}); choose to replace what it made, to import it again"),
                file=again.file_name,
            )

    # People

    def person(self, first_name: str, last_name: str, **more: Any) -> int:
        """Add a new person; returns the negative number that stands for the id."""
        ref = self.known.add_person(first_name, last_name)
        self.persons[ref] = NewPerson(ref, first_name, last_name, **more)
        return ref

    def person_named(self, name: str) -> int:
        """Add a new person whose whole name is one text."""
        first_name, last_name = split_name(bare(name))
        return self.person(first_name, last_name) if first_name or last_name else self.person("", bare(name))

    def match(self, name: str) -> Match:
        """Return the person that a name means; the answer of the director comes first.

        Answers are stored as aliases.
        """
        answer = self.hints.answers.get(name)
        if answer is not None and answer.person_id is not None:
            self._keep(name, answer.person_id, answer.side)
        elif answer is not None and answer.side is Side.ELSEWHERE and fold(name) not in self.known.aliases:
            self._keep(name, self.person_named(name), Side.ELSEWHERE)
        elif answer is not None and answer.new_member and not self.known.match(name).listed:
            return Match(self.join(*split_name(bare(name)), self.known.match(name)), listed=True)
        return self.known.match(name)

    def _keep(self, name: str, person: int, side: Side) -> None:
        self.aliases[fold(name)] = NewAlias(name, person, side)
        self.known.aliases[fold(name)] = (person, side)

    def join(self, first_name: str, last_name: str, found: Match, **more: Any) -> int:
        """Start a membership for a new person, or for a known person of that name without one; returns the person."""
        fields = {
            name: more.pop(name) for name in ("company", "phones", "emails", "website", "address") if name in more
        }
        person = found.person
        if person is None:
            person = self.person(first_name, last_name, **fields)
        else:
            self._complete_name(person, first_name, last_name)
        self.memberships.append(NewMembership(person, **more))
        self.known.add_membership(person, more.get("start"))
        self.new.append(full(first_name, last_name))
        return person

    def _complete_name(self, person: int, first_name: str, last_name: str) -> None:
        """Take over first and last name from the file; a file with the name in one cell could only guess them."""
        if first_name and self.known.name(person) != (first_name, last_name):
            self.known.rename(person, first_name, last_name)
            if person > 0:
                self.person_edits.append(Edit(person, {"first_name": first_name, "last_name": last_name}))

    def member(self, row: int, first_name: str, last_name: str, used: set[int]) -> int | None:
        """Return the member of a row of a summary or an attendance file; None when the name stays unknown.

        With `add_members` unknown names become members with an unknown start. Each row is one member: a second row with
        the same name is another member. `used` holds the members of earlier rows.
        """
        name = full(first_name, last_name)
        found = self.match(name)
        if found.listed and found.person is not None and found.person not in used:
            self.matched.add(found.person)
            used.add(found.person)
            return found.person
        twice = found.listed
        if not self.hints.add_members or found.ambiguous:
            self.unmatched[fold(name)] = name
            if twice or found.ambiguous:
                self.problem(row, "Last Name", N_("“{name}” can mean more than one member; say which one"), name=name)
            return None
        person = self.join(first_name, last_name, Match() if twice else found)
        used.add(person)
        return person

    # The result

    def plan(self) -> Plan:
        """Return the frozen plan."""
        return Plan(
            format=self.format,
            file_name=self.file_name,
            digest=self.digest,
            period=self.period,
            date=self.date,
            days=tuple(self.days),
            persons=tuple(self.persons.values()),
            person_edits=tuple(self.person_edits),
            memberships=tuple(self.memberships),
            membership_edits=tuple(self.membership_edits),
            marks=tuple(self.marks),
            slips=tuple(self.slips),
            claims=tuple(self.claims),
            visits=tuple(self.visits),
            totals=tuple(self.totals),
            aliases=tuple(self.aliases.values()),
            removal=Removal(tuple(self.slips_of), tuple(self.marks_gone), tuple(self.totals_gone)),
        )

    def made(self) -> MadeByImport:
        """Return what writing the plan would make."""
        new_days = [
            day
            for day in self.days
            if day not in self.known.planned_days
            and facts.meeting_of(self.known.session, self.known.chapter.id, day) is None
        ]
        return MadeByImport(
            members=len(self.memberships),
            meetings=len(new_days),
            attendance=len(self.marks),
            slips=len(self.slips),
            visits=sum(1 for visit in self.visits if visit.known_id is None),
            period_totals=len({row.person for total in self.totals for row in total.rows} - {None}),
        )
