"""The tables of the desk file. Models never leave the store: reads give frozen rows.

They are imported in the order in which the change log and the personal data read them.
"""

from chapterdesk.store.tables.belonging import (
    Chapter,
    Classification,
    Consent,
    Holiday,
    Logo,
    Membership,
    Person,
    Photo,
    RoleTerm,
)

# isort: split
from chapterdesk.store.tables.life import Attendance, Meeting, Slip, Visit

# isort: split
from chapterdesk.store.tables.imported import Alias, ColumnMapping, ImportBatch, PeriodTotal, PeriodTotalRow
from chapterdesk.store.tables.logged import ChangeLog, FileIdentity

__all__ = [
    "Alias",
    "Attendance",
    "ChangeLog",
    "Chapter",
    "Classification",
    "ColumnMapping",
    "Consent",
    "FileIdentity",
    "Holiday",
    "ImportBatch",
    "Logo",
    "Meeting",
    "Membership",
    "PeriodTotal",
    "PeriodTotalRow",
    "Person",
    "Photo",
    "RoleTerm",
    "Slip",
    "Visit",
]
