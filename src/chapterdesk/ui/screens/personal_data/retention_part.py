"""The card of what has been kept long enough: for how long, what that means today, and removing it."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from chapterdesk.domain.retention import PERIODS, REASONS, YEARS, Keep, Overdue
from chapterdesk.i18n import erased_name
from chapterdesk.store.rights.retention import Proposal, apply, proposals
from chapterdesk.ui.screens.personal_data.tick_table import TickModel, TickTable
from chapterdesk.ui.widgets import Button, Card, Choice, DangerButton, QuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, grid, row
from chapterdesk.ui.widgets.table import TableColumn


class RetentionPart(Card):
    """Three periods that are remembered, a list to untick, and one action that cannot be undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("Kept long enough"), parent)
        self._context = context
        about = tr("Nothing goes by itself: you see the list first, and leave out what you still need.")
        self.periods = {name: self._choice(name, values) for name, (_title, values) in PERIODS.items()}
        captions = []
        for name, field in self.periods.items():
            title = tr(PERIODS[name][0])
            caption = label(title, "small", wrap=True)
            caption.setBuddy(field)
            field.setAccessibleName(title)
            field.setMinimumContentsLength(6)
            field.picked.connect(lambda _value: self._keep())
            captions.append(caption)
        periods = grid((captions, list(self.periods.values())), across=16, down=4)
        for at in range(len(captions)):
            periods.setColumnStretch(at, 1)
        self.look = Button(tr("Show the list"), context=context, icon="list-checks")
        self.found = label("", tone="muted", wrap=True)
        self.model = TickModel(
            [
                TableColumn(tr("Kind"), lambda one: one.what, show=lambda what: tr(what.label)),
                TableColumn(tr("Name"), lambda one: one.name, tip=lambda one: one.name),
                TableColumn(tr("Since"), lambda one: one.last, show=context.language.short_date),
                TableColumn(tr("What happens"), self._reason, grow=True, tip=self._reason),
            ],
            lambda one: (one.what, one.row_id),
            self,
        )
        self.table = TickTable(self.model, tr("Kept long enough"))
        add(self.body, label(about, tone="muted", wrap=True), periods)
        add(self.body, row(self.look, (self.found, 1), spacing=12), self.table)
        self._make_confirmation()
        self.look.clicked.connect(self.search)
        self.model.changed.connect(self._count)
        self._show([])

    def _choice(self, name: str, values: tuple[int, ...]) -> Choice:
        tr, stored = self._context.tr, self._context.settings_file.choice(f"retention/{name}")
        field = Choice([(n, tr("%n year(s)", "", n) if values is YEARS else tr("%n month(s)", "", n)) for n in values])
        known = int(stored) if stored.isdecimal() else 0
        field.set_value(known if known in values else getattr(Keep(), name))
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
        self.every.clicked.connect(lambda: self.model.tick(self.model.rows, on=True))
        self.none.clicked.connect(lambda: self.model.tick(self.model.rows, on=False))
        self.remove.clicked.connect(self._ask_to_confirm)
        self.cancel.clicked.connect(lambda: self._show_confirmation(on=False))
        self.confirm.clicked.connect(self.remove_ticked)

    def keep(self) -> Keep:
        """Return for how long things are kept."""
        return Keep(**{name: field.value() for name, field in self.periods.items()})

    def _keep(self) -> None:
        for name, field in self.periods.items():
            self._context.settings_file.remember_choice(f"retention/{name}", str(field.value()))
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

    def _reason(self, one: Proposal) -> str:
        tr = self._context.tr
        return tr(REASONS[one.what], about=one.about)
