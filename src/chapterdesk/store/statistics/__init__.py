"""The figures of a chapter, aggregated in SQL and given as frozen rows."""

from chapterdesk.store.statistics.grid import AttendanceGrid, GridRow, attendance_grid
from chapterdesk.store.statistics.meeting import MeetingFigures, MeetingTotals, by_meeting, meeting_totals
from chapterdesk.store.statistics.summary import Summary, SummaryRow, summary
from chapterdesk.store.statistics.why import WhyRow, why

__all__ = [
    "AttendanceGrid",
    "GridRow",
    "MeetingFigures",
    "MeetingTotals",
    "Summary",
    "SummaryRow",
    "WhyRow",
    "attendance_grid",
    "by_meeting",
    "meeting_totals",
    "summary",
    "why",
]
