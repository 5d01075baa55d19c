"""The licences that the program shows: its own, and those of everything that it ships."""

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from chapterdesk.paths import APPLICATION, licences, own_licence

QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg", "QtWidgets")
"""The modules of Qt that the program uses."""
QT_SOURCES = ("https://code.qt.io/cgit/", "https://download.qt.io/official_releases/")
"""Where the sources of Qt and of PySide6 are."""
NAMES = {
    "lgpl-3.0": "GNU LGPL 3.0",
    "gpl-3.0": "GNU GPL 3.0",
    "lucide": "Lucide",
    "noto-sans": "Noto Sans",
    "sqlcipher": "SQLCipher",
    "pdfium": "PDFium",
    "apache-2.0": "Apache 2.0",
    "unicode": "Unicode",
}
"""The titles of the texts in resources/licences, in any language, by file name."""


@dataclass(frozen=True)
class Licence:
    """One text to read. `title` is translated."""

    title: str
    path: Path

    def read(self) -> str:
        """Return the text."""
        return self.path.read_text("utf-8", errors="replace")

    @cached_property
    def folded(self) -> str:
        """The text for searching, kept because it is long."""
        return self.read().casefold()


def next_with(words: str, found: Sequence[Licence], after: int) -> int | None:
    """Return the position of the next text after `after` with these words; None when no other text has them."""
    others = ((after + step) % len(found) for step in range(1, len(found)))
    return next((at for at in others if words.casefold() in found[at].folded), None)


def texts(tr: Callable[..., str]) -> list[Licence]:
    """Return the available licences; packages contain those of all libraries in one text."""
    folder = licences()
    found = [
        Licence(tr("{program} (MIT)", program=APPLICATION), own_licence()),
        Licence(tr("Libraries: all texts"), folder / "third-party.txt"),
        Licence(tr("What is used, under which licence"), folder / "README.md"),
        *(Licence(name, folder / f"{stem}.txt") for stem, name in NAMES.items()),
    ]
    return [one for one in found if one.path.is_file()]


def qt_notice(tr: Callable[..., str]) -> str:
    """Return the notice about Qt that the LGPL requires: its modules, their replacement, and their sources."""
    spec = importlib.util.find_spec("PySide6")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return tr(
        "Qt and PySide6 are used under the GNU Lesser General Public License, version 3: the modules {modules}. They"
        " are shared libraries in the folder {folder}; you may replace them with your own build of the same version."
        " Their sources are at {sources}.",
        modules=", ".join(QT_MODULES),
        folder=folder.name,
        sources=tr("{one} and {other}", one=QT_SOURCES[0], other=QT_SOURCES[1]),
    )
