"""Text typed in the strip is never lost: letters typed on a choice, a slip cancelled by Esc."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import FollowUp, SlipKind, Tier
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.slip_entry import SlipEntry
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys
from tests.ui.screens.meeting.test_story import handed_in

Open = Callable[..., MeetingScreen]
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def entry(screen: MeetingScreen) -> SlipEntry:
    assert isinstance(screen.strip.entry, SlipEntry)
    return screen.strip.entry


def typed(screen: MeetingScreen, name: str) -> str:
    widget = entry(screen).fields[name].editor
    assert isinstance(widget, QLineEdit)
    return widget.text()


def test_the_client_typed_right_after_the_name_is_stored_with_the_referral(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    screen.strip.focus_start()
    keys.type("rmar")
    keys.enter()
    keys.type("ort")
    keys.enter()
    assert entry(screen).focused_field() == "tier"
    keys.type("Inés Galán")
    keys.enter()
    (referral,) = handed_in(screen)
    assert (referral.prospect, referral.tier) == ("Inés Galán", Tier.INSIDE)


def test_arrows_and_space_still_choose_and_letters_are_appended(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    screen.strip.focus_start()
    keys.type("rmar")
    keys.enter()
    keys.type("ort")
    keys.enter()
    entry(screen).fields["prospect"].show_value("Inés")
    keys.press(KEY.Key_Right)
    keys.type(".")
    assert typed(screen, "prospect") == "Inés."
    assert entry(screen).fields["tier"].read() is Tier.OUTSIDE


def test_a_list_uses_the_letters_of_its_words_and_passes_on_the_others(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    screen.strip.begin("R")
    follow_up = entry(screen).fields["follow_up"]
    follow_up.take_focus()
    word = context.tr(next(iter(FollowUp)).label)
    keys.type(word[0].lower())
    assert follow_up.read() is not None
    assert typed(screen, "note") == ""
    entry(screen).fields["heat"].take_focus()
    keys.type("Zaragoza")
    assert typed(screen, "contact") == ""
    assert typed(screen, "note") == "Zaragoza"


def test_a_cancelled_slip_is_announced_and_ctrl_z_restores_it(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    keys.type("1")
    notices: list[str] = []
    context.noticed.connect(lambda text, action, _act: notices.append(f"{text} {action}"))
    screen.strip.focus_start()
    keys.type("rmar")
    keys.enter()
    keys.type("orte")
    keys.press(KEY.Key_Escape, KEY.Key_Escape)
    assert screen.strip.entry is None
    assert context.tr(SlipKind.REFERRAL.label) in notices[-1]
    assert context.tr("Bring it back") in notices[-1]
    keys.press(KEY.Key_Z, modifiers=CTRL)
    assert (typed(screen, "giver"), typed(screen, "receiver")) == ("Bruno Martín Ruiz", "orte")
    step = context.desk.undo_step
    assert step is not None
    assert "name" in step.params, "the stored mark is not changed"
    keys.press(KEY.Key_Backspace)
    keys.enter()
    keys.enter()
    (referral,) = handed_in(screen)
    assert (referral.giver, referral.receiver) == ("Bruno Martín Ruiz", "Diego Ortega Sanz")


def test_after_another_change_ctrl_z_undoes_that_change(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    screen.strip.focus_start()
    keys.type("rmar")
    keys.press(KEY.Key_Escape, KEY.Key_Escape)
    screen.roll.view.setFocus()
    keys.type("1")
    settle()
    screen.strip.focus_start()
    keys.press(KEY.Key_Z, modifiers=CTRL)
    assert screen.strip.entry is None
    assert context.desk.undo_step is None or "name" not in context.desk.undo_step.params


def test_an_empty_slip_is_cancelled_without_a_notice(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    notices: list[str] = []
    context.noticed.connect(lambda text, *_rest: notices.append(text))
    screen.strip.focus_start()
    keys.type("r")
    keys.press(KEY.Key_Escape)
    assert screen.strip.entry is None
    assert notices == []


def test_text_that_esc_removed_from_a_field_comes_back_with_ctrl_z(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.type("1")
    step = context.desk.undo_step
    screen.strip.begin("R")
    entry(screen).fields["prospect"].take_focus()
    keys.type("Ines")
    keys.press(KEY.Key_Escape)
    assert typed(screen, "prospect") == ""
    keys.press(KEY.Key_Z, modifiers=CTRL)
    assert typed(screen, "prospect") == "Ines"
    assert context.desk.undo_step == step
