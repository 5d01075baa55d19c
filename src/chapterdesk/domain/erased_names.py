"""What remains of an erased person: a number in place of the name, so that all totals stay the same."""

from collections.abc import Callable
from typing import TypeAlias

from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_

REMAINS = {
    Standing.FORMER: N_("Former member {number}"),
    Standing.VISITOR: N_("Former visitor {number}"),
    Standing.OTHER: N_("Former contact {number}"),
}
"""The name of an erased person, by what the person was to the chapter."""

Naming: TypeAlias = Callable[[str, str, str, int], str]
"""Translates a text of REMAINS for a chapter: text, language code, kind of group, number."""


def english_name(text: str, _language: str, _kind: str, number: int) -> str:
    """Fill in the English text, where no translation is available."""
    return text.format(number=number)
