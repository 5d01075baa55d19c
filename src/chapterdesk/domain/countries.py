"""What is offered for a chapter by its code: countries and currencies with names to translate, and the languages."""

from collections.abc import Mapping
from typing import Final

from chapterdesk.domain.text import N_

LANGUAGES: Final[Mapping[str, str]] = {"es": "Español", "en": "English"}
"""The names by which the languages of the program call themselves."""
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
