"""Desk files of the endurance tests: writing groups of rows, and examining the files afterwards."""

import datetime as dt
import hashlib
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping.check import check
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member, member
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit

PASSPHRASE = "correct horse"
OTHER = "battery staple"
"""The new passphrase."""
NAME = "desk.chapterdesk"
FIRST_DAY = dt.date(2026, 1, 1)
GROUP = {"person": 2, "membership": 1, "meeting": 1, "attendance": 1, "slip": 1, "visit": 1}
"""How many rows of each table one group is."""
COMPANIONS = ("-wal", "-shm", "-journal")


def new_desk(path: Path, passphrase: str | None, groups: int = 0) -> None:
    """Make a desk file with one chapter and some groups in it."""
    with DeskFile.create(path, passphrase) as desk:
        with desk.change("A chapter") as s:
            chapter = add_chapter(s, name="Grupo Alameda", language="es", currency="EUR", weekday=3)
        for number in range(1, groups + 1):
            add_group(desk, chapter, number)


def add_group(desk: DeskFile, chapter: int, number: int) -> None:
    """Write the group with a number: one change of six tables."""
    with desk.change("Group {number}", number=number) as s:
        write_group(s, chapter, number)


def write_group(session: Session, chapter: int, number: int) -> None:
    """A member, a meeting, a mark, a slip and a visitor, by the functions that the window calls."""
    day = FIRST_DAY + dt.timedelta(number)
    membership = add_member(session, chapter, first_name=f"Ana {number}", last_name="Ejemplo", start=FIRST_DAY)
    meeting = add_meeting(session, chapter, day)
    mark(session, meeting, membership, Code.PRESENT)
    add_visit(session, meeting, first_name=f"Blas {number}", last_name="Ejemplo", attended=True)
    giver = member(session, membership).person_id
    add_slip(
        session,
        chapter,
        SlipDraft(kind=SlipKind.EDUCATION, date=day, meeting_id=meeting, giver_id=giver, credits=number),
    )


def whole_groups(path: Path, passphrase: str | None, *, read_only: bool = False) -> int:
    """Open a file as the program does and return how many groups it holds; each must be whole, and the file sound."""
    with DeskFile.open(path, passphrase, read_only=read_only) as desk:
        findings = check(desk)
        assert findings == [], [str(finding) for finding in findings]
        return groups_in(desk)


def groups_in(desk: DeskFile) -> int:
    """How many groups an open file holds, all of them whole."""
    from sqlalchemy import text

    with desk.read() as s:
        counts = {table: s.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in GROUP}
        most = s.execute(text("SELECT coalesce(max(credits), 0) FROM slip")).scalar_one()
        logged = s.execute(text("SELECT count(DISTINCT params) FROM change_log WHERE params <> '{}'")).scalar_one()
    assert counts == {table: size * most for table, size in GROUP.items()}, (counts, most)
    assert logged == most
    return int(most)


def contents(folder: Path) -> dict[str, str]:
    """The content of each file of a folder, by its name: the rows of databases, the digest of others.

    Databases are copied with their companions and read there, as the next start would find them.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name.endswith((".lock", ".part", *COMPANIONS)) or ".part-" in name:
            continue
        found[general(name)] = database(path) if is_database(path) else told(path)
    return found


def leftovers(folder: Path) -> list[str]:
    """The names of all unfinished files of a folder, and of those beside an open file."""
    ends = (".part", ".chapterdesk.lock", *COMPANIONS, *(f".part{companion}" for companion in COMPANIONS))
    found = [path for path in sorted(folder.rglob("*")) if path.name.endswith(ends)]
    return [path.name for path in found if path.suffix != ".lock" or path.with_suffix("").exists()]


def general(name: str) -> str:
    """A file name without the time in it."""
    return re.sub(r"[0-9a-f]{16}|\d{4}[\d -]*", "#", name)


def told(path: Path) -> str:
    """The content of a file beside the database, without the times and random numbers of seals and ledgers."""
    if path.suffix == ".json" or path.read_bytes()[:1] == b"{":
        return "a record"
    return digest(path.read_bytes())


def digest(data: bytes) -> str:
    """A short digest."""
    return hashlib.sha256(data).hexdigest()[:16]


def is_database(path: Path) -> bool:
    """Whether a file is one of ours by its name, or a database by its first bytes."""
    with path.open("rb") as file:
        return path.suffix == ".chapterdesk" or file.read(16) == cipher.PLAIN_HEADER


def database(path: Path) -> str:
    """Digest of all rows of a database, without random values and times; "damaged" with the reason."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / NAME
        shutil.copyfile(path, copy)
        for companion in ("-wal", "-journal"):
            beside = path.with_name(path.name + companion)
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(copy.name + companion))
        opening = passphrase_of(copy)
        try:
            connection = cipher.connect(copy, cipher.key_for(copy, opening) if opening else None)
            try:
                return f"{opening or 'plain'}: {rows_digest(connection)}"
            finally:
                connection.close()
        except cipher.DatabaseError as error:
            return f"damaged: {error}, {path.stat().st_size} bytes"


def passphrase_of(path: Path) -> str | None:
    """Which passphrase opens a file, None when it is plain."""
    if not cipher.is_encrypted(path):
        return None
    return next((one for one in (PASSPHRASE, OTHER) if cipher.opens(path, cipher.key_for(path, one))), PASSPHRASE)


def rows_digest(connection: Any) -> str:
    """Digest of all tables on a connection of the driver; asserts that it is sound."""
    sound = connection.execute("PRAGMA integrity_check").fetchall()
    if sound != [("ok",)]:
        return f"damaged: {sound[:3]}"
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        return "damaged: rows point at rows that are not there"
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    hashed = hashlib.sha256(str(connection.execute("PRAGMA user_version").fetchone()).encode())
    counts = []
    for table in tables:
        names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        kept = [f'"{name}"' for name in sorted(names) if name not in {"uid", "row_uid", "at", "made_at"}]
        rows = connection.execute(f'SELECT {",".join(kept)} FROM "{table}" ORDER BY rowid').fetchall()
        counts.append(len(rows))
        hashed.update(f"{table} {kept} {_UID.sub('', repr(rows))}".encode())
    return f"{hashed.hexdigest()[:16]} {sum(counts)} rows"


_UID = re.compile(r'"(uid|at|made_at)": ?"[^"]*"')
