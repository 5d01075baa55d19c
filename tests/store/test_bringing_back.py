"""Bringing back an earlier value or a removed row: an ordinary change that obeys the rules or is refused."""

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import select, update

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.i18n import Language
from chapterdesk.store import chapters, course, meetings, members, people, roles, roll, seats, slips, visits
from chapterdesk.store.log.bringing_back import bring_back, can_bring_back, can_return, return_row
from chapterdesk.store.log.details import details
from chapterdesk.store.log.search import LogFilter, LogSearch
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import ChangeLog, Person
from chapterdesk.store.tables.base import Model
from tests.story import Story

THU = [dt.date(2026, 3, day) for day in (5, 12, 19, 26)]
TODAY = dt.date(2026, 4, 1)


def line_of(story: Story, table: str, action: str = "update") -> int:
    """The latest line of the log about a table."""
    query = select(ChangeLog.id).where(ChangeLog.table_name == table, ChangeLog.action == action)
    with story.desk.read() as s:
        return int(s.scalars(query.order_by(ChangeLog.id.desc()).limit(1)).one())


def back(story: Story, line: int, column: str) -> None:
    with story.desk.change("Bring back {field} of {name}", field="person.notes", name="Ana") as s:
        bring_back(s, line, column, TODAY)


def whole(story: Story, line: int) -> None:
    with story.desk.change("Bring back {name}", name="Ana") as s:
        return_row(s, line, TODAY)


