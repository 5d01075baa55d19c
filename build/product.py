"""The names, version and file types of the product for all installers."""

import platform
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
DIST = ROOT / "dist"
"""The folder of everything that packaging makes; git ignores it."""

NAME = "ChapterDesk"
PUBLISHER = "ChapterDesk maintainers"
IDENTIFIER = "org.chapterdesk.ChapterDesk"
"""Identifier of the application bundle on macOS, and of the program on Windows' task bar."""
SUFFIX = ".chapterdesk"
MIME_TYPE = "application/vnd.chapterdesk"
TYPE_IDENTIFIER = "org.chapterdesk.desk-file"
"""Uniform type identifier of a desk file on macOS."""

WINDOW_PROGRAM = {"win32": f"{NAME}.exe", "darwin": NAME}.get(sys.platform, "chapterdesk")
"""File name of the program that opens the window."""
CONSOLE_PROGRAM = "chapterdesk-cli.exe" if sys.platform == "win32" else WINDOW_PROGRAM
"""File name of the program for a terminal; it differs on Windows only, where a windowed program has no console."""


def version() -> str:
    """Return the version of the product, from its only definition."""
    source = (ROOT / "src" / "chapterdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    if found is None:
        raise LookupError("src/chapterdesk/__init__.py states no __version__")
    return found[1]


def numbers(version: str) -> tuple[int, int, int]:
    """Return the three numbers of a version, which Windows and macOS need: 1.2.0rc1 -> (1, 2, 0).

    Raises ValueError for a version that does not begin with three numbers.
    """
    found = re.match(r"(\d+)\.(\d+)\.(\d+)(?:\D|$)", version)
    if found is None:
        raise ValueError(f"The version {version!r} does not begin with three numbers, as Windows and macOS need it")
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def system() -> str:
    """Return the system and processor for the names of packages: linux-x86_64, windows-x86_64, macos-arm64."""
    names = {"win32": "windows", "darwin": "macos"}
    processors = {"amd64": "x86_64", "aarch64": "arm64"}
    machine = platform.machine().lower()
    return f"{names.get(sys.platform, sys.platform)}-{processors.get(machine, machine)}"
