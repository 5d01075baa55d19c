"""The disk image: signed before and after it is made, tried again while the system is busy, installed by copying."""

import plistlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from build.macos.disk_image import DiskImageError

from build import product
from build.macos import disk_image
from tests.build.macos.stand_ins import Mac
from tests.build.tools import needs

pytestmark = needs("bash", "od")


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    folder = tmp_path / "icons"
    folder.mkdir()
    for name in ("chapterdesk.icns", "disk-image.png", "disk-image@2x.png"):
        (folder / name).write_bytes(b"")
    return folder


@pytest.fixture
def here(mac: Mac, monkeypatch: pytest.MonkeyPatch) -> Mac:
    """The process of the tests finds the stand-ins, has no keys, and does not wait."""
    for name, value in mac.environment.items():
        monkeypatch.setenv(name, value)
    for name in ("IDENTITY", "CERTIFICATE", "CERTIFICATE_PASSWORD", "NOTARY_PROFILE", "NOTARY_KEY_ID"):
        monkeypatch.delenv(f"CHAPTERDESK_MAC_{name}", raising=False)
    monkeypatch.setattr(disk_image, "PAUSE", 0.0)
    return mac


class Dmgbuild(ModuleType):
    """Stands in for dmgbuild, which can only be imported on macOS: it fails as told, then writes an image."""

    class DMGError(Exception):
        """What dmgbuild raises when hdiutil says no."""

    def __init__(self) -> None:
        super().__init__("dmgbuild")
        self.faults: list[Exception] = []
        self.made: list[tuple[str, str, dict[str, Any]]] = []

    def build_dmg(self, filename: str, volume: str, settings: dict[str, Any]) -> None:
        self.made.append((filename, volume, settings))
        Path(filename).write_bytes(b"half")
        if self.faults:
            raise self.faults.pop(0)
        Path(filename).write_bytes(b"koly")


@pytest.fixture
def dmgbuild(monkeypatch: pytest.MonkeyPatch) -> Dmgbuild:
    module = Dmgbuild()
    monkeypatch.setitem(sys.modules, "dmgbuild", module)
    return module


def test_the_application_is_signed_then_packed_then_the_image_is_signed(
    here: Mac, app: Path, icons: Path, tmp_path: Path, dmgbuild: Dmgbuild
) -> None:
    made = disk_image.make(app, icons, tmp_path / "out" / "packages")
    assert made == tmp_path / "out" / "packages" / f"ChapterDesk-{product.version()}-{product.system()}.dmg"
    assert made.read_bytes() == b"koly"
    targets = [call[-1] for call in here.calls_of("codesign", "--verify")]
    assert targets == [str(app), str(made)]
    ((filename, volume, wanted),) = dmgbuild.made
    assert (filename, volume) == (str(made), "ChapterDesk")
    assert wanted["format"] == "ULMO"
    assert wanted["files"] == [str(app)]
    assert wanted["symlinks"] == {"Applications": "/Applications"}
    assert set(wanted["icon_locations"]) == {app.name, "Applications"}
    assert Path(wanted["background"]).with_stem("disk-image@2x").is_file()  # dmgbuild finds it by this name
    assert "hide_extensions" not in wanted  # it would break the signature


def test_the_settings_are_words_that_dmgbuild_knows(app: Path, icons: Path) -> None:
    """It takes any word and uses those it knows: a slip of the pen would go unnoticed. These are its own, 1.6.7."""
    known = {
        "format",
        "filesystem",
        "files",
        "symlinks",
        "icon",
        "background",
        "window_rect",
        "icon_size",
        "text_size",
        "icon_locations",
    }
    assert set(disk_image.settings(app, icons)) == known


@pytest.mark.parametrize(
    "fault",
    [Dmgbuild.DMGError("Resource busy"), plistlib.InvalidFileException(), subprocess.CalledProcessError(1, "sync")],
)
def test_a_busy_system_is_asked_again(
    here: Mac, app: Path, icons: Path, tmp_path: Path, dmgbuild: Dmgbuild, fault: Exception
) -> None:
    dmgbuild.faults = [fault, fault]
    assert disk_image.make(app, icons, tmp_path).read_bytes() == b"koly"
    assert len(dmgbuild.made) == 3


