"""The words about backups: the results of verifying, and where they are kept."""

from pathlib import Path

import pytest

from chapterdesk.i18n import Language
from chapterdesk.reports.backup_words import folder_text, verified_text
from chapterdesk.store.keeping.backups import EARLIER_PASSPHRASE
from chapterdesk.store.keeping.integrity import Finding

SOUND: tuple[Finding, ...] = ()
BAD = (Finding("The page is torn"),)
LOCKED = (Finding(EARLIER_PASSPHRASE),)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([SOUND, SOUND], ["2 backups verified"]),
        ([SOUND, BAD], ["1 backup cannot"]),
        ([SOUND, LOCKED], ["1 backup verified", "1 backup has"]),
        ([LOCKED], ["1 backup has"]),
    ],
)
def test_what_verifying_found_is_counted(found: list[tuple[Finding, ...]], said: list[str]) -> None:
    text = verified_text(Language("en"), found)
    assert text.startswith(said[0])
    assert all(part in text for part in said)
    assert ("verified;" in text) == said[0].endswith("verified")


def test_a_missing_folder_is_reported_before_anything_else() -> None:
    language = Language("en")
    gone = folder_text(language, "/home/ana", Path("/stick"), 3, is_gone=True)
    assert "not there now" in gone
    assert "/home/ana" in gone
    assert "still on this computer" in folder_text(language, "/stick", Path("/stick"), 3, is_gone=False)
    assert folder_text(language, "/home/ana", None, 3, is_gone=False).startswith("On this computer.")
