"""The screen Reports: the gallery, and the workbench of the chosen report."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, MeetingDay, Report, Somebody, reports
from chapterdesk.store.meetings import meeting
from chapterdesk.ui.screens.reports import SCREEN
from chapterdesk.ui.screens.reports.report_options import RememberedChoices
from chapterdesk.ui.screens.reports.report_preview import STEP
from chapterdesk.ui.screens.reports.workbench import Workbench
from chapterdesk.ui.widgets import IconButton, PrimaryButton, QuietButton, scrolled
from chapterdesk.ui.widgets.cards import ChoiceCard
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import stack
from chapterdesk.ui.widgets.screen import Command, Screen

CARD_WIDTH: Final = 280
"""Least width of a card, in pixels at the normal text size."""
MOST_COLUMNS: Final = 4


class Gallery(QWidget):
    """Shows a card for each report; `picked` carries its name. The arrow keys move between cards."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 4)
        self._grid.setSpacing(16)
        self.cards: dict[str, ChoiceCard] = {}
        self._across = 0

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show these reports, in this order."""
        if list(self.cards) == [report.name for report in reports]:
            return
        tr = self._context.tr
        for old in self.cards.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = {}
        for report in reports:
            card = ChoiceCard(self._context, report.icon, tr(report.title), tr(report.description))
            card.clicked.connect(lambda _=False, name=report.name: self.picked.emit(name))
            self.cards[report.name] = card
        self._across = 0
        self._place()

    def _place(self) -> None:
        """Put as many cards into a row as fit."""
        least = CARD_WIDTH * max(self._context.style.points() / 10, 1)
        across = max(1, min(MOST_COLUMNS, int((self.width() + 16) // (least + 16))))
        if across == self._across:
            return
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
        self._grid.setRowStretch(len(self.cards) // across + 1, 1)

    def focus_start(self) -> None:
        """Put the focus on the first card."""
        if self.cards:
            next(iter(self.cards.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: self._across, Qt.Key.Key_Up: -self._across}
        cards = list(self.cards.values())
        focused = next((at for at, card in enumerate(cards) if card.hasFocus()), -1)
        step = steps.get(Qt.Key(event.key()), 0)
        if step and focused >= 0 and 0 <= focused + step < len(cards):
            cards[focused + step].setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class ReportsScreen(Screen):
    """Shows the gallery or one report. `show_item` takes `report=`, and what it is about.

    That is `meeting_id=`, `date=`, `period=` (a Period or a Span) or `person_id=`.
    """

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self._reports = reports()
        self._choices = RememberedChoices(context.settings_file)
        self.back = IconButton(context, "arrow-left", tr("All reports"))
        self.open_button = QuietButton(tr("Open"), context=context, icon="external-link")
        self.print_button = QuietButton(tr("Print"), context=context, icon="printer")
        self.export_button = PrimaryButton(tr("Export"), context=context, icon="download")
        self._actions = (self.open_button, self.print_button, self.export_button)
        self.add_header(actions=self._actions).insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.gallery = Gallery(context)
        self.workbench = Workbench(context, self._choices, self)
        self._pages = stack(scrolled(self.gallery), self.workbench)
        self.body.addWidget(self._pages, 1)
        self.gallery.picked.connect(self.open_report)
        self.back.clicked.connect(self.show_gallery)
        self.open_button.clicked.connect(self.workbench.open_outside)
        self.print_button.clicked.connect(self.workbench.print)
        self.export_button.clicked.connect(self._offer_formats)
        self.workbench.ready.connect(self._enable_actions)
        self.show_gallery()

    # Gallery and report

    @property
    def is_open(self) -> bool:
        """Whether one report is shown."""
        return self._pages.currentWidget() is self.workbench

    def refresh(self) -> None:
        """Make the shown report again; the gallery never changes."""
        if self.is_open:
            self.workbench.refresh()

    def show_gallery(self) -> None:
        """Show all reports, the last used first."""
        tr = self.context.tr
        used = self._choices.recent()
        names = [name for name in used if name in self._reports]
        names += [name for name in self._reports if name not in names]
        self.gallery.show_reports([self._reports[name] for name in names])
        self._show_page(0, tr(self.entry.title), tr("Choose what to print, to send or to read."))
        self.gallery.focus_start()

    def open_report(self, name: str, *values: Any) -> None:
        """Show one report; `values` replace the options of their type."""
        report = self._reports.get(name)
        if report is None:
            self.show_gallery()
            return
        self._show_page(1, self.context.tr(report.title))
        self.workbench.show_report(report, *values)
        self.focus_start()

    def _show_page(self, at: int, title: str, subtitle: str = "") -> None:
        self._pages.setCurrentIndex(at)
        for part in (self.back, *self._actions):
            part.setVisible(self.is_open)
        self.heading.setText(title)
        self.set_subtitle(subtitle)

    def show_item(self, **what: Any) -> None:
        """Show the gallery, or one report with these options."""
        if "report" not in what:
            self.show_gallery()
            return
        values: list[Any] = []
        day = what.get("date")
        if what.get("meeting_id") is not None:
            try:
                with self.context.desk.read() as s:
                    day = meeting(s, what["meeting_id"]).date
            except ChapterError as error:
                self.context.tell(error)
        if day is not None:
            values.append(MeetingDay(day))
        if what.get("person_id") is not None:
            values.append(Somebody(person_id=what["person_id"]))
        period = what.get("period")
        if isinstance(period, Period):
            values.append(Dates(period=period))
        elif isinstance(period, Span):
            values.append(Dates(period))
        self.open_report(what["report"], *values)

    # Export

    def _enable_actions(self, ready: bool) -> None:  # noqa: FBT001 - the value of a signal
        for part in self._actions:
            part.setEnabled(ready)

    def _offer_formats(self) -> None:
        menu = self.workbench.export_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 4)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    # Commands and focus

    def commands(self) -> list[Command]:
        """Return the commands; those of a report do nothing in the gallery."""
        tr, bench = self.context.tr, self.workbench
        preview = bench.preview

        def when_open(act: Any) -> Any:
            return lambda: act() if self.is_open else None

        formats = bench.report.formats if bench.report is not None and self.is_open else ()
        commands = [
            Command(tr("All reports"), self.show_gallery, "Alt+Left", "arrow-left"),
            Command(tr("Export as PDF"), when_open(lambda: bench.export("pdf")), "Ctrl+E", "download"),
            Command(tr("Print"), when_open(bench.print), "Ctrl+P", "printer"),
            Command(tr("Open in the PDF viewer"), when_open(bench.open_outside), "Ctrl+Shift+O", "external-link"),
            Command(tr("Larger"), when_open(lambda: preview.scale(STEP)), "Ctrl++", "search"),
            Command(tr("Smaller"), when_open(lambda: preview.scale(1 / STEP)), "Ctrl+-", "search"),
            Command(tr("Fit width"), when_open(preview.fit_width), "Ctrl+0", "search"),
            Command(tr("Next page"), when_open(lambda: preview.turn(1)), "Ctrl+PgDown", "chevron-right"),
            Command(tr("Page before"), when_open(lambda: preview.turn(-1)), "Ctrl+PgUp", "chevron-left"),
        ]
        if "xlsx" in formats:
            commands += [Command(tr("Export as spreadsheet"), lambda: bench.export("xlsx"), "", "file-spreadsheet")]
        if "csv" in formats:
            commands += [Command(tr("Export as CSV"), lambda: bench.export("csv"), "", "file-spreadsheet")]
        return commands

    def focus_start(self) -> None:
        """Put the focus on the first card, or on the first option."""
        if not self.is_open:
            self.gallery.focus_start()
        elif self.workbench.form is not None and self.workbench.form.fields:
            next(iter(self.workbench.form.fields.values())).setFocus()
