"""The screen Slips: the ledger, and the slips, marks and visits behind a figure."""

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
from chapterdesk.ui.widgets.list_page import fill_table
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn


class FigureExplanation(QWidget):
    """Lists the slips, marks and visits behind a figure in a period; `person_id` None means the whole chapter.

    `opened` carries the line on which Enter or a double click was made.
    """

    opened = Signal(object)

    def __init__(
        self,
        context: Context,
        metric: Metric | str,
        period: Period | Span | None = None,
        person_id: int | None = None,
    ) -> None:
        super().__init__()
        tr, language, style = context.tr, context.language, context.style
        period = Span.SIX_MONTHS if period is None else period
        self.period = period.on(context.today()) if isinstance(period, Span) else period
        self._context = context
        self._metric, self._person_id = Metric(metric), person_id
        self.figure, self.about = label("", "figure"), label("", tone="muted", wrap=True)
        what = TableColumn(
            tr("What was counted"),
            lambda row: tr(row.text, **row.params),
            grow=True,
            icon=lambda row: style.icon(_icon(row), "muted", 16),
            colour=lambda row: None if row.counted else style.colour("muted"),
        )
        counts = TableColumn(
            tr("Counts"),
            lambda row: row.value if row.counted else 0,
            self._figure,
            align="right",
            tip=lambda row: "" if row.counted else tr("The imported total of these days counts instead"),
        )
        self.model = RowModel([TableColumn(tr("Date"), lambda row: row.date, language.short_date), what, counts], self)
        self.table = RowTable(self.model)
        self.table.setAccessibleName(tr("What was counted"))
        self.table.opened.connect(self.opened)
        nothing = tr("No slip, mark or visit of these days counts in this figure.")
        self.empty = EmptyState(context, "search", tr("Nothing was counted"), nothing)
        card = Card(padding=0)
        add(card.body, self.table, self.empty)
        column(row(self.figure, (self.about, 1), spacing=12), (card, 1), spacing=16, parent=self)
        self.refresh()

    def refresh(self) -> None:
        """Read and count the list again."""
        tr, context, person_id = self._context.tr, self._context, self._person_id
        row = RowKind.TOTAL if person_id is None else RowKind.MEMBER
        with context.desk.read() as s:
            rows = why(s, context.chapter.id, self._metric, self.period, person_id=person_id, row=row)
        fill_table(self.table, rows, lambda _row: False)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        counted = [row.value for row in rows if row.counted]
        self.figure.setText(self._figure(sum(counted)))
        words = tr("counted from %n line(s)", "", len(counted))
        if left_out := len(rows) - len(counted):
            words += " · " + tr("%n line(s) left out, since an imported total counts those days", "", left_out)
        self.about.setText(words)

    def title(self) -> str:
        """Return the metric, and whose figure it is."""
        tr = self._context.tr
        whose = tr("the whole chapter")
        if self._person_id is not None:
            with self._context.desk.read() as s:
                whose = person(s, self._person_id).name
        return tr("{metric}: {whose}", metric=tr(self._metric.label), whose=whose)

    def _figure(self, value: int) -> str:
        if self._metric is Metric.TYFCB:
            return self._context.language.money(value, self._context.chapter.currency)
        return self._context.language.number(Fraction(value))


def _icon(row: WhyRow) -> str:
    if row.slip_id is not None:
        return "receipt"
    if row.visit_id is not None:
        return "user-plus"
    return "clipboard-check" if row.meeting_id is not None else "file-spreadsheet"


