"""The panel that erases a person: what is erased, which texts lose the name, and a confirmation."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.name_traces import TraceStrength
from chapterdesk.domain.text import fold
from chapterdesk.i18n import erased_name
from chapterdesk.store.keeping.automatic_backups import replace_backups
from chapterdesk.store.rights.erasing_preview import Candidate, erase_candidate
from chapterdesk.store.rights.mentions import Mention
from chapterdesk.ui.screens.personal_data.tick_table import TickModel, TickTable
from chapterdesk.ui.widgets import DangerButton, LineEdit, TickBox, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.table import TableColumn


class ErasePanel(InlinePanel):
    """Erases one person after the name is typed; `erased` is emitted afterwards."""

    erased = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        title, act = label("", "section", wrap=True), DangerButton(tr("Erase for good"), context=context)
        super().__init__(context, act, title, stores=False, margins=(16, 14, 16, 14), spacing=10, parent=parent)
        self._who: Candidate | None = None
        self.title = title
        stays = tr(
            "What stays: attendance, visits, slips, memberships and roles as figures, with a number instead of the"
            " name, so that all totals are the same as before."
        )
        self.goes = label("", wrap=True)
        self.texts_title = label(tr("Texts that name the person"), "strong")
        about = tr(
            "Ticked ones lose the name. Those with the whole name, a telephone or an e-mail are certain; where only a"
            " part of the name stands, somebody else can be meant: have a look."
        )
        self.texts_about = label(about, tone="muted", wrap=True)
        self.model = TickModel(
            [
                TableColumn(tr("Where"), lambda row: tr(row.place)),
                TableColumn(tr("Text"), lambda row: row.excerpt, grow=True, tip=lambda row: row.excerpt),
                TableColumn(tr("Found"), self._certainty),
            ],
            lambda row: row.key,
            self,
        )
        self.table = TickTable(self.model, tr("Texts that name the person"))
        outside = tr(
            "Backups made until now, and files exported or printed, still hold the name. When an older backup is"
            " restored here, the person is erased again by itself; elsewhere it is up to you."
        )
        self.remove_backups = TickBox("")
        self.confirm_label = label("", "small", wrap=True)
        self.confirm = LineEdit()
        self.confirm_label.setBuddy(self.confirm)
        self.error.attach(self.confirm)
        add(self.body, self.goes, label(stays, wrap=True), self.texts_title, self.texts_about, self.table)
        add(self.body, label(outside, tone="warning", wrap=True), self.remove_backups)
        add(self.body, self.confirm_label, self.confirm, self.error)
        self.add_foot()
        self.confirm.textChanged.connect(lambda _text: self._enable_button())
        self.submit_on_enter(self.confirm)
        self.submitted.connect(self.erase)
        self.hide()

    def begin(self, who: Candidate) -> None:
        """Open the panel for a person."""
        tr, held = self.context.tr, who.held
        self._who = who
        self.title.setText(tr("Erase {name}", name=held.name))
        number = self.context.language.number
        entries = {name: len(held.section(name).rows) for name in ("consents", "aliases", "changes")}
        self.goes.setText(
            tr(
                "What goes, for good: name, company, telephones, e-mails, addresses, notes and photo; consents:"
                " {consents}; names in imported files: {aliases}; lines of the log that are emptied: {changes}.",
                **{name: number(count) for name, count in entries.items()},
            )
        )
        self.model.show_rows(who.mentions, {mention.key for mention in who.mentions if mention.proposed})
        for part in (self.texts_title, self.texts_about, self.table):
            part.setVisible(bool(who.mentions))
        self.remove_backups.setVisible(who.backups > 0)
        self.remove_backups.box.setChecked(False)
        offer = tr("Remove the %n backup(s) made until now, once a new one is made", "", who.backups)
        self.remove_backups.words.setText(offer)
        self.remove_backups.box.setAccessibleName(offer)
        words = tr("This cannot be undone. To confirm, type the name: {name}", name=held.name)
        self.confirm_label.setText(words)
        self.confirm.setAccessibleName(words)
        self.confirm.set_stored("")
        self.say("")
        self._enable_button()
        self.open_at(self.table if who.mentions else self.confirm)

    def close_panel(self) -> None:
        """Close the panel without erasing anybody."""
        self.confirm.set_stored("")
        self.model.show_rows([], ())
        self._who = None
        super().close_panel()

    def _enable_button(self) -> None:
        who = self._who
        self.act_button.setEnabled(who is not None and fold(self.confirm.text()) == fold(who.held.name))

    def erase(self) -> None:
        """Erase the person if the name is typed."""
        who, context, tr = self._who, self.context, self.context.tr
        if who is None:
            return
        if not self.act_button.isEnabled():
            self.say(tr("This is not the name: type {name}", name=who.held.name))
            return
        desk, ledger, blank = context.desk, context.erasures, {mention.key for mention in self.model.ticked_rows()}
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        folder, others, file = context.backups.folder(), context.backups.folders(), context.session.file
        is_replacing = who.backups and self.remove_backups.is_ticked
        replace = partial(replace_backups, file, folder, now, others=others) if is_replacing else None
        context.run(
            lambda progress: erase_candidate(
                desk, who, ledger, now, progress, blank=blank, naming=erased_name, replace_backups=replace
            ),
            self._done,
            tr("Erasing"),
            writing=True,
            on_failed=self._failed,
        )

    def _done(self, result: tuple[str, ChapterError | None]) -> None:
        tr, (name, error) = self.context.tr, result
        self.close_panel()
        text = tr("Erased. In figures the person is now “{name}”.", name=name)
        if error is not None:
            text = " ".join((text, tr("The older backups are still there."), self.context.language.error(error)))
        if missing := self.context.backups.out_of_reach():
            unreachable = tr("Backups in {folder} could not be reached and still hold the name.", folder=missing)
            text = f"{text} {unreachable}"
        self.context.notify(text)
        self.erased.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self.say(self.context.language.error(error))

    def _certainty(self, mention: Mention) -> str:
        tr = self.context.tr
        return tr("certain") if mention.strength is TraceStrength.FULL else tr("possible")
