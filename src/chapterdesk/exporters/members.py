"""Members: those of today (or of the last day of the period), then former members, with their data."""

from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Form, Table
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.members import Role
from chapterdesk.domain.text import N_
from chapterdesk.exporters.exporter import Exporter, ExportRequest, column
from chapterdesk.store.members import MemberRow, former_members, members
from chapterdesk.store.people import PersonRow, person

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


def build(session: "Session", request: ExportRequest) -> Table:
    """Return a row for each member on the last day of the period (or today), then for each former member.

    With a period, those whose membership ended before its first day are left out.
    """
    tr = request.words.tr
    day = request.period.last if request.period else request.today
    found = [*members(session, request.chapter.id, day), *former_members(session, request.chapter.id, day)]
    if request.period:
        found = [row for row in found if row.end is None or row.end >= request.period.first]
    rows: list[tuple[MemberRow, PersonRow]] = [(row, person(session, row.person_id)) for row in found]
    columns = (
        column(tr("First name"), lambda row: row[0].first_name),
        column(tr("Last name"), lambda row: row[0].last_name),
        column(tr("Company"), lambda row: row[0].company),
        column(tr("Classification"), lambda row: row[0].classification),
        column(tr("Status"), lambda row: request.word(row[0].status)),
        column(tr("Role"), lambda row: ", ".join(_role(role, request) for role in row[0].roles)),
        column(tr("Join date"), lambda row: row[0].start, Form.DATE),
        column(tr("Renewal date"), lambda row: row[0].renewal_due, Form.DATE),
        column(tr("End date"), lambda row: row[0].end, Form.DATE),
        column(tr("Reason"), lambda row: row[0].end_reason),
        column(tr("Sponsor"), lambda row: row[0].sponsor),
        column(tr("Mentor"), lambda row: row[0].mentor),
        column(tr("Phone"), lambda row: ", ".join(row[0].phones)),
        column(tr("E-mail"), lambda row: ", ".join(row[0].emails)),
        column(tr("Website"), lambda row: row[1].website),
        column(tr("Address"), lambda row: row[1].address),
        column(tr("Notes"), lambda row: row[1].notes),
    )
    return Table(tr("Members"), columns, rows)


def _role(role: str, request: ExportRequest) -> str:
    """Return a role: the word for a usual role, or the free text."""
    known: Labelled | None = next((one for one in Role if one == role), None)
    return request.word(known) if known else role


EXPORTER = Exporter("members", N_("Members"), build)
