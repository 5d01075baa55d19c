"""The card "Protection": setting, changing and removing the passphrase in place, remembering it, the lock."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping import keystore
from chapterdesk.store.keeping.backups import Reason, listed, make
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.protection_card import Intent, ProtectionCard, ProtectionForm
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover
from tests.keyring_in_memory import InMemory

OLD, NEW = "mesa lluvia tren violeta", "nube cactus piano jueves"
MakeContext = Callable[..., Context]
MakeWindow = Callable[[Context], MainWindow]


@pytest.fixture
def store() -> Iterator[InMemory]:
    """A key store that can remember."""
    before, store = keyring.get_keyring(), InMemory()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@pytest.fixture
def window(
    desk: DeskFile, make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> MainWindow:
    """The window at its settings, on the small chapter, whose file is plain."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    context = make_context(desk)
    folder = tmp_path / "copias"
    folder.mkdir()
    monkeypatch.setattr(context.backups, "folder", lambda: folder)
    return make_window(context)


def card(window: MainWindow) -> ProtectionCard:
    assert window.workspace is not None
    screen = window.workspace.visible_screen
    assert isinstance(screen, SettingsScreen)
    return screen.protection


def form(window: MainWindow, intent: Intent) -> ProtectionForm:
    card(window).buttons[intent].click()
    opened = card(window).form
    assert opened is not None
    return opened


def fill(opened: ProtectionForm, old: str = "", new: str = "") -> None:
    opened.old.field.setText(old)
    opened.new.first.field.setText(new)
    opened.new.second.field.setText(new)


def finish(window: MainWindow, opened: ProtectionForm, qtbot: QtBot) -> None:
    before = window.context.desk
    opened.act_button.click()
    qtbot.waitUntil(lambda: window.context.is_open and window.context.desk is not before, timeout=20_000)


def protect(window: MainWindow, qtbot: QtBot, passphrase: str = OLD) -> None:
    opened = form(window, Intent.SET)
    fill(opened, new=passphrase)
    finish(window, opened, qtbot)


def test_a_passphrase_is_set_changed_and_removed_in_place(window: MainWindow, qtbot: QtBot) -> None:
    path, folder = window.context.session.path, window.context.backups.folder()
    assert card(window).remember.isHidden()
    assert card(window).lock_form.isHidden()
    protect(window, qtbot)
    assert window.context.chapter.name == "Grupo Alameda"
    assert isinstance(card(window), ProtectionCard)  # on the same screen as before
    assert window.notice.isVisible()
    key = window.context.session.key
    assert key is not None
    assert cipher.is_key_of(key, OLD)
    opened = form(window, Intent.CHANGE)
    fill(opened, OLD, NEW)
    finish(window, opened, qtbot)
    identity = window.context.desk.identity
    backups = listed(folder, identity)
    assert len(backups) >= 2
    assert all(cipher.opens(backup.path, window.context.session.key) for backup in backups)
    opened = form(window, Intent.REMOVE)
    fill(opened, NEW)
    opened.backups.box.setChecked(False)
    finish(window, opened, qtbot)
    assert window.context.session.key is None
    assert not cipher.is_encrypted(path)
    assert all(cipher.is_encrypted(backup.path) for backup in listed(folder, identity)[1:])


def test_backups_of_earlier_folders_are_protected_too_and_those_out_of_reach_are_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    context, gone, cloud = window.context, tmp_path / "gone", tmp_path / "nube"
    cloud.mkdir()
    for folder in (gone, cloud, None):
        context.backups.choose(folder)
    backup = make(context.session.file, cloud, Reason.ASKED, dt.datetime(2026, 3, 4, 7))  # noqa: DTZ001 - UTC without a zone
    assert not cipher.is_encrypted(backup.path)
    protect(window, qtbot)
    stored = listed(cloud, context.desk.identity)
    assert [cipher.is_encrypted(backup.path) for backup in stored] == [True]
    assert str(gone) in window.notice.text.text()


