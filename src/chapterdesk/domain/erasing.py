"""What remains of somebody who was erased: a number, so that all totals stand."""

from collections.abc import Callable
from typing import TypeAlias

from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_

REMAINS = {
    Standing.FORMER: N_("Former member {number}"),
    Standing.VISITOR: N_("Former visitor {number}"),
    Standing.OTHER: N_("Former contact {number}"),
}
"""What an erased person is called, by what the person was to the chapter."""

Naming: TypeAlias = Callable[[str, str, str, int], str]
"""Gives a text of REMAINS in the words of a chapter: text, language code, kind of group, number."""


def plainly(text: str, _language: str, _kind: str, number: int) -> str:
    """Fill in the text as it stands, in English: where nothing that can translate is at hand."""
    return text.format(number=number)
