"""Files that would use all memory or endless time, and a program that reads one: `python -m …hostile NAME`."""

import io
import sys
import time
import zipfile
from collections.abc import Callable

from chapterdesk.importers.reading import UnreadableError, read_sheet
from tests.importers.connect_files import csv_file, xlsx_file

MEMORY = 700 << 20
"""Bytes of address space for the program that reads one; half of it is used at the start."""
MOST = 19_000_000
"""The largest file in bytes that is read."""
_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def _zip(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return target.getvalue()


def _workbook(**members: bytes) -> bytes:
    """A good workbook in which the members of these file names (without ending) are others."""
    with zipfile.ZipFile(io.BytesIO(xlsx_file([("a", "b")]))) as old:
        kept = {info.filename: old.read(info) for info in old.infolist()}
    for name, data in members.items():
        kept[next(one for one in kept if one.endswith(f"{name}.xml"))] = data
    return _zip(kept)


def _sheetml(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<Workbook xmlns="{_SHEET}" xmlns:ss="{_SHEET}">{body}</Workbook>'.encode()


def _cell(text: str, more: str = "") -> str:
    return f"<Worksheet><Table><Row><Cell{more}><Data>{text}</Data></Cell></Row></Table></Worksheet>"


_LAUGHS = "<!DOCTYPE x [" + '<!ENTITY a0 "ha">'
_LAUGHS += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
_BLOW_UP = f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

REFUSED: dict[str, Callable[[], bytes]] = {
    "a zip that expands a thousandfold": lambda: _zip({"xl/worksheets/sheet1.xml": bytes(90_000_000)}),
    "a zip that expands over the limit": lambda: _zip({f"xl/{n}.xml": b"<a/>" * 3_000_000 for n in range(10)}),
    "a zip in a zip in a zip": lambda: _zip({"a.zip": _zip({"b.zip": _zip({"c": bytes(90_000_000)})})}),
    "a zip of a hundred thousand members": lambda: _zip({f"{n}": b"" for n in range(100_000)}),
    "a billion laughs": lambda: _sheetml(_cell("&a11;"), _LAUGHS),
    "a billion laughs in a workbook": lambda: _workbook(sheet1=_sheetml(_cell("&a11;"), _LAUGHS)),
    "a billion laughs in the styles": lambda: _workbook(styles=_sheetml(_cell("&a11;"), _LAUGHS)),
    "an entity a hundred thousand times": lambda: _sheetml(_cell("&a;" * 100_000), _BLOW_UP),
    "an entity from outside": lambda: _sheetml(_cell("&a;"), _OUTSIDE),
    "a cell in the last column of the last row": lambda: _workbook(
        sheet1=b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    ),
    "text that never ends a quote": lambda: b'a;b\n"' + b"x" * MOST,
    "more than is ever exported": lambda: b"a;b\n" * 6_000_000,
}
"""Files that are refused, as functions that make them."""
READ: dict[str, Callable[[], bytes]] = {
    "elements within elements": lambda: _sheetml("<a>" * 500_000 + "</a>" * 500_000 + _cell("x")),
    "a value as long as a book": lambda: _sheetml(_cell("x" * (MOST - 1000))),
    "an attribute as long as a book": lambda: _sheetml(_cell("x", f' ss:a="{"x" * (MOST - 1000)}"')),
    "a line without end": lambda: b"x" * MOST,
    "a line of separators": lambda: b";" * MOST,
    "a page that begins and never ends": lambda: b"<html><table><tr><td>x" + b"<" * (MOST // 4),
    "a comment that never ends": lambda: b"<html><table><tr><td>x<!--" + b"x-" * (MOST // 4),
    "a tag that never ends": lambda: b"<html><table><tr><td>x<td " + b"a=1 " * (MOST // 8),
    "tables within tables": lambda: b"<html>" + b"<table><tr><td>x" * 300_000,
    "a cell at the end of a row": lambda: _sheetml(_cell("x", ' ss:Index="16384"')),
    "zeros": lambda: b"a;b\n" + bytes(MOST),
}
"""Files that may be read or refused."""
FLOOR = "as much text as is read at most"


def floor() -> bytes:
    """The largest good file, in rows and bytes, which may take its time."""
    return csv_file([["Anna Muster"] * 40] * 20_000)


def main(name: str) -> None:
    """Read one within bounds; say whether it was read, and the seconds of processor time that it took."""
    import resource  # Unix alone

    data = floor() if name == FLOOR else {**REFUSED, **READ}[name]()
    read_sheet(csv_file([("a", "b")]))
    read_sheet(xlsx_file([("a", "b")]))  # what reading needs is loaded
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + len(data), MEMORY + len(data)))
    begun = time.process_time()
    try:
        rows = len(read_sheet(data).rows)
        told = f"{rows} rows"
    except UnreadableError as error:
        told = f"refused: {error}"
    sys.stdout.write(f"{time.process_time() - begun:.3f} {told}\n")


if __name__ == "__main__":
    main(sys.argv[1])
