"""The details of one action: values before and after, with buttons that bring a value back."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from chapterdesk.actions.changes import bring_back
from chapterdesk.reports import change_words
from chapterdesk.store.log.bringing_back import can_bring_back, can_return
from chapterdesk.store.log.details import Details, FieldChange, LoggedRow, details
from chapterdesk.store.log.search import Action
from chapterdesk.ui.widgets import FieldError, LinkButton, badge, label
from chapterdesk.ui.widgets.cards import DetailCard, Rule
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, Part, add, column, grid
from chapterdesk.ui.widgets.layout import row as in_row

BATCH: Final = 10
"""How many rows are shown at first, and added each time."""


class EntryView(QWidget):
    """Shows one changed row. `asked` carries the column to bring back, "" for the whole row."""

    asked = Signal(str)

    def __init__(self, context: Context, row: LoggedRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.row = row
        self.buttons: dict[str, LinkButton] = {}
        self.error = FieldError()
        parts: list[Part] = [self._head(), label(change_words.row_title(context.language, row), "strong", wrap=True)]
        if row.emptied:
            parts.append(label(tr("What stood here was erased."), tone="muted", wrap=True))
        elif row.action == "update":
            parts.extend(self._change_line(change) for change in row.fields)
        elif row.fields:
            parts.append(label(change_words.row_content(context.language, row), wrap=True))
        if row.action == "delete" and not (row.is_here or row.emptied) and can_return(row.thing):
            parts.append((self._make_button(""), Qt.AlignmentFlag.AlignLeft))
        column(*parts, self.error, spacing=6, parent=self)

    def _head(self) -> QHBoxLayout:
        tr, row = self._context.tr, self.row
        states = {"insert": (tr("Added"), "good"), "delete": (tr("Removed"), "warning")}
        shown = [states[row.action]] if row.action in states else []
        if not row.is_here and row.action != "delete":
            shown.append((tr("no longer in the file"), "neutral"))
        badges = [badge(text, tone) for text, tone in shown]
        for part in badges:
            part.setMinimumHeight(20)
        return in_row(label(tr(row.thing.label), "eyebrow"), *badges, STRETCH)

    def _change_line(self, change: FieldChange) -> QGridLayout:
        tr = self._context.tr
        before, after = change_words.before_and_after(self._context.language, change)
        words = label(tr("{before} → {after}", before=before, after=after), wrap=True)
        cells = grid([[label(tr(change.field.label), "small")], [words]], down=0, stretch=0)
        if change.is_now:
            cells.addWidget(label(tr("as it is now"), "small"), 1, 1, Qt.AlignmentFlag.AlignTop)
        elif self.row.is_here and can_bring_back(self.row.thing, change.column):
            button = self._make_button(change.column)
            name = tr("Bring back {field}: {value}", field=change.field, value=before)
            button.setAccessibleName(name)
            if button.isEnabled():
                button.setToolTip(name)
            cells.addWidget(button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        return cells

    def _make_button(self, column_name: str) -> LinkButton:
        tr = self._context.tr
        button = LinkButton(tr("Bring back"), context=self._context, icon="rotate-ccw")
        button.setEnabled(not self._context.desk.read_only)
        if self._context.desk.read_only:
            button.setToolTip(tr("This file can only be read: nothing can be changed in it here."))
        button.clicked.connect(lambda: self.asked.emit(column_name))
        self.buttons[column_name] = button
        return button


class ActionPanel(DetailCard):
    """Shows the action that is chosen in the list; `cancelled` (Esc) returns the focus to the list."""

    cancelled = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16))
        tr = context.tr
        self._context = context
        self.action: Action | None = None
        self.entries: list[EntryView] = []
        self._limit = BATCH
        self.setAccessibleName(tr("What was changed"))
        self.show_action(None)

    def show_action(self, action: Action | None) -> None:
        """Show an action; if it is shown already, read its rows again."""
        if action != self.action:
            self._limit = BATCH
            self.area.verticalScrollBar().setValue(0)
        self.action = action
        focused = self._focused_button()
        self.entries = []
        self.clear()
        tr = self._context.tr
        if action is None:
            self.show_nothing(tr("Choose a change to see what stood there before and after."))
            return
        with self._context.desk.read() as s:
            loaded = details(s, action, self._limit)
        self._add_head(action, loaded)
        for row in loaded.rows:
            view = EntryView(self._context, row)
            view.asked.connect(partial(self.bring_back, view))
            self.entries.append(view)
            add(self.column, Rule(), view)
            view.show()  # a hidden button cannot take the focus
        if loaded.left:
            more = LinkButton(tr("Show more of the %n others", "", loaded.left))
            more.clicked.connect(self.show_more)
            add(self.column, Rule(), (more, Qt.AlignmentFlag.AlignLeft))
        self.column.addStretch(1)
        self._restore_focus(focused)

    def show_more(self) -> None:
        """Show more rows of a large action."""
        self._limit += BATCH
        self.show_action(self.action)

    def _add_head(self, action: Action, loaded: Details) -> None:
        tr, language = self._context.tr, self._context.language
        what = change_words.shortened(change_words.action_text(language, action))
        when = change_words.moment_title(language, action)
        add(self.column, label(what, "section", wrap=True), label(when, tone="muted", wrap=True))
        add(self.column, *(label(line, tone="muted", wrap=True) for line in change_words.counts(language, loaded)))
        if action.lines is not None and len(action.lines) < action.rows:
            line = tr("Here only what concerns the person, of %n entries", "", action.rows)
            self.column.addWidget(label(line, tone="muted", wrap=True))

    # Bringing back

    def bring_back(self, view: EntryView, column_name: str) -> None:
        """Bring back the earlier value of a column, or the whole row for ""; a refusal is shown beside it."""
        context, tr, row = self._context, self._context.tr, view.row

        def act() -> None:
            bring_back(context.desk, row, column_name, context.today())
            name = change_words.shortened(change_words.row_title(context.language, row))
            context.notify_undo(tr("Brought back: {name}", name=name))

        context.attempt(act, view.error.say, key=("bring back", row.line, column_name))

    def _focused_button(self) -> tuple[int, str] | None:
        """Return the line and the column of the button with the focus."""
        buttons = ((view.row.line, name, button) for view in self.entries for name, button in view.buttons.items())
        return next(((line, name) for line, name, button in buttons if button.hasFocus()), None)

    def _restore_focus(self, focused: tuple[int, str] | None) -> None:
        if focused is None:
            return
        buttons = next((view.buttons for view in self.entries if view.row.line == focused[0]), {})
        button = buttons.get(focused[1]) or next(iter(buttons.values()), None)
        if button is not None:
            button.setFocus()
        else:
            self.cancelled.emit()

    def focus_first(self) -> bool:
        """Put the focus on the first enabled button; return whether there is one."""
        buttons = (button for view in self.entries for button in view.buttons.values() if button.isEnabled())
        first = next(buttons, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(first)
        return first is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)
