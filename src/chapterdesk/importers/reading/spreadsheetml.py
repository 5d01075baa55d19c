"""SpreadsheetML 2003: the XML inside the .xls files of BNI Connect.

It is read as a stream, without a tree in memory, by a parser of defusedxml that refuses DTDs and entities. Elements are
matched by namespace and local name, cells placed by ss:Index; merged cells leave gaps.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from chapterdesk.domain.text import N_
from chapterdesk.importers.reading.sheet import (
    LAST_COLUMN,
    Cell,
    Sheet,
    SheetBuilder,
    UnreadableError,
    Value,
    as_value,
    letter,
)

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet}"
_LAST_ROW = 1_048_576
_CHUNK = 1 << 16
_INDEX, _MERGE = NAMESPACE + "Index", NAMESPACE + "MergeAcross"
_CELL, _DATA = NAMESPACE + "Cell", NAMESPACE + "Data"
_STYLE, _TYPE = NAMESPACE + "StyleID", NAMESPACE + "Type"
_PARENT, _ID, _BOLD = NAMESPACE + "Parent", NAMESPACE + "ID", NAMESPACE + "Bold"


def read(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read the first worksheet that holds rows; raises UnreadableError with the row and column reached."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    reader = _Reader(builder)
    parser: Any = DefusedXMLParser(target=_Nothing(), forbid_dtd=True)
    reader.listen(parser.parser)
    try:
        for start in range(0, len(data), _CHUNK):
            builder.tick(start)
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableError(
            N_("The file holds a document type or entities, which no export has; it is refused")
        ) from error
    except (ParseError, ValueError, LookupError) as error:  # an unknown encoding is a LookupError
        raise UnreadableError(
            N_("The file is damaged after row {number}; export it again"),
            row=reader.row,
            column=letter(reader.column),
            number=reader.row,
        ) from error
    if not reader.is_workbook:
        raise UnreadableError(N_("The file is XML, but not a spreadsheet"))
    return builder.sheet()


class _Nothing:
    """The target that the parser requires; our own handlers receive all events."""


class _Reader:
    """The handlers, with their present position in the sheet."""

    def __init__(self, builder: SheetBuilder) -> None:
        self.builder = builder
        self.is_workbook = False
        self.row = 0
        self.column = 0
        self._next = 1
        self._cells: dict[int, Cell] = {}
        self._bold: set[str] = set()
        self._style = ""
        self._row_style = ""
        self._cell_style = ""
        self._type = ""
        self._text: str | None = None
        self._rich_bold = False
        self._finished = False
        names = {
            "Workbook": self._workbook,
            "Style": self._begin_style,
            "Font": self._font,
            "Row": self._begin_row,
        }
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {NAMESPACE + k: v for k, v in names.items()}
        self._ends: dict[str, Callable[[], None]] = {
            NAMESPACE + "Row": self._end_row,
            NAMESPACE + "Worksheet": self._end_sheet,
        }

    def listen(self, expat: Any) -> None:
        """Connect the handlers to the parser."""
        expat.ordered_attributes = False
        expat.StartElementHandler = self._start
        expat.EndElementHandler = self._end
        expat.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _DATA:  # the most frequent elements first
            self._type = attributes.get(_TYPE, "String")
            self._text = ""
            self._rich_bold = False
        elif name == _CELL:
            self._begin_cell(attributes)
        elif name in self._starts:
            self._starts[name](attributes)
        elif self._text is not None and name.endswith("}B"):  # rich text inside a cell
            self._rich_bold = True

    def _end(self, name: str) -> None:
        if name == _DATA:
            if self._text:
                self._end_data(self._text)
            self._text = None
        elif name in self._ends:
            self._ends[name]()

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text += text

    def _workbook(self, _: dict[str, str]) -> None:
        self.is_workbook = True

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(_ID, "")
        if attributes.get(_PARENT, "") in self._bold:
            self._bold.add(self._style)

    def _font(self, attributes: dict[str, str]) -> None:
        if attributes.get(_BOLD) in {"1", "true"}:
            self._bold.add(self._style)
        elif _BOLD in attributes:
            self._bold.discard(self._style)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self.row = self._place(attributes, self.row + 1, _LAST_ROW)
        self._row_style = attributes.get(_STYLE, "")
        self._cells = {}
        self.column, self._next = 0, 1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.column = self._place(attributes, self._next, LAST_COLUMN) if _INDEX in attributes else self._next
        self._next = self.column + 1
        if _MERGE in attributes:
            merged = attributes[_MERGE]
            self._next += int(merged) if merged.isdecimal() and len(merged) < 6 else 0
        self._cell_style = attributes.get(_STYLE, self._row_style)

    def _place(self, attributes: dict[str, str], usual: int, last: int) -> int:
        """Return the ss:Index of an element. An invalid one becomes a problem, and the element keeps its position."""
        told = attributes.get(_INDEX)
        if told is None:
            return usual
        index = int(told) if told.isdecimal() and len(told) < 8 else 0
        if usual <= index <= last:
            return index
        self.builder.problem_once(
            self.row, letter(self.column), N_("A cell says that it stands at {index}, which cannot be"), index=told[:20]
        )
        return usual

    def _end_data(self, text: str) -> None:
        if self._finished or self.column < 1:
            return
        value = self._value(text)
        if value is not None and self.builder.fits(self.row, self.column):
            self._cells[self.column] = Cell(value, self._cell_style in self._bold or self._rich_bold)

    def _value(self, text: str) -> Value:
        if self._type == "Number":
            try:
                return int(text) if text.isdecimal() and len(text) < 16 else as_value(float(text))
            except ValueError:
                return self._unlike(text, N_("“{text}” is not a number"))
        if self._type == "DateTime":
            try:
                return dt.date.fromisoformat(text[:10])
            except ValueError:
                return self._unlike(text, N_("“{text}” is not a date"))
        return as_value(text)

    def _unlike(self, text: str, problem: str) -> Value:
        self.builder.problem_once(self.row, letter(self.column), problem, text=text[:40])
        return as_value(text)

    def _end_row(self) -> None:
        if not self._finished:
            self.builder.add(self.row, self._cells)
        self._cells = {}

    def _end_sheet(self) -> None:
        self._finished = self._finished or bool(self.builder.rows)
        self.row = 0
