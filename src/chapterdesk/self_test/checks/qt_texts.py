"""The texts of Qt itself (dialogs, the menu of a text field) are in the language of the window."""

from typing import Any, Final

from PySide6.QtWidgets import QDialogButtonBox

from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.ui.app import QtWords

WORDS: Final = {"es": "Cancelar", "en": "Cancel"}


def run(bench: Bench) -> dict[str, Any]:
    """Return Qt's word for Cancel by language; fails when it differs."""
    words = QtWords(bench.app)
    found = {}
    for code in WORDS:
        words.set_language(code)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        found[code] = box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
        box.deleteLater()
    words.remove_translator()
    expect(found == WORDS, f"Qt's button says {found}")
    return found
