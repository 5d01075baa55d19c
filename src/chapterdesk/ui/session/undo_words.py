"""Undo and redo in words: what would be taken back, and what was."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chapterdesk.ui.widgets.context import Context


def undo_text(context: "Context") -> str:
    """Return "Undo" with the name of what it would undo."""
    tr, step = context.tr, context.desk.undo_step
    return tr("Undo") if step is None else tr("Undo: {what}", what=tr(step.label, **step.params))


def redo_text(context: "Context") -> str:
    """Return "Redo" with the name of what it would redo."""
    tr, step = context.tr, context.desk.redo_step
    return tr("Redo") if step is None else tr("Redo: {what}", what=tr(step.label, **step.params))


def undo(context: "Context") -> None:
    """Undo the last change and say which it was; raises ChapterError when the store refuses."""
    tr, step = context.tr, context.desk.undo() if context.desk.can_undo else None
    if step is None:
        context.notify(tr("There is nothing to undo."))
    else:
        what = tr(step.label, **step.params)
        context.notify(tr("Undone: {what}", what=what), tr("Redo"), context.redo)


def redo(context: "Context") -> None:
    """Redo what was undone last and say what it was; raises ChapterError when the store refuses."""
    tr, step = context.tr, context.desk.redo() if context.desk.can_redo else None
    if step is None:
        context.notify(tr("There is nothing to redo."))
    else:
        what = tr(step.label, **step.params)
        context.notify(tr("Redone: {what}", what=what), tr("Undo"), context.undo)
