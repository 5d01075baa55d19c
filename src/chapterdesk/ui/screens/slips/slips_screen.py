"""Slips: the ledger of all kinds, filtered, totalled, corrected in place; and what a figure was counted from."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.store.statistics.why import WhyRow
from chapterdesk.ui.screens.slips import SCREEN
from chapterdesk.ui.screens.slips.kind_tiles import EVERYTHING
from chapterdesk.ui.screens.slips.ledger_page import LedgerPage
from chapterdesk.ui.screens.slips.why_view import Question, WhyView
from chapterdesk.ui.widgets import IconButton, PrimaryButton, QuietButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Command, Screen


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
