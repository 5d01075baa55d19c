"""The demo: an invented, believable region, the same every time."""

import datetime as dt
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from chapterdesk.demo.region import make
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.members import Role, SeatState, Status
from chapterdesk.domain.periods import Period, Span
from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.slips import FollowUp, SlipKind
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.paths import resources
from chapterdesk.store.calendar import days_off, missing_meetings
from chapterdesk.store.chapters import ChapterRow, chapters
from chapterdesk.store.meetings import last_meeting, meetings, next_meeting
from chapterdesk.store.members import applicants, former_members, members
from chapterdesk.store.people import names
from chapterdesk.store.roles import role_terms
from chapterdesk.store.seats import seats
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.statistics import attendance_grid, summary
from chapterdesk.store.visits import expected, visits

TODAY = dt.date(2026, 3, 5)  # a Thursday: the day on which the first chapter meets
EVER = Period(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
DAYS = [dt.date(2024, 2, 29), dt.date(2026, 8, 11), dt.date(2026, 12, 31)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "Demo.chapterdesk"
    make(path, TODAY)
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        yield session


@pytest.fixture
def region(session: Session) -> list[ChapterRow]:
    return chapters(session)


def contents(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    dump = [line for line in connection.iterdump() if not line.startswith('INSERT INTO "desk"')]  # each has its own
    connection.close()
    return dump


def test_the_same_day_makes_the_same_demo(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.chapterdesk"
    make(again, TODAY)
    assert contents(again) == contents(path)


def test_there_are_three_chapters_one_of_young_entrepreneurs(region: list[ChapterRow]) -> None:
    assert [row.name for row in region] == ["Almadía", "Tres Puentes", "Jóvenes del Valle"]
    assert [row.kind for row in region].count(GroupKind.YOUNG_ENTREPRENEURS) == 1
    assert len({row.weekday for row in region}) == 3
    assert {row.language for row in region} == {"es"}


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_chapters_have_30_to_45_members_all_the_time(tmp_path: Path, today: dt.date) -> None:
    make(tmp_path / "demo.chapterdesk", today)
    with DeskFile.open(tmp_path / "demo.chapterdesk") as desk, desk.read() as session:
        for row in chapters(session):
            days = [meeting.date for meeting in meetings(session, row.id) if meeting.status is MeetingStatus.COMPLETED]
            sizes = {day: len(members(session, row.id, day)) for day in [*days[::4], today]}
            assert all(30 <= size <= 45 for size in sizes.values()), sizes
            assert dt.timedelta(days=530) < today - days[0] < dt.timedelta(days=556)
            assert today - days[-1] < dt.timedelta(weeks=4)
            assert missing_meetings(session, row.id, today) == []
            assert next_meeting(session, row.id, today) is not None


def test_the_meeting_of_today_is_in_progress_and_the_next_eight_weeks_are_planned(
    session: Session, region: list[ChapterRow]
) -> None:
    for row in region:
        usual = [meeting for meeting in meetings(session, row.id) if meeting.kind is MeetingKind.REGULAR]
        for meeting in usual:
            if meeting.date < TODAY:
                assert meeting.status not in (MeetingStatus.PLANNED, MeetingStatus.DRAFT), meeting
            elif meeting.date == TODAY:
                assert meeting.status is MeetingStatus.DRAFT
            else:
                assert meeting.status in (MeetingStatus.PLANNED, MeetingStatus.HOLIDAY)
        assert max(meeting.date for meeting in usual) >= TODAY + dt.timedelta(weeks=7)
    today = last_meeting(session, region[0].id, TODAY)
    assert today is not None
    assert today.date == TODAY
    assert today.agenda.count("\n") == 7


def test_nobody_meets_on_a_holiday(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        off = days_off(session, row, {2024, 2025, 2026})
        every = [meeting for meeting in meetings(session, row.id) if meeting.kind is MeetingKind.REGULAR]
        for meeting in every:
            assert (meeting.date in off) == (meeting.status is MeetingStatus.HOLIDAY), meeting
        assert sum(meeting.status is MeetingStatus.HOLIDAY for meeting in every) >= 6
        assert sum(meeting.status is MeetingStatus.DISCARDED for meeting in every) == 1
        held = {meeting.id for meeting in every if meeting.status in (MeetingStatus.COMPLETED, MeetingStatus.DRAFT)}
        marked = {meeting.id for meeting in attendance_grid(session, row.id, EVER).meetings}
        assert held <= marked


def test_people_join_leave_come_back_and_go_to_another_chapter(session: Session, region: list[ChapterRow]) -> None:
    left: Counter[Status] = Counter()
    for row in region:
        now = members(session, row.id, TODAY)
        first = {member.person_id for member in members(session, row.id, TODAY - dt.timedelta(days=530))}
        joined = [member for member in now if member.person_id not in first]
        assert 5 <= len(joined) <= 25
        former = former_members(session, row.id, TODAY)
        assert len(former) >= 3
        assert all(member.end_reason for member in former)
        left.update(member.status for member in former)
        assert any(member.start is None for member in now)
        assert {Status.LEAVE, Status.PROBATION, Status.ACTIVE} <= {member.status for member in now}
        assert all(member.renewal_due for member in now)
        assert len(applicants(session, row.id)) == 1
    assert left[Status.TRANSFERRED] == 1
    here = {member.person_id for member in members(session, region[1].id, TODAY)}
    moved = [one for one in former_members(session, region[0].id, TODAY) if one.status is Status.TRANSFERRED]
    assert moved[0].person_id in here
    times = Counter(row["person_id"] for row in _rows(session, "SELECT chapter_id, person_id FROM membership"))
    assert sum(count > 1 for count in times.values()) >= 3


def _rows(session: Session, sql: str) -> list[dict[str, object]]:
    return [dict(row) for row in session.connection().exec_driver_sql(sql).mappings()]


def test_a_seat_belongs_to_one_member_where_seats_are_exclusive(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        if row.kind.exclusive_seats:
            for meeting in meetings(session, row.id):
                held = Counter(member.classification for member in members(session, row.id, meeting.date))
                assert max(held.values()) == 1, (row.name, meeting.date, held.most_common(2))
        wanted = [seat for seat in seats(session, row.id, TODAY) if seat.state is SeatState.WANTED]
        assert len(wanted) == 4
        assert not any(seat.holder for seat in wanted)


def test_visitors_become_members_sponsored_by_who_invited_them(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        joined = {visit.person_id: visit for visit in visits(session, row.id) if visit.outcome is VisitOutcome.JOINED}
        assert len(joined) >= 5
        belonging = {member.person_id: member for member in members(session, row.id, TODAY)}
        belonging |= {member.person_id: member for member in former_members(session, row.id, TODAY)}
        for person_id, visit in joined.items():
            member = belonging[person_id]
            assert member.start is not None
            assert visit.date < member.start
            assert member.sponsor_id == visit.inviter_id


def test_visitors_are_expected_at_the_next_meetings(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        planned = [
            meeting
            for meeting in meetings(session, row.id)
            if meeting.status is MeetingStatus.PLANNED and meeting.kind is MeetingKind.REGULAR
        ]
        assert [len(expected(session, meeting.id)) for meeting in planned[:4]] == [4, 2, 1, 0]


def test_attendance_is_good_and_nobodys_is_perfect_everywhere(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        found = summary(session, row.id, Span.TWELVE_MONTHS.on(TODAY))
        rates = [member.attendance for member in found.rows if member.attendance is not None]
        assert found.total.attendance is not None
        assert Fraction(88, 100) < found.total.attendance < Fraction(98, 100)
        assert min(rates) < Fraction(9, 10) < max(rates)
        assert min(found.total.P, found.total.A, found.total.L, found.total.M, found.total.S) > 0


def test_some_give_much_more_than_others_and_within_their_circles(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        given: Counter[object] = Counter()
        pairs: Counter[object] = Counter()
        for slip in slips(session, row.id, SlipFilter(kinds=(SlipKind.REFERRAL,))):
            given[slip.giver_id] += 1
            pairs[slip.giver_id, slip.receiver_id] += 1
        best = given.most_common(len(given) // 4)
        assert sum(count for _, count in best) > 0.45 * given.total()
        strong = pairs.most_common(len(given) * len(given) // 20)
        assert sum(count for _, count in strong) > 0.3 * pairs.total()


def test_every_kind_of_slip_is_there_and_amounts_are_believable(session: Session, region: list[ChapterRow]) -> None:
    for row in region:
        found = slips(session, row.id)
        kinds = Counter(slip.kind for slip in found)
        assert kinds.pop(SlipKind.INTRODUCTION, 0) == 0  # they would change the pictures and the reports of the demo
        assert min(kinds.values()) > 80
        assert len(kinds) == len(SlipKind) - 1
        amounts = sorted(slip.amount for slip in found if slip.amount is not None)
        assert amounts[0] >= 2000
        assert amounts[-1] < 10_000_000
        assert 30_000 < amounts[len(amounts) // 2] < 300_000
        closed = [slip for slip in found if slip.kind is SlipKind.CLOSED_BUSINESS]
        assert all(slip.giver_id is None for slip in closed)
        assert {slip.follow_up for slip in found if slip.kind is SlipKind.REFERRAL} == set(FollowUp)
        assert any(slip.other_chapter for slip in found)
        waiting = [slip for slip in found if slip.meeting_status in (MeetingStatus.PLANNED, MeetingStatus.DRAFT)]
        assert waiting


def test_the_team_changes_each_half_year_and_each_chapter_has_one_president(
    session: Session, region: list[ChapterRow]
) -> None:
    for row in region:
        presidents = [term for term in role_terms(session, row.id) if term.role == Role.PRESIDENT]
        assert len(presidents) >= 4
        assert len({term.person_id for term in presidents}) >= 3
        current = role_terms(session, row.id, TODAY)
        assert Counter(term.role for term in current)[Role.PRESIDENT] == 1
        assert {term.person_id for term in current} <= {one.person_id for one in members(session, row.id, TODAY)}


def test_names_fit_the_country_and_nobody_occurs_twice(session: Session, region: list[ChapterRow]) -> None:
    everybody = names(session, region[0].id, TODAY)
    assert len({row.name for row in everybody}) == len(everybody)
    text = " ".join(row.name for row in everybody)
    assert all(mark in text for mark in "áéíóúñüçà" if mark != "ç")
    assert " i " in text
    compound = [row for row in everybody if len(row.last_name.split()) >= 2]
    assert compound == everybody


def test_no_contact_is_real_and_no_organisation_is_named(path: Path, session: Session) -> None:
    people = _rows(session, "SELECT phones, emails, website FROM person")
    for row in people:
        assert all(phone.startswith("600 000 ") for phone in str(row["phones"]).split("\n"))
        assert str(row["emails"]).endswith("@example.org")
        assert not row["website"] or str(row["website"]).endswith(".example.org")
    words = b"".join(file.read_bytes() for file in (resources() / "demo").iterdir()) + path.read_bytes()
    assert b"BNI" not in words


def test_the_demo_works_in_english(tmp_path: Path) -> None:
    make(tmp_path / "demo.chapterdesk", TODAY, language="en")
    with DeskFile.open(tmp_path / "demo.chapterdesk") as desk, desk.read() as session:
        seated = {seat.name for seat in seats(session, chapters(session)[0].id, TODAY)}
        assert "Dentist" in seated or "Architecture" in seated
        assert not any("ñ" in name or "ó" in name for name in seated)
        assert "Welcome and coffee" in next(
            meeting.agenda for meeting in meetings(session, 1) if meeting.status is MeetingStatus.DRAFT
        )


class _Stop:
    """Progress that is cancelled after some steps, and remembers them."""

    def __init__(self, after: int) -> None:
        self.steps: list[tuple[int, int]] = []
        self._after = after

    def step(self, done: int, total: int, text: str = "") -> None:  # noqa: ARG002 - as Progress has it
        self.steps.append((done, total))
        if len(self.steps) > self._after:
            raise Cancelled


def test_making_the_demo_reports_progress_and_leaves_nothing_when_cancelled(tmp_path: Path) -> None:
    stopped = _Stop(after=1)
    with pytest.raises(Cancelled):
        make(tmp_path / "demo.chapterdesk", TODAY, stopped)
    assert stopped.steps == [(0, 4), (1, 4)]
    assert list(tmp_path.iterdir()) == []


def test_the_demo_never_overwrites_a_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ChapterError, match="already exists"):
        make(path, TODAY)
    assert path.read_bytes() == before


def test_a_new_file_that_cannot_be_filled_is_not_left_behind(tmp_path: Path) -> None:
    from chapterdesk.store.sqlite.opening import make_filled

    path = tmp_path / "file.chapterdesk"
    holiday = {"id": 1, "uid": "1", "chapter_id": 7, "date": TODAY, "name": "no such chapter"}
    with pytest.raises(Exception, match="FOREIGN KEY"):
        make_filled(path, [("holiday", [holiday])])
    assert list(tmp_path.iterdir()) == []


def test_the_demo_follows_the_rules_of_credits_and_rows(session: Session, region: list[ChapterRow]) -> None:
    by_meeting: defaultdict[object, set[object]] = defaultdict(set)
    for row in _rows(
        session,
        "SELECT t.date, m.start, m.end, m.person_id, a.meeting_id FROM attendance a"
        " JOIN meeting t ON t.id = a.meeting_id JOIN membership m ON m.id = a.membership_id",
    ):
        assert row["start"] is None or str(row["start"]) <= str(row["date"])
        assert row["end"] is None or str(row["end"]) >= str(row["date"])
        by_meeting[row["meeting_id"]].add(row["person_id"])
    assert min(len(people) for people in by_meeting.values()) > 20
    assert len(region) == 3
