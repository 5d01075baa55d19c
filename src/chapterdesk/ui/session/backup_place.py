"""Where the backups of the window go, and of which files there are any."""

from pathlib import Path

from chapterdesk import paths
from chapterdesk.demo import demo_file
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.settings import SettingsFile

_CHOICE = "backup_folder"
_EARLIER = "backup_folders_before"
_KEPT = 8
"""Earlier folders that are known still."""


class BackupPlace:
    """The folder that the director chose, or the program's own, also while the chosen one cannot be reached."""

    def __init__(self, settings_file: SettingsFile, *, is_automatic: bool = True) -> None:
        self._settings_file = settings_file
        self.is_automatic = is_automatic
        """Whether backups are made unasked."""

    @property
    def chosen(self) -> Path | None:
        """The folder that was chosen, there or not; None when none was."""
        choice = self._settings_file.choice(_CHOICE)
        return Path(choice) if choice else None

    def choose(self, folder: Path | None) -> None:
        """Keep backups in another folder from now on; None is the program's own. The one before is not forgotten."""
        before = [one for one in (self.chosen, *self._earlier()) if one is not None and one != folder]
        self._settings_file.remember_choice(_EARLIER, "\n".join(map(str, dict.fromkeys(before[:_KEPT]))))
        self._settings_file.remember_choice(_CHOICE, str(folder) if folder is not None else "")

    def _earlier(self) -> list[Path]:
        return [Path(line) for line in self._settings_file.choice(_EARLIER).split("\n") if line]

    @property
    def is_gone(self) -> bool:
        """Whether the chosen folder cannot be reached now: a stick that was taken out."""
        return (chosen := self.chosen) is not None and not chosen.is_dir()

    def folder(self) -> Path:
        """Return where backups are made now."""
        chosen = self.chosen
        return chosen if chosen is not None and chosen.is_dir() else paths.backup_folder()

    def folders(self) -> list[Path]:
        """Return where backups can be: where they are made, the program's own folder, those chosen earlier."""
        earlier = (one for one in self._earlier() if one.is_dir())
        return list(dict.fromkeys((self.folder(), paths.backup_folder(), *earlier)))

    def out_of_reach(self) -> str:
        """Return, to be said, where backups can be that cannot be looked at now: sticks that were taken out; or ""."""
        known = dict.fromkeys(one for one in (self.chosen, *self._earlier()) if one is not None)
        return ", ".join(str(one) for one in known if not one.is_dir())

    def keeps(self, desk: DeskFile) -> bool:
        """Tell whether a file is backed up unasked: the demo is not, nor what can only be read."""
        return self.is_automatic and not desk.read_only and not demo_file.is_demo(desk.path)
