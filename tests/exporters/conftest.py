"""A small chapter to export, and reading back what was written."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.exporters import export, exporters
from chapterdesk.i18n import Language
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member, leave
from chapterdesk.store.people import add_person, edit_person
from chapterdesk.store.roles import start_role
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.file import DeskFile

TODAY = dt.date(2026, 4, 1)
FIRST, SECOND = dt.date(2026, 3, 5), dt.date(2026, 3, 12)


class Exported:
    """A desk file with one chapter, and what its exporters write."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self.desk = DeskFile.create(path)
        with self.desk.change("Fill") as session:
            self.chapter = add_chapter(session, name="Ribera", language="es")
            self.ana = add_member(
                session,
                self.chapter,
                first_name="Ana",
                last_name="Ñíguez",
                company="=SUM(A1)",
                phones=("600 000 001", "600 000 002"),
                emails=("ana@example.org",),
                classification="Florista",
                start=dt.date(2025, 1, 1),
                renewal_due=dt.date(2027, 1, 1),
            )
            self.bruno = add_member(session, self.chapter, first_name="Bruno", last_name="Nadal")
            self.carla = add_member(session, self.chapter, first_name="Carla", last_name="Oria")
            leave(session, self.carla, dt.date(2026, 3, 8), "Cambio de ciudad")
            edit_person(session, 1, website="https://example.org", notes="Le gusta\nel campo")
            start_role(session, self.chapter, 1, "president", dt.date(2025, 10, 1))
            start_role(session, self.chapter, 1, "Archivera", dt.date(2025, 10, 1))
            stand_in = add_person(session, first_name="Dora", last_name="Paz")
            for day in (FIRST, SECOND):
                meeting = add_meeting(session, self.chapter, day)
                mark(session, meeting, self.ana, Code.PRESENT)
                mark(session, meeting, self.bruno, Code.SUBSTITUTE, stand_in)
                add_slip(
                    session,
                    self.chapter,
                    SlipDraft(
                        kind=SlipKind.REFERRAL,
                        meeting_id=meeting,
                        date=day,
                        giver_id=1,
                        receiver_id=2,
                        tier=Tier.OUTSIDE,
                        prospect="Taller AT&T",
                        gave_card=True,
                    ),
                )
            add_slip(
                session,
                self.chapter,
                SlipDraft(
                    kind=SlipKind.CLOSED_BUSINESS,
                    meeting_id=meeting,
                    date=SECOND,
                    receiver_id=1,
                    amount=123456,
                    repeat_business=False,
                ),
            )

    def introduce(self) -> None:
        """Let Ana bring Bruno together with Eva."""
        with self.desk.change("Introduce") as session:
            eva = add_person(session, first_name="Eva", last_name="Rico")
            draft = SlipDraft(kind=SlipKind.INTRODUCTION, date=SECOND, giver_id=1, receiver_id=2, third_id=eva)
            add_slip(session, self.chapter, draft)

    def write(self, name: str, ending: str, language: str, period: Period | None = None) -> Path:
        """Export and return the path."""
        target = self.folder / f"out.{ending}"
        return export(self.desk, self.chapter, exporters()[name], period, Language(language), TODAY, target)

    def rows(self, name: str, language: str = "en", period: Period | None = None) -> list[dict[str, str]]:
        """Export as CSV and read it back."""
        content = self.write(name, "csv", language, period).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        text = content.decode("utf-8-sig")
        return list(csv.DictReader(text.splitlines(keepends=True), delimiter=";" if language == "es" else ","))

    def sheet(self, name: str, language: str = "en") -> list[list[object]]:
        """Export as XLSX and read the first sheet back."""
        book = CalamineWorkbook.from_path(self.write(name, "xlsx", language))
        return [list(row) for row in book.get_sheet_by_index(0).to_python()]


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """A small chapter and its exports."""
    return Exported(tmp_path / "mesa.chapterdesk")
