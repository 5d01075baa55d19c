"""chapterdesk report, reports and export."""

import csv
import dataclasses
import datetime as dt
import typing
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.reports import Dates, MeetingDay, Somebody, reports
from chapterdesk.store.chapters import add_chapter, chapter_named
from chapterdesk.store.meetings import add_meeting, edit_meeting
from chapterdesk.store.members import add_member
from chapterdesk.store.roll import mark
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import Run

DAY = dt.date(2026, 3, 5)
SUMMARY = "First name,Last name,P,A,L,M,S,RGI,RGO,RRI,RRO,V,1-2-1,TYFCB,CEU,T,attendance,referrals_per_week"
SLIPS = "date,kind,giver,receiver,tier,amount,credits,other chapter,note"


@pytest.fixture
def met(desk: Path) -> Path:
    """A chapter that met once, Ana present and Bruno absent."""
    with DeskFile.open(desk) as file, file.change("Fill") as session:
        chapter = chapter_named(session, "Ribera").id
        meeting = add_meeting(session, chapter, DAY)
        for name, code in (("Ana", Code.PRESENT), ("Bruno", Code.ABSENT)):
            mark(session, meeting, add_member(session, chapter, first_name=name, last_name="Ñíguez"), code)
        edit_meeting(session, meeting, status=MeetingStatus.COMPLETED)
    return desk


def lines(path: Path) -> list[str]:
    """The lines of a CSV file."""
    return path.read_bytes().decode("utf-8-sig").splitlines()


def test_the_summary_has_its_headings_its_rows_and_the_total(met: Path, tmp_path: Path, command: Run) -> None:
    out = tmp_path / "out.csv"
    done = command(
        "report", "summary", "--file", met, "--chapter", "ribera", "--from", "2026-03-01", "--to", "2026-03-31",
        "--language", "en", "--out", out,
    )  # fmt: skip
    assert (done.code, done.err, done.out) == (0, "", f"Written: {out}\n")
    heading, *rows = lines(out)
    assert heading == SUMMARY
    assert [row.split(",")[:4] for row in rows] == [
        ["Ana", "Ñíguez", "1", "0"],
        ["Bruno", "Ñíguez", "0", "1"],
        ["Not listed", "", "0", "0"],
        ["Others", "", "0", "0"],
        ["Visitors", "", "0", "0"],
        ["Total", "", "1", "1"],
    ]
    assert rows[0].endswith(",1.0000,0.0000")


def test_the_slips_have_their_headings(met: Path, tmp_path: Path, command: Run) -> None:
    out = tmp_path / "out.csv"
    assert command("report", "slips", "--file", met, "--chapter", "Ribera", "--language", "en", "--out", out).code == 0
    assert lines(out)[0] == SLIPS


@pytest.mark.parametrize("name", list(reports()))
def test_every_report_is_a_command_for_each_of_its_formats(met: Path, tmp_path: Path, command: Run, name: str) -> None:
    hints = typing.get_type_hints(reports()[name].options)
    day = ["--date", DAY] if MeetingDay in hints.values() else []
    if Somebody in hints.values():
        day += ["--person", "Ana Ñíguez"]
    for ending in reports()[name].formats:
        out = tmp_path / f"out.{ending}"
        done = command("report", name, "--file", met, "--chapter", "Ribera", *day, "--language", "es", "--out", out)
        assert (done.code, done.err, done.out) == (0, "", f"Guardado: {out}\n")
        match ending:
            case "pdf":
                assert len(PdfReader(out).pages) >= 1
            case "xlsx":
                assert CalamineWorkbook.from_path(out).sheet_names
            case _:
                assert next(csv.reader(lines(out), delimiter=";"))


@pytest.mark.parametrize("name", list(reports()))
def test_a_report_refuses_the_flags_of_others(met: Path, tmp_path: Path, command: Run, name: str) -> None:
    options = reports()[name].options
    kinds = typing.get_type_hints(options).values()
    foreign = [word for kind, word in ((Dates, "--from"), (MeetingDay, "--date")) if kind not in kinds]
    out = tmp_path / "out.pdf"
    for flag in [*foreign, "--colour"]:
        done = command("report", name, "--file", met, "--chapter", "Ribera", flag, "2026-03-05", "--out", out)
        assert done.code == 2
        assert flag in done.err
        assert len(done.err.splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize("name", list(reports()))
def test_every_option_of_a_report_has_a_flag(command: Run, name: str) -> None:
    done = command("report", name, "--help")
    assert done.code == 0
    hints = typing.get_type_hints(reports()[name].options)
    for field in dataclasses.fields(reports()[name].options):
        known = {Dates: "--from", MeetingDay: "--date"}
        assert known.get(hints[field.name], "--" + field.name.replace("_", "-")) in done.out


def test_the_flags_of_options_reach_the_report(met: Path, tmp_path: Path, command: Run) -> None:
    out = tmp_path / "out.pdf"
    words = ("report", "summary", "--file", met, "--chapter", "Ribera", "--out", out)
    assert command(*words, "--paper", "letter", "--rank", "--no-compare").code == 0
    assert round(float(PdfReader(out).pages[0].mediabox.height)) in {792, 612}
    wrong = command(*words, "--paper", "a0")
    assert (wrong.code, "a4, letter" in wrong.err.replace("'", "")) == (2, True)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--from", "2026-03-01"], "--from and --to go together"),
        (["--from", "2026-03-31", "--to", "2026-03-01"], "exchange the two dates"),
        (["--from", "31/03/2026", "--to", "2026-04-01"], "not a date like 2026-03-05"),
        (["--language", "fr"], "invalid choice"),
        (["--out", "a.docx"], "change the ending"),
        (["--chapter", "Otra"], "it has: Ribera"),
        (["--file", "none.chapterdesk"], "none.chapterdesk does not exist"),
    ],
)
def test_a_mistake_is_reported_in_one_line(
    met: Path, tmp_path: Path, command: Run, words: list[str], reason: str
) -> None:
    out = tmp_path / "out.csv"
    done = command("report", "summary", "--file", met, "--chapter", "Ribera", "--out", out, *words)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err
    assert len(done.err.splitlines()) == 1
    assert not out.exists()


