"""Covers of the whole window: overlays with a panel, jobs that write, and the hint for dropped files."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from chapterdesk.ui.session.tasks import Task
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.cards import Card, scroll_by_key
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label, picture
from chapterdesk.ui.widgets.layout import add, column


class Cover(QWidget):
    """Covers a whole window; closing it returns the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._before = window.window().focusWidget()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it over the window."""
        self._place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Remove it and return the focus."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class Overlay(Cover):
    """A panel in the upper middle of the window, closed by Esc or a click beside it."""

    def __init__(self, window: QWidget, width: int, height: int) -> None:
        super().__init__(window)
        self._size = (width, height)
        self._height = height
        self.panel = QFrame(self)
        self.panel.setObjectName("popup")
        self.body = QVBoxLayout(self.panel)

    def resize_panel(self, height: int) -> None:
        """Set the height of the panel, at most the height given at first."""
        self._height = min(height, self._size[1])
        self._place()

    def _place(self) -> None:
        super()._place()
        width = min(self._size[0], self.width() - 32)
        height = min(self._height, self.height() - 48)
        top = max(24, min(self.height() // 8, self.height() - self._size[1] - 24))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        # Tab goes round in the panel and never to the content below it.
        now = QApplication.focusWidget() or self
        part: QWidget | None = now
        while part is not None:
            part = part.nextInFocusChain() if forward else part.previousInFocusChain()
            if part is now or part is None:
                break
            takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if self.panel.isAncestorOf(part) and part.isVisible() and part.isEnabled() and takes_tab:
                part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No other key reaches the content below.
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()


class ReadingOverlay(Overlay):
    """A panel to read: arrows and the page keys scroll its `area`; `close_button` is for its head."""

    def __init__(self, context: Context, window: QWidget, width: int, height: int) -> None:
        super().__init__(window, width, height)
        tr = context.tr
        self.area: QScrollArea
        self.close_button = IconButton(context, "x", tr("Close"))
        self.close_button.clicked.connect(self.dismiss)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open(self) -> None:
        """Show it with the focus, so that keys scroll it."""
        super().open()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self.area.verticalScrollBar(), event):
            super().keyPressEvent(event)


class JobCover(Cover):
    """Covers the window while a job writes, with its progress and Cancel."""

    def __init__(self, context: Context, task: Task, window: QWidget) -> None:
        super().__init__(window)
        self._language = context.session.speech.language
        self._task = task
        tr = self._language.tr
        card = Card(padding=24)
        card.setMinimumWidth(420)
        self.what = label("", tone="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel = Button(task.cancel_text or tr("Cancel"))
        title, right = label(task.title, "section", wrap=True), Qt.AlignmentFlag.AlignRight
        add(card.body, title, self.what, self.bar, (self.cancel, right))
        column((card, Qt.AlignmentFlag.AlignCenter), parent=self)
        self.cancel.clicked.connect(self._cancel)
        task.progressed.connect(self._show_progress)
        for over in (task.done, task.failed, task.cancelled):
            over.connect(self.dismiss)
        self.open()
        self.cancel.setFocus()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._task.cancel()

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        self.what.setText(self._language.tr(text))  # a file name has no translation and stays as it is


class DropHint(Cover):
    """Says, while files are dragged over the window, that they can be dropped anywhere."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card = QFrame()
        card.setObjectName("drop")
        tr = context.tr
        sign = picture(context, "upload", "accent", 40)
        words = label(tr("Drop the files to import them"), "section")
        centre = Qt.AlignmentFlag.AlignHCenter
        column((sign, centre), (words, centre), spacing=12, margins=(48, 32, 48, 32), parent=card)
        column((card, Qt.AlignmentFlag.AlignCenter), parent=self)
        self.open()


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files of a drag or a drop."""
    urls = event.mimeData().urls()
    return [path for path in (Path(url.toLocalFile()) for url in urls if url.isLocalFile()) if path.is_file()]
