"""Mutated files: each is read or refused with a reason, and none causes a fault.

Some hundreds of a kind here; `python -m tests.endurance mutations` takes 10,000.
"""

import pytest

from chapterdesk.importers import detect, importers, outcome_json, prepare
from chapterdesk.importers.reading import container
from chapterdesk.importers.reading.containers import READERS
from tests.importers.desk import Importing
from tests.importers.mutations import GOOD, SAID, go_through

ROUNDS = 200


def test_every_format_and_every_container_has_a_file_to_mutate() -> None:
    assert {detect(data) for data in GOOD.values()} == set(importers())
    assert {container(data) for data in GOOD.values()} == set(READERS)


@pytest.mark.parametrize("kind", GOOD)
def test_no_mutated_file_causes_a_fault(importing: Importing, kind: str) -> None:
    refused, stored = go_through(importing, kind, ROUNDS)
    assert refused
    assert stored


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_may_be_cut_anywhere(importing: Importing, kind: str) -> None:
    data = GOOD[kind]
    for end in range(0, len(data), max(1, len(data) // 60)):
        (preview,) = prepare(importing.desk, importing.chapter_id, [importing.put(data[:end], "cut")], SAID)
        assert preview.ready or outcome_json(preview)["refused"]
