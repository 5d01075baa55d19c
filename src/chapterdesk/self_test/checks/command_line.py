"""The command line: every command exists, and a sequence of them works."""

import importlib
import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from chapterdesk.cli import COMMANDS
from chapterdesk.cli import run as run_command
from chapterdesk.cli.console import progress_bar
from chapterdesk.cli.files import VARIABLE
from chapterdesk.cli.window import WindowArguments
from chapterdesk.reports import reports
from chapterdesk.self_test.bench import Bench, expect


class Terminal(io.StringIO):
    """A stream that says it is a terminal, so that the progress bar is shown."""

    def isatty(self) -> bool:
        """It is."""
        return True


def run(bench: Bench) -> dict[str, Any]:
    """Return the commands; fails when one is missing or does not end with 0."""
    place = bench.place("command-line")
    file = str(place / "grupo.chapterdesk")
    where = ["--file", file, "--chapter", "Grupo Alameda"]
    expect(VARIABLE, "the passphrase has no variable")
    for command in COMMANDS.values():
        expect(importlib.import_module(f"chapterdesk.cli.commands.{command}").run, f"{command} does nothing")
    _do("new", file, "--chapter", "Grupo Alameda", "--language", "es")
    _do("import", str(bench.shipped("members.xlsx")), *where, "--add-members")
    _do("report", "roster", *where, "--out", str(place / "roster.pdf"))
    _do("export", "members", *where, "--out", str(place / "members.xlsx"))
    expect("sound" in _do("check", file), "the file is not sound")
    expect(set(reports()) <= set(_do("reports").split()), "the list of reports is not whole")
    expect((place / "roster.pdf").read_bytes().startswith(b"%PDF"), "the report is no PDF")
    _bar()
    expect(WindowArguments.read(["--demo"]).demo, "the arguments of the window are not understood")
    return {"commands": list(COMMANDS)}


def _do(*arguments: str) -> str:
    """Run a command and return its output; fails when it reports an error."""
    said, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        code = run_command(list(arguments))
    expect(code == 0 and not complained.getvalue(), f"{arguments[0]} ends with {code}: {complained.getvalue()}")
    return said.getvalue()


def _bar() -> None:
    """Show the progress bar on a simulated terminal."""
    terminal = Terminal()
    with redirect_stderr(terminal), progress_bar(str) as progress:
        progress.step(1, 2, "half")
    expect("50 %" in terminal.getvalue(), "no bar shows the progress")
