"""The settings file: preferences, recent files, and the geometry of the window."""

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
        """The path of the file."""
        return Path(self._values.fileName())

    def read(self) -> Settings:
        """Return the stored preferences; missing or unknown values get their defaults."""
        values: dict[str, Any] = {}
        for item in dataclasses.fields(Settings):
            stored = self._values.value(f"preferences/{item.name}")
            for value, _label in item.metadata["choices"]:
                if stored is not None and str(stored) == str(value):
                    values[item.name] = value
        return Settings(**values)

    def write(self, settings: Settings) -> None:
        """Store the preferences."""
        for item in dataclasses.fields(Settings):
            self._values.setValue(f"preferences/{item.name}", getattr(settings, item.name))
        self._values.sync()

    def recent(self) -> list[Path]:
        """Return the recent desk files that still exist, newest first."""
        stored = self._values.value("recent/files", [])
        names = stored if isinstance(stored, list) else [stored] if isinstance(stored, str) else []
        return [path for path in map(Path, names) if path.is_file()][:RECENT]

    def remember(self, path: Path) -> None:
        """Make a desk file the first of the recent ones."""
        key = location_key(path)
        names = [str(path), *(str(other) for other in self.recent() if location_key(other) != key)]
        self._values.setValue("recent/files", names[:RECENT])
        self._values.sync()

    def chapter_of(self, path: Path) -> int | None:
        """Return the id of the chapter that was shown last in a desk file."""
        stored = str(self._values.value(f"chapters/{location_digest(path)}", ""))
        return int(stored) if stored.isdecimal() else None

    def remember_chapter(self, path: Path, chapter_id: int) -> None:
        """Store which chapter of a desk file is shown."""
        self._values.setValue(f"chapters/{location_digest(path)}", chapter_id)

    def choice(self, name: str) -> str:
        """Return the last choice under a name, "" when there is none."""
        stored = self._values.value(f"choices/{name}")
        return stored if isinstance(stored, str) else ""

    def remember_choice(self, name: str, value: str) -> None:
        """Store a choice under a name, for the next time."""
        self._values.setValue(f"choices/{name}", value)
        self._values.sync()

    def geometry(self) -> QByteArray:
        """Return the last geometry of the window, empty when none is stored."""
        stored = self._values.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Store the geometry of the window."""
        self._values.setValue("window/geometry", geometry)
        self._values.sync()
