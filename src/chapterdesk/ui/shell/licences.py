"""The licences of the program and of the libraries it uses, one at a time, with a search."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from chapterdesk.licences import next_with, texts
from chapterdesk.ui.widgets.buttons import Button
from chapterdesk.ui.widgets.cards import scroll_by_key
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label, set_tone
from chapterdesk.ui.widgets.layout import column, row

SCROLLING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""Keys that scroll the text although the search field has the focus."""


class LicencePage(QWidget):
    """One text at a time, loaded when it is chosen. Typing finds words in it, Enter goes to the next match.

    When only another text has the words, its title is shown and Enter goes there.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        tr = context.tr
        self.back = Button(tr("Back"), context=context, icon="arrow-left")
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Licence"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the text"))
        self.field.setAccessibleName(tr("Find in the text"))
        self.field.addAction(context.style.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.text.setStyleSheet(f'font-family: "{fixed.family()}"; font-size: {context.style.points("small")}pt')
        self.state = label("", "small")
        head = row(self.back, (self.choice, 3), (self.field, 2))
        column(head, (self.text, 1), self.state, spacing=12, margins=(0, 0, 12, 0), parent=self)
        self._texts = texts(context.tr)
        for text in self._texts:
            self.choice.addItem(text.title)
        self.choice.currentIndexChanged.connect(self._load)
        self.field.textChanged.connect(lambda _text: self._find_first())

    def begin(self) -> None:
        """Show the chosen text with the focus on the search."""
        self._load()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self, _at: int = 0) -> None:
        self.text.setPlainText(self._texts[self.choice.currentIndex()].read())
        self._say("")
        if self.field.text():
            self._find_first()

    def _find_first(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.search()

    def search(self, *, back: bool = False) -> bool:
        """Select the next or previous match in the text, wrapping round; return whether there is one."""
        words = self.field.text()
        cursor = self.text.textCursor()
        if not words:
            cursor.clearSelection()
            self.text.setTextCursor(cursor)
            self._say("")
            return False
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        is_found = self.text.find(words, flags)
        if not is_found:
            self.text.moveCursor(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
            is_found = self.text.find(words, flags)
        if is_found:
            self._say("")
            return True
        tr, elsewhere = self._context.tr, next_with(words, self._texts, self.choice.currentIndex())
        if elsewhere is None:
            self._say(tr("“{words}” is in none of the texts.", words=words))
        else:
            title = self._texts[elsewhere].title
            self._say(tr("Not in this text, but in “{title}”: Enter goes there.", title=title))
        return False

    def find_next(self, *, back: bool = False) -> None:
        """Go to the next or previous match: in this text, else in the next text that has one."""
        if not self.search(back=back) and (words := self.field.text()):
            elsewhere = next_with(words, self._texts, self.choice.currentIndex())
            if elsewhere is not None:
                self.choice.setCurrentIndex(elsewhere)

    def _say(self, text: str) -> None:
        set_tone(self.state, "warning" if text else "")
        self.state.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter finds the next match, Shift+Enter the previous one; arrows and page keys scroll the text.
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.find_next(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() in SCROLLING:
                return scroll_by_key(self.text.verticalScrollBar(), event)
        return super().eventFilter(watched, event)
