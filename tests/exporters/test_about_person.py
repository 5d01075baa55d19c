"""Everything about a person as JSON: plain values, documented fields, no data of others."""

import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from chapterdesk.exporters.about_person import person_data, write_json, write_photo
from chapterdesk.i18n import Language
from chapterdesk.store.people import add_consent, edit_person, set_photo
from chapterdesk.store.rights.holdings import holdings
from tests.hostile_texts import HOSTILE_TEXTS

from .conftest import FIRST, TODAY, Exported

PICTURE = b"\xff\xd8\xff picture"


def data_of(exported: Exported, language: str = "en", person: int = 1) -> dict[str, Any]:
    """Everything about Ana as it is written."""
    with exported.desk.read() as s:
        return person_data(holdings(s, person), Language(language), TODAY)


def test_values_survive_json(exported: Exported, tmp_path: Path) -> None:
    with exported.desk.read() as s:
        path = write_json(holdings(s, 1), Language("en"), TODAY, tmp_path / "ana.json")
    assert json.loads(path.read_text("utf-8")) == data_of(exported)


def test_the_record_has_the_person_and_the_slips(exported: Exported) -> None:
    data = data_of(exported)
    assert (data["format"], data["version"], data["made_on"]) == ("chapterdesk-person", 1, "2026-04-01")
    [person] = data["sections"]["person"]
    assert person["phones"] == ["600 000 001", "600 000 002"]
    given = data["sections"]["slips_given"]
    assert (given[0]["date"], given[0]["kind"], given[0]["other"]) == (FIRST.isoformat(), "referral", "Bruno Nadal")
    assert data["sections"]["slips_received"][0]["amount"] == {"amount": "1234.56", "currency": "EUR"}


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_field_has_a_label_and_its_name(exported: Exported, language: str) -> None:
    data, english = data_of(exported, language), data_of(exported, "en")
    assert {name: list(fields) for name, fields in data["fields"].items()} == {
        name: list(fields) for name, fields in english["fields"].items()
    }
    for name, entries in data["sections"].items():
        for entry in entries:
            assert entry.keys() == data["fields"][name].keys()
    assert all(words for fields in data["fields"].values() for words in fields.values())
    assert (data["fields"]["person"]["last_name"] == "Apellidos") == (language == "es")


def test_the_photo_is_in_the_record_and_a_file_beside_it(exported: Exported, tmp_path: Path) -> None:
    with exported.desk.change("Photo") as s:
        set_photo(s, 1, PICTURE)
    assert data_of(exported)["photo"] == {"type": "image/jpeg", "base64": base64.b64encode(PICTURE).decode()}
    with exported.desk.read() as s:
        written = write_photo(holdings(s, 1), tmp_path, "ana")
        assert written is not None
        assert (written.name, written.read_bytes()) == ("ana.jpg", PICTURE)
        assert write_photo(holdings(s, 2), tmp_path, "bruno") is None


def test_hostile_texts_are_exported_unchanged(exported: Exported) -> None:
    with exported.desk.change("Nasty") as s:
        for text in HOSTILE_TEXTS:
            add_consent(s, 1, text, dt.date(2026, 1, 1), text)
        edit_person(s, 1, notes=HOSTILE_TEXTS[0])
    data = json.loads(json.dumps(data_of(exported)))
    purposes = {entry["purpose"] for entry in data["sections"]["consents"]}
    assert "=cmd|'/c calc'!A1" in purposes
    assert data["sections"]["person"][0]["notes"] == HOSTILE_TEXTS[0]
