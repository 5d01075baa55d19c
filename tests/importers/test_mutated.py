"""Files with anything changed in them: each is read or refused with a reason, and none is a fault of the program.

300 a format in the ordinary run; CHAPTERDESK_MUTATIONS says how many when it should be more.
"""

import datetime as dt
import os
import random
from typing import Any

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.importers import Hints, apply, outcome_json, prepare
from tests.importers.connect_files import attendance_file, csv_file, slips_file, summary_file, xlsx_file
from tests.importers.desk import HALF_YEAR, Importing

ROUNDS = int(os.environ.get("CHAPTERDESK_MUTATIONS", "300"))
DAYS: dict[str, Any] = {"first": HALF_YEAR.first, "last": HALF_YEAR.last}
ROSTER = (("Member Name", "Company Name", "Join Date", "Email"), ("Anna Muster", "A", "13/01/2024", "a@example.org"))
SLIP_ROWS = (
    ("From", "To", "Slip Type", "Inside/Outside", "TYFCB Amount", "CEU Credits", "Detail"),
    ("Anna Muster", "Bruno Beispiel", "Referral", "Tier 1 (inside)", "", "", ""),
    ("", "Anna Muster", "TYFCB", "", "400.00", "", "Gruppe"),
    ("Anna Muster", "David Gast", "Visitor", "", "", "", ""),
)
GOOD = {
    "summary": summary_file(
        [("Anna", "Muster", 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1.0, 400.0, 3), ("Total", None, 2, 0, 0, 0, 0)], **DAYS
    ),
    "attendance": attendance_file(("May 07", "May 14"), [("Anna", "Muster", "P", "A")], **DAYS),
    "slips": slips_file(SLIP_ROWS[1:], title="Slips Audit Report for 07/05/2026"),
    "members": csv_file(ROSTER),
    "workbook": xlsx_file(SLIP_ROWS),
    "text": csv_file(SLIP_ROWS, ";", "utf-16"),
}
SAID = Hints(
    today=dt.date(2026, 7, 2),
    date=dt.date(2026, 5, 7),
    period=Period(HALF_YEAR.first, HALF_YEAR.last),
    add_members=True,
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes: flipped, cut out, doubled, exchanged for others that mean something."""
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


@pytest.mark.parametrize("kind", GOOD)
def test_no_change_of_a_file_is_a_fault_of_the_program(importing: Importing, kind: str) -> None:
    chance = random.Random(f"{kind} 1")
    before = importing.counts()
    refused = stored = 0
    reasons: list[str] = []
    for _ in range(ROUNDS):
        path = importing.put(mutated(GOOD[kind], chance), "mutated")
        (preview,) = prepare(importing.desk, importing.chapter_id, [path], SAID)
        told = outcome_json(preview)
        assert all(text["text"] for text in told["problems"])
        if preview.ready:
            if chance.random() < 0.7:  # storing takes longer than looking
                continue
            try:
                apply(importing.desk, [preview])
            except ChapterError as error:
                reasons.append(str(error))
            else:
                stored += 1
                importing.desk.undo()
        else:
            assert told["refused"]
            refused += 1
    assert importing.counts() == before
    assert all(reasons)
    assert refused
    assert stored


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_can_end_anywhere(importing: Importing, kind: str) -> None:
    data = GOOD[kind]
    for end in range(0, len(data), max(1, len(data) // 60)):
        (preview,) = prepare(importing.desk, importing.chapter_id, [importing.put(data[:end], "cut")], SAID)
        assert preview.ready or outcome_json(preview)["refused"]
