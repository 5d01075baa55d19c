"""The tarball for Linux: the same bytes each time, installed for one person, upgraded and removed without a trace."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from build import product
from build.linux import tarball
from tests.build.bundles import PROGRAM, linux_bundle, put
from tests.build.tools import needs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the tarball is for Linux")


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    """Two icons in the form of the made ones."""
    folder = tmp_path / "icons"
    put(folder / "hicolor" / "48x48" / "apps" / "chapterdesk.png", "icon")
    put(folder / "hicolor" / "scalable" / "mimetypes" / "application-vnd.chapterdesk.svg", "icon")
    return folder


@pytest.fixture
def unpacked(tmp_path: Path, icons: Path) -> Path:
    """The folder that unpacking the tarball gives."""
    packed = tarball.make(linux_bundle(tmp_path / "bundle"), icons, tmp_path / "out")
    with tarfile.open(packed) as tar:
        tar.extractall(tmp_path / "unpacked", filter="data")
    (top,) = (tmp_path / "unpacked").iterdir()
    return top


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a desk file, a backup, and an icon of another program."""
    folder = tmp_path / "home of María"
    put(folder / "Documents" / "ChapterDesk" / "Ribera.chapterdesk", "desk")
    put(folder / ".local" / "share" / "ChapterDesk" / "backups" / "one", "backup")
    put(folder / ".local" / "share" / "icons" / "hicolor" / "48x48" / "apps" / "other.png", "other")
    return folder


def install(top: Path, home: Path, *words: str, language: str = "C") -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": language}
    command = [str(top / "install.sh"), *words]
    if os.geteuid() == 0 and "--prefix" not in words:
        command += ["--prefix", str(home / ".local")]  # root would install for everybody
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_bundle_gives_the_same_bytes_whoever_packs_it(tmp_path: Path, icons: Path) -> None:
    bundle = linux_bundle(tmp_path / "bundle")
    one = tarball.make(bundle, icons, tmp_path / "one").read_bytes()
    for file in bundle.rglob("*"):
        os.utime(file, (1, 1))
    (bundle / "_internal" / "PySide6" / "QtCore.abi3.so").chmod(0o600)
    two = tarball.make(bundle, icons, tmp_path / "two")
    assert two.read_bytes() == one
    assert two.name == f"ChapterDesk-{product.version()}-{product.system()}.tar.xz"
    with tarfile.open(two) as tar:
        assert {(entry.uid, entry.uname) for entry in tar} == {(0, "")}
        assert tar.getmember(f"ChapterDesk-{product.version()}/install.sh").mode == 0o755


def test_it_is_installed_for_one_person_in_a_home_whose_name_has_a_space(unpacked: Path, home: Path) -> None:
    done = install(unpacked, home)
    assert (done.returncode, done.stderr) == (0, "")
    local = home / ".local"
    assert (local / "bin" / "chapterdesk").resolve() == local / "opt" / "chapterdesk" / "chapterdesk"
    entry = (local / "share" / "applications" / "chapterdesk.desktop").read_text("utf-8")
    assert f'Exec="{local}/opt/chapterdesk/chapterdesk" %f' in entry
    assert (local / "share" / "icons" / "hicolor" / "48x48" / "apps" / "chapterdesk.png").is_file()
    assert (local / "share" / "mime" / "packages" / "chapterdesk.xml").is_file()


def test_an_upgrade_leaves_nothing_of_the_older_program_and_everything_of_the_person(
    unpacked: Path, home: Path
) -> None:
    before = files(home)
    install(unpacked, home)
    stale = put(home / ".local" / "opt" / "chapterdesk" / "_internal" / "old.so")
    assert install(unpacked, home).returncode == 0
    assert not stale.exists()
    assert before.items() <= files(home).items()


def test_a_program_that_stays_open_is_not_replaced(unpacked: Path, home: Path) -> None:
    install(unpacked, home)
    program = home / ".local" / "opt" / "chapterdesk" / "chapterdesk"
    program.write_text('#!/bin/sh\n[ "$1" = --close ] && exit 2\nexit 0\n')
    before = files(home)
    for words in ([], ["--uninstall"]):
        done = install(unpacked, home, *words, language="es_ES.UTF-8")
        assert done.returncode == 1
        assert "no se ha cambiado nada" in done.stderr
        assert files(home) == before


def test_a_broken_program_is_replaced(unpacked: Path, home: Path) -> None:
    install(unpacked, home)
    program = home / ".local" / "opt" / "chapterdesk" / "chapterdesk"
    program.write_text("#!/bin/sh\nexit 127\n")
    assert install(unpacked, home).returncode == 0
    assert program.read_text() == PROGRAM


