"""Where a packaged program begins."""

import sys

from chapterdesk.__main__ import main

sys.exit(main())
