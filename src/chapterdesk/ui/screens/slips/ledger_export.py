"""The ledger as a file: exactly the lines that are listed, in their order, as CSV or XLSX."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chapterdesk.document.blocks import Column, Form, Table
from chapterdesk.document.edition import Edition
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.exporters import FORMATS, Wish
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.slips.ledger_lines import VISITOR, LedgerEntry
from chapterdesk.ui.widgets.context import Context


def sheet(context: Context, lines: Sequence[LedgerEntry]) -> Table:
    """Return lines as a table for files, with the words of the exporters; the thanker is never in it (rule 5)."""
    tr, currency = context.tr, context.chapter.currency
    wish = Wish(context.chapter, None, context.today(), context.language)

    def kind(entry: LedgerEntry) -> str:
        if entry.kind == VISITOR:
            return VISITOR if context.language.code == "en" else tr("Visitor")
        return wish.word(entry.value("kind"))

    def text(name: str) -> Any:
        return lambda entry: entry.value(name) or ""

    def word(name: str) -> Any:
        return lambda entry: wish.word(entry.value(name))

    def yes(name: str) -> Any:
        return lambda entry: wish.yes(None if entry.is_visit else entry.value(name) or None)

    def visit(entry: LedgerEntry) -> str:
        return wish.word(entry.source.kind) if isinstance(entry.source, VisitRow) else ""

    def amount(entry: LedgerEntry) -> Money | None:
        minor = entry.value("amount")
        return None if minor is None else Money(minor, currency)

    columns = (
        _column(tr("Date"), lambda entry: entry.date, Form.DATE),
        _column(tr("Kind"), kind),
        _column(tr("Giver"), text("giver")),
        _column(tr("Receiver"), text("receiver")),
        _column(tr("Tier"), word("tier")),
        _column(tr("Amount"), amount, Form.MONEY),
        _column(tr("Credits"), lambda entry: entry.value("credits"), Form.NUMBER),
        _column(tr("Other chapter"), text("other_chapter")),
        _column(tr("Prospect"), text("prospect")),
        _column(tr("Contact"), text("contact")),
        _column(tr("Card given"), yes("gave_card")),
        _column(tr("Call announced"), yes("told_them")),
        _column(tr("Heat"), lambda entry: entry.value("heat"), Form.NUMBER),
        _column(tr("Follow-up"), word("follow_up")),
        _column(tr("Repeat business"), yes("repeat_business")),
        _column(tr("Place"), text("place")),
        _column(tr("Topics"), text("topics")),
        _column(tr("Visit"), visit),
        _column(tr("Note"), text("note")),
    )
    return Table(tr("Slips"), columns, tuple(lines))


def _column(heading: str, get: Any, form: Form = Form.TEXT) -> Column:
    return Column(heading, "", get, form)


def take_out(context: Context, lines: Sequence[LedgerEntry], target: Path) -> Path:
    """Write lines as XLSX or CSV, by the ending of `target`; returns the path that was written.

    Raises ChapterError for another ending, or when the folder cannot be written to.
    """
    from chapterdesk.document.csv import write_csv
    from chapterdesk.document.files import write_beside
    from chapterdesk.document.xlsx import write_xlsx

    ending = target.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise ChapterError(
            N_("Data can be written as .xlsx or .csv, not as “{ending}”; change the ending of the file"),
            ending=f".{ending}",
        )
    write = write_xlsx if ending == "xlsx" else write_csv
    edition = Edition(context.chapter.name, context.today(), context.language)
    table = sheet(context, lines)
    return write_beside(target, lambda stream: write(stream, [table], edition))
