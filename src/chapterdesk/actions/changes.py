"""Bringing back earlier values and removed rows from the change log."""

import datetime as dt

from chapterdesk.domain.text import N_
from chapterdesk.store.desk import Desk
from chapterdesk.store.log import bringing_back
from chapterdesk.store.log.details import LoggedRow
from chapterdesk.store.tables.overview import LoggedField


def bring_back(desk: Desk, row: LoggedRow, column: str, today: dt.date) -> None:
    """Restore the value of a field before a change; without a column, restore the row that the change removed."""
    if column:
        field = LoggedField.of(row.thing, column)
        with desk.change(N_("Bring back {field} of {name}"), field=field, name=row.name) as s:
            bringing_back.bring_back(s, row.line, column, today)
    else:
        with desk.change(N_("Bring back what was removed: {name}"), name=row.name) as s:
            bringing_back.return_row(s, row.line, today)
