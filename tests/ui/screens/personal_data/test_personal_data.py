"""The screen of personal data: what is held, its export, erasing, and data after their retention period."""

import csv
import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.store.keeping.backups import Reason, listed, make
from chapterdesk.store.meetings import add_meeting, edit_meeting, meetings
from chapterdesk.store.members import former_members, leave, members
from chapterdesk.store.people import person, set_photo
from chapterdesk.store.rights.erasing import erase
from chapterdesk.store.slips import add_slip, slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.screens.personal_data.personal_data_screen import PersonalDataScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.story import erased_names

TODAY = dt.date(2026, 3, 5)
OLD = dt.date(2024, 1, 11)
PICTURE = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture
def past_context(context: Context) -> Context:
    """Félix left and is named in notes; Iker visited two years ago, when a referral got a contact."""
    with context.desk.change("A story") as s:
        everybody = members(s, context.chapter.id, TODAY)
        felix = next(row for row in everybody if row.first_name == "Félix")
        leave(s, felix.membership_id, dt.date(2026, 2, 1), "se muda")
        set_photo(s, felix.person_id, PICTURE)
        first, second, _today = meetings(s, context.chapter.id)[-3:]
        edit_meeting(s, first.id, notes="Félix Ibáñez presentó su taller")
        edit_meeting(s, second.id, notes="Felix llegó tarde")
        old = add_meeting(s, context.chapter.id, OLD)
        add_visit(s, old, first_name="Iker", last_name="Zabala", attended=True)
        draft = SlipDraft(
            kind=SlipKind.REFERRAL, date=OLD, meeting_id=old, giver_id=felix.person_id,
            receiver_id=everybody[0].person_id, tier=Tier.OUTSIDE, prospect="Bar Luz", contact="677 777 777",
        )  # fmt: skip
        add_slip(s, context.chapter.id, draft)
    return context


def felix_of(context: Context) -> int:
    """Félix, the former member."""
    with context.desk.read() as s:
        return former_members(s, context.chapter.id, TODAY)[0].person_id


@pytest.fixture
def screen(past_context: Context, make_screen: Callable[..., Any]) -> PersonalDataScreen:
    opened = make_screen(PersonalDataScreen, past_context)
    assert isinstance(opened, PersonalDataScreen)
    return opened


def choose(screen: PersonalDataScreen, person_id: int, qtbot: QtBot) -> None:
    """Choose a person and wait for the data."""
    screen.show_item(person_id=person_id)
    qtbot.waitUntil(lambda: screen.person.held is not None and screen.person.content.isVisible())


def open_erasing(screen: PersonalDataScreen, context: Context, qtbot: QtBot) -> None:
    """Open the erase panel of Félix."""
    choose(screen, felix_of(context), qtbot)
    qtbot.mouseClick(screen.person.erase, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen.person.panel.isVisible)


def test_a_typed_name_shows_the_data_held_by_kind(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot, type_in: Callable[..., None]
) -> None:
    type_in(screen.person.who, "ibanez fel")
    qtbot.keyClick(screen.person.who, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.person.content.isVisible)
    held = screen.person.held
    assert held is not None
    assert held.name == "Félix Ibáñez Soto"
    assert len(held.section("slips_given").rows) == 1
    grid = screen.person.counts
    words = [grid.itemAt(at).widget() for at in range(grid.count())]  # type: ignore[union-attr]
    shown = [getattr(one, "text", str)() for one in words]
    assert "Papeletas dadas" in shown


