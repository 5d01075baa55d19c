"""What holds for all tests: no screen, no key store of the system, and slow machines are no failures of properties."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # set it to see the windows
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # no test touches the key store of who runs it

settings.register_profile("chapterdesk", deadline=None)
settings.load_profile("chapterdesk")
