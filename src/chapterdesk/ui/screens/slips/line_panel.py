"""The panel beside the ledger: all that stands on the current line, and what happened to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.slips.ledger_lines import LedgerEntry
from chapterdesk.ui.screens.slips.line_columns import OF_VISITS, TITLES, kind_icon, kind_label, party_shown, shown
from chapterdesk.ui.screens.slips.line_history import history
from chapterdesk.ui.widgets import Card, IconButton, LinkButton, Rule, TallColumn, badge, label, scrolled
from chapterdesk.ui.widgets.context import Context

WIDTH = 312
NAMES_WIDTH = 92


class SlipPanel(Card):
    """What is known of one line. `removal` asks to take it away, `meeting` to show the meeting it belongs to."""

    removal = Signal(object)
    meeting = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self._context = context
        self.entry: LedgerEntry | None = None
        self.setFixedWidth(WIDTH)
        tr = context.tr
        self.setAccessibleName(tr("Details and history"))
        self._inner = TallColumn()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self.body.addWidget(scrolled(self._inner))
        self.show_entry(None)

    def show_entry(self, entry: LedgerEntry | None) -> None:
        """Show a line, or what the panel is for when there is none."""
        self.entry = entry
        self._empty()
        tr = self._context.tr
        if entry is None:
            words = label(tr("Choose a line to see all that stands on it, and what happened to it."), tone="muted")
            words.setWordWrap(True)
            self._column.addWidget(words)
            self._column.addStretch(1)
            return
        self._add_head(entry)
        self._add_fields(entry)
        self._add_actions(entry)
        self._column.addWidget(Rule())
        self._add_history(entry)
        self._column.addStretch(1)

    def texts(self) -> list[str]:
        """Return what is shown, line by line."""
        return [one.text() for one in self._inner.findChildren(QLabel) if one.text()]

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()

    def _add_head(self, entry: LedgerEntry) -> None:
        tr = self._context.tr
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        picture = QLabel()
        picture.setPixmap(self._context.style.pixmap(kind_icon(entry.kind), "accent", 20, self.devicePixelRatioF()))
        row.addWidget(picture)
        row.addWidget(label(kind_label(self._context, entry.kind), "section", wrap=True), 1)
        self._column.addWidget(head)
        self._column.addWidget(label(self._context.language.date(entry.date), tone="muted", wrap=True))
        if not entry.counts:
            words = tr("Counts from the meeting of {day} on", day=self._context.language.day(entry.date))
            self._column.addWidget(label(words, tone="warning", wrap=True))
        elif isinstance(entry.source, SlipRow) and entry.source.locked:
            self._column.addWidget(badge(tr("Meeting completed"), "neutral"))

    def _add_fields(self, entry: LedgerEntry) -> None:
        tr = self._context.tr
        pairs: list[tuple[str, str]] = []
        if isinstance(entry.source, VisitRow):
            pairs = [(tr("Visitor"), entry.receiver), (tr("Invited by"), entry.giver)]
            pairs += [(tr(TITLES[name]), shown(self._context, entry, name)) for name in OF_VISITS]
        else:
            definition = KINDS[SlipKind(entry.kind)]
            for role, title in (("giver", definition.giver), ("receiver", definition.receiver)):
                if title:
                    pairs.append((tr(title), party_shown(self._context, entry, role)))
            pairs += [(tr(TITLES[name]), shown(self._context, entry, name)) for name in definition.fields]
        for title, text in pairs:
            if not text:
                continue
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            name = label(title, "small", wrap=True)
            name.setFixedWidth(NAMES_WIDTH)
            name.setContentsMargins(0, 2, 0, 0)
            words = label(text, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._column.addWidget(line)

    def _add_actions(self, entry: LedgerEntry) -> None:
        tr = self._context.tr
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        meeting_id = entry.source.meeting_id
        if meeting_id is not None:
            show = LinkButton(tr("Show the meeting"))
            show.clicked.connect(lambda: self.meeting.emit(meeting_id))
            row.addWidget(show)
        row.addStretch(1)
        drop = IconButton(self._context, "trash-2", tr("Delete"))
        drop.clicked.connect(lambda: self.removal.emit(entry))
        row.addWidget(drop)
        self._column.addWidget(actions)

    def _add_history(self, entry: LedgerEntry) -> None:
        tr, language = self._context.tr, self._context.language
        self._column.addWidget(label(tr("History"), "strong"))
        lines = history(self._context, entry)
        if not lines:
            self._column.addWidget(label(tr("Nothing was changed since it came into this file."), "small", wrap=True))
        for line in lines:
            self._column.addWidget(label(line.what, wrap=True))
            for detail in line.details:
                self._column.addWidget(label(detail, "small", wrap=True))
            moment = f"{language.short_date(line.when.date())}, {language.time(line.when.time())}"
            self._column.addWidget(label(moment, "small"))
            self._column.addSpacing(4)
