"""The ledger as a table for files: slips and visits as the window lists them."""

from collections.abc import Sequence
from typing import Any

from chapterdesk.document.blocks import Form, Table
from chapterdesk.domain.money import Money
from chapterdesk.exporters.exporter import Wish, column
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry
from chapterdesk.store.visits import VisitRow


def ledger_table(wish: Wish, lines: Sequence[LedgerEntry]) -> Table:
    """Return lines as a table for files, in their order; the thanker of closed business is never in it (rule 5)."""
    tr, currency = wish.words.tr, wish.chapter.currency

    def kind(entry: LedgerEntry) -> str:
        if entry.kind == VISITOR:
            return VISITOR if wish.words.code == "en" else tr("Visitor")
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
        column(tr("Date"), lambda entry: entry.date, Form.DATE),
        column(tr("Kind"), kind),
        column(tr("Giver"), text("giver")),
        column(tr("Receiver"), text("receiver")),
        column(tr("Tier"), word("tier")),
        column(tr("Amount"), amount, Form.MONEY),
        column(tr("Credits"), lambda entry: entry.value("credits"), Form.NUMBER),
        column(tr("Other chapter"), text("other_chapter")),
        column(tr("Prospect"), text("prospect")),
        column(tr("Contact"), text("contact")),
        column(tr("Card given"), yes("gave_card")),
        column(tr("Call announced"), yes("told_them")),
        column(tr("Heat"), lambda entry: entry.value("heat"), Form.NUMBER),
        column(tr("Follow-up"), word("follow_up")),
        column(tr("Repeat business"), yes("repeat_business")),
        column(tr("Place"), text("place")),
        column(tr("Topics"), text("topics")),
        column(tr("Visit"), visit),
        column(tr("Note"), text("note")),
    )
    return Table(tr("Slips"), columns, tuple(lines))
