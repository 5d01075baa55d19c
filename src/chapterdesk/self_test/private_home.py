"""The private home of the self-test: a folder for everything that it writes, and an environment that points there."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from chapterdesk import paths

PREFIX: Final = "cd-"
"""A short name: a local socket is below this folder, and macOS allows 104 bytes for its path."""
_FOLDERS: Final = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR"),
    *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"),
)
_UNWANTED: Final = (
    *("QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_LOGGING_RULES", "QT_DEBUG_PLUGINS", "QT_SCALE_FACTOR"),
    *("CHAPTERDESK_PASSPHRASE", "CHAPTERDESK_NEW_PASSPHRASE", "DBUS_SESSION_BUS_ADDRESS"),
)
"""Variables that change the look or the language of the program, give it a passphrase, or lead it to the key store."""


class PrivateHome:
    """A context in which all paths of the user are below `folder`, which is removed afterwards.

    Qt must not have been started before, so that it uses the platform without a screen.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        """The private folder; only this account may read it."""
        self._before: dict[str, str] = {}
        self._temporary: str | None = None

    def __enter__(self) -> Self:
        self._before, self._temporary = dict(os.environ), tempfile.tempdir
        for name in _FOLDERS:
            os.environ[name] = str(self.folder)
        for name in _UNWANTED:
            os.environ.pop(name, None)
        if sys.platform == "linux":
            os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns about a locale that is not UTF-8, which a bare system has
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_QPA_FONTDIR"] = str(
            paths.resources() / "fonts"
        )  # on Windows this platform has no fonts of its own
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
        tempfile.tempdir = str(self.folder)
        paths.redirect(self.folder / "person")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        paths.redirect(None)
        tempfile.tempdir = self._temporary
        os.environ.clear()
        os.environ.update(self._before)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def is_gone(self) -> bool:
        """Whether the folder was removed."""
        return not self.folder.exists()
