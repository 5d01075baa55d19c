"""The two languages: texts from the catalogues, and dates, numbers and money in the form of the locale.

The source is English; `resources/i18n/chapterdesk_es.ts` has the Spanish, `chapterdesk_en.ts` only English plurals. An
overlay such as `chapterdesk_es_parents.ts` replaces whole sentences for a kind of group with its own words; languages
and overlays are listed from the folder. It uses only QtCore and needs no application object, so that the
command line and worker threads can translate too.
"""

import datetime as dt
import enum
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from typing import Any

from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Word
from chapterdesk.domain.money import Money, digits
from chapterdesk.domain.periods import Period, month_end
from chapterdesk.domain.text import N_, sort_key
from chapterdesk.loading import without_import_hook
from chapterdesk.paths import resources

with without_import_hook():
    from PySide6.QtCore import QDate, QLocale, QTime, QTranslator

NBSP = "\N{NO-BREAK SPACE}"
NOTHING = "\N{EN DASH}"  # shown when there is no figure

_LOCALES = {"es": "es_ES", "en": "en_GB"}  # the country decides on the form of dates and money
_OF_SPAIN = ("ca", "gl", "eu", "ast")  # languages of Spain, whose speakers read Spanish rather than English
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹", "MXN": "$", "COP": "$", "CHF": "CHF"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def overlays(code: str) -> tuple[str, ...]:
    """Return the kinds of group for which the language `code` has an overlay, listed from the folder."""
    prefix = f"chapterdesk_{code}_"
    folder = resources() / "i18n"
    names = {file.stem for file in folder.glob(f"{prefix}*") if file.suffix in {".ts", ".qm"}}
    return tuple(sorted(name.removeprefix(prefix) for name in names))


