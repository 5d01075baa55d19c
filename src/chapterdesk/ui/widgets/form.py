"""Forms made from dataclasses: one field of the class is one field on the screen.

Used for the options of a report and for preferences. Each field carries `metadata["label"]` (translatable) and may
carry `metadata["choices"]` as ((value, label), …). Types understood: bool, str, int, date,
enumerations and `| None` of them.
"""

import dataclasses
import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from chapterdesk.ui.widgets import BoxWords, Choice, DateEdit, LineEdit, label
from chapterdesk.ui.widgets.context import Context

Maker = Callable[[Any, Callable[[Any], None]], QWidget]


class OptionsForm(QWidget):
    """The fields of one dataclass, one under the other; `changed` tells the new instance after each edit.

    `special` maps a field's type to a function (value, tell) that makes its widget, for types that belong to the screen
    alone (a period, a meeting); it calls `tell(new value)`.
    """

    changed = Signal(object)

    def __init__(
        self,
        context: Context,
        values: Any,
        parent: QWidget | None = None,
        *,
        special: dict[type, Maker] | None = None,
        skip: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._special = special or {}
        self.values = values
        self.fields: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        tr = context.tr
        hints = typing.get_type_hints(type(values))
        for item in dataclasses.fields(values):
            if item.name in skip:
                continue
            text = tr(item.metadata.get("label", item.name))
            kind = _without_none(hints[item.name])
            widget = self._widget(item, kind)
            self.fields[item.name] = widget
            widget.setAccessibleName(text)
            if isinstance(widget, QCheckBox):
                row = QHBoxLayout()
                row.setSpacing(4)
                row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(BoxWords(text, widget), 1)
                column.addLayout(row)
            else:
                caption = label(text, "small", wrap=True)
                caption.setBuddy(widget)
                column.addWidget(caption)
                column.addWidget(widget)
            column.addSpacing(8)

    def _widget(self, item: dataclasses.Field[Any], kind: Any) -> QWidget:
        tr = self._context.tr
        value = getattr(self.values, item.name)

        def tell(new: Any) -> None:
            self._change(item.name, new)

        if kind in self._special:
            return self._special[kind](value, tell)
        if choices := item.metadata.get("choices"):
            return self._choice([(key, tr(name)) for key, name in choices], value, tell)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return self._choice([(one, tr(getattr(one, "label", one.name))) for one in kind], value, tell)
        if kind is bool:
            box = QCheckBox()
            box.setChecked(bool(value))
            box.checkStateChanged.connect(lambda state: tell(state == Qt.CheckState.Checked))
            return box
        if kind is int:
            spin = _Number()
            spin.setRange(0, 9999)
            spin.setValue(value or 0)
            spin.valueChanged.connect(tell)
            return spin
        if kind is dt.date:
            day = DateEdit(self._context, value)
            day.changed.connect(tell)
            return day
        line = LineEdit(value or "")
        line.committed.connect(tell)
        return line

    @staticmethod
    def _choice(choices: Sequence[tuple[Any, str]], value: Any, tell: Callable[[Any], None]) -> Choice:
        choice = Choice(choices)
        choice.set_value(value)
        choice.picked.connect(tell)
        return choice

    def _change(self, name: str, new: Any) -> None:
        if getattr(self.values, name) == new:
            return
        self.values = dataclasses.replace(self.values, **{name: new})
        self.changed.emit(self.values)


class _Number(QSpinBox):
    """A whole number; Up and Down change it, the wheel scrolls the page and never a value by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(7, 0, 7, 0)  # the style sheet's padding does not reach into a spin box

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: leave the wheel to what is around."""
        event.ignore()


def _without_none(kind: Any) -> Any:
    """Return X of `X | None`, and any other type as it is."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        rest = [one for one in typing.get_args(kind) if one is not type(None)]
        return rest[0] if len(rest) == 1 else kind
    return kind
