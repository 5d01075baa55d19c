"""Checks what the window needs on Linux before Qt is loaded, since Qt would abort with a long message."""

import ctypes
import importlib.util
import os
import re
import sys
from pathlib import Path

# Libraries that Qt's window and its xcb plugin load and that are not part of a minimal system,
# with their packages on Debian and Ubuntu.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def missing_libraries() -> tuple[str, ...]:
    """Return the missing system libraries, () when the window can open.

    Loads the widgets library of Qt, and the xcb plugin if a window would use it, as Qt will do.
    """
    if sys.platform != "linux":
        return ()
    spec = importlib.util.find_spec("PySide6")
    folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    to_load = [folder / "Qt" / "lib" / "libQt6Widgets.so.6"]
    if _uses_xcb():
        to_load.append(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so")
    first = [name for path in to_load if path.is_file() and (name := _missing(str(path)))]
    if not first:
        return ()
    wanted = [name for name in PACKAGES if _uses_xcb() or not name.startswith(("libxcb", "libX11"))]
    return tuple(dict.fromkeys([*first, *(name for name in wanted if _missing(name))]))


def has_display() -> bool:
    """Return whether there is a display for a window; an X server that does not answer does not count."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True  # offscreen, vnc, eglfs
    if os.environ.get("WAYLAND_DISPLAY") and not platform.startswith("xcb"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # missing_libraries reports it
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = x11.XOpenDisplay(None)
    if connection:
        x11.XCloseDisplay(ctypes.c_void_p(connection))
    return bool(connection)


def packages_of(libraries: tuple[str, ...]) -> str:
    """Return the Debian packages of the libraries, separated by blanks."""
    return " ".join(dict.fromkeys(PACKAGES.get(name, name) for name in libraries))


def _uses_xcb() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def _missing(library: str) -> str:
    """Return the name of the library without which `library` cannot be loaded, or ""."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        found = _LIBRARY.match(str(error))
        return found[1] if found else ""
    return ""
