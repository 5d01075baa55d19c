"""The six-month summary: against the same figures by hand-written SQL, and against a file ten times smaller."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from chapterdesk.domain.periods import Period, six_months_ending
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.statistics import Summary, summary
from tests.bench.measure import Line, compared, side_by_side
from tests.bench.region import LAST

CHAPTER = 5
PERIOD = six_months_ending(LAST)

MEMBERS = """
SELECT p.id, p.first_name, p.last_name FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.chapter_id = ? AND (m.start IS NULL OR m.start <= ?) AND (m."end" IS NULL OR m."end" >= ?)
"""
MARKS = """
SELECT m.person_id, a.code, count(*) FROM meeting t JOIN attendance a ON a.meeting_id = t.id
JOIN membership m ON m.id = a.membership_id
WHERE t.chapter_id = ? AND t.date BETWEEN ? AND ? AND t.status IN ('draft', 'completed') AND t.kind = 'regular'
GROUP BY 1, 2
"""
SIDES = """
SELECT s.{side}_id, s.{side}_side, CASE WHEN EXISTS (SELECT 1 FROM membership m
  WHERE m.chapter_id = t.chapter_id AND m.person_id = s.{side}_id AND m.status <> 'applicant'
  AND (m.start IS NULL OR m.start <= t.date) AND (m."end" IS NULL OR m."end" >= t.date)) THEN NULL ELSE t.date END,
  s.kind, s.tier, count(*), sum(s.amount), sum(s.credits)
FROM meeting t JOIN slip s ON s.meeting_id = t.id
WHERE t.chapter_id = ? AND t.date BETWEEN ? AND ? AND t.status IN ('draft', 'completed')
AND s.{side}_id IS NOT NULL AND s.{side}_side <> 'elsewhere'
GROUP BY 1, 2, 3, 4, 5
"""
VISITS = """
SELECT v.inviter_id, count(*) FROM meeting t JOIN visit v ON v.meeting_id = t.id
WHERE t.chapter_id = ? AND t.date BETWEEN ? AND ? AND t.status IN ('draft', 'completed')
AND v.attended AND v.kind IN ('first', 'repeat') AND v.inviter_id IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM visit e CROSS JOIN meeting f WHERE e.person_id = v.person_id AND f.id = e.meeting_id
  AND e.attended AND e.kind IN ('first', 'repeat') AND f.chapter_id = t.chapter_id AND f.date < t.date)
AND NOT EXISTS (SELECT 1 FROM membership b WHERE b.person_id = v.person_id AND b.chapter_id = t.chapter_id)
GROUP BY 1
"""
MEETINGS = """
SELECT count(*) FROM meeting t WHERE t.chapter_id = ? AND t.date BETWEEN ? AND ?
AND t.status IN ('draft', 'completed') AND t.kind = 'regular'
"""


def by_hand(connection: Any, chapter_id: int, period: Period) -> tuple[dict[str, dict[str, int]], int]:
    """Return the figures by name (those who left under ""), and the number of meetings."""
    span = (chapter_id, period.first.isoformat(), period.last.isoformat())
    names = {}
    for person, first, last in connection.execute(MEMBERS, (chapter_id, span[2], span[2])):
        names[person] = f"{first} {last}"
    figures: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for person, code, count in connection.execute(MARKS, span):
        figures[names.get(person, "")][code] += count
    for side in ("giver", "receiver"):
        gives = side == "giver"
        for person, where, day, kind, tier, count, amount, earned in connection.execute(SIDES.format(side=side), span):
            if day is not None or where == "others":
                raise AssertionError("the region has no such slips")
            row = figures[names.get(person, "")]
            if kind == "referral":
                row["R" + ("G" if gives else "R") + ("O" if tier == "outside" else "I")] += count
            elif kind == "one_to_one":
                row["one_to_ones"] += count
            elif kind == "closed_business" and not gives:
                row["TYFCB"] += amount
            elif kind == "education" and gives:
                row["CEU"] += earned
            elif kind == "testimonial" and gives:
                row["T"] += count
    for person, count in connection.execute(VISITS, span):
        figures[names.get(person, "")]["V"] += count
    return figures, connection.execute(MEETINGS, span).fetchone()[0]


def check_same(ours: Summary, hand: tuple[dict[str, dict[str, int]], int]) -> None:
    """Fail when the figures differ: a comparison of different work is worthless."""
    figures, meetings = hand
    listed = {row.name: row for row in ours.rows} | {"": ours.not_listed}
    names = ("P", "A", "L", "M", "S", "RGI", "RGO", "RRI", "RRO", "V", "one_to_ones", "TYFCB", "CEU", "T")
    for person, row in listed.items():
        for name in names:
            if getattr(row, name) != figures[person][name]:
                raise AssertionError((person, name, getattr(row, name), figures[person][name]))
    if meetings != ours.meetings:
        raise AssertionError((meetings, ours.meetings))


def lines(large: Path, small: Path, times: int = 40) -> list[Line]:
    """Measure the summary of one chapter."""
    with DeskFile.open(large, read_only=True) as desk, DeskFile.open(small, read_only=True) as smaller:
        connection = cipher.connect(large, None, mode="ro")

        def ours() -> Summary:
            with desk.read() as session:
                return summary(session, CHAPTER, PERIOD)

        def ours_small() -> Summary:
            with smaller.read() as session:
                return summary(session, CHAPTER, PERIOD)

        def hand() -> tuple[dict[str, dict[str, int]], int]:
            connection.execute("BEGIN")
            try:
                return by_hand(connection, CHAPTER, PERIOD)
            finally:
                connection.execute("COMMIT")

        check_same(ours(), hand())
        mine, theirs = side_by_side(ours, hand, times)
        big, little = side_by_side(ours, ours_small, times)
        connection.close()
    return [
        compared("Six-month summary of a chapter, 600,000 slips", mine, theirs, 2, "by hand-written SQL"),
        compared("The same, from 60,000 to 600,000 slips", big, little, 1.3, "at 60,000"),
    ]
