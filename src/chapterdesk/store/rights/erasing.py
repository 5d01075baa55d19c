"""Erasing a person for good: the totals stay, and no byte of the name is left in the file or beside it.

There is no undo. A ledger outside the file (rights.ledger) is written first: when the computer stops in the middle, the
work is finished when the file is opened next, and a person whom an older backup brings back is erased again.
"""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.erased_names import REMAINS, Naming, english_name
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Standing, Status
from chapterdesk.domain.name_traces import flat
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.desk import Desk
from chapterdesk.store.people import covers, person
from chapterdesk.store.rights import emptying
from chapterdesk.store.rights import ledger as ledgers
from chapterdesk.store.rights.ledger import Erased
from chapterdesk.store.rights.mentions import Mention, known_as, mentions, replace_mentions, words_in_names
from chapterdesk.store.row_facts import rows_of, takes_part
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.store.tables import Chapter, Meeting, Membership, Person, RoleTerm, Slip, Visit
from chapterdesk.store.tables.facts import OWN

Key = tuple[str, str, int]
"""Which text of the file: Mention.key."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One person to erase. `blank` are the texts that lose the name; None means those that hold the whole name."""

    person_id: int
    blank: Collection[Key] | None = None


def refuse(session: Session, person_id: int, today: dt.date) -> None:
    """Raise ChapterError, saying what to do first, when the person is a member, has a role or was erased already."""
    name = person(session, person_id).name
    if session.scalar(select(Person.erased).where(Person.id == person_id)) is not None:
        raise ChapterError(N_("{name} was erased already"), name=name)
    own = Membership.person_id == person_id
    running = select(Chapter.name, Membership.end).join(Membership, Membership.chapter_id == Chapter.id).where(own)
    later = (Membership.status != Status.APPLICANT) & (Membership.start > today)
    last = Membership.end.is_(None).desc(), Membership.end.desc(), Membership.id
    member = session.execute(running.where(or_(covers(today), later)).order_by(*last).limit(1)).first()
    if member is not None:
        chapter, end = member
        if end is not None:
            raise ChapterError(
                N_("{name} is a member of {chapter} until {date}: from the day after it the data can be erased"),
                name=name,
                chapter=chapter,
                date=end,
            )
        raise ChapterError(
            N_("{name} is a member of {chapter}: end the membership on the card first, then erase"),
            name=name,
            chapter=chapter,
        )
    role = session.scalar(
        select(RoleTerm.role)
        .where(RoleTerm.person_id == person_id, or_(RoleTerm.end.is_(None), RoleTerm.end >= today))
        .limit(1)
    )
    if role is not None:
        raise ChapterError(N_("{name} still has a role: end it on the card first, then erase"), name=name)


def found_in_texts(session: Session, person_id: int, progress: Progress = SILENT) -> list[Mention]:
    """Return the texts outside the person's record that name the person; those with the whole name come first."""
    found = mentions(session, {person_id: known_as(session, person_id)}, progress)[person_id]
    return sorted(found, key=lambda one: (-one.strength, one.table, one.row_id))


def erase(
    desk: Desk,
    person_id: int,
    ledger: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    blank: Collection[Key] | None = None,
    naming: Naming = english_name,
) -> str:
    """Erase a person and return the new name. `now` is UTC. When cancelled, nothing is stored.

    Raises ChapterError when the person may not be erased now, or when the ledger cannot be written.
    """
    return erase_all(desk, (Wanted(person_id, blank),), ledger, now, progress, naming=naming)[0]


def erase_all(
    desk: Desk,
    people: Sequence[Wanted],
    ledger: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    naming: Naming = english_name,
    also: Callable[[Session], None] | None = None,
) -> list[str]:
    """Erase several people as one change and return their new names; `also` is called within the same change."""
    uids: list[str] = []
    known = {one.uid for one in ledgers.erased(ledger, desk.identity)}
    try:
        with desk.change_unlogged() as session:
            for wanted in people:
                refuse(session, wanted.person_id, now.date())
            first = _next_number(session, ledger, desk.identity)
            erasures = [_Erasure(one, first + at, now) for at, one in enumerate(people)]
            uids += [_uid(session, one.person_id) for one in people]
            called = _erase(session, erasures, naming, progress)
            if also is not None:
                also(session)
            progress.step(1, 1)
            ledgers.note(ledger, desk.identity, [(uid, first + at) for at, uid in enumerate(uids)], now)
            crashpoint("erasure: written down")
    except Exception:
        ledgers.strike(ledger, desk.identity, set(uids) - known)  # but keep those whom an older backup brought back
        raise
    crashpoint("erasure: rows emptied")
    clean(desk, ledger, uids)
    return called


@dataclass(frozen=True, slots=True)
class _Erasure:
    """One person who is being erased: who, with which number, and when (UTC)."""

    wanted: Wanted
    number: int
    at: dt.datetime


