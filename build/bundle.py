"""The bundle: the program, its Python and its libraries in one folder, frozen by PyInstaller."""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build import contents, product, version_resource
from build.commands import BuildError, run, say
from build.environments import site_packages
from build.linux import system_libraries

SPEC = product.ROOT / "build" / "chapterdesk.spec"


def source_date() -> str:
    """Return the date of all built files, in seconds since 1970: SOURCE_DATE_EPOCH, or the date of the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    try:
        command = ["git", "log", "-1", "--format=%ct"]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=product.ROOT).stdout.strip()
    except (FileNotFoundError, subprocess.CalledProcessError):
        raise BuildError("There is no git history here: set SOURCE_DATE_EPOCH to the date of the release") from None


def fixed() -> dict[str, str]:
    """Return the environment variables with which the same sources give the same bytes."""
    return {
        "SOURCE_DATE_EPOCH": source_date(),
        "PYTHONHASHSEED": "0",  # for sets in compiled code, and the tables of PyInstaller
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "QT_QPA_PLATFORM": "offscreen",
    }


def install_program(python: Path) -> None:
    """Install ChapterDesk into its environment, with compiled catalogues, and remove what does not ship."""
    say("ChapterDesk into its environment")
    command: list[str | Path] = [python, "-m", "pip", "install", "-q", "--no-build-isolation", "--no-deps"]
    run([*command, "--force-reinstall", product.ROOT], environment=fixed())
    removed = contents.prune(site_packages(python))
    if removed:
        say(f"{len(removed)} files of libraries that nothing uses are left out")


def freeze(python: Path, icons: Path, licences: Path, work: Path) -> Path:
    """Freeze the program and return the bundle: a folder, on macOS the .app.

    `licences` is the file of third-party licences for the bundle; those of system libraries are added to it.
    PyInstaller keeps its files below `work`.
    """
    say("Freezing with PyInstaller")
    place = work / "frozen"
    shutil.rmtree(place, ignore_errors=True)
    command: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--workpath", work / "pyinstaller", "--distpath", place, SPEC, "--"]
    command += ["--icons", icons, "--licences", licences]
    command += ["--version-file", version_resource.write(work / "version.txt")]
    run(command, environment=fixed())
    built = place / (f"{product.NAME}.app" if sys.platform == "darwin" else product.NAME)
    if sys.platform == "linux":
        system_libraries.add_licences(built, third_party(built))
    return built


def third_party(bundle: Path) -> Path:
    """Return the file of third-party licences in a bundle."""
    inside = bundle / ("Contents/Resources" if bundle.suffix == ".app" else "_internal")
    return inside / "chapterdesk" / "resources" / "licences" / "third-party.txt"


def programs(bundle: Path) -> Path:
    """Return the folder of a bundle with the two programs."""
    return bundle / "Contents" / "MacOS" if bundle.suffix == ".app" else bundle


def differences(one: Path, two: Path) -> list[str]:
    """Return the files and links that differ between two bundles; empty when every byte is equal."""
    names = {
        file.relative_to(place).as_posix() for place in (one, two) for file in place.rglob("*") if not _is_folder(file)
    }
    return sorted(name for name in names if not _same(one / name, two / name))


def _is_folder(file: Path) -> bool:
    return file.is_dir() and not file.is_symlink()


def _same(one: Path, two: Path) -> bool:
    if one.is_symlink() or two.is_symlink():
        return one.is_symlink() and two.is_symlink() and one.readlink() == two.readlink()
    return one.is_file() and two.is_file() and filecmp.cmp(one, two, shallow=False)
