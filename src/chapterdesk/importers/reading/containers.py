"""The container of a file, found by its first bytes and never by its name, and its rows."""

import zipfile
from io import BytesIO

from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.importers.reading import biff, delimited, html_table, spreadsheetml, workbooks
from chapterdesk.importers.reading.sheet import MAX_BYTES, Sheet, SheetBuilder, UnreadableError

READERS = {
    "xml": spreadsheetml.read,
    "xlsx": workbooks.read_xlsx,
    "ods": workbooks.read_ods,
    "xls": biff.read,
    "html": html_table.read,
    "text": delimited.read,
}
"""The function that reads each kind of container."""


def container(data: bytes) -> str:
    """Return xml, xlsx, ods, xls, html or text, by the first bytes."""
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    start = data[:4000].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip().lower()
    if start.startswith((b"<html", b"<table", b"<!doctype html")):
        return "html"
    if start.startswith(b"<?xml") and b"<html" in start and b"office:spreadsheet" not in start:
        return "html"
    if start.startswith((b"<?xml", b"<workbook", b"<ss:workbook", b"<!doctype", b"<!--")):
        return "xml"
    return "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return "ods" if "content.xml" in packed.namelist() else "xlsx"
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError):
        return "xlsx"


def refuse_size(size: int) -> None:
    """Raise UnreadableError when a file is too large, in bytes."""
    if size > MAX_BYTES:
        raise UnreadableError(
            N_("The file is larger than {size} MB; it can hardly be an export"), size=MAX_BYTES // 1_000_000
        )


def read_sheet(data: bytes, progress: Progress = SILENT) -> Sheet:
    """Return the rows of a file; raises UnreadableError, and Cancelled from `progress`."""
    if not data.strip(b"\x00\r\n\t "):
        raise UnreadableError(N_("The file is empty"))
    refuse_size(len(data))
    return READERS[container(data)](data, SheetBuilder(progress, len(data)))
