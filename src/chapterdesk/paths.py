"""Where things are: what ships with the program, and what belongs to the person who uses it."""

from pathlib import Path

import platformdirs

APPLICATION = "ChapterDesk"


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
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "chapterdesk.log"


def data_folder() -> Path:
    """Return the folder where new desk files are offered a place."""
    return Path(platformdirs.user_documents_dir()) / APPLICATION


def backup_folder() -> Path:
    """Return the folder of the backups."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "backups"


def erasure_ledger() -> Path:
    """Return the file that says who was erased from which desk file, by random numbers, without a name."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "erased.json"


def resting_folder() -> Path:
    """Return the folder of what desk files were like when they were closed last: digests, nothing of what they hold."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "resting"


def settings_file() -> Path:
    """Return the file of the preferences."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "settings.ini"
