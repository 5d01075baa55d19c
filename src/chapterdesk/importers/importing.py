"""The steps of an import: detect, prepare a preview, and apply it as one undoable change."""

import dataclasses
import datetime as dt
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_
from chapterdesk.importers.headings import Headings
from chapterdesk.importers.importer import Clues, Importer, Reading
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.plans.known_people import Known
from chapterdesk.importers.reading import Sheet, UnreadableError, read_sheet
from chapterdesk.importers.reading.containers import refuse_size
from chapterdesk.importers.reading.sheet import MAX_BYTES
from chapterdesk.importers.results import Hints, Need, Outcome, Preview, Text, Unmatched
from chapterdesk.importers.unknown_headings import Answers, answered, ask, ask_missing
from chapterdesk.registry import discover
from chapterdesk.store import import_facts as facts
from chapterdesk.store.chapters import ChapterRow, chapter
from chapterdesk.store.desk import Desk
from chapterdesk.store.imports import write

_LEAST_SCORE = 30
_NOBODY_KNOWS = N_("Nothing in the file looks like a summary, an attendance file, a slips file or a list of members")


@cache
def importers() -> dict[str, Importer]:
    """Return all formats by their keys, in the order in which files are imported."""
    found: list[Importer] = list(discover("chapterdesk.importers", "IMPORTER").values())
    return {importer.key: importer for importer in sorted(found, key=lambda importer: importer.order)}


@dataclass(frozen=True, slots=True)
class Job:
    """A file that was read; its preview keeps it until it is applied."""

    file_name: str
    digest: str
    chapter_id: int
    importer: Importer
    reading: Reading
    hints: Hints
    replacing: bool
    columns: tuple[tuple[str, dict[str, int]], ...] = ()  # answers about headings to remember
    draft: Draft | None = None  # the plan of the preview, valid while the desk file has this revision
    revision: int = -1


def detect(source: Path | bytes) -> str | None:
    """Return the key of the format of a file, by its content and never by its name; None when it is unknown."""
    try:
        sheet = read_sheet(_bytes(source))
    except UnreadableError:
        return None
    importer = _recognise(sheet)
    return importer.key if importer else None


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            refuse_size(os.fstat(file.fileno()).st_size)  # before reading any of it
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(N_("The file cannot be opened: {reason}"), reason=reason_of(error)) from error


def _recognise(sheet: Sheet) -> Importer | None:
    scores = {importer.key: importer.score(sheet) for importer in importers().values()}
    best = max(scores, key=lambda key: scores[key])
    return importers()[best] if scores[best] >= _LEAST_SCORE else None


def prepare(
    desk: Desk,
    chapter_id: int,
    paths: Sequence[Path],
    hints: Hints,
    *,
    replace: bool = False,
    progress: Progress = SILENT,
) -> list[Preview]:
    """Return what importing the files would do, one preview for each file in the given order; nothing is written.

    Files are planned in the order members, summary, attendance, slips; each plan considers what the earlier ones will
    make. A file that cannot be imported has a reason (`refused`) or questions (`needs`). Raises Cancelled.
    """
    revision = desk.revision
    with desk.read() as session:
        home = chapter(session, chapter_id)
        answers = facts.column_answers(session)
        opened = [_open(path, home, hints, answers, replace=replace, progress=progress) for path in paths]
        known = Known(session, home)
        previews: dict[int, Preview] = {}
        for place in sorted(range(len(opened)), key=lambda place: _order(opened[place])):
            job = opened[place]
            if isinstance(job, Preview):
                previews[place] = job
            else:
                draft = _draft(job, known)
                kept = draft if len(opened) == 1 else None  # the plan of one of several files may depend on another
                previews[place] = _preview(dataclasses.replace(job, draft=kept, revision=revision), draft)
    return [previews[place] for place in range(len(opened))]


def _order(opened: Job | Preview) -> int:
    return 0 if isinstance(opened, Preview) else opened.importer.order


def _open(
    path: Path, home: ChapterRow, hints: Hints, answers: Answers, *, replace: bool, progress: Progress
) -> Job | Preview:
    """Read one file, without the people of the chapter yet.

    Returns a Preview with the reason when it cannot be read.
    """
    progress.step(0, 0, path.name)
    try:
        data = _bytes(path)
        sheet = read_sheet(data, progress)
    except UnreadableError as error:
        return Preview(path.name, "", "", refused=(error.text, error.params))
    clues = Clues(path.name, home, hints)
    known = answered(sheet, {**answers, **hints.columns})
    columns: tuple[tuple[str, dict[str, int]], ...] = ()
    if known is not None and known[0] in importers():
        importer, headings, signature = importers()[known[0]], known[1], known[2]
        if signature in hints.columns:
            columns = ((signature, dict(hints.columns[signature][1])),)
    else:
        found, question = _headings(sheet)
        if found is None:
            return _unknown(path, sheet, question)
        importer, headings = found
        if question is not None:
            return Preview(path.name, importer.key, importer.title, len(headings.data(sheet)), needs=(question,))
    reading = importer.read(sheet, headings, clues)
    digest = hashlib.sha256(data).hexdigest()
    return Job(path.name, digest, home.id, importer, reading, hints, replace, columns)


