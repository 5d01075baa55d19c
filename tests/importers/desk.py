"""A chapter for imports, with shortcuts for importing and for reading the results."""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side
from chapterdesk.importers import Hints, Outcome, Preview, apply, prepare
from chapterdesk.store.members import MemberRow, add_member, members
from chapterdesk.store.slips import SlipRow, slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.statistics import Summary, summary
from chapterdesk.store.visits import VisitRow, visits

TODAY = dt.date(2026, 7, 2)
HALF_YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 6, 30))


@dataclass
class Importing:
    """A chapter that meets on Thursdays, with shortcuts for importing and for reading the results."""

    desk: DeskFile
    chapter_id: int
    folder: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def put(self, data: bytes, name: str = "") -> Path:
        """Write bytes to a file, by default with a neutral name."""
        path = self.folder / (name or f"file-{next(self._numbers)}")
        path.write_bytes(data)
        return path

    def hints(self, **said: Any) -> Hints:
        return Hints(today=TODAY, **said)

    def preview(self, *data: bytes, replace: bool = False, **said: Any) -> list[Preview]:
        return self.prepare([self.put(some) for some in data], replace=replace, **said)

    def prepare(self, paths: list[Path], *, replace: bool = False, **said: Any) -> list[Preview]:
        return prepare(self.desk, self.chapter_id, paths, self.hints(**said), replace=replace)

    def run(self, *data: bytes, replace: bool = False, **said: Any) -> list[Outcome]:
        """Preview and apply; asserts that exactly the announced rows are made."""
        previews = self.preview(*data, replace=replace, **said)
        outcomes = apply(self.desk, previews)
        assert [outcome.made for outcome in outcomes] == [preview.made for preview in previews]
        return outcomes

    def one(self, data: bytes, **said: Any) -> Outcome:
        return self.run(data, **said)[0]

    def add_members(self, *names: str) -> dict[str, int]:
        """Add members by "First Last"; returns their membership ids."""
        with self.desk.change("Members") as s:
            return {
                name: add_member(
                    s, self.chapter_id, first_name=name.partition(" ")[0], last_name=name.partition(" ")[2]
                )
                for name in names
            }

    def members(self) -> list[MemberRow]:
        with self.desk.read() as s:
            return members(s, self.chapter_id, TODAY)

    def names(self) -> list[str]:
        return sorted(row.name for row in self.members())

    def person(self, name: str) -> int:
        return next(row.person_id for row in self.members() if row.name == name)

    def slips(self) -> list[SlipRow]:
        with self.desk.read() as s:
            return list(reversed(slips(s, self.chapter_id)))

    def sides(self) -> list[tuple[str, Side, str, Side]]:
        return [(row.giver, row.giver_side, row.receiver, row.receiver_side) for row in self.slips()]

    def visits(self) -> list[VisitRow]:
        with self.desk.read() as s:
            return visits(s, self.chapter_id)

    def summary(self, period: Period = HALF_YEAR) -> Summary:
        with self.desk.read() as s:
            return summary(s, self.chapter_id, period)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        from sqlalchemy import text

        from chapterdesk.store.tables.base import Model

        with self.desk.read() as s:
            return {
                table.name: s.execute(text(f'SELECT count(*) FROM "{table.name}"')).scalar_one()
                for table in Model.metadata.sorted_tables
                if table.name != "change_log"
            }
