"""Importing files: they are recognised by content, previewed before anything is written, and imported as one change.

One module per format with an `IMPORTER`; the window and the command line call `prepare` and `apply`.
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
