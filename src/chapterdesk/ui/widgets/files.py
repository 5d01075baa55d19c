"""Files that the director writes and reads elsewhere: asking where they go, showing them with other programs."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from chapterdesk.paths import APPLICATION
from chapterdesk.store.keeping.private_folder import PrivateFolder
from chapterdesk.ui.widgets.context import Context


def ask_where(
    parent: QWidget, context: Context, title: str, name: str, endings: Sequence[tuple[str, str]]
) -> Path | None:
    """Ask with the system's own dialog where to write a file called `name`; None when cancelled.

    `endings` are (ending, words); the first is proposed, and put behind a name that has none of them. The dialog asked
    about the name as it was typed alone: with the ending put behind it, a file that is there keeps its name.
    """
    folder = context.settings_file.choice("folder") or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    kinds = {f"{words} (*.{ending})": ending for ending, words in endings}
    start = Path(folder) / f"{name}.{endings[0][0]}"
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(start), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower().removeprefix(".") not in kinds.values():
        path = _free(path.with_name(f"{path.name}.{kinds.get(kind, endings[0][0])}"))
    context.settings_file.remember_choice("folder", str(path.parent))
    return path


def _free(path: Path) -> Path:
    """Return a path at which nothing is: itself, else with the first number that is free."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def put_aside(content: bytes) -> Path:
    """Write a PDF among the temporary files, under a name that tells nothing; it goes when the program ends."""
    path = PrivateFolder().path / f"{APPLICATION}.pdf"  # kept until then: a viewer may still hold it open
    path.write_bytes(content)
    return path


def show_folder(context: Context, folder: Path, path: Path | None = None) -> None:
    """Show a folder; one that is not there yet is not made, the nearest one above it is shown.

    When the system cannot, it is said where `path` (or else the folder) is.
    """
    shown = folder
    while not shown.is_dir() and shown != shown.parent:
        shown = shown.parent
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
        return
    tr, where = context.tr, str(path or folder)
    context.notify(
        tr("No program of this computer shows folders. It is here: {path}", path=where),
        tr("Copy the path"),
        lambda: QGuiApplication.clipboard().setText(where),
    )
