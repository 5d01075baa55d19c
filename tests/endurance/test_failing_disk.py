"""A disk that fails at the Nth write: each operation is done or not done, reports it, and succeeds when repeated.

A sample of all N here; `python -m tests.endurance faults` takes every one.
"""

from pathlib import Path

import pytest

from tests.endurance.interrupting import WAYS
from tests.endurance.interruptions import compiled, interrupt, wrong


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("library"))


@pytest.mark.parametrize(("kind", "ways"), [("plain", [*[*WAYS][:3], "torn"]), ("encrypted", ["full once", "torn"])])
def test_a_failing_write_leaves_the_old_state_or_the_new_one(library: Path, kind: str, ways: list[str]) -> None:
    reports = interrupt("faults", "--files", kind, "--limit", 1, "--ways", *ways, library=library)
    assert wrong(reports) == []
    assert {report["way"] for report in reports} == set(ways)
    assert sum(report["refusals"] for report in reports) > 5


def test_the_failing_disk_intercepts_every_write_of_the_program(library: Path) -> None:
    """SQLite inside the driver, Python's own files, and the system calls that copy: a small operation of each."""
    asked = ("--operations", "save", "report", "--ways", "killed", "--files", "plain", "--limit", 1)
    reports = interrupt("faults", *asked, library=library)
    writes = {report["operation"]: report["writes"] for report in reports}
    assert writes["save"] > 20  # pages of the -wal, and the -wal itself
    assert writes["report"] == 5  # opened, written, flushed, renamed, the part removed
