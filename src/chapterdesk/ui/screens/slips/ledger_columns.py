"""The columns of the ledger: by kind on the screen, with the field of a line that is corrected there; in a file."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from chapterdesk.document.blocks import Column, Form, Table
from chapterdesk.document.csv import write_csv
from chapterdesk.document.edition import Edition
from chapterdesk.document.files import write_beside
from chapterdesk.document.xlsx import write_xlsx
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money
from chapterdesk.domain.slips import KINDS, Side, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.exporters import FORMATS, Wish
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.slips.ledger_lines import VISITOR, LedgerEntry
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.slip_fields import TITLES as SLIP_TITLES
from chapterdesk.ui.widgets.slip_fields import value_in_words
from chapterdesk.ui.widgets.table import RowModel, TableColumn

Index = QModelIndex | QPersistentModelIndex
TITLES: Final = {
    **SLIP_TITLES,
    "visit_kind": N_("Visit"),
    "outcome": N_("Outcome"),
    "next_contact": N_("Next contact"),
    "company": N_("Company"),
}
"""The (translatable) words for the fields of slips and visits; `visit_kind` is the kind of a visit."""
OF_VISITS: Final = ("visit_kind", "company", "outcome", "next_contact", "note")
MANY: Final = 7
"""Columns with which the note still takes the room that is left; with more of them the list scrolls sideways."""
NAME_WIDTH: Final = 23
"""Characters of a name where all kinds are listed together; longer ones are cut, and whole in the tip."""
WIDE: Final = frozenset({"note", "topics"})


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column: how it looks, and the name of the field that a line is corrected in there ("" for none)."""

    key: str
    column: TableColumn
    field: Callable[[LedgerEntry], str]


def kind_label(context: Context, kind: str) -> str:
    """Return the word for a kind of line."""
    tr = context.tr
    return tr("Visitor") if kind == VISITOR else tr(SlipKind(kind).label)


def kind_icon(kind: str) -> str:
    """Return the icon of a kind of line."""
    return "user-plus" if kind == VISITOR else KINDS[SlipKind(kind)].icon


def party_shown(context: Context, entry: LedgerEntry, role: str) -> str:
    """Return who stands on one side: a name, with the chapter of somebody from elsewhere, or the others."""
    tr = context.tr
    name = entry.giver if role == "giver" else entry.receiver
    row = entry.source
    if isinstance(row, VisitRow) or (role == "giver" and row.kind is SlipKind.CLOSED_BUSINESS):
        return name
    side: Side = getattr(row, f"{role}_side")
    if side is Side.ELSEWHERE and row.other_chapter:
        return f"{name} · {row.other_chapter}".removeprefix(" · ")
    takes_part = role == "giver" or row.kind is not SlipKind.EDUCATION
    return name or (tr(side.label) if side is Side.OTHERS and takes_part else "")


def shown(context: Context, entry: LedgerEntry, field: str) -> str:
    """Return the value of a field as it is read."""
    if field in ("giver", "receiver"):
        return party_shown(context, entry, field)
    return value_in_words(context, field, stored(entry, field))


def stored(entry: LedgerEntry, field: str) -> Any:
    """Return the value of a field as it is stored; `visit_kind` is the kind of a visit."""
    return entry.source.kind if field == "visit_kind" else entry.value(field)


def detail_field(entry: LedgerEntry) -> str:
    """Return the field that says most about a line when all kinds are listed together."""
    return {
        SlipKind.REFERRAL: "tier",
        SlipKind.ONE_TO_ONE: "place",
        SlipKind.CLOSED_BUSINESS: "amount",
        SlipKind.EDUCATION: "credits",
        SlipKind.TESTIMONIAL: "",
        VISITOR: "visit_kind",
    }[entry.kind]


def when(context: Context, entry: LedgerEntry) -> str:
    """Return the day of a line; what waits for a meeting says so (rule 10)."""
    tr, language = context.tr, context.language
    day = language.short_date(entry.date)
    return day if entry.counts else tr("for {day}", day=day)


def columns(context: Context, kind: str) -> list[LedgerColumn]:
    """Return the columns for lines of one kind ("" for all kinds together)."""
    tr = context.tr
    date = TableColumn(
        tr("Date"),
        lambda one: when(context, one),
        sort=lambda one: one.date,
        colour=lambda one: None if one.counts else context.style.colour("warning"),
    )
    made = [LedgerColumn("date", date, lambda _one: "")]
    giver, receiver = tr("From"), tr("To")
    if not kind:
        made.append(
            LedgerColumn(
                "kind",
                TableColumn(
                    tr("Kind"),
                    lambda one: kind_label(context, one.kind),
                    icon=lambda one: context.style.icon(kind_icon(one.kind), "muted", 16),
                ),
                lambda _one: "",
            )
        )
    elif kind == VISITOR:
        giver, receiver = tr("Invited by"), tr("Visitor")
    else:
        definition = KINDS[SlipKind(kind)]
        giver = tr(definition.giver) if definition.giver else ""
        receiver = tr(definition.receiver) if definition.receiver else ""
    sides = [("giver", giver), ("receiver", receiver)]
    for role, title in reversed(sides) if kind == VISITOR else sides:
        if title:
            made.append(_party(context, role, title, None if kind else NAME_WIDTH))
    if not kind:
        made += [_detail(context), _field(context, "note")]
    elif kind == VISITOR:
        made += [_field(context, name) for name in OF_VISITS]
    else:
        made += [_field(context, name) for name in KINDS[SlipKind(kind)].fields]
    if len(made) <= MANY:
        made[-1] = LedgerColumn("note", dataclasses.replace(made[-1].column, grow=True), made[-1].field)
    return made


