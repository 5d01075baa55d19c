"""What was changed earlier, brought back from the log of changes."""

import datetime as dt

from chapterdesk.domain.text import N_
from chapterdesk.store.changes import bringing_back
from chapterdesk.store.changes.fields import LoggedField
from chapterdesk.store.changes.log_details import LoggedRow
from chapterdesk.store.desk_file import DeskFile


def bring_back_value(desk: DeskFile, row: LoggedRow, column: str, today: dt.date) -> None:
    """Give a field the value again that it had before the change."""
    field = LoggedField.of(row.thing.value, column)
    with desk.change(N_("Bring back {field} of {name}"), field=field, name=row.name) as s:
        bringing_back.bring_back(s, row.line, column, today)


def bring_back_row(desk: DeskFile, row: LoggedRow, today: dt.date) -> None:
    """Bring back what the change removed."""
    with desk.change(N_("Bring back what was removed: {name}"), name=row.name) as s:
        bringing_back.return_row(s, row.line, today)


def bring_back(desk: DeskFile, row: LoggedRow, column: str, today: dt.date) -> None:
    """Bring back the earlier value of a column, or with "" the whole row."""
    if column:
        bring_back_value(desk, row, column, today)
    else:
        bring_back_row(desk, row, today)