def _headings(sheet: Sheet) -> tuple[tuple[Importer, Headings] | None, Need | None]:
    """Return the format and the headings of a sheet, and the question about them."""
    importer = _recognise(sheet)
    headings = importer.find(sheet) if importer else None
    if importer is None or headings is None:
        return None, ask(sheet, importers())
    return (importer, headings), ask_missing(sheet, headings, importer)


def _unknown(path: Path, sheet: Sheet, question: Need | None) -> Preview:
    if question is None:
        return Preview(path.name, "", "", len(sheet.rows), refused=(_NOBODY_KNOWS, {}))
    importer = importers()[question.format]
    return Preview(path.name, importer.key, importer.title, len(sheet.rows) - 1, needs=(question,))


def _draft(job: Job, known: Known) -> Draft:
    """Plan a file that was read."""
    draft = Draft(known, job.hints, job.replacing, job.importer.key, job.file_name, job.digest, job.reading.period)
    draft.problems += job.reading.problems
    if job.reading.refused is not None:
        draft.refuse(job.reading.refused[0], **job.reading.refused[1])
    elif not job.reading.needs:
        job.importer.plan(job.reading.record, draft)
    return draft


def _preview(job: Job, draft: Draft) -> Preview:
    made = draft.made()
    if draft.refused is None:
        draft.known.planned_days.update(draft.days)
        draft.known.note_import(job.importer.key, job.file_name, job.digest, job.reading.period)
    names = draft.unmatched.values()
    return Preview(
        job.file_name,
        job.importer.key,
        job.importer.title,
        job.reading.rows,
        made,
        len(draft.matched),
        tuple(Unmatched(name, draft.known.close(name)) for name in names),
        tuple(draft.problems),
        draft.refused,
        draft.difference,
        period=job.reading.period,
        new=tuple(draft.new),
        claimed=len(draft.claims),
        replaces=tuple(draft.replaces),
        needs=job.reading.needs,
        job=job,
    )


def apply(desk: Desk, previews: Sequence[Preview], progress: Progress = SILENT) -> list[Outcome]:
    """Import the files of the previews as one undoable change and return the outcome of each, in the given order.

    It stores all or nothing. Raises ChapterError when a file is refused or still has a question, also because the desk
    file has changed since the preview. Raises Cancelled.
    """
    jobs = {place: _ready(preview) for place, preview in enumerate(previews)}
    if not jobs:
        return []
    first = next(iter(jobs.values()))
    label = N_("Import {file}") if len(jobs) == 1 else N_("Import {file} and {count} more")
    at = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    outcomes: dict[int, Outcome] = {}
    unchanged = desk.revision
    with desk.change(label, file=first.file_name, count=len(jobs) - 1) as session:
        for place in sorted(jobs, key=lambda place: jobs[place].importer.order):
            job = jobs[place]
            progress.step(0, 0, job.file_name)
            draft = job.draft if job.revision == unchanged else None
            draft = draft or _draft(job, Known(session, chapter(session, job.chapter_id)))
            if draft.refused is not None:
                raise _refusal(job.file_name, draft.refused)
            plan = dataclasses.replace(draft.plan(), columns=job.columns)
            made = write(session, job.chapter_id, plan, at, progress)
            crashpoint("import: a file written")
            outcomes[place] = Outcome(
                job.file_name,
                job.importer.key,
                job.importer.title,
                job.reading.rows,
                made,
                len(draft.matched),
                tuple(map(Unmatched, draft.unmatched.values())),
                tuple(draft.problems),
                None,
                draft.difference,
            )
        progress.step(1, 1)
    return [outcomes[place] for place in range(len(previews))]


def _ready(preview: Preview) -> Job:
    """Return the job of a preview; raises ChapterError when it cannot be applied."""
    if preview.refused is not None:
        raise _refusal(preview.file_name, preview.refused)
    if preview.needs or not isinstance(preview.job, Job):
        need = preview.needs[0] if preview.needs else None
        raise _refusal(preview.file_name, (need.text, need.params) if need else (_NOBODY_KNOWS, {}))
    return preview.job


def _refusal(file_name: str, reason: Text) -> ChapterError:
    return ChapterError(reason[0], **{"file": file_name, **reason[1]})
