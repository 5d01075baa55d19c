"""Names in an introduction: a speaker whose adding is undone, and one name for two parties."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from chapterdesk.domain.slips import SAME_PERSON, SAME_THIRD
from chapterdesk.store.people import names
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys
from tests.ui.screens.meeting.test_nothing_lost import CTRL, entry, typed
from tests.ui.screens.meeting.test_story import handed_in, visitors

Open = Callable[..., MeetingScreen]


def introduce_by_new_person(screen: MeetingScreen, keys: Keys) -> None:
    """Store an introduction by Eva Xiloteca, who was not in the file."""
    screen.strip.focus_start()
    keys.type("iEva Xiloteca")
    keys.enter()
    keys.enter()
    fill_in_others(keys)


def fill_in_others(keys: Keys) -> None:
    keys.type("mar")
    keys.enter()
    keys.type("ort")
    keys.enter()
    keys.enter()


def test_a_speaker_whose_adding_is_undone_is_forgotten(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    introduce_by_new_person(screen, keys)
    assert "Eva Xiloteca" in screen.strip.hint.text()
    keys.press(Qt.Key.Key_Z, modifiers=CTRL)
    settle()
    assert handed_in(screen) == []
    assert "Eva Xiloteca" not in screen.strip.hint.text()
    keys.type("i")
    assert typed(screen, "giver") == ""


def test_an_open_slip_names_the_field_of_a_person_who_is_gone_and_takes_the_name_again(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    introduce_by_new_person(screen, keys)
    keys.type("i")
    assert typed(screen, "giver") == "Eva Xiloteca"
    context.undo()
    settle()
    entry(screen).fields["receiver"].take_focus()
    fill_in_others(keys)
    tr = context.tr
    said = tr("{field}: this person is no longer in the file; type the name again", field=tr("From"))
    assert entry(screen).error.text() == said
    entry(screen).fields["giver"].take_focus()
    keys.type("Eva Xiloteca")
    keys.enter()
    keys.enter()
    keys.enter()
    (introduction,) = handed_in(screen)
    assert introduction.giver == "Eva Xiloteca"


def test_the_name_of_another_party_is_refused_at_once_and_adds_nobody(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    with context.desk.read() as s:
        before = len(names(s, context.chapter.id, context.today()))
    screen.strip.focus_start()
    keys.type("imar")
    keys.enter()
    giver = typed(screen, "giver")
    keys.type(giver)
    keys.enter()
    assert entry(screen).fields["receiver"].error.text() == context.tr(SAME_PERSON)
    assert entry(screen).unknown.isHidden()
    keys.press(Qt.Key.Key_A, modifiers=CTRL)
    keys.type("ort")
    keys.enter()
    keys.type(giver)
    keys.press(Qt.Key.Key_Tab)
    assert entry(screen).fields["third"].error.text() == context.tr(SAME_THIRD)
    keys.enter()
    keys.enter()
    assert entry(screen).focused_field() == "third"
    assert entry(screen).unknown.isHidden()
    assert handed_in(screen) == []
    with context.desk.read() as s:
        assert len(names(s, context.chapter.id, context.today())) == before


def test_the_name_of_the_giver_is_refused_where_a_slip_is_corrected(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    screen.strip.focus_start()
    keys.store_referral("mar", "ort")
    (before,) = handed_in(screen)
    settle()
    screen.feed.focus_first()
    keys.enter()
    assert screen.feed.correction is not None
    corrected = screen.feed.correction.entry
    corrected.fields["receiver"].take_focus()
    keys.type(before.giver)
    keys.enter()
    assert corrected.fields["receiver"].error.text() == context.tr(SAME_PERSON)
    assert corrected.unknown.isHidden()
    assert handed_in(screen) == [before]


def test_a_new_visitor_is_not_invited_by_the_same_new_person(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    screen.strip.begin("V")
    visitor = screen.strip.entry
    assert visitor is not None
    keys.type("Eva Xiloteca")
    visitor.fields["inviter"].take_focus()
    keys.type("Eva Xiloteca")
    keys.enter()
    assert visitor.fields["inviter"].error.text() == context.tr(SAME_PERSON)
    assert visitor.unknown.isHidden()
    assert visitors(screen) == []
