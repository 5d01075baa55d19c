"""The names of a file that nobody of the chapter has, each with the likely answers; the answer is kept for good."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from chapterdesk.domain.slips import Side
from chapterdesk.importers.results import Answer, Preview, Unmatched
from chapterdesk.ui.widgets import Choice, LinkButton, PersonEdit, label
from chapterdesk.ui.widgets.context import Context

SHOWN = 8
"""Names shown at once; the others on demand, since a file can hold hundreds of strangers."""
OTHER = "other"
Told = Callable[[str, Answer | None], None]


class Asked:
    """The names that were asked about, by file: one that is answered stays on its card, so that it can be changed."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, Unmatched]] = {}

    def names(self, preview: Preview, answers: Mapping[str, Answer]) -> list[Unmatched]:
        """Return the names to show on the card of a file: those still unknown and those answered here."""
        asked = self._names.setdefault(preview.file_name, {})
        unknown = {one.name for one in preview.unmatched}
        asked.update({one.name: one for one in preview.unmatched if one.name not in asked})
        return [one for one in asked.values() if one.name in unknown or one.name in answers]


class NameQuestions(QWidget):
    """One line for each unknown name. `told(name, answer)` takes each choice; None leaves the name as it is."""

    def __init__(
        self, context: Context, unmatched: Sequence[Unmatched], given: Mapping[str, Answer], told: Told
    ) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._told = told
        self._given = given
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 2)
        self._column.addLayout(self._grid)
        self.choices: dict[str, Choice] = {}
        self._rest: list[Unmatched] = []
        likely = sorted(unmatched, key=lambda one: not one.suggestions)
        for one in likely[:SHOWN]:
            self._add(one)
        self._rest = likely[SHOWN:]
        self.more = LinkButton(tr("Show %n more name(s)", "", len(self._rest)))
        self.more.clicked.connect(self._show_rest)
        self.more.setVisible(bool(self._rest))
        self._column.addWidget(self.more)

    def _show_rest(self) -> None:
        self.more.hide()
        for one in self._rest:
            self._add(one)

    def _add(self, one: Unmatched) -> None:
        tr = self._context.tr
        at = len(self.choices)
        choices: list[tuple[Any, str]] = [(None, tr("leave as it is"))]
        choices += [(Answer(person_id=key), tr("is {name}", name=name)) for key, name in one.suggestions]
        choices += [
            (Answer(new_member=True), tr("becomes a member")),
            (Answer(side=Side.ELSEWHERE), tr("is of another chapter")),
            (OTHER, tr("is somebody else…")),
        ]
        choice = Choice(choices)
        choice.setAccessibleName(one.name)
        given = self._given.get(one.name)
        who = PersonEdit(self._context)
        who.hide()
        if given is not None and all(given != value for value, _text in choices):
            choice.set_value(OTHER)
            who.show()
        else:
            choice.set_value(given)
        self.choices[one.name] = choice
        self._grid.addWidget(label(one.name), at, 0)
        self._grid.addWidget(choice, at, 1)
        self._grid.addWidget(who, at, 2)

        def take(value: Any) -> None:
            who.setVisible(value == OTHER)
            if value == OTHER:
                who.setFocus()
            else:
                self._told(one.name, value)

        choice.picked.connect(take)
        who.chosen.connect(lambda person_id: self._told(one.name, Answer(person_id=person_id)))
