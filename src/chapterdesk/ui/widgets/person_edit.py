"""A name typed with help: the people of the file appear as letters are typed, in any order and without accents."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from chapterdesk.domain.finding import fit, from_match, matched_beside
from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import fold, matches
from chapterdesk.store.people import NameRow, names
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW, RowModel, TableColumn

SHOWN = 8
_ORDER = {Standing.MEMBER: 0, Standing.VISITOR: 1, Standing.FORMER: 2, Standing.OTHER: 3}
Index = QModelIndex | QPersistentModelIndex


class PersonEdit(QLineEdit):
    """A field for one person of the file.

    Enter and Tab take the marked suggestion. `chosen` tells the id of the person; `unresolved` tells a text that is
    nobody yet, when Enter is pressed on it or the focus leaves. `standings` limits who is offered.
    """

    chosen = Signal(int)
    unresolved = Signal(str)
    cleared = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        standings: frozenset[Standing] | None = None,
        placeholder: str = "",
        people: Callable[[], Sequence[NameRow]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._standings = standings
        self._people = people or self._of_the_file
        self._excluded: frozenset[int] = frozenset()
        self._known: Sequence[NameRow] | None = None
        self._person_id: int | None = None
        self._told = ""
        self._before: tuple[int | None, str] = (None, "")
        tr = context.tr
        self.setPlaceholderText(placeholder or tr("Name"))
        self.suggestions = RowModel([TableColumn("", self._name)], self)
        self._popup: _Popup | None = None
        self.textEdited.connect(self._typed)

    def person_id(self) -> int | None:
        """Return the person that was chosen, None while the text is nobody."""
        return self._person_id

    def set_person(self, person_id: int | None, name: str = "") -> None:
        """Show somebody as chosen (None: empty the field); tells nothing."""
        self._person_id = person_id
        self._told = name
        self._before = person_id, name
        self.setText(name)
        if not self.hasFocus():
            self.home(False)  # noqa: FBT003 - Qt's own signature; a long name shows its beginning
        self._hide()

    def exclude(self, person_ids: frozenset[int]) -> None:
        """Do not offer these people: the giver of a slip is not its receiver."""
        self._excluded = person_ids

    def _of_the_file(self) -> Sequence[NameRow]:
        with self._context.desk.read() as s:
            return names(s, self._context.chapter.id, self._context.today())

    def _name(self, row: NameRow) -> str:
        return self._context.language.name(row.first_name, row.last_name)

    def offers(self, query: str) -> list[NameRow]:
        """Return who fits what is typed, best first (see `fit`); of those who fit alike members come before others.

        First surnames and first names come before what stands behind them, and then those whom `people` gives first.
        """
        if self._known is None:
            self._known = self._people()
        found: list[tuple[tuple[int, int, int, int], NameRow]] = []
        for at, row in enumerate(self._known):
            if row.person_id in self._excluded or (self._standings and row.standing not in self._standings):
                continue
            if not matches(query, row.plain):
                continue
            fits = fit(query, row.first_name, row.last_name, f"{row.company} {row.classification}")
            if fits is not None:
                found.append(((fits[0], _ORDER.get(row.standing, 9), fits[1], at), row))
        return [row for _rank, row in sorted(found, key=lambda hit: hit[0])[:SHOWN]]

    def beside(self, row: NameRow) -> tuple[str, bool]:
        """Return what is said of somebody beside the name, and whether that is why they are offered."""
        tr = self._context.tr
        matched = matched_beside(self.text(), self._name(row), row.classification, row.company)
        about = matched or row.classification or row.company
        if row.standing is not Standing.MEMBER:
            about = tr(row.standing.label) if not about else f"{about} · {tr(row.standing.label)}"
        return about, bool(matched)

    def is_half_typed(self) -> bool:
        """Tell whether a name is begun, or was rubbed out, and nobody is chosen yet."""
        return self.isModified() and self._person_id is None and self.text().strip() != self._told

    def take_back(self) -> None:
        """Show who was chosen before."""
        self.set_person(*self._before)

    def _typed(self, text: str) -> None:
        if self._person_id is not None:
            self._person_id = None
            self.cleared.emit()
        offers = self.offers(text) if text.strip() else []
        self.suggestions.set_rows(offers)
        if not offers:
            self._hide()
            return
        if self._popup is None:
            self._popup = _Popup(self, self._context)
        self._popup.show_under()

    def _take(self, row: NameRow) -> None:
        self.set_person(row.person_id, self._name(row))
        self.chosen.emit(row.person_id)

    def _settle(self) -> None:
        """Take who is meant beyond doubt, or tell that it is nobody yet."""
        text = self.text().strip()
        if self._person_id is not None or not text:
            return
        exact = [row for row in self.offers(text) if fold(self._name(row)) == fold(text)]
        if len(exact) == 1:
            self._take(exact[0])
        elif text != self._told:
            self._told = text
            self.unresolved.emit(text)

    @property
    def is_open(self) -> bool:
        """Tell whether suggestions are shown."""
        return self._popup is not None and self._popup.isVisible()

    def event(self, event: QEvent) -> bool:
        """Qt: Esc belongs to the suggestions while they are shown, before any shortcut; Tab takes the marked one."""
        if isinstance(event, QKeyEvent) and self.is_open and self._popup is not None:
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._take(self._popup.marked())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows mark, Enter takes, Esc hides the suggestions."""
        if self.is_open and self._popup is not None:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    self._popup.move_mark(1 if event.key() == Qt.Key.Key_Down else -1)
                    return
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take(self._popup.marked())
                    return
                case Qt.Key.Key_Escape:
                    self._hide()
                    return
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._told = ""
            self._settle()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: who is in the file is asked again each time the field is entered."""
        super().focusInEvent(event)
        self._known = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: leaving settles who is meant."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._hide()
        self._settle()
        self.home(False)  # noqa: FBT003 - Qt's own signature; a long name shows its beginning

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def pick(self, index: QModelIndex) -> None:
        """Take the suggestion that was clicked."""
        self._take(index.data(ROW))


class _Popup(QFrame):
    """The suggestions: a part of the same window, so that the focus stays in the field and Wayland agrees."""

    def __init__(self, field: PersonEdit, context: Context) -> None:
        super().__init__(field.window())
        self.setObjectName("popup")
        self._field = field
        field.destroyed.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self._list = QListView()
        self._list.setModel(field.suggestions)
        field.suggestions.setParent(self)  # a list must not outlive its model
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_NameDelegate(context, field, self._list))
        tr = context.tr
        self._list.setAccessibleName(tr("Suggestions"))
        self._list.clicked.connect(field.pick)
        column.addWidget(self._list)

    def show_under(self) -> None:
        """Stand under the field, or above it when there is no room; mark the first."""
        window, count = self._field.window(), self._field.suggestions.rowCount()
        if self.parent() is not window:
            self.setParent(window)
        height = count * max(self._list.sizeHintForRow(0), 36) + 14
        width = max(self._field.width(), 340)
        place = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        if place.y() + height > window.height():
            place = self._field.mapTo(window, QPoint(0, -height - 4))
        left = max(4, min(place.x(), window.width() - width - 8))
        self.setGeometry(QRect(left, max(4, place.y()), width, height))
        self._list.setCurrentIndex(self._field.suggestions.index(0, 0))
        self.show()
        self.raise_()

    def marked(self) -> Any:
        """Return the marked person."""
        return self._list.currentIndex().data(ROW)

    def move_mark(self, by: int) -> None:
        """Mark the next or the previous suggestion, round the ends."""
        count = self._field.suggestions.rowCount()
        at = (self._list.currentIndex().row() + by) % count
        self._list.setCurrentIndex(self._field.suggestions.index(at, 0))


class _NameDelegate(QStyledItemDelegate):
    """One suggestion: the name, and beside it the seat or the company, and who is no member.

    Where the letters are in neither of the names, what has them stands beside it in the accent colour.
    """

    def __init__(self, context: Context, field: PersonEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._field = field

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: rows that a finger can hit."""
        return QSize(super().sizeHint(option, index).width(), max(36, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the name in ink and the rest muted."""
        row: NameRow = index.data(ROW)
        style = self._context.style
        painter.save()
        marked = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent-soft"))
            painter.drawRoundedRect(option.rect, 6, 6)
        box = option.rect.adjusted(10, 0, -10, 0)
        name = str(index.data())
        painter.setFont(option.font)
        painter.setPen(style.colour("ink"))
        name = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        about, why = self._field.beside(row)
        rest = box.adjusted(option.fontMetrics.horizontalAdvance(name) + 16, 0, 0, 0)
        painter.setPen(style.colour("accent" if why else "muted"))
        if why and option.fontMetrics.horizontalAdvance(about) > rest.width():
            about = from_match(self._field.text(), about)
        about = option.fontMetrics.elidedText(about, Qt.TextElideMode.ElideRight, max(rest.width(), 0))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, about)
        painter.restore()
