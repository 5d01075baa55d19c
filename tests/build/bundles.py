"""Small folders in the form of a bundle, for tests that need none of its size."""

from pathlib import Path

PLUGINS = (
    "platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so", "iconengines/libqsvgicon.so",
    "imageformats/libqjpeg.so", "imageformats/libqwebp.so", "imageformats/libqsvg.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so", "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
)  # fmt: skip


PROGRAM = """#!/bin/sh
[ "$1" = --version ] && echo "ChapterDesk 2.0"
exit 0
"""
"""A program that tells its version and can always be closed."""


def put(file: Path, text: str = "") -> Path:
    """Write a file with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def linux_bundle(folder: Path, program: str = PROGRAM) -> Path:
    """Make what looks like the bundle of Linux: the program is a script, libraries and plugins are empty."""
    put(folder / "chapterdesk", program).chmod(0o755)
    qt = folder / "_internal" / "PySide6" / "Qt"
    for plugin in PLUGINS:
        put(qt / "plugins" / plugin)
    put(qt / "translations" / "qtbase_es.qm")
    put(qt / "lib" / "libQt6Core.so.6")
    put(folder / "_internal" / "PySide6" / "QtCore.abi3.so")
    return folder