def test_everything_held_is_exported_in_one_action(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(screen, felix_of(past_context), qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "out"))
    with qtbot.waitSignal(past_context.noticed, timeout=10_000):
        qtbot.mouseClick(screen.person.export, Qt.MouseButton.LeftButton)
    [folder] = list((tmp_path / "out").iterdir())
    assert folder.name == "Félix Ibáñez Soto - Datos personales - 2026-03-05"
    files = {path.suffix: path for path in folder.iterdir()}
    assert set(files) == {".pdf", ".csv", ".json", ".png"}
    assert "Félix" in PdfReader(files[".pdf"]).pages[0].extract_text()
    data = json.loads(files[".json"].read_text("utf-8"))
    assert data["sections"]["person"][0]["last_name"] == "Ibáñez Soto"
    assert data["sections"]["slips_given"][0]["contact"] == "withheld"
    rows = list(csv.reader(files[".csv"].read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["apartado", "anotación", "campo", "valor"]
    assert files[".png"].read_bytes() == PICTURE
    screen.person.export_to(tmp_path / "out")  # again: the earlier export is not changed
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) == 2)
    qtbot.waitUntil(lambda: len(list((tmp_path / "out" / f"{folder.name} (2)").iterdir())) == 4)


def test_a_member_is_not_erased_and_the_error_says_what_to_do(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot
) -> None:
    with past_context.desk.read() as s:
        ana = next(row for row in members(s, past_context.chapter.id, TODAY) if row.first_name == "Ana")
    choose(screen, ana.person_id, qtbot)
    qtbot.mouseClick(screen.person.erase, Qt.MouseButton.LeftButton)
    assert "dale de baja en su ficha" in screen.person.refused.text()
    assert not screen.person.panel.isVisible()


def test_erasing_asks_for_the_name_and_cannot_be_done_without(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot
) -> None:
    open_erasing(screen, past_context, qtbot)
    panel = screen.person.panel
    assert not panel.act_button.isEnabled()
    panel.confirm.setText("Félix")
    assert not panel.act_button.isEnabled()
    qtbot.keyClick(panel.confirm, Qt.Key.Key_Return)
    assert panel.error.text()
    with past_context.desk.read() as s:
        assert erased_names(s) == []
    panel.confirm.setText("félix ibáñez soto")
    assert panel.act_button.isEnabled()


def test_texts_with_the_whole_name_are_ticked_and_others_can_be(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot
) -> None:
    felix = felix_of(past_context)
    open_erasing(screen, past_context, qtbot)
    panel = screen.person.panel
    assert [(row.hit, row.key in panel.model.ticked) for row in panel.model.rows] == [
        ("Félix Ibáñez", True),
        ("Felix", False),
    ]
    panel.table.setCurrentIndex(panel.model.index(1, 0))
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert len(panel.model.ticked) == 2
    panel.confirm.setText("Félix Ibáñez Soto")
    with qtbot.waitSignal(panel.erased, timeout=10_000):
        qtbot.mouseClick(panel.act_button, Qt.MouseButton.LeftButton)
    with past_context.desk.read() as s:
        assert erased_names(s) == [(1, "Antiguo miembro 1")]
        notes = [row.notes for row in meetings(s, past_context.chapter.id) if row.notes]
    assert notes == ["Antiguo miembro 1 presentó su taller", "Antiguo miembro 1 llegó tarde"]
    assert past_context.desk.undo_step is None
    qtbot.waitUntil(lambda: not screen.person.content.isVisible())
    assert screen.person.who.text() == ""
    assert felix not in {row.person_id for row in screen.person.who.offers("f")}


def test_cancelling_the_panel_changes_nothing(screen: PersonalDataScreen, past_context: Context, qtbot: QtBot) -> None:
    open_erasing(screen, past_context, qtbot)
    qtbot.mouseClick(screen.person.panel.cancel_button, Qt.MouseButton.LeftButton)
    assert not screen.person.panel.isVisible()
    assert screen.person.export.isVisible()


def test_old_data_are_shown_first_and_unticked_data_stay(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot
) -> None:
    part = screen.retention
    qtbot.mouseClick(part.list_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part.table.isVisible)
    assert [row.name for row in part.model.rows] == ["Iker Zabala", "Félix Ibáñez Soto → Elena Álvarez Gil"]
    index = part.model.index(0, 0)
    assert part.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    qtbot.mouseClick(part.remove, Qt.MouseButton.LeftButton)
    assert part.confirmation.isVisible()
    assert "no se puede deshacer" in part.warning.text()
    with qtbot.waitSignal(past_context.noticed, timeout=10_000):
        qtbot.mouseClick(part.confirm, Qt.MouseButton.LeftButton)
    with past_context.desk.read() as s:
        assert erased_names(s) == []
        assert {(row.prospect, row.contact) for row in slips(s, past_context.chapter.id)} == {("", "")}


