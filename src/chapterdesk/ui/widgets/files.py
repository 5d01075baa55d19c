"""Files outside the desk: paths for exports, other programs that show files, and pictures."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from chapterdesk.document.files import free_path
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.paths import APPLICATION
from chapterdesk.store.keeping.private_folder import PrivateFolder
from chapterdesk.ui.widgets.context import Context

LOGO = 1200
"""Pixels of the longer side of a stored logo, sharp in every report."""
PHOTO = 480
"""Pixels of the longer side of a stored photo of a person."""
LIMIT = 20 * 1024 * 1024
"""Bytes of a picture file that is read."""


def ask_path(
    parent: QWidget, context: Context, title: str, name: str, endings: Sequence[tuple[str, str]]
) -> Path | None:
    """Ask with the system's dialog for the path of a new file called `name`; None when cancelled.

    `endings` are (ending, text); a name without any gets the first. The dialog did not ask about that longer name, so a
    file of that name is never overwritten.
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
        path = free_path(path.with_name(f"{path.name}.{kinds.get(kind, endings[0][0])}"))
    context.settings_file.remember_choice("folder", str(path.parent))
    return path


def open_file(path: Path) -> bool:
    """Open a file with the system's program for it; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def write_temporary_pdf(content: bytes) -> Path:
    """Write a PDF to a private temporary folder under a neutral name; it is deleted when the program ends."""
    path = PrivateFolder().path / f"{APPLICATION}.pdf"  # not earlier: a viewer may have it open
    path.write_bytes(content)
    return path


def show_folder(context: Context, folder: Path, path: Path | None = None) -> None:
    """Show a folder, or its nearest existing parent; if the system cannot, a notice shows `path` (or the folder)."""
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


def read_logo(name: str) -> bytes:
    """Return a picture file as PNG bytes, no larger than LOGO; raises ChapterError when it is not a picture."""
    return _read_picture(name, LOGO, "PNG")


def read_photo(name: str) -> bytes:
    """Return a picture file as JPEG bytes, no larger than PHOTO; raises ChapterError when it is not a picture."""
    return _read_picture(name, PHOTO, "JPEG")


def _read_picture(name: str, largest: int, form: str) -> bytes:
    reader = QImageReader(name)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > largest:
        reader.setScaledSize(size.scaled(QSize(largest, largest), Qt.AspectRatioMode.KeepAspectRatio))
    is_sound = size.isValid() and Path(name).stat().st_size <= LIMIT
    image = reader.read() if is_sound else QImage()
    if image.isNull():
        raise ChapterError(N_("This file is no picture that can be used; choose a PNG or a JPEG"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())
