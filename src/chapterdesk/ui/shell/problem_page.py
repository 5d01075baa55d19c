"""The page that says what is the matter with a file that could not be opened, and offers what helps, in place."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import Button, Card, PrimaryButton, Rule, label
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.store.keeping.backup import Backup

SHOWN = 12
"""How many backups are listed, the newest first."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is the matter: a title, what it means and what to do; actions (the first is the main one); backups.

    `backups` None: they are no help here. `look` opens one to look at before it takes the place of the file.
    """

    path: Path
    title: str
    text: str
    icon: str = "octagon-alert"
    tone: str = "warning"
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    backups: "Sequence[Backup] | None" = None
    look: "Callable[[Backup], object] | None" = None


class TroublePage(QWidget):
    """Shows one trouble at a time. `left`: back to the first page."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = label("", "title", wrap=True)
        self.text = label("", wrap=True)
        self.buttons: list[Button] = []
        self.backups: list[Button] = []
        self._content = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._content)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what is the matter."""
        tr = self._context.tr
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._column.addWidget(self._content)
        self.buttons, self.backups = [], []
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        picture = QLabel()
        picture.setPixmap(self._context.style.pixmap(trouble.icon, trouble.tone, 32, self.devicePixelRatioF()))
        self.title, self.text = label(trouble.title, "title", wrap=True), label(trouble.text, wrap=True)
        for part in (picture, self.title, self.text):
            column.addWidget(part)
        if trouble.backups is not None:
            column.addSpacing(12)
            column.addWidget(self._list(trouble))
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        for at, (words, act) in enumerate(trouble.actions):
            button = (PrimaryButton if at == 0 and not self.backups else Button)(words)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons.append(button)
            row.addWidget(button)
        back = Button(tr("Back"))
        back.clicked.connect(self.left)
        self.buttons.append(back)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._content.show()

    def focus_start(self) -> None:
        """Put the focus on what helps most: the newest backup, else the first button."""
        (self.backups or self.buttons)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, trouble: Trouble) -> QWidget:
        tr = self._context.tr
        card = Card(tr("Backups of this file"), padding=16)
        card.body.setSpacing(2)
        found = list(trouble.backups or ())[:SHOWN]
        if not found:
            text = tr(
                "There is no backup of this file in the backup folder. If you keep one elsewhere, on a stick say, open"
                " it from there."
            )
            card.body.addWidget(label(text, tone="muted", wrap=True))
        for at, backup in enumerate(found):
            if at:
                card.body.addWidget(Rule())
            card.body.addLayout(self._line(trouble, backup, main=at == 0))
        return card

    def _line(self, trouble: Trouble, backup: "Backup", *, main: bool) -> QHBoxLayout:
        tr, context = self._context.tr, self._context
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(0, 6, 0, 6)
        words.setSpacing(2)
        moment = local_moment(context, backup.at)
        words.addWidget(label(moment, "strong", wrap=True))
        counts = backup.counts
        held = [
            tr("%n member(s)", "", counts.members),
            tr("%n meeting(s)", "", counts.meetings),
            tr("%n slip(s)", "", counts.slips),
        ]
        words.addWidget(label("  ·  ".join(held), tone="muted", wrap=True))
        look = (PrimaryButton if main else Button)(tr("Look at it"))
        look.setAccessibleName(tr("Look at the backup of {moment}", moment=moment))
        look.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        act = trouble.look
        look.clicked.connect(lambda: act(backup) if act is not None else None)
        self.backups.append(look)
        row.addLayout(words, 1)
        row.addWidget(look)
        return row


def local_moment(context: Context, at: dt.datetime) -> str:
    """Return a moment of UTC (naive) as the clock of this computer showed it."""
    local = at.replace(tzinfo=dt.UTC).astimezone()
    return f"{context.language.date(local.date())}, {context.language.time(local.time())}"
