"""Makes the pictures that packages need from the drawings in resources/brand: `python build/icons.py FOLDER`.

The same drawings give the same bytes: nothing here knows the date, the machine or a font of the system. It runs where
PySide6 (which draws the SVG) and Pillow (which writes .ico, .icns and .bmp) are installed, and needs no screen.
"""

import io
import struct
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from build import product

BRAND = product.RESOURCES / "brand"
BOLD = product.RESOURCES / "fonts" / "NotoSans-Bold.ttf"
DRAWINGS = {"chapterdesk": BRAND / "icon.svg", "document": BRAND / "packaging" / "document.svg"}
SMALL = 24
"""Sizes up to which the drawing with fewer and thicker shapes is used."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Windows uses 16, 32, 48 and 256, and those between on screens at 125, 150 and 200 percent."""
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
HICOLOR_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ON_MACOS = {"chapterdesk": 824 / 1024, "document": 0.9}
"""The share of its square that a picture fills on macOS: Apple's grid has a margin of 100 of 1024."""
DEEP, TOP, GROUND = "#0A6560", "#13847B", "#06504B"


def drawing(name: str, side: float) -> Path:
    """Return the SVG of "chapterdesk" or "document" for a picture of this size in pixels."""
    source = DRAWINGS[name]
    return source.with_name(f"{source.stem}-small.svg") if side <= SMALL else source


def painted(source: Path, size: tuple[int, int], box: QRectF | None = None, part: str = "") -> Image.Image:
    """Paint an SVG, or its part with an id, into `box` of an empty picture of `size` pixels.

    Raises OSError when the file is not a drawing.
    """
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise OSError(f"{source} is no SVG that Qt can draw")
    image = QImage(*size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    box = box or QRectF(0, 0, *size)
    if part:
        renderer.render(painter, part, box)
    else:
        renderer.render(painter, box)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", size, bytes(plain.constBits()), "raw", "RGBA", plain.bytesPerLine())


def picture(name: str, side: int) -> Image.Image:
    """Return a picture of "chapterdesk" or "document" that fills its square, for Windows and Linux."""
    return painted(drawing(name, side), (side, side))


def picture_on_macos(name: str, side: int) -> Image.Image:
    """Return a square picture for macOS, with a margin and a soft shadow."""
    filled = side * ON_MACOS[name]
    margin = (side - filled) / 2
    top = painted(drawing(name, filled), (side, side), QRectF(margin, margin, filled, filled))
    fallen = ImageChops.offset(top.getchannel("A"), 0, round(side * 10 / 1024))
    shade = fallen.filter(ImageFilter.GaussianBlur(side * 12 / 1024)).point(lambda value: value * 3 // 10)
    ground = Image.merge("RGBA", (*[Image.new("L", (side, side), 0)] * 3, shade))
    return Image.alpha_composite(ground, top)


def write_ico(name: str, target: Path) -> None:
    """Write the .ico of Windows: bitmaps, which every tool reads, and the largest one as PNG, like Windows."""
    heads, bodies = [], []
    at = 6 + 16 * len(ICO_SIZES)
    for side in ICO_SIZES:
        one = io.BytesIO()
        kind = "png" if side == max(ICO_SIZES) else "bmp"
        picture(name, side).save(one, "ICO", sizes=[(side, side)], bitmap_format=kind)
        head, body = one.getvalue()[6:18], one.getvalue()[22:]
        heads.append(head + struct.pack("<I", at))
        bodies.append(body)
        at += len(body)
    target.write_bytes(struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + b"".join(heads) + b"".join(bodies))


def write_icns(name: str, target: Path) -> None:
    """Write the .icns of macOS."""
    sizes = [picture_on_macos(name, side) for side in ICNS_SIZES]
    sizes[-1].save(target, "ICNS", append_images=sizes)


def write_hicolor(folder: Path) -> None:
    """Write the tree of a Linux icon theme: the program and the type of its file."""
    for name, kind, called in (
        ("chapterdesk", "apps", "chapterdesk"),
        ("document", "mimetypes", product.MIME_TYPE.replace("/", "-")),
    ):
        for side in HICOLOR_SIZES:
            target = folder / f"{side}x{side}" / kind / f"{called}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            picture(name, side).save(target, optimize=True)
        target = folder / "scalable" / kind / f"{called}.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(DRAWINGS[name].read_bytes())


def write_header(target: Path) -> None:
    """Write the picture in the header of the Windows installer: icon and name on white."""
    ground = Image.new("RGBA", (150, 57), "#FFFFFF")
    ground.alpha_composite(picture("chapterdesk", 37), (6, 10))
    pen = ImageDraw.Draw(ground)
    pen.text((48, 29), product.NAME, fill=DEEP, font=ImageFont.truetype(str(BOLD), 14), anchor="lm")
    ground.convert("RGB").save(target, "BMP")


def write_side(target: Path) -> None:
    """Write the picture beside the first and last page of the Windows installer: the mark and the name."""
    width, height = 164, 314
    down = Image.linear_gradient("L").resize((width, height))
    ground = Image.composite(Image.new("RGBA", down.size, GROUND), Image.new("RGBA", down.size, TOP), down)
    mark = QSvgRenderer(str(BRAND / "icon.svg")).boundsOnElement("mark")
    wide = 120.0
    box = QRectF((width - wide) / 2, 72, wide, wide * mark.height() / mark.width())
    ground.alpha_composite(painted(BRAND / "icon.svg", (width, height), box, "mark"))
    pen = ImageDraw.Draw(ground)
    pen.text((width / 2, 220), product.NAME, fill="#FFFFFF", font=ImageFont.truetype(str(BOLD), 19), anchor="mm")
    ground.convert("RGB").save(target, "BMP")


def write_disk_image(folder: Path) -> None:
    """Write the background of the macOS disk image, for normal screens and for those with double density."""
    for ratio, name in ((1, "disk-image.png"), (2, "disk-image@2x.png")):
        ground = painted(BRAND / "packaging" / "disk-image.svg", (660 * ratio, 400 * ratio))
        ground.convert("RGB").save(folder / name, optimize=True, dpi=(72 * ratio, 72 * ratio))


def make(folder: Path) -> None:
    """Make all pictures below a folder, which is created if necessary; raises OSError when it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DRAWINGS:
        write_ico(name, folder / f"{name}.ico")
        write_icns(name, folder / f"{name}.icns")
    write_hicolor(folder / "hicolor")
    write_header(folder / "installer-header.bmp")
    write_side(folder / "installer-side.bmp")
    write_disk_image(folder)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python build/icons.py FOLDER")
    try:
        make(Path(sys.argv[1]))
    except OSError as error:
        sys.exit(f"The icons could not be made: {error}")
