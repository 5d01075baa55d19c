"""The ways out of the program for a finished report: the system's viewer, and paper."""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def put_aside(content: bytes, name: str) -> Path:
    """Write a PDF among the temporary files, under a name that its viewer will show; it goes when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="chapterdesk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # a viewer may still hold it open
    path = folder / f"{name}.pdf"
    path.write_bytes(content)
    return path
