"""Points where a test can kill the process, to see what is left on the disk.

Every operation that must happen completely or not at all passes such points. They do nothing unless a test has armed
them in its own process; no variable, argument or file can.
"""

from collections.abc import Callable

_armed: Callable[[str], None] | None = None


def crashpoint(name: str) -> None:
    """Pass the point called `name` ("area: what has just been done"); a test that armed the points is called."""
    if _armed is not None:
        _armed(name)


def arm(visit: Callable[[str], None] | None) -> None:
    """Call `visit` with the name of every point that is passed from now on; None disarms. For tests only."""
    global _armed  # noqa: PLW0603 - one process, one test
    _armed = visit
