"""A morning with the program in a process of its own, with marked names, in which everything goes wrong once.

`python -m tests.ui.journey FOLDER` prints what the window showed as its titles; every attempt of this process to
reach a network ends it with exit code 7. What it left behind, the tests look at.
"""

import datetime as dt
import json
import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

MARKS = ("Zacarías", "Sigiloso", "zsigiloso@example.org", "600 999 111", "Capítulo Secreto", "Notaría Oculta")
"""Names, an address, a number, a chapter and a seat that may be only in the desk file."""
NETWORK = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.bind",
    "socket.sendto",
    "urllib.Request",
)
TODAY = dt.date(2026, 3, 5)


def no_network(event: str, _arguments: tuple[Any, ...]) -> None:
    """End the process when it uses the network."""
    if event in NETWORK or event.startswith(("http.client", "ftplib", "smtplib", "socket.__new__")):
        sys.stdout.write(f"network: {event}\n")
        sys.stdout.flush()
        os._exit(7)


def make_file(path: Path) -> None:
    """A desk file full of marks."""
    from chapterdesk.store.chapters import add_chapter
    from chapterdesk.store.meetings import add_meeting
    from chapterdesk.store.members import add_member
    from chapterdesk.store.people import edit_person
    from chapterdesk.store.sqlite.file import DeskFile

    with DeskFile.create(path) as desk, desk.change("Marks") as s:
        chapter_id = add_chapter(s, name="Capítulo Secreto", language="es", currency="EUR", weekday=3)
        membership = add_member(
            s,
            chapter_id,
            first_name="Zacarías",
            last_name="Sigiloso",
            classification="Notaría Oculta",
            start=dt.date(2025, 1, 9),
        )
        edit_person(s, membership, emails=("zsigiloso@example.org",), phones=("600 999 111",))
        add_meeting(s, chapter_id, TODAY)


