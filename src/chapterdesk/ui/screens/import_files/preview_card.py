"""The card of one file on the import screen: what it is, what it would make, what it replaces, what is still open."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.importers.results import Answer, Need, Preview, Unmatched, made_words
from chapterdesk.ui.screens.import_files.file_questions import NameQuestions, question
from chapterdesk.ui.widgets import Card, IconButton, Rule, badge, label, picture, set_tone
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, column, row

PROBLEMS: Final = 6
"""Problems shown one by one; the others are counted."""


class PreviewCard(Card):
    """One file before it is imported.

    `named` tells who a name is (the name, an Answer or None), `answered` the answer to a question (the Need, a value),
    `removed` that the file is left out.
    """

    named = Signal(str, object)
    answered = Signal(object, object)
    removed = Signal()

    def __init__(self, context: Context, file_name: str) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.file_name = file_name
        self.names: NameQuestions | None = None
        self._questions: list[tuple[Need, QWidget]] = []
        icon = picture(context, "file-spreadsheet", "accent", 24)
        self._title, self._state = label("", "strong"), badge("")
        words = column(self._title, label(file_name, tone="muted"), spacing=0)
        close = IconButton(context, "x", tr("Leave {file} out", file=file_name))
        close.clicked.connect(lambda _=False: self.removed.emit())
        self._head = box(row(icon, (words, 1), self._state, close, spacing=12))

    def show_preview(self, preview: Preview, names: Sequence[Unmatched], answers: Mapping[str, Answer]) -> None:
        """Show what would come of the file now. Fields of questions that are still open stay, with what is in them."""
        self._show_head(preview)
        if preview.refused is not None:
            text, params = preview.refused
            self._questions, self.names = [], None
            self._place([self._head, self._line(self._context.tr(text, **params), "bad")])
            return
        known = self._questions
        self._questions = [
            (need, next((field for other, field in known if other == need), None) or self._question(need))
            for need in preview.needs
        ]
        self._place(
            [
                self._head,
                self._figures(preview),
                *(field for _need, field in self._questions),
                *(self._line(text, tone) for text, tone in self._findings(preview)),
                *self._names(names, answers),
                *(self._line(text, "warning") for text in self._problems(preview)),
            ]
        )

    def _place(self, parts: Sequence[QWidget]) -> None:
        """Put parts one below the other; those that are there already keep the focus, others go."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in parts:
                old.hide()
                old.deleteLater()
        for part in parts:
            self.body.addWidget(part)

    def _question(self, need: Need) -> QWidget:
        return question(self._context, need, partial(self.answered.emit, need))

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
        tr, language = self._context.tr, self._context.language
        figures = [(language.number(preview.rows), tr("rows"))]
        if not preview.needs:
            figures += [
                (language.number(preview.matched), tr("people known")),
                (language.number(len(preview.new)), tr("new members")),
                (language.number(len(preview.unmatched)), tr("not known")),
            ]
        if preview.period is not None:
            figures.append((language.period(preview.period), tr("days of the file")))
        cells = (column(label(figure, "section"), label(words, "small"), spacing=0) for figure, words in figures)
        return box(row(*cells, STRETCH, spacing=28))

    def _findings(self, preview: Preview) -> Iterator[tuple[str, str]]:
        """Say what the file brings, what it replaces, and how its Total differs: each text with its tone."""
        tr, language = self._context.tr, self._context.language
        if parts := made_words(preview.made, tr):
            yield tr("It brings {things}.", things=", ".join(parts)), "muted"
        if preview.claimed:
            yield tr("%n slip(s) of the file were typed already and are confirmed.", "", preview.claimed), "muted"
        for text, params in preview.replaces:
            yield tr(text, **params), "warning"
        columns = " · ".join(
            f"{name} {'+' if value > 0 else ''}{language.number(value, 0 if value == int(value) else 2)}"
            for name, value in preview.difference.items()
        )
        if columns and all(value > 0 for value in preview.difference.values()):
            text = tr(
                "The Total of the file is more than its rows: {columns}. These are people who left;"
                " the difference is kept as Not listed.",
                columns=columns,
            )
            yield text, "muted"
        elif columns:
            yield tr("The Total of the file differs from its rows: {columns}.", columns=columns), "muted"

    def _names(self, names: Sequence[Unmatched], answers: Mapping[str, Answer]) -> list[QWidget]:
        tr = self._context.tr
        if not names:
            self.names = None
            return []
        if self.names is None:
            self.names = NameQuestions(self._context)
            self.names.answered.connect(self.named)
        self.names.show_names(names, answers)
        about = tr("Nobody of the chapter is called like that. An answer is remembered for the next files.")
        return [Rule(), label(tr("Who are they?"), "strong"), label(about, tone="muted", wrap=True), self.names]

    def _problems(self, preview: Preview) -> Iterator[str]:
        tr, language, problems = self._context.tr, self._context.language, preview.problems
        for problem in problems[:PROBLEMS]:
            text = language.error(problem)
            if problem.row and problem.column:
                text = tr("Row {row}, {column}: {text}", row=problem.row, column=problem.column, text=text)
            elif problem.row:
                text = tr("Row {row}: {text}", row=problem.row, text=text)
            yield text
        if len(problems) > PROBLEMS:
            yield tr("and %n more remark(s)", "", len(problems) - PROBLEMS)
