"""Lists with a search: the page with its table and empty states, and the bar of filter fields."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from chapterdesk.domain.periods import Period, Span
from chapterdesk.ui.widgets.buttons import LinkButton
from chapterdesk.ui.widgets.cards import Card, EmptyState
from chapterdesk.ui.widgets.choices import Choice
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import SearchEdit
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import Flow, column, stack
from chapterdesk.ui.widgets.period_field import PeriodField
from chapterdesk.ui.widgets.person_field import PersonEdit
from chapterdesk.ui.widgets.table import RowTable

IsMatch = Callable[[Any], bool]
PAUSE: Final = 120
"""Milliseconds after the last letter before a long list is searched."""
_ENDING_TODAY: Final = frozenset({Span.THREE_MONTHS, Span.SIX_MONTHS, Span.TWELVE_MONTHS})


class ListPage(QStackedWidget):
    """Two pages: `full`, where the screen lays out the parts of the list, and the empty state.

    The parts are `search` and `choice`, if given, and `card` with `lists`: the table, or a text while nothing is found;
    a screen may add other lists. Down and Enter lead from the search to the list; its current row stays when it is
    filled again.
    """

    chosen = Signal(object)
    """Emitted with the row that the director made the current one; not while the list is filled."""
    filter_changed = Signal()
    """The search or the choice changed: the list must be filled again."""

    def __init__(
        self, table: RowTable, empty: EmptyState, *, search: SearchEdit | None = None, choice: Choice | None = None
    ) -> None:
        super().__init__()
        self.table, self.empty, self.search, self.choice = table, empty, search, choice
        self._is_filling = False
        self.none_found = label("", tone="muted", wrap=True)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none_found.setContentsMargins(24, 24, 24, 24)
        self.lists = stack(table, self.none_found)
        self.card = Card(padding=0, spacing=0)
        self.card.body.addWidget(self.lists)
        self.full = QWidget()
        self.addWidget(self.full)
        self.addWidget(empty)
        table.chosen.connect(self._tell)
        if search is not None:
            search.textChanged.connect(lambda _text: self.filter_changed.emit())
            search.moved_down.connect(self.focus_list)
        if choice is not None:
            choice.picked.connect(lambda _value: self.filter_changed.emit())

    @property
    def query(self) -> str:
        """The text of the search, without spaces around it."""
        return "" if self.search is None else self.search.text().strip()

    def set_empty(self, *, is_empty: bool) -> None:
        """Show the empty state or the list."""
        self.setCurrentWidget(self.empty if is_empty else self.full)

    def set_choice(self, value: Any) -> None:
        """Clear the search and set the choice; the caller fills the list."""
        if self.search is not None:
            self.search.clear()
        if self.choice is not None:
            self.choice.set_value(value)

    def fill(self, rows: Sequence[Any], is_match: IsMatch, nothing: str, *, or_first: bool = True) -> Any:
        """Show these rows, or the text `nothing`; return the current row, see `fill_table`."""
        self._is_filling = True
        current = fill_table(self.table, rows, is_match, or_first=or_first)
        self._is_filling = False
        self.none_found.setText(nothing)
        self.lists.setCurrentWidget(self.table if rows else self.none_found)
        return current

    def focus_search(self) -> None:
        """Put the focus on the search, with its text selected."""
        if self.search is not None:
            self.search.setFocus()
            self.search.selectAll()

    def focus_list(self) -> None:
        """Put the focus on the visible list, on its first row when none is current."""
        shown = self.lists.currentWidget()
        if shown is not None and shown not in (self.table, self.none_found):
            shown.setFocus()
            return
        if self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self.table.setFocus()

    def _tell(self, row: Any) -> None:
        if row is not None and not self._is_filling:
            self.chosen.emit(row)


def fill_table(table: RowTable, rows: Sequence[Any], is_match: IsMatch, *, or_first: bool = True) -> Any:
    """Show rows in a table and return the current one: the first that matches, else with `or_first` the first."""
    table.rows_model.set_rows(rows)
    if not table.select(is_match) and or_first and rows:
        table.setCurrentIndex(table.rows_model.index(0, 0))
    return table.current_row()


class FilterBar(QWidget):
    """Filter fields: `days_changed` is emitted for other days, `filter_changed` for another text or person.

    `more` are fields of the screen; `days` is the first span (None: all days).
    """

    days_changed = Signal()
    filter_changed = Signal()

    def __init__(self, context: Context, *, more: Sequence[QWidget] = (), days: Span | None = Span.SIX_MONTHS) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.search = SearchEdit(context, tr("Find a name or a word"))
        self.search.setMinimumWidth(200)
        self.person = PersonEdit(context, placeholder=tr("Anybody"))
        self.person.setAccessibleName(tr("Person"))
        self.person.setMinimumWidth(180)
        self.person.setClearButtonEnabled(True)
        self.days = PeriodField(context, self, all_days=True)
        self.clear = LinkButton(tr("Show all again"))
        flow = Flow(stretch=True)
        for field in (self.search, self.person):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            flow.addWidget(field)
        for fixed in (*more, self.days.choice, self.days.first, self.days.last, self.clear):
            fixed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(fixed)
        column(flow, self.days.error, spacing=6, parent=self)
        self.days.set_value(days)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _text: self._soon.start(PAUSE))
        self.person.chosen.connect(lambda _id: self._narrow())
        self.person.cleared.connect(self._narrow)
        self.person.textChanged.connect(lambda _text: self._show_clear())
        self.days.changed.connect(self._take_days)
        self.clear.clicked.connect(self.reset)
        self._show_clear()

    def period(self) -> Period | None:
        """Return the chosen days, None for all; a span that ends today includes the coming meetings (rule 10)."""
        value = self.days.value
        if not isinstance(value, Span):
            return value
        period = value.on(self._context.today())
        ahead = relativedelta(months=3 if value in _ENDING_TODAY else 0)
        return Period(period.first, period.last + ahead)

    def days_in_words(self) -> str:
        """Return the chosen days in words."""
        tr, value = self._context.tr, self.days.value
        if isinstance(value, Span):
            return tr(value.label)
        return tr("All days") if value is None else self._context.language.period(value)

    @property
    def is_filtered(self) -> bool:
        """Whether a text or a person filters the list."""
        return bool(self.search.text().strip()) or self.person.person_id() is not None

    def set_person(self, person_id: int | None = None, name: str = "") -> None:
        """Filter by a person, or by nobody, and clear the search, without emitting `filter_changed`."""
        self.person.set_person(person_id, name)
        self.search.clear()
        self._soon.stop()
        self._show_clear()

    def reset(self) -> None:
        """Clear the search and the person."""
        self.set_person()
        self._narrow()
        self.search.setFocus()

    def _take_days(self, _value: object) -> None:
        self._show_clear()
        self.days_changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(bool(self.search.text().strip() or self.person.text().strip()))

    def _narrow(self) -> None:
        self._soon.stop()
        self._show_clear()
        self.filter_changed.emit()
