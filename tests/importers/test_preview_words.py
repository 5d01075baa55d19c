"""The words about a file before it is imported."""

import datetime as dt

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.periods import Period
from chapterdesk.i18n import Language
from chapterdesk.importers.preview_words import PROBLEMS, figures, findings, problems
from chapterdesk.importers.results import Need, NeedKind, Preview
from chapterdesk.store.import_plan import MadeByImport

ENGLISH = Language("en")


def preview(**fields: object) -> Preview:
    return Preview(file_name="a.csv", format="slips", title="Slips", **fields)  # type: ignore[arg-type]


def test_the_total_of_a_file_is_more_than_its_rows_or_differs_from_them() -> None:
    more = [text for text, _tone in findings(preview(difference={"P": 3, "CEU": 0.5}), ENGLISH)]
    assert len(more) == 1
    assert "is more than its rows: P +3 · CEU +0.50." in more[0]
    other = [text for text, _tone in findings(preview(difference={"P": 3, "A": -1}), ENGLISH)]
    assert other == ["The Total of the file differs from its rows: P +3 · A -1."]


def test_replaced_data_give_a_warning_and_added_data_do_not() -> None:
    found = list(findings(preview(made=MadeByImport(slips=2), replaces=(("Old rows", {}),), claimed=1), ENGLISH))
    assert [tone for _text, tone in found] == ["muted", "muted", "warning"]
    assert found[0][0] == "It brings 2 slips."


def test_a_problem_is_shown_with_its_place_and_further_ones_are_counted() -> None:
    many = tuple(Problem(row, "Amount", "No number: {text}", {"text": "x"}) for row in range(1, PROBLEMS + 3))
    said = list(problems(preview(problems=(Problem(0, "", "Empty file"), *many)), ENGLISH))
    assert said[:2] == ["Empty file", "Row 1, Amount: No number: x"]
    assert len(said) == PROBLEMS + 1
    assert "3" in said[-1]


def test_a_file_with_a_question_does_not_list_people_yet() -> None:
    days = Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    asking = preview(rows=7, period=days, needs=(Need(NeedKind.DATE, "Which day?"),))
    assert [caption for _figure, caption in figures(asking, ENGLISH)] == ["rows", "days of the file"]
    assert ("0", "people known") in figures(preview(rows=7), ENGLISH)
