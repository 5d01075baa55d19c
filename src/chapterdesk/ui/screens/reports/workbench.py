"""The workbench of one report: its options, its preview, export and print."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMenu, QWidget

from chapterdesk.document.files import safe_name
from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language
from chapterdesk.reports import MeetingDay, Report, produce, render_pdf
from chapterdesk.ui.screens.reports.report_options import RememberedChoices, makers
from chapterdesk.ui.screens.reports.report_preview import ReportPreview
from chapterdesk.ui.widgets import Card, Choice, label, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import ask_path, open_file, write_temporary_pdf
from chapterdesk.ui.widgets.form import OptionsForm
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row

OPTIONS_WIDTH: Final = 280
_FORMATS: Final = {
    "pdf": (N_("PDF"), N_("As PDF"), "file-text"),
    "xlsx": (N_("Spreadsheet"), N_("As spreadsheet (XLSX)"), "file-spreadsheet"),
    "csv": (N_("CSV"), N_("As CSV"), "file-spreadsheet"),
}
"""Name, menu text and icon of each format, by the ending of its files."""

MOST_DOTS: Final = 300
"""Most dots per inch of a printed page: QtPdf draws pixels, and more of them are not visible on paper."""


class Workbench(QWidget):
    """Makes one report; `ready` says whether it can be exported and printed now."""

    ready = Signal(bool)

    def __init__(self, context: Context, choices: RememberedChoices, owner: QWidget) -> None:
        super().__init__(owner)
        tr = context.tr
        self._context = context
        self._choices = choices
        self.report: Report | None = None
        self.options: Any = None
        self.form: OptionsForm | None = None
        self._chapter_id = 0
        self.language = Language(choices.language(context.language.code), context.language.kind)
        self.about = label("", tone="muted", wrap=True)
        self._form_place = column()
        caption = label(tr("Language of the report"), "small")
        self.language_choice = Choice(list(LANGUAGES.items()))
        self.language_choice.set_value(self.language.code)
        self.language_choice.setAccessibleName(caption.text())
        caption.setBuddy(self.language_choice)
        options = column(
            self.about, 12, self._form_place, caption, self.language_choice, STRETCH, spacing=4, margins=16
        )
        left = Card(padding=0)
        left.setFixedWidth(OPTIONS_WIDTH)
        left.body.addWidget(scrolled(box(options)))
        self.preview = ReportPreview(context, owner)
        row(left, (self.preview, 1), spacing=16, parent=self)
        self.preview.ready.connect(self.ready)
        self.language_choice.picked.connect(self._set_language)

    # Making

    def show_report(self, report: Report, *values: Any) -> None:
        """Show a report with the options chosen last; `values` replace those of their type."""
        tr = self._context.tr
        self._choices.set_used(report.name)
        self._chapter_id = self._context.chapter.id
        self.report = report
        self.options = report.with_values(self._choices.options(report), *values)
        self.about.setText(tr(report.description))
        self._show_form()
        self.make(at_once=True)

    def _show_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = OptionsForm(self._context, self.options, special=makers(self._context))
        self.form.changed.connect(self._set_options)
        self._form_place.addWidget(self.form)
        self.form.show()

    def refresh(self) -> None:
        """Make the report again, and its form if the chapter or the meetings have changed."""
        report = self.report
        if report is None:
            return
        if self._chapter_id != self._context.chapter.id:
            self.show_report(report)
            return
        in_form = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        if report.field_of(MeetingDay) is not None and not in_form:
            self._show_form()
        self.make()

    def _set_options(self, options: Any) -> None:
        self.options = options
        if self.report is not None:
            self._choices.remember(self.report, options)
        self.make()

    def _set_language(self, code: str) -> None:
        self.language = Language(code, self._context.language.kind)
        self._choices.set_language(code)
        self.make()

    def make(self, *, at_once: bool = False) -> None:
        """Make the report with the present options."""
        report, options, language, context = self.report, self.options, self.language, self._context
        if report is None:
            return
        desk, chapter_id, today = context.desk, context.chapter.id, context.today()
        self.preview.request(lambda: render_pdf(desk, chapter_id, report, options, language, today), at_once=at_once)

    # Export and print

    def file_name(self) -> str:
        """Return a name for the file: report, chapter and days."""
        report, context = self.report, self._context
        if report is None:
            return safe_name()
        when = report.when(self.options, context.today(), self.language)
        return safe_name(self.language.tr(report.title), context.chapter.name, when)

    def export(self, ending: str) -> None:
        """Ask for a file and write the report to it; `ending` is proposed."""
        tr, context = self._context.tr, self._context
        report, options, language = self.report, self.options, self.language
        if report is None:
            return
        formats = sorted(report.formats, key=lambda format_name: format_name != ending)
        endings = [(format_name, tr(_FORMATS[format_name][0])) for format_name in formats]
        target = ask_path(self, context, tr("Export"), self.file_name(), endings)
        if target is None:
            return
        desk, chapter_id, today = context.desk, context.chapter.id, context.today()
        context.run(
            lambda _progress: produce(desk, chapter_id, report, options, language, today, target),
            self._notify_written,
            tr("Writing the file"),
        )

    def _notify_written(self, path: Path) -> None:
        tr = self._context.tr
        self._context.notify(tr("{file} is written", file=path.name), tr("Open"), lambda: open_file(path))

    def export_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of the formats."""
        tr, style = self._context.tr, self._context.style
        menu = QMenu(parent)
        for ending in self.report.formats if self.report is not None else ():
            _name, words, icon = _FORMATS[ending]
            menu.addAction(style.icon(icon, "muted", 18), tr(words), lambda ending=ending: self.export(ending))
        return menu

    def open_outside(self) -> None:
        """Open the PDF in the viewer of the system."""
        tr = self._context.tr
        if self.preview.content and not open_file(write_temporary_pdf(self.preview.content)):
            self._context.notify(tr("No program of this computer opens PDF files; export the report instead."))

    def print(self) -> None:
        """Print the report with the dialog of the system."""
        content, document = self.preview.content, self.preview.document
        if not content or document.pageCount() == 0:
            return
        printer = ask_printer(self, self.file_name(), document)
        if printer is not None:
            PrintRun(self._context, content, printer, self)


def ask_printer(parent: QWidget, title: str, document: QPdfDocument) -> QPrinter | None:
    """Return the printer chosen in the dialog of the system, None if cancelled; propose the document's paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fit_paper(printer, document)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, document.pageCount())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def fit_paper(printer: QPrinter, document: QPdfDocument) -> None:
    """Set the paper to the size and orientation of the first page."""
    size = document.pagePointSize(0)
    upright = QSize(round(min(size.width(), size.height())), round(max(size.width(), size.height())))
    printer.setPageSize(QPageSize(upright))
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


class PrintRun(QObject):
    """Prints one document page by page; notices show the progress and the result."""

    def __init__(self, context: Context, content: bytes, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
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
        printer.setFullPage(True)  # the document has its own margins
        self._painter = QPainter()
        self._works = self._painter.begin(printer)
        QTimer.singleShot(0, self, self._print_page)

    def _print_page(self) -> None:
        tr, notify = self._context.tr, self._context.notify
        if not self._works or self._at >= len(self._pages):
            if self._painter.isActive():
                self._works = self._painter.end() and self._works
            notify(tr("Sent to the printer.") if self._works else tr("The printer refused; nothing was printed."))
            self.deleteLater()
            return
        notify(tr("Printing page {page} of {pages}", page=self._at + 1, pages=len(self._pages)))
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
