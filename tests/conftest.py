"""What holds for all tests: no screen is needed, and slow machines are no failures of properties."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # set it to see the windows

settings.register_profile("chapterdesk", deadline=None)
settings.load_profile("chapterdesk")