class Morning:
    """Drives the window from within its own event loop."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder, self.path = folder, path
        self.titles: set[str] = set()
        self.temporary: set[str] = set()

    @property
    def window(self) -> Any:
        """The main window."""
        from PySide6.QtWidgets import QApplication

        from chapterdesk.ui.shell.window import MainWindow

        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    def look(self) -> None:
        """Note titles and temporary files."""
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            self.titles |= {widget.windowTitle(), widget.windowFilePath(), widget.objectName()}
        temporary = Path(os.environ["TMPDIR"])
        self.temporary |= {str(one.relative_to(temporary)) for one in temporary.rglob("*")}

    def run(self) -> None:
        """Do everything once; each fault goes to the fault handler of the program."""
        for step in (self.screens, self.type, self.report, self.import_file, self.faults, self.read_only, self.wrong):
            try:
                step()
            except Exception:  # noqa: BLE001 - whatever it is
                sys.excepthook(*sys.exc_info())
            self.rest()
            self.look()
        self.window.close()

    def rest(self) -> None:
        """Wait for the backup that comes before a file is left."""
        from chapterdesk.ui.widgets.cover import JobCover

        self.wait(lambda: not self.window.findChildren(JobCover))

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to be so, half a minute at most."""
        from PySide6.QtTest import QTest

        for _ in range(600):
            if is_so():
                return
            QTest.qWait(50)
        raise TimeoutError

    def screens(self) -> None:
        """Show every screen."""
        from PySide6.QtTest import QTest

        self.window.context.choose_chapter(self.window.context.chapter.id)
        for key in self.window.workspace.entries:
            self.window.workspace.go(key)
            QTest.qWait(30)
            self.look()

    def type(self) -> None:
        """Add somebody, and search for them."""
        self.window.workspace.go("members")
        screen = self.window.workspace.visible_screen
        screen.open_add_panel()
        screen.new.name.setText("Zacarías Sigiloso Segundo")
        screen.new.add()
        screen.search.setText("Sigiloso")

    def report(self) -> None:
        """Show a report and open it in a viewer."""
        from chapterdesk.ui.screens.reports import workbench

        self.window.workspace.go("reports", report="roster")
        bench = self.window.workspace.visible_screen.findChild(workbench.Workbench)
        self.wait(lambda: bool(bench.preview.content))
        setattr(workbench, "open_file", lambda _path: False)  # noqa: B010 - no viewer is started
        bench.open_outside()

    def import_file(self) -> None:
        """Import a marked list, and a marked file that is none."""
        listed = self.folder / "Capítulo Secreto.csv"
        listed.write_text("Nombre;Apellidos;Correo\nZacarías;Sigiloso Tercero;zsigiloso@example.org\n", "utf-8")
        broken = self.folder / "Zacarías.xlsx"
        broken.write_bytes(b"PK\x03\x04 Sigiloso")
        self.window.take_files([listed, broken])
        screen = self.window.workspace.visible_screen
        self.wait(lambda: not screen.is_busy)
        self.look()
        screen.add_members.setChecked(True)
        self.wait(lambda: not screen.is_busy)
        screen.import_files()
        self.wait(lambda: not screen.is_busy)

    def faults(self) -> None:
        """Cause errors of every kind, with marked names in them."""
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest

        from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError

        def fail(*_: Any) -> None:
            raise ValueError("Zacarías Sigiloso")

        def wait() -> None:
            QTest.qWait(100)

        def break_off() -> None:
            with context.desk.change("Sigiloso {name}", name="Zacarías") as s:
                s.execute("no statement")

        context = self.window.context
        QTimer.singleShot(0, fail)
        threading.Thread(target=fail).start()
        context.run(fail, print)
        for step in (wait, wait, wait, break_off):  # a fault in a slot may come up where the waiting is
            try:
                step()
            except Exception:  # noqa: BLE001 - whatever it is
                sys.excepthook(*sys.exc_info())
        for error in (DamagedError("Zacarías {file}", file="Sigiloso"), DiskFullError("Sigiloso")):
            context.tell(error)
        logging.getLogger("chapterdesk").info("still here")

    def read_only(self) -> None:
        """Open a file with a -wal of a killed process, read-only."""
        import shutil

        other = self.folder / "Sigiloso caliente.chapterdesk"
        with self.window.context.desk.change("Leave a wal") as s:
            from chapterdesk.store.chapters import add_chapter

            add_chapter(s, name="Capítulo Secreto 2")
        for end in ("", "-wal"):
            if self.path.with_name(self.path.name + end).exists():
                shutil.copyfile(self.path.with_name(self.path.name + end), other.with_name(other.name + end))
        self.window.context.session.open(other, read_only=True)
        self.rest()
        self.look()
        self.window.context.session.request_close()

    def wrong(self) -> None:
        """Open a foreign file, and one with a wrong passphrase."""
        from chapterdesk.store.sqlite.file import DeskFile

        broken = self.folder / "Zacarías roto.chapterdesk"
        broken.write_bytes(b"")
        self.window.context.session.open(broken)
        self.look()
        protected = self.folder / "Zacarías protegido.chapterdesk"
        DeskFile.create(protected, "Sigiloso y Zacarías").close()
        self.window.context.session.open(protected)
        self.window.context.session.open(protected, "not Sigiloso")
        self.window.context.session.open(self.path)


def main() -> int:
    """Run the morning in the folder that is given."""
    folder = Path(sys.argv[1])
    path = folder / "Capítulo Secreto.chapterdesk"
    make_file(path)
    sys.addaudithook(no_network)
    from PySide6.QtCore import QTimer

    from chapterdesk.ui import app
    from chapterdesk.ui.startup import application

    _running = application()
    morning = Morning(folder, path)
    QTimer.singleShot(300, morning.run)
    code = app.main(path, language="es")
    sys.stdout.write(json.dumps({"titles": sorted(morning.titles), "temporary": sorted(morning.temporary)}) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
