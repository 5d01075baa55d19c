"""Showing where a file or a folder is, in the system's file browser; where there is none, in words."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from chapterdesk.ui.widgets.context import Context


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
