"""The entry point of a packaged program."""

import codecs
import locale
import os
import sys

from chapterdesk.__main__ import main


def give_back_libraries() -> None:
    """Make programs that ours starts, such as a PDF viewer, use the libraries of the system and not ours.

    On Linux PyInstaller points LD_LIBRARY_PATH into the bundle, and everything that is started would inherit that. The
    loader has read it already, so our own libraries are still found. It also sets variables of Qt, with which a viewer
    that uses another Qt would crash; ours finds its plugins through PySide6.
    """
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original


def use_utf8() -> None:
    """Use UTF-8 when the session has no locale, or one that the system does not have.

    Python does so by itself, but not in a frozen program; Qt does too, with four lines of warnings each time. The
    language of the session does not change.
    """
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        encoding = locale.nl_langinfo(locale.CODESET)
    except locale.Error:
        encoding = "ascii"
    if codecs.lookup(encoding or "ascii").name == "utf-8":
        return
    os.environ["LC_CTYPE"] = "C.UTF-8"
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:  # it would override LC_CTYPE
        os.environ["LC_ALL"] = "C.UTF-8"


if __name__ == "__main__":
    if sys.platform == "linux":
        give_back_libraries()
        use_utf8()
    sys.exit(main())