class Language:
    """One language, for one kind of group: translates texts and shows values.

    Raises ChapterError when the program does not speak `code`. Reading is safe from any thread.
    """

    def __init__(self, code: str, kind: str | None = None) -> None:
        if code not in LANGUAGES:
            raise ChapterError(
                N_("There is no language “{code}”; choose one of: {known}"), code=code, known=", ".join(LANGUAGES)
            )
        self.code = code
        self.kind = kind
        self.locale = QLocale(_LOCALES[code])
        names = [f"chapterdesk_{code}"]
        if kind in overlays(code):
            names.insert(0, f"chapterdesk_{code}_{kind}")
        self._catalogues = [load_catalogue(name) for name in names]
        long = self.locale.dateFormat(QLocale.FormatType.LongFormat)
        self._long_date = re.sub(r"dddd,?\s*", "", long)
        self._month = re.sub(r"^d\s*('[^']*')?\s*", "", self._long_date)

    def other(self) -> "Language":
        """Return the other language, for the same kind of group."""
        return _speaking(next(code for code in LANGUAGES if code != self.code), self.kind)

    def tr(self, text: str, comment: str = "", n: int | None = None, /, **params: Any) -> str:
        """Return `text` in this language, `%n` replaced by the number `n` and `{name}` by the values.

        `comment` distinguishes two uses of one source. Values are shown in the form of the locale (see `show`); braces
        or percent signs inside them have no meaning, and a placeholder without a value is kept.
        """
        return self._fill(self._translate(text, comment, n), n, params)

    def show(self, value: object) -> str:
        """Return the text of a value: dates, periods, money and labels in this language, else `str()`."""
        match value:
            case dt.datetime():
                return f"{self.date(value.date())}, {self.time(value.time())}"
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)
            case Period():
                return self.period(value)
            case Money():
                return self.money(value.minor, value.currency)
            case enum.Enum() | Word() if isinstance(label := getattr(value, "label", None), str):
                return self._translate(label, "", None)
            case _:
                return str(value)

    def error(self, error: Any) -> str:
        """Return a ChapterError or a Problem in this language: both have a `text` and `params`."""
        return self._fill(self._translate(error.text, "", None), None, error.params)

    # Dates and times

    def date(self, day: dt.date) -> str:
        """Return a day in words: 5 de marzo de 2026, 5 March 2026."""
        return self.locale.toString(_qdate(day), self._long_date)

    def full_date(self, day: dt.date) -> str:
        """Return a day with its weekday, as a title: Jueves, 5 de marzo de 2026."""
        text = self.locale.toString(_qdate(day), QLocale.FormatType.LongFormat)
        return text[:1].upper() + text[1:]

    def short_date(self, day: dt.date) -> str:
        """Return a day in digits: 05/03/2026."""
        return self.locale.toString(_qdate(day), "dd/MM/yyyy")

    def day(self, day: dt.date) -> str:
        """Return a day of the week and of the month, without the year: jue 5 mar, Thu 5 Mar."""
        return self.locale.toString(_qdate(day), "ddd d MMM")

    def weekday(self, weekday: int) -> str:
        """Return the name of a weekday, 0 = Monday: lunes, Monday."""
        return self.locale.standaloneDayName(weekday + 1)

    def month(self, day: dt.date) -> str:
        """Return the month of a day with its year: marzo de 2026, March 2026."""
        return self.locale.toString(_qdate(day), self._month)

    def period(self, period: Period) -> str:
        """Return a period as briefly as possible: 2026, marzo de 2026, or two dates."""
        first, last = period.first, period.last
        if first == last:
            return self.date(first)
        if first.day == 1 and last == month_end(last):
            if first.year == last.year and (first.month, last.month) == (1, 12):
                return str(first.year)
            if (first.year, first.month) == (last.year, last.month):
                return self.month(first)
            if first.year == last.year:
                return f"{self.locale.standaloneMonthName(first.month)} {NOTHING} {self.month(last)}"
        if first.year == last.year:
            without_year = re.sub(r"\s*('[^']*')?\s*y+$", "", self._long_date)
            return f"{self.locale.toString(_qdate(first), without_year)} {NOTHING} {self.date(last)}"
        return f"{self.date(first)} {NOTHING} {self.date(last)}"

    def time(self, time: dt.time) -> str:
        """Return a time of the day in 24 hours: 7:05 in Spain, 07:05 in English."""
        return self.locale.toString(QTime(time.hour, time.minute), QLocale.FormatType.ShortFormat)

    def moment(self, at: dt.datetime) -> str:
        """Return a moment (see `local_time`) in words: 5 March 2026, 18:05."""
        return self.show(local_time(at))

    def short_moment(self, at: dt.datetime) -> str:
        """Return a moment (see `local_time`) in figures, for a table: 05/03/2026 18:05."""
        local = local_time(at)
        return f"{self.short_date(local.date())} {self.time(local.time())}"

    # Numbers

    def number(self, value: float | Fraction | None, decimals: int = 0) -> str:
        """Return a number with grouped thousands, rounded half away from zero: 1.234,5; a dash for None.

        Four digits are grouped too, unlike in Spanish prose, so that the columns of a table line up.
        """
        if value is None:
            return NOTHING
        scaled = int(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
        whole, rest = divmod(scaled, 10**decimals)
        text = f"{whole:,}".replace(",", self.locale.groupSeparator())
        if decimals:
            text += f"{self.locale.decimalPoint()}{rest:0{decimals}}"
        return self.locale.negativeSign() + text if value < 0 and scaled else text

    def percent(self, share: Fraction | None) -> str:
        """Return a share as whole per cent: 91 % in Spanish, 91% in English; a dash for None."""
        if share is None:
            return NOTHING
        return self.number(share * 100) + (NBSP if self.code == "es" else "") + "%"

    def money(self, minor: int, currency: str) -> str:
        """Return an amount in minor units of `currency` (ISO 4217): 1.234,56 € in Spain, €1,234.56 in English."""
        places = digits(currency)
        figure = self.number(abs(Fraction(minor, 10**places)), places)
        sign = self.locale.negativeSign() if minor < 0 else ""
        symbol = _SYMBOLS.get(currency, currency)
        if self.code == "es":
            return f"{sign}{figure}{NBSP}{symbol}"
        return f"{sign}{symbol}{NBSP if symbol[-1].isalpha() else ''}{figure}"

    def whole_money(self, minor: int, currency: str) -> str:
        """Return an amount without cents, halves rounded up, for large figures: 12.350 €."""
        unit: int = 10 ** digits(currency)
        text = self.money(floor(Fraction(minor, unit) + Fraction(1, 2)) * unit, currency)
        cents = self.locale.decimalPoint() + "0" * digits(currency)
        return text.replace(cents, "", 1) if digits(currency) else text

    def data_size(self, count: int) -> str:
        """Return a number of bytes in megabytes or the like: 33,4 MB."""
        return self.locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

    # Names

    def name(self, first: str, last: str) -> str:
        """Return the name of a person: first name, last name."""
        return f"{first} {last}".strip()

    def sort_key(self, text: str) -> str:
        """Return the sort key of names; ñ is a letter after n in every language."""
        return sort_key(text)

    def _translate(self, text: str, comment: str, n: int | None) -> str:
        for catalogue in self._catalogues:
            if found := catalogue.translate("", text, comment or None, -1 if n is None else n):
                return found
        return text

    def _fill(self, text: str, n: int | None, params: Mapping[str, Any]) -> str:
        if n is not None:
            text = text.replace("%n", self.number(n))
        if not params:
            return text
        return _PLACEHOLDER.sub(lambda hit: self.show(params[hit[1]]) if hit[1] in params else hit[0], text)


def system_language() -> str:
    """Return the first preferred language of the system's windows that the program has.

    The language of dates and numbers does not matter: a Mac in English with the region Spain gives English.
    """
    wanted = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    found = next((code for code in wanted if code in LANGUAGES), "")
    return found or ("es" if wanted and wanted[0] in _OF_SPAIN else "en")


def erased_name(text: str, code: str, kind: str, number: int) -> str:
    """Return the name of an erased person in a chapter of this language and kind of group."""
    return Language(code if code in LANGUAGES else "en", kind).tr(text, number=number)


def local_time(at: dt.datetime) -> dt.datetime:
    """Return a moment in local time; one without a time zone is in UTC, as all stored moments are."""
    return (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone()


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


@cache
def load_catalogue(name: str) -> QTranslator:
    """Return the catalogue `name` of resources/i18n, compiled first when the source is newer."""
    source = resources() / "i18n" / f"{name}.ts"
    compiled = source.with_suffix(".qm")
    if source.exists() and not _is_fresh(compiled, source):
        compile_catalogue(source)
    translator = QTranslator()
    if not translator.load(str(compiled)):
        raise FileNotFoundError(compiled)
    return translator


def _is_fresh(compiled: Path, source: Path) -> bool:
    try:
        return compiled.stat().st_mtime >= source.stat().st_mtime
    except FileNotFoundError:
        return False


def compile_catalogue(source: Path) -> Path:
    """Compile a .ts file into the .qm beside it, with the lrelease of PySide6, and return its path.

    The file is written under another name and renamed, because several processes may do it at once.
    """
    import PySide6

    compiled = source.with_suffix(".qm")
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    descriptor, beside = tempfile.mkstemp(suffix=".part", prefix=source.stem, dir=source.parent)
    os.close(descriptor)
    try:
        command = [str(tool), "-silent", str(source), "-qm", beside]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own tool, our own file
        with suppress(PermissionError):  # Windows: another process holds the same catalogue open already
            Path(beside).replace(compiled)
    finally:
        Path(beside).unlink(missing_ok=True)
    return compiled


@cache
def _speaking(code: str, kind: str | None) -> Language:
    return Language(code, kind)
