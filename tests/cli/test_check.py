"""chapterdesk check, and the faults that it finds."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.store.chapters import add_chapter, chapter_named
from chapterdesk.store.keeping.check import check
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member
from chapterdesk.store.roll import mark
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import Run

DAY = dt.date(2026, 3, 5)


@pytest.fixture
def full(desk: Path) -> Path:
    """Two chapters; one met, with a mark, a visit, a slip and imported totals."""
    with DeskFile.open(desk) as file, file.change("Fill") as session:
        here = chapter_named(session, "Ribera").id
        there = add_chapter(session, name="Otra")
        meeting = add_meeting(session, here, DAY)
        add_meeting(session, there, DAY)
        ana = add_member(session, here, first_name="Ana", last_name="García")
        add_member(session, there, first_name="Bruno", last_name="Ñíguez")
        mark(session, meeting, ana, Code.PRESENT)
    run_sql(
        desk,
        "INSERT INTO visit(uid, meeting_id, person_id, kind, attended, outcome, note)"
        " SELECT 'v1', meeting.id, person.id, 'first', 1, 'open', ''"
        " FROM meeting, person WHERE meeting.chapter_id = 1 AND person.first_name = 'Bruno'",
        "INSERT INTO slip(uid, chapter_id, kind, date, meeting_id, giver_id, receiver_id, giver_side, receiver_side,"
        " other_chapter, prospect, contact, gave_card, told_them, place, topics, note)"
        " VALUES('s1', 1, 'referral', '2026-03-05', 1, 1, 2, 'here', 'here', '', '', '', 0, 0, '', '', '')",
        'INSERT INTO period_total(uid, chapter_id, "group", first, last, use_detail)'
        " VALUES('t1', 1, 'activity', '2025-01-01', '2025-06-30', 0)",
    )
    return desk


def run_sql(path: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    connection = cipher.connect(path, None)
    connection.execute("PRAGMA foreign_keys=off")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def findings(path: Path) -> list[str]:
    """What check says of the file."""
    with DeskFile.open(path, read_only=True) as desk:
        return [str(finding) for finding in check(desk)]


def test_a_sound_file_is_reported_as_sound(full: Path, command: Run) -> None:
    done = command("check", full)
    assert (done.code, done.out, done.err) == (0, "mesa.chapterdesk is sound\n", "")


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE attendance SET membership_id = 2",
            "Ribera: 1 attendance marks belong to a member of another chapter",
        ),
        ("UPDATE slip SET meeting_id = 2", "Ribera: 1 slips stand in a meeting of another chapter"),
        ("UPDATE slip SET giver_id = NULL, receiver_id = NULL", "Ribera: 1 slips credit nobody"),
        (
            "UPDATE slip SET kind = 'closed_business', giver_id = NULL, receiver_id = NULL",
            "Ribera: 1 slips credit nobody",
        ),
        ("UPDATE slip SET giver_id = 99", "1 rows of “slip” point at rows of “person” that are not there"),
        (
            "INSERT INTO membership(uid, chapter_id, person_id, end_reason, status) VALUES('m9', 1, 1, '', 'active')",
            "Ribera: 1 memberships of the same person overlap",
        ),
        (
            (
                'INSERT INTO period_total(uid, chapter_id, "group", first, last, use_detail)'
                " VALUES('t2', 1, 'activity', '2025-06-30', '2025-07-31', 0)"
            ),
            "Ribera: 1 imported totals overlap others of their kind",
        ),
        (
            (
                "INSERT INTO period_total_row(uid, total_id, row, person_id, P, A, L, M, S, RGI, RGO, RRI, RRO, V,"
                ' one_to_ones, "TYFCB", "CEU", T) VALUES'
                " ('r1', 1, 'member', 1, 0,0,0,0,0,0,0,0,0,0,0,0,0,0),"
                " ('r2', 1, 'member', 1, 0,0,0,0,0,0,0,0,0,0,0,0,0,0)"
            ),
            "Ribera: 1 people stand twice in imported totals",
        ),
    ],
)
def test_a_file_whose_figures_would_be_wrong_is_found(full: Path, statement: str, finding: str) -> None:
    assert findings(full) == []
    run_sql(full, statement)
    assert findings(full) == [finding]


def test_slips_and_visits_of_a_meeting_called_off_are_found(full: Path) -> None:
    run_sql(full, f"UPDATE meeting SET status = '{MeetingStatus.DISCARDED}' WHERE id = 1")
    assert findings(full) == [
        "Ribera: 1 slips stand in a meeting that was called off, and count nowhere",
        "Ribera: 1 visits count as attended in a meeting that was called off",
    ]


def test_findings_are_listed_and_exit_is_2_in_the_language_asked_for(full: Path, command: Run) -> None:
    run_sql(full, "UPDATE slip SET meeting_id = 2", "UPDATE attendance SET membership_id = 2")
    done = command("check", full, "--language", "es")
    assert done.code == 2
    assert done.out.splitlines() == [
        "Ribera: 1 marcas de asistencia son de un miembro de otro grupo",
        "Ribera: 1 papeletas están en una reunión de otro grupo",
    ]
    assert done.err.startswith("chapterdesk: mesa.chapterdesk tiene 2 fallos")


@pytest.mark.parametrize("page", range(10, 80, 7))
def test_an_overwritten_page_is_found_as_damage(full: Path, command: Run, page: int) -> None:
    """Anywhere in the file: SQLite lists the damage, stops, or cannot open the file at all."""
    content = bytearray(full.read_bytes())
    content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    full.write_bytes(content)
    done = command("check", full)
    assert done.code == 2
    assert "damaged" in done.out + done.err
    assert len(done.err.splitlines()) == 1


def test_check_works_while_a_window_has_the_file_open(full: Path, command: Run) -> None:
    with DeskFile.open(full) as desk, desk.change("Edit") as session:
        add_chapter(session, name="Tercera")
        session.flush()
        assert command("check", full).code == 0


@pytest.mark.parametrize("content", [b"", b"not a desk file", bytes(8192)])
def test_anything_but_a_desk_file_is_refused_and_not_changed(tmp_path: Path, command: Run, content: bytes) -> None:
    path = tmp_path / "other.chapterdesk"
    path.write_bytes(content)
    done = command("check", path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert path.read_bytes() == content
    assert command("check", tmp_path / "none.chapterdesk").code == 2