@pytest.mark.parametrize("with_the_download", [True, False])
def test_uninstalling_removes_the_program_alone(unpacked: Path, home: Path, with_the_download: bool) -> None:
    before = files(home)
    install(unpacked, home)
    if with_the_download:
        done = install(unpacked, home, "--uninstall")
    else:
        environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
        script = home / ".local" / "opt" / "chapterdesk" / "uninstall.sh"
        done = subprocess.run([script], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    after = files(home)
    assert before.items() <= after.items()
    lists_of_the_desktop = {name: data for name, data in after.items() if name not in before}
    assert all(b"chapterdesk" not in data for data in lists_of_the_desktop.values())
    assert not [folder for folder in (home / ".local").rglob("*chapterdesk*") if folder.is_dir()]


def with_desks(home: Path) -> dict[str, str]:
    """Let somebody keep desk files, one of them left by a killed program, and a note in the folder of the program."""
    kept = {
        "Ribera.chapterdesk": "one",
        "_internal/Ribera.chapterdesk": "two",
        "_internal/Ribera.chapterdesk-wal": "wal",
    }
    for name, text in (kept | {"notes/a.txt": "note"}).items():
        put(home / ".local" / "opt" / "chapterdesk" / name, text)
    kept["2 Ribera.chapterdesk"] = kept.pop("_internal/Ribera.chapterdesk")
    kept["2 Ribera.chapterdesk-wal"] = kept.pop("_internal/Ribera.chapterdesk-wal")
    return kept | {"notes/a.txt": "note"}


@pytest.mark.parametrize("words", [[], ["--uninstall"]], ids=["upgrade", "uninstall"])
def test_foreign_files_in_the_folder_of_the_program_stay(unpacked: Path, home: Path, words: list[str]) -> None:
    install(unpacked, home)
    program = home / ".local" / "opt" / "chapterdesk"
    own = files(program)
    kept = with_desks(home)
    done = install(unpacked, home, *words)
    assert (done.returncode, done.stderr) == (0, "")
    found = files(program)
    assert {name: data.decode() for name, data in found.items() if name not in own} == kept
    assert (own.items() <= found.items()) is (words == [])
    assert ("This folder stays" in done.stdout) is (words != [])
    assert not program.with_name("chapterdesk.old").exists()


@pytest.mark.parametrize("swapped", [False, True])
def test_an_interrupted_upgrade_loses_nothing(unpacked: Path, home: Path, swapped: bool) -> None:
    install(unpacked, home)
    program = home / ".local" / "opt" / "chapterdesk"
    own = files(program)
    kept = with_desks(home)
    program.rename(program.with_name("chapterdesk.old"))
    if swapped:
        linux_bundle(program)
    assert install(unpacked, home).returncode == 0
    found = files(program)
    assert own.items() <= found.items()
    assert sorted(data.decode() for name, data in found.items() if name not in own) == sorted(kept.values())
    assert not program.with_name("chapterdesk.old").exists()


def test_an_upgrade_says_from_what_to_what_and_that_it_closed_the_program(unpacked: Path, home: Path) -> None:
    install(unpacked, home)
    program = home / ".local" / "opt" / "chapterdesk" / "chapterdesk"
    answers = "--version) echo 'ChapterDesk 1.0' ;; --close) echo '1 window is closed' ;;"
    program.write_text(f'#!/bin/sh\ncase "$1" in {answers} esac\n')
    done = install(unpacked, home)
    assert "ChapterDesk 2.0 takes the place of ChapterDesk 1.0" in done.stdout
    assert "has closed itself" in done.stdout
    assert "has closed itself" not in install(unpacked, home).stdout


def test_an_installation_from_a_read_only_folder_can_be_upgraded_and_removed(unpacked: Path, home: Path) -> None:
    for place in [unpacked, *unpacked.rglob("*")]:
        if not place.is_symlink():
            place.chmod(place.stat().st_mode & ~0o222)
    try:
        for words in ([], [], ["--uninstall"]):
            done = install(unpacked, home, *words)
            assert (done.returncode, done.stderr) == (0, "")
            program = home / ".local" / "opt" / "chapterdesk"
            if not words:
                assert all(file.stat().st_mode & 0o200 for file in program.rglob("*"))
        assert not program.exists()
    finally:
        for place in [unpacked, *unpacked.rglob("*")]:
            if not place.is_symlink():
                place.chmod(place.stat().st_mode | 0o700)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--prefix"], "--prefix needs a folder"),
        (["--prefix", ""], "--prefix needs a folder"),
        (["--prefix", "/a $HOME/b"], "such signs"),
        (["--prefix", "/a %f/b"], "such signs"),
        (["--prefix", '/a "b"'], "such signs"),
        (["--prefix", "/dev/null/b"], "Nothing can be written in /dev/null/b/opt"),
        (["--force"], "Not known: '--force'"),
        (["--uninstall"], "There is no ChapterDesk in"),
    ],
)
def test_a_refusal_is_one_sentence_and_changes_nothing(unpacked: Path, home: Path, words: list[str], told: str) -> None:
    before = files(home)
    done = install(unpacked, home, *words)
    assert done.returncode == 1
    assert told in done.stderr.splitlines()[-1]
    assert files(home) == before


def test_a_relative_path_names_the_same_folder(unpacked: Path, home: Path) -> None:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    script, words = unpacked / "install.sh", ["--prefix", "a | b & c"]
    done = subprocess.run([script, *words], env=environment, cwd=home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    place = home / "a | b & c"
    assert (place / "bin" / "chapterdesk").resolve() == place / "opt" / "chapterdesk" / "chapterdesk"
    entry = (place / "share" / "applications" / "chapterdesk.desktop").read_text("utf-8")
    assert f'Exec="{place}/opt/chapterdesk/chapterdesk" %f' in entry


def test_help_is_not_an_error(unpacked: Path, home: Path) -> None:
    done = install(unpacked, home, "--help", language="es_ES.UTF-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Uso: ./install.sh" in done.stdout


@needs("desktop-file-validate", "update-mime-database", "shellcheck")
def test_the_desktop_takes_the_entry_and_the_file_type(tmp_path: Path) -> None:
    here = product.ROOT / "build" / "linux"
    subprocess.run(["desktop-file-validate", here / "chapterdesk.desktop"], check=True)
    subprocess.run(["shellcheck", here / "install.sh"], check=True)
    put(tmp_path / "packages" / "chapterdesk.xml", (here / "chapterdesk.xml").read_text("utf-8"))
    subprocess.run(["update-mime-database", tmp_path], check=True)
    assert f"{product.MIME_TYPE}:*{product.SUFFIX}" in (tmp_path / "globs").read_text("utf-8")
    assert f"MimeType={product.MIME_TYPE};" in (here / "chapterdesk.desktop").read_text("utf-8")
