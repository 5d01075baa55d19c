"""CSV and other text tables: separator, first line sep=, byte order marks, encodings."""

import codecs
import csv
import io
from collections import Counter

from chapterdesk.domain.text import N_
from chapterdesk.importers.reading.sheet import Sheet, SheetBuilder, UnreadableError

_SEPARATORS = ",;\t|"
_LOOKED_AT = 60  # lines that are used to find the separator
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read the rows of a text table; raises UnreadableError when it is not text."""
    text = decode(data)
    separator, body, skipped = _separator(text)
    try:
        lines = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
        for number, values in enumerate(lines, 1 + skipped):
            if number % 1000 == 0:
                builder.tick(min(number * 100, len(data)))
            builder.add_values(number, values)
    except csv.Error as error:
        raise UnreadableError(
            N_("The text cannot be read as a table after row {number}"), row=len(builder.rows), number=len(builder.rows)
        ) from error
    return builder.sheet()


def decode(data: bytes) -> str:
    """Return the text of bytes in UTF-8 or UTF-16, with or without a byte order mark, else in Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    zeros = data[:2000].count(0)
    if zeros * 5 > len(data[:2000]):  # in Western text in UTF-16 every second byte is zero
        little = data[1:2000:2].count(0) >= data[0:2000:2].count(0)
        return _checked(data.decode("utf-16-le" if little else "utf-16-be", "replace"))
    for encoding in ("utf-8", "cp1252"):
        try:
            return _checked(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return _checked(data.decode(best.encoding if best else "cp1252", "replace"))


def _checked(text: str) -> str:
    """Raise UnreadableError when the text contains too many control characters."""
    start = text[:2000]
    odd = sum(1 for mark in start if mark == "\ufffd" or (mark < " " and mark not in "\t\r\n\f"))
    if odd * 20 > max(len(start), 160):  # a few can be a typing error
        raise UnreadableError(N_("The file is neither a spreadsheet nor a text table"))
    return text


def _separator(text: str) -> tuple[str, str, int]:
    """Return the separator, the text without the line `sep=`, and the number of removed lines."""
    first, line_end, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) <= 5:
        return (first.strip().strip('"')[4:] or "\t", rest if line_end else "", 1)
    start = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    return max(_SEPARATORS, key=lambda mark: _agreement(start, mark)), text, 0


def _agreement(text: str, separator: str) -> int:
    """Return how well a separator fits: the number of lines with the most common width above one, times that width."""
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row)
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)
