"""What stands over the window for a moment: a panel on a veil, closed by Esc or a click beside it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget


class Overlay(QWidget):
    """A panel in the upper middle of the window; the focus goes back to where it was when it closes."""

    def __init__(self, window: QWidget, width: int, height: int) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._size = (width, height)
        self._height = height
        self._before = window.window().focusWidget()
        self.panel = QFrame(self)
        self.panel.setObjectName("popup")
        self.body = QVBoxLayout(self.panel)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it over the window."""
        self._place()
        self.show()
        self.raise_()

    def resize_panel(self, height: int) -> None:
        """Make the panel as high as its contents need, at most as high as it was made for."""
        self._height = min(height, self._size[1])
        self._place()

    def close_it(self) -> None:
        """Take it away and give the focus back."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()

    def _place(self) -> None:
        room = self._window.rect()
        self.setGeometry(room)
        width = min(self._size[0], room.width() - 32)
        height = min(self._height, room.height() - 48)
        top = max(24, min(room.height() // 8, room.height() - self._size[1] - 24))
        self.panel.setGeometry((room.width() - width) // 2, top, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Qt: Tab goes round in the panel and never to what lies below it."""
        now = QApplication.focusWidget() or self
        one: QWidget | None = now
        while one is not None:
            one = one.nextInFocusChain() if forward else one.previousInFocusChain()
            if one is now or one is None:
                break
            if self.panel.isAncestorOf(one) and one.isVisible() and one.isEnabled() and takes_tab(one):
                one.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click beside the panel closes it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_it()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes it; no other key reaches the screen below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        event.accept()


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
