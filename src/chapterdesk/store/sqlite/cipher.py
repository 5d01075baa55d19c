"""Keys of encrypted desk files, and how every connection to a desk file is opened.

A passphrase is made a key once (SQLCipher 4: PBKDF2-HMAC-SHA512, 256,000 rounds, salt = the file's first 16 bytes);
each connection then gets the raw key and the salt, so the file still opens anywhere with the passphrase alone. As
in SQLCipher, a key is accepted wherever a passphrase is: a window derives it once, on another thread.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from chapterdesk.domain.passphrases import spelling, spellings

ROUNDS = 256_000
_READY = re.compile("[xX]'([0-9a-fA-F]{64})([0-9a-fA-F]{32})?'")
SALT_BYTES = 16
PAGE_BYTES = 4096  # an encrypted file consists of whole pages
PLAIN_HEADER = b"SQLite format 3\x00"
DRIVER = driver
DatabaseError = driver.DatabaseError
OperationalError = driver.OperationalError


def versions() -> tuple[str, str]:
    """Return the versions of SQLite and of SQLCipher that every desk file is read with."""
    connection = driver.connect(":memory:")
    try:
        (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return driver.sqlite_version, str(cipher)


def is_encrypted(path: Path) -> bool:
    """Tell whether a file that is not empty has no plain SQLite header."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) != PLAIN_HEADER


def salt_of(path: Path) -> bytes:
    """Return the salt of the encrypted file at `path`: public, and the same until the passphrase is changed."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def key_for(path: Path, passphrase: str) -> str:
    """Return the key of the file at `path`, or of a new file, in SQLCipher's form: x'<key><salt>'. Takes 80 ms."""
    there = path.exists() and path.stat().st_size >= SALT_BYTES
    return derive_key(spelling(passphrase), salt_of(path)) if there else new_key(passphrase)


def new_key(passphrase: str) -> str:
    """Return a key with a new salt, for a file that does not exist yet. Takes 80 ms."""
    return derive_key(spelling(passphrase), secrets.token_bytes(SALT_BYTES))


def keys_for(path: Path, passphrase: str) -> Iterator[str]:
    """Yield the keys that a passphrase can mean for the file at `path`, the usual one first. Each takes 80 ms."""
    salt = salt_of(path)
    for spelled in spellings(passphrase):
        yield derive_key(spelled, salt)


def is_key_of(key: str, passphrase: str) -> bool:
    """Tell whether a passphrase gives this key, without reading the file again. Takes 80 ms."""
    salt = bytes.fromhex(key[2:-1])[-SALT_BYTES:]
    return any(hmac.compare_digest(derive_key(spelled, salt), key) for spelled in spellings(passphrase))


def derive_key(passphrase: str, salt: bytes) -> str:
    """Return the key of a passphrase; a key in SQLCipher's form (x'…', with or without its salt) stays a key."""
    if ready := _READY.fullmatch(passphrase):
        return f"x'{ready[1].lower()}{(ready[2] or salt.hex()).lower()}'"
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode("utf-8", "surrogatepass"), salt, ROUNDS, 32)
    return f"x'{key.hex()}{salt.hex()}'"


def is_for(key: str, path: Path) -> bool:
    """Tell whether a key was made for the file at `path`: it ends with the salt that the file begins with."""
    return key.endswith(f"{salt_of(path).hex()}'")


def opens(path: Path, key: str | None) -> bool:
    """Tell whether a key opens the file at `path`; also False when the beginning of the file is damaged.

    A file that cannot be read for another reason (a killed writer's -wal in a folder that is only read) is not
    refused here: opening it says what is wrong.
    """
    connection = connect(path, key, mode="ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except OperationalError:
        return True
    except DatabaseError:
        return False
    finally:
        connection.close()
    return True


def sqlite_uri(path: Path) -> str:
    """Return the path of a file as a URI for SQLite; its name may hold any bytes, also those that are not text."""
    return f"file:{quote(os.fsencode(path.absolute()))}"


def connect(path: Path, key: str | None, *, mode: str = "rw") -> Any:
    """Open a connection to a desk file in autocommit, with the pragmas that every connection has.

    `mode` is SQLite's: ro, rw or rwc (make it). Raises the driver's own exceptions.
    """
    connection = driver.connect(
        f"{sqlite_uri(path)}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        if key is not None:
            connection.execute(f'PRAGMA key="{key}"')
        for pragma in ("foreign_keys=on", "busy_timeout=5000", "temp_store=memory", "trusted_schema=off",
                       "cell_size_check=on", "recursive_triggers=on"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        if mode != "ro":
            for pragma in ("secure_delete=on", "synchronous=full", "fullfsync=on"):
                connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection
