"""The choices for a chapter: countries, currencies and languages, with names to translate."""

from collections.abc import Callable, Mapping
from typing import Final

from chapterdesk.domain.text import N_, sort_key

LANGUAGES: Final[Mapping[str, str]] = {"es": "Español", "en": "English"}
"""The languages of the program, each by its own name."""
CURRENCIES: Final = (
    ("EUR", N_("Euro")),
    ("GBP", N_("Pound sterling")),
    ("USD", N_("US dollar")),
    ("MXN", N_("Mexican peso")),
    ("ARS", N_("Argentine peso")),
    ("COP", N_("Colombian peso")),
    ("CLP", N_("Chilean peso")),
    ("PEN", N_("Peruvian sol")),
    ("CHF", N_("Swiss franc")),
    ("CAD", N_("Canadian dollar")),
    ("AUD", N_("Australian dollar")),
    ("BRL", N_("Brazilian real")),
    ("INR", N_("Indian rupee")),
    ("JPY", N_("Japanese yen")),
)
COUNTRIES: Final = (
    ("ES", N_("Spain")),
    ("PT", N_("Portugal")),
    ("FR", N_("France")),
    ("AD", N_("Andorra")),
    ("DE", N_("Germany")),
    ("AT", N_("Austria")),
    ("CH", N_("Switzerland")),
    ("IT", N_("Italy")),
    ("BE", N_("Belgium")),
    ("NL", N_("Netherlands")),
    ("GB", N_("United Kingdom")),
    ("IE", N_("Ireland")),
    ("US", N_("United States")),
    ("CA", N_("Canada")),
    ("MX", N_("Mexico")),
    ("AR", N_("Argentina")),
    ("CO", N_("Colombia")),
    ("CL", N_("Chile")),
    ("PE", N_("Peru")),
    ("EC", N_("Ecuador")),
    ("UY", N_("Uruguay")),
    ("CR", N_("Costa Rica")),
    ("PA", N_("Panama")),
    ("DO", N_("Dominican Republic")),
    ("BR", N_("Brazil")),
    ("AU", N_("Australia")),
    ("IN", N_("India")),
    ("JP", N_("Japan")),
)
Choices = list[tuple[str, str]]
"""Codes to choose from, each with its words."""
Translate = Callable[[str], str]


def currencies(tr: Translate, stored: str = "") -> Choices:
    """Return the currencies to choose from."""
    return _with_stored([(code, f"{tr(name)} ({code})") for code, name in CURRENCIES], stored)


def countries(tr: Translate, stored: str = "") -> Choices:
    """Return the countries with known public holidays, sorted by name, after the choice of no country."""
    named = sorted(((code, tr(name)) for code, name in COUNTRIES), key=lambda pair: sort_key(pair[1]))
    return _with_stored([("", tr("No public holidays")), *named], stored)


def regions(tr: Translate, subdivisions: Mapping[str, str]) -> Choices:
    """Return the parts of a country with their own public holidays, sorted by name, after the whole country."""
    named = sorted(subdivisions.items(), key=lambda pair: sort_key(pair[1]))
    return [("", tr("The whole country")), *named]


def _with_stored(choices: Choices, stored: str) -> Choices:
    """Add the stored value to the choices, by its code, when it is missing."""
    is_known = not stored or any(code == stored for code, _words in choices)
    return choices if is_known else [*choices, (stored, stored)]
