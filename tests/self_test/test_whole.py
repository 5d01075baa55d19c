"""The whole self-test from source: it passes, writes nothing, and changes nothing of the user."""

import ast
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

from chapterdesk import __version__, paths
from chapterdesk.cli.parser import overview
from chapterdesk.importers.reading import read_sheet
from chapterdesk.self_test import runner
from chapterdesk.self_test.checks import pictures
from chapterdesk.self_test.private_home import PrivateHome
from tests.self_test import material
from tests.self_test.processes import ROOT, Ended, run

PACKAGE = ROOT / "src" / "chapterdesk"
PROGRAM = """
import json, os, sys
from pathlib import Path
opened = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        opened.append(os.fsdecode(args[0]))
    elif event in ("os.mkdir", "os.rename", "shutil.move", "sqlite3.connect"):
        opened.append(os.fsdecode(args[0]))
sys.addaudithook(watch)
notes = Path(sys.argv.pop())
from chapterdesk.__main__ import main
code = main()
notes.write_text(json.dumps({"modules": sorted(sys.modules), "written": opened}))
sys.exit(code)
"""
NOT_LOADED = {
    "chapterdesk.__main__": "it is the script",
    **dict.fromkeys(
        (
            *("chapterdesk.store.sqlite.migrations", "chapterdesk.store.sqlite.migrations.env"),
            *("chapterdesk.store.sqlite.migrations.versions", "chapterdesk.store.sqlite.migrations.versions.first"),
            "chapterdesk.store.sqlite.migrations.versions.identity",
            "chapterdesk.store.sqlite.migrations.versions.introduction",
        ),
        "alembic reads it as a file; the check of migrations needs it",
    ),
}
"""Modules that a run need not load, with the reason, for example those of another system."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, dict[str, Any], Path]:
    """One run of everything: how it ended, what was loaded and written meanwhile, the file that it wrote."""
    folder = tmp_path_factory.mktemp("whole")
    file, notes = folder / "told.json", folder / "notes.json"
    ended = run(PROGRAM, folder, "--self-test", str(file), str(notes))
    return ended, json.loads(notes.read_text("utf-8")), file


def test_a_sound_program_passes_silently(whole: tuple[Ended, dict[str, Any], Path]) -> None:
    ended = whole[0]
    assert [one for one in ended.told["checks"] if not one["ok"]] == []
    assert (ended.error, ended.code, ended.told["ok"]) == ("", 0, True)


def test_the_result_of_the_self_test_has_a_fixed_form(whole: tuple[Ended, dict[str, Any], Path]) -> None:
    told, file = whole[0].told, whole[2]
    assert file.read_text("utf-8") == whole[0].out
    facts = {"version", "python", "qt", "pyside6", "sqlite", "sqlcipher", "cryptography", "platform"}
    facts |= {"machine", "frozen"}
    assert told.keys() == {"ok", "seconds", "checks"} | facts
    assert (told["version"], told["frozen"]) == (__version__, False)
    names = [one["name"] for one in told["checks"]]
    assert names == [*(name.replace("_", "-") for name in runner.CHECKS), "end", "silence", "tidy"]
    for one in told["checks"]:
        assert one.keys() == {"name", "ok", "detail", "seconds"}
        assert isinstance(one["detail"], dict)
        assert one["seconds"] >= 0
    assert sum(one["seconds"] for one in told["checks"]) <= told["seconds"] + 1


def test_the_self_test_leaves_nothing_and_changes_nothing_of_the_user(
    whole: tuple[Ended, dict[str, Any], Path],
) -> None:
    ended, notes, file = whole
    assert list(ended.home.rglob("*")) == []
    assert list(ended.temporary.rglob("*")) == []
    allowed = (str(ended.temporary), str(file), "/dev/null", "nul", "/dev/tty")
    catalogues = re.compile(r"resources.i18n.chapterdesk_\w+\.(part|qm)$")  # a source tree compiles them when needed
    assert [one for one in notes["written"] if not one.startswith(allowed) and not catalogues.search(one)] == []
    assert len(notes["written"]) > 50, "the watch was not active"


def test_whatever_the_program_imports_late_is_loaded(whole: tuple[Ended, dict[str, Any], Path]) -> None:
    """Otherwise the first to notice a missing module in a package would be a user."""
    late: dict[str, str] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for name in imported(node):
                    late.setdefault(name, f"{file.relative_to(PACKAGE)}:{node.lineno}")
    assert len(late) > 20, "imports inside functions were not found"
    loaded = set(whole[1]["modules"]) | NOT_LOADED.keys()
    assert {name: where for name, where in late.items() if name not in loaded} == {}


def test_every_module_of_the_program_is_loaded(whole: tuple[Ended, dict[str, Any], Path]) -> None:
    modules = {
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for file in PACKAGE.rglob("*.py")
    }
    assert modules - set(whole[1]["modules"]) <= NOT_LOADED.keys()
    assert modules >= NOT_LOADED.keys()


def imported(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The modules that a function imports."""
    found: list[str] = []
    for node in ast.walk(function):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


def test_every_check_is_run() -> None:
    files = {path.stem for path in (PACKAGE / "self_test" / "checks").glob("[!_]*.py")}
    assert set(runner.CHECKS) == files
    assert len(runner.CHECKS) == len(files)


def test_the_help_does_not_mention_the_self_test() -> None:
    assert "self-test" not in overview([]).format_help()


def test_the_formats_of_pictures_that_can_be_chosen_are_tested() -> None:
    offered = {
        ending
        for file in (PACKAGE / "ui").rglob("*.py")
        for line in re.findall(r"\(\*\.png[^)]*\)", file.read_text("utf-8"))
        for ending in re.findall(r"\*\.(\w+)", line)
    }
    assert offered == pictures.FORMATS.keys()


def test_the_shipped_test_files_have_their_content() -> None:
    made = material.files()
    assert {path.name for path in material.FOLDER.iterdir()} == {*made, "members.xls"}
    for name, data in made.items():
        there = (material.FOLDER / name).read_bytes()
        if name.endswith(".xlsx"):  # it says when it was made
            assert read_sheet(there).rows == read_sheet(data).rows
        else:
            assert there == data


def test_every_path_is_in_one_private_folder_that_is_removed_even_after_a_failure() -> None:
    """The folders of the tests do not follow the environment, like those of Windows."""
    places = (
        paths.data_folder, paths.home_folder, paths.backup_folder, paths.erasure_ledger, paths.resting_folder,
        paths.settings_file,
    )  # fmt: skip
    before = [place() for place in places]
    environment = dict(os.environ)

    def look(private_home: PrivateHome) -> NoReturn:
        assert len({place() for place in places}) == len(places)
        assert all(place().is_relative_to(private_home.folder) for place in places)
        assert Path(tempfile.gettempdir()) == Path.home() == private_home.folder
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        raise RuntimeError("on purpose")

    private_home = PrivateHome()
    with pytest.raises(RuntimeError, match="on purpose"), private_home:
        look(private_home)
    assert private_home.is_gone
    assert [place() for place in places] == before
    assert dict(os.environ) == environment
    assert Path(tempfile.gettempdir()) != private_home.folder
