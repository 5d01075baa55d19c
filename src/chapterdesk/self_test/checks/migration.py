"""A file of the first release: it is backed up and migrated, loses nothing, and is sound afterwards."""

import gzip
from contextlib import closing
from pathlib import Path
from typing import Any

from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.store.keeping.backups import Reason, listed
from chapterdesk.store.keeping.check import check
from chapterdesk.store.keeping.counts import Counts, counts_of
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.file import DeskFile

OLD = "0001.chapterdesk.gz"


def run(bench: Bench) -> dict[str, Any]:
    """Return both versions; fails when data are lost, or no backup is made before."""
    place = bench.place("migration")
    path, backups = place / "old.chapterdesk", place / "backups"
    path.write_bytes(gzip.decompress(bench.shipped(OLD).read_bytes()))
    version = schema.verify(path, None)
    expect(version == 1, f"the old file is of version {version}")
    before = _counts(path)
    expect(before.rows > 0, "the old file is empty")
    with DeskFile.open(path, backups=backups) as desk:
        identity = desk.identity
        found = check(desk)
    expect(not found, f"after the migration: {[str(one) for one in found]}")
    expect(schema.verify(path, None) == schema.VERSION, "the file is not of the newest version")
    expect(_counts(path) == before, f"it held {before}, now {_counts(path)}")
    made = [one.reason for one in listed(backups, identity)]
    expect(made == [Reason.MIGRATION], f"the backups made before are {made}")
    return {"from": version, "to": schema.VERSION, "rows": before.rows}


def _counts(path: Path) -> Counts:
    with closing(cipher.connect(path, None, mode="ro")) as connection:
        return counts_of(connection)
