"""Errors that a director can act on, and problems found in files."""

from dataclasses import dataclass, field
from typing import Any


class ChapterError(Exception):
    """Something that the director can act on: a translatable text and the values that fill it in.

    Everything else that is raised is a fault of the program. `str()` gives the English text, filled in.
    """

    def __init__(self, text: str, /, **params: Any) -> None:
        super().__init__(text)
        self.text = text
        self.params = params

    def __str__(self) -> str:
        return self.text.format(**self.params)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a file that is being read: row (1-based, 0 = the whole file), column heading, text, values."""

    row: int
    column: str
    text: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.params)
