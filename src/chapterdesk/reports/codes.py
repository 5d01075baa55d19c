"""The codes of attendance: their tone and their words, the same in every report."""

from collections.abc import Mapping, Sequence

from chapterdesk.document.blocks import Tone
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.text import N_
from chapterdesk.reports.report import Tr

TONES: Mapping[Code | None, Tone] = {
    None: "muted",
    Code.PRESENT: "muted",
    Code.ABSENT: "bad",
    Code.LATE: "warning",
    Code.MEDICAL: "muted",
    Code.SUBSTITUTE: "accent",
}
"""Present is unobtrusive; every other code is highlighted, with its letter."""


NONE = "\N{EN DASH}"
"""What is shown where there is no code."""
NO_MARK = N_("No mark")


def legend(tr: Tr, without: Sequence[str] = ()) -> str:
    """Return what the letters mean: P Present · A Absent and so on; `without` says what a missing code means."""
    letters = [f"{code.value} {tr(code.label)}" for code in Code]
    return " · ".join([*letters, f"{NONE} {', '.join(without)}"] if without else letters)
