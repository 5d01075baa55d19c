"""The ledger as a table for files, in the order of the window, and the columns of all exports of slips."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from chapterdesk.document.blocks import Column, Form, Table
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.money import Money
from chapterdesk.domain.slip_values import FIGURES, IN_FILES
from chapterdesk.exporters.exporter import ExportRequest, column
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry
from chapterdesk.store.visits import VisitRow


def ledger_table(request: ExportRequest, lines: Sequence[LedgerEntry]) -> Table:
    """Return lines as a table for files, in order. Who thanked for closed business is never in it (rule 5)."""
    tr = request.words.tr

    def kind(entry: LedgerEntry) -> str:
        if entry.kind == VISITOR:
            return VISITOR if request.words.code == "en" else tr("Visitor")
        return request.word(entry.value("kind"))

    def value(entry: LedgerEntry, name: str) -> Any:
        found = entry.value(name)
        return None if found is False else found

    def visit(entry: LedgerEntry) -> str:
        return request.word(entry.source.kind) if isinstance(entry.source, VisitRow) else ""

    columns = (
        column(tr("Date"), lambda entry: entry.date, Form.DATE),
        column(tr("Kind"), kind),
        column(tr("Giver"), lambda entry: entry.giver),
        column(tr("Receiver"), lambda entry: entry.receiver),
        *field_columns(request, value),
        column(tr("Visit"), visit),
        column(tr("Note"), lambda entry: entry.value("note") or ""),
        column(tr("Introduced to"), lambda entry: entry.value("third") or ""),
    )
    return Table(tr("Slips"), columns, tuple(lines))


def field_columns(request: ExportRequest, value: Callable[[Any, str], Any]) -> Iterator[Column]:
    """Yield a column for each field of slips but the note; `value` returns the value of a field of a row."""
    for name, heading in IN_FILES.items():
        form = Form.MONEY if name == "amount" else Form.NUMBER if name in FIGURES else Form.TEXT
        yield column(request.words.tr(heading), partial(_cell, request, name, value), form)


def _cell(request: ExportRequest, name: str, value: Callable[[Any, str], Any], row: Any) -> Any:
    return _shown(request, name, value(row, name))


def _shown(request: ExportRequest, name: str, value: Any) -> Any:
    match value:
        case None:
            return None if name in FIGURES else ""
        case bool():
            return request.yes(value)
        case Labelled():
            return request.word(value)
        case int() if name == "amount":
            return Money(value, request.chapter.currency)
        case _:
            return value
