"""The columns of the ledger, by kind: what each shows, and which field is corrected in it."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import Qt

from chapterdesk.domain.slip_values import FIGURES, TITLES
from chapterdesk.reports.ledger_words import detail_field, kind_icon
from chapterdesk.store.ledger_entries import LedgerEntry, fields_of, sides_of
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.slip_fields import ledger_words
from chapterdesk.ui.widgets.table import Index, RowModel, TableColumn

MOST_COLUMNS: Final = 7
"""Most columns of which the last one takes the remaining width; with more, the list scrolls sideways."""
NAME_WIDTH: Final = 23
"""Width of a name in characters where all kinds are listed; the tip shows longer names."""
LONG_FIELDS: Final = frozenset({"note", "topics"})


@dataclass(frozen=True, slots=True)
class LedgerColumn(TableColumn):
    """A column with a key: usually the name of the field that it shows."""

    key: str = ""

    def field(self, entry: LedgerEntry) -> str:
        """Return the field of a line that is corrected in this column, "" for none."""
        field = detail_field(entry) if self.key == "detail" else self.key
        return field if entry.can_correct(field) else ""


def columns(context: Context, kind: str) -> list[LedgerColumn]:
    """Return the columns for lines of one kind ("" for all kinds together)."""
    tr = context.tr
    date = LedgerColumn(
        tr("Date"),
        lambda line: ledger_words(context).day(line),
        sort=lambda line: line.date,
        colour=lambda line: None if line.counts else context.style.colour("warning"),
        key="date",
    )
    if kind:
        result = [date, *(_party(context, role, tr(title)) for role, title in sides_of(kind))]
        result += [_field(context, name) for name in fields_of(kind)]
    else:
        kinds = LedgerColumn(
            tr("Kind"),
            lambda line: ledger_words(context).kind(line.kind),
            icon=lambda line: context.style.icon(kind_icon(line.kind), "muted", 16),
            key="kind",
        )
        giver = _party(context, "giver", tr("From"), NAME_WIDTH)
        receiver = _party(context, "receiver", tr("To"), NAME_WIDTH)
        result = [date, kinds, giver, receiver, _detail(context), _field(context, "note")]
    if len(result) <= MOST_COLUMNS:
        result[-1] = dataclasses.replace(result[-1], grow=True)
    return result


def _party(context: Context, role: str, title: str, width: int | None = None) -> LedgerColumn:
    return LedgerColumn(
        title,
        lambda line: ledger_words(context).party(line, role) or None,
        tip=lambda line: ledger_words(context).party(line, role),
        width=width,
        key=role,
    )


def _detail(context: Context) -> LedgerColumn:
    tr = context.tr

    def text(entry: LedgerEntry) -> str:
        return ledger_words(context).shown(entry, detail_field(entry))

    return LedgerColumn(
        tr("Detail"),
        lambda line: text(line) if detail_field(line) else None,
        sort=lambda line: (line.kind, _sortable(line)),
        tip=text,
        width=15,
        key="detail",
    )


def _sortable(entry: LedgerEntry) -> tuple[int, str]:
    value = entry.value(detail_field(entry))
    return (value, "") if isinstance(value, int) else (0, str(value or ""))


def _field(context: Context, name: str) -> LedgerColumn:
    def text(entry: LedgerEntry) -> str:
        return ledger_words(context).shown(entry, name)

    def show(value: Any) -> str:
        return ledger_words(context).value(name, value)

    title = context.tr(TITLES[name])
    is_figure = name in FIGURES
    if is_figure or name == "next_contact":  # sorted by what is stored
        side: Literal["left", "right"] = "right" if is_figure else "left"
        return LedgerColumn(title, lambda line: line.value(name), show, align=side, key=name)
    return LedgerColumn(title, lambda line: text(line) or None, tip=text if name in LONG_FIELDS else None, key=name)


class LedgerModel(RowModel):
    """The lines of one kind, or of all ("")."""

    columns: tuple[LedgerColumn, ...]

    def __init__(self, context: Context, kind: str) -> None:
        super().__init__(columns(context, kind))

    def show_lines(self, lines: Sequence[LedgerEntry]) -> None:
        """Show these lines; if no line was added or removed, each keeps its place and its open field."""
        fresh = {line.key: line for line in lines}
        if len(fresh) != len(self._rows) or any(row.key not in fresh for row in self._rows):
            self.set_rows(lines)
            return
        self._rows = [fresh[row.key] for row in self._rows]
        self._texts = {}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def field(self, index: Index) -> str:
        """Return the field that is corrected in a cell, "" for none."""
        row = self.row(index.row())
        return "" if row is None else self.columns[index.column()].field(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        if row is not None and (field := self.field(index)) and row.is_open(field):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags
