"""Chapters of the desk file, their logos and their own holidays."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.text import N_, clean, fold
from chapterdesk.store.rows import columns, fetch, fetch_first
from chapterdesk.store.tables import Chapter, Holiday, Logo
from chapterdesk.store.writing import add, edit


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter. Weekday 0 is Monday; currency ISO 4217; country and subdivision ISO 3166, "" when not told."""

    id: int
    uid: str
    name: str
    kind: GroupKind
    language: str
    currency: str
    weekday: int | None
    start_time: dt.time | None
    place: str
    country: str
    subdivision: str


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day on which the chapter has chosen not to meet."""

    id: int
    date: dt.date
    name: str


@cache
def _chapters() -> Select[*tuple[Any, ...]]:
    return select(*columns(ChapterRow, Chapter))


def chapters(session: Session) -> list[ChapterRow]:
    """All chapters of the file, in the order in which they were added."""
    return fetch(session, _chapters().order_by(Chapter.id), ChapterRow)


def chapter(session: Session, chapter_id: int) -> ChapterRow:
    """The chapter of an id; raises ChapterError when it is gone."""
    row = fetch_first(session, _chapters().where(Chapter.id == chapter_id), ChapterRow)
    if row is None:
        raise ChapterError(N_("This chapter is no longer in the file"))
    return row


def chapter_or_first(session: Session, chapter_id: int | None) -> ChapterRow | None:
    """The chapter of an id, else the first one; None when the file has none."""
    known = chapters(session)
    return next((row for row in known if row.id == chapter_id), known[0] if known else None)


def chapter_named(session: Session, name: str) -> ChapterRow:
    """The chapter of a name, whatever its case; raises ChapterError naming the ones there are."""
    every = chapters(session)
    for row in every:
        if fold(row.name) == fold(name):
            return row
    known = ", ".join(row.name for row in every)
    raise ChapterError(N_("There is no chapter “{name}” in the file; it has: {known}"), name=name, known=known)


def add_chapter(
    session: Session,
    *,
    name: str,
    kind: GroupKind = GroupKind.BUSINESS,
    language: str = "en",
    currency: str = "EUR",
    weekday: int | None = None,
    start_time: dt.time | None = None,
    place: str = "",
    country: str = "",
    subdivision: str = "",
) -> int:
    """Add a chapter and return its id; raises ChapterError when the name is empty or taken."""
    _check_name(session, name)
    return add(
        session,
        Chapter,
        name=name,
        kind=kind,
        language=language,
        currency=currency.upper(),
        weekday=weekday,
        start_time=start_time,
        place=place,
        country=country,
        subdivision=subdivision,
    )


def edit_chapter(session: Session, chapter_id: int, **fields: Any) -> None:
    """Change fields of a chapter; raises ChapterError when the new name is empty or taken."""
    if "name" in fields:
        _check_name(session, fields["name"], chapter_id)
    edit(session, Chapter, chapter_id, fields)


def _check_name(session: Session, name: str, but: int | None = None) -> None:
    if not clean(name):
        raise ChapterError(N_("The chapter has no name; type one"))
    if any(fold(row.name) == fold(clean(name)) and row.id != but for row in chapters(session)):
        raise ChapterError(N_("There already is a chapter “{name}”; choose another name"), name=clean(name))


def logo(session: Session, chapter_id: int) -> bytes | None:
    """The chapter's logo (PNG or JPEG), None when it has none."""
    return session.scalar(select(Logo.data).where(Logo.chapter_id == chapter_id))


def set_logo(session: Session, chapter_id: int, data: bytes | None) -> None:
    """Store a logo (PNG or JPEG), or remove it."""
    session.execute(delete(Logo).where(Logo.chapter_id == chapter_id))
    if data is not None:
        add(session, Logo, chapter_id=chapter_id, digest=hashlib.sha256(data).hexdigest(), data=data)


def holidays(session: Session, chapter_id: int) -> list[HolidayRow]:
    """The chapter's own holidays, by date."""
    query = select(*columns(HolidayRow, Holiday)).where(Holiday.chapter_id == chapter_id).order_by(Holiday.date)
    return fetch(session, query, HolidayRow)


def add_holiday(session: Session, chapter_id: int, date: dt.date, name: str = "") -> int:
    """Add a day without a meeting and return its id; raises ChapterError when the day already is one."""
    if any(row.date == date for row in holidays(session, chapter_id)):
        raise ChapterError(N_("That day already is a holiday of the chapter"))
    return add(session, Holiday, chapter_id=chapter_id, date=date, name=name)


def remove_holiday(session: Session, holiday_id: int) -> None:
    """Take a holiday away."""
    session.execute(delete(Holiday).where(Holiday.id == holiday_id))
