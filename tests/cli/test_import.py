"""chapterdesk import: the contract that scripts rely on."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from chapterdesk.domain.slips import SlipKind
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store.chapters import chapter_named
from chapterdesk.store.import_facts import totals
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.slips import slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import visits

from .conftest import Done, Run

DAY = "2026-03-05"
FIELDS = {"format", "rows", "made", "matched", "unmatched", "problems", "refused", "difference"}
MADE = {"members", "meetings", "attendance", "slips", "visits", "period_totals"}
SLIPS = "From,To,Slip Type,Inside/Outside,TYFCB Amount,CEU Credits,Detail"
SUMMARY = "First Name,Last Name,P,A,L,M,S,RGI,RGO,RRI,RRO,V,1-2-1,TYFCB,CEU,T"
ROSTER = ["Ana Muster", "Bruno Beispiel", "Carla Modelo"]


@pytest.fixture
def staffed(desk: Path, tmp_path: Path, command: Run) -> Path:
    """A chapter whose members came from a list."""
    names = "\r\n".join(f"{name},Florista" for name in ROSTER)
    path = written(tmp_path / "roster.csv", f"Member Name,Classification\r\n{names}\r\n")
    (done,) = parsed(load(command, desk, path, "--add-members"))
    assert done["made"]["members"] == 3
    return desk


def written(path: Path, text: str) -> Path:
    """A file with this text."""
    path.write_text(text, "utf-8", newline="")
    return path


def load(command: Run, desk: Path, *words: object) -> Done:
    """Import with --json."""
    return command("import", *words, "--file", desk, "--chapter", "Ribera", "--json")


def parsed(done: Done, code: int = 0) -> list[dict[str, Any]]:
    """The objects that the import printed; checks the exit code and the keys of the contract."""
    assert done.code == code, done.err
    assert len(done.err.splitlines()) == (1 if code else 0)
    objects: list[dict[str, Any]] = json.loads(done.out)
    for one in objects:
        assert one.keys() >= FIELDS
        assert one["made"].keys() == MADE
    return objects


def stored(path: Path, function: Any, *arguments: Any) -> Any:
    """What a function of the store reads of the chapter."""
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        return function(session, chapter_named(session, "Ribera").id, *arguments)


def test_a_headerless_slips_file_of_500_rows_makes_500_slips_and_visits_and_no_wrong_member(
    staffed: Path, tmp_path: Path, command: Run
) -> None:
    """One row in six repeats another exactly, a third name somebody unknown, some are visits."""
    known, strangers = ROSTER, ["Dora Fremd", "Emil Gast", "Ida Neu"]
    rows: list[str] = []
    for number in range(500):
        if number % 6 == 5:
            rows.append(rows[-1])
            continue
        giver = known[number % 3]
        receiver = strangers[number % 9 // 3] if number % 3 == 0 else known[(number + 1) % 3]
        match number % 10:
            case 0 | 1 | 2 | 3:
                rows.append(f"{giver},{receiver},Referral,Tier {number % 2 + 1} (inside),,,")
            case 4 | 5 | 6:
                rows.append(f"{giver},{receiver},One-to-One,,,,")
            case 7:
                rows.append(f",{receiver},TYFCB,,{number}.50,,")
            case 8:
                rows.append(f"{giver},,CEU,,,2,")
            case _:
                rows.append(f"{giver},Visita {number},Visitor,,,,")
    path = written(tmp_path / "slips.csv", "\r\n".join([SLIPS, *rows]))
    (done,) = parsed(load(command, staffed, path, "--date", DAY, "--add-members"))
    made, today = done["made"], dt.date(2026, 3, 5)
    visitors = {row.split(",")[1] for row in rows if "Visitor" in row}
    assert done["problems"] == []
    assert done["rows"] == 500
    assert made["meetings"] == 1
    assert made["members"] == 0
    assert made["slips"] + sum("Visitor" in row for row in rows) == 500
    assert made["slips"] == len(stored(staffed, slips))
    assert {row.name for row in stored(staffed, visits)} == visitors
    assert {row.name for row in stored(staffed, members, today)} == set(ROSTER)
    assert set(done["unmatched"]) <= {*strangers, *visitors}


def test_a_slips_file_makes_the_meeting_of_its_date_and_visits_of_its_visitors(
    staffed: Path, tmp_path: Path, command: Run
) -> None:
    path = written(
        tmp_path / "slips.csv",
        f"{SLIPS}\nAna Muster,Bruno Beispiel,Referral,Tier 2 (outside),,,\nAna Muster,David Gast,Visitor,,,,\n",
    )
    (done,) = parsed(load(command, staffed, path, "--date", DAY))
    assert (done["made"]["meetings"], done["made"]["slips"], done["made"]["visits"]) == (1, 1, 1)
    assert done["problems"] == []
    assert [row.date.isoformat() for row in stored(staffed, meetings)] == [DAY]
    (slip,) = stored(staffed, slips)
    assert (slip.kind, slip.giver, slip.receiver, slip.tier) == (
        SlipKind.REFERRAL, "Ana Muster", "Bruno Beispiel", "outside",
    )  # fmt: skip
    (visit,) = stored(staffed, visits)
    assert (visit.name, visit.inviter, visit.attended, visit.kind) == (
        "David Gast", "Ana Muster", True, VisitKind.FIRST,
    )  # fmt: skip


def test_a_slips_file_without_a_date_is_refused_and_stores_nothing(staffed: Path, tmp_path: Path, command: Run) -> None:
    path = written(tmp_path / "slips.csv", f"{SLIPS}\nAna Muster,Bruno Beispiel,Referral,Tier 1 (inside),,,\n")
    before = stored(staffed, slips)
    (done,) = parsed(load(command, staffed, path), 2)
    assert done["refused"]
    assert set(done["made"].values()) == {0}
    assert stored(staffed, slips) == before == []


def test_a_summary_whose_total_exceeds_its_rows_stores_every_member_and_explains_the_difference(
    staffed: Path, tmp_path: Path, command: Run
) -> None:
    path = written(
        tmp_path / "summary.csv",
        f"{SUMMARY}\n"
        "Ana,Muster,11,1,0,0,0,6,11,4,9,2,31,24850.00,22,0\n"
        "Bruno,Beispiel,12,0,0,0,0,1,0,2,0,0,4,100.00,0,0\n"
        "Visitors,,12,0,0,0,0,0,0,0,0,0,0,120.00,0,0\n"
        "BNI,,12,0,0,0,0,0,0,1,1,0,0,3000.00,0,0\n"
        "Total,,30,2,0,0,0,9,11,7,10,2,35,28080.50,22,0\n",
    )
    words = (path, "--from", "2025-10-01", "--to", "2025-12-31")
    (dry,) = parsed(load(command, staffed, *words, "--dry-run"))
    assert stored(staffed, totals) == []
    (done,) = parsed(load(command, staffed, *words))
    assert dry == done
    assert done["made"]["period_totals"] == 2
    assert done["refused"] is None
    assert done["difference"] == {"P": 7, "A": 1, "RGI": 2, "TYFCB": 10.5}
    assert stored(staffed, totals)


def test_unknown_rows_of_a_summary_become_members_only_when_asked_for(
    staffed: Path, tmp_path: Path, command: Run
) -> None:
    text = f"{SUMMARY}\nAna,Muster,1,0,0,0,0,0,0,0,0,0,0,0,0,0\nDora,Neu,1,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
    path = written(tmp_path / "summary.csv", text)
    words = (path, "--from", "2025-10-01", "--to", "2025-12-31")
    (without,) = parsed(load(command, staffed, *words, "--dry-run"))
    assert (without["made"]["members"], without["unmatched"]) == (0, ["Dora Neu"])
    (done,) = parsed(load(command, staffed, *words, "--add-members"))
    assert done["made"]["members"] == 1
    new = [row for row in stored(staffed, members, dt.date(2020, 1, 1)) if row.name == "Dora Neu"]
    assert [row.start for row in new] == [None]


def test_the_same_file_again_is_refused_unless_it_replaces(staffed: Path, tmp_path: Path, command: Run) -> None:
    path = written(tmp_path / "slips.csv", f"{SLIPS}\nAna Muster,Bruno Beispiel,One-to-One,,,,\n")
    words = (path, "--date", DAY)
    parsed(load(command, staffed, *words))
    (again,) = parsed(load(command, staffed, *words), 2)
    assert again["refused"]
    assert len(stored(staffed, slips)) == 1
    parsed(load(command, staffed, *words, "--replace"))
    assert len(stored(staffed, slips)) == 1


def test_one_refused_file_stops_the_whole_import(staffed: Path, tmp_path: Path, command: Run) -> None:
    good = written(tmp_path / "slips.csv", f"{SLIPS}\nAna Muster,Bruno Beispiel,One-to-One,,,,\n")
    bad = written(tmp_path / "letter.txt", "Dear all,\nsee you on Thursday.\n")
    objects = parsed(load(command, staffed, good, bad, "--date", DAY), 2)
    assert {one["file"]: one["refused"] is None for one in objects} == {"slips.csv": True, "letter.txt": False}
    assert all(set(one["made"].values()) == {0} for one in objects)
    assert stored(staffed, slips) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["none.csv"], "none.csv"),
        (["roster.csv", "--chapter", "Otra"], "it has: Ribera"),
        (["roster.csv", "--from", "2026-01-01"], "go together"),
        (["roster.csv", "--date", "5/3/2026"], "not a date"),
        (["roster.csv", "--colour", "red"], "--colour"),
        (["roster.csv", "--file", "none.chapterdesk"], "does not exist"),
    ],
)
def test_exit_2_prints_an_array_and_one_line(
    staffed: Path, tmp_path: Path, command: Run, words: list[str], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = command("import", "--file", staffed, "--chapter", "Ribera", *words, "--json")
    for one in parsed(done, 2):
        assert one["refused"]
    assert reason in done.err


def test_without_json_the_outcome_is_a_text(staffed: Path, tmp_path: Path, command: Run) -> None:
    path = written(tmp_path / "slips.csv", f"{SLIPS}\nAna Muster,Zoe Fremd,Referral,Tier 1 (inside),,,\n")
    words = ("import", path, "--file", staffed, "--chapter", "Ribera", "--date", DAY, "--language", "es")
    dry = command(*words, "--dry-run")
    assert (dry.code, dry.err) == (0, "")
    assert "se crearían" in dry.out
    done = command(*words)
    assert "creado: 1 reunión, 1 papeleta" in done.out
    assert "sin reconocer: Zoe Fremd" in done.out
    letter = written(tmp_path / "letter.txt", "Hasta el jueves.\n")
    unknown = command("import", letter, "--file", staffed, "--chapter", "Ribera", "--language", "es")
    assert (unknown.code, "formato desconocido" in unknown.out) == (2, True)
    again = command(*words)
    assert (again.code, "rechazado" in again.out) == (2, True)
    assert again.err.startswith("chapterdesk: slips.csv: ")
    assert again.err.rstrip().endswith("No se ha guardado nada.")


def test_unreadable_values_and_differences_are_reported_with_their_place(
    staffed: Path, tmp_path: Path, command: Run
) -> None:
    text = f"{SUMMARY}\nAna,Muster,x,0,0,0,0,0,0,0,0,0,0,0,0,0\nTotal,,3,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
    path = written(tmp_path / "summary.csv", text)
    done = command(
        "import", path, "--file", staffed, "--chapter", "Ribera", "--from", "2025-10-01", "--to", "2025-12-31",
        "--language", "es",
    )  # fmt: skip
    assert done.code == 0
    assert "fila 2, P: " in done.out
    assert "el Total del archivo difiere en P: 3" in done.out


def test_a_file_that_is_open_in_a_window_is_not_written_to(staffed: Path, tmp_path: Path, command: Run) -> None:
    with DeskFile.open(staffed):
        done = load(command, staffed, tmp_path / "roster.csv", "--add-members")
    assert done.code == 2
    assert "another window" in done.err
