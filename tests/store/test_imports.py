"""What an import writes (import_plan, imports), what it reads first (import_facts), what it removes (replacing)."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store import import_facts as facts
from chapterdesk.store.chapters import add_chapter
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
    TotalRow,
)
from chapterdesk.store.imports import write
from chapterdesk.store.meetings import add_meeting, meeting
from chapterdesk.store.members import add_member, members
from chapterdesk.store.people import add_person, names
from chapterdesk.store.replacing import remove_stranded
from chapterdesk.store.slips import add_slip, slips
from chapterdesk.store.sqlite.file import DeskFile

DAY = dt.date(2026, 5, 7)
AT = dt.datetime(2026, 5, 8, 20, 0)  # noqa: DTZ001 - UTC as stored
HALF = Period(dt.date(2026, 1, 1), dt.date(2026, 6, 30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    with DeskFile.create(tmp_path / "grupo.chapterdesk") as made:
        yield made


@pytest.fixture
def chapter_id(desk: DeskFile) -> int:
    with desk.change("A chapter") as s:
        return add_chapter(s, name="Grupo Alameda", weekday=3, place="Hotel", start_time=dt.time(7))


def plan(**what: object) -> Plan:
    return Plan(**{"format": "slips", "file_name": "slips.xls", "digest": "d1", **what})  # type: ignore[arg-type]


def store(desk: DeskFile, chapter_id: int, wanted: Plan) -> MadeByImport:
    with desk.change("Import") as s:
        return write(s, chapter_id, wanted, AT)


PEOPLE = (NewPerson(-1, "Anna", "Muster", emails=("a@example.org",)), NewPerson(-2, "Karl", "Fremd"))


def test_a_plan_is_written_whole_with_its_own_people(desk: DeskFile, chapter_id: int) -> None:
    made = store(
        desk,
        chapter_id,
        plan(
            date=DAY,
            days=(DAY,),
            persons=PEOPLE,
            memberships=(NewMembership(-1, "Law", status=Status.LATE),),
            marks=(NewMark(DAY, -1, None, Code.LATE),),
            slips=(NewSlip(SlipKind.REFERRAL, -1, -2, tier=Tier.INSIDE),),
            visits=(NewVisit(-2, -1, VisitKind.FIRST),),
            aliases=(NewAlias("K. Fremd", -2),),
            columns=(("a|b", {"giver": 0}),),
            totals=(NewTotals(TotalGroup.ACTIVITY, HALF, 12, (TotalRow(RowKind.MEMBER, -1, {"RGI": 1}),)),),
        ),
    )
    assert made == MadeByImport(members=1, meetings=1, attendance=1, slips=1, visits=1, period_totals=1)
    with desk.read() as s:
        (anna,) = members(s, chapter_id, DAY)
        assert (anna.name, anna.classification, anna.status, anna.emails) == (
            "Anna Muster",
            "Law",
            Status.LATE,
            ("a@example.org",),
        )
        (slip,) = slips(s, chapter_id)
        assert (slip.giver, slip.receiver, slip.meeting_status) == (
            "Anna Muster",
            "Karl Fremd",
            MeetingStatus.COMPLETED,
        )
        row = meeting(s, slip.meeting_id or 0)
        assert (row.place, row.start_time) == ("Hotel", dt.time(7))
        assert facts.aliases(s, chapter_id) == {"k. fremd": (slip.receiver_id, Side.HERE)}
        assert facts.column_answers(s) == {"a|b": ("slips", {"giver": 0})}
        (batch,) = facts.batches(s, chapter_id)
        assert (batch.digest, batch.at, batch.first) == ("d1", AT, DAY)
        (total,) = facts.totals(s, chapter_id)
        assert (total.period, total.batch_id) == (HALF, batch.id)
    desk.undo()
    with desk.read() as s:
        assert (names(s, chapter_id, DAY), facts.totals(s, chapter_id)) == ([], [])


def test_an_answer_given_again_replaces_the_earlier_one(desk: DeskFile, chapter_id: int) -> None:
    store(desk, chapter_id, plan(persons=PEOPLE, aliases=(NewAlias("Karl", -1),), columns=(("a", {"giver": 0}),)))
    with desk.read() as s:
        karl = next(row.person_id for row in names(s, chapter_id, DAY) if row.first_name == "Karl")
    again = plan(digest="d2", aliases=(NewAlias("KARL", karl, Side.ELSEWHERE),), columns=(("a", {"giver": 2}),))
    store(desk, chapter_id, again)
    with desk.read() as s:
        assert facts.aliases(s, chapter_id) == {"karl": (karl, Side.ELSEWHERE)}
        assert facts.column_answers(s) == {"a": ("slips", {"giver": 2})}


def test_the_meeting_of_a_day_was_held_and_is_not_a_committee(desk: DeskFile, chapter_id: int) -> None:
    with desk.change("Meetings") as s:
        add_meeting(s, chapter_id, DAY, kind=MeetingKind.COMMITTEE)
        assert facts.meeting_of(s, chapter_id, DAY) is None
        off = add_meeting(s, chapter_id, DAY, status=MeetingStatus.HOLIDAY)
        assert facts.meeting_of(s, chapter_id, DAY) == (off, MeetingStatus.HOLIDAY)
        held = add_meeting(s, chapter_id, DAY, status=MeetingStatus.DRAFT)
        assert facts.meeting_of(s, chapter_id, DAY) == (held, MeetingStatus.DRAFT)


def test_ties_tell_apart_visitors_parties_and_people_of_other_chapters(desk: DeskFile, chapter_id: int) -> None:
    people = (*PEOPLE, NewPerson(-3, "Carla", "Modelo"), NewPerson(-4, "Nemo", "Nadie"))
    foreign = NewSlip(SlipKind.ONE_TO_ONE, -1, -3, receiver_side=Side.ELSEWHERE, other_chapter="Gruppe  Neudorf")
    visit = NewVisit(-2, -1, VisitKind.FIRST)
    store(desk, chapter_id, plan(date=DAY, days=(DAY,), persons=people, slips=(foreign,), visits=(visit,)))
    with desk.read() as s:
        ids = {row.first_name: row.person_id for row in names(s, chapter_id, DAY)}
        tied = facts.ties(s, chapter_id, ids.values())
        assert facts.attended_before(s, chapter_id, ids.values(), DAY) == set()
        assert facts.attended_before(s, chapter_id, ids.values(), HALF.last) == {ids["Karl"]}
    assert set(tied.visitors) == {ids["Karl"]}
    assert set(tied.parties) == {ids["Anna"]}
    assert tied.elsewhere == {ids["Carla"]: {"gruppe neudorf"}}


def test_another_code_replaces_a_mark_and_removes_its_substitute(desk: DeskFile, chapter_id: int) -> None:
    with desk.change("A member") as s:
        membership = add_member(s, chapter_id, first_name="Anna")
    mark = NewMark(DAY, 1, membership, Code.SUBSTITUTE)
    store(desk, chapter_id, plan(format="attendance", days=(DAY,), marks=(mark,)))
    late = NewMark(DAY, 1, membership, Code.LATE)
    store(desk, chapter_id, plan(format="attendance", digest="d2", days=(DAY,), marks=(late,)))
    with desk.read() as s:
        (known,) = facts.marks_on(s, chapter_id, [DAY]).values()
        assert (known.code, known.batch_id) == (Code.LATE, facts.batches(s, chapter_id)[0].id)


def test_rule_16_claims_confirm_typed_slips_and_replacing_frees_them(desk: DeskFile, chapter_id: int) -> None:
    with desk.change("Typed") as s:
        anna, bruno = (add_person(s, first_name=name) for name in ("Anna", "Bruno"))
        draft = SlipDraft(kind=SlipKind.ONE_TO_ONE, date=DAY, giver_id=anna, receiver_id=bruno)
        typed = add_slip(s, chapter_id, draft)
    stranger = NewPerson(-1, "Karl", "Fremd")
    slip = NewSlip(SlipKind.ONE_TO_ONE, anna, -1)
    store(desk, chapter_id, plan(date=DAY, days=(DAY,), persons=(stranger,), slips=(slip,), claims=(typed,)))
    with desk.read() as s:
        meeting_id = facts.meeting_of(s, chapter_id, DAY)
        assert [row.id for row in facts.typed_slips(s, chapter_id, DAY, meeting_id[0] if meeting_id else None)] == [
            typed
        ]
        batch = facts.batches(s, chapter_id)[0].id
        assert facts.claimed(s, [typed]) == {typed: batch}
    store(desk, chapter_id, plan(digest="d2", date=DAY, days=(DAY,), removal=Removal(slips_of=(batch,))))
    with desk.read() as s:
        assert [row.id for row in slips(s, chapter_id)] == [typed]
        assert facts.claimed(s, [typed]) == {}
        assert sorted(row.name for row in names(s, chapter_id, DAY)) == ["Anna", "Bruno"]
        assert [known.digest for known in facts.batches(s, chapter_id)] == ["d2"]


def test_people_with_more_than_a_name_are_never_deleted(desk: DeskFile, chapter_id: int) -> None:
    with desk.change("People") as s:
        bare = add_person(s, first_name="Nemo")
        known = add_person(s, first_name="Ana", phones=("600",))
        member = add_person(s, first_name="Bea")
        add_member(s, chapter_id, person_id=member)
        remove_stranded(s, {bare, known, member})
        assert {row.person_id for row in names(s, chapter_id, DAY)} == {known, member}
        remove_stranded(s, set())


def test_edits_of_people_and_memberships(desk: DeskFile, chapter_id: int) -> None:
    with desk.change("A member") as s:
        membership = add_member(s, chapter_id, first_name="Anna")
        person = members(s, chapter_id, DAY)[0].person_id
    changes = {"renewal_due": HALF.last, "classification": "Law"}
    edits = {"person_edits": (Edit(person, {"company": "Muster"}),), "membership_edits": (Edit(membership, changes),)}
    store(desk, chapter_id, plan(format="members", **edits))
    with desk.read() as s:
        (row,) = members(s, chapter_id, DAY)
    assert (row.company, row.renewal_due, row.classification) == ("Muster", HALF.last, "Law")
