"""The card of one file on the import screen: what it is, what it would make, what it replaces, what is still open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.importers.results import Answer, Need, Outcome, Preview, Unmatched
from chapterdesk.ui.screens.import_files.file_questions import question
from chapterdesk.ui.screens.import_files.unknown_names import NameQuestions
from chapterdesk.ui.widgets import Card, IconButton, Rule, badge, label
from chapterdesk.ui.widgets.context import Context

PROBLEMS = 6
"""Problems shown one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Replies:
    """Where a card's answers go: names, questions (need, value), and taking the file away."""

    name: Callable[[str, Answer | None], None]
    need: Callable[[Need, object], None]
    remove: Callable[[], None]


class PreviewCard(Card):
    """One file before it is imported. It is made anew whenever an answer changes what would come of it."""

    def __init__(
        self,
        context: Context,
        preview: Preview,
        names: Sequence[Unmatched],
        answers: Mapping[str, Answer],
        replies: Replies,
    ) -> None:
        super().__init__()
        self._context = context
        self.preview = preview
        self.names: NameQuestions | None = None
        self._add_head(replies.remove)
        if preview.refused is not None:
            self._add_line(context.tr(preview.refused[0], **preview.refused[1]), "bad")
            return
        self._add_figures()
        for need in preview.needs:
            self.body.addWidget(question(context, need, partial(replies.need, need)))
        self._add_made()
        for text, params in preview.replaces:
            self._add_line(context.tr(text, **params), "warning")
        self._add_difference()
        if names:
            self._add_names(names, answers, replies)
        self._add_problems()

    def _add_head(self, remove: Callable[[], None]) -> None:
        tr, style, preview = self._context.tr, self._context.style, self.preview
        row = QHBoxLayout()
        row.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(style.pixmap("file-spreadsheet", "accent", 24, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr(preview.title) if preview.title else tr("Unknown file"), "strong"))
        words.addWidget(label(preview.file_name, tone="muted"))
        row.addWidget(picture)
        row.addLayout(words, 1)
        if preview.refused is not None:
            row.addWidget(badge(tr("Cannot be imported"), "bad"))
        elif preview.needs:
            row.addWidget(badge(tr("One question first"), "warning"))
        else:
            row.addWidget(badge(tr("Ready"), "good"))
        close = IconButton(self._context, "x", tr("Leave {file} out", file=preview.file_name))
        close.clicked.connect(lambda _=False: remove())
        row.addWidget(close)
        self.body.addLayout(row)

    def _add_line(self, text: str, tone: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        icons = {"bad": "octagon-alert", "warning": "triangle-alert", "muted": "info"}
        picture = QLabel()
        picture.setPixmap(self._context.style.pixmap(icons[tone], tone, 18, self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, tone="" if tone == "muted" else tone, wrap=True), 1)
        self.body.addLayout(row)

    def _add_figures(self) -> None:
        tr, language, preview = self._context.tr, self._context.language, self.preview
        figures = [(language.number(preview.rows), tr("rows"))]
        if not preview.needs:
            figures += [
                (language.number(preview.matched), tr("people known")),
                (language.number(len(preview.new)), tr("new members")),
                (language.number(len(preview.unmatched)), tr("not known")),
            ]
        row = QHBoxLayout()
        row.setSpacing(28)
        for figure, caption in figures:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(figure, "section"))
            cell.addWidget(label(caption, "small"))
            row.addLayout(cell)
        if preview.period is not None:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(language.period(preview.period), "section"))
            cell.addWidget(label(tr("days of the file"), "small"))
            row.addLayout(cell)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_made(self) -> None:
        tr, preview = self._context.tr, self.preview
        parts = made_texts(self._context, preview)
        if parts:
            self._add_line(tr("It brings {things}.", things=", ".join(parts)), "muted")
        if preview.claimed:
            text = tr("%n slip(s) of the file were typed already and are confirmed.", "", preview.claimed)
            self._add_line(text, "muted")

    def _add_difference(self) -> None:
        tr, language = self._context.tr, self._context.language
        columns = [
            f"{name} {'+' if value > 0 else ''}{language.number(value, 0 if value == int(value) else 2)}"
            for name, value in self.preview.difference.items()
        ]
        if columns:
            told = " · ".join(columns)
            text = tr("The Total of the file differs from its rows: {columns}.", columns=told)
            if all(value > 0 for value in self.preview.difference.values()):
                text = tr(
                    "The Total of the file is more than its rows: {columns}. These are people who left;"
                    " the difference is kept as Not listed.",
                    columns=told,
                )
            self._add_line(text, "muted")

    def _add_names(self, names: Sequence[Unmatched], answers: Mapping[str, Answer], replies: Replies) -> None:
        tr = self._context.tr
        self.body.addWidget(Rule())
        self.body.addWidget(label(tr("Who are they?"), "strong"))
        about = tr("Nobody of the chapter is called like that. An answer is remembered for the next files.")
        self.body.addWidget(label(about, tone="muted", wrap=True))
        self.names = NameQuestions(self._context, names, answers, replies.name)
        self.body.addWidget(self.names)

    def _add_problems(self) -> None:
        tr, language, problems = self._context.tr, self._context.language, self.preview.problems
        for problem in problems[:PROBLEMS]:
            text = language.error(problem)
            if problem.row and problem.column:
                text = tr("Row {row}, {column}: {text}", row=problem.row, column=problem.column, text=text)
            elif problem.row:
                text = tr("Row {row}: {text}", row=problem.row, text=text)
            self._add_line(text, "warning")
        if len(problems) > PROBLEMS:
            self._add_line(tr("and %n more remark(s)", "", len(problems) - PROBLEMS), "warning")


def made_texts(context: Context, outcome: Outcome) -> list[str]:
    """Return what an import makes, as words: "38 members", "12 meetings"."""
    tr, made = context.tr, outcome.made
    found = [
        (made.members, tr("%n member(s)", "", made.members)),
        (made.meetings, tr("%n meeting(s)", "", made.meetings)),
        (made.attendance, tr("%n attendance mark(s)", "", made.attendance)),
        (made.slips, tr("%n slip(s)", "", made.slips)),
        (made.visits, tr("%n visit(s)", "", made.visits)),
        (made.period_totals, tr("%n row(s) of totals", "", made.period_totals)),
    ]
    return [text for count, text in found if count]


def place_of(outcomes: Sequence[Outcome]) -> str:
    """Return the key of the screen that shows what came: slips, else marks and totals, else members."""
    if any(outcome.made.slips for outcome in outcomes):
        return "slips"
    if any(outcome.made.attendance or outcome.made.period_totals for outcome in outcomes):
        return "today"
    return "members"


def focused(cards: Sequence[PreviewCard]) -> tuple[str, str] | None:
    """Return which field of which file has the focus, as (file name, name of the field), before cards are made anew."""
    for card in cards:
        field = card.focusWidget()
        if field is not None and field.hasFocus():
            return card.preview.file_name, field.accessibleName()
    return None


def refocus(cards: Sequence[PreviewCard], mark: tuple[str, str]) -> bool:
    """Give the focus back to a field that `focused` found; tell whether it is still there."""
    for card in cards:
        for field in card.findChildren(QWidget):
            if (card.preview.file_name, field.accessibleName()) == mark:
                field.setFocus()
                return True
    return False
