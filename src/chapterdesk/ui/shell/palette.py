"""The command palette (Ctrl+K): go anywhere, do anything, find anybody, by typing a few letters of it.

It shows the shortcut of what it offers, so that people grow out of it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from chapterdesk.domain.palette import PaletteEntry, find
from chapterdesk.domain.text import plain
from chapterdesk.store.people import names
from chapterdesk.ui.shell.workspace import Workspace
from chapterdesk.ui.widgets.command import Command, shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import add
from chapterdesk.ui.widgets.popup import move_mark
from chapterdesk.ui.widgets.row_painter import RIGHT, RowPainter, RowPen, RowState
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn

HEIGHT = 460


def entry(command: Command, detail: str = "", other: str = "") -> PaletteEntry:
    """Return a command as the palette offers it.

    `detail` says what kind of thing it is, `other` what it is called in the language that the window does not speak.
    """
    words = plain(f"{command.title} {command.keywords} {detail} {other}")
    return PaletteEntry(command.title, detail, command.run, command.icon or "arrow-right", command.shortcut, words)


class CommandPalette(Overlay):
    """The palette over the window. `more` gives what is found only by typing: members and reports."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        entries: Sequence[PaletteEntry],
        more: Callable[[], Sequence[PaletteEntry]],
    ) -> None:
        super().__init__(window, 600, HEIGHT)
        self._entries = entries
        self._more = more
        self._all: Sequence[PaletteEntry] | None = None
        tr = context.tr
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Go, do, find: type a few letters"))
        self.field.setAccessibleName(tr("Command palette"))
        self.field.addAction(context.style.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.model = RowModel([TableColumn("", lambda row: row.title)], self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_EntryPainter(context, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Commands"))
        self.nothing = label(tr("Nothing is called like that."), tone="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        add(self.body, self.field, (self.list, 1), (self.nothing, 1))
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(lambda _index: self._do())
        self._find("")

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.field.setFocus()

    def _find(self, query: str) -> None:
        if query.strip() and self._all is None:
            self._all = [*self._entries, *self._more()]
        found = find(self._all if query.strip() and self._all is not None else self._entries, query)
        self.model.set_rows(found)
        self.resize_panel(80 + max(len(found), 2) * max(38, self.fontMetrics().height() + 18))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _do(self) -> None:
        chosen = self.list.currentIndex().data(ROW)
        if chosen is not None:
            self.dismiss()
            chosen.run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                move_mark(self.list, 1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do()
            case _:
                super().keyPressEvent(event)


class _EntryPainter(RowPainter):
    """One line of the palette: icon, title, kind of thing, and the shortcut at the right."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, lowest=38, room=18)

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one entry."""
        one: PaletteEntry = index.data(ROW)
        if state.is_current or state.is_hovered:
            pen.ground(box, "accent-soft" if state.is_current else "hover", 6)
        pen.icon(box.left() + 12, box.center().y() - 8, one.icon, "muted", 18)
        words = box.adjusted(42, 0, -12, 0)
        keys = pen.words(words, shortcut_text(one.shortcut), self.body, "muted", RIGHT)
        words.setRight(words.right() - keys - 12)
        words.setLeft(words.left() + pen.words(words, one.title, self.body, "ink") + 12)
        pen.words(words, one.detail, self.body, "muted")


def _with_other_words(context: Context, commands: Callable[[], Sequence[Command]]) -> Iterator[tuple[Command, str]]:
    """Yield commands, each with the words for it in the language that the window does not speak."""
    others = context.session.speech.in_language(context.language.other(), commands)
    for one, other in zip(commands(), others, strict=True):
        yield one, f"{other.title} {other.keywords}"


def show_palette(
    context: Context, window: QWidget, workspace: Workspace | None, everywhere: Callable[[], Sequence[Command]]
) -> None:
    """Show the palette: first what the visible screen can do, then the places, then what can be done anywhere."""
    tr = context.tr
    entries: list[PaletteEntry] = []
    if workspace is not None:
        screen, language = workspace.visible_screen, context.language.other()
        title = tr(screen.entry.title)
        entries += [entry(one, title, other) for one, other in _with_other_words(context, screen.commands)]
        for key, place in workspace.places.items():
            entries.append(entry(place, tr("Go to"), language.tr(workspace.entries[key].title)))
    found = _with_other_words(context, everywhere)
    entries += [entry(one, "", other) for one, other in found if one.shortcut != "Ctrl+K"]
    more = partial(people_and_reports, context) if workspace is not None else list
    CommandPalette(context, window, entries, more).open()


def people_and_reports(context: Context) -> list[PaletteEntry]:
    """Return an entry for everybody in the file and for every report that can be made."""
    from chapterdesk.reports import reports  # all of them are loaded with it

    tr = context.tr
    with context.desk.read() as s:
        people = names(s, context.chapter.id, context.today())
    found = []
    for row in people:
        seat = row.classification or row.company
        detail = " · ".join(part for part in (seat, tr(row.standing.label)) if part)
        name = context.language.name(row.first_name, row.last_name)
        show = partial(context.go, "members", person_id=row.person_id)
        found.append(PaletteEntry(name, detail, show, "user-round", "", row.plain))
    other = context.language.other()
    for key, report in reports().items():
        title = tr(report.title)
        words = plain(f"{title} {tr(report.description)} {key} {other.tr(report.title)} {other.tr(report.description)}")
        make = partial(context.go, "reports", report=key)
        found.append(PaletteEntry(title, tr("Report"), make, report.icon, "", words))
    return found
