"""The disk image: the application, a link to Applications, and a picture that shows what to do."""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build import environments, product
from build.commands import BuildError, run, say

HERE = Path(__file__).resolve().parent
WINDOW = (660, 400)
"""Size of the window of the image in points, which is the size of its picture."""
APPLICATION_AT, FOLDER_AT = (165, 200), (495, 200)
"""Centres of the two icons, as in the picture resources/brand/packaging/disk-image.svg."""
TRIES, PAUSE = 4, 10.0
"""Attempts of hdiutil, and the seconds between: XProtect scans a new disk and keeps it busy."""


def make(app: Path, icons: Path, out: Path) -> Path:
    """Sign the application, make the disk image of it in the folder `out`, sign that too, and return it.

    Both are notarised when keys are given (see sign.sh and notarise.sh); the application first, so that its ticket is
    in the image and works without a network. `icons` is the folder of the icons. Raises BuildError.
    """
    say("Signing, and the disk image")
    image = out / f"{product.NAME}-{product.version()}-{product.system()}.dmg"
    out.mkdir(parents=True, exist_ok=True)
    _script("sign.sh", app)
    _script("notarise.sh", app)
    _build(image, settings(app, icons))
    _script("sign.sh", image)
    _script("notarise.sh", image)
    return image


def settings(app: Path, icons: Path) -> dict[str, Any]:
    """Return the settings for dmgbuild, which finds the picture of double size beside the picture."""
    for one in ("chapterdesk.icns", "disk-image.png"):
        if not (icons / one).is_file():
            raise BuildError(f"{icons / one} is missing: make the icons first")
    (left, top), (folder_left, folder_top) = APPLICATION_AT, FOLDER_AT
    return {
        "title": product.NAME,
        "format": "ULMO",  # LZMA: the smallest, supported since macOS 10.15
        "filesystem": "HFS+",
        "icon": str(icons / "chapterdesk.icns"),
        "background": str(icons / "disk-image.png"),
        "icon-size": 112,
        "window": {"position": {"x": 200, "y": 160}, "size": {"width": WINDOW[0], "height": WINDOW[1]}},
        # The Finder hides .app anyway; hiding it here would write to the bundle, and break its signature.
        "contents": [
            {"type": "file", "path": str(app), "x": left, "y": top},
            {"type": "link", "path": "/Applications", "name": "Applications", "x": folder_left, "y": folder_top},
        ],
    }


def _build(image: Path, wanted: dict[str, Any]) -> None:
    """Run dmgbuild, again while the system is busy; a partial image is removed."""
    python = environments.environment("tools", product.DIST / "work")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "image.json"  # dmgbuild recognises JSON settings by this ending
        file.write_text(json.dumps(wanted), "utf-8")
        for left in range(TRIES - 1, -1, -1):
            try:
                run([python, "-m", "dmgbuild", "--settings", file, product.NAME, image])
            except BuildError:
                image.unlink(missing_ok=True)
                if not left:
                    raise
                time.sleep(PAUSE)
            else:
                return


@contextmanager
def installed(image: Path, place: Path) -> Iterator[Path]:
    """Install from a disk image by copying, like a user, into the folder `place`.

    Yields the folder of the programs; the copy is removed at the end. Raises BuildError.
    """
    mount = place / "image"
    mount.mkdir(parents=True, exist_ok=True)
    say("Installing from the disk image")
    attach = ["attach", str(image), "-readonly", "-nobrowse", "-noautoopen", "-mountpoint", str(mount)]
    _hdiutil(*attach)
    try:
        found = sorted(mount.glob("*.app"))
        if len(found) != 1:
            raise BuildError(f"{image.name} holds {len(found)} applications, and not one")
        app = place / found[0].name
        run(["ditto", found[0], app])
        run(["codesign", "--verify", "--deep", "--strict", app])
    finally:
        _hdiutil("detach", str(mount))
        if mount.is_dir():
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
            run(["hdiutil", verb, *arguments, *force])
        except BuildError:
            if not left:
                raise
            time.sleep(PAUSE)
        else:
            return


def _script(name: str, target: Path) -> None:
    """Run one of the scripts beside this file, and print its output."""
    print(run(["/bin/bash", HERE / name, target], signs=True), end="", flush=True)