def _party(context: Context, role: str, title: str, width: int | None) -> LedgerColumn:
    def field(entry: LedgerEntry) -> str:
        if entry.is_visit:
            return "giver" if role == "giver" else ""
        definition = KINDS[SlipKind(entry.kind)]
        return role if (definition.giver if role == "giver" else definition.receiver) else ""

    column = TableColumn(
        title,
        lambda one: party_shown(context, one, role) or None,
        tip=lambda one: party_shown(context, one, role),
        width=width,
    )
    return LedgerColumn(role, column, field)


def _detail(context: Context) -> LedgerColumn:
    tr = context.tr
    column = TableColumn(
        tr("Detail"),
        lambda one: shown(context, one, detail_field(one)) if detail_field(one) else None,
        sort=lambda one: (one.kind, _sortable(one)),
        tip=lambda one: shown(context, one, detail_field(one)) if detail_field(one) else "",
        width=15,
    )
    return LedgerColumn("detail", column, detail_field)


def _sortable(entry: LedgerEntry) -> tuple[int, str]:
    value = stored(entry, detail_field(entry)) if detail_field(entry) else None
    return (value, "") if isinstance(value, int) else (0, str(value or ""))


def _field(context: Context, name: str) -> LedgerColumn:
    tr = context.tr
    figures = name in ("amount", "credits", "heat")
    title, tip = tr(TITLES[name]), (lambda one: shown(context, one, name)) if name in WIDE else None
    if figures or name == "next_contact":
        side: Literal["left", "right"] = "right" if figures else "left"
        column = TableColumn(
            title,
            lambda one: stored(one, name),
            lambda value: value_in_words(context, name, value),
            align=side,
            tip=tip,
        )
    else:
        column = TableColumn(title, lambda one: shown(context, one, name) or None, tip=tip)

    def field(entry: LedgerEntry) -> str:
        belongs = isinstance(entry.source, SlipRow) or name in OF_VISITS
        return name if belongs and name != "company" else ""

    return LedgerColumn(name, column, field)


class LedgerModel(RowModel):
    """The lines of one kind, or of all ("")."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        self.places = columns(context, kind)
        super().__init__([place.column for place in self.places], parent)

    def show_lines(self, lines: Sequence[LedgerEntry]) -> None:
        """Show these lines; when they are the same ones corrected, each stays where it is, and what is open in it."""
        fresh = {line.key: line for line in lines}
        if len(fresh) != len(self._rows) or any(row.key not in fresh for row in self._rows):
            self.set_rows(lines)
            return
        self._rows = [fresh[row.key] for row in self._rows]
        self._texts = {}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def field(self, index: Index) -> str:
        """Return the field that is corrected in a cell, "" when none is."""
        row = self.row(index.row())
        return "" if row is None else self.places[index.column()].field(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        if row is not None and (field := self.field(index)) and row.is_open(field):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


def sheet_of(context: Context, lines: Sequence[LedgerEntry]) -> Table:
    """Return lines as a table for files, with the words of the exporters; the thanker is never in it (rule 5)."""
    tr, currency = context.tr, context.chapter.currency
    wish = Wish(context.chapter, None, context.today(), context.language)

    def kind(entry: LedgerEntry) -> str:
        if entry.kind == VISITOR:
            return VISITOR if context.language.code == "en" else tr("Visitor")
        return wish.word(entry.value("kind"))

    def text(name: str) -> Any:
        return lambda entry: entry.value(name) or ""

    def word(name: str) -> Any:
        return lambda entry: wish.word(entry.value(name))

    def yes(name: str) -> Any:
        return lambda entry: wish.yes(None if entry.is_visit else entry.value(name) or None)

    def visit(entry: LedgerEntry) -> str:
        return wish.word(entry.source.kind) if isinstance(entry.source, VisitRow) else ""

    def amount(entry: LedgerEntry) -> Money | None:
        minor = entry.value("amount")
        return None if minor is None else Money(minor, currency)

    columns = (
        _column(tr("Date"), lambda entry: entry.date, Form.DATE),
        _column(tr("Kind"), kind),
        _column(tr("Giver"), text("giver")),
        _column(tr("Receiver"), text("receiver")),
        _column(tr("Tier"), word("tier")),
        _column(tr("Amount"), amount, Form.MONEY),
        _column(tr("Credits"), lambda entry: entry.value("credits"), Form.NUMBER),
        _column(tr("Other chapter"), text("other_chapter")),
        _column(tr("Prospect"), text("prospect")),
        _column(tr("Contact"), text("contact")),
        _column(tr("Card given"), yes("gave_card")),
        _column(tr("Call announced"), yes("told_them")),
        _column(tr("Heat"), lambda entry: entry.value("heat"), Form.NUMBER),
        _column(tr("Follow-up"), word("follow_up")),
        _column(tr("Repeat business"), yes("repeat_business")),
        _column(tr("Place"), text("place")),
        _column(tr("Topics"), text("topics")),
        _column(tr("Visit"), visit),
        _column(tr("Note"), text("note")),
    )
    return Table(tr("Slips"), columns, tuple(lines))


def _column(heading: str, get: Any, form: Form = Form.TEXT) -> Column:
    return Column(heading, "", get, form)


def export_lines(context: Context, lines: Sequence[LedgerEntry], target: Path) -> Path:
    """Write lines as XLSX or CSV, by the ending of `target`; returns the path that was written.

    Raises ChapterError for another ending, or when the folder cannot be written to.
    """
    ending = target.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise ChapterError(
            N_("Data can be written as .xlsx or .csv, not as “{ending}”; change the ending of the file"),
            ending=f".{ending}",
        )
    write = write_xlsx if ending == "xlsx" else write_csv
    edition = Edition(context.chapter.name, context.today(), context.language)
    table = sheet_of(context, lines)
    return write_beside(target, lambda stream: write(stream, [table], edition))
