"""Members on leave: shown in the roll call, not waited for, and counted apart when the meeting is completed."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.store.members import edit_membership
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW
from tests.ui.screens.meeting.keyboard import Keys
from tests.ui.screens.meeting.test_roll_call import roll
from tests.ui.screens.meeting.test_story import question

Open = Callable[..., MeetingScreen]
CTRL = Qt.KeyboardModifier.ControlModifier


def on_leave(screen: MeetingScreen, surname: str) -> None:
    with screen.context.desk.change("On leave") as s:
        edit_membership(s, roll(screen)[surname].membership_id, status=Status.LEAVE)
    screen.data.forget()
    screen.refresh()
    screen.roll.arrange()


def test_all_others_present_skips_members_on_leave_and_says_so(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    on_leave(screen, "Álvarez Gil")
    first: RollRow = screen.roll.view.currentIndex().data(ROW)
    assert first.last_name == "García López", "a mark is not needed for a member on leave"
    notices: list[str] = []
    context.noticed.connect(lambda text, *_rest: notices.append(text))
    keys.type("0")
    assert roll(screen)["Álvarez Gil"].code is None
    assert screen.roll.counter.text() == "5 de 6"
    assert screen.roll.summary.text() == "1 de baja temporal"
    screen.focus_start()
    assert not screen.roll.view.hasFocus(), "the slips come next"
    screen.roll.view.setFocus()
    assert not screen.roll.rest.isVisible(), "nobody is unmarked any more"
    keys.type("0")
    assert notices[-1] == "Ya están todos marcados, salvo 1 de baja temporal."
    at = screen.roll.model.order.position(roll(screen)["Álvarez Gil"].membership_id)
    said = screen.roll.model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Elena Álvarez Gil, De baja temporal"


def test_members_on_leave_are_labelled_and_can_be_marked(context: Context, open_meeting: Open) -> None:
    screen = open_meeting(context)
    on_leave(screen, "Álvarez Gil")
    row = roll(screen)["Álvarez Gil"]
    painter = screen.roll.view.painter
    waits = roll(screen)["García López"]
    assert painter.marks_width(400, row, choosing=False) > painter.marks_width(400, waits, choosing=False)
    assert painter.second_line(row, choosing=True)[0] == "◆ De baja temporal  ·  Diseñadora"
    assert painter.second_line(row, choosing=False)[0] == "Diseñadora", "the mark at the right says it"
    screen.roll.view.setCurrentIndex(screen.roll.model.index(screen.roll.model.order.position(row.membership_id)))
    screen.roll.view.mark(Code.PRESENT)
    assert screen.roll.counter.text() == "1 de 6"
    assert "baja" not in screen.roll.summary.text()


def test_completing_counts_members_on_leave_apart_from_the_unmarked(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    on_leave(screen, "Álvarez Gil")
    keys.type("1")
    keys.press(Qt.Key.Key_Return, modifiers=CTRL)
    said = [finding.text() for finding in question(screen).findings]
    assert said[:2] == ["▲  Sin marcar: 4", "◆  De baja temporal, sin código: 1"]
    assert question(screen).findings[1].property("tone") == "neutral"
    answers = question(screen).codes()
    assert list(answers.values()).count(None) == 1
    assert answers[roll(screen)["Álvarez Gil"].membership_id] is None


def test_with_all_others_marked_there_is_no_red_text(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    on_leave(screen, "Álvarez Gil")
    keys.type("0")
    keys.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert [finding.property("tone") for finding in question(screen).findings] == ["neutral"]
