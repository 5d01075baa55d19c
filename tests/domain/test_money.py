"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money, digits, parse_amount


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12.3", 1230),
        ("12,3", 1230),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1 234,56", 123456),
        ("1\u00a0234,56", 123456),
        ("1\u202f234,56", 123456),
        ("1'234.56", 123456),
        ("2,60,000.00", 26000000),
        ("Rs. 1400", 140000),
        ("1.856610963E+10", 1856610963000),
        ("1400 €", 140000),
        ("€ 1.400", 140000),
        ("$1,400", 140000),
        ("1.400.000", 140000000),
        ("0,5", 50),
        (".5", 50),
        ("0.125", 12),
        ("12.", 1200),
        ("0", 0),
    ],
)
def test_an_amount_is_understood_however_it_is_written(text: str, cents: int) -> None:
    assert parse_amount(text, "EUR") == cents


@pytest.mark.parametrize("text", ["", "abc", "-5", "12..3,", "1e99", "٣", "1;2", "=1+1", "9" * 30])
def test_text_that_is_not_an_amount_is_refused_with_advice(text: str) -> None:
    with pytest.raises(ChapterError):
        parse_amount(text, "EUR")


@given(st.integers(0, 10**9), st.sampled_from([",", "."]))
def test_an_amount_with_grouping_and_cents_is_read_back(cents: int, mark: str) -> None:
    group = "." if mark == "," else ","
    whole = f"{cents // 100:,}".replace(",", group)
    assert parse_amount(f"{whole}{mark}{cents % 100:02}", "EUR") == cents


def test_yen_have_no_cents_and_dinars_have_thousandths() -> None:
    assert [digits(code) for code in ("JPY", "EUR", "KWD")] == [0, 2, 3]
    assert parse_amount("1500", "JPY") == 1500
    assert str(Money(1234567, "KWD").amount) == "1234.567"
    assert str(Money(123456, "EUR")) == "1234.56 EUR"


def test_the_known_currencies_include_those_without_two_decimals() -> None:
    from chapterdesk.domain.money import CURRENCIES, NO_CENTS, THOUSANDTHS

    assert NO_CENTS | THOUSANDTHS <= CURRENCIES
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)
