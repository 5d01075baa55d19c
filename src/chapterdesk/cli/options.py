"""The flags of a report, made from the fields of its options: what the form shows on screen is what scripts can say."""

import argparse
import dataclasses
import enum
import typing
from typing import Any

from chapterdesk.cli.parser import Parser, add_period, iso_date, period_of
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.reports import Dates, MeetingDay, Report, Somebody


def add_flags(parser: Parser, report: Report) -> None:
    """Add a flag for each option of the report; Dates become --from and --to, MeetingDay --date."""
    hints = typing.get_type_hints(report.options)
    for field in dataclasses.fields(report.options):
        kind = hints[field.name]
        label = field.metadata["label"]
        flag = "--" + field.name.replace("_", "-")
        if kind is Dates:
            add_period(parser, N_("first day of the report (ISO)"))
        elif kind is MeetingDay:
            parser.add_argument("--date", metavar="D", type=iso_date, help=N_("day of the meeting (ISO)"))
        elif kind is Somebody:
            parser.add_argument(flag, metavar="NAME", help=N_("full name of the person, or e-mail; never a part of it"))
        elif kind is bool:
            parser.add_argument(flag, action=argparse.BooleanOptionalAction, default=None, help=label)
        elif issubclass(kind, enum.StrEnum):
            choices = [str(value) for value in kind]
            parser.add_argument(flag, metavar="WORD", choices=choices, help=f"{parser.tr(label)}: {', '.join(choices)}")
        else:
            parser.add_argument(flag, metavar="N" if kind is int else "TEXT", type=kind, help=label)


def options_of(arguments: argparse.Namespace, report: Report) -> Any:
    """Return the options that the flags say; what they do not say keeps the default of the report."""
    hints = typing.get_type_hints(report.options)
    said: dict[str, Any] = {}
    for field in dataclasses.fields(report.options):
        kind = hints[field.name]
        if kind is Dates:
            if period := period_of(arguments):
                said[field.name] = Dates(period=period)
        elif kind is MeetingDay:
            if arguments.date is not None:
                said[field.name] = MeetingDay(arguments.date)
        elif kind is Somebody:
            name = (getattr(arguments, field.name) or "").strip()
            if not name:
                raise ChapterError(
                    N_("Say whom the report is about: {flag} with the whole name or the e-mail"),
                    flag="--" + field.name.replace("_", "-"),
                )
            said[field.name] = Somebody(name)
        elif (value := getattr(arguments, field.name)) is not None:
            said[field.name] = kind(value)
    return report.options(**said)
