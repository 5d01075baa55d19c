"""A file with a passphrase: it opens with that passphrase only, and nothing in it is readable on the disk."""

from typing import Any, Final

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.domain.passphrases import Level, strength
from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.store.chapters import chapters
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile

RIGHT: Final = "cigüeña 'lluvia' tranvía Ωmega"
NAME: Final = "Grupo Reservado"


def run(bench: Bench) -> dict[str, Any]:
    """Return the attempts; fails when a wrong passphrase opens the file, or the right one does not."""
    path = bench.place("passphrase") / "protected.chapterdesk"
    with DeskFile.create(path, RIGHT) as desk:
        add_chapter(desk, name=NAME)
    expect(cipher.is_encrypted(path), "the file is not encrypted")
    expect(NAME.encode() not in path.read_bytes(), "a name can be read in the file")
    with DeskFile.open(path, RIGHT) as desk, desk.read() as s:
        expect([row.name for row in chapters(s)] == [NAME], "what was stored is not there")
    before = path.read_bytes()
    for wrong in (RIGHT + " ", "wrong", None):
        try:
            DeskFile.open(path, wrong).close()
        except PassphraseNeededError:
            continue
        expect(condition=False, text="a wrong passphrase opens the file")
    expect(path.read_bytes() == before, "a wrong passphrase changed the file")
    judged = {text: strength(text).level for text in ("password1", RIGHT)}
    expect(list(judged.values()) == [Level.WEAK, Level.STRONG], f"passphrases are judged {judged}")
    return {"opened": True, "refused": 3}
