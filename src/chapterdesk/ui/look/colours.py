"""The one table of colours: each role in the light and in the dark theme. Nothing else in the program names a colour.

A text role has a contrast of at least 4.5:1 on every ground; a test computes it from this table.
"""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

Theme = Literal["light", "dark"]

ROLES: Final[dict[str, tuple[str, str]]] = {  # by role: the light theme, the dark theme
    "ink": ("#18211F", "#E6ECEA"),
    "muted": ("#54625F", "#9CABA7"),
    "ground": ("#F6F7F5", "#151A19"),
    "sunken": ("#EDF0EE", "#101413"),
    "raised": ("#FFFFFF", "#1D2322"),
    "hover": ("#E6EBE9", "#262E2C"),
    "line": ("#DFE4E2", "#303937"),
    "edge": ("#B4BFBC", "#4B5754"),
    "accent": ("#0A6560", "#56C4B8"),
    "accent-strong": ("#074F4B", "#7AD6CC"),
    "accent-soft": ("#D9ECE9", "#1B3B38"),
    "on-accent": ("#FFFFFF", "#06211E"),
    "good": ("#1B6E3A", "#6CCB8B"),
    "warning": ("#855300", "#E3B25C"),
    "bad": ("#AF2A22", "#F4938A"),
    "neutral": ("#57635F", "#A4B0AD"),
    "good-soft": ("#DDF0E3", "#1A3524"),
    "warning-soft": ("#F8EBD0", "#3A2E15"),
    "bad-soft": ("#FAE3E0", "#40211E"),
    "neutral-soft": ("#E7ECEA", "#2A3230"),
}

GROUNDS: Final = ("ground", "sunken", "raised", "hover", "accent-soft")
"""The roles of grounds with text on them."""
TEXTS: Final = ("ink", "muted", "accent", "good", "warning", "bad", "neutral")
"""The roles of text on any of these grounds."""


def current_theme(choice: str) -> Theme:
    """Return the theme for a preference: "light" or "dark"; any other is the theme of the system."""
    if choice in ("light", "dark"):
        return "dark" if choice == "dark" else "light"
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def colours(theme: Theme) -> dict[str, str]:
    """Return {role: "#RRGGBB"} of one theme."""
    column = 0 if theme == "light" else 1
    return {role: pair[column] for role, pair in ROLES.items()}
