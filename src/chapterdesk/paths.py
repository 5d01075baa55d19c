"""Where things are: what ships with the program, and what belongs to the person who uses it."""

from collections.abc import Callable
from pathlib import Path

import platformdirs

APPLICATION = "ChapterDesk"
IDENTIFIER = "org.chapterdesk.ChapterDesk"
"""How the system tells the program from others: the task bar of Windows groups its windows by it."""
DESK_SUFFIX = ".chapterdesk"
"""How the names of desk files end, and those of their backups."""


class _Elsewhere:
    """Where the person's files are kept for now, instead of where the system has a place for them."""

    folder: Path | None = None


def redirect(folder: Path | None) -> None:
    """Let all that belongs to the person be below `folder` in this process; None is the usual place again.

    For the self-test, which runs on the computers of those who have files of their own there.
    """
    _Elsewhere.folder = folder


def resources() -> Path:
    """Return the folder of fonts, icons, catalogues and demo data.

    Beside the package when installed or frozen; two levels up in a source tree.
    """
    package = Path(__file__).resolve().parent
    beside = package / "resources"
    return beside if beside.is_dir() else package.parents[1] / "resources"


def licences() -> Path:
    """Return the folder of the licence texts of what ships with the program."""
    return resources() / "licences"


def own_licence() -> Path:
    """Return the licence of the program itself: packages carry it with the others, a source tree has it on top."""
    shipped = licences() / "chapterdesk.txt"
    return shipped if shipped.is_file() else resources().parent / "LICENSE"


def fault_log() -> Path:
    """Return the log of faults, which is there once something went wrong."""
    return _data() / "chapterdesk.log"


def _place(name: str, usual: Callable[[], str]) -> Path:
    return Path(usual()) if _Elsewhere.folder is None else _Elsewhere.folder / name


def _data() -> Path:
    return _place("data", lambda: platformdirs.user_data_dir(APPLICATION, appauthor=False))


def data_folder() -> Path:
    """Return the folder where new desk files are offered a place."""
    return _place("documents", platformdirs.user_documents_dir) / APPLICATION


def home_folder() -> Path:
    """Return the folder for desk files straight in the home folder: services that copy the documents leave it alone."""
    return _place("home", lambda: str(Path.home())) / APPLICATION


def backup_folder() -> Path:
    """Return the folder of the backups."""
    return _data() / "backups"


def erasure_ledger() -> Path:
    """Return the file that says who was erased from which desk file, by random numbers, without a name."""
    return _data() / "erased.json"


def resting_folder() -> Path:
    """Return the folder of what desk files were like when they were closed last: digests, nothing of what they hold."""
    return _data() / "resting"


def running_folder() -> Path:
    """Return the folder of locks, one for each program that runs now."""
    return _data() / "running"


def settings_file() -> Path:
    """Return the file of the preferences."""
    return _place("config", lambda: platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.ini"


def breakable(path: str) -> str:
    """Return a path that may be broken into lines after a backslash too: Qt breaks after a slash, not after that."""
    return path.replace("\\", "\\\N{ZERO WIDTH SPACE}")


def short_path(path: Path) -> str:
    """Return a path as people say it: from the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
