"""The icons: every file is drawn in both themes, and those of screens and reports exist."""

from typing import Any

from PySide6.QtGui import QIcon, QImage

from chapterdesk.paths import resources
from chapterdesk.reports import reports
from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.shell.window import screen_entries

LEAST = 60
"""The least number of icons."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the number of icons; fails at a missing or empty one."""
    expect(bench.app, "Qt does not start")
    names = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))
    expect(len(names) >= LEAST, f"only {len(names)} icons are there")
    wanted = {one.icon for one in screen_entries()} | {one.icon for one in reports().values()}
    expect(wanted <= set(names), f"missing: {sorted(wanted - set(names))}")
    for theme in ("light", "dark"):
        style = Style(theme)
        for name in names:
            expect(_is_drawn(style.pixmap(name, "ink").toImage()), f"{name} is empty in the {theme} theme")
        style.deleteLater()
    icon = QIcon(str(resources() / "brand" / "icon.svg"))  # by the SVG plugin of Qt, as style sheets do
    expect(_is_drawn(icon.pixmap(64, 64).toImage()), "Qt does not draw SVG as an icon")
    return {"icons": len(names)}


def _is_drawn(image: QImage) -> bool:
    """Return whether a picture has pixels that are not transparent."""
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return any(image.pixelColor(x, y).alpha() for x, y in places)
