"""Where the backups of the window go, and of which files there are any."""

import datetime as dt
from pathlib import Path

from chapterdesk import paths
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.ui import demo_file
from chapterdesk.ui.settings import SettingsFile

_CHOICE = "backup_folder"


class BackupPlace:
    """The folder that the director chose, or the program's own, also while the chosen one cannot be reached."""

    def __init__(self, settings_file: SettingsFile) -> None:
        self._settings_file = settings_file
        self.is_on = True
        """Whether backups are made unasked; off only for what measures or tests something else."""

    @property
    def chosen(self) -> Path | None:
        """The folder that was chosen, there or not; None when none was."""
        choice = self._settings_file.choice(_CHOICE)
        return Path(choice) if choice else None

    def choose(self, folder: Path | None) -> None:
        """Keep backups in another folder from now on; None is the program's own."""
        self._settings_file.remember_choice(_CHOICE, str(folder) if folder is not None else "")

    @property
    def is_gone(self) -> bool:
        """Whether the chosen folder cannot be reached now: a stick that was taken out."""
        return self.chosen is not None and not self.chosen.is_dir()

    def folder(self) -> Path:
        """Return where backups are made now."""
        chosen = self.chosen
        return chosen if chosen is not None and chosen.is_dir() else paths.backup_folder()

    def folders(self) -> list[Path]:
        """Return where backups can be: where they are made, and the program's own folder."""
        return list(dict.fromkeys((self.folder(), paths.backup_folder())))

    def keeps(self, desk: DeskFile) -> bool:
        """Tell whether a file is backed up unasked: the demo is not, nor what can only be read."""
        return self.is_on and not desk.read_only and not demo_file.is_demo(desk.path)


def now() -> dt.datetime:
    """Return the time in UTC without a zone, as backups have it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
