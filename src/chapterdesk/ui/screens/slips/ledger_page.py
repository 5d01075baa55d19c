"""The page of the ledger: filters, a tile with the total of each kind, the list, the panel beside it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QSizePolicy, QStackedWidget, QWidget

from chapterdesk.actions.ledger import remove_line
from chapterdesk.document.files import safe_name
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span
from chapterdesk.domain.slips import KINDS, SlipKind, tiers_in_words
from chapterdesk.exporters import ExportRequest, write_table
from chapterdesk.exporters.ledger import ledger_table
from chapterdesk.reports.ledger_words import kind_icon
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry, LedgerLines, Tally, entries, tallies
from chapterdesk.store.people import person
from chapterdesk.store.slips import slip
from chapterdesk.ui.screens.slips.add_slip_panel import AddSlipPanel
from chapterdesk.ui.screens.slips.ledger_table import Corrections, LedgerTable
from chapterdesk.ui.screens.slips.line_panel import LinePanel
from chapterdesk.ui.widgets import Card, EmptyState, label, picture
from chapterdesk.ui.widgets.buttons import TileButton
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import ask_path, open_file
from chapterdesk.ui.widgets.layout import Flow, column, row
from chapterdesk.ui.widgets.list_page import FilterBar
from chapterdesk.ui.widgets.slip_fields import ledger_words

EVERYTHING: Final = ""
"""Stands for all kinds together."""
ROOM_FOR_PANEL: Final = 1160
"""Width in pixels from which the panel of details is open, unless the director closed it."""
ROOM_FOR_ALL: Final = 640
"""Height in pixels from which the totals stay while a slip is typed."""


class KindTile(TileButton):
    """A button for one kind, with its total and a note about it."""

    ROLE = "quiet"

    def __init__(self, context: Context, words: str, icon: str) -> None:
        super().__init__("")
        self.words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = row(picture(context, icon, "muted", 14), (label(words, "small"), 1), spacing=6)
        self.figure, self.note = label("0", "figure"), label("", "small")
        self._face = column(head, self.figure, self.note, spacing=0, margins=(10, 8, 10, 8))
        self.set_face(self._face)

    def show_total(self, figure: str, note: str) -> None:
        """Show the total and a note about it."""
        self.figure.setText(figure)
        self.note.setText(note or " ")
        self.setAccessibleName(f"{self.words}: {figure}")
        self.setAccessibleDescription(note)
        for part in self.findChildren(QLabel):
            part.ensurePolished()  # the style sheet sets its font, and the font its size
        size = self._face.totalSizeHint()
        self.setMinimumSize(size)
        self.setFixedHeight(size.height())
        self.updateGeometry()


class KindTiles(QWidget):
    """A tile for each kind that the chapter uses, and one for all together. `picked` carries the kind."""

    picked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._group = QButtonGroup(self)
        self.tiles: dict[str, KindTile] = {}
        flow = Flow(self, across=4, down=4, stretch=True, align=True)
        kinds: list[tuple[str, str, str]] = [(EVERYTHING, tr("Everything"), "receipt")]
        kinds += [(kind, tr(KINDS[kind].plural), kind_icon(kind)) for kind in context.chapter.kind.slip_kinds]
        kinds.append((VISITOR, tr("Visitors"), kind_icon(VISITOR)))
        for kind, words, icon in kinds:
            tile = self.tiles[kind] = KindTile(context, words, icon)
            self._group.addButton(tile)
            tile.clicked.connect(lambda _=False, kind=kind: self.picked.emit(kind))
            flow.addWidget(tile)
        self.tiles[EVERYTHING].setChecked(True)

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return next(kind for kind, tile in self.tiles.items() if tile.isChecked())

    def choose(self, kind: str) -> None:
        """Choose a kind without emitting `picked`."""
        self.tiles[kind if kind in self.tiles else EVERYTHING].setChecked(True)

    def show_totals(self, totals: Mapping[str, Tally], present: Collection[str]) -> None:
        """Show the totals by kind; a kind that the summary does not count has a tile if it is `present`."""
        tr, language = self._context.tr, self._context.language
        counted = [totals[kind] for kind in self.tiles if kind != EVERYTHING]
        whole = Tally(figure=sum(tally.count for tally in counted), waiting=sum(tally.waiting for tally in counted))
        for kind, tile in self.tiles.items():
            tally = whole if kind == EVERYTHING else totals[kind]
            figure, note = language.number(tally.figure), ""
            definition = KINDS[SlipKind(kind)] if kind in self._context.chapter.kind.slip_kinds else None
            measure = definition.measure if definition is not None else ""
            if definition is not None and not definition.is_credited:
                tile.setVisible(kind in present or tile.isChecked())
            if definition is not None and definition.has_tiers and tally.count:
                note = tiers_in_words(tr, tally.inside, tally.outside)
            elif measure == "amount":
                figure = language.whole_money(tally.figure, self._context.chapter.currency)
                note = tr("%n slip(s)", "", tally.count)
            elif measure == "credits":
                note = tr("credits, %n slip(s)", "", tally.count)
            waiting = tr("+ %n to come", "", tally.waiting) if tally.waiting else ""
            tile.show_total(figure, " · ".join(part for part in (note, waiting) if part))


class LedgerPage(QWidget):
    """The list of slips. `list_changed` carries a description of what is listed."""

    list_changed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self.context = context
        self._ledger = LedgerLines()
        self._panel_choice: bool | None = None
        self._corrections = Corrections(context, self)
        self.filters = FilterBar(context)
        self.tiles = KindTiles(context)
        self.add_panel = AddSlipPanel(context)
        self.add_panel.hide()
        self.panel = LinePanel(context)
        self.table = LedgerTable(context, EVERYTHING, self._corrections)
        self.empty = EmptyState(
            context,
            "receipt",
            tr("No slips yet"),
            tr(
                "Here stands everything that members hand in: referrals, one-to-ones, closed business and the rest. "
                "Type the first one, or import a file of slips."
            ),
            [
                Command(tr("Add a slip"), self.open_add_panel, icon="plus"),
                Command(tr("Import a file"), lambda: context.go("import"), icon="upload"),
            ],
        )
        self.nothing_found = EmptyState(
            context,
            "search",
            tr("Nothing fits"),
            tr("No slip has these words, this person, this kind and these days together."),
            [Command(tr("Show everything"), self.show_everything, icon="rotate-ccw")],
        )
        self._lists = QStackedWidget()
        self._lists.setMinimumHeight(120)
        for part in (self.table, self.empty, self.nothing_found):
            self._lists.addWidget(part)
        card = Card(padding=0)
        card.body.addWidget(self._lists)
        lists = row((card, 1), self.panel, spacing=16)
        column(self.filters, self.tiles, self.add_panel, (lists, 1), spacing=12, parent=self)
        self.filters.days_changed.connect(self.refresh)
        self.filters.filter_changed.connect(self.apply_filters)
        self.filters.search.moved_down.connect(self.focus_list)
        self.tiles.picked.connect(self._show_kind)
        self.add_panel.stored.connect(self._notify_stored)
        self.add_panel.cancelled.connect(self._close_add_panel)
        self.panel.remove_requested.connect(self.remove)
        self._connect_table()

    def _connect_table(self) -> None:
        self.table.chosen.connect(self._show_details)
        self.table.refused.connect(self._notify_locked)
        self.table.removed.connect(self.remove)

    # Lines and filters

    def refresh(self) -> None:
        """Read the lines again; after a correction in place, the corrected line alone."""
        if not self._corrections.update(self._ledger):
            with self.context.desk.read() as s:
                self._ledger = LedgerLines(entries(s, self.context.chapter.id, self.filters.period()))
        self.apply_filters()

    def apply_filters(self) -> None:
        """Show the lines that match the words, the person and the kind."""
        tr = self.context.tr
        matching = self._ledger.find(self.filters.person.person_id(), self.filters.search.text())
        self.tiles.show_totals(tallies(matching), {line.kind for line in self._ledger.lines})
        kind = self.tiles.kind
        lines = [line for line in matching if kind in (EVERYTHING, line.kind)]
        if self.table.kind != kind:
            self._change_table(kind)
        self.table.show_lines(lines)
        has_any = bool(self._ledger.lines) or self.filters.days.value is not Span.SIX_MONTHS
        self._lists.setCurrentWidget(self.table if lines else self.nothing_found if has_any else self.empty)
        self._show_panel()
        self.list_changed.emit(f"{tr('%n slip(s) and visit(s)', '', len(lines))} · {self.filters.days_in_words()}")

    def _change_table(self, kind: str) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._lists.isAncestorOf(focus)
        old, self.table = self.table, LedgerTable(self.context, kind, self._corrections)
        self._lists.insertWidget(0, self.table)
        self._lists.removeWidget(old)
        old.deleteLater()
        self._connect_table()
        if had_focus:
            self.table.setFocus()

    def _show_kind(self, _kind: str) -> None:
        if self.add_panel.isVisible() and self.tiles.kind in self.context.chapter.kind.slip_kinds:
            self.add_panel.choose(SlipKind(self.tiles.kind))
        self.apply_filters()

    @property
    def shown(self) -> Sequence[LedgerEntry]:
        """The listed lines, in their order."""
        return self.table.lines.rows

    def show_everything(self) -> None:
        """Reset all filters."""
        self.filters.days.set_value(None)
        self.narrow_to(EVERYTHING, None, None)
        self.focus_list()

    def narrow_to(self, kind: str, days: Period | Span | None, person_id: int | None) -> None:
        """Show the lines of a kind, of some days (None: the present days) and of a person (None: of all)."""
        name = ""
        if person_id is not None:
            with self.context.desk.read() as s:
                name = person(s, person_id).name
        self.tiles.choose(kind)
        if days is not None:
            self.filters.days.set_value(days)
        self.filters.set_person(person_id, name)
        self.refresh()

    def show_slip(self, slip_id: int) -> None:
        """Choose one slip in the list, and reset the filters that would hide it."""
        try:
            with self.context.desk.read() as s:
                row = slip(s, slip_id)
        except ChapterError as error:
            self.context.tell(error)
            return
        days = self.filters.period()
        if days is not None and row.date not in days:
            self.filters.days.set_value(None)
        self.narrow_to(row.kind if self.tiles.kind == row.kind else EVERYTHING, None, None)
        self.table.show_entry(("slip", slip_id))
        self.focus_list()

    # The panel

    def toggle_panel(self) -> None:
        """Open or close the panel with details and history of the current line."""
        self._panel_choice = self.panel.isHidden()
        self._show_panel()

    def _show_panel(self) -> None:
        is_open = self._panel_choice if self._panel_choice is not None else self.width() >= ROOM_FOR_PANEL
        self.panel.setVisible(is_open and bool(self.shown))
        self._show_details(self.table.current_row())

    def _show_details(self, entry: LedgerEntry | None) -> None:
        """Show a line in the panel, if it is open."""
        if not self.panel.isHidden():
            self.panel.show_entry(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # a narrow window has no room for the panel
            self._show_panel()
        self._make_room()

    def _make_room(self) -> None:
        """Hide the totals in a low window while a slip is typed."""
        self.tiles.setVisible(self.add_panel.isHidden() or self.height() >= ROOM_FOR_ALL)

    # Adding and removing

    def open_add_panel(self) -> None:
        """Open the panel that adds a slip, with the kind that is listed."""
        if self.context.warn_if_read_only():
            return
        self.add_panel.show()
        self._make_room()
        if self.tiles.kind in self.context.chapter.kind.slip_kinds and self.tiles.kind != self.add_panel.kind.value():
            self.add_panel.choose(SlipKind(self.tiles.kind))
        self.add_panel.focus_start()

    def _close_add_panel(self) -> None:
        self.add_panel.hide()
        self._make_room()
        self.focus_list()

    def _notify_stored(self, slip_id: int, counts_on: dt.date) -> None:
        tr = self.context.tr
        days = self.filters.period()
        hidden = (days is not None and counts_on not in days) or self.filters.is_filtered
        hidden = hidden or self.tiles.kind not in (EVERYTHING, self.add_panel.kind.value())
        if hidden or counts_on > self.context.today():
            self.context.notify(
                tr("Stored; it counts on {date}", date=counts_on), tr("Show"), lambda: self.show_slip(slip_id)
            )

    def remove(self, entry: LedgerEntry) -> None:
        """Remove a line and offer Undo."""
        if not entry.is_open("giver"):
            self._notify_locked(entry)
            return
        self.context.attempt(partial(self._remove, entry), key=entry.key)

    def _remove(self, entry: LedgerEntry) -> None:
        tr = self.context.tr
        remove_line(self.context.desk, entry)
        names = " → ".join(name for name in (entry.giver, entry.receiver) if name)
        self.context.notify_undo(tr("Deleted: {what}", what=f"{ledger_words(self.context).kind(entry.kind)}, {names}"))

    def _notify_locked(self, entry: LedgerEntry) -> None:
        """Show a notice that the meeting is completed, with a button that opens it."""
        tr = self.context.tr
        meeting_id = entry.source.meeting_id
        self.context.notify(
            tr("The meeting of {date} is completed; unlock it first to change it", date=entry.date),
            tr("Show the meeting"),
            lambda: self.context.go("meeting", meeting_id=meeting_id),
        )

    def export(self) -> None:
        """Export the listed lines, in their order, to a file that the director chooses."""
        tr, context, lines = self.context.tr, self.context, tuple(self.shown)
        if not lines:
            return
        name = safe_name(tr("Slips"), context.chapter.name, self.filters.days_in_words())
        endings = (("xlsx", tr("Spreadsheet")), ("csv", tr("CSV")))
        target = ask_path(self, context, tr("Export"), name, endings)
        if target is None:
            return
        request = ExportRequest(context.chapter, None, context.today(), context.language)
        context.run(
            lambda _progress: write_table(ledger_table(request, lines), request, target),
            lambda path: context.notify(tr("{file} is written", file=path.name), tr("Open"), lambda: open_file(path)),
            tr("Writing the file"),
        )

    def focus_start(self) -> None:
        """Put the focus on the list, or on the slip that is being typed."""
        if self.add_panel.isVisible():
            self.add_panel.focus_start()
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Put the focus on the list, or on the search if nothing is listed."""
        if self.shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.search.setFocus()
