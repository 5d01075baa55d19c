"""Attendance: one row for each mark of the meetings that were held, oldest first."""

from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Form, Table
from chapterdesk.domain.meetings import COUNTING
from chapterdesk.domain.text import N_
from chapterdesk.exporters.exporter import Exporter, ExportRequest, column
from chapterdesk.store.meetings import MeetingRow, meetings
from chapterdesk.store.roll import RollRow, roll_call

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


def build(session: "Session", request: ExportRequest) -> Table:
    """Return the marks of the period's meetings, in progress or completed, by date and surname."""
    tr = request.words.tr
    rows: list[tuple[MeetingRow, RollRow]] = [
        (meeting, mark)
        for meeting in meetings(session, request.chapter.id, request.period)
        if meeting.status in COUNTING
        for mark in roll_call(session, meeting.id)
        if mark.code is not None
    ]
    columns = (
        column(tr("Date"), lambda row: row[0].date, Form.DATE),
        column(tr("Meeting"), lambda row: request.word(row[0].kind)),
        column(tr("First name"), lambda row: row[1].first_name),
        column(tr("Last name"), lambda row: row[1].last_name),
        column(tr("Code"), lambda row: str(row[1].code), Form.CODE),
        column(tr("Substitute"), lambda row: row[1].substitute),
    )
    return Table(tr("Attendance"), columns, rows)


EXPORTER = Exporter("attendance", N_("Attendance"), build)
