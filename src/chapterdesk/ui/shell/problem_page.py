"""The page that shows the problem of a file that could not be opened, with its remedies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from chapterdesk.file_problem import FileProblem
from chapterdesk.store.keeping.backups import Backup
from chapterdesk.ui.widgets import Button, Card, PrimaryButton, Rule, label, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row

SHOWN = 12
"""How many backups are listed, the newest first."""


class ProblemPage(QWidget):
    """Shows one problem at a time."""

    chosen = Signal(object, object)
    """A remedy was chosen: the Remedy and the FileProblem."""
    backup_chosen = Signal(object, object)
    """A backup was chosen, to look at before it replaces the file: the Backup and the FileProblem."""
    cancelled = Signal()
    """Back to the first page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.title = label("", "title", wrap=True)
        self.text = label("", wrap=True)
        self.buttons: list[Button] = []
        self.backups: list[Button] = []
        self._content = QWidget()
        self._column = column(self._content, parent=self)

    def show_problem(self, problem: FileProblem) -> None:
        """Show a problem."""
        tr = self._context.tr
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._column.addWidget(self._content)
        self.buttons, self.backups = [], []
        sign = picture(self._context, problem.icon, problem.tone, 32)
        self.title, self.text = label(problem.title, "title", wrap=True), label(problem.text, wrap=True)
        body = column(sign, self.title, self.text, spacing=8, parent=self._content)
        if problem.backups is not None:
            add(body, 12, self._list(problem, problem.backups))
        for at, (remedy, words) in enumerate(problem.remedies):
            button = (PrimaryButton if at == 0 and not self.backups else Button)(words)
            button.clicked.connect(lambda _=False, remedy=remedy: self.chosen.emit(remedy, problem))
            self.buttons.append(button)
        back = Button(tr("Back"))
        back.clicked.connect(self.cancelled)
        self.buttons.append(back)
        add(body, 12, row(*self.buttons, STRETCH), STRETCH)
        self._content.show()  # at once, so that it can take the focus

    def focus_start(self) -> None:
        """Put the focus on the newest backup, else on the first button."""
        (self.backups or self.buttons)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, problem: FileProblem, backups: Sequence[Backup]) -> QWidget:
        tr = self._context.tr
        card = Card(tr("Backups of this file"), spacing=2)
        if not backups:
            text = tr(
                "There is no backup of this file in the backup folder. If you keep one elsewhere, on a stick say, open"
                " it from there."
            )
            card.body.addWidget(label(text, tone="muted", wrap=True))
        for at, backup in enumerate(backups[:SHOWN]):
            if at:
                card.body.addWidget(Rule())
            card.body.addLayout(self._line(problem, backup, main=at == 0))
        return card

    def _line(self, problem: FileProblem, backup: Backup, *, main: bool) -> QHBoxLayout:
        tr = self._context.tr
        moment = self._context.language.moment(backup.at)
        counts = backup.counts
        members, meetings = tr("%n member(s)", "", counts.members), tr("%n meeting(s)", "", counts.meetings)
        held = label(f"{members}  ·  {meetings}  ·  {tr('%n slip(s)', '', counts.slips)}", tone="muted", wrap=True)
        words = column(label(moment, "strong", wrap=True), held, spacing=2)
        look = (PrimaryButton if main else Button)(tr("Look at it"))
        look.setAccessibleName(tr("Look at the backup of {moment}", moment=moment))
        look.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.clicked.connect(lambda: self.backup_chosen.emit(backup, problem))
        self.backups.append(look)
        return row((words, 1), look, spacing=12, margins=(0, 6, 0, 6))
