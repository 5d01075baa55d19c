"""Every report is the same after somebody was erased, except for the name."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from chapterdesk.document.blocks import Block, Chart, Entries, Figures, Heading, Table, Text
from chapterdesk.domain.periods import Period
from chapterdesk.reports import Dates, reports
from chapterdesk.store.members import former_members
from chapterdesk.store.rights.erasing import erase

from .conftest import TODAY, Press

NOW = dt.datetime(2026, 3, 6, 12)  # noqa: DTZ001 - the file keeps UTC without saying so
NAMES = [name for name in reports() if name not in {"person", "processing"}]  # these are about the person


def values(blocks: list[Block], names: dict[str, str]) -> Iterator[str]:
    """All texts of a report, with some names replaced."""

    def shown(value: Any) -> str:
        text = str(value)
        for name, other in names.items():
            text = text.replace(name, other)
        return re.sub(r"\bX( X)+\b", "X", text)

    for block in blocks:
        match block:
            case Heading() | Text():
                yield shown(block.text)
            case Figures() | Entries():
                yield from (shown(item) for item in block.items)
            case Chart():
                yield shown(block)
            case Table():
                for row in (*block.rows, *block.totals):
                    cells = [shown(column.get(row) if column.get(row) is not None else "") for column in block.columns]
                    yield re.sub(r"\bX( X)+\b", "X", " ".join(cell for cell in cells if cell))
            case _:
                yield shown(block)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_as_before(small: Press, name: str) -> None:
    with small.desk.read() as s:
        elena = former_members(s, small.chapter, TODAY)[0]
    hint = reports()[name].field_of(Dates)
    options: dict[str, Any] = {hint: Dates(period=Period(dt.date(2025, 1, 1), TODAY))} if hint else {}
    before = list(values(small.blocks(name, **options), {"Elena": "X", "Álvarez Gil": "X"}))
    called = erase(small.desk, elena.person_id, small.folder / "erased.json", NOW)
    after = list(values(small.blocks(name, **options), {called: "X"}))
    assert sorted(after) == sorted(before)  # a row can stand elsewhere: its name has changed
