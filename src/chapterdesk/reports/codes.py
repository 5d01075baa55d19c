"""How the codes of attendance look and read, the same in every report."""

from collections.abc import Mapping

from chapterdesk.document.blocks import Tone
from chapterdesk.domain.attendance import Code
from chapterdesk.reports.report import Tr

TONES: Mapping[Code | None, Tone] = {
    None: "muted",
    Code.PRESENT: "muted",
    Code.ABSENT: "bad",
    Code.LATE: "warning",
    Code.MEDICAL: "muted",
    Code.SUBSTITUTE: "accent",
}
"""Being there is quiet; what differs stands out, with its letter."""


def legend(tr: Tr) -> str:
    """Return what the letters mean: P Present · A Absent and so on."""
    return " · ".join(f"{code.value} {tr(code.label)}" for code in Code)
