"""Nothing personal outside the desk file, and nothing at all outside the computer."""

import ast
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from PySide6.QtCore import QSettings

import chapterdesk
from chapterdesk.store.keeping.private_folder import PREFIX, PrivateCopy, PrivateFolder, remove_left_folders
from chapterdesk.store.sqlite.file import DeskFile
from tests.ui.journey import MARKS

ROOT = Path(__file__).parents[2]
PACKAGE = Path(chapterdesk.__file__).parent
LOCAL = {"local_calls", "single_instance", "remote_close"}
"""Modules with which windows of one user communicate, by local sockets that no other computer can reach."""
NETWORK = {"socket", "urllib.request", "http", "ssl", "requests", "ftplib", "smtplib", "xmlrpc", "asyncio", "httpx"}


@dataclass(frozen=True)
class Left:
    """The files and output of a morning with the program."""

    folder: Path
    code: int
    said: dict[str, list[str]]
    terminal: str


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("morning")
    places = {name: folder / name for name in ("data", "config", "documents", "temporary", "files")}
    for place in places.values():
        place.mkdir()
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(places["data"]),
        "XDG_CONFIG_HOME": str(places["config"]),
        "XDG_DOCUMENTS_DIR": str(places["documents"]),
        "TMPDIR": str(places["temporary"]),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.journey", str(places["files"])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.stdout, done.stderr
    last = done.stdout.splitlines()[-1]
    said = json.loads(last) if last.startswith("{") else {}
    return Left(folder, done.returncode, said, done.stdout.replace(last, "") + done.stderr)


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


def test_a_whole_morning_uses_no_network(morning: Left) -> None:
    assert morning.code == 0, morning.terminal


def test_the_logs_hold_faults_and_no_names(morning: Left) -> None:
    logs = [path for path in (morning.folder / "data").rglob("*.log*") if path.is_file()]
    text = "\n".join(path.read_text("utf-8") for path in logs)
    assert text.count("ValueError") >= 1
    assert "still here" in text
    assert marks_in(text) == []
    assert str(morning.folder) not in text


def test_the_terminal_shows_no_names(morning: Left) -> None:
    assert marks_in(morning.terminal) == []
    assert "Traceback" not in morning.terminal


def test_titles_of_windows_hold_no_names(morning: Left) -> None:
    assert "ChapterDesk" in morning.said["titles"]
    assert marks_in("\n".join(morning.said["titles"])) == []


def test_temporary_files_have_no_personal_names_and_are_removed(morning: Left) -> None:
    names = "\n".join(morning.said["temporary"])
    assert PREFIX in names
    assert marks_in(names) == []
    assert list((morning.folder / "temporary").glob(f"{PREFIX}*")) == []


def test_preferences_hold_no_names_but_the_paths_of_the_recent_files(morning: Left) -> None:
    (file,) = (morning.folder / "config").rglob("settings.ini")
    values = QSettings(str(file), QSettings.Format.IniFormat)
    keys = values.allKeys()
    assert any(key.startswith("recent") for key in keys)
    assert marks_in("\n".join(keys)) == []
    told = {key: str(values.value(key)) for key in keys if not key.startswith("recent/")}
    assert {key: text for key, text in told.items() if marks_in(text)} == {}


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def test_no_module_imports_a_network_library() -> None:
    found = {}
    for module in sorted(PACKAGE.rglob("*.py")):
        names = set(imports_of(module))
        bad = {name for name in names if any(name == one or name.startswith(one + ".") for one in NETWORK)}
        qt = {name for name in names if name.startswith("PySide6.QtNetwork.")}
        bad |= {name for name in qt if module.stem not in LOCAL or "QLocal" not in name}
        bad |= {name for name in names if name.startswith(("PySide6.QtWeb", "PySide6.QtHttp"))}
        if bad:
            found[module.relative_to(PACKAGE).as_posix()] = sorted(bad)
    assert found == {}


# Private folders


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_private_copy_is_readable_by_its_user_only_and_removed_on_close(temporary: Path, tmp_path: Path) -> None:
    path = tmp_path / "Capítulo Secreto.chapterdesk"
    DeskFile.create(path).close()
    copy = PrivateCopy(path)
    (folder,) = temporary.iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert marks_in("\n".join(str(one) for one in folder.rglob("*"))) == []
    remove_left_folders()
    assert copy.path.read_bytes() == path.read_bytes()
    copy.cleanup()
    assert list(temporary.iterdir()) == []


def test_leftovers_of_a_killed_process_are_removed_at_the_next_start(temporary: Path, tmp_path: Path) -> None:
    path = tmp_path / "ribera.chapterdesk"
    DeskFile.create(path).close()
    child = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from pathlib import Path\n"
        "from chapterdesk.store.keeping.private_folder import PrivateCopy\n"
        "copy = PrivateCopy(Path(sys.argv[2]))\n"
        "print('made', flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", child, str(temporary), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "made\n"
    (left,) = temporary.iterdir()
    remove_left_folders()
    assert (left / "copy.chapterdesk").exists()
    process.kill()
    process.communicate()
    assert (left / "copy.chapterdesk").exists()
    remove_left_folders()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has a folder of temporary files for each account")
def test_folders_of_another_account_and_links_are_not_removed(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name in ("letter.txt", "in-use.lock"):
        (documents / name).write_text("x")
    (temporary / f"{PREFIX}link").symlink_to(documents)
    remove_left_folders()
    assert (documents / "letter.txt").exists()
    (temporary / f"{PREFIX}link").unlink()
    theirs = temporary / f"{PREFIX}theirs"
    documents.rename(theirs)
    monkeypatch.setattr(os, "getuid", lambda: theirs.stat().st_uid + 1)
    remove_left_folders()
    assert (theirs / "letter.txt").exists()


def test_folders_of_other_programs_are_not_removed(temporary: Path) -> None:
    other = temporary / f"{PREFIX}of-somebody-else"
    other.mkdir()
    (other / "file").write_text("x")
    PrivateFolder().cleanup()
    assert (other / "file").exists()


def test_files_held_by_a_viewer_at_the_end_are_removed_later(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: the file cannot be removed, and the lock file goes with the lock."""
    real_rmtree, real_release, held = shutil.rmtree, FileLock.release, True

    def rmtree(folder: Path, **more: Any) -> None:
        if not held:
            real_rmtree(folder, **more)

    def release(self: FileLock, *args: Any, **more: Any) -> None:
        real_release(self, *args, **more)
        os.unlink(self.lock_file)  # noqa: PTH108 - Path.unlink is what fails here

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    monkeypatch.setattr(FileLock, "release", release)
    folder = PrivateFolder()
    report = folder.path / "ChapterDesk.pdf"
    report.write_bytes(b"%PDF")
    folder.cleanup()
    assert report.exists()
    monkeypatch.setattr(Path, "unlink", lambda path, **_: (_ for _ in ()).throw(PermissionError(path)))
    remove_left_folders()
    assert report.exists()
    monkeypatch.undo()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    remove_left_folders()
    assert list(temporary.iterdir()) == []
