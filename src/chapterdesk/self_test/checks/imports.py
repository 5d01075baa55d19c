"""Importing: a summary and slips in the form of BNI Connect, lists of members from spreadsheets."""

from dataclasses import asdict
from typing import Any, Final

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.importers import Hints, apply, prepare
from chapterdesk.self_test.bench import TODAY, Bench, expect
from chapterdesk.store.keeping.check import check
from chapterdesk.store.members import members
from chapterdesk.store.slips import slips
from chapterdesk.store.sqlite.file import DeskFile

FILES: Final = {
    "members.xlsx": ("members", 4, {"members": 4}),
    "members.xls": ("members", 3, {"members": 3}),
    "members.csv": ("members", 2, {"members": 2}),
    "summary.xls": ("summary", 9, {"period_totals": 9}),
    "slips.xls": ("slips", 8, {"meetings": 1, "slips": 7, "visits": 1}),
}
"""For each file: its format, its rows, and some of what it must make."""
CHAPTER: Final = "Grupo Alameda"
MISSPELT: Final = ("Bruno Martin Riuz", "Bruno Martín Ruiz")
"""An unknown name in the slips, and the member who is proposed for it."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the rows of each file and what was made; fails when these differ from the expected ones."""
    with DeskFile.create(bench.place("imports") / "imported.chapterdesk") as desk:
        chapter_id = add_chapter(desk, name=CHAPTER, language="es", currency="EUR", weekday=3)
        told = {name: _import(bench, desk, chapter_id, name) for name in FILES}
        with desk.read() as s:
            names = {row.name for row in members(s, chapter_id, TODAY)}
            amounts = sum(row.amount or 0 for row in slips(s, chapter_id))
        expect({"Ana García López", "Ζωή Παππά", "Łukasz Żak"} <= names, f"the members are {sorted(names)}")
        expect(amounts == 123_450, f"the amounts come to {amounts}")
        expect(check(desk) == [], "the file is not sound after importing")
    return told


def _import(bench: Bench, desk: DeskFile, chapter_id: int, name: str) -> dict[str, Any]:
    key, rows, made = FILES[name]
    hints = Hints(today=TODAY, add_members=key == "members")
    previews = prepare(desk, chapter_id, [bench.shipped(name)], hints)
    expect(previews[0].ready, f"{name}: {previews[0].refused or previews[0].needs}")
    (outcome,) = apply(desk, previews)
    expect((outcome.format, outcome.rows) == (key, rows), f"{name} was read as {outcome.format}, {outcome.rows} rows")
    expect(asdict(outcome.made) | made == asdict(outcome.made), f"{name} made {outcome.made}")
    if key == "slips":
        offered = {one.name: [who for _, who in one.suggestions] for one in outcome.unmatched + previews[0].unmatched}
        expect(MISSPELT[1] in offered.get(MISSPELT[0], []), f"for names that nobody has it offers {offered}")
    return {"format": outcome.format, "rows": outcome.rows}
