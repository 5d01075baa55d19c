"""Fields for passphrases: hidden letters, and a new passphrase typed twice with its strength."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from chapterdesk.domain.passphrases import Level, strength
from chapterdesk.ui.widgets.buttons import IconButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import FieldError
from chapterdesk.ui.widgets.labels import label, set_tone
from chapterdesk.ui.widgets.layout import column, row

_TONES = {Level.WEAK: "bad", Level.FAIR: "warning", Level.GOOD: "good", Level.STRONG: "good"}
_WIDEST = 420
"""Pixels; a passphrase of four words fits."""


class PassphraseEdit(QWidget):
    """A passphrase with hidden letters, which the eye button shows. `field` is the line; Enter emits `entered`."""

    entered = Signal()
    edited = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setMaximumWidth(_WIDEST)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton(context, "eye", "")
        self.eye.clicked.connect(lambda: self.reveal(shown=self.field.echoMode() == QLineEdit.EchoMode.Password))
        self.field.returnPressed.connect(self.entered)
        self.field.textEdited.connect(self.edited)
        row((self.field, 1), self.eye, (None, 0), spacing=4, parent=self)
        self.setFocusProxy(self.field)
        self.reveal(shown=False)

    def caption(self) -> QLabel:
        """Return a label with the name of the field."""
        made = label(self.field.accessibleName(), "small")
        made.setBuddy(self.field)
        return made

    def reveal(self, *, shown: bool) -> None:
        """Show the letters, or hide them."""
        tr = self._context.tr
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = tr("Hide the passphrase") if shown else tr("Show the passphrase")
        self.eye.setIcon(self._context.style.icon("eye-off" if shown else "eye", "muted", 18))
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)

    def text(self) -> str:
        """Return the typed text."""
        return self.field.text()

    def clear(self) -> None:
        """Clear the field and hide its letters again."""
        self.field.clear()
        self.reveal(shown=False)


class StrengthBars(QWidget):
    """Four bars; the stronger the passphrase, the more are filled."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._style = context.style
        self.rank, self._tone = 0, "neutral"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rank(self, rank: int, tone: str) -> None:
        """Fill `rank` of the bars, in the colour of a tone."""
        self.rank, self._tone = rank, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(84, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Filled or outlined: the shape is readable without the colour.
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at in range(4):
                filled = at < self.rank
                painter.setPen(QPen(self._style.colour(self._tone if filled else "edge"), 1))
                painter.setBrush(self._style.colour(self._tone) if filled else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(at * 21 + 0.5, 3.5, 17, 7), 3, 3)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice. `value` returns it, or shows beside the field what is wrong."""

    entered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._guessable: tuple[str, ...] = ()
        self.first = PassphraseEdit(context, tr("New passphrase"))
        self.second = PassphraseEdit(context, tr("The same once more"))
        self.first_error, self.second_error = FieldError(self.first.field), FieldError(self.second.field)
        self.bars = StrengthBars(context)
        self.word = label("", "strong")
        self.advice = label("", "small", wrap=True)
        note = tr("Keep a note of it in a safe place: without it nobody can open the file, not even we.")
        self.note = label(note, "small", wrap=True)
        meter = row(self.bars, (self.word, 1))
        column(
            *(self.first.caption(), self.first, self.first_error, meter, self.advice, 8),
            *(self.second.caption(), self.second, self.second_error, 4, self.note),
            spacing=4,
            parent=self,
        )
        self.first.field.textChanged.connect(self._show_strength)
        self.second.edited.connect(lambda: self.second_error.say(""))
        self.first.entered.connect(self.second.field.setFocus)
        self.second.entered.connect(self.entered)
        self._show_strength()

    def set_guessable(self, *words: str) -> None:
        """Set words that make a passphrase weak because they are easily guessed, such as the name of the file."""
        self._guessable = words
        self._show_strength()

    def _show_strength(self) -> None:
        tr = self._context.tr
        self.first_error.say("")
        typed = self.first.text()
        rating = strength(typed, self._guessable)
        tone = _TONES[rating.level]
        self.bars.show_rank(rating.level.rank if typed else 0, tone)
        self.word.setText(tr(rating.level.label) if typed else "")
        set_tone(self.word, tone)
        self.advice.setText(tr(rating.advice))
        self.bars.setAccessibleName(tr("Strength: {level}", level=self.word.text()) if typed else "")

    def value(self) -> str | None:
        """Return the passphrase; None, with an error, when it is empty or the two differ. Weak ones are accepted."""
        tr = self._context.tr
        if not self.first.text():
            self.first_error.ask(tr("Type a passphrase."))
            return None
        if self.second.text() != self.first.text():
            self.second_error.ask(tr("The two are not the same; type it again."))
            self.second.field.selectAll()
            return None
        return self.first.text()

    def clear(self) -> None:
        """Clear both fields."""
        for field in (self.first, self.second):
            field.clear()
        self.second_error.say("")
        self._show_strength()
