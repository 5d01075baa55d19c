"""The log of faults of the program, in small files beside its data.

It contains modules, lines and types of errors, never values, which could be personal data. It does not contain the
folder of the program either, since that path often includes a name.
"""

import logging
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_SIZE = 200_000
"""The size of a log in bytes after which a new one is started."""
LOGS_KEPT = 3
"""The number of older logs that are kept."""
_PACKAGE = Path(__file__).resolve().parent


def describe(error: BaseException) -> str:
    """Return the types of an error and of its causes, with their places in the program, without any value."""
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
    """Rotating small files. Windows does not rename a file that a second window writes too; then it keeps growing."""

    def doRollover(self) -> None:  # noqa: N802 - the name that logging calls
        """Start a new file, or continue in this one."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()


def start_log(path: Path) -> None:
    """Start the log of faults beside the data of the program; without a writable folder there is no log."""
    logging.raiseExceptions = (
        False  # logging prints nothing when the log cannot be written, since that could be personal data
    )
    root = logging.getLogger("chapterdesk")
    root.setLevel(logging.INFO)
    root.addHandler(logging.NullHandler())  # without a folder nothing is written to the terminal instead
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _Log(path, maxBytes=LOG_SIZE, backupCount=LOGS_KEPT, encoding="utf-8", delay=True)
        file.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        root.addHandler(file)
