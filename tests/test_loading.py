"""The program loads fast: what its start and its end spare."""

import builtins
import subprocess
import sys
from contextlib import suppress

from chapterdesk.loading import GARBAGE_AFTER, without_import_hook

COMMAND = "import sys; sys.argv = ['chapterdesk', 'reports']; from chapterdesk.__main__ import main; main()\n"


def said_after_a_command(code: str, command: str = COMMAND) -> str:
    """Run a command in a fresh interpreter, then code; return the last line that was written."""
    done = subprocess.run([sys.executable, "-c", command + code], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()[-1]


def test_a_command_seldom_looks_for_garbage_and_not_at_all_at_its_end() -> None:
    said = said_after_a_command("import gc; print(gc.get_threshold()[0], gc.get_freeze_count() > 1000)")
    assert said == f"{GARBAGE_AFTER} True"


def test_a_command_keeps_no_import_hook_of_qt() -> None:
    said = said_after_a_command("import builtins; print('PySide6.QtCore' in sys.modules, builtins.__import__)")
    assert said == "True <built-in function __import__>"


def test_the_import_hook_is_removed_when_the_import_fails() -> None:
    plain = builtins.__import__
    with suppress(ImportError), without_import_hook():
        builtins.__import__ = lambda *_: None  # type: ignore[assignment]
        raise ImportError
    assert builtins.__import__ is plain


def test_the_command_of_one_report_loads_no_other() -> None:
    command = COMMAND.replace("'reports'", "'report', 'summary', '--help'")
    code = "print([name for name in ('summary', 'slips', 'person') if f'chapterdesk.reports.{name}' in sys.modules])"
    assert said_after_a_command(code, command) == "['summary']"
