"""The region for measuring speed: 10 chapters × 40 members × 10 years, 600,000 slips, the same every time."""

import datetime as dt
import hashlib
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store import tables
from chapterdesk.store.sqlite.opening import make_filled
from chapterdesk.store.tables import base

LAST = dt.date(2026, 3, 5)
CHAPTERS, SEATS, WEEKS_A_YEAR = 10, 40, 52
STAY = 150  # weeks that a member stays on average
SLIPS_A_YEAR = 60_000
CHUNK = 20_000
CODES = tuple(Code)
KINDS = tuple(kind for kind in SlipKind if kind is not SlipKind.INTRODUCTION)  # the bounds were measured without
WEIGHTS = (40, 25, 15, 15, 5)  # of the kinds, in their order
SHARES = (88, 5, 3, 1, 3)  # of the codes, in their order
FIRST = ("Ana", "Luis", "Núria", "Iñaki", "Mar", "Jordi", "Eva", "Óscar", "Inés", "Pau")
SURNAMES = ("Ibáñez", "Olmedo", "Sants", "Zabala", "Roca", "Muñiz", "Lahoz", "Riera", "Souto", "Etxeberria", "Yuste")


def region(years: int) -> Path:
    """Return a file with so many years of life, 60,000 slips each, made once and kept among the temporary files."""
    sources = [Path(__file__), Path(base.__file__), *sorted(Path(tables.__file__).parent.glob("*.py"))]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / "chapterdesk-bench" / f"{years}-years-{digest}.chapterdesk"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        sys.stderr.write(f"Making {years * SLIPS_A_YEAR:,} slips…\n")
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        make_filled(part, Region(years, SLIPS_A_YEAR // (CHAPTERS * WEEKS_A_YEAR)).rows())
        part.replace(path)
    return path


class Region:
    """Makes the rows, table by table, a chunk at a time. `slips` is how many a meeting has on average."""

    def __init__(self, years: int, slips: int, chapters: int = CHAPTERS) -> None:
        self._random = random.Random(years)
        self._weeks = years * WEEKS_A_YEAR
        self._slips = slips
        self._chapters = chapters
        self._uids = 0
        self._people = 0
        self._members: dict[int, list[list[tuple[int, int]]]] = {}  # chapter: for each week its memberships, people
        self._strangers: list[int] = []

    def rows(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Every table after those it points at; slips in chunks."""
        yield "chapter", [self._chapter(number) for number in range(1, self._chapters + 1)]
        people, memberships = self._belonging()
        yield "person", people
        yield "membership", memberships
        yield "meeting", [self._meeting(chapter, week) for chapter in self._members for week in range(self._weeks)]
        yield from self._each_meeting()

    def _uid(self) -> str:
        self._uids += 1
        return f"{self._uids:016x}"

    def _chapter(self, number: int) -> dict[str, Any]:
        return {
            "id": number,
            "uid": self._uid(),
            "name": f"Chapter {number}",
            "kind": GroupKind.BUSINESS,
            "language": "en",
            "currency": "EUR",
            "weekday": LAST.weekday(),
            "start_time": dt.time(7),
            "place": "",
            "country": "",
            "subdivision": "",
        }

    def _person(self) -> dict[str, Any]:
        self._people += 1
        surnames = f"{self._random.choice(SURNAMES)} {self._random.choice(SURNAMES)}"
        return {
            "id": self._people,
            "uid": self._uid(),
            "first_name": self._random.choice(FIRST),
            "last_name": f"{surnames} {self._people}",
            "company": f"Company {self._people}",
            "phones": "600 000 000",
            "emails": f"person{self._people}@example.org",
            "website": "",
            "address": "",
            "notes": "",
        }

    def _belonging(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        people: list[dict[str, Any]] = []
        memberships: list[dict[str, Any]] = []
        for chapter in range(1, self._chapters + 1):
            weekly: list[list[tuple[int, int]]] = [[] for _ in range(self._weeks)]
            for _ in range(SEATS):
                start = 0
                while start < self._weeks:
                    stay = self._random.randrange(STAY // 2, STAY * 3 // 2)
                    people.append(self._person())
                    memberships.append(self._membership(len(memberships) + 1, chapter, start, start + stay))
                    for week in range(start, min(start + stay, self._weeks)):
                        weekly[week].append((len(memberships), self._people))
                    start += stay
            self._members[chapter] = weekly
        for _ in range(self._chapters * self._weeks):
            people.append(self._person())
            self._strangers.append(self._people)
        return people, memberships

    def _membership(self, number: int, chapter: int, start: int, until: int) -> dict[str, Any]:
        stays = until >= self._weeks
        return {
            "id": number,
            "uid": self._uid(),
            "chapter_id": chapter,
            "person_id": self._people,
            "start": self._day(start),
            "end": None if stays else self._day(until) - dt.timedelta(days=1),
            "status": Status.ACTIVE if stays else Status.RESIGNED,
        }

    def _day(self, week: int) -> dt.date:
        return LAST - dt.timedelta(weeks=self._weeks - 1 - week)

    def _meeting_id(self, chapter: int, week: int) -> int:
        return (chapter - 1) * self._weeks + week + 1

    def _meeting(self, chapter: int, week: int) -> dict[str, Any]:
        return {
            "id": self._meeting_id(chapter, week),
            "uid": self._uid(),
            "chapter_id": chapter,
            "date": self._day(week),
            "sequence": 1,
            "kind": MeetingKind.REGULAR,
            "status": MeetingStatus.COMPLETED,
            "place": "",
            "agenda": "",
            "notes": "",
        }

    def _each_meeting(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Marks, a visit and slips, in the order in which they come about; written in chunks."""
        chunks: dict[str, list[dict[str, Any]]] = {"attendance": [], "visit": [], "slip": []}
        for week in range(self._weeks):
            for chapter, weekly in self._members.items():
                meeting = self._meeting_id(chapter, week)
                chunks["attendance"] += self._marks(meeting, weekly[week])
                chunks["visit"].append(self._visit(meeting, weekly[week]))
                people = [person for _, person in weekly[week]]
                chunks["slip"] += [self._slip(chapter, meeting, self._day(week), people) for _ in range(self._slips)]
            for table, rows in chunks.items():
                if len(rows) >= CHUNK or week == self._weeks - 1:
                    yield table, rows
                    chunks[table] = []

    def _marks(self, meeting: int, members: list[tuple[int, int]]) -> list[dict[str, Any]]:
        codes = self._random.choices(CODES, SHARES, k=len(members))
        return [
            {"uid": self._uid(), "meeting_id": meeting, "membership_id": membership, "code": code}
            for (membership, _), code in zip(members, codes, strict=True)
        ]

    def _visit(self, meeting: int, members: list[tuple[int, int]]) -> dict[str, Any]:
        return {
            "uid": self._uid(),
            "meeting_id": meeting,
            "person_id": self._strangers[meeting - 1],
            "inviter_id": self._random.choice(members)[1],
            "kind": VisitKind.FIRST,
            "attended": True,
            "outcome": VisitOutcome.OPEN,
            "note": "",
        }

    def _slip(self, chapter: int, meeting: int, day: dt.date, people: list[int]) -> dict[str, Any]:
        kind = self._random.choices(KINDS, WEIGHTS)[0]
        giver, receiver = self._random.sample(people, 2)
        chance = self._random.random()
        referral = kind is SlipKind.REFERRAL
        return {
            "uid": self._uid(),
            "chapter_id": chapter,
            "kind": kind,
            "date": day,
            "meeting_id": meeting,
            "giver_id": None if kind is SlipKind.CLOSED_BUSINESS else giver,
            "receiver_id": None if kind is SlipKind.EDUCATION else receiver,
            "giver_side": Side.HERE,
            "receiver_side": Side.HERE,
            "other_chapter": "",
            "tier": (Tier.INSIDE if chance < 0.35 else Tier.OUTSIDE) if referral else None,
            "amount": int(chance * 500_000) if kind is SlipKind.CLOSED_BUSINESS else None,
            "credits": 1 if kind is SlipKind.EDUCATION else None,
            "prospect": f"Prospect {meeting}" if referral else "",
            "contact": "600 000 000" if referral else "",
            "gave_card": chance < 0.5,
            "told_them": chance < 0.7,
            "heat": 1 + int(chance * 5) if referral else None,
            "follow_up": FollowUp.OPEN if referral else None,
            "place": "",
            "topics": "",
            "note": "",
        }
