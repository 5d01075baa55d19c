"""The card of the chapter that is looked at: its name, day, place, money and logo, each stored as it is edited."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import LANGUAGES
from chapterdesk.store.chapters import ChapterRow, edit_chapter, logo, set_logo
from chapterdesk.store.replanning import replan
from chapterdesk.ui.widgets import Button, Card, Choice, FieldError, LineEdit, TimeEdit, label
from chapterdesk.ui.widgets.chapter_fields import countries, currencies, kinds, regions, weekdays
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.pictures import read_logo

LOGO = (160, 72)
"""Pixels that the logo takes on the card."""


class ChapterData(Card):
    """What the chapter is. One edit is one change that can be undone; a name that is taken is said beside the field."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("This chapter"), parent)
        self.setProperty("stores", "true")
        self._context = context
        self._chapter_id = 0
        self._kept: frozenset[str] = frozenset()
        """The fields whose values could not be stored; they keep what was chosen or typed."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self.name = LineEdit()
        self.name_error = FieldError(self.name)
        self.kind = Choice(kinds(context))
        self.weekday = Choice(weekdays(context))
        self.time = TimeEdit(context)
        self.place = LineEdit(placeholder=tr("where the chapter meets"))
        self.language = Choice(list(LANGUAGES.items()))
        self.currency = Choice()
        self.country = Choice()
        self.region = Choice()
        self._add(0, 0, tr("Name of the chapter or group"), self.name, self.name_error, columns=2)
        self._add(1, 0, tr("Kind of group"), self.kind)
        self._add(1, 1, tr("Language of the group"), self.language)
        self._add(2, 0, tr("Meets on"), self.weekday)
        self._add(2, 1, tr("Starts at"), self.time)
        self._add(3, 0, tr("Place"), self.place, columns=2)
        self._add(4, 0, tr("Country"), self.country)
        self._add(4, 1, tr("Region"), self.region)
        self._add(5, 0, tr("Currency"), self.currency)
        self._add(5, 1, tr("Logo, for the reports"), self._make_logo())
        self.body.addLayout(grid)
        self.name.committed.connect(lambda value: self._store(name=value))
        self.place.committed.connect(lambda value: self._store(place=value))
        self.time.changed.connect(lambda value: self._store(start_time=value))
        self.kind.picked.connect(lambda value: self._store(kind=value))
        self.weekday.picked.connect(lambda value: self._store(weekday=value))
        self.language.picked.connect(lambda value: self._store(language=value))
        self.currency.picked.connect(lambda value: self._store(currency=value))
        self.country.picked.connect(lambda value: self._store(country=value, subdivision=""))
        self.region.picked.connect(lambda value: self._store(subdivision=value))

    def _add(self, row: int, column: int, caption: str, *fields: QWidget, columns: int = 1) -> None:
        cell = QVBoxLayout()
        cell.setSpacing(4)
        words = label(caption, "small")
        words.setBuddy(fields[0])
        fields[0].setAccessibleName(caption)
        cell.addWidget(words)
        for field in fields:
            cell.addWidget(field)
        cell.addStretch(1)
        self._grid.addLayout(cell, row, column, 1, columns)

    def _make_logo(self) -> QWidget:
        tr = self._context.tr
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.picture = QLabel()
        self.picture.setAccessibleName(tr("Logo"))
        self.choose_logo = Button(tr("Choose…"), context=self._context, icon="image")
        self.drop_logo = Button(tr("Remove"))
        self.choose_logo.clicked.connect(self._choose_logo)
        self.drop_logo.clicked.connect(lambda: self._change_logo(N_("Remove the logo"), None))
        self.logo_error = FieldError()
        row.addWidget(self.picture)
        row.addWidget(self.choose_logo)
        row.addWidget(self.drop_logo)
        row.addWidget(self.logo_error, 1)
        row.addStretch(1)
        return made

    def refresh(self) -> None:
        """Show what is stored."""
        context = self._context
        row = context.chapter
        if row.id != self._chapter_id:
            self._chapter_id, self._kept = row.id, frozenset()
        if not self._kept:
            self.name_error.say("")
        texts: tuple[tuple[str, Callable[[Any], object], Any], ...] = (
            ("name", self.name.set_stored, row.name),
            ("place", self.place.set_stored, row.place),
            ("kind", self.kind.set_value, row.kind),
            ("weekday", self.weekday.set_value, row.weekday),
            ("start_time", self.time.set_value, row.start_time),
            ("language", self.language.set_value, row.language),
        )
        for name, show, value in texts:
            if name not in self._kept:
                show(value)
        for name, choice, choices, value in (
            ("currency", self.currency, currencies(context, row.currency), row.currency),
            ("country", self.country, countries(context, row.country), row.country),
            ("subdivision", self.region, regions(context, row.country), row.subdivision),
        ):
            if name not in self._kept:
                choice.set_choices(choices)
                choice.set_value(value)
        with context.desk.read() as s:
            data = logo(s, row.id)
        picture = QPixmap()
        if data is not None:
            picture.loadFromData(data)
        self.picture.setVisible(not picture.isNull())
        self.drop_logo.setVisible(data is not None)
        if not picture.isNull():
            kept = Qt.AspectRatioMode.KeepAspectRatio
            ratio = self.devicePixelRatioF()
            size = (round(LOGO[0] * ratio), round(LOGO[1] * ratio))
            small = picture.scaled(*size, kept, Qt.TransformationMode.SmoothTransformation)
            small.setDevicePixelRatio(ratio)
            self.picture.setPixmap(small)

    def _store(self, **fields: Any) -> None:
        row = self._context.chapter
        if all(getattr(row, name) == value for name, value in fields.items()) and not self._kept & fields.keys():
            return
        self._write(row, fields)

    def _write(self, row: ChapterRow, fields: dict[str, Any]) -> None:
        """Store fields of a chapter; what is refused keeps what was typed or chosen."""
        context = self._context

        def work(s: Any) -> None:
            edit_chapter(s, row.id, **fields)
            if fields.keys() & {"weekday", "country", "subdivision"}:
                replan(s, row.id, context.today(), row.weekday if "weekday" in fields else None)

        what, again = N_("Change the data of {chapter}"), partial(self._write, row, fields)
        done = self._change(what, work, self.name_error, ("chapter", row.id, *fields), again)
        self._kept = self._kept - fields.keys() if done else self._kept | fields.keys()

    def _choose_logo(self) -> None:
        tr = self._context.tr
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a logo"), "", tr("Pictures") + " (*.png *.jpg *.jpeg)")
        if not name:
            return
        try:
            data = read_logo(name)
        except ChapterError as error:
            self.logo_error.say(self._context.language.error(error))
            return
        self._change_logo(N_("Change the logo"), data)

    def _change_logo(self, what: str, data: bytes | None) -> None:
        chapter_id = self._context.chapter.id
        self._change(what, lambda s: set_logo(s, chapter_id, data), self.logo_error, ("logo", chapter_id))

    def _change(
        self,
        what: str,
        work: Callable[[Any], object],
        error_place: FieldError,
        key: Hashable,
        again: Callable[[], object] | None = None,
    ) -> bool:
        context = self._context

        def act() -> None:
            with context.desk.change(what, chapter=context.chapter.name) as s:
                work(s)

        return context.attempt(act, error_place.say, again=again, key=key)
