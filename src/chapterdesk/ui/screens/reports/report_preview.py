"""The preview of a report: the real PDF, made in the background."""

from collections.abc import Callable
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.ui.widgets import Card, EmptyState, IconButton, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, row, stack

PAUSE: Final = 200
"""Milliseconds from the last change of an option to the next preview."""
STEP: Final = 1.2
ZOOMS: Final = (0.3, 4.0)
Make = Callable[[], bytes]


class ReportPreview(QWidget):
    """Shows the PDF of the newest request, made on another thread; `ready` says whether it is shown already."""

    ready = Signal(bool)

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        tr = context.tr
        self._context = context
        self._make: Make | None = None
        self._number = 0
        self._working = False
        self.content = b""
        self.document = QPdfDocument(owner)  # as a child of the view it crashes when deleted
        self._buffer = QBuffer(owner)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(16)
        self.view.setDocumentMargins(QMargins(16, 16, 16, 16))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        desk = self.view.palette()
        desk.setColor(QPalette.ColorRole.Dark, context.style.colour("sunken"))
        self.view.setPalette(desk)
        self.view.setAccessibleName(tr("Preview"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page())
        self.view.zoomFactorChanged.connect(lambda _factor: self._show_page())
        self.reason = EmptyState(context, "file-text", tr("This report cannot be made yet"), "")
        self._stack = stack(self.view, self.reason)
        card = Card(padding=0, spacing=0)
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setRange(0, 0)
        self.busy.setAccessibleName(tr("Making the report"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        add(card.body, self._bar(), self.busy, (self._stack, 1))
        column(card, parent=self)
        self._delay = QTimer(self, singleShot=True)
        self._delay.timeout.connect(self._start)
        self._show_page()

    def _bar(self) -> QWidget:
        tr = self._context.tr
        self.page = label("", tone="muted")
        self.up = IconButton(self._context, "chevron-left", tr("Page before"))
        self.down = IconButton(self._context, "chevron-right", tr("Next page"))
        self.smaller, self.larger, self.fit = QuietButton("−"), QuietButton("+"), QuietButton(tr("Fit"))
        for button, name in ((self.smaller, tr("Smaller")), (self.larger, tr("Larger")), (self.fit, tr("Fit width"))):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.zoom = label("", tone="muted")
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("100 %") + 4)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.up.clicked.connect(lambda: self.turn(-1))
        self.down.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.scale(1 / STEP))
        self.larger.clicked.connect(lambda: self.scale(STEP))
        self.fit.clicked.connect(self.fit_width)
        turning = self.up, self.page, self.down
        scaling = self.smaller, self.zoom, self.larger, self.fit
        return box(row(*turning, STRETCH, *scaling, spacing=4, margins=(12, 6, 12, 6)))

    # Making

    def request(self, make: Make, *, at_once: bool = False) -> None:
        """Show the PDF that `make` returns, after a pause in which another request may replace this one."""
        self._make = make
        self._number += 1
        self.ready.emit(False)  # noqa: FBT003 - a signal's value
        self.busy.show()
        self._delay.start(0 if at_once else PAUSE)

    def _start(self) -> None:
        """Start the newest request, unless one is running: then it starts afterwards."""
        make, number = self._make, self._number
        if make is None or self._working:
            return
        self._working = True

        self._context.run(
            lambda _progress: make(),
            lambda content: self._finish(number, content, None),
            on_failed=lambda error: self._finish(number, b"", error),
            on_cancelled=lambda: self._finish(number, b"", None),
        )

    def _finish(self, number: int, content: bytes, error: BaseException | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._working = False
        if number != self._number:
            self._start()
            return
        self.busy.hide()
        if error is not None:
            self._show_refusal(error)
            return
        self.content = content
        self._load(content)
        self.ready.emit(True)  # noqa: FBT003 - the value of a signal

    def _show_refusal(self, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self.reason.text.setText(self._context.language.error(error))
        self._stack.setCurrentWidget(self.reason)
        self.content = b""
        self._show_page()

    def _load(self, content: bytes) -> None:
        """Load a PDF and show the page that was shown before."""
        page = self.view.pageNavigator().currentPage()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._stack.setCurrentWidget(self.view)
        if 0 < page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())
        self._show_page()

    # Page and zoom

    def turn(self, by: int) -> None:
        """Go forward by some pages, or back if `by` is negative."""
        page = self.view.pageNavigator().currentPage() + by
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def scale(self, by: float) -> None:
        """Multiply the zoom by a factor."""
        now = self.factor
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * by, ZOOMS[0]), ZOOMS[1]))
        self._show_page()

    def fit_width(self) -> None:
        """Fit the page to the width of the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_page()

    @property
    def factor(self) -> float:
        """The zoom; 1 is the size on paper."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or self.document.pageCount() == 0:
            return self.view.zoomFactor()
        room: Any = self.view.viewport().width() - self.view.documentMargins().left() * 2
        points = self.document.pagePointSize(max(self.view.pageNavigator().currentPage(), 0)).width()
        return float(room / (points * self.view.logicalDpiX() / 72)) if points else 1.0

    def _show_page(self) -> None:
        tr, language = self._context.tr, self._context.language
        pages = self.document.pageCount() if self.content else 0
        page = self.view.pageNavigator().currentPage() + 1
        self.page.setText(tr("Page {page} of {pages}", page=page, pages=pages) if pages else "")
        self.up.setEnabled(page > 1)
        self.down.setEnabled(page < pages)
        self.zoom.setText(f"{language.number(self.factor * 100)} %" if pages else "")
        for part in (self.up, self.down, self.smaller, self.larger, self.fit):
            part.setVisible(bool(pages))
