"""The demo: it is made from the shipped names, trades and texts, is sound and has enough data."""

from contextlib import closing
from dataclasses import asdict
from typing import Any

from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.store.keeping.check import check
from chapterdesk.store.keeping.counts import counts_of
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile


def run(bench: Bench) -> dict[str, Any]:
    """Return the counts of the demo; fails when there is too little data, or when the file is not sound."""
    with closing(cipher.connect(bench.demo, None, mode="ro")) as connection:
        counts = counts_of(connection)
    expect(counts.chapters == 3, f"the demo has {counts.chapters} chapters")
    expect(counts.members > 60 and counts.slips > 2_000, f"the demo holds {counts}")
    with DeskFile.open(bench.copy_of_demo("demo-copy"), read_only=True) as desk:
        found = check(desk)
    expect(not found, f"the demo is not sound: {[str(one) for one in found]}")
    return asdict(counts)
