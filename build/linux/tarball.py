"""The tarball for Linux; the same bundle and date give the same bytes."""

import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build import product
from build.bundle import source_date
from build.commands import BuildError, run, say

HERE = Path(__file__).resolve().parent


def make(bundle: Path, icons: Path, out: Path) -> Path:
    """Pack the bundle with menu entry, file type, icons and install.sh into `out` and return the tarball."""
    say("Packing the tarball")
    top = f"{product.NAME}-{product.version()}"
    packed = out / f"{top}-{product.system()}.tar.xz"
    out.mkdir(parents=True, exist_ok=True)
    with tarfile.open(packed, "w:xz", format=tarfile.PAX_FORMAT, preset=6) as tar:
        for name, file in sorted(_files(bundle, icons).items()):
            tar.add(file, f"{top}/{name}", recursive=False, filter=_plain)
    return packed


def _files(bundle: Path, icons: Path) -> dict[str, Path]:
    """Return the files of the tarball by their names in it."""
    found = {file.relative_to(bundle).as_posix(): file for file in bundle.rglob("*") if _is_leaf(file)}
    hicolor = icons / "hicolor"
    for file in hicolor.rglob("*"):
        if file.is_file():
            found[f"share/icons/hicolor/{file.relative_to(hicolor).as_posix()}"] = file
    found["share/applications/chapterdesk.desktop"] = HERE / "chapterdesk.desktop"
    found["share/mime/packages/chapterdesk.xml"] = HERE / "chapterdesk.xml"
    for name in ("install.sh", "README.txt"):
        found[name] = HERE / name
    return found


def _is_leaf(file: Path) -> bool:
    return file.is_symlink() or file.is_file()


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Remove what differs between two machines from an entry: owner, time, and modes other than executable."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(source_date())
    if entry.isfile():
        entry.mode = 0o755 if entry.mode & 0o100 else 0o644
    return entry


@contextmanager
def installed(tarball: Path, place: Path) -> Iterator[Path]:
    """Unpack the tarball and install it below `place`; yield the folder of the programs, and uninstall at the end.

    Raises BuildError when the script fails or leaves files of the program.
    """
    say("Installing from the tarball")
    unpacked, prefix = place / "unpacked", place / "prefix"
    for folder in (unpacked, prefix):
        shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(tarball) as tar:
        tar.extractall(unpacked, filter="data")
    (top,) = unpacked.iterdir()
    run([top / "install.sh", "--prefix", prefix])
    try:
        yield prefix / "opt" / "chapterdesk"
    finally:
        run([top / "install.sh", "--prefix", prefix, "--uninstall"])
    left = [file for file in prefix.rglob("*chapterdesk*") if "mime" not in file.parts]
    if left:
        raise BuildError(f"Uninstalling left {left[0]}")
