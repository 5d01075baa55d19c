"""The places of files: those that ship with the program, and those of its user."""

from collections.abc import Callable
from pathlib import Path

import platformdirs

APPLICATION = "ChapterDesk"
IDENTIFIER = "org.chapterdesk.ChapterDesk"
"""The identifier of the program for the system: the task bar of Windows groups windows by it."""
DESK_SUFFIX = ".chapterdesk"
"""How the names of desk files end, and those of their backups."""


class _Elsewhere:
    """The folder that replaces the usual folders of the user for now."""

    folder: Path | None = None


def redirect(folder: Path | None) -> None:
    """Keep all files of the user below `folder` in this process; None restores the usual folders.

    For the self-test, which runs on computers of real users.
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
    """Return the licence of the program: packages have it beside the others, a source tree at its root."""
    shipped = licences() / "chapterdesk.txt"
    return shipped if shipped.is_file() else resources().parent / "LICENSE"


def fault_log() -> Path:
    """Return the path of the log of faults, which exists after the first fault."""
    return _data() / "chapterdesk.log"


def _place(name: str, usual: Callable[[], str]) -> Path:
    return Path(usual()) if _Elsewhere.folder is None else _Elsewhere.folder / name


def _data() -> Path:
    return _place("data", lambda: platformdirs.user_data_dir(APPLICATION, appauthor=False))


def data_folder() -> Path:
    """Return the folder that is proposed for new desk files."""
    return _place("documents", platformdirs.user_documents_dir) / APPLICATION


def home_folder() -> Path:
    """Return the folder for desk files directly in the home folder, which services that sync documents do not copy."""
    return _place("home", lambda: str(Path.home())) / APPLICATION


def backup_folder() -> Path:
    """Return the folder of the backups."""
    return _data() / "backups"


def erasure_ledger() -> Path:
    """Return the erasure ledger: who was erased from which desk file, as random numbers, without names."""
    return _data() / "erased.json"


def resting_folder() -> Path:
    """Return the folder of the digests that desk files had when they were last closed."""
    return _data() / "resting"


def running_folder() -> Path:
    """Return the folder of locks, one for each running program."""
    return _data() / "running"


def settings_file() -> Path:
    """Return the file of the preferences."""
    return _place("config", lambda: platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.ini"


def breakable(path: str) -> str:
    """Return a path that Qt can also break after a backslash; by itself it breaks after a slash only."""
    return path.replace("\\", "\\\N{ZERO WIDTH SPACE}")


def short_path(path: Path) -> str:
    """Return a short path: relative to the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
