"""Each check can fail: when something is removed or broken, the check reports it and the next one still runs."""

import shutil
from pathlib import Path

import pytest

from tests.self_test.processes import ROOT, Ended, run

PROGRAM = """
import json, sys
from pathlib import Path
from chapterdesk import paths
if {resources!r}:
    paths.resources = lambda: Path({resources!r})
{breakage}
from chapterdesk.self_test.runner import run
print(json.dumps(run(("{check}", "{other}"))))
"""
CODE = {
    "old SQLite": (
        "versions",
        "3.45.1",
        "from chapterdesk.store.sqlite import cipher; cipher.DRIVER.sqlite_version = '3.45.1'",
    ),
    "no SQLCipher": (
        "versions",
        "no SQLCipher",
        (
            "import sqlite3; from chapterdesk.store.sqlite import cipher\n"
            "cipher.connect = lambda *_, **__: sqlite3.connect(':memory:')"
        ),
    ),
    "no letter": (
        "fonts",
        "Chinese",
        "from chapterdesk.self_test.checks import fonts; fonts.SAMPLES['Chinese'] = '日本'",
    ),
    "no licence": (
        "about",
        "nowhere",
        "from chapterdesk.self_test.checks import about; about.own_licence = lambda: Path('nowhere')",
    ),
    "no licences of libraries": (
        "about",
        "licences of the libraries",
        "from chapterdesk.self_test.checks import about; sys.frozen = True",
    ),
    "no news in Spanish": (
        "about",
        "in English in both",
        (
            "from chapterdesk.self_test.checks import about; real = about.changelog\n"
            "about.changelog = lambda _code: real('en')"
        ),
    ),
    "no mark": (
        "about",
        "is blank",
        (
            "from chapterdesk.self_test.checks import about\n"
            "def blank(size):\n"
            "    made = about.QPixmap(size, size)\n"
            "    made.fill('white')\n"
            "    return made\n"
            "about.program_icon = blank"
        ),
    ),
    "no words of Qt": (
        "qt_texts",
        "'es': 'Cancel'",
        (
            "from chapterdesk.ui import app\n"
            "class Mute(app.QTranslator):\n"
            "    def load(self, *_): return False\n"
            "app.QTranslator = Mute"
        ),
    ),
    "no metadata of keyring": (
        "libraries",
        "metadata are missing",
        "import importlib.metadata as m; m.entry_points = lambda **_: ()",
    ),
    "no backend of keyring": (
        "libraries",
        "keyring.backends.SecretService",
        "sys.modules['keyring.backends.SecretService'] = None; sys.platform = 'linux'",
    ),
    "no functions in C for paper": ("libraries", "_rl_accel", "sys.modules['_rl_accel'] = None"),
    "no country": ("libraries", "holidays.countries.peru", "sys.modules['holidays.countries.peru'] = None"),
    "any passphrase opens": (
        "passphrase",
        "wrong passphrase opens",
        (
            "from chapterdesk.store.sqlite import opening; from chapterdesk.self_test.checks import passphrase as p\n"
            "real = opening._unlocked; opening._unlocked = lambda path, _any, key: real(path, p.RIGHT, key)"
        ),
    ),
    "no calamine": ("imports", "python_calamine", "sys.modules['python_calamine'] = None"),
    "no xlrd": ("imports", "xlrd", "sys.modules['xlrd'] = None"),
    "no rapidfuzz": ("imports", "rapidfuzz", "sys.modules['rapidfuzz'] = None"),
    "no guess of encodings": ("imports", "charset_normalizer", "sys.modules['charset_normalizer'] = None"),
    "no defusedxml": ("imports", "defusedxml", "sys.modules['defusedxml.ElementTree'] = None"),
    "a slip too few": (
        "imports",
        "amounts come to",
        (
            "import chapterdesk.importers as i; real = i.apply\n"
            "from chapterdesk.self_test.checks import imports; imports.slips = lambda *_: []"
        ),
    ),
    "no alembic": ("migration", "alembic", "sys.modules['alembic.config'] = None"),
    "no migration": (
        "migration",
        "no such table: desk",
        "from chapterdesk.store.sqlite import schema; schema.migrate = lambda *_, **__: None",
    ),
    "no restore": (
        "backups",
        "restored are",
        "from chapterdesk.store.keeping import restore; restore.restore = lambda *_: None",
    ),
    "no look at backups": (
        "backups",
        "flipped bit",
        "from chapterdesk.store.keeping import backups; backups.verify = lambda *_: []",
    ),
    "no format of pictures": (
        "pictures",
        "['xyz']",
        "from chapterdesk.self_test.checks import pictures; pictures.FORMATS['xyz'] = 0",
    ),
    "no XLSX": ("exports", "xlsxwriter", "sys.modules['xlsxwriter'] = None"),
    "no command": ("command_line", "cli.commands.check", "sys.modules['chapterdesk.cli.commands.check'] = None"),
    "no bar": ("command_line", "tqdm", "sys.modules['tqdm'] = None"),
    "a report that raises": (
        "reports",
        "ink is out",
        (
            "import dataclasses; from chapterdesk.reports import roster\n"
            "def build(*_): raise RuntimeError('ink is out')\n"
            "roster.REPORT = dataclasses.replace(roster.REPORT, build=build)"
        ),
    ),
    "a report that is gone": ("reports", "there are only", "from chapterdesk.reports import roster; del roster.REPORT"),
    "no text on paper": (
        "reports",
        "is not on paper",
        "from chapterdesk.document.paper import fonts; fonts.Ink.printable = lambda _self, text: 'x' * len(text)",
    ),
    "a screen that raises": (
        "screens",
        "no screen today",
        (
            "from chapterdesk.ui.screens.visitors.visitors_screen import VisitorsScreen\n"
            "def refresh(_self): raise RuntimeError('no screen today')\n"
            "VisitorsScreen.refresh = refresh"
        ),
    ),
    "a screen that is gone": (
        "screens",
        "there are only",
        "from chapterdesk.ui.screens import slips; del slips.SCREEN",
    ),
    "a blank screen": (
        "screens",
        "changes (empty, es) is blank",
        (
            "from chapterdesk.ui.screens.changes import changes_screen\n"
            "from chapterdesk.ui.widgets.screen import Screen\n"
            "changes_screen.ChangesScreen = type('Blank', (Screen,), {'entry': changes_screen.SCREEN})"
        ),
    ),
}
"""What is broken: the check that must fail, what it must say, and the code that breaks it."""
TAKEN = {
    "a font": ("fonts", "NotoSans-Bold", "fonts/NotoSans-Bold.ttf"),
    "an icon": ("icons", "missing", "icons/users.svg"),
    "the icon of the program": ("icons", "SVG as an icon", "brand/icon.svg"),
    "the icon in small": ("about", "16 pixels is blank", "brand/icon-small.svg"),
    "an overlay": ("catalogues", "words of their own", "i18n/chapterdesk_es_parents.*"),
    "a catalogue": ("catalogues", "chapterdesk_es.qm", "i18n/chapterdesk_es.*"),
    "the names of the demo": ("demo", "names.toml", "demo/names.toml"),
    "the old file": ("migration", "0001", "self_test/0001.chapterdesk.gz"),
    "an icon that screens use": ("screens", "printer.svg", "icons/printer.svg"),
}
"""What is removed from the resources: the check that must fail, its message, and the files."""
SAID = {
    "Python warns": ("Deprecated things", "import warnings; warnings.warn('Deprecated things', DeprecationWarning)"),
    "something is printed": ("some words", "print('some words')"),
    "C writes": ("from below", "import os; os.write(2, b'from below')"),
    "Qt warns": ("Qt: careful", "from PySide6.QtCore import qWarning; bench.app; qWarning('careful')"),
    "a thread fails": (
        "lost in a thread",
        (
            "import threading\n"
            "def lost(): raise RuntimeError('lost in a thread')\n"
            "one = threading.Thread(target=lost); one.start(); one.join()"
        ),
    ),
    "a slot fails": (
        "lost in a slot",
        (
            "from PySide6.QtCore import QTimer\n"
            "def lost(): raise RuntimeError('lost in a slot')\n"
            "bench.app; QTimer.singleShot(0, lost); bench.settle(0.05)"
        ),
    ),
}
"""Output during a check that would pass: what must be caught, and the code that writes it."""


