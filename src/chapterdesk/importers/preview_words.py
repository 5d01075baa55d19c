"""The words about a file before it is imported, and about the result."""

from collections.abc import Callable, Iterator
from typing import Final

from chapterdesk.document.edition import Words
from chapterdesk.importers.results import Preview
from chapterdesk.store.import_plan import MadeByImport

PROBLEMS: Final = 6
"""How many problems are listed; the others are counted."""


def made_words(made: MadeByImport, tr: Callable[..., str]) -> list[str]:
    """Return what an import makes: "38 members", "12 meetings"."""
    found = [
        (made.members, tr("%n member(s)", "", made.members)),
        (made.meetings, tr("%n meeting(s)", "", made.meetings)),
        (made.attendance, tr("%n attendance mark(s)", "", made.attendance)),
        (made.slips, tr("%n slip(s)", "", made.slips)),
        (made.visits, tr("%n visit(s)", "", made.visits)),
        (made.period_totals, tr("%n row(s) of totals", "", made.period_totals)),
    ]
    return [words for count, words in found if count]


def figures(preview: Preview, words: Words) -> list[tuple[str, str]]:
    """Return the counts of a file, each with its caption."""
    tr = words.tr
    found = [(words.number(preview.rows), tr("rows"))]
    if not preview.needs:
        found += [
            (words.number(preview.matched), tr("people known")),
            (words.number(len(preview.new)), tr("new members")),
            (words.number(len(preview.unmatched)), tr("not known")),
        ]
    if preview.period is not None:
        found.append((words.period(preview.period), tr("days of the file")))
    return found


def findings(preview: Preview, words: Words) -> Iterator[tuple[str, str]]:
    """Describe what the file adds and replaces, and how its Total differs; each text with its tone."""
    tr = words.tr
    if parts := made_words(preview.made, tr):
        yield tr("It brings {things}.", things=", ".join(parts)), "muted"
    if preview.claimed:
        yield tr("%n slip(s) of the file were typed already and are confirmed.", "", preview.claimed), "muted"
    for text, params in preview.replaces:
        yield tr(text, **params), "warning"
    columns = " · ".join(
        f"{name} {'+' if value > 0 else ''}{words.number(value, 0 if value == int(value) else 2)}"
        for name, value in preview.difference.items()
    )
    if columns and all(value > 0 for value in preview.difference.values()):
        text = tr(
            "The Total of the file is more than its rows: {columns}. These are people who left;"
            " the difference is kept as Not listed.",
            columns=columns,
        )
        yield text, "muted"
    elif columns:
        yield tr("The Total of the file differs from its rows: {columns}.", columns=columns), "muted"


def problems(preview: Preview, words: Words) -> Iterator[str]:
    """Describe the problems in the file with their places, and count the further ones."""
    tr, found = words.tr, preview.problems
    for problem in found[:PROBLEMS]:
        text = tr(problem.text, **problem.params)
        if problem.row and problem.column:
            text = tr("Row {row}, {column}: {text}", row=problem.row, column=problem.column, text=text)
        elif problem.row:
            text = tr("Row {row}: {text}", row=problem.row, text=text)
        yield text
    if len(found) > PROBLEMS:
        yield tr("and %n more remark(s)", "", len(found) - PROBLEMS)
