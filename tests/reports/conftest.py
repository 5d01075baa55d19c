"""Fixtures of the tests of reports: a small invented chapter in a desk file, and an empty chapter."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from chapterdesk.document.blocks import Block
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import Role, Status
from chapterdesk.domain.slips import Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind
from chapterdesk.i18n import Language
from chapterdesk.reports import build, produce, render_pdf, reports
from chapterdesk.store import chapters, meetings, members, roles, roll, seats, slips, visits
from chapterdesk.store.sqlite.file import DeskFile

TODAY = dt.date(2026, 3, 6)
MEETINGS = tuple(dt.date(2026, 3, 5) - dt.timedelta(weeks=back) for back in (3, 2, 1, 0))
NEXT = dt.date(2026, 3, 12)
PEOPLE = (
    ("Ana", "García López", "Abogada", "Bufete García"),
    ("Bruno", "Martín Ruiz", "Arquitecto", "Estudio Martín"),
    ("Carmen", "Núñez Peña", "Fisioterapeuta", "Clínica Núñez"),
    ("Diego", "Ortega Sanz", "Fotógrafo", "=Luz & Sombra <SL>"),
)
Prepared = dict[str, tuple[Path, int, tuple[int, ...]]]
P, A, L, M, S = Code
CODES = ((P, P, P, P), (P, A, A, A), (P, L, M, P), (S, P, P, P))
"""By person, then by meeting."""


@dataclass
class Press:
    """A desk file and its reports."""

    desk: DeskFile
    chapter: int
    folder: Path
    people: tuple[int, ...] = ()

    def blocks(self, name: str, language: str = "en", **options: Any) -> list[Block]:
        """Build a report and return its blocks."""
        report = reports()[name]
        wanted = report.options(**options)
        return build(self.desk, self.chapter, report, wanted, Language(language), TODAY)[1]

    def pdf(self, name: str, language: str = "en", **options: Any) -> bytes:
        """Return a report as PDF."""
        report = reports()[name]
        return render_pdf(self.desk, self.chapter, report, report.options(**options), Language(language), TODAY)

    def file(self, name: str, ending: str, language: str = "en", **options: Any) -> Path:
        """Write a report to a file and return its path."""
        report = reports()[name]
        target = self.folder / f"{name}-{language}.{ending}"
        return produce(self.desk, self.chapter, report, report.options(**options), Language(language), TODAY, target)

    def act(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a store function as one change."""
        with self.desk.change("Act") as s:
            return function(s, *args, **kwargs)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The two desk files, made once and copied for each test: path, chapter, people."""
    folder = tmp_path_factory.mktemp("desks")
    with DeskFile.create(folder / "empty.chapterdesk") as desk, desk.change("Begin") as s:
        nothing = chapters.add_chapter(s, name="Grupo Vacío", language="es", weekday=3)
    with DeskFile.create(folder / "small.chapterdesk") as desk, desk.change("A small chapter") as s:
        chapter, people = _small(s)
    return {
        "empty": (folder / "empty.chapterdesk", nothing, ()),
        "small": (folder / "small.chapterdesk", chapter, people),
    }


@pytest.fixture
def empty(prepared: Prepared, tmp_path: Path) -> Iterator[Press]:
    """A chapter in which nothing has happened."""
    yield from _opened(prepared["empty"], tmp_path)


@pytest.fixture
def small(prepared: Prepared, tmp_path: Path) -> Iterator[Press]:
    """Four members, four meetings up to yesterday, one to come; slips of every kind, two visitors, a former member."""
    yield from _opened(prepared["small"], tmp_path)


def _opened(made: tuple[Path, int, tuple[int, ...]], folder: Path) -> Iterator[Press]:
    source, chapter, people = made
    with DeskFile.open(Path(shutil.copy(source, folder))) as desk:
        yield Press(desk, chapter, folder, people)


def _small(s: Any) -> tuple[int, tuple[int, ...]]:
    """Make the small chapter and return its id and the ids of its members' persons."""
    chapter = chapters.add_chapter(
        s, name="Grupo Alameda", language="es", weekday=3, start_time=dt.time(7, 0), place="Hotel Alameda"
    )
    memberships = [
        members.add_member(
            s, chapter, first_name=first, last_name=last, classification=seat, company=company,
            phones=("+34 600 000 001",), emails=(f"{first.lower()}@ejemplo.es",), start=dt.date(2025, 9, 1),
        )
        for first, last, seat, company in PEOPLE
    ]  # fmt: skip
    people = tuple(members.member(s, one).person_id for one in memberships)
    roles.start_role(s, chapter, people[0], Role.PRESIDENT, dt.date(2025, 10, 1))
    roles.start_role(s, chapter, people[1], "Fotógrafo del grupo", dt.date(2025, 10, 1))
    seats.set_wanted(s, seats.seat_id(s, chapter, "Notaría") or 0, wanted=True)
    seats.seat_id(s, chapter, "Cerrajería")
    former = members.add_member(s, chapter, first_name="Elena", last_name="Álvarez Gil", start=dt.date(2025, 9, 1))
    _fill(s, chapter, memberships, people, former)
    members.leave(s, former, dt.date(2026, 2, 20))
    members.edit_membership(s, memberships[3], status=Status.LEAVE)
    return chapter, people


