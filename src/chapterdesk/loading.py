"""Faster loading of the program: fewer garbage collections, and no import hook of Qt.

A short command spends most of its time loading about 400 modules.
"""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager

GARBAGE_AFTER = 50_000
"""New objects before a garbage collection: 700 by default; loading modules makes no garbage."""


def prepare() -> None:
    """Set the process up to load fast."""
    gc.set_threshold(GARBAGE_AFTER)


def end_fast() -> None:
    """Skip the last garbage collections: the process ends, and the system frees its memory."""
    gc.freeze()


@contextmanager
def without_import_hook() -> Iterator[None]:
    """Import Qt in this block: its import hook is removed afterwards.

    The hook reads the source of every module that is imported later, to find `from __feature__`, which we do not use.
    With the hook the store takes a third longer to load.
    """
    plain = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = plain
