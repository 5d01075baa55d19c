"""The bar at the bottom: what was done, with at most one action such as Undo; and the progress of long work.

It covers nothing that is being typed in, takes no focus and goes away by itself.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from chapterdesk.ui.session.tasks import Task
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label

LOOK_EVERY = 200
"""Milliseconds between two looks at the reason of a notice."""
SECONDS = 8
"""How long a notice stays. One that offers an action stays twice as long."""


class NoticeBar(QFrame):
    """One notice at a time; a new one takes the place of the old. One whose reason is gone goes."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._spoken = ""
        self._stays: Callable[[], bool] | None = None
        self.setObjectName("notice")
        self._room = parent
        row = QHBoxLayout(self)
        self._row = row
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        self.text = label("", wrap=True)
        self.button = Button("")
        self._action: Callable[[], object] | None = None
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        context.rebuild.connect(self._drop_foreign_words)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        stays: Callable[[], bool] | None = None,
    ) -> None:
        """Show a notice, with a button when there is an action; it goes when `stays` tells that its reason is gone."""
        self._stays, self._spoken = stays, self._context.language.code
        if stays is not None:
            self._looking.start()
        self.text.setText(text)
        self._action = action
        self.button.setText(action_text.replace("&", "&&"))
        self.button.setVisible(bool(action_text))
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(SECONDS * 1000 * (2 if action_text else 1))

    def _look(self) -> None:
        """Let a notice go whose reason is gone."""
        if not self.isVisible() or self._stays is None:
            self._looking.stop()
        elif not self._stays():
            self.hide()

    def _drop_foreign_words(self) -> None:
        """Another language is spoken: what was said in the old one goes; in another size of text it takes its room."""
        if self._spoken != self._context.language.code:
            self.hide()
        elif self.isVisible():
            self._place()

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keep the place at the bottom when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._room.rect()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 48
        wanted += self.button.sizeHint().width() + 16 if self.button.isVisible() else 0
        width = min(max(wanted, 280), room.width() - 48, 720)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.heightForWidth(width), 48))
        self.move((room.width() - width) // 2, room.height() - self.height() - 20)


class Veil(QWidget):
    """Covers the window while a job writes: what it does, how far it is, Cancel."""

    def __init__(self, context: Context, task: Task, parent: QWidget) -> None:
        super().__init__(parent)
        tr = context.tr
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._task = task
        self._room = parent
        column = QVBoxLayout(self)
        card = QFrame()
        card.setProperty("card", "true")
        card.setMinimumWidth(420)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.setSpacing(12)
        inner.addWidget(label(task.title, "section", wrap=True))
        self.what = label("", tone="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel = Button(task.cancel_text or tr("Cancel"))
        inner.addWidget(self.what)
        inner.addWidget(self.bar)
        inner.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.cancel.clicked.connect(self._cancel)
        task.progressed.connect(self._show_progress)
        for over in (task.done, task.failed, task.cancelled):
            over.connect(self._leave)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self._before = parent.window().focusWidget()
        self.show()
        self.raise_()
        self.cancel.setFocus()

    @property
    def is_over(self) -> bool:
        """Whether the job has ended; the veil is gone in a moment then."""
        return self._task.is_over

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._task.cancel()

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        self.what.setText(self._context.tr(text))  # the name of a file stays as it is

    def _leave(self) -> None:
        self._room.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: cover all of the window, whatever its size, and keep the keys."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._room.rect())
        return super().eventFilter(watched, event)


class WorkBar(QFrame):
    """What goes on beside the work of the director: shown once it takes longer than a moment, with Cancel."""

    MOMENT = 400  # milliseconds

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._room = parent
        self._task: Task | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        self.what = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        tr = context.tr
        self.cancel = IconButton(context, "x", tr("Cancel"))
        for part in (self.what, self.bar, self.cancel):
            row.addWidget(part)
        self.cancel.clicked.connect(self._cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def watch(self, task: Task) -> None:
        """Show this task if it takes long; the newest is shown."""
        if not task.title:
            return
        self._task = task
        self.what.setText(task.title)
        self.bar.setRange(0, 0)
        task.progressed.connect(self._show_progress)
        for over in (task.done, task.failed, task.cancelled):
            over.connect(self._leave)
        self._timer.start(self.MOMENT)

    def _appear(self) -> None:
        if self._task is not None:
            self.adjustSize()
            room = self._room.rect()
            self.move(room.width() - self.width() - 20, room.height() - self.height() - 20)
            self.show()
            self.raise_()

    def _show_progress(self, done: int, total: int, _text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _leave(self) -> None:
        if self._task is not None and self._task.is_over:
            self._task = None
            self._timer.stop()
            self.hide()


class DropHint(QWidget):
    """Says over the whole window, while files hang over it, that they can be dropped anywhere."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        tr = context.tr
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        card = QFrame()
        card.setObjectName("drop")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(48, 32, 48, 32)
        inner.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(context.style.pixmap("upload", "accent", 40, self.devicePixelRatioF()))
        for part in (picture, label(tr("Drop the files to import them"), "section")):
            inner.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files of a drag or a drop."""
    urls = event.mimeData().urls()
    return [path for path in (Path(url.toLocalFile()) for url in urls if url.isLocalFile()) if path.is_file()]
