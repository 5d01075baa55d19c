"""Forms made from dataclasses (options of reports, preferences): each field of the class is a field of the form.

A field has `metadata["label"]` (translatable) and may have `metadata["choices"]` as ((value, label), …). Its type is
bool, str, int, date or an enumeration, or `| None` of these.
"""

import dataclasses
import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from chapterdesk.ui.widgets import BoxWords, Choice, DateEdit, LineEdit, label
from chapterdesk.ui.widgets.bound_field import FieldSpec, make_editor, on_change, show_value
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import NumberEdit
from chapterdesk.ui.widgets.layout import add, column, row

Maker = Callable[[Any, Callable[[Any], None]], QWidget]
_EDITORS: dict[Any, type[QWidget]] = {bool: QCheckBox, int: NumberEdit, dt.date: DateEdit}
_EMPTY = {NumberEdit: 0, LineEdit: "", QCheckBox: False}
"""The value that an editor shows for None."""


class OptionsForm(QWidget):
    """The fields of one dataclass; `changed` is emitted with the new instance after each edit.

    `special` maps other types of fields (a period, a meeting) to a function (value, set_value) that makes the widget.
    """

    changed = Signal(object)

    def __init__(
        self,
        context: Context,
        values: Any,
        *,
        special: dict[type, Maker] | None = None,
        skip: Sequence[str] = (),
    ) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.values = values
        self.fields: dict[str, QWidget] = {}
        stack = column(spacing=4, parent=self)
        hints = typing.get_type_hints(type(values))
        for item in dataclasses.fields(values):
            if item.name in skip:
                continue
            kind, text = _without_none(hints[item.name]), tr(item.metadata.get("label", item.name))
            make = (special or {}).get(kind)
            if make is not None:
                widget = make(getattr(values, item.name), partial(self._change, item.name))
            else:
                widget = self._widget(item, kind)
            self.fields[item.name] = widget
            widget.setAccessibleName(text)
            if isinstance(widget, QCheckBox):
                add(stack, row((widget, Qt.AlignmentFlag.AlignTop), (BoxWords(text, widget), 1), spacing=4), 8)
                continue
            caption = label(text, "small", wrap=True)
            caption.setBuddy(widget)
            add(stack, caption, widget, 8)

    def _widget(self, item: dataclasses.Field[Any], kind: Any) -> QWidget:
        choices = item.metadata.get("choices", ())
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            choices = choices or kind
        editor = Choice if choices else _EDITORS.get(kind, LineEdit)
        widget = make_editor(self._context, FieldSpec(item.name, "", editor, choices=choices))
        value = getattr(self.values, item.name)
        show_value(widget, _EMPTY.get(editor) if value is None else value)
        on_change(widget, partial(self._change, item.name))
        return widget

    def _change(self, name: str, new: Any) -> None:
        if getattr(self.values, name) == new:
            return
        self.values = dataclasses.replace(self.values, **{name: new})
        self.changed.emit(self.values)


def _without_none(kind: Any) -> Any:
    """Return X of `X | None`, and any other type as it is."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        rest = [member for member in typing.get_args(kind) if member is not type(None)]
        return rest[0] if len(rest) == 1 else kind
    return kind
