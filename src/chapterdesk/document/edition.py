"""What a writer needs besides the blocks: the language, and the header and footer of every page."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from chapterdesk.domain.periods import Period


class Words(Protocol):
    """The part of a language that writers and reports use; i18n.Language implements it."""

    code: str

    def tr(self, text: str, comment: str = "", n: int | None = None, /, **params: Any) -> str:
        """Translate a text and fill it in."""

    def date(self, day: dt.date) -> str:
        """Show a day in words."""

    def short_date(self, day: dt.date) -> str:
        """Show a day in figures."""

    def day(self, day: dt.date) -> str:
        """Show a day of the week and of the month."""

    def weekday(self, weekday: int) -> str:
        """Show a weekday, 0 = Monday."""

    def month(self, day: dt.date) -> str:
        """Show the month of a day with its year."""

    def period(self, period: Period) -> str:
        """Show the days of a period."""

    def moment(self, moment: dt.datetime) -> str:
        """Show a moment (UTC) in words."""

    def short_moment(self, moment: dt.datetime) -> str:
        """Show a moment (UTC) in figures."""

    def time(self, time: dt.time) -> str:
        """Show a time of the day."""

    def number(self, value: float | Fraction | None, decimals: int = 0) -> str:
        """Show a number."""

    def percent(self, share: Fraction | None) -> str:
        """Show a share as whole per cent."""

    def money(self, minor: int, currency: str) -> str:
        """Show an amount in minor units."""

    def whole_money(self, minor: int, currency: str) -> str:
        """Show an amount in minor units without its decimals."""

    def data_size(self, size: int) -> str:
        """Show a number of bytes."""

    def show(self, value: object) -> str:
        """Show a value of any type inside a text."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Whose document it is, the day it is made on, its language, and the chapter's logo (PNG or JPEG)."""

    chapter: str
    today: dt.date
    words: Words
    logo: bytes | None = None
