"""The disk image: signed before and after it is made, tried again while the system is busy, installed by copying."""

import json
import sys
from pathlib import Path

import pytest
from build.commands import BuildError

from build import environments, product
from build.macos import disk_image
from tests.build.macos.stand_ins import Mac

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts of macOS need a shell of Unix")


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
    monkeypatch.setattr(environments, "environment", lambda _name, _work: mac.home / "bin" / "python")
    return mac


def test_the_application_is_signed_then_packed_then_the_image_is_signed(
    here: Mac, app: Path, icons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = disk_image.make(app, icons, tmp_path / "out" / "packages")
    assert made == tmp_path / "out" / "packages" / f"ChapterDesk-{product.version()}-{product.system()}.dmg"
    assert made.read_bytes() == b"koly"
    order = [call for call in here.calls if call[:2] == ["codesign", "--verify"] or call[0] == "dmgbuild"]
    assert [call[0] for call in order] == ["codesign", "dmgbuild", "codesign"]
    assert [call[-1] for call in order] == [str(app), str(made), str(made)]
    assert order[1][3:] == ["ChapterDesk", str(made)]
    assert "gets an ad hoc signature" in capsys.readouterr().out
    wanted = json.loads((here.home / "settings").read_text())
    assert wanted == disk_image.settings(app, icons)
    assert {one["path"] for one in wanted["contents"]} == {str(app), "/Applications"}
    assert Path(wanted["background"]).with_stem("disk-image@2x").is_file()  # dmgbuild finds it by this name
    assert "hide_extension" not in json.dumps(wanted)  # it would break the signature


def test_the_settings_are_words_that_dmgbuild_knows(app: Path, icons: Path) -> None:
    """It takes any word and uses those it knows: a slip of the pen would go unnoticed. These are those of 1.6.7."""
    wanted = disk_image.settings(app, icons)
    assert set(wanted) < {
        *("title", "icon", "badge-icon", "background", "background-color", "icon-size", "window", "format"),
        *("filesystem", "compression-level", "license", "contents"),
    }
    for one in wanted["contents"]:
        assert set(one) <= {"path", "x", "y", "type", "name", "hide_extension", "hidden"}
        assert one["type"] in {"file", "link"}


def test_a_busy_system_is_tried_again(here: Mac, app: Path, icons: Path, tmp_path: Path) -> None:
    here.answer("dmgbuild", code=1, complains="DMGError: Unable to attach disk image: Resource busy\n", times=2)
    assert disk_image.make(app, icons, tmp_path).read_bytes() == b"koly"
    assert len(here.calls_of("dmgbuild")) == 3


def test_a_system_that_stays_busy_is_reported_and_leaves_no_partial_image(
    here: Mac, app: Path, icons: Path, tmp_path: Path
) -> None:
    here.answer("dmgbuild", code=1, complains="DMGError: Unable to attach disk image: Resource busy\n")
    with pytest.raises(BuildError, match="Unable to attach disk image: Resource busy"):
        disk_image.make(app, icons, tmp_path)
    assert list(tmp_path.glob("*.dmg")) == []


def test_a_signature_that_fails_ends_the_build(here: Mac, app: Path, icons: Path, tmp_path: Path) -> None:
    here.answer("codesign", "--force", code=1)
    with pytest.raises(BuildError, match="codesign refused"):
        disk_image.make(app, icons, tmp_path)
    assert here.calls_of("dmgbuild") == []


def test_missing_icons_are_reported(here: Mac, app: Path, icons: Path, tmp_path: Path) -> None:
    (icons / "disk-image.png").unlink()
    with pytest.raises(BuildError, match=r"disk-image\.png is missing: make the icons first"):
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


def test_an_image_that_cannot_be_attached_is_reported_with_the_systems_words(
    here: Mac, full_image: Path, tmp_path: Path
) -> None:
    here.answer("hdiutil", "attach", code=1, complains="hdiutil: attach failed - image not recognized\n")
    with (
        pytest.raises(BuildError, match="image not recognized"),
        disk_image.installed(full_image, tmp_path / "Applications"),
    ):
        pass


def test_a_copy_that_fails_leaves_the_image_detached(here: Mac, full_image: Path, tmp_path: Path) -> None:
    here.answer("ditto", code=1, complains="ditto: No space left on device\n")
    with (
        pytest.raises(BuildError, match="No space left"),
        disk_image.installed(full_image, tmp_path / "Applications"),
    ):
        pass
    assert here.calls[-1][:2] == ["hdiutil", "detach"]


def test_an_image_without_an_application_is_reported(here: Mac, image: Path, tmp_path: Path) -> None:
    Path(f"{image}.content").mkdir()
    with (
        pytest.raises(BuildError, match="holds 0 applications"),
        disk_image.installed(image, tmp_path / "Applications"),
    ):
        pass
