"""Fixtures of the tests of packaging for macOS: stand-ins for its programs, a bundle in the form of PyInstaller."""

import plistlib
from pathlib import Path

import pytest

from tests.build.macos.stand_ins import Mac

CODE = bytes.fromhex("cffaedfe") + b" of one processor"


@pytest.fixture
def mac(tmp_path: Path) -> Mac:
    return Mac(tmp_path / "mac")


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """Two programs, a library, a module of Python, a framework with its links, data with and without the x bit."""
    contents = tmp_path / "dist" / "Chapter Desk.app" / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    for path in (
        contents / "MacOS" / "ChapterDesk",
        contents / "MacOS" / "chapterdesk-cli",
        contents / "Frameworks" / "libsqlcipher.dylib",
        contents / "Frameworks" / "rapidfuzz" / "fuzz.so",
        framework / "Versions" / "A" / "QtCore",
        framework / "Versions" / "A" / "Resources" / "loader",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CODE)
        path.chmod(0o755)
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    resources = contents / "Resources"
    resources.mkdir()
    (resources / "notes.txt").write_text("words")
    (resources / "start.sh").write_text("#!/bin/sh\n")
    (resources / "start.sh").chmod(0o755)
    (resources / "rapidfuzz").symlink_to("../Frameworks/rapidfuzz")
    (contents / "Info.plist").write_bytes(plistlib.dumps({"CFBundleExecutable": "ChapterDesk"}))
    return contents.parent


@pytest.fixture
def image(tmp_path: Path) -> Path:
    made = tmp_path / "dist" / "ChapterDesk-1.2.3-macos-arm64.dmg"
    made.parent.mkdir(exist_ok=True)
    made.write_bytes(b"koly")
    return made
