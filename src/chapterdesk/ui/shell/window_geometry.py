"""Where a window stands: as it was left, or the size it was designed for, always on a screen that is there."""

from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

DESIGN_SIZE: Final = (1280, 800)
FRAME: Final = 40
"""Pixels that the title bar and the lower edge of a window can take of the screen."""


def restore_place(window: QWidget, stored: QByteArray) -> None:
    """Put a window back where `saveGeometry` found it, on a live screen and no larger than it."""
    if stored.isEmpty() or not window.restoreGeometry(stored):
        window.resize(*DESIGN_SIZE)
    room = (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
    room.adjust(0, 0, 0, -FRAME)
    if not any(one.availableGeometry().intersects(window.geometry()) for one in QGuiApplication.screens()):
        window.move(room.topLeft())
    window.setMinimumSize(window.minimumSize().boundedTo(room.size()))
    if window.isMaximized():
        return
    window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
