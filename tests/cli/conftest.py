"""Running commands in this process and catching their output and exit code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from chapterdesk.cli import run
from chapterdesk.cli.files import VARIABLE


@dataclass(frozen=True)
class Done:
    """The exit code and the output of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `chapterdesk` with the given words; no terminal, and no passphrase but one set by the test."""
    monkeypatch.delenv(VARIABLE, raising=False)

    def call(*words: object) -> Done:
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return Done(code, out, err)

    return call


@pytest.fixture
def desk(tmp_path: Path, command: Run) -> Path:
    """A desk file with the chapter Ribera, which meets on Thursdays."""
    path = tmp_path / "mesa.chapterdesk"
    assert command("new", path, "--chapter", "Ribera", "--weekday", "thursday").code == 0
    return path
