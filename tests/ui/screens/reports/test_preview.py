"""The preview: the real PDF, made on another thread; only the newest request is shown."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.reports import render_pdf, reports
from chapterdesk.ui.screens.reports import report_preview
from chapterdesk.ui.screens.reports.report_preview import STEP, ReportPreview
from chapterdesk.ui.screens.reports.workbench import PrintRun, fit_paper
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle


@pytest.fixture
def pdf(context: Context) -> Callable[[str], bytes]:
    """Make a report as PDF."""

    def make(name: str) -> bytes:
        report = reports()[name]
        return render_pdf(context.desk, context.chapter.id, report, report.options(), context.language, context.today())

    return make


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """The screen of the preview."""
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(700, 600)
    screen.show()
    return screen


@pytest.fixture
def preview(context: Context, owner: QWidget) -> ReportPreview:
    view = ReportPreview(context, owner)
    view.resize(700, 600)
    view.show()
    return view


def test_the_preview_shows_the_pdf_made_on_another_thread(
    preview: ReportPreview, pdf: Callable[[str], bytes], qtbot: QtBot
) -> None:
    threads: list[bool] = []

    def make() -> bytes:
        threads.append(QThread.currentThread() is preview.thread())
        return pdf("roster")

    with qtbot.waitSignal(preview.ready, check_params_cb=bool):
        preview.request(make)
    assert threads == [False], "the window still responds"
    assert preview.document.pageCount() >= 1
    assert preview.busy.isHidden()
    assert preview.page.text()


def test_only_the_last_of_many_requests_is_made_and_shown(
    preview: ReportPreview, pdf: Callable[[str], bytes], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_preview, "PAUSE", 0)
    started: list[str] = []
    release = threading.Event()

    def slow() -> bytes:
        started.append("slow")
        release.wait(5)
        return b"not shown"

    preview.request(slow, at_once=True)
    qtbot.waitUntil(lambda: started == ["slow"])
    for name in ("first", "second"):
        preview.request(lambda name=name: started.append(name) or b"")  # type: ignore[misc,func-returns-value]
    preview.request(lambda: started.append("last") or pdf("roster"))  # type: ignore[func-returns-value]
    settle()
    release.set()
    with qtbot.waitSignal(preview.ready, check_params_cb=bool):
        pass
    assert started == ["slow", "last"]
    assert preview.content.startswith(b"%PDF")


def test_a_report_that_cannot_be_made_says_why_and_what_to_do(preview: ReportPreview, qtbot: QtBot) -> None:
    def refuse() -> bytes:
        raise ChapterError(N_("There is no meeting on {date}; choose the date of a meeting"), date="5/3")

    preview.request(refuse, at_once=True)
    qtbot.waitUntil(preview.reason.isVisible)
    assert "5/3" in preview.reason.text.text()
    assert not preview.content
    assert preview.page.text() == ""


def test_the_preview_zooms_in_out_and_to_the_width(
    preview: ReportPreview, pdf: Callable[[str], bytes], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(preview.ready, check_params_cb=bool):
        preview.request(lambda: pdf("roster"), at_once=True)
    fitted = preview.factor
    preview.scale(STEP)
    assert preview.view.zoomFactor() == pytest.approx(fitted * STEP)
    for _ in range(40):
        preview.scale(1 / STEP)
    assert preview.view.zoomFactor() == pytest.approx(0.3)
    preview.fit.click()
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_printing_prints_every_page(
    preview: ReportPreview, pdf: Callable[[str], bytes], context: Context, qtbot: QtBot, tmp_path: object
) -> None:
    from pathlib import Path

    from PySide6.QtPdf import QPdfDocument

    with qtbot.waitSignal(preview.ready, check_params_cb=bool):
        preview.request(lambda: pdf("summary"), at_once=True)
    target = Path(str(tmp_path)) / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(72)
    fit_paper(printer, preview.document)
    notices: list[str] = []
    context.noticed.connect(lambda text, *_: notices.append(text))
    sent = context.tr("Sent to the printer.")
    PrintRun(context, preview.content, printer, preview)
    qtbot.waitUntil(lambda: notices[-1:] == [sent])
    pages = preview.document.pageCount()
    printing = "Printing page {page} of {pages}"
    assert notices == [*(context.tr(printing, page=page, pages=pages) for page in range(1, pages + 1)), sent]
    printed = QPdfDocument(preview)
    printed.load(str(target))
    assert printed.pageCount() == pages
    wide = preview.document.pagePointSize(0)
    assert printed.pagePointSize(0).width() == pytest.approx(wide.width(), abs=3)
    printed.close()
