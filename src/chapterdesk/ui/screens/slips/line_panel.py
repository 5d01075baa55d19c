"""The panel beside the ledger: all fields of the current line, and its history."""

from PySide6.QtCore import Qt, Signal

from chapterdesk.domain.slip_values import TITLES
from chapterdesk.i18n import local_time
from chapterdesk.reports import change_words
from chapterdesk.reports.ledger_words import kind_icon
from chapterdesk.store.ledger_entries import LedgerEntry, fields_of, sides_of
from chapterdesk.store.log.row_changes import changes
from chapterdesk.store.slips import SlipRow
from chapterdesk.ui.widgets import DetailCard, IconButton, LinkButton, Rule, badge, label, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, row
from chapterdesk.ui.widgets.slip_fields import ledger_words

WIDTH = 312
NAMES_WIDTH = 92


class LinePanel(DetailCard):
    """Shows the fields of one line and its history. `remove_requested` carries the line."""

    remove_requested = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Details and history"))
        self.show_entry(None)

    def show_entry(self, entry: LedgerEntry | None) -> None:
        """Show a line; None shows what the panel is for."""
        tr = self._context.tr
        if entry is None:
            self.show_nothing(tr("Choose a line to see all that stands on it, and what happened to it."))
            return
        self.clear()
        self._add_head(entry)
        self._add_fields(entry)
        self._add_actions(entry)
        self.column.addWidget(Rule())
        self._add_history(entry)
        self.column.addStretch(1)

    def _add_head(self, entry: LedgerEntry) -> None:
        tr, language = self._context.tr, self._context.language
        title = label(ledger_words(self._context).kind(entry.kind), "section", wrap=True)
        icon = picture(self._context, kind_icon(entry.kind), "accent", 20)
        add(self.column, row(icon, (title, 1), spacing=6), label(language.date(entry.date), tone="muted", wrap=True))
        if not entry.counts:
            words = tr("Counts from the meeting of {day} on", day=language.day(entry.date))
            self.column.addWidget(label(words, tone="warning", wrap=True))
        elif isinstance(entry.source, SlipRow) and entry.source.locked:
            self.column.addWidget(badge(tr("Meeting completed"), "neutral"))

    def _add_fields(self, entry: LedgerEntry) -> None:
        tr, words = self._context.tr, ledger_words(self._context)
        pairs = [(tr(title), words.party(entry, role)) for role, title in sides_of(entry.kind)]
        pairs += [(tr(TITLES[name]), words.shown(entry, name)) for name in fields_of(entry.kind)]
        for title, text in pairs:
            if not text:
                continue
            name = label(title, "small", wrap=True)
            name.setFixedWidth(NAMES_WIDTH)
            name.setContentsMargins(0, 2, 0, 0)
            value = label(text, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            add(self.column, row((name, Qt.AlignmentFlag.AlignTop), (value, 1), spacing=12))

    def _add_actions(self, entry: LedgerEntry) -> None:
        tr = self._context.tr
        meeting_id = entry.source.meeting_id
        actions = row(STRETCH, spacing=6)
        if meeting_id is not None:
            show = LinkButton(tr("Show the meeting"))
            show.clicked.connect(lambda: self._context.go("meeting", meeting_id=meeting_id))
            actions.insertWidget(0, show)
        delete = IconButton(self._context, "trash-2", tr("Delete"))
        delete.clicked.connect(lambda: self.remove_requested.emit(entry))
        actions.addWidget(delete)
        self.column.addLayout(actions)

    def _add_history(self, entry: LedgerEntry) -> None:
        tr, language = self._context.tr, self._context.language
        self.column.addWidget(label(tr("History"), "strong"))
        with self._context.desk.read() as s:
            history = changes(s, "visit" if entry.is_visit else "slip", entry.source.uid)
            for change in history:
                what = change_words.label_text(self._context.language, change.via, change.label, change.params)
                self.column.addWidget(label(what, wrap=True))
                for detail in ledger_words(self._context).changed(s, change):
                    self.column.addWidget(label(detail, "small", wrap=True))
                when = local_time(change.when)
                moment = f"{language.short_date(when.date())}, {language.time(when.time())}"
                add(self.column, label(moment, "small"), 4)
        if not history:
            self.column.addWidget(label(tr("Nothing was changed since it came into this file."), "small", wrap=True))
