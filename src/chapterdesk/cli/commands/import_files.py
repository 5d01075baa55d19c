"""chapterdesk import: imports files of members, attendance, slips or a summary as one change, or none of them."""

import argparse
import dataclasses
import datetime as dt
import itertools
import json
from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.console import progress_bar, say
from chapterdesk.cli.files import chapter_in
from chapterdesk.cli.parser import Parser, add_chapter, add_language, add_period, iso_date, period_of, today
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language
from chapterdesk.importers import Hints, Outcome, Preview, apply, outcome_json, prepare
from chapterdesk.paths import backup_folder
from chapterdesk.store.import_plan import MadeByImport
from chapterdesk.store.keeping.automatic_backups import before_import

_DAY = N_("day of the meeting (ISO), where a file does not say it")
_ADD = N_("make members of unknown names (never from slips)")
_REPLACE = N_("remove what earlier imports made for these days")


def run(arguments: Sequence[str]) -> int:
    """Import all files, or none when one is refused; raises ChapterError then."""
    options: argparse.Namespace | None = None
    try:
        parser = _parser(arguments)
        options = parser.parse_args(arguments)
        outcomes = _import(options, parser.language)
    except (ChapterError, OSError) as error:
        if "--json" in arguments:
            reason = str(error)
            files = options.paths if options else _paths(arguments)
            _print([{**outcome_json(Outcome(path.name, "", "")), "refused": reason} for path in files])
        raise
    refused = next((outcome for outcome in outcomes if _reason(outcome)), None)
    if options.json:
        _print([outcome_json(outcome) for outcome in outcomes])
    else:
        _tell(outcomes, parser.language, options, stored=refused is None)
    if refused is not None and (reason_of := _reason(refused)):
        text, params = reason_of
        raise ChapterError(
            N_("{file}: {reason} Nothing was stored."),
            file=refused.file_name,
            reason=_sentence(parser.tr(text, **params)),
        )
    return 0


def _paths(arguments: Sequence[str]) -> list[Path]:
    """Return the files before the first option, for the JSON when the options are invalid."""
    named = itertools.takewhile(lambda word: not word.startswith("-"), arguments)
    return [Path(word) for word in named]


def _parser(arguments: Sequence[str]) -> Parser:
    description = N_("Read files into a chapter. Their format is recognised by content.")
    parser = Parser("chapterdesk import", description, arguments)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help=N_("files, in any order"))
    add_chapter(parser)
    parser.add_argument("--date", metavar="D", type=iso_date, help=_DAY)
    add_period(parser, N_("first day (ISO) of the period, where a file does not say it"))
    parser.add_argument("--add-members", action="store_true", help=_ADD)
    parser.add_argument("--replace", action="store_true", help=_REPLACE)
    parser.add_argument("--dry-run", action="store_true", help=N_("show what would be done, store nothing"))
    parser.add_argument("--json", action="store_true", help=N_("print one array with an object per file"))
    add_language(parser, N_("language of the messages; default en"))
    return parser


def _import(options: argparse.Namespace, language: Language) -> Sequence[Outcome]:
    """Return the outcomes of the files; when one is refused, the expected outcomes with nothing made."""
    hints = Hints(today=today(), date=options.date, period=period_of(options), add_members=options.add_members)
    with (
        chapter_in(options.file, options.chapter, language, writing=not options.dry_run) as (desk, chapter),
        progress_bar(language.tr) as progress,
    ):
        previews = prepare(desk, chapter.id, options.paths, hints, replace=options.replace, progress=progress)
        if not all(preview.ready for preview in previews):
            return [dataclasses.replace(preview, made=MadeByImport()) for preview in previews]
        if options.dry_run:
            return previews
        before_import(desk, backup_folder(), dt.datetime.now(dt.UTC).replace(tzinfo=None), progress)
        return apply(desk, previews, progress)


def _reason(outcome: Outcome) -> tuple[str, dict[str, object]] | None:
    """Return why a file was refused, which may be an open question; None when it was not refused."""
    if outcome.refused is None and isinstance(outcome, Preview) and outcome.needs:
        return outcome.needs[0].text, outcome.needs[0].params
    return outcome.refused


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _print(objects: list[dict[str, object]]) -> None:
    say(json.dumps(objects, ensure_ascii=False, indent=2))


def _tell(outcomes: Sequence[Outcome], language: Language, asked: argparse.Namespace, *, stored: bool) -> None:
    """Print the outcome of each file in words."""
    tr = language.tr
    for outcome in outcomes:
        title = tr(outcome.title) if outcome.title else tr("unknown format")
        say(tr("{file}: {format}", file=outcome.file_name, format=title))
        if reason := _reason(outcome):
            say("  " + tr("refused: {reason}", reason=tr(reason[0], **reason[1])))
            continue
        say("  " + tr("rows: {rows}, people matched: {matched}", rows=outcome.rows, matched=outcome.matched))
        if stored:
            say("  " + _made(outcome.made, language, dry_run=asked.dry_run))
        for name in (unmatched.name for unmatched in outcome.unmatched):
            say("  " + tr("not matched: {name}", name=name))
        if outcome.unmatched and outcome.format != "slips" and not asked.add_members:
            say("  " + tr("add --add-members to make them members"))
        for problem in outcome.problems:
            told = {"row": problem.row, "column": problem.column, "text": language.error(problem)}
            say("  " + tr("row {row}, {column}: {text}", **told))
        for column, amount in outcome.difference.items():
            say("  " + tr("the file's Total differs in {column}: {amount}", column=column, amount=amount))


def _made(made: MadeByImport, language: Language, *, dry_run: bool) -> str:
    tr = language.tr
    counts = made.as_dict()
    words = (
        tr("%n member(s)", "", counts["members"]),
        tr("%n meeting(s)", "", counts["meetings"]),
        tr("%n mark(s)", "", counts["attendance"]),
        tr("%n slip(s)", "", counts["slips"]),
        tr("%n visit(s)", "", counts["visits"]),
        tr("%n row(s) of totals", "", counts["period_totals"]),
    )
    said = ", ".join(word for word, count in zip(words, counts.values(), strict=True) if count)
    if not said:
        return tr("nothing new")
    return tr("would make {made}", made=said) if dry_run else tr("made {made}", made=said)
