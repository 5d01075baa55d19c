"""Random changes of a desk file by all functions that the screens use."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.members import LEFT, Role, Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import FollowUp, Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitOutcome
from chapterdesk.importers import Answer, Hints, apply, prepare
from chapterdesk.store import chapters, course, meetings, members, people, roles, roll, seats, slips, visits
from chapterdesk.store.log.bringing_back import bring_back, return_row
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import Alias, ChangeLog, Consent, RoleTerm
from chapterdesk.store.tables.base import Model
from chapterdesk.store.writing import add
from tests.hostile_texts import HOSTILE_TEXTS
from tests.importers import connect_files

TODAY = dt.date(2026, 3, 5)
RECORDED = [table for table in Model.metadata.sorted_tables if table.name not in ("change_log", "desk")]
State = dict[str, list[tuple[Any, ...]]]
WORDS = (*(text[:60] for text in HOSTILE_TEXTS), "Pan y Sal", "Notaría", "O'Brien", "x\ny", "")


def state(desk: DeskFile) -> State:
    """Return everything in the file except the log: each value with its SQLite type."""
    with desk.read() as session:
        found = {}
        for table in RECORDED:
            columns = ",".join(f'"{column.name}",typeof("{column.name}")' for column in table.columns)
            rows = session.execute(text(f'SELECT {columns} FROM "{table.name}" ORDER BY id'))
            found[table.name] = [tuple(row) for row in rows]
    return found


class Life:
    """One file that is changed at random by `act`; a refused change must store nothing."""

    def __init__(self, desk: DeskFile, folder: Path, seed: int) -> None:
        self.desk = desk
        self.done: list[str] = []
        self._folder = folder
        self._chance = random.Random(seed)
        self._session: Session | None = None
        self._deeds: list[Callable[[], object]] = [
            getattr(self, name) for name in sorted(dir(self)) if name.startswith("do_")
        ]

    def begin(self) -> None:
        """Make the small chapter at the beginning, and clear its undo history."""
        with self.desk.change("Begin") as s:
            chapter = chapters.add_chapter(s, name="Grupo Ribera", kind=GroupKind.BUSINESS, weekday=3)
            for name in ("Ana", "Bruno", "Carla", "Diego"):
                members.add_member(s, chapter, first_name=name, last_name="Ejemplo", classification=f"Oficio {name}")
            for week in (-2, -1, 0, 1):
                meetings.add_meeting(s, chapter, TODAY + dt.timedelta(weeks=week))
        self.desk.forget_undo()

    def act(self) -> bool:
        """Make one random change; return whether it became an undo step."""
        deed = self._chance.choice(self._deeds)
        name = deed.__name__.removeprefix("do_")
        before = self.desk.revision, self.desk.undo_step
        try:
            if name == "import_a_file":
                deed()
            else:
                with self.desk.change(name) as session:
                    self._session = session
                    deed()
        except (ChapterError, NothingThereError):
            assert self.desk.undo_step is before[1], f"{name} was refused but left an undo step"
            return False
        finally:
            self._session = None
        if self.desk.undo_step is before[1]:
            return False
        self.done.append(name)
        return True

    # Chance

    @property
    def s(self) -> Session:
        """The session of the running change."""
        assert self._session is not None
        return self._session

    def some(self, values: Any) -> Any:
        """Return one of the values; raises NothingThereError when there are none."""
        found = list(values)
        if not found:
            raise NothingThereError
        return self._chance.choice(found)

    def maybe(self, value: Any) -> Any:
        """The value, or nothing."""
        return value if self._chance.random() < 0.6 else None

    def words(self) -> str:
        return self.some(WORDS)  # type: ignore[no-any-return]

    def name(self) -> str:
        return f"{self.some(('Eva', 'Hugo', 'Íñigo', 'Núria', 'Łukasz'))} {self._chance.randrange(1000)}"

    def day(self) -> dt.date:
        return TODAY + dt.timedelta(self._chance.randrange(-60, 60))

    def rows(self, table: str) -> list[Any]:
        """All rows of a table."""
        return list(self.s.execute(select(Model.metadata.tables[table])))

    def one(self, table: str) -> Any:
        """A row of a table."""
        return self.some(self.rows(table))

    def person(self) -> int:
        return int(self.one("person").id)

    # People

    def do_add_person(self) -> None:
        people.add_person(self.s, first_name=self.name(), company=self.words(), phones=("600 1", "600 2"))

    def do_edit_person(self) -> None:
        column = self.some(("first_name", "last_name", "company", "website", "address", "notes", "phones", "emails"))
        people.edit_person(self.s, self.person(), **{column: self.words()})

    def do_set_photo(self) -> None:
        people.set_photo(self.s, self.person(), self.maybe(self._chance.randbytes(2_000)))

    def do_add_consent(self) -> None:
        people.add_consent(self.s, self.person(), self.words() or "Photo", self.day(), self.words())

    def do_withdraw_consent(self) -> None:
        people.withdraw_consent(self.s, self.one(Consent.__tablename__).id, self.maybe(self.day()))

    def do_name_an_alias(self) -> None:
        values = {"person_id": self.person(), "side": self.some(Side), "name": self.name()}
        add(self.s, Alias, chapter_id=self.one("chapter").id, **values)

    # Memberships, roles, seats

    def do_add_member(self) -> None:
        known = self.maybe(self.person())
        members.add_member(
            self.s, self.one("chapter").id, person_id=known, first_name=self.name(), start=self.maybe(self.day()),
            classification=self.words(), sponsor_id=self.maybe(self.person()),
        )  # fmt: skip

    def do_edit_membership(self) -> None:
        fields: dict[str, Any] = {
            "classification": self.words(), "sponsor_id": self.maybe(self.person()), "start": self.maybe(self.day()),
            "mentor_id": self.maybe(self.person()), "renewal_due": self.maybe(self.day()),
            "status": self.some(set(Status) - LEFT),
        }  # fmt: skip
        column = self.some(sorted(fields))
        members.edit_membership(self.s, self.one("membership").id, **{column: fields[column]})

    def do_leave(self) -> None:
        status = self.some(sorted(LEFT))
        members.leave(self.s, self.one("membership").id, self.day(), self.words(), status)

    def do_rejoin(self) -> None:
        members.add_member(
            self.s,
            self.one("chapter").id,
            person_id=self.person(),
            start=self.day(),
            classification=self.words(),
        )

    def do_start_role(self) -> None:
        role = self.some((*Role, "Guardiana del reloj"))
        roles.start_role(self.s, self.one("chapter").id, self.person(), role, self.day())

    def do_end_role(self) -> None:
        roles.end_role(self.s, self.one(RoleTerm.__tablename__).id, self.maybe(self.day()))

    def do_want_a_seat(self) -> None:
        seats.set_wanted(self.s, self.one("classification").id, wanted=self._chance.random() < 0.5)

    # Chapters

    def do_add_chapter(self) -> None:
        kind = self.some(GroupKind)
        chapters.add_chapter(self.s, name=self.name(), kind=kind, weekday=self._chance.randrange(7), currency="eur")

    def do_edit_chapter(self) -> None:
        row = self.one("chapter")
        fields: dict[str, Any] = {
            "name": self.name(), "place": self.words(), "weekday": self.maybe(self._chance.randrange(7)),
            "country": self.some(("", "ES", "PT")), "start_time": self.maybe(dt.time(7, 15)),
        }  # fmt: skip
        column = self.some(sorted(fields))
        chapters.edit_chapter(self.s, row.id, **{column: fields[column]})
        course.replan(self.s, row.id, TODAY, row.weekday if column == "weekday" else None)

    def do_set_logo(self) -> None:
        chapters.set_logo(self.s, self.one("chapter").id, self.maybe(self._chance.randbytes(2_000)))

    def do_add_holiday(self) -> None:
        chapter = self.one("chapter").id
        chapters.add_holiday(self.s, chapter, self.day(), self.words())
        course.replan(self.s, chapter, TODAY)

    def do_remove_holiday(self) -> None:
        row = self.one("holiday")
        chapters.remove_holiday(self.s, row.id)
        course.meet_after_all(self.s, row.chapter_id, row.date)

    # Meetings

    def do_add_meeting(self) -> None:
        meetings.add_meeting(self.s, self.one("chapter").id, self.day(), kind=self.some(MeetingKind))

    def do_edit_meeting(self) -> None:
        column = self.some(("place", "agenda", "notes"))
        meetings.edit_meeting(self.s, self.one("meeting").id, **{column: self.words()})

    def do_move_meeting(self) -> None:
        meetings.move_meeting(self.s, self.one("meeting").id, self.day())

    def do_call_off(self) -> None:
        course.call_off(self.s, self.one("meeting").id, self.some(OFF))

    def do_plan_again(self) -> None:
        course.plan_again(self.s, self.one("meeting").id)

    def do_complete(self) -> None:
        meeting = self.one("meeting").id
        unmarked = {row.membership_id: self.maybe(Code.ABSENT) for row in roll.roll_call(self.s, meeting)}
        course.complete(self.s, meeting, unmarked)

    def do_unlock(self) -> None:
        locked = [row for row in self.rows("meeting") if row.status is MeetingStatus.COMPLETED]
        course.unlock(self.s, self.some(locked).id, "something was wrong")

    def do_mark(self) -> None:
        meeting = self.one("meeting").id
        row = self.some(roll.roll_call(self.s, meeting))
        roll.mark(self.s, meeting, row.membership_id, self.maybe(self.some(Code)), self.maybe(self.person()))

    def do_mark_rest_present(self) -> None:
        roll.mark_rest_present(self.s, self.one("meeting").id)

    # Visits

    def do_add_visit(self) -> None:
        visits.add_visit(
            self.s, self.one("meeting").id, person_id=self.maybe(self.person()), first_name=self.name(),
            inviter_id=self.maybe(self.person()), attended=self._chance.random() < 0.5, note=self.words(),
        )  # fmt: skip

    def do_edit_visit(self) -> None:
        fields: dict[str, Any] = {
            "attended": self._chance.random() < 0.5, "outcome": self.some(VisitOutcome), "note": self.words(),
            "next_contact": self.maybe(self.day()), "inviter_id": self.maybe(self.person()),
        }  # fmt: skip
        column = self.some(sorted(fields))
        visits.edit_visit(self.s, self.one("visit").id, **{column: fields[column]})

    def do_remove_visit(self) -> None:
        visits.remove_visit(self.s, self.one("visit").id)

    def do_make_member(self) -> None:
        visits.make_member(self.s, self.one("visit").id, self.day(), self.words())

    # Slips

    def do_add_slip(self) -> None:
        kind = self.some(SlipKind)
        draft = SlipDraft(
            kind=kind, date=self.day(), giver_id=self.maybe(self.person()), receiver_id=self.maybe(self.person()),
            giver_side=self.some(Side), receiver_side=self.some(Side), tier=self.maybe(self.some(Tier)),
            amount=self.maybe(self._chance.randrange(10_000_00)), credits=self.maybe(2), prospect=self.words(),
            heat=self.maybe(3), gave_card=self._chance.random() < 0.5, note=self.words(),
        )  # fmt: skip
        slips.add_slip(self.s, self.one("chapter").id, draft)

    def do_edit_slip(self) -> None:
        fields: dict[str, Any] = {
            "note": self.words(), "receiver_id": self.maybe(self.person()), "tier": self.maybe(self.some(Tier)),
            "follow_up": self.maybe(self.some(FollowUp)), "topics": self.words(),
        }  # fmt: skip
        column = self.some(sorted(fields))
        slips.edit_slip(self.s, self.one("slip").id, **{column: fields[column]})

    def do_remove_slip(self) -> None:
        slips.remove_slip(self.s, self.one("slip").id)

    # Bringing back, and files

    def do_bring_back(self) -> None:
        query = select(ChangeLog.id, ChangeLog.action, ChangeLog.before).where(ChangeLog.before.is_not(None))
        line = self.some(self.s.execute(query))
        if line.action == "delete":
            return_row(self.s, line.id, TODAY)
            return
        import json

        bring_back(self.s, line.id, self.some(json.loads(line.before)), TODAY)

    def do_import_a_file(self) -> None:
        """Import one of four kinds of file, which is a separate change."""
        with self.desk.read() as s:
            chapter = self.some(chapters.chapters(s))
            known = [(row.first_name, row.last_name) for row in members.members(s, chapter.id, TODAY)]
        new = (self.name(), "Nuevo")
        number = self._chance.randrange(10**6)
        first, last = dt.date(2025, 1, 1), dt.date(2025, 6, 30)
        names = [name for name in known if all(name) and not set("<>&'\"%\u202e=@+,") & set("".join(name))][:6]
        pairs = [" ".join(name) for name in [*names, new]]
        kind = self.some(("summary", "attendance", "slips", "members"))
        data = {
            "summary": lambda: connect_files.summary_file(
                [[*name, 20, 1, 1, 0, 1, 5, 6, 4, 7, 1, 12.0, 2450.0, 8] for name in [*names, new]],
                chapter=chapter.name, first=first, last=last, run_at=last,
            ),
            "attendance": lambda: connect_files.attendance_file(
                ["Jun 05", "Jun 12"], [[*name, "P", self.some("PALMS")] for name in [*names, new]],
                first=dt.date(2025, 6, 1), last=last, chapter=chapter.name,
            ),
            "slips": lambda: connect_files.slips_file(
                [(pairs[0], pairs[-1], "Referral", "Tier 1 (inside)", None, None, None),
                 (pairs[-1], f"David {number}", "Visitor", None, None, None, None)],
                title=f"Slips Audit Report for {self.some(('05/06/2025', '12/06/2025'))}",
            ),
            "members": lambda: connect_files.csv_file(
                [("First Name", "Last Name", "Company"), *((*name, f"Empresa {number}") for name in [*names, new])]
            ),
        }[kind]()  # fmt: skip
        path = self._folder / f"{kind}-{number}"
        path.write_bytes(data)
        answers = {" ".join(new): Answer(new_member=True)}
        hints = Hints(today=TODAY, add_members=True, answers=answers, date=last, period=Period(first, last))
        previews = prepare(self.desk, chapter.id, [path], hints, replace=self._chance.random() < 0.5)
        if not all(preview.ready for preview in previews):
            raise NothingThereError
        apply(self.desk, previews)


class NothingThereError(Exception):
    """The chosen change needs a row that does not exist yet."""
