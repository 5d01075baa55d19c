"""`chapterdesk --self-test [FILE]`: the program, installed or from source, tries out what it is made of.

For those who build and install it, and therefore not in --help. It tells what it found as one JSON object on standard
output, and in FILE as well: a program with a window has no output. Exit code 0 when all is well, else 1; standard error
stays silent then. It works in a folder of its own, which is gone afterwards, and touches nothing of the person's.
"""

import faulthandler
import io
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chapterdesk.self_test.running import run
from chapterdesk.self_test.seclusion import Seclusion

LIMIT = 600
"""Seconds after which a self-test that hangs is ended, saying where."""


def main(arguments: Sequence[str] = ()) -> int:
    """Run all checks and tell what came of them; returns the exit code."""
    told = _watched()
    text = json.dumps(run(), ensure_ascii=False, indent=2) + "\n"
    faulthandler.cancel_dump_traceback_later()
    if told:
        faulthandler.disable()
    for name in arguments[:1]:
        Path(name).write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if json.loads(text)["ok"] else 1


def _watched() -> bool:
    """Let a crash or a hang say where it was, on the real standard error; False where there is none."""
    with suppress(AttributeError, OSError, ValueError, io.UnsupportedOperation):
        faulthandler.enable(sys.stderr)
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=sys.stderr)
        return True
    return False


__all__ = ["Seclusion", "main", "run"]
