"""Erasing a person: totals stay, no byte is left, it cannot be undone, and it is repeated after a restore."""

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from chapterdesk import crashpoints
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Role
from chapterdesk.domain.name_traces import TraceStrength
from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.store import meetings, members, people, roles, slips, visits
from chapterdesk.store.keeping import backups
from chapterdesk.store.keeping.automatic_backups import replace_backups
from chapterdesk.store.rights import erasing, ledger
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import Person
from tests.story import Story, logged

DAY = dt.date(2026, 3, 5)
LEFT = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 6, 1, 9, 30)  # noqa: DTZ001 - the file keeps UTC without saying so
SECRETS = (
    "Zenobia", "Quintanarosa", "zenobia@quintanarosa.example", "611 222 333", "Bodegas Xylos", "Calle Umbría 7",
    "le gusta el ajedrez", "xylos.example",
)  # fmt: skip
MARK = b"\x89PNG-zenobia-portrait"


def tell(story: Story) -> int:
    """A former member with rows in every table, whose name is in texts of others."""
    desk = story.desk
    with desk.change("Add {name}", name="Zenobia Quintanarosa") as s:
        membership = members.add_member(
            s, story.chapter, first_name="Zenobia", last_name="Quintanarosa Vega", company="Bodegas Xylos",
            phones=("611 222 333",), emails=("zenobia@quintanarosa.example",), classification="Bodega",
        )  # fmt: skip
        zenobia = members.member(s, membership).person_id
        people.edit_person(
            s, zenobia, address="Calle Umbría 7", notes="le gusta el ajedrez", website="https://xylos.example"
        )
        people.set_photo(s, zenobia, MARK)
        people.add_consent(s, zenobia, "Foto de Zenobia", DAY, "de palabra")
        roles.start_role(s, story.chapter, zenobia, Role.PRESIDENT, DAY)
    with desk.change("Rename {name}", name="Zenobia Quintanarosa") as s:
        people.edit_person(s, zenobia, last_name="Quintanarosa")
    meeting = story.do(meetings.add_meeting, story.chapter, DAY)
    with desk.change("Mark {name}: P", name="Zenobia Quintanarosa") as s:
        from chapterdesk.store import roll

        roll.mark(s, meeting, membership, Code.PRESENT)
        meetings.edit_meeting(s, meeting, notes="Habló ZENOBIA QUINTANAROSA; la invitó Ana", agenda="1. zenobia")
    story.slip(SlipKind.REFERRAL, DAY, zenobia, story.ana, tier=Tier.INSIDE, note="Llamar a Quintanarosa, Zenobia")
    story.slip(SlipKind.REFERRAL, DAY, story.ana, zenobia, tier=Tier.OUTSIDE, prospect="Bar", contact="+34 611222333")
    story.slip(SlipKind.CLOSED_BUSINESS, DAY, None, zenobia, amount=5000)
    story.visit(meeting, "Iker", last_name="Zabala", inviter_id=zenobia, note="amigo de Zenobia")
    story.do(members.leave, membership, LEFT, "Zenobia se muda")
    story.do(roles.end_role, story.ask(roles.role_terms, story.chapter, person_id=zenobia)[0].id, LEFT)
    return int(zenobia)


@pytest.fixture(params=[None, "una frase larga"], ids=["plain", "encrypted"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Story, int]]:
    """A desk file with Zenobia, plain and encrypted."""
    with DeskFile.create(tmp_path / "desk" / "mesa.chapterdesk", request.param) as desk:
        story = Story(desk)
        yield story, tell(story)


def everything(desk: DeskFile) -> bytes:
    """Every byte of the file and of the files beside it; of an encrypted file all decrypted pages, also free ones."""
    files = b"".join(path.read_bytes() for path in desk.path.parent.iterdir() if not path.name.endswith(".lock"))
    if desk.key is None:
        return files
    connection = cipher.connect(desk.path, desk.key)
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    plain = desk.path.with_name("decrypted")
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    found = files + plain.read_bytes()
    plain.unlink()
    return found


