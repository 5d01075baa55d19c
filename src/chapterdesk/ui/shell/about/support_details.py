"""What somebody who helps needs to know of a program that misbehaves: versions, nothing about people or files."""

import platform
import sys

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from chapterdesk import __version__
from chapterdesk.paths import APPLICATION
from chapterdesk.store.cipher import versions
from chapterdesk.ui.widgets.context import Context


def support_text(context: Context) -> str:
    """Return the lines for support, in English whatever the window speaks: they are for whoever helps."""
    sqlite, sqlcipher = versions()
    form = "package" if getattr(sys, "frozen", False) else "Python environment"
    ratio = f"{QGuiApplication.primaryScreen().devicePixelRatio():g}"
    size = context.settings.text_size
    return "\n".join(
        (
            f"{APPLICATION} {__version__} ({form})",
            f"{platform.system()} {platform.release()} {platform.machine()}, {QGuiApplication.platformName()}",
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {pyside}",
            f"SQLite {sqlite}, SQLCipher {sqlcipher}",
            f"Language {context.language.code}, theme {context.style.theme}, text {size} %, screen {ratio} x",
        )
    )
