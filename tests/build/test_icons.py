"""The made pictures: the same bytes each time, every size that a system asks for, and readable again."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import IcnsImagePlugin, IcoImagePlugin, Image

from build import icons, product


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons") / "new"
    icons.make(folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_process_makes_the_same_bytes(made: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(product.ROOT / "build" / "icons.py"), str(tmp_path / "again")], check=True)
    assert files(tmp_path / "again") == files(made)


@pytest.mark.parametrize("name", ["chapterdesk", "document"])
def test_windows_finds_every_size_as_a_picture_with_transparency(made: Path, name: str) -> None:
    with Image.open(made / f"{name}.ico") as read:
        assert isinstance(read, IcoImagePlugin.IcoImageFile)
        assert read.ico.sizes() == {(side, side) for side in icons.ICO_SIZES}
        for side in icons.ICO_SIZES:
            one = read.ico.getimage((side, side)).convert("RGBA")
            assert one.size == (side, side)
            assert one.tobytes() == icons.picture(name, side).tobytes()
    data = (made / f"{name}.ico").read_bytes()
    kinds = {}
    for entry in range(struct.unpack_from("<H", data, 4)[0]):
        width, *_, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * entry)
        kinds[width or 256] = "png" if data[at : at + 4] == b"\x89PNG" else "bmp"
    assert {side for side, kind in kinds.items() if kind == "png"} == {256}


@pytest.mark.parametrize("name", ["chapterdesk", "document"])
def test_macos_finds_every_size_with_room_around_it(made: Path, name: str) -> None:
    with Image.open(made / f"{name}.icns") as read:
        assert isinstance(read, IcnsImagePlugin.IcnsImageFile)
        sizes = {(width, ratio) for width, _height, ratio in read.icns.itersizes()}
        wanted = {(16, 2), (32, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1), (512, 2)}
        assert sizes == wanted
        for width, ratio in wanted:
            one = read.icns.getimage((width, width, ratio)).convert("RGBA")
            assert one.size == (width * ratio, width * ratio)
            solid = one.getchannel("A").point(lambda value: 255 if value > 200 else 0).getbbox()
            assert solid is not None
            assert min(solid[1], one.height - solid[3]) >= one.height * 0.04


@pytest.mark.parametrize(
    ("kind", "called"), [("apps", "chapterdesk"), ("mimetypes", "application-vnd.chapterdesk")], ids=["apps", "types"]
)
def test_linux_finds_every_size_and_the_drawing(made: Path, kind: str, called: str) -> None:
    for side in icons.HICOLOR_SIZES:
        with Image.open(made / "hicolor" / f"{side}x{side}" / kind / f"{called}.png") as read:
            read.load()
            assert (read.format, read.mode, read.size) == ("PNG", "RGBA", (side, side))
            assert read.getpixel((0, 0)) == (0, 0, 0, 0)
    drawn = made / "hicolor" / "scalable" / kind / f"{called}.svg"
    assert icons.painted(drawn, (8, 8)).getbbox() is not None


def test_the_installer_of_windows_gets_bitmaps_of_24_bits_in_the_sizes_it_takes(made: Path) -> None:
    for name, size in (("installer-header.bmp", (150, 57)), ("installer-side.bmp", (164, 314))):
        data = (made / name).read_bytes()
        header, width, height, planes, bits, packed = struct.unpack_from("<IiiHHI", data, 14)
        assert (data[:2], header, (width, height), planes, bits, packed) == (b"BM", 40, size, 1, 24, 0)
        with Image.open(made / name) as read:
            colours = read.convert("RGB").getcolors(150 * 400)
        assert colours is not None
        assert len(colours) > 50, "the background is empty"


def test_the_disk_image_has_its_arrow_between_the_two_places(made: Path) -> None:
    for name, ratio in (("disk-image.png", 1), ("disk-image@2x.png", 2)):
        with Image.open(made / name) as read:
            image = read.convert("RGB")
            assert image.size == (660 * ratio, 400 * ratio)
            assert round(read.info["dpi"][0]) == 72 * ratio
        row = [image.getpixel((x, 200 * ratio)) for x in range(image.width)]
        dark = [x / ratio for x, pixel in enumerate(row) if isinstance(pixel, tuple) and sum(pixel) < 450]
        assert 165 + 64 < min(dark) < 330 < max(dark) < 495 - 64


@pytest.mark.parametrize("name", ["chapterdesk", "document"])
def test_small_pictures_come_from_the_drawing_with_fewer_shapes(name: str) -> None:
    assert {side: icons.drawing(name, side).stem.endswith("-small") for side in (16, 20, 24, 32, 256)} == {
        16: True,
        20: True,
        24: True,
        32: False,
        256: False,
    }


@pytest.mark.qt_log_ignore("Cannot read file")
def test_an_invalid_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.svg").write_text("<svg")
    with pytest.raises(OSError, match="no SVG"):
        icons.painted(tmp_path / "broken.svg", (16, 16))
