"""What the command palette offers and finds, and what the sheet of shortcuts shows."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from chapterdesk.domain.text import plain
from chapterdesk.i18n import LANGUAGES, Language
from chapterdesk.store.people import names
from chapterdesk.ui.shell.palette import CommandPalette, PaletteEntry, entry
from chapterdesk.ui.shell.shortcuts import ShortcutSheet
from chapterdesk.ui.shell.workspace import Workspace
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context


@cache
def _speaking(code: str, kind: str | None) -> Language:
    return Language(code, kind)


def _other(context: Context) -> Language:
    """Return the language that the window does not speak: what is known by its word there is found by that too."""
    now = context.language
    return _speaking(next(code for code in LANGUAGES if code != now.code), now.kind)


def _other_words(context: Context, commands: Callable[[], Sequence[Command]]) -> list[str]:
    """Return by what words commands are found in the language that the window does not speak, in their order."""
    found = context.session.speech.in_language(_other(context), commands)
    return [f"{one.title} {one.keywords}" for one in found]


def show_palette(
    context: Context, window: QWidget, workspace: Workspace | None, everywhere: Callable[[], Sequence[Command]]
) -> None:
    """Show the palette: first what the visible screen can do, then the places, then what can be done anywhere."""
    tr = context.tr
    entries: list[PaletteEntry] = []
    if workspace is not None:
        screen = workspace.visible_screen
        of_screen = screen.commands()
        others = _other_words(context, screen.commands)
        entries += [entry(one, tr(screen.entry.title), other) for one, other in zip(of_screen, others, strict=True)]
        others = [_other(context).tr(one.title) for one in workspace.entries.values()]
        entries += [
            entry(one, tr("Go to"), other) for one, other in zip(workspace.places.values(), others, strict=True)
        ]
    others = _other_words(context, everywhere)
    known = zip(everywhere(), others, strict=True)
    entries += [entry(one, "", other) for one, other in known if one.shortcut != "Ctrl+K"]
    more = partial(people_and_reports, context) if workspace is not None else list
    CommandPalette(context, window, entries, more).open()


def show_sheet(context: Context, window: QWidget, workspace: Workspace | None, commands: Sequence[Command]) -> None:
    """Show the sheet of shortcuts: of the visible screen, of the program, of the places."""
    tr = context.tr
    groups: list[tuple[str, Sequence[Command]]] = [(tr("Everywhere"), commands)]
    if workspace is not None:
        screen = workspace.visible_screen
        groups.insert(0, (tr(screen.entry.title), screen.commands()))
        groups.append((tr("Go to"), list(workspace.places.values())))
    ShortcutSheet(context, window, groups).open()


def people_and_reports(context: Context) -> list[PaletteEntry]:
    """Return an entry for everybody in the file and for every report that can be made."""
    from chapterdesk.reports import reports

    tr = context.tr
    with context.desk.read() as s:
        people = names(s, context.chapter.id, context.today())
    found = []
    for row in people:
        seat = row.classification or row.company
        detail = " · ".join(part for part in (seat, tr(row.standing.label)) if part)
        name = context.language.name(row.first_name, row.last_name)
        show = partial(context.go, "members", person_id=row.person_id)
        found.append(PaletteEntry(name, detail, show, "user-round", "", row.plain))
    for key, report in reports().items():
        title = tr(report.title)
        other = _other(context)
        words = plain(f"{title} {tr(report.description)} {key} {other.tr(report.title)} {other.tr(report.description)}")
        make = partial(context.go, "reports", report=key)
        found.append(PaletteEntry(title, tr("Report"), make, report.icon, "", words))
    return found
