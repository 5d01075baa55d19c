"""The program's own texts and pictures: the icon and the splash are drawn, the news and the licences can be read."""

import importlib
import sys
from typing import Any, Final

from PySide6.QtGui import QPixmap

from chapterdesk.paths import licences, own_licence
from chapterdesk.self_test.bench import LANGUAGES, Bench, expect
from chapterdesk.ui.look.brand import SIZES, program_icon
from chapterdesk.ui.shell.splash import picture
from chapterdesk.ui.shell.whats_new import changelog

WINDOWS: Final = ("chapterdesk.ui.shell.about_overlay", "chapterdesk.ui.shell.whats_new")
"""The module that the window imports late."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the number of entries of the news; fails when a picture is blank or a text is missing."""
    expect(bench.app, "Qt does not start")
    for size in SIZES:
        expect(len(_colours(program_icon(size))) > 3, f"the icon of {size} pixels is blank")
    splashes = {theme: _colours(picture(theme, 1.0)) for theme in ("light", "dark")}
    expect(splashes["light"] != splashes["dark"], "the splash is the same in both themes")
    for name in WINDOWS:
        importlib.import_module(name)
    entries = {code: _entries(code) for code in LANGUAGES}
    expect(entries["es"] and len(entries["es"]) == len(entries["en"]), "the news are not the same in both languages")
    expect(not set(entries["es"]) & set(entries["en"]), "the news are in English in both languages")
    text = own_licence().read_text("utf-8")
    expect(text.startswith("MIT License"), "the licence of the program is another text")
    frozen = bool(getattr(sys, "frozen", False))
    expect(not frozen or (licences() / "third-party.txt").is_file(), "the licences of the libraries are not there")
    return {"entries": len(entries["es"])}


def _entries(code: str) -> list[str]:
    return [entry.text for release in changelog(code) for group in release.groups for entry in group.entries]


def _colours(pixmap: QPixmap) -> set[int]:
    image = pixmap.toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
