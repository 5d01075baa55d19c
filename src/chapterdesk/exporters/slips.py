"""Slips: one row each, the oldest first, with all that was written on them; visits are in the list of visitors."""

from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Form, Table
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.exporters.exporter import Exporter, Wish, column
from chapterdesk.store.slips import SlipFilter, slips

if TYPE_CHECKING:
    from chapterdesk.store.sqlite.file import Session


def build(session: "Session", wish: Wish) -> Table:
    """Return the slips that count in the period; the thanker of closed business is never known (rule 5)."""
    tr = wish.words.tr
    currency = wish.chapter.currency
    rows = slips(session, wish.chapter.id, SlipFilter(period=wish.period))[::-1]
    columns = (
        column(tr("Date"), lambda row: row.date, Form.DATE),
        column(tr("Kind"), lambda row: wish.word(row.kind)),
        column(tr("Giver"), lambda row: row.giver),
        column(tr("Receiver"), lambda row: row.receiver),
        column(tr("Tier"), lambda row: wish.word(row.tier)),
        column(tr("Amount"), lambda row: None if row.amount is None else Money(row.amount, currency), Form.MONEY),
        column(tr("Credits"), lambda row: row.credits, Form.NUMBER),
        column(tr("Other chapter"), lambda row: row.other_chapter),
        column(tr("Prospect"), lambda row: row.prospect),
        column(tr("Contact"), lambda row: row.contact),
        column(tr("Card given"), lambda row: wish.yes(row.gave_card or None)),
        column(tr("Call announced"), lambda row: wish.yes(row.told_them or None)),
        column(tr("Heat"), lambda row: row.heat, Form.NUMBER),
        column(tr("Follow-up"), lambda row: wish.word(row.follow_up)),
        column(tr("Repeat business"), lambda row: wish.yes(row.repeat_business)),
        column(tr("Place"), lambda row: row.place),
        column(tr("Topics"), lambda row: row.topics),
        column(tr("Note"), lambda row: row.note),
    )
    return Table(tr("Slips"), columns, rows)


EXPORTER = Exporter("slips", N_("Slips"), build)
