"""The steps of an import: a preview, one undoable change, files in any order, cancelling without a trace."""

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.figures import TotalGroup
from chapterdesk.domain.periods import Period
from chapterdesk.domain.progress import Cancelled
from chapterdesk.importers import Preview, apply, detect, importers, outcome_json, prepare
from chapterdesk.store.members import leave, member
from chapterdesk.store.rights.erasing import erase
from chapterdesk.store.tables import PeriodTotal
from tests.hostile_texts import HOSTILE_TEXTS
from tests.importers.connect_files import attendance_file, csv_file, slips_file, summary_file
from tests.importers.desk import HALF_YEAR, Importing

DAY = dt.date(2026, 5, 7)
DAYS: dict[str, Any] = {"first": HALF_YEAR.first, "last": HALF_YEAR.last}
SUMMARY = summary_file(
    [
        ("Anna", "Muster", 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1.0, 400.0, 3),
        ("Bruno", "Beispiel", 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1.0, 0.0, 0),
        ("Visitors", None, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0, 0),
        ("BNI", None, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 25.0, 0),
        ("Total", None, 2, 0, 1, 0, 0, 2, 1, 1, 1, 1, 3.0, 425.0, 3),
    ],
    **DAYS,
)
ATTENDANCE = attendance_file(
    ("May 07", "May 14"), [("Anna", "Muster", "P", None), ("Bruno", "Beispiel", "L", None)], **DAYS
)
SLIPS = slips_file(
    [
        ("Anna Muster", "Bruno Beispiel", "Referral", "Tier 1 (inside)", None, None, None),
        ("Bruno Beispiel", "Anna Muster", "Referral", "Tier 2 (outside)", None, None, None),
        ("Anna Muster", "Bruno Beispiel", "One-to-One", None, None, None, None),
        (None, "Anna Muster", "TYFCB", None, "400.00", None, None),
        ("Anna Muster", None, "CEU", None, None, "3", None),
        ("Anna Muster", "David Gast", "Visitor", None, None, None, None),
        ("Karl Fremd", "Anna Muster", "Referral", "Tier 1 (inside)", None, None, None),
    ],
    title="Slips Audit Report for 07/05/2026",
)
ROSTER = csv_file([("Member Name", "Company Name"), ("Anna Muster", "Muster"), ("Bruno Beispiel", "")])
FILES = {"summary": SUMMARY, "attendance": ATTENDANCE, "slips": SLIPS}


def test_all_formats_are_found_in_the_order_of_import() -> None:
    assert list(importers()) == ["members", "summary", "attendance", "slips"]


def test_a_file_is_recognised_by_content_and_never_by_name(tmp_path: Path) -> None:
    for kind, data in FILES.items():
        path = tmp_path / f"not-a-{kind}.csv"
        path.write_bytes(data)
        assert detect(path) == kind
    assert detect(b"just some words\nand more of them\n") is None
    assert detect(tmp_path / "missing") is None


def test_a_preview_writes_nothing(importing: Importing) -> None:
    before = importing.counts()
    previews = importing.preview(*FILES.values(), add_members=True)
    assert all(preview.ready for preview in previews)
    assert importing.counts() == before


def test_files_are_imported_in_a_sensible_order_and_reported_in_the_given_one(importing: Importing) -> None:
    outcomes = importing.run(SLIPS, ATTENDANCE, SUMMARY, ROSTER, add_members=True)
    assert [outcome.format for outcome in outcomes] == ["slips", "attendance", "summary", "members"]
    assert [outcome.made.members for outcome in outcomes] == [0, 0, 0, 2]
    assert [outcome.matched for outcome in outcomes] == [2, 2, 2, 0]
    assert (outcomes[1].made.meetings, outcomes[0].made.meetings) == (1, 0)


def test_one_import_of_several_files_is_one_undoable_change(importing: Importing) -> None:
    before = importing.counts()
    importing.run(*FILES.values(), add_members=True)
    after = importing.counts()
    step = importing.desk.undo_step
    assert step is not None
    assert step.label.format(**step.params) == "Import file-0 and 2 more"
    importing.desk.undo()
    assert importing.counts() == before
    importing.desk.redo()
    assert importing.counts() == after


def test_an_import_that_was_undone_can_be_done_again(importing: Importing) -> None:
    importing.run(*FILES.values(), add_members=True)
    importing.desk.undo()
    assert all(preview.ready for preview in importing.preview(*FILES.values(), add_members=True))


