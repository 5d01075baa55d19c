"""The fields of a chapter: what can be chosen for each, and the form in which a new one is typed in place."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.text import N_, sort_key
from chapterdesk.i18n import LANGUAGES
from chapterdesk.ui.widgets import Choice, FieldError, LineEdit, TimeEdit, label
from chapterdesk.ui.widgets.context import Context

Choices = list[tuple[Any, str]]

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


def kinds(context: Context) -> Choices:
    """Return the kinds of group to choose from."""
    tr = context.tr
    return [(kind, tr(kind.label)) for kind in GroupKind]


def weekdays(context: Context) -> Choices:
    """Return the weekdays to choose from, Monday first, and none."""
    tr = context.tr
    names = [context.language.weekday(day) for day in range(7)]
    return [(None, tr("No fixed day")), *((day, name[:1].upper() + name[1:]) for day, name in enumerate(names))]


def currencies(context: Context, stored: str = "") -> Choices:
    """Return the currencies to choose from; a stored one that is not among them is offered by its code."""
    tr = context.tr
    found = [(code, f"{tr(name)} ({code})") for code, name in CURRENCIES]
    return found if not stored or any(code == stored for code, _ in found) else [*found, (stored, stored)]


def countries(context: Context, stored: str = "") -> Choices:
    """Return the countries whose public holidays are known, by name; none first."""
    tr = context.tr
    named = sorted(((code, tr(name)) for code, name in COUNTRIES), key=lambda pair: sort_key(pair[1]))
    found = [("", tr("No public holidays")), *named]
    return found if any(code == stored for code, _ in found) else [*found, (stored, stored)]


def regions(context: Context, country: str) -> Choices:
    """Return the parts of a country that have public holidays of their own, by name; the whole country first."""
    tr = context.tr
    found: Choices = [("", tr("The whole country"))]
    if not country:
        return found
    import holidays as library

    try:
        known = type(library.country_holidays(country))
    except NotImplementedError:
        return found
    names: dict[str, str] = {}
    for name, code in getattr(known, "subdivisions_aliases", {}).items():
        names.setdefault(code, name)
    parts = [(code, names.get(code, code)) for code in known.subdivisions]
    return [*found, *sorted(parts, key=lambda pair: sort_key(pair[1]))]


class NewChapter(QWidget):
    """The form of a new chapter. `values()` are what add_chapter takes; `finished` is told by Enter in the name."""

    finished = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self.name = LineEdit(placeholder=tr("for example: Alameda"))
        self.name_error = FieldError(self.name)
        self.kind = Choice(kinds(context))
        self.weekday = Choice(weekdays(context))
        self.time = TimeEdit(context)
        self.language = Choice(list(LANGUAGES.items()))
        self.currency = Choice(currencies(context))
        self.country = Choice(countries(context))
        self.region = Choice(regions(context, ""))
        self._add(0, 0, tr("Name of the chapter or group"), self.name, self.name_error, columns=2)
        self._add(1, 0, tr("Kind of group"), self.kind)
        self._add(1, 1, tr("Language of the group"), self.language)
        self._add(2, 0, tr("Meets on"), self.weekday)
        self._add(2, 1, tr("Starts at"), self.time)
        self._add(3, 0, tr("Country"), self.country)
        self._add(3, 1, tr("Region"), self.region)
        self._add(4, 0, tr("Currency"), self.currency)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.language.set_value(context.language.code)
        self.weekday.set_value(3)
        self.currency.set_value("EUR" if context.language.code == "es" else "GBP")
        self.country.set_value("ES" if context.language.code == "es" else "GB")
        self._offer_regions()
        self.country.picked.connect(self._offer_regions)
        self.name.returnPressed.connect(self.finished)
        self.name.textEdited.connect(lambda _text: self.name_error.say(""))

    def _add(self, row: int, column: int, caption: str, *fields: QWidget, columns: int = 1) -> None:
        cell = QVBoxLayout()
        cell.setSpacing(4)
        words = label(caption, "small")
        words.setBuddy(fields[0])
        fields[0].setAccessibleName(caption)
        cell.addWidget(words)
        for field in fields:
            cell.addWidget(field)
        self._grid.addLayout(cell, row, column, 1, columns)

    def _offer_regions(self) -> None:
        self.region.set_choices(regions(self._context, self.country.value() or ""))

    def values(self) -> dict[str, Any] | None:
        """Return the fields of the chapter, or None after saying beside the field what is missing."""
        tr = self._context.tr
        if not self.name.text().strip():
            self.name_error.say(tr("Type the name of the chapter or group."))
            self.name.setFocus()
            return None
        if not self.time.is_valid():
            self.time.setFocus()
            return None
        return {
            "name": self.name.text().strip(),
            "kind": self.kind.value(),
            "language": self.language.value(),
            "currency": self.currency.value(),
            "weekday": self.weekday.value(),
            "start_time": self.time.value(),
            "country": self.country.value() or "",
            "subdivision": self.region.value() or "",
        }

    def focus_start(self) -> None:
        """Put the focus on the name."""
        self.name.setFocus()
