"""Why the operating system refuses to read or write a file, in translatable words.

Linux and macOS answer in English. Windows answers in the language of the system, which is shown as it is.
"""

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class SystemReason(Labelled):
    """The usual reasons. Each value is what the system says."""

    MISSING = "No such file or directory", N_("No such file or directory")
    FORBIDDEN = "Permission denied", N_("Permission denied")
    FOLDER = "Is a directory", N_("Is a directory")
    NO_FOLDER = "Not a directory", N_("Not a directory")
    FULL = "No space left on device", N_("No space left on device")
    READ_ONLY = "Read-only file system", N_("Read-only file system")
    LONG_NAME = "File name too long", N_("File name too long")
    BROKEN = "Input/output error", N_("Input/output error")


def reason_of(error: OSError) -> str:
    """Return why the system refused: a SystemReason for the usual reasons, else the words of the system."""
    reason = error.strerror or str(error)
    return SystemReason(reason) if reason in _KNOWN else reason


_KNOWN = frozenset(reason.value for reason in SystemReason)
