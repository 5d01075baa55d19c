"""Pictures that come from outside: read with limits, made small, stored as PNG or JPEG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_

LARGEST = 1200
"""Pixels of the longer side of a stored logo: sharp on paper at any size that a report gives it."""
LIMIT = 20 * 1024 * 1024


def read_logo(name: str) -> bytes:
    """Return a picture file as PNG bytes, no larger than LARGEST; raises ChapterError when it is no picture."""
    reader = QImageReader(name)
    reader.setAutoTransform(True)
    size = reader.size()
    if Path(name).stat().st_size > LIMIT or not size.isValid():
        raise ChapterError(N_("This file is no picture that can be used; choose a PNG or a JPEG"))
    if max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(QSize(LARGEST, LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ChapterError(N_("This file is no picture that can be used; choose a PNG or a JPEG"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
