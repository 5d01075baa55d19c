"""Colours by role, for paper and for charts on screen. The roles are those of the window's table of colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from chapterdesk.document.blocks import Tone


@dataclass(frozen=True, slots=True)
class Palette:
    """The colour of each role, as "#RRGGBB". `ground` is the background, `band` every other row of a table."""

    ink: str
    muted: str
    line: str
    ground: str
    band: str
    accent: str
    accent_soft: str
    good: str
    warning: str
    bad: str

    @classmethod
    def of(cls, roles: Mapping[str, str]) -> Self:
        """Return the palette of a table {role: colour}, for charts in the window."""
        return cls(
            ink=roles["ink"],
            muted=roles["muted"],
            line=roles["line"],
            ground=roles["raised"],
            band=roles["sunken"],
            accent=roles["accent"],
            accent_soft=roles["accent-soft"],
            good=roles["good"],
            warning=roles["warning"],
            bad=roles["bad"],
        )

    def tone(self, tone: Tone) -> str:
        """Return the colour of text in a tone; "" is the colour of ink."""
        return {
            "": self.ink,
            "accent": self.accent,
            "soft": self.accent_soft,
            "good": self.good,
            "warning": self.warning,
            "bad": self.bad,
            "muted": self.muted,
        }[tone]


PAPER = Palette(
    ink="#18211F",
    muted="#54625F",
    line="#DFE4E2",
    ground="#FFFFFF",
    band="#F6F8F7",
    accent="#0A6560",
    accent_soft="#D9ECE9",
    good="#1B6E3A",
    warning="#855300",
    bad="#AF2A22",
)