class SlipsScreen(Screen):
    """Shows the ledger, or the slips, marks and visits behind a figure.

    `show_item` takes `slip_id=`, `add=True`, or the filters `kind=`, `person_id=` and `period=`. With `metric=` it
    explains a figure, by default of six months and of the whole chapter.
    """

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.ledger = LedgerPage(context)
        self.explanation: FigureExplanation | None = None
        self.back = IconButton(context, "arrow-left", tr("Back to all slips"))
        self.details = QuietButton(tr("Details"), context=context, icon="history")
        self.details.setToolTip(tr("Details and history"))
        self.export = QuietButton(tr("Export"), context=context, icon="download")
        self.add = PrimaryButton(tr("Add a slip"), context=context, icon="plus")
        header = self.add_header(actions=[self.details, self.export, self.add])
        header.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.ledger)
        self.body.addWidget(self._pages, 1)
        self.back.clicked.connect(self.show_ledger)
        self.details.clicked.connect(self.ledger.toggle_panel)
        self.export.clicked.connect(self.ledger.export)
        self.add.clicked.connect(self.ledger.open_add_panel)
        self.ledger.list_changed.connect(self._show_count)
        self.back.hide()

    def refresh(self) -> None:
        """Read the ledger again, and the explanation if one is shown."""
        self.ledger.refresh()
        if self.explanation is not None:
            self.explanation.refresh()
            self._show_title(self.explanation)

    def _show_count(self, words: str) -> None:
        self.export.setEnabled(bool(self.ledger.shown))
        if not self.is_explaining:
            self.set_subtitle(words)

    def show_item(self, **what: Any) -> None:
        """Show a slip, add one, filter the ledger, or explain a figure."""
        if "metric" in what:
            self.explain(FigureExplanation(self.context, **what))
            return
        self.show_ledger()
        if "slip_id" in what:
            self.ledger.show_slip(what["slip_id"])
        elif what.get("add"):
            self.ledger.open_add_panel()
        else:
            self.ledger.narrow_to(what.get("kind") or EVERYTHING, what.get("period"), what.get("person_id"))
            self.ledger.focus_list()

    # The explanation of a figure

    @property
    def is_explaining(self) -> bool:
        """Whether a figure is being explained."""
        return self.explanation is not None

    def explain(self, view: FigureExplanation) -> None:
        """List the slips, marks and visits behind a figure."""
        self._remove_explanation()
        self.explanation = view
        view.opened.connect(self._open_counted)
        self._pages.setCurrentIndex(self._pages.addWidget(view))
        self._show_title(view)
        self._show_actions()
        self.focus_start()

    def _remove_explanation(self) -> None:
        if self.explanation is not None:
            self._pages.removeWidget(self.explanation)
            self.explanation.deleteLater()
            self.explanation = None

    def _show_title(self, view: FigureExplanation) -> None:
        self.heading.setText(view.title())
        self.set_subtitle(self.context.language.period(view.period))

    def show_ledger(self) -> None:
        """Show the ledger again."""
        if not self.is_explaining:
            return
        tr = self.context.tr
        self._remove_explanation()
        self._show_actions()
        self.heading.setText(tr(self.entry.title))
        self.ledger.apply_filters()
        self.ledger.focus_list()

    def _show_actions(self) -> None:
        self.back.setVisible(self.is_explaining)
        for part in (self.details, self.export, self.add):
            part.setVisible(not self.is_explaining)

    def _open_counted(self, counted: WhyRow) -> None:
        if counted.slip_id is not None:
            self.show_item(slip_id=counted.slip_id)
        elif counted.visit_id is not None:
            self.context.go("visitors", visit_id=counted.visit_id)
        elif counted.meeting_id is not None:
            self.context.go("meeting", meeting_id=counted.meeting_id)

    # Commands and focus

    def commands(self) -> list[Command]:
        """Add, find, show details, export, delete, go back."""
        tr, ledger = self.context.tr, self.ledger
        commands = [
            Command(tr("Add a slip"), self._add_slip, "Ctrl+N", "plus", tr("new referral")),
            Command(tr("Find a slip"), self._focus_search, "Ctrl+F", "search"),
            Command(tr("Details and history"), ledger.toggle_panel, "Ctrl+D", "history"),
            Command(tr("Export the list"), ledger.export, "Ctrl+E", "download", "csv xlsx excel"),
        ]
        current = ledger.table.current_row()
        if current is not None and not self.is_explaining:
            commands.append(Command(tr("Delete the slip"), lambda: ledger.remove(current), "Del", "trash-2"))
        return [*commands, Command(tr("Back to all slips"), self.show_ledger, "Alt+Left", "arrow-left")]

    def _add_slip(self) -> None:
        self.show_ledger()
        self.ledger.open_add_panel()

    def _focus_search(self) -> None:
        self.show_ledger()
        self.ledger.filters.search.setFocus()
        self.ledger.filters.search.selectAll()

    def focus_start(self) -> None:
        """Put the focus on the list, or on the slip that is being typed."""
        if self.explanation is not None:
            self.explanation.table.setFocus()
        else:
            self.ledger.focus_start()
