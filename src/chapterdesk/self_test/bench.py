"""What the checks share: a folder, Qt, the demo, and the shipped test files; each is made when first used."""

import datetime as dt
import shutil
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chapterdesk.paths import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from chapterdesk.self_test.output_catcher import OutputCatcher

TODAY: Final = dt.date(2026, 3, 5)
"""The day of the self-test: the Thursday on which the chapters of the demo and of the test files meet."""
LANGUAGES: Final = ("es", "en")


class CheckFailedError(Exception):
    """A check has failed; the message says why."""


def expect(condition: object, text: str) -> None:
    """Raise CheckFailedError with `text` unless the condition holds; python -O would remove an `assert`."""
    if not condition:
        raise CheckFailedError(text)


class Bench:
    """The shared objects of one run."""

    def __init__(self, folder: Path, output: "OutputCatcher | None" = None) -> None:
        self._folder = folder
        self._silence = output

    def place(self, name: str) -> Path:
        """Return a folder for a check, which is created if necessary."""
        place = self._folder / "work" / name
        place.mkdir(parents=True, exist_ok=True)
        return place

    @staticmethod
    def shipped(name: str) -> Path:
        """Return one of the files in resources/self_test."""
        return resources() / "self_test" / name

    @cached_property
    def app(self) -> "QApplication":
        """The application of Qt, without a screen, in the font of the paper, which even a bare system has."""
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
        """Return the closed demo: three chapters with eighteen months of data. Copy it before changing it."""
        from chapterdesk.demo.region import make

        path = self.place("demo") / "demo.chapterdesk"
        make(path, TODAY)
        return path

    def copy_of_demo(self, name: str) -> Path:
        """Return a copy of the demo in the folder of a check."""
        return Path(shutil.copyfile(self.demo, self.place(name) / "demo.chapterdesk"))

    def settle(self, seconds: float = 0.0) -> None:
        """Process events of Qt for at least so many seconds."""
        end = time.monotonic() + seconds
        self.app.processEvents()
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.005)

    def close(self) -> None:
        """Release what Qt still holds, so that the folder can be removed."""
        if "app" not in self.__dict__:
            return
        from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

        QThreadPool.globalInstance().waitForDone(10_000)
        self.app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
