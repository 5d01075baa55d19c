"""The folder of the backups, and which files are backed up."""

from pathlib import Path

from chapterdesk import paths
from chapterdesk.demo import demo_file
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.settings import SettingsFile

_CHOICE = "backup_folder"
_EARLIER = "backup_folders_before"
_MAX_EARLIER = 8
"""How many earlier folders are remembered."""


class BackupPlace:
    """The folder that the director chose; the program's own when none was chosen or it cannot be reached."""

    def __init__(self, settings_file: SettingsFile, *, is_automatic: bool = True) -> None:
        self._settings_file = settings_file
        self.is_automatic = is_automatic
        """Whether backups are made without being asked for."""

    @property
    def chosen(self) -> Path | None:
        """The chosen folder, even when it does not exist now; None when the program's own is used."""
        choice = self._settings_file.choice(_CHOICE)
        return Path(choice) if choice else None

    def choose(self, folder: Path | None) -> None:
        """Keep backups in another folder from now on; None is the program's own. The earlier folder is remembered."""
        before = [path for path in (self.chosen, *self._earlier()) if path is not None and path != folder]
        self._settings_file.remember_choice(_EARLIER, "\n".join(map(str, dict.fromkeys(before[:_MAX_EARLIER]))))
        self._settings_file.remember_choice(_CHOICE, str(folder) if folder is not None else "")

    def _earlier(self) -> list[Path]:
        return [Path(line) for line in self._settings_file.choice(_EARLIER).split("\n") if line]

    @property
    def is_gone(self) -> bool:
        """Whether the chosen folder cannot be reached now, such as an unplugged stick."""
        return (chosen := self.chosen) is not None and not chosen.is_dir()

    def folder(self) -> Path:
        """Return where backups are made now."""
        chosen = self.chosen
        return chosen if chosen is not None and chosen.is_dir() else paths.backup_folder()

    def folders(self) -> list[Path]:
        """Return the folders that can hold backups: the present one, the program's own, and those chosen earlier."""
        earlier = (path for path in self._earlier() if path.is_dir())
        return list(dict.fromkeys((self.folder(), paths.backup_folder(), *earlier)))

    def out_of_reach(self) -> str:
        """Return a text with the folders of backups that cannot be read now, such as unplugged sticks; or ""."""
        known = dict.fromkeys(path for path in (self.chosen, *self._earlier()) if path is not None)
        return ", ".join(str(path) for path in known if not path.is_dir())

    def is_backed_up(self, desk: DeskFile) -> bool:
        """Return whether a file is backed up automatically; the demo and read-only files are not."""
        return self.is_automatic and not desk.read_only and not demo_file.is_demo(desk.path)
