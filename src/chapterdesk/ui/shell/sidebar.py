"""The sidebar: the chapter, the screens (those about the file at the foot), undo and redo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QScrollArea, QSizePolicy, QWidget

from chapterdesk.store.chapters import chapters
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.cards import scrolled
from chapterdesk.ui.widgets.command import REDO, Command, shortcut_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row

WIDE, NARROW = 216, 56
"""Widths with and without words, in pixels at the normal text size."""


class PlaceButton(Button):
    """The button of a screen; `scroll_to` makes it visible when it takes the focus."""

    def __init__(self, scroll_to: Callable[[], object]) -> None:
        super().__init__("")
        self._scroll_to = scroll_to

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._scroll_to()
        super().focusInEvent(event)


class Sidebar(QWidget):
    """The screens as buttons; in a narrow window only their icons, with tooltips."""

    def __init__(
        self, context: Context, places: Sequence[tuple[str, Command]], foot: Sequence[tuple[str, Command]]
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._places: dict[str, tuple[QPushButton, Command]] = {}
        self._narrow = False
        self.file_commands: Callable[[], Sequence[Command]] = lambda: ()
        tr, style = context.tr, context.style
        self.chapter = _badge("chapter", style.icon("chevrons-up-down", "muted", 18, gap=6), 18)
        self.chapter.clicked.connect(self.open_menu)
        about = tr("This file can only be read: nothing can be changed in it here.")
        self.read_only = self._copy_badge("read-only", style.icon("lock", "warning", 16, gap=8), about)
        self.read_only.setAccessibleName(tr("Read only: save a copy"))
        self.read_only.setVisible(context.desk.read_only)
        about = tr("This is the demo: it begins anew each time it is opened. Save a copy to keep what you enter.")
        self.demo = self._copy_badge("demo", style.icon("sparkles", "accent", 16, gap=8), about)
        self.demo.setAccessibleName(tr("Demo, begins anew: save a copy"))
        self.demo.setVisible(context.session.is_demo)
        self.area = self._make_places(places, foot)
        self._step_keys = shortcut_text("Ctrl+Z"), shortcut_text(REDO)
        self.undo, self.redo = IconButton(context, "undo-2", tr("Undo")), IconButton(context, "redo-2", tr("Redo"))
        self.undo.clicked.connect(context.undo)
        self.redo.clicked.connect(context.redo)
        self._steps = row(self.undo, self.redo, STRETCH, spacing=4)
        badges = (self.chapter, self.read_only, self.demo)
        column(*badges, 8, (self.area, 1), 4, self._steps, spacing=2, margins=(8, 12, 8, 12), parent=self)
        self.show_chapter()
        self.show_steps()
        self.set_narrow(narrow=False)

    def _copy_badge(self, name: str, icon: QIcon, about: str) -> QPushButton:
        """Return a badge that says why this file keeps no changes; a click saves a copy."""
        tr = self._context.tr
        badge = _badge(name, icon, 16)
        badge.setToolTip(f"{about} {tr('Save a copy')}: {shortcut_text('Ctrl+Shift+S')}")
        badge.clicked.connect(self._context.session.unsaved.copy_requested)
        return badge

    def _make_places(self, places: Sequence[tuple[str, Command]], foot: Sequence[tuple[str, Command]]) -> QScrollArea:
        """Return the buttons, the quieter ones of `foot` at the bottom; in a low window they scroll."""
        lower = [self._place(key, command) for key, command in foot]
        for button in lower:
            button.setProperty("foot", "true")
        upper = (self._place(key, command) for key, command in places)
        return scrolled(box(column(*upper, STRETCH, 6, *lower, spacing=2)))

    def _place(self, key: str, command: Command) -> QPushButton:
        button = PlaceButton(lambda: self.area.ensureWidgetVisible(button, 0, 8))
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # words never widen the column
        button.setIcon(self._context.style.icon(command.icon, "muted", 18, gap=8))
        button.setIconSize(QSize(26, 18))
        button.setAccessibleName(command.title)
        button.setToolTip(f"{command.title}  {shortcut_text(command.shortcut)}".strip())
        button.clicked.connect(lambda _=False: command.run())
        self._places[key] = button, command
        return button

    def show_current(self, key: str) -> None:
        """Show which screen is visible."""
        for name, (button, command) in self._places.items():
            button.setChecked(name == key)
            button.setIcon(self._context.style.icon(command.icon, "accent" if name == key else "muted", 18, gap=8))
            if name == key:
                self.area.ensureWidgetVisible(button, 0, 8)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        self._narrow = narrow
        scale = self._context.style.points() / 10
        self.setFixedWidth(NARROW if narrow else round(WIDE * max(scale, 1)))
        for button, command in self._places.values():
            button.setText("" if narrow else command.title.replace("&", "&&"))
        # A scroll bar is as wide as an icon; wheel and Tab scroll as well.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.area.setVerticalScrollBarPolicy(policy)
        tr = self._context.tr
        self.read_only.setText("" if narrow else tr("Read only"))
        self.demo.setText("" if narrow else tr("Demo: begins anew"))
        self._steps.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self.show_chapter()

    def show_chapter(self) -> None:
        """Show the name of the present chapter."""
        tr = self._context.tr
        name = self._context.chapter.name if self._context.has_chapter else tr("No chapter")
        room = self.width() - 72
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.chapter.setText("" if self._narrow else shown.replace("&", "&&"))
        self.chapter.setToolTip(name)
        self.chapter.setAccessibleName(tr("Chapter: {name}", name=name))

    def show_steps(self) -> None:
        """Show on the two buttons which steps they undo and redo."""
        session, (undo, redo) = self._context.session, self._step_keys
        tr, desk = session.speech.language.tr, session.desk
        for button, step, text, nothing, key in (
            (self.undo, desk.undo_step, session.undo_text(), tr("There is nothing to undo."), undo),
            (self.redo, desk.redo_step, session.redo_text(), tr("There is nothing to redo."), redo),
        ):
            can = step is not None
            button.setEnabled(can)
            button.setToolTip(f"{text}  {key}" if can else nothing)

    def open_menu(self) -> None:
        """Open the menu of the chapters and the file."""
        self.make_menu().popup(self.chapter.mapToGlobal(self.chapter.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """Return the menu of the chapters and of the file."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        with self._context.desk.read() as s:
            rows = chapters(s)
        for chapter in rows:
            action = menu.addAction(chapter.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._context.has_chapter and chapter.id == self._context.chapter.id)
            action.triggered.connect(lambda _=False, id_=chapter.id: self._context.choose_chapter(id_))
        menu.addSeparator()
        for command in self.file_commands():
            action = menu.addAction(self._context.style.icon(command.icon, "muted", 18), command.title)
            action.setToolTip(shortcut_text(command.shortcut))
            action.triggered.connect(lambda _=False, run=command.run: run())
        return menu


def _badge(name: str, icon: QIcon, height: int) -> QPushButton:
    """Return a button with an icon of this height; `name` is its object name in the style sheet."""
    made = QPushButton()
    made.setObjectName(name)
    made.setIcon(icon)
    made.setIconSize(QSize(24, height))
    return made
