"""XLSX and ODS workbooks, read by calamine after a check for decompression bombs.

Calamine stores a sheet densely, so two filled cells in opposite corners would need gigabytes. The sheets are therefore
first read as a stream, which also finds the bold cells.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.text import N_
from chapterdesk.importers.reading.sheet import (
    LAST_COLUMN,
    MAX_EXPANDED,
    MAX_RATIO,
    Sheet,
    SheetBuilder,
    UnreadableError,
)

_CHUNK = 1 << 16
_CELLS = 4_000_000  # cells that a dense sheet may have
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml", re.IGNORECASE)
_CELL_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DAMAGED = N_("The spreadsheet is damaged; open it in your spreadsheet program and save it again")
Attributes = dict[str, str]
Handler = Callable[[str, Attributes], None]


def read_xlsx(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read an Office Open XML workbook with its bold cells."""
    with _unpacked(data, builder) as packed:
        styles = _BoldStyles()
        if "xl/styles.xml" in packed.namelist():
            _walk(packed, "xl/styles.xml", styles.start, builder)
        bold = {}
        for name in packed.namelist():
            found = _SHEET.fullmatch(name)
            if found:
                extent = _Extent(styles.bold)
                _walk(packed, name, extent.start, builder)
                bold[int(found[1])] = frozenset(extent.bold_cells)
    return _calamine(data, builder, bold)


def read_ods(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read an OpenDocument spreadsheet. Bold is not read; the Detail column also names the other chapter of a slip."""
    with _unpacked(data, builder) as packed:
        _walk(packed, "content.xml", _OdsSize().start, builder)
    return _calamine(data, builder, {})


def _unpacked(data: bytes, builder: SheetBuilder) -> zipfile.ZipFile:
    """Open a zip archive after unpacking it once to check its expanded size; raises UnreadableError."""
    try:
        packed = zipfile.ZipFile(BytesIO(data))
        total = 0
        for info in packed.infolist():
            with packed.open(info) as member:
                while piece := member.read(_CHUNK):
                    total += len(piece)
                    if total > MAX_EXPANDED or total > MAX_RATIO * len(data):
                        raise UnreadableError(N_("The file expands to far more than an export holds; it is refused"))
            builder.tick(0)
    except (
        zipfile.BadZipFile,
        EOFError,
        ValueError,
        NotImplementedError,
        OSError,
        RuntimeError,
        _zlib_error(),
    ) as error:
        raise UnreadableError(_DAMAGED) from error
    return packed


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error


def _walk(packed: zipfile.ZipFile, name: str, start: Handler, builder: SheetBuilder) -> None:
    """Call `start` for every element of a member, with its local name; raises UnreadableError."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser: Any = DefusedXMLParser(target=object(), forbid_dtd=True)
    parser.parser.ordered_attributes = False

    def local(element: str, attributes: Attributes) -> None:
        start(element.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()})

    parser.parser.StartElementHandler = local
    try:
        with packed.open(name) as member:
            while piece := member.read(_CHUNK):
                builder.tick(0)
                parser.feed(piece)
        parser.close()
    except (DefusedXmlException, ParseError, ValueError, LookupError) as error:
        raise UnreadableError(_DAMAGED) from error


class _BoldStyles:
    """The bold cell formats of an XLSX. Styles list the fonts first; each cell format refers to a font by number."""

    def __init__(self) -> None:
        self.bold: set[str] = set()
        self._fonts: list[bool] = []
        self._within = ""
        self._formats = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle one element of styles.xml."""
        if name in {"fonts", "fills", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            self._within = name
        elif name == "font" and self._within == "fonts":
            self._fonts.append(False)
        elif name == "b" and self._within == "fonts" and self._fonts:
            self._fonts[-1] = attributes.get("val", "1") not in {"0", "false"}
        elif name == "xf" and self._within == "cellXfs":
            font = attributes.get("fontId", "0")
            if font.isdecimal() and len(font) < 6 and int(font) < len(self._fonts) and self._fonts[int(font)]:
                self.bold.add(str(self._formats))
            self._formats += 1


class _Extent:
    """The bold cells and the size of an XLSX sheet."""

    def __init__(self, styles: set[str]) -> None:
        self.bold_cells: set[tuple[int, int]] = set()
        self._styles = styles
        self._rows = self._columns = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle one element of a sheet; raises UnreadableError when the sheet would be too large."""
        reference = _CELL_REFERENCE.fullmatch(attributes.get("r", "")) if name == "c" else None
        if reference is None:
            return
        column = 0
        for letter in reference[1]:
            column = column * 26 + ord(letter) - 64
        row = int(reference[2])
        if attributes.get("s", "") in self._styles:
            self.bold_cells.add((row, column))
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        _check_size(self._rows, self._columns)


class _OdsSize:
    """The size of an ODS sheet, whose cells and rows can be repeated."""

    def __init__(self) -> None:
        self._rows = self._row_repeat = self._columns = self._widest = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle one element of content.xml; raises UnreadableError when the sheet would be too large."""
        if name == "table":
            self._rows = self._widest = 0
        elif name == "table-row":
            self._row_repeat = _count(attributes, "number-rows-repeated")
            self._columns = 0
            self._rows += self._row_repeat
        elif name in {"table-cell", "covered-table-cell"}:
            self._columns += _count(attributes, "number-columns-repeated")
            if "value-type" in attributes:
                self._widest = max(self._widest, self._columns)
                _check_size(self._rows, self._widest)


def _count(attributes: Attributes, name: str) -> int:
    value = attributes.get(name, "1")
    return max(1, int(value)) if value.isdecimal() and len(value) < 9 else 1


def _check_size(rows: int, columns: int) -> None:
    if columns > LAST_COLUMN or rows * columns > _CELLS:
        raise UnreadableError(N_("The sheet reaches to row {number}, which no export does"), row=rows, number=rows)


def _calamine(data: bytes, builder: SheetBuilder, bold: dict[int, frozenset[tuple[int, int]]]) -> Sheet:
    """Read the first sheet with rows. Whatever calamine raises, panics included, means a damaged file."""
    from python_calamine import CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for index in range(len(workbook.sheet_names)):
            sheet = workbook.get_sheet_by_index(index)
            if sheet.height:
                _check_size(sheet.height, sheet.width)  # in Python the rows take far more memory than in calamine
                _rows(sheet, builder, bold.get(index + 1, frozenset()))
            if builder.rows:
                break
    except (UnreadableError, Cancelled, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust library is not an Exception
        raise UnreadableError(_DAMAGED) from error
    return builder.sheet()


def _rows(sheet: Any, builder: SheetBuilder, bold: frozenset[tuple[int, int]]) -> None:
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        if number % 1000 == 0:
            builder.tick(0)
        builder.add_values(number, values, bold)
