"""The log of faults: what went wrong in the program, in small files beside its data.

It names files of the program, lines and kinds of errors, never values: they could be personal data. Where the program
is installed stays out of it as well, for that path often holds the name of a person.
"""

import logging
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_SIZE = 200_000
"""Bytes of the log of faults after which a new one is begun."""
LOGS_KEPT = 3
"""How many older logs are kept."""
_PACKAGE = Path(__file__).resolve().parent


def describe(error: BaseException) -> str:
    """Return the kinds of an error and of its causes, with the places in the program, and no value at all."""
    lines: list[str] = []
    one: BaseException | None = error
    while one is not None and len(lines) < 200:
        lines.append(type(one).__name__)
        for frame in traceback.extract_tb(one.__traceback__):
            file = Path(frame.filename)
            with suppress(ValueError):
                file = file.resolve().relative_to(_PACKAGE.parent)
            lines.append(f"  {file.name if file.is_absolute() else file.as_posix()}:{frame.lineno} {frame.name}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(lines)


class _Log(RotatingFileHandler):
    """Small files, one after the other. Windows renames none that a second window writes too: then it grows on."""

    def doRollover(self) -> None:  # noqa: N802 - the name that logging calls
        """Logging: begin a new file, or go on in this one."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()


def start_log(path: Path) -> None:
    """Keep the log of faults in small files beside the program's data; where that cannot be, go without."""
    logging.raiseExceptions = False  # a log that cannot be written says nothing, least of all what it was to write
    root = logging.getLogger("chapterdesk")
    root.setLevel(logging.INFO)
    root.addHandler(logging.NullHandler())  # without a place for it nothing goes to a terminal instead
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _Log(path, maxBytes=LOG_SIZE, backupCount=LOGS_KEPT, encoding="utf-8", delay=True)
        file.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        root.addHandler(file)
