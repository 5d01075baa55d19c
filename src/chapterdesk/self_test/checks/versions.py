"""The versions of the libraries; the file format needs certain versions of SQLite and SQLCipher."""

import platform
import sys
from contextlib import closing
from typing import Any, Final

import PySide6
from PySide6.QtCore import qVersion

from chapterdesk import __version__
from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.store.sqlite import cipher

SQLITE: Final = (3, 53)
"""The least version: older ones have a bug that resets a -wal while it is read."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the versions; fails with an older SQLite, or without SQLCipher."""
    with closing(cipher.connect(bench.place("versions") / "any", cipher.new_key("any"), mode="rwc")) as connection:
        row = connection.execute("PRAGMA cipher_version").fetchone()
        provider = connection.execute("PRAGMA cipher_provider_version").fetchone()
    encryption = str(row[0]) if row else ""
    sqlite = str(cipher.DRIVER.sqlite_version)
    expect(tuple(map(int, sqlite.split(".")[:2])) >= SQLITE, f"SQLite {sqlite} is older than {SQLITE}")
    expect(encryption, "this SQLite has no SQLCipher")
    expect(int(encryption.split(".", maxsplit=1)[0]) >= 4, f"SQLCipher {encryption} is older than 4")
    return {
        "version": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "pyside6": PySide6.__version__,
        "sqlite": sqlite,
        "sqlcipher": encryption,
        "cryptography": str(provider[0]) if provider else "",
        "platform": platform.platform(),
        "machine": platform.machine(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }
