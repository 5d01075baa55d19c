"""The list of the backups: when, why, how much, how large, and whether each is sound."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.ui.screens.backups import backup_words
from chapterdesk.ui.screens.backups.backup_words import BackupLine
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn

SIZE: Final = 3
"""The column of the size."""
WIDE: Final = 76
"""Characters of width that all columns take."""


class BackupList(RowTable):
    """All backups of the open file, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr, language = context.tr, context.language

        def state_icon(line: BackupLine) -> QIcon:
            state = backup_words.state_of(context, line)
            return context.style.icon(state.icon, state.tone, 16)

        def state_colour(line: BackupLine) -> QColor:
            return context.style.colour(backup_words.state_of(context, line).tone)

        def state_tip(line: BackupLine) -> str:
            return "\n".join(language.error(finding) for finding in line.findings or ())

        columns = (
            TableColumn(
                tr("Made on"),
                lambda line: context.language.short_moment(line.backup.at),
                sort=lambda line: line.backup.at,
                tip=lambda line: str(line.backup.path),
            ),
            TableColumn(tr("Why"), lambda line: tr(line.backup.reason.label), grow=True),
            TableColumn(
                tr("Rows"),
                lambda line: line.backup.counts.rows or None,
                show=language.number,
                align="right",
            ),
            TableColumn(
                tr("Size"),
                lambda line: backup_words.size(context, line.backup.size),
                align="right",
                sort=lambda line: line.backup.size,
            ),
            TableColumn(
                tr("State"),
                lambda line: backup_words.state_of(context, line).text,
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

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """List these; the one that was chosen stays so."""
        kept = self.current_row()
        self.rows_model.set_rows(lines)
        if kept is not None:
            self.choose(kept.backup.path)

    def choose(self, path: object) -> bool:
        """Make the backup at a path the current one; tell whether it is there."""
        return self.select(lambda line: line.backup.path == path)
