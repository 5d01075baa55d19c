"""Every report in both languages and all its formats; its texts are found in the PDF."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

from chapterdesk.actions.chapter import set_logo
from chapterdesk.document.blocks import Block, Heading, Masthead, Table
from chapterdesk.document.csv import write_csv
from chapterdesk.document.pdf import write_pdf
from chapterdesk.document.xlsx import write_xlsx
from chapterdesk.domain.periods import Period
from chapterdesk.i18n import Language
from chapterdesk.importers.reading import read_sheet
from chapterdesk.reports import Dates, Report, Somebody, build, reports
from chapterdesk.self_test.bench import LANGUAGES, TODAY, Bench, expect
from chapterdesk.store.chapters import chapter
from chapterdesk.store.members import members
from chapterdesk.store.sqlite.file import DeskFile

DAYS = Period(TODAY - dt.timedelta(weeks=8), TODAY)
WRITERS: Final = {"pdf": write_pdf, "xlsx": write_xlsx, "csv": write_csv}
LEAST = 9
"""The least number of reports."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the pages of each report; fails when a format cannot be made or a text is missing in the PDF."""
    expect(bench.app, "Qt does not start")
    found = reports()
    expect(len(found) >= LEAST, f"there are only {list(found)}")
    pages: dict[str, int] = {}
    named = 0
    with DeskFile.open(bench.copy_of_demo("reports")) as desk:
        with desk.read() as s:
            here = chapter(s, 1)
        set_logo(desk, here, _logo())
        with desk.read() as s:
            people = {row.name: row.person_id for row in members(s, 1, TODAY) if not row.name.isascii()}
        expect(people, "nobody in the demo has an accent")
        press = _Press(bench, desk, people)
        for name, report in found.items():
            titles = set()
            for code in LANGUAGES:
                pages[name], named_here, title = press.make(report, code)
                named += named_here
                titles.add(title)
            expect(len(titles) == len(LANGUAGES), f"{name} has one title in all languages: {titles}")
    expect(named >= LEAST, f"only {named} of the reports say a name with an accent")
    return {"pages": pages, "with_names": named}


class _Press:
    """Makes reports of the first chapter of the demo and examines the files."""

    def __init__(self, bench: Bench, desk: DeskFile, people: dict[str, int]) -> None:
        self._bench = bench
        self._desk = desk
        self._people = people

    def make(self, report: Report, code: str) -> tuple[int, bool, str]:
        """Make a report in a language.

        Returns the number of pages, whether they have an accented name, and the title.
        """
        language = Language(code)
        asked: dict[str, Any] = {}
        if dates := report.field_of(Dates):
            asked[dates] = Dates(period=DAYS)
        if somebody := report.field_of(Somebody):
            asked[somebody] = Somebody(person_id=next(iter(self._people.values())))
        options = report.options(**asked)
        edition, blocks = build(self._desk, 1, report, options, language, TODAY)
        expect(isinstance(blocks[0], Masthead), f"{report.name} begins with no masthead")
        for ending in report.formats:
            target = self._bench.place("reports") / f"{report.name}-{code}.{ending}"
            with target.open("wb") as stream:
                WRITERS[ending](stream, blocks, edition)
            if ending == "pdf":
                pages, text = _read(target)
                what = f"{report.name} in {code}"
                _compare(what, blocks, text)
                names = [name for name in _said(blocks) if name in self._people]
                named = any(_flat(name) in text for name in names)
                expect(named or not names, f"{what}: none of {names[:3]} is on paper")
            else:
                rows = read_sheet(target.read_bytes()).rows
                expect(rows, f"{target.name} has no rows")
        return pages, named, language.tr(report.title)


def _compare(what: str, blocks: list[Block], text: str) -> None:
    """Fail unless title and headings are in the PDF; sheets that are cut up have no title."""
    for block in blocks:
        if isinstance(block, Masthead) and not block.bare:
            expect(_flat(block.what) in text, f"{what}: “{block.what}” is not on paper")
        if isinstance(block, Heading):
            expect(_flat(block.text) in text, f"{what}: “{block.text}” is not on paper")
    expect(len(text) > 50, f"{what}: there is hardly any text on paper")


def _said(blocks: list[Block]) -> Iterator[str]:
    """Yield the texts in the printed tables of a report."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from (str(column.get(row)) for column in block.columns if column.title)


def _read(path: Path) -> tuple[int, str]:
    """Return the number of pages of a PDF and its text, without blanks; each page must be drawn as well."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    count = document.pageCount()
    expect(document.status() is QPdfDocument.Status.Ready and count, f"{path.name} cannot be read")
    text = "".join(document.getAllText(page).text() for page in range(count))
    size = document.pagePointSize(0).toSize()
    drawn = document.render(0, size).convertToFormat(QImage.Format.Format_RGB32)
    expect(len(set(memoryview(drawn.constBits()).cast("I"))) > 3, f"the first page of {path.name} is blank")
    document.close()
    return count, _flat(text)


def _flat(text: str) -> str:
    """Return text without blanks and hyphens, which depend on lines and columns."""
    return "".join(text.replace("…", "").replace("\ufffe", "").replace("-", "").split())


def _logo() -> bytes:
    """Return a logo as the program stores it."""
    image = QImage(400, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor(30, 120, 200))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
