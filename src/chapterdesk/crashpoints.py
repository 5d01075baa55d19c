"""Points in the program where a test can stop the process dead, to see what is left on the disk.

Around everything that must be whole or not at all stands `crashpoint("name")`. It does nothing unless a test has armed
it in its own process; no variable, no argument and no file of the user's can.
"""

from collections.abc import Callable

_armed: Callable[[str], None] | None = None


def crashpoint(name: str) -> None:
    """Pass the point called `name` ("area: what has just been done"); a test that armed the points is told."""
    if _armed is not None:
        _armed(name)


def arm(visit: Callable[[str], None] | None) -> None:
    """Call `visit` with the name of every point that is passed from now on; None disarms. For tests alone."""
    global _armed  # noqa: PLW0603 - one process, one test
    _armed = visit
