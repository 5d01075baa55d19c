"""The options of a report are remembered."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from chapterdesk.document.blocks import Paper
from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, MeetingDay, reports
from chapterdesk.ui.screens.reports.report_options import RememberedChoices
from chapterdesk.ui.widgets.context import Context


@pytest.fixture
def choices(context: Context) -> RememberedChoices:
    return RememberedChoices(context.settings_file)


@pytest.mark.parametrize("name", list(reports()))
def test_the_options_of_every_report_are_remembered(choices: RememberedChoices, name: str) -> None:
    report = reports()[name]
    usual = report.options()
    assert choices.options(report) == usual
    changed: dict[str, Any] = {}
    for item in dataclasses.fields(usual):
        value = getattr(usual, item.name)
        if isinstance(value, bool):
            changed[item.name] = not value
        elif isinstance(value, Paper):
            changed[item.name] = Paper.LETTER
        elif isinstance(value, Dates):
            changed[item.name] = Dates(Span.LAST_YEAR)
    options = dataclasses.replace(usual, **changed)
    choices.remember(report, options)
    assert choices.options(report) == options
    assert options != usual


def test_two_dates_are_remembered_but_not_a_meeting(choices: RememberedChoices) -> None:
    summary, sheet = reports()["summary"], reports()["meeting"]
    period = Period(dt.date(2026, 1, 1), dt.date(2026, 2, 3))
    choices.remember(summary, dataclasses.replace(summary.options(), period=Dates(period=period)))
    assert choices.options(summary).period == Dates(period=period)
    choices.remember(sheet, dataclasses.replace(sheet.options(), meeting=MeetingDay(dt.date(2026, 2, 5))))
    assert choices.options(sheet).meeting == MeetingDay()


def test_what_was_typed_is_not_kept_in_the_preferences(choices: RememberedChoices) -> None:
    report = reports()["processing"]
    choices.remember(report, dataclasses.replace(report.options(), responsible="Zacarías Sigiloso"))
    assert choices.options(report).responsible == ""


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "no json",
        "[]",
        '{"period": {"span": "never"}}',
        '{"period": 3, "paper": "a0"}',
        '{"period": {"span": "this-year", "first": "2026-02-01", "last": "2026-01-01"}}',
        '{"compare": "yes"}',
    ],
)
def test_invalid_choices_count_as_not_chosen(choices: RememberedChoices, context: Context, stored: str) -> None:
    summary = reports()["summary"]
    context.settings_file.remember_choice("reports/summary", stored)
    assert choices.options(summary) == summary.options()


def test_the_report_used_last_comes_first(choices: RememberedChoices) -> None:
    for name in ("summary", "meeting", "summary", "roster"):
        choices.set_used(name)
    assert choices.recent() == ["roster", "summary", "meeting"]


def test_the_language_of_reports_is_remembered_separately(choices: RememberedChoices, context: Context) -> None:
    assert choices.language("es") == "es"
    choices.set_language("en")
    assert choices.language("es") == "en"
    context.settings_file.remember_choice("reports/language", "xx")
    assert choices.language("es") == "es"
