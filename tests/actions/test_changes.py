"""Bringing back earlier values is one step, with the name of the field in the label."""

import datetime as dt

from chapterdesk.actions.changes import bring_back
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store import people, slips
from chapterdesk.store.log.details import Details, LoggedRow, details
from chapterdesk.store.log.search import LogFilter, LogSearch
from tests.actions.doing import one_step, refused
from tests.story import Story

TODAY = dt.date(2026, 3, 5)


def latest(story: Story) -> LoggedRow:
    """The latest row of the change log."""
    search = LogSearch(LogFilter(), lambda label, params: label.format(**params))
    action = story.ask(search.more)[0]
    found: Details = story.ask(details, action)
    return found.rows[0]


def test_an_earlier_value_comes_back(story: Story) -> None:
    story.do(people.edit_person, story.ana, company="Pan y Sal")
    row = latest(story)
    with one_step(story, "Bring back {field} of {name}", field="person.company", name=row.name):
        bring_back(story.desk, row, "company", TODAY)
    assert story.ask(people.person, story.ana).company == ""
    with refused(story, "this value already"):
        bring_back(story.desk, row, "company", TODAY)


def test_a_removed_row_comes_back(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, TODAY, story.ana, story.bruno)
    story.do(slips.remove_slip, slip)
    row = latest(story)
    with one_step(story, "Bring back what was removed: {name}", name=row.name):
        bring_back(story.desk, row, "", TODAY)
    assert len(story.ask(slips.slips, story.chapter)) == 1
