"""The fields of a chapter with their choices, and the form of a new chapter."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.countries import LANGUAGES, countries, currencies, regions
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.text import N_
from chapterdesk.store.calendar import subdivisions
from chapterdesk.ui.widgets import Choice, LineEdit, TimeEdit
from chapterdesk.ui.widgets.bound_field import Act, BoundField, Choices, FieldSet, FieldSpec
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import grid


def weekdays(context: Context) -> Choices:
    """Return "No fixed day" and the weekdays, Monday first."""
    tr = context.tr
    names = [context.language.weekday(day) for day in range(7)]
    return [(None, tr("No fixed day")), *((day, name[:1].upper() + name[1:]) for day, name in enumerate(names))]


_FIELDS: Final = (
    (FieldSpec("name", N_("Name of the chapter or group")),),
    (
        FieldSpec("kind", N_("Kind of group"), Choice, choices=GroupKind),
        FieldSpec("language", N_("Language of the group"), Choice, choices=lambda _context: [*LANGUAGES.items()]),
    ),
    (
        FieldSpec("weekday", N_("Meets on"), Choice, choices=weekdays),
        FieldSpec("start_time", N_("Starts at"), TimeEdit),
    ),
    (FieldSpec("place", N_("Place"), placeholder=N_("where the chapter meets")),),
    (FieldSpec("country", N_("Country"), Choice), FieldSpec("subdivision", N_("Region"), Choice)),
    (FieldSpec("currency", N_("Currency"), Choice),),
)
"""The fields, line by line."""
_WIDE: Final = ("name", "place")


class ChapterFields(FieldSet):
    """The fields of a chapter in two columns; `act` stores each when it is left."""

    def __init__(self, context: Context, act: Act | None = None, *, skip: Sequence[str] = ()) -> None:
        super().__init__(context)
        self.name, self.time = LineEdit(), TimeEdit(context)
        self.country, self.region, self.currency = Choice(), Choice(), Choice()
        editors: dict[str, QWidget] = {
            "name": self.name,
            "start_time": self.time,
            "country": self.country,
            "subdivision": self.region,
            "currency": self.currency,
        }
        self.grid = grid((), across=16, down=12, parent=self)
        for at, line in enumerate([specs for specs in _FIELDS if specs[0].name not in skip]):
            for side, spec in enumerate(line):
                field = self.bound[spec.name] = BoundField(context, spec, act, editors.get(spec.name))
                cell = field.make_stacked()
                cell.addStretch(1)
                self.grid.addLayout(cell, at, side, 1, 2 if spec.name in _WIDE else 1)
        for side in (0, 1):
            self.grid.setColumnStretch(side, 1)

    def offer(self, country: str = "", currency: str = "") -> None:
        """Set the choices; a stored currency or country that is not known is added."""
        tr = self._context.tr
        self.currency.set_choices(currencies(tr, currency))
        self.country.set_choices(countries(tr, country))
        self.region.set_choices(regions(tr, subdivisions(country)))


class NewChapter(ChapterFields):
    """The form of a new chapter. `values()` are the arguments of add_chapter; Enter in the name emits `finished`."""

    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, skip=("place",))
        tr = context.tr
        spanish = context.language.code == "es"
        self.name.setPlaceholderText(tr("for example: Alameda"))
        self.name_error = self.bound["name"].error
        self.offer()
        defaults = {
            "language": context.language.code,
            "weekday": 3,
            "currency": "EUR" if spanish else "GBP",
            "country": "ES" if spanish else "GB",
        }
        for name, value in defaults.items():
            self.bound[name].show_stored(value)
        self._offer_regions()
        self.country.picked.connect(self._offer_regions)
        self.name.returnPressed.connect(self.finished)
        self.name.textEdited.connect(lambda _text: self.name_error.say(""))

    def _offer_regions(self) -> None:
        self.region.set_choices(regions(self._context.tr, subdivisions(self.country.value() or "")))

    def values(self) -> dict[str, Any] | None:
        """Return the fields of the chapter, or None after showing beside the field what is missing."""
        tr = self._context.tr
        if not self.name.text().strip():
            self.name_error.ask(tr("Type the name of the chapter or group."))
            return None
        if not self.time.is_valid():
            self.time.setFocus()
            return None
        chosen = {name: editor.value() for name, editor in self.fields.items() if isinstance(editor, Choice)}
        return chosen | {
            "name": self.name.text().strip(),
            "start_time": self.time.value(),
            "country": self.country.value() or "",
            "subdivision": self.region.value() or "",
        }

    def focus_start(self) -> None:
        """Put the focus on the name."""
        self.name.setFocus()