def test_what_stays_busy_is_told_and_leaves_no_half_image(
    here: Mac, app: Path, icons: Path, tmp_path: Path, dmgbuild: Dmgbuild
) -> None:
    dmgbuild.faults = [Dmgbuild.DMGError("Unable to create disk image: Resource busy")] * 9
    with pytest.raises(DiskImageError, match="could not be made: Unable to create disk image: Resource busy"):
        disk_image.make(app, icons, tmp_path)
    assert list(tmp_path.glob("*.dmg")) == []


def test_a_signature_that_fails_ends_the_build(
    here: Mac, app: Path, icons: Path, tmp_path: Path, dmgbuild: Dmgbuild
) -> None:
    here.answer("codesign", "--force", code=1)
    with pytest.raises(DiskImageError, match=r"sign\.sh Chapter Desk\.app ended with 1"):
        disk_image.make(app, icons, tmp_path)
    assert dmgbuild.made == []


def test_icons_that_were_not_made_are_told(
    here: Mac, app: Path, icons: Path, tmp_path: Path, dmgbuild: Dmgbuild
) -> None:
    (icons / "disk-image.png").unlink()
    with pytest.raises(DiskImageError, match=r"disk-image\.png is missing: make the icons first"):
        disk_image.make(app, icons, tmp_path)


def test_an_environment_without_dmgbuild_is_told(
    here: Mac, app: Path, icons: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dmgbuild", None)
    with pytest.raises(DiskImageError, match="dmgbuild is not installed"):
        disk_image.make(app, icons, tmp_path)


@pytest.fixture
def full_image(image: Path, app: Path) -> Path:
    """An image that holds the application; the stand-in for hdiutil finds what is in it beside it."""
    content = Path(f"{image}.content")
    content.mkdir()
    app.rename(content / app.name)
    return image


def test_it_is_installed_by_copying_and_gone_afterwards(here: Mac, full_image: Path, tmp_path: Path) -> None:
    place = tmp_path / "Applications"
    with disk_image.installed(full_image, place) as programs:
        assert (programs / "ChapterDesk").is_file()
        assert (programs.parent / "Frameworks/PySide6/Qt/lib/QtCore.framework/QtCore").is_symlink()
        assert [one.name for one in place.iterdir()] == [programs.parents[1].name]  # the image is detached
        copied = str(programs.parents[1])
        assert ["codesign", "--verify", "--deep", "--strict", copied] in here.calls
    assert list(place.iterdir()) == []
    (attach,) = here.calls_of("hdiutil", "attach")
    assert {"-readonly", "-nobrowse", "-noautoopen"} < set(attach)


@pytest.mark.parametrize("verb", ["attach", "detach"])
def test_a_disk_that_is_busy_is_waited_for(here: Mac, full_image: Path, tmp_path: Path, verb: str) -> None:
    here.answer("hdiutil", verb, code=16, complains="hdiutil: couldn't unmount - Resource busy\n", times=2)
    with disk_image.installed(full_image, tmp_path / "Applications"):
        assert len(here.calls_of("hdiutil", verb)) == 3
    assert not any("-force" in call for call in here.calls)


def test_a_disk_that_stays_busy_is_detached_by_force(here: Mac, full_image: Path, tmp_path: Path) -> None:
    here.answer("hdiutil", "detach", code=16, times=disk_image.TRIES - 1)
    with disk_image.installed(full_image, tmp_path / "Applications"):
        assert here.calls_of("hdiutil", "detach")[-1][-1] == "-force"


def test_an_image_that_cannot_be_attached_is_told_in_its_own_words(here: Mac, full_image: Path, tmp_path: Path) -> None:
    here.answer("hdiutil", "attach", code=1, complains="hdiutil: attach failed - image not recognized\n")
    with (
        pytest.raises(DiskImageError, match=r"hdiutil attach failed \(1\): .*image not recognized"),
        disk_image.installed(full_image, tmp_path / "Applications"),
    ):
        pass


def test_a_copy_that_fails_leaves_the_image_detached(here: Mac, full_image: Path, tmp_path: Path) -> None:
    here.answer("ditto", code=1, complains="ditto: No space left on device\n")
    with (
        pytest.raises(DiskImageError, match="No space left"),
        disk_image.installed(full_image, tmp_path / "Applications"),
    ):
        pass
    assert here.calls[-1][:2] == ["hdiutil", "detach"]


def test_an_image_without_an_application_is_told(here: Mac, image: Path, tmp_path: Path) -> None:
    Path(f"{image}.content").mkdir()
    with (
        pytest.raises(DiskImageError, match="holds 0 applications"),
        disk_image.installed(image, tmp_path / "Applications"),
    ):
        pass
