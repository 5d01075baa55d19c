"""`chapterdesk --self-test [FILE]`: the program, installed or from source, tries out what it is made of.

For those who build and install it, and therefore not in --help. It tells what it found as one JSON object on standard
output, and in FILE as well: a program with a window has no output. Exit code 0 when all is well, else 1; standard error
stays silent then. It works in a folder of its own, which is gone afterwards, and touches nothing of the person's.
"""

import faulthandler
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chapterdesk.self_test.running import run

__all__ = ["main"]

LIMIT = 600
"""Seconds after which a self-test that hangs is ended, saying where."""


def main(arguments: Sequence[str] = ()) -> int:
    """Run all checks and tell what came of them; returns the exit code."""
    _watch()
    told = run()
    faulthandler.cancel_dump_traceback_later()
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    for name in arguments[:1]:
        Path(name).write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if told["ok"] else 1


def _watch() -> None:
    """Let a crash or a hang say where it was, on the standard error that there is now: it is caught later on."""
    with suppress(OSError, ValueError):  # a stream without a place to write to
        kept = os.dup(sys.stderr.fileno())
        if sys.platform != "win32":  # there it also tells of what a library catches and deals with
            faulthandler.enable(kept)
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=kept)
