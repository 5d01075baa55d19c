"""Printing a PDF: the system's print dialog, then page by page, so that the window stays alive in between."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

MOST_DOTS: Final = 300
"""Dots an inch at which pages are drawn: QtPdf draws pixels, and more of them are not seen on paper."""


def ask_printer(parent: QWidget, title: str, document: QPdfDocument) -> QPrinter | None:
    """Ask with the system's own dialog how to print; None when cancelled. Proposes the document's own size of paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fit_paper(printer, document)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, document.pageCount())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def fit_paper(printer: QPrinter, document: QPdfDocument) -> None:
    """Set size and orientation of the paper as the pages have them."""
    size = document.pagePointSize(0)
    upright = QSize(round(min(size.width(), size.height())), round(max(size.width(), size.height())))
    printer.setPageSize(QPageSize(upright))
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


class PrintRun(QObject):
    """Prints one document. `step` is told each page (number, of how many), `done` at the end whether it worked."""

    def __init__(
        self,
        content: bytes,
        printer: QPrinter,
        step: Callable[[int, int], object],
        done: Callable[[bool], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._step, self._done = step, done
        self._printer = printer
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        first = printer.fromPage() or 1
        last = printer.toPage() or self._document.pageCount()
        self._pages = list(range(first - 1, min(last, self._document.pageCount())))
        self._at = 0
        printer.setFullPage(True)  # the page has margins of its own
        self._painter = QPainter()
        self._works = self._painter.begin(printer)
        QTimer.singleShot(0, self, self._print_page)

    def _print_page(self) -> None:
        if not self._works or self._at >= len(self._pages):
            if self._painter.isActive():
                self._works = self._painter.end() and self._works
            self._done(self._works)
            self.deleteLater()
            return
        self._step(self._at + 1, len(self._pages))
        if self._at:
            self._works = self._printer.newPage()
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        dots = min(self._printer.resolution(), MOST_DOTS)
        page = self._pages[self._at]
        points = self._document.pagePointSize(page)
        pixels = QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
        picture = self._document.render(page, pixels)
        room = points.toSize().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (paper.width() - room.width()) // 2, (paper.height() - room.height()) // 2
        self._painter.drawImage(QRect(left, top, room.width(), room.height()), picture)
        self._at += 1
        QTimer.singleShot(0, self, self._print_page)
