"""A keyboard that counts its keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


class Keys:
    """A keyboard that counts: what is typed goes to the field that has the focus, as it does in the window."""

    def __init__(self) -> None:
        self.count = 0

    def type(self, text: str) -> None:
        """Press one key for each letter."""
        for letter in text:
            self.count += 1
            if letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:  # QTest knows no key for é
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focus(), pressed)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.count += 1
            QTest.keyClick(self._focus(), key, modifiers)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def store_referral(self, giver: str, receiver: str) -> None:
        """Type a referral in the strip, which has the focus, by the first letters of two names, and store it."""
        for typed in (f"r{giver}", receiver, ""):
            self.type(typed)
            self.enter()

    @staticmethod
    def _focus() -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget
