"""Names that moved: FieldColumn to bound_field, check_day to date_edit, narrow to choices."""

from collections.abc import Callable, Hashable

from chapterdesk.ui.widgets import FieldError
from chapterdesk.ui.widgets.bound_field import FieldColumn as Fields
from chapterdesk.ui.widgets.choices import narrow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.date_edit import check_day

__all__ = ["Fields", "attempt", "check_day", "narrow"]


def attempt(
    context: Context,
    error: FieldError,
    action: Callable[[], object],
    again: Callable[[], object] | None = None,
    key: Hashable | None = None,
) -> bool:
    """Do something that a ChapterError may refuse, and say it beside the field; tell whether it was done."""
    return context.attempt(action, error.say, again=again, key=key or error)
