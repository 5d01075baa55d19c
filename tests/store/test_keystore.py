"""Remembered keys: stored by the salt of a file, only in a secure key store, and never an obstacle."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from chapterdesk.store.keeping import keystore
from chapterdesk.store.keeping.passphrase_change import set_passphrase
from chapterdesk.store.sqlite.file import DeskFile
from tests.keyring_in_memory import InMemory, PlainText, Refusing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mesa.chapterdesk"
    DeskFile.create(path, "uno dos tres").close()
    return path


@pytest.fixture
def store() -> Iterator[InMemory]:
    yield from using(InMemory())


def using(store: InMemory) -> Iterator[InMemory]:
    before: KeyringBackend = keyring.get_keyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


def test_a_key_is_remembered_until_it_is_forgotten(path: Path, store: InMemory) -> None:
    assert keystore.recall(path) is None
    assert keystore.remember(path, "uno dos tres")
    assert keystore.recall(path) == "uno dos tres"
    keystore.forget(path)
    keystore.forget(path)
    assert keystore.recall(path) is None


def test_a_remembered_key_follows_a_moved_file_and_names_neither_file_nor_folder(
    path: Path, store: InMemory, tmp_path: Path
) -> None:
    keystore.remember(path, "uno dos tres")
    elsewhere = path.rename(tmp_path / "otra.chapterdesk")
    assert keystore.recall(elsewhere) == "uno dos tres"
    assert all("mesa" not in name and str(tmp_path) not in name for entry in store.kept for name in entry)


def test_another_passphrase_of_the_file_is_another_entry(path: Path, store: InMemory) -> None:
    keystore.remember(path, "uno dos tres")
    with DeskFile.open(path, "uno dos tres") as desk:
        key = desk.key
    set_passphrase(path, key, "cuatro cinco")
    assert keystore.recall(path) is None


def test_without_a_key_store_nothing_is_remembered_and_nothing_fails(path: Path) -> None:
    assert not keystore.can_remember()
    assert not keystore.remember(path, "uno dos tres")
    assert keystore.recall(path) is None
    keystore.forget(path)


@pytest.mark.parametrize("kind", [PlainText, Refusing])
def test_an_insecure_or_refusing_key_store_is_not_used(path: Path, kind: type[InMemory]) -> None:
    for store in using(kind()):
        assert not keystore.remember(path, "uno dos tres")
        assert keystore.recall(path) is None
        keystore.forget(path)
        assert store.kept == {}
