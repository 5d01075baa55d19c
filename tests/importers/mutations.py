"""Mutated files of every format and every container.

`go_through` reads each like the program and imports some: none may cause a fault.
"""

import datetime as dt
import hashlib
import random
from pathlib import Path
from typing import Any

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.importers import Hints, apply, outcome_json, prepare
from tests.importers.connect_files import attendance_file, csv_file, slips_file, summary_file, xlsx_file
from tests.importers.desk import HALF_YEAR, Importing
from tests.importers.test_reading import ods_cell, ods_file

BIFF = Path(__file__).parents[1] / "data" / "imports" / "slips.xls"
"""A workbook of Excel 97 with the rows of SLIP_ROWS; no library that is used here writes such files."""
DAYS: dict[str, Any] = {"first": HALF_YEAR.first, "last": HALF_YEAR.last}
ROSTER = (("Member Name", "Company Name", "Join Date", "Email"), ("Anna Muster", "A", "13/01/2024", "a@example.org"))
SLIP_ROWS = (
    ("From", "To", "Slip Type", "Inside/Outside", "TYFCB Amount", "CEU Credits", "Detail"),
    ("Anna Muster", "Bruno Beispiel", "Referral", "Tier 1 (inside)", "", "", ""),
    ("", "Anna Muster", "TYFCB", "", "400.00", "", "Gruppe"),
    ("Anna Muster", "David Gast", "Visitor", "", "", "", ""),
)


def _page(rows: Any) -> bytes:
    """A table in HTML."""
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<html><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></html>".encode()


GOOD = {
    "summary": summary_file(
        [("Anna", "Muster", 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1.0, 400.0, 3), ("Total", None, 2, 0, 0, 0, 0)], **DAYS
    ),
    "attendance": attendance_file(("May 07", "May 14"), [("Anna", "Muster", "P", "A")], **DAYS),
    "slips": slips_file(SLIP_ROWS[1:], title="Slips Audit Report for 07/05/2026"),
    "members": csv_file(ROSTER),
    "workbook": xlsx_file(SLIP_ROWS),
    "text": csv_file(SLIP_ROWS, ";", "utf-16"),
    "open document": ods_file(
        "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in SLIP_ROWS)
    ),
    "biff": BIFF.read_bytes(),
    "page": _page(SLIP_ROWS),
    "tabs": csv_file(SLIP_ROWS, "\t", "cp1252", "sep=\t\r\n"),
}
SAID = Hints(
    today=dt.date(2026, 7, 2),
    date=dt.date(2026, 5, 7),
    period=Period(HALF_YEAR.first, HALF_YEAR.last),
    add_members=True,
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes: flip, cut, double or replace them by meaningful ones."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(found) or 1)
        size = chance.choice((1, 2, 10, 200))
        match chance.randrange(6):
            case 0:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = found[at : at + size]
            case 3:
                found[at : at + size] = bytes(chance.randrange(256) for _ in range(size))
            case 4:
                tokens = (
                    b"\x00",
                    b"9" * 40,
                    b"-1",
                    b"<",
                    b"&a;",
                    b'"',
                    b";",
                    b"1E+99",
                    b"\xff\xfe",
                    b"0/0/0000",
                    b"16385",
                )
                found[at : at + size] = chance.choice(tokens)
            case _:
                found = found[:at] if chance.random() < 0.2 else found
    return bytes(found)


def go_through(importing: Importing, kind: str, rounds: int, seed: object = 1) -> tuple[int, int]:
    """Read `rounds` mutated files of a kind and import a third; return how many were refused, and how many stored.

    Asserts that each refusal has its reason, that no file was touched and that nothing is left.
    """
    chance = random.Random(f"{kind} {seed}")
    before = importing.counts()
    refused = stored = 0
    for _ in range(rounds):
        data = mutated(GOOD[kind], chance)
        path = importing.put(data, "mutated")
        (preview,) = prepare(importing.desk, importing.chapter_id, [path], SAID)
        told = outcome_json(preview)
        assert all(text["text"] for text in told["problems"])
        if not preview.ready:
            assert told["refused"]
            refused += 1
        elif chance.random() < 0.3:  # storing takes longer than looking
            try:
                apply(importing.desk, [preview])
            except ChapterError as error:
                assert str(error)  # noqa: PT017 - that it was refused is not the question here
            else:
                stored += 1
                importing.desk.undo()
        assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()
    assert importing.counts() == before
    return refused, stored
