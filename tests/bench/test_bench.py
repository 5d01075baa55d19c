"""The measuring is sound: the region is always the same, and the tables in the README files say what was reached."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from chapterdesk.domain.periods import six_months_ending
from chapterdesk.store.chapters import chapters
from chapterdesk.store.members import members
from chapterdesk.store.slips import slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.opening import make_filled
from chapterdesk.store.statistics import summary
from tests.bench import __main__ as bench
from tests.bench import commands, figures, ways
from tests.bench.measure import Line, compared
from tests.bench.region import LAST, SEATS, WEEKS_A_YEAR, Region


def test_the_region_is_the_same_every_time_and_as_large_as_it_says(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_filled(tmp_path / name, Region(years=1, slips=2, chapters=2).rows())
    with DeskFile.open(tmp_path / "one") as desk, desk.read() as session:
        assert [row.name for row in chapters(session)] == ["Chapter 1", "Chapter 2"]
        assert len(members(session, 1, LAST)) == SEATS
        found = slips(session, 2)
        assert len(found) == 2 * WEEKS_A_YEAR
    with DeskFile.open(tmp_path / "two") as desk, desk.read() as session:
        assert slips(session, 2) == found


def test_the_hand_written_summary_agrees_and_a_difference_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "region.chapterdesk"
    make_filled(path, Region(years=1, slips=12, chapters=5).rows())
    from chapterdesk.store.sqlite import cipher

    connection = cipher.connect(path, None, mode="ro")
    by_hand = figures.by_hand(connection, figures.CHAPTER, figures.PERIOD)
    connection.close()
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        ours = summary(session, figures.CHAPTER, figures.PERIOD)
        figures.check_same(ours, by_hand)
        by_hand[0][ours.rows[3].name]["RGO"] += 1
        with pytest.raises(AssertionError, match="RGO"):
            figures.check_same(ours, by_hand)


def test_a_line_compares_and_says_whether_the_promise_is_kept() -> None:
    assert compared("A thing", 0.0123, 0.01, 2, "by hand").cells() == (
        "A thing",
        "12.3 ms",
        "10.0 ms by hand",
        "1.23 ×",
        "2.00 ×",
        "yes",
    )
    assert Line("Memory", "260 MB", "", 260, 250, "MB").cells()[3:] == ("260 MB", "250 MB", "**no**")


def test_a_line_without_a_bound_is_there_for_information() -> None:
    line = compared("A thing", 2, 1, None, "elsewhere")
    assert line.kept
    assert line.cells()[3:] == ("2.00 ×", "", "")


def test_the_commands_that_are_measured_write_their_files(tmp_path: Path) -> None:
    measured = commands.Commands(tmp_path)
    taken = measured.best(1, measured.reading("export", "members", out="members.csv"))
    assert len(taken) == 1
    assert taken[0] > 0.1
    assert (tmp_path / "members.csv").stat().st_size > 1000


def test_new_tables_replace_the_old_ones(tmp_path: Path) -> None:
    readmes = short, full = tmp_path / "README.md", tmp_path / "TESTS.md"
    for readme in readmes:
        readme.write_text("# A\n\n<!-- bench -->\nearlier\n<!-- /bench -->\n\n## B\n", "utf-8")
    lines = [compared("A thing", 1, 2, 2, "by hand"), compared("Another", 3, 1, 2, "by hand")]
    bench.write(lines, dt.date(2026, 3, 5), *readmes)
    for readme in readmes:
        text = readme.read_text("utf-8")
        assert text.startswith("# A\n\n<!-- bench -->\nMeasured on 2026-03-05")
        assert text.endswith("|\n<!-- /bench -->\n\n## B\n")
        assert "earlier" not in text
    assert "| A thing | 1000 ms | 2000 ms by hand | 0.50 × | 2.00 × | yes |\n" in full.read_text("utf-8")
    assert "| A thing | 0.50 × | 2.00 × |\n| Another | **3.00 ×** | 2.00 × |\n" in short.read_text("utf-8")


def test_a_trace_counts_calls_of_our_own_files_and_the_modules_they_are_in() -> None:
    trace = ways.Trace()
    with ways.counted(trace):
        first = six_months_ending(LAST)
        Path("a").with_suffix(".b")  # not ours
        six_months_ending(LAST)
    six_months_ending(LAST)  # no longer counted
    assert first.last == LAST
    once = ways.Trace()
    with ways.counted(once):
        six_months_ending(LAST)
    assert trace.calls == 2 * once.calls > 0
    assert str(Path("domain", "periods.py")) in trace.modules
    assert trace.by_package == (0, 0, len(trace.modules))


def test_every_way_is_traced_on_all_threads(qapp: QApplication, tmp_path: Path) -> None:
    found = ways.Walk(tmp_path).run()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(found) == {way.name for way in ways.WAYS}
    for trace in found.values():
        assert trace.calls > trace.moves > len(trace.modules) > 10
    assert str(Path("document", "pdf.py")) in found[ways.REPORT.name].modules
    assert str(Path("store", "slips.py")) in found[ways.SLIP.name].modules
    assert str(Path("store", "keeping", "backups.py")) in found[ways.CLOSING.name].modules
    assert [line.what for line in ways.bounds(found)] == [f"Way: {way.name}" for way in ways.WAYS if way.bound]
    assert ways.table(found).count("\n") == len(ways.WAYS) + 1
