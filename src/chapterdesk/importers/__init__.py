"""Files that a director already has: recognised by content, shown before anything is written, imported as one change.

One module per format with an `IMPORTER`; `prepare` and `apply` are the way in for the window and the command line.
"""

from chapterdesk.importers.importing import apply, detect, importers, prepare
from chapterdesk.importers.results import (
    Answer,
    Hints,
    Need,
    NeedKind,
    Offer,
    Outcome,
    Preview,
    Unmatched,
    outcome_json,
)

__all__ = [
    "Answer",
    "Hints",
    "Need",
    "NeedKind",
    "Offer",
    "Outcome",
    "Preview",
    "Unmatched",
    "apply",
    "detect",
    "importers",
    "outcome_json",
    "prepare",
]
