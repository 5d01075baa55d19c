"""What a list of members makes: new members on request, and missing data of known ones."""

from typing import Any

from chapterdesk.domain.names import full
from chapterdesk.domain.text import N_, fold
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.plans.known_people import Match
from chapterdesk.importers.records import RosterFile, RosterLine
from chapterdesk.store.import_plan import Edit
from chapterdesk.store.members import member
from chapterdesk.store.people import person as stored_person

_CONTACT = ("company", "phones", "emails", "website", "address")


def plan(record: RosterFile, draft: Draft) -> None:
    """Add the members of a list to the draft.

    Unknown names become members with `add_members`, else they stay unmatched.
    """
    draft.refuse_twice()
    draft.known.learn(full(line.first_name, line.last_name) for line in record.lines)
    used: set[int] = set()
    for line in record.lines:
        _line(draft, line, used)


def _line(draft: Draft, line: RosterLine, used: set[int]) -> None:
    name = full(line.first_name, line.last_name)
    found = draft.match(name)
    if found.listed and found.person is not None:
        if found.person in used:
            draft.problem(
                line.number, "Name", N_("“{name}” stands in the list twice; the first row was taken"), name=name
            )
            return
        used.add(found.person)
        draft.matched.add(found.person)
        if found.person > 0:
            _refresh(draft, found.person, line)
    elif draft.hints.add_members and not found.ambiguous:
        used.add(_join(draft, line, found))
    else:
        draft.unmatched[fold(name)] = name
        if found.ambiguous:
            draft.problem(line.number, "Name", N_("“{name}” can mean more than one member; say which one"), name=name)


def _join(draft: Draft, line: RosterLine, found: Match) -> int:
    more: dict[str, Any] = {name: getattr(line, name) for name in _CONTACT if getattr(line, name)}
    if line.status is not None:
        more["status"] = line.status
    sponsor = draft.known.match(line.sponsor) if line.sponsor else Match()
    if found.person is not None and found.person > 0:  # a known person without membership who joins
        _fill_in(draft, found.person, line)
    return draft.join(
        line.first_name,
        line.last_name,
        found,
        classification=line.classification,
        start=line.start,
        renewal_due=line.renewal_due,
        sponsor=sponsor.person if sponsor.listed else None,
        **more,
    )


def _fill_in(draft: Draft, person: int, line: RosterLine) -> None:
    """Fill in the data of a person that are missing."""
    known = stored_person(draft.known.session, person)
    fields: dict[str, Any] = {
        name: getattr(line, name)
        for name in ("company", "website", "address")
        if getattr(line, name) and not getattr(known, name)
    }
    for name in ("phones", "emails"):
        there = getattr(known, name)
        new = tuple(value for value in getattr(line, name) if fold(value) not in map(fold, there))
        if new:
            fields[name] = (*there, *new)
    if fields:
        draft.person_edits.append(Edit(person, fields))


def _refresh(draft: Draft, person: int, line: RosterLine) -> None:
    """Fill in missing data of a member; only the day of renewal replaces a different stored one."""
    _fill_in(draft, person, line)
    current = draft.known.memberships[person][-1].id
    if current is None:
        return
    row = member(draft.known.session, current)
    changes: dict[str, Any] = {}
    if line.renewal_due and line.renewal_due != row.renewal_due:
        changes["renewal_due"] = line.renewal_due
    if line.classification and not row.classification:
        changes["classification"] = line.classification
    if line.start and row.start is None and (row.end is None or line.start <= row.end):
        changes["start"] = line.start
    if changes:
        draft.membership_edits.append(Edit(current, changes))
