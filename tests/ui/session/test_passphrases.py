"""Passphrases in the window: asking in place, remembering on request, protecting a new file, showing the strength."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping import keystore
from chapterdesk.store.sqlite.faults import PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.opening import unlock
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.session.tasks import ask_key_store
from chapterdesk.ui.shell import new_chapter_page, passphrase_page
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.passphrase_page import PassphrasePage
from chapterdesk.ui.shell.start_page import StartPage
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets import NewPassphrase
from chapterdesk.ui.widgets.context import Context
from tests.copies import copied
from tests.keyring_in_memory import InMemory, PlainText

PASSPHRASE = "mesa lluvia tren violeta"
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
def nothing(
    make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> MainWindow:
    """The window with no file open."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    monkeypatch.setattr(new_chapter_page, "own_folder", lambda: tmp_path / "Documentos")
    return make_window(make_context())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copied(tmp_path / "secreto.chapterdesk", one_chapter)


def one_chapter(path: Path) -> None:
    with DeskFile.create(path, PASSPHRASE) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Ribera", language="es")


def start(window: MainWindow) -> StartPage:
    assert window.start_page is not None
    return window.start_page


def asked(window: MainWindow, path: Path, qtbot: QtBot) -> PassphrasePage:
    """The page that asks, once the key store has answered."""
    window.context.session.open(path)
    page = start(window).locked
    with key_store_answers(qtbot):
        page.ask(path)
    return page


@contextmanager
def key_store_answers(qtbot: QtBot) -> Iterator[None]:
    """At the end wait for pending answers of the key store."""
    answers: list[object] = []

    def ask(owner: QObject, question: Callable[[], object], take: Callable[[Any], object]) -> None:
        def note(answer: object) -> None:
            take(answer)
            answers.append(answer)

        ask_key_store(owner, question, note)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase_page, "ask_key_store", ask)
        yield
    qtbot.waitUntil(lambda: bool(answers))


def type_it(page: PassphrasePage, passphrase: str, qtbot: QtBot) -> None:
    page.field.setText(passphrase)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)


def test_a_passphrase_is_remembered_only_if_it_is_wanted(
    nothing: MainWindow, path: Path, store: InMemory, qtbot: QtBot
) -> None:
    page = asked(nothing, path, qtbot)
    assert page.remember.box.isEnabled()
    assert not page.remember.box.isChecked()
    type_it(page, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: nothing.context.is_open)
    assert store.kept == {}
    nothing.context.session.request_close()
    page = asked(nothing, path, qtbot)
    page.remember.box.setChecked(True)
    type_it(page, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: bool(store.kept))
    assert PASSPHRASE not in str(store.kept)  # its key is remembered, not the words
    nothing.context.session.request_close()
    nothing.context.session.open(path)
    qtbot.waitUntil(lambda: nothing.context.is_open)


def test_a_wrong_remembered_passphrase_is_forgotten_and_asked_for(
    nothing: MainWindow, path: Path, store: InMemory, qtbot: QtBot
) -> None:
    keystore.remember(path, "something old")
    nothing.context.session.open(path)
    page = start(nothing).locked
    qtbot.waitUntil(page.error.isVisible)
    qtbot.waitUntil(lambda: not store.kept)
    assert not nothing.context.is_open
    assert page.field.text() == ""
    type_it(page, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: nothing.context.is_open)


def test_a_remembered_passphrase_is_forgotten_on_request(
    nothing: MainWindow, path: Path, store: InMemory, qtbot: QtBot
) -> None:
    keystore.remember(path, "something old")
    nothing.context.session.open(path)
    page = start(nothing).locked
    qtbot.waitUntil(page.error.isVisible)
    keystore.remember(path, unlock(path, PASSPHRASE))
    with key_store_answers(qtbot):
        page.ask(path)
        page.field.setText(PASSPHRASE)  # the director is quicker than the key store
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: nothing.context.is_open)
    qtbot.waitUntil(lambda: not store.kept)


