"""Keys of files that the director wants remembered, in the key store of the system (Keychain, Credential Manager, …).

What is kept is the key that the passphrase gives, never the passphrase itself: people use a passphrase elsewhere too,
and a key opens this state of this file alone.

A file is known by its salt, its first 16 bytes: its identity cannot be read before it is open. The salt is public,
moves with the file and changes with the passphrase, so that what is remembered never belongs to another state of it.
Only a store that protects what it keeps is used; where there is none, nothing is remembered and that can be asked.
A call can take long or make the system ask the user something: never call these on the window's thread.
"""

import logging
from pathlib import Path
from typing import Any

from chapterdesk.store.sqlite import cipher

SERVICE = "ChapterDesk"
_PROTECTS = 1
"""The lowest priority of a store that keyring recommends; below it are text files and stores that keep nothing."""

log = logging.getLogger(__name__)


def can_remember() -> bool:
    """Tell whether this computer has a store that protects what it keeps."""
    return _store() is not None


def remember(path: Path, key: str) -> bool:
    """Keep the key of the protected file at `path`; False when it cannot be kept."""
    return _ask("set_password", _name(path), key) is not None


def recall(path: Path) -> str | None:
    """Return the key that is remembered for the file at `path`, None when there is none."""
    found = _ask("get_password", _name(path))
    return found[0] if found is not None and isinstance(found[0], str) else None


def forget(path: Path) -> None:
    """Take the key of the file at `path` out of the store, if it is there."""
    forget_salt(cipher.salt_of(path))


def forget_salt(salt: bytes) -> None:
    """Take out what was remembered for a file that had this salt: after a change of its passphrase."""
    _ask("delete_password", salt.hex())


def replace(path: Path, old_key: str | None, new_key: str | None) -> None:
    """Forget the key that a file had, and remember its new one; None is a file without a passphrase."""
    if old_key is not None:
        forget_salt(salt_in(old_key))
    if new_key is not None:
        remember(path, new_key)


def salt_in(key: str) -> bytes:
    """Return the salt of the file that a key opens."""
    return bytes.fromhex(key[2:-1])[-cipher.SALT_BYTES :]


def _name(path: Path) -> str:
    return cipher.salt_of(path).hex()


def _ask(verb: str, *values: str) -> tuple[Any] | None:
    """Ask the store; None when there is none or it fails, else what it answered.

    Any failure counts: the program goes on when the store is locked, refused by the user or not running.
    """
    store = _store()
    if store is None:
        return None
    try:
        return (getattr(store, verb)(SERVICE, *values),)
    except Exception as error:  # noqa: BLE001 - each store has errors of its own
        log.info("key store: %s: %s", verb, type(error).__name__)
        return None


def _store() -> Any:
    """Return keyring's store if it protects what it keeps; of several, the one that would be asked first."""
    try:
        import keyring  # takes long to load, and is asked only by who wants it

        store = keyring.get_keyring()
        store = next(iter(getattr(store, "backends", ())), store)
        return store if float(store.priority) >= _PROTECTS else None
    except Exception as error:  # noqa: BLE001 - a broken store counts as none
        log.info("key store: %s", type(error).__name__)
        return None
