"""Pictures that come from outside: read with limits, made small, stored as PNG or JPEG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_

LOGO = 1200
"""Pixels of the longer side of a stored logo: sharp on paper at any size that a report gives it."""
PHOTO = 480
"""Pixels of the longer side of a stored photo of a person."""
LIMIT = 20 * 1024 * 1024


def read_logo(name: str) -> bytes:
    """Return a picture file as PNG bytes, no larger than LOGO; raises ChapterError when it is no picture."""
    return _read(name, LOGO, "PNG")


def read_photo(name: str) -> bytes:
    """Return a picture file as JPEG bytes, no larger than PHOTO; raises ChapterError when it is no picture."""
    return _read(name, PHOTO, "JPEG")


def _read(name: str, largest: int, form: str) -> bytes:
    reader = QImageReader(name)
    reader.setAutoTransform(True)
    size = reader.size()
    if Path(name).stat().st_size > LIMIT or not size.isValid():
        raise ChapterError(N_("This file is no picture that can be used; choose a PNG or a JPEG"))
    if max(size.width(), size.height()) > largest:
        reader.setScaledSize(size.scaled(QSize(largest, largest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ChapterError(N_("This file is no picture that can be used; choose a PNG or a JPEG"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())
