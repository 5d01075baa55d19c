"""A full disk: no typed text is lost, in any field, and Try again stores exactly that text."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.store import calendar
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.meetings import meeting_on
from chapterdesk.store.members import members
from chapterdesk.store.people import add_consent
from chapterdesk.store.roles import start_role
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.session.unsaved import FULL
from chapterdesk.ui.shell import new_chapter_page
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets import Choice
from chapterdesk.ui.widgets.banner import BannerBar
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW
from tests.ui.conftest import settle
from tests.ui.full_disk import full_disk

Key = Qt.Key
TODAY = dt.date(2026, 3, 5)


class Desk:
    """The window with the small chapter, one slip, two visitors, a role and a consent; and methods for typing."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.context = window.context

    def go(self, key: str, **what: Any) -> Any:
        assert self.window.workspace is not None
        self.window.workspace.go(key, **what)
        self.window.activateWindow()
        return self.window.workspace.visible_screen

    @cached_property
    def ana(self) -> int:
        return int(self.scalar("SELECT id FROM person WHERE first_name = 'Ana'"))

    @property
    def card(self) -> Any:
        return self.go("members", person_id=self.ana).card

    def scalar(self, sql: str) -> Any:
        with self.context.desk.read() as s:
            return s.execute(text(sql)).scalar()

    def digest(self) -> list[Any]:
        """Everything in the file that the director can change."""
        with self.context.desk.read() as s:
            tables = s.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")).scalars().all()
            return [list(s.execute(text(f'SELECT * FROM "{name}" ORDER BY 1'))) for name in tables]