def left(desk: DeskFile) -> list[str]:
    """Which secrets are in the bytes, in any case."""
    held = everything(desk).lower()
    spelled = [*SECRETS, "611222333"]
    return [one for one in spelled if one.encode().lower() in held] + (["photo"] if MARK.lower() in held else [])


def erase_all_hits(story: Story, person: int, folder: Path) -> str:
    """Erase, removing the name from every text."""
    found = story.ask(erasing.found_in_texts, person)
    return erasing.erase(story.desk, person, folder / "erased.json", NOW, blank={one.key for one in found})


def test_no_byte_of_the_name_is_left_in_the_file_or_beside_it(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    assert set(left(story.desk)) >= {"Zenobia", "Quintanarosa", "photo"}
    assert erase_all_hits(story, zenobia, tmp_path) == "Former member 1"
    assert left(story.desk) == []
    with story.desk.read() as s:  # the readers come back
        assert people.person(s, zenobia).name == "Former member 1"
    story.desk.close()
    assert not any(secret.encode().lower() in story.desk.path.read_bytes().lower() for secret in SECRETS)


def test_totals_do_not_change(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    before = story.summary()
    erase_all_hits(story, zenobia, tmp_path)
    after = story.summary()
    assert (after.rows, after.footers, after.total) == (before.rows, before.footers, before.total)


def test_an_erasure_cannot_be_undone_and_is_logged_without_the_name(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    assert story.desk.undo_step is not None
    erase_all_hits(story, zenobia, tmp_path)
    assert (story.desk.undo_step is not None, story.desk.redo_step is not None) == (False, False)
    lines = story.ask(logged)
    assert (lines[0].label, json.loads(lines[0].params)) == ("Erase a person: {name}", {"name": "Former member 1"})
    said = [f"{line.params} {line.before} {line.after}" for line in lines]
    assert not [text for text in said if "zenobia" in text.lower()]
    assert any("Former member 1" in text for text in said)


def test_later_changes_do_not_write_the_name_into_the_log_again(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    erase_all_hits(story, zenobia, tmp_path)
    story.do(people.add_person, first_name="Irene", last_name="Prado")
    assert left(story.desk) == []
    assert story.desk.undo() is not None
    assert story.desk.undo_step is None
    assert left(story.desk) == []


def test_texts_with_the_whole_name_lose_it_and_the_director_decides_about_the_rest(
    told: tuple[Story, int], tmp_path: Path
) -> None:
    story, zenobia = told
    found = story.ask(erasing.found_in_texts, zenobia)
    sure = {(one.table, one.column) for one in found if one.strength is TraceStrength.FULL}
    parts = {(one.table, one.column) for one in found if one.strength is TraceStrength.PART}
    assert sure == {("meeting", "notes"), ("slip", "note"), ("slip", "contact")}
    assert parts == {("meeting", "agenda"), ("visit", "note")}
    erasing.erase(story.desk, zenobia, tmp_path / "erased.json", NOW)
    held = story.ask(meetings.meetings, story.chapter)[0]
    assert (held.notes, held.agenda) == ("Habló Former member 1; la invitó Ana", "1. zenobia")
    assert {row.note for row in story.ask(slips.slips, story.chapter)} == {"Llamar a Former member 1", ""}
    assert story.ask(visits.visits, story.chapter)[0].note == "amigo de Zenobia"


def test_somebody_with_the_same_first_surname_is_not_taken_for_the_person(story: Story, tmp_path: Path) -> None:
    with story.desk.change("Add") as s:
        ana = people.add_person(s, first_name="Zoe", last_name="Quirós Bello", phones=("611 222 333",))
        other = people.add_person(s, first_name="Iván", last_name="Quirós", phones=("611 222 333", "622 000 000"))
        meeting = meetings.add_meeting(s, story.chapter, DAY)
        meetings.edit_meeting(s, meeting, notes="Zoe Quirós Ruiz llegó tarde", agenda="Zoe Quirós presenta")
    found = {(one.column, one.strength, one.proposed) for one in story.ask(erasing.found_in_texts, ana)}
    assert found == {
        ("agenda", TraceStrength.FULL, True),
        ("notes", TraceStrength.PART, False),
        ("phones", TraceStrength.FULL, False),  # of two who share a telephone the other keeps it
    }
    erasing.erase(story.desk, ana, tmp_path / "erased.json", NOW)
    assert story.ask(people.person, other).phones == ("611 222 333", "622 000 000")
    held = story.ask(meetings.meetings, story.chapter)[0]
    assert (held.agenda, held.notes) == ("Former contact 1 presenta", "Zoe Quirós Ruiz llegó tarde")


def test_members_and_role_holders_cannot_be_erased_and_the_error_says_what_to_do(story: Story, tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="end the membership on the card first"):
        erasing.erase(story.desk, story.ana, tmp_path / "erased.json", NOW)
    story.do(members.leave, story.membership(story.ana), NOW.date())
    with pytest.raises(ChapterError, match="until 2026-06-01: from the day after") as refused:
        erasing.erase(story.desk, story.ana, tmp_path / "erased.json", NOW)
    assert refused.value.params["date"] == NOW.date(), "the membership has ended; only the day is not over"
    story.do(members.edit_membership, story.membership(story.ana), end=LEFT)
    story.do(roles.start_role, story.chapter, story.ana, Role.MENTORING, DAY)
    with pytest.raises(ChapterError, match="end it on the card first"):
        erasing.erase(story.desk, story.ana, tmp_path / "erased.json", NOW)
    assert ledger.erased(tmp_path / "erased.json", story.desk.identity) == []
    assert story.ask(people.person, story.ana).first_name == "Ana"


def test_a_cancelled_erasure_has_changed_nothing(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told

    class Stop:
        def step(self, done: int, _total: int, _text: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        erasing.erase(story.desk, zenobia, tmp_path / "erased.json", NOW, Stop())
    assert story.ask(people.person, zenobia).name == "Zenobia Quintanarosa"
    assert ledger.erased(tmp_path / "erased.json", story.desk.identity) == []


def test_an_older_backup_that_is_restored_is_erased_again(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    path, key = story.desk.path, story.desk.key
    passphrase = None if key is None else "una frase larga"
    story.desk.close()
    old = Path(shutil.copy(path, tmp_path / "old.chapterdesk"))
    with DeskFile.open(path, passphrase) as desk:
        assert erasing.erase(desk, zenobia, tmp_path / "erased.json", NOW) == "Former member 1"
        assert erasing.replay(desk, tmp_path / "erased.json") == 0
    shutil.copy(old, path)
    with DeskFile.open(path, passphrase) as desk:
        assert erasing.replay(desk, tmp_path / "erased.json") == 1
        with desk.read() as s:
            assert people.person(s, zenobia).name == "Former member 1"
        assert "Quintanarosa" not in left(desk)
        assert erasing.due(desk, tmp_path / "erased.json") == []


def test_somebody_erased_is_not_a_member_after_an_older_backup_is_restored(story: Story, tmp_path: Path) -> None:
    path = story.desk.path
    with story.desk.change("Begin") as s:
        roles.start_role(s, story.chapter, story.ana, Role.PRESIDENT, DAY)
    story.desk.close()
    old = Path(shutil.copy(path, tmp_path / "old.chapterdesk"))
    with DeskFile.open(path) as desk:
        later = Story.__new__(Story)
        later.desk, later.chapter = desk, story.chapter
        later.do(members.leave, later.membership(story.ana), LEFT)
        later.do(roles.end_role, later.ask(roles.role_terms, story.chapter)[0].id, LEFT)
        erasing.erase(desk, story.ana, tmp_path / "erased.json", NOW)
    shutil.copy(old, path)
    with DeskFile.open(path) as desk:
        erasing.replay(desk, tmp_path / "erased.json")
        with desk.read() as s:
            assert "Former member 1" not in [row.name for row in members.members(s, story.chapter, dt.date(2026, 6, 2))]
            assert roles.role_terms(s, story.chapter, dt.date(2026, 6, 2)) == []


@pytest.mark.parametrize(
    "point",
    [
        "erasure: written down",
        "erasure: rows emptied",
        "erasure: file written anew",
        "erasure: nothing left in the file",
    ],
)
def test_an_erasure_that_was_cut_short_is_finished_when_the_file_is_opened(
    told: tuple[Story, int], tmp_path: Path, point: str
) -> None:
    story, zenobia = told

    class Killed(BaseException):
        pass

    def visit(name: str) -> None:
        if name == point:
            raise Killed

    crashpoints.arm(visit)
    try:
        with pytest.raises(Killed):
            erasing.erase(story.desk, zenobia, tmp_path / "erased.json", NOW)
    finally:
        crashpoints.arm(None)
    assert len(erasing.due(story.desk, tmp_path / "erased.json")) == 1
    erasing.replay(story.desk, tmp_path / "erased.json")
    assert "Quintanarosa" not in left(story.desk)
    assert erasing.due(story.desk, tmp_path / "erased.json") == []


def test_the_ledger_holds_no_name(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    erase_all_hits(story, zenobia, tmp_path)
    text = (tmp_path / "erased.json").read_text("utf-8").lower()
    assert not any(secret.lower() in text for secret in SECRETS)


def test_a_ledger_that_cannot_be_read_stops_the_erasure_and_is_kept(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    (tmp_path / "erased.json").write_text("{half")
    with pytest.raises(ChapterError, match="is damaged"):
        erasing.erase(story.desk, zenobia, tmp_path / "erased.json", NOW)
    assert (tmp_path / "erased.json").read_text() == "{half"
    assert story.ask(people.person, zenobia).first_name == "Zenobia"


def test_erased_people_are_never_offered_as_givers_and_are_in_no_list(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    assert zenobia in {row.person_id for row in story.ask(people.names, story.chapter, DAY)}
    assert zenobia in {row.person_id for row in story.ask(members.former_members, story.chapter, NOW.date())}
    erase_all_hits(story, zenobia, tmp_path)
    assert zenobia not in {row.person_id for row in story.ask(people.names, story.chapter, DAY)}
    assert zenobia not in {row.person_id for row in story.ask(members.former_members, story.chapter, NOW.date())}


def test_erased_people_are_numbered_and_named_by_what_they_were(story: Story, tmp_path: Path) -> None:
    meeting = story.meeting(DAY)
    story.visit(meeting, "Olga")
    olga = story.ask(visits.visits, story.chapter)[0].person_id
    someone = story.do(people.add_person, first_name="Uxía")
    story.do(members.leave, story.membership(story.ana), LEFT)
    names = [erasing.erase(story.desk, one, tmp_path / "erased.json", NOW) for one in (olga, someone, story.ana)]
    assert names == ["Former visitor 1", "Former contact 2", "Former member 3"]


def test_backups_made_before_can_go_once_there_is_a_new_one_without_the_name(
    told: tuple[Story, int], tmp_path: Path
) -> None:
    story, zenobia = told
    folder = tmp_path / "backups"
    for hour in (1, 2):
        backups.make(story.desk, folder, backups.Reason.ASKED, NOW.replace(hour=hour))
    erase_all_hits(story, zenobia, tmp_path)
    assert replace_backups(story.desk, folder, NOW) == 2
    [only] = backups.listed(folder, story.desk.identity)
    assert only.at == NOW
    assert backups.verify(only, story.desk.key) == []
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()
    assert not any(secret.encode().lower() in held for secret in SECRETS)


def test_backups_made_before_another_folder_was_chosen_go_too(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    own, stick = tmp_path / "backups", tmp_path / "stick"
    stick.mkdir()
    for hour, folder in ((1, own), (2, stick)):
        backups.make(story.desk, folder, backups.Reason.ASKED, NOW.replace(hour=hour))
    erase_all_hits(story, zenobia, tmp_path)
    assert replace_backups(story.desk, stick, NOW, others=(stick, own)) == 2
    assert [len(backups.listed(folder, story.desk.identity)) for folder in (own, stick)] == [0, 1]
    held = b"".join(file.read_bytes() for folder in (own, stick) for file in folder.rglob("*") if file.is_file())
    assert not any(secret.encode().lower() in held.lower() for secret in SECRETS)


def test_without_room_for_a_new_backup_the_older_ones_stay(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    backups.make(story.desk, tmp_path / "backups", backups.Reason.ASKED, NOW.replace(hour=1))
    erase_all_hits(story, zenobia, tmp_path)

    def full(name: str) -> None:
        if name == "backup: copied":
            raise OSError(28, "No space left on device")

    crashpoints.arm(full)
    try:
        with pytest.raises(ChapterError):
            replace_backups(story.desk, tmp_path / "backups", NOW)
    finally:
        crashpoints.arm(None)
    assert len(backups.listed(tmp_path / "backups", story.desk.identity)) == 1


def test_the_name_is_removed_from_free_pages_too(told: tuple[Story, int], tmp_path: Path) -> None:
    """Left by a program that did not overwrite deleted data: only rewriting the file removes it."""
    story, zenobia = told
    with closing(cipher.connect(story.desk.path, story.desk.key)) as careless:
        careless.execute("PRAGMA secure_delete=off")
        careless.execute("CREATE TABLE rest(text)")
        careless.executemany("INSERT INTO rest VALUES(?)", [("Zenobia Quintanarosa " * 40,) for _ in range(400)])
        careless.execute("DROP TABLE rest")
        careless.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert careless.execute("PRAGMA freelist_count").fetchone()[0] > 0
    erase_all_hits(story, zenobia, tmp_path)
    assert left(story.desk) == []


def fail_to_erase(story: Story, person_id: int, place: Path) -> None:
    """Erase somebody on a disk that is full at the commit."""

    def full(name: str) -> None:
        if name == "save: before commit":
            raise ChapterError("The disk is full")

    crashpoints.arm(full)
    try:
        with pytest.raises(ChapterError):
            erasing.erase(story.desk, person_id, place, NOW)
    finally:
        crashpoints.arm(None)


def test_a_failed_second_erasure_keeps_the_person_in_the_erasure_ledger(
    told: tuple[Story, int], tmp_path: Path
) -> None:
    story, zenobia = told
    place = tmp_path / "erased.json"
    uid = story.ask(lambda session: session.scalar(select(Person.uid).where(Person.id == zenobia)))
    ledger.note(place, story.desk.identity, [(uid, 1)], NOW)
    fail_to_erase(story, zenobia, place)
    assert [one.uid for one in erasing.due(story.desk, place)] == [uid]


def test_an_erasure_that_could_not_be_stored_is_not_done_later(told: tuple[Story, int], tmp_path: Path) -> None:
    story, zenobia = told
    fail_to_erase(story, zenobia, tmp_path / "erased.json")
    assert erasing.due(story.desk, tmp_path / "erased.json") == []
    assert story.ask(people.person, zenobia).name == "Zenobia Quintanarosa"


def test_a_ledger_that_a_virus_scanner_holds_for_a_moment_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, refused, replace = tmp_path / "erased.json", [0], Path.replace

    def busy(part: Path, target: Path) -> Path:
        if refused[0] < 2:
            refused[0] += 1
            raise PermissionError(13, "The process cannot access the file")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", busy)
    ledger.note(place, "identity", [("uid", 1)], NOW)
    assert len(ledger.erased(place, "identity")) == 1
