"""A progress that cancels."""

from chapterdesk.domain.progress import Cancelled


class CancellingProgress:
    """Progress that cancels after `after` steps."""

    def __init__(self, after: int = 0) -> None:
        self.left = after

    def step(self, done: int, total: int, text: str = "") -> None:
        """Cancel, or wait for another step."""
        del done, total, text
        self.left -= 1
        if self.left < 0:
            raise Cancelled
