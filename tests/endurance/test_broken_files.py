"""Broken files: cut anywhere, one bit flipped anywhere, or foreign content.

None is overwritten or taken for a new file, and opening one changes neither its bytes nor its folder.
"""

import io
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping.check import check
from chapterdesk.store.sqlite.faults import DamagedError, ForeignError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, PASSPHRASE, new_desk
from tests.endurance.memory import remember_keys

PAGE = 4096
KINDS = pytest.mark.parametrize("kind", ["plain", "encrypted"])


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    from chapterdesk.store.sqlite import cipher

    monkeypatch.setattr(cipher, "derive_key", cipher.derive_key)  # set back when the test ends
    remember_keys()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of a plain and of an encrypted file with some groups."""
    found = {}
    for kind in ("plain", "encrypted"):
        path = tmp_path_factory.mktemp(kind) / NAME
        new_desk(path, PASSPHRASE if kind == "encrypted" else None, groups=12)
        found[kind] = path.read_bytes()
        assert len(found[kind]) % PAGE == 0
    return found


def refused(path: Path, data: bytes, kind: str) -> ChapterError | None:
    """Write bytes to a path and open the file for writing; return the error, None when it opened.

    Asserts that a refused file and its folder are unchanged, for every way of opening.
    """
    path.write_bytes(data)
    passphrase = PASSPHRASE if kind == "encrypted" else None
    said: ChapterError | None = None
    for read_only in (True, False):
        try:
            DeskFile.open(path, passphrase, read_only=read_only).close()
        except ChapterError as error:
            assert path.read_bytes() == data
            said = error
        else:
            assert not read_only or path.read_bytes() == data
            said = None
        assert [one.name for one in path.parent.iterdir()] == [path.name]
    with pytest.raises(ChapterError, match="already exists"):
        DeskFile.create(path)
    return said


@KINDS
def test_a_file_cut_anywhere_is_refused_and_not_changed(tmp_path: Path, whole: dict[str, bytes], kind: str) -> None:
    data = whole[kind]
    pages = len(data) // PAGE
    odd = [1, 15, 16, 50, 99, 100, 101, 512, 1023, 4095, 4097, len(data) // 2 + 7, len(data) - 1]
    for size in [*odd, *(page * PAGE for page in range(1, pages))]:
        error = refused(tmp_path / NAME, data[:size], kind)
        assert isinstance(error, DamagedError | ForeignError | PassphraseNeededError), size
        if kind == "plain" and size >= 100:
            assert isinstance(error, DamagedError), size


def flips(data: bytes) -> Iterator[tuple[int, int]]:
    """Positions and bits: several on the first page, two on every other page, distributed over the page."""
    chance = random.Random(7)
    yield from ((place, 1 << chance.randrange(8)) for place in (0, 15, 16, 18, 24, 28, 40, 68, 100, 103, 2000, 4095))
    for page in range(1, len(data) // PAGE):
        for _ in range(2):
            yield page * PAGE + chance.randrange(PAGE), 1 << chance.randrange(8)


def flipped(data: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= bit
    return bytes(changed)


def test_every_flipped_bit_of_an_encrypted_file_is_noticed(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / NAME
    for place, bit in flips(whole["encrypted"]):
        data = flipped(whole["encrypted"], place, bit)
        if refused(path, data, "encrypted") is None:
            path.write_bytes(data)
            with DeskFile.open(path, PASSPHRASE, read_only=True) as desk:
                assert check(desk) != [], place
            assert path.read_bytes() == data


def test_a_flipped_bit_of_a_plain_file_never_causes_a_fault(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / NAME
    noticed = 0
    for place, bit in flips(whole["plain"]):
        data = flipped(whole["plain"], place, bit)
        seen = refused(path, data, "plain") is not None
        if not seen:
            path.write_bytes(data)
            with DeskFile.open(path, read_only=True) as desk:
                seen = bool(check(desk))
            assert path.read_bytes() == data
        noticed += seen
    assert noticed > 10


def strangers() -> dict[str, bytes]:
    """Foreign files."""
    chance = random.Random(11)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("letter.txt", "Querida Ana" * 2000)
    picture = b"\x89PNG\r\n\x1a\n" + chance.randbytes(9000)
    import sqlite3

    other = sqlite3.connect(":memory:")
    other.execute("CREATE TABLE song(name TEXT)")
    return {
        "empty": b"",
        "a letter": b"Querida Ana:\n" * 900,
        "one byte": b"x",
        "random": chance.randbytes(9001),
        "zip": packed.getvalue(),
        "picture": picture,
        "zeros": bytes(PAGE * 3),
        "a database of another program": other.serialize(),
    }


@pytest.mark.parametrize("name", strangers())
def test_anything_but_a_desk_file_is_refused_and_not_changed(tmp_path: Path, name: str) -> None:
    for kind in ("plain", "encrypted"):
        error = refused(tmp_path / NAME, strangers()[name], kind)
        assert isinstance(error, DamagedError | ForeignError), name
        os.unlink(tmp_path / NAME)  # noqa: PTH108 - as short as that


@KINDS
@pytest.mark.parametrize("passphrase", ["wrong", "corr'ect\"; DROP", "nul\x00in it", "x" * 1_000_000, "\ud800"])
def test_a_wrong_passphrase_changes_nothing(
    tmp_path: Path, whole: dict[str, bytes], passphrase: str, kind: str
) -> None:
    path = tmp_path / NAME
    path.write_bytes(whole[kind])
    if kind == "plain":
        DeskFile.open(path, passphrase, read_only=True).close()  # it has none
    else:
        with pytest.raises(PassphraseNeededError, match="Wrong passphrase"):
            DeskFile.open(path, passphrase)
    assert path.read_bytes() == whole[kind]
    assert [one.name for one in tmp_path.iterdir()] == [NAME]
