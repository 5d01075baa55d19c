"""The import of 2,000 slips, preview included, against reading the XML alone."""

import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import defusedxml.ElementTree as Xml

from chapterdesk.importers import Hints, apply, prepare
from chapterdesk.store.members import members
from chapterdesk.store.sqlite.file import DeskFile
from tests.bench.measure import Line, compared
from tests.bench.region import LAST
from tests.importers.connect_files import slips_file

SLIPS = 2000
CHAPTER = 5


def export(names: list[str], chance: random.Random) -> bytes:
    """A realistic slips file: one row in six is a repeat, a third have unknown names."""
    rows: list[tuple[str | None, ...]] = []
    while len(rows) < SLIPS:
        if rows and chance.random() < 1 / 6:
            rows.append(rows[-1])
            continue
        giver, receiver = chance.sample(names, 2)
        stranger = f"Gast {chance.randrange(200)} Fremd"
        other = stranger if chance.random() < 1 / 3 else receiver
        kind = chance.choices(("Referral", "One-to-One", "TYFCB", "CEU"), (45, 30, 15, 10))[0]
        if kind == "Referral":
            rows.append((giver, other, kind, "Tier 1 (inside)", None, None, None))
        elif kind == "One-to-One":
            rows.append((giver, other, kind, None, None, None, None))
        elif kind == "TYFCB":
            rows.append((None, receiver, kind, None, f"{chance.randrange(50, 9000)}.00", None, None))
        else:
            rows.append((giver, None, kind, None, None, "2", None))
    return slips_file(rows)


def lines(file: Path, times: int = 9) -> list[Line]:
    """Measure preview and import together; each is undone before the next."""
    chance = random.Random(1)
    mine, theirs = [], []
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        with DeskFile.open(copy) as desk:
            with desk.read() as session:
                names = [member.name for member in members(session, CHAPTER, LAST)]
            for _ in range(times + 1):
                data = export(names, chance)
                path = Path(folder) / "slips.xls"
                path.write_bytes(data)
                start = time.process_time()
                Xml.fromstring(data)
                theirs.append(time.process_time() - start)
                start = time.process_time()
                previews = prepare(desk, CHAPTER, [path], Hints(today=LAST, date=LAST.replace(day=4)))
                outcomes = apply(desk, previews)
                mine.append(time.process_time() - start)
                if outcomes[0].made.slips != SLIPS:
                    raise AssertionError(outcomes[0])
                desk.undo()
    ours, against = statistics.median(mine[1:]), statistics.median(theirs[1:])
    return [compared("Import of 2,000 slips, preview included", ours, against, 3, "to parse the XML")]
