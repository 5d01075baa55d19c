"""From bytes to rows: every kind of file that can contain a table, recognised by its first bytes."""

from chapterdesk.importers.reading.containers import container, read_sheet
from chapterdesk.importers.reading.sheet import Cell, Row, Sheet, UnreadableError

__all__ = ["Cell", "Row", "Sheet", "UnreadableError", "container", "read_sheet"]