def other_than(check: str) -> str:
    """A quick check that does not depend on what is broken."""
    return "fonts" if check == "versions" else "versions"


def broken(folder: Path, check: str, breakage: str = "", resources: Path | None = None) -> Ended:
    """Break something, then run a check and one that does not depend on it."""
    program = PROGRAM.format(check=check, other=other_than(check), breakage=breakage, resources=str(resources or ""))
    ended = run(program, folder)
    assert ended.error == "", "even then only the result may be written"
    assert list(ended.temporary.rglob("*")) == [], "the folder is removed after a failure as well"
    assert [one["name"] for one in ended.told["checks"]][1:] == [other_than(check), "end", "silence", "tidy"]
    return ended


@pytest.mark.parametrize("what", CODE)
def test_a_check_fails_when_its_object_is_broken(what: str, tmp_path: Path) -> None:
    check, words, breakage = CODE[what]
    ended = broken(tmp_path, check, breakage)
    found = ended.check(check.replace("_", "-"))
    assert (found["ok"], ended.told["ok"]) == (False, False)
    assert words in found["error"]
    assert found["where"]
    assert ended.check(other_than(check))["ok"], "a failed check stopped another"


@pytest.mark.parametrize("what", TAKEN)
def test_a_check_fails_when_a_file_is_taken_away(what: str, tmp_path: Path) -> None:
    check, words, pattern = TAKEN[what]
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", resources, ignore=shutil.ignore_patterns("screenshots"))
    taken = list(resources.glob(pattern))
    assert taken
    for file in taken:
        file.unlink()
    found = broken(tmp_path, check, resources=resources).check(check)
    assert not found["ok"]
    assert words in found["error"]