def put(field: QWidget, words: str, key: Key = Key.Key_Tab) -> None:
    """Replace what stands in a field, and leave it by a key."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, key)


def pick(choice: Choice, value: Any) -> None:
    choice.set_value(value)
    choice.picked.emit(value)


@dataclass(frozen=True)
class Place:
    """A field: how it is changed, what it then shows, and its value in the file."""

    enter: Callable[[Desk], Any]
    seen: Callable[[Desk], Any]
    wanted: Any
    sql: str
    stored: Any


def strip_slip(desk: Desk) -> None:
    strip = desk.go("meeting").strip
    strip.begin("R")
    for role, words in (("giver", "gar"), ("receiver", "mar")):
        field = strip.entry.fields[role].editor
        put(field, words, Key.Key_Return)
    strip.entry.fields["note"].editor.setText("Una obra")
    strip.store()


def strip_guest(desk: Desk) -> None:
    strip = desk.go("meeting").strip
    strip.begin("V")
    strip.entry.fields["name"].editor.setText("Hugo Vidal Mas")
    strip.entry.fields["company"].editor.setText("Vidal SL")
    put(strip.entry.fields["name"].editor, "Hugo Vidal Mas", Key.Key_Return)
    strip.store()


def strip_seen(field: str) -> Callable[[Desk], Any]:
    def seen(desk: Desk) -> Any:
        return desk.go("meeting").strip.entry.fields[field].editor.text()

    return seen


def feed_correction(desk: Desk) -> None:
    feed = desk.go("meeting").feed
    at = feed.lines.position(lambda row: row.key[0] == SlipKind.REFERRAL or "Bruno" in row.title)
    feed.correct(feed.lines.index(max(at, 0), 0))
    feed.correction.entry.fields["note"].editor.setText("Otra obra")
    feed.store()


def feed_removal(desk: Desk) -> None:
    feed = desk.go("meeting").feed
    at = feed.lines.position(lambda row: hasattr(row.source, "giver"))
    feed.remove(feed.lines.row(at))


def mark(desk: Desk) -> None:
    roll = desk.go("meeting").roll
    roll.view.setFocus()
    roll.view.store(roll.model.index(0).data(ROW), Code.LATE)


def cell(desk: Desk, key: str) -> Any:
    table = desk.go("slips").ledger.table
    assert table.select(lambda row: row.kind == SlipKind.REFERRAL)
    at = next(at for at, place in enumerate(table.lines.columns) if place.key == key)
    table.setCurrentIndex(table.lines.index(table.currentIndex().row(), at))
    QTest.keyClick(table, Key.Key_F2)
    return open_cell(desk)


def open_cell(desk: Desk) -> Any:
    table = desk.go("slips").ledger.table
    fields = (*table.viewport().findChildren(QLineEdit), *table.viewport().findChildren(Choice))
    return next((one for one in fields if one.isVisible()), None)


def show_referrals(desk: Desk) -> None:
    desk.go("slips").ledger.tiles.tiles[SlipKind.REFERRAL].click()


def ledger_note(desk: Desk) -> None:
    show_referrals(desk)
    put(cell(desk, "note"), "Otra obra", Key.Key_Return)
    settle()


def ledger_tier(desk: Desk) -> None:
    show_referrals(desk)
    editor = cell(desk, "tier")
    editor.set_value(Tier.OUTSIDE)
    editor.activated.emit(0)


def ledger_adding(desk: Desk) -> None:
    page = desk.go("slips").ledger
    page.open_add_panel()
    page.add_panel.choose(SlipKind.ONE_TO_ONE)
    for role, words in (("giver", "gar"), ("receiver", "ort")):
        put(page.add_panel.entry.fields[role].editor, words, Key.Key_Return)
    page.add_panel.entry.fields["place"].editor.setText("Café Central")
    page.add_panel.act_button.click()


def ledger_removal(desk: Desk) -> None:
    page = desk.go("slips").ledger
    assert page.table.select(lambda row: row.kind == SlipKind.REFERRAL)
    page.remove(page.table.current_row())


def new_member(desk: Desk) -> None:
    screen = desk.go("members")
    screen.open_add_panel()
    screen.new.name.setText("Gloria Reyes Mora")
    screen.new.seat.setText("Notaria")
    screen.new.add()


def new_visit(desk: Desk) -> None:
    screen = desk.go("visitors")
    screen.open_add_panel()
    screen.new.name.setText("Irene Vidal")
    screen.new.add()


def visit(desk: Desk) -> Any:
    screen = desk.go("visitors")
    assert screen.table.select(lambda row: row.first_name == "Marta")
    return screen.panel


def ending(desk: Desk) -> None:
    panel = desk.card.end_panel
    panel.begin(desk.card.card)
    panel.reason.setText("Se muda")
    panel.act()


def joining(desk: Desk) -> None:
    panel = visit(desk)
    panel.open_join_panel()
    panel.seat.setText("Notaria")
    panel.make_member()


def photo(desk: Desk) -> None:
    file = desk.folder / "foto.png"
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(1)
    picture.save(str(file))
    desk.card.head_part.store_photo(str(file))


def seats(desk: Desk) -> Any:
    screen = desk.go("members")
    return screen.seats


def wanted_seat(desk: Desk) -> None:
    seats(desk).new.setText("Florista")
    seats(desk).add()


def role(desk: Desk) -> None:
    new = desk.card.roles
    new.text.setText("Tesorería")
    new.add()


def role_end(desk: Desk) -> None:
    (field,) = desk.card.roles.ends.values()
    put(field, "31/12/2026", Key.Key_Return)


def consent(desk: Desk) -> None:
    new = desk.card.consents
    new.text.setText("Vídeo")
    new.add()


def consent_end(desk: Desk) -> None:
    (field,) = desk.card.consents.ends.values()
    put(field, "31/12/2026", Key.Key_Return)


def holiday(desk: Desk) -> None:
    card = desk.go("settings").holidays
    card.day.setText("2/4/2026")
    card.name.setText("Jueves Santo")
    card.add()


def new_chapter(desk: Desk) -> None:
    screen = desk.go("settings")
    screen.open_new_chapter()
    screen.new_form.name.setText("Grupo Vega")
    screen.add_chapter()


def move(desk: Desk) -> None:
    steering = desk.go("meeting").steering
    steering.ask_move()
    steering.panel.day.setText("6/3/2026")
    steering.panel.answer()


def complete(desk: Desk) -> None:
    steering = desk.go("meeting").steering
    steering.main_action()
    if steering.panel is not None:
        steering.panel.answer()


def person(key: str) -> Callable[[Desk], Any]:
    return lambda desk: desk.card.person.fields[key]


PLACES = {
    "a slip in the strip": Place(
        strip_slip, strip_seen("note"), "Una obra", "SELECT count(*) FROM slip WHERE note = 'Una obra'", 1
    ),
    "a visitor in the strip": Place(
        strip_guest, strip_seen("company"), "Vidal SL", "SELECT count(*) FROM person WHERE company = 'Vidal SL'", 1
    ),
    "a correction in the feed": Place(
        feed_correction,
        lambda desk: desk.go("meeting").feed.correction.entry.fields["note"].editor.text(),
        "Otra obra",
        "SELECT count(*) FROM slip WHERE note = 'Otra obra'",
        1,
    ),
    "a slip taken away in the feed": Place(feed_removal, lambda _: 0, 0, "SELECT count(*) FROM slip", 0),
    "a mark": Place(mark, lambda _: 0, 0, "SELECT count(*) FROM attendance WHERE code = 'L'", 1),
    "all others present": Place(
        lambda desk: desk.go("meeting").roll.view.mark_rest(),
        lambda _: 0,
        0,
        "SELECT count(*) FROM attendance WHERE code = 'P'",
        6,
    ),
    "a visitor who arrives": Place(
        lambda desk: desk.go("meeting").expected.tick(
            next(row for row in desk.go("meeting").expected.lines.rows if row.first_name == "Nora")
        ),
        lambda _: 0,
        0,
        "SELECT count(*) FROM visit WHERE attended",
        2,
    ),
    "a meeting that is moved": Place(
        move,
        lambda desk: desk.go("meeting").steering.panel.day.text(),
        "6/3/2026",
        "SELECT count(*) FROM meeting WHERE date = '2026-03-06'",
        1,
    ),
    "a meeting that is completed": Place(
        complete, lambda _: 0, 0, "SELECT count(*) FROM meeting WHERE status = 'completed'", 1
    ),
    "a note in the ledger": Place(
        ledger_note,
        lambda desk: open_cell(desk).text(),
        "Otra obra",
        "SELECT count(*) FROM slip WHERE note = 'Otra obra'",
        1,
    ),
    "a choice in the ledger": Place(
        ledger_tier, lambda _: 0, 0, f"SELECT count(*) FROM slip WHERE tier = '{Tier.OUTSIDE}'", 1
    ),
    "a slip added to the ledger": Place(
        ledger_adding,
        lambda desk: desk.go("slips").ledger.add_panel.entry.fields["place"].editor.text(),
        "Café Central",
        "SELECT count(*) FROM slip WHERE place = 'Café Central'",
        1,
    ),
    "a slip taken out of the ledger": Place(ledger_removal, lambda _: 0, 0, "SELECT count(*) FROM slip", 0),
    "a new member": Place(
        new_member,
        lambda desk: (desk.go("members").new.name.text(), desk.go("members").new.seat.text()),
        ("Gloria Reyes Mora", "Notaria"),
        "SELECT count(*) FROM person WHERE first_name = 'Gloria'",
        1,
    ),
    "an expected visitor": Place(
        new_visit,
        lambda desk: desk.go("visitors").new.name.text(),
        "Irene Vidal",
        "SELECT count(*) FROM person WHERE first_name = 'Irene'",
        1,
    ),
    "a company": Place(
        lambda desk: put(person("company")(desk), "Bufete Nuevo"),
        lambda desk: person("company")(desk).text(),
        "Bufete Nuevo",
        "SELECT count(*) FROM person WHERE company = 'Bufete Nuevo'",
        1,
    ),
    "phones": Place(
        lambda desk: put(person("phones")(desk), "600 000 111"),
        lambda desk: person("phones")(desk).text(),
        "600 000 111",
        "SELECT count(*) FROM person WHERE phones LIKE '%600 000 111%'",
        1,
    ),
    "notes": Place(
        lambda desk: put(person("notes")(desk), "Madruga"),
        lambda desk: person("notes")(desk).toPlainText(),
        "Madruga",
        "SELECT count(*) FROM person WHERE notes = 'Madruga'",
        1,
    ),
    "a seat": Place(
        lambda desk: put(desk.card.membership.seat, "Notaria"),
        lambda desk: desk.card.membership.seat.text(),
        "Notaria",
        "SELECT count(*) FROM classification WHERE name = 'Notaria'",
        1,
    ),
    "a day of the membership": Place(
        lambda desk: put(desk.card.membership.fields["renewal_due"], "31/12/2026"),
        lambda desk: desk.card.membership.fields["renewal_due"].text(),
        "31/12/2026",
        "SELECT count(*) FROM membership WHERE renewal_due = '2026-12-31'",
        1,
    ),
    "a status": Place(
        lambda desk: pick(desk.card.membership.status, Status.LEAVE),
        lambda desk: desk.card.membership.status.value(),
        Status.LEAVE,
        "SELECT count(*) FROM membership WHERE status = 'leave'",
        1,
    ),
    "the end of a membership": Place(
        ending,
        lambda desk: desk.card.end_panel.reason.text(),
        "Se muda",
        "SELECT count(*) FROM membership WHERE end_reason = 'Se muda'",
        1,
    ),
    "a visitor who joins": Place(
        joining,
        lambda desk: visit(desk).seat.text(),
        "Notaria",
        "SELECT count(*) FROM classification WHERE name = 'Notaria'",
        1,
    ),
    "a photo": Place(photo, lambda _: 0, 0, "SELECT count(*) FROM photo", 1),
    "a role": Place(
        role,
        lambda desk: desk.card.roles.text.text(),
        "Tesorería",
        "SELECT count(*) FROM role_term",
        2,
    ),
    "the end of a role": Place(
        role_end,
        lambda desk: next(iter(desk.card.roles.ends.values())).text(),
        "31/12/2026",
        "SELECT count(*) FROM role_term WHERE \"end\" = '2026-12-31'",
        1,
    ),
    "a consent": Place(
        consent, lambda desk: desk.card.consents.text.text(), "Vídeo", "SELECT count(*) FROM consent", 2
    ),
    "the end of a consent": Place(
        consent_end,
        lambda desk: next(iter(desk.card.consents.ends.values())).text(),
        "31/12/2026",
        "SELECT count(*) FROM consent WHERE withdrawn_on = '2026-12-31'",
        1,
    ),
    "a seat that is wanted": Place(
        wanted_seat,
        lambda desk: seats(desk).new.text(),
        "Florista",
        "SELECT count(*) FROM classification WHERE name = 'Florista'",
        1,
    ),
    "a note on a visit": Place(
        lambda desk: put(visit(desk).person.fields["note"], "Vuelve en mayo"),
        lambda desk: visit(desk).person.fields["note"].text(),
        "Vuelve en mayo",
        "SELECT count(*) FROM visit WHERE note = 'Vuelve en mayo'",
        1,
    ),
    "an e-mail of a visitor": Place(
        lambda desk: put(visit(desk).person.fields["emails"], "marta@example.org"),
        lambda desk: visit(desk).person.fields["emails"].text(),
        "marta@example.org",
        "SELECT count(*) FROM person WHERE emails LIKE '%marta@%'",
        1,
    ),
    "an outcome": Place(
        lambda desk: pick(visit(desk).visit.fields["outcome"], VisitOutcome.INTERESTED),
        lambda desk: visit(desk).visit.fields["outcome"].value(),
        VisitOutcome.INTERESTED,
        f"SELECT count(*) FROM visit WHERE outcome = '{VisitOutcome.INTERESTED}'",
        1,
    ),
    "a visit taken away": Place(
        lambda desk: visit(desk).remove_visit(), lambda _: 0, 0, "SELECT count(*) FROM visit", 1
    ),
    "a holiday": Place(
        holiday,
        lambda desk: (desk.go("settings").holidays.day.text(), desk.go("settings").holidays.name.text()),
        ("2/4/2026", "Jueves Santo"),
        "SELECT count(*) FROM holiday WHERE name = 'Jueves Santo'",
        1,
    ),
    "the name of the chapter": Place(
        lambda desk: put(desk.go("settings").chapter.form.name, "Grupo Olmo"),
        lambda desk: desk.go("settings").chapter.form.name.text(),
        "Grupo Olmo",
        "SELECT count(*) FROM chapter WHERE name = 'Grupo Olmo'",
        1,
    ),
    "the place of the chapter": Place(
        lambda desk: put(desk.go("settings").chapter.form.fields["place"], "Hotel Sol"),
        lambda desk: desk.go("settings").chapter.form.fields["place"].text(),
        "Hotel Sol",
        "SELECT count(*) FROM chapter WHERE place = 'Hotel Sol'",
        1,
    ),
    "the weekday of the chapter": Place(
        lambda desk: pick(desk.go("settings").chapter.form.fields["weekday"], 1),
        lambda desk: desk.go("settings").chapter.form.fields["weekday"].value(),
        1,
        "SELECT count(*) FROM chapter WHERE weekday = 1",
        1,
    ),
    "another chapter": Place(
        new_chapter,
        lambda desk: desk.go("settings").new_form.name.text(),
        "Grupo Vega",
        "SELECT count(*) FROM chapter WHERE name = 'Grupo Vega'",
        1,
    ),
    "an undo": Place(lambda desk: desk.context.undo(), lambda _: 0, 0, "SELECT count(*) FROM slip", 0),
}


@pytest.fixture
def at_work(
    context: Context, make_window: Callable[[Context], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """The window, with a value in every field."""
    monkeypatch.setattr(Choice, "showPopup", lambda _self: None)  # the offscreen platform cannot keep the focus
    chapter_id = context.chapter.id
    with context.desk.change("Something in every place") as s:
        people = {row.first_name: row.person_id for row in members(s, chapter_id, TODAY)}
        today = meeting_on(s, chapter_id, TODAY)
        assert today is not None
        add_visit(s, today.id, first_name="Marta", last_name="Gil", inviter_id=people["Ana"], attended=True)
        add_visit(s, today.id, first_name="Nora", last_name="Sol", attended=False)
        start_role(s, chapter_id, people["Ana"], "Presidencia", dt.date(2025, 10, 1))
        add_consent(s, people["Ana"], "Foto", dt.date(2025, 10, 1))
    with context.desk.change("A slip") as s:
        draft = SlipDraft(
            kind=SlipKind.REFERRAL,
            date=TODAY,
            giver_id=people["Bruno"],
            receiver_id=people["Carmen"],
            tier=Tier.INSIDE,
            meeting_id=today.id,
        )
        add_slip(s, chapter_id, draft)
    return Desk(make_window(context), tmp_path)


def bar(desk: Desk) -> BannerBar:
    """The text of the banner about the full disk."""
    assert desk.window.workspace is not None
    return next(one for one in desk.window.workspace.banners.bars if one.banner.key == FULL)


@pytest.mark.parametrize("name", PLACES)
def test_typed_text_stays_and_is_stored_once_when_there_is_room(at_work: Desk, qtbot: QtBot, name: str) -> None:
    place, context = PLACES[name], at_work.context
    before = at_work.digest()
    with full_disk(context.session.file):
        place.enter(at_work)
        assert at_work.digest() == before
        assert bar(at_work).isVisible()
        settle()
        assert place.seen(at_work) == place.wanted
        bar(at_work).buttons[0].click()
        assert place.seen(at_work) == place.wanted
        assert at_work.digest() == before
        assert "1 " in bar(at_work).text.text()
    steps = context.desk.undo_count
    bar(at_work).buttons[0].click()
    qtbot.waitUntil(lambda: at_work.scalar(place.sql) == place.stored)
    assert context.desk.undo_count == (steps - 1 if name == "an undo" else steps + 1)
    assert context.banners.find(FULL) is None
    assert context.session.unsaved.refused == 0


def test_a_newer_attempt_replaces_the_waiting_one(at_work: Desk) -> None:
    context = at_work.context
    with full_disk(context.session.file):
        put(person("company")(at_work), "Bufete Uno")
        put(person("company")(at_work), "Bufete Dos")
        put(person("phones")(at_work), "600 000 111")
        assert "2 " in bar(at_work).text.text()
    bar(at_work).buttons[0].click()
    assert at_work.scalar("SELECT company FROM person WHERE first_name = 'Ana'") == "Bufete Dos"
    assert "600 000 111" in at_work.scalar("SELECT phones FROM person WHERE first_name = 'Ana'")
    assert context.banners.find(FULL) is None


def test_a_change_stored_meanwhile_is_not_repeated(at_work: Desk) -> None:
    context = at_work.context
    with full_disk(context.session.file):
        put(person("company")(at_work), "Bufete Uno")
    put(person("company")(at_work), "Bufete Dos")
    assert at_work.scalar("SELECT company FROM person WHERE first_name = 'Ana'") == "Bufete Dos"
    assert context.session.unsaved.refused == 0
    assert context.banners.find(FULL) is None


def test_text_about_somebody_is_kept_while_another_card_is_shown(at_work: Desk) -> None:
    with full_disk(at_work.context.session.file):
        put(person("company")(at_work), "Bufete Nuevo")
        bruno = int(at_work.scalar("SELECT id FROM person WHERE first_name = 'Bruno'"))
        card = at_work.go("members", person_id=bruno).card
        assert card.person.fields["company"].text() == "Estudio Martín"
        put(card.person.fields["company"], "Estudio Dos")
        assert "2 " in bar(at_work).text.text()
    bar(at_work).buttons[0].click()
    assert at_work.scalar("SELECT company FROM person WHERE first_name = 'Ana'") == "Bufete Nuevo"
    assert at_work.scalar("SELECT company FROM person WHERE first_name = 'Bruno'") == "Estudio Dos"
    assert card.person.fields["company"].text() == "Estudio Dos"


def test_the_window_warns_once_before_it_closes_over_waiting_changes(at_work: Desk) -> None:
    window, context = at_work.window, at_work.context
    with full_disk(context.session.file):
        put(person("company")(at_work), "Bufete Nuevo")
        assert not window.close()
        window.context.session.request_close()
        assert not context.is_open


def test_closing_stores_waiting_changes_when_there_is_room_again(at_work: Desk) -> None:
    window, context = at_work.window, at_work.context
    with full_disk(context.session.file):
        put(person("company")(at_work), "Bufete Nuevo")
    path = context.session.path
    assert window.close()
    with DeskFile.open(path) as desk, desk.read() as s:
        assert s.execute(text("SELECT company FROM person WHERE first_name = 'Ana'")).scalar() == "Bufete Nuevo"


def test_the_file_is_not_closed_for_a_job_while_changes_wait(at_work: Desk) -> None:
    context = at_work.context
    with full_disk(context.session.file):
        put(person("company")(at_work), "Bufete Nuevo")
        context.session.work_on_closed(lambda path, key, _progress: ReopenAs(path, key), "Nothing")
        assert context.is_open
        assert context.session.unsaved.refused == 1


def test_a_waiting_chapter_name_is_not_overwritten_by_the_stored_one(at_work: Desk) -> None:
    card = at_work.go("settings").chapter
    with full_disk(at_work.context.session.file):
        put(card.form.name, "Grupo Olmo")
    card.refresh()
    assert card.form.name.text() == "Grupo Olmo"
    bar(at_work).buttons[0].click()
    card.refresh()
    assert card.form.name.text() == "Grupo Olmo"
    assert at_work.context.chapter.name == "Grupo Olmo"


def test_a_change_just_before_the_file_is_closed_refreshes_nothing(at_work: Desk) -> None:
    put(person("company")(at_work), "Bufete Nuevo")
    at_work.context.session.close()
    settle()


def test_a_change_that_cannot_be_repeated_is_reported_and_can_be_dismissed(at_work: Desk) -> None:
    context = at_work.context
    context.tell(DiskFullError("The disk is full"))
    assert bar(at_work).buttons == []
    cross = bar(at_work).cross
    assert cross is not None
    cross.click()
    assert context.banners.find(FULL) is None


def test_a_new_chapter_without_room_leaves_no_file_and_can_be_tried_again(
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_chapter_page, "own_folder", lambda: tmp_path / "Documentos")
    window = make_window(make_context())
    assert window.start_page is not None
    window.start_page.begin(())
    page = window.start_page.new_chapter
    page.form.name.setText("Grupo Vega")

    def refuse(*_: Any) -> None:
        raise DiskFullError("The disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(calendar, "ensure_meetings", refuse)
        page.make()
    assert page.form.name.text() == "Grupo Vega"
    assert page.error.isVisible()
    assert list((tmp_path / "Documentos").iterdir()) == []
    page.make()
    assert window.context.chapter.name == "Grupo Vega"


CHILD = """
import resource, signal, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.shell import new_chapter_page
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.look.style import Style
app = QApplication([])
path, settings = map(Path, sys.argv[1:])
context = Context(DeskSession(SettingsFile(settings), language="es"), Style("light"))
context.session.use_file(DeskFile.open(path))
window = MainWindow(context)
window.show()
window.workspace.go("settings")
place = window.workspace.visible_screen.chapter.form.fields["place"]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
place.setText("Hotel Sol " * 400)
place.editingFinished.emit()
bars = window.workspace.banners.bars
print("told", len(bars), place.text() == "Hotel Sol " * 400, context.chapter.place == "")
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
bars[0].buttons[0].click()
for _ in range(4):
    app.processEvents()
print("stored", len(window.workspace.banners.bars), context.chapter.place.startswith("Hotel Sol"))
window.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit of file sizes")
def test_a_real_limit_of_the_system_loses_nothing_that_was_typed(desk: DeskFile, tmp_path: Path) -> None:
    path = desk.path
    desk.close()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), str(tmp_path / "settings.ini")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["told 1 True True", "stored 0 True"], done.stderr
    with DeskFile.open(path) as again, again.read() as s:
        assert str(s.execute(text("SELECT place FROM chapter")).scalar()).startswith("Hotel Sol")