@pytest.mark.parametrize("intent", [Intent.CHANGE, Intent.REMOVE])
def test_the_old_passphrase_is_asked_for_and_a_wrong_one_changes_nothing(
    window: MainWindow, qtbot: QtBot, intent: Intent
) -> None:
    protect(window, qtbot)
    file = window.context.session.file
    opened = form(window, intent)
    fill(opened, "", NEW)
    opened.act_button.click()
    assert not opened.old_error.isHidden()
    fill(opened, "wrong", NEW)
    opened.act_button.click()
    qtbot.waitUntil(lambda: opened.act_button.isEnabled() and opened.old_error.isVisible())
    assert window.context.session.file is file
    assert file.key is not None
    assert cipher.is_key_of(file.key, OLD)


def test_the_remembered_key_follows_the_new_passphrase(window: MainWindow, qtbot: QtBot, store: InMemory) -> None:
    protect(window, qtbot)
    path = window.context.session.path
    qtbot.waitUntil(card(window).remember.box.isEnabled)
    assert store.kept == {}
    card(window).remember.box.click()
    qtbot.waitUntil(lambda: keystore.recall(path) == window.context.session.key)
    opened = form(window, Intent.CHANGE)
    fill(opened, OLD, NEW)
    finish(window, opened, qtbot)
    qtbot.waitUntil(
        lambda: list(store.kept.values()) == [window.context.session.key]
    )  # it is remembered on another thread
    qtbot.waitUntil(card(window).remember.box.isChecked)
    card(window).remember.box.click()
    qtbot.waitUntil(lambda: store.kept == {})


def test_the_box_is_disabled_until_the_key_store_has_answered(
    window: MainWindow, qtbot: QtBot, store: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = threading.Event()
    recall = keystore.recall

    def slowly(path: Path) -> str | None:
        key = recall(path)
        known.wait(5)
        return key

    monkeypatch.setattr(keystore, "recall", slowly)
    protect(window, qtbot)
    assert not card(window).remember.box.isEnabled()
    known.set()
    qtbot.waitUntil(card(window).remember.box.isEnabled)
    card(window).remember.box.click()
    qtbot.waitUntil(lambda: list(store.kept.values()) == [window.context.session.key])
    assert card(window).remember.box.isChecked()


def test_where_nothing_can_be_remembered_the_card_says_so(window: MainWindow, qtbot: QtBot) -> None:
    protect(window, qtbot)
    remember = card(window).remember
    qtbot.waitUntil(lambda: "lugar protegido" in remember.words.text())
    assert not remember.box.isEnabled()
    assert not remember.box.isChecked()
    assert remember.box.isHidden(), "there is nothing to tick"


def test_after_a_failure_the_file_is_open_again_unchanged(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise ChapterError("No room")

    monkeypatch.setattr("chapterdesk.ui.screens.settings.protection_card.protect", full)
    protect(window, qtbot)
    assert window.context.session.key is None
    assert window.notice.text.text() == "No room"


def test_a_file_that_can_only_be_read_keeps_its_passphrase(
    desk: DeskFile, make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    path = desk.path
    desk.close()
    window = make_window(make_context(DeskFile.open(path, read_only=True)))
    assert not card(window).buttons[Intent.SET].isEnabled()


def test_the_idle_time_is_a_preference_and_lock_now_locks(window: MainWindow, qtbot: QtBot) -> None:
    protect(window, qtbot)
    assert "lock_after" not in window.workspace.visible_screen.form.fields  # type: ignore[union-attr]
    choice: Any = card(window).lock_form.fields["lock_after"]
    choice.picked.emit(2)
    assert window.context.settings.lock_after == 2
    assert window.context.settings_file.read().lock_after == 2
    qtbot.waitUntil(lambda: not window.findChildren(JobCover))  # the cover blocks clicks and locking
    card(window).lock_now.click()
    assert window.context.session.lock.is_on


def test_cancel_discards_what_was_typed(window: MainWindow) -> None:
    opened = form(window, Intent.SET)
    fill(opened, new=OLD)
    opened.cancel()
    assert card(window).form is None
    assert form(window, Intent.SET).new.first.text() == ""


def test_a_notice_about_a_plain_file_leads_to_the_card(window: MainWindow) -> None:
    window.context.session.lock.lock()
    window.notice.button.click()
    assert card(window).buttons[Intent.SET].hasFocus()


def test_returning_to_the_card_continues_its_open_form(window: MainWindow) -> None:
    opened = form(window, Intent.SET)
    card(window).focus_start()
    assert opened.new.first.field.hasFocus()
