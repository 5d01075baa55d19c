"""Workbooks of Excel 97: read with days and bold, and never a danger to the program."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from chapterdesk.importers.reading import UnreadableError, biff, read_sheet
from chapterdesk.importers.reading.sheet import SheetBuilder
from tests.importers.mutations import BIFF, SLIP_ROWS


def test_a_workbook_of_excel_97_is_read_with_its_bold_cells() -> None:
    sheet = read_sheet(BIFF.read_bytes())
    assert [[row.text(column) for column in range(1, 8)] for row in sheet.rows] == [
        [str(cell).removesuffix(".00") for cell in row] for row in SLIP_ROWS
    ]
    assert all(cell.bold for cell in sheet.rows[0].cells.values())
    assert not any(cell.bold for cell in sheet.rows[1].cells.values())


class Book:
    """What a day needs to know of its workbook."""

    datemode = 0


def test_dates_and_numbers_are_told_apart() -> None:
    assert biff.day_or_number(Book, 46149.0) == dt.datetime(2026, 5, 7)  # noqa: DTZ001 - days of a spreadsheet have no zone
    assert biff.day_or_number(Book, 1e300) == 1e300


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_a_wrong_directory_size_does_not_crash_the_program() -> None:
    """Calamine asked for as many gigabytes as a few wrong bytes said, and the system ended the process."""
    program = """
import random, resource, sys
from tests.importers.mutations import BIFF, mutated
from chapterdesk.importers.reading import UnreadableError, read_sheet
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
chance = random.Random("biff 1")
for _ in range(150):
    try:
        read_sheet(mutated(BIFF.read_bytes(), chance))
    except UnreadableError:
        pass
print("alive")
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=root, check=True)
    assert done.stdout == "alive\n"


def test_an_error_of_xlrd_is_reported_as_damage() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        biff.read(BIFF.read_bytes()[:2000], SheetBuilder())
