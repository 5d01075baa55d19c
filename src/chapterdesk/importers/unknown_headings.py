"""Headings that no format knows: the director is asked once, and the answer is remembered."""

from collections.abc import Mapping

from chapterdesk.domain.text import N_
from chapterdesk.importers.headings import Headings, heading_key, signature, top
from chapterdesk.importers.importer import Importer
from chapterdesk.importers.reading.sheet import Row, Sheet
from chapterdesk.importers.results import Need, NeedKind, Offer

Answers = Mapping[str, tuple[str, Mapping[str, int]]]
"""By signature: the key of the format and, by field, the position of the heading among the filled ones."""

_LETTERS = {"P", "A", "L", "M", "S"}
_LEAST = 3  # the fewest headings of a table


def answered(sheet: Sheet, answers: Answers) -> tuple[str, Headings, str] | None:
    """Return format, headings and signature of a sheet whose headings were explained before."""
    for row in top(sheet) if answers else ():
        known = answers.get(signature(row))
        if known is not None:
            places = sorted(row.cells)
            columns = {name: places[place] for name, place in known[1].items() if 0 <= place < len(places)}
            others = tuple(column for column in places if column not in columns.values())
            return known[0], Headings(row, columns, others), signature(row)
    return None


def ask(sheet: Sheet, importers: Mapping[str, Importer]) -> Need | None:
    """Return the question about a table of unknown format; None when the sheet has no table."""
    rows = top(sheet)[:-1]
    likely = [
        (place, row)
        for place, row in enumerate(rows)
        if len(row.cells) >= _LEAST and _is_text(row) and len(sheet.rows[place + 1].cells) >= 2
    ]
    if not likely:
        return None
    place, row = max(likely, key=lambda found: len(found[1].cells))  # the widest row: a block of labels is narrower
    below = sheet.rows[place + 1 :]
    return _need(row, below, importers[_guess(row, below, importers)])


def ask_missing(sheet: Sheet, headings: Headings, importer: Importer) -> Need | None:
    """Return the question about required columns that are missing while other headings are unknown."""
    below = headings.data(sheet)
    if not headings.missing(importer.fields) or not headings.unknown or not below:
        return None
    return _need(headings.row, below, importer, headings.columns)


def _is_text(row: Row) -> bool:
    return all(isinstance(cell.value, str) and heading_key(cell.value) for cell in row.cells.values())


def _guess(row: Row, below: tuple[Row, ...], importers: Mapping[str, Importer]) -> str:
    """Return the most likely format of a table: by its headings, else by its cells."""
    keys = {heading_key(cell.text) for cell in row.cells.values()}
    votes = {key: sum(1 for item in importer.fields if item.words & keys) for key, importer in importers.items()}
    best = max(votes, key=lambda key: votes[key])
    if votes[best] >= 2:
        return best
    cells = [cell for line in below[:20] for cell in line.cells.values()]
    numbers = sum(1 for cell in cells if not isinstance(cell.value, str) or cell.text.replace(".", "").isdigit())
    letters = sum(1 for cell in cells if cell.text.upper() in _LETTERS)
    if numbers * 2 > len(cells):
        return "summary"
    return "attendance" if letters * 2 > len(cells) else "members"


def _need(row: Row, below: tuple[Row, ...], importer: Importer, known: Mapping[str, int] | None = None) -> Need:
    places = sorted(row.cells)
    offers = tuple(
        Offer(
            place, row.text(column)[:80], next((line.text(column)[:40] for line in below if column in line.cells), "")
        )
        for place, column in enumerate(places)
    )
    return Need(
        NeedKind.COLUMNS,
        N_("The headings of the file are in words that are not known yet; say which column is which"),
        signature=signature(row),
        format=importer.key,
        offers=offers,
        fields=tuple((item.key, item.title) for item in importer.fields),
        known={name: places.index(column) for name, column in (known or {}).items()},
    )
