"""The card of what has been kept long enough: for how long, what that means today, and removing it."""

import datetime as dt
from typing import Final

from PySide6.QtWidgets import QWidget

from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.i18n import erased_name
from chapterdesk.store.rights.retention import Proposal, apply, proposals
from chapterdesk.ui.screens.personal_data.tick_table import TickModel, TickTable
from chapterdesk.ui.widgets import Button, Card, Choice, DangerButton, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, grid, row
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
        usual = Keep()
        self.visitors = self._choice("visitors", usual.visitors, MONTHS)
        self.contacts = self._choice("contacts", usual.contacts, MONTHS)
        self.former = self._choice("former", usual.former, YEARS)
        captions = []
        titles = (
            (tr("Visitors, after the last visit"), self.visitors),
            (tr("Contacts on referrals"), self.contacts),
            (tr("Former members, after the end"), self.former),
        )
        for title, field in titles:
            caption = label(title, "small", wrap=True)
            caption.setBuddy(field)
            field.setAccessibleName(title)
            field.setMinimumContentsLength(6)
            captions.append(caption)
        periods = grid((captions, [field for _title, field in titles]), across=16, down=4)
        for at in range(len(titles)):
            periods.setColumnStretch(at, 1)
        self.look = Button(tr("Show the list"), context=context, icon="list-checks")
        self.found = label("", tone="muted", wrap=True)
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
        search = row(self.look, (self.found, 1), spacing=12)
        add(self.body, label(about, tone="muted", wrap=True), periods, search, self.table)
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
        self.remove = DangerButton("", context=self._context)
        self.every = QuietButton(tr("All"))
        self.none = QuietButton(tr("None"))
        self.warning = label("", tone="warning", wrap=True)
        self.confirm = DangerButton(tr("Remove for good"), context=self._context)
        self.cancel = Button(tr("Cancel"))
        self.choose = box(row(self.every, self.none, STRETCH, self.remove, spacing=6))
        self.sure = box(column(self.warning, row(STRETCH, self.cancel, self.confirm, spacing=6), spacing=6))
        add(self.body, self.choose, self.sure)
        self.every.clicked.connect(lambda: self.model.tick_all(on=True))
        self.none.clicked.connect(lambda: self.model.tick_all(on=False))
        self.remove.clicked.connect(self._ask_to_confirm)
        self.cancel.clicked.connect(lambda: self._show_confirmation(on=False))
        self.confirm.clicked.connect(self.remove_ticked)

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

        def look(_progress: object) -> list[Proposal]:
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
        self._show_confirmation(on=False)

    def _ask_to_confirm(self) -> None:
        tr, chosen = self._context.tr, self.model.taken()
        contacts = sum(one.what is Overdue.CONTACT for one in chosen)
        self.warning.setText(
            tr(
                "{people}, {contacts}. All totals stay; backups made until now still hold them. This cannot be undone.",
                people=tr("%n person(s) will be erased", "", len(chosen) - contacts),
                contacts=tr("%n contact(s) on referrals will be removed", "", contacts),
            )
        )
        self._show_confirmation(on=True)
        self.cancel.setFocus()

    def _show_confirmation(self, *, on: bool) -> None:
        self.choose.setVisible(not on and self.model.rowCount() > 0)
        self.sure.setVisible(on)

    def remove_ticked(self) -> None:
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
