"""Values that are stored in the file and whose label is shown: enumerations, and words of open sets."""

import enum
from typing import Self


class Labelled(enum.StrEnum):
    """A stored value with a translatable label: NAME = "value", N_("Label")."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member with its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Word(str):
    """A stored value with a translatable label, of a set that is open: the name of a table or of a column."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a value with its label."""
        word = str.__new__(cls, value)
        word.label = label
        return word
