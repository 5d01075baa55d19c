"""The card of old data: the retention periods, the list of data that are older, and their removal."""

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


class RetentionCard(Card):
    """Sets the retention periods, lists the data that are older, and removes the ticked ones for good."""

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
            field.picked.connect(lambda _value: self._remember_periods())
            captions.append(caption)
        periods = grid((captions, list(self.periods.values())), across=16, down=4)
        for at in range(len(captions)):
            periods.setColumnStretch(at, 1)
        self.list_button = Button(tr("Show the list"), context=context, icon="list-checks")
        self.note = label("", tone="muted", wrap=True)
        self.model = TickModel(
            [
                TableColumn(tr("Kind"), lambda row: row.what, show=lambda what: tr(what.label)),
                TableColumn(tr("Name"), lambda row: row.name, tip=lambda row: row.name),
                TableColumn(tr("Since"), lambda row: row.last, show=context.language.short_date),
                TableColumn(tr("What happens"), self._reason, grow=True, tip=self._reason),
            ],
            lambda row: (row.what, row.row_id),
            self,
        )
        self.table = TickTable(self.model, tr("Kept long enough"))
        add(self.body, label(about, tone="muted", wrap=True), periods)
        add(self.body, row(self.list_button, (self.note, 1), spacing=12), self.table)
        self._make_confirmation()
        self.list_button.clicked.connect(self.search)
        self.model.changed.connect(self._update_count)
        self._show_list([])

    def _choice(self, name: str, values: tuple[int, ...]) -> Choice:
        tr, stored = self._context.tr, self._context.settings_file.choice(f"retention/{name}")
        field = Choice([(n, tr("%n year(s)", "", n) if values is YEARS else tr("%n month(s)", "", n)) for n in values])
        known = int(stored) if stored.isdecimal() else 0
        field.set_value(known if known in values else getattr(Keep(), name))
        return field

    def _make_confirmation(self) -> None:
        tr = self._context.tr
        self.remove = DangerButton("", context=self._context)
        self.all_button = QuietButton(tr("All"))
        self.none_button = QuietButton(tr("None"))
        self.warning = label("", tone="warning", wrap=True)
        self.confirm = DangerButton(tr("Remove for good"), context=self._context)
        self.cancel = Button(tr("Cancel"))
        self.buttons = box(row(self.all_button, self.none_button, STRETCH, self.remove, spacing=6))
        self.confirmation = box(column(self.warning, row(STRETCH, self.cancel, self.confirm, spacing=6), spacing=6))
        add(self.body, self.buttons, self.confirmation)
        self.all_button.clicked.connect(lambda: self.model.tick(self.model.rows, on=True))
        self.none_button.clicked.connect(lambda: self.model.tick(self.model.rows, on=False))
        self.remove.clicked.connect(self._ask_to_confirm)
        self.cancel.clicked.connect(lambda: self._show_confirmation(on=False))
        self.confirm.clicked.connect(self.remove_ticked)

    def chosen_periods(self) -> Keep:
        """Return the retention periods."""
        return Keep(**{name: field.value() for name, field in self.periods.items()})

    def _remember_periods(self) -> None:
        for name, field in self.periods.items():
            self._context.settings_file.remember_choice(f"retention/{name}", str(field.value()))
        self._show_list([])

    def search(self) -> None:
        """List the data that are older than the periods."""
        tr, context = self._context.tr, self._context
        desk, periods, today = context.desk, self.chosen_periods(), context.today()

        def read(_progress: object) -> list[Proposal]:
            with desk.read() as session:
                return proposals(session, periods, today)

        context.run(read, self._show_result, tr("Looking for what is old"))

    def _show_result(self, rows: list[Proposal]) -> None:
        tr = self._context.tr
        self._show_list(rows)
        if not rows:
            self.note.setText(tr("Nothing has been kept longer than this."))

    def _show_list(self, rows: list[Proposal]) -> None:
        self.note.setText("")
        self.model.show_rows(rows, {(row.what, row.row_id) for row in rows})
        self.table.setVisible(bool(rows))
        self.buttons.setVisible(bool(rows))
        self.confirmation.hide()

    def clear_list(self) -> None:
        """Clear the list, because the file has changed, unless the removal is being confirmed."""
        if not self.confirmation.isVisibleTo(self):
            self._show_list([])

    def _update_count(self) -> None:
        tr, ticked, number = self._context.tr, len(self.model.ticked), self._context.language.number
        count = self.model.rowCount()
        self.note.setText(tr("{taken} of {count} ticked", taken=number(ticked), count=number(count)) if count else "")
        self.remove.setText(tr("Remove %n entry(ies)…", "", ticked))
        self.remove.setEnabled(bool(ticked) and not self._context.desk.read_only)
        self._show_confirmation(on=False)

    def _ask_to_confirm(self) -> None:
        tr, chosen = self._context.tr, self.model.ticked_rows()
        contacts = sum(row.what is Overdue.CONTACT for row in chosen)
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
        self.buttons.setVisible(not on and self.model.rowCount() > 0)
        self.confirmation.setVisible(on)

    def remove_ticked(self) -> None:
        """Remove the ticked data."""
        tr, context, chosen = self._context.tr, self._context, self.model.ticked_rows()
        desk, ledger = context.desk, context.erasures
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        context.run(
            lambda progress: apply(desk, chosen, ledger, now, progress, naming=erased_name),
            self._removed,
            tr("Removing what is old"),
            writing=True,
        )

    def _removed(self, counts: tuple[int, int]) -> None:
        tr = self._context.tr
        people = tr("%n person(s) erased", "", counts[0])
        contacts = tr("%n contact(s) removed", "", counts[1])
        self._show_list([])
        self._context.notify(tr("{people}, {contacts}", people=people, contacts=contacts))

    def _reason(self, row: Proposal) -> str:
        tr = self._context.tr
        return tr(REASONS[row.what], about=row.about)
