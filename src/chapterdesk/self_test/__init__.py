"""`chapterdesk --self-test [FILE]`: the program, installed or from source, tests its parts.

It is for those who build and install the program, and therefore not in --help. It writes the result as one JSON object
to standard output, and to FILE, since a windowed program has no output. The exit code is 0 when all checks pass, else
1; standard error stays empty. It works in a private folder, which is removed afterwards, and changes nothing of the
user.
"""

import faulthandler
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chapterdesk.self_test.runner import run

__all__ = ["main"]

LIMIT = 600
"""Seconds after which a hanging self-test is ended with its stack."""


def main(arguments: Sequence[str] = ()) -> int:
    """Run all checks and print the result; returns the exit code."""
    _watch()
    told = run()
    faulthandler.cancel_dump_traceback_later()
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    for name in arguments[:1]:
        Path(name).write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if told["ok"] else 1


def _watch() -> None:
    """Print the stack of a crash or a hang on the present standard error, which is redirected later."""
    with suppress(OSError, ValueError):  # a stream without a file descriptor
        kept = os.dup(sys.stderr.fileno())
        if sys.platform != "win32":  # there it also reports exceptions that a library handles
            faulthandler.enable(kept)
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=kept)