def test_one_field_comes_back_and_the_others_stay(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal", notes="old")
    story.do(people.edit_person, story.ana, company="Sal y Pan", notes="new", phones=("600 1", "600 2"))
    line = line_of(story, "person")
    story.do(people.edit_person, story.ana, website="example.org")
    back(story, line, "company")
    now = story.ask(people.person, story.ana)
    assert (now.company, now.notes, now.phones, now.website) == ("Pan y Sal", "new", ("600 1", "600 2"), "example.org")
    step = story.desk.undo()
    assert step is not None
    assert step.label == "Bring back {field} of {name}"
    assert story.ask(people.person, story.ana).company == "Sal y Pan"


def test_the_label_names_the_field_in_any_language(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal")
    back(story, line_of(story, "person"), "company")
    search = LogSearch(LogFilter(), lambda label, params: label.format(**params))
    action = story.ask(search.more)[0]
    assert action.params == {"field": "person.notes", "name": "Ana"}
    assert action.params["field"].label == "Notes"
    assert Language("es").tr(action.label, **action.params) == "Recuperar «Notas» de Ana"


def test_a_value_that_is_the_present_one_is_refused(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal")
    line = line_of(story, "person")
    story.do(people.edit_person, story.ana, company="")
    with pytest.raises(ChapterError, match="this value already"):
        back(story, line, "company")


def test_a_row_that_is_gone_is_refused(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno)
    story.do(slips.edit_slip, slip, note="x")
    line = line_of(story, "slip")
    story.do(slips.remove_slip, slip)
    with pytest.raises(ChapterError, match="no longer in the file"):
        back(story, line, "note")


def test_a_value_that_refers_to_a_deleted_row_is_refused(story: Story) -> None:
    with story.desk.change("Newcomer") as s:
        eva = people.add_person(s, first_name="Eva")
    membership = story.membership(story.ana)
    story.do(members.edit_membership, membership, sponsor_id=eva)
    story.do(members.edit_membership, membership, sponsor_id=story.bruno)
    line = line_of(story, "membership")
    with story.desk.change("Remove") as s:
        s.execute(Model.metadata.tables["person"].delete().where(Person.id == eva))
    with pytest.raises(ChapterError) as refused:
        back(story, line, "sponsor_id")
    assert refused.value.params == {"field": "membership.sponsor_id"}
    assert "no longer in the file" in refused.value.text


def test_earlier_values_do_not_come_back_into_a_completed_meeting(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT, ana=Code.ABSENT)
    story.do(roll.mark, meeting, story.membership(story.ana), Code.PRESENT)
    mark = line_of(story, "attendance")
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE)
    story.do(slips.edit_slip, slip, tier=Tier.OUTSIDE, note="x")
    tier = line_of(story, "slip")
    story.complete(meeting)
    for line, column in ((mark, "code"), (tier, "tier")):
        with pytest.raises(ChapterError, match="completed; unlock it first"):
            back(story, line, column)
    back(story, tier, "note")  # changes no figure and stays open (rule 9)
    story.do(course.unlock, meeting, "a slip was wrong")
    back(story, mark, "code")
    back(story, tier, "tier")
    assert story.ask(slips.slip, slip).tier is Tier.INSIDE


def test_a_mark_comes_back_with_its_substitute(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    membership = story.membership(story.ana)
    story.do(roll.mark, meeting, membership, Code.SUBSTITUTE, story.bruno)
    story.do(roll.mark, meeting, membership, Code.PRESENT)
    back(story, line_of(story, "attendance"), "code")
    row = next(row for row in story.ask(roll.roll_call, meeting) if row.person_id == story.ana)
    assert (row.code, row.substitute_id) == (Code.SUBSTITUTE, story.bruno)


def test_a_membership_that_ended_goes_on_with_status_and_reason(story: Story) -> None:
    membership = story.membership(story.ana)
    story.do(members.leave, membership, THU[0], "Se muda")
    back(story, line_of(story, "membership"), "end")
    row = story.ask(members.member, membership)
    assert (row.end, row.status, row.end_reason) == (None, Status.ACTIVE, "")


def test_a_status_that_contradicts_the_last_day_is_refused(story: Story) -> None:
    membership = story.membership(story.ana)
    story.do(members.edit_membership, membership, status=Status.LEAVE)
    line = line_of(story, "membership")
    story.do(members.leave, membership, THU[0])
    with pytest.raises(ChapterError, match="contradict"):
        back(story, line, "status")


def test_days_that_overlap_another_membership_are_refused(story: Story) -> None:
    membership = story.membership(story.ana)
    story.do(members.leave, membership, THU[0])
    line = line_of(story, "membership")
    story.do(members.add_member, story.chapter, person_id=story.ana, start=THU[2])
    with pytest.raises(ChapterError, match="is a member at that time already"):
        back(story, line, "end")


@pytest.mark.parametrize("kind", [GroupKind.BUSINESS, GroupKind.CLUB])
def test_a_seat_that_somebody_else_holds_is_refused_where_seats_are_exclusive(desk: DeskFile, kind: GroupKind) -> None:
    story = Story(desk, kind)
    ana, bruno = story.membership(story.ana), story.membership(story.bruno)
    story.do(members.edit_membership, ana, classification="Notaria")
    story.do(members.edit_membership, ana, classification="Abogada")
    line = line_of(story, "membership")
    story.do(members.edit_membership, bruno, classification="Notaria")
    if kind is GroupKind.CLUB:
        back(story, line, "classification_id")
        assert story.ask(members.member, ana).classification == "Notaria"
        return
    with pytest.raises(ChapterError, match="Bruno Ejemplo holds the seat “Notaria” now"):
        back(story, line, "classification_id")
    assert story.ask(members.member, ana).classification == "Abogada"
    story.do(members.edit_membership, bruno, classification="")
    back(story, line, "classification_id")


def test_a_slip_goes_back_to_its_meeting_unless_that_is_locked_or_called_off(story: Story) -> None:
    first = story.meeting(THU[0], MeetingStatus.PLANNED)
    story.do(meetings.add_meeting, story.chapter, THU[1])
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno)
    story.do(course.call_off, first, MeetingStatus.DISCARDED)
    line = line_of(story, "slip")
    with pytest.raises(ChapterError, match="was called off; plan it again first"):
        back(story, line, "meeting_id")
    story.do(course.plan_again, first)
    back(story, line, "meeting_id")
    assert story.ask(slips.slip, slip).meeting_id == first


def test_the_state_of_a_meeting_is_changed_only_on_the_meeting_screen(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    story.do(course.call_off, meeting, MeetingStatus.HOLIDAY)
    with pytest.raises(ChapterError, match="in the meeting itself"):
        back(story, line_of(story, "meeting"), "status")


def test_a_meeting_moves_back_to_its_day_and_keeps_its_notes(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    story.do(meetings.edit_meeting, meeting, notes="old")
    story.do(meetings.edit_meeting, meeting, notes="new")
    notes = line_of(story, "meeting")
    story.do(meetings.move_meeting, meeting, THU[1])
    back(story, line_of(story, "meeting"), "date")
    back(story, notes, "notes")
    row = story.ask(meetings.meeting, meeting)
    assert (row.date, row.notes) == (THU[0], "old")


def test_a_chapter_takes_its_weekday_back_and_its_meetings_follow(story: Story) -> None:
    story.do(chapters.edit_chapter, story.chapter, weekday=1, name="Otro nombre")
    line = line_of(story, "chapter")
    back(story, line, "weekday")
    assert story.ask(chapters.chapter, story.chapter).weekday == 3
    planned = story.ask(meetings.meetings, story.chapter)
    assert planned
    assert {row.date.weekday() for row in planned} == {3}
    story.do(chapters.add_chapter, name="Ribera business")
    with pytest.raises(ChapterError, match="already is a chapter"):
        back(story, line, "name")


def test_role_visit_consent_and_seat_take_their_earlier_values_back(story: Story) -> None:
    term = story.do(roles.start_role, story.chapter, story.ana, "president", THU[0])
    story.do(roles.end_role, term, THU[1])
    back(story, line_of(story, "role_term"), "end")
    assert story.ask(roles.role_terms, story.chapter)[0].end is None
    visit = story.visit(story.meeting(THU[0]), "Hugo", inviter_id=story.ana)
    story.do(visits.edit_visit, visit, inviter_id=story.bruno)
    back(story, line_of(story, "visit"), "inviter_id")
    assert story.ask(visits.visits, story.chapter)[0].inviter_id == story.ana
    consent = story.do(people.add_consent, story.ana, "Photo", THU[0])
    story.do(people.withdraw_consent, consent, THU[1])
    back(story, line_of(story, "consent"), "withdrawn_on")
    assert story.ask(people.consents, story.ana)[0].withdrawn_on is None
    story.do(members.edit_membership, story.membership(story.ana), classification="Notaria")
    seat = story.ask(seats.seats, story.chapter, TODAY)[0]
    story.do(seats.set_wanted, seat.id, wanted=True)
    back(story, line_of(story, "classification"), "state")
    assert story.ask(seats.seats, story.chapter, TODAY)[0].state == seat.state


@pytest.mark.parametrize(
    ("thing", "column"),
    [("photo", "digest"), ("slip", "import_batch_id"), ("slip", "kind"), ("person", "erased")],
)
def test_internal_columns_are_never_brought_back(story: Story, thing: str, column: str) -> None:
    assert not can_bring_back(thing, column)
    with story.desk.change("Picture") as s:
        people.set_photo(s, story.ana, b"one")
        people.edit_person(s, story.ana, notes="x")
    with pytest.raises(ChapterError, match="cannot be brought back"):
        back(story, line_of(story, "person"), "erased")


def test_nothing_is_written_about_somebody_whose_data_were_erased(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal")
    company = line_of(story, "person")
    consent = story.do(people.add_consent, story.ana, "Photo", THU[0])
    story.do(people.withdraw_consent, consent, THU[1])
    with story.desk.change("Erase") as s:
        s.execute(update(Person).where(Person.id == story.ana).values(erased=17))
    for line, column in ((company, "company"), (line_of(story, "consent"), "withdrawn_on")):
        with pytest.raises(ChapterError, match="were erased and stay so"):
            back(story, line, column)


def test_a_value_blanked_in_the_log_is_refused_with_that_reason(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal")
    line = line_of(story, "person")
    with story.desk.change("Blank") as s:
        s.execute(update(ChangeLog).where(ChangeLog.id == line).values(before="{}", after="{}"))
    with pytest.raises(ChapterError, match="no longer holds"):
        back(story, line, "company")
    with pytest.raises(ChapterError, match="no longer holds"):
        back(story, 10**9, "company")


def test_a_removed_slip_comes_back_whole_with_its_id(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE, gave_card=True)
    before = story.ask(slips.slip, slip)
    story.do(slips.remove_slip, slip)
    line = line_of(story, "slip", "delete")
    whole(story, line)
    assert story.ask(slips.slip, slip) == before
    with pytest.raises(ChapterError, match="in the file already"):
        whole(story, line)
    story.desk.undo()
    assert story.ask(slips.slips, story.chapter) == []


def test_a_slip_that_an_earlier_release_removed_comes_back_without_the_columns_that_came_since(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE)
    before = story.ask(slips.slip, slip)
    story.do(slips.remove_slip, slip)
    line = line_of(story, "slip", "delete")
    with story.desk.change_unlogged() as s:
        told = json.loads(s.scalars(select(ChangeLog.before).where(ChangeLog.id == line)).one() or "")
        del told["third_id"]  # of revision 0003
        s.execute(update(ChangeLog).where(ChangeLog.id == line).values(before=json.dumps(told)))
    whole(story, line)
    assert story.ask(slips.slip, slip) == before


def test_a_removed_slip_of_a_completed_meeting_comes_back_after_unlocking(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno)
    story.do(slips.remove_slip, slip)
    story.complete(meeting)
    with pytest.raises(ChapterError, match="completed; unlock it first"):
        whole(story, line_of(story, "slip", "delete"))


def test_a_removed_row_whose_people_are_deleted_is_not_brought_back(story: Story) -> None:
    with story.desk.change("Newcomer") as s:
        eva = people.add_person(s, first_name="Eva")
    slip = story.slip(SlipKind.REFERRAL, THU[0], eva, story.bruno)
    story.do(slips.remove_slip, slip)
    line = line_of(story, "slip", "delete")
    with story.desk.change("Remove") as s:
        s.execute(Model.metadata.tables["person"].delete().where(Person.id == eva))
    with pytest.raises(ChapterError, match="no longer in the file"):
        whole(story, line)


def test_a_removed_mark_or_visit_does_not_come_back_twice(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT, ana=Code.ABSENT)
    membership = story.membership(story.ana)
    story.do(roll.mark, meeting, membership, None)
    mark = line_of(story, "attendance", "delete")
    story.do(roll.mark, meeting, membership, Code.PRESENT)
    with pytest.raises(ChapterError, match="another mark"):
        whole(story, mark)
    story.do(roll.mark, meeting, membership, None)
    whole(story, mark)
    visit = story.visit(meeting, "Hugo")
    hugo = story.ask(visits.visits, story.chapter)[0].person_id
    story.do(visits.remove_visit, visit)
    line = line_of(story, "visit", "delete")
    again = story.visit(meeting, person_id=hugo)
    with pytest.raises(ChapterError, match="already is a visitor"):
        whole(story, line)
    story.do(visits.remove_visit, again)
    whole(story, line)
    assert [row.id for row in story.ask(visits.visits, story.chapter)] == [visit]


def test_a_removed_holiday_comes_back_and_its_meeting_is_called_off(story: Story) -> None:
    day = TODAY + dt.timedelta((3 - TODAY.weekday()) % 7 + 7)
    meeting = story.meeting(day, MeetingStatus.PLANNED)
    holiday = story.do(chapters.add_holiday, story.chapter, day, "Puente")
    story.do(chapters.remove_holiday, holiday)
    whole(story, line_of(story, "holiday", "delete"))
    assert [row.name for row in story.ask(chapters.holidays, story.chapter)] == ["Puente"]
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.HOLIDAY


@pytest.mark.parametrize("thing", ["photo", "logo", "meeting", "import_batch"])
def test_pictures_and_rows_with_dependents_are_not_brought_back(story: Story, thing: str) -> None:
    assert not can_return(thing)
    story.do(people.set_photo, story.ana, b"one")
    story.do(people.set_photo, story.ana, None)
    with pytest.raises(ChapterError, match="cannot be brought back"):
        whole(story, line_of(story, "photo", "delete"))


def test_every_field_that_can_come_back_does_from_the_details(story: Story) -> None:
    """The store accepts every value that the details offer: each field in turn, undone in between."""
    story.do(people.edit_person, story.ana, **{name: f"{name} one" for name in PERSON})
    story.do(people.edit_person, story.ana, **{name: f"{name} two" for name in PERSON})
    search = LogSearch(LogFilter(), lambda label, params: label.format(**params))
    row = story.ask(details, story.ask(search.more)[0]).rows[0]
    assert {one.column for one in row.fields} == set(PERSON)
    for one in row.fields:
        back(story, row.line, one.column)
        value: Any = getattr(story.ask(people.person, story.ana), one.column)
        assert (value[0] if isinstance(value, tuple) else value) == one.before
        story.desk.undo()


PERSON = ("first_name", "last_name", "company", "phones", "emails", "website", "address", "notes")
