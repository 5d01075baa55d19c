"""Slips: the ledger of all kinds, filtered, totalled, corrected in place; and what a figure was counted from."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.domain.figures import Metric, RowKind
from chapterdesk.domain.periods import Period, Span
from chapterdesk.store.people import person
from chapterdesk.store.statistics import why
from chapterdesk.store.statistics.why import WhyRow
from chapterdesk.ui.screens.slips import SCREEN
from chapterdesk.ui.screens.slips.ledger_page import EVERYTHING, LedgerPage
from chapterdesk.ui.widgets import Card, EmptyState, IconButton, PrimaryButton, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.table import RowModel, TableColumn, table_view


@dataclass(frozen=True, slots=True)
class Question:
    """A figure that is asked about: whose, which, and over which days."""

    metric: Metric
    period: Period
    person_id: int | None = None
    row: RowKind = RowKind.TOTAL

    @classmethod
    def of(
        cls, context: Context, metric: Any, period: Any = None, person_id: int | None = None, row: Any = None
    ) -> Any:
        """Return the question as `go("slips", …)` puts it: values or their words, a period or a span."""
        if period is None:
            period = Span.SIX_MONTHS
        days = period.on(context.today()) if isinstance(period, Span) else period
        usual = RowKind.TOTAL if person_id is None else RowKind.MEMBER
        return cls(Metric(metric), days, person_id, RowKind(row) if row is not None else usual)


class WhyView(QWidget):
    """The list behind a figure. `opened` tells a line on which Enter or a double click was made."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language, style = context.tr, context.language, context.style
        self._context = context
        self._question: Question | None = None
        self.figure = label("", "figure")
        self.words = label("", tone="muted", wrap=True)
        self.model = RowModel(
            [
                TableColumn(tr("Date"), lambda row: row.date, language.short_date),
                TableColumn(
                    tr("What was counted"),
                    lambda row: tr(row.text, **row.params),
                    grow=True,
                    icon=lambda row: style.icon(_icon(row), "muted", 16),
                    colour=lambda row: None if row.counted else style.colour("muted"),
                ),
                TableColumn(
                    tr("Counts"),
                    lambda row: row.value if row.counted else 0,
                    self._figure,
                    align="right",
                    tip=lambda row: "" if row.counted else tr("The imported total of these days counts instead"),
                ),
            ],
            self,
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("What was counted"))
        self.table.opened.connect(self.opened)
        self.empty = EmptyState(
            context,
            "search",
            tr("Nothing was counted"),
            tr("No slip, mark or visit of these days counts in this figure."),
        )
        card = Card(padding=0)
        add(card.body, self.table, self.empty)
        column(row(self.figure, (self.words, 1), spacing=12), (card, 1), spacing=16, parent=self)

    def ask(self, question: Question) -> None:
        """Show what a figure was counted from."""
        self._question = question
        self.refresh()

    @property
    def rows(self) -> Sequence[WhyRow]:
        """What is listed."""
        return self.model.rows

    def refresh(self) -> None:
        """Count again."""
        question, context = self._question, self._context
        if question is None:
            return
        tr = context.tr
        with context.desk.read() as s:
            found = why(
                s,
                context.chapter.id,
                question.metric,
                question.period,
                person_id=question.person_id,
                row=question.row,
            )
        self.model.set_rows(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        total = sum(row.value for row in found if row.counted)
        self.figure.setText(self._figure(total))
        left_out = sum(not row.counted for row in found)
        words = tr("counted from %n line(s)", "", len(found) - left_out)
        if left_out:
            words += " · " + tr("%n line(s) left out, since an imported total counts those days", "", left_out)
        self.words.setText(words)
        if found and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def title(self) -> str:
        """Return what the figure is: the metric, and whose."""
        tr, question = self._context.tr, self._question
        if question is None:
            return ""
        whose = tr("the whole chapter") if question.row is RowKind.TOTAL else tr(question.row.label)
        if question.person_id is not None:
            with self._context.desk.read() as s:
                whose = person(s, question.person_id).name
        return tr("{metric}: {whose}", metric=tr(question.metric.label), whose=whose)

    def days(self) -> str:
        """Return the days in words."""
        return "" if self._question is None else self._context.language.period(self._question.period)

    def _figure(self, value: int) -> str:
        if self._question is not None and self._question.metric is Metric.TYFCB:
            return self._context.language.money(value, self._context.chapter.currency)
        return self._context.language.number(Fraction(value))


def _icon(row: WhyRow) -> str:
    if row.slip_id is not None:
        return "receipt"
    if row.visit_id is not None:
        return "user-plus"
    return "clipboard-check" if row.meeting_id is not None else "file-spreadsheet"


class SlipsScreen(Screen):
    """The ledger. `show_item` takes `slip_id=`, `add=True`, or `kind= person_id= period=` to filter by.

    With `why=(metric, period, person_id, row)`, or `metric=` and any of the others by name, it lists what a figure was
    counted from instead.
    """

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.ledger = LedgerPage(context)
        self.why = WhyView(context)
        self.back = IconButton(context, "arrow-left", tr("Back to all slips"))
        self.back.clicked.connect(self.show_ledger)
        self.details = QuietButton(tr("Details"), context=context, icon="history")
        self.details.setToolTip(tr("Details and history"))
        self.details.clicked.connect(self.ledger.toggle_panel)
        self.export = QuietButton(tr("Export"), context=context, icon="download")
        self.export.clicked.connect(self.ledger.export)
        self.add = PrimaryButton(tr("Add a slip"), context=context, icon="plus")
        self.add.clicked.connect(self.ledger.begin_slip)
        header = self.add_header(actions=[self.details, self.export, self.add])
        header.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.ledger)
        self._pages.addWidget(self.why)
        self.body.addWidget(self._pages, 1)
        self.ledger.listed.connect(self._say_listed)
        self.why.opened.connect(self._open_counted)
        self.back.hide()

    def refresh(self) -> None:
        """Read the lines of the days again, and what the figure asked about was counted from."""
        self.ledger.refresh()
        if self.is_why:
            self.why.refresh()
            self._say_why()

    def _say_listed(self, words: str) -> None:
        self.export.setEnabled(bool(self.ledger.shown))
        if not self.is_why:
            self.set_subtitle(words)

    def show_item(self, **what: Any) -> None:
        """Show a slip (`slip_id`), lines of a kind, a person, a period; or what a figure was counted from."""
        if what.get("why") is not None or what.get("metric") is not None:
            asked = what.get("why") or (what["metric"], *(what.get(name) for name in ("period", "person_id", "row")))
            self.ask_why(Question.of(self.context, *asked))
            return
        self.show_ledger()
        if "slip_id" in what:
            self.ledger.show_slip(what["slip_id"])
        elif what.get("add"):
            self.ledger.begin_slip()
        else:
            self.ledger.want(what.get("kind") or EVERYTHING, what.get("period"), what.get("person_id"))
            self.ledger.focus_list()

    # Why

    @property
    def is_why(self) -> bool:
        """Whether a figure is being explained."""
        return self._pages.currentWidget() is self.why

    def ask_why(self, question: "Question") -> None:
        """List what a figure was counted from."""
        self.why.ask(question)
        self._pages.setCurrentWidget(self.why)
        self._say_why()
        self._show_actions(explaining=True)
        self.focus_start()

    def _say_why(self) -> None:
        if self.heading is not None:
            self.heading.setText(self.why.title())
        self.set_subtitle(self.why.days())

    def show_ledger(self) -> None:
        """Go back to the list of slips."""
        tr = self.context.tr
        if not self.is_why:
            return
        self._pages.setCurrentWidget(self.ledger)
        self._show_actions(explaining=False)
        if self.heading is not None:
            self.heading.setText(tr(self.entry.title))
        self.ledger.narrow()
        self.ledger.focus_list()

    def _show_actions(self, *, explaining: bool) -> None:
        self.back.setVisible(explaining)
        for part in (self.details, self.export, self.add):
            part.setVisible(not explaining)

    def _open_counted(self, row: WhyRow) -> None:
        if row.slip_id is not None:
            self.show_item(slip_id=row.slip_id)
        elif row.visit_id is not None:
            self.context.go("visitors", visit_id=row.visit_id)
        elif row.meeting_id is not None:
            self.context.go("meeting", meeting_id=row.meeting_id)

    # Keys

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        tr, ledger = self.context.tr, self.ledger
        back = Command(tr("Back to all slips"), self.show_ledger, "Alt+Left", "arrow-left")
        found = [
            Command(tr("Add a slip"), self._begin_slip, "Ctrl+N", "plus", tr("new referral")),
            Command(tr("Find a slip"), self._find, "Ctrl+F", "search"),
            Command(tr("Details and history"), ledger.toggle_panel, "Ctrl+D", "history"),
            Command(tr("Export the list"), ledger.export, "Ctrl+E", "download", "csv xlsx excel"),
        ]
        current = ledger.table.current_row()
        if current is not None and not self.is_why:
            found.append(Command(tr("Delete the slip"), lambda: ledger.remove(current), "Del", "trash-2"))
        return [*found, back]

    def _begin_slip(self) -> None:
        self.show_ledger()
        self.ledger.begin_slip()

    def _find(self) -> None:
        self.show_ledger()
        self.ledger.filters.search.setFocus()
        self.ledger.filters.search.selectAll()

    def focus_start(self) -> None:
        """Put the focus on the list, or where a slip is being typed."""
        if self.is_why:
            self.why.table.setFocus()
        else:
            self.ledger.focus_start()