def test_the_periods_are_remembered(
    screen: PersonalDataScreen, past_context: Context, make_screen: Callable[..., Any], qtbot: QtBot
) -> None:
    screen.retention.periods["visitors"].setCurrentIndex(0)
    screen.retention.periods["visitors"].activated.emit(0)
    again = make_screen(PersonalDataScreen, past_context)
    assert again.retention.chosen_periods().visitors == 3


def test_a_file_without_old_data_says_so(screen: PersonalDataScreen, qtbot: QtBot) -> None:
    for field in (screen.retention.periods["visitors"], screen.retention.periods["contacts"]):
        field.set_value(60)
    screen.retention.search()
    qtbot.waitUntil(lambda: bool(screen.retention.note.text()))
    assert not screen.retention.table.isVisible()


def test_an_empty_file_says_what_the_screen_is_for(empty_context: Context, make_screen: Callable[..., Any]) -> None:
    opened = make_screen(PersonalDataScreen, empty_context)
    assert opened.empty.isVisible()


def test_the_card_of_a_member_opens_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.workspace.go("members")
    card = window.workspace.visible_screen.card  # type: ignore[attr-defined]
    qtbot.mouseClick(card.head_part.data_button, Qt.MouseButton.LeftButton)
    screen = window.workspace.visible_screen
    assert isinstance(screen, PersonalDataScreen)
    assert screen.person.person_id == card.person_id
    qtbot.waitUntil(screen.person.content.isVisible)


def test_an_older_backup_is_erased_again_before_anything_is_shown(
    past_context: Context,
    tmp_path: Path,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
) -> None:
    felix, path = felix_of(past_context), past_context.session.path
    past_context.session.close()
    old = Path(shutil.copy(path, tmp_path / "old.chapterdesk"))
    with DeskFile.open(path) as desk:
        now = dt.datetime(2026, 3, 5, 12)  # noqa: DTZ001 - the file keeps UTC without saying so
        erase(desk, felix, tmp_path / "erased.json", now)
    shutil.copy(old, path)
    context = make_context()
    said: list[str] = []
    context.noticed.connect(lambda text, *_: said.append(text))
    context.session.use_file(DeskFile.open(path))
    with context.desk.read() as s:
        assert person(s, felix).name == "Antiguo miembro 1"
    assert len(said) == 1
    assert "los datos ya suprimidos de 1 persona" in said[0]


def test_older_backups_can_be_removed_with_the_person(
    screen: PersonalDataScreen, past_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    stick, gone = tmp_path / "stick", tmp_path / "gone"
    stick.mkdir()
    for folder in (gone, stick, tmp_path / "backups"):
        past_context.backups.choose(folder)
    now = dt.datetime(2026, 3, 1, 12)  # noqa: DTZ001 - the file keeps UTC without saying so
    make(past_context.session.file, tmp_path / "backups", Reason.ASKED, now)
    make(past_context.session.file, stick, Reason.ASKED, now)
    said: list[str] = []
    past_context.noticed.connect(lambda text, *_: said.append(text))
    open_erasing(screen, past_context, qtbot)
    panel = screen.person.panel
    assert "las 2 copias de seguridad hechas hasta ahora" in panel.remove_backups.words.text()
    assert not panel.remove_backups.is_ticked
    panel.remove_backups.box.setChecked(True)
    panel.confirm.setText("Félix Ibáñez Soto")
    with qtbot.waitSignal(panel.erased, timeout=20_000):
        qtbot.mouseClick(panel.act_button, Qt.MouseButton.LeftButton)
    [only] = listed(tmp_path / "backups", past_context.desk.identity)
    assert only.at > now
    assert listed(stick, past_context.desk.identity) == []
    assert str(gone) in said[-1]