@pytest.mark.parametrize("what", SAID)
def test_any_output_is_a_failure(what: str, tmp_path: Path) -> None:
    words, saying = SAID[what]
    lines = "\n".join(f"    {line}" for line in saying.splitlines())
    breakage = (
        "from chapterdesk.self_test.checks import migration\n"
        "real = migration.run\n"
        f"def talking(bench):\n{lines}\n    return real(bench)\n"
        "migration.run = talking"
    )
    ended = broken(tmp_path, "migration", breakage)
    assert ended.check("migration")["ok"]
    found = ended.check("silence")
    assert (found["ok"], ended.told["ok"]) == (False, False)
    assert len(found["where"]) == 1
    assert found["where"][0].startswith("migration: ")
    assert words in found["where"][0]


def test_a_check_that_cannot_be_imported_fails(tmp_path: Path) -> None:
    found = broken(tmp_path, "reports", "sys.modules['PySide6.QtPdf'] = None").check("reports")
    assert "PySide6.QtPdf" in found["error"]


def test_a_file_that_cannot_be_removed_is_reported(tmp_path: Path) -> None:
    breakage = "from chapterdesk.self_test import private_home; private_home.shutil.rmtree = lambda *_, **__: None"
    program = PROGRAM.format(check="migration", other="versions", breakage=breakage, resources="")
    ended = run(program, tmp_path)
    assert not ended.told["ok"]
    assert ended.check("tidy")["where"] == [str(one) for one in ended.temporary.iterdir()]


def test_the_exit_code_shows_a_failure(tmp_path: Path) -> None:
    ended = run(
        "import sys; from chapterdesk.store.sqlite import cipher; cipher.DRIVER.sqlite_version = '3.1'\n"
        "from chapterdesk.self_test import runner; runner.run.__defaults__ = (('versions',),)\n"
        "from chapterdesk.__main__ import main; sys.argv = ['chapterdesk', '--self-test', sys.argv[1]]\n"
        "sys.stdout = sys.stderr = None; sys.exit(main())",  # as in a program with a window
        tmp_path,
        str(tmp_path / "told.json"),
    )
    assert (ended.code, ended.out, ended.error) == (1, "", "")
    assert '"ok": false' in (tmp_path / "told.json").read_text("utf-8")
