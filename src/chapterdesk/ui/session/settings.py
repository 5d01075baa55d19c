"""The small file that keeps what the director prefers, the recent files and the window's place."""

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from chapterdesk.domain.preferences import Settings
from chapterdesk.store.keeping.locations import location_digest, location_key

RECENT = 6


class SettingsFile:
    """The file of the preferences. Unknown or broken values in it count as not set."""

    def __init__(self, path: Path) -> None:
        self._values = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def path(self) -> Path:
        """Where the preferences are kept."""
        return Path(self._values.fileName())

    def read(self) -> Settings:
        """Return the stored preferences, with the defaults for what is missing or no longer a choice."""
        found: dict[str, Any] = {}
        for item in dataclasses.fields(Settings):
            stored = self._values.value(f"preferences/{item.name}")
            for value, _label in item.metadata["choices"]:
                if stored is not None and str(stored) == str(value):
                    found[item.name] = value
        return Settings(**found)

    def write(self, settings: Settings) -> None:
        """Store the preferences."""
        for item in dataclasses.fields(Settings):
            self._values.setValue(f"preferences/{item.name}", getattr(settings, item.name))
        self._values.sync()

    def recent(self) -> list[Path]:
        """Return the desk files opened lately that still exist, newest first."""
        stored = self._values.value("recent/files", [])
        names = stored if isinstance(stored, list) else [stored] if isinstance(stored, str) else []
        return [path for path in map(Path, names) if path.is_file()][:RECENT]

    def remember(self, path: Path) -> None:
        """Put a desk file at the head of the recent ones."""
        here = location_key(path)
        names = [str(path), *(str(other) for other in self.recent() if location_key(other) != here)]
        self._values.setValue("recent/files", names[:RECENT])
        self._values.sync()

    def chapter_of(self, path: Path) -> int | None:
        """Return the id of the chapter that was looked at last in a desk file."""
        stored = str(self._values.value(f"chapters/{location_digest(path)}", ""))
        return int(stored) if stored.isdecimal() else None

    def remember_chapter(self, path: Path, chapter_id: int) -> None:
        """Keep which chapter of a desk file is looked at."""
        self._values.setValue(f"chapters/{location_digest(path)}", chapter_id)

    def choice(self, name: str) -> str:
        """Return what was chosen last in a place of the window, "" when nothing was."""
        stored = self._values.value(f"choices/{name}")
        return stored if isinstance(stored, str) else ""

    def remember_choice(self, name: str, value: str) -> None:
        """Keep what was chosen in a place of the window, for the next time."""
        self._values.setValue(f"choices/{name}", value)
        self._values.sync()

    def geometry(self) -> QByteArray:
        """Return where the window stood last, empty when never stored."""
        stored = self._values.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Keep where the window stands."""
        self._values.setValue("window/geometry", geometry)
        self._values.sync()
