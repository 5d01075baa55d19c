"""Histories of a hundred random actions on all tables, undone to the start and redone.

CHAPTERDESK_HISTORIES is how many lives (2 in the short run); every other one is of an encrypted file.
"""

import collections
import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from chapterdesk.store.keeping.check import check
from chapterdesk.store.sqlite.file import STEPS, DeskFile
from chapterdesk.store.tables import ChangeLog
from tests.store.histories import Life, state

LIVES = int(os.environ.get("CHAPTERDESK_HISTORIES", "2"))
PASSPHRASE = "four invented words here"


def logged(desk: DeskFile) -> int:
    """How many actions, undos and redos the permanent log holds."""
    with desk.read() as session:
        moments = select(ChangeLog.at, ChangeLog.via).distinct().subquery()
        return session.scalar(select(func.count()).select_from(moments)) or 0


@pytest.mark.parametrize("seed", range(LIVES))
def test_undoing_a_hundred_random_actions_gives_the_start_and_redoing_the_end(tmp_path: Path, seed: int) -> None:
    passphrase = PASSPHRASE if seed % 2 else None
    path = tmp_path / "life.chapterdesk"
    with DeskFile.create(path, passphrase) as desk:
        life = Life(desk, tmp_path, seed)
        life.begin()
        before = logged(desk)
        states = [state(desk)]
        while len(life.done) < STEPS:
            acted = life.act()
            now = state(desk)
            if acted:
                states.append(now)
            else:
                assert now == states[-1], "a refused change has stored something"
        assert check(desk) == [], life.done
        for at in range(STEPS, 0, -1):
            assert desk.undo() is not None
            assert state(desk) == states[at - 1], f"undoing {at}: {life.done[at - 1]}"
        assert desk.undo() is None
        for at in range(STEPS):
            assert desk.redo() is not None
            assert state(desk) == states[at + 1], f"redoing {at + 1}: {life.done[at]}"
        assert desk.redo() is None
        while desk.undo() is not None:
            pass
        assert state(desk) == states[0]
        while desk.redo() is not None:
            pass
        assert logged(desk) == before + 5 * STEPS  # done once, undone twice, redone twice
    with DeskFile.open(path, passphrase) as again:
        assert state(again) == states[-1]
        assert check(again) == []


def test_a_random_life_covers_every_table(tmp_path: Path) -> None:
    """Every kind of action happens, including an import, and every table gets rows; else the test proves little."""
    deeds: collections.Counter[str] = collections.Counter()
    tables: set[str] = set()
    for seed in range(3):
        with DeskFile.create(tmp_path / f"{seed}.chapterdesk") as desk:
            life = Life(desk, tmp_path, seed)
            life.begin()
            for _ in range(400):
                life.act()
                if desk.revision % 50 == 0:
                    tables |= {name for name, rows in state(desk).items() if rows}
            tables |= {name for name, rows in state(desk).items() if rows}
            deeds.update(life.done)
    wanted = {name.removeprefix("do_") for name in dir(Life) if name.startswith("do_")}
    assert wanted - deeds.keys() == set()
    assert set(state_tables()) - tables == {"column_mapping"}


def state_tables() -> list[str]:
    """The tables that undo covers."""
    from tests.store.histories import RECORDED

    return [table.name for table in RECORDED]
