"""The demo: an invented region with a believable life, the same every time. Nobody in it exists."""

from chapterdesk.demo.region import make

__all__ = ["make"]
