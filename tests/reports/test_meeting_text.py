"""A meeting as plain text, to be pasted into a message."""

from chapterdesk.domain.attendance import Code
from chapterdesk.i18n import Language
from chapterdesk.reports.meeting_text import meeting_text
from chapterdesk.store.chapters import chapters
from chapterdesk.store.meetings import meeting_on
from tests.reports.conftest import MEETINGS, Press


def test_the_text_tells_who_was_missing_and_what_was_handed_in_and_names_no_illness(small: Press) -> None:
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
