"""A report of one page, against the same words drawn on a bare canvas."""

import dataclasses
import datetime as dt
import io
import shutil
import tempfile
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from chapterdesk.i18n import Language
from chapterdesk.reports import build, reports
from chapterdesk.store.members import leave, members
from chapterdesk.store.sqlite.file import DeskFile
from tests.bench.measure import Line, compared, milliseconds, side_by_side
from tests.bench.region import LAST

REPORT = "roster"
CHAPTER = 5
MEMBERS = 20
Word = tuple[float, float, str, float, str]  # x, y, font, size, text


def words_of(pdf: bytes) -> list[Word]:
    """Return the words of a page with their places, read back from the PDF."""
    found: list[Word] = []

    def visit(text: str, around: Any, matrix: Any, font: Any, size: float) -> None:
        if text.strip():
            x = matrix[4] * around[0] + around[4]
            y = matrix[5] * around[3] + around[5]
            found.append((x, y, str((font or {}).get("/BaseFont", "")), size, text.strip()))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def lines(file: Path, times: int = 15) -> list[Line]:
    """Measure the roster of a chapter whose members fit on a page: laying it out and writing it."""
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        with DeskFile.open(copy) as desk:
            _keep_members(desk, MEMBERS)
            return [_roster(desk, times)]


def _keep_members(desk: DeskFile, number: int) -> None:
    with desk.change("Fewer members") as session:
        for member in members(session, CHAPTER, LAST)[number:]:
            leave(session, member.membership_id, LAST - dt.timedelta(days=1))


def _roster(desk: DeskFile, times: int) -> Line:
    from reportlab.pdfbase import pdfmetrics

    from chapterdesk.document.pdf import write_pdf

    language = Language("es")
    report = reports()[REPORT]

    def read() -> tuple[Any, Any]:
        return build(desk, CHAPTER, report, None, language, LAST)

    edition, blocks = read()

    def ours() -> bytes:
        target = io.BytesIO()
        write_pdf(target, blocks, edition)
        return target.getvalue()

    pdf = ours()
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    if pages != 1:
        raise AssertionError(f"the report has {pages} pages")
    fonts = {_plain(pdfmetrics.getFont(name).face.name): name for name in pdfmetrics.getRegisteredFontNames()}
    drawn = [(x, y, _name(font, fonts), size, text) for x, y, font, size, text in words_of(pdf)]

    def canvas() -> bytes:
        target = io.BytesIO()
        page = Canvas(target, pagesize=A4)
        for x, y, font, size, text in drawn:
            page.setFont(font, size)
            page.drawString(x, y, text)
        page.save()
        return target.getvalue()

    mine, theirs = side_by_side(ours, canvas, times)
    reading, _ = side_by_side(read, lambda: None, times)
    line = compared(f"A one-page report ({len(drawn)} texts) laid out and written", mine, theirs, 2, "on a bare canvas")
    return dataclasses.replace(line, ours=f"{line.ours}, and {milliseconds(reading)} to read it")


def _plain(name: str | bytes) -> str:
    return name.decode() if isinstance(name, bytes) else name


def _name(face: str, fonts: dict[str, str]) -> str:
    """The name under which a font of the PDF is registered."""
    return fonts[face.rpartition("+")[2].removeprefix("/")]
