"""Whether a desk file is sound: its pages, its references, and what must hold for its figures to be right.

Rules that SQLite can express are constraints of the tables; here are those that need several tables.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.slips import KINDS, Side
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backups, closed_file
from chapterdesk.store.keeping.backups import Backup
from chapterdesk.store.keeping.integrity import Finding, damage_in, damaged, dangling, watched
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import Attendance, Chapter, Meeting, Membership, PeriodTotal, PeriodTotalRow, Slip, Visit


def check(desk: DeskFile) -> list[Finding]:
    """Return what is wrong with the file, [] when it is sound. Reads everything, changes nothing."""
    findings: list[Finding] = []
    try:
        with desk.read() as session:
            findings.extend(damage_in(session.execute(text("PRAGMA integrity_check"))))
            if not findings:
                findings.extend(dangling(session.execute(text("PRAGMA foreign_key_check"))))
                findings.extend(_miscounted(session))
    except DamagedError as error:  # also when the read ends: SQLite refuses to end the transaction of a damaged file
        cause = error.__cause__
        findings.append(damaged(str(cause.orig if isinstance(cause, DBAPIError) else cause)))
    return findings


def quick(desk: DeskFile, progress: Progress = SILENT) -> list[Finding]:
    """Return what is wrong with the pages of the file, [] when nothing is; takes a second for a very large file."""
    try:
        with desk.read() as session:
            raw = session.connection().connection.driver_connection
            with watched(raw, lambda: progress.step(0, 0)):
                return list(damage_in(session.execute(text("PRAGMA quick_check(1)"))))
    except ChapterError as error:
        return [Finding(error.text, error.params)]


def _miscounted(session: Session) -> Iterator[Finding]:
    """Yield, by chapter, what would make a figure wrong."""
    for sentence, query in _rules():
        for chapter, count in session.execute(query):
            yield Finding(sentence, {"chapter": chapter, "count": count})


def _rules() -> Iterator[tuple[str, Select[str, int]]]:
    """Yield a sentence and a query: the names of the chapters that break the rule, and how often each does."""
    yield (
        N_("{chapter}: {count} attendance marks belong to a member of another chapter"),
        _counted(Meeting.chapter_id)
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .where(Membership.chapter_id != Meeting.chapter_id),
    )
    yield (
        N_("{chapter}: {count} slips stand in a meeting of another chapter"),
        _counted(Slip.chapter_id)
        .select_from(Slip)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(Meeting.chapter_id != Slip.chapter_id),
    )
    yield (
        N_("{chapter}: {count} slips stand in a meeting that was called off, and count nowhere"),
        _counted(Slip.chapter_id)
        .select_from(Slip)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(Meeting.status.in_(OFF)),
    )
    yield (
        N_("{chapter}: {count} slips credit nobody"),
        _counted(Slip.chapter_id).select_from(Slip).where(_credits_nobody()),
    )
    yield (
        N_("{chapter}: {count} visits count as attended in a meeting that was called off"),
        _counted(Meeting.chapter_id)
        .select_from(Visit)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(Meeting.status.in_(OFF), Visit.attended),
    )
    yield N_("{chapter}: {count} memberships of the same person overlap"), _overlapping_memberships()
    yield N_("{chapter}: {count} imported totals overlap others of their kind"), _overlapping_totals()
    yield N_("{chapter}: {count} people stand twice in imported totals"), _twice_in_totals()


def _credits_nobody() -> Any:
    """The SQL of a slip without any of the parties whom it credits (rules 3 to 5); others may be unknown."""
    known = {
        "giver": or_(Slip.giver_id.is_not(None), Slip.giver_side != Side.HERE),
        "receiver": or_(Slip.receiver_id.is_not(None), Slip.receiver_side != Side.HERE),
    }
    crediting = {kind: [one.role for one in definition.parties if one.credits] for kind, definition in KINDS.items()}
    return or_(
        *(and_(Slip.kind == kind, *(~known[role] for role in roles)) for kind, roles in crediting.items() if roles)
    )


def _counted(chapter_id: Any) -> Select[str, int]:
    """Return the beginning of a query that counts rows by the chapter that `chapter_id` names."""
    name = select(Chapter.name).where(Chapter.id == chapter_id).correlate_except(Chapter).scalar_subquery()
    return select(name, func.count()).group_by(chapter_id).order_by(chapter_id)


def _overlapping_memberships() -> Select[str, int]:
    one, other = aliased(Membership), aliased(Membership)
    return (
        _counted(one.chapter_id)
        .select_from(one)
        .join(other, and_(other.chapter_id == one.chapter_id, other.person_id == one.person_id, other.id > one.id))
        .where(
            or_(one.end.is_(None), other.start.is_(None), other.start <= one.end),
            or_(other.end.is_(None), one.start.is_(None), one.start <= other.end),
        )
    )


def _overlapping_totals() -> Select[str, int]:
    one, other = aliased(PeriodTotal), aliased(PeriodTotal)
    return (
        _counted(one.chapter_id)
        .select_from(one)
        .join(other, and_(other.chapter_id == one.chapter_id, other.group == one.group, other.id > one.id))
        .where(other.first <= one.last, one.first <= other.last)
    )


def _twice_in_totals() -> Select[str, int]:
    twice = (
        select(PeriodTotalRow.total_id)
        .where(PeriodTotalRow.person_id.is_not(None))
        .group_by(PeriodTotalRow.total_id, PeriodTotalRow.person_id)
        .having(func.count() > 1)
        .subquery()
    )
    return _counted(PeriodTotal.chapter_id).select_from(twice).join(PeriodTotal, PeriodTotal.id == twice.c.total_id)


@dataclass(frozen=True, slots=True)
class DeepResult:
    """What was found: in the file, and in each of its backups ([] is sound).

    `is_digest_known` says whether the bytes of the file could be compared with digests at all: the page seals of an
    encrypted file, or the digest of a plain one when it was closed last.
    """

    findings: list[Finding]
    is_digest_known: bool
    backups: list[tuple[Backup, list[Finding]]] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many things are wrong; a backup with another passphrase, which cannot be read, does not count."""
        damaged = [found for _, found in self.backups if found and not backups.is_locked(found)]
        return len(self.findings) + len(damaged)


def deep_check(desk: DeskFile, folders: Sequence[Path], progress: Progress = SILENT) -> DeepResult:
    """Check an open desk file (best one that is only read) and its backups below the folders; changes nothing."""
    pages = _pages(desk, progress)
    findings = list(pages or ())
    findings += [finding for finding in check(desk) if finding not in findings]
    there = {one.path: one for folder in folders for one in backups.listed(folder, desk.identity)}
    verified = {path: (one, backups.verify(one, desk.key, progress)) for path, one in there.items()}
    return DeepResult(findings, pages is not None, list(verified.values()))


def _pages(desk: DeskFile, progress: Progress) -> list[Finding] | None:
    """Return which pages differ from what was written, None when that cannot be known."""
    if desk.key is None:
        return closed_file.changes_since_close(desk.path, desk.identity, progress) if desk.source == desk.path else None
    with closing(cipher.connect(desk.source, desk.key, mode="ro")) as connection:
        try:
            with watched(connection, lambda: progress.step(0, 0, N_("Checking every page"))):
                return [damaged(str(row[0])) for row in connection.execute("PRAGMA cipher_integrity_check")]
        except cipher.DatabaseError as error:
            return [damaged(str(error))]