def clean(desk: Desk, ledger: Path, uids: Collection[str]) -> None:
    """Rewrite the file so that nothing of these people is left in it, and mark them as clean in the ledger.

    Raises DiskFullError, saying what is stored and what is not, when there is no room.
    """
    try:
        desk.compact()
    except DiskFullError as error:
        raise DiskFullError(
            N_(
                "The person was erased, but there is no room to write {file} anew without traces. "
                "Make room, then close the file and open it: that finishes it"
            ),
            file=desk.title,
        ) from error
    crashpoint("erasure: nothing left in the file")
    with suppress(ChapterError):  # then the file is rewritten once more when it is opened next
        ledgers.settle(ledger, desk.identity, uids)


def _uid(session: Session, person_id: int) -> str:
    return session.execute(select(Person.uid).where(Person.id == person_id)).scalar_one()


def _next_number(session: Session, ledger: Path, identity: str) -> int:
    """Return the number after the last one given in this file, also when an older backup does not know it."""
    given = [one.number for one in ledgers.erased(ledger, identity)]
    return max([session.scalar(select(func.max(Person.erased))) or 0, *given]) + 1


def _erase(session: Session, people: Sequence[_Erasure], naming: Naming, progress: Progress) -> list[str]:
    """Empty all rows of these people and return their new names; the texts and the log are read once."""
    borne = words_in_names(session)
    whole = {one.wanted.person_id: known_as(session, one.wanted.person_id) for one in people}
    found = mentions(session, whole, progress)
    gone: dict[int, emptying.ErasedRows] = {}
    for one in people:
        person_id = one.wanted.person_id
        text, language, kind = _remains(session, person_id)
        name = naming(text, language, kind, one.number)
        mine = set(flat(person(session, person_id).name).split())
        common = frozenset(word for word, count in borne.items() if count > (word in mine))
        sure = known_as(session, person_id, common)
        gone[person_id] = emptying.ErasedRows(rows_of(session, person_id, OWN), sure, name)
        emptying.empty_rows(session, person_id, one.number, name)
        chosen = [mention for mention in found[person_id] if _is_chosen(mention, one.wanted.blank)]
        replace_mentions(session, chosen, whole[person_id], sure, name)
    emptying.empty_log(session, gone, progress)
    for one in people:
        person_id = one.wanted.person_id
        text = N_("Erase a person: {name}")
        emptying.add_log_line(session, "person", _uid(session, person_id), one.at, text, name=gone[person_id].by)
    return [gone[one.wanted.person_id].by for one in people]


def _is_chosen(mention: Mention, blank: Collection[Key] | None) -> bool:
    return mention.proposed if blank is None else mention.key in blank


def _remains(session: Session, person_id: int) -> tuple[str, str, str]:
    """Return the new name of an erased person, and the language and kind of the chapter that knew the person last."""
    joined = select(Chapter.language, Chapter.kind)
    member = joined.join(Membership, Membership.chapter_id == Chapter.id).where(
        Membership.person_id == person_id, Membership.status != Status.APPLICANT
    )
    visitor = joined.join(Meeting, Meeting.chapter_id == Chapter.id).where(
        exists().where(Visit.meeting_id == Meeting.id, Visit.person_id == person_id)
    )
    party = joined.where(exists().where(Slip.chapter_id == Chapter.id, takes_part("slip", person_id)))
    ways = (
        (Standing.FORMER, member.order_by(Membership.id.desc())),
        (Standing.VISITOR, visitor.order_by(Meeting.date.desc(), Meeting.id.desc())),
        (Standing.OTHER, party.order_by(Chapter.id)),
        (Standing.OTHER, joined.order_by(Chapter.id)),
    )
    for standing, query in ways:
        row = session.execute(query.limit(1)).first()
        if row is not None:
            return REMAINS[standing], str(row[0]), str(row[1])
    return REMAINS[Standing.OTHER], "en", ""


def due(desk: Desk, ledger: Path) -> list[Erased]:
    """Return who must be erased again, or is still to be cleaned out of the file, after a restore or a crash."""
    entries = ledgers.erased(ledger, desk.identity)
    if not entries:
        return []
    with desk.read() as session:
        there = set(session.scalars(select(Person.uid).where(Person.erased.is_(None))))
    return [one for one in entries if one.uid in there or not one.clean]


def replay(desk: Desk, ledger: Path, progress: Progress = SILENT, *, naming: Naming = english_name) -> int:
    """Erase again the people whom the ledger lists as erased and the file still names; return how many.

    In a backup a person can still be a member: memberships and roles end on the day of the erasure.
    """
    entries = due(desk, ledger)
    if not entries:
        return 0
    again: list[_Erasure] = []
    with desk.change_unlogged() as session:
        for one in entries:
            person_id = session.scalar(select(Person.id).where(Person.uid == one.uid, Person.erased.is_(None)))
            if person_id is not None:
                emptying.end_memberships_and_roles(session, person_id, one.at.date())
                again.append(_Erasure(Wanted(person_id), one.number, one.at))
        _erase(session, again, naming, progress)
    clean(desk, ledger, [one.uid for one in entries])
    return len(again)