def _fill(s: Any, chapter: int, memberships: list[int], people: tuple[int, ...], former: int) -> None:
    """Hold the meetings, hand in slips, receive visitors."""
    ana, bruno, carmen, diego = people
    held = [meetings.add_meeting(s, chapter, day) for day in MEETINGS]
    coming = meetings.add_meeting(s, chapter, NEXT)
    iker = visits.add_visit(
        s, held[3], first_name="Iker", last_name="Zabala", company="Zabala", inviter_id=ana, attended=True
    )
    visits.add_visit(s, held[3], first_name="Olga", last_name="Vidal", inviter_id=bruno)
    visits.add_visit(s, coming, first_name="Rosa", last_name="Quiles", inviter_id=carmen, kind=VisitKind.FIRST)
    stood_in = visits.visits_of(s, held[3])[0].person_id
    assert iker
    for at, meeting in enumerate(held):
        for membership, codes in zip(memberships, CODES, strict=True):
            roll.mark(s, meeting, membership, codes[at], stood_in if codes[at] is S else None)
        if at < 2:
            roll.mark(s, meeting, former, P)
    last = MEETINGS[3]
    for draft in (
        SlipDraft(
            kind=SlipKind.REFERRAL, date=last, giver_id=ana, receiver_id=bruno, tier=Tier.INSIDE, prospect="Obra"
        ),
        SlipDraft(kind=SlipKind.REFERRAL, date=last, giver_id=bruno, receiver_id=ana, tier=Tier.OUTSIDE),
        SlipDraft(kind=SlipKind.ONE_TO_ONE, date=last, giver_id=carmen, receiver_id=diego, place="Café Gijón"),
        SlipDraft(
            kind=SlipKind.CLOSED_BUSINESS, date=last, giver_id=diego, receiver_id=ana, amount=123456, note="+ IVA"
        ),
        SlipDraft(kind=SlipKind.EDUCATION, date=last, giver_id=diego, credits=3),
        SlipDraft(kind=SlipKind.TESTIMONIAL, date=last, giver_id=ana, receiver_id=carmen, note="=1+1"),
        SlipDraft(
            kind=SlipKind.REFERRAL,
            date=MEETINGS[2],
            giver_id=ana,
            receiver_side=Side.OTHERS,
            other_chapter="Grupo Ribera",
        ),
    ):
        slips.add_slip(s, chapter, draft)
    for meeting in held:
        meetings.edit_meeting(s, meeting, status=MeetingStatus.COMPLETED)
    slips.add_slip(
        s, chapter, SlipDraft(kind=SlipKind.REFERRAL, date=TODAY, meeting_id=coming, giver_id=ana, receiver_id=diego)
    )
