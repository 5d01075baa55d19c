"""A table in HTML, which some programs save with the ending .xls."""

from html.parser import HTMLParser

from chapterdesk.domain.text import N_
from chapterdesk.importers.reading.delimited import decode
from chapterdesk.importers.reading.sheet import LAST_COLUMN, Cell, Sheet, SheetBuilder, UnreadableError, as_value

_CHUNK = 1 << 16
_LONGEST_TAG = 1 << 18


def read(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read the rows of all tables of the page, one below the other."""
    text = decode(data)
    parser = _Tables(builder)
    for start in range(0, len(text), _CHUNK):
        builder.tick(start)
        parser.feed(text[start : start + _CHUNK])
        # The parser starts the tag again with each piece, and needs more and more memory.
        if len(parser.rawdata) > _LONGEST_TAG:
            raise UnreadableError(N_("A tag of the page never ends; the file is damaged"), row=parser.row)
    parser.close()
    parser.end_row()
    return builder.sheet()


class _Tables(HTMLParser):
    """Collects the text of td and th; colspan leaves a gap."""

    def __init__(self, builder: SheetBuilder) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder
        self.row = 0
        self.column = 0
        self._next = 1
        self._cells: dict[int, Cell] = {}
        self._text: list[str] | None = None
        self._bold = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell, or note that its text is bold."""
        if tag == "tr":
            self.end_row()
            self.row += 1
        elif tag in {"td", "th"}:
            self._end_cell()
            span = dict(attrs).get("colspan") or "1"
            self.column = self._next
            self._next += max(1, min(int(span), LAST_COLUMN)) if span.isdecimal() and len(span) < 6 else 1
            self._text = []
            self._bold = False
        elif tag in {"b", "strong"}:
            self._bold = self._text is not None
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a row."""
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self.end_row()

    def handle_data(self, data: str) -> None:
        """Take the text of a cell."""
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        text, self._text = " ".join("".join(self._text or ()).split()), None
        value = as_value(text)
        if value is not None and self.builder.fits(self.row, self.column):
            self._cells[self.column] = Cell(value, self._bold)

    def end_row(self) -> None:
        """Hand the collected row over."""
        self._end_cell()
        self.builder.add(self.row, self._cells)
        self._cells = {}
        self.column, self._next = 0, 1
