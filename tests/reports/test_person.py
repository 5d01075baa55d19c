"""The report about one person: complete on paper and in files, never of a guessed person."""

import csv
import io
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from chapterdesk.document.blocks import Entries, Heading, Table
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.reports import Somebody
from chapterdesk.store.people import edit_person
from chapterdesk.store.slips import add_slip

from .conftest import MEETINGS, Press


def about(name: str) -> dict[str, Any]:
    """The options for a person of this name."""
    return {"person": Somebody(name)}


def test_without_a_person_the_report_says_what_to_do(small: Press) -> None:
    headings = [block.text for block in small.blocks("person") if isinstance(block, Heading)]
    assert headings == ["Choose a person"]


def test_a_person_is_found_by_id_or_by_the_whole_name(small: Press) -> None:
    by_name = small.blocks("person", **about("garcía lópez, ana"))
    by_id = small.blocks("person", person=Somebody(person_id=small.people[0]))
    assert [block.text for block in by_name if isinstance(block, Heading)] == [
        block.text for block in by_id if isinstance(block, Heading)
    ]
    with pytest.raises(ChapterError, match="Nobody in the file is called “Ana”"):
        small.blocks("person", **about("Ana"))


def test_only_sections_with_data_are_printed(small: Press) -> None:
    blocks = small.blocks("person", **about("Ana García López"))
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[:5] == ["What is held about Ana García López", "Person", "Memberships", "Roles", "Attendance"]
    assert "Consents" not in headings
    marks = next(block for block in blocks if isinstance(block, Entries))
    assert [entry.note for entry in marks.items] == ["Present"] * 4


def test_long_notes_are_whole_on_paper(small: Press) -> None:
    words = [f"palabra{number}" for number in range(900)]
    small.act(edit_person, small.people[0], notes=" ".join(words))
    data = small.pdf("person", "es", **about("Ana García López"))
    text = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
    missing = [word for word in words if word not in text]
    assert missing == []


def test_the_file_lists_every_field_with_its_section(small: Press) -> None:
    path = small.file("person", "csv", "en", **about("Ana García López"))
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    held = {(row["section"], row["field"]): row["value"] for row in rows}
    assert held["person", "emails"] == "ana@ejemplo.es"
    assert held["roles", "role"] == "President"
    assert held["slips_received", "amount"] == "€1,234.56"


def test_a_spreadsheet_has_a_sheet_for_each_kind(small: Press) -> None:
    path = small.file("person", "xlsx", "es", **about("Ana García López"))
    names = CalamineWorkbook.from_path(path).sheet_names
    assert names[:3] == ["Todo", "Persona", "Pertenencia al grupo"]


def test_a_formula_in_a_note_is_text_in_the_file(small: Press) -> None:
    small.act(edit_person, small.people[0], notes="=1+1", company="@SUM(A1)")
    path = small.file("person", "csv", "en", **about("Ana García López"))
    cells = [cell for row in csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))) for cell in row]
    assert "'=1+1" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_contacts_of_other_people_are_not_included(small: Press) -> None:
    ana, bruno = small.people[:2]
    small.act(edit_person, bruno, phones=("699 999 999",))
    draft = SlipDraft(
        kind=SlipKind.REFERRAL, date=MEETINGS[3], giver_id=ana, receiver_id=bruno, tier=Tier.OUTSIDE, prospect="Luz",
        contact="677 777 777",
    )  # fmt: skip
    small.act(add_slip, small.chapter, draft)
    values = [
        str(column.get(row))
        for block in small.blocks("person", **about("Ana García López"))
        if isinstance(block, Table)
        for row in block.rows
        for column in block.columns
    ]
    text = " ".join(values)
    assert "699 999 999" not in text
    assert "677 777 777" not in text
    assert "kept, but it belongs to somebody else" in text
