"""Where the backups are kept: the folder, said in words, and how to choose another or look into it."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.ui.shell.new_chapter_page import short_path
from chapterdesk.ui.widgets import Button, Card, LinkButton, label, set_tone
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import show_folder


class WhereCard(Card):
    """The folder of the backups. `changed`: another one was chosen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=12)
        self._context = context
        tr = context.tr
        picture = QLabel()
        picture.setPixmap(context.style.pixmap("hard-drive", "muted", 24, self.devicePixelRatioF()))
        self.folder = label("", "strong", wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = label("", "small", tone="muted", wrap=True)
        self.choose = Button(tr("Choose…"), context=context, icon="folder-open")
        self.look = LinkButton(tr("Open it"), context=context, icon="external-link")
        self.own = LinkButton(tr("On this computer"), context=context, icon="rotate-ccw")
        self.choose.clicked.connect(self.ask)
        self.look.clicked.connect(self.open_folder)
        self.choose.setAccessibleName(tr("Choose the folder of the backups…"))
        self.look.setAccessibleName(tr("Open the folder of the backups"))
        self.own.setToolTip(tr("Keep the backups on this computer again"))
        self.own.clicked.connect(lambda: self.take(None))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.folder)
        words.addWidget(self.state)
        links = QHBoxLayout()
        links.setSpacing(8)
        links.setContentsMargins(0, 6, 0, 0)
        links.addWidget(self.choose)
        links.addWidget(self.look)
        links.addWidget(self.own)
        links.addStretch(1)
        words.addLayout(links)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._elsewhere = 0
        self.refresh()

    def tell_elsewhere(self, count: int) -> None:
        """Say that so many of those that are listed are not in the chosen folder, but on this computer."""
        self._elsewhere = count
        self.refresh()

    def refresh(self) -> None:
        """Say where they are now."""
        tr, backups = self._context.tr, self._context.backups
        chosen = backups.chosen
        self.folder.setText(short_path(chosen if chosen is not None else backups.folder()))
        if backups.is_gone:
            state = tr(
                "This folder is not there now. Connect the stick or the disk; until then backups are kept on this"
                " computer: {folder}",
                folder=short_path(backups.folder()),
            )
        elif chosen is not None:
            state = tr("Chosen by you; a stick or a synced folder keeps them safe when the computer is lost")
        else:
            state = tr("On this computer. On a stick or in a synced folder they are safe when the computer is lost")
        if self._elsewhere and not backups.is_gone and chosen is not None:
            state += ". " + tr("%n backup(s) made before are still on this computer only", "", self._elsewhere)
        self.state.setText(state)
        set_tone(self.state, "warning" if backups.is_gone else "muted")
        self.own.setVisible(chosen is not None)

    def ask(self) -> None:
        """Let the director choose a folder with the system's own dialog."""
        tr = self._context.tr
        start = str(self._context.backups.folder())
        name = QFileDialog.getExistingDirectory(self, tr("Where backups are kept"), start)
        if name:
            self.take(Path(name))

    def take(self, folder: Path | None) -> None:
        """Keep backups there from now on; those that exist stay where they are."""
        self._context.backups.choose(folder)
        self.refresh()
        self.changed.emit()

    def open_folder(self) -> None:
        """Show the folder in the system's file browser."""
        folder = self._context.backups.folder()
        with suppress(OSError):  # the nearest folder above it is shown then
            folder.mkdir(parents=True, exist_ok=True)
        show_folder(self._context, folder)
