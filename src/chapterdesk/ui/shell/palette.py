"""The command palette (Ctrl+K): a search for screens, commands and people, with the shortcuts of the commands."""

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


def palette_entry(command: Command, detail: str = "", other: str = "") -> PaletteEntry:
    """Return the entry of a command; `detail` is its kind, `other` its title in the other language."""
    words = plain(f"{command.title} {command.keywords} {detail} {other}")
    return PaletteEntry(command.title, detail, command.run, command.icon or "arrow-right", command.shortcut, words)


class CommandPalette(Overlay):
    """The palette over the window. `more` returns entries that only a search finds: members and reports."""

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
        self._searched: Sequence[PaletteEntry] | None = None
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
        """Show it with the focus on the field."""
        super().open()
        self.field.setFocus()

    def _find(self, query: str) -> None:
        if query.strip() and self._searched is None:
            self._searched = [*self._entries, *self._more()]
        entries = find(self._searched if query.strip() and self._searched is not None else self._entries, query)
        self.model.set_rows(entries)
        self.resize_panel(80 + max(len(entries), 2) * max(38, self.fontMetrics().height() + 18))
        self.list.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
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
    """Paints one entry: icon, title, detail, and the shortcut at the right."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, lowest=38, room=18)

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one entry."""
        entry: PaletteEntry = index.data(ROW)
        if state.is_current or state.is_hovered:
            pen.ground(box, "accent-soft" if state.is_current else "hover", 6)
        pen.icon(box.left() + 12, box.center().y() - 8, entry.icon, "muted", 18)
        words = box.adjusted(42, 0, -12, 0)
        keys = pen.words(words, shortcut_text(entry.shortcut), self.body, "muted", RIGHT)
        words.setRight(words.right() - keys - 12)
        words.setLeft(words.left() + pen.words(words, entry.title, self.body, "ink") + 12)
        pen.words(words, entry.detail, self.body, "muted")


def _with_other_words(context: Context, commands: Callable[[], Sequence[Command]]) -> Iterator[tuple[Command, str]]:
    """Yield commands, each with its title and keywords in the other language."""
    others = context.session.speech.in_language(context.language.other(), commands)
    for command, other in zip(commands(), others, strict=True):
        yield command, f"{other.title} {other.keywords}"


def show_palette(
    context: Context, window: QWidget, workspace: Workspace | None, commands: Callable[[], Sequence[Command]]
) -> None:
    """Show the palette: the commands of the visible screen, the screens, then `commands`."""
    tr = context.tr
    entries: list[PaletteEntry] = []
    if workspace is not None:
        screen, language = workspace.visible_screen, context.language.other()
        title = tr(screen.entry.title)
        entries += [
            palette_entry(command, title, other) for command, other in _with_other_words(context, screen.commands)
        ]
        for key, place in workspace.places.items():
            entries.append(palette_entry(place, tr("Go to"), language.tr(workspace.entries[key].title)))
    translated = _with_other_words(context, commands)
    entries += [palette_entry(command, "", other) for command, other in translated if command.shortcut != "Ctrl+K"]
    more = partial(people_and_reports, context) if workspace is not None else list
    CommandPalette(context, window, entries, more).open()


def people_and_reports(context: Context) -> list[PaletteEntry]:
    """Return an entry for every person in the file and for every report."""
    from chapterdesk.reports import reports  # imports all reports

    tr = context.tr
    with context.desk.read() as s:
        people = names(s, context.chapter.id, context.today())
    entries = []
    for row in people:
        seat = row.classification or row.company
        detail = " · ".join(part for part in (seat, tr(row.standing.label)) if part)
        name = context.language.name(row.first_name, row.last_name)
        show = partial(context.go, "members", person_id=row.person_id)
        entries.append(PaletteEntry(name, detail, show, "user-round", "", row.plain))
    other = context.language.other()
    for key, report in reports().items():
        title = tr(report.title)
        words = plain(f"{title} {tr(report.description)} {key} {other.tr(report.title)} {other.tr(report.description)}")
        make = partial(context.go, "reports", report=key)
        entries.append(PaletteEntry(title, tr("Report"), make, report.icon, "", words))
    return entries
