"""The known people while files are planned, including those whom earlier files of the same import will add."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from chapterdesk.domain.names import NameIndex, bare, full
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import fold
from chapterdesk.store import import_facts as facts
from chapterdesk.store.chapters import ChapterRow
from chapterdesk.store.desk import Session
from chapterdesk.store.import_facts import BatchFact, MembershipFact, TotalFact


@dataclass(frozen=True, slots=True)
class Match:
    """The person that a name means.

    `listed`: somebody with a present or former membership; else a person without one.
    """

    person: int | None = None
    listed: bool = False
    ambiguous: bool = False
    side: Side = Side.HERE


class Known:
    """People, aliases, earlier imports and totals of a chapter, read once with a few queries."""

    def __init__(self, session: Session, chapter: ChapterRow) -> None:
        self.session = session
        self.chapter = chapter
        self.batches: list[BatchFact] = facts.batches(session, chapter.id)
        self.totals: list[TotalFact] = facts.totals(session, chapter.id)
        self.aliases = facts.aliases(session, chapter.id)
        self.planned_days: set[dt.date] = set()
        self.attendance_days: set[dt.date] = set()  # of files planned earlier in the same import
        self.memberships: dict[int, list[MembershipFact]] = defaultdict(list)
        self._names: dict[int, tuple[str, str]] = {}
        for membership in facts.memberships(session, chapter.id):
            self.memberships[membership.person_id].append(membership)
        self._members = NameIndex()
        self._strangers = NameIndex()  # everybody else; only people with ties to the chapter can be meant
        for person, first, last in facts.people(session):
            self._names[person] = (first, last)
            index = self._members if person in self.memberships else self._strangers
            index.add(person, f"{first} {last}")  # the index folds blanks itself
        self._choices: dict[int, str] | None = None  # names for finding similar ones, their words sorted
        self._looked_at: set[int] = set()
        self._visitors: set[int] = set()
        self._parties: set[int] = set()
        self._elsewhere: dict[int, set[str]] = defaultdict(set)
        self._last = 0

    def learn(self, names: Iterable[str]) -> None:
        """Read in one query how the people of these names are tied to the chapter."""
        found = {person for name in set(names) for step in range(3) for person in self._strangers.at(step, name)}
        new = {person for person in found if person > 0} - self._looked_at
        if new:
            tied = facts.ties(self.session, self.chapter.id, new)
            self._visitors |= tied.visitors
            self._parties |= tied.parties
            for person, chapters in tied.elsewhere.items():
                self._elsewhere[person] |= chapters
            self._looked_at |= new

    def name(self, person: int) -> tuple[str, str]:
        """Return first and last name of a person."""
        return self._names.get(person, ("", ""))

    def match(self, name: str) -> Match:
        """Find whom a name means in this chapter: an alias, a present or former member, or another known person."""
        alias = self.aliases.get(fold(name)) or self.aliases.get(fold(bare(name)))
        if alias is not None:
            return Match(alias[0], listed=alias[0] in self.memberships, side=alias[1])
        ambiguous = False
        for step in range(NameIndex.STEPS):
            members = () if ambiguous else self._members.at(step, name)
            if len(members) == 1:
                return Match(members[0], listed=True)
            ambiguous = ambiguous or len(members) > 1
            tied = [person for person in self._strangers.at(step, name) if self._is_here(person)]
            if tied:  # several people of one name without a membership: the first one is used
                return Match(tied[0], ambiguous=ambiguous)
            if ambiguous:
                break
        return Match(ambiguous=ambiguous)

    def _is_here(self, person: int) -> bool:
        return person in self._parties or person in self._visitors

    def is_visitor(self, person: int) -> bool:
        """Return whether the person was a visitor of the chapter."""
        return person in self._visitors

    def visitors(self, name: str, day: dt.date) -> list[int]:
        """Return everybody with exactly that name who can be a visitor on a day, so not the members of that day."""
        steps = [(*self._members.at(step, name), *self._strangers.at(step, name)) for step in (0, 1)]
        return [
            person
            for person in dict.fromkeys(steps[0] or steps[1])
            if (person in self.memberships or self._is_here(person))
            and not any(membership.covers(day) for membership in self.memberships.get(person, ()))
        ]

    def is_member(self, name: str, day: dt.date) -> bool:
        """Return whether somebody with exactly that name is a member on the day."""
        people = self._members.at(0, name)
        return any(membership.covers(day) for person in people for membership in self.memberships[person])

    def elsewhere(self, name: str, chapter: str) -> int | None:
        """Return the person of this name and other chapter from an earlier slip; None when there is none."""
        wanted = fold(chapter)
        found = [(person, self._elsewhere[person]) for person in self._strangers.at(0, name) if self._elsewhere[person]]
        exact = [person for person, chapters in found if wanted in chapters]
        near = [person for person, names in found if any(not n or n in wanted or wanted in n for n in names)]
        return next(iter(exact or near), None)

    def membership_id(self, person: int, day: dt.date) -> int | None:
        """Return the membership that a mark of the day belongs to: the one on that day, else the last one.

        None for a membership that is only planned.
        """
        found = self.memberships[person]
        return next((row.id for row in found if row.covers(day)), found[-1].id)

    def close(self, name: str) -> tuple[tuple[int, str], ...]:
        """Return up to three present or former members with similar names."""
        from rapidfuzz import fuzz, process

        if self._choices is None:
            named = [person for person in self.memberships if person > 0 and person in self._names]  # not the erased
            everybody = {person: full(*self._names[person]) for person in named}
            self._choices = {person: " ".join(sorted(fold(choice).split())) for person, choice in everybody.items()}
        wanted = " ".join(sorted(fold(bare(name)).split()))
        found = process.extract(wanted, self._choices, scorer=fuzz.ratio, score_cutoff=75, limit=3)
        return tuple((person, full(*self._names[person])) for _, _, person in found)

    # What the plan of a file adds, for the files after it

    def add_person(self, first_name: str, last_name: str) -> int:
        """Add a new person and return the negative number that stands for the id."""
        self._last -= 1
        self._names[self._last] = (first_name, last_name)
        self._strangers.add(self._last, full(first_name, last_name))
        return self._last

    def add_membership(self, person: int, start: dt.date | None) -> None:
        """Add a planned membership."""
        self._members.add(person, full(*self._names[person]))
        self.memberships[person].append(MembershipFact(None, person, start, None))

    def rename(self, person: int, first_name: str, last_name: str) -> None:
        """Store first and last name, which are now known separately."""
        self._names[person] = (first_name, last_name)

    def note_import(self, key: str, file_name: str, digest: str, period: Period | None) -> None:
        """Add a file that is going to be imported, so that the same file or week is not imported twice."""
        first, last = (period.first, period.last) if period else (None, None)
        self.batches.append(BatchFact(0, key, file_name, digest, dt.datetime(1970, 1, 1, tzinfo=dt.UTC), first, last))

    def tie(self, person: int, *, visitor: bool = False, chapter: str | None = None) -> None:
        """Add that a person will be a visitor, a party of this chapter, or of another chapter."""
        if chapter is not None:
            self._elsewhere[person].add(fold(chapter))
        else:
            (self._visitors if visitor else self._parties).add(person)
