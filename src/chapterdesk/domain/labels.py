"""Enumerations whose value is stored in the file and whose label is shown."""

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
