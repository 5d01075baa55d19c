"""What narrows the change log: words, a person, what the actions are about, and days."""

from PySide6.QtWidgets import QWidget

from chapterdesk.store.changes.fields import LoggedThing
from chapterdesk.store.changes.log_search import LogFilter
from chapterdesk.ui.widgets import Choice
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.filter_bar import FilterBar
from chapterdesk.ui.widgets.stored_fields import narrow


class LogFilters(FilterBar):
    """The fields over the list; it begins with everything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        self.about: Choice = Choice([(None, tr("Everything")), *((one, tr(one.label)) for one in LoggedThing)])
        self.about.setAccessibleName(tr("What it is about"))
        narrow(self.about, 16)
        super().__init__(context, parent, more=[self.about], days=None)
        self.about.picked.connect(lambda _value: self._narrow())

    def wanted(self) -> LogFilter:
        """Return what is asked for."""
        about: LoggedThing | None = self.about.value()
        return LogFilter(
            person_id=self.person.person_id(),
            tables=about.tables if about is not None else None,
            period=self.period(),
            words=self.search.text(),
        )

    def set_person(self, person_id: int | None = None, name: str = "") -> None:
        """Want all that concerns a person, or anybody, on any day; not told by `narrowed`."""
        self.about.set_value(None)
        self.days.set_value(None)
        super().set_person(person_id, name)
        self.person.setCursorPosition(0)

    def _show_clear(self) -> None:
        fields = (self.search.text().strip(), self.person.text().strip(), self.about.value() is not None)
        self.clear.setVisible(any(fields) or self.days.value is not None)
