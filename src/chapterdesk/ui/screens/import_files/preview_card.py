"""The card of one file: what its import would add and replace, and the open questions."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.importers.preview_words import figures, findings, problems
from chapterdesk.importers.results import Answer, Need, Preview, Unmatched
from chapterdesk.ui.screens.import_files.file_questions import NameQuestions, question
from chapterdesk.ui.widgets import Card, IconButton, Rule, badge, label, picture, set_tone
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row


class PreviewCard(Card):
    """Previews one file. Signals: `named` (a name, its Answer or None), `answered` (a Need, its value), `removed`."""

    named = Signal(str, object)
    answered = Signal(object, object)
    removed = Signal()

    def __init__(self, context: Context, file_name: str) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.file_name = file_name
        self._names: NameQuestions | None = None
        self._questions: list[tuple[Need, QWidget]] = []
        icon = picture(context, "file-spreadsheet", "accent", 24)
        self._title, self._state = label("", "strong"), badge("")
        words = column(self._title, label(file_name, tone="muted"), spacing=0)
        close = IconButton(context, "x", tr("Leave {file} out", file=file_name))
        close.clicked.connect(lambda _=False: self.removed.emit())
        self._head = box(row(icon, (words, 1), self._state, close, spacing=12))

    def show_preview(self, preview: Preview, names: Sequence[Unmatched], answers: Mapping[str, Answer]) -> None:
        """Show a preview; the fields of questions that are still open keep what is typed in them."""
        self._show_head(preview)
        language = self._context.language
        if preview.refused is not None:
            text, params = preview.refused
            self._questions, self._names = [], None
            self._show_parts([self._head, self._line(language.tr(text, **params), "bad")])
            return
        before, self._questions = self._questions, []
        for need in preview.needs:
            field = next((field for asked, field in before if asked == need), None)
            if field is None:
                field = question(self._context, need, partial(self.answered.emit, need))
            self._questions.append((need, field))
        self._show_parts(
            [
                self._head,
                self._figures(preview),
                *(field for _need, field in self._questions),
                *(self._line(text, tone) for text, tone in findings(preview, language)),
                *self._ask_names(names, answers),
                *(self._line(text, "warning") for text in problems(preview, language)),
            ]
        )

    def _show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in a column; parts shown before stay or are deleted, so that the focus is kept."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in parts:
                old.hide()
                old.deleteLater()
        for part in parts:
            self.body.addWidget(part)

    def _show_head(self, preview: Preview) -> None:
        tr = self._context.tr
        self._title.setText(tr(preview.title) if preview.title else tr("Unknown file"))
        state, tone = tr("Ready"), "good"
        if preview.refused is not None:
            state, tone = tr("Cannot be imported"), "bad"
        elif preview.needs:
            state, tone = tr("One question first"), "warning"
        self._state.setText(state)
        set_tone(self._state, tone)

    def _line(self, text: str, tone: str) -> QWidget:
        icons = {"bad": "octagon-alert", "warning": "triangle-alert", "muted": "info"}
        icon = picture(self._context, icons[tone], tone, 18)
        words = label(text, tone="" if tone == "muted" else tone, wrap=True)
        return box(row((icon, Qt.AlignmentFlag.AlignTop), (words, 1)))

    def _figures(self, preview: Preview) -> QWidget:
        counts = figures(preview, self._context.language)
        cells = (column(label(figure, "section"), label(words, "small"), spacing=0) for figure, words in counts)
        return box(row(*cells, STRETCH, spacing=28))

    def _ask_names(self, names: Sequence[Unmatched], answers: Mapping[str, Answer]) -> list[QWidget]:
        tr = self._context.tr
        if not names:
            self._names = None
            return []
        if self._names is None:
            self._names = NameQuestions(self._context)
            self._names.answered.connect(self.named)
        self._names.show_names(names, answers)
        about = tr("Nobody of the chapter is called like that. An answer is remembered for the next files.")
        return [Rule(), label(tr("Who are they?"), "strong"), label(about, tone="muted", wrap=True), self._names]
