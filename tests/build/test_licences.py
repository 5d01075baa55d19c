"""Whatever ships has its licence and stands in the bill of materials, what only packages does not."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from build.commands import BuildError

from build import licences, product, sbom

ALEMBIC = {"Name": "Alembic", "Version": "1.0", "License": "MIT", "LicenseText": "Take it.", "URL": "UNKNOWN"}
CHOOSER = {"Name": "PyInstaller", "Version": "6", "License": "UNKNOWN", "LicenseText": "GPL", "URL": "u"}
Answer = Callable[[Any], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Answer:
    """Let every command answer with a value as JSON; of what ships, Alembic alone does on every system."""
    lock = tmp_path / "shipped.txt"
    lock.write_text("alembic==1.0 \\\n    --hash=sha256:0\npyside6-pdf==6 ; sys_platform == 'win32' \\\n")
    monkeypatch.setattr(licences, "lock", lambda _name: lock)

    def take(value: Any) -> None:
        monkeypatch.setattr(licences, "run", lambda *_words, **_more: json.dumps(value))

    return take


def test_every_named_text_exists() -> None:
    named = {text for _, _, _, text, _ in licences.NATIVE if text}
    named |= {text for _, text in licences.OVERRULED.values() if text}
    assert named
    for name in named | {"gpl-3.0.txt"}:
        assert len((licences.TEXTS / name).read_text("utf-8")) > 500


def test_every_library_that_the_program_asks_for_is_in_the_list_that_ships() -> None:
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    listed = (licences.TEXTS / "README.md").read_text("utf-8").lower()
    names = {
        re.split(r"[\[>=]", text)[0].lower().replace("pyside6-essentials", "essentials")
        for text in project["dependencies"]
    }
    assert {name for name in names if name.replace("pyside6-", "") not in listed} == set()


def test_every_overruled_licence_belongs_to_a_shipped_library() -> None:
    assert set(licences.OVERRULED) <= licences.shipped()
    assert {"sqlcipher3", "reportlab", "pyinstaller"} <= licences.shipped()


def test_libraries_that_do_not_ship_are_left_out_and_a_choice_is_made(answer: Answer) -> None:
    answer([CHOOSER, ALEMBIC, ALEMBIC | {"Name": "setuptools"}])
    found = licences.gather(Path(), Path())
    assert [entry["Name"] for entry in found] == ["Alembic", "PyInstaller"]
    assert found[1]["License"] == "GPL-2.0-or-later WITH Bootloader-exception"


@pytest.mark.parametrize("field", ["License", "LicenseText"])
def test_a_library_without_a_licence_stops_packaging(answer: Answer, field: str) -> None:
    answer([ALEMBIC | {field: "UNKNOWN"}])
    with pytest.raises(BuildError, match="Alembic states no licence"):
        licences.gather(Path(), Path())


def test_a_licence_tool_without_libraries_stops_packaging(answer: Answer) -> None:
    answer([CHOOSER])
    with pytest.raises(BuildError, match="pip-licenses told nothing of alembic;"):
        licences.gather(Path(), Path())


def test_a_library_that_nobody_asked_for_stops_packaging(answer: Answer) -> None:
    answer(["alembic", "chapterdesk", "PySide6_Pdf"])
    licences.refuse_unlisted(Path(), Path())
    answer(["alembic", "numpy"])
    with pytest.raises(BuildError, match="holds numpy"):
        licences.refuse_unlisted(Path(), Path())


def test_the_bill_lists_shipped_libraries_with_their_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "debian"})

    def library(name: str) -> dict[str, str]:
        return {"bom-ref": f"{name}==1", "name": name, "version": "1", "type": "library"}

    bill = {
        "metadata": {"component": {"bom-ref": "root", "name": "chapterdesk"}},
        "components": [library("sqlcipher3"), library("pip"), library("SQLAlchemy")],
        "dependencies": [{"ref": "pip==1"}, {"ref": "SQLAlchemy==1", "dependsOn": ["pip==1", "sqlcipher3==1"]}],
    }
    versions = {"python": "3.13.1", "qt": "6.12.0", "sqlite": "3.53.4", "sqlcipher": "4.19.0 community"}
    versions["cryptography"] = "OpenSSL 3.6.0 1 Oct 2025"
    done = sbom.completed(bill, versions, {"libkrb5-3": "1.20.1-2"})
    names = [entry["name"] for entry in done["components"]]
    assert names == ["openssl", "python", "qt", "sqlcipher", "sqlite", "SQLAlchemy", "sqlcipher3", "libkrb5-3"]
    native = done["components"][3]
    assert (native["version"], native["cpe"]) == ("4.19.0", "cpe:2.3:a:zetetic:sqlcipher:4.19.0:*:*:*:*:*:*:*")
    assert done["components"][0]["version"] == "3.6.0"
    assert done["components"][7]["purl"] == "pkg:deb/debian/libkrb5-3@1.20.1-2"
    needs = {entry["ref"]: entry["dependsOn"] for entry in done["dependencies"]}
    assert needs["SQLAlchemy==1"] == ["sqlcipher3==1"]
    assert "native:qt==6.12.0" in needs["root"]
    assert "pip==1" not in needs
