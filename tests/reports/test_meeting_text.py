"""A meeting as plain text, to be pasted into a message."""

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.i18n import Language
from chapterdesk.reports.meeting_text import mark_in_words, meeting_text, roll_in_words
from chapterdesk.store.chapters import chapters
from chapterdesk.store.meetings import meeting_on
from chapterdesk.store.roll import RollRow
from tests.reports.conftest import MEETINGS, Press


def test_the_text_names_who_was_absent_and_what_was_handed_in_without_illness(small: Press) -> None:
    words = Language("en")
    with small.desk.read() as s:
        here = chapters(s)[0]
        found = [meeting_on(s, here.id, day) for day in MEETINGS]
        texts = [meeting_text(s, here, row, words) for row in found if row is not None]
    assert len(texts) == 4
    for text in texts:
        assert text.startswith(f"{here.name}: meeting of ")
        assert "Members here: " in text
        medical = [line for line in text.splitlines() if line.startswith(Code.MEDICAL.label)]
        assert all(line.rpartition(" ")[2].isdigit() for line in medical)
    assert any(line.startswith(Code.MEDICAL.label) for text in texts for line in text.splitlines())


def test_the_roll_call_distinguishes_unmarked_members_and_members_on_leave() -> None:
    words = Language("en")
    waits, on_leave, late, replaced = (
        RollRow(at, at, "Ana", "García", "", "", status, code, None, substitute)
        for at, (status, code, substitute) in enumerate(
            (
                (Status.ACTIVE, None, ""),
                (Status.LEAVE, None, ""),
                (Status.LEAVE, Code.LATE, ""),
                (Status.ACTIVE, Code.SUBSTITUTE, "Luis Gil"),
            )
        )
    )
    parts = roll_in_words([waits, on_leave, late, replaced], words).split("  ·  ")
    assert parts == ["1 not marked yet", "Late 1", "Substitute 1", "1 on leave"]
    assert roll_in_words([], words) == ""
    assert mark_in_words(waits, words) == "Ana García, not marked"
    assert mark_in_words(on_leave, words) == f"Ana García, {words.tr(Status.LEAVE.label)}"
    assert mark_in_words(late, words) == "Ana García, Late"
    assert mark_in_words(replaced, words) == "Ana García, substitute: Luis Gil"
