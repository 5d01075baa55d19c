"""Settings: preferences apply at once; data of the chapter, holidays and another chapter are edited in place."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.preferences import Settings
from chapterdesk.store.chapters import add_chapter, chapters, holidays, logo
from chapterdesk.store.meetings import meetings
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import LOGO, read_logo, read_photo
from chapterdesk.ui.widgets.screen import Screen

MakeScreen = Callable[[type[Screen], Context], SettingsScreen]


@pytest.fixture
def screen(make_screen: MakeScreen, context: Context) -> SettingsScreen:
    return make_screen(SettingsScreen, context)


def test_the_chapter_is_edited_in_place_and_undone(screen: SettingsScreen, context: Context, qtbot: QtBot) -> None:
    data = screen.chapter.form
    data.name.setFocus()
    data.name.selectAll()
    qtbot.keyClicks(data.name, "Ribera")
    qtbot.keyClick(data.name, Qt.Key.Key_Return)
    assert context.chapter.name == "Ribera"
    data.time.setText("8")
    data.time.editingFinished.emit()
    assert context.chapter.start_time == dt.time(8)
    data.currency.setFocus()
    data.currency.picked.emit("USD")
    assert context.chapter.currency == "USD"
    context.undo()
    context.undo()
    context.undo()
    assert (context.chapter.name, context.chapter.start_time) == ("Grupo Alameda", dt.time(7))
    assert data.name.text() == "Grupo Alameda"
    assert data.time.text() == "7:00"


@pytest.mark.parametrize(("width", "beside"), [(1060, True), (620, False)])
def test_the_cards_are_side_by_side_where_there_is_room(
    make_screen: Callable[..., SettingsScreen], context: Context, qtbot: QtBot, width: int, beside: bool
) -> None:
    screen = make_screen(SettingsScreen, context, width)
    inner, room = screen.area.widget(), screen.area.viewport()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.minimumSizeHint().width() <= room.width())
    assert (screen.chapter.mapTo(inner, screen.chapter.rect().topLeft()).x() > 100) is beside


def test_a_name_that_is_taken_is_reported_beside_the_field(screen: SettingsScreen, context: Context) -> None:
    with context.desk.change("Another") as s:
        add_chapter(s, name="Ribera")
    screen.chapter.form.name.committed.emit("ribera")
    assert screen.chapter.form.bound["name"].error.isVisible()
    assert context.chapter.name == "Grupo Alameda"


def test_another_country_offers_its_own_regions(screen: SettingsScreen, context: Context) -> None:
    assert screen.chapter.form.region.value() == "MD"
    screen.chapter.form.country.picked.emit("DE")
    assert (context.chapter.country, context.chapter.subdivision) == ("DE", "")
    names = [screen.chapter.form.region.itemText(at) for at in range(screen.chapter.form.region.count())]
    assert "Bayern" in names
    assert "Madrid" not in names
    screen.chapter.form.country.picked.emit("")
    assert screen.chapter.form.region.count() == 1


def test_another_weekday_plans_the_meetings_of_the_next_weeks(screen: SettingsScreen, context: Context) -> None:
    screen.chapter.form.fields["weekday"].picked.emit(1)  # type: ignore[attr-defined]
    with context.desk.read() as s:
        planned = [row.date.weekday() for row in meetings(s, context.chapter.id) if row.date > context.today()]
    assert planned.count(1) >= 7


def test_a_holiday_is_added_in_place_refused_twice_and_removed(
    screen: SettingsScreen, context: Context, qtbot: QtBot
) -> None:
    card = screen.holidays
    card.add()
    assert card.error.isVisible()
    for _time in range(2):
        card.day.setText("19/3/2026")
        card.name.setText("San José")
        qtbot.keyClick(card.name, Qt.Key.Key_Return)
    with context.desk.read() as s:
        rows = holidays(s, context.chapter.id)
    assert [(row.date, row.name) for row in rows] == [(dt.date(2026, 3, 19), "San José")]
    assert card.error.isVisible()
    assert "San José" in [part.text() for part in card.findChildren(QLabel)]
    card.remove(rows[0])
    with context.desk.read() as s:
        assert holidays(s, context.chapter.id) == []


def test_another_chapter_is_added_in_place_and_chosen(screen: SettingsScreen, context: Context) -> None:
    screen.show_item(new_chapter=True)
    assert screen.new.isVisible()
    screen.new_form.name.setText("Grupo Alameda")
    screen.add_chapter()
    assert screen.new.error.isVisible()
    screen.new_form.name.setText("Grupo Ribera")
    screen.add_chapter()
    assert not screen.new.isVisible()
    assert context.chapter.name == "Grupo Ribera"
    context.undo()
    assert context.chapter.name == "Grupo Alameda"
    with context.desk.read() as s:
        assert len(chapters(s)) == 1


def test_preferences_are_stored_and_apply_at_once(screen: SettingsScreen, context: Context, tmp_path: Path) -> None:
    theme = screen.form.fields["theme"]
    size = screen.form.fields["text_size"]
    before = context.style.points()
    theme.picked.emit("dark")  # type: ignore[attr-defined]
    size.picked.emit(115)  # type: ignore[attr-defined]
    assert context.style.theme == "dark"
    assert context.style.points() > before
    stored = SettingsFile(tmp_path / "settings.ini").read()
    assert (stored.theme, stored.text_size) == ("dark", 115)
    context.set_preferences(theme="light", text_size=100)


def test_invalid_preferences_count_as_not_set(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[preferences]\ntheme=purple\ntext_size=abc\nlanguage=es\n[window]\ngeometry=7\n", "utf-8")
    stored = SettingsFile(path)
    assert stored.read() == Settings(language="es")
    assert stored.geometry().isEmpty()
    assert stored.recent() == []


def test_a_file_is_remembered_once_however_its_path_is_spelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = tmp_path / "Ribera.chapterdesk", tmp_path / "RIBERA.chapterdesk"
    for file in (path, other):
        file.touch()
    stored = SettingsFile(tmp_path / "s.ini")
    monkeypatch.setattr(os.path, "normcase", lambda file: os.fspath(file).lower())  # as Windows does
    stored.remember(path)
    stored.remember_chapter(path, 3)
    stored.remember(other)
    assert stored.recent() == [other]
    assert stored.chapter_of(other) == 3


def test_a_logo_is_stored_small_and_removed(screen: SettingsScreen, context: Context, tmp_path: Path) -> None:
    picture = QImage(3000, 1000, QImage.Format.Format_RGB32)
    picture.fill(0x0A6560)
    picture.save(str(tmp_path / "logo.jpg"))
    data = read_logo(str(tmp_path / "logo.jpg"))
    assert QImage.fromData(data).width() == LOGO
    screen.chapter.set_logo(data)
    with context.desk.read() as s:
        assert logo(s, context.chapter.id) == data
    assert screen.chapter.picture.isVisible()
    screen.chapter.remove_logo.click()
    with context.desk.read() as s:
        assert logo(s, context.chapter.id) is None
    context.undo()
    with context.desk.read() as s:
        assert logo(s, context.chapter.id) == data


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_file_that_is_not_a_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    for read in (read_logo, read_photo):
        with pytest.raises(ChapterError):
            read(str(path))
