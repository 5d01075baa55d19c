"""What a person was to the chapter on a day, to find the row of a summary that a credit falls in (rule 17)."""

import datetime as dt
from collections import defaultdict
from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.figures import RowKind
from chapterdesk.domain.members import Status, is_member_on
from chapterdesk.domain.slips import Side
from chapterdesk.store.tables import Meeting, Membership, Visit

_CHAPTER: Any = bindparam("chapter")
_SPANS = select(Membership.person_id, Membership.start, Membership.end).where(
    Membership.chapter_id == _CHAPTER, Membership.status != Status.APPLICANT
)
_FIRST_VISITS = (
    select(Visit.person_id, func.min(Meeting.date).label("day"))
    .join(Meeting, Meeting.id == Visit.meeting_id)
    .where(Meeting.chapter_id == _CHAPTER)
    .group_by(Visit.person_id)
)


class StandingFigures:
    """The memberships and first visits of a chapter; `row` places a credit of a person on a day.

    A member of that day has a row when still a member on the period's last day, and is Not listed otherwise (rule 11);
    so is an unknown person. A visitor who was not yet a member counts among Visitors, directors and guests among
    Others; people of other chapters count nowhere.
    """

    def __init__(self, session: Session, chapter_id: int, last: dt.date) -> None:
        self._last = last
        self._spans: dict[int, list[tuple[dt.date | None, dt.date | None]]] = defaultdict(list)
        for row in session.execute(_SPANS, {"chapter": chapter_id}):
            self._spans[row.person_id].append((row.start, row.end))
        self._listed = {person_id for person_id in self._spans if self.is_member(person_id, last)}
        self._session = session
        self._chapter_id = chapter_id

    @cached_property
    def _first_visit(self) -> dict[int, dt.date]:
        """First visits by person: read only when somebody is credited who was no member on the day."""
        rows = self._session.execute(_FIRST_VISITS, {"chapter": self._chapter_id})
        return {row.person_id: row.day for row in rows}

    def is_member(self, person_id: int, day: dt.date) -> bool:
        """Tell whether the person was a member on the day."""
        return any(is_member_on(start, end, day) for start, end in self._spans.get(person_id, ()))

    def steady(self, first: dt.date) -> list[int]:
        """Return whose row is the same on every day from `first` on.

        They were members on the first day and have either stayed to the last or are no longer members on it.
        """
        found = []
        for person_id, spans in self._spans.items():
            if self.is_member(person_id, first):
                stayed = any(is_member_on(*span, first) and is_member_on(*span, self._last) for span in spans)
                if stayed or person_id not in self._listed:
                    found.append(person_id)
        return found

    def was_member(self, person_id: int, day: dt.date) -> bool:
        """Tell whether the person was or had been a member on the day."""
        return any(start is None or start <= day for start, _ in self._spans.get(person_id, ()))

    def row(self, person_id: int | None, day: dt.date, side: Side = Side.HERE) -> tuple[RowKind, int | None] | None:
        """Return the row, with the person for a member's own; None for people of other chapters."""
        if side is Side.ELSEWHERE:
            return None
        if side is Side.OTHERS or person_id is None:
            return RowKind.OTHERS, None
        if person_id in self._listed if day == self._last else self.is_member(person_id, day):
            return self.listed(person_id)
        if self.was_member(person_id, day):
            return RowKind.NOT_LISTED, None
        visited = self._first_visit.get(person_id)
        return (RowKind.NOT_LISTED if visited is None or visited > day else RowKind.VISITORS), None

    def marked(self, person_id: int, day: dt.date) -> tuple[RowKind, int | None]:
        """Return the row of a mark: weeks count from the first meeting as a member (rule 11), others are Not listed."""
        return self.listed(person_id) if self.is_member(person_id, day) else (RowKind.NOT_LISTED, None)

    def listed(self, person_id: int) -> tuple[RowKind, int | None]:
        """Return the row of a member's credit: one's own when still a member on the period's last day."""
        return (RowKind.MEMBER, person_id) if person_id in self._listed else (RowKind.NOT_LISTED, None)
