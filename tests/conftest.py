"""What holds for all tests: no screen, no key store or folder of the user's, slow machines are no failures."""

import os
from collections.abc import Iterator

import platformdirs
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # set it to see the windows
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # no test touches the key store of who runs it


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application of the tests is the program's own, imported by the tests that have a window."""
    from chapterdesk.ui.shell.open_events import Application

    return Application


settings.register_profile("chapterdesk", deadline=None)
settings.load_profile("chapterdesk")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let data, settings, documents and backups be in a folder of the tests; for processes they start as well."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("data", "config", "documents"):
            folder = tmp_path_factory.mktemp(name)
            patch.setenv(f"XDG_{name.upper()}_{'DIR' if name == 'documents' else 'HOME'}", str(folder))
            patch.setattr(platformdirs, f"user_{name}_dir", lambda *_, folder=folder, **__: str(folder))
        yield
