"""What makes the program load fast: fewer searches for garbage, and no import hook of Qt.

A command of some tenths of a second loads about 400 modules, and most of its time is that.
"""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager

GARBAGE_AFTER = 50_000
"""Objects made before Python looks for garbage among them: 700 by default, and modules that load make none."""


def prepare() -> None:
    """Set the process up to load fast."""
    gc.set_threshold(GARBAGE_AFTER)


def end_fast() -> None:
    """Spare the last searches for garbage: the process ends, and the system takes back all of its memory."""
    gc.freeze()


@contextmanager
def without_import_hook() -> Iterator[None]:
    """Import Qt in this block: its import hook is removed afterwards.

    The hook reads the source of every module that is imported later, in search of `from __feature__`. Nobody here
    writes that, and loading the store with the hook takes a third longer.
    """
    plain = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = plain
