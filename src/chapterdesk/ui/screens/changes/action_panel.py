"""The details of one action: what it changed, before and after, and the way back to an earlier value."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from chapterdesk.domain.text import N_
from chapterdesk.store.changes.bringing_back import bring_back, return_row
from chapterdesk.store.changes.fields import LoggedField
from chapterdesk.store.changes.log_details import Details, details
from chapterdesk.store.changes.log_search import Action
from chapterdesk.ui.screens.changes.changed_row import EntryView
from chapterdesk.ui.widgets import Card, LinkButton, Rule, TallColumn, change_words, label, scrolled
from chapterdesk.ui.widgets.context import Context

FIRST: Final = 10
"""Rows shown at first, and how many more each time."""
_COUNTS: Final = {"insert": N_("Added: {what}"), "update": N_("Changed: {what}"), "delete": N_("Removed: {what}")}


class ActionPanel(Card):
    """Everything about the action that is chosen in the list. `left`: Esc was pressed, the list takes the focus."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        tr = context.tr
        self._context = context
        self.action: Action | None = None
        self.entries: list[EntryView] = []
        self._limit = FIRST
        self.setAccessibleName(tr("What was changed"))
        self._inner = TallColumn()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self.area = scrolled(self._inner)
        self.body.addWidget(self.area)
        self.show_action(None)

    def show_action(self, action: Action | None) -> None:
        """Show another action, or the same one as its rows are now."""
        if action != self.action:
            self._limit = FIRST
            self.area.verticalScrollBar().setValue(0)
        self.action = action
        held = self._focused()
        self._empty()
        tr = self._context.tr
        if action is None:
            self._column.addWidget(
                label(tr("Choose a change to see what stood there before and after."), tone="muted", wrap=True)
            )
            self._column.addStretch(1)
            return
        with self._context.desk.read() as s:
            found = details(s, action, self._limit)
        self._add_head(action, found)
        for row in found.rows:
            self._column.addWidget(Rule())
            self._add_entry(EntryView(self._context, row))
        if found.left:
            self._column.addWidget(Rule())
            more = LinkButton(tr("Show more of the %n others", "", found.left))
            more.clicked.connect(self.show_more)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._focus(held)

    def texts(self) -> list[str]:
        """Return what is shown, line by line."""
        return [one.text() for one in self._inner.findChildren(QLabel) if one.text()]

    def show_more(self) -> None:
        """Show more rows of a large action."""
        self._limit += FIRST
        self.show_action(self.action)

    def _empty(self) -> None:
        self.entries = []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()

    def _add_head(self, action: Action, found: Details) -> None:
        tr, language = self._context.tr, self._context.language
        self._column.addWidget(
            label(change_words.shorter(change_words.what(self._context, action)), "section", wrap=True)
        )
        moment = action.local
        when = f"{language.weekday(moment.weekday())}, {language.show(moment.replace(tzinfo=None))}"
        self._column.addWidget(label(when[:1].upper() + when[1:], tone="muted", wrap=True))
        for kind, text in _COUNTS.items():
            counted = [f"{tr(thing.label)} × {language.number(n)}" for thing, what, n in found.counts if what == kind]
            if counted and (len(found.counts) > 1 or found.left):
                self._column.addWidget(label(tr(text, what=", ".join(counted)), tone="muted", wrap=True))
        if action.lines is not None and len(action.lines) < action.rows:
            line = tr("Here only what concerns the person, of %n entries", "", action.rows)
            self._column.addWidget(label(line, tone="muted", wrap=True))

    def _add_entry(self, view: EntryView) -> None:
        view.asked.connect(lambda column: self.bring_back(view, column))
        self.entries.append(view)
        self._column.addWidget(view)
        view.show()  # at once, so that its buttons can take the focus

    # The way back

    def bring_back(self, view: EntryView, column: str) -> None:
        """Give a field its earlier value again, or the whole row ("" as column); say why when that cannot be."""
        context, row = self._context, view.row
        tr, today = context.tr, context.today()

        def act() -> None:
            if column:
                field = LoggedField.of(row.thing.value, column)
                with context.desk.change(N_("Bring back {field} of {name}"), field=field, name=row.name) as s:
                    bring_back(s, row.line, column, today)
            else:
                with context.desk.change(N_("Bring back what was removed: {name}"), name=row.name) as s:
                    return_row(s, row.line, today)
            context.notify_undo(tr("Brought back: {name}", name=change_words.shorter(change_words.about(context, row))))

        context.attempt(act, view.error.say, key=("bring back", row.line, column))

    def _focused(self) -> tuple[int, str] | None:
        """Return which button has the focus, to give it back after a change was made."""
        for view in self.entries:
            for column, button in view.buttons.items():
                if button.hasFocus():
                    return view.row.line, column
        return None

    def _focus(self, held: tuple[int, str] | None) -> None:
        if held is None:
            return
        for view in self.entries:
            if view.row.line == held[0]:
                button = view.buttons.get(held[1]) or next(iter(view.buttons.values()), None)
                if button is not None:
                    button.setFocus()
                    return
        self.left.emit()

    def focus_first(self) -> bool:
        """Put the focus on the first way back; tell whether there is one."""
        for view in self.entries:
            for button in view.buttons.values():
                if button.isEnabled():
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                    self.area.ensureWidgetVisible(button)
                    return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc goes back to the list, the arrows go from one way back to the next."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)
