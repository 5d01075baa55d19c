"""Tools of the system that some tests of packaging need."""

import os
import shutil

import pytest


def needs(*tools: str) -> pytest.MarkDecorator:
    """Skip a test where a tool is missing; with CHAPTERDESK_ALL_TOOLS=1, as in .ci/run, it is run and fails there."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    everything = os.environ.get("CHAPTERDESK_ALL_TOOLS") == "1"
    return pytest.mark.skipif(bool(missing) and not everything, reason=f"not on this system: {', '.join(missing)}")
