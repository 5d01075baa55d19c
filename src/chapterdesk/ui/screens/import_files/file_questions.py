"""Questions on the card of a file: its day, its period, the meaning of its columns, its unknown names."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side
from chapterdesk.importers.results import Answer, Need, NeedKind, Unmatched
from chapterdesk.ui.widgets import Button, Choice, DateEdit, LinkButton, PersonEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, grid, row

SendAnswer = Callable[[object], None]
SHOWN: Final = 8
"""Names shown at first; a file can hold hundreds of unknown names."""
OTHER: Final = "other"


def question(context: Context, need: Need, answer: SendAnswer) -> QWidget:
    """Return the fields of one question; `answer` is called with a date, a Period, or {field: index of the column}."""
    tr = context.tr
    match need.kind:
        case NeedKind.DATE:
            fields = _day_field(context, need, answer)
        case NeedKind.PERIOD:
            fields = _PeriodFields(context, answer)
        case NeedKind.COLUMNS:
            fields = ColumnFields(context, need, answer)
    return box(column(label(tr(need.text, **need.params), tone="warning", wrap=True), fields))


def _day_field(context: Context, need: Need, answer: SendAnswer) -> QWidget:
    tr = context.tr
    line = row()
    for day in need.dates:
        button = Button(context.language.date(day))
        button.clicked.connect(lambda _=False, day=day: answer(day))
        line.addWidget(button)
    if need.dates:
        line.addWidget(label(tr("or"), tone="muted"))
    field = DateEdit(context)
    field.setAccessibleName(tr("Day"))
    field.changed.connect(lambda day: answer(day) if day is not None else None)
    add(line, field, STRETCH)
    return box(line)


class _PeriodFields(QWidget):
    """Two dates; the question is answered when both are typed and in order."""

    def __init__(self, context: Context, answer: SendAnswer) -> None:
        super().__init__()
        tr = context.tr
        self._answer = answer
        self.first, self.last = DateEdit(context), DateEdit(context)
        since, until = tr("From", "a period: from … to …"), tr("to", "a period: from … to …")
        for caption, field in ((since, self.first), (until, self.last)):
            field.setAccessibleName(caption)
            field.changed.connect(self._send_answer)
        muted = [label(caption, tone="muted") for caption in (since, until)]
        row(muted[0], self.first, muted[1], self.last, STRETCH, parent=self)

    def _send_answer(self, _day: object) -> None:
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and first <= last:
            self._answer(Period(first, last))


class ColumnFields(QWidget):
    """The meaning of each column, chosen once for all files with the same headings."""

    def __init__(self, context: Context, need: Need, answer: SendAnswer) -> None:
        super().__init__()
        tr = context.tr
        self._answer = answer
        known = {place: field for field, place in need.known.items()}
        meanings = [("", tr("not used")), *((key, tr(title)) for key, title in need.fields)]
        self.choices: dict[int, Choice] = {}
        titles = (tr("Heading in the file"), tr("For example"), tr("Meaning"))
        lines: list[list[QWidget]] = [[label(title, "small") for title in titles]]
        for offer in need.offers:
            choice = self.choices[offer.place] = Choice(meanings)
            choice.set_value(known.get(offer.place, ""))
            choice.setAccessibleName(offer.heading)
            lines.append([label(offer.heading), label(offer.sample[:40], tone="muted"), choice])
        table = grid(lines, across=16, down=6, stretch=3)
        table.setColumnMinimumWidth(2, 240)
        self.button = Button(tr("Use these meanings"))
        self.button.clicked.connect(self._send_answer)
        remembered = label(tr("The answer is remembered."), "small")
        column(table, row(self.button, (remembered, 1), spacing=12), parent=self)

    def _send_answer(self) -> None:
        chosen = {choice.value(): place for place, choice in self.choices.items() if choice.value()}
        self._answer(chosen)


class NameQuestions(QWidget):
    """Asks about unknown names, one line each. `answered` carries the name and its Answer, None without one."""

    answered = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stored_answers: Mapping[str, Answer] = {}
        self._answers: dict[str, Answer | None] = {}
        self._lines: dict[str, tuple[QWidget, ...]] = {}
        self._hidden: list[Unmatched] = []
        self._limit = SHOWN
        self.choices: dict[str, Choice] = {}
        self._grid = grid([], across=16, down=6)
        for at, share in enumerate((1, 2, 2)):
            self._grid.setColumnStretch(at, share)
        self.more = LinkButton("")
        self.more.clicked.connect(self._show_hidden)
        column(self._grid, self.more, parent=self)

    def show_names(self, names: Sequence[Unmatched], answers: Mapping[str, Answer]) -> None:
        """Ask about these names and show the answers so far; existing lines keep what is typed in them."""
        self._stored_answers = answers
        for name in self.choices.keys() - {unmatched.name for unmatched in names}:
            self._remove(name)
        for name in self.choices:
            self._show_answer(name)
        without_line = [unmatched for unmatched in names if unmatched.name not in self.choices]
        self._hidden = sorted(without_line, key=lambda unmatched: not unmatched.suggestions)
        self._fill()

    def _show_hidden(self) -> None:
        self._limit = len(self.choices) + len(self._hidden)
        self._fill()

    def _fill(self) -> None:
        while self._hidden and len(self.choices) < self._limit:
            self._add_line(self._hidden.pop(0))
        tr = self._context.tr
        self.more.setText(tr("Show %n more name(s)", "", len(self._hidden)))
        self.more.setVisible(bool(self._hidden))

    def _add_line(self, unmatched: Unmatched) -> None:
        tr = self._context.tr
        offered: list[tuple[Any, str]] = [(None, tr("leave as it is"))]
        offered += [(Answer(person_id=key), tr("is {name}", name=name)) for key, name in unmatched.suggestions]
        offered += [
            (Answer(new_member=True), tr("becomes a member")),
            (Answer(side=Side.ELSEWHERE), tr("is of another chapter")),
            (OTHER, tr("is somebody else…")),
        ]
        choice = Choice(offered)
        choice.setAccessibleName(unmatched.name)
        who = PersonEdit(self._context)
        who.hide()
        self.choices[unmatched.name] = choice
        self._answers[unmatched.name] = None
        self._lines[unmatched.name] = line = (label(unmatched.name), choice, who)
        at = self._grid.rowCount()
        for across, part in enumerate(line):
            self._grid.addWidget(part, at, across)

        def choose(value: Any) -> None:
            who.setVisible(value == OTHER)
            if value == OTHER:
                who.setFocus()
            else:
                self._send_answer(unmatched.name, value)

        choice.picked.connect(choose)
        who.chosen.connect(lambda person_id: self._send_answer(unmatched.name, Answer(person_id=person_id)))
        self._show_answer(unmatched.name)

    def _send_answer(self, name: str, answer: Answer | None) -> None:
        self._answers[name] = answer
        self.answered.emit(name, answer)

    def _show_answer(self, name: str) -> None:
        """Show an answer if it came from the card of another file."""
        answer = self._stored_answers.get(name)
        if self._answers[name] == answer:
            return
        self._answers[name] = answer
        choice, who = self.choices[name], self._lines[name][-1]
        choice.set_value(answer)
        if choice.currentIndex() < 0:
            choice.set_value(OTHER)
        who.setVisible(choice.value() == OTHER)

    def _remove(self, name: str) -> None:
        del self.choices[name], self._answers[name]
        for part in self._lines.pop(name):
            part.hide()
            part.deleteLater()
