"""Money as integer minor units, and amounts as people type them."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_

NO_CENTS = frozenset(
    {
        "JPY",
        "KRW",
        "CLP",
        "VND",
        "ISK",
        "PYG",
        "UGX",
        "XAF",
        "XOF",
        "XPF",
        "RWF",
        "DJF",
        "GNF",
        "KMF",
        "BIF",
        "VUV",
    }
)
THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP"
    " CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF"
    " IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD"
    " MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB"
    " RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD"
    " UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_CODES.split())
"""The codes of the currencies in circulation (ISO 4217, list one)."""
_LARGEST = 10**15  # minor units: more than any chapter has, less than SQLite's limit


def digits(currency: str) -> int:
    """Return the number of decimal places of `currency` (ISO 4217): 2 for most, 0 for yen, 3 for dinars."""
    return 0 if currency in NO_CENTS else 3 if currency in THOUSANDTHS else 2


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer minor units (cents) of a currency (ISO 4217 code)."""

    minor: int
    currency: str

    @property
    def amount(self) -> Decimal:
        """The amount in whole units of the currency."""
        return Decimal(self.minor).scaleb(-digits(self.currency))

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


def parse_decimal(text: str) -> Decimal:
    """Read a number written in any of the usual ways: 12.3, 12,3, 1.234,56, 1 234,56, 2,60,000.00, Rs. 1400, 1.8E+10.

    A single separator followed by exactly three digits groups thousands; otherwise it is the decimal mark. Raises
    ChapterError when it is not a number.
    """
    bare = re.sub(r"^[^\d\-+(,.]+\.?\s*|[^\d)]+$", "", text.strip().replace("\N{MINUS SIGN}", "-"))
    bare = re.sub(r"[\s\u00a0\u202f'’_]", "", bare)
    if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]{1,2}", bare):
        return Decimal(bare)
    if not re.fullmatch(r"[-+]?([0-9]+([.,][0-9]+)*[.,]?|[.,][0-9]+)", bare):
        raise ChapterError(N_("“{text}” is not an amount; type it like 1234.56"), text=text[:40])
    return Decimal(_with_point(bare))


def _with_point(bare: str) -> str:
    """Remove thousands separators and write the decimal mark as a point."""
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare
    mark, whole, rest = bare[last], bare[:last], bare[last + 1 :]
    other = "," if mark == "." else "."
    grouping = mark in whole or (other not in whole and len(rest) == 3 and whole.lstrip("+-") not in {"", "0"})
    if grouping:
        return bare.replace(".", "").replace(",", "")
    return whole.replace(other, "") + "." + (rest or "0")


def parse_amount(text: str, currency: str) -> int:
    """Read an amount of money as minor units of `currency`, rounded to the nearest; raises ChapterError.

    Zero is an amount; negative and absurdly large ones are refused.
    """
    minor = int((parse_decimal(text).scaleb(digits(currency))).to_integral_value(ROUND_HALF_EVEN))
    if not 0 <= minor <= _LARGEST:
        raise ChapterError(N_("The amount {text} is out of range; type a positive amount"), text=text[:40])
    return minor
