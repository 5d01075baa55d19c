"""The layout of a table for a width: font size, widths of columns, texts in lines. It measures and does not draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chapterdesk.document.blocks import Column, Form, Table, Tone
from chapterdesk.document.cell_text import cell_text
from chapterdesk.document.edition import Words
from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, shorten, width, wrap

_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)  # points, the largest that fits
_MOST_LINES = 4  # of a text that wraps; the rest is cut, with an ellipsis
_EM = 0.52  # width of an average letter, relative to the font size
_BARE_HEAD = 2.0
_WRITING_HEIGHT = 25.0  # points: room for a signature


@dataclass(frozen=True, slots=True)
class GridLine:
    """One row, ready to draw: the lines of each cell, its tone, its height in points."""

    cells: tuple[tuple[str, ...], ...]
    tones: tuple[Tone, ...]
    height: float
    total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that fits: columns with left edges and widths, font size, heading, rows."""

    columns: tuple[Column, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    size: float
    pad: float
    leading: float
    titles: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[int, int, str], ...]  # first column, last column, heading over both
    lines: tuple[GridLine, ...]
    roomy: bool

    def title_height(self, first: int, last: int) -> float:
        """Height of the tallest title of some neighbours, in points."""
        return max(len(title) for title in self.titles[first : last + 1]) * self.leading + 6

    @property
    def head_height(self) -> float:
        """Height of the heading, in points; without titles only that of its rule."""
        if not any("".join(title).strip() for title in self.titles):
            return _BARE_HEAD
        tallest = self.title_height(0, len(self.titles) - 1)
        return max([tallest, *(self.title_height(first, last) + self.leading + 3 for first, last, _ in self.groups)])


def lay_out(table: Table, words: Words, ink: Ink, room: float) -> Grid:
    """Return the table in the largest font size at which its figures fit into `room` points.

    Figures, dates and codes are never cut; columns of words share the remaining width, wrap or end in an ellipsis.
    """
    columns = tuple(column for column in table.columns if column.title)
    rows = [*table.rows, *table.totals]
    texts = [[ink.printable(cell_text(column, row, words)) for column in columns] for row in rows]
    titles = [ink.printable(column.title) for column in columns]
    sizes = [size for size in _SIZES if not table.compact or size <= 7.5]
    tight = table.compact and any(column.form is Form.CODE for column in columns)
    for size in sizes:
        pad = size * (0.22 if tight else 0.55)
        widths = _widths(columns, titles, texts, room, size, pad)
        if widths is not None:
            break
    else:
        widths = [room / len(columns)] * len(columns)
    leading = size * 1.34
    small = _head_size(size)
    groups = _groups(columns, ink)
    return Grid(
        columns=columns,
        lefts=tuple(sum(widths[:at]) for at in range(len(widths))),
        widths=tuple(widths),
        size=size,
        pad=pad,
        leading=leading,
        titles=tuple(
            tuple(wrap(title, BOLD, small, wide - 2 * pad + 0.1, 3)) for title, wide in zip(titles, widths, strict=True)
        ),
        groups=groups,
        lines=tuple(
            _line(
                columns,
                row,
                cells,
                widths,
                size,
                pad,
                table,
                total=at >= len(table.rows),
            )
            for at, (row, cells) in enumerate(zip(rows, texts, strict=True))
        ),
        roomy=table.roomy,
    )


def _head_size(size: float) -> float:
    return size - 0.5 if size > 6.5 else size


def _groups(columns: Sequence[Column], ink: Ink) -> tuple[tuple[int, int, str], ...]:
    """Return neighbouring columns that share a heading, as (first, last, heading)."""
    found: list[tuple[int, int, str]] = []
    for at, column in enumerate(columns):
        if found and found[-1][2] == column.group and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at, column.group)
        else:
            found.append((at, at, column.group))
    return tuple((first, last, ink.printable(text)) for first, last, text in found if text)


def _line(
    columns: Sequence[Column],
    row: Any,
    texts: Sequence[str],
    widths: Sequence[float],
    size: float,
    pad: float,
    table: Table,
    *,
    total: bool,
) -> GridLine:
    cells = []
    for column, text, wide in zip(columns, texts, widths, strict=True):
        font = BOLD if total or column.strong else REGULAR
        room = wide - 2 * pad + 0.1
        if column.wrap and not total:
            cells.append(tuple(wrap(text, font, size, room, _MOST_LINES)))
        else:
            cells.append((shorten(text, font, size, room),))
    deepest = max(len(cell) for cell in cells)
    height = deepest * size * 1.34 + (2.4 if table.compact else 4.6)
    writing = _WRITING_HEIGHT + (deepest - 1) * size * 1.34  # room to write beside every line
    return GridLine(
        cells=tuple(cells),
        tones=tuple("" if column.tone is None else column.tone(row) for column in columns),
        height=writing if table.roomy else height,
        total=total,
    )


def _widths(
    columns: Sequence[Column],
    titles: Sequence[str],
    texts: Sequence[Sequence[str]],
    room: float,
    size: float,
    pad: float,
) -> list[float] | None:
    """Return the widths of the columns, None when they do not fit at this size."""
    natural = []
    for at, (column, title) in enumerate(zip(columns, titles, strict=True)):
        head = _two_lines(title, _head_size(size))
        figures = column.form not in {Form.TEXT, Form.DATE, Form.CODE}
        font = BOLD if column.strong or figures else REGULAR  # totals are bold
        body = max((width(line[at], font, size) for line in texts), default=0.0)
        if column.form is Form.TEXT and not body:
            body = column.weight * _EM * size  # room to write in
        natural.append(max(head, body) + 2 * pad)
    word_columns = [at for at, column in enumerate(columns) if column.form is Form.TEXT]
    fixed = sum(wide for at, wide in enumerate(natural) if at not in word_columns)
    left = room - fixed
    needed = sum(natural[at] for at in word_columns)
    if needed <= left:
        return _stretched(columns, natural, room - fixed - needed)
    least = {at: min(natural[at], columns[at].weight * _EM * size + 2 * pad) for at in word_columns}
    if sum(least.values()) > left:
        return None
    shares = _shared(word_columns, columns, natural, left)
    return [shares.get(at, wide) for at, wide in enumerate(natural)]


def _two_lines(title: str, size: float) -> float:
    """Return the least width in which a title needs at most two lines."""
    words = title.split()
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min((max(width(one, BOLD, size) for one in way) for way in ways), default=0.0)


def _shared(
    word_columns: Sequence[int], columns: Sequence[Column], natural: Sequence[float], left: float
) -> dict[int, float]:
    """Share `left` points among columns of words by weight; no column gets more than it needs."""
    shares: dict[int, float] = {}
    open_columns = list(word_columns)
    while open_columns:
        weight = sum(columns[at].weight for at in open_columns)
        sated = [at for at in open_columns if natural[at] <= left * columns[at].weight / weight]
        if not sated:
            shares.update({at: left * columns[at].weight / weight for at in open_columns})
            break
        for at in sated:
            shares[at] = natural[at]
            left -= natural[at]
            open_columns.remove(at)
    return shares


def _stretched(columns: Sequence[Column], natural: Sequence[float], spare: float) -> list[float]:
    """Distribute the spare width among all columns by weight, so that the table is as wide as the page."""
    weight = sum(column.weight for column in columns)
    return [wide + spare * column.weight / weight for column, wide in zip(columns, natural, strict=True)]
