"""The menu bar of macOS; on other systems the window has none.

Without an Edit menu, macOS cannot paste (a file name, say) into system dialogs. No other command may use the keys of
Cut, Copy, Paste or Select all, since Qt ignores a key with two shortcuts.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QWidget

from chapterdesk.domain.text import N_
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.widgets.context import Context

Role = QAction.MenuRole
KEY = QKeySequence.StandardKey
EDITING: Final = (
    (N_("Cut"), KEY.Cut, "cut"),
    (N_("Copy"), KEY.Copy, "copy"),
    (N_("Paste"), KEY.Paste, "paste"),
    (N_("Select all"), KEY.SelectAll, "selectAll"),
)
"""Actions on the text of a field: title, keys, and the name of the field's method."""


class MenuBar(QObject):
    """The menu bar of a window, in its language."""

    def __init__(self, context: Context, window: QMainWindow, is_covered: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._is_covered = is_covered
        self._editing: list[QAction] = []
        self._fill()
        context.rebuild.connect(self._fill)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _fill(self) -> None:
        tr, bar = self._context.tr, self._window.menuBar()
        bar.clear()
        for menu in bar.findChildren(QMenu):
            menu.deleteLater()
        edit = bar.addMenu(tr("Edit"))
        self._editing = [
            self._add(edit, tr(title), partial(self._edit, verb), QKeySequence(key)) for title, key, verb in EDITING
        ]
        window_menu = bar.addMenu(tr("Window"))
        self._add(window_menu, tr("Minimise"), self._window.showMinimized, QKeySequence("Ctrl+M"))
        # Qt moves these two to the menu of the program.
        self._add(
            window_menu, tr("About {program}", program=APPLICATION), partial(self._go, "about"), role=Role.AboutRole
        )
        self._add(window_menu, tr("Settings"), partial(self._go, "settings"), role=Role.PreferencesRole)
        self._follow(None, QApplication.focusWidget())

    @staticmethod
    def _add(
        menu: QMenu,
        title: str,
        act: Callable[[], object],
        keys: QKeySequence | None = None,
        role: QAction.MenuRole = Role.NoRole,
    ) -> QAction:
        action = menu.addAction(title)
        action.setMenuRole(role)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _=False: act())
        return action

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Enable the actions while a text field has the focus; lists handle copying themselves."""
        for action in self._editing:
            action.setEnabled(isinstance(now, QLineEdit | QPlainTextEdit))

    @staticmethod
    def _edit(verb: str) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            getattr(field, verb)()

    def _go(self, key: str) -> None:
        if not self._is_covered():
            self._context.go(key)
