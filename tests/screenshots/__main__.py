"""Takes the pictures of the README files: a director's first morning, from dropped files to the printed sheet.

`python -m tests.screenshots` writes resources/screenshots/*.png and the lists between the markers of both files;
`python -m tests.screenshots --states` does the same for what the window shows when something is wrong or is looked
after; `python -m tests.screenshots --every FOLDER` writes every screen in both languages and themes, to be looked at.
"""

import argparse
import datetime as dt
import itertools
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chapterdesk.demo.region import make
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.import_files.import_screen import ImportScreen
from tests import readmes
from tests.importers import connect_files
from tests.screenshots import states
from tests.screenshots.studio import TODAY, Studio

FOLDER = readmes.ROOT / "resources" / "screenshots"
CAPTIONS = {
    "start": "The first start: open the demonstration, drop your files, or begin empty.",
    "import": "Import: what the dropped files hold, before anything is stored.",
    "meeting": "The meeting, by keyboard alone: all present, then the exceptions; slips in one line.",
    "undo": "Ctrl+Z says what it undoes.",
    "sheet": "The sheet of the meeting: the preview is the PDF itself.",
    "today": "Today: the next meeting, the results of the last one, and what needs attention.",
    "members": "Members: words in any order find them; every figure answers why.",
    "slips": "The ledger, edited in place.",
    "visitors": "Visitors: who came, who invited them, and what comes next.",
    "dark": "The dark theme, in English.",
}
IN_README = ("today", "meeting", "import", "sheet", "dark")


def files(folder: Path, demo: Path) -> list[Path]:
    """Write a summary, an attendance and a slips file of the half-year before for the demo's first chapter."""
    from chapterdesk.store import chapters, members

    with DeskFile.open(demo, read_only=True) as desk, desk.read() as s:
        chapter = chapters.chapters(s)[0]
        roster = members.members(s, chapter.id, dt.date(2024, 6, 30)) or members.members(s, chapter.id, TODAY)
    first, last = dt.date(2024, 1, 1), dt.date(2024, 6, 30)
    names = [(row.first_name, row.last_name) for row in roster]
    summary: list[list[Any]] = [[*name, 22, 1, 1, 0, 1, 5, 6, 4, 7, 1, 12.0, 2450.0, 8] for name in names]
    summary.append(["Eduardo", "Quílez Ansó", 9, 2, 0, 0, 0, 1, 2, 0, 1, 0, 3.0, 0.0, 1])
    footers: list[list[Any]] = [["Visitors", "", 25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 310.0, 0]]
    sums = [sum(row[column] for row in (*summary, *footers)) for column in range(7, 15)]
    marks = [sum(row[column] for row in summary) for column in range(2, 7)]
    total = ["Total", "", *(float(mark) for mark in marks), *(float(figure) for figure in sums)]
    total[2] = float(marks[0] + 6)
    made = {
        "Summary.xls": connect_files.summary_file(
            [*summary, *footers, total], chapter=chapter.name, first=first, last=last, run_at=dt.date(2024, 7, 2)
        ),
        "Attendance.xls": connect_files.attendance_file(
            ["Jun 06", "Jun 13", "Jun 20", "Jun 27"],
            [[*name, "P", "P", "L" if number % 7 == 3 else "P", "P"] for number, name in enumerate(names)],
            first=dt.date(2024, 6, 1),
            last=last,
            chapter=chapter.name,
        ),
        "Slips.xls": connect_files.slips_file(
            [
                [" ".join(giver), " ".join(taker), "Referral", "Tier 1 (inside)", None, None, None]
                for giver, taker in itertools.pairwise(names)
            ]
            + [["Marta Olivan", " ".join(names[0]), "One-to-One", None, None, None, None]],
            title="Slips Audit Report for 13/06/2024",
            chapter=chapter.name,
        ),
    }
    paths = []
    for name, data in made.items():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return paths


def story(folder: Path, demo: Path) -> None:
    """The first morning, in Spanish."""
    studio = Studio(folder, "es", "light")
    studio.open(None)
    studio.take("start")
    studio.close()

    studio = Studio(folder, "es", "light")
    window = studio.open(demo)
    workspace = window.workspace
    assert workspace is not None
    for key in ("today", "members", "slips", "visitors"):
        workspace.go(key)
        studio.take(key)
    workspace.go("import", paths=files(studio.work, demo))
    importing = workspace.visible_screen
    assert isinstance(importing, ImportScreen)
    QTest.qWait(300)
    studio.until(lambda: not importing.is_busy)
    studio.take("import", 500)
    workspace.go("meeting")
    window.activateWindow()
    workspace.visible_screen.focus_start()
    studio.until(lambda: QApplication.focusWidget() is not None)
    QTest.qWait(300)
    studio.type("0")
    studio.type("gar")
    studio.type("3")
    studio.take("meeting", 400)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    studio.take("undo", 400)
    workspace.go("reports", report="meeting")
    pages = workspace.visible_screen.findChild(QPdfDocument)
    studio.until(lambda: pages is not None and pages.pageCount() > 0)
    studio.take("sheet", 1500)
    studio.close()

    studio = Studio(folder, "en", "dark")
    studio.open(demo)
    assert studio.window is not None
    assert studio.window.workspace is not None
    studio.window.workspace.go("meeting")
    studio.take("dark", 400)
    studio.close()


def every(folder: Path, demo: Path) -> None:
    """Every screen, empty and full, in both languages and themes."""
    from chapterdesk.store.chapters import add_chapter

    empty = folder / "empty.chapterdesk"
    folder.mkdir(parents=True, exist_ok=True)
    empty.unlink(missing_ok=True)
    with DeskFile.create(empty) as desk, desk.change("Empty") as s:
        add_chapter(s, name="Grupo Nuevo", language="es", weekday=3)
    for language in ("es", "en"):
        for theme in ("light", "dark"):
            for name, original in (("demo", demo), ("empty", empty), ("start", None)):
                studio = Studio(folder, language, theme)
                window = studio.open(original)
                keys = list(window.workspace.entries) if window.workspace is not None else ["start"]
                for key in keys:
                    if window.workspace is not None:
                        window.workspace.go(key)
                    studio.take(f"{key}-{name}-{language}-{theme}", 1500 if key == "reports" else 250)
                studio.close()
    empty.unlink()


def write_readmes() -> None:
    """Put five pictures between the markers of README.md, and the others into tests/README.md."""
    shown = {
        name: f"{caption}\n\n![{name.title()}](resources/screenshots/{name}.png)" for name, caption in CAPTIONS.items()
    }
    others = [text.replace("](", "](../") for name, text in shown.items() if name not in IN_README]
    readmes.replace_between(readmes.MAIN, "screenshots", "\n\n".join(shown[name] for name in IN_README))
    readmes.replace_between(readmes.OF_TESTS, "screenshots", "\n\n".join(others))


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=Path, metavar="FOLDER")
    parser.add_argument("--states", action="store_true")
    chosen = parser.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        demo = Path(folder) / "demo.chapterdesk"
        make(demo, TODAY)
        if chosen.every is not None:
            every(chosen.every, demo)
        elif chosen.states:
            states.take_all(FOLDER / "states", demo)
            readmes.replace_between(readmes.OF_TESTS, "states", states.table())
        else:
            story(FOLDER, demo)
            write_readmes()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
