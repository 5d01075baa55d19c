"""Programs that are measured from outside, each in a process of its own: `python -m tests.bench.programs NAME FILE`.

Each says "ready" when its window has been painted; some say more, in lines of KEY VALUE.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def say(text: str) -> None:
    """Tell the measuring process something at once."""
    os.write(1, f"{text}\n".encode())


def bare(_file: Path) -> None:
    """A program that imports what every program of our kind imports, in the usual order, and shows an empty window."""
    from importlib import import_module

    from PySide6.QtWidgets import QApplication, QWidget

    import_module("sqlalchemy.orm")

    app = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    say("ready")


def _startup() -> Any:
    """The module that starts the window, loaded as fast as the program's own main function loads it."""
    from chapterdesk import loading

    loading.prepare()
    from chapterdesk.ui import startup

    return startup


def open_window(argument: str, then: Callable[[Any], None]) -> None:
    """Run the real program as its command does; when its events begin, call `then` with the window.

    `argument` is a file, or --demo.

    Qt is loaded by the program itself: loaded before it, its import hook would read the source of all that follows.
    """
    startup = _startup()
    make_application = startup.application

    def application() -> Any:
        app = make_application()

        def begin() -> int:
            from chapterdesk.ui.shell.window import MainWindow

            app.processEvents()
            window = next(widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow))
            then(window)
            return 0

        type(app).exec = staticmethod(begin)
        return app

    startup.application = application
    sys.argv = ["chapterdesk", argument]
    from chapterdesk.__main__ import main

    main()


def start(file: Path) -> None:
    """Our window with the data of the file in it, and the splash before it as on a screen that somebody looks at."""
    startup = _startup()
    make_splash = startup.make_splash

    def tell_splash() -> Any:
        splash = make_splash()
        say("splash now")
        return splash

    startup.has_screen = lambda app: app is not None
    startup.make_splash = tell_splash

    def ready(window: Any) -> None:
        if window.workspace is None:
            raise AssertionError("the file was not opened")
        say("ready")

    open_window(str(file), ready)


def demo(_file: Path) -> None:
    """Our window with the demo in it, which is made first where it was not made on this day."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    def wait(window: Any) -> None:
        while window.workspace is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        say("ready")

    open_window("--demo", wait)


def memory(file: Path) -> None:
    """Our window, each screen shown once; tells the most memory that it took, in megabytes."""
    import resource

    from PySide6.QtWidgets import QApplication

    def walk(window: Any) -> None:
        say(f"first {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}")
        for key in window.workspace.entries:
            window.workspace.go(key)
            for _ in range(3):
                QApplication.processEvents()
            say(f"{key} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}")
        say("ready")

    open_window(str(file), walk)


PROGRAMS = {program.__name__: program for program in (bare, start, demo, memory)}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
    os._exit(0)
