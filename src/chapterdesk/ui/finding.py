"""What the command palette finds by typing: the people of the file, and the reports."""

from chapterdesk.store.people import names
from chapterdesk.ui.context import Context
from chapterdesk.ui.dialogs.command_palette import Entry


def people_and_reports(context: Context) -> list[Entry]:
    """Return an entry for everybody in the file and for every report that can be made."""
    from chapterdesk.domain.text import plain
    from chapterdesk.reports import reports

    tr = context.tr
    with context.desk.read() as s:
        people = names(s, context.chapter.id, context.today())
    found = []
    for row in people:
        seat = row.classification or row.company
        detail = " · ".join(part for part in (seat, tr(row.standing.label)) if part)

        def show(person_id: int = row.person_id) -> None:
            context.go("members", person_id=person_id)

        found.append(
            Entry(context.language.name(row.first_name, row.last_name), detail, show, "user-round", "", row.plain)
        )
    for key, report in reports().items():
        title = tr(report.title)
        words = plain(f"{title} {tr(report.description)} {key}")

        def make(name: str = key) -> None:
            context.go("reports", report=name)

        found.append(Entry(title, tr("Report"), make, report.icon, "", words))
    return found