@pytest.mark.parametrize("kind", [None, PlainText])
def test_where_nothing_can_be_remembered_it_says_so(
    nothing: MainWindow, path: Path, store: InMemory, kind: type[InMemory] | None, qtbot: QtBot
) -> None:
    from keyring.backends.null import Keyring

    keyring.set_keyring(kind() if kind else Keyring())  # type: ignore[no-untyped-call]
    page = asked(nothing, path, qtbot)
    assert not page.remember.box.isEnabled()
    assert page.remember.words.text() != "Recordar en este ordenador"
    type_it(page, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: nothing.context.is_open)


def test_going_back_while_opening_keeps_the_file_closed(nothing: MainWindow, path: Path, qtbot: QtBot) -> None:
    nothing.context.session.open(path)
    page = start(nothing).locked
    type_it(page, PASSPHRASE, qtbot)
    back = next(one for one in page.findChildren(QPushButton) if one.text() == "Volver")
    with qtbot.waitSignal(nothing.context.session.ended):
        back.click()
    assert not nothing.context.is_open
    assert start(nothing).pages.currentWidget() is start(nothing).choices  # and nothing was said
    assert page.field.text() == ""


def test_a_new_file_is_protected_if_that_is_wanted(nothing: MainWindow, qtbot: QtBot) -> None:
    page = start(nothing)
    page.begin(())
    new = page.new_chapter
    assert not new.protect.box.isChecked()
    assert new.passphrase.isHidden()
    new.form.name.setText("Ribera")
    new.protect.box.setChecked(True)
    new.button.click()
    assert new.passphrase.first_error.isVisible()
    new.passphrase.first.field.setText(PASSPHRASE)
    new.passphrase.second.field.setText("mesa lluvia")
    new.button.click()
    assert new.passphrase.second_error.isVisible()
    assert not nothing.context.is_open
    new.passphrase.second.field.setText(PASSPHRASE)
    new.button.click()
    qtbot.waitUntil(lambda: nothing.context.is_open)
    path = nothing.context.session.path
    nothing.context.session.request_close()
    with pytest.raises(PassphraseNeededError):
        DeskFile.open(path)
    DeskFile.open(path, PASSPHRASE).close()


def test_a_weak_passphrase_is_never_refused(make_context: MakeContext, qtbot: QtBot) -> None:
    new = NewPassphrase(make_context())
    qtbot.addWidget(new)
    new.first.field.setText("1")
    new.second.field.setText("1")
    assert new.value() == "1"


def test_the_warning_about_a_lost_passphrase_is_always_shown(make_context: MakeContext, qtbot: QtBot) -> None:
    fields = NewPassphrase(make_context())
    qtbot.addWidget(fields)
    for typed in ("", "perro", PASSPHRASE):
        fields.first.field.setText(typed)
        assert "nadie puede abrir el archivo" in fields.note.text()
        assert "nadie puede abrir el archivo" not in fields.advice.text()


def test_the_strength_is_a_word_and_bars_and_changes_as_it_is_typed(make_context: MakeContext, qtbot: QtBot) -> None:
    new = NewPassphrase(make_context(language="en"))
    qtbot.addWidget(new)
    new.show()
    words: list[tuple[str, int]] = []
    for text in ("hola", "mesa lluvia 47", "mesa lluvia tren", PASSPHRASE):
        new.first.field.clear()
        qtbot.keyClicks(new.first.field, text)
        words.append((new.word.text(), new.bars.rank))
        assert new.advice.text()
    assert words == [("Weak", 1), ("Fair", 2), ("Good", 3), ("Strong", 4)]
    assert "Strong" in new.bars.accessibleName()


def test_a_passphrase_is_hidden_until_the_eye_is_clicked(make_context: MakeContext, qtbot: QtBot) -> None:
    new = NewPassphrase(make_context(language="en"))
    qtbot.addWidget(new)
    edit = new.first
    assert edit.field.echoMode() == QLineEdit.EchoMode.Password
    edit.eye.click()
    assert edit.field.echoMode() == QLineEdit.EchoMode.Normal
    assert edit.eye.accessibleName() == "Hide the passphrase"
    new.clear()
    assert edit.field.echoMode() == QLineEdit.EchoMode.Password
