"""The rows of the demo, each with its id and uid."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from chapterdesk.demo.chance import Chance

ORDER = (
    "chapter",
    "holiday",
    "person",
    "consent",
    "classification",
    "membership",
    "role_term",
    "meeting",
    "attendance",
    "visit",
    "slip",
)


class DemoLedger:
    """Collects rows by table. `add` returns the values of the new row, which may be changed until the file is made."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._chance = Chance("uids")

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        """Add a row and return it with its "id"; all rows of a table must have the same fields."""
        rows = self._rows[table]
        row = {"id": len(rows) + 1, "uid": self._chance.uid(), **values}
        rows.append(row)
        return row

    def rows(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Return all rows, each table after the tables that it refers to."""
        for table in ORDER:
            yield table, self._rows[table]
