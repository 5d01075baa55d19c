"""The bars at the bottom: notices, with at most one action such as Undo; and the progress of long jobs.

They take no focus and disappear by themselves.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from chapterdesk.ui.session.tasks import Task
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import row

SECONDS = 8
"""How long a notice stays; a notice with an action stays twice as long."""


class NoticeBar(QFrame):
    """Shows one notice at a time; a new notice replaces the old one. A withdrawn notice is hidden."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._language_code = ""
        self._key = ""
        self.setObjectName("notice")
        self._room = parent
        self.text = label("", wrap=True)
        self.button = Button("")
        self._action: Callable[[], object] | None = None
        self._row = row((self.text, 1), self.button, spacing=16, margins=(16, 8, 8, 8), parent=self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        self.button.clicked.connect(self._act)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._close)
        context.noticed.connect(self.say)
        context.session.speech.withdrawn.connect(self._withdraw)
        context.rebuild.connect(self._hide_other_language)
        self.hide()

    def say(self, text: str, action_text: str = "", action: Callable[[], object] | None = None, key: str = "") -> None:
        """Show a notice, with a button when there is an action; it is hidden earlier when its key is withdrawn."""
        self._key, self._language_code = key, self._context.language.code
        self.text.setText(text)
        self._action = action
        self.button.setText(action_text.replace("&", "&&"))
        self.button.setVisible(bool(action_text))
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        self._timer.start(SECONDS * 1000 * (2 if action_text else 1))

    def _withdraw(self, key: str) -> None:
        if key in {"", self._key}:
            self._close()

    def _hide_other_language(self) -> None:
        """Hide a notice in another language; place it again when only the look changed."""
        if self._language_code != self._context.language.code:
            self._close()
        elif self.isVisible():
            self.place()

    def _act(self) -> None:
        action, self._action = self._action, None
        self._close()
        if action is not None:
            action()

    def _close(self) -> None:
        if self.button.hasFocus():
            self.focusPreviousChild()  # where Tab came from; else Qt moves it to any other field
        self.hide()

    def place(self) -> None:
        """Move to the bottom of the window, as wide as the text needs; called again when the window is resized."""
        room = self._room.rect()
        needed = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 48
        needed += self.button.sizeHint().width() + 16 if self.button.isVisible() else 0
        width = min(max(needed, 280), room.width() - 48, 720)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.heightForWidth(width), 48))
        self.move((room.width() - width) // 2, room.height() - self.height() - 20)


class WorkBar(QFrame):
    """The progress of a job that does not cover the window, with Cancel; shown when it takes longer than a moment."""

    MOMENT = 400  # milliseconds

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._room = parent
        self._task: Task | None = None
        self.what = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        tr = context.tr
        self.cancel = IconButton(context, "x", tr("Cancel"))
        row(self.what, self.bar, self.cancel, spacing=12, margins=(12, 4, 4, 4), parent=self)
        self.cancel.clicked.connect(self._cancel)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def watch(self, task: Task) -> None:
        """Show this task if it takes long; a newer task replaces it."""
        if not task.title:
            return
        self._task = task
        self.what.setText(task.title)
        self.bar.setRange(0, 0)
        task.progressed.connect(self._show_progress)
        for over in (task.done, task.failed, task.cancelled):
            over.connect(self._hide_at_end)
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

    def _hide_at_end(self) -> None:
        if self._task is not None and self._task.is_over:
            self._task = None
            self._timer.stop()
            self.hide()
