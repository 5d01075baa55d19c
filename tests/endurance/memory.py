"""Caches for tests that open a file thousands of times."""

import functools
from typing import Any

from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache

from chapterdesk.store.sqlite import cipher, engines


def remember_keys() -> None:
    """Derive the key of a salt and a passphrase once: it takes 80 ms, and the tests open a file thousands of times."""
    cipher.derive_key = functools.cache(cipher.derive_key)


def remember_statements() -> None:
    """Share one cache of compiled statements among all engines, since each opening of a file makes new engines."""
    make = engines.make_engine
    cache: LRUCache[Any, Any] = LRUCache(1000)
    SQLiteDialect.__hash__ = lambda self: 1  # type: ignore[method-assign]
    SQLiteDialect.__eq__ = lambda self, other: isinstance(other, SQLiteDialect)  # type: ignore[method-assign]

    def engine(*told: Any, **more: Any) -> Any:
        made = make(*told, **more)
        made.update_execution_options(compiled_cache=cache)
        return made

    engines.make_engine = engine
