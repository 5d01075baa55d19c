"""The files in resources/self_test: what they hold, and how they were made.

`python -m tests.self_test.material` writes them anew, but for the workbook of Excel 97, which needs xlwt. Nobody
in them exists.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from tests.importers.connect_files import Bold, csv_file, slips_file, summary_file, xlsx_file
from tests.store.released import kept

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "self_test"
HEADINGS = ("First Name", "Last Name", "Specialty", "Company", "Phone", "Email", "Join Date")
PEOPLE = (
    ("Ana", "García López", "Legal > Lawyers", "Bufete García", "600 100 201", "ana@example.org"),
    ("Bruno", "Martín Ruiz", "Building > Architects", "Estudio Martín", "600 100 202", "bruno@example.org"),
    ("Carmen", "Núñez Peña", "Health > Physiotherapy", "Clínica Núñez", "600 100 203", "carmen@example.org"),
    ("Ζωή", "Παππά", "Design > Interiors", "Ζωή Design", "600 100 204", "zoe@example.org"),
    ("Diego", "Ortega Sanz", "Media > Photography", "", "600 100 205", "diego@example.org"),
    ("Elena", "Álvarez Gil", "Design > Graphics", "Taller Álvarez", "600 100 206", "elena@example.org"),
    ("Łukasz", "Żak", "Transport > Removals", "Mudanzas Żak", "600 100 207", "lukasz@example.org"),
    ("Gloria", "Mateos", "Catering", "Güell & Ünal", "600 100 208", "gloria@example.org"),
    ("Hugo", "Vidal", "Insurance", "Seguros Jiménez", "600 100 209", "hugo@example.org"),
)
XLSX, XLS, CSV = PEOPLE[:4], PEOPLE[4:7], PEOPLE[7:]
"""The people in each file."""
SINCE = dt.date(2025, 1, 9)
DAY = "05/03/2026"
SLIPS = (
    ("Ana García López", "Bruno Martín Ruiz", "Referral", "Tier 1 (inside)", None, None, None),
    ("Bruno Martín Ruiz", "Carmen Núñez Peña", "Referral", "Tier 2 (outside)", None, None, None),
    ("Ζωή Παππά", "Łukasz Żak", "One-to-One", None, None, None, None),
    (None, "Ana García López", "TYFCB", None, "1234.50", None, None),
    ("Gloria Mateos", None, "CEU", None, None, "2", None),
    ("Ana García López", "David Gast", "Visitor", None, None, None, None),
    ("Elena Álvarez Gil", "Diego Ortega Sanz", "Referral", "Tier 1 (inside)", None, None, None),
    ("Bruno Martin Riuz", "Elena Álvarez Gil", "One-to-One", None, None, None, None),
)


def rows(people: tuple[tuple[str, ...], ...], *, bold: bool = True) -> list[tuple[Any, ...]]:
    """A list of members: the headings, then a line for each."""
    headings: tuple[Any, ...] = tuple(map(Bold, HEADINGS)) if bold else HEADINGS
    return [headings, *((*person, SINCE if bold else SINCE.isoformat()) for person in people)]


def summary() -> bytes:
    """Half a year of everybody, with footers."""
    lines: list[tuple[Any, ...]] = [
        (first, last, 20 + number, 1, 1, 0, 2, 6 + number, 11, 4, 9, 2, 31.0, 1000.25 * number, 5)
        for number, (first, last, *_) in enumerate(PEOPLE)
    ]
    lines.append(("Visitors", None, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 120.00, 0))
    lines.append(("BNI", None, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0.0, 3000.00, 0))
    totals = [sum(line[column] for line in lines) for column in range(2, 15)]
    lines.append(("Total", None, *totals))
    return summary_file(lines, first=dt.date(2025, 7, 1), last=dt.date(2025, 12, 31), run_at=dt.date(2026, 1, 7))


def files() -> dict[str, bytes]:
    """All of them by name, but for the workbook of Excel 97."""
    return {
        "members.xlsx": xlsx_file(rows(XLSX)),
        "members.csv": csv_file(rows(CSV, bold=False), ";", "cp850"),  # whose ü is no letter of Windows: it is guessed
        "summary.xls": summary(),
        "slips.xls": slips_file(SLIPS, title=f"Slips Audit Report for {DAY}"),
        "0001.chapterdesk.gz": kept("0001").read_bytes(),
    }


def main() -> None:
    """Write them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
