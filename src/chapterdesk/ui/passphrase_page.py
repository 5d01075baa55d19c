"""The page that asks for the passphrase of a desk file, in place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from chapterdesk.ui.context import Context
from chapterdesk.ui.widgets import Button, FieldError, PrimaryButton, label


class PassphrasePage(QWidget):
    """Asks until the passphrase is right or the director goes back; what was typed stays when it is wrong."""

    typed = Signal(object, str)
    """A passphrase to try: the file and the passphrase."""
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._path = Path()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(context.style.pixmap("lock", "muted", 32, self.devicePixelRatioF()))
        self.title = label("", "title", wrap=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaximumWidth(420)
        self.field.setAccessibleName(tr("Passphrase"))
        self.error = FieldError(self.field)
        unlock, back = PrimaryButton(tr("Open")), Button(tr("Back"))
        unlock.clicked.connect(self._try)
        back.clicked.connect(self.left)
        self.field.returnPressed.connect(self._try)
        self.field.textEdited.connect(lambda _text: self.error.say(""))
        buttons = QHBoxLayout()
        buttons.addWidget(unlock)
        buttons.addWidget(back)
        buttons.addStretch(1)
        for part in (picture, self.title, label(tr("Passphrase"), "small"), self.field, self.error):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(1)

    def ask(self, path: Path, error: str = "") -> None:
        """Ask for the passphrase of a file; `error` says what was wrong with the last one."""
        tr = self._context.tr
        if path != self._path:
            self.field.clear()
        self._path = path
        self.title.setText(tr("{file} is protected", file=path.stem))
        self.error.say(error)
        self.field.selectAll()
        self.field.setFocus()

    def _try(self) -> None:
        if self.field.text():
            self.typed.emit(self._path, self.field.text())
