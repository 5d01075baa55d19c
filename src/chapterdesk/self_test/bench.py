"""What the checks share: a folder, Qt, the demo, the files shipped for them; each made when first asked for."""

import datetime as dt
import shutil
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chapterdesk.paths import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from chapterdesk.self_test.silence import Silence

TODAY: Final = dt.date(2026, 3, 5)
"""The day on which everything happens: the Thursday on which the chapters of the demo and of the files meet."""
LANGUAGES: Final = ("es", "en")


class CheckFailedError(Exception):
    """Something is not as it must be; the message says what."""


def expect(condition: object, text: str) -> None:
    """Raise CheckFailedError with `text` unless the condition holds; an `assert` would go with python -O."""
    if not condition:
        raise CheckFailedError(text)


class Bench:
    """The place of work of one run."""

    def __init__(self, folder: Path, silence: "Silence | None" = None) -> None:
        self._folder = folder
        self._silence = silence

    def place(self, name: str) -> Path:
        """Return a folder for a check, made when it is not there."""
        place = self._folder / "work" / name
        place.mkdir(parents=True, exist_ok=True)
        return place

    @staticmethod
    def shipped(name: str) -> Path:
        """Return one of the files in resources/self_test."""
        return resources() / "self_test" / name

    @cached_property
    def app(self) -> "QApplication":
        """Qt, without a screen, in the font of the paper: the same everywhere, also where the system has no fonts."""
        from PySide6.QtGui import QFont, QFontDatabase
        from PySide6.QtWidgets import QApplication

        from chapterdesk.ui.startup import application

        if self._silence is not None:
            self._silence.listen_to_qt()
        found = QApplication.instance()
        app = application()
        if found is None:
            for file in sorted((resources() / "fonts").glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
            app.setFont(QFont("Noto Sans", 10))
        return app

    @cached_property
    def demo(self) -> Path:
        """The demo, closed: three chapters with eighteen months of everything. Copy it before changing it."""
        from chapterdesk.demo.region import make

        path = self.place("demo") / "demo.chapterdesk"
        make(path, TODAY)
        return path

    def copy_of_demo(self, name: str) -> Path:
        """Return a copy of the demo in the folder of a check."""
        return Path(shutil.copyfile(self.demo, self.place(name) / "demo.chapterdesk"))

    def settle(self, seconds: float = 0.0) -> None:
        """Let Qt do what waits to be done, for at least so long."""
        end = time.monotonic() + seconds
        self.app.processEvents()
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.005)

    def close(self) -> None:
        """Let go of what Qt still holds, so that the folder can be removed."""
        if "app" not in self.__dict__:
            return
        from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

        QThreadPool.globalInstance().waitForDone(10_000)
        self.app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
