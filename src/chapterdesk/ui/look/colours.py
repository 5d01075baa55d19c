"""The one table of colours: what each role looks like in the light and in the dark theme.

Nothing else in the program names a colour. A text role keeps a contrast of at least 4.5:1 on every ground that
it can stand on (SCREENS.md, rule 6); a test computes it from this table.
"""

from typing import Final, Literal

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
"""The grounds that text can stand on."""
TEXTS: Final = ("ink", "muted", "accent", "good", "warning", "bad", "neutral")
"""The roles that text can have on each of them."""


def colours(theme: Theme) -> dict[str, str]:
    """Return {role: "#RRGGBB"} of one theme."""
    column = 0 if theme == "light" else 1
    return {role: pair[column] for role, pair in ROLES.items()}


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of "#RRGGBB", as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
