"""Amounts of money as the large figures of all screens show them: the same sum is the same text everywhere."""

from fractions import Fraction
from math import floor

from chapterdesk.domain.money import digits
from chapterdesk.ui.widgets.context import Context


def whole_money(context: Context, minor: int) -> str:
    """Return an amount of minor units without its cents, halves rounded up: 12.350 €."""
    language, currency = context.language, context.chapter.currency
    unit: int = 10 ** digits(currency)
    text = language.money(floor(Fraction(minor, unit) + Fraction(1, 2)) * unit, currency)
    cents = language.locale.decimalPoint() + "0" * digits(currency)
    return text.replace(cents, "", 1) if digits(currency) else text
