"""The card of what has been kept long enough: for how long, what that means today, and letting go of it."""

import datetime as dt
from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.progress import Progress
from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.i18n import erased_name
from chapterdesk.store.rights.retention import Proposal, apply, proposals
from chapterdesk.ui.screens.personal_data.tick_table import TickModel, TickTable
from chapterdesk.ui.widgets import Button, Card, Choice, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import TableColumn

MONTHS: Final = (3, 6, 12, 18, 24, 36, 60)
YEARS: Final = (1, 2, 3, 4, 5, 6, 8, 10)


class RetentionPart(Card):
    """Three periods that are remembered, a list to untick, and one action that cannot be undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("Kept long enough"), parent)
        self._context = context
        about = tr("Nothing goes by itself: you see the list first, and leave out what you still need.")
        self.body.addWidget(label(about, tone="muted", wrap=True))
        usual = Keep()
        self.visitors = self._choice("visitors", usual.visitors, MONTHS)
        self.contacts = self._choice("contacts", usual.contacts, MONTHS)
        self.former = self._choice("former", usual.former, YEARS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        titles = (
            (tr("Visitors, after the last visit"), self.visitors),
            (tr("Contacts on referrals"), self.contacts),
            (tr("Former members, after the end"), self.former),
        )
        for at, (title, field) in enumerate(titles):
            caption = label(title, "small", wrap=True)
            caption.setBuddy(field)
            field.setAccessibleName(title)
            field.setMinimumContentsLength(6)
            grid.addWidget(caption, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        self.body.addLayout(grid)
        self.look = Button(tr("Show the list"), context=context, icon="list-checks")
        self.found = label("", tone="muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.look)
        row.addWidget(self.found, 1)
        self.body.addLayout(row)
        self.model = TickModel(
            [
                TableColumn(tr("Kind"), lambda one: one.what, show=self._kind),
                TableColumn(tr("Name"), lambda one: one.name, tip=lambda one: one.name),
                TableColumn(tr("Since"), lambda one: one.last, show=context.language.short_date),
                TableColumn(tr("What happens"), self._reason, grow=True, tip=self._reason),
            ],
            lambda one: (one.what, one.row_id),
            self,
        )
        self.table = TickTable(self.model, tr("Kept long enough"))
        self.body.addWidget(self.table)
        self._make_confirmation()
        self.look.clicked.connect(self.search)
        self.model.changed.connect(self._count)
        for field in (self.visitors, self.contacts, self.former):
            field.picked.connect(lambda _value: self._keep())
        self._show([])

    def _choice(self, name: str, usual: int, values: tuple[int, ...]) -> Choice:
        tr, stored = self._context.tr, self._context.settings_file.choice(f"retention/{name}")
        words = [tr("%n year(s)", "", n) if values is YEARS else tr("%n month(s)", "", n) for n in values]
        field = Choice(list(zip(values, words, strict=True)))
        known = int(stored) if stored.isdecimal() else usual
        field.set_value(known if known in values else usual)
        return field

    def _make_confirmation(self) -> None:
        tr = self._context.tr
        self.remove = Button("", context=self._context, icon="trash-2")
        self.remove.setProperty("role", "danger")
        self.every = QuietButton(tr("All"))
        self.none = QuietButton(tr("None"))
        self.sure = QWidget()
        self.warning = label("", tone="warning", wrap=True)
        self.confirm = Button(tr("Remove for good"), context=self._context, icon="trash-2")
        self.confirm.setProperty("role", "danger")
        self.cancel = Button(tr("Cancel"))
        self.choose = QWidget()
        row = QHBoxLayout(self.choose)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.every)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self.sure)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.warning)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.cancel)
        last.addWidget(self.confirm)
        column.addLayout(last)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.sure)
        self.every.clicked.connect(lambda: self.model.tick_all(on=True))
        self.none.clicked.connect(lambda: self.model.tick_all(on=False))
        self.remove.clicked.connect(self._ask)
        self.cancel.clicked.connect(lambda: self._asking(on=False))
        self.confirm.clicked.connect(self.let_go)

    def keep(self) -> Keep:
        """Return for how long things are kept."""
        return Keep(self.visitors.value(), self.contacts.value(), self.former.value())

    def _keep(self) -> None:
        file = self._context.settings_file
        for name, field in (("visitors", self.visitors), ("contacts", self.contacts), ("former", self.former)):
            file.remember_choice(f"retention/{name}", str(field.value()))
        self._show([])

    def search(self) -> None:
        """Look for what has been kept long enough today."""
        tr, context = self._context.tr, self._context
        desk, keep, today = context.desk, self.keep(), context.today()

        def look(_progress: Progress) -> list[Proposal]:
            with desk.read() as session:
                return proposals(session, keep, today)

        context.run(look, self._found, tr("Looking for what is old"))

    def _found(self, rows: list[Proposal]) -> None:
        tr = self._context.tr
        self._show(rows)
        if not rows:
            self.found.setText(tr("Nothing has been kept longer than this."))

    def _show(self, rows: list[Proposal]) -> None:
        self.found.setText("")
        self.model.offer(rows, {(one.what, one.row_id) for one in rows})
        self.table.setVisible(bool(rows))
        self.choose.setVisible(bool(rows))
        self.sure.hide()

    def forget(self) -> None:
        """Show no list any more: the file has changed under it."""
        if not self.sure.isVisibleTo(self):
            self._show([])

    def _count(self) -> None:
        tr, taken, number = self._context.tr, len(self.model.ticked), self._context.language.number
        count = self.model.rowCount()
        self.found.setText(tr("{taken} of {count} ticked", taken=number(taken), count=number(count)) if count else "")
        self.remove.setText(tr("Remove %n entry(ies)…", "", taken))
        self.remove.setEnabled(bool(taken) and not self._context.desk.read_only)
        self._asking(on=False)

    def _ask(self) -> None:
        tr, chosen = self._context.tr, self.model.taken()
        contacts = sum(one.what is Overdue.CONTACT for one in chosen)
        people = tr("%n person(s) will be erased", "", len(chosen) - contacts)
        purged = tr("%n contact(s) on referrals will be removed", "", contacts)
        self.warning.setText(
            tr(
                "{people}, {contacts}. All totals stay; backups made until now still hold them. This cannot be undone.",
                people=people,
                contacts=purged,
            )
        )
        self._asking(on=True)
        self.cancel.setFocus()

    def _asking(self, *, on: bool) -> None:
        self.choose.setVisible(not on and self.model.rowCount() > 0)
        self.sure.setVisible(on)

    def let_go(self) -> None:
        """Erase and purge what is ticked."""
        tr, context, chosen = self._context.tr, self._context, self.model.taken()
        desk, ledger = context.desk, context.erasures
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        context.run(
            lambda progress: apply(desk, chosen, ledger, now, progress, naming=erased_name),
            self._gone,
            tr("Removing what is old"),
            writing=True,
        )

    def _gone(self, counts: tuple[int, int]) -> None:
        tr = self._context.tr
        people = tr("%n person(s) erased", "", counts[0])
        contacts = tr("%n contact(s) removed", "", counts[1])
        self._show([])
        self._context.notify(tr("{people}, {contacts}", people=people, contacts=contacts))

    def _kind(self, what: Overdue) -> str:
        tr = self._context.tr
        return tr(what.label)

    def _reason(self, one: Proposal) -> str:
        tr = self._context.tr
        match one.what:
            case Overdue.VISITOR:
                return tr("erased: last seen then, did not join")
            case Overdue.FORMER:
                return tr("erased: left then, not seen since")
            case Overdue.CONTACT:
                return tr("emptied: {about}", about=one.about)
