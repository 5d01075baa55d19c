"""The disk image a director downloads: the application, a link to Applications, and a picture that says what to do."""

import plistlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build import product

HERE = Path(__file__).resolve().parent
WINDOW = (660, 400)
"""Size of the image's window in points: that of its picture."""
APPLICATION_AT, FOLDER_AT = (180, 190), (480, 190)
"""Where the middle of the two icons is; the picture draws its arrow between them."""
TRIES, PAUSE = 4, 10.0
"""How often hdiutil is asked, and the seconds between: XProtect looks at a new disk and keeps it busy meanwhile."""


class DiskImageError(Exception):
    """The disk image could not be made or used; its text is one line for the person who builds."""


def make(app: Path, icons: Path, out: Path) -> Path:
    """Sign the application, make the disk image of it in the folder `out`, sign that too, and return it.

    Each is notarised when keys are given (see sign.sh and notarise.sh); the application first, so that the ticket is in
    the image and holds without a network. `icons` is the folder of the made icons. Raises DiskImageError.
    """
    image = out / f"{product.NAME}-{product.version()}-{product.system()}.dmg"
    out.mkdir(parents=True, exist_ok=True)
    _script("sign.sh", app)
    _script("notarise.sh", app)
    _build(image, settings(app, icons))
    _script("sign.sh", image)
    _script("notarise.sh", image)
    return image


def settings(app: Path, icons: Path) -> dict[str, Any]:
    """Return what dmgbuild is to make; it looks for the picture of twice the size beside the picture."""
    for one in ("chapterdesk.icns", "disk-image.png"):
        if not (icons / one).is_file():
            raise DiskImageError(f"{icons / one} is missing: make the icons first")
    return {
        "format": "ULMO",  # LZMA: the smallest, known since macOS 10.15
        "filesystem": "HFS+",
        "files": [str(app)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(icons / "chapterdesk.icns"),
        "background": str(icons / "disk-image.png"),
        "window_rect": ((200, 160), WINDOW),
        "icon_size": 112.0,
        "text_size": 13.0,
        # The Finder hides .app anyway; hiding it here would write to the bundle, and break its signature.
        "icon_locations": {app.name: APPLICATION_AT, "Applications": FOLDER_AT},
    }


def _build(image: Path, wanted: dict[str, Any]) -> None:
    try:
        import dmgbuild  # type: ignore[import-not-found, unused-ignore]  # there on macOS alone
    except ImportError:
        raise DiskImageError("dmgbuild is not installed: it belongs to the packaging environment of macOS") from None
    for left in range(TRIES - 1, -1, -1):
        try:
            # It says nothing of what failed when hdiutil gives no answer: then its answer is no property list.
            dmgbuild.build_dmg(str(image), product.NAME, settings=wanted)
        except (dmgbuild.DMGError, plistlib.InvalidFileException, subprocess.SubprocessError, OSError) as error:
            image.unlink(missing_ok=True)
            if not left:
                raise DiskImageError(
                    f"The disk image could not be made: {error or 'hdiutil gave no answer'}"
                ) from error
            time.sleep(PAUSE)
        else:
            return


@contextmanager
def installed(image: Path, place: Path) -> Iterator[Path]:
    """Install from a disk image as a director does, by copying, into the folder `place`.

    Gives the folder of the programs; the copy is removed at the end. Raises DiskImageError.
    """
    mount = place / "image"
    mount.mkdir(parents=True, exist_ok=True)
    attach = ["attach", str(image), "-readonly", "-nobrowse", "-noautoopen", "-mountpoint", str(mount)]
    _hdiutil(*attach)
    try:
        found = sorted(mount.glob("*.app"))
        if len(found) != 1:
            raise DiskImageError(f"{image.name} holds {len(found)} applications, and not one")
        app = place / found[0].name
        _run("ditto", str(found[0]), str(app))
        _run("codesign", "--verify", "--deep", "--strict", str(app))
    finally:
        _hdiutil("detach", str(mount))
        mount.rmdir()
    try:
        yield app / "Contents" / "MacOS"
    finally:
        shutil.rmtree(app)


def _hdiutil(verb: str, *arguments: str) -> None:
    """Run hdiutil, again while the disk is busy; a disk that stays busy is detached by force."""
    for left in range(TRIES - 1, -1, -1):
        force = ("-force",) if verb == "detach" and not left else ()
        try:
            _run("hdiutil", verb, *arguments, *force)
        except DiskImageError:
            if not left:
                raise
            time.sleep(PAUSE)
        else:
            return


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()[-1]
        raise DiskImageError(f"{' '.join(command[:2])} failed ({done.returncode}): {said}")


def _script(name: str, target: Path) -> None:
    """Run one of the scripts beside this file; what it says goes where the build says what it does."""
    sys.stdout.flush()
    code = subprocess.run(["/bin/bash", str(HERE / name), str(target)], check=False).returncode
    if code:
        raise DiskImageError(f"{name} {target.name} ended with {code}; the line above says why")
