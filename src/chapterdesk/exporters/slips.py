"""Slips: one row each, oldest first, with all their fields; visits are in the list of visitors."""

from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import Form, Table
from chapterdesk.domain.text import N_
from chapterdesk.exporters.exporter import Exporter, ExportRequest, column
from chapterdesk.exporters.ledger import field_columns
from chapterdesk.store.slips import SlipFilter, SlipRow, slips

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


def build(session: "Session", request: ExportRequest) -> Table:
    """Return the slips that count in the period; who thanked for closed business is never known (rule 5)."""
    tr = request.words.tr
    rows = slips(session, request.chapter.id, SlipFilter(period=request.period))[::-1]

    def value(row: SlipRow, name: str) -> Any:
        found = getattr(row, name)
        return None if found is False and name != "repeat_business" else found

    columns = (
        column(tr("Date"), lambda row: row.date, Form.DATE),
        column(tr("Kind"), lambda row: request.word(row.kind)),
        column(tr("Giver"), lambda row: row.giver),
        column(tr("Receiver"), lambda row: row.receiver),
        *field_columns(request, value),
        column(tr("Note"), lambda row: row.note),
        column(tr("Introduced to"), lambda row: row.third),
    )
    return Table(tr("Slips"), columns, rows)


EXPORTER = Exporter("slips", N_("Slips"), build)
