"""Settings of all tests: no screen, no key store and no folder of the user; a slow machine causes no failure."""

import os
from collections.abc import Iterator

import platformdirs
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # set it to see the windows
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # no test uses a real key store


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class of the program, imported only by tests with a window."""
    from chapterdesk.ui.shell.open_events import Application

    return Application


settings.register_profile("chapterdesk", deadline=None)
settings.load_profile("chapterdesk")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Put data, settings, documents and backups into a folder of the tests, also for processes that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("data", "config", "documents"):
            folder = tmp_path_factory.mktemp(name)
            patch.setenv(f"XDG_{name.upper()}_{'DIR' if name == 'documents' else 'HOME'}", str(folder))
            patch.setattr(platformdirs, f"user_{name}_dir", lambda *_, folder=folder, **__: str(folder))
        yield