@pytest.mark.parametrize("order", list(itertools.permutations(FILES)), ids="-".join)
def test_rule_14_every_figure_is_right_in_any_order(importing: Importing, order: tuple[str, ...]) -> None:
    for kind in order:
        importing.one(FILES[kind], add_members=True)
    found = importing.summary()
    rows = {row.last_name: row for row in found.rows}
    anna, bruno = rows["Muster"], rows["Beispiel"]
    assert sorted(rows) == ["Beispiel", "Muster"]
    assert (anna.P, anna.RGI, anna.RRO, anna.V, anna.one_to_ones, anna.TYFCB, anna.CEU) == (1, 1, 1, 1, 1, 40000, 3)
    assert (bruno.L, bruno.RGO, bruno.RRI) == (1, 1, 1)
    assert (found.total.RGI, found.total.one_to_ones, found.total.TYFCB, found.others.TYFCB) == (2, 3, 42500, 2500)
    assert (found.not_listed.RGI, found.not_listed.one_to_ones) == (1, 1)
    day = importing.summary(Period(DAY, DAY))
    assert (day.total.P, day.total.L, day.total.RGI, day.total.RRI, day.total.TYFCB) == (1, 1, 2, 2, 40000)
    assert (day.not_listed.RGI, importing.counts()["slip"], importing.counts()["meeting"]) == (1, 6, 1)


class Stopping:
    """Progress that cancels at the n-th word."""

    def __init__(self, after: int) -> None:
        self.left = after

    def step(self, done: int, total: int, text: str = "") -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled((done, total, text))


@pytest.mark.parametrize("after", [0, 2, 5, 8])
def test_cancelling_stores_nothing(importing: Importing, after: int) -> None:
    previews = importing.preview(*FILES.values(), add_members=True)
    before = importing.counts()
    with pytest.raises(Cancelled):
        apply(importing.desk, previews, Stopping(after))
    assert importing.counts() == before
    assert importing.desk.undo_step is None, "there is a step to undo"
    apply(importing.desk, previews)
    assert importing.counts()["slip"] == 6


def test_a_preview_can_be_cancelled(importing: Importing) -> None:
    with pytest.raises(Cancelled):
        prepare(importing.desk, importing.chapter_id, [importing.put(SLIPS)], importing.hints(), progress=Stopping(0))


def test_one_refused_file_stops_the_whole_import(importing: Importing) -> None:
    previews = importing.preview(SUMMARY, b"PK nothing", add_members=True)
    with pytest.raises(ChapterError, match="damaged"):
        apply(importing.desk, previews)
    assert importing.members() == []


def test_a_file_with_an_open_question_stops_the_whole_import(importing: Importing) -> None:
    previews = importing.preview(slips_file([("Anna", "Bruno", "One-to-One", None, None, None, None)]))
    with pytest.raises(ChapterError, match="say the day"):
        apply(importing.desk, previews)


def test_an_outdated_preview_is_refused(importing: Importing) -> None:
    earlier, later = importing.preview(SLIPS), importing.preview(SLIPS)
    apply(importing.desk, earlier)
    before = importing.counts()
    with pytest.raises(ChapterError, match="imported already"):
        apply(importing.desk, later)
    assert importing.counts() == before


def test_nothing_to_import_is_no_change(importing: Importing) -> None:
    assert apply(importing.desk, []) == []
    assert importing.desk.undo_step is None, "there is a step to undo"


def test_a_preview_without_its_job_cannot_be_applied(importing: Importing) -> None:
    with pytest.raises(ChapterError, match="Nothing in the file"):
        apply(importing.desk, [Preview("x", "slips", "Slips")])


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00\x01\x02" * 300, b"a,b\n"])
def test_an_unknown_format_is_refused_with_a_reason(importing: Importing, data: bytes) -> None:
    found = outcome_json(importing.preview(data)[0])
    assert found["format"] is None
    assert found["refused"]
    assert found["made"] == dict.fromkeys(found["made"], 0)


def test_a_file_that_cannot_be_opened_is_refused(importing: Importing) -> None:
    (preview,) = importing.prepare([importing.folder / "missing.xls"])
    assert preview.refused is not None
    assert "cannot be opened" in preview.refused[0]


