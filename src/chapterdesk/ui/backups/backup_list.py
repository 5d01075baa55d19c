"""The list of the backups: when, why, how much, how large, and whether each is sound."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.ui.backups import words
from chapterdesk.ui.backups.words import Line
from chapterdesk.ui.context import Context
from chapterdesk.ui.rows import Column, RowModel, RowTable

SIZE: Final = 3
"""The column of the size."""
WIDE: Final = 76
"""Characters of width that all columns take."""


class BackupList(RowTable):
    """All backups of the open file, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr, language = context.tr, context.language

        def state_icon(line: Line) -> QIcon:
            state = words.state_of(context, line)
            return context.style.icon(state.icon, state.tone, 16)

        def state_colour(line: Line) -> QColor:
            return context.style.colour(words.state_of(context, line).tone)

        def state_tip(line: Line) -> str:
            return "\n".join(language.error(finding) for finding in line.findings or ())

        columns = (
            Column(
                tr("Made on"),
                lambda line: words.short_moment(context, line.backup),
                sort=lambda line: line.backup.at,
                tip=lambda line: str(line.backup.path),
            ),
            Column(tr("Why"), lambda line: tr(line.backup.reason.label), grow=True),
            Column(
                tr("Rows"),
                lambda line: line.backup.counts.rows or None,
                show=language.number,
                align="right",
            ),
            Column(
                tr("Size"),
                lambda line: words.size(context, line.backup.size),
                align="right",
                sort=lambda line: line.backup.size,
            ),
            Column(
                tr("State"),
                lambda line: words.state_of(context, line).text,
                icon=state_icon,
                colour=state_colour,
                tip=state_tip,
            ),
        )
        super().__init__(RowModel(columns), parent)
        self.setAccessibleName(tr("Backups"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is no room for all columns the size gives way; the card says it too."""
        self.setColumnHidden(SIZE, event.size().width() < WIDE * self.fontMetrics().averageCharWidth())
        super().resizeEvent(event)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List these; the one that was chosen stays so."""
        kept = self.current_row()
        self.rows_model.set_rows(lines)
        if kept is not None:
            self.choose(kept.backup.path)

    def choose(self, path: object) -> bool:
        """Make the backup at a path the current one; tell whether it is there."""
        return self.select(lambda line: line.backup.path == path)
