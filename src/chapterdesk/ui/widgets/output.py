"""The ways out of the program for a finished report: the system's viewer, and paper."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from chapterdesk.paths import APPLICATION
from chapterdesk.store.keeping.private_folder import PrivateFolder


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def put_aside(content: bytes) -> Path:
    """Write a PDF among the temporary files, under a name that tells nothing; it goes when the program ends."""
    path = PrivateFolder().path / f"{APPLICATION}.pdf"  # kept until then: a viewer may still hold it open
    path.write_bytes(content)
    return path