def test_an_unknown_report_is_refused_with_the_known_ones(command: Run) -> None:
    done = command("report", "palms")
    assert done.code == 2
    assert all(name in done.err for name in reports())


def test_the_language_is_the_chapter_s_unless_another_is_asked_for(tmp_path: Path, command: Run) -> None:
    path, out = tmp_path / "a.chapterdesk", tmp_path / "out.csv"
    assert command("new", path, "--chapter", "Ribera", "--language", "es").code == 0
    assert command("report", "summary", "--file", path, "--chapter", "Ribera", "--out", out).code == 0
    assert lines(out)[0].startswith("Nombre;Apellidos;")
    words = ("report", "summary", "--file", path, "--chapter", "Ribera", "--out", out, "--language", "en")
    assert command(*words).code == 0
    assert lines(out)[0] == SUMMARY


def test_report_and_export_work_while_a_window_writes(met: Path, tmp_path: Path, command: Run) -> None:
    with DeskFile.open(met) as desk, desk.change("Edit") as session:
        add_chapter(session, name="Tercera")
        session.flush()
        for words in (("report", "roster"), ("export", "members")):
            out = tmp_path / f"{words[1]}.csv"
            assert command(*words, "--file", met, "--chapter", "Ribera", "--out", out).code == 0
            assert "Ñíguez" in out.read_text("utf-8-sig")


def test_reports_lists_them_in_the_language_asked_for(command: Run) -> None:
    english, spanish = command("reports"), command("reports", "--language", "es")
    assert [line.split()[0] for line in english.out.splitlines()] == list(reports())
    assert len(spanish.out.splitlines()) == len(reports())
    assert spanish.out != english.out


@pytest.mark.parametrize("what", ["members", "slips", "attendance"])
def test_export_writes_data_in_both_formats(met: Path, tmp_path: Path, command: Run, what: str) -> None:
    for ending in ("csv", "xlsx"):
        out = tmp_path / f"out.{ending}"
        done = command("export", what, "--file", met, "--chapter", "Ribera", "--out", out, "--language", "es")
        assert (done.code, done.err, done.out) == (0, "", f"Guardado: {out}\n")
        assert out.stat().st_size > 0


def test_export_refuses_what_it_does_not_know(met: Path, tmp_path: Path, command: Run) -> None:
    words = ("--file", met, "--chapter", "Ribera", "--out", tmp_path / "out.csv")
    assert command("export", "photos", *words).code == 2
    assert command("export", "members", *words, "--date", "2026-03-05").code == 2


def test_a_person_is_named_whole_and_never_guessed(met: Path, tmp_path: Path, command: Run) -> None:
    out = tmp_path / "out.csv"
    words = ("report", "person", "--file", met, "--chapter", "Ribera", "--language", "en", "--out", out, "--person")
    assert command(*words, "Ñíguez, Ana").code == 0
    assert "person,1,first_name,Ana" in lines(out)
    out.unlink()
    part = command(*words, "Ana")
    assert (part.code, "Nobody in the file is called “Ana”" in part.err) == (2, True)
    with DeskFile.open(met) as file, file.change("Another") as session:
        add_member(session, chapter_named(session, "Ribera").id, first_name="Ana", last_name="Ñíguez")
    several = command(*words, "Ana Ñíguez")
    assert (several.code, "2 people are called “Ana Ñíguez”" in several.err) == (2, True)
    assert not out.exists()


def test_a_person_report_about_nobody_is_refused(met: Path, tmp_path: Path, command: Run) -> None:
    out = tmp_path / "out.pdf"
    words = ("report", "person", "--file", met, "--chapter", "Ribera", "--out", out)
    for said in (words, (*words, "--person", " ")):
        done = command(*said)
        assert done.code == 2
        assert "--person with the whole name or the e-mail" in done.err
        assert not out.exists()