def test_the_object_of_the_command_line_has_exactly_these_fields(importing: Importing) -> None:
    importing.add_members("Anna Muster", "Bruno Beispiel")
    found = outcome_json(importing.one(SLIPS))
    assert found == {
        "file": "file-0",
        "format": "slips",
        "rows": 7,
        "made": {"members": 0, "meetings": 1, "attendance": 0, "slips": 6, "visits": 1, "period_totals": 0},
        "matched": 2,
        "unmatched": ["Karl Fremd"],
        "problems": [],
        "refused": None,
        "difference": {},
    }


def test_other_chapters_are_not_changed(importing: Importing) -> None:
    from chapterdesk.store.chapters import add_chapter
    from chapterdesk.store.slips import slips

    importing.run(*FILES.values(), add_members=True)
    with importing.desk.change("Another") as s:
        other = add_chapter(s, name="Grupo Retiro", weekday=3)
    previews = prepare(importing.desk, other, [importing.put(SLIPS)], importing.hints())
    assert previews[0].refused is None
    apply(importing.desk, previews)
    with importing.desk.read() as s:
        theirs = {party for row in slips(s, other) for party in (row.giver_id, row.receiver_id)}
    assert not theirs & {row.person_id for row in importing.members()}


@pytest.mark.parametrize("data", [SUMMARY, ATTENDANCE, SLIPS, ROSTER], ids=["s", "a", "l", "m"])
@pytest.mark.parametrize("replace", [False, True])
def test_the_same_file_twice_is_imported_once(importing: Importing, data: bytes, replace: bool) -> None:
    first, second = importing.preview(data, data, replace=replace, add_members=True)
    assert first.refused is None
    assert second.refused is not None


def test_hostile_names_are_stored_as_typed_and_do_no_harm(importing: Importing) -> None:
    texts = [*HOSTILE_TEXTS, ",", "# 5", "a, b # 7"]
    figures = (1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1.0, 400.0, 3)
    data = summary_file([("Anna", text.replace("\x00", "").replace("\x1f", ""), *figures) for text in texts], **DAYS)
    roster = csv_file([("Member Name", "Company Name"), *((f"{text} x", text) for text in texts)])
    rows = [(text, text[::-1] + " y", "One-to-One", None, None, None, text) for text in texts]
    slips = slips_file([[cell and cell.replace("\x00", "").replace("\x1f", "") for cell in row] for row in rows])
    outcomes = importing.run(data, roster, slips, date=DAY, add_members=True)
    assert outcomes[0].made.members == len(texts)
    assert outcomes[2].made.slips == len(texts)
    stored = {row.last_name for row in importing.members()}
    assert {"'; drop table person; --", "<b>bold</b>", "=cmd|'/c calc'!A1", "%s{0}{name}%n%1", "# 5"} <= stored


@pytest.mark.parametrize("order", list(itertools.permutations(("summary", "attendance", "slips"))), ids="-".join)
def test_rule_14_the_detail_of_the_same_half_year_adds_up_to_the_files_total(
    importing: Importing, order: tuple[str, ...]
) -> None:
    anna = ("Anna", "Muster", 1, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1.0, 400.0, 3)
    bruno = ("Bruno", "Beispiel", 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1.0, 0.0, 0)
    total = ("Total", None, 1, 0, 1, 0, 0, 2, 1, 2, 1, 1, 2.0, 400.0, 3)  # one referral is Karl Fremd's
    files = {**FILES, "summary": summary_file([anna, bruno, total], **DAYS)}
    for kind in order:
        importing.one(files[kind], add_members=True)
    files_total = importing.summary().total
    with importing.desk.change("Count the detail") as s:
        groups = s.scalars(update(PeriodTotal).values(use_detail=True).returning(PeriodTotal.group)).all()
    assert set(groups) == set(TotalGroup)
    assert importing.summary().total == files_total


def test_an_unknown_name_is_asked_about_when_a_member_was_erased(importing: Importing) -> None:
    membership = importing.add_members("Anna Muster", "Bruno Beispiel")["Anna Muster"]
    with importing.desk.change("End") as s:
        leave(s, membership, dt.date(2026, 1, 1))
        person = member(s, membership).person_id
    erase(importing.desk, person, importing.folder / "erased.json", dt.datetime(2026, 7, 2))  # noqa: DTZ001 - UTC
    rows = [("Brunno Beispiel", "Bruno Beispiel", "One-to-One", "", "", "", "")]
    (preview,) = importing.preview(slips_file(rows), date=dt.date(2026, 5, 7))
    assert [name.name for name in preview.unmatched] == ["Brunno Beispiel"]
    assert [known for _, known in preview.unmatched[0].suggestions] == ["Bruno Beispiel"]
