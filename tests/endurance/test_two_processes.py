"""Several programs on one file: one writes, the others are refused or read whole states."""

import os
from pathlib import Path

import pytest

from chapterdesk.store.sqlite.faults import HeldError
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, new_desk, whole_groups
from tests.endurance.kills import answer, child


@pytest.fixture
def path(tmp_path: Path) -> Path:
    new_desk(tmp_path / NAME, None, groups=1)
    return tmp_path / NAME


def test_the_second_program_learns_who_holds_the_file_and_a_killed_one_holds_nothing(path: Path) -> None:
    with child("hold", path) as process:
        assert answer(process) == "ready"
        with pytest.raises(HeldError) as refused:
            DeskFile.open(path)
        assert refused.value.holder is not None
        assert refused.value.holder.process == process.pid
        assert whole_groups(path, None, read_only=True) == 1
        process.kill()
        process.wait()
        assert path.with_name(path.name + ".lock").exists()  # the leftovers of the killed one have no effect
        with DeskFile.open(path) as desk:
            with pytest.raises(HeldError) as refused:
                DeskFile.open(path)
            assert refused.value.holder is not None
            assert refused.value.holder.process == os.getpid()
            assert not desk.read_only


def test_programs_that_contend_for_a_file_never_write_it_at_once(path: Path) -> None:
    times, programs = 20, 3
    with (
        child("contend", path, times, 1) as one,
        child("contend", path, times, 2) as two,
        child("contend", path, times, 3) as three,
    ):
        told = [answer(process).split() for process in (one, two, three)]
    assert [int(done) for done, _ in told] == [times] * programs
    assert whole_groups(path, None) == 1 + times * programs
    lines = path.with_suffix(".told").read_text("utf-8").split()
    assert len(lines) == 2 * times * programs
    for begun, ended in zip(lines[::2], lines[1::2], strict=True):
        assert (begun[0], ended[0]) == ("+", "-")
        assert begun[1:] == ended[1:]


def test_reports_exports_and_checks_see_whole_states_while_another_program_writes(path: Path) -> None:
    with child("write", path, "plain") as writer, child("look", path, 2.5) as one, child("look", path, 2.5) as two:
        assert answer(writer) == "ready"
        for process in (one, two):
            looks, states = map(int, answer(process).split())
            assert looks >= 3
            assert states >= 2
